"""The resume's own pages, to be shown with marks: as pictures, as lines in their places, or as plain lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec

from gapcheck.document import Box, Document, Line
from gapcheck.errors import DocumentError
from gapcheck.limits import Limits
from gapcheck.reading.guarded import begin

_WORK = "gapcheck.reading.pdf.pictures:pictures"
_MOST = 6
"""Pages that are shown; a resume has one or two."""
_PIXELS = 1000
_MARGIN = 24.0
_NEEDED = ("pypdfium2", "PIL")


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A printed line. `box` is None where the format has no places."""

    text: str
    box: Box | None
    bold: bool
    start: int


@dataclass(frozen=True, slots=True)
class PageView:
    """One page: its `frame` (the part that is shown, in points), a `picture` (PNG in base64) or "", and its lines."""

    number: int
    frame: Box
    lines: tuple[PlacedLine, ...]
    picture: str = ""

    @property
    def placed(self) -> bool:
        """Whether the places of its lines are known."""
        return any(line.box for line in self.lines)


def pages_of(document: Document, data: bytes = b"", *, limits: Limits = Limits()) -> tuple[PageView, ...]:  # noqa: B008  # frozen
    """The first pages of a document for `render(report, "html", pages=...)`.

    Args:
        document: what was read, or what `parse(blind=True)` made of it.
        data: the bytes of a PDF, for pictures where `gapcheck[pages]` is installed; without them there are
            the lines alone.
        limits: of the guarded child process that draws the pictures.
    """
    by_page: dict[int, list[Line]] = {}
    for line in document.lines:
        by_page.setdefault(line.page, []).append(line)
    drawn = _pictures(data, limits) if document.format == "pdf" and data else ()
    views = []
    for number in sorted(set(by_page) | set(range(1, len(drawn) + 1)))[:_MOST]:
        lines = tuple(_placed(document, line) for line in by_page.get(number, ()))
        if number <= len(drawn):
            width, height, picture = drawn[number - 1]
            views.append(PageView(number, (0.0, 0.0, width, height), lines, picture))
        else:
            views.append(PageView(number, _frame(lines), lines))
    return tuple(views)


def _placed(document: Document, line: Line) -> PlacedLine:
    text = document.text[line.span.start : line.span.end]
    return PlacedLine(text, line.box, line.style.bold, line.span.start)


def _frame(lines: Sequence[PlacedLine]) -> Box:
    """What holds all lines, with a margin."""
    boxes = [line.box for line in lines if line.box]
    if not boxes:
        return (0.0, 0.0, 0.0, 0.0)
    return (
        min(box[0] for box in boxes) - _MARGIN,
        min(box[1] for box in boxes) - _MARGIN,
        max(box[2] for box in boxes) + _MARGIN,
        max(box[3] for box in boxes) + _MARGIN,
    )


def _pictures(data: bytes, limits: Limits) -> Sequence[tuple[float, float, str]]:
    """Pictures of the pages; none where they cannot be drawn, since the lines say the same."""
    if any(find_spec(name) is None for name in _NEEDED):
        return ()
    options = {**asdict(limits), "pages": _MOST, "pixels": _PIXELS}
    try:
        drawn: Sequence[tuple[float, float, str]] = begin("", _WORK, data, options, limits=limits)()[
            "pictures"
        ]
    except DocumentError:
        return ()
    return drawn
