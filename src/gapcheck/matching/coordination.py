"""Names whose words are shared: "data manipulation and analysis", "verbal and written communication".

A name of two words or more next to "and", "or" or a comma lends its head to its neighbour, if that
makes another name: the first words to what follows, the last words to what goes before. A neighbour that is
a name by itself borrows nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapcheck.matching.phrases import Hit, Phrases
from gapcheck.matching.skill_names import SkillName
from gapcheck.taxonomy.enums import NameMatch
from gapcheck.text.patterns import JOINERS
from gapcheck.text.tokens import Token

_LONGEST = 3
_MOST = 5
"""Members of one list that may borrow a head."""


def expanded(hits: Sequence[Hit], tokens: Sequence[Token], phrases: Phrases) -> list[Hit]:
    """Hits for names with a shared head; each covers the words from the head to the neighbour."""
    found: dict[tuple[int, int, str], Hit] = {}
    for hit in hits:
        if len(hit) < 2:
            continue
        for more in (*_after(hit, hits, tokens, phrases), *_before(hit, hits, tokens, phrases)):
            found.setdefault((more.start, more.end, more.skill), more)
    return sorted(found.values(), key=lambda each: (each.start, each.end, each.skill))


def _after(hit: Hit, hits: Sequence[Hit], tokens: Sequence[Token], phrases: Phrases) -> Iterator[Hit]:
    at = hit.end
    for _ in range(_MOST):
        start = _over(tokens, at)
        if start == at or start >= len(tokens):
            return
        for length in range(_LONGEST, 0, -1):
            end = start + length
            if end > len(tokens) or any(each.start < end and start < each.end for each in hits):
                continue
            names = _borrowed(tokens, range(hit.start, hit.end - 1), range(start, end), phrases, hit.skill)
            if names and _closed(tokens, end) and _is_joined(tokens, at, start, end):
                yield from (Hit(hit.start, end, name) for name in names)
                at = end
                break
        else:
            own = next((each for each in hits if each.start == start), None)
            if own is None:
                return
            at = own.end


def _before(hit: Hit, hits: Sequence[Hit], tokens: Sequence[Token], phrases: Phrases) -> Iterator[Hit]:
    at = hit.start
    for _ in range(_MOST):
        end = at
        while end > 0 and tokens[end - 1].norm in JOINERS:
            end -= 1
        if end in (at, 0):
            return
        for length in range(_LONGEST, 0, -1):
            start = end - length
            if start < 0 or any(each.start < end and start < each.end for each in hits):
                continue
            names = [
                name
                for head in range(hit.start + 1, hit.end)
                for name in _lent(tokens, range(start, end), range(head, hit.end), phrases, hit.skill)
            ]
            if names:
                yield from (Hit(start, hit.end, name) for name in names)
                at = start
                break
        else:
            return


def _borrowed(
    tokens: Sequence[Token], head: range, rest: range, phrases: Phrases, skill: str
) -> list[SkillName]:
    """Names made of the first words of a name and the neighbour."""
    found = []
    for end in range(head.stop, head.start, -1):
        found += _lent(tokens, range(head.start, end), rest, phrases, skill)
    return found


def _lent(
    tokens: Sequence[Token], first: range, last: range, phrases: Phrases, skill: str
) -> list[SkillName]:
    words = tuple(tokens[at].norm for at in (*first, *last))
    free = (NameMatch.CASELESS, NameMatch.POSTINGS)
    return [name for name in phrases.named(words) if name.match in free and name.skill != skill]


def _over(tokens: Sequence[Token], at: int) -> int:
    """Past the joining words at `at`."""
    while at < len(tokens) and tokens[at].norm in JOINERS:
        at += 1
    return at


def _is_joined(tokens: Sequence[Token], at: int, start: int, end: int) -> bool:
    """Whether more than a comma joins a neighbour that opens a bracket of its own: not "data science, standards (...)"."""
    opens = end < len(tokens) and tokens[end].norm == "("
    return not opens or any(token.norm not in {",", ";"} for token in tokens[at:start])


def _closed(tokens: Sequence[Token], end: int) -> bool:
    """Whether the neighbour ends there: "data cleaning and analysis tools" lends to no "analysis"."""
    return end >= len(tokens) or not tokens[end].hyphen
