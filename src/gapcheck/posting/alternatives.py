"""Statements that ask for nothing more, but offer an alternative to meet the one before them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapcheck.facts.degrees import DegreeFinder, degree_finder, lowest
from gapcheck.posting.joined_proofs import ProofPart
from gapcheck.posting.model import Statement
from gapcheck.posting.words import PostingWords
from gapcheck.taxonomy import Degree, Kind, Level, Necessity, Taxonomy

_PROOFS = frozenset({Kind.EDUCATION, Kind.CERTIFICATION})
_FORMAL = (Kind.EDUCATION, Kind.CERTIFICATION, Kind.EXPERIENCE)
"""The kinds of which one may do for another, the one that names the row first."""
_SEVERAL = 2
"""Things to choose from."""


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
    if words.or_begins.match(low) and len(rows) == 1 and _is_other_proof(rows[0]):
        found[before] = any_of([one, *rows])
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
    if one.min_months or one.instead:
        return False
    return not any(name.named for name in finder.find_asked(one.quote))


def any_of(rows: Sequence[Statement]) -> Statement:
    """One row for things of different kinds of which any will do: a degree, else a certificate, else time in some work first."""
    ordered = sorted(rows, key=lambda row: _FORMAL.index(row.kind))
    first, *others = (each for row in ordered for each in (row.replaced(instead=()), *row.instead))
    by_time = any(each.kind is Kind.EXPERIENCE for each in others)
    one = first.replaced(instead=tuple(others))
    return _or_equivalent(one) if by_time else one


def joined(parts: Sequence[tuple[ProofPart, Sequence[Statement]]]) -> Iterator[Statement]:
    """The rows of the parts of a clause, with one row for the parts of which any will do.

    Where such a part asks for several things of its kind, no row can name the right ones: then they stay, and something else
    will do for the degree.
    """
    choices: list[list[tuple[ProofPart, Sequence[Statement]]]] = []
    for part, rows in parts:
        if part.instead:
            choices[-1].append((part, rows))
        else:
            choices.append([(part, rows)])
    found = [row for choice in choices for row in _one_of(choice)]
    beside = next((row.min_months for row in found if row.kind is Kind.EXPERIENCE and row.min_months), None)
    for row in found:
        degree = row.kind is Kind.EDUCATION and not row.instead and row.min_months is None
        yield row.replaced(min_months=beside) if degree else row


def _one_of(choice: Sequence[tuple[ProofPart, Sequence[Statement]]]) -> Iterator[Statement]:
    """The rows of parts of which any will do; what a part asks for of another kind is asked for beside it."""
    own = [[row for row in rows if row.kind is part.kind] for part, rows in choice]
    proofs = [row for rows in own for row in rows]
    if len(choice) < _SEVERAL:
        yield from proofs
    elif all(len(rows) == 1 for rows in own):
        yield any_of(proofs)
    else:
        yield from map(_or_equivalent, proofs)
    yield from (row for _, rows in choice for row in rows if not any(row is each for each in proofs))


def _is_other_proof(row: Statement) -> bool:
    """Whether a row asks for a licence, or for some time in some work."""
    return row.kind is Kind.CERTIFICATION or (row.kind is Kind.EXPERIENCE and row.min_months is not None)


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
