"""The pattern language: word sequences with choices and gaps, as data. Every cue and skill pattern is written in it.

Parts are separated by blanks, and only by them; case does not matter:

    train            this word
    train|fit        one of these words
    b-tree|heap      a choice of several words is written with hyphens (matches "B tree" and "B-tree")
    plan+            any form of this verb or noun (plans, planned, planning; see `inflection`)
    deploy*          any word that begins so (deploys, deployed, deployment)
    *ed              any word that ends so (`*n't` is any word with "not" in it)
    <agent>          a word of the set of that name; a set may name others
    _                any one word but a preposition, pronoun or auxiliary (a phrase goes on over it)
    ~                any one word
    NUM              a number, in digits or as a word up to twenty; also as one of the words of a choice
    NAME             a word with a capital letter and then a small one, as no abbreviation has
    ^  $             the beginning, the end of a clause
    ...              a gap of up to four tokens inside the clause
    word?  <set>?  NUM?  _?  ~?    may be left out
    <set>*           up to four of them, or none

A gap does not cross a full stop, semicolon, colon or bracket, and no comma or "and" either, unless these are at
its very beginning (a list of verbs: "train, test and deploy models") or its very end ("services and models").

There are two ways to search, for two kinds of text: `gapcheck.text.pattern_index` looks for many patterns at once in the
tokens of a resume; `gapcheck.text.phrases` turns a list of patterns into one regular expression over a clause of a posting.
Every pattern for an index must begin with a word, a set, NUM or NAME, after any `^`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from gapcheck.text.inflection import forms
from gapcheck.text.numbers import NUMBER_WORDS
from gapcheck.text.tokens import Token, norms

LONGEST_GAP = 4
LONGEST_RUN = 4

STOPS = frozenset({".", ";", ":", "!", "?", "(", ")", "[", "]", "•", "·", "|", "\t", "-", "*", "‣", "▪", "●"})
"""Signs that end a clause."""

PRONOUNS = frozenset({"i", "we", "you", "he", "she", "they"})
FUNCTION_WORDS = PRONOUNS | frozenset(
    {
        "that", "which", "who", "whom", "whose", "to", "for", "of", "in", "on", "with", "by",
        "and", "or", "but", "from", "at", "as", "is", "are", "was", "were", "be", "been",
        "being", "has", "have", "had", "my", "our",
        "this", "these", "those",
    }
)  # fmt: skip
"""Words that a noun phrase does not go on over."""

FINITE_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "had"})
"""Those of the function words that make a sentence."""

JOINERS = frozenset({",", "and", "or", "&", "/"})
"""What joins the items of a list."""
ARTICLES = frozenset({"a", "an"})
"""What is said before a thing that can be counted."""
INFINITIVE = "to"
GENITIVE = "of"
"""Between two nouns it turns their order: "analysis of data" is data analysis."""

_OPENERS = frozenset({",", "and", "but", "while", "whereas", "because", "so", "though", "although", "since"})
_CLOSERS = _OPENERS | {"or", "as", "which", "that"}


def is_number(norm: str) -> bool:
    """Whether a word is a number, in digits or as a word."""
    return norm[0].isdigit() or norm in NUMBER_WORDS


@dataclass(frozen=True, slots=True)
class PatternPart:
    """One compiled place of a pattern: which words, beginnings, endings or phrases fit it."""

    kind: str  # word, inner, any, number, name, gap, start, end
    words: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    phrases: tuple[tuple[PatternPart, ...], ...] = ()
    optional: bool = False
    repeated: bool = False
    is_plain: bool = field(init=False, repr=False, compare=False)
    """Whether it is one of some whole words and has to be there, as most parts are."""
    opened_by: Mapping[str, Sequence[tuple[PatternPart, ...]]] = field(init=False, repr=False, compare=False)
    """Its phrases by the words that may be their first."""
    open_phrases: Sequence[tuple[PatternPart, ...]] = field(init=False, repr=False, compare=False)
    """Its phrases that begin with no whole word."""

    def __post_init__(self) -> None:
        open_ended = self.prefixes or self.suffixes or self.phrases or self.optional or self.repeated
        object.__setattr__(self, "is_plain", self.kind == "word" and not open_ended)
        opened_by: dict[str, list[tuple[PatternPart, ...]]] = defaultdict(list)
        for phrase in self.phrases:
            for word in phrase[0].words if phrase[0].is_plain else ():
                opened_by[word].append(phrase)
        object.__setattr__(self, "opened_by", dict(opened_by))
        object.__setattr__(self, "open_phrases", [each for each in self.phrases if not each[0].is_plain])

    @property
    def anchor(self) -> frozenset[str]:
        """Words one of which must be where the part fits; empty if that cannot be said."""
        if self.kind != "word" or self.prefixes or self.suffixes:
            return frozenset()
        firsts = [phrase[0] for phrase in self.phrases]
        if any(first.kind == "number" or first.prefixes or first.suffixes for first in firsts):
            return frozenset()
        return self.words.union(*(first.words for first in firsts))

    def fits(self, token: Token) -> bool:
        """Whether one token fits at this place."""
        if self.kind == "word":
            norm = token.norm
            return norm in self.words or norm.startswith(self.prefixes) or norm.endswith(self.suffixes)
        if self.kind == "number":
            return is_number(token.norm)
        if self.kind == "name":
            return token.form[0].isupper() and token.form[1:2].islower()
        return token.is_word and (self.kind == "any" or token.norm not in FUNCTION_WORDS)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; `source` is how it is written.

    `gapped`: it has a gap or an open place, so that the shortest match is the one that is meant. `anchors`: of each
    set a word must be in the text, or there is no need to look.
    """

    source: str
    parts: tuple[PatternPart, ...]
    gapped: bool
    anchors: tuple[frozenset[str], ...]

    def ends(self, tokens: Sequence[Token], at: int) -> Collection[int]:
        """Every token index at which a match that begins at token `at` can end (exclusive)."""
        return _ends(self.parts, tokens, at)

    def longest(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where the longest match from `at` ends, or None."""
        return max(_ends(self.parts, tokens, at), default=None)

    def shortest(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where the shortest match from `at` ends, or None."""
        return min(_ends(self.parts, tokens, at), default=None)


class WrittenPart(NamedTuple):
    """One part of a pattern as it is written: what kind of place it is, and the choices of words for it.

    `kind` is word, inner (`_`), any (`~`), number, name, gap, start or end; `choices` are still in the pattern language.
    """

    kind: str
    choices: tuple[str, ...] = ()
    optional: bool = False
    repeated: bool = False


_SIGNS = {"...": "gap", "^": "start", "$": "end", "_": "inner", "~": "any", "NUM": "number", "NAME": "name"}


def parse(source: str, sets: Mapping[str, Sequence[str]] | None = None) -> tuple[WrittenPart, ...]:
    """The parts of a pattern, with its sets written out.

    Raises:
        ValueError: it names an unknown set.
    """
    return tuple(_piece(each, sets or {}, source) for each in source.split())


def _piece(written: str, sets: Mapping[str, Sequence[str]], source: str) -> WrittenPart:
    if written in _SIGNS:
        return WrittenPart(_SIGNS[written])
    optional = written.endswith("?") and len(written) > 1
    body = written[:-1] if optional else written
    repeated = body.startswith("<") and body.endswith(">*")
    body = body[:-1] if repeated else body
    if body in {"_", "~", "NUM", "NAME"}:
        return WrittenPart(_SIGNS[body], optional=optional)
    choices = tuple(_written_out(body.split("|"), sets, source))
    return WrittenPart("word", choices, optional or repeated, repeated)


def _written_out(choices: Iterable[str], sets: Mapping[str, Sequence[str]], source: str) -> list[str]:
    """The choices with each set's words in its place; a set may name others."""
    found: list[str] = []
    for choice in choices:
        if choice.startswith("<") and choice.endswith(">"):
            if choice[1:-1] not in sets:
                raise ValueError(f"{source!r} names the set {choice}, and there is no such set.")
            found += _written_out(sets[choice[1:-1]], sets, source)
        else:
            found.append(choice)
    return found


def compile_pattern(source: str, sets: Mapping[str, Sequence[str]] | None = None) -> Pattern:
    """Reads a pattern.

    Raises:
        ValueError: it names an unknown set, or begins with a gap or an open place.
    """
    parts = [
        _choice(piece.choices, optional=piece.optional, repeated=piece.repeated)
        if piece.kind == "word"
        else PatternPart(piece.kind, optional=piece.optional)
        for piece in parse(source, sets)
    ]
    needed = [part for part in parts if part.kind != "start" and not part.optional]
    if not needed or needed[0].kind not in {"word", "number", "name"}:
        raise ValueError(f"{source!r} must begin with a word or a number.")
    gapped = any(part.kind in {"gap", "inner", "any"} for part in parts)
    anchors = (part.anchor for part in needed[1:])
    return Pattern(source, tuple(parts), gapped, tuple(anchor for anchor in anchors if anchor))


@lru_cache(maxsize=2048)
def _choice(choices: tuple[str, ...], *, optional: bool, repeated: bool) -> PatternPart:
    """A place for any of these words; many patterns name the same sets of them."""
    words: set[str] = set()
    prefixes: list[str] = []
    suffixes: list[str] = []
    phrases: list[tuple[PatternPart, ...]] = []
    for choice in choices:
        if choice.isascii() and choice.isalpha() and choice.islower():
            words.add(choice)  # its own token, as most are
            continue
        if choice == "NUM":
            phrases.append((PatternPart("number"),))
            continue
        pieces = choice.replace("-", " ").split()
        if len(pieces) > 1:
            phrases.append(tuple(_choice((piece,), optional=False, repeated=False) for piece in pieces))
        elif choice.endswith("+") and choice[:-1].isalpha():
            words |= forms(choice[:-1])
        elif choice.endswith("*"):
            prefixes.append(choice[:-1].casefold())
        elif choice.startswith("*"):
            suffixes.append(choice[1:].casefold())
        elif len(found := norms(choice)) == 1:
            words.add(found[0])
        else:
            phrases.append(tuple(PatternPart("word", frozenset({norm})) for norm in found))
    return PatternPart(
        "word", frozenset(words), tuple(prefixes), tuple(suffixes), tuple(phrases), optional, repeated
    )


def clause_starts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins at token `at`."""
    if at == 0 or tokens[at].line_start:
        return True
    before = tokens[at - 1].norm
    return before in STOPS or before in _OPENERS


def clause_ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause has ended before token `at` (which may be one past the last)."""
    return at >= len(tokens) or tokens[at].norm in STOPS or tokens[at].norm in _CLOSERS


def precedes(pattern: Pattern, tokens: Sequence[Token], at: int) -> bool:
    """Whether the pattern fits just before token `at`."""
    return any(end == at for start in range(max(at - 8, 0), at) for end in pattern.ends(tokens, start))


def _ends(parts: Iterable[PatternPart], tokens: Sequence[Token], at: int) -> Collection[int]:
    """Where parts can end that begin at a token: all places at once, part by part."""
    places: Collection[int] = (at,)
    count = len(tokens)
    for part in parts:
        if part.is_plain:
            words = part.words
            if len(places) == 1:
                (place,) = places
                if place >= count or tokens[place].norm not in words:
                    return ()
                places = (place + 1,)
            else:
                places = [each + 1 for each in places if each < count and tokens[each].norm in words]
        elif part.kind == "start":
            places = [place for place in places if clause_starts(tokens, place)]
        elif part.kind == "end":
            places = [place for place in places if clause_ends(tokens, place)]
        elif part.kind == "gap":
            places = {then for place in places for then in _gap(tokens, place)}
        else:
            places = _fitting(part, tokens, places)
        if not places:
            break
    return places


def _fitting(part: PatternPart, tokens: Sequence[Token], places: Collection[int]) -> Collection[int]:
    """Where one part can end: nowhere further if it may be left out, after a phrase, after a word, after a run."""
    found = set(places) if part.optional else set()
    for place in places:
        if part.phrases and place < len(tokens):
            for phrase in (*part.opened_by.get(tokens[place].norm, ()), *part.open_phrases):
                found.update(_ends(phrase, tokens, place))
        for then in range(place, min(place + (LONGEST_RUN if part.repeated else 1), len(tokens))):
            if not part.fits(tokens[then]):
                break
            found.add(then + 1)
    return found


def _gap(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """Where a gap that begins at `at` can end: there, or up to four tokens on."""
    listing = False
    for then in range(at, min(at + LONGEST_GAP, len(tokens) - 1) + 1):
        yield then
        if then >= len(tokens) or tokens[then].norm in STOPS:
            return
        if tokens[then].norm in JOINERS:
            listing = listing or then == at
            if not listing:
                yield then + 1
                return
