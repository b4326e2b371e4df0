r"""Text -> tokens that names can be matched on, each with its place in the original text.

Before the text is cut, it is read as a person reads it: ligatures, full-width and composed characters in
their plain form (NFKC), typographic hyphens and quotes as the plain ones, zero-width characters as nothing.
Then, in this order, a token is

- a URL or e-mail address (one token, so that no name is found inside);
- a name with a sign in it: C++, C#, .NET, ASP.NET, Node.js, fast.ai;
- an abbreviation with dots (B.S., Ph.D., e.g.), so that no letter of it is read as a name;
- a number (1,000; 3.5), or letters with digits after them, which are parted: Python3 -> python 3;
- a word; n't, 've and the like stay in it, a possessive 's is a token of its own;
- any other sign, alone. A tab, a gap of four blanks, or a leader of four dots is the token "\t": cells of a table are parted there,
  but for an answer beside its question.

Hyphens and underscores between letters are dropped, so that "scikit-learn" and "scikit learn" are the same
two tokens. A hyphen at a line's end may belong to the word or not: `readings` gives both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from gapcheck.spans import Span
from gapcheck.text.addresses import MAIL, PAGE
from gapcheck.text.once_a_document import once_a_document


class Token(NamedTuple):
    """`form` as printed, in plain characters; `norm` its case folded; `start` and `end` in the original text.

    `glued`: no blank, hyphen or sign parts it from the token before. `hyphen`: a hyphen does.
    `line_start`: the first of a printed line.
    """

    norm: str
    form: str
    start: int
    end: int
    glued: bool = False
    hyphen: bool = False
    line_start: bool = False

    @property
    def span(self) -> Span:
        """Its characters in the original text."""
        return Span(self.start, self.end)

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, and no sign."""
        return self.norm[0].isalnum() or len(self.norm) > 1


_PLAIN = {
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d", "-"),
    # a dash of this length parts clauses, even where it is set without blanks
    **dict.fromkeys("\u2014\u2015", " - "),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4\u0060", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f", ""),
    **dict.fromkeys("\u2028\u2029\x0b\x0c\r\x85", "\n"),
}
_UNUSUAL = re.compile("[\r\x0b\x0c`]")
_USUAL = re.compile("[^\r\x0b\x0c`\x80-\U0010ffff]+(?![\x80-\U0010ffff])")
"""Characters that stay as they are: the last one before a character that may combine with it is looked at by itself."""

_DOMAINS = "com|org|edu|gov|dev|co|me|app|info|eu|tech|xyz|de|uk|ca|fr"
_SPLIT = re.compile(
    rf"""
      (?P<url> (?i:{PAGE}) | {MAIL}
             | (?<![\w.@])(?:[A-Za-z0-9-]+\.)+
               (?:(?:{_DOMAINS}|{_DOMAINS.upper()})\b(?![-.]\w)(?:/[\w~%?=&./\#-]*)?
                 |(?:net|io|ai|NET|IO|AI)\b(?!\.\w)) )
    | (?P<sign> [A-Za-z]\w*\+\+ | (?<![A-Za-z0-9])[A-Za-z]\# | (?i:\.net)\b | [A-Za-z]\w*\.(?i:js|ts|py|jl)\b )
    | (?P<dotted> (?:(?<![^\W_])[A-Za-z]\.){{2,}}(?:[A-Za-z](?![^\W_]))?
             | (?<![^\W_])(?:[Pp]h|[A-Z])\.[A-Z][a-z]{{0,3}}(?:\.[A-Z][a-z]{{0,3}})*(?![^\W_]) )
    | (?P<number> \d+(?:[.,]\d+)*(?:[A-Za-z]{{1,2}}\b)? )
    | (?P<word> [^\W\d_](?:[^\W_]*[^\W\d_])?(?:'(?i:t|ve|re|ll|m|d)\b)? )
    | (?P<own> '[sS]\b )
    | (?P<gap> \t+ | [ \xa0]{{4,}} | (?:[ \xa0]?\.){{4,}} )
    | (?P<blank> [ \xa0\n]+? (?=\S|\t|\Z|[ \xa0]{{4}}) )
    | (?P<join> [-_]+ )
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_LINE_HYPHEN = re.compile(r"(?<=[^\W\d_])-[ \xa0]*\n\s*(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Plain:
    """A text in plain characters; character i of it came from `starts[i]` to `ends[i]` of the original."""

    string: str
    starts: Sequence[int]
    ends: Sequence[int]

    def without(self, holes: Sequence[tuple[int, int]]) -> Plain:
        """The text with these stretches left out."""
        at = 0
        kept: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for start, end in (*holes, (len(self.string), len(self.string))):
            kept.append(self.string[at:start])
            starts.extend(self.starts[at:start])
            ends.extend(self.ends[at:start])
            at = end
        return Plain("".join(kept), starts, ends)


def plain(text: str) -> Plain:
    """The text in plain characters: composed, without ligatures, typographic signs or characters of no width."""
    if text.isascii() and not _UNUSUAL.search(text):
        return Plain(text, range(len(text)), range(1, len(text) + 1))
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        if usual := _USUAL.match(text, at):
            end = usual.end()
            chars.append(usual.group())
            starts.extend(range(at, end))
            ends.extend(range(at + 1, end + 1))
            at = end
            continue
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        piece = text[at:end]
        simple = _PLAIN.get(piece)
        if simple is None:
            spelt = piece if piece.isascii() else unicodedata.normalize("NFKC", piece)
            simple = "".join(_PLAIN.get(char, char) for char in spelt)
        chars.append(simple)
        starts.extend([at] * len(simple))
        ends.extend([end] * len(simple))
        at = end
    return Plain("".join(chars), starts, ends)


@once_a_document
def tokenize(text: str, span: Span | None = None, *, join_lines: bool = False) -> tuple[Token, ...]:
    """The tokens of `text`, or of the stretch `span` of it; their spans count from the start of `text`.

    `join_lines`: a hyphen at a line's end is dropped and the word's halves are one token.
    """
    start = span.start if span else 0
    read = plain(text[start : span.end] if span else text)
    if join_lines:
        read = read.without([found.span() for found in _LINE_HYPHEN.finditer(read.string)])
    return tuple(_tokens(read, start))


def readings(text: str, span: Span | None = None) -> tuple[tuple[Token, ...], ...]:
    """The tokens with hyphens at line ends kept; and, if there are any, those with the halves joined."""
    first = tokenize(text, span)
    stretch = span.of(text) if span else text
    if "\n" in stretch and _LINE_HYPHEN.search(plain(stretch).string):
        return first, tokenize(text, span, join_lines=True)
    return (first,)


@lru_cache(maxsize=65536)
def norms(name: str) -> tuple[str, ...]:
    """The folded tokens of a name."""
    return tuple(token.norm for token in tokenize(name))


def _tokens(read: Plain, offset: int) -> Iterator[Token]:
    string = read.string
    end_before = -1
    hyphen = False
    line_start = True
    for found in _SPLIT.finditer(string):
        kind, piece = found.lastgroup, found.group()
        start, end = found.span()
        if kind == "gap" and string[start - 1 : start] == "?":
            continue  # the answer beside a question goes with it
        if kind == "blank":
            line_start = line_start or ("\n" in piece and not hyphen)
            hyphen = hyphen and "\n" in piece  # only at a line's end does a hyphen join over a blank
            continue
        if kind == "join" and end_before == start and _joins(string, end):
            hyphen = True
            continue
        form = {"gap": "\t", "join": "-"}.get(kind or "", piece)
        glued = end_before == start and not hyphen
        first, last = offset + read.starts[start], offset + read.ends[end - 1]
        yield Token(form.casefold(), form, first, last, glued, hyphen, line_start)
        end_before, hyphen, line_start = end, False, False


def _joins(string: str, at: int) -> bool:
    """Whether a hyphen just before `at` belongs to a word, and is no dash: "on-call", "front- and back-end"."""
    rest = string[at : at + 80]
    if not rest[:1].isspace():
        return rest[:1].isalnum() or rest[:1] == "."
    word = rest.lstrip()
    return word.startswith(("and ", "or ")) or ("\n" in rest[: len(rest) - len(word)] and word[:1].isalnum())
