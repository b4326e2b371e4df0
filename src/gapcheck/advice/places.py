"""The parts of a resume where an edit belongs: its jobs and projects, each with what it shows and how people would call it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.matching.mentions import CLAIMED, Method, SkillMention
from gapcheck.overview import OTHER, project_themes, theme_of
from gapcheck.report import Evidence
from gapcheck.resume.model import EMPLOYMENT, Education, Entry, EntryKind
from gapcheck.scoring import Case
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Taxonomy

_NAME = 60
"""Characters of a job's name; longer ones are cut at a word."""
DIRECT, SIBLING, FIELD = 4, 2, 1
"""How near two skills are: one is a kind of the other or may stand in for it; both are kinds of one; of one field."""
_OF_A_FIELD = 3


@dataclass(frozen=True, slots=True)
class Place:
    """A job, a project or a degree of the resume. `number` counts jobs from 1 as the report lists them, 0 for others."""

    name: str
    span: Span
    page: int
    kind: EntryKind | None
    dated: bool
    number: int = 0

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
            )
            for each in case.resume.entries
        )
        self.jobs = tuple(each for each in self.entries if each.is_job)
        self.projects = tuple(each for each in self.entries if each.kind is EntryKind.PROJECT)
        self.degrees = tuple(
            Place(_degree_name(each), each.span, each.page, None, dated=False)
            for each in case.resume.education
        )
        self._bodies = _bodies(case, self.entries)
        self._shown = _shown(case, (*self.entries, *self.degrees), self._bodies)
        self._known: dict[tuple[str, str], int] = {}

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
        best = Nearest()
        for place in sorted(places, key=lambda each: (not each.dated, each.number, each.span.start)):
            found = self._near(wanted, place)
            if found.degree > best.degree:
                best = found
                if latest:
                    break
        return best

    def _near(self, wanted: Collection[str], place: Place) -> Nearest:
        near, mention, field = 0, None, set()
        for shown in self._shown.get(place.span, ()):
            value = max((self._nearness(shown.skill, skill) for skill in wanted), default=0)
            field |= {shown.skill} if value else set()
            if value > near:
                near, mention = value, shown
        if mention is None or (near <= FIELD and len(field) < _OF_A_FIELD):
            return Nearest()
        line = self._case.citations.at(mention.span)
        if place in self.entries and self.in_head(line):
            line = self._first_bullet(place) or line
        return Nearest(place, near, line)

    def _first_bullet(self, place: Place) -> Evidence | None:
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

    def in_head(self, evidence: Evidence) -> bool:
        """Whether a quoted line is the head of a job or project, which says nothing of what was done there."""
        place = self.at(evidence.start)
        return place is not None and place in self.entries and evidence.start < self._bodies[place.span]

    def _nearness(self, shown: str, wanted: str) -> int:
        key = (shown, wanted)
        if key not in self._known:
            self._known[key] = nearness(shown, wanted, self._case.taxonomy)
        return self._known[key]


def nearness(shown: str, wanted: str, taxonomy: Taxonomy) -> int:
    """How much somebody who shows one skill may have to do with another: 0 for nothing, 4 for nearly the same."""
    one, other = taxonomy.skills.get(shown), taxonomy.skills.get(wanted)
    if one is None or other is None or Kind.SOFT_SKILL in {one.kind, other.kind}:
        return 0
    if shown == wanted:
        return DIRECT
    linked = {*other.broader, *other.implies, *(each.id for each in other.related)}
    back = {*one.broader, *one.implies, *(each.id for each in one.related)}
    if shown in linked or wanted in back:
        return DIRECT
    if set(other.broader) & set(one.broader):
        return SIBLING
    themes = {theme_of(wanted, taxonomy), theme_of(shown, taxonomy)}
    same = len(themes) == 1 and OTHER not in themes
    technical = themes <= project_themes(taxonomy)
    return FIELD if same or technical or (one.category and one.category == other.category) else 0


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


def _degree_name(held: Education) -> str:
    level = held.level.label
    return f"your {level[0].lower()}{level[1:]}" + (f" in {held.field}" if held.field else "")
