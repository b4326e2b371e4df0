"""Names of certificates: with or without issuer and edition, by alias or exam code."""

from __future__ import annotations

from typing import Any

import pytest

from gapcheck.facts.certificates import CertificateFinder, CertificateMatch, certificate_finder
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.model import Certification


def certification(id_: str = "x-one", **given: Any) -> Certification:
    values = {
        "name": "Example One",
        "provider": "Example",
    }
    return Certification.model_validate({"id": id_, **values, **given})


ROWS = (
    certification(
        "acme-ml-01",
        name="Acme Certified Machine Learning Engineer - Associate (A01)",
        provider="Acme Cloud (ACM)",
        exam_code="MLE-A01",
        last_exam="2026-09-28",
        successors=[{"id": "acme-ml-02", "relation": "direct_replacement"}],
    ),
    certification(
        "acme-ml-02",
        name="Acme Certified Machine Learning Engineer - Associate (A02)",
        provider="Acme Cloud (ACM)",
        exam_code="MLE-A02",
        first_exam="2026-10-15",
        aliases=["Acme ML Associate"],
    ),
    certification("acme-ml", name="Acme Certified Machine Learning", provider="Acme Cloud (ACM)"),
    certification(
        "zeta-boats",
        name="Certified Harbour Pilot Master",
        provider="Zeta",
        exam_code="CHP",
        aliases=["CHPM"],
    ),
    certification("zeta-de", name="Professional Data Engineer", provider="Zeta"),
)


@pytest.fixture(scope="module")
def names(taxonomy: Taxonomy) -> CertificateFinder:
    return CertificateFinder(ROWS, taxonomy.certificate_words)


def match(text: str, names: CertificateFinder, issued: str | None = None) -> CertificateMatch | None:
    """The surest of the certificates named, then the longest."""
    found = names.find(text, issued)
    return max(found, key=lambda each: (each.certain, len(each.surface), -each.span.start), default=None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme Certified Machine Learning Engineer – Associate (A02)", "acme-ml-02"),
        ("ACME CERTIFIED MACHINE LEARNING ENGINEER: ASSOCIATE", "acme-ml-01"),
        ("Acme Machine Learning Engineer Associate certification", "acme-ml-01"),
        ("Machine Learning Engineer Associate, issued by ACM", "acme-ml-01"),
        ("Acme certified machine learning, 2024", "acme-ml"),
        ("passed MLE-A02 in spring", "acme-ml-02"),
        ("MLEA01", "acme-ml-01"),
        ("CHPM", "zeta-boats"),
        ("CHP (Zeta)", "zeta-boats"),
        ("CHP", None),
        ("chpm", None),
        ("MLE-A03", None),
        ("Machine Learning Engineer", None),
        ("Certified Machine Learning Expert", None),
        ("Harbour Pilot", None),
    ],
)
def test_a_name_is_found_with_or_without_its_issuer_and_edition(
    names: CertificateFinder, text: str, expected: str | None
) -> None:
    found = match(text, names)
    assert (found.certification.id if found else None) == expected


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        (None, "acme-ml-01"),
        ("2025-06", "acme-ml-01"),
        ("2026-10-20", "acme-ml-02"),
        ("2026-11", "acme-ml-02"),
    ],
)
def test_the_issue_date_picks_the_edition(
    names: CertificateFinder, issued: str | None, expected: str
) -> None:
    found = match("Acme Certified Machine Learning Engineer - Associate", names, issued)
    assert found is not None
    assert found.certification.id == expected


@pytest.mark.parametrize(
    ("text", "issued", "expected"),
    [
        ("Acme ML Associate", "2025-06", "acme-ml-01"),
        ("Acme ML Associate", "2026-11", "acme-ml-02"),
        ("Acme ML Associate", None, "acme-ml-02"),
        ("MLE-A02", "2025-06", "acme-ml-02"),
        ("Acme Certified Machine Learning Engineer - Associate (A02)", "2025-06", "acme-ml-02"),
    ],
)
def test_a_name_that_passed_to_the_next_edition_still_means_the_one_before(
    names: CertificateFinder, text: str, issued: str | None, expected: str
) -> None:
    found = match(text, names, issued)
    assert found is not None
    assert found.certification.id == expected


def test_spans_point_into_the_text_and_several_are_found_in_order(names: CertificateFinder) -> None:
    text = "Held: Acme Certified Machine Learning (2024); CHPM; MLE-A01."
    found = names.find(text)
    assert [each.certification.id for each in found] == ["acme-ml", "zeta-boats", "acme-ml-01"]
    assert all(each.span.of(text) == each.surface for each in found)


def test_a_name_that_is_also_a_job_is_not_certain_by_itself(names: CertificateFinder) -> None:
    bare = match("Professional Data Engineer", names)
    said = match("Professional Data Engineer certification", names)
    assert bare is not None
    assert said is not None
    assert (bare.certain, said.certain) == (False, True)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("Acme machine learning", False),
        ("Acme machine learning, certified 2024", True),
        ("Acme Certified Machine Learning", True),
        ("MLE-A01", True),
        ("CHPM", True),
    ],
)
def test_a_product_or_post_of_an_issuer_is_no_certain_certificate(
    names: CertificateFinder, text: str, *, certain: bool
) -> None:
    found = match(text, names)
    assert found is not None
    assert found.certain is certain


def test_an_issuer_counts_only_in_the_same_sentence(names: CertificateFinder) -> None:
    assert match("Machine Learning Engineer Associate\nAcme Cloud, 2025", names) is not None
    assert match("Machine Learning Engineer Associate. Acme test in progress.", names) is None


def test_every_row_is_found_by_its_own_name_and_code(taxonomy: Taxonomy) -> None:
    for one in taxonomy.certifications.values():
        for printed in (one.name, *([f"{one.exam_code} ({one.provider})"] if one.exam_code else [])):
            found = match(printed, certificate_finder(taxonomy))
            assert found is not None, printed
            assert found.certification.name == one.name, printed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AWS Certified Machine Learning", "aws-mls-c01"),
        ("AWS Certified Machine Learning – Specialty (MLS-C01)", "aws-mls-c01"),
        ("Google Cloud Professional Machine Learning Engineer", "gcp-pmle"),
        ("Google Professional ML Engineer", "gcp-pmle"),
        ("Certified Kubernetes Administrator (CKA)", "lf-cka"),
        ("CKA", "lf-cka"),
        ("PMP", "pmi-pmp"),
        ("AZ-900", "ms-az-900"),
        ("Azure AI Fundamentals", "ms-ai-900"),
        ("AWS Certified Cloud Practitioner", "aws-clf-c02"),
        ("DEA-C01", "aws-dea-c01"),
        ("DEA-C02", "snowflake-dea-c02"),
        ("Oracle Certified Professional: Java SE 11 Developer", "oracle-java-se-11"),
        ("Tableau Desktop Specialist", "tableau-desktop-foundations"),
        ("Certified Nephrology Nurse", "cnn-nephrology"),
        ("School Bus (S) Endorsement", "cdl-passenger-endorsement"),
        ("Drama Endorsement", None),
        ("SAA-C04", None),
        ("CNN", None),
        ("AWS certified", None),
        ("Senior Machine Learning Engineer", None),
    ],
)
def test_names_as_resumes_print_them(taxonomy: Taxonomy, text: str, expected: str | None) -> None:
    found = match(text, certificate_finder(taxonomy))
    assert (found.certification.id if found else None) == expected


def test_a_course_of_tensorflow_is_not_the_closed_exam(taxonomy: Taxonomy) -> None:
    course = match(
        "DeepLearning.AI TensorFlow Developer Professional Certificate", certificate_finder(taxonomy)
    )
    assert course is not None
    assert course.certification.id == "dlai-tensorflow-developer-pc"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("XQC 13B0456E, in date to February 2028", True),
        ("XQC: OT12345", True),
        ("XQC code of conduct", False),
        ("XQC 2019 annual meeting", False),
        ("XQC approved 12000 of them", False),
    ],
)
def test_the_body_of_a_register_with_a_number_there_says_that_somebody_is_registered(taxonomy, text, found):
    row = certification("xqc", name="XQC Registration", provider="Example Council", kind="register")
    finder = CertificateFinder((row,), taxonomy.certificate_words)
    assert [each.certain for each in finder.find(text)] == [True] * found
