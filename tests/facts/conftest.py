"""The parsers of facts with the shipped word lists."""

import pytest

from gapcheck.facts.dates import DateParser


@pytest.fixture(scope="session")
def dates(taxonomy):
    return DateParser(taxonomy.dates)
