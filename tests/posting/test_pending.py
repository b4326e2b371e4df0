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
        ("Willingness to obtain a forklift licence", "to be obtained"),
        ("Ability to obtain a CDL within 30 days", "to be obtained within 30 days"),
        ("Ability to obtain and maintain a CDL", "to be obtained"),
        ("CPA", ""),
        ("CPR certification and the ability to obtain and label blood samples", ""),
        ("Licensed practical nurse, licensed by the Board of Sampleton", ""),
        ("PMP, gained by sitting the exam", ""),
        ("Forklift licence obtained before you apply", ""),
        ("CPR certification earned within the past three years", ""),
        ("Forklift licence renewed within 18 months", ""),
        ("Clean CDL licence, within 6 months of applying", ""),
        ("HGV licence and ability to secure pallets", ""),
        ("Notary licence and ability to earn the respect of clerks", ""),
        ("CPA licence and a habit of working towards short deadlines", ""),
        ("CPA and three years of tracking work in progress", ""),
        ("You are pursuing a career with animals and hold a CPA", ""),
        ("CPA, and the ability to gain the trust of clients", ""),
        ("Must hold a forklift licence; trucks are in progress of renewal within the yard", ""),
    ],
)
def test_what_a_certificate_row_accepts(asked, text, accepted) -> None:
    (row,) = [each for each in asked(text) if each.kind is Kind.CERTIFICATION]
    assert row.pending == accepted


def test_who_certifies_is_no_part_of_what_is_accepted(asked) -> None:
    rows = asked("ServSafe manager, certified by the National Sample Association")
    assert any("servsafe" in each.certifications for each in rows)


def test_the_last_of_several_certificates_may_come_later(asked) -> None:
    rows = asked("CPA and PMP, to be obtained within 6 months")
    assert [each.pending for each in rows] == ["", "to be obtained within 6 months"]


@pytest.mark.parametrize(
    ("text", "fields", "accepted"),
    [
        ("Currently enrolled in a bachelor's degree in forestry", ("forestry",), "in progress"),
        ("Currently pursuing a bachelor's degree in forestry", ("forestry",), "in progress"),
        ("Bachelor's degree in forestry, completed or in progress", ("forestry",), "in progress"),
        ("Bachelor's degree in forestry, or currently enrolled in one", ("forestry",), "in progress"),
        ("Bachelor's degree in forestry, expected graduation by June", ("forestry",), "in progress"),
        ("Bachelor's degree in forestry; you advise students", ("forestry",), ""),
        ("The right candidate for the job holds a bachelor's degree in forestry", ("forestry",), ""),
        ("Bachelor's degree in forestry and two years of coaching graduate student teams", ("forestry",), ""),
        ("Bachelor's degree in forestry and experience with a current student archive", ("forestry",), ""),
    ],
)
def test_a_degree_under_way(asked, text, fields, accepted) -> None:
    (row,) = [each for each in asked(text) if each.kind is Kind.EDUCATION]
    assert (row.degree.fields, row.pending) == (fields, accepted)


@pytest.mark.parametrize(
    "text",
    [
        "Hands-on work with SEM/EDS",
        "Three years of EDS measurements",
        "Experience with HBA cards and switches",
        "Two years as an education specialist",
    ],
)
def test_letters_and_posts_that_are_no_degree(asked, text) -> None:
    assert not [each for each in asked(text) if each.kind is Kind.EDUCATION]
