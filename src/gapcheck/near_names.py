"""Which known names an unknown one may mean: the hints of errors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

_MOST = 3
_ALIKE, _SIMILAR = 0.8, 0.6
"""Ratios of difflib: of a slip of the finger; of the nearest of all, where nothing is nearer."""
_THEMSELVES: Mapping[str, str] = MappingProxyType({})
_BETWEEN_WORDS = re.compile(r"[\s_-]+")


def near_names(name: str, known: Iterable[str], offers: Mapping[str, str] = _THEMSELVES) -> list[str]:
    """At most three names to offer, nearest first: one spelt alike, else those that have all words of `name`.

    Args:
        name: what was given, in any case, with hyphens or blanks.
        known: the names that there are.
        offers: what to offer for some of them in their place, such as the id for a title.
    """
    offered: dict[str, str] = {}
    for each in known:
        offered.setdefault(_compared(each), offers.get(each, each))
    wanted = _compared(name)
    if wanted in offered:
        return [offered[wanted]]
    words = set(wanted.split())
    longer = sorted((each for each in offered if words and words <= set(each.split())), key=len)
    near = get_close_matches(wanted, offered, _MOST, _ALIKE) + longer
    near = near or get_close_matches(wanted, offered, _MOST, _SIMILAR)
    return list(dict.fromkeys(offered[each] for each in near))[:_MOST]


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """The end of a sentence that offers the names near to `name`; `otherwise` where there are none."""
    near = near_names(name, known)
    return f"; did you mean {' or '.join(near)}?" if near else otherwise


def near_hint(
    name: str, known: Iterable[str], otherwise: str = "", *, offers: Mapping[str, str] = _THEMSELVES
) -> str:
    """A hint with what `near_names` offers; `otherwise` where there is nothing."""
    near = near_names(name, known, offers)
    return f"Did you mean {' or '.join(near)}?" if near else otherwise


def _compared(name: str) -> str:
    return _BETWEEN_WORDS.sub(" ", name).strip().casefold()
