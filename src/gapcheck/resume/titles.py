"""What the parts of an entry's head are: title, employer, place or terms of work, told by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gapcheck.resume.model import EntryKind
from gapcheck.taxonomy.language.job_titles import JobTitles

_WORD = re.compile(r"[^\W_]+(?:[-.'’&][^\W_]+)*\.?", re.UNICODE)
_PLACE = re.compile(r"^(?:[A-ZÀ-Þ][\w.'’-]*[ -]?){1,4}(?:,\s*(.+))?$")
LONGEST_PART = 14


class TitleWords:
    """job_titles.yaml, compiled. Pure after it is built."""

    def __init__(self, words: JobTitles) -> None:
        self._titles = frozenset(word for word in words.titles if " " not in word)
        self._endings = tuple(ending for ending in words.title_endings if len(ending) > 3)
        self._employers = _any(words.employers)
        words_of = _escaped(words.employers)
        self._employer_end = re.compile(
            rf"(?<!\w)(?:{words_of})[\s.)]*$|^(?:the\s+)?(?:{words_of})\s+(?:of|for|für|de|der|du|di)\s",
            re.IGNORECASE,
        )
        self._legal = re.compile(rf"(?<!\w)(?:{_escaped(words.legal_forms)})(?!\w)")
        self._units = re.compile(rf"^(?:the\s+)?(?:{_escaped(words.units)})(?!\w)", re.IGNORECASE)
        self._teaching = _any(words.teaching)
        self._internship = _any(words.internship)
        self._volunteering = _any(words.volunteering)
        self._employment = re.compile(
            rf"\s*[(\[]?\b(?:{_escaped(words.employment)})\b[)\]]?\s*", re.IGNORECASE
        )
        self._verbs = frozenset(words.verbs)
        self._regions = frozenset(words.regions)
        self._places = frozenset(words.places)

    def title_score(self, text: str) -> int:
        """How surely a part is a job title: 2 when its last or first noun names a job, 1 when any word does, else 0."""
        plain = re.split(
            r"\s+(?:(?:of|for|to the|to|in|at|with|de la|de|des|du|del|di|della|da|für|im|en)\s+|d['’](?=\w))",
            re.sub(r"\([^)]*\)", " ", text),
            maxsplit=1,
        )[0]
        words = [word.strip(".").casefold() for word in _WORD.findall(plain)]
        while words and (words[-1].isdigit() or re.fullmatch(r"[ivx]+|[a-z]|senior|junior|sr|jr", words[-1])):
            words.pop()
        if not words or len(words) > LONGEST_PART:
            return 0
        if self._is_title_word(words[-1]):
            return 2
        return 1 if any(self._is_title_word(word) for word in words) else 0

    def _is_title_word(self, word: str) -> bool:
        singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
        for each in {word, singular, *re.split(r"[-/]", singular)}:
            if each in self._titles or (len(each) > 6 and each.endswith(self._endings)):
                return True
        return False

    def names_employer(self, text: str) -> bool:
        """Whether a part holds a word of employers' names (Hospital, GmbH)."""
        return bool(self._employers.search(text) or self._legal.search(text))

    def employer_score(self, text: str) -> int:
        """How surely a part names an employer: 3 by its legal form, 2 by its last word, 1 by any, 0 not at all."""
        if self.names_unit(text):
            return 1 if self.names_employer(text) else 0
        return (
            3
            if self.has_legal_form(text)
            else 2
            if self._employer_end.search(text)
            else int(self.names_employer(text))
        )

    def names_unit(self, text: str) -> bool:
        """Whether a part names a part of an employer (Department of Physics)."""
        return bool(self._units.search(text))

    def has_legal_form(self, text: str) -> bool:
        """Whether a part holds the legal form of a company (GmbH, Inc.)."""
        return bool(self._legal.search(text))

    def is_place(self, text: str) -> bool:
        """Whether a part is a state, a country, "City, ST" or a word like remote."""
        plain = " ".join(text.strip(" ().·|").casefold().split())
        if plain in self._regions or plain in self._places:
            return True
        found = _PLACE.match(text.strip(" ()"))
        return bool(
            found and found.group(1) and found.group(1).strip().casefold() in self._regions | self._places
        )

    def is_region(self, text: str) -> bool:
        """Whether a part is nothing but a state, country or a word like remote."""
        return " ".join(text.strip(" ().").casefold().split()) in self._regions | self._places

    def without_terms(self, text: str) -> str:
        """A part without the terms of work ("(part-time)")."""
        return self._employment.sub(" ", text).strip(" ,;–—-·|")

    def opens_work(self, text: str) -> bool:
        """Whether a line begins with a verb of work done ("Led", "Responsible for")."""
        first = next(iter(_WORD.findall(text)), "").strip(".")
        plain = first.casefold()
        opening = re.split(r"[,|(\t]|\s[–—-]\s|\s{2,}", text, maxsplit=1)[0]
        if self.title_score(opening) == 2 and len(opening.split()) <= 6:
            return False
        return plain in self._verbs or (len(plain) > 4 and plain.endswith(("ed", "ing")))

    def is_teaching(self, title: str) -> bool:
        """Whether a title names a teaching post beside one's own studies."""
        return bool(self._teaching.search(title))

    def is_internship(self, title: str) -> bool:
        """Whether a title names an internship, a placement or an apprenticeship."""
        return bool(self._internship.search(title))

    def is_voluntary(self, title: str) -> bool:
        """Whether a title names unpaid work."""
        return bool(self._volunteering.search(title))

    def kind_of(self, title: str, usual: EntryKind) -> EntryKind:
        """The kind of an entry with this title, in a section whose entries are usually of kind `usual`."""
        if usual in {EntryKind.PROJECT, EntryKind.VOLUNTEERING}:
            return usual
        if self.is_voluntary(title):
            return EntryKind.VOLUNTEERING
        if self.is_internship(title):
            return EntryKind.INTERNSHIP
        return EntryKind.TEACHING if self.is_teaching(title) else usual


def _escaped(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(re.escape(part) for part in word.split()) for word in ordered) or "(?!)"


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_escaped(words)})(?!\w)", re.IGNORECASE)
