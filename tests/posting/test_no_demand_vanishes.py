"""Whatever a posting asks for is a row of its report, known to the taxonomy or not."""

import json

import jsonschema
import pytest

import gapcheck
from gapcheck.spans import Span
from gapcheck.taxonomy import Necessity
from tests.places import ROOT, SHARED, shipped_analyzer

SCHEMA = ROOT / "src/gapcheck/schemas/report.schema.json"
_JOBS = {".txt", ".md", ".html", ".docx"}
DAY = "2026-11-21"
RESUME = """Mira Solberg
mira.solberg@example.com

EXPERIENCE

Warden, Fjordwatt Estate
March 2021 - Present
- {0}
- Kept the log of every visit and trained nine colleagues in the care of the grounds and of the tools
- Wrote the plan of the week for the whole team and led the walks on Sundays for many guests

Gardener, Lykke Park
June 2018 - February 2021
- Mended paths, gates and walls, and kept the beds and borders in good order through all seasons
- {1}

EDUCATION
B.Sc. in Ecology, University of Lindholm, 2018
"""


@pytest.fixture(scope="module")
def analyzer():
    return shipped_analyzer()


def statuses(analyzer, asked, *said, title="Warden"):
    job = f"{title}\n\nRequirements\n" + "".join(f"- {each}\n" for each in asked)
    text = RESUME.format(*(*said, "Painted signs", "Fed the ducks")[:2])
    report = analyzer.analyze(text.encode(), name="resume.txt", job=job.encode(), as_of=DAY)
    return {row.title: row.status for row in report.requirements}


def test_rare_trades_are_a_row_each(analyzer):
    asked = ("Thatching", "Coppicing", "Wheel turning")
    assert statuses(analyzer, asked, "Thatching and coppicing on two farms") == {
        "Thatching": "met",
        "Coppicing": "met",
        "Wheel turning": "missing",
    }


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Listeria", "Took samples for listeria in the dairy"),
        ("listeria", "LISTERIA sampling"),
        ("dry stone walling", "Dry-stone walling along the lane"),
        ("Colour grading of wool", "Color grading of wool"),
        ("Can repair drystone walls", "Repaired drystone walls"),
    ],
)
def test_own_words_are_found_in_other_forms(analyzer, asked, said):
    (status,) = statuses(analyzer, (asked,), said).values()
    assert status == "met"


@pytest.mark.parametrize(
    "said",
    ["No experience of thatching", "Would like to learn thatching", "The thatching is done by a contractor"],
)
def test_what_is_not_claimed_is_not_held(analyzer, said):
    assert statuses(analyzer, ("Thatching",), said)["Thatching"] == "missing"


def test_an_unknown_alternative_stays_in_its_row(analyzer):
    asked = ("Tableau, Looker or Quorvex",)
    (title,) = statuses(analyzer, asked)
    assert "Quorvex" in title
    assert list(statuses(analyzer, asked, "Built the reports in Quorvex").values()) == ["met"]


def test_an_ability_is_one_row_in_its_own_words(analyzer):
    found = statuses(analyzer, ("Able to braid and dye ropes in all weathers",))
    assert list(found) == ["Braid and dye ropes in all weathers"]


@pytest.mark.parametrize(
    ("asked", "said", "status"),
    [
        ("A full UK driving licence", "Clean driving license", "met"),
        ("A valid telehandler ticket", "Telehandler licence", "met"),
        ("QVW licence", "QVW licence, expired in 2021", "missing"),
        ("A valid telehandler ticket", "No telehandler ticket", "missing"),
        ("Level 3 mooring certificate", "Level 2 mooring certificate", "missing"),
    ],
)
def test_certificates_outside_the_catalogue_are_met_by_name_and_level(analyzer, asked, said, status):
    job = f"Warden\n\nRequirements\n- {asked}\n"
    text = RESUME.format("Painted signs", "Fed the ducks") + f"\nCERTIFICATES\n{said}\n"
    report = analyzer.analyze(text.encode(), name="resume.txt", job=job.encode(), as_of=DAY)
    assert [(row.kind, row.status) for row in report.requirements] == [("certification", status)]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Held a telehandler licence", "met"),
        ("Passed a telehandler ticket", "met"),
        ("No telehandler ticket yet", "missing"),
        ("Greased the telehandler", "missing"),
    ],
)
def test_a_licence_with_the_name_of_a_skill_is_looked_for_by_its_own_words(analyzer, said, status):
    assert "telehandler-ticket" in analyzer.taxonomy.skills
    assert list(statuses(analyzer, ("A valid telehandler ticket",), said).values()) == [status]


def test_what_is_asked_for_as_a_licence_still_shows_the_skill_of_its_name(analyzer):
    asked = ("A valid telehandler ticket", "Tractor operation")
    found = statuses(analyzer, asked, "Used a telehandler ticket on the farm")
    assert list(found.values()) == ["met", "met"]


def test_two_licences_are_two_rows(analyzer):
    assert len(statuses(analyzer, ("A full UK driving licence", "A valid telehandler licence"))) == 2


def test_a_noun_before_a_short_name_makes_it_another_thing(analyzer):
    assert list(statuses(analyzer, ("fire alarm testing",))) == ["Fire alarm testing"]
    assert list(statuses(analyzer, ("strong testing skills",), title="Software Tester")) == [
        "Software testing"
    ]


def test_a_short_name_of_another_field_is_the_posting_s_own_word(analyzer):
    asked = ("sample preparation and testing", "moving containers")
    assert not {"Software testing", "Containerization"} & set(statuses(analyzer, asked, title="Chemist"))
    tech = ("Python", "PostgreSQL", "testing")
    assert "Software testing" in statuses(analyzer, tech)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("The Actix pages of the estate were ready in May", "met"),
        ("No experience of Actix so far", "missing"),
    ],
)
def test_a_name_that_is_asked_for_needs_no_context(analyzer, said, status):
    assert list(statuses(analyzer, ("Actix",), said).values()) == [status]


PROSE = """Warden

Requirements
You must be somebody whom the geese trust in every wind that blows over the long meadow.

- Thatching
- A valid telehandler licence
"""


def test_what_was_not_read_is_said_and_widens_the_range(analyzer):
    text = RESUME.format("Thatching", "Telehandler licence")
    report = analyzer.analyze(text.encode(), name="resume.txt", job=PROSE.encode(), as_of=DAY)
    (line,) = report.unread
    assert (line.line, line.quote) == (
        4,
        "You must be somebody whom the geese trust in every wind that blows over the long meadow.",
    )
    plain = analyzer.analyze(
        text.encode(),
        name="resume.txt",
        job=PROSE.replace(
            "You must be somebody whom the geese trust in every wind that blows over the long meadow.\n", ""
        ).encode(),
        as_of=DAY,
    )
    assert plain.unread == ()
    assert report.score.high >= plain.score.high
    assert report.to_dict()["unread"][0]["reason"].startswith("asks for something")
    assert gapcheck.GapReport.from_json(report.to_json()).unread == report.unread
    jsonschema.validate(report.to_dict(), json.loads(SCHEMA.read_text("utf-8")))
    for form in ("text", "html", "markdown"):
        assert "whom the geese trust" in gapcheck.render(report, form)
        assert "not understood" in gapcheck.render(report, form).lower()
        assert "not understood" not in gapcheck.render(plain, form).lower()
    assert report.document.warnings == plain.document.warnings


def test_less_than_half_understood_is_a_warning_and_nothing_understood_no_score(analyzer):
    more = PROSE.replace("\n\n-", "\n\nYou need to be the person whom all the wardens call.\n\n-").replace(
        "- A valid telehandler licence\n", ""
    )
    resume = RESUME.format("Thatching", "").encode()
    report = analyzer.analyze(resume, name="resume.txt", job=more.encode(), as_of=DAY)
    (warning,) = [each for each in report.document.warnings if each.code == "posting-unread"]
    assert warning.message.startswith("2 of 3 lines")
    assert report.score.value is not None
    nothing = more.replace("- Thatching\n", "")
    report = analyzer.analyze(resume, name="resume.txt", job=nothing.encode(), as_of=DAY)
    assert report.score.value is None
    assert "not understood" in report.score.reason


LONG = PROSE.replace(
    "You must be somebody whom the geese trust in every wind that blows over the long meadow.\n", ""
).replace(
    "\nRequirements",
    "\n" + "The island has lanes, a mill and a small harbour for boats. " * 12 + "\n\nRequirements",
)


def test_next_to_nothing_read_of_a_long_posting_is_a_warning_and_lowers_the_range(analyzer):
    resume = RESUME.format("Thatching", "Telehandler licence").encode()
    thin = analyzer.analyze(resume, name="resume.txt", job=LONG.encode(), as_of=DAY)
    (warning,) = [each for each in thin.document.warnings if each.code == "posting-few-requirements"]
    assert "only 2 requirements" in warning.message
    assert thin.score.low < thin.score.value
    assert "not read of the posting" in thin.score.low_meaning


@pytest.mark.parametrize("job", [PROSE, LONG + "- Hedge laying\n"])
def test_a_short_posting_and_one_with_requirements_are_not_warned_of(analyzer, job):
    resume = RESUME.format("Thatching", "Telehandler licence").encode()
    report = analyzer.analyze(resume, name="resume.txt", job=job.encode(), as_of=DAY)
    assert not any(each.code.startswith("posting-") for each in report.document.warnings)
    assert "not read of the posting" not in report.score.low_meaning


PAST = """
Gardener, Lykke Park
May 2014 - June 2017
- Weeded beds
"""


def test_nobody_is_compared_with_a_resume_given_as_posting(analyzer):
    resume = RESUME.format("Thatching", "Telehandler licence")
    report = analyzer.analyze(resume.encode(), name="resume.txt", job=(resume + PAST).encode(), as_of=DAY)
    assert any(each.code == "posting-is-resume" for each in report.document.warnings)
    assert (report.score.value, "looks like a resume" in report.score.reason) == (None, True)
    dated = "\nThe wall was mended from May 2019 to June 2021.\nSchool years 2023-24, 2024-25, 2025-26\n"
    report = analyzer.analyze(resume.encode(), name="resume.txt", job=(LONG + dated).encode(), as_of=DAY)
    assert not any(each.code == "posting-is-resume" for each in report.document.warnings)
    told = "\nThe wall stood from 2002 to 2009, from 2010 to 2015 and from 2016 to 2024. Write to geese@island.example\n"
    report = analyzer.analyze(resume.encode(), name="resume.txt", job=(LONG + told).encode(), as_of=DAY)
    assert not any(each.code == "posting-is-resume" for each in report.document.warnings)


def test_a_long_posting_that_asks_for_little_is_not_warned_of(analyzer):
    resume = RESUME.format("Thatching", "Telehandler licence").encode()
    asked = "- Teamwork\n- Reliability\n- Patience\n"
    report = analyzer.analyze(resume, name="resume.txt", job=(LONG + asked).encode(), as_of=DAY)
    assert not any(each.code == "posting-few-requirements" for each in report.document.warnings)


GERMAN = """Lagerleiter

Wir suchen f\u00fcr das Lager an der Weser eine Person, die den Betrieb mit Umsicht leitet und die Kollegen gut einteilt.

Ihr Profil
- Sie haben eine Ausbildung zur Fachkraft und mehrere Jahre Erfahrung mit der Leitung von Teams
- Sie sind es gewohnt, mit SAP zu arbeiten und die Zahlen auch zu erkl\u00e4ren
"""


def test_a_posting_in_another_language_gives_no_score_and_says_why(analyzer):
    resume = RESUME.format("Thatching", "").encode()
    report = analyzer.analyze(resume, name="resume.txt", job=GERMAN.encode(), as_of=DAY)
    assert "posting is in German" in gapcheck.render(report, "text")
    assert report.score.value is None
    assert "posting is in German" in report.score.reason


def lost(analyzer, path):
    """Statements that ask for something and are in no merged row, by their place or by what they name."""
    found = analyzer.understand([path])
    lines = {source.line for row in found.merged for source in row.sources}
    names = {skill for row in found.merged for skill in (*row.skills, row.head)}
    return [
        (path.name, each.line, each.quote)
        for each in found.postings[0].statements
        if each.necessity is not Necessity.MENTIONED and not each.scope
        if each.line not in lines and not (each.skills and names.issuperset(each.skills))
    ]


@pytest.mark.parametrize("folder", ["skills_taxonomy/sources", "benchmarks/accuracy/jobs"])
def test_every_demand_of_our_own_documents_is_a_row(analyzer, folder):
    documents = sorted(path for path in (ROOT / folder).rglob("*") if path.suffix in _JOBS)
    assert documents
    assert [each for path in documents for each in lost(analyzer, path)] == []


@pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the documents are not part of this repository")
@pytest.mark.parametrize("pattern", ["jobs/*", "real_jobs/*", "pairs/*/posting.*", "pools/*/posting.*"])
def test_every_demand_of_other_documents_is_a_row(analyzer, pattern):
    documents = sorted(path for path in (SHARED / "corpus").glob(pattern) if path.suffix in _JOBS)
    assert documents
    assert [each for path in documents for each in lost(analyzer, path)] == []


LABELLED = sorted((ROOT / "benchmarks" / "statements" / "postings").rglob("*.tsv"))[::6]
LEAST_HEARD = 0.8


def test_most_lines_that_their_writers_call_demands_are_rows_or_unread(analyzer):
    asked = heard = 0
    for path in LABELLED:
        text, places = "", []
        for line in path.read_text(encoding="utf-8").splitlines():
            label, _, printed = line.partition("\t")
            text += (
                "" if not text else " " if label.startswith("+") else "\n\n" if label == "heading" else "\n"
            )
            places.append((label.lstrip("+"), Span(len(text), len(text) + len(printed)), printed))
            text += printed
        (posting,) = analyzer.understand([text.encode()], names=["posting.txt"]).postings
        rows = [each.span for each in posting.statements if each.necessity is not Necessity.MENTIONED]
        for label, span, printed in places:
            if label in {"required", "preferred"}:
                asked += 1
                unread = any(each.quote[:30] in printed for each in posting.unread)
                heard += unread or any(span.overlaps(row) for row in rows)
    assert asked > 100
    assert heard / asked >= LEAST_HEARD


@pytest.mark.parametrize(
    "text",
    [
        "A falconry qualification",
        "Membership of the guild of bookbinders",
        "Accreditation as a dowser",
        "NVQ Level 3 in bee keeping or equivalent",
        "A post-registration certificate in reptile care",
        "State fireworks permit",
    ],
)
def test_certificates_by_whatever_word(posting, text) -> None:
    job = posting(f"Keeper\n\nRequirements\n- {text}\n- SQL\n")
    assert {row.kind.value for row in job.statements if "sql" not in row.skills} == {"certification"}


@pytest.mark.parametrize("text", ["Handling of planning permits", "Support tickets in Jira"])
def test_a_permit_in_the_work_is_no_certificate_of_the_person(posting, text) -> None:
    job = posting(f"Keeper\n\nRequirements\n- {text}\n")
    assert "certification" not in {row.kind.value for row in job.statements}
