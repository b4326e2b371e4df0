"""Spans are half-open, ordered, and know what they share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.spans import Span, SpanIndex, covering

spans = st.tuples(st.integers(0, 50), st.integers(0, 20)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(spans, spans)
def test_overlap_is_mutual_and_means_a_shared_character(a, b):
    shared = set(range(a.start, a.end)) & set(range(b.start, b.end))
    assert a.overlaps(b) == b.overlaps(a) == bool(shared)


@given(st.lists(spans, max_size=6), spans)
def test_an_index_finds_all_that_overlap_in_order_of_place(places, span):
    found = SpanIndex((place, place) for place in places).overlapping(span)
    ordered = sorted(places, key=lambda place: place.start)
    assert found == [place for place in ordered if place.overlaps(span)]


@given(spans, spans)
def test_containment_agrees_with_characters(a, b):
    if b in a and len(b):
        assert set(range(b.start, b.end)) <= set(range(a.start, a.end))


def test_covering_finds_the_first_that_holds_the_whole():
    assert covering(Span(3, 5), [Span(0, 4), Span(2, 6), Span(0, 9)]) == Span(2, 6)
    assert covering(Span(3, 5), [Span(0, 4)]) is None


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (4, 3)])
def test_what_is_no_span_is_refused(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)
