"""Names that the taxonomy lacks: what is proposed, and what is not."""

import pytest

ONE = """Kiln Operator
Tarnwick Ceramics, Fellmouth

About Tarnwick Ceramics
Tarnwick Ceramics makes tiles. Our team in Fellmouth works with customers such as Dorran Baths.

Requirements
- Experience with GlazeTrack and Kilnmaster 400
- Knowledge of ISO 98765 and tunnel kiln firing
- Python, FirePlan or similar tools
- Willingness to travel to Sweden
- Fluent English
- You enjoy working with the Fellmouth team and with agencies

Nice to have
- Familiarity with Ovensight

Benefits
- Wellberry membership, dental cover with Toothmark
"""
TWO = """Kiln Technician at Sandrell Pottery

Requirements
- GlazeTrack
- A sense of humour and a driving licence
- Strong Team Spirit And Positive Attitude
"""


def terms(found):
    return {term.label: term for term in found.terms}


def test_names_are_found_by_how_they_are_printed(understood):
    found = terms(understood(one=ONE))
    assert {"GlazeTrack", "Kilnmaster 400", "ISO 98765", "FirePlan", "Ovensight"} <= found.keys()


def test_plain_words_are_found_where_they_are_asked_for_by_name(understood):
    assert "tunnel kiln firing" in terms(understood(one=ONE))


@pytest.mark.parametrize(
    "word",
    ["Tarnwick", "Fellmouth", "Dorran", "Sweden", "English", "Wellberry", "Toothmark", "agencies", "Kiln Operator",
     "humour", "licence", "Team Spirit", "Sandrell", "Willingness"],
)  # fmt: skip
def test_employers_places_benefits_titles_and_general_words_are_not(understood, word):
    assert not [label for label in terms(understood(one=ONE, two=TWO)) if word in label]


@pytest.mark.parametrize(
    "bullet",
    [
        "Additionally, you communicate well",
        "You have worked at Marrowfield Bank",
        "Based in Otterham, with visits to our Penwick office",
        "An MSc or a PhD",
        "24/7 on-call, up to 40 hours a week",
        "German at C1-level",
        "STRONG WORK ETHIC",
        "A weakness for old buildings",
        "3 yrs+ in analytics",
        "You have mended a QuornLoop at night with Python",
    ],
)
def test_a_bullet_without_a_name_proposes_nothing(understood, bullet):
    found = understood(one=f"Clerk\n\nRequirements\n- {bullet}\n- SQL\n")
    assert found.terms == ()


def test_a_term_counts_its_documents_and_mentions_and_says_where(understood):
    term = terms(understood(one=ONE, two=TWO))["GlazeTrack"]
    assert term.documents == ("one.txt", "two.txt")
    assert term.mentions == 2
    assert [(place.document, place.line) for place in term.sightings] == [("one.txt", 8), ("two.txt", 4)]
    assert term.sightings[0].quote == "Experience with GlazeTrack and Kilnmaster 400"


def test_a_term_knows_its_neighbours_and_its_class(understood):
    found = terms(understood(one="Clerk\n\nRequirements\n- Databases such as PostgreSQL, Quorvex or MySQL\n"))
    assert set(found["Quorvex"].beside) == {"mysql", "postgresql"}
    assert found["Quorvex"].head is not None


def test_the_order_of_the_documents_changes_nothing(understood):
    assert understood(one=ONE, two=TWO).terms == understood(two=TWO, one=ONE).terms


def test_what_is_merged_asks_for_the_terms_like_for_any_skill(understood):
    rows = {row.id: row for row in understood(one=ONE).merged}
    assert rows["glazetrack"].necessity == "required"
    assert rows["fireplan-or-python"].logic == "any_of"
    assert rows["ovensight"].necessity == "preferred"


def test_documents_of_known_skills_only_have_no_terms(understood, taxonomy):
    found = understood(one="Clerk\n\nRequirements\n- Python and SQL\n")
    assert found.terms == ()
    assert found.taxonomy is taxonomy


def test_working_time_is_no_name(understood):
    lines = (
        "- You will be working 40 hours per week, Mon-Fri\n- SQL, Zibble Flow, 24/7 Xplan cover, 20% travel\n"
    )
    found = terms(understood(one=f"Kiln Operator\n\nRequirements\n{lines}"))
    assert found.keys() == {"Zibble Flow"}


def test_a_name_that_wants_context_is_the_skill_where_a_posting_asks_for_it(understood):
    """Alone in its row, it would vanish: it is neither found as a skill nor new."""
    found = understood(one="Hull Fitter\n\nRequirements\n- Composites experience would be beneficial\n")
    assert [row.skills for row in found.merged] == [("composites",)]


def test_a_list_keeps_the_names_that_are_not_known_and_prose_its_known_ones(understood):
    found = understood(one="Web Editor\n\nRequirements\n- Writing, editing and limning\n")
    assert {row.title for row in found.merged} == {"Writing", "Editing", "Limning"}
    found = understood(one="Web Editor\n\nRequirements\n- Stock control of letters, hymns and odd leaflets\n")
    assert {row.title for row in found.merged} == {"Stock control"}
