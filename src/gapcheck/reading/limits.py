"""What a document may cost: bytes, pages, memory, time. Beyond it reading stops with a clear error."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024
MOST_LINKS, LONGEST_LINK = 500, 2_000
"""Links of a document, and characters of one; what is beyond is left out."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for the reading of one document.

    `file_bytes`: size of the file. `pages`: pages that are read, the rest is cut with a warning.
    `memory_bytes`, `cpu_seconds`, `wall_seconds`: of the child process that parses a PDF (memory and
    processor time are enforced on POSIX systems only); `ocr_seconds` for one scanned page. `glyphs_per_page`, `stream_bytes` (decoded
    content of one stream) and `text_chars` (the text as a whole) stop files that unfold. Of a text, `read_chars` and
    `lines` are kept, and the rest is cut with a warning.
    `child_process=False` parses PDFs in the calling process: only for workers that are guarded
    themselves, by limits of their own.
    """

    file_bytes: int = 20 * MEGABYTE
    pages: int = 20
    memory_bytes: int = 1024 * MEGABYTE
    cpu_seconds: int = 15
    wall_seconds: float = 30.0
    ocr_seconds: float = 60.0
    glyphs_per_page: int = 50_000
    stream_bytes: int = 32 * MEGABYTE
    text_chars: int = 2_000_000
    read_chars: int = 150_000
    lines: int = 20_000
    child_process: bool = True
