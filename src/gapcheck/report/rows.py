"""The rows of a report: what was asked for, what was found for it, and where it stands in the resume."""

from __future__ import annotations

from dataclasses import dataclass

from gapcheck.document import Box, DocumentWarning
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
    `method`: phrase, pattern, similarity, implied, related, certification, dates, degree, confirmed
    (said by the person beside the document). `similarity` is 1 for
    exact names. `rule`: what found it, as the taxonomy has it (a name, or a pattern) or how words were compared. `months`: [low, high] of the dated entries that hold it, or None; `last_used` YYYY-MM or YYYY.
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
    rule: str = ""

    @property
    def claimed(self) -> bool:
        """Whether the person says it of their own work, now or then."""
        return self.assertion in {"present", "past"}


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A requirement, judged. `points` is what it brings, `points_possible` what it could; both of 100.

    `summary` says in a few words why ("listed, not shown in work"); `reasons` are the arithmetic, a line for each factor.
    `closest`: where nothing speaks for or against the row, the resume's line that comes nearest, for a reader to judge;
    its `method` is "closest", and it counts for nothing.
    """

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
    summary: str = ""
    closest: Evidence | None = None
    within_months: int | None = None

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
    """A line of the job document that seems to ask for something and gave no row, with the reason.

    `condition`: it was understood as a condition of the job, which is not judged.
    """

    document: str
    line: int
    quote: str
    reason: str
    condition: bool = False


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
    """`value` of 100 with its band `low` to `high`, or None with the `reason` why there is none.

    `low_meaning`, `high_meaning`: what the ends of the band stand for, in words that follow the number.
    """

    value: float | None
    low: float | None
    high: float | None
    required: float | None
    preferred: float | None
    reason: str | None = None
    low_meaning: str = ""
    high_meaning: str = ""


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
class GateRow:
    """A condition for the job, such as a licence: `status` met, partial, missing, expired or to come.

    `date`: until when it is or was in force, YYYY-MM or YYYY, None if that is not printed.
    """

    requirement: str
    title: str
    status: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class MustHave:
    """One of the few requirements that decide: what its row came to, and the best proof in a few words.

    `proof` is "Python, 78 months" or "" where nothing speaks for it; `summary` is the row's. `gate`: a licence or
    registration without which nobody may start. Evidence and points are in the row with the id `requirement`.
    """

    requirement: str
    title: str
    status: str
    proof: str
    summary: str
    gate: bool


@dataclass(frozen=True, slots=True)
class Theme:
    """Requirements of one kind together; `points` of `points_possible` are sums over its rows, both of 100.

    `requirements` are ids of rows, those that lose most points first. Each scored row is in exactly one theme, so
    that the points of all themes add up to the score. `id` "soft-skills" comes last: what to ask in an interview.
    """

    id: str
    title: str
    points: float
    points_possible: float
    requirements: tuple[str, ...]
