"""What the command analyzes is ended by its processor time, whichever way the system counts it."""

from __future__ import annotations

import re
import signal
import threading
import time

import pytest

from gapcheck import Analyzer, DocumentError, Limits, analyzer_parts
from gapcheck.guard import deadline as module
from gapcheck.guard.deadline import deadline, enforce_deadlines, uncounted

ONE_SECOND = Limits(cpu_seconds=1)
ENDLESS = re.compile(r"(a|a)*b")


@pytest.fixture(params=["counted by the system", "counted by a thread"])
def ours(request, monkeypatch):
    monkeypatch.setattr(module, "_state", {"is_ours": False, "is_busy": False})
    if request.param == "counted by a thread":
        monkeypatch.setattr(module, "_TIMED", False)
        monkeypatch.setattr(module, "_SIGNAL", signal.SIGTERM)
    enforce_deadlines()
    return request.param


def turn(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


@pytest.mark.usefixtures("ours")
def test_what_takes_too_long_is_ended_by_its_reason_and_the_next_begins_anew():
    with pytest.raises(DocumentError, match=r"a\.txt needs more than 1 seconds of processor") as caught:  # noqa: SIM117
        with deadline("a.txt", ONE_SECOND), deadline("an inner one", Limits(cpu_seconds=9)):
            turn(20)
    assert caught.value.reason == "limits"
    assert "cpu_seconds under [limits]" in caught.value.hint
    with deadline("b.txt", ONE_SECOND, documents=2):
        turn(1.1)
    turn(0.1)


@pytest.mark.usefixtures("ours")
def test_what_is_made_once_for_all_documents_counts_for_none():
    with deadline("a.txt", ONE_SECOND):
        turn(0.4)
        with uncounted(), uncounted():
            turn(1.5)
        turn(0.3)
        with pytest.raises(DocumentError):
            turn(20)
    with uncounted():
        turn(0.1)


def test_one_search_without_end_is_ended_too(ours):
    if ours == "counted by a thread":
        pytest.skip("a thread cannot look while one search runs")
    with pytest.raises(DocumentError), deadline("a.txt", ONE_SECOND):
        ENDLESS.match("a" * 40)


@pytest.mark.usefixtures("ours")
def test_what_handled_the_signal_handles_it_again_and_other_threads_are_left_alone():
    known = signal.getsignal(module._SIGNAL)
    with deadline("a.txt", ONE_SECOND):
        assert signal.getsignal(module._SIGNAL) is not known
    assert signal.getsignal(module._SIGNAL) is known

    def elsewhere():
        with deadline("a.txt", ONE_SECOND):
            seen.append(signal.getsignal(module._SIGNAL))

    seen: list[object] = []
    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert seen == [known]


def test_a_library_sets_no_signal(monkeypatch):
    monkeypatch.setattr(module, "_state", {"is_ours": False, "is_busy": False})
    known = signal.getsignal(module._SIGNAL)
    with deadline("a.txt", ONE_SECOND):
        assert signal.getsignal(module._SIGNAL) is known


def test_the_first_use_of_a_taxonomy_is_no_documents_time(monkeypatch):
    """Compiling a large taxonomy takes longer than any document may."""
    order = []
    whole = analyzer_parts.deadline
    monkeypatch.setattr(analyzer_parts, "joined_matcher", lambda each: order.append("names") or each[0])
    monkeypatch.setattr(analyzer_parts, "weights_of", lambda _: order.append("weights"))
    monkeypatch.setattr(analyzer_parts, "deadline", lambda *args: order.append("deadline") or whole(*args))
    Analyzer().parse(
        b"Ada Quill\n\nExperience\nBaker, Tarn Ltd, 2019 - 2023\n", name="a.txt", as_of="2026-11-21"
    )
    assert order == ["names", "weights", "deadline"]
