"""Words that OCR found on a page image -> a page of glyphs, so that columns, rows and paragraphs are found as ever."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from gapcheck.reading.pdf.painted_page import Box, Face, Glyph, Page

_COLUMNS = 12
"""Of a TSV row: level, page, block, paragraph, line, word, left, top, width, height, confidence, text."""
_ASCENDERS = re.compile(r"[A-ZÀ-Þ0-9bdfhklt(/|\[{&@]")
_DESCENDERS = re.compile(r"[gjpqyQ,;()/|\[{@]")
_NARROW = frozenset("iljtfrI.,;:'!|()[]/- ")
_WIDE = frozenset("mwMW@%&—")
_HEIGHTS = {(True, True): 0.92, (True, False): 0.7, (False, True): 0.68, (False, False): 0.48}
"""Height of a word's ink, in type sizes, by whether it has ascenders and descenders."""
_DEPTH = 0.21
"""How far descenders reach below the baseline, in type sizes."""
_BULLET_LIKE = frozenset("•·¢«»*+°©®=~_'‘’\"-.,:>§¥€")
"""What OCR takes round and square bullets for; `e` and `o` too, which need company."""
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Word:
    """One recognized word: its ink in points (origin at the bottom left), confidence 0 to 100, and its line."""

    text: str
    box: Box
    confidence: float
    line: tuple[int, int, int]

    @property
    def height(self) -> float:
        """Of the ink."""
        return self.box[3] - self.box[1]


@dataclass(slots=True)
class _Line:
    """Words of one line with the type size and baseline that they were estimated to have."""

    words: list[Word]
    size: float
    base: float


def words_of(tsv: str, scale: float, height: float) -> list[Word]:
    """The words of tesseract's TSV output; `scale` is pixels a point, `height` the page's in points."""
    words = []
    for row in tsv.splitlines():
        cells = row.split("\t", _COLUMNS - 1)
        if len(cells) != _COLUMNS or cells[0] != "5" or not cells[-1].strip():
            continue
        try:
            _, _, block, paragraph, line, _, left, top, wide, high = (int(cell) for cell in cells[:10])
            confidence = float(cells[10])
        except ValueError:
            continue
        box = (left / scale, height - (top + high) / scale, (left + wide) / scale, height - top / scale)
        words.append(Word(cells[-1].strip(), box, max(confidence, 0.0), (block, paragraph, line)))
    return words


def mean_confidence(words: Sequence[Word]) -> float:
    """0 to 100, weighted by the words' lengths; 0 without words."""
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters if letters else 0.0


def slope_of(words: Sequence[Word]) -> float:
    """How much the lines of a page rise over their length (0.01: a point in a hundred); 0 with too few lines."""
    rises: list[float] = []
    for line in _grouped(words):
        ink = [word for word in line if len(word.text) > 2]
        if len(ink) < 4:
            continue
        ends = [(_middle(word), word.box[1] + _depth(word.text, _size(word))) for word in ink]
        third = max(len(ends) // 3, 1)
        (x0, y0), (x1, y1) = (
            (median(x for x, _ in part), median(y for _, y in part)) for part in (ends[:third], ends[-third:])
        )
        if x1 - x0 > 100:
            rises.append((y1 - y0) / (x1 - x0))
    return median(rises) if len(rises) >= 3 else 0.0


def levelled(words: Sequence[Word], slope: float) -> list[Word]:
    """The words at their places on a page that is straight."""
    straight = []
    for word in words:
        x0, y0, x1, y1 = word.box
        across, over = slope * (y0 + y1) / 2, slope * _middle(word)
        # the ink of a slanting word reaches higher by as much as the word rises
        spare = min(abs(slope) * (x1 - x0), 0.4 * (y1 - y0)) / 2
        box = (x0 + across, y0 - over + spare, x1 + across, y1 - over - spare)
        straight.append(Word(word.text, box, word.confidence, word.line))
    return straight


def page_of(words: Sequence[Word], number: int, width: float, height: float) -> Page:
    """A page of glyphs: specks are left out, misread bullets mended, letters spread over their word's ink."""
    lines = [line for group in _grouped(words) if (line := _line(group)) is not None]
    _even_sizes(lines)
    faces: dict[float, Face] = {}
    page = Page(number, width, height, (0, 0, width, height))
    starts = [line.words[0].box[0] for line in lines if _may_be_bullet(line, certain=False)]
    for line in lines:
        face = faces.setdefault(line.size, Face("", line.size, bold=False, italic=False, color=""))
        near = sum(abs(line.words[0].box[0] - start) < line.size for start in starts)
        if _may_be_bullet(line, certain=near < 2):
            first = line.words[0]
            line.words[0] = Word("\u2022", first.box, first.confidence, first.line)
        page.glyphs += _glyphs(line, face)
    return page


def _grouped(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of each line, from left to right; lines in the order in which they were found."""
    groups: dict[tuple[int, int, int], list[Word]] = {}
    for word in words:
        groups.setdefault(word.line, []).append(word)
    yield from (sorted(group, key=lambda word: word.box[0]) for group in groups.values())


def _line(words: list[Word]) -> _Line | None:
    telling = [word for word in words if sum(char.isalnum() for char in word.text) > 1]
    if not telling:
        telling = [word for word in words if any(char.isalnum() for char in word.text)]
    if not telling:
        return None
    size = median(_size(word) for word in telling for _ in word.text)
    kept = [word for word in words if not _is_speck(word, size, telling)]
    if not any(char.isalnum() for word in kept for char in word.text):
        return None
    base = median(word.box[1] + _depth(word.text, size) for word in telling for _ in word.text)
    return _Line(kept, size, base)


def _is_speck(word: Word, size: float, telling: Sequence[Word]) -> bool:
    """Whether a "word" is dust rather than ink: signs that OCR doubts or that are too small, far from any line."""
    text = word.text
    low, high = min(each.box[1] for each in telling), max(each.box[3] for each in telling)
    if any(char.isalnum() for char in text):
        return word.confidence < 10 and len(text) <= 2 and word.height < 0.3 * size
    if word.box[1] > high or word.box[3] < low:
        return True
    if set(text) <= _DASHES:
        return word.box[2] - word.box[0] < 0.2 * size or word.confidence < 20
    if text == "|":
        return word.height < 0.5 * size
    first = all(word.box[0] <= each.box[0] for each in telling)
    if first and set(text) <= _BULLET_LIKE:
        return word.height < 0.12 * size
    return word.confidence < 60 or word.height < 0.25 * size


def _may_be_bullet(line: _Line, *, certain: bool) -> bool:
    """Whether a line begins with what OCR makes of a bullet; `certain` leaves letters and dashes out."""
    first, *rest = line.words
    wide, high = first.box[2] - first.box[0], first.height
    if not rest or rest[0].box[0] - first.box[2] < 0.15 * line.size or wide > 1.2 * line.size:
        return False
    if set(first.text) <= _DASHES:
        return False
    if set(first.text) <= _BULLET_LIKE:
        return True
    small = wide < 0.55 * line.size and high < 0.6 * line.size
    return not certain and small and first.text in {"e", "o", "O", "0", "c", "@", "a"}


def _even_sizes(lines: Sequence[_Line]) -> None:
    """Give lines of nearly one size the same size, for ink does not show it to the point."""
    groups: list[list[_Line]] = []
    for line in sorted(lines, key=lambda line: line.size):
        if groups and line.size < 1.15 * groups[-1][0].size and line.size < 1.08 * groups[-1][-1].size:
            groups[-1].append(line)
        else:
            groups.append([line])
    for group in groups:
        size = round(2 * median(line.size for line in group)) / 2
        for line in group:
            line.size = max(size, 1.0)


def _glyphs(line: _Line, face: Face) -> Iterator[Glyph]:
    low, high = line.base - _DEPTH * line.size, line.base + 0.75 * line.size
    for word, following in pairwise([*line.words, None]):
        if word is None:
            continue
        x0, _, x1, _ = word.box
        weights = [0.5 if char in _NARROW else 1.5 if char in _WIDE else 1.0 for char in word.text]
        unit = (x1 - x0) / sum(weights)
        for char, weight in zip(word.text, weights, strict=True):
            end = x0 + weight * unit
            yield Glyph(char, (x0, low, end, high), line.base, face, 0, "", "")
            x0 = end
        if following is not None and following.box[0] - x1 < 0.85 * line.size:
            end = max(following.box[0], x1)
            yield Glyph(" ", (x1, low, end, high), line.base, face, 0, "", "")


def _size(word: Word) -> float:
    """The type size that a word's ink speaks for."""
    kind = (bool(_ASCENDERS.search(word.text)), bool(_DESCENDERS.search(word.text)))
    return word.height / _HEIGHTS[kind]


def _depth(text: str, size: float) -> float:
    return _DEPTH * size if _DESCENDERS.search(text) else 0.0


def _middle(word: Word) -> float:
    return (word.box[0] + word.box[2]) / 2
