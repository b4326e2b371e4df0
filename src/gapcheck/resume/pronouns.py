"""Whether "they" is the person that a resume is about, or others: the same work counts under every pronoun."""

from __future__ import annotations

import re
from dataclasses import replace

from gapcheck.document import Document
from gapcheck.matching.mentions import Assertion, Matches, SkillMention
from gapcheck.spans import SpanIndex
from gapcheck.taxonomy.language.resume_words import PersonNameWords
from gapcheck.text.phrases import alternation
from gapcheck.text.sentences import sentences


class OwnPronoun:
    """Gives back to the person what is told of them as "they". Pure after it is built."""

    def __init__(self, words: PersonNameWords) -> None:
        they, first = alternation(words.plural_pronouns), alternation(words.first_person)
        self._they = re.compile(rf"{they}(?!\w)", re.IGNORECASE)
        self._stated = re.compile(rf"(?<!\w){they}\s?/\s?\w+", re.IGNORECASE)
        self._first_person = re.compile(rf"(?<!\w){first}(?!\w)", re.IGNORECASE)

    def settled(self, matches: Matches, document: Document) -> Matches:
        """The mentions, of which those under "they" are claims where it is the person.

        In a resume that says "I" they are others, whatever pronouns it states. In one that does not, they are the person
        where it says so ("they/them"), and where the word opens a paragraph: nobody else was spoken of.
        """
        doubted = [m for m in matches.mentions if m.assertion is Assertion.OTHER and self._they.match(m.cue)]
        if not doubted or self._first_person.search(document.text):
            return matches
        stated = self._stated.search(document.text) is not None
        opening = SpanIndex(
            (first, first)
            for block in document.blocks
            for first in sentences(document.text, block.body)[:1]
            if self._they.match(document.text, first.start)
        )
        own = {each for each in doubted if stated or opening.overlapping(each.span)}
        return replace(matches, mentions=tuple(_claimed(m) if m in own else m for m in matches.mentions))


def _claimed(mention: SkillMention) -> SkillMention:
    return replace(mention, assertion=Assertion.PRESENT, cue="")
