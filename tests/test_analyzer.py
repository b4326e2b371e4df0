"""The analyzer's seams, what it accepts, what it refuses, and that it pickles."""

from __future__ import annotations

import io
import pickle
import re
from datetime import date, datetime
from pathlib import Path

import pytest

import gapcheck
from gapcheck import Analyzer, DocumentError, Failure, GapcheckError, GapReport, UnknownNameError
from gapcheck.matching import Assertion, Matches, Method, PhraseSkillMatcher, SkillMention
from gapcheck.posting import NecessityDecision
from gapcheck.spans import Span
from gapcheck.taxonomy import Necessity, Taxonomy

DAY = "2026-11-21"
RESUME = b"""Ola Nordahl
ola.nordahl@example.com

EXPERIENCE
Data Engineer, Fjordwatt Labs
March 2021 - Present
- Built demand forecasts in Python with pandas and wrote SQL for the feature store
- Ran the nightly loads on a schedule and kept a wiki of the tables for the whole team
- Trained deep learning models in PyTorch and explained what they say to people in sales and finance
- Moved the billing tables to a new database without a day of outage, with two colleagues
- Taught the support desk to write its own queries, and cut the time of their monthly report in half

EDUCATION
B.Sc. in Computer Science, University of Lindholm, 2018

SKILLS
Python, SQL, Git
"""
JOB = "Data Engineer\n\nRequirements\n- Experience with Python and SQL\n- Experience with Quorvex\n"


def upper(source, heading_names, limits):  # noqa: ARG001
    """Reads files that are written backwards."""
    return gapcheck.read(source.data[::-1], name=f"{source.name}.txt")


class Loads:
    """Finds ETL where "nightly loads" are run."""

    def find(self, text, passages, *, genre, masked=()):  # noqa: ARG002
        return Matches(
            tuple(
                SkillMention("etl", Span(*m.span()), m.group(), Method.PHRASE, Assertion.PRESENT)
                for m in re.finditer("nightly loads", text)
            ),
            (),
        )


def all_preferred(clauses):
    return [NecessityDecision(Necessity.PREFERRED, 0.5, content=Span(0, len(each.text))) for each in clauses]


def one_line(report):
    return f"{report.document.name}: {report.score.value:.0f}\n"


@pytest.fixture(scope="module")
def analyzer(taxonomy: Taxonomy, matcher: PhraseSkillMatcher) -> Analyzer:
    return Analyzer(taxonomy, matchers=(matcher,))


# ---- seams


def test_a_reader_is_a_function_from_bytes_to_a_document(taxonomy, tmp_path) -> None:
    (tmp_path / "ola.rev").write_bytes(RESUME[::-1])
    own = Analyzer(taxonomy, readers={".rev": upper})
    assert "Fjordwatt" in own.parse(tmp_path / "ola.rev").document.text
    assert "Fjordwatt" in own.parse(RESUME[::-1], name="ola.rev").document.text
    assert "Fjordwatt" in own.parse(RESUME).document.text
    with pytest.raises(ZeroDivisionError):
        Analyzer(taxonomy, readers={"text": lambda *_: 1 / 0}).parse(RESUME)


def test_matchers_are_joined(taxonomy, matcher, analyzer) -> None:
    own = Analyzer(taxonomy, matchers=(matcher, Loads()))
    found = {each.skill for each in own.parse(RESUME).matches.mentions}
    assert found - {each.skill for each in analyzer.parse(RESUME).matches.mentions} == {"etl"}
    twice = Analyzer(taxonomy, matchers=(matcher, matcher)).parse(RESUME, as_of=DAY)
    assert twice.matches == analyzer.parse(RESUME, as_of=DAY).matches


def test_statements_are_read_by_what_is_handed_in(taxonomy, matcher) -> None:
    own = Analyzer(taxonomy, matchers=(matcher,), statements=all_preferred)
    rows = own.analyze(RESUME, job_text=JOB, as_of=DAY).requirements
    assert rows
    assert {row.necessity for row in rows} == {"preferred"}


def test_a_renderer_is_a_function_from_a_report_to_text(taxonomy, matcher) -> None:
    own = Analyzer(taxonomy, matchers=(matcher,), renderers={"line": one_line})
    report = own.analyze(RESUME, name="ola.txt", as_of=DAY)
    assert re.fullmatch(r"ola\.txt: \d+\n", own.render(report, "line"))
    assert own.render(report, "markdown") == gapcheck.render(report, "md")
    with pytest.raises(UnknownNameError, match="line"):
        own.render(report, "docx")


def test_an_analyzer_pickles_also_once_used(taxonomy) -> None:
    own = Analyzer(taxonomy, readers={".rev": upper}, matchers=(), renderers={"line": one_line})
    before = own.analyze(RESUME, job_text=JOB, as_of=DAY)
    again = pickle.loads(pickle.dumps(own))  # noqa: S301
    assert again.analyze(RESUME, job_text=JOB, as_of=DAY) == before
    assert again.render(before, "line") == own.render(before, "line")


# ---- what is accepted


def test_documents_come_as_path_bytes_file_or_document(analyzer, tmp_path) -> None:
    (tmp_path / "ola.txt").write_bytes(RESUME)
    document = gapcheck.read(RESUME, name="ola.txt")
    sources = [tmp_path / "ola.txt", str(tmp_path / "ola.txt"), RESUME, io.BytesIO(RESUME), document]
    assert len({analyzer.analyze(each, as_of=DAY).score for each in sources}) == 1


def test_a_job_comes_as_text_or_as_a_document(analyzer) -> None:
    as_text = analyzer.analyze(RESUME, job_text=JOB, as_of=DAY)
    assert as_text.target.kind == "job"
    assert as_text.score == analyzer.analyze(RESUME, job=JOB.encode(), as_of=DAY).score


@pytest.mark.parametrize("as_of", [DAY, date(2026, 11, 21), datetime(2026, 11, 21, 9, 0)])  # noqa: DTZ001
def test_a_day_comes_as_text_date_or_datetime(analyzer, as_of) -> None:
    assert analyzer.analyze(RESUME, as_of=as_of).as_of == DAY


# ---- what is refused


@pytest.mark.parametrize("resume", [None, 5, ["a.pdf"], {"name": "x"}])
def test_anything_else_is_a_type_error_that_names_the_accepted_types(analyzer, resume) -> None:
    with pytest.raises(
        TypeError, match=r"resume must be a path \(str or pathlib.Path\), bytes, an open binary"
    ):
        analyzer.analyze(resume)
    with pytest.raises(TypeError, match="job must be a path"):
        analyzer.analyze(RESUME, job=5)


@pytest.mark.parametrize("text", [RESUME.decode(), "Data engineer with ten years of Python and SQL in firms large and small"])  # fmt: skip
def test_text_in_place_of_a_path_gets_a_hint(analyzer, text) -> None:
    with pytest.raises(DocumentError, match="is text, not a path") as caught:
        analyzer.analyze(text)
    assert caught.value.hint == "Pass text as job_text= or as bytes."


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"as_of": "2026-13"}, GapcheckError, r"'2026-13' is not a valid date \(use YYYY-MM-DD\)"),
        ({"as_of": 2026}, TypeError, "as_of must be a date"),
        ({"job_text": b"x"}, TypeError, "job_text must be a str, not bytes"),
        ({"job_text": JOB, "role": "data-analyst"}, GapcheckError, "Give one of role, job and job_text"),
        ({"what_if": "pytorch:12"}, TypeError, "what_if must be a list"),
    ],
)
def test_wrong_arguments_are_named(analyzer, given, error, message) -> None:
    with pytest.raises(error, match=message):
        analyzer.analyze(RESUME, **given)


# ---- many


def test_many_take_any_iterable_and_keep_the_order(analyzer, tmp_path) -> None:
    (tmp_path / "ola.txt").write_bytes(RESUME)
    sources = [tmp_path / "gone.pdf", RESUME, None, str(tmp_path / "ola.txt"), RESUME.decode(), b""]
    found = list(analyzer.analyze_many(iter(sources), as_of=DAY))
    assert [type(each) for each in found] == [Failure, GapReport, Failure, GapReport, Failure, Failure]
    reasons = [each.reason for each in found if isinstance(each, Failure)]
    assert reasons == ["missing", "wrong-type", "missing", "empty"]


def test_a_fault_of_the_code_is_one_failure_of_many(taxonomy, matcher) -> None:
    own = Analyzer(taxonomy, matchers=(matcher,), readers={".rev": lambda *_: 1 / 0})
    odd = io.BytesIO(RESUME)
    odd.name = "odd.rev"
    first, second = own.analyze_many([odd, RESUME], as_of=DAY)
    assert first == Failure("odd.rev", "error", "ZeroDivisionError: division by zero")
    assert isinstance(second, GapReport)


@pytest.mark.parametrize("resumes", ["ola.txt", b"Ola", Path("ola.txt"), 5])
def test_one_document_is_not_many(analyzer, resumes) -> None:
    with pytest.raises(TypeError, match="resumes must be a list or another iterable"):
        analyzer.analyze_many(resumes)


def test_many_refuse_a_wrong_target_at_once(analyzer) -> None:
    with pytest.raises(UnknownNameError):
        analyzer.analyze_many([RESUME], role="astronaut")


# ---- a document that cannot be read


def test_an_unreadable_document_has_a_report_without_a_score(analyzer, tmp_path) -> None:
    path = tmp_path / "ola.pdf"
    with pytest.raises(DocumentError) as caught:
        analyzer.analyze(path)
    report = analyzer.unreadable(caught.value, path, as_of=DAY)
    assert (report.score.value, report.document.name) == (None, "ola.pdf")
    assert "does not exist" in report.score.reason
    assert report.target.id == "machine-learning-engineer"
    blind = analyzer.unreadable(caught.value, path, job=b"x", blind=True)
    assert "ola" not in blind.to_json()
    assert blind.target.kind == "job"


@pytest.mark.parametrize(
    "parts",
    [
        {"taxonomy": 3},
        {"policy": "strict"},
        {"readers": {"rtf": 1}},
        {"readers": ["rtf"]},
        {"matchers": [3]},
        {"matchers": "etl"},
        {"statements": 3},
        {"renderers": {"one-line": "x"}},
    ],
)
def test_parts_that_are_none_are_refused(parts):
    with pytest.raises(TypeError, match=next(iter(parts))):
        Analyzer(**parts)
