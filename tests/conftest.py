"""What packages of tests share: the shipped taxonomy with its matcher, and how property tests run.

No time limit for one example, since a busy machine is no fault of the code.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from gapcheck.matching import PhraseSkillMatcher
from gapcheck.taxonomy import Taxonomy
from tests.places import shipped_matcher, shipped_taxonomy

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def taxonomy() -> Taxonomy:
    return shipped_taxonomy()


@pytest.fixture(scope="session")
def matcher() -> PhraseSkillMatcher:
    return shipped_matcher()
