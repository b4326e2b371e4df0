"""What a resume is compared with, made of a role of the taxonomy or of a posting that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gapcheck.facts.dates import PrintedDate, date_parser
from gapcheck.report import Target, UnreadRow
from gapcheck.target_requirements import TargetRequirements
from gapcheck.taxonomy import Role

if TYPE_CHECKING:
    from gapcheck.role_building import Understood

JOB_TEXT = "job text"
"""What a job document is called that was handed over as text."""


def target_of_role(role: Role) -> TargetRequirements:
    """What a role of the taxonomy asks for; its titles include those of its career levels."""
    target = Target("role", role.id, role.label, role.documents)
    titles = (role.label, *role.titles, *(level.title for level in role.career_levels))
    return TargetRequirements(target, role.requirements, tuple(t.casefold() for t in titles if t))


def target_of_posting(understood: Understood) -> TargetRequirements:
    """What the one posting that was read asks for, with the terms that are its own and the lines that were not read."""
    (posting,) = understood.postings
    title = posting.titles[0] if posting.titles else posting.name
    return TargetRequirements(
        Target("job", posting.name, title, (posting.name,)),
        understood.merged,
        tuple(t.casefold() for t in posting.titles),
        understood.skills,
        tuple(
            UnreadRow(posting.name, each.line, each.quote, each.reason, each.is_condition)
            for each in posting.unread
        ),
        len(posting.duties),
        posting.language,
        understood.texts[0],
        _periods(understood, 0),
    )


def resumes_among(understood: Understood) -> tuple[str, ...]:
    """The names of those job documents that look like resumes, with which nobody can be compared."""
    named = zip(understood.postings, understood.texts, strict=True)
    return tuple(
        posting.name
        for at, (posting, text) in enumerate(named)
        if TargetRequirements(
            Target("job", posting.name, posting.name, ()),
            (),
            (),
            text=text,
            periods=_periods(understood, at),
        ).is_resume
    )


def _periods(understood: Understood, at: int) -> int:
    """How many different periods of more than a year a posting prints by their dates; school years are none."""
    found = date_parser(understood.taxonomy).ranges(understood.texts[at])
    return len({(each.start, each.end) for each in found if _is_period(each)})


def _is_period(printed: PrintedDate) -> bool:
    if printed.end is None:
        return printed.range
    years = printed.end.year - printed.start.year
    return 12 * years + (printed.end.month or 0) - (printed.start.month or 0) > 12
