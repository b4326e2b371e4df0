"""The roles that ship are what their job documents give, and read like roles of their field."""

from functools import cache

import pytest
import yaml

from gapcheck.posting import parse
from gapcheck.reading import read
from gapcheck.role_building import build_role, to_yaml
from gapcheck.taxonomy import Necessity
from tests.places import TAXONOMY, shipped_matcher, shipped_taxonomy

ROLES = sorted(folder.name for folder in (TAXONOMY / "sources").iterdir() if folder.is_dir())
OWN_FIELD = {
    "accountant": {"month-end-close", "account-reconciliation", "general-ledger", "vat"},
    "ai-engineer": {"large-language-models", "retrieval-augmented-generation", "prompt-engineering"},
    "chef": {"haccp", "allergen-management", "menu-planning", "food-cost-control"},
    "computer-vision-engineer": {"opencv", "object-detection", "convolutional-neural-networks"},
    "data-analyst": {"sql", "excel", "statistics", "power-bi"},
    "data-architect": {"data-governance", "data-modeling", "data-warehousing", "sql"},
    "data-engineer": {"etl", "data-warehousing", "apache-airflow", "sql"},
    "data-scientist": {"python", "statistics", "machine-learning", "a-b-testing"},
    "electrician": {
        "electrical-installation",
        "wiring-regulations",
        "three-phase-power",
        "distribution-boards",
    },
    "human-resources-specialist": {
        "employee-relations",
        "recruiting",
        "benefits-administration",
        "employment-law",
    },
    "logistics-coordinator": {"customs-clearance", "incoterms", "bills-of-lading", "transport-planning"},
    "marketing-manager": {"marketing-budgets", "brand-management", "seo", "marketing-automation"},
    "mlops-engineer": {"docker", "kubernetes", "ci-cd", "model-monitoring"},
    "nlp-engineer": {"named-entity-recognition", "text-classification", "natural-language-processing"},
    "paralegal": {"legal-research", "legal-drafting", "court-e-filing", "trial-preparation"},
    "primary-school-teacher": {"lesson-planning", "phonics", "classroom-management", "formative-assessment"},
    "registered-nurse": {
        "patient-assessment",
        "medication-administration",
        "wound-care",
        "infection-control",
    },
    "research-scientist": {"deep-learning", "machine-learning", "machine-learning-research"},
    "social-worker": {"child-protection", "case-management", "psychosocial-assessments", "safety-planning"},
    "software-engineer": {"git", "rest-apis", "unit-testing", "data-structures"},
}


@cache
def built() -> dict[str, str]:
    """Every role's file, built anew from its documents, with one matcher for all."""
    held, matcher = shipped_taxonomy(), shipped_matcher()
    return {
        role: to_yaml(
            build_role(
                [
                    parse(read(path), held, matcher)
                    for path in sorted((TAXONOMY / "sources" / role).iterdir())
                ],
                role,
                held,
            )
        )
        for role in ROLES
    }


def test_every_role_with_documents_is_known_here():
    assert set(ROLES) == set(OWN_FIELD)
    assert set(ROLES) < set(shipped_taxonomy().roles)


@pytest.mark.parametrize("role", ROLES)
def test_its_file_is_what_its_documents_give(role):
    shipped = (TAXONOMY / "roles" / f"{role}.yaml").read_text(encoding="utf-8")
    command = f"gapcheck taxonomy build skills_taxonomy/sources/{role}/* --role {role} --out skills_taxonomy"
    assert shipped == built()[role], f"build it anew, and read what has changed: {command}"


@pytest.mark.parametrize("role", ROLES)
def test_it_is_read_from_documents_of_its_folder(role):
    names = {path.name for path in (TAXONOMY / "sources" / role).iterdir()}
    held = shipped_taxonomy().role(role)
    assert set(held.documents) == names
    assert len(names) > 1
    for row in held.requirements:
        assert row.sources
        assert {source.document for source in row.sources} <= names


@pytest.mark.parametrize("role", ROLES)
def test_it_asks_for_skills_of_its_own_field(role):
    rows = shipped_taxonomy().role(role).requirements
    required = [row for row in rows if row.necessity is Necessity.REQUIRED]
    assert len(required) >= 10
    assert len([row for row in rows if row.necessity is Necessity.PREFERRED]) >= 5
    asked = {id_ for row in required for id_ in (*row.skills, row.head)}
    assert OWN_FIELD[role] <= asked


@pytest.mark.parametrize("role", ROLES)
def test_it_has_titles_and_a_ladder(role):
    held = shipped_taxonomy().role(role)
    own = role.replace("-", " ")
    assert held.titles[0] == own
    assert f"senior {own}" in held.titles
    assert not set(held.titles) & set(held.related_titles)
    assert len(held.career_levels) >= 3


def test_no_sentence_of_a_document_stands_in_its_file():
    for role in ROLES:
        values = yaml.safe_dump(yaml.safe_load(built()[role]))
        for path in (TAXONOMY / "sources" / role).iterdir():
            for line in path.read_text(encoding="utf-8").splitlines():
                if len(line.split()) > 12:
                    assert line.strip(" -*") not in values
