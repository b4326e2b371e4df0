"""Twice the text takes at most about twice the time, whatever it is made of: no shape of a text is a way to stop the program."""

from __future__ import annotations

import time

import pytest

from tests.places import shipped_analyzer

_RESUME = "Ada Quill\nada@example.org\n\nEXPERIENCE\nAnalyst, Tarn Ltd\t2019 - 2021\n"
_POSTING = "Analyst\n\nRequirements\n"
_MOST = 3.2
"""Times the time at half the length; a quadratic shape needs four times as much."""


def seconds(kind: str, unit: str, length: int) -> float:
    analyzer = shipped_analyzer()
    content = (unit * length)[:length]
    begin = time.process_time()
    if kind == "resume":
        analyzer.analyze((_RESUME + content).encode(), name="a.txt", as_of="2026-11-21")
    else:
        analyzer.understand([(_POSTING + content).encode()], names=["a.txt"])
    return time.process_time() - begin


@pytest.mark.parametrize("unit", ["a", "aB", ".", "- ", "7", "certified ", "( ", "Bachelor of Science in "])
@pytest.mark.parametrize("kind", ["resume", "posting"])
def test_no_run_costs_more_than_its_length(kind, unit):
    seconds(kind, unit, 500)
    short = seconds(kind, unit, 2000)
    assert seconds(kind, unit, 4000) <= _MOST * short + 0.05


def test_open_brackets_end_no_posting_in_a_traceback():
    posting = f"Analyst\n\nRequirements\n- Python {'( a ' * 400}\n- SQL\n"
    found = shipped_analyzer().understand([posting.encode()], names=["a.txt"])
    assert "sql" in {skill for row in found.merged for skill in row.skills}
