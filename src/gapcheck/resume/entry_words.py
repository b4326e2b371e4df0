"""What the parts of an entry's head are: title, employer, place or terms of work, by their words."""

from __future__ import annotations

import re

from gapcheck.facts.job_titles import TITLE_WORD, JobTitleFinder
from gapcheck.resume.model import EntryKind
from gapcheck.taxonomy.language.fact_words import JobTitles
from gapcheck.text.phrases import alternation, compiled, plain

_PLACE = re.compile(r"^(?:[A-ZÀ-Þ][\w.'’-]*[ -]?){1,4}(?:,\s*(.+))?$")
_OPENING_END = re.compile(r"[,|(\t]|\s[–—-]\s|\s{2,}")
_MOST_WORDS_OF_A_TITLE = 6


class EntryWords:
    """job_titles.yaml for the heads of entries, compiled. Pure after it is built."""

    def __init__(self, words: JobTitles, titles: JobTitleFinder) -> None:
        self.title_score = titles.score
        """How likely a part is a job title: 2, 1 or 0."""
        self._employers = compiled(words.employers)
        employers, prepositions = self._employers.pattern, compiled(words.prepositions).pattern
        self._employer_end = re.compile(rf"{employers}[\s.)]*$|^(?:the\s+)?{employers}\s+{prepositions}\s")
        forms = sorted(words.legal_forms, key=lambda form: (-len(form), form))
        self._legal = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms)) or '(?!)'})(?!\w)")
        self._units = re.compile(rf"(?:the\s+)?{compiled(words.units).pattern}")
        self._teaching = compiled(words.teaching)
        self._internship = compiled(words.internship)
        self._volunteering = compiled(words.volunteering)
        terms = alternation(words.employment) if words.employment else "(?!)"
        self._employment = re.compile(rf"\s*[(\[]?\b{terms}\b[)\]]?\s*")
        self._verbs = frozenset(words.verbs)
        self._regions = frozenset((*words.regions, *words.places))

    def names_employer(self, text: str) -> bool:
        """Whether a part holds a word of employers' names (Hospital, GmbH)."""
        return bool(self._employers.search(plain(text)) or self._legal.search(text))

    def employer_score(self, text: str) -> int:
        """How likely a part names an employer: 3 by its legal form, 2 by its last word, 1 by any, 0 not at all."""
        if self._units.match(plain(text)):
            return int(self.names_employer(text))
        if self.has_legal_form(text):
            return 3
        return 2 if self._employer_end.search(plain(text)) else int(self.names_employer(text))

    def has_legal_form(self, text: str) -> bool:
        """Whether a part holds the legal form of a company (GmbH, Inc.)."""
        return bool(self._legal.search(text))

    def is_place(self, text: str) -> bool:
        """Whether a part is a state, a country, "City, ST" or a word like remote."""
        found = _PLACE.match(text.strip(" ()"))
        return self.is_region(text.strip("·|")) or bool(
            found and found.group(1) and found.group(1).strip().casefold() in self._regions
        )

    def is_region(self, text: str) -> bool:
        """Whether a part is nothing but a state, country or a word like remote."""
        return " ".join(text.strip(" ().").casefold().split()) in self._regions

    def without_terms(self, text: str) -> str:
        """A part without the terms of work ("(part-time)")."""
        for found in reversed([*self._employment.finditer(plain(text))]):
            text = f"{text[: found.start()]} {text[found.end() :]}"
        return text.strip(" ,;–—-·|")

    def opens_work(self, text: str) -> bool:
        """Whether a line begins with a verb of work done ("Led", "Responsible for")."""
        opening = _OPENING_END.split(text, maxsplit=1)[0]
        if self.title_score(opening) == 2 and len(opening.split()) <= _MOST_WORDS_OF_A_TITLE:
            return False
        first = next(iter(TITLE_WORD.findall(text)), "").strip(".").casefold()
        return first in self._verbs or (len(first) > 4 and first.endswith(("ed", "ing")))

    def kind_of(self, title: str, usual: EntryKind) -> EntryKind:
        """The kind of an entry with this title, in a section whose entries are usually of kind `usual`."""
        if usual in {EntryKind.PROJECT, EntryKind.VOLUNTEERING}:
            return usual
        low = plain(title)
        if self._volunteering.search(low):
            return EntryKind.VOLUNTEERING
        if self._internship.search(low):
            return EntryKind.INTERNSHIP
        return EntryKind.TEACHING if self._teaching.search(low) else usual
