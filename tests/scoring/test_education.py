"""What a degree is worth for a row that asks for one: its level, its field, and whether it is held."""

from __future__ import annotations

from typing import Any

import pytest

from gapcheck.config import Policy, load_policy
from gapcheck.scoring.education import education_credit
from gapcheck.scoring.profile import DegreeClaim
from gapcheck.taxonomy import Degree, Kind, Level, Necessity, Requirement, Taxonomy
from tests.places import shipped_analyzer


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy()


def credit(taxonomy: Taxonomy, policy: Policy, held: DegreeClaim, **asked: Any) -> float:
    row = Requirement(
        id="x", title="x", kind=Kind.EDUCATION, necessity=Necessity.REQUIRED, degree=Degree(**asked)
    )
    return education_credit(row, [held], taxonomy, policy).credit


def test_a_boot_camp_answers_for_a_boot_camp_and_for_no_degree(taxonomy: Taxonomy, policy: Policy) -> None:
    held = DegreeClaim(Level.BOOTCAMP, "", "completed")
    assert credit(taxonomy, policy, held, level=Level.BOOTCAMP) == 1.0
    assert credit(taxonomy, policy, held, level=Level.ASSOCIATE) == 0.0
    assert credit(taxonomy, policy, held, level=Level.BACHELOR) == 0.0


def test_a_level_below_and_an_unfinished_degree_bring_part_of_the_credit(
    taxonomy: Taxonomy, policy: Policy
) -> None:
    worth = policy.education
    bachelor = DegreeClaim(Level.BACHELOR, "", "completed")
    assert credit(taxonomy, policy, bachelor, level=Level.BACHELOR) == 1.0
    assert credit(taxonomy, policy, bachelor, level=Level.MASTER) == worth.one_level_below
    assert credit(taxonomy, policy, bachelor, level=Level.DOCTORATE) == 0.0
    abandoned = DegreeClaim(Level.BACHELOR, "", "abandoned")
    assert credit(taxonomy, policy, abandoned, level=Level.BACHELOR) == worth.one_level_below
    running = DegreeClaim(Level.BACHELOR, "", "in-progress")
    assert credit(taxonomy, policy, running, level=Level.BACHELOR) == worth.in_progress


@pytest.mark.parametrize(
    ("field", "asked", "or_related", "worth"),
    [
        ("Applied Statistics", "statistics", False, "named_field"),
        ("Accountancy and Maths", "accounting", False, "named_field"),
        ("Accountancy and Maths", "mathematics", False, "named_field"),
        ("Computer Science", "mathematics", True, "related_field"),
        ("Computer Science", "mathematics", False, "related_field_unasked"),
        ("Theology", "mathematics", True, "unrelated_field"),
        ("", "mathematics", True, "unstated_field"),
        # a field of no family is looked for by its words in any form, and by the names of the skill
        ("Horticultural Science", "horticulture", False, "named_field"),
        ("Theology", "horticulture", False, "unrelated_field"),
    ],
)
def test_a_field_is_worth_what_the_policy_says(
    taxonomy: Taxonomy, policy: Policy, field: str, asked: str, worth: str, *, or_related: bool
) -> None:
    held = DegreeClaim(Level.MASTER, field, "completed")
    found = credit(taxonomy, policy, held, level=Level.BACHELOR, fields=(asked,), or_related=or_related)
    assert found == getattr(policy.education, worth)


@pytest.mark.parametrize(
    ("field", "worth"),
    [
        ("Civil", 1.0),
        ("Civil and Structural", 1.0),
        ("Mechanical", 0.5),
        ("Ceramics", 0.2),
        ("Civil law", 0.2),
    ],
)
def test_a_branch_of_engineering_may_stand_alone(
    taxonomy: Taxonomy, policy: Policy, field: str, worth: float
) -> None:
    held = DegreeClaim(Level.BACHELOR, field, "completed")
    assert credit(taxonomy, policy, held, level=Level.BACHELOR, fields=("civil engineering",)) == worth


PERSON = """Ada Moor
ada@example.org

Experience

Clerk, Moor Quarry, May 2015 - June 2026
- Kept the list of lorries and the loads of each week, and answered the telephone for ten years.
- Balanced the till each evening, took the money to the bank and filed the delivery notes by month.
- Led visitors round the old quarry on Sundays and sold them postcards, tea and the yearly calendar of the town.
- Ordered paint, rope and coal, checked what came and filed the delivery notes by month and by supplier.
- Wrote the notices at the gate and kept the keys of all the sheds, the scales and the small museum.
"""


@pytest.mark.parametrize(
    ("certificate", "status"), [("CPA, 2019", "met"), ("Glazing licence 4711", "missing"), ("", "missing")]
)
def test_a_certificate_in_place_of_a_degree_meets_its_row(certificate: str, status: str) -> None:
    text = f"{PERSON}\nCertifications\n{certificate}\n" if certificate else PERSON
    job = "# Controller\n\n## Requirements\n\n- MBA or CPA\n- Filing\n"
    report = shipped_analyzer().analyze(text.encode(), name="resume.txt", job_text=job, as_of="2026-11-21")
    (row,) = [each for each in report.requirements if each.kind in {"certification", "education"}]
    assert row.title == "Master's degree in business administration, or Certified Public Accountant"
    assert row.status == status, row.reasons


def test_a_licence_that_no_catalogue_has_may_stand_in_for_a_degree() -> None:
    text = f"{PERSON}\nCertifications\nGlazing licence, issued 2021\n"
    job = "# Glazier\n\n## Requirements\n\n- Bachelor's degree in design or a glazing licence\n- Filing\n"
    report = shipped_analyzer().analyze(text.encode(), name="resume.txt", job_text=job, as_of="2026-11-21")
    (row,) = [each for each in report.requirements if each.kind in {"certification", "education"}]
    assert row.status == "met", (row.title, row.reasons)
