"""The arrangements in which jobs are printed: lines and columns, markup, tables, other languages."""

import itertools

import pytest

from gapcheck.document import Document, Line, Style
from gapcheck.resume import parse
from gapcheck.spans import Span

from .conftest import AS_OF, CHEF, COMMIS, TOP, Nothing, built_in, heads, resume_of

LAYOUTS = {
    "title, employer, place and dates at the right": """EXPERIENCE

Pastry Chef, Hotel Marigold, Lyon\tMar 2019 – Present
- Ran the pastry line

Commis Chef, Bistro Nine\tJun 2016 – Feb 2019
- Prepared vegetables
""",
    "employer and dates, then the title": """EXPERIENCE

Hotel Marigold\tMar 2019 – Present
Pastry Chef
- Ran the pastry line

Bistro Nine\tJun 2016 – Feb 2019
Commis Chef
- Prepared vegetables
""",
    "employer and place, then title and dates": """EXPERIENCE

Hotel Marigold\tLyon, France
Pastry Chef\tMar 2019 – Present
- Ran the pastry line

Bistro Nine\tParis, France
Commis Chef\tJun 2016 – Feb 2019
- Prepared vegetables
""",
    "title and dates, then employer and place": """EXPERIENCE

Pastry Chef\tMar 2019 – Present
Hotel Marigold, Lyon
- Ran the pastry line

Commis Chef\tJun 2016 – Feb 2019
Bistro Nine, Paris
- Prepared vegetables
""",
    "three lines, with the length in brackets": """Experience

Hotel Marigold
Pastry Chef
March 2019 - Present (7 years 9 months)
Lyon, France
Ran the pastry line and ordered flour for forty kilos of bread each day.

Bistro Nine
Commis Chef
June 2016 - February 2019 (2 years 9 months)
Paris, France
Prepared vegetables for sixty covers.
""",
    "dates on their own line first": """Work Experience

03/2019 - present
Pastry Chef
Hotel Marigold, Lyon
- Ran the pastry line

06/2016 - 02/2019
Commis Chef
Bistro Nine, Paris
- Prepared vegetables
""",
    "dates in a column at the left": """Work Experience

03/2019 – now\tPastry Chef, Hotel Marigold
\tRan the pastry line.
06/2016 – 02/2019\tCommis Chef, Bistro Nine
\tPrepared vegetables.
""",
    "pipes": """Employment

Pastry Chef | Hotel Marigold | Lyon | Mar 2019 – Present
- Ran the pastry line
Commis Chef | Bistro Nine | Paris | Jun 2016 – Feb 2019
- Prepared vegetables
""",
    "dates in brackets": """Employment

Hotel Marigold, Pastry Chef (03/2019–present)
- Ran the pastry line

Bistro Nine, Commis Chef (06/2016–02/2019)
- Prepared vegetables
""",
    "at": """Employment

Pastry Chef at Hotel Marigold, March 2019 to present
Ran the pastry line.

Commis Chef at Bistro Nine, June 2016 to February 2019
Prepared vegetables.
""",
    "dashes": """EXPERIENCE

Pastry Chef — Hotel Marigold — March 2019–present
- Ran the pastry line

Commis Chef — Bistro Nine — June 2016–February 2019
- Prepared vegetables
""",
    "sentences": """EXPERIENCE

Pastry Chef, Hotel Marigold. March 2019 to date.
Ran the pastry line. In 2020 we rebuilt the bakery.

Commis Chef, Bistro Nine. June 2016 to February 2019.
Prepared vegetables.
""",
    "bulleted heads": """EXPERIENCE

- Pastry Chef, Hotel Marigold, Mar 2019 – Present
- Commis Chef, Bistro Nine, Jun 2016 – Feb 2019
""",
    "day, month and year, place beside them": """WORK EXPERIENCE

01/03/2019 – CURRENT – Lisbon, Portugal
Pastry Chef – Hotel Marigold
Ran the pastry line and ordered flour.

01/06/2016 – 28/02/2019 – Porto, Portugal
Commis Chef – Bistro Nine
Prepared vegetables for sixty covers.
""",
    "a lost dash at the end": """Experience

Pastry Chef\tMar. 2019 Present
Hotel Marigold
- Ran the pastry line

Commis Chef\tJun. 2016 Feb. 2019
Bistro Nine
- Prepared vegetables
""",
    "glued dates": """Experience
Pastry Chef, Hotel Marigold03/2019 – present
Ran the pastry line and ordered flour for forty kilos of bread each day.
Commis Chef, Bistro Nine06/2016 – 02/2019
Prepared vegetables for sixty covers, twice a day, and cleaned what was left behind.
""",
}


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_two_posts_in_any_layout(text):
    assert heads(text) == [(*CHEF, "2019-03", None), (*COMMIS, "2016-06", "2019-02")]


def test_markdown_heads():
    text = "## Work\n\n### Pastry Chef, Hotel Marigold\n*Mar 2019 – Present*\n\n- Ran\n\n### Commis Chef, Bistro Nine\n*Jun 2016 – Feb 2019*\n"
    assert heads(text, "resume.md") == [(*CHEF, "2019-03", None), (*COMMIS, "2016-06", "2019-02")]


def test_bold_markdown_heads():
    text = "## Work\n\n**Hotel Marigold** — Pastry Chef (Mar 2019 – Present)\n\n- Ran\n"
    assert heads(text, "resume.md") == [(*CHEF, "2019-03", None)]


def test_several_posts_at_one_employer():
    text = """Experience

Acme Corp, Berlin
Senior Engineer\tJan 2021 – Present
- Leads a team
Engineer\tJan 2018 – Dec 2020
- Built things

Beta GmbH, Hamburg
Intern\tJun 2015 – Aug 2015
- Tested
"""
    assert [(title, employer) for title, employer, _, _ in heads(text)] == [
        ("Senior Engineer", "Acme Corp"), ("Engineer", "Acme Corp"), ("Intern", "Beta GmbH"),
    ]  # fmt: skip


def test_entries_are_found_by_offset_and_do_not_overlap():
    resume = resume_of(TOP + LAYOUTS["pipes"])
    text = resume.document.text
    assert resume.entry_at(text.index("Ran the")).title == "Pastry Chef"
    assert resume.entry_at(text.index("Prepared")).title == "Commis Chef"
    assert resume.entry_at(text.index("jo@")) is None
    spans = [e.span for e in resume.entries]
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berufserfahrung\n\n01/2019 – heute\tSachbearbeiterin, Muster Handels GmbH, Köln\n- Buchung\n", ("Sachbearbeiterin", "Muster Handels GmbH", "2019-01", None)),
        ("Expérience professionnelle\n\nChargée de communication, Mairie de Villebelle\tjanvier 2020 – aujourd'hui\n", ("Chargée de communication", "Mairie de Villebelle", "2020-01", None)),
        ("Expériences\n\nDe janvier 2018 à août 2020 : Chargée de marketing, Atelier Exemple SARL\n- Newsletter\n", ("Chargée de marketing", "Atelier Exemple SARL", "2018-01", "2020-08")),
        ("Experiencia laboral\n\nEnfermera, Hospital San Ejemplo, Sevilla\tenero 2018 – actualidad\n", ("Enfermera", "Hospital San Ejemplo", "2018-01", None)),
    ],
)  # fmt: skip
def test_other_languages(text, expected):
    assert heads(text) == [expected]


def margin(*lines):
    """A page of lines given as (x, y, words): dates at the right margin are drawn after the text beside them."""
    text, rows = "", []
    for x, y, words in lines:
        span = Span(len(text), len(text) + len(words))
        marker = "•" if words.startswith("•") else ""
        rows.append(
            Line(span, 1, (x, y, 560.0 if x > 300 else x + 200, y + 10), style=Style(10), marker=marker)
        )
        text += words + "\n"
    return Document("page.pdf", "pdf", "0", text, tuple(rows))


def test_dates_drawn_after_the_text_at_their_left():
    document = margin(
        (50, 700, "EXPERIENCE"),
        (50, 680, "Pastry Chef, Hotel Marigold"), (60, 665, "• Ran the pastry line"), (60, 650, "• Ordered flour"),
        (480, 680, "Lyon, France"), (470, 665, "Mar 2019 – Present"),
        (50, 630, "Commis Chef, Bistro Nine"), (60, 615, "• Prepared vegetables"), (60, 600, "• Cleaned"),
        (480, 630, "Paris, France"), (470, 615, "Jun 2016 – Feb 2019"),
        (50, 580, "SKILLS"), (50, 565, "Bread"),
    )  # fmt: skip
    resume = parse(document, built_in(), Nothing(), as_of=AS_OF)
    assert [(e.title, e.employer, str(e.period.start)) for e in resume.entries] == [
        ("Pastry Chef", "Hotel Marigold", "2019-03"), ("Commis Chef", "Bistro Nine", "2016-06"),
    ]  # fmt: skip
    assert resume.entry_at(document.text.index("Prepared")).title == "Commis Chef"
    assert any("Ordered flour" in p.span.of(document.text) for p in resume.passages)


def test_jobs_without_any_heading_whose_titles_nobody_knows_are_known_by_being_set_alike():
    text = """# Jo Sample

Lyon, jo@example.com

**Quarry Marshal, Slate & Tern** — Lyon — *April 2021 to now*
Forty benches, two shifts and one crusher that never sleeps.
- Rewrote the blast plan

**Bench Hand, Larch Works** — Brest — *2016 to March 2021*
One hundred benches by the sea, all of them wet.
"""
    assert heads(text, "resume.md") == [
        ("Quarry Marshal", "Slate & Tern", "2021-04", None),
        ("Bench Hand", "Larch Works", "2016", "2021-03"),
    ]


def test_posts_under_an_employer_in_bold_without_any_heading():
    text = (
        "# Jo Sample\n\njo@example.com\n\n**Sample Logistics**, Elm (bought in 2023; same desk)\n\n"
        "*Group Product Manager* · January 2024 – present\n\n- Own two products\n\n"
        "*Product Manager* · May 2021 – December 2023\n\n- Ran eleven tests\n\n"
        "**Oak Insurance**, Elm\n\n*Claims Clerk (maternity cover), then permanent* · 06/2014 – 01/2016\n\n- Filed\n"
    )
    assert [(e.title, e.employer) for e in resume_of(text, name="resume.md").entries] == [
        ("Group Product Manager", "Sample Logistics"),
        ("Product Manager", "Sample Logistics"),
        ("Claims Clerk (maternity cover)", "Oak Insurance"),
    ]


def test_posts_each_under_a_heading_with_its_employer():
    text = (
        "# Jo Sample\n\nPastry chef, cold side. Lyon.\n\n"
        "## Marigold (hotel and baths), Lyon\n**Pastry Chef, March 2019 to today**\n\nThe team bakes for 300 guests.\n\n- Ran the line\n\n"
        "## Nine Tables, Nantes\n**Commis Chef, May 2016 to February 2019**\n\n- Kept the cold room\n\n"
        "## Education\nBA History, University of Lyon, 2016\n"
    )
    found = [(e.title, e.employer, str(e.period.start)) for e in resume_of(text, name="resume.md").entries]
    assert found == [("Pastry Chef", "Marigold", "2019-03"), ("Commis Chef", "Nine Tables", "2016-05")]
    alone = text.replace("**Commis Chef, May 2016 to February 2019**", "A place by the river.")
    assert not resume_of(alone, name="resume.md").entries


def test_two_hyphens_part_a_place_and_a_title():
    text = "Work\nSample Mills, London -- Platform Engineer\nMarch 2022 to now\n- Ran it.\n\nElm Council -- Systems Administrator\nSept 2018 to Feb 2022\n- Kept it\n"
    assert [each[:2] for each in heads(text)] == [
        ("Platform Engineer", "Sample Mills"),
        ("Systems Administrator", "Elm Council"),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (
            "| Mar 2025 – now | Hotel Marigold, Pastry Chef | Croissants by hand, eight trays a morning |\n"
            "| | | Ordered the flour |\n"
            "| 2022 – Feb 2025 | Bistro Nine, Commis Chef | Cut and fried on the fish section |\n"
        ),
        (
            "| Mar 2025 – now | Pastry Chef | Hotel Marigold | Croissants by hand, eight trays |\n"
            "| 2022 – Feb 2025 | Commis Chef | Bistro Nine | Cut and fried fish |\n"
        ),
        "| Mar 2025 – now | Pastry Chef, Hotel Marigold |\n| 2022 – Feb 2025 | Commis Chef, Bistro Nine |\n",
    ],
)
def test_the_rows_of_a_table_of_markdown_are_jobs(rows):
    table = f"## Work\n\n| When | Where | What |\n|---|---|---|\n{rows}"
    assert [each[:2] for each in heads(table, name="resume.md")] == [CHEF, COMMIS]


def test_a_row_of_a_table_that_is_no_job_is_none():
    table = "## Skills\n\n| Since | Tool | How |\n|---|---|---|\n| 2019 | Excel, Word | Every day, for reports |\n"
    assert heads(table, name="resume.md") == []
