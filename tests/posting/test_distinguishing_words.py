"""A known name behind a noun that makes it another thing is not that skill."""

import pytest


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Water hygiene testing", "software-testing"),
        ("Hearing testing", "software-testing"),
        ("Sea kayak coaching", "mentoring"),
        ("Tendering", "fundraising"),
    ],
)
def test_a_demand_keeps_the_word_that_distinguishes_it(asked, line, other) -> None:
    rows = asked(line)
    assert rows
    assert other not in {skill for row in rows for skill in row.skills}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Manual testing", "software-testing"),
        ("Coaching", "mentoring"),
        ("Strong coaching", "mentoring"),
    ],
)
def test_a_word_of_degree_or_manner_leaves_a_name_what_it_is(asked, line, skill) -> None:
    assert skill in {each for row in asked(line) for each in row.skills}
