"""Damages real documents, the same way for the same number: what a fuzzer reads."""

from __future__ import annotations

import random
import re
import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO

_ODD = tuple(
    each.encode("utf-8", "surrogatepass")
    for each in (
        "\x00", "\x1b[31m", "\u202e", "\u200b", "\ud800", "\ufffe", "²", "٣", "፩", "½", "-1", "1e999", "99999999999999999999",
        "2147483648", "0", "((((((((", "]]]]", "<<<<", ">>>>", "<!--", "-->", "/*", "{{{{", "}}", "&#0;", "&#xD800;", "\\u0000",
        "\r", "\u2028", "\t" * 40, " " * 300, "a" * 300, "•", "=cmd|' /C calc'!A0", "İ", "ﬁ", "Jan 0000", "31 February 2020",
        "May 99999 - present", "C++" * 30, "not " * 40, "Python, " * 60, "٠" * 20, "null", "[]", "\xa0",
    )
)  # fmt: skip
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_STREAM = re.compile(rb"stream\r?\n(.{1,200000}?)\r?\nendstream", re.DOTALL)
_LONGEST = 200_000


def mutated(data: bytes, others: Sequence[bytes], number: int) -> bytes:
    """`data` with one to six damages. `others` are documents of the same format that a part may be taken from."""
    chance = random.Random(number)  # noqa: S311  # damage that can be made again, not a secret
    if data.startswith(b"PK") and chance.random() < 0.9:
        return _in_archive(data, chance)
    if data.startswith(b"%PDF") and chance.random() < 0.6:
        return _in_streams(data, chance)
    for _ in range(chance.randint(1, 6)):
        data = _damaged(data, others, chance)
    return data[:_LONGEST]


def _damaged(  # noqa: PLR0911  # one for each kind of damage
    data: bytes, others: Sequence[bytes], chance: random.Random
) -> bytes:
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.choice((1, 2, 8, 64, 700)))
    match chance.randrange(8):
        case 0:
            return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        case 1:
            return data[:at] + data[end:]
        case 2:
            return data[:at] + data[at:end] * chance.choice((2, 3, 40)) + data[end:]
        case 3:
            return data[:at] + chance.choice(_ODD) + data[at:]
        case 4:
            numbers = list(_NUMBER.finditer(data[:_LONGEST]))
            if numbers:
                found = chance.choice(numbers)
                return data[: found.start()] + chance.choice(_ODD) + data[found.end() :]
            return data
        case 5:
            other = chance.choice(others) if others else data
            start = chance.randrange(len(other) + 1)
            return data[:at] + other[start : start + chance.choice((16, 200, 2000))] + data[at:]
        case 6:
            lines = data.split(b"\n")
            chance.shuffle(lines)
            return b"\n".join(lines)
        case _:
            return data[:at] if chance.random() < 0.3 else data[end:at] + data[:at] + data[end:]


def _in_archive(data: bytes, chance: random.Random) -> bytes:
    """The archive with one part of it damaged, so that the reader comes to it."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = (
        "word/document.xml"
        if chance.random() < 0.7 and "word/document.xml" in parts
        else chance.choice(sorted(parts))
    )
    if chance.random() < 0.5:
        parts[name] = _in_markup(parts[name], chance)
    else:
        for _ in range(chance.randint(1, 3)):
            parts[name] = _damaged(parts[name], list(parts.values()), chance)
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    return made.getvalue()


def _in_markup(data: bytes, chance: random.Random) -> bytes:
    """Well-formed markup with other values in its attributes and texts, or with elements that come twice."""
    values = list(re.finditer(rb'"[^"<>&]{0,80}"|>[^<>&]{1,80}<', data))
    for found in sorted(
        chance.sample(values, min(len(values), chance.randint(1, 6))), key=lambda each: -each.start()
    ):
        odd = chance.choice(_ODD).decode("utf-8", "replace")
        odd = re.sub(r"[<>&\"\x00-\x08\x0b-\x1f\ufffe\ufffd]", "", odd)
        data = data[: found.start() + 1] + odd.encode() + data[found.end() - 1 :]
    return data


def _in_streams(data: bytes, chance: random.Random) -> bytes:
    """A PDF with the drawing of a page damaged, packed again."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return data
    found = chance.choice(streams)
    try:
        drawn = zlib.decompress(found[1])
    except zlib.error:
        return _damaged(data, [], chance)
    for _ in range(chance.randint(1, 4)):
        drawn = _damaged(drawn, [], chance)
    return data[: found.start(1)] + zlib.compress(drawn) + data[found.end(1) :]
