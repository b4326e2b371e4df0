"""Degrees that a text names, on resumes and in job documents: level, place, and whether they are held.

The levels and their order are `Level`. What degrees are called is in degrees.yaml; the field of study that goes
with a name is found by `gapcheck.facts.fields_of_study`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.facts.degree_letters import lettered
from gapcheck.facts.durations import NUMBER_START
from gapcheck.facts.fields_of_study import FieldFinder, SchoolNames
from gapcheck.lazy import late_pattern
from gapcheck.spans import Span
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.enums import Level
from gapcheck.taxonomy.language.fact_words import Degrees
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.once_a_document import once_a_document
from gapcheck.text.patterns import JOINERS
from gapcheck.text.phrases import OR, alternation, compiled, plain
from gapcheck.text.sentences import sentences

__all__ = ["DegreeFinder", "DegreeName", "Level", "degree_finder", "lowest"]

_AND_APART = re.compile(r",\s+and\b")
"""Before something else that is asked for: "a degree in botany, and fluent Polish"."""
_NAME_OR_YEAR = re.compile(r"\.?\s*(?:\(|,\s*[A-Z]|\s[A-Z]|,?\s*(?:19|20)\d\d)")
_STANDARD = re.compile(r"\s?(?:en\s|iso\s)*(?!(?:19|20)\d\d\b)\d{3,}")
"""The number of a standard behind its letters ("BS 7671"), which are no degree then; a year may follow one."""
_NEAR = 12
"""Characters within which another degree makes an ambiguous name one, too."""


@dataclass(frozen=True, slots=True)
class DegreeName:
    """A degree named in a text, with its offsets there.

    `implied` is the field that its name itself states; `plain`: the name means nothing else; `named`: it gives a
    level, unlike "degree"; `unsure`: it needs a school or a known field beside it ("Diploma in").
    """

    level: Level
    start: int
    end: int
    implied: str = ""
    plain: bool = True
    named: bool = True
    unsure: bool = False

    def overlaps(self, other: DegreeName) -> bool:
        """Whether the names share text."""
        return self.start < other.end and other.start < self.end


_Rows = Mapping[str, tuple[Level, str]]
_Names = tuple[re.Pattern[str], _Rows]


class DegreeFinder:
    """degrees.yaml, compiled. Pure after it is built."""

    def __init__(self, words: Degrees) -> None:
        self.fields = FieldFinder(words)
        self.schools = SchoolNames(words)
        names = {
            _key(form): (row.level, row.field)
            for row in words.degrees
            for name in row.names
            for form in _with_plurals(name, words.field_words.prepositions)
        }
        asked = {_key(name): (row.level, row.field) for row in words.degrees for name in row.asked}
        self._names = _any_case(names), names
        self._asked = _any_case({**names, **asked}), {**names, **asked}
        ambiguous = frozenset(name for row in words.degrees for name in row.ambiguous)
        self._abbreviations = _as_printed(
            [(row.abbreviations, row.level, row.field) for row in words.degrees], ambiguous
        )
        self._ambiguous = _as_printed([(row.ambiguous, row.level, row.field) for row in words.degrees])
        self._studied = _in_both_ways([(row.studied, row.level, row.field) for row in words.degrees])
        self._schooled = _in_both_ways([(row.schooled, row.level, row.field) for row in words.degrees])
        self._unnamed = compiled(words.unnamed)
        self._not_degrees = compiled(words.not_degrees)
        self._diplomas, self._secondary = compiled(words.diplomas), compiled(words.secondary_schools)
        self._applied = late_pattern(rf"[\w-]*\.?\s*{alternation(words.applied)}")
        self._followers = late_pattern(rf"'?s?[\s-]+{compiled(words.followers).pattern}")
        self._unasked_after = late_pattern(rf"{compiled(words.unasked_after).pattern}\s*\Z")
        self._unasked_before = late_pattern(rf"(?:'s)?\s+{compiled(words.unasked_before).pattern}")
        about = rf"(?:(?!{compiled(words.conditions_about).pattern})[\w'-]+\s+){{0,4}}\Z"
        self._demanded = late_pattern(rf"{compiled(words.conditions_before).pattern}\s+{about}")
        self._without = late_pattern(rf"{compiled(words.refused_without).pattern}\s+{about}")
        behind = compiled(words.conditions_behind).pattern
        self._conditions = late_pattern(rf"(?:[^,;:()\[\]]*?\s|\s*[,(]\s*){behind}")
        self._refused = late_pattern(rf"[^;]*?{compiled(words.refused).pattern}")
        self._or_else = late_pattern(rf"[^;]*?{compiled(words.conditions_or).pattern}")
        field = words.field_words
        self._joined = compiled((*field.nouns, *field.prepositions))
        degree_nouns = compiled((*field.nouns, *words.honours)).pattern
        prepositions = compiled(field.openings).pattern
        self._in_use = late_pattern(rf"\.?\s*(?:\(?{degree_nouns}|{prepositions}\s)")
        self._leads_to_field = late_pattern(rf"\.?\s*{prepositions}\s+")
        self._compared = late_pattern(rf"\.?\s*(?:{OR}\s+)?{compiled(field.comparisons).pattern}")
        joiner = compiled(field.trailing).pattern
        self._beside_years = late_pattern(
            rf"\.?\s*(?:(?:{joiner}|,)\s|[+&(])\s*(?:[a-z]+\s+){{0,3}}?{NUMBER_START}"
        )
        self._running = compiled(words.status.in_progress)
        self._left = compiled(words.status.abandoned)
        self._details = late_pattern(rf"\W*{compiled(words.details).pattern}")
        self._other_courses = compiled(words.other_courses)
        self._equivalents = compiled(words.equivalents)
        self._from_school = late_pattern(rf"\s+{alternation(words.before_school)}\s")

    def find(self, text: str, *, study: bool = False) -> tuple[DegreeName, ...]:
        """The degrees that a line of a resume names; two names of one ("Bachelor of Science, BSc") count once.

        `study`: the line is about studies, where letters of a degree that the list does not have count as well
        ("M.B.M. : Bank Management"), and a diploma of a high school.
        """
        low = plain(text)
        found = [*self._known(text, low, self._names)]
        found += [
            replace(each, plain=False)
            for each in _matches(self._ambiguous, text)
            if self._held_in_context(text, each) or _is_short_for_one(text, each, found)
        ]
        found += [
            DegreeName(*each, plain=False) for each in lettered(text, self.fields, self.schools, study=study)
        ]
        if study:
            found += self._in_studies(text, low)
        found = [each for each in found if not _STANDARD.match(low, each.end)]
        kept = [
            self._lowered(each, low) for each in self._allowed(low, found) if self._is_name(text, low, each)
        ]
        if any(not each.unsure for each in kept):  # "Diploma in Physics (Diplom-Physiker)" is one
            kept = [each for each in kept if not each.unsure]
        return tuple(self._merged(text, low, sorted(kept, key=lambda each: (each.start, -each.end))))

    def _in_studies(self, text: str, low: str) -> Iterator[DegreeName]:
        for names, unsure in ((self._studied, False), (self._schooled, True)):
            for each in (*_matches(names[0], text), *_known(low, *names[1])):
                yield replace(each, plain=False, unsure=unsure)
        diploma = self._diplomas.search(low)
        if diploma and self._secondary.search(low):
            yield DegreeName(Level.HIGH_SCHOOL, *diploma.span(), plain=False)

    @once_a_document
    def find_asked(self, text: str) -> tuple[DegreeName, ...]:
        """The degrees that a clause of a job document asks for; "degree" alone only where no level is named."""
        low = plain(text)
        found = [*self._known(text, low, self._asked)]
        found += [
            DegreeName(Level.BACHELOR, *each.span(), named=False) for each in self._unnamed.finditer(low)
        ]
        found = [each for each in found if not re.match(r"\s?(?:en\s|iso\s)*\d", low[each.end :])]
        found += [
            replace(each, plain=False)
            for each in _matches(self._ambiguous, text)
            if self._asked_in_context(text, low, each, found)
        ]
        asked = [each for each in self._allowed(low, found) if not self._is_unasked(low, each)]
        chosen = _longest(
            [replace(each, end=self.fields.name_end(low, each.start, each.end)) for each in asked]
        )
        return tuple(self._lowered(each, low) for each in chosen)

    def _known(self, text: str, low: str, names: _Names) -> Iterator[DegreeName]:
        yield from _known(low, *names)
        yield from _matches(self._abbreviations, text)

    def _allowed(self, low: str, found: Sequence[DegreeName]) -> list[DegreeName]:
        """Without what only looks like a degree ("scrum master")."""
        barred = [match.span() for match in self._not_degrees.finditer(low)] if found else []
        return [d for d in found if not any(d.start < end and start < d.end for start, end in barred)]

    def _lowered(self, degree: DegreeName, low: str) -> DegreeName:
        """A long degree of a university of applied sciences is one level below: Diplom-Informatiker (FH)."""
        if degree.level is not Level.MASTER or not self._applied.match(low, degree.end):
            return degree
        return replace(degree, level=Level.BACHELOR)

    def _held_in_context(self, text: str, degree: DegreeName) -> bool:
        """Whether "MA", "ME" and their like are used as degrees: with a field or "in", or opening the line."""
        after, before = text[degree.end :], text[: degree.start]
        if self._in_use.match(plain(after)) or self.fields.opens(re.sub(r"^[\s.,:(–—-]+", "", after)):
            return True
        opens = not before.strip(" \t|–—-()0123456789/.,’'")
        return opens and bool(re.match(r"\.?,?\s+[A-ZÀ-Þ][a-zà-ÿ]", after))

    def _asked_in_context(
        self, text: str, low: str, degree: DegreeName, others: Sequence[DegreeName]
    ) -> bool:
        """The same for a job document: beside another degree, a field, "or higher", or years that another also has."""
        if any(
            -_NEAR <= each.start - degree.end <= _NEAR or 0 <= degree.start - each.end <= _NEAR
            for each in others
        ):
            return True
        field = self._leads_to_field.match(low, degree.end)
        if (
            field and (text[field.end() : field.end() + 1].isupper() or self.fields.opens(low[field.end() :]))
        ) or self._compared.match(low, degree.end):
            return True
        return bool(others and self._beside_years.match(low, degree.end))

    def _is_unasked(self, low: str, degree: DegreeName) -> bool:
        """Whether a degree is only spoken of: "during the degree", "two master's students"."""
        before, after = low[max(degree.start - 40, 0) : degree.start], low[degree.end : degree.end + 22]
        return bool(self._unasked_after.search(before) or self._unasked_before.match(after))

    def _is_name(self, text: str, low: str, degree: DegreeName) -> bool:
        """Whether a degree of one plain word ("master") is used as a name: with a capital, and not before a thesis."""
        printed = text[degree.start : degree.end]
        if degree.level is Level.HIGH_SCHOOL:
            return True  # "diploma Elm High School"
        if not printed.isalpha() or printed.isupper() or any(map(str.isupper, printed[1:])):
            return True
        after = low[degree.end :]
        if self._followers.match(after):
            return False
        return printed[:1].isupper() or bool(self._in_use.match(after))

    def _merged(self, text: str, low: str, found: Iterable[DegreeName]) -> Iterator[DegreeName]:
        """Overlaps go to the longer name; a second name of the same level in brackets or beside the first is the same degree."""
        last: DegreeName | None = None
        for degree in found:
            if last is None:
                last = degree
                continue
            if degree.start < last.end:
                continue
            between = text[last.end : degree.start]
            joined = self._joined.sub("", low[last.end : degree.start])
            beside = not re.sub(r"[\s(),.:/–—'’-]", "", joined)
            bracketed = between.rfind("(") > between.rfind(")") and ")" in text[degree.end : degree.end + 12]
            slashed = between.strip() in JOINERS | {"+"}
            if degree.level is last.level and not slashed and (beside or bracketed):
                end = text.index(")", degree.end) + 1 if bracketed else degree.end
                last = replace(last, end=end, implied=degree.implied or last.implied)
                continue
            yield last
            last = degree
        if last is not None:
            yield last

    def field_of(self, text: str, degree: DegreeName) -> str:
        """The field behind the degree's name, or before it, as printed; else what the name implies."""
        field = self.fields.behind(text[degree.end :], implied=bool(degree.implied))
        if field is None:
            return ""
        if degree.level is not Level.HIGH_SCHOOL and (not field or degree.level is Level.BOOTCAMP):
            before = self.fields.before(text[: degree.start])
            if before and not self.find(before) and (not degree.implied or self.fields.is_field(before)):
                return before
        if degree.level in {Level.HIGH_SCHOOL, Level.BOOTCAMP}:
            return ""
        return field or degree.implied

    def is_detail(self, text: str) -> bool:
        """Whether a line is about details of a degree: its thesis, coursework or awards ("Honours BSc" is no detail)."""
        found = self._details.match(plain(text))
        return found is not None and not any(each.start <= found.end() + 1 for each in self.find(text))

    def goes_on(self, text: str, degree: DegreeName) -> bool:
        """Whether a degree's name is followed as only a degree's is: by "in", a field, a school or a year."""
        after = text[degree.end :]
        return bool(self._in_use.match(plain(after)) or _NAME_OR_YEAR.match(after))

    def names_school(self, text: str) -> bool:
        """Whether a posting says right behind a degree what school it has to be from."""
        low = plain(text)
        return any(self._from_school.match(low, each.end) for each in self.find_asked(text))

    def accepts_equivalent(self, low: str, start: int = 0) -> re.Match[str] | None:
        """Where a plain text accepts something else in place of a degree ("or equivalent experience")."""
        return self._equivalents.search(low, start)

    def is_condition(self, low: str, degree: Span, until: int) -> bool:
        """Whether a plain sentence makes a degree in it, whose fields end at `until`, a condition: "must hold a"."""
        if self._or_else.match(low, degree.end):
            return False
        before = low[max(degree.start - 80, 0) : degree.start]
        apart = _AND_APART.search(low, degree.end, until)
        until = apart.start() if apart else until
        refused = self._without.search(before) and self._refused.match(low, degree.end)
        return bool(self._demanded.search(before) or refused or self._conditions.match(low, until))

    def in_progress(self, text: str) -> bool:
        """Whether a text says that a degree is still being earned."""
        return bool(self._running.search(plain(text)))

    def abandoned(self, text: str) -> bool:
        """Whether a text says that a degree was not finished; a sentence that opens with other courses speaks of those."""
        low = plain(text)
        return any(
            self._left.search(low, place.start, place.end) and not self._other_courses.match(low, place.start)
            for place in sentences(text)
        )


def lowest(levels: Iterable[Level]) -> Level | None:
    """The lowest of some levels, the first of those that rank alike."""
    return min(levels, key=lambda level: level.rank, default=None)


def _longest(found: Iterable[DegreeName]) -> list[DegreeName]:
    """Where names overlap, the longest; in order of the text."""
    chosen: list[DegreeName] = []
    for degree in sorted(found, key=lambda each: (each.start - each.end, each.start)):
        if not any(degree.overlaps(other) for other in chosen):
            chosen.append(degree)
    return sorted(chosen, key=lambda each: each.start)


def _key(name: str) -> str:
    return re.sub(r"[\s–-]+", " ", name.lower())


def _is_short_for_one(text: str, degree: DegreeName, others: Sequence[DegreeName]) -> bool:
    """Whether letters stand right behind a degree of their level: "Master of Science - MS"."""
    before = (each for each in others if each.level is degree.level and each.end <= degree.start)
    return any(re.fullmatch(r"\s*[(,–-]\s*", text[each.end : degree.start]) for each in before)


def _known(low: str, pattern: re.Pattern[str], rows: _Rows) -> Iterator[DegreeName]:
    for match in pattern.finditer(low):
        key = _key(match.group())
        level, field = rows.get(key) or rows[re.sub(r"'s?$", "", key)]
        yield DegreeName(level, *match.span(), field)


def _in_both_ways(rows: Sequence[tuple[tuple[str, ...], Level, str]]) -> tuple[_Names, _Names]:
    """Names with capitals, matched as printed, and the others, matched in any case."""
    capitals = [(tuple(n for n in names if not _is_small(n)), level, field) for names, level, field in rows]
    small = {_key(n): (level, field) for names, level, field in rows for n in names if _is_small(n)}
    return _as_printed(capitals), (_any_case(small), small)


def _is_small(name: str) -> bool:
    return name == name.lower()


def _with_plurals(name: str, prepositions: Sequence[str]) -> Iterator[str]:
    """A name, and as many say it: "bachelor of science", "bachelors of science", "bachelor's of science"."""
    yield name
    first, _, rest = name.partition(" ")
    if rest.partition(" ")[0] in prepositions and not first.endswith("s"):
        yield from (f"{first}s {rest}", f"{first}'s {rest}")


def _any_case(names: Iterable[str]) -> re.Pattern[str]:
    """Names in plain text, longest first."""
    elided, whole = (tuple(n for n in names if n.endswith("'") is ends) for ends in (True, False))
    before_vowel = f"{alternation(elided)}|" if elided else ""
    return late_pattern(rf"(?<![\w-])(?:{before_vowel}{alternation(whole)}(?!\w)(?:'s?(?!\w))?)")


def _as_printed(
    rows: Iterable[tuple[tuple[str, ...], Level, str]], without: frozenset[str] = frozenset()
) -> tuple[re.Pattern[str], _Rows]:
    """Abbreviations with their capitals; the dots may be followed by blanks, or be left out if enough letters remain."""
    forms: dict[str, None] = {}
    known: dict[str, tuple[Level, str]] = {}
    for names, level, field in rows:
        for printed in names:
            letters = re.sub(r"[.\s-]", "", printed)
            known.setdefault(letters.upper(), (level, field))
            forms.update(dict.fromkeys(form for form in _forms(printed, letters) if form not in without))
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return late_pattern(rf"(?<![\w.])(?:{'|'.join(ordered) or '(?!)'})(?!\w)"), known


def _forms(printed: str, letters: str) -> Iterator[str]:
    if "." in printed:
        parts = [re.escape(part) for part in re.split(r"\.[\s-]*", printed) if part]
        hyphen = "-?" if "-" in printed else ""
        yield rf"\.\s?{hyphen}".join(parts) + (r"\.?" if len(parts) > 1 else r"\.")
    if "." not in printed or len(letters) > 2:
        yield re.escape(letters if "." in printed else printed)
    if len(letters) > 2:
        yield re.escape((letters if "." in printed else printed).upper())


def _matches(names: _Names, text: str) -> Iterator[DegreeName]:
    pattern, rows = names
    for match in pattern.finditer(text):
        level, field = rows[re.sub(r"[.\s-]", "", match.group()).upper()]
        yield DegreeName(level, *match.span(), field)


def _built(taxonomy: Taxonomy) -> DegreeFinder:
    return DegreeFinder(taxonomy.degrees)


degree_finder: Derived[Taxonomy, DegreeFinder] = Derived(_built)
"""The finder for the words of a taxonomy, compiled once."""
