"""Fields whose ways of speaking are those of other trades, too: who retrains staff after a review trains no models.

What only a pattern shows of such a field counts where the document names the field otherwise (pattern_words.yaml).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from gapcheck.matching.mentions import REFUSED, Discarded, DiscardReason, Genre, Matches, Method, SkillMention
from gapcheck.matching.relations import Relations, relations_of
from gapcheck.matching.skill_names import NameIndex, names_of
from gapcheck.taxonomy.enums import NameMatch
from gapcheck.taxonomy.language.matching_words import FieldOfWork
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.tokens import norms

_SHORT = 2
"""Letters of a name (R, Go) that is never an ordinary word in a list."""
_IN_A_POSTING = 2
"""Names by which a posting, which is shorter than a resume, speaks of a field."""


def within_fields(matches: Matches, taxonomy: Taxonomy, genre: Genre = Genre.RESUME) -> Matches:
    """The matches without those that only a pattern shows, of a field that nothing else in the document speaks of.

    The same holds for names that are ordinary words: those that need context, which a posting gives, and those that
    count in postings and in lists alone ("testing" is of software, but a chemist tests samples). A posting also speaks
    of a field by the title of the job. What only postings call so, and a resume lists, has to be of a category that the
    resume names otherwise, too.
    """
    relations = relations_of(taxonomy)
    names = names_of(taxonomy)
    modes = {NameMatch.POSTINGS} if genre is Genre.POSTING else {NameMatch.POSTINGS, NameMatch.CONTEXT}
    doubtful = {m for m in matches.mentions if m.method is Method.PHRASE and _is_doubtful(m, names, modes)}
    unsure = {m for m in doubtful if genre is Genre.RESUME and _is_doubtful(m, names, {NameMatch.POSTINGS})}
    named = {
        m.skill
        for m in matches.mentions
        if m.method is Method.PHRASE and m.assertion not in REFUSED and m not in doubtful
    }
    categories = {taxonomy.skills[skill].category for skill in named if skill in taxonomy.skills}
    titles = {d.skill for d in matches.discarded if d.reason is DiscardReason.JOB_TITLE}

    def fewest(field: FieldOfWork) -> int:
        return min(field.least, _IN_A_POSTING) if genre is Genre.POSTING else field.least

    closed = [
        field
        for field in taxonomy.pattern_words.fields
        if not _signs(field, titles, taxonomy) and len(_signs(field, named, taxonomy)) < fewest(field)
    ]

    def stray(mention: SkillMention) -> bool:
        if mention in doubtful:
            category = taxonomy.skills[mention.skill].category
            outside = any(category in (*field.names, *field.categories) for field in closed)
            return outside or (mention in unsure and category not in categories)
        common = mention.skill in taxonomy.pattern_words.common_skills
        shown = mention.method is Method.PATTERN and genre is Genre.RESUME and not common
        return shown and any(_belongs(mention.skill, field, taxonomy, relations) for field in closed)

    strays: Sequence[SkillMention] = [m for m in matches.mentions if stray(m)] if closed or doubtful else ()
    if not strays:
        return matches
    gone = frozenset(strays)
    kept = tuple(m for m in matches.mentions if m not in gone)
    dropped = [Discarded(m.skill, m.span, m.surface, DiscardReason.OTHER_FIELD) for m in strays]
    return Matches(kept, matches.discarded).joined((), dropped)


def belongs_to_a_field(skill: str, taxonomy: Taxonomy) -> bool:
    """Whether a skill is of a field whose words are other trades', too, so that one name does not tell it."""
    relations, fields = relations_of(taxonomy), taxonomy.pattern_words.fields
    return any(field.least > 1 and _belongs(skill, field, taxonomy, relations) for field in fields)


def _is_doubtful(mention: SkillMention, names: NameIndex, modes: Collection[NameMatch]) -> bool:
    """Whether a name of more than two letters counts in these ways alone."""
    own = {name.match for name in names.of(norms(mention.surface)) if name.skill == mention.skill}
    return bool(own) and own <= {*modes} and len(mention.surface) > _SHORT


def _signs(field: FieldOfWork, named: set[str], taxonomy: Taxonomy) -> list[str]:
    """The named skills that are signs of the field."""
    known = map(taxonomy.skills.get, named)
    return [skill.id for skill in known if skill is not None and skill.category in field.signs]


def _belongs(skill: str, field: FieldOfWork, taxonomy: Taxonomy, relations: Relations) -> bool:
    known = taxonomy.skills.get(skill)
    return known is not None and (
        known.category in field.categories
        or any(skill == root or relations.proves(skill, root) for root in field.skills)
    )
