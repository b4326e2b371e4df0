"""Whose work a clause tells: trades, verbs and voices in every combination, each with the same work in the person's own voice."""

from __future__ import annotations

from itertools import product

import pytest

from gapcheck.matching import Assertion, Genre

from .conftest import whole

ONE = [
    "auditor",
    "visiting pharmacist",
    "estimator",
    "fire and safety consultant",
    "site electrician",
    "examiner",
    "registrar",
]
SEVERAL = [
    "welders",
    "night nurses",
    "radiographers",
    "teachers",
    "surveyors",
    "pension analysts",
    "paramedics",
]
VERBS = [("keep", "keeps", "kept"), ("reconcile", "reconciles", "reconciled"), ("draw", "draws", "drawn"), ("calibrate", "calibrates", "calibrated"),
         ("serve", "serves", "served"), ("rehearse", "rehearses", "rehearsed")]  # fmt: skip
WATCHED = [
    "Watched a demonstration of {}",
    "Attended a vendor demo of {}",
    "Sat in on two {} interviews",
    "Took notes in the {} meetings",
    "Watched the electrician repair {} boards",
]
OTHERS = [
    *[f"The {who} {verb} the {{}} records" for who, (_, verb, _) in product(ONE, VERBS)],
    *[f"Our {who} {verb} {{}} records each month" for who, (_, verb, _) in product(ONE, VERBS)],
    *[f"The {who} {verb} {{}} records" for who, (verb, _, _) in product(SEVERAL, VERBS)],
    *[f"Our two {who} {verb} all our {{}} records" for who, (verb, _, _) in product(SEVERAL, VERBS)],
    *[f"{{}} records are {verb} by the {who}" for who, (_, _, verb) in product(ONE, VERBS)],
    *[f"{{}} records were {verb} weekly by {who}" for who, (_, _, verb) in product(SEVERAL, VERBS)],
    *[f"{{}} records were {verb} in the archive {when}" for (_, _, verb), when in product(VERBS[1:], ["before I joined", "after I left"])],
    *[f"Records in {{}} are {verb} by {who}" for (_, _, verb), who in product(VERBS, ["HR", "finance", "head office"])],
    *[f"{{}} records that need repair are {verb} to the county workshop" for verb in ["moved", "sent", "transferred", "passed"]],
    *WATCHED,
]  # fmt: skip
OWN = [
    "{} records are kept by me and the auditors",
    *[f"{verb.title()} the {{}} records" for _, verb, _ in VERBS],
    *[f"{verb.title()} the {{}} records for the {who}" for (verb, _, _), who in product(VERBS, [*ONE, *SEVERAL])],
    *[f"I {verb} the {{}} records with the {who}" for (verb, _, _), who in product(VERBS, ONE)],
    *[f"{{}} records are {verb} by {who}" for (_, _, verb), who in product(VERBS, ["me", "my team", "our team", "us"])],
    *[f"Our {who} and I {verb} the {{}} records" for (verb, _, _), who in product(VERBS, SEVERAL)],
    *[f"The team that I lead {verb} {{}} records" for _, verb, _ in VERBS],
    *[f"Our pipeline {verb} {{}} records" for _, verb, _ in VERBS],
    *[f"{{}} records of mine are {verb} by the {who}" for verb, who in product(["read", "used", "approved", "requested", "praised"], ONE)],
    *[f"The {who} wanted a {{}} workbook" for who in ONE],
    *[f"The {who} asked for the {{}} records" for who in SEVERAL],
    *[f"The {{}} service that I wrote was {verb} after I left" for verb in ["kept", "extended", "still used", "adopted"]],
    "Gave a demonstration of {} to the board",
    "Watched over patients and kept {} records",
    "Watched the gauges and kept {} records",
    "Watched the electricians and repaired {} boards",
    "Watched the electrician, then repaired {} boards",
    "Sat on the {} review board",
]  # fmt: skip


def said(matcher, sentence: str) -> set[Assertion]:
    text = sentence.format("Tableau")
    return {
        each.assertion
        for each in matcher.find(text, whole(text), genre=Genre.RESUME).mentions
        if each.skill == "tableau"
    }


@pytest.mark.parametrize("sentence", OTHERS)
def test_what_others_do_is_theirs(matcher, sentence):
    assert said(matcher, sentence) == {Assertion.OTHER}


@pytest.mark.parametrize("sentence", OWN)
def test_the_same_work_in_the_own_voice_is_the_persons(matcher, sentence):
    assert said(matcher, sentence) == {Assertion.PRESENT}


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        ("Python, Java, Tableau (the boards are drawn by the analysts)", {"tableau"}),
        ("Python, Tableau (the boards are drawn by the analysts), Java", {"tableau"}),
        ("Python, weekly boards (the boards are drawn by the analysts)", set()),
        ("Python, Java, Tableau are kept by the analysts", {"python", "java", "tableau"}),
        ("Python, Java (daily), Tableau were kept by the analysts", {"python", "java", "tableau"}),
        ("Python, Java, Tableau (the boards are drawn by me)", set()),
    ],
)
def test_a_remark_in_brackets_speaks_of_the_item_before_it(matcher, text, theirs):
    found = matcher.find(text, whole(text), genre=Genre.RESUME).mentions
    assert {each.skill for each in found if each.assertion is Assertion.OTHER} == theirs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tableau: two evenings of it, abandoned", Assertion.ABSENT),
        ("Tableau: handled by the auditors", Assertion.OTHER),
        ("Tableau and its tables: the estimators draw these, I agree them with the owner", Assertion.OTHER),
        ("Tableau: SQL and Python, abandoned", Assertion.PRESENT),
    ],
)
def test_a_label_is_what_the_clause_behind_it_speaks_of(matcher, text, wanted):
    assert said(matcher, text) == {wanted}
