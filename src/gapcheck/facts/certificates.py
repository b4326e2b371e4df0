"""Certificates that a text names, on resumes and in job documents: by full name, alias or exam code.

Printed names vary in the issuer ("AWS", "Amazon"), in "Certified" and "Certification", and in dashes; the edition
is often left out. So names are compared word by word without these, the longest name wins, and among editions of
one name the issue date decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from gapcheck.lazy import late_pattern
from gapcheck.spans import Span
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.enums import Kind
from gapcheck.taxonomy.language.fact_words import CertificateWords
from gapcheck.taxonomy.model import Certification, Requirement
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.once_a_document import once_a_document
from gapcheck.text.phrases import alternation, compiled, plain

_TOKEN = re.compile(r"[^\W_]+(?:\+(?![A-Z]\b))*")
_STOP = re.compile(r"[.!?](?=\s|$)|[;•|]")
_EDITION = re.compile(r"\([^)]*\d[^)]*\)\s*$")
_PARENTHESIS = re.compile(r"\s*\([^)]*\)\s*$")
_PROVIDER_PARTS = re.compile(r"\s*[()]\s*")
_ABBREVIATED = re.compile(r"\b[A-Z]{2,6}\s+\Z")
_CAPITALS = re.compile(r"[A-Z]{2,5}")
_STEP = re.compile(r"[ -](?:[A-Z]|\d{1,2}|I{1,3}|IV)\b")
_SHORT_NAME = re.compile(r"(?=\w*[A-Z]\w*[A-Z])[A-Z]\w{1,4}\b")
_NUMBER = re.compile(r"[\s:#]{1,3}(?=[A-Z]{0,4}\d)[A-Z\d]{5,9}\b(?<=\d\d.)")
"""A number of a register: 14A0231E, OT12345."""
_LETTERED_NUMBER = re.compile(r"[^;|\n]{0,24}?\b(?P<letters>[A-Z]{2,4})\d{6,10}\b")
"""Such a number with letters that say whose register it is, behind the name of an agency: NMW0001234567."""
_SURE_LENGTH = 3
"""A name with more words than this, or an abbreviation with more letters, hardly means anything else."""
_AROUND = 20
"""Characters in which a word like "certified" is looked for on either side of a name."""
_NEAR = 80
"""Characters in which an issuer is looked for on either side of a name."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CertificateMatch:
    """A certificate named in a text. `span` is in that text.

    `certain`: the words can hardly mean anything else (an exam code, the issuer or "certified" is beside them).
    The others ("Associate Cloud Engineer") are only a certificate where a list of certificates is expected.
    """

    certification: Certification
    span: Span
    surface: str
    certain: bool


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One way to write a certificate's name, as words in lower case."""

    words: Words
    id: str
    certain: bool
    cased: str = ""
    needs_issuer: bool = False
    needs_number: bool = False
    code: bool = False

    @property
    def confidence(self) -> tuple[bool, bool]:
        return not (self.needs_issuer or self.needs_number), self.certain


class _Word(NamedTuple):
    text: str
    start: int
    end: int


class CertificateFinder:
    """The names of a catalogue and certificate_words.yaml, compiled. Pure after it is built."""

    def __init__(self, certifications: Iterable[Certification], words: CertificateWords) -> None:
        self._known = {one.id: one for one in certifications}
        self._spellings = _Spellings(self._known.values(), words)
        self._by_letters = {
            (each, letters): one.id
            for one in self._known.values()
            for letters in one.number_letters
            for each in one.proves
        }
        self._fillers, self._certify = frozenset(words.fillers), frozenset(words.certify)
        self._words = compiled((*words.names, *words.asked))
        self._weak, self._strengthening = compiled((*words.weak, *words.named)), compiled(words.strengthening)
        self._named, self._says_little = compiled(words.named), frozenset(words.says_little)
        self._step = re.compile(rf"(?i:\b{alternation(words.steps)})\Z")
        self._unasked = re.compile(rf"\s*{compiled(words.unasked_before).pattern}")
        self._proof_of = late_pattern(
            rf"\b{alternation(words.proofs)}\s+of\s+(?:{alternation(words.says_little)}\s+)*\Z"
        )
        abbreviations = sorted(words.abbreviations, key=lambda each: (-len(each), each))
        self._abbreviations = re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, abbreviations)) or '(?!)'})(?!\w)"
        )

    @once_a_document
    def find(self, text: str, issued: str | None = None) -> tuple[CertificateMatch, ...]:
        """All certificates of the catalogue that `text` names, in order; the longest name where they overlap.

        `issued` (YYYY, YYYY-MM or YYYY-MM-DD) picks the edition where several share a name, otherwise the earliest.
        """
        plain_words = [
            _Word(m.group().casefold(), m.start(), m.end())
            for m in _TOKEN.finditer(text)
            if m.group().casefold() not in self._fillers
        ]
        bare = [word for word in plain_words if word.text not in self._certify]
        present = frozenset(word.text for word in plain_words)
        hits = [
            *self._hits(text, plain_words, self._spellings.full, present),
            *self._hits(text, bare, self._spellings.bare, present),
        ]
        hits.sort(key=lambda hit: (-hit[0], hit[1].start))
        chosen: list[tuple[Span, list[_Spelling]]] = []
        for _, span, name in hits:
            for other, names in chosen:
                if other == span:
                    names.append(name)
                if other.overlaps(span):
                    break
            else:
                chosen.append((span, [name]))
        found = []
        for place, names in sorted(chosen, key=lambda each: each[0]):
            span = self._with_step(text, place)
            name = self._best(names, present, issued)
            within = any(each.certain and each.id == name.id and at in place for _, at, each in hits)
            certain = name.certain or within or self._certified_near(text, span)
            known = self._known[self._by_number(text, span, name.id)]
            found.append(CertificateMatch(known, span, span.of(text), certain))
        return tuple(found)

    def _by_number(self, text: str, span: Span, certification: str) -> str:
        """The register that the number behind the name of an agency is of; else what the name says."""
        number = _LETTERED_NUMBER.match(text, span.end)
        return self._by_letters.get((certification, number["letters"] if number else ""), certification)

    def _with_step(self, text: str, name: Span) -> Span:
        """A name with the letter or number of its last word, which may be a small word elsewhere: "Class A"."""
        step = self._step.search(text, name.start, name.end)
        letter = _STEP.match(text, name.end) if step else None
        return Span(name.start, letter.end()) if letter else name

    def abbreviations(self, text: str) -> tuple[Span, ...]:
        """Places of common abbreviations, whether or not the catalogue has them (RN, HGV)."""
        return tuple(Span(*match.span()) for match in self._abbreviations.finditer(text))

    def is_issuer(self, name: str, known: Iterable[CertificateMatch]) -> bool:
        """Whether a name is that of an issuer of the catalogue, or has only words of the one of these certificates."""
        words = frozenset(word.casefold() for word in _TOKEN.findall(name)) - self._fillers
        return self._spellings.is_provider(words, (match.certification.id for match in known))

    def word(self, text: str) -> Span | None:
        """The first word like "certificate" or "licence"."""
        found = self._words.search(plain(text))
        return Span(*found.span()) if found else None

    def asks(self, text: str) -> bool:
        """Whether a word of a text asks for a certificate by itself, and does not only describe ("accredited school")."""
        return any(self._is_asked_by(text, Span(*m.span())) for m in self._words.finditer(plain(text)))

    def _is_asked_by(self, text: str, word: Span) -> bool:
        low = plain(text)
        if self._unasked.match(low, word.end) or self._proof_of.search(
            low, max(word.start - _NEAR, 0), word.start
        ):
            return False
        if not self._weak.fullmatch(word.of(low)):
            return True
        before = low[max(word.start - _NEAR, 0) : word.start].split()[-1:]
        named = self._named.fullmatch(word.of(low)) and not self._says_little.issuperset(before)
        return bool(named or self._strengthening.search(low) or _ABBREVIATED.search(text[: word.start]))

    def _hits(
        self, text: str, words: list[_Word], index: Mapping[str, list[_Spelling]], present: frozenset[str]
    ) -> Iterator[tuple[int, Span, _Spelling]]:
        texts = [word.text for word in words]
        for at, word in enumerate(words):
            for name in index.get(word.text, ()):
                end = at + len(name.words)
                if tuple(texts[at:end]) != name.words:
                    continue
                span = Span(word.start, words[end - 1].end)
                if name.cased and span.of(text) != name.cased:
                    continue
                if name.needs_number and not _NUMBER.match(text, span.end):
                    continue
                if not name.needs_issuer or self._issuer_near(text, span, name.id, present):
                    yield len(name.words), span, name

    def _issuer_near(self, text: str, span: Span, certification: str, present: frozenset[str]) -> bool:
        """Whether the issuer is named close by; `present` are all words of the text."""
        issuer = self._spellings.issuers[certification]
        if not present & issuer:
            return False
        before = _STOP.split(text[max(span.start - _NEAR, 0) : span.start])[-1]
        after = _STOP.split(text[span.end : span.end + _NEAR])[0]
        return any(word.group() in issuer for word in _TOKEN.finditer(f"{before} {after}".casefold()))

    def _best(self, names: list[_Spelling], present: frozenset[str], issued: str | None) -> _Spelling:
        """Of certificates that share a name: those whose issuer is named, then the edition given at the issue date."""
        named = [name for name in names if present & self._spellings.issuers[name.id]] or names
        # the earliest edition first: the one that later ones follow
        later = {link.id for name in named for link in self._known[name.id].successors}
        ordered = sorted(named, key=lambda name: (name.id in later, name.id))
        if issued is None or any(name.code for name in ordered):
            return ordered[0]
        for name in ordered:
            if _given(self._known[name.id], issued):
                return name
        editions = self._spellings.editions_of(self._known[ordered[0].id])
        other = next((one for one in editions if _given(self._known[one], issued)), ordered[0].id)
        return replace(ordered[0], id=other)

    def _certified_near(self, text: str, span: Span) -> bool:
        around = text[max(span.start - _AROUND, 0) : span.end + _AROUND].casefold()
        return any(word.group() in self._certify for word in _TOKEN.finditer(around))


class _Spellings:
    """All ways to write the names of a catalogue, by their first word: with and without words like "certified"."""

    def __init__(self, certifications: Iterable[Certification], words: CertificateWords) -> None:
        self._fillers, self._certify = frozenset(words.fillers), frozenset(words.certify)
        self._kinds = frozenset((*words.names, *words.listed, *words.asked))
        rows = tuple(certifications)
        general = self._general = self._fillers.union(words.general_issuer_words)
        self.issuers = {
            one.id: frozenset(word.casefold() for word in _TOKEN.findall(one.provider)) - general
            for one in rows
        }
        self._providers = frozenset(
            frozenset(word.casefold() for word in _TOKEN.findall(part)) - self._fillers
            for one in rows
            for part in (one.provider, *_PROVIDER_PARTS.split(one.provider))
        )
        self._every_issuer = frozenset().union(*self.issuers.values())
        self.full: dict[str, list[_Spelling]] = defaultdict(list)
        self.bare: dict[str, list[_Spelling]] = defaultdict(list)
        self._same_name: dict[Words, list[str]] = defaultdict(list)
        for one in rows:
            self._same_name[self._words(_PARENTHESIS.sub("", one.name))].append(one.id)
            for name in self._most_certain(one):
                index = self.full if self._certify.intersection(name.words) else self.bare
                index[name.words[0]].append(name)

    def is_provider(self, words: frozenset[str], ids: Iterable[str]) -> bool:
        """Whether words are all of a provider's name, or some that tell who issues one of these, and nothing else."""
        own = (self.issuers[each] for each in ids)
        return words in self._providers or any(words & each and words <= each | self._general for each in own)

    def editions_of(self, one: Certification) -> list[str]:
        """Ids of the certificates with the same name but for the edition in brackets."""
        return self._same_name[self._words(_PARENTHESIS.sub("", one.name))]

    def _words(self, name: str) -> Words:
        words = (word.casefold() for word in _TOKEN.findall(name))
        return tuple(word for word in words if word not in self._fillers)

    def _bare(self, words: Words) -> Words:
        return tuple(word for word in words if word not in self._certify)

    def _most_certain(self, one: Certification) -> Iterable[_Spelling]:
        """All ways to write it, each once; the most certain reading of each."""
        found: dict[tuple[Words, str], _Spelling] = {}
        ways = [way for printed in self._printed(one) for way in self._ways(printed, one)]
        for name in (*ways, *self._codes(one)):
            key = (name.words, name.cased)
            # "S Endorsement" without its letter is any endorsement
            if not self._kinds.issuperset(name.words) and (
                key not in found or name.confidence > found[key].confidence
            ):
                found[key] = name
        return found.values()

    def _printed(self, one: Certification) -> Iterator[str]:
        """Name and aliases; the name also without an edition in brackets, where that still says enough."""
        yield one.name
        unbracketed = _PARENTHESIS.sub("", one.name)
        words = self._words(unbracketed)
        if len(words) > 2 or self.issuers[one.id].intersection(words):
            yield unbracketed
        yield from one.aliases

    def _ways(self, printed: str, one: Certification) -> Iterator[_Spelling]:
        """One printed name in full, without "certified", without its issuer; a name that is no alias without either."""
        words, issuer = self._words(printed), self.issuers[one.id]
        if _CAPITALS.fullmatch(printed):
            # two or three capitals are too many other things to be sure of
            yield _Spelling(words, one.id, certain=len(printed) > _SURE_LENGTH, cased=printed)
            return
        bare = self._bare(words)
        # an issuer and two words are a product or a post as well: Google Analytics, AWS Solutions Architect
        long = bool(issuer.intersection(words)) and len(words) > _SURE_LENGTH
        # nobody writes "driving licence" or "registered with the council" of anything else
        named = len(words) > 1 and not self._kinds.isdisjoint(words)
        sure = long or named or len(bare) < len(words) or bool(re.search(r"[\d+]", printed))
        yield _Spelling(words, one.id, certain=sure, code=bool(_EDITION.search(printed)))
        if len(bare) > 1 and self._every_issuer.intersection(bare):
            long = bool(issuer.intersection(bare)) and len(bare) > _SURE_LENGTH
            yield _Spelling(bare, one.id, certain=long)
        start = next((at for at, word in enumerate(words) if word not in issuer), len(words))
        if start == 0:
            return
        short = words[start:]
        sure = bool(self._certify.intersection(short)) and len(short) > _SURE_LENGTH
        for each in (short,) if printed in one.aliases else (short, self._bare(short)):
            if len(each) > 2:
                whole = sure and each == short
                yield _Spelling(each, one.id, certain=whole, needs_issuer=not whole)

    def _codes(self, one: Certification) -> Iterator[_Spelling]:
        short_name = _SHORT_NAME.match(one.name) if one.kind == "register" else None
        if short_name:
            # the body with a person's number there says that they are registered
            body = short_name.group()
            yield _Spelling((body.casefold(),), one.id, certain=True, cased=body, needs_number=True)
        code = one.exam_code or ""
        words = self._words(code)
        if not words:
            return
        if re.search(r"\d", code):
            yield _Spelling(words, one.id, certain=True, code=True)
            if len(words) > 1:
                yield _Spelling(("".join(words),), one.id, certain=True, code=True)
        else:
            # CKA, PMP: capitals only; two or three letters also need the issuer, since so many words look like them
            short = len(code) <= _SURE_LENGTH
            yield _Spelling(words, one.id, certain=False, cased=code, needs_issuer=short, code=True)


def _given(one: Certification, issued: str) -> bool:
    """Whether the edition was offered on `issued`, compared as printed (a year is in reach of all its days)."""
    start = min((d for d in (one.first_exam, one.beta_from) if d), default=None)
    size = len(issued)
    if start is not None and issued < start[:size]:
        return False
    return one.last_exam is None or bool(one.last_exam_languages) or issued[:7] <= one.last_exam[:7]


def own_licences(row: Requirement, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The skills among those of a row that are certificates which the catalogue does not have."""
    known = (taxonomy.skills[each] for each in row.skills if each in taxonomy.skills)
    return tuple(each.id for each in known if each.kind is Kind.CERTIFICATION)


def _built(taxonomy: Taxonomy) -> CertificateFinder:
    return CertificateFinder(taxonomy.certifications.values(), taxonomy.certificate_words)


certificate_finder: Derived[Taxonomy, CertificateFinder] = Derived(_built)
"""The finder for the catalogue and words of a taxonomy, compiled once."""
