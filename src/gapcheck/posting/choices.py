"""Lists of which one item will do: "Any of the following:" above bullets, or a bullet of its own above deeper ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gapcheck.document import Document
from gapcheck.outline.form import opens_list
from gapcheck.posting.alternatives import any_of
from gapcheck.posting.model import Statement
from gapcheck.posting.parts import Part
from gapcheck.posting.words import PostingWords
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Logic, Necessity
from gapcheck.text.numbers import number_of
from gapcheck.text.phrases import plain

_LONGEST = 10
"""Words of a line that opens a choice and names nothing itself."""
_SKILLS = frozenset({Kind.SKILL, Kind.KNOWLEDGE, Kind.SOFT_SKILL})


@dataclass(frozen=True, slots=True)
class Choice:
    """A list of alternatives: the part that opens it, its items, and how many of them are asked for, if it says."""

    opener: Part
    items: tuple[Part, ...]
    count: int | None = None


def choices(document: Document, parts: Sequence[Part], words: PostingWords) -> Iterator[Choice]:
    """The choices of a document.

    Below a bullet its items are those that are set further in; what is not set in may go on with the list above.
    """
    for at, part in enumerate(parts):
        low = plain(part.span.of(document.text))
        opens = opens_list(low) and (part.bullet or part.is_heading) and len(low.split()) <= _LONGEST
        if not opens or not (words.counts.search(low) or words.any_of.search(low)):
            continue
        depth, items = _depth(document, part.span), list[Part]()
        for each in parts[at + 1 :]:
            deeper = part.is_heading or _depth(document, each.span) > depth
            if each.is_heading or not each.bullet or not deeper:
                break
            items.append(each)
        if len(items) > 1:
            numbers = (number_of(word.rstrip("+")) for word in low.split())
            yield Choice(part, tuple(items), next(filter(None, numbers), None))


def as_choice(rows: Mapping[Part, Sequence[Statement]], choice: Choice) -> list[Statement]:
    """The rows of the items of a choice as one for each kind that can be chosen from; what is only mentioned stays."""
    every = [row for part in choice.items for row in rows.get(part, ())]
    asked = [row for row in every if row.necessity is not Necessity.MENTIONED]
    skills = [row for row in asked if row.kind in _SKILLS]
    licences = [row for row in asked if row.kind is Kind.CERTIFICATION]
    degrees = [row for row in asked if row.degree is not None]
    found = [row for row in every if row not in skills and row not in licences and row not in degrees]
    if skills:
        found.append(_any_skill(skills, choice.count))
    if degrees:
        found += [any_of([degrees[0], *licences]), *degrees[1:]]
    elif licences:
        found.append(_any_licence(licences))
    return found


def _any_skill(rows: Sequence[Statement], count: int | None) -> Statement:
    if len(rows) == 1:
        return rows[0]
    skills = (skill for row in rows for skill in (*row.skills, *filter(None, (row.head,))))
    kinds = {row.kind for row in rows}
    return rows[0].replaced(
        kind=kinds.pop() if len(kinds) == 1 else Kind.SKILL,
        logic=Logic.ANY_OF,
        head=None,
        skills=tuple(dict.fromkeys(skills)),
        terms=_names(rows),
        wording="",
        min_count=count if count and count > 1 else None,
        proficiency=None,
        levels=(),
        printed=tuple(dict(each for row in rows for each in row.printed).items()),
    )


def _any_licence(rows: Sequence[Statement]) -> Statement:
    if len(rows) == 1:
        return rows[0]
    return rows[0].replaced(
        logic=Logic.ANY_OF,
        open=any(row.open for row in rows),
        certifications=tuple(dict.fromkeys(id_ for row in rows for id_ in row.certifications)),
        terms=_names(rows),
        topics=tuple(dict.fromkeys(topic for row in rows for topic in row.topics)),
        wording="",
    )


def _names(rows: Sequence[Statement]) -> tuple[str, ...]:
    """What the rows ask for in words of their own."""
    return tuple(
        dict.fromkeys(name for row in rows for name in ((row.wording,) if row.wording else row.terms))
    )


def _depth(document: Document, span: Span) -> int:
    """How far in the line of a part is set, its bullet included."""
    start = document.text.rfind("\n", 0, span.start) + 1
    before = document.text[start : span.start]
    return len(before.expandtabs(4)) - len(before.expandtabs(4).lstrip())
