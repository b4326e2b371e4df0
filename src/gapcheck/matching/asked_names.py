"""Skills as a job document's own names are looked for in a resume: by these names alone."""

from __future__ import annotations

from gapcheck.taxonomy.model import Alias, NameMatch, Skill

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
