"""Unknown terms -> new rows of the taxonomy for a person to accept or strike, those most typical of the documents first.

What a row says beside its name is a guess from the company that the term keeps: the class that it is an example of, the
skills that it is listed with, the known names that are nearest (TF-IDF). How typical a term is, is its TF-IDF too: how
often and in how many of the documents it occurs, times how rare its words are among the taxonomy's names.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import shorten

from gapcheck.matching.nearest import rank_skills
from gapcheck.matching.tfidf import TermWeights
from gapcheck.posting import JobPosting
from gapcheck.role_building.unknown_terms import Sighting, UnknownTerm
from gapcheck.taxonomy import Kind, NameMatch, Skill, Taxonomy
from gapcheck.taxonomy.yaml_text import block
from gapcheck.text.content_words import content
from gapcheck.text.inflection import counted
from gapcheck.text.tokens import norms
from gapcheck.text.word_forms import alike, stem

_NEAR = 0.6
"""A score of `rank_skills` from which a name says something of the kind that a term is of."""
_SHOWN = 3
_QUOTE = 100


@dataclass(frozen=True, slots=True)
class Proposal:
    """A term as the skill that it would be, the known skills that are nearest to it, and how typical it is.

    `form_of` is the known skill that it may be only another name of.
    """

    skill: Skill
    term: UnknownTerm
    near: tuple[str, ...]
    weight: float
    form_of: str | None = None


def skill_of(term: UnknownTerm, taxonomy: Taxonomy) -> Skill:
    """The term as a skill: its name as printed, and the class that it was given as an example of."""
    standard = re.split(r"[\s/-]", term.label)[0] in taxonomy.term_words.standards
    return Skill(
        id=term.id,
        label=term.label,
        kind=Kind.KNOWLEDGE if standard else term.known_as,
        match=_match(term.label),
        broader=(term.head,) if term.head else (),
    )


def _match(label: str) -> NameMatch:
    """A word that is a name by its capitals alone is looked for as printed: it may be an ordinary word, too."""
    capitals = label.isupper() or (label.istitle() and label.isalpha())
    return NameMatch.CASED if capitals and len(label.split()) == 1 else NameMatch.CASELESS


def proposals(
    terms: Iterable[UnknownTerm], postings: Sequence[JobPosting], taxonomy: Taxonomy
) -> tuple[Proposal, ...]:
    """The terms as new skills, the most typical first."""
    found = tuple(terms)
    if not found:
        return ()
    rarity = _Rarity(taxonomy)
    rows = [_proposal(term, postings, taxonomy, rarity) for term in found]
    return tuple(sorted(rows, key=lambda each: (-each.weight, each.skill.id)))


def _proposal(
    term: UnknownTerm, postings: Sequence[JobPosting], taxonomy: Taxonomy, rarity: _Rarity
) -> Proposal:
    near = rank_skills(term.label, taxonomy, _SHOWN)
    close = tuple(each.skill for each in near if each.score >= _NEAR)
    words = content(norms(term.label))
    forms = (each.skill for each in near if _same_words(words, content(norms(each.name))))
    beside = tuple(skill for skill in term.beside if skill in taxonomy.skills)
    skill = skill_of(term, taxonomy)
    if skill.broader and skill.broader[0] not in taxonomy.skills:
        skill = skill.model_copy(update={"broader": ()})
    category = _category(term, beside, close, postings, taxonomy)
    return Proposal(
        skill.model_copy(update={"category": category}),
        term,
        tuple(dict.fromkeys((*skill.broader, *beside[:_SHOWN], *close)))[:_SHOWN],
        round(_typical(term, rarity), 4),
        next(forms, None),
    )


def _category(
    term: UnknownTerm,
    beside: Sequence[str],
    close: Sequence[str],
    postings: Sequence[JobPosting],
    taxonomy: Taxonomy,
) -> str:
    """The category of most of its neighbours; failing that, of what its documents ask for."""
    votes = Counter(taxonomy.skills[skill].category for skill in (*beside, *close))
    if term.head in taxonomy.skills:
        votes[taxonomy.skills[str(term.head)].category] += _SHOWN
    if not votes:
        votes.update(
            taxonomy.skills[skill].category
            for posting in postings
            if posting.name in term.documents
            for statement in posting.statements
            for skill in statement.skills
            if skill in taxonomy.skills and taxonomy.skills[skill].kind is not Kind.SOFT_SKILL
        )
    return min(votes, key=lambda each: (-votes[each], each)) if votes else ""


def _same_words(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names have the same words in other forms: blot, blotting."""
    return len(one) == len(other) > 0 and all(
        alike(a, b) or (min(len(a), len(b)) > 3 and (a.startswith(b) or b.startswith(a)))
        for a, b in zip(one, other, strict=True)
    )


class _Rarity:
    """How rare words are among the names of a taxonomy, by their stems."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._weights = TermWeights.of(
            [
                [stem(word) for word in content(norms(name))]
                for skill in taxonomy.skills.values()
                for name in (skill.label, *(alias.name for alias in skill.aliases))
            ]
        )

    def of(self, words: Sequence[str]) -> float:
        """The mean over the words."""
        return sum(self._weights.weight(stem(word)) for word in words) / len(words)


def _typical(term: UnknownTerm, rarity: _Rarity) -> float:
    """TF-IDF: mentions on a logarithm, for each document, times the mean rarity of its words."""
    often = 1 + math.log(term.mentions / len(term.documents))
    return len(term.documents) * often * rarity.of(content(norms(term.label)) or (term.id,))


# ---------------------------------------------------------------- as a file
def proposals_yaml(rows: Sequence[Proposal], taxonomy: Taxonomy, documents: int) -> str:
    """The proposals as a file of skills: each row with where it was read, for a person to keep or strike."""
    lines = [
        f"# {counted(len(rows), 'term')} of {counted(documents, 'job document')} that the taxonomy does not have.",
        "# Strike what is not a skill, correct the rest, and put the file into the skills folder of your taxonomy",
        "# (my_taxonomy/skills/NAME.yaml; NAME is the category). `gapcheck taxonomy check my_taxonomy` tests it.",
    ]
    for row in sorted(rows, key=lambda each: each.skill.id):
        lines += ["", *_comment(row, taxonomy, documents), *_row(row.skill)]
    return "\n".join(lines) + "\n"


def _row(skill: Skill) -> list[str]:
    first, *rest = block(
        skill.model_dump(mode="json", exclude_defaults=True, exclude={"category"}), indent="  "
    )
    return [f"- {first.lstrip()}", *rest]


def _comment(row: Proposal, taxonomy: Taxonomy, documents: int) -> list[str]:
    counts = f"{counted(row.term.mentions, 'mention')} in {len(row.term.documents)} of {counted(documents, 'document')}"
    guess = f"; category, as a guess: {row.skill.category}" if row.skill.category else ""
    form = taxonomy.skills.get(row.form_of or "")
    near = [f"{taxonomy.skills[each].label} ({each})" for each in row.near if each in taxonomy.skills]
    lines = [f"# {counts}{guess}"]
    if form:
        lines.append(f"# perhaps only another name of {form.label} ({form.id}): then it is an alias there")
    if near:
        lines.append(f"# near: {', '.join(near)}")
    shown = _different(row.term.sightings)[:_SHOWN]
    quotes = (shorten(place.quote, _QUOTE, placeholder=" ...") for place in shown)
    return [*lines, *(f'# {p.document}:{p.line} "{q}"' for p, q in zip(shown, quotes, strict=True))]


def _different(places: Sequence[Sighting]) -> list[Sighting]:
    """One place a clause, those of different documents first."""
    by_document: dict[str, dict[int, Sighting]] = {}
    for each in sorted(places, key=lambda place: (place.document, place.line)):
        by_document.setdefault(each.document, {})[each.line] = each
    rounds = zip_longest(*(by_line.values() for by_line in by_document.values()))
    return [each for places in rounds for each in places if each is not None]
