"""What is kept of a text that no person would write: endless words, lines, paragraphs and pages are cut, and it is said.

Everything behind reading may then take its time over one line or paragraph: no document makes them long.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from gapcheck.document import Document, DocumentWarning, Line, Link
from gapcheck.limits import Limits
from gapcheck.spans import Span
from gapcheck.text.control_characters import blanked_controls


@cache
def _endless(chars: int) -> re.Pattern[str]:
    """A word or a blank of more than `chars`; scripts that set no blanks between words are left alone."""
    return re.compile(rf"([^\s,;|\u2e80-\uffff]{{{chars}}})[^\s,;|\u2e80-\uffff]+|(\s{{{chars}}})\s+")


def bounded(document: Document, limits: Limits) -> Document:
    """The document within bounds and without characters that command; the same one if nothing is to be done.

    Where no character commands and nothing is endless, every offset stays.
    """
    cleaned = replace(
        document,
        name=blanked_controls(document.name),
        text=blanked_controls(document.text),
        warnings=tuple(replace(each, message=blanked_controls(each.message)) for each in document.warnings),
        hidden=tuple(replace(each, text=blanked_controls(each.text)) for each in document.hidden),
        links=tuple(replace(each, uri=blanked_controls(each.uri)) for each in document.links),
    )
    cleaned = _with_short_text(_with_few_extras(cleaned, limits), limits)
    return document if cleaned == document else cleaned


def _with_few_extras(document: Document, limits: Limits) -> Document:
    """Hidden text and links within bounds; one warning says it where nearly every page hides something."""
    hidden, room = [], limits.hidden_chars
    for each in document.hidden:
        if room > 0:
            hidden.append(replace(each, text=each.text[:room]))
            room -= len(each.text)
    links = tuple(each for each in document.links if len(each.uri) <= limits.link_chars)[: limits.links]
    return replace(document, hidden=tuple(hidden), links=links)


def _with_short_text(document: Document, limits: Limits) -> Document:
    text, lines = document.text, document.lines
    cut = len(text) > limits.read_chars or len(lines) > limits.lines
    runs = _endless(limits.word_chars)
    endless = runs.search(text) is not None
    if not (cut or endless or any(len(line.span) > limits.line_chars for line in lines)):
        return replace(document, lines=_with_short_paragraphs(lines, limits.paragraph_chars))
    parts: list[str] = []
    kept: list[Line] = []
    moved: list[tuple[int, int]] = []
    at = before = 0
    for line in lines[: limits.lines]:
        gap = runs.sub(r"\1\2", text[before : line.span.start])
        chunks = _chunks(text, line.span, limits)
        if at + len(gap) + sum(map(len, chunks)) > limits.read_chars:
            break
        for number, chunk in enumerate(chunks):
            parts.append("\n" if number else gap)
            start = at + len(parts[-1])
            at = start + len(chunk)
            parts.append("".join(map(text.__getitem__, chunk)))
            kept.append(_part(line, chunk, Span(start, at), first=number == 0))
        before = line.span.end
        moved.append((line.span.start, at - len(line.span) if len(chunks) == 1 else -1))
    return replace(
        document,
        text="".join(parts),
        lines=_with_short_paragraphs(tuple(kept), limits.paragraph_chars),
        links=tuple(_moved(link, moved, before) for link in document.links),
        warnings=(*document.warnings, *_said(limits, cut=cut, endless=endless)),
    )


def _chunks(text: str, span: Span, limits: Limits) -> list[Sequence[int]]:
    """The offsets of a line that are kept, parted at blanks where it is too long."""
    offsets: Sequence[int] = range(span.start, span.end)
    most, word = limits.line_chars, limits.word_chars
    if len(span) <= word:
        return [offsets]
    gone = [
        Span(max(m.end(1), m.end(2)), m.end()) for m in _endless(word).finditer(text, span.start, span.end)
    ]
    if gone:
        ends = [span.start, *(edge for cut in gone for edge in (cut.start, cut.end)), span.end]
        offsets = [at for begin, end in zip(ends[::2], ends[1::2], strict=True) for at in range(begin, end)]
    chunks = []
    while len(offsets) > most:
        blank = next((k for k in range(most, max(most - word, 0), -1) if text[offsets[k]].isspace()), 0)
        chunks.append(offsets[: blank or most])
        offsets = offsets[blank + 1 if blank else most :]
    return [*chunks, offsets]


def _part(line: Line, chunk: Sequence[int], span: Span, *, first: bool) -> Line:
    """The line that a part of a line becomes."""
    edges = line.edges and tuple(
        edge
        for at in chunk
        for edge in line.edges[2 * (at - line.span.start) : 2 * (at - line.span.start) + 2]
    )
    if first:
        return replace(line, span=span, edges=edges)
    return replace(line, span=span, edges=edges, marker="", starts_block=False)


def _with_short_paragraphs(lines: tuple[Line, ...], most: int) -> tuple[Line, ...]:
    """The lines, with a new paragraph where one gets too long."""
    begin, made = 0, []
    for line in lines:
        if line.starts_block:
            begin = line.span.start
        elif line.span.end - begin > most:
            line, begin = replace(line, starts_block=True), line.span.start  # noqa: PLW2901
        made.append(line)
    return tuple(made)


def _moved(link: Link, moved: Sequence[tuple[int, int]], end: int) -> Link:
    """A link with its anchor where that is now; without one, where its line was cut."""
    if link.span is None:
        return link
    index = bisect_right(moved, (link.span.start, end)) - 1
    old, new = moved[index] if index >= 0 else (0, -1)
    if new < 0 or link.span.end > end:
        return replace(link, span=None)
    return replace(link, span=Span(link.span.start - old + new, link.span.end - old + new))


def _said(limits: Limits, *, cut: bool, endless: bool) -> Iterator[DocumentWarning]:
    if cut:
        bound = f"{limits.read_chars:,} characters or {limits.lines:,} lines"
        yield DocumentWarning("text-cut", f"the document is too long; only its first {bound} were read")
    if endless:
        yield DocumentWarning("long-words-cut", f"words of more than {limits.word_chars} characters were cut")
