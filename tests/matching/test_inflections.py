"""The forms of words, and the wordings and patterns that use them."""

from __future__ import annotations

import pytest

from gapcheck.errors import TaxonomyError
from gapcheck.matching.skill_patterns import SkillPatterns
from gapcheck.taxonomy.model import Skill
from gapcheck.text.inflection import forms
from gapcheck.text.patterns import compile_pattern
from gapcheck.text.tokens import tokenize


@pytest.mark.parametrize(
    ("base", "has", "has_not"),
    [
        ("plan", "plans planned planning", "planed planing"),
        ("build", "builds built building", "builts"),
        ("write", "writes wrote written writing", "writeing"),
        ("model", "models modelled modeled modelling modeling", ""),
        ("deploy", "deploys deployed deploying", "deploied"),
        ("carry", "carries carried carrying", "carrys"),
        ("coach", "coaches coached coaching", "coachs"),
        ("organise", "organised organized organizing organises", ""),
        ("analyse", "analyses analyzed analyzing", ""),
        ("oversee", "oversees oversaw overseen overseeing", ""),
        ("debug", "debugged debugging debugs", "debuged"),
        ("visit", "visited visiting", "visitted"),
        ("person", "people", ""),
        ("tie", "tied tying ties", ""),
    ],
)
def test_forms(base, has, has_not):
    found = forms(base)
    assert found >= {base, *has.split()}
    assert found.isdisjoint(has_not.split())


@pytest.mark.parametrize(
    ("wording", "text", "fits"),
    [
        ("train+ ... <model>", "trained two networks", True),
        ("train+ ... <model>", "Retraining models", False),
        ("NUM <model>", "nine models", True),
        ("NUM <model>", "9 models", True),
        ("NUM <model>", "fine models", False),
        ("train+ NUM? <model>", "trained 9 models", True),
        ("train+ NUM? <model>", "trained models", True),
    ],
)
def test_forms_and_sets_in_patterns(wording, text, fits):
    skill = Skill(id="it", label="it", patterns=(wording,))
    found = SkillPatterns({"it": skill}, {"model": ("model+", "network+")}).find(tokenize(text))
    assert bool(found) is fits


@pytest.mark.parametrize("pattern", ["... models", "train+ <nobody>", "_ model"])
def test_a_pattern_that_is_no_wording_is_an_error_that_names_the_skill(pattern):
    skill = Skill(id="threat-modeling", label="threat modeling", patterns=(pattern,))
    with pytest.raises(TaxonomyError, match="threat-modeling"):
        SkillPatterns({"threat-modeling": skill}, {})


def test_a_number_may_begin_a_wording():
    assert compile_pattern("NUM people").longest(tokenize("twelve people"), 0) == 2
