"""The report itself: frozen values, their JSON (schema version 2) and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from html import escape
from typing import Any

from gapcheck.document import DocumentWarning
from gapcheck.errors import GapcheckError
from gapcheck.plain_values import SCHEMA_VERSION, from_plain, plain, to_json
from gapcheck.provenance import Provenance
from gapcheck.report.advice_rows import (
    Action,
    Certifications,
    ListedSkill,
    NearestRole,
    NextStep,
    Question,
    WhatIf,
)
from gapcheck.report.rows import (
    DiscardedRow,
    DocumentRow,
    EducationRow,
    Experience,
    GateRow,
    MustHave,
    RequirementRow,
    Score,
    SkillRow,
    Target,
    Theme,
    UnreadRow,
)

_NO_EXPERIENCE = Experience((0, 0), (0, 0), ())
_NO_CERTIFICATES = Certifications()


@dataclass(frozen=True, slots=True, repr=False)
class GapReport:
    """One resume against one target, on one day (`as_of`, YYYY-MM-DD).

    `verdict`: strong, good, partial or far, None without a score. `gates`: the conditions for the job, those that are
    not met first. `flags`: signs that a resume was written for programs, and no dates. `warnings`: what to know before
    the number, gravest first (the flags in words, then the document's warnings).

    `must_haves`: all of them, gates first. `themes`: at most twelve, with all scored rows. `actions`: at most five, in
    the order in which to do them; who is far from the role gets edits only, no courses, and `nearest_roles`.
    `listed_only`: skills that are listed and never shown, those first that would bring most. `questions`: for an interview.
    """

    as_of: str
    provenance: Provenance
    document: DocumentRow
    target: Target
    score: Score
    requirements: tuple[RequirementRow, ...] = ()
    skills: tuple[SkillRow, ...] = ()
    discarded: tuple[DiscardedRow, ...] = ()
    experience: Experience = _NO_EXPERIENCE
    education: tuple[EducationRow, ...] = ()
    certifications: Certifications = _NO_CERTIFICATES
    next_steps: tuple[NextStep, ...] = ()
    what_if: WhatIf | None = None
    unread: tuple[UnreadRow, ...] = ()
    duties: int = 0
    verdict: str | None = None
    gates: tuple[GateRow, ...] = ()
    flags: tuple[str, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()
    must_haves: tuple[MustHave, ...] = ()
    themes: tuple[Theme, ...] = ()
    actions: tuple[Action, ...] = ()
    nearest_roles: tuple[NearestRole, ...] = ()
    listed_only: tuple[ListedSkill, ...] = ()
    questions: tuple[Question, ...] = ()

    def missing(self) -> tuple[RequirementRow, ...]:
        """Unmet required and preferred rows, those worth most first; soft skills are "not evidenced"."""
        rows = [r for r in self.requirements if r.status != "met" and r.necessity != "mentioned"]
        return tuple(sorted(rows, key=lambda r: (r.points - r.points_possible, r.id)))

    def to_dict(self) -> dict[str, Any]:
        """The report as plain values, with the keys of the published JSON Schema."""
        values: dict[str, Any] = plain(self._values())
        return values

    def to_json(self) -> str:
        """The report as JSON text: sorted keys, floats of four places, a line break at the end."""
        return to_json(self._values())

    def _values(self) -> dict[str, Any]:
        names = (each.name for each in fields(self) if each.name != "provenance")
        return {
            "schema_version": SCHEMA_VERSION,
            **self.provenance.to_dict(),
            **{name: getattr(self, name) for name in names},
        }

    @classmethod
    def from_json(cls, text: str | bytes) -> GapReport:
        """The report that `to_json` wrote.

        Raises:
            GapcheckError: it is not a report, or one of another schema version.
        """
        try:
            values = json.loads(text)
        except ValueError as error:
            raise GapcheckError(f"This is not a report of gapcheck as JSON ({error}).") from None
        return cls.from_dict(values)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> GapReport:
        """The report that `to_dict` described.

        Raises:
            GapcheckError: as `from_json`.
        """
        try:
            version = values["schema_version"]
            if version == SCHEMA_VERSION:
                return from_plain(cls, {**values, "provenance": Provenance.from_dict(values)})
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise GapcheckError(
                f"This is not a report of gapcheck as JSON ({type(error).__name__}: {error})."
            ) from None
        raise GapcheckError(
            f"This report has schema version {version!r}; version {SCHEMA_VERSION!r} can be read.",
            hint="Make the report again with this version of gapcheck.",
        )

    def __repr__(self) -> str:
        return f"<GapReport {self._summary}>"

    def _repr_html_(self) -> str:
        """A summary for notebooks; `gapcheck.render(report, "html")` makes the whole page."""
        lacking = [each.title for each in self.must_haves if each.status != "met"]
        must = f"<p>Must-haves not met: {escape('; '.join(lacking))}</p>" if lacking else ""
        first = "".join(
            f"<li><strong>{escape(each.title)}</strong> (+{each.points:.1f}): {escape(each.text)}</li>"
            for each in self.actions
        )
        return f"<p>{escape(self._summary)}</p>{must}" + (f"<ol>{first}</ol>" if first else "")

    @property
    def must_haves_met(self) -> str:
        """How many of the must-haves are met, of how many: "3/5"."""
        return f"{sum(each.status == 'met' for each in self.must_haves)}/{len(self.must_haves)}"

    @property
    def _summary(self) -> str:
        score = self.score
        result = f"no score: {score.reason}"
        if score.value is not None:
            fit = f"{self.verdict} fit, " if self.verdict else ""
            result = f"{fit}score {score.value:.1f} of 100, range {score.low:.1f} to {score.high:.1f}"
        return f"{self.document.name} for {self.target.title}, as of {self.as_of}: {result}"
