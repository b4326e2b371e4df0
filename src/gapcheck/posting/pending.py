"""Certificates and degrees that need not be held yet: "CPA or in progress", "able to obtain within 6 months"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gapcheck.facts.degrees import degree_finder
from gapcheck.posting.certificates import certificate_demands
from gapcheck.posting.model import Statement
from gapcheck.spans import Span
from gapcheck.taxonomy import OBTAINED_LATER, UNDER_WAY, Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.text.phrases import CONJUNCTION, compiled, plain, without_brackets

_NEAR = 80
"""Characters between a degree and the words that somebody is enrolled for it: its field and "or" fit."""
_APART = re.compile(rf"[.;,()]|\b{CONJUNCTION}")
_AND_KEEP = re.compile(rf"\s+{CONJUNCTION}\s+\w+")
_OTHER = re.compile(r"[.;]|\band\b")


class Accepted(NamedTuple):
    """A clause without what it accepts instead of something finished, which is blanked; and that, in words."""

    text: str
    certificate: str = ""
    degree: str = ""


class PendingFinder:
    """Finds what need not be held yet. Build it once for a taxonomy; `taken_out` is pure."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        cues = taxonomy.necessity_cues
        by = compiled(cues.obtained_by).pattern
        within = compiled((*cues.obtained_by, *cues.obtained_within)).pattern
        # few blanks: what stands in brackets is blanked, and is kept
        lead = rf"(?:[,(]?\s{{0,2}}\b{CONJUNCTION}\s+(?:(?:must\s+)?be\s+)?)?"
        able = compiled(cues.able_to_obtain).pattern
        may = rf"(?P<may>(?P<able>{able})|{compiled(cues.obtainable).pattern})"
        self._later = re.compile(rf"{lead}(?:{may}(?:[^.;()]*?(?P<by>{within}))?|(?P<in>{by}))")
        again = compiled(cues.it_again).pattern
        self._it = re.compile(rf"\s*(?:\Z|[,;:.()/]|{again}|{within})")
        self._held_already = compiled(cues.held_already)
        self._under_way = re.compile(rf"{lead}{compiled(cues.under_way).pattern}")
        self._enrolled = compiled(cues.enrolled)
        self._certificates, self._degrees = certificate_demands(taxonomy), degree_finder(taxonomy)

    def taken_out(self, text: str) -> Accepted:
        """What a clause accepts instead of a finished certificate or degree."""
        low = without_brackets(plain(text))
        for later in self._later.finditer(low):
            if self._may_be_obtained(text, low, later):
                by = later["by"] or later["in"] or ""
                # what stands between both is the certificate itself
                said = later.end("may") if later["may"] else later.end()
                rest = _blanked(text, Span(later.start(), said))
                if later["by"]:
                    rest = _blanked(rest, Span(*later.span("by")))
                return Accepted(rest, f"{OBTAINED_LATER} {by}".rstrip())
        if found := self._under_way.search(low):
            return Accepted(_blanked(text, Span(*found.span())), UNDER_WAY, UNDER_WAY)
        for found in self._enrolled.finditer(low):
            if self._is_of_degree(low, found, rest := _blanked(text, Span(*found.span()))):
                return Accepted(rest, degree=UNDER_WAY)
        return Accepted(text)

    def _may_be_obtained(self, text: str, low: str, found: re.Match[str]) -> bool:
        """Whether it is a certificate that may be obtained, and not trust, loads or what somebody has held for long."""
        if self._held_already.match(low[found.end() :]):
            return False
        if not found["able"]:
            return True
        keep = _AND_KEEP.match(low, found.end("able"))  # "obtain and maintain"
        start = keep.end() if keep else found.end("able")
        if self._it.match(low, start):
            return True
        apart = _APART.search(low, start)
        return self._certificates.asked(text[start : apart.start() if apart else None]) is not None

    def _is_of_degree(self, low: str, found: re.Match[str], rest: str) -> bool:
        """Whether what somebody is enrolled for is a degree: no "and" stands between both."""
        return any(
            len(between) <= _NEAR and not _OTHER.search(between)
            for each in self._degrees.find_asked(rest)
            for between in (
                low[found.end() : each.start] if each.start >= found.end() else low[each.end : found.start()],
            )
        )


def _blanked(text: str, at: Span) -> str:
    return text[: at.start] + " " * len(at) + text[at.end :]


def with_pending(rows: Iterable[Statement], later: str) -> Iterator[Statement]:
    """The rows of a clause's certificates; `later`, if anything, is accepted for the last, beside which it is said."""
    every = list(rows)
    yield from every[:-1]
    yield from (one.replaced(pending=later) for one in every[-1:])


pending_finder = Derived(PendingFinder)
"""The finder with the words of a taxonomy."""
