"""A certificate or course is suggested only for what it is about, and for people whose posting asks for that."""

import pytest

from tests.clerk import report_of


def courses(*asked):
    found = report_of(*asked).certifications
    return " ".join([*(each.name for each in found.suggested), *(each.title for each in found.free)])


def test_mathematics_for_another_field_is_for_that_field():
    assert "Mathematics for Machine Learning" not in courses("Mathematics")
    assert "Mathematics for Machine Learning" in courses("Mathematics", "Machine learning")


@pytest.mark.parametrize(("asked", "taught"), [(["Python"], False), (["Python", "Apache Spark"], True)])
def test_a_certificate_for_a_tool_is_for_who_is_asked_for_that_tool(asked, taught):
    assert ("Developer for Apache Spark" in courses(*asked)) is taught
