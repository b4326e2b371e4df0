"""Lists of patterns as one regular expression over plain text, for text whose places are counted in characters.

The patterns are written as `gapcheck.text.patterns` describes. The plain text has exactly as many characters as the
text it was made from, so every match keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from gapcheck.lazy import late_pattern
from gapcheck.text.inflection import forms
from gapcheck.text.numbers import NUMBERS
from gapcheck.text.patterns import FUNCTION_WORDS, LONGEST_RUN, WrittenPart, parse

_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201b\u02bc\u00b4", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2212", "-"),
        **dict.fromkeys("\u2013\u2014\u2015", "\u2013"),
        **dict.fromkeys("\u00a0\u202f\u2009\n\r\t*`\u00ae\u2122", " "),
    }
)
_WORD = r"[\w'/+#-]+"
_GAP = rf"(?:[^\w.;:,]+{_WORD}){{0,4}}?[^\w.;,]+"
_BETWEEN = r"[\s\-\u2013]+"
_NUMBER = rf"(?:\d+(?:[.,]\d+)?\+?|{'|'.join(NUMBERS)})"
ARTICLE, CONJUNCTION, OR = r"(?:an?|the)\b", r"(?:and|or)\b", r"or\b"
"""Words of grammar as parts of patterns that are written out in regular expressions."""
BRACKETS = re.compile(r"\(([^()]*)\)")
"""What is in brackets that hold no others."""
_INNER = rf"(?!(?:{'|'.join(sorted(FUNCTION_WORDS))})\b){_WORD}"
_PLACES = {"any": _WORD, "inner": _INNER, "number": _NUMBER}


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """`text` in lower case with plain quotes, dashes and blanks; as long as `text`."""
    same = text.translate(_SAME)
    low = same.lower()
    if len(low) == len(text) and "\u03a3" not in same:
        return low
    # a letter that two small ones stand for stays; so does the sigma, which is another at the end of a word
    return "".join(low if len(low := each.lower()) == 1 else each for each in same)


def pattern_of(source: str) -> str:
    """One pattern as a regular expression for plain text, without its word borders.

    `^` and `$` are the beginning and the end of the whole text searched.
    """
    written: list[str] = []
    joined = ""
    for piece in parse(source):
        match piece.kind:
            case "start":
                written.append(r"\A\s*")
                joined = ""
            case "end":
                written.append(r"\s*\Z")
            case "gap":
                joined = _GAP
            case _:
                written.append(_place(piece, joined))
                # a place at the very beginning that may be left out brings its own blank along
                joined = _BETWEEN if joined or not piece.optional else ""
    return "".join(written)


def _place(piece: WrittenPart, joined: str) -> str:
    """One place of a pattern, with what is between it and the place before."""
    one = _PLACES.get(piece.kind) or alternation(piece.choices)
    if piece.repeated:
        return f"(?:{joined}{one}){{0,{LONGEST_RUN}}}"
    if piece.optional:
        return f"(?:{joined}{one})?" if joined else f"(?:{one}{_BETWEEN})?"
    return joined + one


def alternation(choices: Sequence[str]) -> str:
    """Any of these words or hyphenated phrases, longest first, as a group of a regular expression; never, if none."""
    if not choices:
        return "(?!)"
    spelled = {each: _spelled(each) for each in choices}
    ordered = sorted(spelled, key=lambda each: (-len(each), each))
    return f"(?:{'|'.join(spelled[each] for each in ordered)})"


def _spelled(choice: str) -> str:
    words = [word for word in choice.replace("-", " ").split() if word]
    return _BETWEEN.join(map(_word, words)) if words else re.escape(choice)


def _word(word: str) -> str:
    if word == "NUM":
        return _NUMBER
    if word.endswith("+") and word[:-1].isalpha():
        return f"(?:{'|'.join(sorted(forms(word[:-1]), key=lambda form: (-len(form), form)))})"
    return re.escape(word.lower()).replace(r"\*", r"\w*")


@lru_cache(maxsize=1024)
def compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of `phrases` as whole words, longest first; matches nothing when there are none."""
    if not phrases:
        return late_pattern(r"(?!)")
    ordered = sorted(phrases, key=lambda each: (-len(each.split()), -len(each), each))
    group = "|".join(map(pattern_of, ordered))
    return late_pattern(rf"(?<![\w])(?:{group})(?![\w])(?!\+\+|#)")


def without_brackets(low: str) -> str:
    """A plain text with what is in brackets blanked out; as long as before."""
    return BRACKETS.sub(lambda match: " " * len(match.group()), low)


def printed_as_name(text: str) -> bool:
    """Whether a text holds a capital or a digit, as names do."""
    return any(char.isupper() or char.isdigit() for char in text)
