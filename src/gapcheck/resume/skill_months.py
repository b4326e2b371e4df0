"""How many months a skill was used: those of the dated entries in which it is mentioned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gapcheck.facts.periods import Months, Period, last_month, months_of
from gapcheck.matching.mentions import CLAIMED, SkillMention
from gapcheck.resume.model import Resume


def skill_months(resume: Resume, mentions: Sequence[SkillMention]) -> tuple[Months | None, str | None]:
    """Months of the dated entries in which the mentions stand, and the month (YYYY-MM) of the last use.

    Where the sentence tells its own time within the entry ("Since 2023 ..."), only that counts. Jobs, teaching
    and projects count alike, each month once. (None, None) when no entry with a date holds one:
    a skill that is only listed has no months, and not those of the whole career.
    """
    held: dict[Period, None] = {}
    for mention in mentions:
        if mention.assertion in CLAIMED:
            held |= dict.fromkeys(resume.periods_at(mention.span.start))
    if not held:
        return None, None
    as_of = date.fromisoformat(resume.as_of)
    return months_of(held, as_of), last_month(held, as_of)
