"""The question that a taxonomy's own examples are tested with."""

from __future__ import annotations

import pytest

from gapcheck.matching.matcher import example_runner


@pytest.mark.parametrize(
    ("skill", "sentence", "wanted"),
    [
        ("python", "Wrote it in Python", True),
        ("python", "No experience with Python", False),
        ("model-deployment", "Shipped three models", True),
        ("c", "Series C", False),
    ],
)
def test_a_sentence_names_a_skill_when_it_claims_it(taxonomy, skill, sentence, wanted):
    assert example_runner(taxonomy)(taxonomy.skills[skill], sentence) is wanted
