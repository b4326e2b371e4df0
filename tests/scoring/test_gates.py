"""Conditions for a job, and the word for the whole."""

import pytest

from gapcheck.config import load_policy
from gapcheck.scoring import GateState, Verdict, verdict_of
from tests.places import shipped_analyzer
from tests.scoring.test_certificates import POSTING, RESUME

POLICY = load_policy()


@pytest.mark.parametrize(
    ("score", "gates", "verdict"),
    [
        (POLICY.verdict.strong, [], Verdict.STRONG),
        (POLICY.verdict.strong - 0.1, [GateState.MET], Verdict.GOOD),
        (POLICY.verdict.good - 0.1, [GateState.PARTIAL], Verdict.PARTIAL),
        (POLICY.verdict.partial - 0.1, [], Verdict.FAR),
        (100.0, [GateState.MET, GateState.EXPIRED], Verdict.PARTIAL),
        (100.0, [GateState.TO_COME], Verdict.PARTIAL),
        (5.0, [GateState.MISSING], Verdict.FAR),
    ],
)
def test_the_word_for_a_score(score, gates, verdict):
    assert verdict_of(score, gates, POLICY) is verdict


@pytest.mark.parametrize(
    ("line", "status", "date"),
    [
        ("Journeyman Tinker, State of Oregon, valid to March 2028", "met", "2028-03"),
        ("Journeyman Tinker, State of Oregon, expired March 2024", "expired", "2024-03"),
        ("Journeyman Tinker, State of Oregon, exam booked", "to come", None),
        ("Certificate in juggling, 2020", "missing", None),
    ],
)
def test_a_condition_has_its_state_and_its_date(line, status, date):
    text = RESUME.format(more=f"\nLicenses\n\n{line}\n")
    report = shipped_analyzer().analyze(
        text.encode(), name="resume.txt", job_text=POSTING, as_of="2026-11-21"
    )
    (gate,) = report.gates
    assert (gate.status, gate.date) == (status, date)
