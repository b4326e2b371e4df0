"""What one resume is worth for one requirement: each kind has its own way of counting."""

from __future__ import annotations

from collections.abc import Iterable

from gapcheck.scoring.certificates import certificate_credit
from gapcheck.scoring.education import education_credit
from gapcheck.scoring.experience import experience_credit
from gapcheck.scoring.judgement import Judgement, better
from gapcheck.scoring.skills import skills_credit
from gapcheck.scoring.strength import Strengths
from gapcheck.taxonomy import Kind, Requirement


def judge(row: Requirement, strengths: Strengths, titles: Iterable[str]) -> Judgement:
    """Credit 0 to 1 with its reasons; `titles` are the role's, for rows that ask for time in it."""
    profile, taxonomy, policy = strengths.profile, strengths.taxonomy, strengths.policy
    match row.kind:
        case Kind.EDUCATION:
            found = education_credit(row, profile.degrees, taxonomy, policy)
            if row.degree is not None and row.degree.or_equivalent:
                return better(found, experience_credit(row, strengths, titles))
            return found
        case Kind.EXPERIENCE:
            return experience_credit(row, strengths, titles)
        case Kind.CERTIFICATION:
            return certificate_credit(row, profile.certificates, taxonomy, policy)
        case _:
            return skills_credit(row, strengths, policy)
