"""The rows of advice: what would raise the score, certificates that would, and what was assumed for it."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.report.rows import Evidence, Score


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
    """The smallest set of suggestions that closes what certificates can close, within what it may cost in all.

    `budget_usd` and `hours_limit` are those limits, None for none. `cost_usd` and `hours` are None if unknown.
    """

    certifications: tuple[str, ...] = ()
    points_gained: float = 0.0
    cost_usd: float | None = None
    hours: float | None = None
    uncovered: tuple[str, ...] = ()
    budget_usd: float | None = None
    hours_limit: float | None = None


@dataclass(frozen=True, slots=True)
class FreeLearning:
    """A course, book or tutorial that costs nothing, for rows that no certificate of the plan closes.

    `checked` is when somebody last looked at its page, None if nobody noted it. `requirements`: ids of the rows.
    """

    id: str
    title: str
    provider: str
    url: str
    hours: float | None
    checked: str | None
    requirements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Certifications:
    """Held, suggested, the plan, and what is free where it leaves gaps."""

    held: tuple[HeldRow, ...] = ()
    suggested: tuple[Suggestion, ...] = ()
    plan: Plan = Plan()
    free: tuple[FreeLearning, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Action:
    """One edit of the resume, or one step, that is worth most now.

    `kind`: say (name it in the job where it was done), name (in a degree, a course or a project), learn, certificate.
    `title` is an imperative, `text` one sentence that quotes the person's own line or names the job. `points`: what
    the whole score would gain, of 100, if all of it were true and done. `place`: where to write it. `requirements`:
    ids of the rows that it serves. `evidence`: the line of the resume that it starts from, None if there is none.
    `what_if` is what is assumed for the points, as `--what-if` takes it. `url`: where a course or certificate is.
    """

    kind: str
    title: str
    text: str
    points: float
    place: str
    requirements: tuple[str, ...]
    evidence: Evidence | None = None
    what_if: tuple[str, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True)
class NearestRole:
    """A role of the taxonomy that the resume fits better than the target, with its score of 100."""

    id: str
    title: str
    score: float
    verdict: str


@dataclass(frozen=True, slots=True)
class ListedSkill:
    """A skill that the resume lists and nowhere shows: `points` the score would gain if a dated job showed it."""

    id: str
    label: str
    requested: bool
    page: int
    quote: str
    points: float


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody who hires may ask in an interview, about the row with the id `requirement`."""

    requirement: str
    title: str
    text: str
