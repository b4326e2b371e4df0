"""One resume before one target, judged: what every number of a report, and of its advice, is made from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from gapcheck.config import Policy
from gapcheck.resume.model import Resume
from gapcheck.scoring.judge import judge
from gapcheck.scoring.judgement import Judgement, Status, status_of
from gapcheck.scoring.proofs import profile
from gapcheck.scoring.strength import Strengths
from gapcheck.scoring.total import Total, Weighed, add_up, weigh
from gapcheck.taxonomy import Requirement, Taxonomy


@dataclass(frozen=True)
class Case:
    """`titles` name the role, lower case. `weighed` and `judged` have a row for each requirement, by id.

    `asked`: the skills that can bring credit to a row under their own name, by its id.
    """

    resume: Resume
    requirements: tuple[Requirement, ...]
    titles: tuple[str, ...]
    strengths: Strengths
    weighed: Mapping[str, Weighed]
    judged: Mapping[str, Judgement]
    asked: Mapping[str, frozenset[str]]

    @property
    def taxonomy(self) -> Taxonomy:
        """The taxonomy that the rows are judged by."""
        return self.strengths.taxonomy

    @property
    def policy(self) -> Policy:
        """The policy that the rows are judged by."""
        return self.strengths.policy

    @cached_property
    def total(self) -> Total:
        """The score: the sum of the rows' points."""
        return add_up(self.requirements, self.weighed, self.judged)

    def points(self, row: str) -> float:
        """What a row brings, of 100."""
        return self.weighed[row].possible * self.judged[row].credit

    def status(self, row: str) -> Status:
        """How far a row is met."""
        return status_of(self.judged[row].credit, self.policy.score)

    def judged_again(self, resume: Resume, strengths: Strengths, rows: Collection[str]) -> Case:
        """The case with another resume behind it, of which only `rows` can be judged otherwise."""
        again = {
            row.id: judge(row, resume, strengths, self.titles, self.policy)
            for row in self.requirements
            if row.id in rows
        }
        return replace(self, resume=resume, strengths=strengths, judged={**self.judged, **again})


def case_of(
    resume: Resume,
    requirements: Iterable[Requirement],
    titles: Iterable[str],
    taxonomy: Taxonomy,
    policy: Policy,
) -> Case:
    """Weigh and judge every row."""
    rows, names = tuple(requirements), tuple(titles)
    strengths = Strengths(profile(resume, taxonomy, policy), taxonomy, policy)
    judged = {row.id: judge(row, resume, strengths, names, policy) for row in rows}
    asked = {row.id: _asked(row, strengths) for row in rows}
    return Case(resume, rows, names, strengths, weigh(rows, policy.score), judged, asked)


def _asked(row: Requirement, strengths: Strengths) -> frozenset[str]:
    found = {*row.skills, *((row.head,) if row.head else ())}
    return frozenset(found.union(strengths.members(row.head) if row.open and row.head else ()))
