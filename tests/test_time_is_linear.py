"""Twice the text takes about twice the time, whatever it is made of: no shape of a text is a way to stop the program.

The long run, of all shapes up to 40 kB, is benchmarks/hostile_time.py.
"""

from __future__ import annotations

import pytest

from tests.places import shipped_analyzer
from tests.shapes import KINDS, SAMPLE, seconds

_MOST = 2.5
"""Times the time at half the length; a quadratic shape needs four times as much."""
_UNSURE = 0.05
"""Seconds that a clock may be off."""
_TRIES = 3
"""A machine that is busy may be slow once."""
_LENGTH = 2000


@pytest.mark.parametrize("shape", SAMPLE)
@pytest.mark.parametrize("kind", KINDS)
def test_no_run_costs_more_than_its_length(kind, shape):
    analyzer = shipped_analyzer()
    seconds(analyzer, kind, shape, 200)
    assert any(
        seconds(analyzer, kind, shape, 2 * _LENGTH)
        <= _MOST * seconds(analyzer, kind, shape, _LENGTH) + _UNSURE
        for _ in range(_TRIES)
    )


def test_open_brackets_end_no_posting_in_a_traceback():
    posting = f"Analyst\n\nRequirements\n- Python {'( a ' * 400}\n- SQL\n"
    found = shipped_analyzer().understand([posting.encode()], names=["a.txt"])
    assert "sql" in {skill for row in found.merged for skill in row.skills}
