"""Which languages a resume is written in, by the small words that every sentence needs."""

from __future__ import annotations

import re
from collections import Counter

from gapcheck.document import Document
from gapcheck.taxonomy.language.resume_words import FunctionWords

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 30
"""Words of a text that can be told apart; shorter paragraphs are read with the next."""
_FEWEST_SMALL_WORDS = 4
"""Small words of one language, and twice those of any other, make a paragraph one of that language."""


def words_by_language(document: Document, words: FunctionWords) -> Counter[str]:
    """How many words stand in paragraphs of each language; paragraphs without enough sentences are left out."""
    language_of = {word: row.name for row in words.languages for word in row.words}
    found: Counter[str] = Counter()
    paragraph: list[str] = []
    for block in document.blocks:
        paragraph += _WORD.findall(block.span.of(document.text).casefold())
        if len(paragraph) >= _FEWEST_WORDS:
            found += _by_language(paragraph, language_of)
            paragraph = []
    return found + _by_language(paragraph, language_of)


def _by_language(paragraph: list[str], language_of: dict[str, str]) -> Counter[str]:
    small = Counter(language_of[word] for word in paragraph if word in language_of)
    (first, most), (_, next_most) = [*small.most_common(2), ("", 0), ("", 0)][:2]
    if most < _FEWEST_SMALL_WORDS or most < 2 * next_most:
        return Counter()
    return Counter({first: len(paragraph)})
