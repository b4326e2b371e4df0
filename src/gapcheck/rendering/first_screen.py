"""What the first screen says in few words: must-haves, biggest gaps, the ends of the range, warnings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gapcheck.document import DocumentWarning
from gapcheck.rendering import view
from gapcheck.report import FreeLearning, GapReport, GateRow, MustHave, Score, Theme

MORE = "-v requirements and quotes, -vv the arithmetic, -q one line; -o report.html for the whole as a page"
STATUS = {"met": "shown", "partial": "partly", "missing": "not found"}
"""What people read for a status."""
_GAPS = 3
"""Gaps of a theme that are named beside it."""
LISTED = 8
"""Names that a list on the first screen gives before it says how many more there are."""
_SHORT = 44
"""Characters of a short title at most."""
_SHORTEST = 8
"""Characters that are left of a title at least where its examples are cut off."""


def verdict(report: GapReport) -> str:
    """The verdict as people read it: "Partial fit. ", "" without one. A good one on little says on how much."""
    if report.verdict is None:
        return ""
    if report.verdict == "far":
        return "Far from the role. "
    basis = rests_on(report)
    return f"{report.verdict.capitalize()} fit{f', on {basis}' if basis else ''}. "


def rests_on(report: GapReport) -> str:
    """On how little a good verdict rests, where few requirements of the posting were read; "" where enough were."""
    little = any(each.code in _LITTLE_READ for each in report.warnings)
    if not little or report.verdict not in {"strong", "good"}:
        return ""
    judged = sum(view.shown_status(row) != "to ask" for part in view.PARTS for row in view.part(report, part))
    return f"the only {judged} requirements that could be judged" if judged != 1 else "a single requirement"


_LITTLE_READ = frozenset({"posting-few-requirements", "posting-unread"})
"""Warnings that little of what the posting asks for was read."""


def tone(report: GapReport) -> str:
    """The colour of the verdict: that of a partial fit where it rests on little."""
    return "partial" if rests_on(report) else report.verdict or ""


_MANY_OPEN = 5.0
"""Points that are worth a word where no step would bring them."""
_NAMED = 4
"""Requirements that it names."""


def nothing_to_do(report: GapReport) -> str:
    """What is said where there is no step to advise: that little is open, or what is open that no course closes."""
    rows = [row for row in report.requirements if row.kind != "soft_skill" and row.status != "met"]
    lost = sorted(rows, key=lambda row: (round(row.points - row.points_possible, 6), row.id))
    if sum(row.points_possible - row.points for row in rows) < _MANY_OPEN:
        return "Nothing would raise the score much."
    more = len(lost) - _NAMED
    others = f" and {more} more" if more > 0 else ""
    return f"Open, and closed by no edit, certificate or course: {view.title_list(lost[:_NAMED])}{others}."


def fit(report: GapReport) -> str:
    """The verdict without a full stop: "partial fit", "far from the role"."""
    return verdict(report).strip(" .").lower()


def meaning(score: Score) -> str:
    """What the two ends of the range stand for."""
    return f"{view.number(score.low)} {score.low_meaning}; {view.number(score.high)} {score.high_meaning}."


def shown_line(report: GapReport) -> str:
    """How many requirements are shown: "18 of 41 requirements shown, 11 partly, 12 not found, 5 to ask about"."""
    rows = [row for necessity in view.PARTS for row in view.part(report, necessity)]
    found = Counter(map(view.shown_status, rows))
    words = {"partial": "partly", "missing": "not found", "to ask": "to ask about in an interview"}
    more = "".join(f", {found[each]} {words[each]}" for each in words if found[each])
    return f"{found['met']} of {len(rows)} requirements shown{more}."


def warning(row: DocumentWarning) -> str:
    """A warning with its page, as a sentence."""
    return view.sentence(row.message.rstrip("."), f" (page {row.page})" if row.page else "")


def short_title(title: str) -> str:
    """A requirement as a list names it: without its examples, its fields and the years."""
    short = view.folded(title)
    for mark in (" such as ", " in computer science", ", or ", " or a related"):
        head = short.partition(mark)[0]
        short = head if len(head) >= _SHORTEST else short
    if len(short) <= _SHORT:
        return short
    head = short[:_SHORT].rpartition(" ")[0].removesuffix(" and").removesuffix(" or")
    return f"{head.rstrip(',;')} ..."


def must_have_lines(report: GapReport) -> tuple[tuple[str, str], ...]:
    """The must-haves by status, each line with its mark: those that are shown with their proof."""
    if not report.must_haves:
        return ()
    lines: list[tuple[str, str]] = []
    for status, word in (("met", "shown"), ("partial", "partly"), ("missing", "missing")):
        rows = [each for each in report.must_haves if each.status == status]
        if rows:
            named = not_above(report, rows)
            mark = f"{'' if lines else 'Must-haves':<12}{len(rows):>2} {word:<9}"
            said = "; ".join(map(_must_have, named[:LISTED])) + and_more(named)
            lines.append((mark, said + and_above(rows, named)))
    return tuple(lines)


def conditions(report: GapReport) -> tuple[GateRow, ...]:
    """The conditions for the job that are said above the must-haves: those not met, or that are no must-haves."""
    musts = {each.requirement for each in report.must_haves}
    return tuple(each for each in report.gates if each.status != "met" or each.requirement not in musts)


def not_above(report: GapReport, rows: Sequence[MustHave]) -> list[MustHave]:
    """The must-haves that are not said as conditions above them."""
    above = {each.requirement for each in conditions(report)}
    return [each for each in rows if each.requirement not in above]


def and_above(rows: Sequence[MustHave], named: Sequence[MustHave]) -> str:
    """What a list says of those that stand above it as conditions."""
    count = len(rows) - len(named)
    if not count:
        return ""
    said = "the condition above" if count == 1 else f"the {count} conditions above"
    return f"; {said}" if named else said


def and_more(rows: Sequence[object]) -> str:
    """How many rows a list leaves out: " and 3 more", "" where it leaves out none."""
    return f" and {len(rows) - LISTED} more" if len(rows) > LISTED else ""


def _must_have(row: MustHave) -> str:
    title = short_title(row.title)
    months = re.search(r"\d+(?: to \d+)? months?", row.proof) if row.status == "met" else None
    return f"{title} ({months.group()})" if months else title


def biggest_gaps(report: GapReport, theme: Theme) -> tuple[str, ...]:
    """The requirements of a theme that lose most, at most three, by their short titles."""
    known = {row.id: row for row in report.requirements}
    rows = [known[each] for each in theme.requirements if each in known and known[each].status != "met"]
    return tuple(dict.fromkeys(short_title(row.title) for row in rows[:_GAPS]))


def nearest(report: GapReport) -> str:
    """The roles that the resume fits better: "data analyst 69 (good fit); data scientist 44 (partial fit)"."""
    return "; ".join(
        f"{each.title} {view.number(each.score)} ({each.verdict} fit)" for each in report.nearest_roles
    )


def last_lines(report: GapReport) -> tuple[tuple[str, str], ...]:
    """What closes the first screen: skills that are only listed, and the plan of certificates."""
    lines = []
    listed = [each.label for each in report.listed_only if each.requested]
    if listed:
        lines.append(("Only listed ", ", ".join(listed[:LISTED]) + and_more(listed)))
    plan = view.plan_line(report) if report.verdict != "far" else ""
    if plan:
        lines.append(("Certificate ", plan))
    return tuple(lines)


def free_course(one: FreeLearning) -> str:
    """A free course with its length and the day on which its page was last seen."""
    hours = f", about {one.hours:g} hours" if one.hours is not None else ""
    checked = f"checked {one.checked}" if one.checked else "no dated check"
    return f"{one.title}, {one.provider}{hours}, {checked}"


def unread_line(report: GapReport) -> str:
    """Lines of the posting that were not understood: the first in its own words, and how many there are."""
    rows, others = view.unread(report)
    more = len(rows) + others - 1
    rest = f" and {more} more line{'s' if more > 1 else ''} of the posting (-v)" if more else ""
    return f'"{rows[0].quote}"{rest}: may ask for something and was not understood; the range allows for it.'
