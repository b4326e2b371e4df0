"""Credit of a row that asks for a degree: level times field, the best of the degrees that the person names."""

from __future__ import annotations

from collections.abc import Sequence

from gapcheck.config import Policy
from gapcheck.facts.field_families import FieldFamilies, field_families
from gapcheck.scoring.judgement import Judgement
from gapcheck.scoring.profile import DegreeClaim
from gapcheck.scoring.proofs import Grade
from gapcheck.taxonomy import Degree, Level, NameMatch, Requirement, Taxonomy
from gapcheck.text.word_forms import alike, family


def education_credit(
    row: Requirement, degrees: Sequence[DegreeClaim], taxonomy: Taxonomy, policy: Policy
) -> Judgement:
    """Judge an education row. The year of a degree is never looked at."""
    asked = row.degree or Degree()
    if not degrees:
        return Judgement(reasons=("no degree was found in the resume",), short="no degree found").clamped()
    judged = [_judged(asked, held, taxonomy, policy, pending=bool(row.pending)) for held in degrees]
    return max(judged, key=lambda each: each.credit).clamped()


_RUNNING = "in progress"


def _judged(
    asked: Degree, held: DegreeClaim, taxonomy: Taxonomy, policy: Policy, *, pending: bool
) -> Judgement:
    level, level_words = _level_credit(asked, held, policy)
    if pending and level_words == _RUNNING:
        level, level_words = 1.0, "in progress, which is accepted"
    fields = [f for f in (held.field, held.implied) if f] or [""]
    field, field_words = max(
        (field_credit(asked, f, taxonomy, policy) for f in fields), key=lambda row: row[0]
    )
    name = f"{held.level.value}{', ' + held.field if held.field else ''}"
    reasons = (f"{name}: {level_words} {level:.2f}", f"{field_words} x {field:.2f}")
    credit = level * field
    high = field if held.status == "in-progress" else credit
    short = (
        level_words
        if level < 1 or held.status == "in-progress"
        else field_words
        if asked.fields
        else level_words
    )
    evidence = (held.evidence,) if held.evidence else ()
    return Judgement(credit, credit, high, Grade.TRAINED, reasons, evidence, short)


def _level_credit(asked: Degree, held: DegreeClaim, policy: Policy) -> tuple[float, str]:
    need = asked.level.rank if asked.level else 0
    rank = held.level.rank
    if held.status == "abandoned":
        rank -= 1
    if held.level is Level.BOOTCAMP and need > 0 and asked.level is not Level.BOOTCAMP:
        return 0.0, "no degree of the level asked for"
    if rank >= need:
        if held.status == "in-progress":
            return policy.education.in_progress, _RUNNING
        return 1.0, "of the level asked for" if asked.level else "a degree"
    if rank == need - 1:
        return policy.education.one_level_below, "one level below"
    return 0.0, "more than one level below"


def field_credit(asked: Degree, field: str, taxonomy: Taxonomy, policy: Policy) -> tuple[float, str]:
    """What a field of study is worth where `asked` names some, and the words for it."""
    worth = policy.education
    if not asked.fields:
        return 1.0, "no field is asked for"
    if not field:
        return worth.unstated_field, "its field is not printed"
    families = field_families(taxonomy)
    if any(families.includes(each, field) for each in asked.fields):
        return worth.named_field, "a field that is named"
    if any(_is_of_skill(each, field, families, taxonomy) for each in asked.fields):
        return worth.named_field, "a field that is named"
    return _by_family(asked, field, families, policy)


def _is_of_skill(asked: str, field: str, families: FieldFamilies, taxonomy: Taxonomy) -> bool:
    """Whether a field has, in any form, the words of a name of the skill that a field of no family is: horticultural science."""
    if families.of(asked):
        return False
    aliases = (a for skill in taxonomy.named(asked) for a in skill.aliases if a.match is not NameMatch.TITLE)
    held, names = families.words(field), map(families.words, {asked, *(alias.name for alias in aliases)})

    def said(word: str) -> bool:
        return any(alike(word, each) or each.startswith(family(word)) for each in held)

    return any(words and all(map(said, words)) for words in names)


def _by_family(asked: Degree, field: str, families: FieldFamilies, policy: Policy) -> tuple[float, str]:
    worth = policy.education
    near = frozenset().union(*map(families.of, asked.fields))
    mine = families.of(field)
    if mine & near and asked.or_related:
        return worth.related_field, "a related field"
    if mine & near:
        return worth.related_field_unasked, "a related field, not one of those named"
    if families.are_adjacent(mine, near):
        return worth.adjacent_field, "a neighbouring field"
    return worth.unrelated_field, "another field"
