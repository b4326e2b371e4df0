"""Phrases that come close to the name of a skill, by TF-IDF: proposed as possible, not counted as met.

Only a verb that opens a clause, with the very object of the name ("Checked the citations" for citation checking),
counts as the skill in other words.

The terms are word stems and character n-grams, weighed over the taxonomy's own names (see `tfidf`).
A cosine alone accepts look-alikes ("bridge structures" for data structures). So a phrase must first be a name in
other forms of its words (see `reworded_names`). A phrase has two content words at least; single words are aliases or nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version

from gapcheck.config import Policy
from gapcheck.matching.assertion import Assertions, Claim, assertions
from gapcheck.matching.fields import belongs_to_a_field
from gapcheck.matching.mentions import CLAIMED, Assertion, Method, Passage, SkillMention
from gapcheck.matching.reworded_names import RewordedNames, forms, is_done
from gapcheck.matching.skill_names import names_of
from gapcheck.matching.tfidf import TermWeights, character_ngrams
from gapcheck.spans import Span
from gapcheck.taxonomy.compiled import code_version, load_section, save_section
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.enums import Kind
from gapcheck.taxonomy.model import Skill
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.content_words import Run
from gapcheck.text.tokens import Token, tokenize
from gapcheck.text.word_forms import stem

_SECTION = "weights"
_CODE = (
    "matching/similarity",
    "matching/reworded_names",
    "matching/tfidf",
    "text/content_words",
    "text/inflection",
    "text/patterns",
    "text/spelling",
    "text/tokens",
    "text/word_forms",
)


def terms(words: Sequence[str]) -> list[str]:
    """The terms of a phrase: the stem of each word, and its character n-grams."""
    return [*name_stems(words), *character_ngrams(words)]


def name_stems(words: Sequence[str]) -> tuple[str, ...]:
    """The stem of each word, as the weights of names know it."""
    return tuple(f"={stem(word)}" for word in words)


def propose(
    text: str, passages: Sequence[Passage], wanted: Sequence[Skill], taxonomy: Taxonomy, policy: Policy
) -> tuple[SkillMention, ...]:
    """Mentions of `wanted` skills (those that nothing else shows) that the passages come close to.

    Each has Method.SIMILARITY and its cosine, at least the policy's threshold; at most the policy's limit for one
    skill, the closest ones. What the text denies, defers or gives away is not proposed.
    """
    names = RewordedNames.of(wanted)
    known = names_of(taxonomy)
    found: dict[str, list[SkillMention]] = {}
    for passage in passages:
        if passage.silent is not None or passage.assertion is not Assertion.PRESENT:
            continue
        tokens = tokenize(text, passage.span)
        for phrase in names.phrases(tokens):
            for skill, close in names.close_to(phrase, tokens):
                printed = known.of(tuple(token.norm for token in tokens[phrase.start : phrase.end]))
                if any(name.own for name in printed):
                    continue
                weights = weights_of(taxonomy)
                said = weights.vector(terms(phrase.words))
                cosine = max(said.cosine(weights.vector(terms(form))) for form in close)
                if cosine < policy.similarity.threshold or _rival(skill, phrase, tokens, taxonomy):
                    continue
                if claim := _claim(assertions(taxonomy), phrase, tokens):
                    mention = _mention(skill, claim, cosine, phrase, tokens, text)
                    if _is_told(skill, passage, taxonomy) and is_done(phrase, tokens, close):
                        mention = replace(mention, method=Method.PATTERN, rule="verb and object of the name")
                    found.setdefault(skill, []).append(mention)
    best = (each for mentions in found.values() for each in _best(mentions, policy.similarity.limit))
    return tuple(sorted(best, key=lambda each: (each.span, each.skill)))


def _is_told(skill: str, passage: Passage, taxonomy: Taxonomy) -> bool:
    """Whether a deed can show a skill here: no item of a list does, and no soft skill or other trades' word is one deed."""
    known = taxonomy.skills.get(skill)
    soft = known is not None and known.kind is Kind.SOFT_SKILL
    return not (passage.listing or soft or belongs_to_a_field(skill, taxonomy))


def _rival(skill: str, phrase: Run, tokens: Sequence[Token], taxonomy: Taxonomy) -> bool:
    """Whether the phrase is also covered by a skill that only looks alike."""
    known = taxonomy.skills.get(skill)
    never = [taxonomy.skills[each] for each in known.never if each in taxonomy.skills] if known else []
    return any(True for _ in RewordedNames.of(never).close_to(phrase, tokens))


def _claim(rules: Assertions, phrase: Run, tokens: Sequence[Token]) -> Claim | None:
    """What is said of the phrase and of its last word, if both are claimed."""
    places = [(phrase.start, phrase.end), (phrase.end - 1, phrase.end)]
    (claim,) = rules.claims(tokens, [], [places])
    return claim if claim.assertion in CLAIMED and not claim.expired else None


def _mention(
    skill: str, claim: Claim, cosine: float, phrase: Run, tokens: Sequence[Token], text: str
) -> SkillMention:
    span = Span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
    return SkillMention(
        skill,
        span,
        span.of(text),
        Method.SIMILARITY,
        claim.assertion,
        claim.cue,
        exposure=claim.exposure,
        similarity=round(cosine, 4),
        rule="TF-IDF",
    )


def _best(mentions: Sequence[SkillMention], limit: int) -> list[SkillMention]:
    """The closest ones; of two that overlap the closer."""
    kept: list[SkillMention] = []
    for mention in sorted(mentions, key=lambda each: (-each.similarity, each.span)):
        if len(kept) < limit and not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return kept


def name_weights(skills: Mapping[str, Skill]) -> TermWeights:
    """How telling each term is among the names of skills, from an earlier run if one has asked."""
    fingerprint = getattr(skills, "fingerprint", "")
    if not fingerprint:
        return _weighed(skills)
    code = f"{code_version(*_CODE)} scikit-learn {version('scikit-learn')}"
    if kept := load_section(fingerprint, _SECTION, code):
        unseen, idf = json.loads(kept[0])
        return TermWeights(idf, unseen)
    weights = _weighed(skills)
    save_section(fingerprint, _SECTION, code, [json.dumps([weights.unseen, dict(weights.idf)]).encode()])
    return weights


def _weighed(skills: Mapping[str, Skill]) -> TermWeights:
    names = {form for skill in skills.values() for form in forms(skill)}
    return TermWeights.of([terms(name) for name in sorted(names)])


weights_of: Derived[Taxonomy, TermWeights] = Derived(lambda taxonomy: name_weights(taxonomy.skills))
