"""What a person says of a licence without its name: that it lapsed ("my registration lapsed in 2017", "kept up my PIN until 2019")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from gapcheck.document import Document
from gapcheck.facts.dates import DateParser, PrintedDate
from gapcheck.lazy import late_pattern
from gapcheck.resume.model import HeldCertificate
from gapcheck.spans import Span
from gapcheck.taxonomy.language.fact_words import CertificateWords
from gapcheck.text.phrases import compiled, plain
from gapcheck.text.sentences import sentences

_BETWEEN = r"(?:(?!\bof\b)[^.;]){0,40}?"
"""Not "the registration of a colleague lapsed"."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """`word` is what the licence is called, at `span`; `on` when it lapsed (YYYY-MM or YYYY), None if not printed."""

    word: str
    span: Span
    on: str | None


class LapseFinder:
    """Finds such statements by certificate_words.yaml. Pure after it is built."""

    def __init__(self, words: CertificateWords, dates: DateParser) -> None:
        self._dates = dates
        unnamed = compiled(tuple(dict.fromkeys(each for row in words.unnamed for each in row))).pattern
        called = rf"(?:[\w'-]+\s+){{0,2}}?(?P<word>{unnamed})"
        # Whoever writes of "the licence" behind another word may write of anybody's.
        own = rf"(?:\bmy\s+|\A\W*+){called}"
        self._own = late_pattern(own)
        self._lapsed = late_pattern(rf"{own}(?P<between>{_BETWEEN}){compiled(words.lapsed).pattern}")
        self._let_go = late_pattern(rf"{compiled(words.let_go).pattern}\s+my\s+{called}")
        self._denied = compiled(words.denied)
        self._again = compiled(words.issued)
        self._until = late_pattern(rf"{compiled(words.expires).pattern}\s+\Z")
        self._rows = tuple(map(frozenset, words.unnamed))

    def find(self, document: Document, named: Callable[[str], object], as_of: date) -> Iterator[Lapse]:
        """All of a document, in order; sentences with something that is `named` speak of that."""
        for block in document.blocks:
            for sentence in sentences(document.text, block.body):
                text = sentence.of(document.text).replace("\n", " ")
                low = plain(text)
                if not self._own.search(low) or named(text):
                    continue
                if found := self._lapse(text, low, sentence.start, f"{as_of:%Y-%m}"):
                    yield found

    def _lapse(self, text: str, low: str, start: int, today: str) -> Lapse | None:
        ended = [each for each in self._dates.find(text) if self._until.search(low, 0, each.span.start)]
        ended = [each for each in ended if _last(each) < today]
        found = self._lapsed.search(low)
        if found is not None and self._denied.search(found.group("between")):
            return None
        found = found or self._let_go.search(low) or (self._own.search(low) if ended else None)
        if found is None or self._again.search(low, found.end()):
            return None
        dates = [each for each in self._dates.find(text) if each.span.end > found.end("word")]
        on = _last(dates[0]) if dates else None
        if on is not None and on > today:
            return None
        word = Span(start + found.start("word"), start + found.end("word"))
        return Lapse(found.group("word"), word, on)

    def applied(
        self, held: Sequence[HeldCertificate], lapses: Iterable[Lapse], document: Document
    ) -> tuple[HeldCertificate, ...]:
        """The certificates; those of such a kind that are not newer have lapsed, and where there is none, one without a name has."""
        found = list(held)
        for lapse in lapses:
            meant = [at for at, each in enumerate(found) if self._is_meant(each, lapse)]
            for at in meant:
                if found[at].status in {"current", "unknown"}:
                    found[at] = replace(found[at], status="expired", expires=lapse.on)
            if not meant:
                page, name = document.page_of(lapse.span), lapse.span.of(document.text)
                found.append(HeldCertificate(None, name, "", None, lapse.on, "expired", lapse.span, page))
        return tuple(sorted(found, key=lambda each: each.span))

    def _is_meant(self, held: HeldCertificate, lapse: Lapse) -> bool:
        newer = lapse.on is not None and max(held.issued or "", held.expires or "") > lapse.on
        words = set(plain(held.name).split())
        return not newer and any(lapse.word in row and row & words for row in self._rows)


def _last(dated: PrintedDate) -> str:
    return str(dated.end or dated.start)
