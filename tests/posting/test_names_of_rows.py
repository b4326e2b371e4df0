"""What a row is called, and which names in a demand are none."""

import pytest

from tests.places import shipped_analyzer


def _rows(item):
    job = f"Site Clerk\n\nRequirements\n- {item}\n".encode()
    return {row.title for row in shipped_analyzer().understand([job], names=["a.txt"]).merged}


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        ("Persistence layers such as Hibernate or JPA", {"Hibernate, JPA or Persistence layers"}),  # no trait
        ("Follow oral and written instructions", {"Following instructions"}),  # no writing is asked for
        ("Knowledge of localization (l10n)", {"Localization"}),  # the same name, with its letters counted
        ("Ability to drive change through spreadsheets", {"Spreadsheets"}),  # a verb
        ("Highly driven", {"Drive"}),  # what somebody is like goes by the label
        ("Growth mindset", {"Growth mindset"}),  # unless a noun says more
        (
            "Working closely with painters and marketing teams",
            {"Collaboration"},
        ),  # the trade of other people
        ("Recruitment up to board level", {"Recruitment"}),  # how far is no part of the name
        ("You know QUARRYLOG well enough to teach it", {"QUARRYLOG"}),
        ("Has dealt with lock keepers", {"Dealt with lock keepers"}),
        ("Work closely with stakeholders", {"Work closely with stakeholders"}),  # shown, and not named
        (
            "Experience with moss/lichen surveys",
            {"Lichen surveys or moss surveys"},
        ),  # a shared head
        (
            "Practical experience with routing and switching, including odd protocols",
            {"Routing and switching such as odd protocols"},  # what is not known takes nothing known away
        ),
        ("Regex for text mining (splitting, joining)", {"Regex", "Text mining such as joining or splitting"}),
    ],
)
def test_rows_of_an_item(item, titles):
    assert _rows(item) == titles


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        ("CNA or RN", {"Registered Nurse (licence) or CNA"}),  # what the catalogue lacks stays in the choice
        ("Category C+E and ADR", {"ADR", "Category C+E Driving Licence"}),  # all of them: a row each
        ("RN with BLS", {"Basic Life Support (BLS)", "Registered Nurse (licence)"}),
    ],
)
def test_certificates_of_an_item(item, titles):
    assert _rows(item) == titles
