"""What the dates and words around a certificate's name say of its time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gapcheck.lazy import late_pattern
from gapcheck.taxonomy.language.fact_words import CertificateWords
from gapcheck.text.phrases import compiled

_REGISTERED_AS = r"(?<!\w)(?:[a-z]*\d){5,}"
"""A number of a register or a licence."""


@dataclass(frozen=True, slots=True)
class Term:
    """Dates YYYY-MM or YYYY, None where not printed; `lapsed` and `in_progress` as stated in words."""

    issued: str | None = None
    expires: str | None = None
    lapsed: bool = False
    in_progress: bool = False


def proof_of_holding(words: CertificateWords) -> re.Pattern[str]:
    """What says in a plain text without dates that the person is on a register or has a licence: its number, or a word for it.

    A date to come that is printed beside it is its last day, and not that of an exam.
    """
    return late_pattern(rf"{compiled(words.rights).pattern}|{_REGISTERED_AS}")
