"""Each announced closing and opening, on its day, the day before and the day after it."""

from datetime import timedelta

import pytest

from gapcheck.taxonomy.certifications import Availability, availability, first_day, suitability
from gapcheck.taxonomy.model import CertificateSource
from tests.places import shipped_taxonomy

DAY = timedelta(days=1)
KNOWN = shipped_taxonomy().certifications
CLOSING = sorted(
    id_ for id_, one in KNOWN.items() if len(one.last_exam or "") == len("2026-01-01") and not one.retired_on
)
WITHDRAWN = sorted(id_ for id_, one in KNOWN.items() if len(one.retired_on or "") == len("2026-01-01"))
OPENING = sorted(id_ for id_, one in KNOWN.items() if len(one.first_exam or "") == len("2026-01-01"))
NOT_YET = {Availability.UPCOMING, Availability.BETA, Availability.UNVERIFIED}


@pytest.mark.parametrize("id_", CLOSING)
def test_an_exam_can_be_taken_on_its_last_day_and_not_on_the_next(id_):
    known = KNOWN[id_]
    last = first_day(known.last_exam)
    assert availability(known, last - DAY) is not Availability.RETIRED
    assert availability(known, last) is not Availability.RETIRED
    assert availability(known, last + DAY) is Availability.RETIRED


@pytest.mark.parametrize("id_", WITHDRAWN)
def test_a_credential_is_gone_on_the_day_on_which_it_is_withdrawn(id_):
    known = KNOWN[id_]
    day = first_day(known.retired_on)
    found = [availability(known, each) is Availability.RETIRED for each in (day - DAY, day, day + DAY)]
    assert found == [False, True, True]


@pytest.mark.parametrize("id_", OPENING)
def test_an_exam_opens_on_its_first_day(id_):
    known = KNOWN[id_]
    day = first_day(known.first_exam)
    found = [availability(known, each) in NOT_YET for each in (day - DAY, day, day + DAY)]
    assert found == [True, False, False]


def test_a_last_day_that_only_third_parties_state_is_said_to_be_unconfirmed():
    known = KNOWN["aws-dva-c02"]
    day = first_day(known.last_exam)
    said = "last day to earn it: 2026-11-30"
    assert (
        f"{said} (stated by third parties, not confirmed by the issuer)" in suitability(known, day).warnings
    )
    own = CertificateSource(url="https://docs.aws.amazon.com/exams", date="2026-11-20")
    confirmed = known.model_copy(update={"sources": (*known.sources, own)})
    assert said in suitability(confirmed, day).warnings


def test_a_disputed_price_is_not_verified():
    assert not shipped_taxonomy().certifications["nvidia-ncp-genl"].cost_verified
