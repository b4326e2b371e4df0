"""One fixed report of an invented person, with something of everything that a report can hold."""

from __future__ import annotations

import pytest

from gapcheck.document import DocumentWarning
from gapcheck.provenance import Provenance
from gapcheck.report import (
    Action,
    Certifications,
    DiscardedRow,
    DocumentRow,
    EducationRow,
    Evidence,
    Experience,
    GapReport,
    GateRow,
    HeldRow,
    JobRow,
    ListedSkill,
    MustHave,
    Named,
    NextStep,
    Plan,
    Question,
    RequirementRow,
    Score,
    SkillRow,
    Suggestion,
    Target,
    Theme,
)
from gapcheck.taxonomy.model import Degree, Source

PROVENANCE = Provenance(
    gapcheck_version="0.1.0",
    taxonomy_version="2026.11",
    taxonomy_sha256="a" * 64,
    policy_sha256="b" * 64,
    policy={"advice": {"limit": 2, "stale_days": 90, "steps": 3}, "score": {"met": 0.7, "partial": 0.25}},
)


def evidence(skill: str, label: str, quote: str, **given: object) -> Evidence:
    values: dict[str, object] = {
        "method": "phrase",
        "similarity": 1.0,
        "assertion": "present",
        "section": "Experience",
        "page": 1,
        "start": 100,
        "end": 100 + len(label),
        "boxes": ((72.0, 600.25, 110.5, 611.0),),
        "months": (30, 31),
        "last_used": "2026-11",
    }
    return Evidence(skill=skill, label=label, quote=quote, **{**values, **given})


def requirement(id_: str, title: str, **given: object) -> RequirementRow:
    values: dict[str, object] = {
        "kind": "skill",
        "necessity": "required",
        "logic": "all_of",
        "open": False,
        "head": None,
        "skills": (Named(id_, title),),
        "min_months": None,
        "min_count": None,
        "degree": None,
        "weight": 1.0,
        "points": 0.0,
        "points_possible": 16.0,
        "credit": 0.0,
        "status": "missing",
        "grade": "none",
        "reasons": (),
        "evidence": (),
        "sources": (Source(document="advert.txt", line=12),),
    }
    return RequirementRow(id=id_, title=title, **{**values, **given})


ROWS = (
    requirement(
        "python",
        "Python",
        points=16.0,
        credit=1.0,
        status="met",
        grade="shown",
        reasons=("Python: job with dates 1.00 = 1.00",),
        evidence=(evidence("python", "Python", "Rewrote the nightly forecasts in Python & pandas"),),
    ),
    requirement(
        "cloud-platforms",
        "cloud platforms such as AWS",
        logic="example",
        open=True,
        head=Named("cloud-platforms", "cloud platforms"),
        skills=(Named("aws", "AWS"),),
        points=10.08,
        credit=0.63,
        status="partial",
        grade="listed",
        reasons=("AWS: skills list 0.70; an example of what is asked for x 0.90 = 0.63",),
        evidence=(evidence("aws", "AWS", "AWS (S3, Lambda)", section="Skills", months=None, last_used=None),),
    ),
    requirement("docker", "Docker", reasons=("not evidenced; looked for Docker and what proves it",)),
    requirement(
        "degree",
        "bachelor's degree in computer science or a related field",
        kind="education",
        skills=(),
        degree=Degree(level="bachelor", fields=("computer science",), or_related=True),
        points=16.0,
        credit=1.0,
        status="met",
        grade="trained",
        evidence=(
            evidence(
                "",
                "bachelor",
                "BSc Statistics, Ostwick University",
                method="degree",
                section="Education",
                page=2,
                months=None,
                last_used=None,
            ),
        ),
    ),
    requirement(
        "communication",
        "communication",
        kind="soft_skill",
        weight=0.25,
        points_possible=4.0,
        reasons=("not evidenced",),
    ),
    requirement(
        "ml-certificate",
        "a certificate in machine learning",
        kind="certification",
        necessity="preferred",
        weight=1.0,
        points_possible=8.0,
        skills=(Named("machine-learning", "machine learning"),),
    ),
    requirement("spark", "Apache Spark", necessity="mentioned", weight=0.0, points_possible=0.0),
)

SUGGESTED = (
    Suggestion(
        id="mla-x1",
        name="Example Machine Learning Engineer",
        provider="Example Cloud",
        level="associate",
        cost_usd=150.0,
        cost_note="plus tax",
        hours=40.0,
        validity_months=36,
        url="https://example.com/mla",
        availability="active",
        verified_on="2026-09-27",
        warnings=(),
        closes=("ml-certificate", "cloud-platforms"),
        points_gained=9.12,
    ),
    Suggestion(
        id="free-x1",
        name="Containers for Beginners",
        provider="Example School",
        level="",
        cost_usd=0.0,
        cost_note="",
        hours=None,
        validity_months=None,
        url=None,
        availability="beta",
        verified_on=None,
        warnings=("no dated check: look at the issuer's page first",),
        closes=("docker",),
        points_gained=11.2,
    ),
    Suggestion(
        id="third-x1",
        name="A third one",
        provider="Example School",
        level="",
        cost_usd=None,
        cost_note="",
        hours=None,
        validity_months=None,
        url=None,
        availability="active",
        verified_on="2026-09-01",
        warnings=(),
        closes=("docker",),
        points_gained=11.2,
    ),
)


@pytest.fixture
def report() -> GapReport:
    return GapReport(
        as_of="2026-11-21",
        provenance=PROVENANCE,
        document=DocumentRow(
            "mara_lindqvist.pdf",
            "pdf",
            "c" * 64,
            2,
            (DocumentWarning("columns", "Two columns were read one after the other.", 1),),
        ),
        target=Target("role", "ml-engineer", "ML engineer", ("advert.txt", "article.md")),
        score=Score(
            42.08,
            32.0,
            61.4,
            52.6,
            0.0,
            low_meaning="is what dated work alone proves",
            high_meaning="at best",
        ),
        requirements=ROWS,
        skills=(
            SkillRow(
                "python",
                "Python",
                "skill",
                "shown",
                (30, 31),
                "2026-11",
                requested=True,
                mentions=ROWS[0].evidence,
            ),
        ),
        discarded=(
            DiscardedRow("Scala", "No professional experience with Scala", 1, "negated"),
            DiscardedRow("Scala", "No professional experience with Scala", 1, "negated"),
            DiscardedRow("Kubernetes", "Hoping to learn Kubernetes this winter", 2, "aspired"),
        ),
        experience=Experience(
            (30, 31), (30, 31), (JobRow("Data analyst", "Tallow Bakeries", "2024-05", None, (30, 31), 1),)
        ),
        education=(EducationRow("bachelor", "Statistics", "completed", "Ostwick University", 2023, 2),),
        certifications=Certifications(
            held=(
                HeldRow(
                    "old-x0",
                    "Example Analyst",
                    "2022-03",
                    "2024-03",
                    "expired",
                    2,
                    "Example Analyst, 2022",
                    "can be renewed or earned again",
                ),
                HeldRow(None, "Local evening course", None, None, "unknown", 2, "Local evening course"),
            ),
            suggested=SUGGESTED,
            plan=Plan(("mla-x1", "free-x1"), 20.32, 150.0, None, ("communication",)),
        ),
        next_steps=(
            NextStep("docker", 12.0, "Not evidenced: show Docker in a dated project."),
            NextStep("ml-certificate", 8.0, "Name a certificate that is held, with its date."),
            NextStep("cloud-platforms", 5.92, "AWS is only listed: name it in the job where it was used."),
            NextStep("communication", 4.0, "communication is not evidenced: say it with an example."),
        ),
        verdict="partial",
        gates=(GateRow("forklift", "forklift licence", "expired", "2024-03"),),
        flags=("keyword list",),
        warnings=(
            DocumentWarning(
                "keyword-list", "Long list of skills of which dated work shows next to nothing.", None
            ),
            DocumentWarning("columns", "Two columns were read one after the other.", 1),
        ),
        must_haves=(
            MustHave("python", "Python", "met", "Python, 30 to 31 months", "shown in dated work", gate=False),
            MustHave("docker", "Docker", "missing", "", "not found in this resume", gate=False),
        ),
        themes=(
            Theme("programming", "Programming", 16.0, 16.0, ("python",)),
            Theme("cloud", "Cloud and operations", 10.08, 32.0, ("docker", "cloud-platforms")),
            Theme("education", "Education", 16.0, 16.0, ("degree",)),
            Theme("licences", "Licences and certificates", 0.0, 8.0, ("ml-certificate",)),
            Theme("soft-skills", "Ask in an interview", 0.0, 4.0, ("communication",)),
        ),
        actions=(
            Action(
                "say",
                "Name AWS in your job as Data analyst, Tallow Bakeries",
                'Your line "AWS (S3, Lambda)" lists it; if you used it there, say for what.',
                5.92,
                "Data analyst, Tallow Bakeries",
                ("cloud-platforms",),
                ROWS[1].evidence[0],
                ("aws@1",),
            ),
            Action(
                "learn",
                "Put your forecasts into a Docker container",
                'Your line "Rewrote the nightly forecasts in Python & pandas" is what to begin with.',
                12.0,
                "Projects",
                ("docker",),
                url="https://example.com/containers",
            ),
        ),
        questions=(
            Question(
                "cloud-platforms",
                "cloud platforms such as AWS",
                'You write "AWS (S3, Lambda)": which part did you do yourself?',
            ),
        ),
        listed_only=(
            ListedSkill("aws", "AWS", requested=True, page=1, quote="AWS (S3, Lambda)", points=5.92),
        ),
    )


@pytest.fixture
def unreadable(report: GapReport) -> GapReport:
    reason = "only 12 words could be read"
    return GapReport(
        as_of=report.as_of,
        provenance=report.provenance,
        document=report.document,
        target=report.target,
        score=Score(None, None, None, None, None, reason),
    )
