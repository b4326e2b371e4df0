"""Reports held in memory for half an hour, each under a token that nobody can guess; nothing is on disk."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from gapcheck.comparison import Comparison
from gapcheck.document import Document
from gapcheck.plain_values import to_json
from gapcheck.ranking import Ranking
from gapcheck.rendering import PageView
from gapcheck.report import GapReport
from gapcheck.web.inputs import Asked, NamedBytes

_LINE = 700
"""Bytes that a line takes beside its characters, as measured."""
_EDGE = 32
"""Bytes of one x of a character: a float and its place in a tuple."""


@dataclass(frozen=True, slots=True)
class HeldReport:
    """A report, and what is needed to make it again with an assumption or beside a new version of the resume.

    `asked` is what the resume was compared with, and how; `data` are the bytes of a PDF, for its marked copy,
    empty for other formats.
    """

    report: GapReport
    document: Document
    asked: Asked
    data: bytes = b""
    pages: tuple[PageView, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldTable:
    """A ranking, and what could not be scored."""

    title: str
    ranking: Ranking
    failures: tuple[Mapping[str, str], ...]


Held = HeldReport | HeldTable | Comparison


def size_of(value: Held) -> int:
    """Roughly the bytes of memory that something takes: its files, text, places and pictures, and its rows as JSON."""
    if not isinstance(value, HeldReport):
        return len(to_json(value))
    lines = value.document.lines
    document = len(value.document.text) + sum(_LINE + _EDGE * len(line.edges) for line in lines)
    shown = sum(
        len(page.picture) + sum(_LINE + len(line.text) for line in page.lines) for page in value.pages
    )
    posting = sum(
        each.getbuffer().nbytes if isinstance(each, NamedBytes) else len(str(each))
        for each in value.asked.target.values()
    )
    return len(value.data) + document + shown + posting + len(to_json(value.report))


@dataclass(slots=True)
class Memory:
    """What the server holds. Safe between threads.

    `seconds` after which something is forgotten, `most` things of roughly `most_bytes` at once (see
    `size_of`); the oldest go first.
    """

    seconds: float
    most: int
    most_bytes: int
    clock: Callable[[], float] = time.monotonic
    _held: dict[str, tuple[float, int, Held]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def keep(self, value: Held) -> str:
        """Hold something; gives its token."""
        token = secrets.token_urlsafe(24)
        size = size_of(value)
        with self._lock:
            self._held[token] = (self.clock(), size, value)
            self._forget_old()
            while len(self._held) > self.most or sum(row[1] for row in self._held.values()) > self.most_bytes:
                self._held.pop(next(iter(self._held)))
        return token

    def get(self, token: str) -> Held | None:
        """What is held under a token, None once it is forgotten."""
        with self._lock:
            self._forget_old()
            found = self._held.get(token)
        return found[2] if found else None

    def forget(self, token: str) -> None:
        """Let go of something at once."""
        with self._lock:
            self._held.pop(token, None)

    def sweep(self) -> None:
        """Let go of everything that is over its time."""
        with self._lock:
            self._forget_old()

    def __len__(self) -> int:
        return len(self._held)

    def _forget_old(self) -> None:
        oldest = self.clock() - self.seconds
        for token in [token for token, (since, _, _) in self._held.items() if since <= oldest]:
            del self._held[token]
