"""What rows are called: by the document's words where these say more than the taxonomy's label."""

import pytest

from gapcheck.posting.naming import own_name
from tests.places import shipped_analyzer


@pytest.mark.parametrize(
    ("surface", "skill", "name"),
    [
        ("localization", "translation", "localization"),
        ("HTML5", "html", "HTML5"),
        ("clean architecture", "software-architecture", "clean architecture"),
        ("data modelling", "data-modeling", None),  # another spelling
        ("containers", "containerization", None),  # what the label is made from
        ("query tuning", "query-optimization", None),  # the same thing, another word for the activity
        ("Golang", "go", None),  # a nickname
        ("organised", "organizational-skills", None),  # a soft skill goes by its label
        ("unit and integration tests", "unit-testing", None),  # two names at once
    ],
)
def test_own_names(taxonomy, surface, skill, name):
    assert own_name(surface, taxonomy.skills[skill], {"data", "query"}) == name


def test_a_posting_shows_its_own_words_and_keeps_the_id():
    job = b"Web Editor\n\nRequirements\n- Experience with HTML5\n- Knowledge of localization\n"
    found = shipped_analyzer().understand([job], names=["a.txt"])
    assert {row.title for row in found.merged} == {"HTML5", "Localization"}
    assert {row.skills for row in found.merged} == {("html",), ("translation",)}


def test_several_postings_share_the_label():
    jobs = [b"Web Editor\n\nRequirements\n- HTML5\n", b"Web Author\n\nRequirements\n- Strong HTML\n"]
    found = shipped_analyzer().understand(jobs, names=["a.txt", "b.txt"])
    assert [row.title for row in found.merged] == ["HTML"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Botanical photography", "Botanical photography"),
        ("Landlord and tenant negotiation", "Landlord and tenant negotiation"),
        ("Understanding of coastal web application architectures", "Coastal web application architectures"),
        ("Excellent photography skills", "Photography"),  # how well, and not what
        ("Teaching photography", "Photography"),
        ("Nautical Python", "Python"),  # a product's name has enough
        ("NVQ Level 3 or above in moss care", "NVQ Level 3 or above in moss care"),
        ("Work closely with stakeholders", "Work closely with stakeholders"),  # shown, and not named
    ],
)
def test_the_words_before_a_name_belong_to_it(line, title):
    found = shipped_analyzer().understand([f"Clerk\n\nRequirements\n- {line}\n".encode()], names=["a.txt"])
    assert title in {row.title for row in found.merged}


def test_a_row_of_the_report_calls_its_skill_what_the_posting_does():
    job = b"Web Editor\n\nRequirements\n- Botanical photography\n- HTML\n"
    work = "".join(
        f"- Wrote {number} pages of the {season} catalogue in HTML\n"
        for number in (30, 40, 50)
        for season in ("spring", "autumn", "winter")
    )
    resume = (
        f"Ann Lee\n\nExperience\nWeb Editor, Fern Press, 2019 - 2023\n{work}\nSkills\nPhotography\n".encode()
    )
    report = shipped_analyzer().analyze(resume, name="a.txt", job=job)
    row = next(row for row in report.requirements if row.title == "Botanical photography")
    assert [(each.id, each.label) for each in row.skills] == [("photography", "Botanical photography")]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Surgical ward experience", "Surgical ward experience"),
        (
            "Recent hospice kitchen experience in the last 2 years",
            "Recent hospice kitchen experience in the last 2 years",
        ),
        ("Experience of burns wards", "Experience with burns wards"),
    ],
)
def test_experience_is_called_as_the_posting_calls_it(line, title):
    found = shipped_analyzer().understand([f"Nurse\n\nRequirements\n- {line}\n".encode()], names=["a.txt"])
    assert [row.title for row in found.merged] == [title]
