"""The child process that recognizes the text of scanned pages: a PDF on standard input, JSON on standard output."""

from __future__ import annotations

import json
import logging
import os
import sys

from gapcheck.reading.pdf.worker import restrict


def main() -> int:
    """Read a header line of JSON and the PDF's bytes; write one JSON object. Returns the exit code.

    Tesseract, which this process runs, inherits its limits.
    """
    header = json.loads(sys.stdin.buffer.readline())
    restrict(header)
    logging.disable(logging.CRITICAL)
    from gapcheck.reading.ocr.pages import recognize  # noqa: PLC0415  # after the limits are set

    data = sys.stdin.buffer.read()
    try:
        answer = recognize(data, header)
    except MemoryError:
        answer = {"error": "limits", "detail": "memory"}
    except Exception as error:  # noqa: BLE001  # whatever a page does to the renderer, its user gets one line
        answer = {"error": "ocr", "detail": type(error).__name__}
    json.dump(answer, sys.stdout, separators=(",", ":"))
    sys.stdout.flush()
    os._exit(0)  # as in the parser's child: leaving fast is what the caller waits for


if __name__ == "__main__":
    raise SystemExit(main())
