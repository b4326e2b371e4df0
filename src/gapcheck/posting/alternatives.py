"""Statements that ask for nothing more, but offer an alternative to meet the one before them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gapcheck.facts.degrees import DegreeFinder, degree_finder, lowest
from gapcheck.posting.model import Statement
from gapcheck.posting.words import PostingWords
from gapcheck.taxonomy import Degree, Kind, Level, Necessity, Taxonomy

_PROOFS = frozenset({Kind.EDUCATION, Kind.CERTIFICATION})


def with_alternative(
    asked: Sequence[Statement], rows: Sequence[Statement], low: str, taxonomy: Taxonomy, words: PostingWords
) -> list[Statement] | None:
    """What was asked before, with the alternative of `rows` noted; None where `rows` ask by themselves.

    `low` is the plain reading of the clause that gave `rows`: "or equivalent experience", "or a bachelor's
    degree and five years", "people with ten years on site are equally welcome".
    """
    if not (words.also_accepted.search(low) or words.or_begins.match(low)):
        return None
    before = next((at for at in range(len(asked) - 1, -1, -1) if asked[at].kind in _PROOFS), None)
    if before is None or any(
        row.certifications or row.skills for row in rows if row.kind not in _PROOFS | {Kind.EXPERIENCE}
    ):
        return None
    found = list(asked)
    one = found[before]
    if one.degree is None:
        return found if words.also_accepted.search(low) else None
    licences = [row for row in rows if row.kind is Kind.CERTIFICATION]
    if words.or_begins.match(low) and len(licences) == len(rows) == 1:
        found[before] = with_licence(one, licences)
        return found
    other = next((row for row in rows if row.degree is not None), None)
    if other is not None and other.degree is not None:
        found[before] = _lower(one, one.degree, other, other.degree)
    elif (
        words.or_begins.match(low)
        and not degree_finder(taxonomy).accepts_equivalent(low)
        and not words.experience.search(low)
    ):
        return None
    else:
        found[before] = _or_equivalent(one)
    return found


def without_bare_degrees(statements: Sequence[Statement], taxonomy: Taxonomy) -> list[Statement]:
    """Statements without "a degree from an accredited school" where another asks for one of a level: it only says more of that.

    A school diploma is none, and a degree that is only preferred is no part of one that is required. Nor is a degree for
    another purpose part of one below a bachelor's.
    """
    finder = degree_finder(taxonomy)
    least: dict[Necessity, int] = {}
    for each in statements:
        rank = each.degree.level.rank if each.degree and each.degree.level else 0
        if rank >= Level.ASSOCIATE.rank and any(name.named for name in finder.find_asked(each.quote)):
            least[each.necessity] = max(rank, least.get(each.necessity, 0))
    return [
        each
        for each in statements
        if not (
            each.necessity in least
            and _is_bare(each, finder)
            and (least[each.necessity] >= Level.BACHELOR.rank or finder.names_school(each.quote))
        )
    ]


def _is_bare(one: Statement, finder: DegreeFinder) -> bool:
    """Whether a statement asks for a degree and says neither its level nor its field, nor what will do in its place."""
    if one.degree is None or one.degree.fields or one.degree.or_equivalent:
        return False
    if one.min_months or one.certifications or one.terms or one.skills:
        return False
    return not any(name.named for name in finder.find_asked(one.quote))


def with_years(degree: Statement, rows: Iterable[Statement]) -> list[Statement]:
    """A degree and the other rows of its clause, where the years of one of them will do in its place: one row, not two."""
    beside = list(rows)
    years = next((row for row in beside if row.kind is Kind.EXPERIENCE and row.min_months), None)
    if years is None:
        return [degree, *beside]
    if years.skills:
        degree = degree.replaced(skills=years.skills, min_months=years.min_months, printed=years.printed)
    return [degree, *(row for row in beside if row is not years)]


def with_licence(degree: Statement, licences: Sequence[Statement]) -> Statement:
    """A degree in place of which a licence or certificate will do: one row that names both."""
    named = [name for each in licences for name in ((each.wording,) if each.wording else each.terms)]
    ids = [*degree.certifications, *(id_ for each in licences for id_ in each.certifications)]
    return degree.replaced(
        certifications=tuple(dict.fromkeys(ids)), terms=tuple(dict.fromkeys((*degree.terms, *named)))
    )


def in_place_of(
    degree: Statement, licences: list[Statement], *, one: bool
) -> tuple[list[Statement], list[Statement]]:
    """A degree in place of which licences will do, and the rows that these keep.

    `one`: any of them will; where others are asked for as well, no row can name the right ones.
    """
    return ([with_licence(degree, licences)], []) if one else ([_or_equivalent(degree)], licences)


def _or_equivalent(degree: Statement) -> Statement:
    """A degree in place of which something else will do."""
    if degree.degree is None:
        return degree
    return degree.replaced(degree=degree.degree.model_copy(update={"or_equivalent": True}))


def _lower(one: Statement, degree: Degree, other: Statement, offered: Degree) -> Statement:
    """The lower of two degrees, with its years, and the fields of both."""
    levels = [each for each in (degree.level, offered.level) if each]
    least = lowest(levels)
    both = degree.model_copy(
        update={
            "level": least,
            "fields": tuple(dict.fromkeys((*degree.fields, *offered.fields))),
            "or_related": degree.or_related or offered.or_related,
            "or_equivalent": degree.or_equivalent or offered.or_equivalent,
        }
    )
    return one.replaced(degree=both, min_months=one.min_months if least is degree.level else other.min_months)
