"""What the parts of an entry's head are: title, employer, place or terms of work, by their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gapcheck.facts.job_titles import SURE_SCORE, TITLE_WORD, JobTitleFinder
from gapcheck.resume.model import EntryKind
from gapcheck.spans import Span
from gapcheck.taxonomy.language.fact_words import JobTitles
from gapcheck.text.inflection import singular
from gapcheck.text.patterns import JOINERS
from gapcheck.text.phrases import ARTICLE, alternation, compiled, plain, without_brackets

_REGION_WITHIN = re.compile(r"(?P<town>[\w'’-]+)\s*,\s*(?P<region>[A-Z]{2}|[A-Z][a-z]+)(?=\s+[A-ZÀ-Þ])")
_FACT_END = re.compile(r"[,|(\t]|\s[–—-]\s|\s+(?=\d)")
_PLACE = re.compile(r"^(?:[A-ZÀ-Þ][\w.'’-]*[ -]?){1,4}(?:,\s*(.+))?$")
_OPENING_END = re.compile(r"[,|(\t]|\s[–—-]\s|\s{2,}")
_JOINED_NAMES = re.compile(
    r"(?P<first>[A-ZÀ-Þ][\w.'’-]*)(?: (?:&|\+|and) [A-ZÀ-Þ][\w.'’-]*){1,3} (?P<last>[A-ZÀ-Þ][\w’-]+)\W*\Z"
)
_PART_END = re.compile(r"[,;:.|·•()\t–—]|\s[/-]\s")
_NAME_BEFORE_BRACKETS = re.compile(r"\w+\s*\(")
_MOST_WORDS_OF_A_TITLE = 6
_LONGEST_TOWN = 3
_STEP = re.compile(r"[IVX]+|\d")


class EntryWords:
    """job_titles.yaml for the heads of entries, compiled. Pure after it is built."""

    def __init__(self, words: JobTitles, titles: JobTitleFinder) -> None:
        self._score = titles.score
        self._find_titles = titles.find
        self._employers = compiled(words.employers)
        employers, prepositions = self._employers.pattern, compiled(words.prepositions).pattern
        self._employer_end = re.compile(
            rf"{employers}[\s.)]*$|^(?:{ARTICLE}\s+)?{employers}\s+{prepositions}\s"
        )
        forms = sorted(words.legal_forms, key=lambda form: (-len(form), form))
        self._legal = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms)) or '(?!)'})(?!\w)")
        self._units = re.compile(rf"(?:{ARTICLE}\s+)?{compiled(words.units).pattern}")
        self._teaching = compiled(words.teaching)
        self._internship = compiled(words.internship)
        self._no_internship = compiled(words.not_internships)
        self._volunteering = compiled(words.volunteering)
        self._placement = compiled(words.placement)
        self._no_course = compiled(words.not_courses)
        people, learners = alternation(words.course_people), alternation(words.course_people[:1])
        courses = alternation(words.courses)
        self._course = re.compile(
            rf"(?:(?!.*{prepositions}\s).*\W)?(?:(?P<course>{courses}(?P<certain>\s+{people})?)|{learners})\W*"
        )
        self._staff = compiled(words.course_staff)
        self._learner = re.compile(rf"\W*{people}\W*")
        self._placement_headings = frozenset(words.placement_headings)
        breaks = rf"\W*{alternation(words.breaks)}"
        self._break = re.compile(
            rf"{breaks}\s*(?:$|[^\w\s&'’/-]|\s[/-]\s|\d)|(?P<goes_on>{breaks}\s+{alternation(words.break_joins)})\s"
        )
        terms = compiled(words.employment).pattern
        self._employment = re.compile(rf"\s*[(\[]?{terms}[)\]]?\s*")
        self._verbs = frozenset(words.verbs)
        self._regions = frozenset((*words.regions, *words.places))
        self._towns = frozenset(words.towns)
        self._hidden_towns = frozenset(words.hidden_towns)
        hidden = "|".join(map(re.escape, words.hidden_employers)) or "(?!)"
        self._hidden_employer = re.compile(rf"\b(?:{hidden})\b")
        self._town_openings = frozenset(words.town_openings)
        self._modifiers = frozenset(words.modifiers)
        self._ranks = frozenset(words.seniority)
        self._levels = frozenset(word for step in words.levels for word in step.words)
        self._prepositions = frozenset(words.prepositions)

    def names_employer(self, text: str) -> bool:
        """Whether a part holds a word of employers' names (Hospital, GmbH)."""
        return bool(self._employers.search(plain(text)) or self._legal.search(text))

    def employer_score(self, text: str) -> int:
        """How likely a part names an employer: 3 by its legal form, 2 by its last word, 1 by any, 0 not at all."""
        if self._units.match(plain(text)):
            return int(self.names_employer(text))
        if self.has_legal_form(text):
            return 3
        if self._names_firm(text):
            return 2
        return 2 if self._employer_end.search(plain(text)) else int(self.names_employer(text))

    def title_score(self, text: str) -> int:
        """How likely a part is a job title: 2, 1 or 0; never the name of a firm."""
        return 0 if self._names_firm(text) else self._score(text)

    def _names_firm(self, text: str) -> bool:
        """Whether names that are joined lead to the plural of a title, as of a firm ("Mill & Sample Architects")."""
        found = _JOINED_NAMES.match(text)
        if found is None:
            return False
        last = found["last"].casefold()
        return singular(last) != last and self._score(last) == SURE_SCORE and not self._score(found["first"])

    def has_legal_form(self, text: str) -> bool:
        """Whether a part holds the legal form of a company (GmbH, Inc.)."""
        return bool(self._legal.search(text))

    def is_place(self, text: str) -> bool:
        """Whether a part is a state, a country, a large town, "City, ST" or a word like remote."""
        found = _PLACE.match(text.strip(" ()"))
        if " ".join(text.strip(" ().·|").casefold().split()) in self._towns:
            return True
        return self.is_region(text.strip("·|")) or bool(
            found and found.group(1) and found.group(1).strip().casefold() in self._regions
        )

    def unsigned_breaks(self, text: str) -> Iterator[int]:
        """Places of blanks that part two facts with no sign: behind "Leeds, MA", around what hides an employer."""
        for found in _REGION_WITHIN.finditer(text):
            known = found["region"].isupper() or found["town"].casefold() in self._hidden_towns
            if known and self.is_region(found["region"]) and self._begins_fact(text, found):
                yield found.end()
        for hidden in self._hidden_employer.finditer(text):
            if hidden.start():
                yield hidden.start() - 1
            if hidden.end() < len(text):
                yield hidden.end()

    def _begins_fact(self, text: str, found: re.Match[str]) -> bool:
        """Whether a title or a date follows a region, whose town is no title: not in "Trainer, LA Fitness"."""
        after = _FACT_END.split(text[found.end() :].strip(), maxsplit=1)[0]
        return not self.title_score(found["town"]) and (not after or self.title_score(after) == SURE_SCORE)

    def is_region(self, text: str) -> bool:
        """Whether a part is nothing but a state, country or a word like remote."""
        return " ".join(text.strip(" ().").casefold().split()) in self._regions

    def without_town(self, name: str, *, before_region: bool) -> str:
        """The name of an employer without a town behind it; what comes right before a region ends in one."""
        words = name.split()
        for first in range(max(1, len(words) - _LONGEST_TOWN), len(words)):
            if " ".join(words[first:]).casefold() in self._towns:
                return name if words[first - 1].casefold() in self._prepositions else " ".join(words[:first])
        if not before_region or len(words) < 2:  # an employer and a town
            return name
        for last in range(len(words) - 1, max(0, len(words) - 1 - _LONGEST_TOWN), -1):
            if self.employer_score(" ".join(words[:last])) >= 2:  # by its form or its last word
                return " ".join(words[:last])
        if self.employer_score(name) >= 2 or words[-2].casefold() in self._prepositions:
            return name
        opened = len(words) > 2 and words[-2].casefold() in self._town_openings
        return " ".join(words[: -2 if opened else -1])

    def names_title(self, text: str) -> bool:
        """Whether a text ends in a job title with the words that go before it ("Key Account Manager")."""
        return any(each.span.end == len(text.rstrip()) for each in self._find_titles(text))

    def is_rank(self, text: str) -> bool:
        """Whether a part is nothing but the rank of a title ("Sr.", "II")."""
        return text.strip(" .").casefold() in self._ranks or _STEP.fullmatch(text.strip(" .")) is not None

    def halves(self, text: str, *, below_date: bool) -> tuple[Span, Span] | None:
        """The title and the employer in words without any sign between them; None where they cannot be told apart.

        `below_date`: they are alone on the line beside a date, so it is likely that both are there.
        """
        words = [Span(*word.span()) for word in re.finditer(r"\S+", text)]
        nouns = [at for at, word in enumerate(words) if self.title_score(word.of(text)) == SURE_SCORE]
        if not nouns:
            return None
        if self._tail(text, words, nouns[-1] + 1) < len(words):
            title = next(
                (each.span for each in self._find_titles(text) if each.span.start == 0), words[nouns[0]]
            )
            cut = self._tail(text, words, sum(word.start < title.end for word in words))
            titled, employer = words[:cut], words[cut:]
            of = any(word.of(text).casefold() in self._prepositions for word in titled)
            if of and employer and not self.names_employer(text[employer[0].start :]):
                return None
        else:
            cut = self._start_of_title(text, words, nouns[-1], likely=below_date)
            if nouns[0] < cut:
                return None
            employer, titled = words[:cut], words[cut:]
        if (
            not titled
            or not employer
            or not all(end.of(text)[0].isupper() for end in (employer[0], employer[-1]))
        ):
            return None
        return Span(titled[0].start, titled[-1].end), Span(employer[0].start, employer[-1].end)

    def _tail(self, text: str, words: Sequence[Span], cut: int) -> int:
        """Where a title ends whose head noun is right before `cut`: behind its step ("II") or what follows an "of"."""
        if cut < len(words) and _STEP.fullmatch(words[cut].of(text)):
            cut += 1
        of = cut + 1 < len(words) and words[cut].of(text).casefold() in self._prepositions
        return cut + 2 if of else cut

    def _start_of_title(self, text: str, words: Sequence[Span], noun: int, *, likely: bool) -> int:
        """How many words come before a title at the end; 0 where none can be said to be an employer's.

        `likely`: an unknown name before a title is enough.
        """
        if plain(words[0].of(text)) in self._modifiers or self.title_score(words[0].of(text)):
            return 0
        before = {cut: text[: words[cut].start].rstrip() for cut in range(noun, 0, -1)}
        named = [cut for cut, name in before.items() if self.employer_score(name) > 1]
        if named and (legal := [cut for cut in named if self.has_legal_form(words[cut - 1].of(text))]):
            return legal[0]
        if parted := [cut for cut in named if cut < noun]:
            return parted[0]
        found = next((each.span for each in self._find_titles(text) if words[noun] in each.span), None)
        if found is None or not likely:
            return named[0] if named and named[0] > 1 else 0
        first = sum(word.start < found.start for word in words)
        ranks = [at for at in range(first, noun) if plain(words[at].of(text)) in self._levels]
        return ranks[-1] if ranks else first

    def without_terms(self, text: str) -> str:
        """A part without the terms of work ("(part-time)")."""
        for found in reversed([*self._employment.finditer(plain(text))]):
            text = f"{text[: found.start()]} {text[found.end() :]}"
        return text.strip(" ,;–—-·|")

    def opens_break(self, text: str) -> bool:
        """Whether the first part of a head is a time without a post ("Career break"), or goes on so ("Travelled in Peru")."""
        found = self._break.match(plain(text))
        # "Time Out for Kids" is a name
        return found is not None and (not found["goes_on"] or text[: found.end()].lstrip()[1:].islower())

    def is_break(self, title: str, told: Sequence[str]) -> bool:
        """Whether one of the texts of a head opens a break, and neither its title nor any of them names a post."""
        if self.title_score(title) == SURE_SCORE or not any(map(self.opens_break, told)):
            return False
        return not any(map(self.names_post, told))

    def names_post(self, text: str) -> bool:
        """Whether a part of a head, outside brackets, is a title or, with a capital, an employer."""
        parts = [part.strip() for part in _PART_END.split(without_brackets(text))]
        return any(
            self.title_score(part) == SURE_SCORE or (part[:1].isupper() and self.employer_score(part) > 1)
            for part in parts
            if part and not self.opens_break(part)
        )

    def opens_work(self, text: str) -> bool:
        """Whether a line begins with a verb of work done ("Led", "Responsible for")."""
        opening = _OPENING_END.split(text, maxsplit=1)[0]
        if self.title_score(opening) == SURE_SCORE and len(opening.split()) <= _MOST_WORDS_OF_A_TITLE:
            return False
        words = TITLE_WORD.findall(text)[:_MOST_WORDS_OF_A_TITLE]
        first = words[0].strip(".").casefold() if words else ""
        if first in self._verbs or (len(first) > 4 and first.endswith("ed")):
            return first.endswith("ed") or not self._names_title(words)
        # a name before brackets is no verb: "Loftwing (scheduling app)"
        named = _NAME_BEFORE_BRACKETS.match(text) is not None
        return len(first) > 4 and first.endswith("ing") and not named and not self._names_title(words)

    def _names_title(self, words: Sequence[str]) -> bool:
        """Whether capitalised words lead to the noun of one job ("Marketing and Website Manager Sample Mills")."""
        for word in words:
            if self.title_score(word) == SURE_SCORE and singular(word.casefold()) == word.casefold():
                return word[0].isupper()
            if not word[0].isupper() and word.casefold() not in JOINERS:
                return False
        return False

    def kind_of(self, title: str, usual: EntryKind, employer: str = "") -> EntryKind:
        """The kind of an entry with this title and employer, in a section whose entries are usually of kind `usual`."""
        if usual in {EntryKind.PROJECT, EntryKind.VOLUNTEERING}:
            return usual
        low = self._no_internship.sub(" ", plain(title))
        if self._volunteering.search(low):
            return EntryKind.VOLUNTEERING
        if self._is_course(low, plain(employer)):
            return EntryKind.COURSE
        return self._kind_of_post(title, low, usual)

    def _kind_of_post(self, title: str, low: str, usual: EntryKind) -> EntryKind:
        """The same of what is no course and not voluntary; `low` is the title without what only looks like an internship."""
        besides = self._placement.sub(" ", low)
        if besides != low and not self._names_job(besides) and not self._internship.search(besides):
            return EntryKind.PLACEMENT  # but whoever coordinates placements, or is paid besides, has a job
        if self._internship.search(besides):
            return EntryKind.INTERNSHIP
        if usual is EntryKind.PLACEMENT and self.title_score(title) == SURE_SCORE:
            return EntryKind.INTERNSHIP
        return EntryKind.TEACHING if self._teaching.search(low) else usual

    def _is_course(self, title: str, employer: str) -> bool:
        """Whether a title (in its plain reading) says that something was learned, and not that it was taught or paid.

        What it was learned in counts before another part that names a job; it may stand in the employer's place where
        the title names a learner alone, as a firm may be called Capstone.
        """
        parts = [part.strip() for part in _PART_END.split(self._no_course.sub(" ", title)) if part.strip()]
        if all(self._learner.fullmatch(part) for part in parts):
            parts += [part.strip() for part in _PART_END.split(employer)]
        courses = {part: each for part in parts if (each := self._course.fullmatch(part))}
        paid = [
            part for part, each in courses.items() if not each["course"] and self._internship.search(part)
        ]
        others = [part for part in parts if part not in courses and not self._learner.fullmatch(part)]
        if not courses or paid or any(map(self._staff.search, others)):
            return False
        return any(each["certain"] for each in courses.values()) or not any(map(self._names_job, others))

    def _names_job(self, text: str) -> bool:
        return any(self.title_score(part.strip()) == SURE_SCORE for part in _PART_END.split(text))

    def kind_below(self, heading: str, usual: EntryKind) -> EntryKind:
        """The kind of most entries below a heading, in a section whose entries are usually of kind `usual`."""
        if plain(heading).strip(" :") in self._placement_headings:
            return EntryKind.PLACEMENT
        return self.kind_of(heading, usual)
