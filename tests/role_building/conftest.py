from collections.abc import Callable

import pytest

from gapcheck.matching import PhraseSkillMatcher
from gapcheck.reading import read
from gapcheck.role_building import Understood, understand
from gapcheck.taxonomy import Taxonomy

Understander = Callable[..., Understood]


@pytest.fixture(scope="session")
def understood(taxonomy: Taxonomy, matcher: PhraseSkillMatcher) -> Understander:
    """What is understood of texts, by name; the employers and products in them are invented."""

    def _understood(**texts: str) -> Understood:
        documents = [read(text.encode(), name=f"{name}.txt") for name, text in texts.items()]
        return understand(documents, taxonomy, matcher)

    return _understood
