"""The few edits and steps that are worth most, in words: moves that one edit serves are one action, its gain is measured."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.advice.certificates import changed, gained
from gapcheck.advice.moves import Move, Moves
from gapcheck.advice.places import Places
from gapcheck.advice.wording import Wording
from gapcheck.overview import OTHER, theme_of
from gapcheck.report import Action, GapReport, NextStep, Suggestion
from gapcheck.scoring import Assumption, AssumptionKind, Case, Scenarios, Status, is_gate
from gapcheck.scoring.assumptions import DEGREE
from gapcheck.scoring.edits import AddedLine, edited
from gapcheck.taxonomy.language.report_words import AdviceForm

MOST = 5
"""Actions of a report: as many as somebody does in an evening."""
_TOGETHER = 3
"""Skills that one edit can show."""
_AT_ONCE = 2
"""Skills that one step of learning takes on, and that one edit guesses."""
_FEW = frozenset({"learn", "start", "train", "modules", "courses", "unshown", "usual"})
_TRIED = 8
"""Groups whose gain is measured; those behind them promise less."""
_LEAST = 1e-6
_BESIDE = 0.25
"""Share of a gain from which it is said that other rows have it."""
_ALONE = frozenset({"licence", "renewal", "degree", "field", "language", "certificate", "hinted"})
_GUESSES = frozenset({"unshown", "usual", "language", "project"})
"""Forms for which no line of the resume speaks: nothing for somebody who is far from the role."""
_BY_LINE = frozenset({"near", "time"})
"""Forms that are an edit of one line each."""
_ORDER = ("say", "name", "learn", "certificate")


@dataclass(frozen=True, slots=True)
class _Group:
    """Moves that one edit serves, those worth most first, with what they promise together."""

    moves: tuple[Move, ...]
    promise: float

    @property
    def form(self) -> AdviceForm:
        return self.moves[0].form

    @property
    def is_gate(self) -> bool:
        return any(is_gate(move.row) for move in self.moves) and self.form in {"licence", "renewal", "degree"}


@dataclass(frozen=True, slots=True)
class _Measured:
    """A group with what the score would gain, what each row would, and those that would be met."""

    group: _Group
    gain: float
    gains: Mapping[str, float]
    met: frozenset[str]


def gained_beside(gains: Mapping[str, float], meant: Container[str]) -> tuple[str, float] | None:
    """Of the rows that an edit is not `meant` for, the one that gains most and how much; None where they gain little."""
    others = {row: gain for row, gain in gains.items() if row not in meant}
    if sum(others.values()) < _BESIDE * sum(gains.values()):
        return None
    return max(others.items(), key=lambda each: each[1], default=None)


def advise_on(
    report: GapReport, scenarios: Scenarios, suggested: Sequence[Suggestion]
) -> tuple[tuple[Action, ...], tuple[NextStep, ...]]:
    """The actions of a report, at most MOST, and its next steps: what could be done about each row by itself.

    The gain of an action is that of the whole score, were the edit made: measured by scoring the edited resume. What
    serves a must-have that is missing comes first, by its gain. Of what is far from the role, nothing is to be learned or bought.
    """
    case = scenarios.case
    wording = Wording(case, report)
    moves = Moves(case, suggested, of_role=report.target.kind == "role")
    places, found = moves.places, moves.all(report.requirements)
    lacking = {each.requirement for each in report.must_haves if each.status == Status.MISSING}
    promised = {move.row.id: gained(case, _supposed(move, scenarios)) for move in found}
    steps = tuple(
        NextStep(move.row.id, promised[move.row.id], wording.title([move]), tuple(map(str, move.assumed)))
        for move in sorted(found, key=lambda each: (-round(promised[each.row.id], 6), each.row.id))
        if promised[move.row.id] > case.policy.advice.step_gain
    )
    groups = [
        group
        for group in _groups(found, promised, case)
        if report.verdict != "far"
        or (wording.kind(group.form) in {"say", "name"} and _is_fit_from_afar(group, places))
    ]
    measured = []
    for group in _dates(case, places) + groups[:_TRIED]:
        after = _after(group, scenarios)
        gain = after.value - case.value
        if gain >= case.policy.advice.action_gain:
            measured.append(_Measured(group, gain, _gains(group, case, after), _met(case, after)))
    measured.sort(
        key=lambda each: (not each.group.is_gate, -round(each.gain * _weight(each.group.form, case), 6))
    )
    chosen = _without_repeats(measured)[:MOST]
    if all(each.group.form == "certificate" for each in chosen):
        chosen = []  # never a certificate first

    def order(each: _Measured) -> tuple[object, ...]:
        form, first = each.group.form, each.group.moves[0].row.id
        if form != "certificate" and any(move.row.id in lacking for move in each.group.moves):
            return not each.group.is_gate, 0, 0, -round(each.gain, 6), first
        kind = _ORDER.index(wording.kind(form))
        return not each.group.is_gate, 1, kind, -round(each.gain * _weight(form, case), 6), first

    chosen.sort(key=order)
    actions = (
        wording.action(
            each.group.moves,
            each.gain,
            tuple(each.gains),
            _assumed(each.group),
            gained_beside(each.gains, {move.row.id for move in each.group.moves}),
        )
        for each in chosen
    )
    return tuple(each for each in actions if each is not None), steps


def _is_fit_from_afar(group: _Group, places: Places) -> bool:
    """Whether an edit is one for somebody who is far from the role: never a new name for the work of another trade."""
    place = group.moves[0].place
    return group.form not in _GUESSES and (
        place is None or not place.is_job or group.form == "dates" or places.is_of_the_trade(place)
    )


def _supposed(move: Move, scenarios: Scenarios) -> Case:
    if move.assumed:
        return scenarios.case_with(*move.assumed)
    return scenarios.case_with_certificate_on(move.row.skills)


def _groups(moves: Iterable[Move], promised: Mapping[str, float], case: Case) -> list[_Group]:
    """The moves by form and place, a few to an edit; those first that promise most and are most likely true."""
    together: dict[tuple[object, ...], list[Move]] = {}
    for move in sorted(moves, key=lambda each: (-round(promised[each.row.id], 6), each.row.id)):
        together.setdefault(_key(move, case), []).append(move)
    found = []
    for members in together.values():
        kept = _distinct(members)
        found.append(_Group(kept, sum(promised[move.row.id] for move in kept)))
    return sorted(
        found,
        key=lambda each: (
            not each.is_gate,
            -round(each.promise * _weight(each.form, case), 6),
            each.moves[0].row.id,
        ),
    )


def _key(move: Move, case: Case) -> tuple[object, ...]:
    if move.form in _ALONE:
        return move.form, move.offer.id if move.offer else move.row.id
    if move.form in {"wish", "project"}:
        return move.form, move.line.quote if move.line is not None else ""
    if move.place is not None and move.form != "train":
        same = move.line.start if move.form in _BY_LINE and move.line is not None else 0
        return move.form, move.place.span.start, same, _theme(move, case)
    return move.form, _theme(move, case)


def _theme(move: Move, case: Case) -> str:
    """The theme of a move; what belongs to none is a theme of its own."""
    theme = theme_of(move.skills[0], case.taxonomy) if move.skills else OTHER
    return theme if theme != OTHER else move.row.id


def _distinct(moves: Sequence[Move]) -> tuple[Move, ...]:
    """The first few moves whose skills are not those of one before: several rows may ask for the same."""
    kept: list[Move] = []
    seen: set[str] = set()
    for move in moves:
        most = _AT_ONCE if move.form in _FEW else _TOGETHER
        if len(kept) < most and (not move.skills or not seen.issuperset(move.skills)):
            kept.append(move)
            seen.update(move.skills)
    return tuple(kept)


def _dates(case: Case, places: Places) -> list[_Group]:
    """Dates for the jobs, where none has any."""
    jobs = places.jobs
    if not jobs or any(job.dated for job in jobs):
        return []
    row = max(case.requirements, key=lambda each: (case.weighed[each.id].possible, each.id))
    line = case.citations.at(jobs[0].span)
    return [_Group((Move("dates", row, place=jobs[0], line=line),), 0.0)]


def _after(group: _Group, scenarios: Scenarios) -> Case:
    """The case with the edit made, or the step done."""
    if group.form == "dates":
        return edited(scenarios.case, (), dates=True)
    place = group.moves[0].place
    if place is not None:
        skills = dict.fromkeys(skill for move in group.moves for skill in move.skills)
        return edited(scenarios.case, [AddedLine(skill, place.span) for skill in skills])
    assumed = tuple(dict.fromkeys(each for move in group.moves for each in move.assumed))
    if assumed:
        return scenarios.case_with(*assumed)
    return scenarios.case_with_certificate_on(group.moves[0].row.skills)


def _assumed(group: _Group) -> tuple[str, ...]:
    """What --what-if takes for the gain; () where it has no name."""
    place = group.moves[0].place
    if group.form == "dates" or (place is not None and not place.number and place.kind is not None):
        return ()
    if place is None:
        return tuple(dict.fromkeys(str(each) for move in group.moves for each in move.assumed))
    where = str(place.number) if place.number else DEGREE
    skills = dict.fromkeys(skill for move in group.moves for skill in move.skills)
    return tuple(str(Assumption(AssumptionKind.SKILL, skill, place=where)) for skill in skills)


def _gains(group: _Group, before: Case, after: Case) -> dict[str, float]:
    """What each row gains by its id, those of the moves first."""
    gains = {row: after.points(row) - before.points(row) for row in changed(before, after)}
    rows = {row: gain for row, gain in gains.items() if gain > _LEAST}
    meant = [move.row.id for move in group.moves if move.row.id in rows]
    others = sorted(rows.keys() - set(meant), key=lambda row: (-round(rows[row], 6), row))
    return {row: rows[row] for row in (*meant, *others)}


def _met(before: Case, after: Case) -> frozenset[str]:
    """Ids of the rows that are met by it, and were not before."""
    return frozenset(
        row
        for row in changed(before, after)
        if after.status(row) is Status.MET and before.status(row) is not Status.MET
    )


def _without_repeats(measured: Sequence[_Measured]) -> list[_Measured]:
    """Without those whose rows an action before them is about, or meets in passing."""
    kept: list[_Measured] = []
    served: set[str] = set()
    for each in measured:
        meant = {move.row.id for move in each.group.moves}
        if each.group.form == "dates" or not meant <= served:
            kept.append(each)
            served |= meant | each.met if each.group.form != "dates" else set()
    return kept


def _weight(form: AdviceForm, case: Case) -> float:
    """How likely an edit is true, or a step is taken: what is printed in the resume before what is guessed or bought."""
    advice = case.policy.advice
    return {
        "unshown": advice.unshown_weight,
        "usual": advice.unshown_weight,
        "time": advice.unshown_weight,
        "language": advice.unshown_weight,
        "project": advice.project_weight,
        "wish": advice.project_weight,
        "learn": advice.learn_weight,
        "start": advice.learn_weight,
        "train": advice.learn_weight,
        "certificate": advice.certificate_weight,
    }.get(form, 1.0)
