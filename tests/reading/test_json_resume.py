"""JSON Resume, in and out and in again."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import jsonschema
import pytest

from gapcheck.errors import DocumentError
from gapcheck.export import resume_as_json_resume
from gapcheck.reading import Limits, read
from tests.places import shipped_analyzer

from .json_resume_schema import SCHEMA

DAY = date(2026, 5, 1)
MIRA = {
    "basics": {
        "name": "Mira Koskela",
        "label": "Data Engineer",
        "email": "mira@example.com",
        "phone": "+1 312-555-0147",
        "url": "https://mira.example.com",
        "summary": "Builds pipelines that nobody has to get up for at night.",
        "location": {"city": "Tampere", "countryCode": "FI"},
        "profiles": [{"network": "GitHub", "username": "mira", "url": "https://github.com/example-mira"}],
    },
    "work": [
        {
            "name": "Harbour Tools",
            "position": "Data Engineer",
            "startDate": "2021-03-15",
            "summary": "Owner of the order pipeline.",
            "highlights": [
                "Built batch jobs in Python and Apache Spark",
                "Kept the warehouse in PostgreSQL clean",
            ],
        },
        {
            "name": "Lakeside Freight",
            "position": "Data Analyst",
            "startDate": "2018-09",
            "endDate": "2021-02",
            "highlights": ["Wrote weekly SQL reports for the depots"],
        },
    ],
    "volunteer": [
        {
            "organization": "Code Evenings",
            "position": "Mentor",
            "startDate": "2019-01",
            "endDate": "2019-12",
            "highlights": ["Taught ten beginners"],
        }
    ],
    "education": [
        {
            "institution": "Lakeside University",
            "area": "Statistics",
            "studyType": "Bachelor of Science",
            "startDate": "2014-09",
            "endDate": "2018-06",
            "courses": ["Linear algebra"],
        }
    ],
    "certificates": [
        {
            "name": "AWS Certified Data Engineer - Associate",
            "date": "2025-02-01",
            "issuer": "Amazon Web Services",
        }
    ],
    "skills": [{"name": "Tools", "level": "Advanced", "keywords": ["Docker", "Git", "Terraform"]}],
    "projects": [
        {
            "name": "Ferry board",
            "description": "A timetable for the kitchen wall.",
            "startDate": "2022-05",
            "endDate": "2022-08",
            "keywords": ["Flask"],
        }
    ],
    "publications": [
        {"name": "Queues at small terminals", "publisher": "Freight Letters", "releaseDate": "2020"}
    ],
    "languages": [{"language": "Finnish", "fluency": "Native speaker"}],
    "interests": [{"name": "Rowing", "keywords": ["Kubernetes the boat"]}],
    "references": [{"name": "Ana Vidal", "reference": "Her Scala workshop was fun."}],
}


@pytest.fixture(scope="module")
def analyzer():
    return shipped_analyzer()


@cache
def _bytes() -> bytes:
    return json.dumps(MIRA).encode()


def refused(data: bytes, limits: Limits = Limits()) -> DocumentError:  # noqa: B008
    with pytest.raises(DocumentError) as caught:
        read(data, name="mira.json", limits=limits)
    return caught.value


def test_a_json_resume_becomes_lines_with_headings():
    document = read(_bytes(), name="mira.json")
    lines = document.text.split("\n")
    assert document.format == "json"
    assert lines[:2] == ["Mira Koskela", "Data Engineer"]
    assert "Data Engineer, Harbour Tools\t2021-03 – present" in lines
    assert "Data Analyst, Lakeside Freight\t2018-09 – 2021-02" in lines
    assert "• Wrote weekly SQL reports for the depots" in lines
    headings = [line.span.of(document.text) for line in document.lines if line.heading_level]
    assert headings[1:] == [
        "Summary", "Work Experience", "Volunteer Experience", "Projects", "Education", "Certificates",
        "Skills", "Publications", "Languages", "Interests", "References",
    ]  # fmt: skip


def test_it_is_understood_as_it_says(analyzer):
    resume = analyzer.parse(_bytes(), name="mira.json", as_of=DAY)
    jobs = {
        (e.title, e.employer, str(e.period.start), e.period.end and str(e.period.end)) for e in resume.entries
    }
    assert ("Data Engineer", "Harbour Tools", "2021-03", None) in jobs
    assert ("Data Analyst", "Lakeside Freight", "2018-09", "2021-02") in jobs
    assert [(e.level.value, e.field, e.year) for e in resume.education] == [("bachelor", "Statistics", 2018)]
    assert [(c.id is not None, c.issued) for c in resume.certificates] == [(True, "2025-02")]
    assert (resume.contact.name, resume.contact.emails) == ("Mira Koskela", ("mira@example.com",))
    skills = {mention.skill for mention in resume.matches.mentions}
    assert {"python", "apache-spark", "postgresql", "sql", "docker", "git", "terraform"} <= skills
    assert not {"kubernetes", "scala"} & skills


def test_without_a_name_it_is_told_by_its_first_key():
    assert read(_bytes()).format == "json"
    assert read(b'{"job": "text that happens to open with a brace"}').format == "text"


def test_what_is_written_is_valid_and_reads_back_the_same(analyzer):
    first = analyzer.parse(_bytes(), name="mira.json", as_of=DAY)
    written = resume_as_json_resume(first, analyzer.taxonomy, analyzer.policy)
    jsonschema.validate(written, SCHEMA)
    second = analyzer.parse(json.dumps(written).encode(), name="again.json", as_of=DAY)

    def jobs(resume):
        return [(e.kind, e.title, e.employer, e.period.start, e.period.end) for e in resume.entries]

    def degrees(resume):
        return [(e.level, e.field, e.institution, e.year) for e in resume.education]

    def certificates(resume):
        return [(c.id, c.issued, c.status) for c in resume.certificates]

    def skills(values):
        return {keyword for row in values["skills"] for keyword in row["keywords"]}

    assert jobs(second) == jobs(first)
    assert degrees(second) == degrees(first)
    assert certificates(second) == certificates(first)
    again = resume_as_json_resume(second, analyzer.taxonomy, analyzer.policy)
    assert skills(written) <= skills(again)
    jsonschema.validate(again, SCHEMA)


def test_the_schema_of_these_tests_refuses_what_is_wrong():
    jsonschema.validate(MIRA, SCHEMA)
    for wrong in ({"jobs": []}, {"work": [{"startDate": "May 2020"}]}, {"basics": {"url": "example.com"}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, SCHEMA)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"basics": ', "broken"),
        (b'{"name": "left-pad", "version": "1.0.0"}', "unknown-format"),
        (b"[1, 2, 3]", "unknown-format"),
        (b'{"basics": {}, "work": []}', "empty"),
        (b"[" * 100_000, "broken"),
    ],
)
def test_other_json_ends_in_one_clear_error(data, reason):
    error = refused(data)
    assert error.reason == reason
    assert "mira.json" in error.message
    assert error.hint


def test_values_of_wrong_types_and_endless_lists_do_no_harm():
    odd = {"basics": "Mira", "work": [7, {"position": ["x"], "highlights": "none"}], "skills": [{"name": 3}]}
    assert read(json.dumps(odd).encode(), name="odd.json").text == "Work Experience\nSkills\n3"
    many = {"skills": [{"name": f"skill {i}"} for i in range(5000)]}
    assert len(read(json.dumps(many).encode(), name="many.json").lines) < 600
    assert refused(json.dumps(many).encode(), Limits(text_chars=100)).reason == "limits"
