"""What --what-if assumes of a resume, and how that is written: "pytorch:12", "cert:gcp-pmle", "degree:master"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from gapcheck.errors import GapcheckError, UnknownNameError
from gapcheck.near_names import near_hint
from gapcheck.taxonomy import Level, Taxonomy
from gapcheck.taxonomy.taxonomy import folded
from gapcheck.text.numbers import number_of

MOST_MONTHS = 600
DEGREE = "degree"
"""The place of a skill that is named in the first degree."""
_FORMS = "Write SKILL, SKILL:MONTHS, SKILL@JOB, cert:ID, degree:LEVEL[:FIELD] or experience:MONTHS."


class AssumptionKind(StrEnum):
    """What is assumed."""

    SKILL = "skill"
    CERTIFICATION = "certification"
    DEGREE = "degree"
    EXPERIENCE = "experience"


@dataclass(frozen=True, slots=True)
class Assumption:
    """One thing more that a resume might say.

    A skill (`id` in the taxonomy) is shown in a dated project; with `months`, in a dated job of so many months up to
    the report's day. A certification (`id` in the catalogue) is earned on that day. A degree (`id` its level,
    `field` in words) is completed. Experience is a dated job of the role, of `months` up to the day.
    `place`: a skill is named where the resume speaks of it: the number of a job in the report's order, or "degree".
    """

    kind: AssumptionKind
    id: str = ""
    months: int | None = None
    field: str = ""
    place: str = ""

    def __str__(self) -> str:
        """As it is written on a command line."""
        match self.kind:
            case AssumptionKind.SKILL if self.place:
                return f"{self.id}@{self.place}"
            case AssumptionKind.SKILL:
                return self.id if self.months is None else f"{self.id}:{self.months}"
            case AssumptionKind.CERTIFICATION:
                return f"cert:{self.id}"
            case AssumptionKind.DEGREE:
                return f"degree:{self.id}:{self.field}" if self.field else f"degree:{self.id}"
            case AssumptionKind.EXPERIENCE:
                return f"experience:{self.months}"

    def label(self, taxonomy: Taxonomy) -> str:
        """In words: "PyTorch, 12 months in a job"."""
        match self.kind:
            case AssumptionKind.SKILL:
                name = taxonomy.skills[self.id].label
                if self.place:
                    return f"{name}, in {_place_label(self.place)}"
                return (
                    f"{name}, {_time(self.months)} in a job" if self.months else f"{name}, in a dated project"
                )
            case AssumptionKind.CERTIFICATION:
                return f"{taxonomy.certifications[self.id].name}, earned"
            case AssumptionKind.DEGREE:
                name = Level(self.id).label.lower()
                return f"{name}{f' in {self.field}' if self.field else ''}, completed"
            case AssumptionKind.EXPERIENCE:
                return f"{_time(self.months)} in a job of the role"


def parse_assumption(text: str, taxonomy: Taxonomy) -> Assumption:
    """What a text such as "PyTorch:12" assumes; a skill goes by id, label or alias, a certificate by id or name.

    Raises:
        UnknownNameError: no such skill, certificate or level; the hint says what is near.
        GapcheckError: the months are no number from 1 to 600.
    """
    head, colon, rest = (part.strip() for part in text.strip().partition(":"))
    match head.casefold():
        case "cert" | "certification" | "certificate" if colon:
            return Assumption(AssumptionKind.CERTIFICATION, _certificate(rest, taxonomy))
        case "degree" if colon:
            level, _, field = (part.strip() for part in rest.partition(":"))
            return Assumption(AssumptionKind.DEGREE, _level(level), field=field)
        case "experience" if colon:
            return Assumption(AssumptionKind.EXPERIENCE, months=_months(rest, text))
    name, colon, number = (part.strip() for part in text.strip().rpartition(":"))
    if not colon:
        name, number = number, ""
    name, at, place = (part.strip() for part in name.partition("@"))
    if at and (number or not (place == DEGREE or place.isdecimal())):
        raise GapcheckError(
            f"{text!r} says no place in the resume.",
            hint=f"Write {name}@1 for the first job, or {name}@degree.",
        )
    known = taxonomy.named(name)
    if not known and not number and name in taxonomy.certifications:
        return Assumption(AssumptionKind.CERTIFICATION, name)
    if len(known) != 1:
        raise _unknown(name, [each.id for each in known], taxonomy)
    return Assumption(
        AssumptionKind.SKILL, known[0].id, _months(number, text) if colon else None, place=place
    )


def _months(number: str, text: str) -> int:
    months = number_of(number)
    if months is not None and 1 <= months <= MOST_MONTHS:
        return months
    raise GapcheckError(f"{text!r} says no number of months from 1 to {MOST_MONTHS}.", hint=_FORMS)


def _certificate(name: str, taxonomy: Taxonomy) -> str:
    same = [each.id for each in taxonomy.certifications.values() if folded(each.name) == folded(name)]
    return same[0] if len(same) == 1 else taxonomy.certification(name).id


def _level(name: str) -> str:
    levels = [each.value for each in Level]
    word = folded(name).replace(" ", "-").removesuffix("'s")
    if word in levels:
        return word
    raise UnknownNameError(f"There is no level of degree {name!r}.", hint=f"Levels are {', '.join(levels)}.")


def _unknown(name: str, owners: list[str], taxonomy: Taxonomy) -> UnknownNameError:
    """The error for a name of no skill, or of several; what is near goes by ids, labels and aliases."""
    if owners:
        return UnknownNameError(
            f"{name!r} is a name of several skills.", hint=f"Did you mean {' or '.join(owners)}?"
        )
    names = {each: owners[0] for each, owners in taxonomy.names.items()}
    names |= {each: f"cert:{each}" for each in taxonomy.certifications}
    hint = near_hint(name, names, f"{_FORMS} See `gapcheck taxonomy show SKILL`.", offers=names)
    return UnknownNameError(f"There is no skill {name!r}.", hint=hint)


def _place_label(place: str) -> str:
    return f"job {place} of the resume" if place.isdecimal() else "the degree"


def _time(months: int | None) -> str:
    return "1 month" if months == 1 else f"{months} months"
