"""Many resumes in worker processes: whatever one of them does, it is one Failure, and all others keep their reports."""

from __future__ import annotations

import itertools
import os
import threading
from datetime import date
from pathlib import Path

import pytest

from gapcheck import Analyzer, Failure, GapcheckError, GapReport, Limits
from gapcheck.guard import Guard
from gapcheck.guard.child import resource
from gapcheck.many import Task, in_order, outcomes
from tests import poison

DAY = "2026-11-21"
GOOD = (
    b"Ola Berg\n\nExperience\nData engineer, Tarn AB, 2019 - 2024\n- Built pipelines in Python and SQL for the night ferries.\n"
    b"- Trained models with scikit-learn that say when a ferry needs a new engine, and put them into service with Docker.\n"
    b"- Told captains each week what the figures say, and taught four colleagues to read them.\n"
    b"Analyst, Holm Ltd, 2016 - 2019\n- Cleaned the data of forty harbours in R and drew maps of delays for the press.\n"
    b"\nEducation\nB.Sc. in Statistics, University of Lindholm, 2016\n\nSkills\nPython, SQL, R, Docker, Git\n"
)
POISONS = {
    b"fail": ("error", "KeyError: 'glyph'"),
    b"hang": ("limits", "5 seconds"),
    b"crash": ("crashed", "signal 11" if os.name == "posix" else "exit code"),
    b"eat": ("limits", "memory"),
}


@pytest.fixture(scope="module")
def analyzer():
    limits = Limits(wall_seconds=5, memory_bytes=300 * 2**20)
    return Analyzer(readers={".res": poison.read}, limits=limits)


def test_one_that_takes_long_delays_few_others():
    enough, begun = threading.Event(), itertools.count(1)

    def outcome(number):
        if number == 0:
            assert enough.wait(60)
        elif next(begun) == 9:
            enough.set()
        return number

    with Guard() as guard:
        assert list(in_order(range(12), outcome, guard, workers=2, ahead=10)) == list(range(12))


def test_one_outcome_each_in_input_order(analyzer, tmp_path):
    words = [None, *POISONS, None, b""]
    paths = [tmp_path / f"{number}.res" for number in range(len(words))]
    for path, word in zip(paths, words, strict=True):
        path.write_bytes(GOOD if word is None else word)
    sources = iter([*paths, tmp_path / "none.res", 5, Path("examples/resume.pdf")])
    found = list(analyzer.analyze_many(sources, as_of=DAY, workers=2, advice=False))
    assert [type(each) for each in found] == [GapReport, *[Failure] * 4, GapReport, *[Failure] * 3, GapReport]
    for path, outcome, (reason, message) in zip(paths[1:5], found[1:5], POISONS.values(), strict=True):
        if reason == "limits" and "memory" in message and resource is None:
            continue
        assert outcome.name == str(path)
        assert outcome.reason == reason
        assert message in outcome.message
    assert [each.reason for each in found[6:9]] == ["empty", "missing", "wrong-type"]
    assert found[0].score == found[5].score
    (here,) = analyzer.analyze_many(paths[:1], as_of=DAY, advice=False)
    assert here.to_json() == found[0].to_json()
    assert not here.next_steps
    assert not here.certifications.suggested


def test_any_number_of_resumes_is_taken_a_few_at_a_time(analyzer):
    taken = []

    def resumes():
        for number in itertools.count():
            taken.append(number)
            yield Path("examples/resume.pdf").read_bytes()

    task = Task(analyzer.requirements_of(), date.fromisoformat(DAY), summary=poison.title_and_score)
    found = outcomes(analyzer, resumes(), task, workers=1)
    assert taken == []
    first = [next(found) for _ in range(8)]
    assert first[0]["steps"] > 0
    assert first == [first[0]] * 8
    assert len(taken) <= 8 + 64
    found.close()
    with pytest.raises(StopIteration):
        next(found)


def test_a_fault_of_the_iterable_comes_after_what_came_before(analyzer):
    def resumes():
        yield b""
        raise OSError("the disk is gone")

    found = analyzer.analyze_many(resumes(), workers=1)
    assert next(found).reason == "empty"
    with pytest.raises(OSError, match="the disk is gone"):
        next(found)


def test_parts_that_no_worker_can_have_are_refused_at_once():
    analyzer = Analyzer(readers={".rtf": lambda *_: None})
    with pytest.raises(GapcheckError, match="cannot be sent to worker processes"):
        analyzer.analyze_many([GOOD], workers=2)


@pytest.mark.parametrize("workers", [-1, 1.5, "2", True])
def test_a_number_of_workers_is_a_number(analyzer, workers):
    with pytest.raises(TypeError, match="workers must be"):
        analyzer.analyze_many([GOOD], workers=workers)
