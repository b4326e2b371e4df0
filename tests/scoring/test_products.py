"""Products as kinds of the class that a posting asks for: met by it, not by one another, and plain words stay words."""

from __future__ import annotations

import pytest
import yaml

from gapcheck import Analyzer, GapReport
from gapcheck.config import load_policy
from gapcheck.scoring import Grade, Profile, Proof, Strengths
from gapcheck.taxonomy import Related, Skill, Taxonomy
from gapcheck.taxonomy.model import Narrower
from tests.places import ROOT, shipped_analyzer

POLICY = load_policy()
SKILLS = [
    Skill(id="trade-software", label="trade software"),
    Skill(id="shop-software", label="shop software", broader=("trade-software",)),
    Skill(
        id="kiln-software",
        label="kiln software",
        broader=("shop-software",),
        narrower=(Narrower(name="Firelog"), Narrower(name="Ashbook")),
    ),
    Skill(id="firelog", label="Firelog", broader=("kiln-software",)),
    Skill(id="ashbook", label="Ashbook", broader=("kiln-software",)),
    Skill(id="glaze-books", label="glaze books", related=(Related(id="kiln-software", degree=0.6),)),
]
TAXONOMY = Taxonomy("test", "0" * 64, skills={each.id: each for each in SKILLS})

CASES = yaml.safe_load((ROOT / "tests" / "scoring" / "cases" / "products.yaml").read_text(encoding="utf-8"))
RESUME = """Ottmar Vance
ottmar@example.com | 555-0148

EXPERIENCE

Assistant, Mill Lane Group
March 2018 - Present
{lines}
- Answered letters, kept the log of the room and showed new colleagues how the day runs.
- Went through the week's list with the shift lead every Friday and closed what was open.

EDUCATION
College diploma, Nordholm, 2014
"""

Row = tuple[str, str]


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return shipped_analyzer()


def report(analyzer: Analyzer, rows: list[Row]) -> GapReport:
    resume = RESUME.format(lines="\n".join(f"- {line}" for _, line in rows))
    posting = "Assistant\n\nRequirements\n" + "".join(f"- {asked}\n" for asked, _ in rows)
    return analyzer.analyze(resume.encode(), job=posting.encode(), name="resume.txt", as_of="2026-11-21")


@pytest.mark.parametrize("rows", CASES["met"].values(), ids=CASES["met"])
def test_a_product_in_a_dated_job_meets_its_class(analyzer: Analyzer, rows: list[Row]) -> None:
    found = report(analyzer, rows).requirements
    assert [row.title for row in found if row.status != "met"] == []
    assert len(found) == len(rows)


def test_it_does_not_meet_another_product_of_the_class(analyzer: Analyzer) -> None:
    found = report(analyzer, CASES["not_met"]).requirements
    assert [row.title for row in found if row.status == "met" or row.credit > 0.5] == []
    assert len(found) == len(CASES["not_met"])


def test_a_word_that_is_a_products_name_too_stays_a_word(analyzer: Analyzer) -> None:
    found = report(analyzer, CASES["words"]).requirements
    assert [row.title for row in found if row.status != "missing"] == []
    assert len(found) == len(CASES["words"])


def strengths(**held: tuple[float, bool]) -> Strengths:
    proofs = {
        skill: (Proof(skill, value, Grade.SHOWN, dated=dated, reason="shown", evidence=None, assumed=skill),)
        for skill, (value, dated) in held.items()
    }
    return Strengths(Profile(proofs, {}), TAXONOMY, POLICY)


@pytest.mark.parametrize(
    ("asked", "held", "worth"),
    [
        ("kiln-software", "firelog", POLICY.relation.exact),
        ("shop-software", "firelog", POLICY.relation.child),
        ("trade-software", "firelog", POLICY.relation.grandchild),
        ("glaze-books", "firelog", 0.6),
        ("firelog", "ashbook", POLICY.relation.parent * POLICY.relation.umbrella),
        ("ashbook", "shop-software", 0.0),
    ],
)
def test_a_member_is_as_near_as_its_class_to_all_that_the_class_proves(
    asked: str, held: str, worth: float
) -> None:
    found = strengths(**{held: (1.0, True)})
    assert found.of(asked).value == pytest.approx(worth)
    assert asked in found.reachable or not worth
    grown = strengths()
    raised = grown.raised(found.profile, {held}, grown.reached_from(held))
    assert raised.of(asked).value == pytest.approx(worth)
    assert raised.of(asked).low == pytest.approx(found.of(asked).low)


@pytest.mark.parametrize(
    ("asked", "dated", "low"),
    [
        ("kiln-software", True, POLICY.relation.exact),
        ("shop-software", True, POLICY.relation.child),
        ("trade-software", True, 0.0),
        ("ashbook", True, 0.0),
        ("kiln-software", False, 0.0),
    ],
)
def test_dated_work_with_a_kind_of_a_skill_counts_at_its_low_end(
    asked: str, *, dated: bool, low: float
) -> None:
    assert strengths(firelog=(1.0, dated)).of(asked).low == pytest.approx(low)
