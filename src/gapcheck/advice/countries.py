"""In which country a person is, as far as the resume says, and which skills and certificates belong to other ones."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gapcheck.resume.model import Resume
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.report_words import CountryRow

_WORD = re.compile(r"\w+")


class Countries:
    """The countries of advice.yaml, compiled. Pure after it is built."""

    def __init__(self, rows: Iterable[CountryRow]) -> None:
        self._rows = tuple(rows)
        self._places = {row.id: _pattern(row) for row in self._rows}
        self._letters = {row.id: _letters(row) for row in self._rows}
        self._firsts = {
            row.id: {word for each in row.places for word in _words(each)[:1]} for row in self._rows
        }

    def of(self, resume: Resume) -> str:
        """The id of the person's country: by where they live, by their phone, by the places that are named; "" if unknown."""
        named = self._named_most(resume.contact.location)
        if named:
            return named
        numbers = [re.sub(r"\D", "", each) for each in resume.contact.phones if each.strip().startswith("+")]
        for row in self._rows:
            if row.calling and any(each.startswith(str(row.calling)) for each in numbers):
                return row.id
        return self._named_most(resume.document.text)

    def _named_most(self, text: str) -> str:
        words = frozenset(_words(text))
        found = {
            each: len(pattern.findall(text))
            for each, pattern in self._places.items()
            if not words.isdisjoint(self._firsts[each]) or self._letters[each].search(text)
        }
        best = max(found, key=lambda each: found[each], default="")
        return best if best and found[best] else ""

    def is_foreign(self, one: str, country: str) -> bool:
        """Whether a skill or certificate belongs to countries other than this one; of an unknown one nothing is foreign."""
        homes = [row.id for row in self._rows if one in row.skills or one in row.certifications]
        return bool(country) and bool(homes) and country not in homes


def _pattern(row: CountryRow) -> re.Pattern[str]:
    names = "|".join(map(re.escape, row.places)) or r"(?!)"
    return re.compile(rf"\b(?i:{names})\b|{_letters(row).pattern}")


def _letters(row: CountryRow) -> re.Pattern[str]:
    """The letters of its states behind a comma: Austin, TX."""
    return re.compile(rf", (?:{'|'.join(map(re.escape, row.letters)) or '(?!)'})\b")


def _words(text: str) -> list[str]:
    """Its words in small letters, as places are known by the first of theirs; a Turkish i is an i."""
    return _WORD.findall(text.casefold().replace("i\u0307", "i").replace("\u0131", "i"))


def _compiled(taxonomy: Taxonomy) -> Countries:
    return Countries(taxonomy.advice.countries)


countries: Derived[Taxonomy, Countries] = Derived(_compiled)
"""The countries of a taxonomy, compiled once."""
