"""Skills as a job document's own names are looked for in a resume: by these names alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from threading import Lock

from gapcheck.matching.matcher import PhraseSkillMatcher
from gapcheck.matching.own_words import OwnWords
from gapcheck.taxonomy.model import Alias, Kind, NameMatch, Skill
from gapcheck.taxonomy.taxonomy import Taxonomy

_SHORT_NAME = 2
"""Characters of a name (R, Go) that means too much else to be believed without context."""


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
        update={"label": guarded[0], "match": NameMatch.CASED, "aliases": aliases, "patterns": ()}
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
        self, terms: Iterable[Skill], asked: Iterable[str]
    ) -> tuple[Taxonomy, PhraseSkillMatcher | None]:
        """The taxonomy with `terms` that it lacks, and a matcher of these and of the names of the skills `asked` alone.

        Of the latter those names that otherwise need context to be believed.
        """
        known = self._taxonomy.skills
        named = (without_guard(known[skill]) for skill in dict.fromkeys(asked) if skill in known)
        skills = (*terms, *filter(None, named))
        if not skills:
            return self._taxonomy, None
        with self._lock:
            if self._kept is None or self._kept[0] != skills:
                alone = replace(self._taxonomy, skills={each.id: without_relations(each) for each in skills})
                new = [each for each in skills if each.id not in known]
                wider = self._taxonomy.with_skills(new) if new else self._taxonomy
                # a certificate's name has no other forms: its own patterns say how it may be written
                worded = (each for each in new if each.kind is not Kind.CERTIFICATION)
                own = OwnWords(worded, self._taxonomy)
                self._kept = (skills, wider, PhraseSkillMatcher(alone, own))
            return self._kept[1], self._kept[2]
