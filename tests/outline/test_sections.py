"""Headings: by name, by style, by their place; and what is none."""

import itertools

import pytest

from gapcheck.document import Document, Line, Style
from gapcheck.matching.mentions import Assertion
from gapcheck.outline.model import SectionKind
from gapcheck.resume.vocabulary import vocabulary_of
from gapcheck.spans import Span
from gapcheck.taxonomy.language.resume_words import SectionNames
from tests.resume.conftest import built_in, outline_of, resume_of

TOP = "Jo Sample\njo@example.com\n\n"


def titles(text, name="resume.txt"):
    return [(s.title, s.kind.value) for s in resume_of(TOP + text, name=name).sections if s.title]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Experience", "experience"),
        ("PROFESSIONAL EXPERIENCE", "experience"),
        ("Work History:", "experience"),
        ("Academic Appointments", "experience"),
        ("Internships", "experience"),
        ("Consulting", "experience"),
        ("Customer Service Experience", "experience"),
        ("E X P E R I E N C E", "experience"),
        ("Education & Certifications", "education"),
        ("Projects & Posts", "experience"),
        ("Memberships, licences", "certifications"),
        ("Licenses and Certifications", "certifications"),
        ("Awards / Honors", "awards"),
        ("Skills & Tools", "skills"),
        ("Technical Proficiencies", "skills"),
        ("Laboratory Techniques", "skills"),
        ("Personal Projects", "projects"),
        ("Open-Source Contributions", "projects"),
        ("Selected Publications", "publications"),
        ("Invited Talks", "publications"),
        ("Volunteer Experience", "volunteering"),
        ("Teaching Experience", "teaching"),
        ("Supervision", "teaching"),
        ("Professional Development", "training"),
        ("Languages", "languages"),
        ("Referees", "references"),
        ("Hobbies and Interests", "interests"),
        ("About Me", "summary"),
        ("Research Interests", "summary"),
        ("Driving Licence", "contact"),
        ("Berufserfahrung", "experience"),
        ("Ausbildung", "education"),
        ("EDV-Kenntnisse", "skills"),
        ("Sprachen", "languages"),
        ("Expériences professionnelles", "experience"),
        ("Compétences", "skills"),
        ("Centres d’intérêt", "interests"),
        ("Formación académica", "education"),
        ("Experiencia laboral", "experience"),
        ("Idiomas", "languages"),
    ],
)
def test_names_of_sections(words, heading, kind):
    found = words.headings.name(heading) or words.headings.likely(heading)
    assert found is not None
    assert found.kinds[0].value == kind


@pytest.mark.parametrize(
    ("heading", "assertion"),
    [
        ("Currently Learning", Assertion.ASPIRED),
        ("Reading now", Assertion.ASPIRED),
        ("On my list", Assertion.ASPIRED),
        ("On my list for 2027", Assertion.ASPIRED),
        ("Learning goals 2027", Assertion.ASPIRED),
        ("Want to learn in 2027", Assertion.ASPIRED),
        ("Reading list for next year", Assertion.ASPIRED),
        ("Skills (2027)", Assertion.PRESENT),
        ("Not yet", Assertion.ASPIRED),
        ("Also dabbling in", Assertion.ASPIRED),
        ("Planned for next year", Assertion.ASPIRED),
        ("Learning", Assertion.PRESENT),
        ("Machine Learning", Assertion.PRESENT),
        ("Skills", Assertion.PRESENT),
        ("Formerly", Assertion.PAST),
    ],
)
def test_what_a_heading_says_of_its_skills(words, heading, assertion):
    assert words.headings.claim(heading) == assertion


@pytest.mark.parametrize("rule", ["## {}", "{}", "{}\n----------------"])
@pytest.mark.parametrize(
    "heading",
    [
        "On my list for 2027",
        "Learning goals 2027",
        "Goals for 2027",
        "Reading list for 2027",
        "2027 goals",
        "To learn in 2027",
        "Goals (2027)",
        "Plans for next year",
    ],
)
def test_a_bare_year_in_a_heading_of_plans(heading, rule):
    head = rule.format
    text = f"{head('Education')}\n\nBSc Food Science, Example University\n\n{head(heading)}\n\nKafka\n\n{head('Skills')}\n\nBread\n"
    resume = resume_of(TOP + text, name="resume.md" if "#" in rule else "resume.txt")
    told = {s.title: s.claim for s in resume.sections}
    assert told == {
        "": Assertion.PRESENT,
        "Education": Assertion.PRESENT,
        heading: Assertion.ASPIRED,
        "Skills": Assertion.PRESENT,
    }
    assert [each.year for each in resume.education] == [None]


def test_what_the_file_marks_as_a_heading_for_a_year():
    text = "## Work\n\n### Baker, Mill Bakery\n2019 – 2021\n\n## Big bets for 2027\n\nChess.\n\n## Skills\n\nBread\n"
    assert ("Big bets for 2027", "other") in titles(text, "resume.md")


@pytest.mark.parametrize("rule", ["## {}", "{}", "{}\n----------------"])
@pytest.mark.parametrize("entry", ["Data Analyst 2019", "Internship 2019", "Baker (2019)", "Summer 2019"])
def test_a_year_beside_other_words_stays_the_date_of_an_entry(entry, rule):
    head = rule.format
    text = f"{head('Experience')}\n\n{head(entry)}\n\nBaked bread.\n\n{head('Skills')}\n\nBread\n"
    found = titles(text, "resume.md" if "#" in rule else "resume.txt")
    assert found == [("Experience", "experience"), ("Skills", "skills")]


def test_a_plan_of_one_word_is_a_heading_only_where_marked():
    below = "CKA, Example Body\n\n{}Planned 2027\n\n{}Skills\n\nBread\n"
    assert [title for title, _ in titles("Certifications\n\n" + below.format("", ""))] == [
        "Certifications",
        "Skills",
    ]
    marked = titles("## Certifications\n\n" + below.format("## ", "## "), "resume.md")
    assert [title for title, _ in marked] == ["Certifications", "Planned 2027", "Skills"]


def test_compound_headings_have_several_kinds(words):
    found = words.headings.name("Education, Training & Certifications")
    assert [kind.value for kind in found.kinds] == ["education", "training", "certifications"]


def test_capitals_between_empty_lines():
    assert titles("WHERE I BAKED\n\nBaker, Mill Bakery, 2019 – 2021\n\nEDUCATION\n\nBSc, 2018\n\nSKILLS\n\nBread\n") == [
        ("WHERE I BAKED", "experience"), ("EDUCATION", "education"), ("SKILLS", "skills"),
    ]  # fmt: skip


def test_underlined_headings_with_names_of_their_own():
    text = "Experience\n==========\n\nBaker, Mill, 2019 – 2021\n\nMy museum\n=========\n\nStamps\n\nSkills\n======\nBread\n"
    assert titles(text) == [("Experience", "experience"), ("My museum", "other"), ("Skills", "skills")]


def test_markdown_levels_tell_sections_from_entries():
    text = "## About\n\nBaker.\n\n## Work\n\n### Baker, Mill Bakery\n2019 – 2021\n\n- baked\n\n## Odds and Ends\n\nChess.\n"
    assert titles(text, "resume.md") == [
        ("About", "summary"),
        ("Work", "experience"),
        ("Odds and Ends", "other"),
    ]


def test_a_bullet_is_never_a_heading():
    assert titles("Skills\n\n- Teaching\n- Languages\n- Projects\n\nExperience\n\nBaker, Mill, 2019 – 2021\n") == [
        ("Skills", "skills"), ("Experience", "experience"),
    ]  # fmt: skip


def test_labels_of_a_skills_list_are_no_headings():
    text = "Technical Skills\n\nLanguages: Python, R\nTools: Git\n\nExperience\n\nAnalyst, Foo Ltd, 2019 – 2021\n"
    assert titles(text) == [("Technical Skills", "skills"), ("Experience", "experience")]


def test_headings_before_a_colon():
    text = "EXPERIENCE: Baker, Mill Bakery, 2019 – 2021\nEDUCATION: BSc Food Science, 2018\nSKILLS: Bread, cake\n"
    assert titles(text) == [("EXPERIENCE", "experience"), ("EDUCATION", "education"), ("SKILLS", "skills")]


def test_headings_in_a_column_at_the_left():
    text = "Experience\tBaker, Mill Bakery, 2019 – 2021\n\tbaked\nEducation\tBSc Food Science, 2018\nSkills\tBread\n"
    assert [kind for _, kind in titles(text)] == ["experience", "education", "skills"]


def test_lower_case_headings():
    assert [kind for _, kind in titles("experience\n\nBaker, Mill, 2019 – 2021\n\nskills\n\nbread\n")] == [
        "experience", "skills",
    ]  # fmt: skip


def test_jobs_without_any_heading_make_a_section():
    sections = resume_of(
        TOP + "Baker, Mill Bakery Ltd (2019 – 2021)\nBaked.\n\nClerk, Corner Store Ltd (2017 – 2019)\n"
    ).sections
    assert [s.kind for s in sections] == [SectionKind.HEADER, SectionKind.EXPERIENCE]


def test_jobs_under_a_heading_of_unknown_name_make_experience():
    text = "SKILLS\n\nBread\n\nOVENS OF MINE\n\nBaker, Mill Bakery Ltd, 2019 – 2021\n- baked\n\nEDUCATION\n\nBSc, 2018\n"
    assert ("OVENS OF MINE", "experience") in titles(text)


def test_sections_cover_the_text_in_order():
    resume = resume_of(TOP + "Skills\n\nBread\n\nExperience\n\nBaker, Mill, 2019 – 2021\n")
    spans = [s.span for s in resume.sections]
    assert spans[0].start == 0
    assert spans[-1].end == len(resume.document.text)
    assert all(one.end == other.start for one, other in itertools.pairwise(spans))
    assert resume.section_at(resume.document.text.index("Bread")).title == "Skills"


BODY, LOUD = Style(10, font="A"), Style(10, bold=True, color="#003366", font="B")


def page(*lines):
    """A one-page document of styled lines, each its own paragraph."""
    text, rows = "", []
    for number, (content, style) in enumerate(lines):
        rows.append(
            Line(
                Span(len(text), len(text) + len(content)),
                1,
                (50, 780 - 14 * number, 300, 790 - 14 * number),
                style=style,
            )
        )
        text += content + "\n"
    return Document("page.pdf", "pdf", "0", text, tuple(rows))


def styled_titles(*lines):
    words = vocabulary_of(built_in())
    return [s.title for s in outline_of(page(*lines), words).sections if s.title]


def test_short_lines_in_the_style_of_headings_are_headings():
    assert styled_titles(
        ("Jo Sample", Style(20, bold=True, font="B")),
        ("Experience", LOUD), ("Baker at Mill Bakery, with a liking for rye bread", BODY),
        ("Most of my weekends", LOUD), ("Chess and long walks along the canal", BODY),
        ("Skills", LOUD), ("Bread, cake, pastry and a little sugar work", BODY),
    ) == ["Experience", "Most of my weekends", "Skills"]  # fmt: skip


def test_bold_titles_of_jobs_are_no_headings():
    assert styled_titles(
        ("Experience", LOUD), ("Baker, Mill Bakery", LOUD), ("2019 – 2021", BODY), ("Clerk, Corner Store", LOUD),
        ("2017 – 2019", BODY), ("Skills", LOUD), ("Bread and cake", BODY),
    ) == ["Experience", "Skills"]  # fmt: skip


def test_a_plain_line_with_a_sections_name_is_text_where_headings_stand_out():
    assert styled_titles(
        ("Experience", LOUD), ("Baker at Mill Bakery", BODY), ("Skills", LOUD), ("Bread", BODY), ("Training", BODY),
        ("Education", LOUD), ("A college by the sea", BODY),
    ) == ["Experience", "Skills", "Education"]  # fmt: skip


def test_kinds_of_the_list_are_those_of_the_model():
    named = set(SectionNames.model_fields["kind"].annotation.__args__)
    assert named <= {kind.value for kind in SectionKind} - {"header"}
