"""A case judged anew as if the resume held one thing more: the same scoring, over a resume with that thing added.

What is added stands in no line of the document: its spans lie behind the text's end, where nothing else is. Only
the rows that it can reach are judged again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from gapcheck.facts.dates import Month
from gapcheck.facts.periods import Period
from gapcheck.matching.mentions import Matches, SkillMention
from gapcheck.resume.model import (
    EMPLOYMENT,
    Education,
    Entry,
    EntryKind,
    HeldCertificate,
    Resume,
)
from gapcheck.scoring.case import Case, case_of
from gapcheck.scoring.proofs import Profile, more_proofs
from gapcheck.scoring.supposed import Supposed, SupposedKind
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Level, Requirement


def supposing(case: Case, *more: Supposed) -> Case:
    """The case with all of `more` added to the resume, one after the other."""
    for each in more:
        case = _with(case, each)
    return case


def holding(case: Case, topics: Iterable[str]) -> Case:
    """The case with some certificate on these topics held, whichever it may be."""
    resume = _certified(case.resume, "", "a certificate", tuple(topics))
    rows = {row.id for row in case.requirements if row.kind is Kind.CERTIFICATION}
    return case.judged_again(resume, case.strengths, rows)


def _with(case: Case, one: Supposed) -> Case:
    resume = _added(case, one)
    if _reframed(case.resume, resume, one, case.strengths.profile):
        return case_of(resume, case.requirements, case.titles, case.taxonomy, case.policy)
    mentions = resume.matches.mentions[len(case.resume.matches.mentions) :]
    certificates = resume.certificates[len(case.resume.certificates) :]
    more = more_proofs(
        resume,
        mentions,
        certificates,
        case.taxonomy,
        case.policy,
    )
    affected = {each for proof in more for each in case.strengths.reached_from(proof.skill)}
    return case.judged_again(resume, case.strengths.joined(more, affected), _rows(case, one, affected))


def _reframed(before: Resume, after: Resume, one: Supposed, proven: Profile) -> bool:
    """Whether what stood there before is to be weighed anew as well.

    The first dated job is a frame for all that is listed; a skill that only titles of papers named is now more.
    """
    if _is_dated(after) and not _is_dated(before):
        return True
    return one.kind is SupposedKind.SKILL and one.id not in proven.proofs and one.id in proven.hints


def _is_dated(resume: Resume) -> bool:
    return any(each.kind in EMPLOYMENT and each.period for each in resume.entries)


def _rows(case: Case, one: Supposed, affected: AbstractSet[str]) -> frozenset[str]:
    """Ids of the rows that it can raise; what has its full credit, or none to gain, stays."""
    return frozenset(
        row.id
        for row in case.requirements
        if case.judged[row.id].credit < 1
        and case.weighed[row.id].possible > 0
        and (_by_kind(row, one) or (row.min_months is None and not affected.isdisjoint(case.asked[row.id])))
    )


def _by_kind(row: Requirement, one: Supposed) -> bool:
    """Whether a row of this kind may be raised by what is no skill: time, a degree, a certificate."""
    match row.kind:
        case Kind.EXPERIENCE:
            return one.months is not None
        case Kind.EDUCATION:
            return one.kind is SupposedKind.DEGREE or one.months is not None
        case Kind.CERTIFICATION:
            return one.kind is SupposedKind.CERTIFICATION
        case _:
            return False


def _added(case: Case, one: Supposed) -> Resume:
    match one.kind:
        case SupposedKind.SKILL:
            return _worked(case.resume, one.months, skill=one.id)
        case SupposedKind.EXPERIENCE:
            return _worked(case.resume, one.months, title=case.titles[0] if case.titles else "")
        case SupposedKind.DEGREE:
            at = _behind(case.resume)
            degree = Education(Level(one.id), one.field, "completed", "", None, at, 1)
            return replace(case.resume, education=(*case.resume.education, degree))
        case SupposedKind.CERTIFICATION:
            known = case.taxonomy.certifications[one.id]
            return _certified(case.resume, known.id, known.name, known.topics)


def _certified(resume: Resume, id_: str, name: str, topics: Sequence[str]) -> Resume:
    at = _behind(resume)
    held = HeldCertificate(id_, name, "", resume.as_of[:7], None, "current", at, 1, tuple(topics))
    return replace(resume, certificates=(*resume.certificates, held))


def _worked(resume: Resume, months: int | None, *, skill: str = "", title: str = "") -> Resume:
    """With a job of so many months up to the day, or a project of the day's month, that names the skill."""
    at = _behind(resume)
    kind = EntryKind.PROJECT if months is None else EntryKind.JOB
    length = months or 1
    entry = Entry(kind, title, "", _up_to(resume.as_of, length, at), (length, length), at, 1)
    mentions = (SkillMention(skill, at, skill),) if skill else ()
    matches = Matches((*resume.matches.mentions, *mentions), resume.matches.discarded)
    return replace(resume, entries=(*resume.entries, entry), matches=matches)


def _up_to(as_of: str, months: int, span: Span) -> Period:
    """The last `months` months, the day's own among them."""
    day = date.fromisoformat(as_of)
    first = day.year * 12 + day.month - months
    return Period(Month(first // 12, first % 12 + 1), None, span)


def _behind(resume: Resume) -> Span:
    """A place behind the text and behind all that was supposed before."""
    taken = [len(resume.document.text)]
    taken += [each.span.end for each in resume.entries]
    taken += [each.span.end for each in resume.education]
    taken += [each.span.end for each in resume.certificates]
    start = max(taken) + 1
    return Span(start, start + 1)
