"""The rules by which lines are told to be headings: part of section_headings.yaml and posting_headings.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from gapcheck.taxonomy.model import TaxonomyEntry

HeadingCue = Literal[
    "marked",
    "marked alike",
    "named",
    "wholly named",
    "partly named",
    "as most named",
    "title-like",
    "short",
    "no item",
    "numbered",
    "not in a numbered list",
    "emphasized",
    "in the style of headings",
    "apart as headings are",
    "stands out",
    "not below a heading",
    "capitals",
    "capitalized",
    "title case",
    "several words",
    "question",
    "no figure",
    "in a list",
    "not in a list",
    "blank above",
    "text below",
    "opens a list",
    "between list and text",
]


class HeadingRule(TaxonomyEntry):
    """A line is a heading where all these cues hold; `confidence` from 0 to 1 says how sure that is."""

    cues: tuple[HeadingCue, ...]
    confidence: float = Field(ge=0, le=1)
