"""Lines without geometry, as DOCX and HTML give them, put together to a Document."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from gapcheck.document import Document, DocumentWarning, HiddenText, Line, Link, Style
from gapcheck.errors import DocumentError
from gapcheck.limits import how_to_raise
from gapcheck.reading.character_repairs import marker_of
from gapcheck.reading.source import SourceFile
from gapcheck.spans import Span

_MOST_CELLS = 100
"""Cells of a table that make one line."""
_MOST_WARNINGS = 20
"""Pages with hidden text that are named one by one."""
LEAST_SECRET = 15
"""Characters: shorter hidden text is an accident, not an attempt to hide something."""


@dataclass(slots=True)
class LineDraft:
    """One line to come: its text without line breaks, and the links in it as (start, end, uri)."""

    text: str
    page: int = 1
    style: Style = field(default_factory=Style)
    heading_level: int = 0
    starts_block: bool = True
    links: list[tuple[int, int, str]] = field(default_factory=list)
    within: str = ""
    columns: tuple[int, ...] = ()


def stripped(draft: LineDraft) -> LineDraft | None:
    """The draft without blanks at its ends, or None if nothing is left."""
    text = draft.text.strip()
    if not text:
        return None
    shift = len(draft.text) - len(draft.text.lstrip())
    draft.links = [
        (min(max(start - shift, 0), len(text)), min(max(end - shift, 0), len(text)), uri)
        for start, end, uri in draft.links
    ]
    draft.text = text
    return draft


def row_lines(cells: list[list[LineDraft]], numbers: Sequence[int] = ()) -> Iterator[LineDraft]:
    """A table row as lines: one line where its cells are short, else cell after cell.

    A cell of a single line (a date, a label) joins the first line of the cell beside it. `numbers` are the
    columns of the cells, from 0; counted, where none are given.
    """
    for number, cell in zip(numbers or range(len(cells)), cells, strict=True):
        for draft in cell:
            draft.columns = draft.columns or (number,)
    rest = deque(_labels_beside(cell for cell in cells if cell))
    while rest:
        line = rest.popleft()
        while rest and len(line) == 1 and _may_join(line[0], rest[0]):
            head, *more = rest.popleft()
            line = [_beside(line[0], head), *more]
        yield from line


def _labels_beside(cells: Iterable[list[LineDraft]]) -> Iterator[list[LineDraft]]:
    """The cells; a cell of labels ("Tools:") goes together, line by line, with as many lines of the cell beside it."""
    labels: list[LineDraft] = []
    for cell in cells:
        if labels and len(labels) == len(cell):
            yield list(map(_beside, labels, cell))
            labels = []
            continue
        if labels:
            yield labels
        labels = cell if len(cell) > 1 and all(draft.text.rstrip().endswith(":") for draft in cell) else []
        if not labels:
            yield cell
    if labels:
        yield labels


def _may_join(left: LineDraft, cell: list[LineDraft]) -> bool:
    """Whether a line may be joined by the first line of the next cell: no list, no heading begins there."""
    if left.heading_level or cell[0].heading_level or len(left.columns) >= _MOST_CELLS:
        return False
    return (
        not marker_of(cell[0].text) or len(cell[0].text.rstrip("\ufe0f")) == 1
    )  # a tick in a table opens no list


def _beside(left: LineDraft, right: LineDraft) -> LineDraft:
    shift = len(left.text) + 1
    links = [*left.links, *((start + shift, end + shift, uri) for start, end, uri in right.links)]
    style = left.style if len(left.text) >= len(right.text) else right.style
    return LineDraft(
        f"{left.text}\t{right.text}",
        left.page,
        style,
        links=links,
        within=left.within,
        columns=(*left.columns, *right.columns),
    )


def assemble(
    source: SourceFile,
    drafts: list[LineDraft],
    hidden: list[HiddenText],
    *,
    page_count: int = 1,
    text_chars: int,
) -> Document:
    """The Document of all drafts, one line each.

    Raises:
        DocumentError: empty, when no line holds text; limits, when the text is too long.
    """
    lines: list[Line] = []
    links: list[Link] = []
    texts: list[str] = []
    offset = 0
    for draft in drafts:
        span = Span(offset, offset + len(draft.text))
        level, marker = draft.heading_level, marker_of(draft.text)
        lines.append(
            Line(
                span,
                draft.page,
                style=draft.style,
                heading_level=level,
                marker=marker,
                starts_block=draft.starts_block,
                within=draft.within,
                columns=draft.columns,
            )
        )
        links += [
            Link(uri, draft.page, Span(offset + start, offset + end) if end > start else None)
            for start, end, uri in draft.links
        ]
        texts.append(draft.text)
        offset += len(draft.text) + 1
    if not texts:
        raise DocumentError(
            f"{source.name} holds no text.", reason="empty", hint="Check that it was saved completely."
        )
    if offset > text_chars:
        raise too_long(source.name, text_chars)
    return Document(
        source.name,
        source.format,
        source.sha256,
        "\n".join(texts),
        tuple(lines),
        page_count=max(page_count, 1),
        warnings=hidden_warnings(hidden),
        hidden=tuple(hidden),
        links=tuple(links),
    )


def hidden_warnings(hidden: list[HiddenText]) -> tuple[DocumentWarning, ...]:
    """One warning for each page on which more than a trifle is hidden."""
    reasons: dict[int, set[str]] = {}
    for row in hidden:
        if len(row.text) >= LEAST_SECRET:
            reasons.setdefault(row.page, set()).add(row.reason)
    if len(reasons) > _MOST_WARNINGS:
        every = set().union(*reasons.values())
        reasons = {min(reasons): every}
    return tuple(
        DocumentWarning(
            "hidden-text", f"text that a reader does not see ({', '.join(sorted(why))}) was left out", page
        )
        for page, why in sorted(reasons.items())
    )


def too_long(name: str, text_chars: int) -> DocumentError:
    """The error for a document of more text than the limit."""
    return DocumentError(
        f"{name} holds more than {text_chars} characters of text.",
        reason="limits",
        hint=f"Cut it to the part that matters. {how_to_raise('text_chars')}",
    )
