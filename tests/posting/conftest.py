from collections.abc import Callable

import pytest

from gapcheck.matching import PhraseSkillMatcher
from gapcheck.posting import JobPosting, Statement, parse
from gapcheck.reading import read
from gapcheck.taxonomy import Taxonomy

Reader = Callable[..., JobPosting]
Asker = Callable[..., tuple[Statement, ...]]


@pytest.fixture(scope="session")
def posting(taxonomy: Taxonomy, matcher: PhraseSkillMatcher) -> Reader:
    def _posting(text: str, name: str = "posting.txt") -> JobPosting:
        return parse(read(text.encode(), name=name), taxonomy, matcher)

    return _posting


@pytest.fixture(scope="session")
def asked(posting: Reader) -> Asker:
    """What one bullet under one heading asks for; "prose" puts it into a paragraph instead."""

    def _asked(text: str, heading: str = "Requirements", *, prose: bool = False) -> tuple[Statement, ...]:
        bullet = "" if prose else "- "
        return posting(f"Warehouse Analyst\n\n{heading}\n{bullet}{text}\n").statements

    return _asked


def asked_of(job) -> dict[str, str]:
    """The skills that a posting asks for, each with its necessity."""
    return {
        skill: row.necessity.value
        for row in job.statements
        for skill in row.skills
        if row.necessity != "mentioned"
    }
