"""A resume written in the JSON Resume format: valid by its schema, and read back the same."""

import json
from datetime import date

import jsonschema
import pytest

from gapcheck.export import left_out, resume_as_json_resume
from tests.json_resume import MIRA, SCHEMA
from tests.places import shipped_analyzer

DAY = date(2026, 5, 1)


@pytest.fixture(scope="module")
def analyzer():
    return shipped_analyzer()


def test_what_is_written_is_valid_and_reads_back_the_same(analyzer):
    first = analyzer.parse(json.dumps(MIRA).encode(), name="mira.json", as_of=DAY)
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
        return {row["name"] for row in values["skills"]}

    def work(values):
        return [row.get("highlights") for row in (*values["work"], *values["projects"])]

    assert any(work(written))
    assert jobs(second) == jobs(first)
    assert degrees(second) == degrees(first)
    assert certificates(second) == certificates(first)
    again = resume_as_json_resume(second, analyzer.taxonomy, analyzer.policy)
    assert skills(written) <= skills(again)
    for part in ("publications", "awards", "languages", "interests", "references"):
        assert again[part] == written[part]
    assert again["basics"] == written["basics"]
    assert work(again) == work(written)
    jsonschema.validate(again, SCHEMA)


def test_the_schema_of_these_tests_refuses_what_is_wrong():
    jsonschema.validate(MIRA, SCHEMA)
    for wrong in ({"jobs": []}, {"work": [{"startDate": "May 2020"}]}, {"basics": {"url": "example.com"}}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, SCHEMA)


def test_what_a_json_resume_has_no_place_for_is_named(analyzer):
    text = "Mira Koskela\nmira@koskela.example\n\nCareer goals\nRun a harbour\n\nSkills\nPython, SQL\n"
    assert left_out(analyzer.parse(text.encode(), name="mira.txt", as_of=DAY)) == ("Career goals",)


def test_headline_grade_and_courses_are_written(analyzer):
    text = (
        "Mira Koskela\nHead Baker\nmira@koskela.example\n\nEducation\n\nBSc Food Science, Elm College, 2015\n"
        "GPA: 3.8\nCourses: Yeast, Ovens\n\nSkills\n\nPython, SQL\n"
    )
    resume = analyzer.parse(text.encode(), name="mira.txt", as_of=DAY)
    written = resume_as_json_resume(resume, analyzer.taxonomy, analyzer.policy)
    assert written["basics"]["label"] == "Head Baker"
    assert (written["education"][0]["score"], written["education"][0]["courses"]) == (
        "3.8",
        ["Yeast", "Ovens"],
    )
    jsonschema.validate(written, SCHEMA)


@pytest.mark.parametrize("first", ["Python, Java", "Machine Learning", "Ruby, Swift"])
def test_names_of_skills_are_no_name_of_a_person(analyzer, first):
    text = f"{first}\n\nExperience\n\nBaker, Elm Mills, 2019 - 2022\n- baked\n"
    resume = analyzer.parse(text.encode(), name="mira.txt", as_of=DAY)
    assert "name" not in resume_as_json_resume(resume, analyzer.taxonomy, analyzer.policy)["basics"]
