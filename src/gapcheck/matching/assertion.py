"""Negation and the like: whether a text claims the skills that it names, denies them, or wishes for them.

After ConText: every cue has a class, a direction and a scope. `cues` finds the cues of a passage,
`scope` the names that each of them is about; here the strongest cue for a name decides. What is added for resumes:
scopes that go on through lists, labels ("Not yet: Spark"), agents ("... is done by the platform team").

The cues are data (skills_taxonomy/language/en/assertion_cues.yaml); none of these modules knows a word of them, only joining signs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from gapcheck.matching.cues import CueFinder, CueMatch, Place
from gapcheck.matching.mentions import Assertion
from gapcheck.matching.scope import Scopes
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.fact_words import JobTitles
from gapcheck.taxonomy.language.matching_words import AssertionCues, CueClass, Direction
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.inflection import plural
from gapcheck.text.patterns import compile_pattern
from gapcheck.text.tokens import Token

_ORDER = (
    CueClass.ABSENT,
    CueClass.OTHER,
    CueClass.ASPIRED,
    CueClass.EXPIRED,
    CueClass.PAST,
)
"""Of several classes that speak of a name, the first counts."""
_ASSERTION = {
    CueClass.ABSENT: Assertion.ABSENT,
    CueClass.OTHER: Assertion.OTHER,
    CueClass.ASPIRED: Assertion.ASPIRED,
    CueClass.PAST: Assertion.PAST,
    CueClass.EXPIRED: Assertion.PAST,
}


@dataclass(frozen=True, slots=True)
class Claim:
    """What the text says about one name. `expired`: of a certificate that is no longer in force.

    `training`: it was learned in a course.
    """

    assertion: Assertion = Assertion.PRESENT
    cue: str = ""
    exposure: bool = False
    expired: bool = False
    training: bool = False


class Assertions:
    """What the cues of a taxonomy say of the names in a passage."""

    def __init__(self, cues: AssertionCues, titles: JobTitles) -> None:
        """`titles` are what other people may be called (the sets <job> and <jobs>)."""
        cues = cues.model_copy(update={"sets": {**cues.sets, **_people(titles, cues.sets)}})
        self._cues = CueFinder(cues)
        self._own_work = [compile_pattern(each, cues.sets) for each in cues.own_work]
        self._scopes = Scopes(cues)

    def among(self, words: Collection[str]) -> Assertions:
        """The same for texts that have no other words than these (see `PatternIndex.among`)."""
        found = copy(self)
        found._cues = self._cues.among(words)  # noqa: SLF001  # of this class
        return found

    def claims(
        self,
        tokens: Sequence[Token],
        names: Sequence[Place],
        patterns: Sequence[Sequence[Place]],
        soft: Collection[int] = (),
    ) -> list[Claim]:
        """One claim for each of `names` and then each of `patterns`; a cue inside a longer name does not count.

        A pattern is its place and those of its parts; what is said of one of them is said of all. `soft` are the indexes
        of soft skills: who wants to work in a team, or works with other teams, claims them.
        """
        groups = [*((name,) for name in names), *patterns]
        owner = [at for at, group in enumerate(groups) for _ in group]
        items = [place for group in groups for place in group]
        found: list[list[CueMatch]] = [[] for _ in groups]
        if not items:
            return []
        for cue in self._cues.find(_uncapitalized(tokens, names), names):
            gentle = cue.row.category is CueClass.ASPIRED or cue.row.direction is Direction.INSIDE
            others = cue.row.category is CueClass.OTHER
            for at in sorted({owner[item] for item in self._scopes.items(cue, tokens, items)}):
                if not (gentle and at in soft) and not (others and self._is_own(groups[at], tokens)):
                    found[at].append(cue)
        return [_claim(cues, tokens) for cues in found]

    def _is_own(self, places: Sequence[Place], tokens: Sequence[Token]) -> bool:
        """Whether it goes on with words that make it the person's: "the reports that I wrote"."""
        ends = {end for _, end in places if end < len(tokens)}
        return any(each.longest(tokens, end) is not None for each in self._own_work for end in ends)


def _uncapitalized(tokens: Sequence[Token], names: Sequence[Place]) -> Sequence[Token]:
    """The tokens, those of names without their capitals: a skill does nothing, so that it is no NAME of a cue."""
    named = {at for start, end in names for at in range(start, end)}
    return [token._replace(form=token.norm) if at in named else token for at, token in enumerate(tokens)]


def _people(titles: JobTitles, sets: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The words for one person and for several by what they do, but for titles that are other words, too."""
    named = dict.fromkeys((*titles.heads, *titles.titles))
    one = [each.replace(" ", "-") for each in named if each not in sets.get("not_persons", ())]
    return {"job": tuple(one), "jobs": tuple(plural(each) for each in one if each not in titles.things)}


def _claim(cues: Sequence[CueMatch], tokens: Sequence[Token]) -> Claim:
    exposure = next((cue for cue in cues if cue.row.category is CueClass.EXPOSURE), None)
    training = next((cue for cue in cues if cue.row.category is CueClass.TRAINING), None)
    for kind in _ORDER:
        for cue in cues:
            if cue.row.category is kind:
                return Claim(
                    _ASSERTION[kind], _words(cue, tokens), exposure is not None, kind is CueClass.EXPIRED
                )
    if noted := exposure or training:
        words = _words(noted, tokens)
        return Claim(Assertion.PRESENT, words, exposure=exposure is not None, training=training is not None)
    return Claim()


def _words(cue: CueMatch, tokens: Sequence[Token]) -> str:
    """The cue as printed, but for line breaks."""
    return "".join(_spaced(tokens[cue.start : cue.end]))


def _spaced(tokens: Sequence[Token]) -> Iterator[str]:
    for at, token in enumerate(tokens):
        if at and not token.glued:
            yield "-" if token.hyphen else " "
        yield token.form


assertions: Derived[Taxonomy, Assertions] = Derived(
    lambda taxonomy: Assertions(taxonomy.assertion_cues, taxonomy.job_titles)
)
"""The assertions of a taxonomy, compiled once for it."""
