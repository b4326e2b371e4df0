"""Certificates that advice suggests, and what it says of those that are held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from gapcheck.advice import advise
from gapcheck.advice.certificates import noted
from gapcheck.report import HeldRow
from tests.advice.cases import POLICY, TRAINED, advised, case, certification, laid_out, row, taxonomy


def test_a_certificate_brings_what_its_main_skills_would_count_for_as_training() -> None:
    found = advised(
        [row("docker-row", "docker"), row("sql-row", "sql")],
        certification("acme-docker", {"docker": 0.9, "sql": 0.3}),
    )
    (one,) = found.certifications.suggested
    assert one.closes == ("docker-row",)
    assert one.points_gained == pytest.approx(10 * TRAINED)
    assert found.certifications.plan.uncovered == ("sql-row",)


def test_it_proves_the_class_of_its_skill_a_little_less() -> None:
    found = advised([row("cloud", "cloud-platforms")], certification("acme-aws", {"aws": 0.9}))
    (one,) = found.certifications.suggested
    assert one.points_gained == pytest.approx(10 * TRAINED * POLICY.relation.child)


def test_only_what_it_adds_is_counted_and_rows_that_are_met_stay_out() -> None:
    found = advised(
        [row("docker-row", "docker"), row("sql-row", "sql", credit=POLICY.claim.exposure)],
        certification("acme-docker", {"docker": 0.9, "sql": 0.9}),
    )
    (one,) = found.certifications.suggested
    assert one.closes == ("docker-row",)
    assert one.points_gained == pytest.approx(10 * TRAINED)


def test_an_open_row_for_certificates_counts_in_full_on_its_topic() -> None:
    wanted = row("ml-cert", "machine-learning", kind="certification", open=True, necessity="preferred")
    found = advised([wanted], certification("acme-ml", topics=["machine-learning"]))
    assert found.certifications.suggested[0].points_gained == pytest.approx(10.0)


def test_a_row_that_names_certificates_takes_those_or_less_for_others_on_the_topic() -> None:
    named = {"kind": "certification", "certifications": ["acme-ml"]}
    both = [certification("acme-ml"), certification("other-ml", topics=["machine-learning"])]
    opened = advised([row("ml-cert", "machine-learning", open=True, **named)], *both)
    points = {each.id: each.points_gained for each in opened.certifications.suggested}
    assert points == {"acme-ml": pytest.approx(10.0), "other-ml": pytest.approx(8.0)}
    closed = advised([row("ml-cert", "machine-learning", **named)], *both)
    assert [each.id for each in closed.certifications.suggested] == ["acme-ml"]


def test_a_later_edition_of_a_named_one_counts_as_named() -> None:
    old = certification(
        "acme-1", last_exam="2026-01-01", successors=[{"id": "acme-2", "relation": "direct_replacement"}]
    )
    wanted = row("cert", kind="certification", certifications=["acme-1"])
    found = advised([wanted], old, certification("acme-2"))
    assert [(each.id, each.points_gained) for each in found.certifications.suggested] == [
        ("acme-2", pytest.approx(10.0))
    ]


@pytest.mark.parametrize(
    "given",
    [
        {"last_exam": "2026-03-31"},
        {"last_exam": "2026-11-30"},
        {"verification": "unverified", "verified_on": None},
        {"legacy_from": "2026-01-01"},
        {"certifies": False},
    ],
)
def test_what_cannot_be_earned_is_never_suggested(given: dict[str, Any]) -> None:
    found = advised([row("docker-row", "docker")], certification("acme-docker", {"docker": 0.9}, **given))
    assert found.certifications.suggested == ()
    assert found.certifications.plan.certifications == ()


def test_warnings_and_unknown_figures_come_along() -> None:
    one = certification(
        "acme-docker", {"docker": 0.9}, verified_on="2026-07-05", cost_usd=None, cost_verified=False
    )
    (found,) = advised([row("docker-row", "docker")], one).certifications.suggested
    assert found.cost_usd is None
    assert found.hours is None
    assert found.warnings == ("last checked 2026-07-05, 139 days earlier",)


@pytest.mark.parametrize(
    ("status", "suggested"),
    [("current", []), ("unknown", []), ("in_progress", []), ("expired", ["acme-docker"])],
)
def test_what_is_held_is_not_suggested_again(status: str, suggested: list[str]) -> None:
    held = (HeldRow("acme-docker", "acme-docker", "2025", None, status, 1, ""),)
    found = advised([row("docker-row", "docker")], certification("acme-docker", {"docker": 0.9}), held=held)
    assert [each.id for each in found.certifications.suggested] == suggested


def test_what_it_lends_to_rows_that_it_does_not_close_counts_too() -> None:
    found = advised(
        [
            row("docker-row", "docker"),
            row("two", "docker", "sql", "spark"),
            row("some", "docker", kind="experience"),
        ],
        certification("acme-docker", {"docker": 0.9}),
    )
    (one,) = found.certifications.suggested
    assert one.closes == ("docker-row",)
    assert one.points_gained == pytest.approx(10 * TRAINED * (1 + 1 / 3 + POLICY.experience.without_time))


def test_soft_skills_and_experience_are_nothing_that_a_certificate_closes() -> None:
    found = advised(
        [
            row("team", "teamwork", kind="soft_skill"),
            row("years", "docker", kind="experience", min_months=24),
        ],
        certification("acme-all", {"teamwork": 1.0, "docker": 1.0}),
    )
    assert found.certifications.suggested == ()


def test_an_any_of_row_needs_one_and_an_all_of_row_all() -> None:
    covers = certification("acme-docker", {"docker": 0.9})
    either = advised([row("either", "docker", "sql", logic="any_of")], covers)
    assert either.certifications.suggested[0].points_gained == pytest.approx(10 * TRAINED)
    both = advised([row("both", "docker", "sql")], covers)
    assert both.certifications.suggested == (), "half of what is asked for, and only learned"


def test_suggestions_stand_by_points_then_price_then_id() -> None:
    found = advised(
        [row("docker-row", "docker", points=5.0), row("sql-row", "sql", points=8.0)],
        certification("c-docker", {"docker": 0.9}),
        certification("b-sql", {"sql": 0.9}, cost_usd=None, cost_verified=False),
        certification("d-sql", {"sql": 0.9}, cost_usd=50),
        certification("a-sql", {"sql": 0.9}),
    )
    assert [each.id for each in found.certifications.suggested] == ["d-sql", "a-sql", "b-sql", "c-docker"]


# ---- what is held

OLD = certification(
    "acme-1",
    last_exam="2026-06-30",
    successors=[{"id": "acme-2", "relation": "direct_replacement"}, {"id": "acme-3", "relation": "partial"}],
    validity=[{"months": 12}],
)


@pytest.mark.parametrize(
    ("id_", "status", "note"),
    [
        ("acme-1", "current", "can no longer be earned, and counts until it expires; later: acme-2"),
        ("acme-1", "historic", "can no longer be renewed; later: acme-2"),
        ("acme-1", "in_progress", "can no longer be earned: check the plan; later: acme-2"),
        ("acme-1", "inconsistent", "the exam ended on 2026-06-30: please check the date; later: acme-2"),
        ("acme-1", "unknown", ""),
        ("acme-0", "historic", "can no longer be renewed; it has no official successor"),
        ("acme-2", "current", ""),
        ("acme-2", "unknown", ""),
        ("acme-2", "expired", "can be renewed or earned again"),
        (None, "current", "not matched to a certificate of the catalogue: check its name or code"),
    ],
)
def test_what_is_said_of_a_held_certificate(id_: str | None, status: str, note: str) -> None:
    held = (HeldRow(id_, "A", None, None, status, 1, "A"),)
    rows = [OLD, certification("acme-0", last_exam="2024"), certification("acme-2"), certification("acme-3")]
    found = advised([row("docker-row", "docker")], *rows, held=held)
    assert found.certifications.held[0].note == note


@pytest.mark.parametrize(
    ("quote", "expires", "said"),
    [
        ("A, 2025", "2026", "the end is inferred from the date of issue, not printed: check it"),
        ("A, 2025 - 2026", "2026", ""),
        ("A, 2025, renewed", "2030", ""),
    ],
)
def test_a_last_day_that_nobody_printed_is_said_to_be_inferred(quote: str, expires: str, said: str) -> None:
    known = taxonomy(certification("acme-2", validity=[{"months": 12}]))
    held = HeldRow("acme-2", "A", "2025", expires, "current", 1, quote)
    assert noted(held, known, date(2026, 1, 1)).note == said


def test_advice_changes_nothing_that_was_measured() -> None:
    one = case([row("docker-row", "docker")], certification("a", {"docker": 0.9}))
    before = laid_out(one)
    after = advise(before, one)
    assert after.certifications.suggested
    kept = {"certifications", "next_steps", "actions", "nearest_roles", "listed_only"}
    assert replace(after, **{name: getattr(before, name) for name in kept}) == before
