"""The parts of a resume where an edit belongs: its jobs and projects, each with what it shows and how people would call it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.advice.nearness import FIELD, SIBLING, is_field, links, wider
from gapcheck.facts.field_families import field_families
from gapcheck.matching.mentions import CLAIMED, Method, SkillMention
from gapcheck.overview import project_themes, taught_by, theme_finder, theme_of
from gapcheck.report import Evidence
from gapcheck.resume.model import EMPLOYMENT, Education, Entry, EntryKind
from gapcheck.scoring import Case
from gapcheck.spans import Span
from gapcheck.taxonomy import Level

_NAME = 60
"""Characters of a job's name; longer ones are cut at a word."""
_OFA_FIELD = 3
_NEXT = 30
"""Characters behind a name that may hold the next word."""
_TAUGHT = frozenset({Level.ASSOCIATE, Level.BACHELOR, Level.MASTER})
"""Degrees that are made of courses."""
_LISTED = 2
"""Commas of a line that is a list."""
_NOW = "9999"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Place:
    """A job, a project or a degree of the resume. `number` counts jobs from 1 as the report lists them, 0 for others.

    `ended` is YYYY-MM of the last month of a job that is over, else "".
    """

    name: str
    span: Span
    page: int
    kind: EntryKind | None
    dated: bool
    number: int = 0
    title: str = ""
    ended: str = ""

    @property
    def is_job(self) -> bool:
        """Whether it is a post held."""
        return self.kind in EMPLOYMENT


@dataclass(frozen=True, slots=True)
class Nearest:
    """Where a skill belongs: the place, how near its work is (0 for not at all), and the line that shows it."""

    place: Place | None = None
    degree: int = 0
    line: Evidence | None = None


class Places:
    """The places of one case, and which of them is nearest to a skill."""

    def __init__(self, case: Case) -> None:
        self._case = case
        numbers = iter(range(1, len(case.resume.entries) + 1))
        self.entries = tuple(
            Place(
                _entry_name(each),
                each.span,
                each.page,
                each.kind,
                each.period is not None,
                next(numbers) if each.kind in EMPLOYMENT else 0,
                each.title,
                _end(each),
            )
            for each in case.resume.entries
        )
        self.jobs = tuple(each for each in self.entries if each.is_job)
        self.projects = tuple(each for each in self.entries if each.kind is EntryKind.PROJECT)
        self.degrees = tuple(
            Place(_degree_name(each), each.span, each.page, None, dated=False)
            for each in case.resume.education
        )
        self._words = case.taxonomy.advice
        self._titles = [words for title in case.role.titles if (words := _WORD.findall(title))]
        self._bodies = _bodies(case, self.entries)
        self._shown = _shown(case, (*self.entries, *self.degrees), self._bodies)
        self._first: dict[Span, dict[str, SkillMention]] = defaultdict(dict)
        """The first mention of each skill by place."""
        for span, mentions in self._shown.items():
            for mention in mentions:
                self._first[span].setdefault(mention.skill, mention)
        named = {m.skill for m in case.resume.matches.mentions if m.assertion in CLAIMED}
        self._named = named | {each for skill in named for each in wider(skill, case.taxonomy)}

    def at(self, offset: int) -> Place | None:
        """The job, project or degree that holds a character of the text."""
        return next(
            (each for each in (*self.entries, *self.degrees) if each.span.start <= offset < each.span.end),
            None,
        )

    def nearest(self, skills: Iterable[str], places: Collection[Place], *, latest: bool = False) -> Nearest:
        """The place whose work is nearest to the skills; dated ones before undated ones, then the latest of like ones.

        With `latest`, the latest that has anything to do with them. One skill of the same field proves nothing: it
        takes three. The line is a bullet where there is any.
        """
        wanted = tuple(skills)
        degree, found = 0, None
        for place in _latest_first(places):
            near, mention = self._near(wanted, place)
            if mention is not None and near > degree:
                degree, found = near, (place, mention)
                if latest:
                    break
        return Nearest() if found is None else Nearest(found[0], degree, self._line(*found))

    def current(self, skills: Iterable[str], places: Collection[Place]) -> Place | None:
        """The latest job that is of the role's trade or has anything to do with the skills; dated ones first."""
        wanted = tuple(skills)
        return next(
            (
                each
                for each in _latest_first(places)
                if self.is_of_the_trade(each) or self._near(wanted, each)[0]
            ),
            None,
        )

    def kinds_in(self, evidence: Evidence, wanted: Iterable[str]) -> tuple[str, ...]:
        """The kinds of a class of skills that one line names, products among them first of all."""
        taxonomy, classes = self._case.taxonomy, set(wanted)
        wide = links(taxonomy).wider
        found = (
            each.skill
            for each in self._case.resume.matches.mentions
            if each.assertion in CLAIMED
            and classes & wide(each.skill)
            and not is_field(each.skill, taxonomy)
            and self._case.citations.at(each.span).quote == evidence.quote
        )
        return tuple(dict.fromkeys(found))

    def _near(self, wanted: Collection[str], place: Place) -> tuple[int, SkillMention | None]:
        """How near the work of a place is to the skills, and what shows it."""
        near, mention, field, nearness = 0, None, 0, links(self._case.taxonomy).nearness
        for skill, shown in self._first[place.span].items():
            value = max([nearness(skill, each) for each in wanted], default=0)
            field += value > 0
            if value > near:
                near, mention = value, shown
        if mention is None or (near <= FIELD and field < _OFA_FIELD):
            return 0, None
        return near, mention

    def _line(self, place: Place, mention: SkillMention) -> Evidence:
        """The line that shows a skill at a place, a bullet where there is any."""
        line = self._case.citations.at(mention.span)
        if place in self.entries and self.in_head(line):
            line = self.first_bullet(place) or line
        label = self._case.taxonomy.skills[mention.skill].label
        return replace(line, skill=mention.skill, label=label)

    def first_bullet(self, place: Place) -> Evidence | None:
        """The first line of a job that names a skill, else its first bullet."""
        body = self._shown.get(place.span, ())
        if body and body[0].span.start >= self._bodies[place.span]:
            return self._case.citations.at(body[0].span)
        blocks = self._case.resume.document.blocks
        first = next((each.body for each in blocks if each.marker and each.span in place.span), None)
        return self._case.citations.at(first) if first is not None else None

    def shown_in(self, place: Place | None) -> frozenset[str]:
        """The skills that a place names."""
        return (
            frozenset(m.skill for m in self._shown.get(place.span, ())) if place is not None else frozenset()
        )

    def is_of_the_trade(self, place: Place) -> bool:
        """Whether a job's title has the noun of one of the role's titles: nurse, for a registered nurse.

        Where that noun names no trade (manager), a word before it has to agree as well.
        """
        words = set(_WORD.findall(place.title.casefold()))
        for role in self._titles:
            if role[-1] in words:
                rest = set(role[:-1]) & words
                if role[-1] not in self._words.general_titles or rest:
                    return True
        return False

    def is_own_act(self, evidence: Evidence, wanted: Iterable[str]) -> bool:
        """Whether a line names work of the person's own: in a job whose head is of the same theme, or as what was done.

        "Worked with care homes" names those for whom the work was.
        """
        place, taxonomy = self.at(evidence.start), self._case.taxonomy
        if place is None or not place.is_job:
            return True
        themes = {theme_of(skill, taxonomy) for skill in wanted}
        text = self._case.resume.document.text
        after = _WORD.match(text[evidence.end : evidence.end + _NEXT].casefold().lstrip())
        if after is not None and after[0] in self._words.names_of:
            return False
        if self.is_of_the_trade(place) or themes <= project_themes(taxonomy):
            return True
        before = text[max(evidence.start - len(evidence.quote), 0) : evidence.start]
        line = " ".join(before.split()).casefold()
        quote = evidence.quote.casefold()
        known = next((line[at:] for at in range(len(line)) if quote.startswith(line[at:])), "")
        return not set(_WORD.findall(known)) & set(self._words.for_others)

    def courses(self, place: Place | None) -> Evidence | None:
        """The line below a degree's own that lists what was taught; None where there is none."""
        if place is None or place not in self.degrees:
            return None
        text = self._case.resume.document.text
        start = place.span.start
        shown = self._shown.get(place.span, ())
        for number, line in enumerate(text[start : place.span.end].splitlines(keepends=True)):
            named = [each for each in shown if start <= each.span.start < start + len(line)]
            words = set(_WORD.findall(line.casefold()))
            listed = number and line.count(",") >= _LISTED
            if named and (listed or words & set(self._words.course_words)):
                return self._case.citations.at(named[0].span)
            start += len(line)
        return None

    def is_field_of_theirs(self, skill: str) -> bool:
        """Whether a skill is a whole field in which the person shows something; nobody learns that in a project."""
        taxonomy = self._case.taxonomy
        if not is_field(skill, taxonomy):
            return False
        theme = theme_finder(taxonomy).of
        return any(theme(each) == theme(skill) for each in self._named)

    def is_named(self, skills: Iterable[str]) -> bool:
        """Whether the resume names one of the skills, or a kind of one, as the person's own."""
        return any(skill in self._named for skill in skills)

    def degree_that_teaches(self, skills: Iterable[str]) -> Nearest:
        """The first degree in a field, or a related one, that teaches all of the skills; no doctorate, no boot camp."""
        taxonomy = self._case.taxonomy
        families = field_families(taxonomy)
        fields = [taught_by(theme_of(skill, taxonomy), taxonomy) for skill in skills]
        wanted = frozenset(family for each in fields for field in each for family in families.of(field))
        for held, place in zip(self._case.resume.education, self.degrees, strict=True):
            if all(fields) and held.level in _TAUGHT and families.of(held.field) & wanted:
                text = self._case.resume.document.text
                end = text.find("\n", held.span.start, held.span.end)
                line = Span(held.span.start, end if end > 0 else held.span.end)
                return Nearest(place, SIBLING, self._case.citations.at(line))
        return Nearest()

    def is_boot_camp(self, place: Place | None) -> bool:
        """Whether a course of study is a short one, whose own list says all that it taught."""
        return any(
            each.level is Level.BOOTCAMP and place is not None and each.span == place.span
            for each in self._case.resume.education
        )

    def is_touched_on(self, evidence: Evidence) -> bool:
        """Whether the person says of a named skill that it is a beginning only."""
        return any(
            each.exposure and each.span.start == evidence.start for each in self._case.resume.matches.mentions
        )

    def learned(self, evidence: Evidence) -> str:
        """The first year (YYYY) that is printed beside a skill that is listed or was learned; "" where none is."""
        place = self.at(evidence.start)
        if place in self.degrees:
            years = [
                str(e.year) for e in self._case.resume.education if place and e.span == place.span and e.year
            ]
        else:
            years = _YEAR.findall(evidence.quote)
        return min(years, default="")

    def is_borne_out(self, skills: Iterable[str], evidence: Evidence) -> bool:
        """Whether a line that may speak of skills in other words names something near to them as well."""
        place = self.at(evidence.start)
        return any(
            links(self._case.taxonomy).nearness(each.skill, skill) >= SIBLING
            for each in (self._shown.get(place.span, ()) if place is not None else ())
            if self._case.citations.at(each.span).quote == evidence.quote
            for skill in skills
        )

    def in_head(self, evidence: Evidence) -> bool:
        """Whether a quoted line is the head of a job or project, which says nothing of what was done there."""
        place = self.at(evidence.start)
        return place is not None and place in self.entries and evidence.start < self._bodies[place.span]


def _latest_first(places: Iterable[Place]) -> list[Place]:
    """Dated places before undated ones, those that go on or ended last first."""
    order = sorted(places, key=lambda each: (each.number, each.span.start))
    order.sort(key=lambda each: each.ended or _NOW, reverse=True)
    return sorted(order, key=lambda each: not each.dated)


def _bodies(case: Case, places: Iterable[Place]) -> Mapping[Span, int]:
    """Where the first bullet of each place begins; behind its first line where it has none."""
    starts = sorted(each.span.start for each in case.resume.document.blocks if each.marker)
    text = case.resume.document.text
    return {
        place.span: next(
            (s for s in starts if place.span.start <= s < place.span.end),
            text.find("\n", place.span.start) + 1 or place.span.end,
        )
        for place in places
    }


def _shown(
    case: Case, places: Sequence[Place], bodies: Mapping[Span, int]
) -> Mapping[Span, tuple[SkillMention, ...]]:
    """What each place shows by name, what its bullets show before its head, and what is asked for before other skills."""
    asked = {skill for row in case.requirements for skill in (*row.skills, *([row.head] if row.head else []))}
    found: dict[Span, list[SkillMention]] = defaultdict(list)
    for mention in case.resume.matches.mentions:
        if mention.assertion in CLAIMED and mention.method is not Method.SIMILARITY:
            for place in places:
                if mention.span in place.span:
                    found[place.span].append(mention)
    return {
        span: tuple(
            sorted(mentions, key=lambda m: (m.span.start < bodies.get(span, 0), m.skill not in asked, m.span))
        )
        for span, mentions in found.items()
    }


def _entry_name(entry: Entry) -> str:
    """How people would call a job: "Data Analyst, Harbour Parcel"; by its dates where neither is printed."""
    name = ", ".join(part for part in (entry.title, entry.employer) if part)
    if not name and entry.period is not None:
        what = "job" if entry.kind in EMPLOYMENT else "entry"
        name = f"the {what} of {entry.period.start} to {entry.period.end or 'now'}"
    name = " ".join(name.split()) or "your job"
    return name if len(name) <= _NAME else name[:_NAME].rpartition(" ")[0].rstrip(" ,-–|")


def _end(entry: Entry) -> str:
    last = entry.period.end if entry.period is not None else None
    return str(last) if last is not None else ""


def _degree_name(held: Education) -> str:
    level = held.level.label
    return f"your {level[0].lower()}{level[1:]}" + (f" in {held.field}" if held.field else "")
