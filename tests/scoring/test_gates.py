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


DEGREE = (
    "Ice Core Scientist\n\nRequirements\n- {asked}\n- Python\n- Statistics\n- Field work\n- Report writing\n"
)


@pytest.mark.parametrize(
    ("asked", "line", "state"),
    [
        ("You must hold a PhD in glaciology", "PhD, Glaciology, Tromso, 2017", "met"),
        (
            "You must hold a PhD in glaciology",
            "PhD candidate in Glaciology, Tromso, 2024 - present",
            "to come",
        ),
        ("You must hold a PhD in glaciology", "BA, Music, Tromso, 2017", "missing"),
        ("You must hold a PhD in glaciology or equivalent experience", "BA, Music, Tromso, 2017", None),
        ("PhD in glaciology", "BA, Music, Tromso, 2017", None),
    ],
)
def test_a_degree_is_a_gate_where_the_posting_makes_it_one(asked, line, state):
    text = RESUME.format(more=f"\nEducation\n\n{line}\n")
    report = shipped_analyzer().analyze(
        text.encode(), name="resume.txt", job_text=DEGREE.format(asked=asked), as_of="2026-11-21"
    )
    assert [gate.status for gate in report.gates] == ([state] if state else [])
