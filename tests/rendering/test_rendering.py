from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib import resources

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion

from gapcheck.errors import GapcheckError, UnknownNameError
from gapcheck.matching.mentions import DiscardReason
from gapcheck.rendering import RENDERERS, render, view
from gapcheck.rendering.text import Reader, brief
from gapcheck.report import DiscardedRow, GapReport, GateRow, MustHave, Named, NearestRole, Score

VOID = {"meta", "br", "rect"}
NASTY = '<script>alert("x")</script> | `a` *b* [c](javascript:d)'


@pytest.mark.parametrize("name", list(RENDERERS))
def test_each_rendering_of_one_report(name: str, report: GapReport, snapshot: SnapshotAssertion) -> None:
    assert without_style(render(report, name)) == snapshot


def without_style(text: str) -> str:
    return re.sub(r"<style>.*?</style>", "<style></style>", text, flags=re.DOTALL)


@pytest.mark.parametrize("name", list(RENDERERS))
def test_a_document_that_cannot_be_judged_has_no_score_in_any_form(
    name: str, unreadable: GapReport, snapshot: SnapshotAssertion
) -> None:
    assert without_style(render(unreadable, name)) == snapshot


@pytest.mark.parametrize("name", list(RENDERERS))
def test_the_same_report_gives_the_same_text_and_ends_with_one_line_break(
    name: str, report: GapReport
) -> None:
    text = render(report, name)
    assert text == render(report, name)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("name", list(RENDERERS))
def test_no_rendering_decides(name: str, report: GapReport) -> None:
    assert not re.search(r"\b(reject|hire|unqualified|disqualif)", render(report, name), re.IGNORECASE)


def test_an_unknown_format_names_the_known_ones(report: GapReport) -> None:
    with pytest.raises(UnknownNameError, match="text, markdown, html, json, csv"):
        render(report, "pdf")


def test_look_alikes_are_told_by_the_words_that_matching_uses() -> None:
    known = {each.value for each in DiscardReason}
    assert {*view._CHANCE, view._IN_CERTIFICATE} <= known
    assert not {"negated", "aspired", "hidden text"} & set(view._CHANCE)


def test_look_alikes_are_printed_only_where_the_target_asks_for_them(report: GapReport) -> None:
    rows = [
        DiscardedRow("Docker", "the docker's strike", 1, "look-alike without context"),
        DiscardedRow("retail", "retail managers", 1, "part of a job title"),
        DiscardedRow("Docker", "Docker Certified Associate", 1, "part of a certificate's title"),
    ]
    shown, left = view.discarded(replace(report, discarded=(*report.discarded, *rows)))
    assert [each.label for each in shown] == ["Scala", "Kubernetes", "Docker"]
    assert left == 1


def test_small_gains_are_printed_only_where_there_are_no_others(report: GapReport) -> None:
    found = report.certifications
    small = tuple(replace(each, points_gained=0.4) for each in found.suggested)
    mixed = replace(report, certifications=replace(found, suggested=(found.suggested[0], small[1])))
    assert [each.id for each in view.suggestions(mixed)] == ["mla-x1"]
    only = replace(report, certifications=replace(found, suggested=small))
    assert [each.id for each in view.suggestions(only)] == ["mla-x1", "free-x1"]


@pytest.mark.parametrize(
    ("cost", "note", "said"),
    [
        (150.0, "plus tax", "$150 (plus tax)"),
        (49.0, "per month; by subscription", "$49 per month (by subscription)"),
        (49.0, "per month", "$49 per month"),
        (1350.0, "", "$1,350"),
        (70.5, "", "$70.50"),
        (0.0, "free", "free"),
        (0.0, "with an account", "free (with an account)"),
        (None, "", "price not known"),
        (None, "depends on membership", "price not known (depends on membership)"),
    ],
)
def test_a_price_says_what_it_is_for(report: GapReport, cost: float | None, note: str, said: str) -> None:
    one = replace(report.certifications.suggested[2], cost_usd=cost, cost_note=note)
    assert view.facts(one) == f"{said}, checked 2026-09-01"


# ---- terminal


@pytest.mark.parametrize("width", [80, 110])
@pytest.mark.parametrize("detail", [0, 1, 2])
@pytest.mark.parametrize("reader", ["seeker", "recruiter"])
def test_lines_of_the_terminal_report_fit_its_width(
    report: GapReport, width: int, detail: int, reader: Reader
) -> None:
    lines = render(report, "text", width=width, detail=detail, reader=reader).splitlines()
    assert max(map(len, lines)) <= width
    assert detail or len(lines) <= 60


def test_the_first_screen_has_what_decides(report: GapReport) -> None:
    text = render(report, "text")
    assert "PARTIAL FIT  42 of 100  [==========###-----............]  32 proven, 61 at most" in text
    assert "Must-haves   1 shown    Python (30 to 31 months)" in text
    assert "Programming               ######## 16.0/16.0" in text
    assert "Cloud and operations      ###..... 10.1/32.0  Docker" in text
    assert "Do first  1 Name AWS in your job as Data analyst, Tallow Bakeries (+5.9)" in text
    assert "REQUIRED" not in text


def test_a_screen_that_is_full_leaves_out_sentences_of_the_last_actions(report: GapReport) -> None:
    long = replace(report.actions[0], text="word " * 150)
    text = render(replace(report, actions=(long,) * 5), "text")
    assert len(text.splitlines()) <= 60
    assert text.count("Name AWS in your job") == 5


def test_who_hires_is_told_what_to_ask(report: GapReport) -> None:
    text = render(report, "text", reader="recruiter")
    assert 'Ask  1  You write "AWS (S3, Lambda)": which part did you do yourself?' in text
    assert "Do first" not in text


def test_detail_adds_quotes_and_then_the_arithmetic(report: GapReport) -> None:
    some, all_ = (render(report, "text", detail=each) for each in (1, 2))
    assert '"AWS (S3, Lambda)" - page 1, Skills' in some
    assert "x 0.90 = 0.63" not in some
    assert "x 0.90 = 0.63" in " ".join(all_.split())


def test_one_line_is_for_other_programs(report: GapReport, unreadable: GapReport) -> None:
    assert brief(report) == "42 32 61 partial mara_lindqvist.pdf\n"
    assert brief(unreadable) == "- - - none mara_lindqvist.pdf\n"


def test_far_from_the_role_nearer_ones_are_named(report: GapReport) -> None:
    nearer = (NearestRole("data-analyst", "data analyst", 71.3, "good"),)
    text = render(replace(report, verdict="far", nearest_roles=nearer, actions=()), "text")
    assert "FAR FROM THE ROLE  42 of 100" in text
    assert "Nearer      data analyst 71 (good fit)" in text
    assert "Certificate " not in text


def test_colour_only_when_asked_and_it_changes_no_word(report: GapReport) -> None:
    plain, coloured = (render(report, "text", color=each, detail=1) for each in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_rows_of_the_terminal_report_add_up_to_the_score(report: GapReport) -> None:
    text = render(report, "text", detail=1)
    rows = re.findall(r"^(?:met|partial|missing) .* ([\d.]+)/[\d.]+$", text, re.MULTILINE)
    assert len(rows) == 5
    assert sum(map(float, rows)) == pytest.approx(report.score.value, abs=0.3)


@pytest.mark.parametrize("name", ["text", "markdown", "html", "csv"])
def test_control_characters_of_a_resume_steer_nothing(name: str, report: GapReport) -> None:
    row = replace(report.requirements[0], title="Python\x1b[2J\x07\u202e")
    text = render(replace(report, requirements=(row,)), name)
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


# ---- Markdown, HTML: what a resume says stays text


def hostile(report: GapReport) -> GapReport:
    row = report.requirements[0]
    proof = replace(row.evidence[0], quote=NASTY, section=NASTY)
    row = replace(row, title=NASTY, evidence=(proof,), reasons=(NASTY,))
    bad = replace(report.certifications.suggested[0], url="javascript:alert(1)", name=NASTY)
    found = replace(report.certifications, suggested=(bad,))
    return replace(
        report,
        document=replace(report.document, name=NASTY),
        requirements=(row, *report.requirements[1:]),
        certifications=found,
    )


def test_markdown_of_a_hostile_resume_stays_text(report: GapReport) -> None:
    text = render(hostile(report), "markdown")
    assert "<script" not in text.replace("\\<", "")
    assert not re.search(r"(?<!\\)\]\(javascript", text)
    for line in text.splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) in {4, 5}


class Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []

    def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        self.tags.append((name, found))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if name not in VOID:
            self.open.append(name)

    def handle_startendtag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((name, dict(attributes)))

    def handle_endtag(self, name: str) -> None:
        assert self.open.pop() == name


def page(text: str) -> Page:
    parsed = Page()
    parsed.feed(text)
    assert parsed.open == []
    return parsed


def test_the_page_of_a_hostile_resume_has_no_script_and_no_odd_link(report: GapReport) -> None:
    parsed = page(render(hostile(report), "html"))
    assert "script" not in {name for name, _ in parsed.tags}
    links = [str(found["href"]) for name, found in parsed.tags if name == "a"]
    assert links
    assert all(each.startswith("#") for each in links)


def test_the_page_stands_alone_and_is_accessible(report: GapReport) -> None:
    text = render(report, "html")
    parsed = page(text)
    names = [name for name, _ in parsed.tags]
    assert not {"link", "img", "script", "iframe"} & set(names)
    assert "url(" not in text
    assert names.count("h1") == 1
    assert ("html", {"lang": "en"}) in parsed.tags
    assert all(found.get("scope") for name, found in parsed.tags if name == "th")
    labelled = [found["aria-labelledby"] for _, found in parsed.tags if "aria-labelledby" in found]
    assert set(labelled) <= set(parsed.ids)
    assert len(parsed.ids) == len(set(parsed.ids))
    places = {str(found["href"])[1:] for name, found in parsed.tags if str(found.get("href")).startswith("#")}
    assert places
    assert places <= set(parsed.ids)
    assert (
        next(found for name, found in parsed.tags if name == "svg")["aria-label"]
        == "42 of 100, range 32 to 61"
    )


# ---- CSV


def test_csv_has_one_row_a_requirement(report: GapReport) -> None:
    rows = list(csv.DictReader(io.StringIO(render(report, "csv"))))
    assert [each["id"] for each in rows] == [each.id for each in report.requirements]
    assert rows[0]["quote"] == "Rewrote the nightly forecasts in Python & pandas"


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1"])
def test_no_cell_is_a_formula(report: GapReport, title: str) -> None:
    row = replace(report.requirements[0], title=title, skills=(Named("x", "=cmd"),))
    (found,) = csv.DictReader(io.StringIO(render(replace(report, requirements=(row,)), "csv")))
    assert found["title"] == f"'{title.strip()}"
    assert found["skills"] == "'=cmd"


def test_csv_says_theme_and_must_have(report: GapReport) -> None:
    rows = {each["id"]: each for each in csv.DictReader(io.StringIO(render(report, "csv")))}
    assert (rows["docker"]["theme"], rows["docker"]["must_have"]) == ("Cloud and operations", "True")
    assert (rows["spark"]["theme"], rows["spark"]["must_have"]) == ("", "False")


# ---- Markdown


def test_a_condition_that_is_not_met_is_said_once_above_the_must_haves(report: GapReport) -> None:
    musts = (
        *report.must_haves,
        MustHave("forklift", "forklift licence", "missing", "", "not found in this resume", gate=True),
    )
    met = GateRow("python", "Python", "met")
    both = replace(report, must_haves=musts, gates=(*report.gates, met))
    text = render(both, "text")
    assert "Docker; the condition above" in " ".join(text.split())
    assert text.count("forklift licence") == 1
    assert "Condition   Python" not in text
    page = render(both, "html").partition("What to do first")[0]
    assert page.count("forklift licence") == 1
    assert page.index("Condition:") < page.index("Must-haves")


def test_markdown_begins_with_what_decides(report: GapReport) -> None:
    text = render(report, "markdown")
    assert text.startswith("# mara\\_lindqvist.pdf for ML engineer\n")
    assert "## Partial fit: 42 of 100 (range 32 to 61)" in text
    assert "| Docker | not found | not found in this resume |" in text
    assert "| Cloud and operations | 10.1 of 32.0 | Docker, cloud platforms |" in text
    assert "1. **Name AWS in your job as Data analyst, Tallow Bakeries** (+5.9)." in text
    assert text.index("## What to do first") < text.index("## Required") < text.index("## Certificates")
    assert "## What to ask" in render(report, "markdown", reader="recruiter")


# ---- JSON


def schema() -> dict[str, object]:
    text = resources.files("gapcheck").joinpath("schemas/report.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, object] = json.loads(text)
    return loaded


def test_json_has_sorted_keys_short_floats_and_fits_the_schema(
    report: GapReport, unreadable: GapReport
) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    for each in (report, unreadable):
        text = render(each, "json")
        values = json.loads(text)
        jsonschema.validate(values, schema())
        assert text == json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        assert not re.search(r"\d\.\d{5,}", text)


def test_the_schema_admits_nothing_unknown_and_misses_nothing(report: GapReport) -> None:
    values = json.loads(render(report, "json"))
    for spoilt in ({**values, "more": 1}, {k: v for k, v in values.items() if k != "score"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(spoilt, schema())


def test_the_schema_names_every_key_of_the_report(report: GapReport) -> None:
    known = set(re.findall(r'"(\w+)": \{', json.dumps(schema())))
    values = json.loads(render(report, "json"))
    values.pop("policy")

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(keys, value.values()))
        if isinstance(value, list):
            return set().union(*map(keys, value)) if value else set()
        return set()

    assert keys(values) <= known


def test_a_score_of_none_is_null_with_its_reason(unreadable: GapReport) -> None:
    score = json.loads(render(unreadable, "json"))["score"]
    assert score["value"] is None
    assert score["reason"] == "only 12 words could be read"
    assert isinstance(unreadable.score, Score)


def test_a_report_is_read_back_from_its_json(report: GapReport, unreadable: GapReport) -> None:
    for each in (report, unreadable):
        again = GapReport.from_json(each.to_json())
        assert again.to_json() == each.to_json()
        assert again == GapReport.from_json(again.to_json().encode())
        assert [type(row) for row in again.requirements] == [type(row) for row in each.requirements]


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"schema_version": "1"}', '{"schema_version": "99"}'])
def test_other_json_is_no_report(text: str) -> None:
    with pytest.raises(GapcheckError, match=r"not a report of gapcheck|schema version"):
        GapReport.from_json(text)


def test_a_report_is_one_line_and_a_notebook_shows_a_summary(
    report: GapReport, unreadable: GapReport
) -> None:
    assert repr(report) == (
        "<GapReport mara_lindqvist.pdf for ML engineer, as of 2026-11-21: partial fit, score 42.1 of 100, range 32.0 to 61.4>"
    )
    assert repr(unreadable).endswith("no score: only 12 words could be read>")
    assert "Must-haves not met: Docker" in report._repr_html_()
    nasty = replace(report, actions=(replace(report.actions[0], title=NASTY, text=NASTY),))
    page = nasty._repr_html_()
    assert "<script" not in page
    assert page.count("<li>") == 1
