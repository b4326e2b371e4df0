"""What is set aside has a true reason: a school's name, a person's, a private detail, another's work."""

import pytest

from gapcheck import Analyzer
from gapcheck.matching import DiscardReason

TOP = "Jo Sample\njo@example.com\n\n"


@pytest.fixture(scope="module")
def parsed():
    analyzer = Analyzer()

    def parsed(text):
        return analyzer.parse(text.encode(), name="resume.txt", as_of="2026-11-21")

    return parsed


def reasons(resume, skill):
    return {each.reason for each in resume.matches.discarded if each.skill == skill}


def claimed(resume):
    return {each.skill for each in resume.matches.mentions if each.assertion.value == "present"}


@pytest.mark.parametrize(
    "line",
    ["Bachelor of Arts : Journalism Elm University Journalism, 2010", "BA, Journalism Elm College, 2010"],
)
def test_a_field_is_no_part_of_the_schools_name(parsed, line):
    resume = parsed(f"{TOP}EDUCATION\n\n{line}\n")
    assert not reasons(resume, "journalism")
    assert "journalism" in claimed(resume)


def test_a_letter_of_a_pair_is_no_initial(parsed):
    resume = parsed(
        f"{TOP}EXPERIENCE\n\nBuyer, Elm Mills Ltd, 2019 - 2021\n- Read P & L. Customers were shops\n"
    )
    assert DiscardReason.PERSON_NAME not in {each.reason for each in resume.matches.discarded}


def test_a_detail_ends_with_its_sentence(parsed):
    resume = parsed(f"{TOP}Nationality: Kenyan. Full driving licence.\n")
    hidden = " ".join(span.of(resume.document.text) for span in resume.contact.personal)
    assert (hidden, [each.id for each in resume.certificates]) == ("Kenyan", ["driving-licence"])


WORK = f"{TOP}EXPERIENCE\n\nField Technician, Elm Park, 2019 - 2021\n"


def test_duties_in_the_third_person_are_the_persons(parsed):
    assert "sql" in claimed(parsed(f"{WORK}- The technician records surveys in SQL\n"))


@pytest.mark.parametrize(
    "line", ["- The manager records surveys in SQL", "- I walk; the technician records surveys in SQL"]
)
def test_other_peoples_stay_theirs(parsed, line):
    assert "sql" not in claimed(parsed(f"{WORK}{line}\n"))


@pytest.mark.parametrize(("who", "own"), [("Ms Sample", True), ("Ms Exemplar", False)])
def test_the_person_may_be_called_by_the_last_name(parsed, who, own):
    resume = parsed(f"{WORK}- {who} designed the SQL reports\n")
    assert ("sql" in claimed(resume)) is own
    assert any(span.of(resume.document.text) == who for span in resume.contact.spans) is own


def test_a_general_word_is_said_to_be_one(parsed):
    resume = parsed(
        f"{TOP}EXPERIENCE\n\nBuyer, Elm Mills Ltd, 2019 - 2021\n- Took a clear strategy to the shops\n"
    )
    assert reasons(resume, "strategic-planning") <= {DiscardReason.GENERAL}
