from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest

from gapcheck.advice import PlanLimits, advise
from gapcheck.config import load_policy
from gapcheck.document import Document, Line
from gapcheck.errors import GapcheckError
from gapcheck.facts.dates import Month
from gapcheck.facts.periods import Period
from gapcheck.gaps import TargetRequirements, find_gaps
from gapcheck.matching.mentions import Matches, SkillMention
from gapcheck.outline.model import Section, SectionKind
from gapcheck.provenance import Provenance
from gapcheck.report import (
    GapReport,
    HeldRow,
    Named,
    RequirementRow,
    Target,
)
from gapcheck.resume.model import Contact, Entry, EntryKind, HeldCertificate, Resume
from gapcheck.scoring import Case, Weighed, case_of
from gapcheck.spans import Span
from gapcheck.taxonomy import Certification, Requirement, Skill, Taxonomy

POLICY = load_policy()
TRAINED = POLICY.certification.as_training


def skill(id_: str, **given: Any) -> Skill:
    return Skill.model_validate({"id": id_, "label": id_.replace("-", " "), **given})


def certification(id_: str, covers: dict[str, float] | None = None, **given: Any) -> Certification:
    values = {
        "id": id_,
        "name": id_,
        "provider": "Acme",
        "verification": "dated",
        "verified_on": "2026-10-01",
        "cost_usd": 100,
        "cost_verified": True,
        "skills": [{"id": each, "share": share} for each, share in (covers or {}).items()],
    }
    return Certification.model_validate({**values, **given})


SKILLS = (
    skill("machine-learning"),
    skill("cloud-platforms"),
    skill("aws", broader=["cloud-platforms"]),
    skill("docker"),
    skill("model-deployment"),
    skill("spark"),
    skill("sql"),
    skill("teamwork", kind="soft_skill"),
)


def taxonomy(*certifications: Certification) -> Taxonomy:
    return Taxonomy(
        "1",
        "0" * 64,
        MappingProxyType({each.id: each for each in SKILLS}),
        MappingProxyType({}),
        MappingProxyType({each.id: each for each in certifications}),
    )


def asked(id_: str, *skills: str, **given: Any) -> Requirement:
    values = {"id": id_, "title": id_.replace("-", " "), "kind": "skill", "necessity": "required"}
    return Requirement.model_validate({**values, "skills": list(skills), **given})


def judged(row: Requirement, **given: Any) -> RequirementRow:
    credit = given.get("credit", 0.0)
    possible = given.get("points_possible", 10.0)
    status = "met" if credit >= 0.7 else "partial" if credit >= 0.25 else "missing"
    values: dict[str, Any] = {
        "weight": 1.0,
        "points_possible": possible,
        "points": possible * credit,
        "credit": credit,
        "status": status,
        "grade": "none",
        "reasons": (),
        "evidence": (),
        "sources": (),
    }
    return RequirementRow(
        id=row.id,
        title=row.title,
        kind=row.kind.value,
        necessity=row.necessity.value,
        logic=row.logic.value,
        open=row.open,
        head=Named(row.head, row.head) if row.head else None,
        skills=tuple(Named(each, each) for each in row.skills),
        min_months=row.min_months,
        min_count=row.min_count,
        degree=None,
        **{**values, **given},
    )


TEXT = "Engineer, Pellworm Insurance, 2020 - present. " * 20
JOB = Entry(
    EntryKind.JOB, "Clerk", "", Period(Month(2020, 1), None, Span(0, 4)), (83, 83), Span(0, len(TEXT)), 1
)


def resume(pairs: Any, held: tuple[HeldRow, ...] = ()) -> Resume:
    """A resume that says of the rows' skills what gives them their credit: used, touched on, listed, or nothing."""
    text, mentions = TEXT, []
    for one, row in pairs:
        for each in one.skills if row.credit else ():
            listed = row.credit == POLICY.source.list_beside_work
            start = len(text) if listed else 10 * len(mentions)
            text += f"{each} " if listed else ""
            touched = row.credit == POLICY.claim.exposure
            span = Span(start, start + len(each))
            mentions.append(SkillMention(each, span, each, exposure=touched))
    whole = Span(0, len(text))
    return Resume(
        document=Document("a.pdf", "pdf", "0" * 64, text, (Line(whole, 1),)),
        as_of="2026-11-21",
        sections=(
            Section(SectionKind.EXPERIENCE, "Experience", JOB.span, JOB.span, 1),
            Section(SectionKind.SKILLS, "Skills", Span(len(TEXT), len(text)), Span(len(TEXT), len(text)), 1),
        ),
        entries=(JOB,),
        experience=(83, 83),
        education=(),
        certificates=tuple(
            HeldCertificate(each.id, each.name, "", each.issued, each.expires, each.status, Span(0, 4), 1)
            for each in held
        ),
        contact=Contact(),
        matches=Matches(tuple(mentions)),
    )


def case(pairs: Any, *certifications: Certification, held: tuple[HeldRow, ...] = ()) -> Case:
    """The rows judged by such a resume, with the points that the test gives them."""
    found = case_of(
        resume(pairs, held), [each for each, _ in pairs], ("engineer",), taxonomy(*certifications), POLICY
    )
    return replace(found, weighed={row.id: Weighed(1.0, row.points_possible) for _, row in pairs})


def laid_out(one: Case) -> GapReport:
    rows = one.requirements
    return find_gaps(
        one,
        TargetRequirements(Target("role", "r", "R", ()), rows, ()),
        Provenance("0", "1", "0" * 64, "0" * 64, {}),
    )


def advised(
    pairs: list[tuple[Requirement, RequirementRow]], *certifications: Certification, **given: Any
) -> GapReport:
    held = given.pop("held", ())
    one = case(pairs, *certifications, held=held)
    before = laid_out(one)
    assert held or [row.credit for row in before.requirements] == [row.credit for _, row in pairs]
    return advise(before, one, **given)


def row(id_: str, *skills: str, credit: float = 0.0, points: float = 10.0, **given: Any) -> Any:
    one = asked(id_, *skills, **given)
    return one, judged(one, credit=credit, points_possible=points)


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


# ---- the plan


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


def test_advice_changes_nothing_that_was_measured() -> None:
    one = case([row("docker-row", "docker")], certification("a", {"docker": 0.9}))
    before = laid_out(one)
    after = advise(before, one)
    assert after.certifications.suggested
    kept = {"certifications", "next_steps", "actions", "nearest_roles", "listed_only"}
    assert replace(after, **{name: getattr(before, name) for name in kept}) == before
