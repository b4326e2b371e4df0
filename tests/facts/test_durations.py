"""Lengths of time: what they come to in months, and what is none."""

import pytest


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("3+ years", [36]),
        ("two to four years", [24]),
        ("five or more years", [60]),
        ("Four (4) years", [48]),
        ("1.5 years", [18]),
        ("eighteen months", [18]),
        ("2 yrs 3 mos", [27]),
        ("3 years and 6 months", [42]),
        ("a decade", [120]),
        ("two decades", [240]),
        ("several years", [None]),
        ("2 Jahre 3 Monate", [27]),
        ("3 ans et 2 mois", [38]),
        ("turned six an hour", []),
        ("2 años", [24]),
        ("one year here, 6 months there", [12, 6]),
        ("1 an d'expérience", [12]),
        ("20 an hour", []),  # an article behind a number is no unit of several
        ("six an inspector reads", []),
        ("3 yearlings", []),
        ("$3 years", []),
        ("years", []),
    ],
)
def test_months(durations, text, months):
    assert [each.months for each in durations.find(text)] == months


def test_lengths_are_blanked_with_their_brackets(durations):
    assert durations.blanked("Cook (2 yrs 3 mos), Leeds").split() == ["Cook", ",", "Leeds"]
    assert len(durations.blanked("Cook · 2 yrs")) == len("Cook · 2 yrs")
