"""Skills as a job document's own names are looked for in a resume: by these names alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from threading import Lock

from gapcheck.matching.fields import belongs_to_a_field
from gapcheck.matching.matcher import PhraseSkillMatcher
from gapcheck.matching.own_words import OwnWords
from gapcheck.taxonomy.enums import Kind, NameMatch
from gapcheck.taxonomy.model import Alias, Requirement, Skill
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.content_words import content
from gapcheck.text.tokens import norms

_SHORT_NAME = 2
"""Characters of a name (R, Go) that means too much else to be believed without context."""
_LEAST_WORDS = 2
"""Words of a row that are told from ordinary ones in any form."""


def without_guard(skill: Skill) -> Skill | None:
    """A skill with those of its names alone that need context, as they are printed; very short ones still need it."""
    names = [(skill.label, skill.match), *((alias.name, alias.match) for alias in skill.aliases)]
    guarded = [
        name
        for name, match in names
        if match is NameMatch.CONTEXT and len(name) > _SHORT_NAME and not name.islower()
    ]
    if not guarded:
        return None
    aliases = tuple(Alias(name=name, match=NameMatch.CASED) for name in guarded[1:])
    return skill.model_copy(
        update={
            "label": guarded[0],
            "match": NameMatch.CASED,
            "aliases": aliases,
            "patterns": (),
            "trade_patterns": (),
        }
    )


def without_relations(skill: Skill) -> Skill:
    """A skill without its relations, which lead to skills that a matcher of a few terms does not have."""
    return skill.model_copy(update={"broader": (), "implies": (), "related": (), "never": ()})


class AskedNames:
    """Widens a taxonomy by the names that a job document uses. Keeps the last ones: many resumes are compared with one."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._lock = Lock()
        self._kept: tuple[tuple[Skill, ...], Taxonomy, PhraseSkillMatcher] | None = None

    def widened(
        self, terms: Iterable[Skill], rows: Iterable[Requirement]
    ) -> tuple[Taxonomy, PhraseSkillMatcher | None]:
        """The taxonomy with `terms` that it lacks, and a matcher of these and of what the `rows` call their skills alone.

        Of a skill's own names those that otherwise need context to be believed; and the words of the row that asks for it.
        """
        known, asked = self._taxonomy.skills, tuple(rows)
        wanted = dict.fromkeys(skill for row in asked for skill in (*row.skills, row.head or ""))
        reworded = tuple(filter(None, (_reworded(row, self._taxonomy) for row in asked)))
        named = (without_guard(known[skill]) for skill in wanted if skill in known)
        skills = (*reworded, *terms, *filter(None, named))
        if not skills:
            return self._taxonomy, None
        with self._lock:
            if self._kept is None or self._kept[0] != skills:
                alone = replace(self._taxonomy, skills={each.id: without_relations(each) for each in skills})
                new = [
                    each
                    for each in skills
                    if each.id not in known or each.kind is not known[each.id].kind  # asked for as a licence
                ]
                wider = self._taxonomy.with_skills(new) if new else self._taxonomy
                own = OwnWords((*new, *reworded), self._taxonomy)
                self._kept = (skills, wider, PhraseSkillMatcher(alone, own))
            return self._kept[1], self._kept[2]


def _reworded(row: Requirement, taxonomy: Taxonomy) -> Skill | None:
    """The skill that a row asks for by the words of the row, which name it in other forms, too.

    Not of a field whose words are other trades' words, too: who learned to run machines does no machine learning.
    """
    if len(row.skills) != 1 or row.head is not None or row.kind not in {Kind.SKILL, Kind.KNOWLEDGE}:
        return None
    skill = taxonomy.skills.get(row.skills[0])
    if skill is None or skill.kind is not row.kind or len(content(norms(row.title))) < _LEAST_WORDS:
        return None
    if belongs_to_a_field(skill.id, taxonomy):
        return None
    return skill.model_copy(
        update={
            "label": row.title,
            "match": NameMatch.CASELESS,
            "aliases": (),
            "patterns": (),
            "trade_patterns": (),
        }
    )
