"""Degrees asked for: the lowest of an or-list, fields, related fields, equivalents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, zip_longest

from gapcheck.facts.degrees import DegreeName, degree_finder, lowest
from gapcheck.facts.durations import Duration
from gapcheck.posting.certificates import certificate_demands
from gapcheck.posting.degree_years import degree_years
from gapcheck.posting.experience import experience_finder
from gapcheck.spans import Span
from gapcheck.taxonomy import Degree, Taxonomy
from gapcheck.text.phrases import ARTICLE, CONJUNCTION, OR, compiled, plain, printed_as_name

_TIME_WITHIN = re.compile(r"\s*\([^()\d]*\d[^()]*(?:years?|yrs?)")
"""A bracket behind a degree, with another degree and its years."""
_REST = re.compile(r"[^;,.]*")
_DIRECTLY = 12
"""Characters: there are no more between the levels of "a bachelor's or master's degree"."""
_RELATED_BEHIND = 60
"""Characters behind the fields within which related ones are accepted."""


@dataclass(frozen=True, slots=True)
class DegreeRequirement:
    """A degree asked for. `span` is what says so; `months` the experience beside its lowest level.

    `alternatives`: several levels, each with what it asks beside it ("a master's, or a bachelor's and four years").
    `names` is where its names are, without fields and what else is accepted; `times` are places of the durations that go with it.
    """

    degree: Degree
    span: Span
    names: Span
    months: int | None = None
    alternatives: bool = False
    times: tuple[Span, ...] = ()


_BRACKETS = re.compile(r"\s*\(([^()]{3,80})\)")
_LETTERED = re.compile(r"[^,;:.()]{3,60} \([A-Z]{3,6}\)")
"""A diploma with letters of its own is a certificate by that name: "Diploma in Public Service Interpreting (DPSI)"."""
_NEAR_BEFORE = 80
"""Characters before a degree, or before a field of it, in which the next field is."""
_WORDS_BEFORE = re.compile(
    rf"(?P<words>(?:(?!{CONJUNCTION})[\w&'+-]+ ){{0,3}}(?!{CONJUNCTION})[\w&'+-]+)"
    rf"(?P<joined>\s*(?:,?\s*(?P<either>\b{OR}|/)|,))?\s*\Z"
)
_JOINS_DEGREE = re.compile(rf"\s*(?:,?\s*\b{OR}|,|/)\s*(?:{ARTICLE}\s+)?\Z")
_JOIN_BEFORE = re.compile(rf"[\s,]*(?:{CONJUNCTION}\s+)?(?:{ARTICLE}\s+)?\Z")
"""What joins the field of a degree to the name of a licence."""


def degree_asked(text: str, taxonomy: Taxonomy) -> DegreeRequirement | None:
    """The degree that a clause or sentence asks for; None if it speaks of none."""
    finder = degree_finder(taxonomy)
    low = plain(text)
    licences = frozenset(taxonomy.certificate_words.names)
    schooled = tuple(name for row in taxonomy.degrees.degrees for name in row.schooled)
    every = [
        each
        for each in finder.find_asked(text)
        if (low[each.start : each.end].strip() not in licences or finder.fields.asked(low, each.end)[0])
        and not (low.startswith(schooled, each.start) and _LETTERED.match(text, each.end))
    ]  # "licence" is a degree in French, and with a field; what has letters of its own is a certificate by that name
    if not every:
        return None
    hits = [each for each in every if each.named or re.match(rf"[^;]*;\s*{OR}", low[each.end :])] or every
    start, end = hits[0].start, hits[-1].end
    fields: dict[str, None] = {}
    for hit, following in zip_longest(every, every[1:]):
        found, until = finder.fields.asked(
            _before_next(low, hit, following), hit.end, partial(_is_subject, taxonomy)
        )
        if not found and hit.implied:
            found = [hit.implied]
        if not found:
            found, place = _fields_beside(low, hit, taxonomy)
            start, until = min(start, place.start), max(until, place.end)
        licence = certificate_demands(taxonomy).licence.search(low, hit.end)
        # "in civil engineering and professional engineering license"
        if (
            licence is not None
            and licence.end() <= until
            and any(licence[0] in each.split() for each in found)
        ):
            found, until = _without_licence(low, hit.end, licence, found)
        # the pronoun is no field, Information Technology is one
        fields.update(dict.fromkeys(each for each in found if each != "it" or re.search(r"\bIT\b", text)))
        end = max(end, until)
    related = finder.fields.accepts_related(low, start, min(len(low), end + _RELATED_BEHIND))
    condition = finder.is_condition(low, Span(hits[0].start, hits[-1].end), end)
    equivalent = finder.accepts_equivalent(low, start)
    times = experience_finder(taxonomy).find(low)
    own = degree_years(taxonomy).paired(low, [Span(each.start, each.end) for each in hits], times)
    if equivalent:
        rest = _REST.match(low, equivalent.end())
        end = max(end, rest.end() if rest else equivalent.end())
    unnamed = _joined_before(low, every, hits[0])
    names_from = None if any(each.named for each in hits) else _from_certificate(text[:start], taxonomy)
    return DegreeRequirement(
        Degree(
            level=lowest(each.level for each in hits) if names_from is None else None,
            fields=tuple(fields),
            or_related=related,
            or_equivalent=bool(equivalent),
            condition=condition,
        ),
        Span(start, end),
        Span(min(start, unnamed.start) if names_from is None else names_from, hits[-1].end),
        _months(hits, own, times),
        any(
            one.level is not two.level
            and (two.start - one.end > _DIRECTLY or _TIME_WITHIN.match(low, one.end))
            for one, two in pairwise(hits)
        ),
        tuple(each.span for each in own if each),
    )


def _before_next(low: str, hit: DegreeName, following: DegreeName | None) -> str:
    """A text up to what joins the degree that follows to one: "a diploma in nursing or BSc in midwifery"."""
    if following is None or following.start <= hit.end or "(" in low[hit.end : following.start]:
        return low  # what stands behind the brackets is of both: "PhD (or MSc) in geology"
    join = _JOINS_DEGREE.search(low, max(hit.end, following.start - _DIRECTLY), following.start)
    return low[: join.start()] if join is not None and join.start() > hit.end else low


def _fields_beside(low: str, hit: DegreeName, taxonomy: Taxonomy) -> tuple[list[str], Span]:
    """The fields in brackets behind a degree or right before it ("a computer science degree"), and where all that is."""
    finder = degree_finder(taxonomy).fields
    is_subject = partial(_is_subject, taxonomy)
    brackets = _BRACKETS.match(low, hit.end)
    listed = finder.listed(brackets[1]) if brackets else []
    if brackets and listed and all(map(is_subject, listed)):
        return listed, Span(hit.start, brackets.end())
    found, start, chosen = list[str](), hit.start, False
    while before := _WORDS_BEFORE.search(low[max(start - _NEAR_BEFORE, 0) : start]):
        words, chosen = before["words"].split(), chosen or bool(before["either"])
        name = next((n for at in range(len(words)) if is_subject(n := " ".join(words[at:]))), None)
        if name is None or bool(before["joined"]) is not bool(found) or (found and not chosen):
            break
        found.insert(0, name)
        start -= len(before.string) - before.end("words") + len(name)
    return found, Span(start, hit.end)


def _is_subject(taxonomy: Taxonomy, name: str) -> bool:
    """Whether a name is that of a known field, or of knowledge or work that the taxonomy has a name for."""
    known = degree_finder(taxonomy).fields.is_field(name)
    return known or any(not printed_as_name(skill.label) for skill in taxonomy.named(name))


def _from_certificate(before: str, taxonomy: Taxonomy) -> int | None:
    """Where the names of a degree begin behind "a certificate or", which leaves its level open; None without one.

    The certificate is one of the names unless it is a known one, which is asked for itself.
    """
    kinds = compiled(taxonomy.certificate_words.names).pattern
    found = re.search(rf"\b{kinds}\s+{OR}\s+(?:{ARTICLE}\s+)?\Z", plain(before))
    if found is None:
        return None
    asked = certificate_demands(taxonomy).asked(before)
    return len(before) if asked and asked.names_and_ids else found.start()


def _joined_before(low: str, every: Sequence[DegreeName], first: DegreeName) -> DegreeName:
    """The name without a level that is joined to the first one with a level: "degree or HNC"; else that one."""
    return next(
        (
            each
            for each in every
            if not each.named
            and each.end <= first.start
            and re.fullmatch(rf"\s*(?:\b{OR}|/)\s*(?:{ARTICLE}\s+)?", low[each.end : first.start])
        ),
        first,
    )


def _without_licence(
    low: str, start: int, licence: re.Match[str], fields: Sequence[str]
) -> tuple[list[str], int]:
    """The fields before a licence that is named with them, and where they end."""
    at = next((at for at, each in enumerate(fields) if licence[0] in each.split()), len(fields))
    opens = fields[at].split()[0] if at < len(fields) else licence[0]
    until = max(low.rfind(opens, start, licence.end()), start)
    return list(fields[:at]), start + len(_JOIN_BEFORE.sub("", low[start:until]))


def _months(
    hits: Sequence[DegreeName], own: tuple[Duration | None, ...], times: tuple[Duration, ...]
) -> int | None:
    """The months beside the lowest level; failing that, of the next degree, and then of the clause."""
    levels = [each.level for each in hits]
    least = lowest(levels) or levels[0]
    at = levels.index(least)
    same = [each for level, each in zip(levels, own, strict=True) if level is least]
    ordered = [*same, *own[at:], *own[:at], *times]
    return next((each.months for each in ordered if each and each.months is not None), None)
