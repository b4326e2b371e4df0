"""A fast tokenizer of PDF content streams: whole runs of numbers and path operators in one match.

pdfminer reads byte by byte where streams may be broken off anywhere; a page's content is at hand as a
whole, so that regular expressions do. What they do not know raises OddSyntaxError, and the caller takes
pdfminer's own tokenizer instead: the glyphs are the same either way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from pdfminer.psparser import LIT, literal_name

_NUMBER = rb"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"
_SPACE = rb"[\x00\t\n\x0b\f\r ]"
_WORD = rb"[A-Za-z'\"][A-Za-z0-9*]*"
_TOKEN = re.compile(
    rb"""
      (?:
        (?=[-+.\d\x00\t\n\x0b\f\r ]*+[mlrvych])  # a look ahead, so that other numbers are not tried as points of a path
        (?P<path>(?:(?:(?:%(n)s%(s)s+){2}[ml]|(?:%(n)s%(s)s+){4}(?:re|[vy])|(?:%(n)s%(s)s+){6}c|h)(?:%(s)s+|\Z))++)
      | (?P<numbers>(?:%(n)s(?=[\x00\t\n\x0b\f\r \[\]()<>/%%A-Za-z'"]|\Z)%(s)s*)++)(?P<called>(?!h(?:%(s)s|\Z))%(w)s)?
      | (?P<word>%(w)s)
      | (?P<hex><[0-9A-Fa-f\s]*>)(?:%(s)s*(?P<hex_shown>Tj)(?![A-Za-z0-9*]))?
      | (?P<string>\([^()\\]*\))(?:%(s)s*(?P<string_shown>Tj)(?![A-Za-z0-9*]))?
      | (?P<name>/[^\s\x00()<>\[\]{}/%%]*)
      | (?P<bracket><<|>>|[\[\]])
      | (?P<comment>%%[^\r\n]*)
      | (?P<odd_string>\()
      | (?=%(s)s)
      )%(s)s*
    """
    % {b"n": _NUMBER, b"s": _SPACE, b"w": _WORD},
    re.VERBOSE,
)
_STRING_PART = re.compile(rb"[^()\\]+|\\(?:[0-7]{1,3}|\r\n|.)|[()]", re.DOTALL)
_ESCAPES = {
    b"b": b"\b",
    b"t": b"\t",
    b"n": b"\n",
    b"f": b"\f",
    b"r": b"\r",
    b"(": b"(",
    b")": b")",
    b"\\": b"\\",
}
_PATH_STEP = re.compile(rb"([^a-z]*)(re|[mlvyhc])")

Step = tuple[bytes, list[Any]]
"""An operator and the operands before it; b"path" carries the bytes of a run of path operators."""


class OddSyntaxError(Exception):
    """The stream holds something that only pdfminer's own tokenizer can judge."""


class TooLongError(Exception):
    """The stream has more operators than the limit allows."""


def steps(data: bytes, *, limit: int = 1_000_000) -> Iterator[Step]:  # noqa: C901, PLR0912  # one loop for speed
    """The operators of a content stream in order, each with its operands.

    Raises:
        OddSyntaxError: the syntax is unusual; nothing that was yielded before is wrong.
        TooLongError: more than `limit` operators.
    """
    operands: list[Any] = []
    outer: list[tuple[list[Any], bytes]] = []
    place, count = 0, 0
    match_at = _TOKEN.match
    while place < len(data):
        found = match_at(data, place)
        if found is None:
            raise OddSyntaxError
        kind, place = found.lastgroup, found.end()
        if kind is None:  # white space
            continue
        token = found[kind]
        if kind == "called" or kind == "numbers":  # noqa: PLR1714  # twice as fast as a set
            operands += [
                float(number) if b"." in number else int(number)
                for number in found["numbers"].replace(b"\x00", b" ").split()
            ]
            if kind == "numbers":
                continue
        elif kind == "hex_shown":
            operands.append(_hexadecimal(found["hex"]))
        elif kind == "string_shown":
            operands.append(found["string"][1:-1])
        elif kind == "odd_string":
            text, place = _string(data, found.end("odd_string"))
            operands.append(text)
            continue
        elif kind == "bracket":
            operands = _nested(token, operands, outer)
            continue
        elif kind in _VALUES:
            operands.append(_VALUES[kind](token))
            continue
        elif kind == "comment":
            continue
        if token in _TRUTH:
            operands.append(token == b"true")
            continue
        count += 1
        if outer or (kind == "path" and operands):
            raise OddSyntaxError
        if count > limit:
            raise TooLongError
        if token == b"BI":
            token, place = _inline_image(data, found.end(kind))
        yield (b"path", [token]) if kind == "path" else (token, operands)
        operands = []
    if outer:
        raise OddSyntaxError


_TRUTH = frozenset({b"true", b"false"})


def _literal(token: bytes) -> Any:
    name = token[1:]
    if b"#" in name:
        raise OddSyntaxError
    try:
        return LIT(name.decode("utf-8"))
    except UnicodeDecodeError:
        return LIT(name)


def _hexadecimal(token: bytes) -> bytes:
    try:
        return bytes.fromhex(token[1:-1].decode())  # it passes over blanks
    except ValueError:  # an odd digit, or a blank between the two of a byte
        digits = b"".join(token[1:-1].split())
    even = len(digits) - len(digits) % 2
    return bytes.fromhex(digits[:even].decode()) + (
        bytes([int(digits[even:], 16)]) if len(digits) > even else b""
    )


_VALUES: dict[str, Callable[[bytes], Any]] = {
    "string": lambda token: token[1:-1],
    "name": _literal,
    "hex": _hexadecimal,
}


def _nested(token: bytes, operands: list[Any], outer: list[tuple[list[Any], bytes]]) -> list[Any]:
    """Begin or end an array or dictionary; gives the list that is being filled from here on."""
    if token in {b"[", b"<<"}:
        if len(outer) > 50:
            raise OddSyntaxError
        outer.append((operands, token))
        return []
    if not outer or outer[-1][1] != {b"]": b"[", b">>": b"<<"}[token]:
        raise OddSyntaxError
    around, _ = outer.pop()
    if token == b"]":
        around.append(operands)
    elif len(operands) % 2:
        raise OddSyntaxError
    else:
        around.append(
            {literal_name(key): value for key, value in zip(operands[::2], operands[1::2], strict=True)}
        )
    return around


def _string(data: bytes, place: int) -> tuple[bytes, int]:
    """A string with escapes or parentheses in it, from after its first parenthesis."""
    parts: list[bytes] = []
    depth = 1
    while True:
        found = _STRING_PART.match(data, place)
        if found is None:
            raise OddSyntaxError
        part, place = found.group(), found.end()
        if part == b"(":
            depth += 1
        elif part == b")":
            depth -= 1
            if not depth:
                return b"".join(parts), place
        elif part[:1] == b"\\":
            part = _unescaped(part[1:])
        parts.append(part)


def _unescaped(part: bytes) -> bytes:
    if part.isdigit() and part[:1] < b"8":
        code = int(part, 8)
        if code > 255:
            raise OddSyntaxError
        return bytes([code])
    return _ESCAPES.get(part, b"")


def _inline_image(data: bytes, place: int) -> tuple[bytes, int]:
    """Skip an inline image; b"EI" when it has a width and a height, else a word that is not an operator."""
    begin = re.compile(rb"\sID[\s]").search(data, place)
    if begin is None:
        raise OddSyntaxError
    header = data[place : begin.start()]
    if re.search(rb"/(?:A85|ASCII85Decode)\b", header):
        end = data.find(b"~>", begin.end())
        stop = re.compile(rb"~>\s*(?:EI(?=\s|\Z))?").match(data, end) if end >= 0 else None
    else:
        stop = re.compile(rb"EI(?=\s|\Z)").search(data, begin.end() - 1)
    if stop is None:
        raise OddSyntaxError
    sized = re.search(rb"/W(?:idth)?\b", header) and re.search(rb"/H(?:eight)?\b", header)
    return (b"EI" if sized else b"skipped"), stop.end()


def path_box(runs: list[bytes]) -> tuple[float, float, float, float] | None:
    """The box of the points of path operators, in the coordinates in which they are given."""
    xs: list[float] = []
    ys: list[float] = []
    for run in runs:
        if b"re" in run:
            for numbers, operator in _PATH_STEP.findall(run.replace(b"\x00", b" ")):
                values = list(map(float, numbers.split()))
                if operator == b"re":
                    x, y, width, height = values
                    values = [x, y, x + width, y + height]
                xs += values[::2]
                ys += values[1::2]
        else:
            values = list(map(float, run.translate(_BLANKED).split()))
            xs += values[::2]
            ys += values[1::2]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def rectangles(runs: list[bytes]) -> list[tuple[float, float, float, float]]:
    """The boxes of a path that is made of upright rectangles only; none of another path.

    Of several, all must be drawn in one direction: a frame has its inner edge the other way about.
    """
    steps_ = [
        (operator, list(map(float, numbers.split())))
        for run in runs
        for numbers, operator in _PATH_STEP.findall(run.replace(b"\x00", b" "))
    ]
    drawn = [values for operator, values in steps_ if operator == b"re"]
    if drawn and all(operator in {b"re", b"h"} for operator, _ in steps_):
        directions = {width * height > 0 for _, _, width, height in drawn}
        if len(directions) > 1:
            return []
        return [
            (min(x, x + width), min(y, y + height), max(x, x + width), max(y, y + height))
            for x, y, width, height in drawn
        ]
    corners = [(values[0], values[1]) for operator, values in steps_ if operator in {b"m", b"l"}]
    sides = {x for x, _ in corners}, {y for _, y in corners}
    if [each for each, _ in steps_ if each != b"h"][:5] not in ([b"m", *[b"l"] * 3], [b"m", *[b"l"] * 4]):
        return []
    level = all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(corners))
    if len(steps_) > 6 or not level or len(set(corners)) != 4 or any(len(each) != 2 for each in sides):
        return []
    (left, right), (bottom, top) = sorted(sides[0]), sorted(sides[1])
    return [(left, bottom, right, top)]


_BLANKED = bytes(32 if code in b"mlvyhc\x00" else code for code in range(256))
