"""A licence to drive that is named by a heading or label only, and lines that are like one."""

import pytest

from .conftest import resume_of

AROUND = """Jo Sample
jo@example.com

EXPERIENCE

Baker, Sample Bread Ltd, 2015 - present
- Baked bread for the village

{}
"""


def driving(text):
    found = resume_of(AROUND.format(text)).certificates
    return [(each.name, each.status) for each in found if each.id == "driving-licence"]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("LICENCE\n\nFull, B+E and C1, no points", ("Full, B+E and C1, no points", "unknown")),
        ("DRIVING\n  Clean; van, trailer, D1", ("Clean; van, trailer, D1", "unknown")),
        ("DRIVING\n- Full and clean, own car", ("Full and clean, own car", "unknown")),
        ("DRIVING: full, manual", ("full, manual", "unknown")),
        ("Other      Utah driver's license, cargo van", ("driver's license", "unknown")),
        ("Also. Driver's license (Iowa, moving to Utah), own car.", ("Driver's license", "unknown")),
        ("DRIVING\nProvisional licence only.", ("Provisional licence only", "in_progress")),
        ("DRIVING\nLessons since May, test in March 2027", ("Lessons since May, test in March 2027", "in_progress")),
    ],
)  # fmt: skip
def test_it_is_read(text, held):
    (found,) = driving(text)
    assert (found[0].startswith(held[0]), found[1]) == (True, held[1]), found


@pytest.mark.parametrize(
    "text",
    [
        "DRIVING\nNo licence; I cycle",
        "DRIVING\nTruck Driver, Full Load Ltd, 2019 - 2021\n- Drove",
        "LICENSE\nRegistered Nurse, Ohio, current",
        "DRIVING\nI enjoy long roads",
    ],
)
def test_it_is_not_read_into_other_lines(text):
    assert driving(text) == []
