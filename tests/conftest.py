"""What packages of tests share: the shipped taxonomy with its matcher, and how property tests run.

No time limit for one example, since a busy machine is no fault of the code.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from gapcheck.matching import PhraseSkillMatcher
from gapcheck.taxonomy import Taxonomy, load

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return load()


@pytest.fixture(scope="session")
def matcher(taxonomy: Taxonomy) -> PhraseSkillMatcher:
    return PhraseSkillMatcher(taxonomy)
