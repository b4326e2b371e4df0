"""Contractions of English written out, so that "you'll" and "you will" are the same words."""

from __future__ import annotations

import re

_ENDINGS = {"'ll": " will", "'re": " are", "'ve": " have", "'d": " would", "'m": " am", "'s": " is"}
_SHORT = re.compile(
    r"\b(?:(?P<not>wo|ca|\w+?)n't|(?P<subject>i|you|we|they|he|she|it|that|who|what|where|here|there)(?P<ending>'(?:ll|re|ve|d|m|s))"
    r"|(?P<bare>you|they)(?P<rest>ll|ve|re))\b"
)


def written_out(low: str) -> str:
    """A text in lower case, with plain apostrophes, without contractions."""
    return _SHORT.sub(_long, low)


def _long(found: re.Match[str]) -> str:
    if verb := found["not"]:
        return {"wo": "will", "ca": "can"}.get(verb, verb) + " not"
    if found["bare"]:
        return found["bare"] + _ENDINGS[f"'{found['rest']}"]
    return found["subject"] + _ENDINGS[found["ending"]]
