"""Headings in the person's own words, and what stands under a heading that was missed."""

import pytest

from gapcheck.document import Style
from gapcheck.outline.content import lists_names
from gapcheck.outline.model import SectionKind
from gapcheck.resume.model import EntryKind
from gapcheck.resume.vocabulary import vocabulary_of
from tests.resume.conftest import built_in, outline_of, resume_of

from .test_sections import BODY, page

TOP = "Jo Sample\njo@example.com\n\n"
BIG = Style(14, font="A")
NAME = Style(20, bold=True, font="B")


def kinds(text):
    return {s.title: s.kind.value for s in resume_of(TOP + text).sections if s.title}


def styled(*lines):
    words = vocabulary_of(built_in())
    plan = outline_of(page(*lines), words)
    return [s.title for s in plan.sections if s.title]


def test_one_name_and_one_that_is_like_a_heading_show_the_style():
    assert styled(
        ("Jo Sample", NAME), ("jo@example.com", BODY),
        ("How the years went by", BIG), ("Baker at Mill Bakery, with a liking for rye bread", BODY),
        ("Experience in kitchens", BIG), ("Chess and long walks along the canal", BODY),
        ("Skills", BIG), ("Bread, cake, pastry and a little sugar work", BODY),
    ) == ["How the years went by", "Experience in kitchens", "Skills"]  # fmt: skip


def test_a_larger_style_shows_headings_without_any_name():
    assert styled(
        ("Jo Sample", NAME), ("jo@example.com", BODY),
        ("The bread years", BIG), ("Baker at Mill Bakery, with a liking for rye bread", BODY),
        ("Ovens and such", BIG), ("Chess and long walks along the canal", BODY),
        ("Where it began", BIG), ("Bread, cake, pastry and a little sugar work", BODY),
    ) == ["The bread years", "Ovens and such", "Where it began"]  # fmt: skip


def test_larger_heads_of_entries_are_no_headings():
    assert styled(
        ("Jo Sample", NAME), ("jo@example.com", BODY),
        ("Baker, Mill Bakery, 2016 – 2019", BIG), ("Baked rye bread and a few sorts of cake", BODY),
        ("Corner Store", BIG), ("Sold bread and cake to the people of the street", BODY),
        ("Canal House", BIG), ("Kept the books of a small house by the canal", BODY),
    ) == []  # fmt: skip


UNDERLINED = """\
WHAT PAYS THE RENT
==================
Data Engineer, Acme Ltd, Jan 2019 - Mar 2021
- Built pipelines

KIT AND CABOODLE
----------------
Python, SQL, Docker, Node.js

The early days
--------------
BSc Physics, University of Kent, 2014
Modules passed: Python, SQL
"""


def test_a_rule_below_a_line_makes_it_a_heading():
    assert kinds(UNDERLINED) == {
        "WHAT PAYS THE RENT": "experience",
        "KIT AND CABOODLE": "skills",
        "The early days": "education",
    }
    resume = resume_of(TOP + UNDERLINED)
    assert [(e.title, e.employer, e.months) for e in resume.entries] == [
        ("Data Engineer", "Acme Ltd", (27, 27))
    ]
    assert [e.field for e in resume.education] == ["Physics"]


def test_modules_of_a_degree_stand_in_education():
    resume = resume_of(TOP + UNDERLINED)
    place = resume.section_at(resume.document.text.index("Modules passed"))
    assert place.kind is SectionKind.EDUCATION


def test_a_ruled_name_at_the_top_is_no_heading():
    assert resume_of("Jo Sample\n=========\n\nSkills\n------\nBread\n").sections[0].kind is SectionKind.HEADER


@pytest.mark.parametrize(
    "text",
    [
        "Python, SQL, NumPy, Docker",
        "Languages: Python, C++\nDatabases: PostgreSQL, SQLite, Redis",
        "• Python • TensorFlow • AWS • Git",
    ],
)
def test_lists_of_names_are_told_by_their_shape(text):
    assert lists_names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chess, hiking, long walks, choir",
        "I keep bees, and I walk along the canal with two dogs every day.",
        "Python, SQL, Docker course, 2019",
        "Built a scraper in Python. Moved it to AWS later on.",
        "",
    ],
)
def test_other_text_is_no_list_of_names(text):
    assert not lists_names(text)


@pytest.mark.parametrize("heading", ["Offline", "Besides", "When not at work", "When I log off"])
def test_free_time_is_told_by_its_phrases(heading):
    text = (
        f"SKILLS\n\nBread\n\nEXPERIENCE\n\nBaker, Mill, 2019 – 2021\n\n{heading.upper()}\n\nChess and bees.\n"
    )
    assert kinds(text)[heading.upper()] == "interests"


def test_projects_stay_projects_beside_jobs():
    resume = resume_of(
        TOP + "Experience\n\nBaker, Mill Bakery, 2015 – 2017\n- Bread\n\n"
        "Projects\n\nLead Developer, Campus App, 2017 – 2020\n- Built it\n"
    )
    assert [e.kind for e in resume.entries] == [EntryKind.JOB, EntryKind.PROJECT]


def test_jobs_below_a_list_of_skills_are_jobs():
    resume = resume_of(
        TOP
        + "Skills\n\nPython, SQL, Docker\n\nData Analyst, Harbour Data Ltd, Jan 2017 – Dec 2018\n- Built reports\n"
    )
    assert [(e.kind, e.title, e.months) for e in resume.entries] == [
        (EntryKind.JOB, "Data Analyst", (24, 24))
    ]
    assert [s.kind.value for s in resume.sections] == ["header", "skills", "experience"]


@pytest.mark.parametrize("heading", ["Projects", "Languages", "Interests"])
def test_a_degree_under_another_heading_is_found(heading):
    text = f"{heading}\n\n2011, BSc Chemistry, University of Kent\n"
    assert [(e.field, e.year) for e in resume_of(TOP + text).education] == [("Chemistry", 2011)]


def test_a_degree_in_a_sentence_elsewhere_is_none():
    text = "Projects\n\n- Led BSc Chemistry students of the University of Kent in 2011\n"
    assert not resume_of(TOP + text).education


ORNAMENTS = [
    (">> {}", ">>"),
    ("== {} ==", "=="),
    ("[ {} ]", "["),
    ("--- {} ---", "---"),
    ("*** {}", "***"),
    ("~ {} ~", "~"),
]


@pytest.mark.parametrize("pattern", [pattern for pattern, _ in ORNAMENTS])
def test_headings_between_signs_in_a_text_file(pattern):
    names = ["WHY ME", "CONTRACTS, NEWEST FIRST", "BEFORE THAT, ON THE PAYROLL", "TOOLBOX", "ALSO"]
    bodies = [
        "I bake bread that keeps, and teach the team to keep it up.",
        "05/26 - today    Sample Mills, Leeds\n  + ovens, and the people beside them",
        "2015 - 2018  Baker, Sample Inn\n  + bread",
        "Excel, Word",
        "Amateur beekeeper. Coach a club on Saturdays.",
    ]
    text = "\n\n".join(f"{pattern.format(name)}\n{body}" for name, body in zip(names, bodies, strict=True))
    found = [s.title for s in resume_of("Jo Sample\njo@example.com\n\n" + text).sections if s.title]
    assert found == names


def test_bullets_are_no_headings_between_signs():
    text = "Jo Sample\njo@example.com\n\nProjects\n\n- Skills map (2015) for a school.\n- Education portal (2016), own work.\n"
    assert [s.title for s in resume_of(text).sections if s.title] == ["Projects"]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Campus and Community", "volunteering"),
        ("Things I Built", "projects"),
        ("Toolbelt", "skills"),
        ("Hi!", "summary"),
    ],
)
def test_headings_of_a_page_in_the_words_of_the_person(heading, kind):
    page = (
        f"<h1>Jo Sample</h1><p>jo@example.com</p><h2>{heading}</h2>"
        "<p>I have looked after ovens and people for years, and want to go on with both of them.</p>"
        "<h2>Experience</h2><p>Baker, Sample Mills, 2016 - 2022</p><h2>Education</h2><p>BSc Physics, 2015</p>"
    )
    found = {s.title: s.kind.value for s in resume_of(page, name="resume.html").sections}
    assert found[heading] == kind


MENU = """# Jo Sample

**Cook** | jo@example.com

## Mise en place

Sixteen years at the pass, eight of them in charge of it. Calm on a full Saturday with two people missing.

## Kitchens

**Head Chef**, The Old Crane *(May 2018 to the present day)*

- Lead a brigade of fourteen

**Sous Chef**, Sample Coast Catering, Nice *(2/2014 - 4/2018)*

- Galleys

**Chef de partie**, Brasserie Sample *('11 - '14)*

- Fish

## Knife Roll

- *Every service:* stocks, sauces

## Papers

- Food Safety Level 3, valid until 11/2027
- First Aid at Work, expired 2024
- Wine Award, Level 2, 2019

## Other Appetites

Beans, roasted at home. Learning to sail, and a band after midnight.
"""


def test_headings_of_one_level_in_markdown_whatever_they_say():
    resume = resume_of(MENU, name="resume.md")
    assert [(s.title, s.kind.value) for s in resume.sections if s.title] == [
        ("Mise en place", "summary"),
        ("Kitchens", "experience"),
        ("Knife Roll", "other"),
        ("Papers", "certifications"),
        ("Other Appetites", "interests"),
    ]
    assert [(e.title, str(e.period.start)) for e in resume.entries] == [
        ("Head Chef", "2018-05"),
        ("Sous Chef", "2014-02"),
        ("Chef de partie", "2011"),
    ]
    assert [c.name for c in resume.certificates] == [
        "Food Safety Level 3",
        "First Aid at Work",
        "Wine Award, Level 2",
    ]


def test_courses_with_their_state_under_a_heading_of_unknown_name():
    text = (
        "Experience\n\nBaker, Sample Mills, 2016 - 2022\n- baked\n\nEducation\n\nBSc Physics, Sample College, 2015\n\n"
        "Sharpening Up\n\nStatistics for Bakers, online, finished March 2025\nOven Maintenance, started September 2026, in progress\n"
        "\nSkills\n\nExcel, Word\n"
    )
    found = resume_of(TOP + text).certificates
    assert [(c.name, c.status) for c in found] == [
        ("Statistics for Bakers", "current"),
        ("Oven Maintenance", "in_progress"),
    ]
