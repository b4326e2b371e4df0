"""Months of periods: bounded, free of order, and every month once."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.facts.dates import Month, PrintedDate
from gapcheck.facts.periods import Period, months_of, period_of, since
from gapcheck.spans import Span

AS_OF = date(2026, 11, 21)
NOWHERE = Span(0, 0)


def period(start, end=None):
    def month(text):
        year, _, number = text.partition("-")
        return Month(int(year), int(number or 0))

    return Period(month(start), month(end) if end else None, NOWHERE)


@pytest.mark.parametrize(
    ("periods", "months"),
    [
        ([], (0, 0)),
        ([("2020-01", "2020-12")], (12, 12)),
        ([("2020-05", "2020-05")], (1, 1)),
        ([("2019", "2021")], (14, 36)),
        ([("2020", "2020")], (1, 12)),
        ([("2020-03", "2020")], (1, 10)),
        ([("2026-11", None)], (1, 1)),
        ([("2026", None)], (1, 11)),
        ([("2020-01", "2020-12"), ("2020-06", "2021-06")], (18, 18)),
        ([("2020-01", "2020-12"), ("2020-03", "2020-04")], (12, 12)),
        ([("2020-01", "2020-12"), ("2022-01", "2022-12")], (24, 24)),
        ([("2020-01", "2030-12")], (83, 83)),
    ],
)
def test_months(periods, months):
    assert months_of([period(*each) for each in periods], AS_OF) == months


@pytest.mark.parametrize(
    ("start", "end", "why"),
    [
        ("2021-03", "2020-01", "before it begins"),
        ("2031-01", None, "future"),
        ("1960-01", None, "50 years"),
    ],
)
def test_impossible_dates_are_dropped_with_a_reason(start, end, why):
    meant = period(start, end)
    read, warning = period_of(PrintedDate(meant.start, meant.end, NOWHERE, range=True), AS_OF)
    assert read is None
    assert why in warning


def test_a_contract_that_ends_later_counts_to_today():
    meant = period("2026-01", "2027-06")
    read, warning = period_of(PrintedDate(meant.start, meant.end, NOWHERE, range=True), AS_OF)
    assert read == meant
    assert "future" in warning
    assert months_of([read], AS_OF) == (11, 11)


points = st.builds(Month, st.integers(1990, 2026), st.integers(0, 12))


@st.composite
def periods(draw):
    one, other = sorted((draw(points), draw(points)))
    return Period(one, draw(st.one_of(st.none(), st.just(other))), NOWHERE)


@settings(max_examples=50, deadline=None)
@given(st.lists(periods(), max_size=6), st.randoms())
def test_order_does_not_matter(each, random):
    mixed = list(each)
    random.shuffle(mixed)
    assert months_of(mixed, AS_OF) == months_of(each, AS_OF)


@settings(max_examples=50, deadline=None)
@given(st.lists(periods(), max_size=6))
def test_months_are_bounded(each):
    low, high = months_of(each, AS_OF)
    assert 0 <= low <= high <= (2026 - 1990) * 12 + 11
    assert high <= sum(months_of([one], AS_OF)[1] for one in each)


@settings(max_examples=50, deadline=None)
@given(st.lists(periods(), min_size=1, max_size=5), periods())
def test_another_period_never_takes_months_away(each, more):
    low, high = months_of(each, AS_OF)
    assert months_of([*each, more], AS_OF)[0] >= low
    assert months_of([*each, more], AS_OF)[1] >= high


@settings(max_examples=50, deadline=None)
@given(st.lists(periods(), max_size=5))
def test_what_is_said_twice_counts_once(each):
    assert months_of([*each, *each], AS_OF) == months_of(each, AS_OF)


@settings(max_examples=50, deadline=None)
@given(periods(), st.dates(date(2026, 1, 1), date(2040, 1, 1)))
def test_later_days_never_shorten(one, later):
    assert months_of([one], later)[1] >= months_of([one], date(2026, 1, 1))[1]


def test_a_window_keeps_the_part_of_each_period_that_lies_in_it():
    periods = [period("2010-01", "2019-12"), period("2020-03", "2025-02"), period("2026-06")]
    inside = since(periods, AS_OF, 24)
    assert [each.start for each in inside] == [Month(2024, 12), Month(2026, 6)]
    assert months_of(inside, AS_OF) == (9, 9)
    assert since(periods[:1], AS_OF, 24) == ()
