"""Text of scanned pages, recognized by tesseract."""
