"""Job documents -> a role: its titles, ladder, specialties, figures and merged requirements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gapcheck.errors import GapcheckError
from gapcheck.posting import JobPosting, merge
from gapcheck.taxonomy import CareerLevel, Fact, Role, Source, Taxonomy
from gapcheck.text.slugs import slug


def build_role(postings: Sequence[JobPosting], role_id: str, taxonomy: Taxonomy) -> Role:
    """The role that the documents describe together; their order changes nothing.

    Raises:
        GapcheckError: no document, or `role_id` is no id (lower-case words joined by hyphens).
    """
    if not postings:
        raise GapcheckError("A role needs at least one job document.", hint="Name the files to read.")
    if not role_id or slug(role_id) != role_id:
        raise GapcheckError(
            f"{role_id!r} is no id of a role.", hint=f"Write it as {slug(role_id) or 'data-analyst'}."
        )
    ordered = sorted(postings, key=lambda each: each.name)
    label = role_id.replace("-", " ")
    titles = dict.fromkeys([label, *(title for posting in ordered for title in posting.titles)])
    related = dict.fromkeys(title for posting in ordered for title in posting.related_titles)
    return Role(
        id=role_id,
        label=label,
        titles=tuple(titles),
        related_titles=tuple(sorted(title for title in related if title not in titles)),
        documents=tuple(sorted({posting.name for posting in ordered})),
        career_levels=_levels(level for posting in ordered for level in posting.career_levels),
        specialties=_facts(fact for posting in ordered for fact in posting.specialties),
        facts=_facts(fact for posting in ordered for fact in posting.facts),
        requirements=merge(ordered, taxonomy),
    )


_SENIORITY = ("intern", "entry", "junior", "mid", "senior", "lead", "manager", "director")


def _levels(found: Iterable[CareerLevel]) -> tuple[CareerLevel, ...]:
    """One row a level, lowest first, with all places that name it."""
    rows: dict[str, CareerLevel] = {}
    for level in found:
        known = rows.get(level.level)
        rows[level.level] = (
            level
            if known is None
            else known.model_copy(update={"sources": _sources(known.sources, level.sources)})
        )
    return tuple(
        sorted(
            rows.values(),
            key=lambda each: _SENIORITY.index(each.level) if each.level in _SENIORITY else len(_SENIORITY),
        )
    )


def _facts(found: Iterable[Fact]) -> tuple[Fact, ...]:
    """Each fact once, in order of first sight, with all its places."""
    rows: dict[tuple[str, str], Fact] = {}
    for fact in found:
        known = rows.get((fact.name, fact.value))
        rows[fact.name, fact.value] = (
            fact
            if known is None
            else known.model_copy(update={"sources": _sources(known.sources, fact.sources)})
        )
    return tuple(rows.values())


def _sources(*places: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(
        Source(document=d, line=n) for d, n in sorted({(s.document, s.line) for each in places for s in each})
    )
