"""Where a page is cut into columns, and where side by side means a row of a table or a date instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gapcheck.reading.pdf.pieces import Piece, PrintedRow, rows_of

GUTTER = 6.0
"""Points: the least width of an empty strip between two columns."""
MOST_STRIPS = 80
_DAY = r"(?:[^\W\d]{3,9}\.?\s*)?(?:(?:19|20)\d\d|\d{1,2}/\d{2,4})"
ONLY_DATE = re.compile(rf"{_DAY}(?:\s*[-–—]\s*(?:{_DAY}|[^\W\d]{{3,9}})?|\s+[^\W\d]{{1,5}}\s+{_DAY})?")
"""A date or two, by their shape: "March 2019 – today", "2017 until 2019"."""
DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}/\d{2,4}\b")


@dataclass(slots=True)
class Band:
    """Two columns side by side, with what is above and below them.

    `score` says how sure the cut is (at least 1); `woven` that the painting order jumps from column to
    column line by line, so that it cannot be the reading order.
    """

    above: list[Piece]
    left: list[Piece]
    right: list[Piece]
    below: list[Piece]
    score: float
    woven: bool


def best_band(pieces: Sequence[Piece], headings: Collection[int]) -> Band | None:
    """The tallest pair of columns among the pieces, or None."""
    best: tuple[float, Band] | None = None
    seen: set[tuple[int, ...]] = set()
    for low, high in _strips(pieces):
        for inside in _free_bands(pieces, low, high):
            left = [piece for piece in inside if piece.x1 <= low]
            right = [piece for piece in inside if piece.x0 >= high]
            key = (*(piece.index for piece in left), -1, *(piece.index for piece in right))
            if key in seen:
                continue
            seen.add(key)
            height = _shared_height(left, right)
            if best is not None and height <= best[0]:
                continue
            band = _judged(pieces, left, right, headings)
            if band is not None:
                best = (height, band)
    return best[1] if best else None


def _strips(pieces: Sequence[Piece]) -> list[tuple[float, float]]:
    """Strips that may be gutters: beside the left and right edges that most pieces share."""
    starts = Counter(round(piece.x0) for piece in pieces)
    ends = Counter(round(piece.x1) for piece in pieces)
    strips: Counter[tuple[float, float]] = Counter()
    for x, count in starts.items():
        strips[(x - 1 - GUTTER, x - 1.0)] = count + starts[x + 1] + starts[x - 1]
    for x, count in ends.items():
        strips[(x + 1.0, x + 1 + GUTTER)] = count + ends[x + 1] + ends[x - 1]
    return sorted(strip for strip, count in strips.most_common(MOST_STRIPS) if count >= 2)


def _free_bands(pieces: Sequence[Piece], low: float, high: float) -> Iterator[list[Piece]]:
    """The pieces between those that reach into a strip, from top to bottom, where both sides have something."""
    blockers: list[Piece] = []
    rest: list[Piece] = []
    for piece in pieces:
        (blockers if piece.x0 < high and piece.x1 > low else rest).append(piece)
    bounds = [float("inf"), *sorted((piece.base for piece in blockers), reverse=True), float("-inf")]
    for upper, lower in pairwise(bounds):
        inside = [piece for piece in rest if lower < piece.base < upper]
        if sum(piece.x1 <= low for piece in inside) > 1 and sum(piece.x0 >= high for piece in inside) > 1:
            yield inside


def _shared_height(left: Sequence[Piece], right: Sequence[Piece]) -> float:
    top = min(max(piece.y1 for piece in left), max(piece.y1 for piece in right))
    bottom = max(min(piece.y0 for piece in left), min(piece.y0 for piece in right))
    return top - bottom


def _judged(
    pieces: Sequence[Piece], left: list[Piece], right: list[Piece], headings: Collection[int]
) -> Band | None:
    left, right = _trimmed(left, right, headings)
    if len(left) < 2 or len(right) < 2 or _shared_height(left, right) <= 0:
        return None
    evidence = GutterEvidence(left, right, headings)
    score = evidence.score()
    if score < 1:
        return None
    taken = {piece.index for piece in (*left, *right)}
    rest = [piece for piece in pieces if piece.index not in taken]
    middle = max(piece.base for piece in (*left, *right))
    above = [piece for piece in rest if piece.base > middle]
    below = [piece for piece in rest if piece.base <= middle]
    return Band(above, left, right, below, score, woven=evidence.woven())


def _trimmed(
    left: list[Piece], right: list[Piece], headings: Collection[int]
) -> tuple[list[Piece], list[Piece]]:
    """Leave out what belongs to the page above or below the columns.

    Where both columns begin with headings at one height, all above it is the page's head; a heading
    that nothing follows belongs to what comes below.
    """
    first, second = (
        max((p.base for p in side if p.index in headings), default=None) for side in (left, right)
    )
    if first is not None and second is not None and abs(first - second) < 20:
        top = max(first, second) + 1
        kept = [[p for p in side if p.base <= top] for side in (left, right)]
        if all(len(side) > 1 for side in kept):
            left, right = kept
    left, right = _without_cells(left, right)
    for _ in range(2):
        if len(left) < 2 or len(right) < 2:
            break
        lowest = min((*left, *right), key=lambda piece: piece.base)
        if lowest.index not in headings:
            break
        left = [piece for piece in left if piece is not lowest]
        right = [piece for piece in right if piece is not lowest]
    return left, right


def _without_cells(left: list[Piece], right: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Leave out rows at the top whose right part is a date or place set flush right, not a column's line."""
    while len(left) > 2 and len(right) > 2:
        top = max(right, key=lambda piece: piece.base)
        start = min(piece.x0 for piece in right)
        beside = [piece for piece in left if abs(piece.base - top.base) < 0.3 * top.size]
        flush = top.x0 > start + 3 and top.x1 > max(piece.x1 for piece in right) - 1
        if not beside or not (flush or top.x0 > start + 3 * top.size):
            break
        left = [piece for piece in left if piece.base < top.base - 0.3 * top.size]
        right = [piece for piece in right if piece.base < top.base - 0.3 * top.size]
    return left, right


class GutterEvidence:
    """What speaks for two columns, and what for rows of cells, dates or labels."""

    def __init__(self, left: list[Piece], right: list[Piece], headings: Collection[int]) -> None:
        self.left, self.right = left, right
        self.rows = (rows_of(left), rows_of(right))
        self.headings = tuple(sum(piece.index in headings for piece in side) for side in (left, right))

    def score(self) -> float:
        """Above 0: columns; each point is a reason."""
        few, many = sorted(self.rows, key=len)
        score = 0.0
        alternation = self.alternation()
        score += 2 if alternation <= 0.35 else -2 if alternation >= 0.7 else 0
        aligned = _aligned(few, many)
        score += 1.5 if aligned <= 0.4 else -1.5 if aligned >= 0.8 else 0
        if self.prose():
            share = min(_wraps(rows) / len(rows) for rows in self.rows)
            score += 4 if share >= 0.4 else 2
        if self._is_label_column():
            score -= 3
        elif all(self.headings):
            score += 4 if sum(self.headings) > 2 else 2
        if sum(bool(DATE.search(row.text)) or len(row.text) < 3 for row in few) >= 0.6 * len(few):
            score -= 3
        return score

    def _is_label_column(self) -> bool:
        """Few headings or labels on the left, each beside the first line of what it names."""
        left, right = self.rows
        widths = [max(p.x1 for p in side) - min(p.x0 for p in side) for side in (self.left, self.right)]
        if widths[0] > 0.55 * widths[1] or _aligned(left, right) < 0.6:
            return False
        sparse = len(left) <= 0.6 * len(right) and self.alternation() >= 0.4
        return sparse or not self.headings[1]

    def alternation(self) -> float:
        """How often the painting changes sides, as a share of the most that is possible."""
        inside = {piece.index: 0 for piece in self.left} | {piece.index: 1 for piece in self.right}
        sides = [inside[index] for index in sorted(inside)]
        changes = sum(a != b for a, b in pairwise(sides))
        return changes / max(2 * min(len(rows) for rows in self.rows) - 1, 1)

    def woven(self) -> bool:
        """Whether the painting goes to and fro between columns that must not be read so, or begins on the right."""
        if all(piece.index < other.index for piece in self.right for other in self.left):
            return self.score() >= 3
        return self.alternation() > 0.5 and (self.prose() or all(self.headings))

    def prose(self) -> bool:
        """Whether both sides hold text that runs on from line to line."""
        return all(_wraps(rows) >= 2 for rows in self.rows)


def _aligned(few: Sequence[PrintedRow], many: Sequence[PrintedRow]) -> float:
    """The share of rows of the shorter side on one line with a row of the other."""
    hits = sum(any(abs(row.base - other.base) < 0.3 * row.size for other in many) for row in few)
    return hits / max(len(few), 1)


def _wraps(rows: Sequence[PrintedRow]) -> int:
    """Lines that are full and followed by another line of the same size and start: running text."""
    if not rows:
        return 0
    right = max(row.x1 for row in rows)
    width = right - min(row.x0 for row in rows)
    count = 0
    for above, below in pairwise(rows):
        drop = above.base - below.base
        if (
            drop < 1.8 * above.size
            and abs(above.size - below.size) < 0.1 * above.size
            and above.x1 > right - 0.2 * width
            and len(above.text) >= 12
            and not ONLY_DATE.fullmatch(above.text)
            and abs(above.x0 - below.x0) < 1.5 * above.size
        ):
            count += 1
    return count
