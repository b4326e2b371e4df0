"""An action says nothing that the resume contradicts: no false gap, no other trade's work renamed, no dates turned round."""

from __future__ import annotations

import pytest

from gapcheck.advice.actions import gained_beside
from gapcheck.advice.nearness import is_narrower, is_umbrella
from gapcheck.advice.wording import quoted
from gapcheck.analyzer import Analyzer
from gapcheck.report import Evidence, GapReport
from tests.places import shipped_analyzer

AS_OF = "2026-11-21"
ABOUT = """
Summary
I like to finish what I begin, to write down how it was done, and to hand it over so that others can go on without me. People
come to me when something has been put off for too long, and leave with a date. I would rather ask twice than guess once, and
I keep my desk, my promises and my temper. I read a great deal, walk everywhere, and sing badly in a good choir on Tuesdays.
"""
OFFICE = """Ivo Marten
ivo@example.com

Experience

Accountant, Brackwater Mills
Mar 2022 - Present
- Prepared the financial reporting of three mills for the board each month
- Moved the stock accounts to the Ledgerwise ERP system and trained six colleagues

Accounts Assistant, Fenwick Garden Centre
May 2019 - Feb 2022
- Kept the purchase ledger and paid forty suppliers every week

Education
B.Sc. in Accounting, Larkfield University, 2019
"""
CODER = """Ada Brook
ada@example.com

Experience

Software Engineer, Larkfield Water
Mar 2022 - Present
- Wrote the billing service in Java and its tests with JUnit, and kept it in Git

Store Assistant, Fenwick Garden Centre
May 2016 - Feb 2018
- Counted stock in Excel and wrote Java macros for the label printer

Skills
Docker (since 2023), Rust: beginner

Education
B.Sc. in Computer Science, Larkfield University, 2021
Courses: operating systems, databases, computer graphics
"""
SELLER = """Olga Fenn
olga@example.com

Experience

Pharmaceutical Sales Representative, Tarnwell Labs
Mar 2015 - Present
- Worked with geriatric care wards and cardiac care units to sell infusion pumps
- Presented new products to nurses and physicians

Education
B.A. in Business, Larkfield University, 2014
"""


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return shipped_analyzer()


def report_of(analyzer: Analyzer, text: str, asked: str, title: str) -> GapReport:
    posting = f"{title}\n\nRequirements\n" + "".join(f"- {each}\n" for each in asked.split("; "))
    return analyzer.analyze((text + ABOUT).encode(), job_text=posting, name="cv.txt", as_of=AS_OF)


def words_of(report: GapReport) -> str:
    return "\n".join(f"{each.title}\n{each.text}" for each in report.actions)


def test_a_line_near_to_what_is_asked_for_is_named_with_an_if(analyzer: Analyzer) -> None:
    report = report_of(analyzer, OFFICE, "Consolidation; General ledger", "Accountant")
    action = next(each for each in report.actions if "consolidation" in each.title.casefold())
    assert "if" in action.title
    assert "financial reporting" in action.text
    assert "if" in action.text


def test_courses_that_are_listed_are_not_said_to_be_left_open(analyzer: Analyzer) -> None:
    report = report_of(analyzer, CODER, "Algorithms; Data structures; Java", "Software Engineer")
    action = next(each for each in report.actions if "algorithms" in each.title)
    assert action.kind == "name"
    assert "operating systems" in action.text
    assert "does not name" in action.text


def test_courses_that_are_listed_are_not_asked_for_again(analyzer: Analyzer) -> None:
    listed = CODER.replace("computer graphics", "algorithms and data structures")
    report = report_of(analyzer, listed, "Algorithms; Data structures; Java", "Software Engineer")
    assert not [each for each in report.actions if each.kind in {"name", "learn"}]


@pytest.mark.parametrize(
    ("wanted", "shown"), [("software-engineering", "git"), ("mathematics", "statistics")]
)
def test_the_wider_word_for_a_thing_is_known(analyzer: Analyzer, wanted: str, shown: str) -> None:
    assert is_umbrella(wanted, shown, analyzer.taxonomy)
    assert not is_narrower(wanted, shown, analyzer.taxonomy)


def test_the_closer_word_for_a_thing_is_known(analyzer: Analyzer) -> None:
    assert is_narrower("consolidation", "financial-reporting", analyzer.taxonomy)
    assert is_narrower("deep-learning", "machine-learning", analyzer.taxonomy)
    assert not is_narrower("data-science", "data-analysis", analyzer.taxonomy)


def test_no_other_product_is_asked_for_where_a_line_names_its_own(analyzer: Analyzer) -> None:
    report = report_of(analyzer, OFFICE, "NetSuite; General ledger", "Accountant")
    assert "NetSuite" not in words_of(report)


def test_the_work_of_another_trade_gets_no_new_name(analyzer: Analyzer) -> None:
    report = analyzer.analyze((SELLER + ABOUT).encode(), role="registered-nurse", name="cv.txt", as_of=AS_OF)
    assert report.verdict == "far"
    assert not [each for each in report.actions if "Representative" in each.title]


def test_what_was_learned_later_is_not_put_in_an_earlier_job(analyzer: Analyzer) -> None:
    early = CODER.replace("Mar 2022 - Present", "Mar 2018 - Feb 2022")
    for text, place in ((CODER, "Software Engineer"), (early, None)):
        report = report_of(analyzer, text, "Docker; Java", "Software Engineer")
        docker = [each for each in report.actions if "Docker" in each.title]
        assert docker
        assert (place in docker[0].place) if place else ("Projects" in docker[0].place)


def test_a_beginner_is_not_asked_for_work(analyzer: Analyzer) -> None:
    report = report_of(analyzer, CODER, "Rust; Java", "Software Engineer")
    rust = next(each for each in report.actions if "Rust" in each.title)
    assert rust.kind == "learn"


def test_the_words_that_matter_are_inside_a_quote_that_is_cut() -> None:
    quote = "Kept the books of nine shops and two warehouses, paid the wages, and did the consolidation every spring"
    at = quote.index("consolidation")
    line = Evidence("x", "x", "phrase", 1.0, "present", "", 1, quote, at, at + len("consolidation"))
    assert quoted(line, "consolidation").startswith('"… ')
    assert "consolidation" in quoted(line, "consolidation")
    assert quoted(line, "books").startswith('"Kept')
    assert len(quoted(line, "consolidation")) < len(quote)


@pytest.mark.parametrize(
    ("home", "asked"),
    [("Tulsa, OK", []), ("+44 1632 555 0190", ["gdpr"]), ("", ["gdpr"]), ("Berlin", ["gdpr"])],
)
def test_what_is_asked_for_in_other_countries_is_left_out_of_a_role(
    analyzer: Analyzer, home: str, asked: list[str]
) -> None:
    text = CODER.replace("ada@example.com", f"ada@example.com | {home}")
    text = text.replace("Software Engineer", "Data Analyst") + ABOUT
    report = analyzer.analyze(text.encode(), role="data-analyst", name="cv.txt", as_of=AS_OF)
    assert [step.requirement for step in report.next_steps if step.requirement == "gdpr"] == asked


def test_what_a_posting_requires_is_never_foreign(analyzer: Analyzer) -> None:
    text = CODER.replace("ada@example.com", "ada@example.com | Tulsa, OK")
    report = report_of(analyzer, text, "GDPR; Java", "Software Engineer")
    assert "gdpr" in {step.requirement for step in report.next_steps}


def test_countries_and_first_steps_fit_the_taxonomy(analyzer: Analyzer) -> None:
    taxonomy = analyzer.taxonomy
    for row in taxonomy.advice.countries:
        assert set(row.skills) <= set(taxonomy.skills)
        assert set(row.certifications) <= set(taxonomy.certifications)
    assert all(bool(theme.first_step) is theme.by_projects for theme in taxonomy.themes.themes)


def test_who_has_studied_the_field_is_asked_for_courses_first(analyzer: Analyzer) -> None:
    plain = CODER.replace("Courses: operating systems, databases, computer graphics\n", "")
    report = report_of(analyzer, plain, "Algorithms; Java", "Software Engineer")
    assert [each.kind for each in report.actions if "algorithms" in each.title] == ["name"]
    arts = plain.replace("B.Sc. in Computer Science", "B.A. in History")
    report = report_of(analyzer, arts, "Algorithms; Java", "Software Engineer")
    assert [each.kind for each in report.actions if "algorithms" in each.title] == ["learn"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Master's degree in botany", False),
        ("Bachelor's degree in botany", True),
        ("Bachelor's degree", False),
    ],
)
def test_the_subject_of_a_degree_is_asked_for_where_its_level_is_enough(
    analyzer: Analyzer, asked: str, *, said: bool
) -> None:
    text = CODER.replace("B.Sc. in Computer Science, Larkfield University", "Bachelor's degree")
    report = report_of(analyzer, text, f"{asked}; Java", "Gardener")
    assert ("Print the subject of your degree" in words_of(report)) == said


@pytest.mark.parametrize(
    ("asked", "said"),
    [("Fluent English", ""), ("Fluent German or Dutch", "German"), ("German or English", "")],
)
def test_one_language_of_several_is_asked_for_and_never_that_of_the_resume(
    analyzer: Analyzer, asked: str, said: str
) -> None:
    report = report_of(analyzer, CODER, f"{asked}; Java", "Gardener")
    found = [each.title for each in report.actions if "Languages" in each.title]
    assert found == ([f"Name {said} under Languages, with your level"] if said else [])


@pytest.mark.parametrize(
    ("gains", "beside"),
    [
        ({"arc-flash": 8.8, "five-years": 17.5}, ("five-years", 17.5)),
        ({"arc-flash": 8.8, "five-years": 2.0, "safety": 1.5}, ("five-years", 2.0)),
        ({"arc-flash": 8.8, "safety": 1.5}, None),
        ({"arc-flash": 8.8}, None),
        ({}, None),
    ],
)
def test_points_of_other_rows_that_an_edit_brings_are_said(
    gains: dict[str, float], beside: tuple[str, float] | None, analyzer: Analyzer
) -> None:
    assert gained_beside(gains, {"arc-flash"}) == beside
    words = analyzer.taxonomy.advice.slots.also
    assert "17.5" in words.format(points="17.5", title="Five years")


def test_an_edit_names_what_the_posting_prints_where_any_of_several_will_do(analyzer: Analyzer) -> None:
    driver = OFFICE.replace("Accountant, Brackwater Mills", "Artic Driver, Brackwater Mills").replace(
        "- Prepared the financial reporting of three mills for the board each month", "- Trunked at night"
    )
    report = report_of(analyzer, driver, "Experience with curtainsiders or double deckers", "HGV Driver")
    assert "articulated lorries" not in words_of(report)
