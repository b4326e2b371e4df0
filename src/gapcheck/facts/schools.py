"""Names of schools: universities, colleges and academies, as a line of a resume prints them."""

from __future__ import annotations

import re

from gapcheck.taxonomy.language.fact_words import Degrees
from gapcheck.text.phrases import alternation, compiled, plain


class SchoolNames:
    """The words of schools in degrees.yaml, compiled. Pure after it is built."""

    def __init__(self, words: Degrees) -> None:
        stems = alternation(words.institution_stems)
        self._institution = re.compile(rf"{compiled(words.institutions).pattern}|{stems}")
        self._kinds = compiled(words.schools)
        articles = alternation(words.articles)
        self._articles = re.compile(rf"(?:(?:{articles}\s+)?l'|{articles}\s+)")

    def is_institution(self, text: str) -> bool:
        """Whether a text names a school of any kind; the word in it is written as a name is."""
        found = self._institution.finditer(plain(text))
        return any(text[_word_start(text, match.start())].isupper() for match in found)

    def is_kind(self, text: str) -> bool:
        """Whether a text is the kind of school in brackets behind a German degree: "FH"."""
        return bool(self._kinds.fullmatch(plain(text).rstrip(".")))

    def without_article(self, text: str) -> str:
        """The name of a school without the words before it: "l'Université X"."""
        found = self._articles.match(plain(text))
        return text[found.end() :] if found and text[found.end() : found.end() + 1].isupper() else text


def _word_start(text: str, offset: int) -> int:
    while offset and text[offset - 1].isalpha():
        offset -= 1
    return offset
