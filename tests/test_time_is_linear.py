"""A longer text takes longer in proportion, whatever it is made of: no shape of a text is a way to stop the program.

The long run, of all shapes up to 40 kB, is benchmarks/hostile_time.py.
"""

from __future__ import annotations

import re
import time
from functools import partial

import pytest

from tests.places import shipped_analyzer
from tests.shapes import KINDS, LONGER, SAMPLE, is_steep, seconds

_TRIES = 3
"""A machine that is busy may be slow once."""
_LENGTH = 4000


@pytest.mark.parametrize("shape", SAMPLE)
@pytest.mark.parametrize("kind", KINDS)
def test_no_run_costs_more_than_its_length(kind, shape):
    analyzer = shipped_analyzer()
    seconds(analyzer, kind, shape, 200)
    assert not all(is_steep(partial(seconds, analyzer, kind, shape), _LENGTH) for _ in range(_TRIES))


def _seconds_to_search(pattern: str, length: int) -> float:
    text = "a" * length
    begin = time.process_time()
    re.search(pattern, text)
    return time.process_time() - begin


def test_the_measure_sees_one_quadratic_pattern_at_these_lengths():
    """An address of e-mail that is looked for from each letter of a run, to the run's end: a fault of old."""
    assert is_steep(partial(_seconds_to_search, r"[a-z]+@"), _LENGTH)
    assert not is_steep(partial(_seconds_to_search, r"(?<![a-z])[a-z]+@"), LONGER * _LENGTH)


def test_open_brackets_end_no_posting_in_a_traceback():
    posting = f"Analyst\n\nRequirements\n- Python {'( a ' * 400}\n- SQL\n"
    found = shipped_analyzer().understand([posting.encode()], names=["a.txt"])
    assert "sql" in {skill for row in found.merged for skill in row.skills}
