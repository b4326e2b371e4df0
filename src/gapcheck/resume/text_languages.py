"""Which languages a resume is written in, told by the little words that every sentence needs."""

from __future__ import annotations

import re
from collections import Counter

from gapcheck.document import Document

# Words of grammar that the other three languages do not write alike, names of no skill, place or person.
_LITTLE = {
    "English": "the and of with for that this from by were been their which into our have has using",
    "German": "der die das und ich mit für von den dem ist eine einen einer auf bei zur zum sowie durch nach",
    "French": "les des une dans pour avec aux par ses mes ainsi cette chez leur être",
    "Spanish": "los las una para con por del el como desde sus mis entre también según y más",
}
_OF = {word: language for language, words in _LITTLE.items() for word in words.split()}
_WORD = re.compile(r"[^\W\d_]+")
LEAST = 4
"""Little words of one language in a paragraph, and twice those of any other, make it of that language."""


def words_by_language(document: Document) -> Counter[str]:
    """How many words stand in paragraphs of each language; paragraphs without enough sentences are left out."""
    found: Counter[str] = Counter()
    words: list[str] = []
    for block in [*document.blocks, None]:
        if block is not None:
            words += _WORD.findall(document.text[block.span.start : block.span.end].casefold())
            if len(words) < 30:
                continue
        little = Counter(language for word in words if (language := _OF.get(word)))
        (first, most), (_, next_most) = [*little.most_common(2), ("", 0), ("", 0)][:2]
        if most >= LEAST and most >= 2 * next_most:
            found[first] += len(words)
        words = []
    return found
