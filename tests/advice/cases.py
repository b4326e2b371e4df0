"""Small cases to give advice on: rows with the credit that a test wants, certificates of one provider, an invented resume."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

from gapcheck.advice import advise
from gapcheck.config import load_policy
from gapcheck.document import Document, Line
from gapcheck.facts.dates import Month
from gapcheck.facts.periods import Period
from gapcheck.gaps import find_gaps
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
from gapcheck.target_requirements import TargetRequirements
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
