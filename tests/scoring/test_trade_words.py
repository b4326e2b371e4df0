"""Which jobs are of the same trade, by the words of their titles."""

from __future__ import annotations

import pytest

from gapcheck.scoring.trade_words import Nearness, trade_words
from gapcheck.taxonomy import Taxonomy
from tests.places import shipped_analyzer


@pytest.mark.parametrize(
    ("job", "asked", "near"),
    [
        ("Claims Representative II", "Claims Representative", Nearness.WHOLE),
        ("Driver C", "Driver", Nearness.WHOLE),
        ("C Developer", "R Developer", Nearness.NONE),
    ],
)
def test_a_letter_behind_a_title_is_a_step_and_before_it_the_trade(
    taxonomy: Taxonomy, job: str, asked: str, near: Nearness
) -> None:
    assert trade_words(taxonomy).nearness(job, "", asked) is near


@pytest.mark.parametrize(
    ("title", "full"),
    [
        ("Service tech", "Service technician"),
        ("Asst. Mgr.", "assistant manager"),
        ("HVAC Tech II - Nights", "HVAC technician II - Nights"),
        ("Tech", "Tech"),
        ("Tech Lead", "Tech Lead"),
        ("Head of Tech", "Head of Tech"),
        ("Admin Assistant", "Admin Assistant"),
        ("BA", "business analyst"),
        ("Senior BA", "Senior business analyst"),
        ("BA Music teacher", "BA Music teacher"),
        ("Teacher, BA", "Teacher, BA"),
        ("OT Nurse", "OT Nurse"),
        ("CSM for Poland", "customer success manager for Poland"),
    ],
)
def test_words_of_a_title_are_read_in_full(taxonomy: Taxonomy, title: str, full: str) -> None:
    assert trade_words(taxonomy).full(title) == full


@pytest.mark.parametrize(
    ("job", "asked", "near"),
    [
        ("Home Carer", "Care Assistant", Nearness.WHOLE),
        ("Head Gardener", "Gardening Assistant", Nearness.WHOLE),
        ("Home Carer", "Care Manager", Nearness.NONE),
        ("Trainee Carer", "Care Assistant", Nearness.NONE),
        ("Shop Assistant", "Care Assistant", Nearness.NONE),
    ],
)
def test_who_has_a_trade_for_a_title_has_done_what_its_assistant_does(
    taxonomy: Taxonomy, job: str, asked: str, near: Nearness
) -> None:
    assert trade_words(taxonomy).nearness(job, "", asked) is near


@pytest.mark.parametrize(
    ("job", "asked", "near"),
    [
        ("Wedding Photographer", "Press Photographer", True),
        ("Ship Electrician", "Crane Electrician", True),
        ("Sound Engineer", "Drainage Engineer", False),
        ("Stage Manager", "Laundry Manager", False),
    ],
)
def test_another_speciality_of_a_trade_that_its_noun_tells_is_a_neighbour(
    taxonomy: Taxonomy, job: str, asked: str, *, near: bool
) -> None:
    assert trade_words(taxonomy).are_neighbours(job, asked) is near


SERVICES = "- Built the services of the yard in Java and Spring Boot, with REST APIs on PostgreSQL.\n- Moved their queues to Kafka.\n"
PAGES = "- Built the pages of the yard in React and TypeScript.\n- Moved their style sheets to CSS modules.\n"
ABOUT = (
    "- {} the people of the yard about tides, ropes and the weather, {} their letters and kept the tea warm.\n"
    * 4
)


def status_of_years(job: str, duties: str, post: str) -> str:
    told = ABOUT.format(*("Told", "answered") * 4)
    resume = f"Ilse Marten\nilse@example.com\n\nExperience\n\n{job}, Quarry Works, Aurich\nMay 2016 - May 2024\n{duties}{told}"
    posting = f"# Office Manager\n\n## Requirements\n\n- 5 years of experience as a {post}\n- Knitting\n"
    report = shipped_analyzer().analyze(
        resume.encode(), name="resume.txt", job_text=posting, as_of="2026-11-21"
    )
    (row,) = [each for each in report.requirements if each.kind == "experience"]
    return row.status


@pytest.mark.parametrize(
    ("job", "duties", "post", "status"),
    [
        ("Software Engineer", SERVICES, "backend developer", "met"),
        ("Software Engineer", PAGES, "backend developer", "missing"),
        ("Software Engineer", PAGES, "front-end developer", "met"),
        ("Wedding Photographer", "", "press photographer", "partial"),
        ("Press Photographer", "", "press photographer", "met"),
        ("Waiter", "", "press photographer", "missing"),
    ],
)
def test_years_as_one_are_those_of_jobs_with_its_duties(
    job: str, duties: str, post: str, status: str
) -> None:
    assert status_of_years(job, duties, post) == status


@pytest.mark.parametrize(
    ("job", "duties", "asked", "near"),
    [
        ("Senior network administrator", "", "network engineer or administrator", Nearness.WHOLE),
        ("Database administrator", "", "systems or database administrator", Nearness.WHOLE),
        ("Systems administrator", "", "systems or database administrator", Nearness.WHOLE),
        ("Database seller", "", "systems or database administrator", Nearness.NONE),
        ("Journeyman Electrician", "Wired commercial halls", "industrial or commercial electrical", Nearness.WHOLE),
        ("Journeyman Electrician", "Wired houses", "industrial or commercial electrical", Nearness.PARTIAL),
        ("Physician", "", "physical", Nearness.NONE),
    ],
)  # fmt: skip
def test_any_of_several_posts_or_fields_will_do(
    taxonomy: Taxonomy, job: str, duties: str, asked: str, near: Nearness
) -> None:
    assert trade_words(taxonomy).nearness(job, duties, asked) is near
