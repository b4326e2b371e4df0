"""What all renderings say in the same words: numbers, statuses, evidence, certificates."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from gapcheck.document import DocumentWarning
from gapcheck.report import (
    DiscardedRow,
    Evidence,
    GapReport,
    GateRow,
    HeldRow,
    RequirementRow,
    Score,
    Suggestion,
    UnreadRow,
    WhatIf,
    WhatIfRow,
)
from gapcheck.text.control_characters import without_controls
from gapcheck.text.inflection import counted
from gapcheck.text.slugs import slug

PARTS = ("required", "preferred")
CAUTION = (
    "Missing means not evidenced in this document, not that the person lacks it. "
    "The score is a sum of points for what is asked, not a probability and not a decision."
)
MORE_DISCARDED = "In the JSON report: %s more, which the target does not ask for."
MORE_UNREAD = "%s more in the JSON report."
CONDITIONS = "Conditions of the job, not judged"
UNREAD = "Lines of the posting that were not understood"
NO_CHANGE = "No requirement of the target would change."
NO_REASON = "The document could not be judged."
POINTS_NOTE = (
    "Points are what the requirements would gain under this scoring policy; an employer may judge otherwise. "
    "Prices are US list prices before tax."
)
_ORDER = {"missing": 0, "partial": 1, "met": 2}
_IN_CERTIFICATE = "part of a certificate's title"
_CHANCE = (
    "look-alike without context",
    "a general word in a sentence",
    "of a field that nothing else here is about",
    "part of a longer name",
    "part of a person's name",
    "part of a job title",
    "section that proves nothing",
    "contact or personal data",
)
_ASSERTIONS = {
    "aspired": "wants to learn",
    "absent": "denied",
    "negated": "denied",
    "other": "said of others",
}
_FEW = 3
_UNREAD = 8
"""Lines of a posting that are quoted as not understood."""
_HOLDING = {
    "current": "in force",
    "expired": "expired",
    "historic": "expired; can no longer be earned",
    "in_progress": "in progress, not held yet",
    "inconsistent": "dated after the exam had ended; please check",
    "unknown": "no date given; ask for it",
}


def steady(text: str) -> str:
    """The text without control and format characters, which could control a terminal, reorder words or hide them."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(each for each in without_controls(text) if unicodedata.category(each) != "Cf")


def folded(text: str) -> str:
    """One line without control characters, with single blanks."""
    return " ".join(steady(text).split())


def name_parts(name: str) -> list[str]:
    """A file's name in parts between which a line may break: behind underscores and before dots."""
    return re.split(r"(?<=_)(?=.)|(?<=.)(?=\.)", name)


def sentence(text: str, behind: str = "") -> str:
    """Words as a sentence, with `behind` before its end."""
    text = folded(text)
    return f"{text[:1].upper()}{text[1:].rstrip('.')}{behind}."


def no_score_reason(report: GapReport) -> str:
    """Why there is no score, as a sentence."""
    return sentence(report.score.reason or NO_REASON)


def warnings(report: GapReport) -> tuple[DocumentWarning, ...]:
    """What to be warned of; without a score, but for what its reason says."""
    reason = report.score.reason or ""
    return tuple(each for each in report.warnings if each.message not in reason)


def number(value: float | None) -> str:
    """A whole number of points for a headline, "-" if there is none."""
    return "-" if value is None else f"{value:.0f}"


def points(value: float) -> str:
    """Points of a requirement, with one decimal."""
    return f"{value:.1f}"


def band(score: Score) -> str:
    """The band, as "55 to 79"; one number if both ends are printed alike."""
    low, high = number(score.low), number(score.high)
    return low if low == high else f"{low} to {high}"


def gate(row: GateRow) -> str:
    """A condition for the job: "forklift licence - expired, 2024-03"."""
    return f"{folded(row.title)} - {row.status}{f', {row.date}' if row.date else ''}"


def points_of(rows: Sequence[RequirementRow]) -> str:
    """The points of some rows: "57.2 of 96.2 points"."""
    return f"{points(sum(r.points for r in rows))} of {points(sum(r.points_possible for r in rows))} points"


def part(report: GapReport, necessity: str) -> tuple[RequirementRow, ...]:
    """Scored rows of one part: what is missing first, each by points, then by id."""
    rows = [r for r in report.requirements if r.necessity == necessity and r.points_possible > 0]
    return tuple(sorted(rows, key=lambda r: (_ORDER.get(r.status, 3), -r.points_possible, r.id)))


def listed(report: GapReport, necessity: str) -> tuple[RequirementRow, ...]:
    """The rows of a part without those to ask about, which have a list of their own."""
    return tuple(row for row in part(report, necessity) if shown_status(row) != "to ask")


def unread(report: GapReport) -> tuple[tuple[UnreadRow, ...], int]:
    """Lines of the job document that were not understood, the first of them, and how many more there are."""
    rows = tuple(row for row in report.unread if not row.condition)
    return rows[:_UNREAD], max(len(rows) - _UNREAD, 0)


def conditions(report: GapReport) -> str:
    """Conditions of the job as printed, in one line; "" where the job document states none."""
    return "; ".join(folded(row.quote.rstrip(".")) for row in report.unread if row.condition)


def duties(lines: int, name: str = "the posting") -> str:
    """What became of the lines of a job document that tell of the work."""
    verb = "tells of the work and asks" if lines == 1 else "tell of the work and ask"
    return f"{counted(lines, 'line')} of {name} {verb} for nothing: read as duties, not judged."


def unscored(report: GapReport) -> tuple[RequirementRow, ...]:
    """Rows that the job documents mention without asking for them."""
    return tuple(r for r in report.requirements if r.necessity == "mentioned")


def gaps(report: GapReport) -> tuple[tuple[RequirementRow, float], ...]:
    """Unmet rows with their missing points, most first; without those to ask about (see `to_ask`)."""
    rows = [(r, r.points_possible - r.points) for r in report.missing() if shown_status(r) != "to ask"]
    return tuple((r, lost) for r, lost in rows if r.points_possible > 0)


def to_ask(report: GapReport) -> tuple[RequirementRow, ...]:
    """Soft skills without evidence: no gap, but a question for the interview."""
    return tuple(r for r in report.missing() if shown_status(r) == "to ask" and r.points_possible > 0)


def left_to_ask(report: GapReport) -> tuple[RequirementRow, ...]:
    """Those to ask about for which the report holds no question."""
    asked = {each.requirement for each in report.questions}
    return tuple(row for row in to_ask(report) if row.id not in asked)


def shown_status(row: RequirementRow) -> str:
    """The status for people: a soft skill without evidence is not a gap but something to ask about."""
    return "to ask" if row.kind == "soft_skill" and row.status == "missing" else row.status


def assertion(evidence: Evidence) -> str:
    """What the resume says of a skill that it does not claim, in plain words."""
    return _ASSERTIONS.get(evidence.assertion, evidence.assertion)


def discard_reason(row: DiscardedRow) -> str:
    """Why something was not counted, in plain words."""
    return plain_reason(row.reason)


def plain_reason(reason: str) -> str:
    """The reason of a discarded mention as people say it: "denied" for "negated"."""
    word, blank, rest = reason.partition(" ")
    return f"{_ASSERTIONS.get(word, word)}{blank}{rest}"


CLOSEST = "nearest line, not counted"
"""What a row's `closest` is called."""


def where(evidence: Evidence) -> str:
    """Page and section: "page 1, Experience"."""
    return f"page {evidence.page}" + (f", {evidence.section}" if evidence.section else "")


def explained(row: RequirementRow) -> bool:
    """Whether short renderings print the reasons of a row: where it is not simply met."""
    return bool(row.reasons) and (row.status != "met" or row.grade in {"listed", "related", "possible"})


def reasons(row: RequirementRow) -> str:
    """Why the requirement has its credit, in one line."""
    return "; ".join(dict.fromkeys(row.reasons))


def title_list(rows: Iterable[RequirementRow]) -> str:
    """Titles of rows in one line, each once."""
    return "; ".join(dict.fromkeys(row.title for row in rows))


def held(row: HeldRow) -> str:
    """The status of a certificate that the person names."""
    dates = [f"issued {row.issued}"] if row.issued else []
    if row.expires:
        dates.append(f"{'expired' if row.status in {'expired', 'historic'} else 'until'} {row.expires}")
    said = _HOLDING.get(row.status, row.status) + (f" ({', '.join(dates)})" if dates else "")
    return f"{said}; {row.note}" if row.note else said


def money(value: float) -> str:
    """US dollars, with cents only where there are any."""
    return f"${value:,.0f}" if value == int(value) else f"${value:,.2f}"


def _price(one: Suggestion) -> str:
    monthly = one.cost_note.startswith("per month")
    note = one.cost_note.removeprefix("per month").lstrip("; ")
    if one.cost_usd is None:
        cost = "price not known"
    else:
        cost = (money(one.cost_usd) if one.cost_usd else "free") + (" per month" if monthly else "")
    return f"{cost} ({note})" if note and note != cost else cost


def facts(one: Suggestion) -> str:
    """Cost, length, validity and check date of a suggestion in one line."""
    parts = [_price(one)]
    if one.hours is not None:
        parts.append(f"about {one.hours:g} hours")
    if one.validity_months is not None:
        parts.append(f"in force {one.validity_months} months")
    parts.append(f"checked {one.verified_on}" if one.verified_on else "no dated check")
    return ", ".join(parts)


def what_if_choices(report: GapReport) -> tuple[tuple[str, str], ...]:
    """What may be assumed of the resume, as (`--what-if`, label): the skills of what is missing, then the certificates."""
    skills = {each.id: each.label for row, _ in gaps(report) for each in row.skills}
    held = [(f"cert:{each.id}", f"{each.name}, {each.provider}") for each in report.certifications.suggested]
    return (*sorted(skills.items(), key=lambda pair: pair[1].casefold()), *held)


def titles(report: GapReport, ids: Sequence[str]) -> str:
    """Titles of requirement rows by id."""
    known = {row.id: row.title for row in report.requirements}
    return "; ".join(known.get(each, each) for each in ids)


def covered(report: GapReport, one: Suggestion) -> str:
    """How much of what is unmet a suggestion closes: "closes 3 of 9 gaps"."""
    return f"closes {len(one.closes)} of {len(gaps(report))} gaps"


def plan_line(report: GapReport) -> str:
    """The plan in one sentence, "" if there is none."""
    plan = report.certifications.plan
    if not plan.certifications:
        return ""
    names = {one.id: one.name for one in report.certifications.suggested}
    listed = " + ".join(names.get(each, each) for each in plan.certifications)
    tail = [f"+{points(plan.points_gained)} points"]
    if plan.cost_usd is not None:
        tail.append(f"{money(plan.cost_usd)} in all")
    if plan.hours is not None:
        tail.append(f"about {plan.hours:g} hours")
    still = sum(row.id in plan.uncovered for row, _ in gaps(report))
    left = f"; {still} of {len(gaps(report))} gaps stay open" if still else ""
    return f"{listed}: {', '.join(tail)}{left}."


def what_if_score(found: WhatIf) -> str:
    """The score before and after: "58 would be 61 of 100 (+3.4 points), range 40 to 70"."""
    return (
        f"{number(found.before.value)} would be {number(found.after.value)} of 100 "
        f"(+{points(found.points_gained)} points), range {band(found.after)}"
    )


def what_if_row(row: WhatIfRow) -> str:
    """A row that changes: "Deep learning (required), missing would be met"."""
    same = row.status_after == row.status_before
    change = f"stays {row.status_before}" if same else f"{row.status_before} would be {row.status_after}"
    return f"{row.title} ({row.necessity}), {change}"


def discarded(report: GapReport) -> tuple[tuple[DiscardedRow, ...], int]:
    """What was seen and not counted, each once, and how many more there are that a reader need not see.

    Those are words that only look like a skill, or belong to a longer name, where the target does not ask for
    it.
    """
    rows: dict[tuple[str, str, int, str], DiscardedRow] = {}
    for row in report.discarded:
        if row.reason != _IN_CERTIFICATE:  # words of a certificate are listed with the certificates
            rows.setdefault((row.label, row.quote, row.page, row.reason), row)
    shown = set(shown_discards(report))
    kept = tuple(row for row in rows.values() if row in shown)
    return kept, len(rows) - len(kept)


def shown_discards(report: GapReport) -> tuple[DiscardedRow, ...]:
    """Every place at which something was seen and not counted that a reader should know of."""
    named = [n for r in report.requirements for n in (*r.skills, *((r.head,) if r.head else ()))]
    # a row may call its skill something else than its label
    asked = {name for n in named for name in (n.label, n.id)}
    rows = (row for row in report.discarded if row.reason != _IN_CERTIFICATE)
    return tuple(
        row
        for row in rows
        if not asked.isdisjoint({row.label, slug(row.label)}) or not row.reason.startswith(_CHANCE)
    )


def linkable(url: str | None) -> bool:
    """Whether an address may become a link: the web's only."""
    return url is not None and re.fullmatch(r"https?://[^\s<>]+", url) is not None


def _advice(report: GapReport, name: str, default: float) -> float:
    """A value of the policy's section on advice."""
    section = report.provenance.policy.get("advice")
    value = section.get(name) if isinstance(section, Mapping) else None
    return value if isinstance(value, int | float) else default


def suggestions(report: GapReport) -> tuple[Suggestion, ...]:
    """The certificates to print: as many as the policy wants; small gains only where there are no others."""
    found = report.certifications.suggested[: int(_advice(report, "limit", 6))]
    least = _advice(report, "plan_gain", 1.0)
    return tuple(each for each in found if each.points_gained >= least) or found[:_FEW]


def target(report: GapReport) -> str:
    """What the resume was compared with: its title, kind and documents."""
    many = len(report.target.sources)
    origin = "role" if report.target.kind == "role" else "job document"
    documents = f", built from {many} documents" if report.target.kind == "role" and many > 1 else ""
    return f"{report.target.title} ({origin} {report.target.id}{documents})"


def origin(report: GapReport) -> str:
    """Where the requirements come from: "the role data-analyst, built from 4 documents"."""
    many = len(report.target.sources)
    if report.target.kind != "role":
        return f"job document {folded(report.target.id)}"
    return f"role {report.target.id}" + (f", built from {many} documents" if many > 1 else "")


def provenance(report: GapReport) -> str:
    """Versions and fingerprints of what made the numbers."""
    made = report.provenance
    return (
        f"gapcheck {made.gapcheck_version}, taxonomy {made.taxonomy_version} ({made.taxonomy_sha256[:12]}), "
        f"policy {made.policy_sha256[:12]}, document {report.document.sha256[:12]}"
    )
