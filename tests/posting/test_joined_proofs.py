"""A degree, licences and time in some work in one clause: any of them, or all."""

import pytest

from gapcheck.export import posting_values
from gapcheck.posting.joined_proofs import joined_proofs
from tests.places import shipped_analyzer


def rows_of(text):
    job = f"Site Clerk\n\nRequirements\n- {text}\n".encode()
    return shipped_analyzer().understand([job], names=["a.txt"]).merged


PARTS = [
    ("A degree in geology or a current glazing licence", ["education", "or certification"]),
    (
        "A degree in geology, a PMP, or three years of quarry work",
        ["education", "or certification", "or experience"],
    ),
    ("A PMP or at least two years of quarry work", ["certification", "or experience"]),
    ("Two years of quarry work or a degree", ["experience", "or education"]),
    (
        "A degree in geology, three years of quarry work and a PMP",
        ["education", "experience", "certification"],
    ),
    ("A PMP and two years of quarry work", ["certification", "experience"]),
    ("A degree in geology or botany with a PMP", ["education", "certification"]),
    ("Five years of quarry work and at least two years of Kafka", ["experience", "experience"]),
    ("Five years of Kafka and two of SQL", ["experience", "experience"]),
    ("Five years of SQL, three of Kafka and two of Java", ["experience"] * 3),
    ("Five years of quarry work, two in retail", ["experience", "experience"]),
    ("Five years of Kafka and 2 of these tools", []),
    ("Five years of quarry work and one of Java, Go or Rust", []),
    ("Five years of quarry work with two of the foremen", []),
    ("A PMP or a degree in geology", ["certification", "or education"]),
    ("RN licence or a degree in geology", ["certification", "or education"]),
    ("Apprenticeship of four years and a degree or HNC", ["experience", "education"]),
    # a thing with its years is no part of a choice
    ("A PMP with three years of quarry work or a CPA with five years", []),
    ("A PMP with three years of quarry work or a CPA", []),
    # one thing, or things that nothing joins
    ("A degree in geology or botany", []),
    ("A degree and five years of quarry work", []),
    ("A CPA or CFA", []),
    ("A degree (three years of quarry work)", []),
    ("RN/BSN", []),
    ("BS with 5 years or MS with 3 years of quarry work", []),
    ("Five years of quarry work, two of them with Kafka", []),
    ("A degree and software license management", []),
    ("A certificate or degree in geology", []),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_a_clause_falls_into_what_it_asks_for(taxonomy, text, parts) -> None:
    found = joined_proofs(taxonomy).of(text)
    assert [f"{'or ' * each.instead}{each.kind}" for each in found] == parts


ROWS = [
    (
        "A degree in geology, a PMP, or three years of quarry work",
        {
            "Bachelor's degree in geology, or Project Management Professional or 3 years of experience with quarry work"
        },
    ),
    ("RN licence or a degree in geology", {"Bachelor's degree in geology, or Registered Nurse (licence)"}),
    (
        "Apprenticeship of four years and a degree or HNC",
        {"Associate degree", "4 years of experience with Apprenticeship"},
    ),
    (
        "A PMP or two years of Kafka",
        {"Project Management Professional, or 2 years of experience with Apache Kafka"},
    ),
    ("A degree or three years of experience", {"Bachelor's degree, or 3 years of experience in the role"}),
    (
        "A degree in geology, three years of Kafka and a PMP",
        {
            "Bachelor's degree in geology",
            "3 years of experience with Apache Kafka",
            "Project Management Professional",
        },
    ),
    (
        "Five years of Kafka and two of SQL",
        {"5 years of experience with Apache Kafka", "2 years of experience with SQL"},
    ),
    ("Two years of experience in a dental practice", {"2 years of experience in a dental practice"}),
    ("Three years at a law firm", {"3 years of experience at a law firm"}),
    ("One year of experience in a hotel or restaurant", {"1 year of experience in a hotel or restaurant"}),
    (
        "Two years in a nursing home, hospital or hospice",
        {"2 years of experience in a nursing home, hospital or hospice"},
    ),
    ("One year of experience in primary schools", {"1 year of experience in primary schools"}),
    (
        "You have spent at least two years looking after goats",
        {"2 years of experience with looking after goats"},
    ),
    # no place, or one that the taxonomy has, or one beside what is done
    ("Two years of experience in the industry", {"2 years of experience in the role"}),
    ("Two years of experience in best practices", {"2 years of experience in the role"}),
    ("Two years of experience in a call centre", {"2 years of experience with call center operations"}),
    ("Three years as a quarry nurse in a hospital", {"3 years of experience in the role"}),
    ("Three years of Kafka in a hospital", {"3 years of experience with Apache Kafka"}),
    (
        "Five years of work experience and at least two years of Kafka",
        {"5 years of experience in the role", "2 years of experience with Apache Kafka"},
    ),
]


@pytest.mark.parametrize(("text", "titles"), ROWS)
def test_the_rows_say_the_whole_choice(text, titles) -> None:
    assert {row.title for row in rows_of(text)} == titles


def test_a_row_has_its_alternatives_as_data() -> None:
    (row,) = rows_of("A degree in geology, a PMP, or three years of Kafka")
    assert [each.kind for each in row.alternatives] == ["education", "certification", "experience"]
    assert (row.certifications, row.skills, row.min_months) == (
        ("pmi-pmp",),
        ("apache-kafka",),
        36,
    )
    degree, licence, years = row.ways
    assert (degree.degree.fields, degree.certifications, degree.min_months) == (("geology",), (), None)
    assert (licence.kind, licence.degree, licence.skills) == ("certification", None, ())
    assert (years.kind, years.skills, years.min_months) == ("experience", ("apache-kafka",), 36)


def test_an_alternative_is_called_what_the_posting_says() -> None:
    (row,) = rows_of("A degree in geology or three years of Kafka")
    assert [each.title for each in row.alternatives] == [
        "Bachelor's degree in geology",
        "3 years of experience with Apache Kafka",
    ]


def test_the_statements_of_a_posting_show_a_choice_as_its_rows_do(taxonomy) -> None:
    job = b"Site Clerk\n\nRequirements\n- A degree in geology or three years of Kafka\n- SQL\n"
    found = shipped_analyzer().understand([job], names=["a.txt"])
    values = posting_values(found.postings, found.merged, taxonomy)
    choice, other = values["documents"][0]["requirements"]
    assert (choice["logic"], [each["kind"] for each in choice["alternatives"]]) == (
        "any_of",
        ["education", "experience"],
    )
    assert choice["alternatives"][1]["skills"] == [{"id": "apache-kafka", "label": "Apache Kafka"}]
    assert other["alternatives"] == []
    row = next(row for row in values["merged"] if row["alternatives"])
    assert row["alternatives"] == choice["alternatives"]


def test_a_row_without_alternatives_is_its_only_way() -> None:
    (row,) = rows_of("A degree in geology")
    assert row.ways == (row,)
