"""Every name of a taxonomy by the words that it is looked for with, compiled once and kept between runs.

Compiling writes plurals and other spellings for each name (see `spelling_variants`), which takes longer than anything that is
done with one resume, and a document meets few of the names. So what was compiled is kept as a line of JSON for
each first word, and read when that word is met. It belongs to the rows' own fingerprint; rows that come from no
folder are compiled each time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from gapcheck.matching.spelling_variants import cased_variants, names_norms, variants
from gapcheck.taxonomy.compiled import code_version, load_section, save_section
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.enums import Kind, NameMatch
from gapcheck.taxonomy.model import Skill
from gapcheck.taxonomy.taxonomy import Taxonomy, folded
from gapcheck.text.tokens import tokenize

_SECTION = "names"
_CODE = (
    "matching/skill_names",
    "matching/spelling_variants",
    "text/inflection",
    "text/spelling",
    "text/tokens",
)
Words = tuple[str, ...]
"""Folded tokens."""


class SkillName(NamedTuple):
    """One way to call a skill, as `printed`; `own` is False for a variant that rules made.

    `trade`: it counts only where the document has something else of the trade.
    """

    skill: str
    match: NameMatch
    printed: str
    own: bool = True
    trade: bool = False

    @property
    def forms(self) -> Words:
        """Its tokens as printed."""
        return _forms(self.printed)


@lru_cache(maxsize=4096)
def _forms(printed: str) -> Words:
    return tuple(token.form for token in tokenize(printed))


class NameIndex:
    """The names of skills by their words. Two threads that ask at once for a new word may both read its line."""

    def __init__(self, skills: Mapping[str, Skill]) -> None:
        self._skills = skills
        self._made: dict[str, Mapping[Words, tuple[SkillName, ...]]] = {}
        self._lines: dict[str, bytes] = self._recalled()

    def __contains__(self, word: str) -> bool:
        """Whether a name begins with this word."""
        return word in self._lines or word in self._made

    def beginning(self, word: str) -> Mapping[Words, tuple[SkillName, ...]]:
        """The names that begin with this word, by all their words."""
        found = self._made.get(word)
        if found is None:
            line = self._lines.get(word)
            if line is None:
                return {}
            found = self._made[word] = {
                (word, *rest): tuple(
                    SkillName(skill, NameMatch(match), *more) for skill, match, *more in names
                )
                for rest, names in json.loads(line)
            }
        return found

    def of(self, words: Words) -> tuple[SkillName, ...]:
        """The names that these words are, if any."""
        return self.beginning(words[0]).get(words, ()) if words else ()

    def _recalled(self) -> dict[str, bytes]:
        """The lines kept by an earlier run; else none, and the names are compiled (rows of no file have none)."""
        fingerprint = getattr(self._skills, "fingerprint", "")
        if fingerprint:
            head, *lines = load_section(fingerprint, _SECTION, code_version(*_CODE)) or [b""]
            if head:
                return dict(zip(json.loads(head), lines, strict=True))
        self._compile()
        if fingerprint:
            lines = [
                json.dumps(_packed(each), separators=(",", ":")).encode() for each in self._made.values()
            ]
            head = json.dumps(list(self._made)).encode()
            save_section(fingerprint, _SECTION, code_version(*_CODE), [head, *lines])
        return {}

    def _compile(self) -> None:
        made: dict[str, dict[Words, tuple[SkillName, ...]]] = {}
        for words, names in compiled(self._skills.values()).items():
            made.setdefault(words[0], {})[words] = names
        self._made = dict(made)


def _packed(names: Mapping[Words, tuple[SkillName, ...]]) -> list[tuple[Words, tuple[SkillName, ...]]]:
    return [(words[1:], each) for words, each in names.items()]


def compiled(skills: Iterable[Skill]) -> Mapping[Words, tuple[SkillName, ...]]:
    """Folded tokens -> the names that they are."""
    found: dict[Words, list[SkillName]] = {}
    for skill in skills:
        plural = skill.kind is not Kind.SOFT_SKILL
        for printed, match, trade in (
            (skill.label, skill.match, skill.trade or skill.trade_label),
            *((each.name, each.match, skill.trade or each.trade) for each in skill.aliases),
        ):
            own = names_norms(printed)
            if not own:
                continue
            found.setdefault(own, []).append(SkillName(skill.id, match, printed, trade=trade))
            exact = match is NameMatch.CASED or (match is NameMatch.CONTEXT and not printed.islower())
            for words in () if exact else variants(printed, plural=plural):
                if words != own:
                    made = SkillName(skill.id, match, " ".join(words), own=False, trade=trade)
                    found.setdefault(words, []).append(made)
            if exact and printed.isupper() and printed.isalpha() and 2 < len(printed) < 6:
                words = (f"{own[0]}s",)
                found.setdefault(words, []).append(
                    SkillName(skill.id, match, f"{printed}s", own=False, trade=trade)
                )
            for other in cased_variants(printed):
                words = tuple(other.lower().split())
                found.setdefault(words, []).append(
                    SkillName(skill.id, NameMatch.CASED, other, own=False, trade=trade)
                )
    return {words: tuple(names) if len(names) == 1 else _owners(names) for words, names in found.items()}


def _owners(names: Iterable[SkillName]) -> tuple[SkillName, ...]:
    """Names as printed, if there are any; else the variants. One skill may have the name in several modes."""
    every = tuple(dict.fromkeys(names))
    return tuple(name for name in every if name.own) or every


names_of: Derived[Taxonomy, NameIndex] = Derived(lambda taxonomy: NameIndex(taxonomy.skills))
"""The names of a taxonomy's skills."""


def skills_called(name: str, taxonomy: Taxonomy) -> tuple[Skill, ...]:
    """As `Taxonomy.named`, which makes every row to know its names; not so where an earlier run compiled them."""
    kept = bool(getattr(taxonomy.skills, "fingerprint", ""))
    if not (kept and name.replace(" ", "").isalpha()) or name in taxonomy.skills:
        return taxonomy.named(name)
    called = names_of(taxonomy).of(names_norms(name))
    own = dict.fromkeys(each.skill for each in called if each.own and folded(each.printed) == folded(name))
    return tuple(taxonomy.skills[each] for each in sorted(own))
