"""Sentences that say what the candidate is or brings: "You hold a degree", "Python is second nature to you"."""

from __future__ import annotations

import re

from gapcheck.taxonomy.language.posting_words import NecessityCues
from gapcheck.text.contractions import written_out
from gapcheck.text.phrases import compiled


class CandidateClaims:
    """Tells such sentences by the words of one taxonomy, in their plain reading."""

    def __init__(self, cues: NecessityCues) -> None:
        subject = compiled(cues.addressed).pattern
        self._claim = re.compile(
            rf"\W*{subject}\s+(?:\w+ly\s+)?(?!{compiled(cues.not_claims).pattern}){compiled(cues.claims).pattern}"
        )
        self._at_ease = compiled(cues.at_ease)

    def __call__(self, low: str) -> bool:
        """Whether a clause says what the candidate is or brings."""
        written = written_out(low)
        return self._claim.match(written) is not None or self._at_ease.search(written) is not None
