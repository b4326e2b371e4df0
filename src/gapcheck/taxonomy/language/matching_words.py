"""The words around the name of a skill: cues that deny or defer it, word sets of patterns, and synonyms.

The schema of each file of skills_taxonomy/language/ is a class of its own.
"""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from gapcheck.taxonomy.model import TaxonomyEntry


# assertion_cues.yaml: the words by which a text denies, defers or gives away what it names
class CueClass(StrEnum):
    """What a cue says of the skills in its scope.

    exposure: the skill is there, but only touched on. training: it was learned in a course. expired: a certificate is no longer in force.
    none: nothing; the words only look like a cue ("not only").
    """

    ABSENT = "absent"
    ASPIRED = "aspired"
    OTHER = "other"
    PAST = "past"
    EXPOSURE = "exposure"
    TRAINING = "training"
    EXPIRED = "expired"
    NONE = "none"


class Direction(StrEnum):
    """Where the scope lies.

    After the cue, before it, after a colon that follows it (label), or among the cue's own words (inside).
    """

    FORWARD = "forward"
    BACKWARD = "backward"
    LABEL = "label"
    INSIDE = "inside"


class CueRow(TaxonomyEntry):
    """Cues that behave alike.

    `reach`: how many tokens away the first skill may be. `through`: a set of words; no others may come between.
    `edge`: the skill must end its phrase ("no Java", but not "no Java errors"). `whole`: commas do not end the
    scope. `inside`: skills inside the cue's own words count too. `where`: a pattern that the same sentence must
    have, `where_not` one that it must not have. `unless`: a pattern that must not come just before the cue (before
    the skill, when the skill comes first).
    """

    cues: tuple[str, ...]
    category: CueClass
    direction: Direction = Direction.FORWARD
    reach: int = Field(8, ge=1, le=30)
    through: str = ""
    edge: bool = False
    whole: bool = False
    inside: bool = False
    where: str = ""
    where_not: str = ""
    unless: str = ""


class Sense(TaxonomyEntry):
    """Names that mean something else in the company of `words` ("a python in the zoo"), or right before `next` ("slack ropes").

    A name of several words is written with hyphens.
    """

    names: tuple[str, ...]
    words: tuple[str, ...] = ()
    next: tuple[str, ...] = ()


class ContextCues(TaxonomyEntry):
    """What distinguishes a short or ambiguous name (R, C, Go, Flask) from its look-alikes.

    `before` and `after` accept a name next to them ("using", "package"); those of `before_sure` do so
    also for single letters and names that people have. `not_before` and
    `not_after` rule one out ("vitamin", "level"); `not_after_single` only for names of one letter. `persons`
    before a name make it a person's; `given_names` are names that are also people's, for which "with" proves
    nothing. `determiners`: a capitalised name after one of them, and before a small word, is used as a noun's
    attribute ("the Go operator"). `proper_after`: printed with a capital soon after a name, they make it a place's or
    a firm's ("Azure Coast Catering"); they, `centers` ("SAP Center"), `society_before` ("Women in Machine Learning") and `senses`
    rule out names of any mode. `animal_before`: who is fed or groomed is no ambiguous name's skill. `place_before` come before the
    place or firm where somebody worked. `links` may come between the names of a list.
    """

    before: tuple[str, ...] = ()
    before_sure: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_after_single: tuple[str, ...] = ()
    proper_after: tuple[str, ...] = ()
    place_before: tuple[str, ...] = ()
    centers: tuple[str, ...] = ()
    society_before: tuple[str, ...] = ()
    animal_before: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    given_names: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    senses: tuple[Sense, ...] = ()


class AssertionCues(TaxonomyEntry):
    """The whole file. Wordings are written as `gapcheck.text.patterns` describes.

    The design is ConText's (Chapman and others 2007; Harkema and others 2009): a cue has a class, a direction and
    a reach; its scope is the clause; a cue of class `none` only takes words away from the others.

    `sets` are word sets that patterns name in angle brackets. `stops`: words that end a scope, by class of cue;
    those of class `none` end every scope. `own_work`: right behind a skill they make it the person's work, whatever
    the sentence says that others do with it ("the reports that I wrote").
    """

    sets: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    stops: dict[CueClass, tuple[str, ...]] = Field(default_factory=dict)
    own_work: tuple[str, ...] = ()
    cues: tuple[CueRow, ...] = ()
    context: ContextCues = ContextCues()

    @model_validator(mode="after")
    def _sets_exist(self) -> Self:
        unknown = sorted({row.through for row in self.cues if row.through} - set(self.sets))
        if unknown:
            raise ValueError(f"`through` names sets that do not exist: {', '.join(unknown)}")
        return self


# pattern_words.yaml: the word sets that the patterns of skills name in angle brackets
class FieldOfWork(TaxonomyEntry):
    """A field whose patterns count only where a resume names it otherwise.

    It holds the skills of `categories`, those of `skills` and what is a kind of them. It is named by `least` skills of
    the categories `signs`, by their names. `names` are categories whose ambiguous names (Spring, Chef) also count only
    there.
    """

    categories: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    signs: tuple[str, ...]
    least: int = Field(2, ge=1)


class PatternWords(TaxonomyEntry):
    """The whole file: the name of each set, and its words, written as `gapcheck.text.patterns` describes; and fields.

    `common_skills` are of such a field and also of everybody's work, so that their patterns count everywhere.
    `light_openings` begin what a posting asks for in its own words without saying which thing that is: what is behind
    them does for the whole ("perform vascular studies"). `lines_of_work` are categories in which the same people work: names of one
    that a resume only lists are believed as far as its work tells of that line.
    """

    sets: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    fields: tuple[FieldOfWork, ...] = ()
    common_skills: tuple[str, ...] = ()
    light_openings: tuple[str, ...] = ()
    lines_of_work: tuple[tuple[str, ...], ...] = ()


# synonyms.yaml: words and phrases that mean nearly the same where a skill is named
Row = Annotated[tuple[str, ...], Field(min_length=2)]


class Synonyms(TaxonomyEntry):
    """The whole file; all in lower case.

    `words`: rows of words that may replace one another inside longer phrases; a word is in one row only.
    `phrases`: rows of phrases; where one is found, the others of its row are meant as well. `passed_over`: words that
    a phrase is read without.
    """

    words: tuple[Row, ...] = ()
    phrases: tuple[Row, ...] = ()
    passed_over: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_row_each(self) -> Self:
        twice = sorted(
            word for word, rows in Counter(w for row in self.words for w in row).items() if rows > 1
        )
        if twice:
            raise ValueError(f"words in more than one row: {', '.join(twice)}")
        return self
