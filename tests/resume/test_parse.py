"""Whole resumes of invented people in several trades, and the passages that the matcher is given."""

import itertools
import subprocess
import sys

import pytest

from gapcheck.matching.mentions import Assertion, DiscardReason, Genre, Method, SkillMention
from gapcheck.resume import skill_months
from gapcheck.spans import Span

from .conftest import Nothing, resume_of

ELECTRICIAN = """
RASHID EXAMPLE
Electrician
Hull, England | 01632 960 001 | rashid@example.com

PERSONAL STATEMENT

Qualified electrician with eleven years on sites large and small.

WORK HISTORY

Site Electrician\tMarch 2019 – present
Volta Installations Ltd, Hull
- First and second fix in schools and clinics
- Tested and certified 400 boards with a Megger MFT

Electrician's Mate\tAugust 2015 – February 2019
Sparks & Sons, Beverley
- Pulled cable, learned to read drawings

QUALIFICATIONS

- NVQ Level 3 Electrical Installation, Example College, 2018
- GCSEs: Maths, English, Science, 2013

TICKETS

- ECS Gold Card, expires 2028
- 18th Edition Wiring Regulations certificate, 2022

HOBBIES

Model railways run by a Raspberry Pi and some Python.

REFERENCES

Mr A. Foreman, Volta Installations Ltd.
"""

TEACHER = """
Beatriz Ejemplo
Profesora de matemáticas
Sevilla, España · beatriz@example.com · +34 955 555 014

PERFIL

Doce años en el aula.

EXPERIENCIA LABORAL

septiembre 2016 – actualidad
Profesora de matemáticas, Instituto El Ejemplo, Sevilla
- Clases de bachillerato

2012 – 2016
Profesora, Colegio San Muestra, Cádiz
- Clases de secundaria

FORMACIÓN ACADÉMICA

2011\tMáster en Educación, Universidad de Ejemplo
2010\tGrado en Matemáticas, Universidad de Ejemplo

IDIOMAS

Español, inglés C1
"""

DEVELOPER = """
# Mei Sample

mei@example.com | Toronto, Canada | github.com/mei-example

## Summary

Developer of small tools.

## Experience

### Senior Developer, Toolhouse Inc
*Jan 2022 – Present*

- Wrote Rust services

Tech: Rust, Go, PostgreSQL

### Developer, Widget Works
*2018 – 2021*

- Wrote Python

## Skills

- **Languages:** Rust, Python, Go
- **Not yet:** Haskell

## Currently Learning

- Elixir

## Education

**Bachelor of Computer Science**, Sample University, 2017
"""


def test_an_electrician():
    resume = resume_of(ELECTRICIAN)
    assert resume.contact.name == "RASHID EXAMPLE"
    assert [(e.title, e.employer, e.months) for e in resume.entries] == [
        ("Site Electrician", "Volta Installations Ltd", (93, 93)),
        ("Electrician's Mate", "Sparks & Sons", (43, 43)),
    ]
    assert resume.experience == (136, 136)
    assert [e.level.value for e in resume.education] == ["high-school"]
    assert [(c.name, c.expires) for c in resume.certificates] == [
        ("NVQ Level 3 Electrical Installation", None), ("ECS Gold Card", "2028"), ("18th Edition Wiring Regulations certificate", None),
    ]  # fmt: skip


def test_a_teacher_in_spanish():
    resume = resume_of(TEACHER)
    assert [(e.title, str(e.period.start)) for e in resume.entries] == [
        ("Profesora de matemáticas", "2016-09"), ("Profesora", "2012"),
    ]  # fmt: skip
    assert [(e.level.value, e.field, e.year) for e in resume.education] == [
        ("master", "Educación", 2011), ("bachelor", "Matemáticas", 2010),
    ]  # fmt: skip


def test_a_developer_in_markdown():
    resume = resume_of(DEVELOPER, name="mei.md")
    assert resume.contact.name == "Mei Sample"
    assert [(e.title, e.employer) for e in resume.entries] == [
        ("Senior Developer", "Toolhouse Inc"), ("Developer", "Widget Works"),
    ]  # fmt: skip
    assert [(e.level.value, e.field, e.year) for e in resume.education] == [
        ("bachelor", "Computer Science", 2017)
    ]


def passages(text, name="resume.txt"):
    matcher = Nothing()
    resume = resume_of(text, matcher, name)
    assert matcher.genre is Genre.RESUME
    return {" ".join(p.span.of(resume.document.text).split()): p for p in resume.passages}


def one(found, words):
    return next(passage for text, passage in found.items() if words in text)


def test_what_the_matcher_reads_of_a_resume():
    found = passages(ELECTRICIAN)
    assert found["Electrician"].title
    assert found["Site Electrician"].title
    assert not one(found, "First and second fix").title
    assert one(found, "Raspberry Pi").silent is DiscardReason.SECTION
    assert one(found, "A. Foreman").silent is DiscardReason.SECTION
    assert not any("Volta Installations" in text for text, p in found.items() if p.silent is None)
    assert not any("March 2019" in text for text in found)


def test_lists_labels_and_claims():
    found = passages(DEVELOPER, "mei.md")
    assert one(found, "Languages").listing
    assert one(found, "Tech: Rust").listing
    assert not one(found, "Wrote Rust").listing
    assert one(found, "Haskell").assertion is Assertion.ASPIRED
    assert one(found, "Elixir").assertion is Assertion.ASPIRED
    assert one(found, "Wrote Rust").assertion is Assertion.PRESENT


@pytest.mark.parametrize(
    ("section", "text", "listing"),
    [
        ("Skills", "Python, SQL, R", True),
        ("Skills", "Wound care", True),
        (
            "Skills",
            "No working knowledge of Scala, and none of Hadoop; better to tell you at once.",
            False,
        ),
        ("Experience", "Technologies: Python, SQL, R", True),
        ("Experience", "Wrote R scripts, tests and reports", False),
        ("Education", "Coursework: Statics (A), Chemistry (C), Drawing (B)", False),
    ],
)
def test_what_is_a_list(section, text, listing):
    found = passages(
        f"Jo Sample\njo@example.com\n\nProjects\n\nA loom.\n\n{section}\n\n{text}\n\nAwards\n\nPrize\n"
    )
    assert one(found, text).listing is listing


def test_passages_do_not_overlap_and_hold_text():
    for text, name in ((ELECTRICIAN, "a.txt"), (TEACHER, "b.txt"), (DEVELOPER, "c.md")):
        resume = resume_of(text, name=name)
        spans = [p.span for p in resume.passages]
        assert all(len(span) and span.of(resume.document.text).strip() for span in spans)
        assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


def mention(resume, words, assertion=Assertion.PRESENT):
    start = resume.document.text.index(words)
    return SkillMention("x", Span(start, start + len(words)), words, Method.PHRASE, assertion)


def test_months_of_a_skill_are_those_of_the_entries_that_show_it():
    resume = resume_of(ELECTRICIAN)
    boards, cable = mention(resume, "boards"), mention(resume, "cable")
    assert skill_months(resume, [cable]) == ((43, 43), "2019-02")
    assert skill_months(resume, [boards, cable]) == ((136, 136), "2026-11")
    assert skill_months(resume, [boards, boards]) == skill_months(resume, [boards])


def test_a_skill_outside_of_dated_entries_has_no_months():
    resume = resume_of(ELECTRICIAN)
    assert skill_months(resume, [mention(resume, "sites")]) == (None, None)
    assert skill_months(resume, [mention(resume, "cable", Assertion.ASPIRED)]) == (None, None)
    assert skill_months(resume, []) == (None, None)


def test_the_same_text_gives_the_same_resume():
    assert resume_of(ELECTRICIAN) == resume_of(ELECTRICIAN)


def test_an_empty_list_of_words_breaks_nothing():
    from gapcheck.resume import parse  # noqa: PLC0415
    from gapcheck.taxonomy import Taxonomy  # noqa: PLC0415

    from .conftest import AS_OF, document_of  # noqa: PLC0415  # only here

    bare = Taxonomy("bare", "0")
    resume = parse(document_of(ELECTRICIAN), bare, Nothing(), as_of=AS_OF)
    assert len(resume.sections) == 1
    assert resume.education == ()


def test_importing_loads_no_heavy_library():
    heavy = "{'phonenumbers', 'spacy', 'sklearn', 'pdfminer', 'lxml'}"
    code = f"import sys, gapcheck.resume; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


BOLD = """**Jo Sample**
jo@example.com

I arrange gatherings for a living.

**Tern Live (agency), Senior Event Executive, January 2024 - now**

* Crews of up to forty casuals and technicians, with call sheets, a talk at seven and a debrief

**Heron Hotel, Banqueting Coordinator, April 2020 - December 2023**

* Sign-up for 120 days a year

**Volunteer, Hollow Folk Weekend, 2019**

* Three days in a field

**Papers**

* Personal licence (alcohol), granted 2021
* First aid at work, June 2022. It lapsed in June 2025 and I have not renewed it.
* HND Events Management, Sample College, 2019
"""


def test_a_text_file_in_bold_without_any_heading_of_jobs():
    resume = resume_of(BOLD)
    assert [(e.title, e.employer) for e in resume.entries] == [
        ("Senior Event Executive", "Tern Live (agency)"),
        ("Banqueting Coordinator", "Heron Hotel"),
        ("Volunteer", "Hollow Folk Weekend"),
    ]
    assert resume.experience == (80, 80)


def test_papers_that_run_out_are_certificates_and_what_it_says_of_one_is_no_other():
    resume = resume_of(BOLD)
    assert [(c.name, c.status) for c in resume.certificates] == [
        ("Personal licence (alcohol)", "current"),
        ("First aid at work", "expired"),
    ]
    assert [(e.field, e.year) for e in resume.education] == [("Events Management", 2019)]


def test_papers_of_an_author_are_publications():
    text = (
        TOP_PAPERS
        + "Papers\n\nSample J. Rye and its licence to rise. Grain Letters 2021.\nSample J. Oats. Grain 2019.\n"
    )
    assert [s.kind.value for s in resume_of(text).sections][-1] == "publications"


TOP_PAPERS = "Jo Sample\njo@example.com\n\n"


def test_work_by_the_person_the_resume_is_about_is_that_persons(matcher):
    text = "Ada Quill\nada@example.com\n\nWork\n\nClerk, Fenwater, 2019 to 2023\n- SQL ledgers were built by Ada Quill\n- Kafka topics were built by Priya Wren\n"
    found = resume_of(text, matcher).matches.mentions
    assert {(each.surface.split()[0], each.assertion.value) for each in found} == {
        ("SQL", "present"),
        ("Kafka", "other"),
    }
