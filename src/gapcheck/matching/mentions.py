"""What matching finds: mentions of skills, and what was seen and not counted, with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gapcheck.spans import Span
from gapcheck.taxonomy.enums import Kind


class Assertion(StrEnum):
    """What a text says of the skill that it names (ConText's assertion, for resumes)."""

    PRESENT = "present"
    ABSENT = "absent"
    ASPIRED = "aspired"
    OTHER = "other"
    PAST = "past"


CLAIMED = frozenset({Assertion.PRESENT, Assertion.PAST})
"""What the person says of their own, now or then."""

REFUSED = frozenset({Assertion.ABSENT, Assertion.OTHER})
"""What the person says they lack, or leaves to others."""


class Method(StrEnum):
    """How a mention was found."""

    PHRASE = "phrase"
    PATTERN = "pattern"
    SIMILARITY = "similarity"


class Genre(StrEnum):
    """Which kind of document is read; some names count in one of them only."""

    RESUME = "resume"
    POSTING = "posting"


class DiscardReason(StrEnum):
    """Why something that looks like a skill was not counted."""

    ABSENT = "negated"
    ASPIRED = "aspired"
    OTHER = "somebody else's"
    LOOKALIKE = "look-alike without context"
    GENERAL = "a general word in a sentence"
    OTHER_FIELD = "of a field that nothing else here is about"
    PART_OF_LONGER_NAME = "part of a longer name"
    PERSON_NAME = "part of a person's name"
    ORGANIZATION = "part of the name of a school or society"
    JOB_TITLE = "part of a job title"
    CERTIFICATE_TITLE = "part of a certificate's title"
    PUBLICATION = "only in the title of a publication"
    HIDDEN = "hidden text"
    SECTION = "section that proves nothing"
    PERSONAL_DATA = "contact or personal data"
    EXPIRED = "certificate no longer in force"
    TAKEN_BACK = "taken back by the person"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text that is matched on its own: phrases and scopes never leave it.

    `span` is a block's body (line breaks inside it read as blanks). `listing`: part of a list of skills, where short names
    need no context. `title`: the title of a job that the person held. `assertion`, if not PRESENT, is what the section as a whole says ("Reading now").
    `silent`: the reason why nothing here counts, if so (hobbies, referees); but for skills of the kind `proves`
    (spoken languages, under a heading for them).
    """

    span: Span
    listing: bool = False
    title: bool = False
    assertion: Assertion = Assertion.PRESENT
    silent: DiscardReason | None = None
    proves: Kind | None = None


@dataclass(frozen=True, slots=True)
class SkillMention:
    """A skill named in a text. `surface` is the text as printed.

    `cue` is the word that set the assertion, "" for a plain mention. `exposure`: only touched on
    ("exposure to", "basics of"). `training`: learned in a course. `similarity` is 1 for exact names. `rule` is what
    found it: the name or pattern as the taxonomy has it, or how words were compared.
    """

    skill: str
    span: Span
    surface: str
    method: Method = Method.PHRASE
    assertion: Assertion = Assertion.PRESENT
    cue: str = ""
    exposure: bool = False
    training: bool = False
    similarity: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Discarded:
    """Something seen and not counted. `skill` is its id; `cue` the word that decided, or ""."""

    skill: str
    span: Span
    surface: str
    reason: DiscardReason
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Matches:
    """What was found in a text, in order of span."""

    mentions: tuple[SkillMention, ...] = ()
    discarded: tuple[Discarded, ...] = ()

    def joined(self, mentions: Iterable[SkillMention], discarded: Iterable[Discarded] = ()) -> Matches:
        """These and others, in order of span."""
        return Matches(
            tuple(sorted((*self.mentions, *mentions), key=place_and_skill)),
            tuple(sorted((*self.discarded, *discarded), key=place_and_skill)),
        )


def place_and_skill(each: SkillMention | Discarded) -> tuple[int, int, str]:
    """The order of span, then of skill: numbers are compared faster than spans."""
    return each.span.start, each.span.end, each.skill
