"""Printed dates: what they mean, and what only looks like one."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

RANGES = [
    ("Jan-19 – Mar-21", "2019-01", "2021-03"),
    ("Jan 19 - Mar 21", "2019-01", "2021-03"),
    ("WS 2014/15 - SS 2016", "2014-10", "2016-09"),
    ("Spring 2014 to Winter 2014/15", "2014-03", "2015-02"),
    ("between 2015 and 2018", "2015", "2018"),
    ("mid-2019 - late 2020", "2019", "2020"),
    ("2019/2020", "2019", "2020"),
    ("03/28/2019 - 04/15/2020", "2019-03", "2020-04"),
    ("Mar 2020 onwards", "2020-03", None),
    ("04/2019 bis heute", "2019-04", None),
    ("Jan 2019 – Mar 2021", "2019-01", "2021-03"),
    ("January 2019 - March 2021", "2019-01", "2021-03"),
    ("Jan. 2019 to Mar. 2021", "2019-01", "2021-03"),
    ("2019-2021", "2019", "2021"),
    ("2019 – 2021", "2019", "2021"),
    ("2019—present", "2019", None),
    ("2019 to date", "2019", None),
    ("04/2021 – present", "2021-04", None),
    ("4/2021 - 11/2022", "2021-04", "2022-11"),
    ("2/19-11/20", "2019-02", "2020-11"),
    ("02/19 – present", "2019-02", None),
    ("08.2019 – 12.2020", "2019-08", "2020-12"),
    ("01.03.2019 – 31.05.2021", "2019-03", "2021-05"),
    ("01/02/2019 – CURRENT", "2019-02", None),
    ("2019-03 – 2020-11", "2019-03", "2020-11"),
    ("2019/03 - 2020/11", "2019-03", "2020-11"),
    ("Sept. 2017 to present", "2017-09", None),
    ("Mar '21 – Jun '22", "2021-03", "2022-06"),
    ("Jan. ’98 – Dec. ’99", "1998-01", "1999-12"),
    ("'19 – '21", "2019", "2021"),
    ("2019-21", "2019", "2021"),
    ("2014/15", "2014", "2015"),
    ("Sep. 2023 Mar. 2024", "2023-09", "2024-03"),
    ("May 2020   Present", "2020-05", None),
    ("February – May 2023", "2023-02", "2023-05"),
    ("2021 Mar - 2024 Sep: Clerk", "2021-03", "2024-09"),
    ("2021 (March) to 2024 (Sep.): Clerk", "2021-03", "2024-09"),
    ("2022 (Jan) - now", "2022-01", None),
    ("2026 May - present", "2026-05", None),
    ("2018 Jun to 2021 Feb", "2018-06", "2021-02"),
    ("Nov – Feb 2020", "2019-11", "2020-02"),
    ("Fall 2019 - Spring 2020", "2019-09", "2020-05"),
    ("Q1 2020 – Q3 2021", "2020-01", "2021-09"),
    ("since 2021", "2021", None),
    ("since March 2021", "2021-03", None),
    ("Jan 2020 –", "2020-01", None),
    ("from 2019 to 2021", "2019", "2021"),
    ("Oktober 2019 bis heute", "2019-10", None),
    ("März 2018 – Mai 2019", "2018-03", "2019-05"),
    ("juin 2019 à août 2020", "2019-06", "2020-08"),
    ("Depuis mars 2018", "2018-03", None),
    ("enero de 2019 – actualidad", "2019-01", None),
    ("Aug 2020-Present", "2020-08", None),
    ("Machinist04/2021 – 05/2022", "2021-04", "2022-05"),
    ("12 March 2019 – 3 April 2020", "2019-03", "2020-04"),
    ("March 12, 2019 – April 3, 2020", "2019-03", "2020-04"),
    ("_Mar 2019 – Present_", "2019-03", None),
    ("June\n2014 – February 2019", "2014-06", "2019-02"),
]


@pytest.mark.parametrize(("text", "start", "end"), RANGES)
def test_ranges(dates, text, start, end):
    (found,) = dates.find(text)
    assert (str(found.start), None if found.end is None else str(found.end)) == (start, end)
    assert found.range


POINTS = [
    ("Mar 2021", "2021-03", "2021-03"),
    ("May, 2016", "2016-05", "2016-05"),
    ("2024-09", "2024-09", "2024-09"),
    ("09/2024", "2024-09", "2024-09"),
    ("2016", "2016", "2016"),
    ("'19", "2019", "2019"),
    ("Mar '21", "2021-03", "2021-03"),
    ("Summer 2020", "2020-06", "2020-08"),
    ("Winter 2019", "2019-12", "2020-02"),
    ("Q3 2021", "2021-07", "2021-09"),
    ("2021 Q3", "2021-07", "2021-09"),
    ("primavera 2018", "2018-03", "2018-05"),
]


@pytest.mark.parametrize(("text", "start", "end"), POINTS)
def test_points(dates, text, start, end):
    (found,) = dates.find(text)
    assert (str(found.start), str(found.end), found.range) == (start, end, False)


@pytest.mark.parametrize(
    "text",
    [
        "May the road rise",
        "I may go",
        "march on",
        "13/2020",
        "call 555-2019",
        "602-555-0149",
        "$2019 saved",
        "1,2019 items",
        "room 20195",
        "2019% more",
        "python3.2020",
        "the 1920s style",
    ],
)
def test_what_is_no_date(dates, text):
    assert dates.find(text) == ()


@pytest.mark.parametrize("text", ["13/2020 - 05/2021", "05/2020 - 14/2021", "00/2019 – now"])
def test_months_that_do_not_exist_are_said(dates, text):
    (found,) = dates.find(text)
    assert found.impossible
    assert found.range


def test_words_beside_a_year_are_no_part_of_a_date(dates):
    assert [d.span.of("Flint, MI 2019") for d in dates.find("Flint, MI 2019")] == ["2019"]
    assert [str(d.start) for d in dates.find("Sample Real Estate 2019 - 2021")] == ["2019"]


def test_two_dates_in_a_line_stay_apart(dates):
    assert [str(d.start) for d in dates.find("2024-09, valid until 2026-09")] == ["2024-09", "2026-09"]
    assert [str(d.start) for d in dates.find("Prize, 2018 and 2023")] == ["2018", "2023"]


def test_spans_are_moved_by_the_offset(dates):
    text = "Baker, Jan 2019 – now"
    (found,) = dates.find(text, 100)
    assert found.span.of("x" * 100 + text) == "Jan 2019 – now"


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("(Mar 2019 – Present)", True),
        ("2019 – 2021 (2 years)", True),
        ("Mar 2019 · 3 yrs 2 mos", True),
        ("2019 Chef", False),
    ],
)
def test_lines_of_nothing_but_dates(dates, text, alone):
    assert dates.are_all_of(text, dates.find(text)) is alone


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_searched(dates, text):
    found = dates.find(text)
    assert list(found) == sorted(found, key=lambda each: each.span)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1950, 2049), st.integers(1, 12), st.integers(0, 20), st.integers(1, 12),
    st.sampled_from(["–", "-", " – ", " to ", " until ", "—"]),
)  # fmt: skip
def test_every_range_is_read_back(dates, year, month, years, last, dash):
    (found,) = dates.find(f"{month:02d}/{year}{dash}{last:02d}/{year + years}")
    assert (str(found.start), str(found.end)) == (f"{year}-{month:02d}", f"{year + years}-{last:02d}")


@pytest.mark.parametrize(
    "printed",
    ["Mar 2019 - Prezent", "2019 - 20XX", "2019 – ????", "03/2019 to xx", "Mar 2019 - ...", "2010 - 2O14", "May 2019 – tba",
     "2019 - unknown", "Mar 2019 to TBC", "Mar 2018 - Jun 2203", "03/2018 to 06/2203"],
)  # fmt: skip
def test_an_end_that_cannot_be_read_is_unknown_and_not_missing(dates, printed):
    (found,) = dates.find(f"Baker, {printed}")
    assert found.unread
    assert found.end == found.start


@pytest.mark.parametrize(
    "text", ["2019 – Data Analyst, Acme", "2019 - Utrecht", "Form 2019-555", "2015 - 5000 users"]
)
def test_what_follows_a_dash_is_not_always_an_end(dates, text):
    assert [(each.range, each.unread, each.impossible) for each in dates.find(text)] in (
        [(False, False, False)],
        [],
    )


@pytest.mark.parametrize("printed", ["Jan 1203 - Feb 2019", "13/2018 - 02/2019"])
def test_a_year_that_no_career_has_is_impossible(dates, printed):
    (found,) = dates.find(printed)
    assert found.impossible


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("Mar-19 to Jun-21", "2019-03", "2021-06"),
        ("01/17 to 02/19", "2017-01", "2019-02"),
        ("marca 2019 – obecnie", "2019-03", "None"),
        ("juni 2018 till maj 2020", "2018-06", "2020-05"),
        ("oktober 2018 til nå", "2018-10", "None"),
        ("March 2019 - up to date", "2019-03", "None"),
    ],
)
def test_further_joiners_languages_and_words_for_now(dates, printed, start, end):
    (found,) = dates.find(printed)
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize("printed", ["03.17 until 05.19", "03.17 - 05.19"])
def test_months_and_two_digits_with_a_dot_are_a_range(dates, printed):
    (found,) = dates.find(f"Baker, {printed}")
    assert (str(found.start), str(found.end)) == ("2017-03", "2019-05")


@pytest.mark.parametrize(
    "text", ["Shifts 08.30 - 12.15", "Python 3.10 - 3.12", "1.19 - 2.20 EUR", "03.17.22 - 05.19.22"]
)
def test_hours_and_versions_with_a_dot_are_no_dates(dates, text):
    assert not [each for each in dates.find(text) if each.range]
