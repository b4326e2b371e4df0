"""A number from a document is read by one function, which never raises."""

from __future__ import annotations

import pytest

from gapcheck.text.numbers import decimal_of, number_of


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12.0), ("1.5", 1.5), (".5", 0.5), ("-9999", -9999.0), ("3.", 3.0)]
)
def test_numbers_as_css_writes_them(text, number):
    assert decimal_of(text) == number


@pytest.mark.parametrize("text", ["", "²", "1.2.3", "...", "9" * 5000, "1e999", "٣", "nan"])
def test_what_is_no_number_is_none(text):
    assert decimal_of(text) is None
    assert number_of(text) is None
