"""What people add beside the documents: a recruiter's must-haves, weights and career level; the person's own facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import Field

from gapcheck.bounded_files import content_of
from gapcheck.errors import AmendmentError, UnknownNameError
from gapcheck.matching.mentions import Discarded, DiscardReason
from gapcheck.near_names import did_you_mean, near_hint
from gapcheck.resume.model import Resume
from gapcheck.target_requirements import TargetRequirements
from gapcheck.taxonomy import Necessity, Requirement, Role, Taxonomy
from gapcheck.taxonomy.model import TaxonomyEntry
from gapcheck.taxonomy.taxonomy import folded
from gapcheck.taxonomy.yaml_file import Problem, YamlFile, read, validated

Kind = TypeVar("Kind", bound=TaxonomyEntry)
Beside = Path | str | Mapping[str, Any]
"""A YAML file, or what it would hold."""

_GIVEN = "wishes and facts"
"""Where a problem is that is in no file."""
_MOST = 5.0
"""The most that a requirement may weigh beside the others."""


class RecruiterWishes(TaxonomyEntry):
    """What a recruiter changes of a role or posting; requirements go by what `requirement_of` knows.

    `must`: required, and among the must-haves. `weights`: how much one matters beside the others, 1 being the
    usual, 0 leaves it out of the score.
    """

    must: tuple[str, ...] = ()
    weights: Mapping[str, Annotated[float, Field(ge=0, le=_MOST)]] = Field(default_factory=dict)


class PersonalFacts(TaxonomyEntry):
    """What the person says of what was read of the resume; skills go by id, label or alias.

    `confirmed`: skills that are the person's, though the resume does not say so, or not clearly. They count
    as claimed by the person, not by the document: in part. `wrong`: skills that were read and are not meant.
    """

    confirmed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entries:
    """Values that were read, with their file for the lines of problems; None for a plain mapping."""

    value: Any
    file: YamlFile | None

    def problem(self, path: Sequence[str | int], text: str) -> Problem:
        return self.file.problem(path, text) if self.file else Problem(_GIVEN, 0, text)


def requirement_of(name: str, requirements: Sequence[Requirement], taxonomy: Taxonomy) -> str:
    """The id of the requirement that is meant by its id, its title, or any name of a skill that it alone asks for.

    Raises:
        UnknownNameError: there is none, or there are several; the hint names what is near.
    """
    word = {folded(name)}
    skills = word | {folded(each.id) for each in taxonomy.named(name)}
    for wanted, named in (
        (word, {row.id: (row.id,) for row in requirements}),
        (word, {row.id: (row.title,) for row in requirements}),
        (skills, {row.id: (row.id,) for row in requirements}),
        (skills, {row.id: (*row.skills, row.head or "") for row in requirements}),
    ):
        found = [id_ for id_, given in named.items() if not wanted.isdisjoint(map(folded, given))]
        if len(found) == 1:
            return found[0]
        if found:
            hint = f"Use one of {', '.join(found)}."
            raise UnknownNameError(f"Several requirements are meant by {name!r}.", hint=hint)
    known = {each: row.id for row in requirements for each in (*row.skills, row.title, row.id)}
    hint = near_hint(name, known, "`gapcheck report ... -v` lists what it asks for.", offers=known)
    raise UnknownNameError(f"The target has no requirement {name!r}.", hint=hint)


def with_wishes(target: TargetRequirements, wishes: Beside, taxonomy: Taxonomy) -> TargetRequirements:
    """The target with a recruiter's own must-haves and weights.

    Raises:
        AmendmentError: the file cannot be read, or names what the target does not ask for; with every problem
            and its line.
    """
    found, entries = _read(RecruiterWishes, wishes)
    problems: list[Problem] = []

    def row_of(name: str, path: Sequence[str | int]) -> str:
        try:
            return requirement_of(name, target.requirements, taxonomy)
        except UnknownNameError as error:
            problems.append(entries.problem(path, str(error)))
            return ""

    musts = {row_of(name, ("must", at)) for at, name in enumerate(found.must)}
    weights = {row_of(name, ("weights", name)): value for name, value in found.weights.items()}
    _raise(problems)
    rows = (_changed(row, row.id in musts, weights.get(row.id)) for row in target.requirements)
    return replace(target, requirements=tuple(rows))


def _changed(row: Requirement, must: bool, weight: float | None) -> Requirement:  # noqa: FBT001
    if must:
        row = row.replaced(necessity=Necessity.REQUIRED, support=(1, 1))
    if weight == 0:
        return row.replaced(necessity=Necessity.MENTIONED)
    return row if weight is None else row.replaced(weight=weight)


def at_level(target: TargetRequirements, role: Role, level: str) -> TargetRequirements:
    """The target for one step of the role's ladder: what the documents ask for at that level is required.

    Raises:
        UnknownNameError: the role names no such level.
    """
    known = {each.level: each.title for each in role.career_levels}
    if level not in known:
        hint = f"It names {', '.join(known)}." if known else "Its documents name no career levels."
        raise UnknownNameError(f"The role {role.id} has no level {level!r}.", hint=hint)
    rows = tuple(
        row.replaced(necessity=Necessity.REQUIRED, support=(1, 1)) if row.scope == level else row
        for row in target.requirements
    )
    return replace(target, target=replace(target.target, title=known[level]), requirements=rows)


def with_facts(resume: Resume, facts: Beside, taxonomy: Taxonomy) -> Resume:
    """The resume with what the person confirms, and without what the person takes back.

    Raises:
        AmendmentError: the file cannot be read, or names no skill, with every problem and its line.
    """
    found, entries = _read(PersonalFacts, facts)
    problems: list[Problem] = []

    def skills_of(key: str, names: Iterable[str]) -> tuple[str, ...]:
        ids = []
        for at, name in enumerate(names):
            known = taxonomy.named(name)
            if len(known) != 1:
                near = did_you_mean(name, taxonomy.names, ".")
                problems.append(entries.problem((key, at), f"there is no skill {name!r}{near}"))
            ids += [each.id for each in known]
        return tuple(dict.fromkeys(ids))

    confirmed, wrong = skills_of("confirmed", found.confirmed), set(skills_of("wrong", found.wrong))
    problems += [
        entries.problem((), f"{each!r} is both confirmed and wrong.") for each in confirmed if each in wrong
    ]
    _raise(problems)
    kept = tuple(each for each in resume.matches.mentions if each.skill not in wrong)
    gone = [each for each in resume.matches.mentions if each.skill in wrong]
    matches = replace(resume.matches, mentions=kept).joined(
        (), [Discarded(each.skill, each.span, each.surface, DiscardReason.TAKEN_BACK) for each in gone]
    )
    return replace(resume, matches=matches, confirmed=confirmed)


def _read(kind: type[Kind], given: Beside) -> tuple[Kind, _Entries]:
    if isinstance(given, Mapping):
        file = YamlFile(_GIVEN, dict(given))
    else:
        path = Path(given)
        try:
            file = read(content_of(path), path.name)
        except OSError as error:
            raise AmendmentError(f"{path}: cannot be read ({error.strerror}).") from None
    problems = list(file.problems)
    found = None if problems else validated(kind, file.value or {}, file, (), problems)
    _raise(problems)
    assert found is not None  # noqa: S101  # else there was a problem
    return found, _Entries(file.value, None if isinstance(given, Mapping) else file)


def _raise(problems: Sequence[Problem]) -> None:
    if problems:
        raise AmendmentError("\n  ".join(map(str, sorted(set(problems)))))
