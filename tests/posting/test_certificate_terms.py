"""How old a certificate may be, what is only asked to be proved, and the school that a degree has to be from."""

import pytest

from gapcheck.taxonomy import Kind, Level


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Current sea survival certificate with liferafts (SS+L), within its three years", 36),
        ("Kiln safety certificate less than five years old", 60),
        ("Your kiln safety certificate must be no more than two years old", 24),
        ("Kiln safety certificate, issued in the last two years", 24),
        ("Kiln safety certificate not older than 6 months", 6),
        ("Kiln safety certificate dated within the past six months", 6),
        ("Kiln safety certificate", None),
    ],
)
def test_the_age_of_a_certificate_is_no_experience(asked, text, months):
    (row,) = asked(text)
    assert (row.kind, row.min_months, row.within_months) == (Kind.CERTIFICATION, None, months)
    assert not any(word in row.wording for word in ("year", "month", "old", "within"))


@pytest.mark.parametrize(
    "text",
    [
        "Kiln safety certificate and at least three years of experience with glazing",
        "Kiln safety certificate; 3 years of glazing experience within the last five years",
    ],
)
def test_years_of_work_beside_a_certificate_are_experience(asked, text):
    rows = asked(text)
    assert [row.min_months for row in rows if row.kind is Kind.EXPERIENCE] == [36]
    assert [row.within_months for row in rows if row.kind is Kind.CERTIFICATION] == [None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Proof of certification is required before the first day", []),
        ("Evidence of your current registration will be asked for", []),
        ("Proof of a Bell Founder certificate is required", ["Bell Founder certificate"]),
        ("A Bell Founder certificate is required", ["Bell Founder certificate"]),
    ],
)
def test_proof_of_certification_names_no_certificate(asked, text, names):
    found = [row.wording for row in asked(text) if row.kind is Kind.CERTIFICATION]
    assert len(found) == len(names)
    assert all(name in each for name, each in zip(names, found, strict=True))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Associate or bachelor's degree in dietetics from an ACEND-accredited program", Level.ASSOCIATE),
        ("Associate's, bachelor's or master's degree in surveying", Level.ASSOCIATE),
        ("Bachelor's or master's degree in surveying from an ABET-accredited school", Level.BACHELOR),
        ("Bachelor's degree in surveying", Level.BACHELOR),
    ],
)
def test_a_choice_of_degrees_from_an_accredited_school_is_one_row(asked, text, level):
    (row,) = asked(text)
    assert (row.kind, row.degree.level) == (Kind.EDUCATION, level)


def test_a_person_accredited_by_letters_still_has_a_certificate(asked):
    assert [row.kind for row in asked("ABCD accredited")] == [Kind.CERTIFICATION]
