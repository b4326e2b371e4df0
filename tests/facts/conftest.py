"""The parsers of facts with the shipped word lists."""

import pytest

from gapcheck.facts.dates import date_parser
from gapcheck.facts.durations import duration_parser
from gapcheck.facts.languages import language_parser


@pytest.fixture(scope="session")
def dates(taxonomy):
    return date_parser(taxonomy)


@pytest.fixture(scope="session")
def durations(taxonomy):
    return duration_parser(taxonomy)


@pytest.fixture(scope="session")
def languages(taxonomy):
    return language_parser(taxonomy)
