"""Marks over the pages of a resume: numbers for links, rectangles where places are known, else pieces of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.document import Box
from gapcheck.rendering.marks import COUNTED, PARTIAL, Mark, marks_of
from gapcheck.rendering.pages import PageView
from gapcheck.report import Evidence, GapReport


@dataclass(frozen=True, slots=True)
class PieceOfLine:
    """A piece of a line of text, the requirement that it counts for, and whether it is counted or partial; "" for none."""

    text: str
    requirement: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class MarkedPages:
    """The pages of a report with their marks; a mark's number is its place in `marks`, counted from 1."""

    pages: tuple[PageView, ...]
    marks: tuple[Mark, ...]
    numbers: Mapping[tuple[int, tuple[Box, ...]], int]
    spans: Mapping[int, tuple[int, str, str]]

    def on(self, page: PageView) -> Iterator[tuple[int, Mark, list[Box]]]:
        """Number, mark and rectangles (left, top, width, height from the frame's top left corner) of a page."""
        for number, mark in enumerate(self.marks, start=1):
            if mark.page == page.number:
                yield number, mark, [flipped(page, box) for box in mark.boxes]

    def number_of(self, evidence: Evidence) -> int:
        """The number of the mark at a place, 0 where there is none."""
        return self.numbers.get((evidence.page, evidence.boxes), 0)

    def pieces(self, text: str, start: int) -> list[PieceOfLine]:
        """A line of text that begins at an offset, cut where evidence begins and ends."""
        found: list[PieceOfLine] = []
        at = start
        while at < start + len(text):
            end, row, state = self.spans.get(at, (0, "", ""))
            stop = min(end, start + len(text))
            if end <= at:
                later = [each for each in self.spans if at < each < start + len(text)]
                stop, row, state = min(later, default=start + len(text)), "", ""
            found.append(PieceOfLine(text[at - start : stop - start], row, state))
            at = stop
        return found


def flipped(page: PageView, box: Box) -> Box:
    """A box as left, top, width, height from the top left corner of the frame; coordinates of SVG."""
    left, _, _, top = page.frame
    return (
        round(box[0] - left, 1),
        round(top - box[3], 1),
        round(box[2] - box[0], 1),
        round(box[3] - box[1], 1),
    )


def marked(report: GapReport, pages: Sequence[PageView]) -> MarkedPages:
    """The pages with the marks of a report; none of them where no page is shown."""
    shown = {page.number for page in pages if page.placed}
    marks = tuple(mark for mark in marks_of(report) if mark.page in shown)
    numbers = {(mark.page, mark.boxes): number for number, mark in enumerate(marks, start=1)}
    spans: dict[int, tuple[int, str, str]] = {}
    for row in report.requirements:
        if row.points_possible > 0 and row.credit > 0:
            for each in row.evidence:
                if each.claimed and spans.get(each.start, (0, "", ""))[0] < each.end:
                    spans[each.start] = (each.end, row.id, COUNTED if row.status == "met" else PARTIAL)
    return MarkedPages(tuple(pages), marks, numbers, spans)
