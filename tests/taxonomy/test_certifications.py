from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
import yaml

from gapcheck.taxonomy.certifications import (
    Availability,
    availability,
    editions,
    expiry,
    held_status,
    stale,
    successors,
    suitability,
    validity_months,
)
from gapcheck.taxonomy.model import Certification, Succession
from tests.places import SHARED

AS_OF = date(2026, 11, 21)


@dataclass(frozen=True)
class Catalogue:
    certifications: dict[str, Certification]


def certification(id_: str = "x-one", **given: Any) -> Certification:
    values = {
        "name": "Example One",
        "provider": "Example",
        "verification": "dated",
        "verified_on": "2026-09-27",
    }
    return Certification.model_validate({"id": id_, **values, **given})


def catalogue(*rows: Certification) -> Catalogue:
    return Catalogue({row.id: row for row in rows})


@pytest.fixture(scope="module")
def builtin(taxonomy) -> Any:
    return taxonomy


# ---- what can be earned on a day


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "active"),
        ({"first_exam": "2026-11-21"}, "active"),
        ({"first_exam": "2026-11"}, "upcoming"),
        ({"first_exam": "2026-12-02"}, "upcoming"),
        ({"beta_from": "2026-09-29"}, "beta"),
        ({"beta_from": "2026-12-01"}, "upcoming"),
        ({"beta_from": "2026-09-29", "ga_planned": "2027-01-14"}, "beta"),
        ({"beta_from": "2026-01-29", "ga_planned": "2026-11-20"}, "unverified"),
        ({"beta_from": "2026-01-29", "first_exam": "2026-05-01"}, "active"),
        ({"last_exam": "2026-11-21"}, "retiring"),
        ({"last_exam": "2026-11-20"}, "retired"),
        ({"last_exam": "2026-12"}, "retiring"),
        ({"last_exam": "2026-11"}, "retired"),
        ({"retired_on": "2022"}, "retired"),
        ({"retired_on": "2026-11-21"}, "retired"),
        ({"retired_on": "2027-01-01"}, "retiring"),
        ({"legacy_from": "2026-11-01"}, "legacy"),
        ({"verification": "unverified"}, "unverified"),
        ({"verification": "unverified", "last_exam": "2024-05-31"}, "retired"),
        ({"verification": "conflict"}, "active"),
    ],
)
def test_availability_follows_from_the_dates(given: dict[str, str], expected: str) -> None:
    assert availability(certification(**given), AS_OF) == expected


def test_a_later_day_gives_a_later_status() -> None:
    beta = certification(beta_from="2026-09-29", ga_planned="2027-01-14")
    days = [date(2026, 9, 1), date(2026, 9, 29), date(2027, 1, 14), date(2027, 1, 15)]
    assert [availability(beta, day).value for day in days] == ["upcoming", "beta", "beta", "unverified"]


@pytest.mark.parametrize(
    ("given", "recommendable"),
    [
        ({}, True),
        ({"beta_from": "2026-09-29"}, True),
        ({"last_exam": "2026-11-30"}, False),
        ({"last_exam": "2027-06-11"}, True),
        ({"last_exam": "2026-03-31"}, False),
        ({"first_exam": "2026-12-02"}, True),
        ({"first_exam": "2027-06-01"}, False),
        ({"legacy_from": "2026-01-01"}, False),
        ({"verification": "unverified"}, False),
    ],
)
def test_only_what_can_still_be_earned_is_recommended(given: dict[str, str], *, recommendable: bool) -> None:
    assert suitability(certification(**given), AS_OF).recommendable is recommendable


def test_unverified_ones_say_so() -> None:
    found = suitability(certification(verification="unverified"), AS_OF)
    assert found.warnings[0] == "not verified that it can be earned now"


@pytest.mark.parametrize(
    ("given", "warning"),
    [
        ({"beta_from": "2026-09-29", "ga_planned": "2027-01-14"}, "planned for 2027-01-14"),
        ({"last_exam": "2027-06-11"}, "last day to earn it: 2027-06-11"),
        ({"first_exam": "2026-12-02"}, "cannot be taken before 2026-12-02"),
        ({"verified_on": "2026-08-20"}, "last checked 2026-08-20, 93 days earlier"),
        ({"verified_on": None, "verification": "undated"}, "no dated check"),
        ({"cost_usd": 150}, "price not verified"),
        ({"verification": "conflict"}, "sources disagree"),
        ({"languages": ["English"]}, "offered in English only"),
        ({"last_exam": "2026-09-28", "last_exam_languages": ["Korean"]}, "still offered in Korean"),
    ],
)
def test_what_has_to_be_said_along_with_it(given: dict[str, Any], warning: str) -> None:
    assert any(warning in each for each in suitability(certification(**given), AS_OF).warnings)


def test_a_checked_active_one_carries_no_warning() -> None:
    one = certification(cost_usd=200, cost_verified=True, verified_on="2026-08-23")
    assert suitability(one, AS_OF).warnings == ()


def test_stale_rows_are_those_checked_long_ago_or_overtaken_by_their_own_dates() -> None:
    rows = [
        certification("x-fresh"),
        certification("x-old", verified_on="2026-07-05"),
        certification("x-never", verified_on=None, verification="undated"),
        certification("x-unknown", verified_on=None, verification="unverified"),
        certification("x-passed", last_exam="2026-11-01"),
        certification("x-gone", last_exam="2024-05-31", verified_on="2024-06-01"),
    ]
    found = {each.certification.id: each.reasons for each in stale(rows, AS_OF)}
    assert list(found) == ["x-never", "x-old", "x-passed"]
    assert found["x-passed"] == ("last_exam 2026-11-01 has passed since",)


# ---- what a held one is worth

CKA = {"validity": [{"months": 36}, {"months": 24, "issued_from": "2024-04-01"}]}


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2024-03", "2027-03"),
        ("2024-04", "2026-04"),
        ("2024-09-12", "2026-09"),
        ("2023", "2026"),
        ("2025", "2027"),
    ],
)
def test_the_rule_at_issue_decides_the_expiry(issued: str, expected: str) -> None:
    assert expiry(certification(**CKA), issued) == expected


def test_no_rule_no_expiry_and_odd_months_leave_a_bare_year_open() -> None:
    assert expiry(certification(), "2020-01") is None
    assert expiry(certification(validity=[{"months": 18}]), "2024") is None
    assert expiry(certification(validity=[{"months": 18}]), "2024-12") == "2026-06"
    assert validity_months(certification(**CKA)) == 24


@pytest.mark.parametrize(
    ("given", "held", "expected"),
    [
        ({"validity": [{"months": 36}]}, {"issued": "2024-05"}, "current"),
        ({"validity": [{"months": 36}], "last_exam": "2026-03-31"}, {"issued": "2024-05"}, "current"),
        ({"validity": [{"months": 24}]}, {"issued": "2022-01"}, "expired"),
        ({"validity": [{"months": 36}], "last_exam": "2024-05-31"}, {"issued": "2023-03"}, "historic"),
        ({"validity": [{"months": 36}]}, {"issued": "2023-11"}, "current"),
        ({"validity": [{"months": 36}]}, {"issued": "2023-10"}, "expired"),
        ({}, {}, "unknown"),
        ({}, {"issued": "2019"}, "current"),
        ({}, {"issued": "2027-02"}, "in_progress"),
        ({}, {"in_progress": True}, "in_progress"),
        ({"last_exam": "2024-05-31"}, {"issued": "2025-06"}, "inconsistent"),
        ({"last_exam": "2024-05-31"}, {"issued": "2024-07"}, "current"),
        ({"last_exam": "2026-01-01", "last_exam_languages": ["Korean"]}, {"issued": "2026-08"}, "current"),
        ({"first_exam": "2026-01-08"}, {"issued": "2024-06"}, "inconsistent"),
        ({"validity": [{"months": 24}]}, {"issued": "2022-01", "expires": "2027-01"}, "current"),
        ({}, {"expires": "2021"}, "expired"),
        ({}, {"expires": "2026"}, "current"),
    ],
)
def test_holding_status(given: dict[str, Any], held: dict[str, Any], expected: str) -> None:
    assert held_status(certification(**given), AS_OF, **held) == expected


def test_a_certificate_that_the_catalogue_does_not_have() -> None:
    assert held_status(None, AS_OF, issued="2022") == "current"
    assert held_status(None, AS_OF, expires="2025-01") == "expired"
    assert held_status(None, AS_OF) == "unknown"


# ---- what follows what


def test_successors_skip_those_that_are_gone_and_keep_the_loosest_link() -> None:
    rows = catalogue(
        certification("x-1", successors=[{"id": "x-2", "relation": "rename"}]),
        certification("x-2", last_exam="2026-09-28", successors=[{"id": "x-3", "relation": "partial"}]),
        certification("x-3"),
    )
    (found,) = successors(rows.certifications["x-1"], rows, AS_OF)
    assert (found.id, found.relation) == ("x-3", Succession.PARTIAL)


def test_editions_go_both_ways_but_not_over_partial_successors() -> None:
    rows = catalogue(
        certification("x-1", successors=[{"id": "x-2", "relation": "direct_replacement"}]),
        certification("x-2", successors=[{"id": "x-3", "relation": "partial"}]),
        certification("x-3"),
    )
    assert editions("x-2", rows) == {"x-1", "x-2"}
    assert editions("x-3", rows) == {"x-3"}
    assert editions("unheard-of", rows) == {"unheard-of"}


# ---- the shipped catalogue


def test_links_topics_and_skills_lead_somewhere(builtin: Any) -> None:
    for one in builtin.certifications.values():
        for link in one.successors:
            assert link.id in builtin.certifications, one.id
        for skill in (*one.topics, *(covered.id for covered in one.skills)):
            assert skill in builtin.skills, one.id


def test_dates_are_days_and_prices_are_no_guesses(builtin: Any) -> None:
    for one in builtin.certifications.values():
        for printed in (one.first_exam, one.beta_from, one.last_exam, one.retired_on, one.verified_on):
            assert printed is None or date.fromisoformat(f"{printed}-01-01"[:10])
        assert one.cost_verified is False or one.cost_usd is not None, one.id
        assert one.verification != "dated" or one.verified_on is not None, one.id


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("aws-mls-c01", "retired"),
        ("aws-mla-c01", "retired"),
        ("aws-mla-c02", "beta"),
        ("aws-dva-c02", "retiring"),
        ("aws-dva-c03", "upcoming"),
        ("gcp-pmle", "active"),
        ("tensorflow-developer-certificate", "retired"),
        ("coursera-stanford-ml-classic", "retired"),
        ("fcc-machine-learning-with-python", "legacy"),
        ("ms-dp-100", "retired"),
        ("mit-pe-ml-ai-certificate", "unverified"),
        ("harvardx-ph125-8x", "unverified"),
        ("rn-license", "unverified"),
    ],
)
def test_known_standings_in_november_2026(builtin: Any, name: str, state: str) -> None:
    assert availability(builtin.certifications[name], AS_OF) is Availability(state)


def test_the_replacement_of_the_retired_speciality_is_over_the_second_gone_one(builtin: Any) -> None:
    rows = builtin.certifications
    assert {each.id for each in successors(rows["aws-mla-c01"], builtin, AS_OF)} == {"aws-mla-c02"}
    assert "aws-mla-c02" in {each.id for each in successors(rows["aws-mls-c01"], builtin, AS_OF)}
    assert successors(rows["tensorflow-developer-certificate"], builtin, AS_OF) == ()


def test_standings_agree_with_the_fact_check_of_november_2026(builtin: Any) -> None:
    path = SHARED / "spec" / "certifications.yaml"
    if not path.is_file():
        pytest.skip("the fact check is not beside the checkout")
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))["certifications"]
    # one is called active there and, in its own note, unverified
    expected = {
        row["id"]: row["status"] for row in rows if row["id"] != "databricks-context-engineering-associate"
    }
    found = {each: availability(builtin.certifications[each], AS_OF).value for each in expected}
    assert found == expected
    never = {row["id"] for row in rows if row["recommendable_2026_11_21"] is False}
    offered = {each for each in never if suitability(builtin.certifications[each], AS_OF).recommendable}
    # a beta for business roles: nothing that it covers is enough for it to be suggested
    assert offered <= {"aws-aib-c01"}
    strategist = builtin.certifications["aws-aib-c01"]
    assert strategist.topics == ()
    assert all(covered.share < 0.7 for covered in strategist.skills)
