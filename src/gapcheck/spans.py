"""Half-open character spans: how every part says where something is in a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of a document's text; ordered by start, then end."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}:{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        start, end = other.start, other.end
        return (self.start if self.start > start else start) < (self.end if self.end < end else end)  # noqa: FURB136  # fast

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]


def covering(span: Span, spans: Iterable[Span]) -> Span | None:
    """The first of `spans` that contains the whole of `span`, or None."""
    return next((each for each in spans if span in each), None)


class SpanIndex(Generic[T]):
    """Values by their place in a text: finds those that share a character with a span without looking at the others."""

    def __init__(self, rows: Iterable[tuple[Span, T]]) -> None:
        ordered = sorted(rows, key=lambda row: row[0].start)
        self._rows = [(span.start, span.end, value) for span, value in ordered]
        self._starts = [start for start, _, _ in self._rows]
        self._longest = max((end - start for start, end, _ in self._rows), default=0)

    def __bool__(self) -> bool:
        return bool(self._rows)

    def overlapping(self, span: Span) -> list[T]:
        """The values whose spans share a character with `span`, in order of their places."""
        begin, stop = span.start, span.end
        first = bisect_left(self._starts, begin - self._longest)
        last = bisect_left(self._starts, stop)
        return [value for start, end, value in self._rows[first:last] if start < end > begin < stop]
