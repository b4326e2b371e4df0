"""Whether "they", or "the technician", is the person that a resume is about, or others: work counts however it is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gapcheck.document import Document
from gapcheck.matching.mentions import Assertion, Matches, SkillMention
from gapcheck.resume.model import Entry
from gapcheck.spans import SpanIndex
from gapcheck.taxonomy.language.resume_words import PersonNameWords
from gapcheck.text.phrases import alternation
from gapcheck.text.sentences import sentences

_MOST_WORDS_OF_SUBJECT = 4
"""Words in which the title of a post is, behind the article."""


class OwnPronoun:
    """Gives back to the person what is told of them as "they" or by their title. Pure after it is built."""

    def __init__(self, words: PersonNameWords) -> None:
        they, first = alternation(words.plural_pronouns), alternation(words.first_person)
        self._they = re.compile(rf"{they}(?!\w)", re.IGNORECASE)
        self._stated = re.compile(rf"(?<!\w){they}\s?/\s?\w+", re.IGNORECASE)
        self._first_person = re.compile(rf"(?<!\w){first}(?!\w)", re.IGNORECASE)

    def settled(self, matches: Matches, document: Document, entries: Sequence[Entry] = ()) -> Matches:
        """The mentions, of which those under "they", or under the title of the post, are claims where it is the person.

        In a resume that says "I" they are others, whatever pronouns it states. In one that does not, they are the person
        where it says so ("they/them"), and where the word opens a paragraph: nobody else was spoken of.
        Duties copied from a description of the post call the person what the post is called: "The technician records".
        """
        posts = SpanIndex((each.span, each) for each in entries)
        told = {
            m
            for m in matches.mentions
            if m.assertion is Assertion.OTHER
            and any(self._is_of(m.cue, post, document) for post in posts.overlapping(m.span))
        }
        if told:
            matches = replace(
                matches, mentions=tuple(_claimed(m) if m in told else m for m in matches.mentions)
            )
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

    def _is_of(self, cue: str, post: Entry, document: Document) -> bool:
        """Whether a cue opens with "the" and the last word of the post's title, in a post that does not say "I"."""
        titled = re.split(r"[,|(/–—]|\s-\s", post.title)[0].casefold().split()
        words = cue.casefold().split()[: _MOST_WORDS_OF_SUBJECT + 1]
        if not titled or not words or words[0] != "the" or titled[-1] not in words[1:]:
            return False
        return not self._first_person.search(post.span.of(document.text))


def _claimed(mention: SkillMention) -> SkillMention:
    return replace(mention, assertion=Assertion.PRESENT, cue="")
