"""Places outside of the tests that several of them need, and the shipped taxonomy, loaded once for all."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from gapcheck import Analyzer
from gapcheck.matching import PhraseSkillMatcher
from gapcheck.taxonomy import Taxonomy, load

ROOT = Path(__file__).resolve().parents[1]
TAXONOMY = ROOT / "skills_taxonomy"
SHARED = Path(os.environ.get("GAPCHECK_SHARED") or ROOT.parent / "shared")
"""Documents and references that are not part of this repository; tests that need them are skipped without them."""


@cache
def shipped_taxonomy() -> Taxonomy:
    return load()


@cache
def shipped_matcher() -> PhraseSkillMatcher:
    return PhraseSkillMatcher(shipped_taxonomy())


@cache
def shipped_analyzer() -> Analyzer:
    return Analyzer()
