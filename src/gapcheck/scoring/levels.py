"""A skill at the level that a row asks for: of a language that people speak, or of a tool."""

from __future__ import annotations

from gapcheck.facts.language_tests import NAMES
from gapcheck.scoring.proofs import Grade, Proof
from gapcheck.scoring.strength import Strength, Strengths
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Requirement

_BASIC = 2
"""A language that is known no better than this (A2) is not what a row asks for that sets no level."""


def at_level(found: Strength, row: Requirement, strengths: Strengths) -> Strength:
    """A strength at the level that is printed with the name, where the row asks for one."""
    if row.kind is Kind.LANGUAGE:
        return _language_at_level(found, row.proficiency, strengths)
    if row.proficiency is None or row.kind is Kind.SOFT_SKILL:
        return found
    return _tool_at_level(found, row.proficiency, strengths)


def _language_at_level(found: Strength, asked: int | None, strengths: Strengths) -> Strength:
    """A language at the highest level that the resume prints; where it prints none, that is to be asked for.

    Work in a language shows that it is spoken, and not how fluently; so does a resume that is written in it.
    """
    if found.proof is None:
        written = strengths.profile.written.get(found.skill)
        if written is None:
            return found
        found = Strength(
            found.skill, *(written.strength,) * 3, written.grade, "the resume is written in it", proof=written
        )
    worth, proofs = strengths.policy.language, _printing(found, strengths)
    if best := max(proofs, key=lambda each: each.level or 0, default=None):
        level = best.level or 0
        short = asked - level if asked else int(level <= _BASIC)
        if short <= 0:
            return found
        factor = worth.one_level_below if short == 1 else worth.lower
        words = f"{_both_levels(asked, level)} x {factor:.2f}"
        return scaled(found, factor, words)._replace(levelled=best)
    if asked is None or (found.grade is Grade.SHOWN and asked <= worth.shown_level):
        return found
    factor = worth.level_unstated
    words = f"{NAMES[asked]} asked for, no level printed: ask x {factor:.2f}"
    less = scaled(found, factor, words)
    return less._replace(low=round(found.low * worth.lower, 6), high=found.high, unstated=True)


def _printing(found: Strength, strengths: Strengths) -> list[Proof]:
    """The proofs of a language that have a level."""
    skill = found.proof.skill if found.proof is not None else found.skill
    return [each for each in strengths.profile.proofs.get(skill, ()) if each.level is not None]


def _tool_at_level(found: Strength, asked: int, strengths: Strengths) -> Strength:
    """A tool at the highest level that is printed with its name; printed nowhere, it is what it is without one.

    Who prints "basic" where the basics are asked for has all of it.
    """
    profile, policy = strengths.profile, strengths.policy
    levels = profile.levels
    if levels is None or found.proof is None or found.via == "related":
        return found
    proofs = [p for p in profile.proofs.get(found.proof.skill, ()) if p.evidence is not None and p.strength]
    printed = [
        (level, p)
        for p in proofs
        if p.evidence and (level := levels.at(Span(p.evidence.start, p.evidence.end)))
    ]
    if not printed:
        return found
    level, proof = max(printed, key=lambda each: each[0])
    short = asked - level
    factor = (
        1.0 if short <= 0 else policy.tool_level.one_level_below if short == 1 else policy.tool_level.lower
    )
    if found.proof.modest:
        factor /= policy.claim.exposure
    words = f"{levels.name(asked)} asked for, {levels.name(level)} printed x {factor:.2f}"
    return scaled(found, factor, words)._replace(levelled=proof)


def levels_in_short(found: Strength, row: Requirement, strengths: Strengths) -> str:
    """Both levels in a few words, where a strength was judged by one that is printed, or for want of one."""
    if strengths.bare or found.proof is None:
        return ""
    if row.kind is Kind.LANGUAGE:
        return _languages_in_short(found, row.proficiency)
    levels, proof = strengths.profile.levels, found.levelled
    if levels is None or proof is None or proof.evidence is None:
        return ""
    level = levels.at(Span(proof.evidence.start, proof.evidence.end))
    return f"{levels.name(row.proficiency or 0)} asked for, {levels.name(level or 0)} printed"


def _languages_in_short(found: Strength, asked: int | None) -> str:
    if found.levelled is not None:
        return _both_levels(asked, found.levelled.level or 0)
    return (
        f"{NAMES[asked]} asked for, level not stated; ask in an interview" if asked and found.unstated else ""
    )


def _both_levels(asked: int | None, level: int) -> str:
    return f"{NAMES[asked]} asked for, {NAMES[level]} printed" if asked else f"no more than {NAMES[level]}"


def scaled(found: Strength, factor: float, words: str) -> Strength:
    """A strength times a factor, which its reason says in `words`."""
    return Strength(
        found.skill,
        round(found.value * factor, 6),
        round(found.low * factor, 6),
        round(found.high * factor, 6),
        found.grade,
        f"{found.reason}; {words}" if found.reason else "",
        found.via,
        found.proof,
        found.levelled,
        found.unstated,
    )
