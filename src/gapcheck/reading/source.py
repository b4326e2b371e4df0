"""The source of a document: path, bytes or file -> its bytes, its name and its real format."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from gapcheck.errors import DocumentError
from gapcheck.limits import MEGABYTE, Limits, how_to_raise
from gapcheck.text.control_characters import blanked_controls

_KNOWN = (
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"BM", "a bitmap image"),
    (b"{\\rtf", "an RTF document"),
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word, Excel or PowerPoint file (.doc, .xls, .ppt) or a protected Office file",
    ),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"%!PS", "a PostScript file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
)
_PHOTO = (b"\x89PNG\r\n", b"\xff\xd8\xff")
"""How a PNG or JPEG begins, which OCR may read."""
_HEIF = re.compile(rb"....ftyp(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif)", re.DOTALL)
_IMAGES = ("GIF", "TIFF", "bitmap", "WebP")
_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
}
_HTML = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_BLOCK_END = re.compile(
    rb"</(?:p|li|[uo]l|div|section|article|main|h[1-6]|t[rdh]|table)>", re.IGNORECASE
)
_FRAGMENT_BLOCKS = 6
"""How many blocks of HTML a nameless or plain-text file closes before it is read as a part of a page."""
_JSON_RESUME = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*\{\s*\"(?:\$schema|basics|meta|work|education|skills|awards|certificates)\"\s*:"
)
"""How a JSON Resume begins that comes without a name."""
_ADDRESS = re.compile(r"(?P<scheme>https?|ftp):[/\\]+(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
"""An address of a page, of which a path keeps one slash."""
ACCEPTED = (
    "gapcheck reads PDF, DOCX, HTML, Markdown, plain text and JSON Resume, and with OCR photos (JPEG, PNG)."
)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The bytes of a document. `format`: pdf, docx, html, markdown, json, image or text, judged by the content."""

    name: str
    data: bytes
    format: str

    @property
    def sha256(self) -> str:
        """Of the file's bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def open_source(
    source: str | Path | bytes | BinaryIO, name: str | None, limits: Limits, suffixes: Collection[str] = ()
) -> SourceFile:
    """Read the bytes of `source` and determine their format; a file with one of `suffixes` has that for its format.

    Raises:
        DocumentError: missing, folder, empty, too-large or unknown-format.
    """
    if isinstance(source, (str, Path)):
        path = Path(source)
        name = name or path.name
        data = _bytes_of(path, limits)
    elif isinstance(source, (bytes, bytearray, memoryview)):
        data = bytes(source)
        name = name or "document"
    else:
        name = name or Path(str(getattr(source, "name", "document"))).name
        data = _bytes_of_stream(source, name, limits)
    name = blanked_controls(name)
    if len(data) > limits.file_bytes:
        raise _too_large(name, limits)
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise DocumentError(
            f"{name} is empty.", reason="empty", hint="Check that it was saved or sent completely."
        )
    suffix = Path(name).suffix.lower()
    return SourceFile(name, data, suffix if suffix in suffixes else _format_of(data, name))


def _bytes_of(path: Path, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise DocumentError(
                f"{path} is a folder, not a document.", reason="folder", hint="Name a file in it."
            )
        with path.open("rb") as file:
            return file.read(limits.file_bytes + 1)
    except FileNotFoundError:
        if address := _ADDRESS.match(str(path)):
            raise DocumentError(
                f"{address['scheme']}://{address['rest']} is an address, and gapcheck fetches nothing from the web.",
                reason="missing",
                hint="Save the page as an HTML or PDF file, and give that file.",
            ) from None
        raise DocumentError(
            f"{path} does not exist.", reason="missing", hint="Check the path and the spelling."
        ) from None
    except (OSError, ValueError) as error:
        raise _unopened(path, error) from None


def _bytes_of_stream(stream: BinaryIO, name: str, limits: Limits) -> bytes:
    """What a stream holds, read to its end: a raw or network stream may hand out less than it is asked for."""
    parts, room = [], limits.file_bytes + 1
    try:
        while room > 0 and (part := stream.read(room)):
            parts.append(part.encode(errors="replace") if isinstance(part, str) else bytes(part))
            room -= len(parts[-1])
    except (OSError, ValueError) as error:
        raise _unopened(name, error) from None
    return b"".join(parts)


def _unopened(name: object, error: OSError | ValueError) -> DocumentError:
    why = getattr(error, "strerror", None) or str(error)
    return DocumentError(
        f"{name} cannot be opened: {why}.", reason="missing", hint="Check the path and its permissions."
    )


def _too_large(name: str, limits: Limits) -> DocumentError:
    return DocumentError(
        f"{name} is larger than {limits.file_bytes / MEGABYTE:g} MB.",
        reason="too-large",
        hint=f"Export it again with smaller images. {how_to_raise('file_bytes')}",
    )


def _format_of(data: bytes, name: str) -> str:
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if data.startswith(b"PK"):
        return _zipped(data, name)
    if data.startswith(_PHOTO):
        return "image"
    suffix = Path(name).suffix.lower()
    _refuse_known(data, name)
    if _is_html(data, suffix):
        return "html"
    if suffix == ".pdf":
        if b"trailer" in data or b" obj" in data[:4096]:
            return "pdf"  # a PDF whose first line is lost can often still be read
        raise _unknown(name, "not a PDF (the %PDF mark is missing)")
    if suffix == ".docx":
        raise _unknown(name, "not a Word document (not a ZIP archive)")
    if not _is_text(head, data):
        raise _unknown(name, "binary data of an unknown kind")
    return "json" if not suffix and _JSON_RESUME.match(data) else _SUFFIXES.get(suffix, "text")


def _refuse_known(data: bytes, name: str) -> None:
    """Refuse what begins like a file of a kind that is not read.

    Raises:
        DocumentError: it does.
    """
    head = data[:1024]
    if _HEIF.match(head):
        raise DocumentError(
            f"{name} is a HEIC photo, which is not read.",
            reason="unknown-format",
            hint="Share it from the phone as JPEG, or print it to a PDF; then try again.",
        )
    kind = next((what for magic, what in _KNOWN if data.startswith(magic)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        kind = "a WebP image"
    if (
        kind
        and not (kind == "a bitmap image" and b"\x00" not in head)
        and not (kind == "a program" and b"\x00" not in head)
    ):
        raise _unknown(name, kind)


def _is_html(data: bytes, suffix: str) -> bool:
    """A page, or a piece of one without its head, as job boards hand out and people paste it."""
    if _HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        return True
    ends = _HTML_BLOCK_END.finditer(data) if suffix in {"", ".txt", ".text"} else iter(())
    return next(islice(ends, _FRAGMENT_BLOCKS - 1, None), None) is not None


def _zipped(data: bytes, name: str) -> str:
    if b"word/" in data:
        return "docx"
    kinds = (
        (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
        (b"ppt/", "a PowerPoint file"),
        (b"xl/", "an Excel file"),
        (b"Index/Document.iwa", "a Pages document"),
        (b"application/epub", "an e-book"),
    )
    kind = next((what for mark, what in kinds if mark in data), "a ZIP archive without a Word document")
    raise _unknown(name, kind)


def _unknown(name: str, kind: str) -> DocumentError:
    hint = ACCEPTED
    if any(image in kind for image in _IMAGES):
        hint = "An image holds no text: turn it into a PDF with text first, for example with ocrmypdf."
    elif any(word in kind for word in ("RTF", "Word", "OpenDocument", "Pages", "PowerPoint", "Excel")):
        hint = "Save it as PDF or DOCX and try again."
    return DocumentError(f"{name} is {kind}.", reason="unknown-format", hint=hint)


def _is_text(head: bytes, data: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return True
    sample = data[:65536]
    nulls = sample.count(b"\x00")
    if nulls:
        even, odd = sample[::2].count(b"\x00"), sample[1::2].count(b"\x00")
        return max(even, odd) > 0.3 * len(sample) / 2 and min(even, odd) < 0.02 * len(sample)
    controls = sum(sample.count(bytes([code])) for code in range(32) if code not in {9, 10, 12, 13, 27})
    return controls <= 0.01 * len(sample)
