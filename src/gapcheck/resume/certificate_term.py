"""What the dates and words around a certificate's name say of its time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gapcheck.facts.dates import PrintedDate
from gapcheck.lazy import late_pattern
from gapcheck.taxonomy.language.fact_words import CertificateWords
from gapcheck.taxonomy.model import Certification
from gapcheck.text.phrases import compiled, plain

_REGISTERED_AS = r"(?<!\w)(?:[a-z]*\d){5,}"
"""A number of a register or a licence."""


@dataclass(frozen=True, slots=True)
class Term:
    """Dates YYYY-MM or YYYY, None where not printed; `lapsed` and `in_progress` as stated in words."""

    issued: str | None = None
    expires: str | None = None
    lapsed: bool = False
    in_progress: bool = False


class DatesToCome:
    """Tells of what a date to come beside a certificate's name is. Pure after it is built."""

    def __init__(self, words: CertificateWords) -> None:
        self._right, self._number = compiled(words.rights), late_pattern(_REGISTERED_AS)
        self._ahead = compiled((*words.in_progress, *words.wished, *words.to_pass))

    def is_last_day(self, low: str, known: Certification | None) -> bool:
        """Whether it is the last day of a right that is held, by a plain text without dates: a licence, a place on a register.

        The text has a word for the right, or its number; that of what an exam gives may be the number of a candidate. Where it
        speaks of an exam, the date is that of the exam.
        """
        numbered = (known is None or known.kind != "exam") and self._number.search(low)
        return bool(numbered or self._right.search(low)) and not self._ahead.search(low)


def by_since(text: str, dated: PrintedDate, begin: int) -> bool:
    """Whether a date is a "since 2019": held from then on."""
    return dated.open and dated.span.start >= begin and not text[dated.span.start].isdigit()


def in_last_clause(words: re.Pattern[str], text: str) -> bool:
    """Whether words are in the last sentence of a text, or behind its last semicolon."""
    return bool(words.search(re.split(r"[.;]", plain(text))[-1]))
