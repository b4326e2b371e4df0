"""The report of a document that could not be read: no score, and the reason why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gapcheck.errors import DocumentError
from gapcheck.inputs import Source, name_of, renamed, sha256_of
from gapcheck.report import DocumentRow, GapReport, Provenance, Score, Target, WarningRow


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
    warning = WarningRow(error.reason, error.message, None)
    return GapReport(
        as_of=as_of.isoformat(),
        provenance=provenance,
        document=DocumentRow(shown, suffix.lstrip(".").lower(), sha256_of(resume), 0, (warning,)),
        target=target,
        score=Score(None, None, None, None, None, str(error)),
    )
