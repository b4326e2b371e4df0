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


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Organ building", "Organ building"),
        ("Falcon training", "Falcon training"),
        ("Cheese production", "Cheese production"),
        ("Estimating", "Estimating"),
        # a product's name needs none of these words
        ("FooBar training", "FooBar"),
        ("Professional FooBar experience", "FooBar"),
        ("Experience with Zorbix in production", "Zorbix"),
    ],
)
def test_a_lone_word_keeps_the_general_word_that_makes_it_a_name(asked, line, name) -> None:
    (row,) = asked(line)
    assert not row.skills
    assert (row.wording or row.terms[0]) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("General glarping", "glarping"),
        ("Commercial glarping", "glarping"),
        ("Experience in software sales", "sales"),
    ],
)
def test_words_that_qualify_work_of_most_trades_are_no_part_of_a_name(asked, line, name) -> None:
    (row,) = asked(line)
    assert (*row.skills, *row.terms) == (name,)


def test_how_the_hours_lie_is_no_skill(asked) -> None:
    assert asked("Shift working") == ()


@pytest.mark.parametrize(
    "line", ["Experience teaching BTEC students", "Experience in delivering BTEC courses"]
)
def test_whoever_teaches_for_a_qualification_need_not_hold_it(asked, line) -> None:
    assert "certification" not in {row.kind for row in asked(line)}


def test_a_level_of_a_framework_of_qualifications_is_a_certificate(asked) -> None:
    (row,) = asked("RQF level 3 in social care")
    assert (row.kind, row.skills) == ("certification", ())


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Interpreting for the deaf", {"consecutive-interpreting"}),
        ("Experience interpreting between deaf and hearing people", {"consecutive-interpreting"}),
        ("Interpreting between old and new rules", set()),
    ],
)
def test_interpreting_is_no_communication(asked, line, skills) -> None:
    assert {skill for row in asked(line) for skill in row.skills} == skills


@pytest.mark.parametrize(
    "line",
    ["Give care within the scope of a registered nurse", "Weld under the supervision of a certified welder"],
)
def test_the_licence_of_another_is_asked_of_nobody(asked, line) -> None:
    assert "certification" not in {row.kind for row in asked(line)}


def test_but_the_own_licence_is(asked) -> None:
    (row,) = asked("Registered nurse, under the supervision of a ward manager")
    assert row.kind == "certification"
