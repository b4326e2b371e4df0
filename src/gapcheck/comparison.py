"""Two reports beside each other: which requirements got better or worse, by how many points, and why.

It makes no number of its own: changes are differences of what scoring made, and causes are read from the
evidence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gapcheck.plain_values import SCHEMA_VERSION, plain, to_json
from gapcheck.report import Evidence, GapReport, RequirementRow, Score

BETTER, WORSE, SAME, ONLY_BEFORE, ONLY_AFTER = "better", "worse", "same", "only before", "only after"
_NO_POINTS = 1e-4
"""Points, and credit, that are nothing: a report in JSON keeps four places, so that one read again differs by less."""
_SHOWN = 0.05
"""Points that are nothing once they are printed with one decimal."""


@dataclass(frozen=True, slots=True)
class ChangeCause:
    """One thing that explains a change, and the words of a document that show it, "" where nothing is quoted."""

    what: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """One of the two reports. `name` distinguishes it from the other: the file's name, or the target's title.

    `must_haves`: how many of the must-haves are met, of how many ("3/5"), as in rankings.
    """

    name: str
    document: str
    sha256: str
    target: str
    as_of: str
    verdict: str | None
    must_haves: str
    score: Score


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """A requirement in both reports; what one of them does not ask for has None there.

    `direction`: better, worse, same (as far as its credit goes), only before, only after. `change` in points
    of 100. `causes`: one for each thing that explains a change, the weightiest first.
    """

    requirement: str
    title: str
    necessity: str
    direction: str
    change: float
    status_before: str | None
    status_after: str | None
    points_before: float | None
    points_after: float | None
    proof_before: Evidence | None
    proof_after: Evidence | None
    causes: tuple[ChangeCause, ...]


@dataclass(frozen=True, slots=True)
class ComparedTheme:
    """A theme in both reports, in points of 100."""

    id: str
    title: str
    points_before: float
    points_after: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two reports; rows by absolute change, then by id. `change` is None where a score is missing.

    `themes`: those that both have, in the order of the second.
    """

    before: ComparedSide
    after: ComparedSide
    change: float | None
    differences: tuple[str, ...]
    rows: tuple[ComparedRow, ...]
    themes: tuple[ComparedTheme, ...] = ()

    def count(self, direction: str) -> int:
        """How many requirements went that way."""
        return Counter(row.direction for row in self.rows)[direction]

    @property
    def changed(self) -> tuple[ComparedRow, ...]:
        """The rows that went up or down, or that one report alone asks for."""
        return tuple(row for row in self.rows if row.direction != SAME or row.causes)

    @property
    def worse(self) -> bool:
        """Whether the second score is lower, or lost."""
        if self.change is None:
            return self.after.score.value is None and self.before.score.value is not None
        return self.change < -_NO_POINTS

    def to_json(self) -> str:
        """The comparison as JSON text: sorted keys, floats of four places."""
        values: dict[str, Any] = plain(self)
        counts = {each: self.count(each) for each in (BETTER, WORSE, SAME, ONLY_BEFORE, ONLY_AFTER)}
        return to_json({"schema_version": SCHEMA_VERSION, "counts": counts, **values})


def compare(before: GapReport, after: GapReport) -> Comparison:
    """What changed between reports of two resumes, two versions, or one resume under two targets or taxonomies."""
    differences = tuple(_differences(before, after))
    one, other = before.score.value, after.score.value
    # without a score nothing was judged on that side: its missing rows say nothing of what is asked for
    pairs = () if one is None or other is None else _pairs(before, after)
    rows = [_row(each, pair, before, after, differences) for each, pair in pairs]
    rows.sort(key=lambda row: (-abs(round(row.change, 6)), row.requirement))
    names = _names(before, after)
    return Comparison(
        _side(before, names[0]),
        _side(after, names[1]),
        None if one is None or other is None else other - one,
        differences,
        tuple(rows),
        tuple(_themes(before, after)),
    )


def _themes(before: GapReport, after: GapReport) -> Iterator[ComparedTheme]:
    old = {theme.id: theme for theme in before.themes}
    for theme in after.themes:
        if theme.id in old:
            yield ComparedTheme(theme.id, theme.title, old[theme.id].points, theme.points)


def _side(report: GapReport, name: str) -> ComparedSide:
    return ComparedSide(
        name,
        report.document.name,
        report.document.sha256,
        report.target.title,
        report.as_of,
        report.verdict,
        report.must_haves_met,
        report.score,
    )


def _names(before: GapReport, after: GapReport) -> tuple[str, str]:
    """What to call the two: by what distinguishes them."""
    for names in (
        (before.document.name, after.document.name),
        (before.target.title, after.target.title),
        (before.target.id, after.target.id),
        (before.as_of, after.as_of),
    ):
        if names[0] != names[1]:
            return names
    return "first", "second"


def _differences(before: GapReport, after: GapReport) -> Iterator[str]:
    """What the two reports do not have in common, besides their rows."""
    one, other = before.provenance, after.provenance
    if before.document.sha256 == after.document.sha256:
        yield "the document is the same file"
    if before.target != after.target:
        titles = (after.target.title, before.target.title)
        now, then = titles if titles[0] != titles[1] else (after.target.id, before.target.id)
        yield f"the target is {now} instead of {then}"
    if one.taxonomy_sha256 != other.taxonomy_sha256:
        yield "the taxonomy is another one"
    if one.policy_sha256 != other.policy_sha256:
        yield "the scoring policy is another one"
    if before.as_of != after.as_of:
        yield f"the day is {after.as_of} instead of {before.as_of}"
    if one.gapcheck_version != other.gapcheck_version:
        yield f"gapcheck is {other.gapcheck_version} instead of {one.gapcheck_version}"


def _pairs(
    before: GapReport, after: GapReport
) -> Iterator[tuple[RequirementRow | None, RequirementRow | None]]:
    """The scored rows of both, those that ask for the same beside each other."""
    rows = [row for row in after.requirements if row.points_possible > 0]
    by_id = {row.id: row for row in rows}
    by_content = {_content(row): row for row in rows if _content(row) is not None}
    taken: set[str] = set()
    for row in before.requirements:
        if row.points_possible <= 0:
            continue
        other = by_id.get(row.id) or by_content.get(_content(row))
        if other is None or other.id in taken:
            yield row, None
        else:
            taken.add(other.id)
            yield row, other
    yield from ((None, row) for row in rows if row.id not in taken)


def _content(row: RequirementRow) -> object:
    """What a row asks for, whatever its id; None where that is no set of skills."""
    skills = frozenset(each.id for each in row.skills)
    return (row.kind, skills, row.logic, row.min_months, row.within_months) if skills else None


def _row(
    one: RequirementRow | None,
    other: RequirementRow | None,
    before: GapReport,
    after: GapReport,
    differences: tuple[str, ...],
) -> ComparedRow:
    known = other or one
    assert known is not None  # noqa: S101  # a pair has one row at least
    change = (other.points if other else 0.0) - (one.points if one else 0.0)
    causes: tuple[ChangeCause, ...] = ()
    if one is None or other is None:
        direction = ONLY_AFTER if one is None else ONLY_BEFORE
    else:
        credit = other.credit - one.credit
        direction = SAME if abs(credit) <= _NO_POINTS else BETTER if credit > 0 else WORSE
        if direction != SAME:
            causes = tuple(dict.fromkeys(_causes(one, other, before, after, differences)))
        elif abs(change) > _SHOWN and before.target == after.target:
            causes = (ChangeCause(f"it weighs {'more' if change > 0 else 'less'} now"),)
    return ComparedRow(
        known.id,
        known.title,
        known.necessity,
        direction,
        change,
        one.status if one else None,
        other.status if other else None,
        one.points if one else None,
        other.points if other else None,
        one.proof if one else None,
        other.proof if other else None,
        causes,
    )


def _causes(
    one: RequirementRow,
    other: RequirementRow,
    before: GapReport,
    after: GapReport,
    differences: tuple[str, ...],
) -> Iterator[ChangeCause]:
    """Why a requirement has another credit: what its evidence says first, then what else is different."""
    if before.document.sha256 != after.document.sha256:
        told = list(_changes_of_evidence(one, other, _quotes(before), _quotes(after)))
        yield from told
        if told:
            return
    rest = [each for each in differences if "same file" not in each]
    yield from map(ChangeCause, rest or (each for each in other.reasons if each not in one.reasons))


def _changes_of_evidence(
    one: RequirementRow, other: RequirementRow, known: frozenset[str], kept: frozenset[str]
) -> Iterator[ChangeCause]:
    """What the second document says of a requirement that the first does not, and the other way about."""
    old = {(each.skill, each.quote): each for each in one.evidence}
    longest = {each.skill: _months(each) for each in sorted(one.evidence, key=_months)}
    for each in _claims(other):
        was = old.get((each.skill, each.quote))
        what = ""
        if each.quote not in known:
            dated = each.months is not None and not longest.get(each.skill)
            what = "new line in a dated job" if dated else "new line"
        elif was is None:
            continue
        elif was.months is None and each.months is not None:
            what = "dates added" if each.section == was.section else "moved into a dated job"
        elif _months(each) != _months(was):
            what = f"{_months(each)} months instead of {_months(was)}"
        elif not was.claimed:
            what = "no longer only wished for or denied"
        if what:
            yield ChangeCause(what, each.quote)
    gone = [each for each in _claims(one) if each.quote not in kept]
    yield from (ChangeCause("line gone", each.quote) for each in gone)
    places = {each.section for each in _claims(other)} - {each.section for each in _claims(one)} - {""}
    if places and not gone:
        yield ChangeCause(f"now also in {', '.join(sorted(places))}")


def _claims(row: RequirementRow) -> Iterable[Evidence]:
    return [each for each in row.evidence if each.claimed]


def _months(evidence: Evidence) -> int:
    return evidence.months[1] if evidence.months else 0


def _quotes(report: GapReport) -> frozenset[str]:
    """Everything that a report quotes of its document."""
    rows = [each.quote for row in report.requirements for each in row.evidence]
    skills = [each.quote for skill in report.skills for each in skill.mentions]
    return frozenset([*rows, *skills, *(each.quote for each in report.discarded)])
