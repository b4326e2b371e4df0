"""Each announced closing, on the last day and on the day after it."""

from datetime import timedelta

import pytest

from gapcheck.taxonomy.certifications import Availability, availability, first_day
from tests.places import shipped_taxonomy

CLOSING = sorted(
    each.id
    for each in shipped_taxonomy().certifications.values()
    if each.last_exam
    and len(each.last_exam) == len("2026-01-01")
    and not (each.retired_on or each.last_exam_languages)
)


@pytest.mark.parametrize("id_", CLOSING)
def test_an_exam_can_be_taken_on_its_last_day_and_not_on_the_next(id_):
    known = shipped_taxonomy().certifications[id_]
    last = first_day(known.last_exam)
    assert availability(known, last) is not Availability.RETIRED
    assert availability(known, last + timedelta(days=1)) is Availability.RETIRED


def test_a_disputed_price_is_not_verified():
    assert not shipped_taxonomy().certifications["nvidia-ncp-genl"].cost_verified
