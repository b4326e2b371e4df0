"""Licences that a person says have lapsed without naming them."""

import pytest

from tests.places import shipped_analyzer

RESUME = """Zora Brannock
zora@example.com

Summary

{said} I nursed people with chest diseases for nine years and ran the rota, the training and the budget of the ward.

Experience

Staff Nurse, Quill Infirmary, Harwick
January 2007 - October 2016
- Cared for thirty patients, gave drugs into the vein and taught students how to score the early warnings.
- Planned discharges with families and social workers every week and chaired the meeting of the ward on Mondays.
- Kept the cupboard of dressings in order, and wrote the letter to the doctor at home that each patient took along.

Qualifications

{named}
"""
POSTING = (
    "Staff Nurse\n\nRequirements\n- Current NMC registration\n- Early warning scores\n- Discharge planning\n"
)
NAMED, UNNAMED = "Registered General Nurse, 2006", "Painting and drawing, 2006"


def gate(said, named):
    text = RESUME.format(said=said, named=named)
    report = shipped_analyzer().analyze(
        text.encode(), name="resume.txt", job_text=POSTING, as_of="2026-11-21"
    )
    (found,) = report.gates
    return found.status, found.date


@pytest.mark.parametrize("named", [NAMED, UNNAMED])
@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("My registration lapsed in August 2017.", "2017-08"),
        ("I let my registration go in 2018.", "2018"),
        ("I kept up my PIN until 2019.", "2019"),
    ],
)
def test_what_lapsed_is_expired_whether_or_not_its_name_is_printed(said, date, named):
    assert gate(said, named) == ("expired", date)


@pytest.mark.parametrize(
    "said",
    [
        "My registration has never lapsed.",
        "My registration lapsed in 2017 and was renewed in 2020.",
        "I have paid for my registration until 2030.",
        "My subscription to the paper lapsed in 2017.",
        "Stepped in when the registration of a colleague lapsed in 2025.",
        "Covered shifts when the pin expired in 2024.",
        "Registration of two colleagues lapsed in 2024.",
    ],
)
def test_what_is_in_force_stays_so(said):
    assert gate(said, NAMED)[0] == "met"
    assert gate(said, UNNAMED)[0] == "missing"
