"""Whole job documents of several trades, all invented."""

import pytest

from gapcheck.taxonomy import Necessity

NURSE = """DELLBROOK GENERAL HOSPITAL

STAFF NURSE - ORTHOPEDICS

ABOUT THE WARD
We care for 28 patients and have won two prizes. The charge nurse has been with us for 14 years.

YOUR TASKS
- Wash, dress and turn patients at least every four hours
- Talk with families; clear verbal communication is essential here

REQUIREMENTS
Education: Associate degree in nursing or higher.
Licensure: Active RN license for Oregon.
Experience: Two years of hospital nursing in the past five years. At least 1 year on a bone and joint ward preferred.
Able to lift 40 pounds.

NICE TO HAVE
Bachelor's degree in nursing
Spanish or Polish

BENEFITS
Half the fees of a master's degree or of a CCRN course.
"""

CHEF = """Pastry Chef

The Blue Quince, 555-0144

What you bring
* 3+ years in a professional kitchen
* A food hygiene certificate
* You must know HACCP
* Conversational Italian is a plus

Not needed
* A degree
* Knives from home

How to apply
Send us a CV, or come by. Bring your work permit if you need one.
"""

DEVELOPER = """# Backend Developer at Fernhollow

## You'll thrive here if

- you write tidy Python, and Go or Rust besides (we won't force you into both)
- you've run booking systems in production for **4+ years**
- clear written English is a must, as our customers sit on three continents

## Bonus points

- Grafana, Prometheus or anything similar
- wherever you worked last, you must be at ease on Linux

## The stack

Java and Kafka.

## More jobs

- Data Engineer: five years of Spark required
"""


def _rows(found):
    return {(r.kind.value, r.necessity.value, *sorted(r.skills)) for r in found.statements}


def test_a_nurses_posting(posting) -> None:
    found = posting(NURSE)
    rows = _rows(found)
    assert found.titles[0] == "staff nurse"
    assert ("soft_skill", "required", "verbal-communication") in rows
    assert ("language", "preferred", "polish", "spanish") in rows
    education = {r.degree.level: r.necessity for r in found.statements if r.degree}
    assert education == {"associate": "required", "bachelor": "preferred"}
    experience = [(r.min_months, r.necessity) for r in found.statements if r.kind == "experience"]
    assert experience == [(24, "required"), (12, "preferred")]
    assert [r.necessity for r in found.statements if r.kind == "certification"] == ["required"]
    assert all("lift" not in r.quote and "CCRN" not in r.quote for r in found.statements)


def test_a_chefs_posting(posting) -> None:
    found = posting(CHEF)
    assert found.titles == ("pastry chef",)
    kinds = {r.kind.value: r.necessity.value for r in found.statements}
    assert kinds["experience"] == "required"
    assert kinds["language"] == "preferred"
    assert "education" not in kinds
    certificates = [r.quote for r in found.statements if r.kind == "certification"]
    assert certificates == ["A food hygiene certificate"]
    assert [r.kind.value for r in found.statements if r.quote == "You must know HACCP"] == ["knowledge"]


@pytest.mark.parametrize(
    ("text", "certificates"),
    [
        ("SHRM-CP or PHR", {"shrm-cp", "phr"}),
        ("CILEX qualification", {"cilex"}),
        ("HCPC registered", {"hcpc-registration"}),
    ],
)
def test_a_certificate_that_begins_like_another_name_is_that_certificate(asked, text, certificates) -> None:
    (row,) = asked(text)
    assert (set(row.certifications), row.terms) == (certificates, ())


def test_a_chatty_developers_posting(posting) -> None:
    found = posting(DEVELOPER, "posting.md")
    rows = _rows(found)
    assert found.titles[0] == "backend developer"
    assert ("skill", "required", "python") in rows
    assert ("skill", "required", "go", "rust") in rows
    assert ("language", "required", "english") in rows
    assert ("skill", "required", "linux") in rows
    assert not any(
        {"java", "apache-kafka", "apache-spark"} & set(r.skills)
        for r in found.statements
        if r.necessity != "mentioned"
    )


def test_a_bracket_that_declines_takes_nothing_else_with_it(posting) -> None:
    text = "Clerk\n\nRequirements\n- Fluent German is a must (nobody will mark your Danish)\n"
    (row,) = posting(text).statements
    assert (row.kind, row.skills, row.necessity) == ("language", ("german",), "required")


def test_every_row_says_where_it_stands(posting) -> None:
    found = posting(NURSE)
    lines = NURSE.split("\n")
    for row in found.statements:
        assert row.quote.split(",")[0].rstrip(".") in lines[row.line - 1]
        assert row.rule in {"clause", "sentence", "heading", "document"}


def test_the_same_document_gives_the_same_rows(posting) -> None:
    assert posting(DEVELOPER, "posting.md") == posting(DEVELOPER, "posting.md")


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Requirements", "- - -\n* \n", "(((((", "Requirements\n- )( ,, and or / such as"]
)
def test_odd_texts_do_no_harm(posting, text) -> None:
    found = posting(text + "\nSome words so that there is a document at all.\n")
    assert all(row.quote for row in found.statements)


def test_levels_specialties_and_figures_of_an_article(posting) -> None:
    text = """Data Analyst Career Guide

Data Analyst Career Progression

- Junior Data Analyst: Learns SQL and cleans data under supervision.
- Senior Data Analyst: Leads projects and mentors others.
- Analytics Manager: Responsible for strategy and budget.

Popular Data Analyst Specialties

- Web analytics
- Data visualization

Job outlook
SOC Code: 15-2051
2031 Employment | 41,000 |
"""
    found = posting(text)
    assert [level.level for level in found.career_levels] == ["junior", "senior", "manager"]
    assert [fact.name for fact in found.specialties] == ["web analytics", "data visualization"]
    assert [(fact.name, fact.value) for fact in found.facts] == [
        ("SOC code", "15-2051"),
        ("2031 Employment", "41,000"),
    ]
    assert all(row.scope or row.necessity == "mentioned" for row in found.statements)


SALES = """Regional Sales Representative

Requirements
- Bachelor's degree or 5+ years of equivalent sales experience
- 2 or more years of outside sales, preferably in pharmaceuticals
- Fluent in Dutch and French, both written and spoken

Compensation: 4,000 a month; company car; courses in Salesforce.
Quillon is a friendly place, and SQL is everywhere.
"""


def test_time_instead_of_a_degree_is_no_time_beside_it(posting) -> None:
    (row,) = [r for r in posting(SALES).statements if r.degree]
    assert (row.degree.or_equivalent, row.min_months) == (True, None)


def test_a_label_opens_a_part_on_its_own_line(posting) -> None:
    assert max(r.line for r in posting(SALES).statements) == 6


def test_how_a_language_is_used_is_no_skill_of_its_own(posting) -> None:
    assert {r.kind.value for r in posting(SALES).statements if r.line == 6} == {"language"}


def test_the_candidate_may_be_called_by_the_title(asked):
    (row,) = asked("A Data Steward is expected to have a solid foundation in SQL.", prose=True)
    assert row.skills == ("sql",)


def test_whom_a_role_reports_to_is_no_name_of_it(posting):
    found = posting("Payroll officer\n\nReporting to: Operations Director\n\nRequirements\n- Excel\n")
    assert found.titles == ("payroll officer",)


def test_a_name_inside_a_turn_of_phrase_is_what_is_asked_for(posting):
    (row,) = posting("Fitter\n\nRequirements\n- Repairing packaged rooftop units\n").statements[-1:]
    assert row.skills == ("rooftop-units",)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "---\npostDate: 2031-04-01\nactive: true\ntitle: Chemist\n---\n\nWe test paints for ships.\n",
            ("chemist",),
        ),
        ("Title: Head of Kennels\nCompany: Dale Consultants\n\nWe look after dogs.\n", ("head of kennels",)),
        ("Jobs\n\nDuties\n- Assists less experienced engineers in the yard\n", ()),  # other people
        (
            "About\n\nYou find the key data engineers for our clients, and what moves them. "
            + "We are kind. " * 12,
            (),
        ),
    ],
)
def test_the_roles_title_is_the_one_that_is_labelled(posting, text, titles) -> None:
    assert posting(text, "posting.md").titles == titles


def test_what_asks_in_so_many_words_below_the_pay_is_asked_for(posting):
    text = "Kiln Helper\n\nPAY RATES\n- Day rate: 12 an hour\nWe bake for the county.\nIn order to apply you must have knowledge of glazes.\n"
    benefits = "You will have access to Python courses.\nYou should ask about the pension.\n"
    asked = posting(text + benefits).statements
    assert [row.quote for row in asked if row.necessity is not Necessity.MENTIONED] == [
        "In order to apply you must have knowledge of glazes."
    ]
