"""Whether a skill's name in a run of capitals is part of another name: a firm's, a person's, a place's ("Swift Transport").

Inside a sentence only names have capitals. Where the next capitalised word goes with no tool of the skill's kind in any
name that the taxonomy knows ("Snowflake Warehouse" does, "Snowflake Ice Cream" does not), the run names something
else, unless another skill of the kind stands beside it.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from gapcheck.matching.phrases import Hit
from gapcheck.matching.relations import one_family, relations_of
from gapcheck.taxonomy.compiled import code_version, load_section, save_section
from gapcheck.taxonomy.enums import Kind
from gapcheck.taxonomy.model import Skill
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.inflection import forms
from gapcheck.text.patterns import clause_starts
from gapcheck.text.tokens import Token, norms

_SECTION = "words_of_names"
_CODE = ("matching/other_names", "text/tokens", "text/inflection")
_WIDELY_USED = 4
"""Kinds of skills in whose names a word stands that goes with any of them: service, management."""
_SMALL_WORDS = 2
"""Words in small letters that a sentence has; a line in title case has none beside "the" and the like."""
_LONG = 4
"""Letters of a word that title case prints with a capital."""


class OtherNames:
    """Tells such runs, by the words of a taxonomy's names, titles and certificates."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._skills, self._relations = taxonomy.skills, relations_of(taxonomy)
        titles, context = taxonomy.job_titles, taxonomy.assertion_cues.context
        self._taxonomy = taxonomy
        self._titles = (titles.heads, titles.titles, titles.modifiers, titles.seniority)
        self._uses = context.after
        self._at = frozenset(context.place_before)

    def among(self, hits: Sequence[Hit], tokens: Sequence[Token]) -> Iterator[tuple[Hit, Token]]:
        """The hits that are part of other names, each with the capitalised word beside it that shows it.

        `tokens` are those of a passage that is no list and no row of tags.
        """
        if sum(_is_small(token) for token in tokens) < _SMALL_WORDS:
            return
        named = {at for each in hits for at in range(each.start, each.end)}
        for hit in hits:
            word = self._beside(hit, tokens, named)
            if word is not None and not self._in_company(hit, hits, tokens):
                yield hit, word

    def _beside(self, hit: Hit, tokens: Sequence[Token], named: Container[int]) -> Token | None:
        """The neighbour with a capital that no skill of the hit's kind has in its name."""
        known = self._skills.get(hit.skill)
        if known is None or len(hit) > 1 or not _like_a_name(tokens[hit.start]):
            return None
        soft = known.kind is Kind.SOFT_SKILL
        if soft == hit.name.printed[:1].isupper() or (soft and clause_starts(tokens, hit.start)):
            return None
        after, at = (tokens[hit.end] if hit.end < len(tokens) else None), hit.start - 1
        if after is not None and _goes_on(after):
            return None if hit.end in named or self._goes_with(after.norm, known) else after
        if soft or at < 1 or at in named or not _like_a_name(tokens[at]) or not _goes_on(tokens[hit.start]):
            return None
        placed = tokens[at - 1].norm in self._at and not self._goes_with(tokens[at].norm, known)
        return tokens[at] if placed and (after is None or not after.is_word or not _is_small(after)) else None

    def _in_company(self, hit: Hit, hits: Sequence[Hit], tokens: Sequence[Token]) -> bool:
        """Whether a skill of its kind is named with it; but who worked at a place worked at no tool.

        Whatever is of one nation ("the German Consulate") may stand beside another's.
        """
        known = self._skills.get(hit.skill)
        if (hit.start and tokens[hit.start - 1].norm in self._at) or (known and known.kind is Kind.LANGUAGE):
            return False
        return any(each.start != hit.start and self._relations.akin(hit.skill, each.skill) for each in hits)

    def _goes_with(self, word: str, skill: Skill) -> bool:
        """Whether a word stands in names of this kind, or in those of many kinds."""
        if word in self._general:
            return True
        kinds = self._kinds.get(word, ())
        widely = len(kinds) >= _WIDELY_USED and skill.kind is not Kind.LANGUAGE
        return widely or any(one_family(kind, skill.category) for kind in kinds)

    @cached_property
    def _general(self) -> frozenset[str]:
        """Words that go with any tool: of titles, of certificates, and of what is done with tools."""
        names = (each.name for each in self._taxonomy.certifications.values())
        words = {norm for text in (*names, *chain.from_iterable(self._titles)) for norm in norms(text)}
        plural = {form for word in self._titles[0] for form in forms(word)}
        uses = {form for word in self._uses for form in forms(word.rstrip("+"))}
        return frozenset(words | plural | uses)

    @cached_property
    def _kinds(self) -> Mapping[str, Sequence[str]]:
        """Word -> the categories of the skills in whose names it stands behind another one."""
        fingerprint = getattr(self._skills, "fingerprint", "")
        if fingerprint and (kept := load_section(fingerprint, _SECTION, code_version(*_CODE))):
            return dict(json.loads(kept[0]))
        made = _kinds_of_words(self._skills.values())
        if fingerprint:
            line = json.dumps(made, separators=(",", ":")).encode()
            save_section(fingerprint, _SECTION, code_version(*_CODE), [line])
        return made


def _kinds_of_words(skills: Iterable[Skill]) -> dict[str, list[str]]:
    kinds: dict[str, set[str]] = {}
    for skill in skills:
        for name in (skill.label, *(alias.name for alias in skill.aliases)):
            for norm in norms(name)[1:]:
                for form in (norm, f"{norm}s", norm.removesuffix("s")):
                    kinds.setdefault(form, set()).add(skill.category)
    return {word: sorted(found) for word, found in sorted(kinds.items())}


def _is_small(token: Token) -> bool:
    return len(token.form) >= _LONG and token.form.isalpha() and token.form.islower()


def _like_a_name(token: Token) -> bool:
    """Whether a word is printed with one capital, as names are and abbreviations are not."""
    return token.form[:1].isupper() and token.form[1:].isalpha() and token.form[1:].islower()


def _goes_on(token: Token) -> bool:
    """Whether a word with a capital continues a name."""
    return _like_a_name(token) and not token.line_start and not token.glued and not token.hyphen
