"""Where a gap report is put together: requirements, each with its credit, reasons and evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from gapcheck.config import Policy
from gapcheck.document import Document, DocumentWarning
from gapcheck.errors import DocumentError
from gapcheck.facts.periods import Months
from gapcheck.inputs import Source, name_of, renamed, sha256_of
from gapcheck.matching import Genre, Passage, SkillMatcher
from gapcheck.outline.model import SectionKind
from gapcheck.overview import flags_of, gate_rows, with_overview
from gapcheck.provenance import Provenance
from gapcheck.report import (
    AssumptionRow,
    Certifications,
    DiscardedRow,
    DocumentRow,
    EducationRow,
    Experience,
    GapReport,
    GateRow,
    HeldRow,
    JobRow,
    RequirementRow,
    Score,
    Target,
    WhatIf,
    WhatIfRow,
)
from gapcheck.requirement_rows import requirement_rows
from gapcheck.resume.model import EMPLOYMENT, Resume, Severity
from gapcheck.scoring import (
    Assumption,
    Case,
    Citations,
    GateState,
    Strengths,
    months_in,
    relevant_jobs,
    verdict_of,
)
from gapcheck.scoring.edits import supposed
from gapcheck.scoring.signs import Sign, doubted_low, signs_of
from gapcheck.scoring.skill_rows import discarded_rows, skill_rows
from gapcheck.spans import Span
from gapcheck.target_requirements import NOTHING_ASKED, TargetRequirements
from gapcheck.taxonomy import Kind, Requirement, Taxonomy
from gapcheck.text.inflection import counted

_WORD = re.compile(r"[^\W\d_]{2,}")
_NO_POINTS = 1e-6
_LOW_MEANING = "is what dated work alone proves"
_THIN_MEANING = "is what dated work alone proves, if nothing is met that was not read of the posting"
_HIGH_MEANING = "if every doubt {} settled in the person's favour"


def find_gaps(case: Case, asked: TargetRequirements, provenance: Provenance) -> GapReport:
    """The report of a case, without advice."""
    resume, taxonomy, policy = case.resume, case.taxonomy, case.policy
    total = case.total
    reason = why_no_score(resume, policy) or asked.why_no_score(policy)
    if reason is None and total.value is None:
        reason = NOTHING_ASKED
    score = Score(None, None, None, None, None, reason)
    rows: tuple[RequirementRow, ...] = ()
    gates: tuple[GateRow, ...] = ()
    verdict: str | None = None
    signs = signs_of(case, asked.text)
    discarded = discarded_rows(resume, case.strengths.profile, taxonomy, case.citations)
    if reason is None:
        gates = gate_rows(case)
        verdict = verdict_of(total.value or 0.0, (GateState(each.status) for each in gates), policy).value
        score = _lowered(
            replace(_widened(score_of(case), asked), low=doubted_low(case, signs)), asked, policy
        )
        rows = requirement_rows(case, asked.requirements, asked.terms, asked.text, discarded)
    report = GapReport(
        as_of=resume.as_of,
        provenance=provenance,
        document=document_row(resume, (*asked.doubts(policy), *_warnings(signs, resume.document))),
        target=asked.target,
        score=score,
        requirements=rows,
        skills=skill_rows(
            resume, case.strengths.profile, taxonomy, policy, requested=_requested(asked.asked)
        ),
        discarded=discarded,
        experience=experience_of(resume, _relevant_months(case)),
        education=education_rows(resume),
        certifications=Certifications(held=held_rows(resume, case.citations)),
        unread=asked.unread,
        duties=asked.duties,
        verdict=verdict,
        gates=gates,
        flags=flags_of(case, signs),
    )
    return with_overview(report, case)


def _warnings(signs: Sequence[Sign], document: Document) -> tuple[DocumentWarning, ...]:
    """What was seen of each sign; hidden text has warnings of its own."""
    return tuple(
        DocumentWarning(sign.flag.replace(" ", "-"), sign.message, document.page_of(sign.span))
        for sign in signs
        if sign.message
    )


def _widened(score: Score, asked: TargetRequirements) -> Score:
    """The range with what was not read: each such line may be met, and weighs like a row."""
    if score.high is None or not asked.not_understood:
        return score
    rows = len(asked.asked)
    more = len(asked.not_understood)
    lines = (
        "and the line that was not understood are"
        if more == 1
        else "and every line that was not understood is"
    )
    high = max(score.high, (score.high * rows + 100 * more) / (rows + more))
    return replace(score, high=high, high_meaning=_HIGH_MEANING.format(lines))


def _lowered(score: Score, asked: TargetRequirements, policy: Policy) -> Score:
    """The range where next to nothing was read of a long posting: the requirements that it lacks may not be met."""
    lacking = asked.too_few(policy)
    if score.low is None or not lacking:
        return score
    rows = len(asked.asked)
    return replace(score, low=score.low * rows / (rows + lacking), low_meaning=_THIN_MEANING)


def score_of(case: Case) -> Score:
    """The score of a case, with its band."""
    total = case.total
    return Score(
        *(total.value, total.low, total.high, total.required, total.preferred),
        low_meaning=_LOW_MEANING,
        high_meaning=_HIGH_MEANING.format("is"),
    )


def what_if(case: Case, assumptions: Sequence[Assumption]) -> WhatIf:
    """The score and the rows as they would be if the resume said all of `assumptions` as well."""
    after = supposed(case, assumptions)
    before, value = case.total.value or 0.0, after.total.value or 0.0
    rows = tuple(
        WhatIfRow(
            row.id,
            row.title,
            row.necessity.value,
            case.status(row.id).value,
            after.status(row.id).value,
            case.points(row.id),
            after.points(row.id),
        )
        for row in case.requirements
        if abs(after.points(row.id) - case.points(row.id)) > _NO_POINTS
    )
    rows = tuple(
        sorted(rows, key=lambda row: (round(row.points_before - row.points_after, 6), row.requirement))
    )
    assumed = tuple(
        AssumptionRow(str(each), each.kind.value, each.id, each.label(case.taxonomy), each.months)
        for each in assumptions
    )
    return WhatIf(assumed, score_of(case), score_of(after), value - before, rows)


def unmet_skills(strengths: Strengths, asked: TargetRequirements) -> tuple[str, ...]:
    """Skills of rows that are asked for, of which the resume says nothing at all."""
    known, least = strengths.taxonomy.skills, strengths.policy.score.partial
    return tuple(s for s in sorted(_requested(asked.asked)) if s in known and strengths.of(s).value < least)


def why_no_score(resume: Resume, policy: Policy) -> str | None:
    """Why a readable document still cannot be judged, or None."""
    words = len(_WORD.findall(resume.document.text))
    if words < policy.score.min_words:
        selectable = " and that all of its text can be selected" if resume.document.format == "pdf" else ""
        return (
            f"the text is too short to judge: it has {counted(words, 'word')} (of two letters or more, numbers not counted), "
            f"and at least {policy.score.min_words} are needed (`score.min_words`, see `gapcheck config show`). "
            f"Check that the file is the whole resume{selectable}."
        )
    headed = any(s.kind not in {SectionKind.HEADER, SectionKind.OTHER} for s in resume.sections)
    dated = any(e.period for e in resume.entries) or any(e.year for e in resume.education)
    if not headed and not dated:
        return "no section and no date of a resume was found in the text. Check that the file is a resume."
    return None


def experience_of(resume: Resume, relevant: Months = (0, 0)) -> Experience:
    """All posts held; `relevant` are the months of those that are the target role's."""
    posts = [e for e in resume.entries if e.kind in EMPLOYMENT]
    rows = tuple(
        JobRow(
            e.title,
            e.employer,
            str(e.period.start) if e.period else None,
            str(e.period.end) if e.period and e.period.end else None,
            e.months,
            e.page,
        )
        for e in posts
    )
    return Experience(resume.experience, relevant, rows)


def _relevant_months(case: Case) -> Months:
    subjects = {s for r in case.requirements if r.kind is Kind.EXPERIENCE for s in r.skills}
    proven = case.strengths.profile
    return months_in(relevant_jobs(subjects, proven, case.taxonomy, case.role, case.policy), proven)


def education_rows(resume: Resume) -> tuple[EducationRow, ...]:
    """Degrees in order of the text."""
    return tuple(
        EducationRow(e.level.value, e.field, e.status, e.institution, e.year, e.page)
        for e in resume.education
    )


def held_rows(resume: Resume, citations: Citations) -> tuple[HeldRow, ...]:
    """Certificates in order of the text."""
    return tuple(
        HeldRow(h.id, h.name, h.issued, h.expires, h.status, h.page, citations.at(h.span).quote)
        for h in resume.certificates
    )


def document_row(resume: Resume, more: Sequence[DocumentWarning] = ()) -> DocumentRow:
    """The file that was read, with its warnings and what programs would seriously trip over, each once, and `more`."""
    document = resume.document
    serious = [each for each in resume.findings if each.severity is Severity.SERIOUS]
    said = {(each.code, each.page) for each in document.warnings}
    warnings = (
        *document.warnings,
        *(DocumentWarning(f.code, f.message, f.page) for f in serious if (f.code, f.page) not in said),
        *more,
    )
    return DocumentRow(document.name, document.format, document.sha256, document.page_count, warnings)


def hidden_rows(document: Document, taxonomy: Taxonomy, matcher: SkillMatcher) -> tuple[DiscardedRow, ...]:
    """Skills named in hidden text: reported, never counted."""
    rows = []
    for hidden in document.hidden:
        whole = Passage(Span(0, len(hidden.text)), listing=True)
        mentions = matcher.find(hidden.text, [whole], genre=Genre.RESUME).mentions
        quote = " ".join(hidden.text.split())[:120]
        reason = f"hidden text ({hidden.reason})"
        rows += [
            DiscardedRow(taxonomy.skills[skill].label, quote, hidden.page, reason)
            for skill in sorted({each.skill for each in mentions})
        ]
    return tuple(rows)


def _requested(rows: Iterable[Requirement]) -> frozenset[str]:
    return frozenset(s for r in rows for s in (*r.skills, *((r.head,) if r.head else ())))


def unreadable_report(
    error: DocumentError,
    resume: Source,
    name: str | None,
    target: Target,
    provenance: Provenance,
    as_of: date,
    *,
    blind: bool,
) -> GapReport:
    """The report where reading `resume`, or the job document, ended in `error`; `blind` hides the file's name."""
    shown = name or name_of(resume)
    suffix = Path(shown).suffix
    if blind:
        hidden = f"resume{suffix}"
        error = renamed(error, (name_of(resume, full=True), shown), hidden)
        shown = hidden
    warning = DocumentWarning(error.reason, error.message, None)
    return GapReport(
        as_of=as_of.isoformat(),
        provenance=provenance,
        document=DocumentRow(shown, suffix.lstrip(".").lower(), sha256_of(resume), 0, (warning,)),
        target=target,
        score=Score(None, None, None, None, None, str(error)),
        warnings=(warning,),
    )
