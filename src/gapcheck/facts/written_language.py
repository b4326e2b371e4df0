"""The language that a document is written in, by the small words of its paragraphs."""

from __future__ import annotations

import re
from collections import Counter

from gapcheck.document import Document
from gapcheck.taxonomy.language.resume_words import FunctionWords

MOST_OF_IT = 0.5
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 30
"""Words of a text whose language can be recognized; shorter paragraphs are read with the next."""
OWN = "English"
"""The language that documents are read in."""
_FEWEST_SMALL_WORDS = 4
"""Small words of one language, and twice those of any other, make a paragraph one of that language."""


def words_by_language(document: Document, words: FunctionWords) -> Counter[str]:
    """How many words are in paragraphs of each language; paragraphs without enough sentences are left out."""
    language_of = {word: row.name for row in words.languages for word in row.words}
    found: Counter[str] = Counter()
    paragraph: list[str] = []
    for block in document.blocks:
        paragraph += _WORD.findall(block.span.of(document.text).casefold())
        if len(paragraph) >= _FEWEST_WORDS:
            found += _by_language(paragraph, language_of)
            paragraph = []
    return found + _by_language(paragraph, language_of)


def other_language(document: Document, words: FunctionWords) -> str:
    """The language, if it is not English, that most of a document is written in; else ""."""
    ((first, count),) = words_by_language(document, words).most_common(1) or [(OWN, 0)]
    return first if first != OWN and count > MOST_OF_IT * len(document.text.split()) else ""


def _by_language(paragraph: list[str], language_of: dict[str, str]) -> Counter[str]:
    small = Counter(language_of[word] for word in paragraph if word in language_of)
    (first, most), (_, next_most) = [*small.most_common(2), ("", 0), ("", 0)][:2]
    if most < _FEWEST_SMALL_WORDS or most < 2 * next_most:
        return Counter()
    return Counter({first: len(paragraph)})
