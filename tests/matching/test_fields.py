"""Patterns of a field count only where the document names the field otherwise."""

from __future__ import annotations

import pytest

from gapcheck import Analyzer
from gapcheck.matching import DiscardReason, Genre, Passage, PhraseSkillMatcher
from gapcheck.matching.fields import within_fields
from gapcheck.spans import Span

from .conftest import whole

ELSEWHERE = [
    "Retrained existing staff after the merger and raised performance accuracy levels",
    "Classified 3,000 documents by period and kept the reading room open",
    "Recommended products to suit each customer at the counter",
    "Trained a trusted deputy, forecast staffing for the summer and set up weekly jobs",
]


@pytest.fixture(scope="module")
def shipped():
    taxonomy = Analyzer().taxonomy
    return taxonomy, PhraseSkillMatcher(taxonomy)


def technical(text, shipped):
    taxonomy, matcher = shipped
    matches = within_fields(matcher.find(text, whole(text), genre=Genre.RESUME), taxonomy)
    held = {taxonomy.skills[each.skill].category for each in matches.mentions}
    return held & {"machine-learning", "programming-languages"}, matches


@pytest.mark.parametrize("text", ELSEWHERE)
def test_turns_of_phrase_of_other_trades(shipped, text):
    assert technical(text, shipped)[0] == set()


def test_the_same_words_of_somebody_in_the_field(shipped):
    text = "Retrained the models each week in Python with scikit-learn and XGBoost"
    assert any(each.skill == "model-training" for each in technical(text, shipped)[1].mentions)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Filtered samples by size with pandas and looked at decision trees", set()),
        ("Worked in a wet chemistry laboratory. Filtered samples for the titrations", {"wet-chemistry"}),
    ],
)
def test_what_other_trades_say_counts_where_the_trade_is_named(shipped, text, held):
    found = {each.skill for each in technical(text, shipped)[1].mentions}
    assert found & {"wet-chemistry", "arboriculture"} == held


@pytest.mark.parametrize(
    ("listed", "held"),
    [
        ("Streaming, hardening, bridal styling", set()),
        ("Streaming, Apache Kafka, Apache Spark", {"stream-processing"}),
        ("Firewalls, hardening, bridal styling", {"hardening"}),
    ],
)
def test_what_only_postings_call_so_counts_in_a_list_beside_other_names_of_its_category(
    shipped, listed, held
):
    taxonomy, matcher = shipped
    passages = [Passage(Span(0, len(listed)), listing=True)]
    matches = within_fields(matcher.find(listed, passages, genre=Genre.RESUME), taxonomy)
    assert {each.skill for each in matches.mentions} & {"stream-processing", "hardening"} == held


def test_what_everybody_does_needs_no_trade(shipped):
    found = {each.skill for each in technical("Balanced the budgets of the drama club", shipped)[1].mentions}
    assert "budgets" in found


def test_what_is_left_out_is_said(shipped):
    dropped = technical("Retrained the models of the shop window", shipped)[1].discarded
    assert any(each.reason is DiscardReason.OTHER_FIELD for each in dropped)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Skills: Express, invoicing, Spring, Chef", set()),
        ("Skills: Express, TypeScript, Docker, PostgreSQL", {"express-js"}),
    ],
)
def test_ordinary_words_in_a_list(shipped, text, kept):
    taxonomy, matcher = shipped
    matches = within_fields(matcher.find(text, whole(text, listing=True), genre=Genre.RESUME), taxonomy)
    assert {each.skill for each in matches.mentions} & {
        "express-js",
        "spring",
        "chef",
        "spring-framework",
    } == kept
