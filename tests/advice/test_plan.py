"""The plan of certificates: few, affordable together, and worth it."""

from __future__ import annotations

import pytest

from gapcheck.advice import PlanLimits
from gapcheck.errors import GapcheckError
from tests.advice.cases import TRAINED, advised, certification, row


def test_the_plan_covers_with_few_and_sums_their_price_and_hours() -> None:
    found = advised(
        [
            row("docker-row", "docker"),
            row("sql-row", "sql"),
            row("spark-row", "spark"),
            row("ml", "machine-learning"),
        ],
        certification("both", {"docker": 0.9, "sql": 0.9}, cost_usd=200, hours=40),
        certification("docker-only", {"docker": 0.9}, cost_usd=10, hours=5),
        certification("spark-only", {"spark": 0.9}, cost_usd=20, hours=8),
    )
    plan = found.certifications.plan
    assert plan.certifications == ("both", "spark-only")
    assert (plan.cost_usd, plan.hours) == (220.0, 48.0)
    assert plan.points_gained == pytest.approx(30 * TRAINED)
    assert plan.uncovered == ("ml",)


def test_the_plan_ends_where_a_certificate_would_add_less_than_a_point() -> None:
    found = advised(
        [row("docker-row", "docker"), row("sql-row", "sql", points=1.4)],
        certification("docker-only", {"docker": 0.9}),
        certification("sql-only", {"sql": 0.9}),
    )
    assert {each.id for each in found.certifications.suggested} == {"docker-only", "sql-only"}
    assert found.certifications.plan.certifications == ("docker-only",)
    assert found.certifications.plan.uncovered == ("sql-row",)


def test_ties_go_to_the_cheaper_then_to_the_first_id() -> None:
    offers = [
        certification("b-same", {"docker": 0.9}, cost_usd=50),
        certification("a-same", {"docker": 0.9}, cost_usd=50),
        certification("dear", {"docker": 0.9}, cost_usd=500),
    ]
    assert advised([row("docker-row", "docker")], *offers).certifications.plan.certifications == ("a-same",)


def test_one_that_the_others_make_superfluous_is_dropped() -> None:
    found = advised(
        [
            row("docker-row", "docker", points=4.0),
            row("sql-row", "sql", points=4.0),
            row("spark-row", "spark", points=3.9),
            row("ml-row", "machine-learning", points=3.9),
        ],
        certification("middle", {"docker": 0.9, "sql": 0.9}),
        certification("left", {"docker": 0.9, "spark": 0.9}),
        certification("right", {"sql": 0.9, "machine-learning": 0.9}),
    )
    assert found.certifications.plan.certifications == ("left", "right")


def test_an_unknown_or_monthly_price_leaves_the_sum_open() -> None:
    rows = [row("docker-row", "docker"), row("sql-row", "sql")]
    month = certification("monthly", {"docker": 0.9}, cost_usd=49, cost_per="month")
    unknown = certification("unknown", {"docker": 0.9}, cost_usd=None, cost_verified=False)
    fixed = certification("fixed", {"sql": 0.9}, cost_usd=100)
    for other in (month, unknown):
        assert advised(rows, other, fixed).certifications.plan.cost_usd is None


def test_nothing_unmet_nothing_planned() -> None:
    found = advised([row("docker-row", "docker", credit=1.0)], certification("acme-docker", {"docker": 0.9}))
    assert found.certifications.suggested == ()
    assert found.certifications.plan.uncovered == ()
    assert found.next_steps == ()


# ---- limits of the plan


def test_a_plan_stays_within_its_budget_and_hours() -> None:
    rows = [row("docker-row", "docker"), row("sql-row", "sql", points=8.0)]
    offers = [
        certification("dear-docker", {"docker": 0.9}, cost_usd=300, hours=10),
        certification("long-sql", {"sql": 0.9}, cost_usd=50, hours=80),
    ]

    def planned(**limits: float) -> tuple[str, ...]:
        return advised(rows, *offers, limits=PlanLimits(**limits)).certifications.plan.certifications

    assert planned() == ("dear-docker", "long-sql")
    assert planned(budget_usd=100) == ("long-sql",)
    assert planned(hours=20) == ("dear-docker",)
    assert planned(budget_usd=100, hours=20) == ()


def test_what_costs_nobody_knows_how_much_is_not_within_a_budget() -> None:
    unknown = certification("unknown", {"docker": 0.9}, cost_usd=None, cost_verified=False)
    found = advised([row("docker-row", "docker")], unknown, limits=PlanLimits(budget_usd=1000))
    assert found.certifications.suggested
    assert found.certifications.plan.certifications == ()
    assert found.certifications.plan.budget_usd == 1000


@pytest.mark.parametrize("limit", [-1.0, float("nan"), float("inf")])
def test_a_limit_is_a_number_from_nought(limit: float) -> None:
    with pytest.raises(GapcheckError, match="not a valid limit"):
        PlanLimits(budget_usd=limit)
