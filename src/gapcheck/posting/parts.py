"""The parts of a job document: its blocks, each with what stands over it."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.outline.model import PartKind
from gapcheck.spans import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A block, or a cell of a table row, with what stands over it.

    `heading` is what opened the part, as printed, and `introduction` the sentence with a colon that opens its
    list, if any; `bullet`: an item of a list; `indent` how far its marker stands from the margin.
    """

    span: Span
    kind: PartKind
    heading: str = ""
    introduction: str = ""
    introduction_span: Span | None = None
    bullet: bool = False
    is_heading: bool = False
    indent: int = 0
