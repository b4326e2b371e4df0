"""A reader of statements that is handed over decides what is asked for."""

import pytest

from gapcheck.posting import NecessityDecision, parse
from gapcheck.posting.model import LEFT_OPEN
from gapcheck.posting.statement_reader import TAKEN_BACK
from gapcheck.reading import read
from gapcheck.spans import Span
from gapcheck.taxonomy import Necessity

TEXT = "Clerk\n\nAbout us\nWe use Docker. Our stack is built on SQL; Python is a plus.\n\nRequirements\n- Tableau\n"


def test_clauses_come_in_order_with_section_heading_and_names(taxonomy, matcher):
    seen = []

    def reader(clauses):
        seen.extend(clauses)
        return [NecessityDecision(None, 1.0)] * len(clauses)

    document = read(TEXT.encode(), name="posting.txt")
    assert parse(document, taxonomy, matcher, reader).statements == ()
    assert [clause.span.start for clause in seen] == sorted(clause.span.start for clause in seen)
    last = seen[-1]
    assert (last.text, last.part.heading, last.part.bullet, last.opens) == (
        "Tableau",
        "Requirements",
        True,
        True,
    )
    assert [span.of(last.text) for span in last.names] == ["Tableau"]


def test_what_it_decides_is_what_is_asked(taxonomy, matcher):
    def reader(clauses):
        return [
            NecessityDecision(
                Necessity.REQUIRED if "Docker" in clause.text else None,
                0.8,
                "learned",
                content=Span(0, len(clause.text)),
            )
            for clause in clauses
        ]

    document = read(TEXT.encode(), name="posting.txt")
    (row,) = parse(document, taxonomy, matcher, reader).statements
    assert (row.skills, row.necessity, row.rule) == (("docker",), "required", "learned")


def test_an_item_under_a_heading_that_asks_is_unread_where_it_is_taken_back(taxonomy, matcher):
    document = read(TEXT.encode(), name="posting.txt")
    taken_back = NecessityDecision(Necessity.MENTIONED, 0.9, TAKEN_BACK)
    unread = parse(document, taxonomy, matcher, lambda clauses: [taken_back] * len(clauses)).unread
    assert [(each.line, each.quote, each.reason) for each in unread] == [(7, "Tableau", LEFT_OPEN)]


def test_one_decision_for_each_clause_is_needed(taxonomy, matcher):
    document = read(TEXT.encode(), name="posting.txt")
    with pytest.raises(ValueError, match="shorter"):
        parse(document, taxonomy, matcher, lambda _: [])
