"""Resumes in the JSON Resume format as documents."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import pytest

from gapcheck.errors import DocumentError
from gapcheck.reading import Limits, read
from tests.json_resume import MIRA
from tests.places import shipped_analyzer

DAY = date(2026, 5, 1)


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
    assert read(json.dumps(odd).encode(), name="odd.json").text == "Work Experience\n• none\nSkills\n3"
    many = {"skills": [{"name": f"skill {i}"} for i in range(5000)]}
    assert len(read(json.dumps(many).encode(), name="many.json").lines) < 600
    assert refused(json.dumps(many).encode(), Limits(text_chars=100)).reason == "limits"


def test_parts_of_another_shape_are_read_all_the_same():
    loose = {
        "basics": {"name": "Jo Sample"},
        "work": {"name": "Sample Mills", "position": "Baker", "startDate": "2020-01"},
        "skills": [
            "Rye",
            {"name": "Web", "keywords": [[{"skill": "HTML", "level": "4/5"}]]},
            {"name": "Data", "keywords": [{"name": "Kafka"}]},
        ],
    }
    text = read(json.dumps(loose).encode(), name="loose.json").text
    assert "Baker, Sample Mills\t2020-01 – present" in text
    assert all(line in text for line in ("Rye", "Web: HTML", "Data: Kafka"))


def test_the_file_of_reactive_resume_is_read():
    items = {
        "experience": [
            {
                "company": "Sample Mills",
                "position": "Baker",
                "date": "May 2020 – Present",
                "summary": "<ul><li><p>Ran the ovens</p></li><li><p>Sold &amp; packed</p></li></ul>",
                "visible": True,
            }
        ],
        "education": [
            {
                "institution": "Sample College",
                "studyType": "BSc",
                "area": "Physics",
                "date": "2015",
                "visible": True,
            }
        ],
        "skills": [
            {"name": "Baking", "description": "expert", "keywords": ["rye", "oats"], "visible": True},
            {"name": "Secret", "visible": False},
        ],
        "certifications": [{"name": "Bread Judge", "issuer": "Sample Guild", "date": "2019"}],
    }
    exported = {
        "basics": {
            "name": "Jo Sample",
            "headline": "Baker",
            "email": "jo@example.com",
            "url": {"href": "https://jo.example.com"},
        },
        "sections": {key: {"visible": True, "items": rows} for key, rows in items.items()},
        "metadata": {"template": "sample"},
    }
    document = read(json.dumps(exported).encode(), name="export.json")
    text = document.text
    assert document.warnings == ()
    assert "Baker, Sample Mills\tMay 2020 – Present" in text
    assert "Ran the ovens" in text
    assert "Sold & packed" in text
    assert "BSc in Physics, Sample College\t2015" in text
    assert "Baking (expert): rye, oats" in text
    assert "Bread Judge, Sample Guild, 2019" in text
    assert "Secret" not in text


def test_parts_of_other_forms_are_named_and_left_out():
    text = '{"basics": {"name": "Ilka Marsh"}, "skills": ["weaving"], "hobbies": ["sails"], "meta": {"version": "1"}}'
    warnings = read(text.encode(), name="resume.json").warnings
    assert [(each.code, each.message) for each in warnings] == [
        ("left-out", "left out, for a JSON Resume has no such part: hobbies")
    ]


FULL = {
    "basics": {
        "name": "Oriel Vance",
        "image": "https://example.com/o.png",
        "location": {"address": "3 Quay Lane", "postalCode": "NR32 1AA", "city": "Lowestoft", "countryCode": "GB"},
    },
    "work": [
        {"name": "Fenn Foods", "position": "Planner", "location": "Leeds, UK", "description": "Chilled food", "url": "https://f.example"}
    ],
    "projects": [{"name": "Tide clock", "roles": ["Maker", "Writer"], "type": "application", "shoe": {"size": "nine"}}],
    "certificates": [{"name": "CSCP", "date": "2019-05", "url": ""}],
}  # fmt: skip


def test_places_roles_and_what_an_employer_does_are_kept():
    text = read(json.dumps(FULL).encode(), name="resume.json").text
    for line in ("3 Quay Lane, NR32 1AA, Lowestoft, GB", "Leeds, UK", "Chilled food", "Roles: Maker, Writer"):
        assert line in text.split("\n")


def test_what_an_entry_holds_beside_is_named():
    warnings = read(json.dumps(FULL).encode(), name="resume.json").warnings
    assert [each.message for each in warnings] == [
        "left out, for a resume has no line for it: basics.image, work.url, projects.type, projects.shoe"
    ]
