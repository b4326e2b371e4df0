"""What the page and the API do with what was sent: calls of the library, and what is held of their results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from gapcheck.amendments import with_wishes
from gapcheck.analyzer import Analyzer
from gapcheck.comparison import Comparison, compare
from gapcheck.errors import DocumentError
from gapcheck.inputs import DEFAULT_ROLE, day_of
from gapcheck.plain_values import picked
from gapcheck.pool import AnalyzerPool
from gapcheck.ranking import NO_SCORE, ranked, row_of
from gapcheck.rendering import pages_of
from gapcheck.report import GapReport
from gapcheck.target_requirements import TargetRequirements
from gapcheck.taxonomy import Necessity, Requirement, suitability
from gapcheck.web.inputs import Asked, NamedBytes
from gapcheck.web.memory import HeldReport, HeldTable

NOT_ASKED = "not asked"
NECESSITIES = ("required", "preferred", "mentioned", NOT_ASKED)


class GapService:
    """The library as the web sees it. Its methods may run side by side in threads."""

    def __init__(self, analyzer: Analyzer, workers: int = 1) -> None:
        self.analyzer = analyzer
        self.pool = AnalyzerPool(analyzer, workers=workers)

    def warm(self) -> None:
        """Do what all visitors share, so that the first one need not wait for it."""
        self.pool.warm()
        self.analyzer.matcher  # noqa: B018  # it is built at first use

    def requirements(self, asked: Asked) -> TargetRequirements:
        """What the target asks for, with the reader's corrections."""
        target = dict(asked.target)
        if isinstance(target.get("job"), NamedBytes):
            target["job"].seek(0)
        found = self.pool.requirements_of(**target, level=asked.level or None)
        if asked.must:
            found = with_wishes(found, {"must": asked.must}, self.analyzer.taxonomy)
        corrected = dict(asked.corrected)
        if not corrected:
            return found
        rows = [_corrected(row, corrected.get(row.id)) for row in found.requirements]
        return replace(found, requirements=tuple(row for row in rows if row is not None))

    def comparable(self, asked: Asked) -> TargetRequirements:
        """The same for many resumes.

        Raises:
            DocumentError: nobody can be compared with it.
        """
        found = self.requirements(asked)
        found.check(self.analyzer.policy)
        return found

    def analyze(self, resume: NamedBytes, asked: Asked) -> HeldReport:
        """The report of a resume, with what is needed to make it again."""
        document = self.analyzer.read(resume, name=resume.name)
        report = self._report(document, asked)
        data = resume.getvalue() if document.format == "pdf" and not asked.blind else b""
        source = NamedBytes(data, document.name) if data else document
        pages = (
            pages_of(self.pool.blinded(document), limits=self.analyzer.limits)
            if asked.blind
            else self.analyzer.pages(source)
        )
        return HeldReport(report, document, asked, data, pages)

    def with_what_if(self, held: HeldReport, what_if: Sequence[str]) -> GapReport:
        """The report of the same resume and target, with what the score would be under assumptions."""
        return self._report(held.document, replace(held.asked, what_if=tuple(what_if)))

    def new_version(self, held: HeldReport, resume: NamedBytes) -> tuple[HeldReport, Comparison]:
        """The report of a new version of the resume for the same target, and what changed."""
        after = self.analyze(resume, replace(held.asked, what_if=()))
        return after, compare(held.report, after.report)

    def compare(self, before: NamedBytes, after: NamedBytes | None, one: Asked, two: Asked) -> Comparison:
        """What changes between two resumes, or for one between two targets."""
        first = self.analyze(before, one).report
        before.seek(0)
        return compare(first, self.analyze(after or before, two).report)

    def outcome(self, resume: NamedBytes, target: TargetRequirements, asked: Asked) -> dict[str, Any]:
        """One resume of many as a row, or why it has none under "error"."""
        try:
            found = self.pool.analyze(
                resume, name=resume.name, target=target, as_of=asked.as_of, blind=asked.blind
            )
        except DocumentError as error:
            return {"name": resume.name, "error": error.reason, "message": str(error)}
        row = row_of(found)
        if NO_SCORE in row:
            return {"name": resume.name, "error": "no-score", "message": f"no score: {row[NO_SCORE]}"}
        return {"name": resume.name, **row}

    def _report(self, document: Any, asked: Asked) -> GapReport:
        facts = {"confirmed": asked.confirmed, "wrong": asked.wrong}
        return self.pool.analyze(
            document,
            target=self.requirements(asked),
            as_of=day_of(asked.as_of),
            blind=asked.blind,
            what_if=asked.what_if,
            facts=facts if any(facts.values()) else None,
        )

    def roles(self) -> list[dict[str, Any]]:
        """The roles of the taxonomy, the default one first."""
        known = sorted(self.analyzer.taxonomy.roles.values(), key=lambda r: (r.id != DEFAULT_ROLE, r.label))
        return [
            {
                "id": role.id,
                "label": role.label,
                "titles": list(role.titles),
                "required": sum(row.necessity is Necessity.REQUIRED for row in role.requirements),
                "preferred": sum(row.necessity is Necessity.PREFERRED for row in role.requirements),
                "documents": list(role.documents),
            }
            for role in known
        ]

    def certificates(self, day: date) -> list[dict[str, Any]]:
        """The certificates of the catalogue with their state on a day."""
        rows = []
        for one in self.analyzer.taxonomy.certifications.values():
            suited = suitability(one, day)
            rows.append(
                {
                    **picked(one, "id", "name", "provider", "cost_usd", "hours", "url", "verified_on"),
                    "status": suited.availability.value,
                    **picked(suited, "recommendable", "warnings"),
                    "skills": [covered.id for covered in one.skills],
                }
            )
        return rows


def _corrected(row: Requirement, wanted: str | None) -> Requirement | None:
    """A requirement as the reader sees it, None where the posting does not ask for it."""
    if wanted is None or wanted == row.necessity.value:
        return row
    if wanted == NOT_ASKED:
        return None
    return row.model_copy(update={"necessity": Necessity(wanted)})


def table_of(title: str, rows: Iterable[dict[str, Any]]) -> HeldTable:
    """Rows best first; what has no score is listed apart, with the reason."""
    scored, failures = [], []
    for row in rows:
        if "error" in row:
            failures.append({"name": str(row["name"]), "message": str(row["message"])})
        else:
            scored.append(row)
    return HeldTable(title, ranked(scored), tuple(failures))


def corrections(values: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The corrections of a form: fields `need-ID` with one of NECESSITIES."""
    for name, value in values:
        if name.startswith("need-") and value in NECESSITIES:
            yield name.removeprefix("need-"), value
