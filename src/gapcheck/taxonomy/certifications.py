"""Certificates and the calendar: what can be earned on a day, what a held one is worth then, what follows it.

Two questions, never merged: can it be earned today (catalogue), and does this person hold it (holding)?
Both are computed for a day and never stored. Where dates are vague or doubtful the answer is the cautious one.
The terms are CTDL's life cycle (Active, Ceased, ...) in the words that candidates use.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.model import Certification, Succession, Successor

_HOST = re.compile(r"https?://([^/:?#]+)")
STALE_DAYS = 90
STUDY_DAYS = 60
RESULT_LAG_DAYS = 92


class Availability(StrEnum):
    """Whether a certificate can be earned on a day."""

    ACTIVE = "active"
    BETA = "beta"
    UPCOMING = "upcoming"
    RETIRING = "retiring"
    RETIRED = "retired"
    LEGACY = "legacy"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Suitability:
    """Whether a certificate may be suggested on a day, and the warnings that go with it."""

    availability: Availability
    recommendable: bool
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Staleness:
    """A row of the catalogue that somebody should look up again, with the reasons."""

    certification: Certification
    reasons: tuple[str, ...]


class Catalogue(Protocol):
    """Whatever holds certificates by id, such as a Taxonomy."""

    @property
    def certifications(self) -> Mapping[str, Certification]:
        """All certificates by id."""
        ...


def first_day(printed: str) -> date:
    """The earliest day that YYYY, YYYY-MM or YYYY-MM-DD can mean."""
    year, month, day = ([int(part) for part in printed.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def last_day(printed: str) -> date:
    """The latest day that YYYY, YYYY-MM or YYYY-MM-DD can mean."""
    parts = [int(part) for part in printed.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return date(year, month, day)


def availability(certification: Certification, as_of: date) -> Availability:
    """Whether it can be earned on `as_of`; a vague ending counts from its first day, a vague start from its last."""
    one = certification
    ends = [first_day(one.last_exam) < as_of] if one.last_exam else []
    if one.retired_on:
        ends.append(first_day(one.retired_on) <= as_of)
    if any(ends):
        return Availability.RETIRED
    if one.legacy_from and first_day(one.legacy_from) <= as_of:
        return Availability.LEGACY
    start = _start(one, as_of)
    if start is not None:
        return start
    if one.verification == "unverified":
        return Availability.UNVERIFIED
    return Availability.RETIRING if one.last_exam or one.retired_on else Availability.ACTIVE


def _start(one: Certification, as_of: date) -> Availability | None:
    """Beta, upcoming or unverified for an exam whose general availability is not yet a fact, else None."""
    if one.first_exam and last_day(one.first_exam) <= as_of:
        return None
    if one.beta_from and last_day(one.beta_from) <= as_of:
        # the planned day has passed and nobody has looked since whether it was kept
        overdue = one.first_exam is None and one.ga_planned is not None and last_day(one.ga_planned) < as_of
        return Availability.UNVERIFIED if overdue else Availability.BETA
    if one.first_exam or one.beta_from:
        return Availability.UPCOMING
    return None


def suitability(certification: Certification, as_of: date, *, stale_days: int = STALE_DAYS) -> Suitability:
    """Whether it may be suggested to somebody who starts to study on `as_of`.

    An exam that closes before there was time to study is not; one that opens by then is. A row looked up more than
    `stale_days` ago is suggested with a warning.
    """
    one, state = certification, availability(certification, as_of)
    ready = as_of + timedelta(days=STUDY_DAYS)
    match state:
        case Availability.ACTIVE | Availability.BETA:
            good = True
        case Availability.RETIRING:
            good = min(first_day(d) for d in (one.last_exam, one.retired_on) if d) > ready
        case Availability.UPCOMING:
            start = one.first_exam or one.beta_from
            good = start is not None and last_day(start) <= ready
        case _:
            good = False
    good = good and one.certifies
    return Suitability(state, good, tuple(_warnings(one, state, as_of, stale_days)))


def _warnings(one: Certification, state: Availability, as_of: date, stale_days: int) -> Iterable[str]:
    warning = _state_warning(one, state)
    if warning:
        yield warning
    if not one.certifies:
        yield "no certificate is issued: learning, not a credential"
    if one.languages and state is not Availability.RETIRED:
        yield f"offered in {', '.join(one.languages)} only"
    if one.verification == "conflict":
        yield "sources disagree: look at the issuer's page first"
    yield from _age(one, state, as_of, stale_days)
    if one.cost_usd is not None and not one.cost_verified:
        yield "price not verified"


def _state_warning(one: Certification, state: Availability) -> str:
    warning = ""
    match state:
        case Availability.BETA:
            planned = f"; the regular exam is planned for {one.ga_planned}" if one.ga_planned else ""
            warning = f"beta exam: seats are limited and results come late{planned}"
        case Availability.UPCOMING:
            warning = f"cannot be taken before {one.first_exam or one.beta_from}"
        case Availability.RETIRING:
            unconfirmed = (
                "" if _said_by_issuer(one) else " (stated by third parties, not confirmed by the issuer)"
            )
            warning = (
                f"last day to earn it: {min(d for d in (one.last_exam, one.retired_on) if d)}{unconfirmed}"
            )
        case Availability.UNVERIFIED:
            warning = "not verified that it can be earned now"
        case Availability.LEGACY:
            warning = "archived by its issuer: still reachable, no longer in the current programme"
        case Availability.RETIRED if one.last_exam_languages:
            warning = f"closed in English; still offered in {', '.join(one.last_exam_languages)}"
    return warning


def _said_by_issuer(one: Certification) -> bool:
    """Whether a source of the row is a page of the issuer's own site."""
    site = _site(one.url or "")
    return site != "" and any(_site(source.url) == site for source in one.sources)


def _site(url: str) -> str:
    """The registered name of an address: "example.org" of https://www.example.org/exam."""
    found = _HOST.match(url)
    return ".".join(found[1].lower().split(".")[-2:]) if found else ""


def _age(one: Certification, state: Availability, as_of: date, stale_days: int) -> Iterable[str]:
    if one.verified_on is None:
        if state is not Availability.UNVERIFIED:
            yield "no dated check: look at the issuer's page first"
    elif (days := (as_of - first_day(one.verified_on)).days) > stale_days:
        yield f"last checked {one.verified_on}, {days} days earlier"


def stale(certifications: Iterable[Certification], as_of: date) -> tuple[Staleness, ...]:
    """Rows looked up too long ago or without a date, and rows with a stored date that is over by now; in order of id.

    Left out are those that never claimed to be looked up, and the age of those that are gone for good.
    """
    found = []
    for one in sorted(certifications, key=lambda each: each.id):
        state = availability(one, as_of)
        settled = state is Availability.RETIRED or one.verification == "unverified"
        reasons = [] if settled else list(_age(one, state, as_of, STALE_DAYS))
        checked = first_day(one.verified_on) if one.verified_on else None
        for name in ("beta_from", "first_exam", "ga_planned", "last_exam", "retired_on"):
            printed = getattr(one, name)
            if printed and checked and checked < last_day(printed) < as_of:
                reasons.append(f"{name} {printed} has passed since")
        if reasons:
            found.append(Staleness(one, tuple(reasons)))
    return tuple(found)


def validity_months(certification: Certification, issued: str | None = None) -> int | None:
    """Months in force for one issued on `issued` (default: the newest rule); None for life, or unknown."""
    rules = sorted(certification.validity, key=lambda rule: rule.issued_from or "")
    if not rules:
        return None
    if issued is None:
        return rules[-1].months
    day = last_day(issued)
    fitting = [rule for rule in rules if rule.issued_from is None or first_day(rule.issued_from) <= day]
    return fitting[-1].months if fitting else None


def expiry(certification: Certification, issued: str) -> str | None:
    """When one issued on `issued` (YYYY, YYYY-MM or YYYY-MM-DD) ends: YYYY-MM, or YYYY for a bare year.

    None where it does not end, the rule is unknown, or a bare year and odd months leave it open.
    """
    months = validity_months(certification, issued)
    if months is None:
        return None
    parts = issued.split("-")
    if len(parts) == 1:
        return f"{int(parts[0]) + months // 12:04d}" if months % 12 == 0 else None
    years, month = divmod(int(parts[0]) * 12 + int(parts[1]) - 1 + months, 12)
    return f"{years:04d}-{month + 1:02d}"


def held_status(
    certification: Certification | None,
    as_of: date,
    *,
    issued: str | None = None,
    expires: str | None = None,
    in_progress: bool = False,
) -> str:
    """Holding status on `as_of`: current, expired, historic, in_progress, inconsistent or unknown.

    `issued` and `expires` as printed (YYYY, YYYY-MM or YYYY-MM-DD); a printed expiry wins over the rule. A month or
    year of expiry counts to its end. Without a date it is unknown, unless it is known to be for life.
    """
    if in_progress or (issued is not None and first_day(issued) > as_of):
        return "in_progress"
    if certification is not None and issued is not None and _impossible(certification, issued):
        return "inconsistent"
    if expires is None and certification is not None and issued is not None:
        expires = expiry(certification, issued)
    if expires is None:
        return "current" if issued is not None else "unknown"
    if last_day(expires) >= as_of:
        return "current"
    gone = certification is not None and availability(certification, as_of) is Availability.RETIRED
    return "historic" if gone else "expired"


def _impossible(one: Certification, issued: str) -> bool:
    """Whether no such certificate can have been issued then; results may come weeks after the exam."""
    start = min((last_day(d) for d in (one.beta_from, one.first_exam) if d), default=None)
    if start and last_day(issued) < start.replace(day=1):
        return True
    if one.last_exam is None or one.last_exam_languages:
        return False
    return first_day(issued) > last_day(one.last_exam) + timedelta(days=RESULT_LAG_DAYS)


def successors(certification: Certification, catalogue: Catalogue, as_of: date) -> tuple[Successor, ...]:
    """What follows it, over retired ones in between; a chain is as close as its loosest link."""
    found: dict[str, Successor] = {}
    queue = [(each, each.relation) for each in certification.successors]
    seen = {certification.id}
    while queue:
        link, relation = queue.pop(0)
        if link.id in seen or link.id not in catalogue.certifications:
            continue
        seen.add(link.id)
        later = catalogue.certifications[link.id]
        if availability(later, as_of) is not Availability.RETIRED:
            found[link.id] = Successor(id=link.id, relation=relation)
            continue
        queue += [
            (each, max(relation, each.relation, key=_LOOSENESS.__getitem__)) for each in later.successors
        ]
    return tuple(found.values())


_LOOSENESS = {Succession.RENAME: 0, Succession.DIRECT_REPLACEMENT: 1, Succession.PARTIAL: 2}


def editions(certification_id: str, catalogue: Catalogue) -> frozenset[str]:
    """It and all that replace it or that it replaces, in full: whoever holds one, holds the others, too."""
    return _lines_of(catalogue).get(certification_id, frozenset({certification_id}))


def _lines(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """Each certificate that has other editions, with all of its line."""
    links: dict[str, set[str]] = {}
    for one in catalogue.certifications.values():
        for link in one.successors:
            if link.relation is not Succession.PARTIAL:
                links.setdefault(one.id, set()).add(link.id)
                links.setdefault(link.id, set()).add(one.id)
    lines: dict[str, frozenset[str]] = {}
    for start in links:
        found, queue = {start}, [start]
        while queue:
            fresh = links[queue.pop()] - found
            found |= fresh
            queue += fresh
        lines[start] = frozenset(found)
    return lines


_lines_of: Derived[Catalogue, Mapping[str, frozenset[str]]] = Derived(_lines)
