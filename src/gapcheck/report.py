"""The shape of a report: frozen values, and their JSON (schema version 1)."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from html import escape
from typing import Any

from gapcheck.document import Box, DocumentWarning
from gapcheck.errors import GapcheckError
from gapcheck.plain_values import SCHEMA_VERSION, from_plain, plain, to_json
from gapcheck.provenance import Provenance
from gapcheck.taxonomy.model import Degree, Source


@dataclass(frozen=True, slots=True)
class Named:
    """An id of the taxonomy with its label."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place of the resume that speaks for (or against) a skill or row.

    `start`, `end`: half-open character offsets in the document's text; `boxes`: one for each printed line, in points.
    `method`: phrase, pattern, similarity, implied, related, certification, dates, degree. `similarity` is 1 for
    exact names. `months`: [low, high] of the dated entries that hold it, or None; `last_used` YYYY-MM or YYYY.
    """

    skill: str
    label: str
    method: str
    similarity: float
    assertion: str
    section: str
    page: int
    quote: str
    start: int
    end: int
    boxes: tuple[Box, ...] = ()
    months: tuple[int, int] | None = None
    last_used: str | None = None

    @property
    def claimed(self) -> bool:
        """Whether the person says it of their own work, now or then."""
        return self.assertion in {"present", "past"}


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A requirement, judged. `points` is what it brings, `points_possible` what it could; both of 100."""

    id: str
    title: str
    kind: str
    necessity: str
    logic: str
    open: bool
    head: Named | None
    skills: tuple[Named, ...]
    min_months: int | None
    min_count: int | None
    degree: Degree | None
    weight: float
    points: float
    points_possible: float
    credit: float
    status: str
    grade: str
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    sources: tuple[Source, ...]

    @property
    def proof(self) -> Evidence | None:
        """The evidence to quote: claims before denials, the skill itself before related ones, then as scoring ranks."""
        return min(
            self.evidence, key=lambda e: (not e.claimed, e.method in {"similarity", "related"}), default=None
        )


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A skill that the person claims, asked for or not."""

    id: str
    label: str
    kind: str
    grade: str
    months: tuple[int, int] | None
    last_used: str | None
    requested: bool
    mentions: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DiscardedRow:
    """Something seen and not counted. `boxes`: one for each printed line, in points; none for hidden text."""

    label: str
    quote: str
    page: int
    reason: str
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A line of the job document that seems to ask for something and gave no row, with the reason."""

    document: str
    line: int
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """The file that was read."""

    name: str
    format: str
    sha256: str
    pages: int
    warnings: tuple[DocumentWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """What the resume was compared with. `sources`: base names of the documents that the rows come from."""

    kind: str
    id: str
    title: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """`value` of 100 with its band `low` to `high`, or None with the `reason` why there is none."""

    value: float | None
    low: float | None
    high: float | None
    required: float | None
    preferred: float | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class JobRow:
    """A post held. Dates YYYY-MM, or YYYY where no month is printed; `end` None is current."""

    title: str
    employer: str
    start: str | None
    end: str | None
    months: tuple[int, int] | None
    page: int


@dataclass(frozen=True, slots=True)
class Experience:
    """All employment, overlaps counted once, and the part of it that is the target role's."""

    months: tuple[int, int]
    relevant_months: tuple[int, int]
    jobs: tuple[JobRow, ...]


@dataclass(frozen=True, slots=True)
class EducationRow:
    """A degree or course of study."""

    level: str
    field: str
    status: str
    institution: str
    year: int | None
    page: int


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A certificate that the person names; `id` None if the catalogue does not have it.

    `note`: what to do about it, "" for nothing.
    """

    id: str | None
    name: str
    issued: str | None
    expires: str | None
    status: str
    page: int
    quote: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A certificate that can be earned on the report's day and closes gaps. Unknown figures are None."""

    id: str
    name: str
    provider: str
    level: str
    cost_usd: float | None
    cost_note: str
    hours: float | None
    validity_months: int | None
    url: str | None
    availability: str
    verified_on: str | None
    warnings: tuple[str, ...]
    closes: tuple[str, ...]
    points_gained: float


@dataclass(frozen=True, slots=True)
class Plan:
    """The smallest set of suggestions that closes what certificates can close."""

    certifications: tuple[str, ...] = ()
    points_gained: float = 0.0
    cost_usd: float | None = None
    hours: float | None = None
    uncovered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Certifications:
    """Held, suggested, and the plan."""

    held: tuple[HeldRow, ...] = ()
    suggested: tuple[Suggestion, ...] = ()
    plan: Plan = Plan()


@dataclass(frozen=True, slots=True)
class GateRow:
    """A condition for the job, such as a licence: `status` met, partial, missing, expired or to come.

    `date`: until when it is or was in force, YYYY-MM or YYYY, None if that is not printed.
    """

    requirement: str
    title: str
    status: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class NextStep:
    """What would raise the score, and by how many points.

    `what_if` holds what is assumed for these points, as `--what-if` takes it; () where it has no name.
    """

    requirement: str
    points: float
    action: str
    what_if: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AssumptionRow:
    """One thing that was assumed: `text` as it was given, `kind` skill, certification, degree or experience."""

    text: str
    kind: str
    id: str
    label: str
    months: int | None


@dataclass(frozen=True, slots=True)
class WhatIfRow:
    """A row that the assumptions would change; points of 100."""

    requirement: str
    title: str
    necessity: str
    status_before: str
    status_after: str
    points_before: float
    points_after: float


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The score as it is, and as it would be if the resume also said what is `supposed`."""

    supposed: tuple[AssumptionRow, ...]
    before: Score
    after: Score
    points_gained: float
    rows: tuple[WhatIfRow, ...]


@dataclass(frozen=True, slots=True, repr=False)
class GapReport:
    """One resume against one target, on one day (`as_of`, YYYY-MM-DD).

    `verdict`: strong, good, partial or far, None without a score. `gates`: the conditions for the job, those that are
    not met first. `flags`: signs that a resume was written for programs, and no dates.
    """

    as_of: str
    provenance: Provenance
    document: DocumentRow
    target: Target
    score: Score
    requirements: tuple[RequirementRow, ...] = ()
    skills: tuple[SkillRow, ...] = ()
    discarded: tuple[DiscardedRow, ...] = ()
    experience: Experience = Experience((0, 0), (0, 0), ())
    education: tuple[EducationRow, ...] = ()
    certifications: Certifications = Certifications()
    next_steps: tuple[NextStep, ...] = ()
    what_if: WhatIf | None = None
    unread: tuple[UnreadRow, ...] = ()
    verdict: str | None = None
    gates: tuple[GateRow, ...] = ()
    flags: tuple[str, ...] = ()

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
        gaps = "".join(
            f"<li>{escape(row.title)} ({row.necessity}, {row.points_possible - row.points:.1f} points)</li>"
            for row in self.missing()[:5]
        )
        return f"<p>{escape(self._summary)}</p><ol>{gaps}</ol>"

    @property
    def _summary(self) -> str:
        score = self.score
        result = f"no score: {score.reason}"
        if score.value is not None:
            result = f"score {score.value:.1f} of 100, range {score.low:.1f} to {score.high:.1f}"
        return f"{self.document.name} for {self.target.title}, as of {self.as_of}: {result}"
