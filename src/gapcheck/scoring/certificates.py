"""Credit of a row that asks for a certificate: one of those named, or another on its topic."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from gapcheck.config import Policy
from gapcheck.facts.issuing_states import IssuingStates, issuing_states
from gapcheck.facts.language_tests import language_tests
from gapcheck.scoring.certificate_names import CertificateNames, certificate_names
from gapcheck.scoring.judgement import Judgement
from gapcheck.scoring.profile import IN_FORCE, CertificateClaim
from gapcheck.scoring.proofs import Grade, Proof
from gapcheck.taxonomy import OBTAINED_LATER, Requirement, Taxonomy
from gapcheck.taxonomy.certifications import editions, last_day
from gapcheck.taxonomy.derived import Derived

_SHORT_LINE = 10
"""Words of a line that names one certificate, or some beside each other."""
_OUTDATED = "outdated"
"""The status of a certificate that is in force, and was issued longer ago than a row allows."""


def certificate_credit(
    row: Requirement,
    certificates: Collection[CertificateClaim],
    taxonomy: Taxonomy,
    policy: Policy,
    *,
    named: Sequence[Proof] = (),
    as_of: str = "",
    titles: Collection[str] = (),
    posts: Collection[str] = (),
) -> Judgement:
    """Judge a certification row. Status on the resume's day decides; a closed exam still held counts in full.

    The row's `skills` are its topics: with an open list, or with no list, a certificate on a topic also counts.
    What was issued longer ago, on the day `as_of`, than the months that the row allows has run out for it.
    `named` are the places that name what the row asks for, where the catalogue does not have it. `titles` are those of
    the job: the register of "the relevant professional body" is that of its trade. `posts` are those of the person's jobs.
    """
    best = Judgement(
        reasons=("no certificate that the row asks for is named in the resume",),
        short="not found in this resume",
    )
    certificates = [
        replace(each, status=_OUTDATED) if _is_older(row, each, as_of) else each for each in certificates
    ]
    names, known = certificate_names(taxonomy), bool(row.certifications)
    states = issuing_states(taxonomy)
    title = _without_regions(row) if known else row.name
    named = [each for each in named if each.evidence and names.names(title, each.evidence.quote)]
    stated = _stated(row, title, certificates, named, titles, taxonomy) or [
        held
        for held in certificates
        if known and not row.open and held.id is None and names.names_with_trade(title, held.name, posts)
    ]
    if named and not stated:
        best = _undated(named[0], policy)
    for held in certificates:
        worth, words = _status_worth(held, policy, pending=bool(row.pending))
        fits = 1.0 if held in stated else _fits(row, held, posts, taxonomy, policy)
        if fits <= 0.0:
            continue
        share = names.share(title, _together(held, stated)) if held in stated else 1.0
        elsewhere = _elsewhere(row.regions, held, states)
        fits *= share * (policy.certification.other_region if elsewhere else 1.0)
        line = _in_line(held, names)
        lower = not (names.reaches(title, line) and language_tests(taxonomy).reaches(title, line))
        fits *= policy.certification.lower_step if lower else 1.0
        credit = worth * fits * held.belief
        reasons = [f"{held.name}: {words} {worth:.2f}"]
        if held.belief < 1.0:
            reasons.append(f"only a name in a list that work does not bear out x {held.belief:.2f}")
        if elsewhere:
            reasons.append(f"for another state, {', '.join(sorted(elsewhere)).title()} x {fits:.2f}")
        elif lower:
            reasons.append(f"a lower level, grade, class or score than the one asked for x {fits:.2f}")
        elif share < 1.0:
            reasons.append(f"part of what is asked for x {share:.2f}")
        elif fits < 1.0:
            reasons.append(f"not one of those named, but on the topic x {fits:.2f}")
        evidence = (held.evidence,) if held.evidence else ()
        high = fits if held.status in {"unknown", "in_progress"} else credit
        short = words if fits == 1.0 else f"{words}; not the one named, but on its topic"
        short = f"{words}; part of what is asked for" if share < 1.0 else short
        short = f"{words}; a lower level, grade, class or score" if lower else short
        short = f"{words}; for another state" if elsewhere else short
        found = Judgement(credit, credit, high, Grade.TRAINED, tuple(reasons), evidence, short)
        if found.credit > best.credit or not (best.evidence or best.credit):
            best = found
    return _obtainable(best, policy) if row.pending.startswith(OBTAINED_LATER) else best.clamped()


def _stated(
    row: Requirement,
    title: str,
    certificates: Collection[CertificateClaim],
    named: Sequence[Proof],
    titles: Collection[str],
    taxonomy: Taxonomy,
) -> list[CertificateClaim]:
    """The certificates that the resume states by the words of the row."""
    names, known = certificate_names(taxonomy), bool(row.certifications)
    stated = [
        held
        for held in certificates
        if _is_named(held, named)
        or (
            not (row.open or (known and held.id is not None))
            and any(names.names(title, each, whole=known) for each in _names_of(held, taxonomy))
        )
    ]
    stated = stated or [
        held
        for held in certificates
        if held.id is None and held.status not in IN_FORCE and names.may_mean(row.name, held.name)
    ]
    if not stated and not known and names.leaves_open(title):
        return [held for held in certificates if _is_register(held, titles, taxonomy)]
    return stated


def _obtainable(found: Judgement, policy: Policy) -> Judgement:
    """The judgement of what may be obtained later: whoever holds nothing of it yet is in nobody's way."""
    worth, short = policy.certification.obtainable, "not held yet, and may be obtained later"
    if found.credit >= worth:
        return found.clamped()
    reasons = (*found.reasons, f"{short} {worth:.2f}")
    return found._replace(credit=worth, low=0.0, high=1.0, reasons=reasons, short=short).clamped()


def _without_regions(row: Requirement) -> str:
    title = row.name
    for region in row.regions:
        title = title.replace(region.title(), "")
    return title


def _elsewhere(asked: Sequence[str], held: CertificateClaim, states: IssuingStates) -> frozenset[str]:
    """The states that a licence was issued by, where it is asked for in others."""
    printed = states.printed(held.evidence.quote if held.evidence else held.name, held.name)
    return printed if asked and printed.isdisjoint(asked) else frozenset()


def _is_register(held: CertificateClaim, titles: Collection[str], taxonomy: Taxonomy) -> bool:
    """Whether it is the register of a profession, and people with one of these titles, if any are known, are of that."""
    known = taxonomy.certifications.get(held.id or "")
    if known is None or known.kind != "register":
        return False
    return not titles or certificate_names(taxonomy).registers((known.name, *known.aliases), titles)


def _names_of(held: CertificateClaim, taxonomy: Taxonomy) -> tuple[str, ...]:
    """What a certificate is called in the resume, and in the catalogue if that has it, else also all of its short line."""
    known = taxonomy.certifications.get(held.id or "")
    if known is not None:
        return (held.name, known.name)
    line = held.evidence.quote if held.evidence else ""
    return (held.name, line) if 0 < len(line.split()) <= _SHORT_LINE else (held.name,)


def _together(held: CertificateClaim, stated: Sequence[CertificateClaim]) -> str:
    """The name of a certificate with those of the others that are in force, as parts of one may be printed apart."""
    others = (each.name for each in stated if each is not held and each.status in IN_FORCE)
    return "; ".join((held.name, *others)) if held.status in IN_FORCE else held.name


def _undated(named: Proof, policy: Policy) -> Judgement:
    """A certificate that is only named somewhere: believed, but in a list no more than the list itself."""
    worth, words = policy.certification.unknown, "named as the row asks for it, no date printed"
    if named.grade is Grade.LISTED:
        worth *= min(1.0, named.strength / policy.source.list_beside_work)
        words = f"named in a list only ({named.reason})"
    evidence = (named.evidence,) if named.evidence else ()
    low = worth if named.grade is not Grade.LISTED else 0.0
    short = "named in a list only" if named.grade is Grade.LISTED else "held, no date printed"
    return Judgement(worth, low, 1.0, Grade.TRAINED, (f"{words} {worth:.2f}",), evidence, short)


def _is_named(held: CertificateClaim, named: Sequence[Proof]) -> bool:
    """Whether one of the places is where the resume states this certificate, with its dates."""
    if held.evidence is None:
        return False
    start, end = held.evidence.start, held.evidence.end
    return any(p.evidence and p.evidence.start < end and start < p.evidence.end for p in named)


def _status_worth(held: CertificateClaim, policy: Policy, *, pending: bool) -> tuple[float, str]:
    worth = policy.certification
    match held.status:
        case "current":
            return worth.current, "held and in force" + (f" to {held.expires}" if held.expires else "")
        case "unknown":
            return worth.unknown, "held, no date printed"
        case "in_progress" if pending:
            return worth.current, "in progress, which is accepted"
        case "in_progress":
            return worth.in_progress, "in progress, not held yet"
        case "inconsistent":
            return worth.in_progress, "dated after the exam had ended; please check"
        case status:
            since = f" since {held.expires}" if held.expires else ""
            older = f"issued {held.issued}, which is longer ago than asked for"
            return worth.expired, older if status == _OUTDATED else f"no longer in force{since}"


def _is_older(row: Requirement, held: CertificateClaim, as_of: str) -> bool:
    """Whether a certificate was issued longer ago than a row allows, at whatever day of the printed month or year."""
    if row.within_months is None or not held.issued or held.status not in IN_FORCE or not as_of:
        return False
    issued, today = last_day(held.issued), date.fromisoformat(as_of)
    return 12 * (today.year - issued.year) + today.month - issued.month > row.within_months


def _in_line(held: CertificateClaim, names: CertificateNames) -> str:
    return names.in_line(held.name, held.evidence.quote) if held.evidence else held.name


def _fits(
    row: Requirement, held: CertificateClaim, posts: Collection[str], taxonomy: Taxonomy, policy: Policy
) -> float:
    if held.id is None:
        return 0.0
    catalogue = taxonomy.certifications.get(held.id)
    topics = {*held.topics, *(catalogue.topics if catalogue else ())}
    names = certificate_names(taxonomy)
    if names.is_only_taught(row.name, _in_line(held, names)):
        return 0.0
    proved = {held.id, *(catalogue.proves if catalogue else ()), *_of_trade(held, posts, taxonomy)}
    return _fit(row, proved, topics, taxonomy, policy)


def _of_trade(held: CertificateClaim, posts: Collection[str], taxonomy: Taxonomy) -> Sequence[str]:
    """What a certificate proves of a trade: the one that its line names, else those of the person's jobs."""
    known = taxonomy.certifications.get(held.id or "")
    names = certificate_names(taxonomy)
    every = [taxonomy.certifications[each] for each in (known.proves_by_trade if known else ())]
    line = held.evidence.quote if held.evidence else held.name
    for where in ((line,), posts):
        if found := [each.id for each in every if names.registers((each.name, *each.aliases), where)]:
            return found
    return ()


def _fit(
    row: Requirement, held: Collection[str], topics: Collection[str], taxonomy: Taxonomy, policy: Policy
) -> float:
    """How far a certificate answers a row: 1 if the row names it, another edition of it, or one that it proves, all in `held`.

    Less for another on one of the row's topics, where the list is open; 1 for any on them where nothing is named.
    """
    if any(not editions(each, taxonomy).isdisjoint(held) for each in row.certifications):
        return 1.0
    named = bool(row.certifications)
    if named and not row.open:
        return 0.0
    if not set(row.skills).isdisjoint(topics):
        return policy.certification.other_on_topic if named else 1.0
    return 0.0


def answering(row: Requirement, taxonomy: Taxonomy) -> frozenset[str]:
    """The certificates of the catalogue that a row names, in any edition, that prove one of those, or are on its topics."""
    index = _catalogue(taxonomy)
    named = {edition for each in row.certifications for edition in editions(each, taxonomy)}
    found = named.union(*(index.proving.get(each, ()) for each in named))
    if row.open or not named:
        found = found.union(*(index.on.get(topic, ()) for topic in row.skills))
    return frozenset(found)


class _Catalogue:
    """The certificates of a catalogue by what they prove and by their topics."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self.proving: dict[str, set[str]] = {}
        self.on: dict[str, set[str]] = {}
        for one in taxonomy.certifications.values():
            for lesser in (*one.proves, *one.proves_by_trade):
                self.proving.setdefault(lesser, set()).add(one.id)
            for topic in one.topics:
                self.on.setdefault(topic, set()).add(one.id)


_catalogue = Derived(_Catalogue)
