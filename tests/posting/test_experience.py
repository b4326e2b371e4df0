"""Lengths of experience in clauses."""

import pytest

from gapcheck.posting.experience import experience_finder
from gapcheck.taxonomy import Kind
from gapcheck.text.phrases import plain

LENGTHS = [
    ("3 years of experience", [36]),
    ("3+ years of experience", [36]),
    ("3 + years experience", [36]),
    ("at least 3 years", [36]),
    ("minimum of 2 years", [24]),
    ("a minimum of two years' experience", [24]),
    ("2-4 years in a similar role", [24]),
    ("2\u20134 years in a similar role", [24]),
    ("two to four years", [24]),
    ("3 or more years", [36]),
    ("five years\u2019 experience", [60]),
    ("Four (4) years of experience", [48]),
    ("one year of tree surgery", [12]),
    ("1 year in retail", [12]),
    ("18 months of experience", [18]),
    ("6 months' experience", [6]),
    ("5 yrs Python", [60]),
    ("1.5 years of SQL", [18]),
    ("a few years of experience", [None]),
    ("several years of experience", [None]),
    ("2 of them in data engineering", [24]),
    ("4 years of work on building sites, or a diploma and 2 years", [48, 24]),
    ("a 3-year degree course", []),
    ("4-year Bachelor", []),
    ("a four year university degree", []),
    ("a 2 year technical diploma and 3 years of welding", [36]),
    ("3-year initial commitment", []),
    ("must commit to a minimum of two years", []),
    ("bachelor's degree and 4 years of nursing", [48]),
    ("4 years undergraduate teaching experience", [48]),
    ("3 years of experience with a commitment to quality", [36]),
    ("two years of scaffolding within the past five years", [24]),
    ("12 months within the last 3 years in a bakery", [12]),
    ("beekeeping in the past 3 years", []),
    ("a forklift licence within 3 months of hire", []),
    ("the firm is 40 years old", []),
    ("at least 18 years of age", []),
    ("valid for two years", []),
    ("an 8-week course", []),
    ("at least four full year-end stocktakes", []),
    ("a fixed term of 36 months", []),
    ("20+ dashboards", []),
    ("$120,000 a year", []),
]


@pytest.mark.parametrize(("text", "months"), LENGTHS)
def test_a_length_is_read_at_its_lower_end(taxonomy, text, months) -> None:
    assert [each.months for each in experience_finder(taxonomy).find(plain(text))] == months


def test_years_with_a_skill_are_experience_and_a_tool_without_years_is_a_skill(asked) -> None:
    (years,) = asked("At least 3 years of SQL")
    (tool,) = asked("Experience with SQL")
    (field,) = asked("Experience in data science")
    assert (years.kind, years.min_months, years.skills) == ("experience", 36, ("sql",))
    assert (tool.kind, tool.min_months) == ("skill", None)
    assert (field.kind, field.skills) == ("experience", ("data-science",))


@pytest.mark.parametrize(
    ("text", "months", "window"),
    [
        ("At least two years of SQL within the last five years", 24, 60),
        ("Experience with SQL in the past 3 years", None, 36),
        ("Have used SQL for 3 years", 36, None),
        ("Recent experience with SQL", None, 36),
        ("Current SQL experience", None, 36),
        ("2 years of SQL experience over the last year or so", 24, 36),
    ],
)
def test_how_late_experience_must_have_been_is_kept(asked, text, months, window) -> None:
    (row,) = asked(text)
    assert (row.kind, row.skills) == ("experience", ("sql",))
    assert (row.min_months, row.within_months) == (months, window)


@pytest.mark.parametrize(
    "text",
    ["Experience of recent legislation", "Recent graduates with experience of SQL", "Sold 3 vans"],
)
def test_what_else_is_recent_sets_no_window(taxonomy, text) -> None:
    assert experience_finder(taxonomy).window(plain(text)) == (None, len(text))


def test_years_without_a_subject_are_kept(asked) -> None:
    (row,) = asked("2+ years experience required")
    assert (row.kind, row.min_months, row.skills) == ("experience", 24, ())


def test_a_part_of_the_years_is_a_row_of_its_own(asked) -> None:
    rows = asked("8+ years of software engineering, at least 3 of those with SQL")
    assert [(r.min_months, r.skills) for r in rows] == [(96, ("software-engineering",)), (36, ("sql",))]


def test_a_number_of_other_things_is_no_length(taxonomy) -> None:
    low = plain("A diploma in one of these trades and not less than four years of joinery")
    assert [each.months for each in experience_finder(taxonomy).find(low)] == [48]


@pytest.mark.parametrize(
    "text",
    [
        "Background in dairy farming, forestry or brewing",
        "You come from a brewing background",
        "Dairy Technician, Cheese Buyer and/or Herd Manager experience",
        "Experience with regional charities and/or housing companies",
        "Experience in residential settings",
        "Experience working with young children",
        "Experience supervising staff, volunteers, or interns",
    ],
)
def test_experience_without_a_length_is_experience(asked, text):
    assert {row.kind for row in asked(text)} == {Kind.EXPERIENCE}


@pytest.mark.parametrize(
    "text",
    [
        "Experience with Kubernetes in a hospital environment",
        "Strong background in queueing theory",
        "Experience with forecasting models in the retail sector",
        "Experience with SQL",
    ],
)
def test_experience_with_a_tool_or_method_is_a_skill(asked, text):
    assert Kind.EXPERIENCE not in {row.kind for row in asked(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Experience conducting audits of market stalls",
        "Experience of transporting reptiles",
        "You have opened a new shop before",
        "You've restored a lighthouse",
        "You have restored a lighthouse with skill",
    ],
)
def test_what_somebody_has_done_is_experience(asked, text) -> None:
    assert {row.kind for row in asked(text)} == {Kind.EXPERIENCE}


@pytest.mark.parametrize(
    "text",
    [
        "Experience using Docker",
        "Experience working with Docker",
        "You have used Docker",
        "Have advanced SQL skills",
        "Have established knowledge of glaze firing",
        "You have varied glaze and kiln knowledge",
        "You have developed an understanding of glaze firing",
        "You have well rounded communication skills",
    ],
)
def test_a_tool_that_was_used_is_a_skill(asked, text) -> None:
    assert Kind.EXPERIENCE not in {row.kind for row in asked(text)}


def test_how_long_somebody_has_done_something(asked) -> None:
    (row,) = asked("You've run a busy cattery, or been second in a large one, for 3 years or more")
    assert (row.kind, row.min_months) == (Kind.EXPERIENCE, 36)


def test_a_skill_within_a_time_is_experience_of_that_time(asked) -> None:
    (row,) = asked("Procurement within the last five years")
    assert (row.kind, row.within_months, row.min_months) == (Kind.EXPERIENCE, 60, None)


@pytest.mark.parametrize(
    ("clause", "subject"),
    [
        ("At least 3 years of clinical experience as a ferry pilot", "ferry pilot"),
        ("Five years of experience as a kiln engineer or administrator on a network with many sites", "kiln engineer or administrator"),
        ("3 years of supervised experience as a welder", "welder"),
        ("5+ years coastal or river dredging experience", "coastal or river dredging"),
    ],
)  # fmt: skip
def test_years_are_asked_for_in_the_post_and_not_in_words_for_how(asked, clause, subject):
    (row,) = [each for each in asked(clause) if each.min_months]
    assert row.wording == subject


@pytest.mark.parametrize(
    ("clause", "rows"),
    [
        ("4 years of nursing experience, including intensive care", {("nursing", 48), ("critical-care-nursing", None)}),
        ("3 years of experience with cloud platforms such as AWS or Azure", {("aws azure", 36)}),
        ("At least one year's experience of leading a team, including risk assessments", {("leadership", 12), ("risk-management", None)}),
        ("At least one year of Python or Java", {("python java", 12)}),
    ],
)  # fmt: skip
def test_years_of_a_field_are_not_those_of_what_they_include(asked, clause, rows):
    assert {(" ".join(row.skills), row.min_months) for row in asked(clause)} == rows


def test_one_of_the_following_behind_years_counts_things(asked):
    rows = asked("Three years of site management and one of the following: SMSTS, CSCS Black")
    assert [row.min_months for row in rows if row.min_months] == [36]
