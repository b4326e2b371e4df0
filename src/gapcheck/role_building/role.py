"""Job documents -> a role: its titles, ladder, specialties, figures and merged requirements."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from gapcheck.errors import GapcheckError
from gapcheck.facts.job_titles import job_title_finder
from gapcheck.posting import JobPosting, merge
from gapcheck.taxonomy import CareerLevel, Fact, Role, Source, Taxonomy
from gapcheck.taxonomy.yaml_text import block
from gapcheck.text.inflection import counted
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
            f"{role_id!r} is not a valid role id.", hint=f"Write it as {slug(role_id) or 'data-analyst'}."
        )
    ordered = sorted(postings, key=lambda each: each.name)
    label = role_id.replace("-", " ")
    titles = dict.fromkeys([label, *(title for posting in ordered for title in posting.titles)])
    related = dict.fromkeys(title for posting in ordered for title in posting.related_titles)
    levels = _once((one for posting in ordered for one in posting.career_levels), lambda each: each.level)
    rank = job_title_finder(taxonomy).level_rank
    return Role(
        id=role_id,
        label=label,
        titles=tuple(titles),
        related_titles=tuple(sorted(title for title in related if title not in titles)),
        documents=tuple(sorted({posting.name for posting in ordered})),
        career_levels=tuple(sorted(levels, key=lambda each: rank(each.level))),
        specialties=_once((fact for posting in ordered for fact in posting.specialties), _name_and_value),
        facts=_once((fact for posting in ordered for fact in posting.facts), _name_and_value),
        requirements=tuple(
            each.replaced(sources=_sources(each.sources)) for each in merge(ordered, taxonomy)
        ),
    )


Sourced = TypeVar("Sourced", CareerLevel, Fact)


def _once(found: Iterable[Sourced], key: Callable[[Sourced], Hashable]) -> tuple[Sourced, ...]:
    """Each row once, in order of first sight, with all its places."""
    rows: dict[Hashable, Sourced] = {}
    for each in found:
        known = rows.setdefault(key(each), each)
        rows[key(each)] = known.model_copy(update={"sources": _sources(known.sources, each.sources)})
    return tuple(rows.values())


def _name_and_value(fact: Fact) -> Hashable:
    return fact.name, fact.value


def _sources(*places: Iterable[Source]) -> tuple[Source, ...]:
    return tuple(
        Source(document=d, line=n) for d, n in sorted({(s.document, s.line) for each in places for s in each})
    )


def to_yaml(role: Role) -> str:
    """The role's file, the same byte for byte for the same documents: defaults left out, no date and no quote."""
    read_from = counted(len(role.documents), "job document")
    values = role.model_dump(mode="json", exclude_defaults=True)
    head = f"# Read from {read_from}; `gapcheck taxonomy build` writes it."
    return "\n".join((head, *block(values))) + "\n"
