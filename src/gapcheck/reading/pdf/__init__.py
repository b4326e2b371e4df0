"""PDF files: glyphs, columns, lines and paragraphs, parsed in a guarded child process."""
