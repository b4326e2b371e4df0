"""Texts that are made to cost more than their length: one unit, over and over."""

from __future__ import annotations

import time
from collections.abc import Callable

from gapcheck import Analyzer

SHAPES = {
    "letters": "a", "case": "aB", "digits": "7", "dots": ".", "dashes": "- ", "pairs of dashes": "-- ", "plus signs": "+ ", "brackets": "( ",
    "brackets in brackets": "(a ", "square brackets": "[ ", "skills": "Python, ", "skills in brackets": "(Python ",
    "lines of skills": "- Python and SQL\n", "degrees": "Bachelor of Science in ", "signs in names": "C++ ",
    "headings": "Experience\n", "headings of postings": "Requirements\n", "marked headings": "# Skills\n",
    "comments": "<!-- a --> ", "open comments": "<!-- ", "rules of CSS": "a{b:c;", "CSS without braces": "a:b;c ",
    "items": "- a\n", "cells": "a\tb\t", "rows of cells": "a | b | c\n", "lines": "x\n", "certificates": "certified ",
    "years": "5 years of experience with ", "dates": "Jan 2019 - ", "lines of dates": "Jan 2019 - May 2020\n",
    "denials": "not ", "alternatives": "Java or ", "links": "http://a.b/", "addresses": "a@b.", "labels": "Python:\n",
    "quotes": '"a" ', "capitals": "AB CD ", "stars": "* ", "sentences": "Managed a team. ",
    "lines that go on": "experience with Python and\n",
}  # fmt: skip
SAMPLE = (
    "letters", "dots", "pairs of dashes", "brackets in brackets", "skills", "lines of skills", "degrees", "headings",
    "open comments", "CSS without braces", "items", "rows of cells", "certificates", "years", "lines of dates",
    "denials", "links", "sentences", "lines that go on",
)  # fmt: skip
"""One shape of each way in which text is read: what tests have time for; benchmarks measure all."""
LONGER = 4
MOST = 6.25
"""Times as long as a text that is four times as long may take: 2.5 at each doubling. What is quadratic takes 16."""
UNSURE = 0.05
"""Seconds of processor time that a clock may be off."""
KINDS = ("resume", "posting")
_BEFORE = {
    "resume": "Ada Quill\nada@example.org\n\nEXPERIENCE\nAnalyst, Tarn Ltd\t2019 - 2021\n",
    "posting": "Analyst\n\nRequirements\n",
}


def seconds(analyzer: Analyzer, kind: str, shape: str, length: int) -> float:
    """Of processor time, to analyze a document with `length` characters of a shape, in whole units."""
    unit = SHAPES[shape]
    document = analyzer.read((_BEFORE[kind] + unit * (length // len(unit))).encode(), name="a.txt")
    begin = time.process_time()
    if kind == "resume":
        analyzer.analyze(document, as_of="2026-11-21")
    else:
        analyzer.understand([document])
    return time.process_time() - begin


def is_steep(measure: Callable[[int], float], length: int) -> bool:
    """Whether the time for a length grows faster than the length, up to LONGER times that."""
    return measure(LONGER * length) > MOST * measure(length) + UNSURE
