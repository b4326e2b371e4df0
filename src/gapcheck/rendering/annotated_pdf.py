"""The resume's own PDF with highlights and notes, where each claim of the report stands."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import asdict

from gapcheck.document import Document
from gapcheck.errors import DocumentError, GapcheckError
from gapcheck.inputs import Source
from gapcheck.limits import Limits
from gapcheck.reading.guarded import begin
from gapcheck.reading.source import SourceFile, open_source
from gapcheck.rendering.marks import marks_of, summary_of
from gapcheck.report import GapReport

_WORK = "gapcheck.reading.pdf.annotate:annotate"


def annotate(report: GapReport, resume: Source, *, limits: Limits = Limits()) -> bytes:  # noqa: B008  # frozen
    """A copy of the resume's PDF with a highlight and a note at each place that the report speaks of.

    Args:
        report: what `analyze` made of the resume.
        resume: the same file again: a path, bytes or an open binary file.
        limits: what the file may take; it is opened in a guarded child process.

    Raises:
        DocumentError: the file cannot be opened, allows no notes, or is not the one that the report is about.
        GapcheckError: it is no PDF.
    """
    if report.document.format != "pdf" or isinstance(resume, Document):
        raise GapcheckError(
            f"{report.document.name}: only a resume that is a PDF can be given back with marks.",
            hint="Save it as PDF, or ask for an HTML report.",
        )
    source = open_source(resume, report.document.name, limits)
    _check_same(report, source)
    marks = [asdict(mark) | {"note": "\n".join(mark.notes)} for mark in marks_of(report)]
    options = {**asdict(limits), "marks": marks, "summary": summary_of(report)}
    answer = begin(source.name, _WORK, source.data, options, limits=limits)()
    if "error" in answer:
        raise _failure(source.name, answer["error"], answer["detail"])
    return b64decode(answer["pdf"])


def _check_same(report: GapReport, source: SourceFile) -> None:
    """Refuse another file than the one that the report is about: its marks would stand at the wrong places.

    Raises:
        DocumentError: it is another one.
    """
    if source.sha256 != report.document.sha256:
        raise DocumentError(
            f"{source.name} is not the file that the report is about.",
            reason="changed",
            hint="It may have been changed meanwhile: make the report again.",
        )


def _failure(name: str, reason: str, detail: str) -> DocumentError:
    """The error for a file that could be read and not be given notes."""
    hint = "Print it to a new PDF and try that one, or ask for an HTML report."
    return DocumentError(f"{name} cannot be given notes ({detail}).", reason=reason, hint=hint)
