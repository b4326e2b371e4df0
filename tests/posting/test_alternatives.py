"""What only offers another way: degrees with years, equivalents, alternatives in brackets; and what is in use."""

import pytest

DEGREES = [
    ("BS with 5 years or MS with 3 years of experience", "bachelor", 60, False),
    ("Master's degree in geology, or a bachelor's degree and four years in the field", "bachelor", 48, False),
    ("PhD (or MSc with 3+ years in industry) in geology or physics", "master", 36, False),
    ("BS in geology with 7 years of experience, or MS with 5, or PhD with 2", "bachelor", 84, False),
    ("Degree in geology. People with ten years on site are equally welcome.", "bachelor", None, True),
    ("HND or degree in geology", "associate", None, False),
    ("MS with 3 years or BS with 5 years", "bachelor", 60, False),
    ("MS with 3 years or BS with 5", "bachelor", 60, False),
    ("MA + 3 years or BA + 5 years of experience", "bachelor", 60, False),
    ("MS (3+ years) or BS (5+ years)", "bachelor", 60, False),
    ("Master's and 3 years of experience, or bachelor's and five years", "bachelor", 60, False),
    ("3 years with an MS or 5 years with a BS", "bachelor", 60, False),
    ("3+ years with a master's or 5+ with a bachelor's", "bachelor", 60, False),
    ("PhD with 2 years, MS with 5 or BS with 7", "bachelor", 84, False),
]


@pytest.mark.parametrize(("text", "level", "months", "equivalent"), DEGREES)
def test_degrees_with_years_are_one_row(asked, text, level, months, equivalent) -> None:
    (row,) = asked(text)
    assert row.degree is not None
    assert (row.degree.level, row.min_months, row.degree.or_equivalent) == (level, months, equivalent)


def test_an_item_that_begins_with_or_belongs_to_the_one_before(posting) -> None:
    text = (
        "Warehouse Analyst\n\nRequirements\n- Master's degree in geology AND 3 years of experience\n"
        "- OR Bachelor's degree in geology AND 5 years of experience\n- OR equivalent experience\n- SQL\n"
    )
    rows = posting(text).statements
    (degree,) = [row for row in rows if row.degree]
    assert (degree.degree.level, degree.degree.or_equivalent, degree.min_months) == ("bachelor", True, 60)
    assert [row.line for row in rows if row.kind == "skill"] == [7]


INSTEAD = [
    ("5+ years of experience with Python or a master's and 3 years", "master"),
    ("5 years of Python experience, or a bachelor's degree and 3 years", "bachelor"),
    ("Master's degree and 3 years, or 5+ years of experience with Python", "master"),
]


@pytest.mark.parametrize(("text", "level"), INSTEAD)
def test_years_with_a_skill_beside_a_degree_with_years_of_its_own(asked, text, level) -> None:
    rows = {row.kind: row for row in asked(text)}
    assert (rows["experience"].skills, rows["experience"].min_months) == (("python",), 60)
    assert (rows["education"].degree.level, rows["education"].min_months) == (level, 36)


def test_an_illness_of_two_letters_is_no_degree(asked) -> None:
    assert all(row.degree is None for row in asked("Work on MS with 3 years of follow-up"))


@pytest.mark.parametrize("text", ["LLM fine-tuning", "Experience with LLM applications", "LLM"])
def test_a_language_model_is_no_law_degree(asked, text) -> None:
    assert all(row.degree is None for row in asked(text))


def test_a_law_degree_is_one(asked) -> None:
    (row,) = asked("LLB or LLM from a good university")
    assert row.degree.level == "bachelor"


YEARS = [
    ("Three (3) years of Python and one (1) year of SQL", {("python", 36), ("sql", 12)}),
    ("1+ year with Docker, 2+ years with SQL", {("docker", 12), ("sql", 24)}),
    ("3 years in Python incl. 1 year in Django", {("python", 36), ("django", 12)}),
    ("5+ years of Python, 3 of which with Django", {("python", 60), ("django", 36)}),
    ("6 years in Python, of which at least 2 in Django", {("python", 72), ("django", 24)}),
    ("4 years of Python, at least one of those\n   years with Django", {("python", 48), ("django", 12)}),
    ("Python: 5+ years", {("python", 60)}),
]


@pytest.mark.parametrize(("text", "wanted"), YEARS)
def test_years_go_with_their_skill(asked, text, wanted) -> None:
    assert {(skill, row.min_months) for row in asked(text) for skill in row.skills} == wanted


LISTS = [
    ("React (or Vue)", "any_of", None, {"react", "vue-js"}, None),
    ("Python or Scala programming skills", "any_of", "programming", {"python", "scala"}, None),
    ("Python or R is what most bring, and either is fine", "any_of", None, {"python", "r"}, None),
    ("At least two of these: Jest, Cypress, Playwright", "any_of", None, {"jest", "cypress", "playwright"}, 2),
    ("You know at least two of these well: Jest, Cypress, Playwright", "any_of", None, {"jest", "cypress", "playwright"}, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "logic", "head", "skills", "count"), LISTS)
def test_alternatives(asked, text, logic, head, skills, count) -> None:
    (row,) = asked(text)
    assert (row.logic, row.head, set(row.skills)) == (logic, head, skills)
    assert count is None or row.min_count == count


def test_at_least_one_of_a_kind_chooses_among_what_its_bracket_names(asked) -> None:
    (row,) = asked("At least one testing framework (Jest, Cypress, Playwright)")
    assert (row.logic, set(row.skills), row.min_count) == ("any_of", {"jest", "cypress", "playwright"}, 1)


@pytest.mark.parametrize(
    ("text", "asks", "tells"),
    [("Strong SQL (we use Snowflake)", "sql", "snowflake"), ("Git (GitLab, in our case)", "git", "gitlab")],
)
def test_what_is_in_use_is_mentioned(asked, text, asks, tells) -> None:
    found = {(row.skills, row.necessity.value) for row in asked(text)}
    assert found == {((asks,), "required"), ((tells,), "mentioned")}


@pytest.mark.parametrize(
    "text",
    [
        "No prior experience with our tools is required",
        "No degree required",
        "You don't need Docker or SQL",
        "Neither SQL nor Docker is needed",
        "You won't need a degree",
        "Candidates will not need a driving licence",
        "You wouldn't need SQL",
    ],
)
def test_what_is_not_needed_gives_no_row(asked, text) -> None:
    assert asked(text) == ()


LEVELS = [
    ("Deep learning", None),
    ("React Native", None),
    ("Advanced SQL", 3),
    ("Expert in SQL", 4),
    ("Working in a business environment with SQL", None),
    ("Working knowledge of SQL", 2),
]


@pytest.mark.parametrize(("text", "level"), LEVELS)
def test_a_word_of_a_name_is_no_level(asked, text, level) -> None:
    assert {row.proficiency for row in asked(text)} == {level}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Business-level Japanese (JLPT N2 or above)", [("language", 4)]),
        ("English: C1 or IELTS 7.0", [("language", 5)]),
        ("IELTS 7.0 or above", [("certification", None)]),
        ("Fluent English and a TOEFL certificate", [("certification", None)]),
    ],
)
def test_a_score_beside_its_language_is_a_level(asked, text, rows) -> None:
    assert [(row.kind.value, row.proficiency) for row in asked(text)] == rows


def test_each_language_has_its_own_level(asked) -> None:
    rows = asked("Fluent German (C1) and good English (B2); conversational Dutch")
    assert {(row.skills[0], row.proficiency) for row in rows} == {("german", 5), ("english", 4), ("dutch", 3)}


@pytest.mark.parametrize("text", ["English C1 is required", "You're fine in English all day (B2 and up)"])
def test_a_language_beside_its_level_is_one(asked, text) -> None:
    (row,) = asked(text)
    assert (row.kind, row.skills) == ("language", ("english",))


def test_a_dash_parts_what_is_asked_from_what_is_welcome(asked) -> None:
    found = {
        (row.skills, row.necessity.value) for row in asked("Excellent Python \u2013 Docker is an advantage")
    }
    assert found == {(("python",), "required"), (("docker",), "preferred")}


@pytest.mark.parametrize(
    "text",
    [
        "Immediate joiners preferred",
        "Reliable transportation is a must",
        "You must be at least 18 years old",
        "Own liability insurance",
        "A Working With Children check is required",
        "Must pass government security screening",
    ],
)
def test_a_condition_of_the_job_is_no_row(asked, text) -> None:
    assert asked(text) == ()


@pytest.mark.parametrize(
    "condition", ["reliable transportation", "a clean drug test", "ability to lift 50 lbs"]
)
def test_a_condition_in_a_list_takes_no_skill_with_it(asked, condition) -> None:
    rows = asked(f"We require SQL, Python, and {condition}.")
    assert {"sql", "python"} <= {skill for row in rows for skill in row.skills}


@pytest.mark.parametrize(
    ("text", "level", "certificates", "terms"),
    [
        ("MBA or CPA", "master", 1, 0),
        ("CPA or MBA required", "master", 1, 0),
        ("Master's degree or PMP", "master", 1, 0),
        ("MBA, CPA or CFA", "master", 2, 0),
        ("Bachelor's degree in design or a glazing licence", "bachelor", 0, 1),
    ],
)
def test_a_certificate_in_place_of_a_degree_is_one_row_that_names_both(
    asked, text, level, certificates, terms
):
    (row,) = asked(text)
    assert (row.kind, row.degree.level) == ("education", level)
    (licence,) = row.instead
    assert (len(licence.certifications), bool(licence.wording)) == (certificates, bool(terms))
    assert not row.degree.or_equivalent


@pytest.mark.parametrize("text", ["MBA and CPA", "Master's degree and a PMP certification"])
def test_a_certificate_beside_a_degree_is_a_row_of_its_own(asked, text):
    assert sorted(row.kind for row in asked(text)) == ["certification", "education"]


def test_what_else_will_do_is_kept_where_a_licence_is_asked_for_beside_it(asked):
    degree, *licences = asked("Must have a degree or CIPD level 5 and a driving licence")
    assert degree.degree.or_equivalent
    assert {licence.kind for licence in licences} == {"certification"}


@pytest.mark.parametrize("text", ["RN/BSN", "BSN/RN required"])
def test_a_slash_between_a_licence_and_a_degree_does_not_say_that_either_will_do(asked, text):
    assert sorted(row.kind for row in asked(text)) == ["certification", "education"]


def test_a_certificate_on_the_next_line_may_be_the_alternative(posting):
    rows = posting("Buyer\n\nRequirements\n- Master's degree in law\n- or PMP\n- SAP\n").statements
    (degree,) = [row for row in rows if row.degree]
    assert [len(each.certifications) for each in degree.instead] == [1]
    assert not any(row.kind == "certification" for row in rows)


def test_a_degree_without_a_level_only_says_more_of_the_one_with(posting):
    def levels(text):
        return [row.degree.level for row in posting(text).statements if row.degree]

    both = "Aide\n\nRequirements\n- Associate degree in nursing\n- A degree from an accredited program\n"
    assert levels(both) == ["associate"]
    assert levels("Aide\n\nRequirements\n- A degree from an accredited program\n") == ["bachelor"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Associate's degree in nursing", "A degree or equivalent experience"),
        ("Bachelor's degree in nursing", "Degree or equivalent experience in customer service"),
        ("Associate's degree in nursing", "A degree for the research team"),
    ],
)
def test_one_that_offers_something_in_its_place_or_asks_for_more_is_a_second_one(posting, first, second):
    rows = posting(f"Aide\n\nRequirements\n- {first}\n- {second}\n").statements
    assert [row.quote for row in rows if row.degree] == [first, second]


def test_what_will_be_needed_is_asked_for(asked):
    assert [row.kind for row in asked("Candidates will need a driving licence")] == ["certification"]


def test_the_fields_behind_a_qualification_that_will_do_are_those_of_the_degree(asked):
    (row,) = asked("Degree or recognised qualification in Physiotherapy or Occupational Therapy")
    assert row.degree.fields == ("physiotherapy", "occupational therapy")


def test_a_licence_that_somebody_will_get_in_the_first_months_is_one_row(asked):
    (row,) = asked("You'll hold a personal licence, or be willing to get one in your first three months")
    assert (row.kind, bool(row.pending), row.min_months) == ("certification", True, None)


def test_but_one_that_is_held_already_is_not_pending(asked):
    rows = asked("You'll hold a personal licence, and have three months of experience with Excel")
    assert not any(row.pending for row in rows)
    assert 3 in {row.min_months for row in rows}
