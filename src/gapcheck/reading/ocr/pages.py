"""Pages of a PDF -> images -> tesseract -> the plain values that travel from the child process to its parent."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gapcheck.lazy import LazyModule
from gapcheck.reading.ocr.words import Word, levelled, mean_confidence, page_of, slope_of, words_of
from gapcheck.reading.pdf.layout import PrintedLine, lines_of
from gapcheck.reading.pdf.painted_page import Box
from gapcheck.reading.pdf.paragraphs import mark_blocks
from gapcheck.reading.pdf.running_headers import without_running_headers
from gapcheck.text.headings import HeadingNames

if TYPE_CHECKING:
    from PIL.Image import Image

# of the extra "ocr"
pypdfium2 = LazyModule("pypdfium2")
image_filter = LazyModule("PIL.ImageFilter")

DPI = 300
"""What tesseract's models were trained for."""
MOST_PIXELS = 25_000_000
"""A larger page is rendered at fewer dots an inch."""
CLEAR = 93.0
"""Mean confidence: below it the page is read once more with its dust taken off."""
LOST = 70.0
"""Mean confidence: below it the page may be turned."""
AT_ONCE = 2
"""Pages that are recognized side by side."""


class OcrError(Exception):
    """Tesseract could not do its work; the message is its own last line."""


@dataclass(slots=True)
class _Picture:
    """A rendered page: `number` counts from 1, `offset` leads from the visible part to the page's corner.

    `turn` is how many degrees clockwise the image was turned to stand upright; `size` is that of the turned page.
    """

    number: int
    image: Image
    scale: float
    size: tuple[float, float]
    offset: tuple[float, float]
    turn: int = 0


@dataclass(slots=True)
class _Seen:
    """What was recognized of a page, put straight; `slope` is how far it had been turned."""

    picture: _Picture
    words: list[Word]
    slope: float
    confidence: float


def recognize(data: bytes, options: Mapping[str, Any]) -> dict[str, Any]:
    """Lines of the pages `options["page_numbers"]` as JSON values, or {"error": reason, "detail": text}.

    Options: page_numbers, language (tesseract's name, such as eng or eng+deu), ocr_seconds (for one page),
    heading_names.
    """
    program = shutil.which("tesseract")
    if program is None:
        return {"error": "ocr", "detail": "tesseract is not installed"}
    try:
        seen = _all_seen(data, options, program)
    except subprocess.TimeoutExpired:
        return {"error": "limits", "detail": f"{options['ocr_seconds']:g} seconds for one page"}
    except OcrError as error:
        return {"error": "ocr", "detail": str(error)}
    names = HeadingNames(options["heading_names"])
    lines: list[PrintedLine] = []
    for each in seen:
        page = page_of(each.words, each.picture.number, *each.picture.size)
        lines += lines_of(page, names)[0]
    heights = {each.picture.number: each.picture.size[1] for each in seen}
    last = max(heights, default=0)
    lines = without_running_headers(lines, [heights.get(number, 0.0) for number in range(1, last + 1)])
    mark_blocks(lines, names)
    slopes = {each.picture.number: each for each in seen}
    return {
        "lines": [_row(line, slopes[line.page]) for line in lines],
        "confidence": [[each.picture.number, round(each.confidence, 1)] for each in seen],
    }


def _all_seen(data: bytes, options: Mapping[str, Any], program: str) -> list[_Seen]:
    document = pypdfium2.PdfDocument(data)
    numbers: Sequence[int] = options["page_numbers"]
    seen: list[_Seen] = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for first in range(0, len(numbers), AT_ONCE):  # never more images in memory than are worked on
            pictures = [_rendered(document, number) for number in numbers[first : first + AT_ONCE]]
            seen += pool.map(lambda picture: _recognized(picture, options, program), pictures)
    return seen


def _rendered(document: Any, number: int) -> _Picture:
    page = document[number - 1]
    width, height = page.get_size()
    scale = min(DPI / 72, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
    image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    offset = (0.0, 0.0)
    if page.get_rotation() == 0:
        crop, media = page.get_cropbox(), page.get_mediabox()
        offset = (crop[0] - media[0], crop[1] - media[1])
    page.close()
    return _Picture(number, image, scale, (width, height), offset)


def _recognized(picture: _Picture, options: Mapping[str, Any], program: str) -> _Seen:
    """The words of a page; where tesseract doubts them, those that it finds without the dust, if it is surer."""
    words = _tesseract(picture.image, picture, options, program)
    confidence = mean_confidence(words)
    if confidence < LOST and (turn := _turn(picture, options, program)):
        picture = _turned(picture, turn)
        words = _tesseract(picture.image, picture, options, program)
        confidence = mean_confidence(words)
    if confidence < CLEAR:
        cleaned = _tesseract(picture.image.filter(image_filter.MedianFilter(5)), picture, options, program)
        if _letters(cleaned) > 0.8 * _letters(words) and mean_confidence(cleaned) > confidence:
            words, confidence = cleaned, mean_confidence(cleaned)
    slope = slope_of(words)
    return _Seen(picture, levelled(words, slope), slope, confidence)


def _letters(words: Iterable[Word]) -> int:
    """Letters and digits in words that are not mere guesses."""
    return sum(char.isalnum() for word in words if word.confidence > 50 for char in word.text)


def _turn(picture: _Picture, options: Mapping[str, Any], program: str) -> int:
    """How many degrees clockwise a page has to be turned to stand upright; 0 if unknown."""
    output = _run([program, "-", "-", "--psm", "0"], picture.image, options).stdout.decode("utf-8", "replace")
    found = re.search(r"^Rotate: (90|180|270)$", output, re.MULTILINE)
    return int(found.group(1)) if found else 0


def _turned(picture: _Picture, turn: int) -> _Picture:
    width, height = picture.size
    image = picture.image.rotate(-turn, expand=True)
    size = (width, height) if turn == 180 else (height, width)
    return _Picture(picture.number, image, picture.scale, size, picture.offset, turn)


def _tesseract(image: Image, picture: _Picture, options: Mapping[str, Any], program: str) -> list[Word]:
    """Let tesseract read an image, from memory to memory.

    Raises:
        OcrError: it ended with an error.
        subprocess.TimeoutExpired: it took too long.
    """
    dots = str(round(picture.scale * 72))
    command = [program, "-", "-", "-l", options["language"], "--dpi", dots, "--psm", "3", "tsv"]
    done = _run(command, image, options)
    if done.returncode:
        message = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise OcrError(message[0] if message else f"tesseract ended with code {done.returncode}")
    return words_of(done.stdout.decode("utf-8", "replace"), picture.scale, picture.size[1])


def _run(
    command: Sequence[str], image: Image, options: Mapping[str, Any]
) -> subprocess.CompletedProcess[bytes]:
    buffer = io.BytesIO()
    image.save(buffer, "PPM")
    return subprocess.run(  # noqa: S603  # no shell; the language is checked
        command,
        input=buffer.getvalue(),
        capture_output=True,
        timeout=options["ocr_seconds"],
        check=False,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads wait for each other more than they work
    )


def _row(line: PrintedLine, seen: _Seen) -> list[Any]:
    """A line as the PDF parser gives it, back in its place on the page that was not straight."""
    dx, dy = seen.picture.offset
    x0, y0, x1, y1 = line.box
    slope = seen.slope
    shift = -slope * y0
    rise = sorted((slope * x0, slope * x1))
    upright = (x0 + shift, y0 + rise[0], x1 + shift, y1 + rise[1])
    left, bottom, right, top = _on_page(upright, seen.picture)
    box = [round(side, 1) for side in (left + dx, bottom + dy, right + dx, top + dy)]
    edges = [round(edge + shift + dx, 1) for edge in line.edges] if not seen.picture.turn else []
    style = [line.face.size, False, False, "", ""]
    return [line.text, line.page, box, edges, style, 0, line.marker, line.starts_block]


def _on_page(box: Box, picture: _Picture) -> Box:
    """Where a box of the upright image lies on the page as it is."""
    x0, y0, x1, y1 = box
    width, height = picture.size
    if picture.turn == 90:
        return (height - y1, x0, height - y0, x1)
    if picture.turn == 180:
        return (width - x1, height - y1, width - x0, height - y0)
    return (y0, width - x1, y1, width - x0) if picture.turn == 270 else box
