"""Degrees and certificates that need not be held yet."""

import pytest

from gapcheck.taxonomy import Kind


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("CPA or CPA in progress", "in progress"),
        ("ACCA qualified, or working towards it", "in progress"),
        (
            "Must hold a forklift licence or be able to obtain one within 6 months",
            "to be obtained within 6 months",
        ),
        ("Notary licence or willingness to obtain", "to be obtained"),
        ("Licensed notary or eligible to become licensed", "to be obtained"),
        ("CPA", ""),
        ("CPA, and the ability to gain the trust of clients", ""),
        ("Must hold a forklift licence; trucks are in progress of renewal within the yard", ""),
    ],
)
def test_what_a_certificate_row_accepts(asked, text, accepted) -> None:
    (row,) = [each for each in asked(text) if each.kind is Kind.CERTIFICATION]
    assert row.pending == accepted


def test_the_last_of_several_certificates_may_come_later(asked) -> None:
    rows = asked("CPA and PMP, to be obtained within 6 months")
    assert [each.pending for each in rows] == ["", "to be obtained within 6 months"]


@pytest.mark.parametrize(
    ("text", "fields", "accepted"),
    [
        ("Currently enrolled in a bachelor's degree in forestry", ("forestry",), "in progress"),
        ("Currently pursuing a bachelor's degree in forestry", ("forestry",), "in progress"),
        ("Bachelor's degree in forestry, completed or in progress", ("forestry",), "in progress"),
        ("Bachelor's degree in forestry; you advise students", ("forestry",), ""),
    ],
)
def test_a_degree_under_way(asked, text, fields, accepted) -> None:
    (row,) = [each for each in asked(text) if each.kind is Kind.EDUCATION]
    assert (row.degree.fields, row.pending) == (fields, accepted)
