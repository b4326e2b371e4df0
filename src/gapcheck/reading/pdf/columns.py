"""Reading order of a page: the painting order where it is consistent, else columns and bands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Sequence
from itertools import pairwise

from gapcheck.reading.pdf.gutters import ONLY_DATE, Band, best_band
from gapcheck.reading.pdf.pieces import Piece, PrintedRow, rows_of, same_row

_Style = tuple[str, float, str, bool, bool]
DEPTH = 8
"""How often columns are looked for inside columns."""
MOST_PIECES = 1000
"""A page of more pieces is read in painting order: comparing them all would take too long."""


def in_order(pieces: Sequence[Piece], heading_names: Container[str]) -> tuple[list[list[Piece]], bool]:
    """Rows of pieces in reading order, each from left to right, and whether the order is doubtful.

    Two stages: programs that set a page mostly paint it in reading order, so that order is kept while
    it nowhere contradicts the geometry; otherwise the page is cut into bands and columns.
    """
    stream = _with_column_heads(stream_rows(pieces))
    if len(pieces) > MOST_PIECES:
        return [row.pieces for row in stream], True
    headings = heading_pieces(pieces, heading_names)
    level = [piece for piece in pieces if piece.turn in (0, 180)]
    bands: list[Band] = []
    arranged = _arrange(level, headings, bands, DEPTH)
    crossed = violations(stream) + strayed_cells(stream)
    woven = any(band.woven for band in bands)
    if not crossed and not woven:
        return _with_headings_apart(stream, pieces, heading_names), False
    turned = [
        PrintedRow([piece]) for piece in pieces if piece.turn not in (0, 180)
    ]  # labels of what is beside them
    doubtful = any(band.score < 2 for band in bands)
    return _with_headings_apart([*turned, *arranged], pieces, heading_names), doubtful


def _with_headings_apart(
    rows: Sequence[PrintedRow], pieces: Sequence[Piece], heading_names: Container[str]
) -> list[list[Piece]]:
    """Give a section heading beside text, as in a label column, a line of its own."""
    main = main_headings(pieces, heading_names)
    parted: list[list[Piece]] = []
    for row in rows:
        alone = [piece for piece in row.pieces if piece.index in main]
        rest = [piece for piece in row.pieces if piece.index not in main]
        if len(alone) == 1 and rest and not _alike(alone[0], rest):
            parted += [alone, rest] if alone[0].x0 < rest[0].x0 else [rest, alone]
        else:
            parted.append(row.pieces)
    return parted


def _alike(heading: Piece, rest: list[Piece]) -> bool:
    """Whether all pieces of a row are set in one way, as the head of a table is."""
    return all(piece.face == heading.face for piece in rest)


def stream_rows(pieces: Sequence[Piece]) -> list[PrintedRow]:
    """Pieces in painting order; those side by side on one line make one row."""
    rows: list[PrintedRow] = []
    for piece in pieces:
        last = rows[-1].pieces[-1] if rows else None
        level = last is not None and same_row(last, piece)
        if level and piece.x0 >= last.x1 - 0.6 * piece.size:  # type: ignore[union-attr]  # level: there is one
            rows[-1] = PrintedRow([*rows[-1].pieces, piece])
        elif level and ONLY_DATE.fullmatch(rows[-1].text) and piece.x1 < rows[-1].x0:
            # a date at the right margin, painted before what is at its left
            rows[-1] = PrintedRow([piece, *rows[-1].pieces])
        else:
            rows.append(PrintedRow([piece]))
    return rows


def _with_column_heads(rows: list[PrintedRow]) -> list[PrintedRow]:
    """Move the right head of two columns, painted beside the left one, above its own column.

    Seen where the painting goes up to a column whose start is that of the right part of an earlier row,
    and all rows between the two are to the left of it and begin below its left part.
    """
    for place in range(2, len(rows)):
        row, before = rows[place], rows[place - 1]
        if row.base <= before.base or row.x0 <= before.x1:
            continue
        for head in range(place - 2, -1, -1):
            parts = rows[head].pieces
            if rows[head].base > row.base and len(parts) == 2 and abs(parts[1].x0 - row.x0) < 2 * row.size:
                below = abs(rows[head + 1].x0 - parts[0].x0) < 2 * row.size
                if below and all(between.x1 < parts[1].x0 for between in rows[head + 1 : place]):
                    left, right = PrintedRow([parts[0]]), PrintedRow([parts[1]])
                    return _with_column_heads(
                        [*rows[:head], left, *rows[head + 1 : place], right, *rows[place:]]
                    )
                break
            if rows[head].x1 >= row.x0:
                break
    return rows


def violations(rows: Sequence[PrintedRow]) -> int:
    """How often the painting order contradicts the page.

    (i) the next row is above the one before and shares its columns; (ii) two rows follow each
    other downwards in a column while rows painted later lie between them.
    """
    count = 0
    for place, (above, below) in enumerate(pairwise(rows)):
        if not above.overlaps(below):
            continue
        if below.base > above.base + 0.5 * above.size or any(
            below.base + 0.5 * below.size < later.base < above.base - 0.5 * above.size
            and later.overlaps(above)
            and later.overlaps(below)
            for later in rows[place + 2 :]
        ):
            count += 1
    return count


def strayed_cells(rows: Sequence[PrintedRow]) -> int:
    """How many dates or table cells are painted apart from their rows.

    Two dates painted one after the other, each beside a line painted elsewhere, are such, if they are not one range in two
    lines; so are three columns of short cells on the same lines, painted one column after the other.
    """
    dates = sum(
        bool(ONLY_DATE.fullmatch(one.text) and ONLY_DATE.fullmatch(two.text))
        and not ONLY_DATE.fullmatch(f"{one.text} {two.text}")
        and all(_has_neighbour(row, rows) for row in (one, two))
        for one, two in pairwise(rows)
    )
    columns = _runs_down(rows)
    cells = sum(
        len(a) >= 3
        and [round(row.base) for row in a] == [round(row.base) for row in b] == [round(row.base) for row in c]
        and all(len(row.text) < 30 for row in (*a, *b, *c))
        for a, b, c in zip(columns, columns[1:], columns[2:], strict=False)
    )
    return dates + cells


def _has_neighbour(row: PrintedRow, rows: Sequence[PrintedRow]) -> bool:
    return any(other is not row and abs(other.base - row.base) < 0.2 * row.size for other in rows)


def _runs_down(rows: Sequence[PrintedRow]) -> list[list[PrintedRow]]:
    """The rows parted where the painting goes up again."""
    runs: list[list[PrintedRow]] = []
    for row in rows:
        if runs and row.base < runs[-1][-1].base:
            runs[-1].append(row)
        else:
            runs.append([row])
    for one, two in pairwise(runs):  # what is above the columns does not belong to the first one
        if len(one) > len(two):
            del one[: len(one) - len(two)]
    return runs


def _arrange(
    pieces: list[Piece], headings: Collection[int], bands: list[Band], depth: int
) -> list[PrintedRow]:
    band = best_band(pieces, headings) if depth and len(pieces) > 3 else None
    if band is None:
        return rows_of(pieces)
    bands.append(band)
    rows: list[PrintedRow] = []
    for part in (band.above, band.left, band.right, band.below):
        if len(part) == len(pieces):
            rows += rows_of(part)
        elif part:
            rows += _arrange(part, headings, bands, depth - 1)
    return rows


def heading_pieces(pieces: Sequence[Piece], names: Container[str]) -> set[int]:
    """Indices of pieces that are headings by their name, or short ones set exactly as at least two of these."""
    found = _named(pieces, names)
    trusted = _styles_of(pieces, found)
    if trusted:
        found |= {
            piece.index
            for piece in pieces
            if len(piece.text) < 40 and any(c.isalpha() for c in piece.text) and _style(piece) in trusted
        }
    return found


def main_headings(pieces: Sequence[Piece], names: Container[str]) -> set[int]:
    """Indices of named headings in the page's most prominent heading style, which two of them share."""
    found = {piece.index for piece in pieces if not piece.text.rstrip().endswith((":", ","))}
    found &= _named(pieces, names)
    styles = _styles_of(pieces, found)
    best = max(styles, key=lambda style: (style[1], style[4], styles[style]), default=None)
    return {piece.index for piece in pieces if piece.index in found and _style(piece) == best}


def _named(pieces: Sequence[Piece], names: Container[str]) -> set[int]:
    return {piece.index for piece in pieces if len(piece.text) < 50 and piece.text in names}


def _styles_of(pieces: Sequence[Piece], found: Collection[int]) -> dict[_Style, int]:
    """The styles that at least two of the found pieces share, other than that of running text."""
    styles = Counter(_style(piece) for piece in pieces if piece.index in found)
    body = _body_style(pieces)
    return {style: count for style, count in styles.items() if count >= 2 and style != body}


def _style(piece: Piece) -> _Style:
    face = piece.face
    return (face.font, face.size, face.color, face.bold, piece.text.isupper())


def _body_style(pieces: Sequence[Piece]) -> _Style | None:
    weights: dict[_Style, int] = {}
    for piece in pieces:
        weights[_style(piece)] = weights.get(_style(piece), 0) + len(piece.text)
    return max(weights, key=lambda style: weights[style], default=None)
