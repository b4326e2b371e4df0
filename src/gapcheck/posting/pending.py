"""Certificates and degrees that need not be held yet: "CPA or in progress", "able to obtain within 6 months"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gapcheck.posting.model import Statement
from gapcheck.taxonomy import OBTAINED_LATER, UNDER_WAY, Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.text.phrases import CONJUNCTION, compiled, plain, without_brackets


class PendingFinder:
    """Finds what need not be held yet. Build it once for a taxonomy; `taken_out` is pure."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        cues = taxonomy.necessity_cues
        by = compiled(cues.obtained_by).pattern
        lead = rf"(?:[\s,(]*\b{CONJUNCTION}\s+(?:(?:must\s+)?be\s+)?)?"
        self._later = re.compile(
            rf"{lead}(?:{compiled(cues.obtainable).pattern}(?:[^.;()]*?(?P<by>{by}))?|(?P<in>{by}))"
        )
        self._under_way = re.compile(rf"{lead}{compiled(cues.under_way).pattern}")
        self._enrolled = compiled(cues.enrolled)

    def taken_out(self, text: str) -> tuple[str, str]:
        """A clause, without what it accepts instead of a finished certificate or degree, which is blanked; and that, in words."""
        low = without_brackets(plain(text))
        later = self._later.search(low)
        found = later or self._under_way.search(low) or self._enrolled.search(low)
        if found is None:
            return text, ""
        start, end = found.span()
        by = (later["by"] or later["in"] or "") if later else ""
        words = f"{OBTAINED_LATER} {by}".rstrip() if later else UNDER_WAY
        return text[:start] + " " * (end - start) + text[end:], words


def with_pending(rows: Iterable[Statement], later: str) -> Iterator[Statement]:
    """The certificates of a clause; the last of several is the one that need not be held yet."""
    every = list(rows)
    yield from every[:-1]
    yield from (one.replaced(pending=later) for one in every[-1:])


pending_finder = Derived(PendingFinder)
"""The finder with the words of a taxonomy."""
