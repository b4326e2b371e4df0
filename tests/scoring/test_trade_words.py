"""Which jobs are of the same trade, by the words of their titles."""

from __future__ import annotations

import pytest

from gapcheck.scoring.trade_words import Nearness, trade_words
from gapcheck.taxonomy import Taxonomy


@pytest.mark.parametrize(
    ("job", "asked", "near"),
    [
        ("Claims Representative II", "Claims Representative", Nearness.WHOLE),
        ("Driver C", "Driver", Nearness.WHOLE),
        ("C Developer", "R Developer", Nearness.NONE),
    ],
)
def test_a_letter_behind_a_title_is_a_step_and_before_it_the_trade(
    taxonomy: Taxonomy, job: str, asked: str, near: Nearness
) -> None:
    assert trade_words(taxonomy).nearness(job, "", asked) is near


@pytest.mark.parametrize(
    ("title", "full"),
    [
        ("Service tech", "Service technician"),
        ("Asst. Mgr.", "assistant manager"),
        ("HVAC Tech II - Nights", "HVAC technician II - Nights"),
        ("Tech", "Tech"),
        ("Tech Lead", "Tech Lead"),
        ("Head of Tech", "Head of Tech"),
        ("Admin Assistant", "Admin Assistant"),
        ("BA", "business analyst"),
        ("Senior BA", "Senior business analyst"),
        ("BA Music teacher", "BA Music teacher"),
        ("Teacher, BA", "Teacher, BA"),
        ("OT Nurse", "OT Nurse"),
        ("CSM for Poland", "customer success manager for Poland"),
    ],
)
def test_words_of_a_title_are_read_in_full(taxonomy: Taxonomy, title: str, full: str) -> None:
    assert trade_words(taxonomy).full(title) == full


@pytest.mark.parametrize(
    ("job", "asked", "near"),
    [
        ("Home Carer", "Care Assistant", Nearness.WHOLE),
        ("Head Gardener", "Gardening Assistant", Nearness.WHOLE),
        ("Home Carer", "Care Manager", Nearness.NONE),
        ("Trainee Carer", "Care Assistant", Nearness.NONE),
        ("Shop Assistant", "Care Assistant", Nearness.NONE),
    ],
)
def test_who_has_a_trade_for_a_title_has_done_what_its_assistant_does(
    taxonomy: Taxonomy, job: str, asked: str, near: Nearness
) -> None:
    assert trade_words(taxonomy).nearness(job, "", asked) is near
