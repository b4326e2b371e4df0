"""Which certificate a text names: by full name, alias or exam code, with or without the issuer.

Printed names vary in the issuer ("AWS", "Amazon"), in "Certified" and "Certification", and in dashes; the edition
is often left out. So names are compared word by word without these, the longest name wins, and among editions of
one name the issue date decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from gapcheck.spans import Span
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.model import Certification

_TOKEN = re.compile(r"[^\W_]+\+*")
_STOP = re.compile(r"[.!?](?=\s|$)|[;•|]")
_EDITION = re.compile(r"\([^)]*\d[^)]*\)\s*$")
_PARENTHESIS = re.compile(r"\s*\([^)]*\)\s*$")
_FILLER = frozenset({"the", "a", "an", "exam", "and", "of", "s"})
_CERTIFY = frozenset(
    {"certified", "certificate", "certification", "certifications", "certificates", "credential"}
)
_GENERAL = frozenset(
    [
        "academy",
        "american",
        "association",
        "board",
        "certification",
        "charter",
        "cloud",
        "college",
        "commission",
        "corporation",
        "council",
        "country",
        "deep",
        "education",
        "emergency",
        "engineering",
        "financial",
        "for",
        "formerly",
        "foundation",
        "general",
        "global",
        "group",
        "health",
        "inc",
        "institute",
        "international",
        "issuers",
        "labs",
        "learning",
        "machine",
        "national",
        "nursing",
        "online",
        "open",
        "professional",
        "program",
        "project",
        "public",
        "python",
        "registry",
        "risk",
        "safety",
        "security",
        "services",
        "several",
        "society",
        "state",
        "university",
        "web",
    ]
)
"""Words of issuers' names that say nothing of who they are."""

_NEAR = 80
"""Characters in which an issuer is looked for on either side of a name."""

Words = tuple[str, ...]


class Catalogue(Protocol):
    """Whatever holds certificates by id, such as a Taxonomy."""

    @property
    def certifications(self) -> Mapping[str, Certification]:
        """All certificates by id."""
        ...


@dataclass(frozen=True, slots=True)
class CertificateMatch:
    """A certificate named in a text. `span` is in that text.

    `certain`: the words can hardly mean anything else (an exam code, the issuer or "certified" stands with them).
    The others ("Associate Cloud Engineer") are only a certificate where a list of certificates is expected.
    """

    certification: Certification
    span: Span
    surface: str
    certain: bool


@dataclass(frozen=True, slots=True)
class _Name:
    """One way to write a certificate's name, as words in lower case."""

    words: Words
    id: str
    certain: bool
    cased: str = ""
    needs_issuer: bool = False
    code: bool = False

    @property
    def sureness(self) -> tuple[bool, bool]:
        return not self.needs_issuer, self.certain


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


class CertificateNames:
    """All names of a catalogue, looked up by their first word; built once, safe to share."""

    def __init__(self, certifications: Iterable[Certification]) -> None:
        self._known = {one.id: one for one in certifications}
        self._issuers = {one.id: issuer_words(one.provider) for one in self._known.values()}
        self._plain: dict[str, list[_Name]] = {}
        self._bare: dict[str, list[_Name]] = {}
        every = frozenset().union(*self._issuers.values()) if self._issuers else frozenset()
        self._same_name: dict[Words, list[str]] = {}
        for one in self._known.values():
            self._same_name.setdefault(_plain_name(one), []).append(one.id)
            for name in _names(one, self._issuers[one.id], every):
                certify = bool(_CERTIFY.intersection(name.words))
                place = self._plain if certify else self._bare
                place.setdefault(name.words[0], []).append(name)

    def find(self, text: str, issued: str | None = None) -> tuple[CertificateMatch, ...]:
        """All certificates that `text` names, longest first where names overlap, in order of the text."""
        words = [_Word(m.group().casefold(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
        plain = [word for word in words if word.text not in _FILLER]
        bare = [word for word in plain if word.text not in _CERTIFY]
        said = frozenset(word.text for word in plain)
        hits = [*self._hits(text, plain, self._plain, said), *self._hits(text, bare, self._bare, said)]
        hits.sort(key=lambda hit: (-hit[0], hit[1].start))
        chosen: list[tuple[Span, list[_Name]]] = []
        for _, span, name in hits:
            for other, names in chosen:
                if other == span:
                    names.append(name)
                if other.overlaps(span):
                    break
            else:
                chosen.append((span, [name]))
        found = []
        for span, names in sorted(chosen, key=lambda each: each[0]):
            name = self._best(names, said, issued)
            certain = name.certain or self._said_near(text, span)
            found.append(CertificateMatch(self._known[name.id], span, span.of(text), certain))
        return tuple(found)

    def _hits(
        self, text: str, words: list[_Word], index: Mapping[str, list[_Name]], said: frozenset[str]
    ) -> Iterable[tuple[int, Span, _Name]]:
        for at, word in enumerate(words):
            for name in index.get(word.text, ()):
                end = at + len(name.words)
                if tuple(each.text for each in words[at:end]) != name.words:
                    continue
                if name.cased and text[word.start : words[end - 1].end] != name.cased:
                    continue
                span = Span(word.start, words[end - 1].end)
                if name.needs_issuer and not self._issuer_near(text, span, name.id, said):
                    continue
                yield len(name.words), span, name

    def _issuer_near(self, text: str, span: Span, certification: str, said: frozenset[str]) -> bool:
        """Whether the issuer is named close by; `said` are all words of the text, to look no further in most cases."""
        issuer = self._issuers[certification]
        if not said & issuer:
            return False
        before = _STOP.split(text[max(span.start - _NEAR, 0) : span.start])[-1]
        after = _STOP.split(text[span.end : span.end + _NEAR])[0]
        return any(word.group() in issuer for word in _TOKEN.finditer(f"{before} {after}".casefold()))

    def _best(self, names: list[_Name], said: frozenset[str], issued: str | None) -> _Name:
        """Of certificates that share a name: those whose issuer is said, then the edition given at the issue date."""
        named = [name for name in names if said & self._issuers[name.id]] or names
        ids = {name.id for name in named}
        # the earliest edition first: the one that later ones follow
        later = {link.id for each in ids for link in self._known[each].successors}
        ordered = sorted(named, key=lambda name: (name.id in later, name.id))
        if issued is None or any(name.code for name in ordered):
            return ordered[0]
        fitting = [name for name in ordered if _given(self._known[name.id], issued)]
        if fitting:
            return fitting[0]
        editions = (
            self._known[each] for each in self._same_name.get(_plain_name(self._known[ordered[0].id]), ())
        )
        other = next((one.id for one in editions if _given(one, issued)), ordered[0].id)
        return replace(ordered[0], id=other)

    @staticmethod
    def _said_near(text: str, span: Span) -> bool:
        around = text[max(span.start - 20, 0) : span.end + 20].casefold()
        return any(word.group() in _CERTIFY for word in _TOKEN.finditer(around))


def issuer_words(provider: str) -> frozenset[str]:
    """The words by which an issuer is known: "Google Cloud" is google."""
    words = frozenset(word.casefold() for word in _TOKEN.findall(provider))
    return words - _GENERAL - _FILLER


def _given(one: Certification, issued: str) -> bool:
    """Whether the edition was offered on `issued`, compared as printed (a year is in reach of all its days)."""
    start = min((d for d in (one.first_exam, one.beta_from) if d), default=None)
    size = len(issued)
    if start is not None and issued < start[:size]:
        return False
    return one.last_exam is None or bool(one.last_exam_languages) or issued[:7] <= one.last_exam[:7]


def _plain_name(one: Certification) -> Words:
    """The name without its edition: editions of one certificate share it."""
    return _words(_PARENTHESIS.sub("", one.name))


def _words(name: str) -> Words:
    found = tuple(word.casefold() for word in _TOKEN.findall(name))
    return tuple(word for word in found if word not in _FILLER)


def _names(one: Certification, issuer: frozenset[str], every: frozenset[str]) -> Iterable[_Name]:
    """All ways to write it, each once; the surest reading of each."""
    found: dict[tuple[Words, str], _Name] = {}
    ways = [
        way
        for printed in _printed(one, issuer)
        for way in _ways(printed, one.id, issuer, every, full=printed not in one.aliases)
    ]
    for name in (*ways, *_codes(one.exam_code or "", one.id)):
        key = (name.words, name.cased)
        if name.words and (key not in found or name.sureness > found[key].sureness):
            found[key] = name
    return found.values()


def _ways(
    printed: str, identity: str, issuer: frozenset[str], every: frozenset[str], *, full: bool
) -> Iterable[_Name]:
    """One printed name in full, without "certified", without its issuer; a `full` name (no alias) without either."""
    if re.fullmatch(r"[A-Z]{2,5}", printed):
        # two or three capitals are too many other things to be sure of
        yield _Name(_words(printed), identity, certain=len(printed) > 3, cased=printed)
        return
    words = _words(printed)
    bare = _bare(words)
    # an issuer and two words are a product or a post as well: Google Analytics, AWS Solutions Architect
    long = bool(issuer.intersection(words)) and len(words) > 3
    sure = long or len(bare) < len(words) or bool(re.search(r"[\d+]", printed))
    yield _Name(words, identity, certain=sure, code=bool(_EDITION.search(printed)))
    if len(bare) > 1 and every.intersection(bare):
        yield _Name(bare, identity, certain=bool(issuer.intersection(bare)) and len(bare) > 3)
    short = _without_issuer(words, issuer)
    if short == words:
        return
    sure = bool(_CERTIFY.intersection(short)) and len(short) > 3
    for each in (short, _bare(short)) if full else (short,):
        if len(each) > 2:
            whole = sure and each == short
            yield _Name(each, identity, certain=whole, needs_issuer=not whole)


def _printed(one: Certification, issuer: frozenset[str]) -> Iterable[str]:
    """Name and aliases; the name also without an edition in brackets, where that still says enough."""
    yield one.name
    plain = _PARENTHESIS.sub("", one.name)
    words = _words(plain)
    if len(words) > 2 or issuer.intersection(words):
        yield plain
    yield from one.aliases


def _bare(words: Words) -> Words:
    return tuple(word for word in words if word not in _CERTIFY)


def _codes(code: str, identity: str) -> Iterable[_Name]:
    words = _words(code)
    if not words:
        return
    if re.search(r"\d", code):
        yield _Name(words, identity, certain=True, code=True)
        if len(words) > 1:
            yield _Name(("".join(words),), identity, certain=True, code=True)
    else:
        # CKA, PMP: capitals only; two or three letters also need the issuer, since so many words look like them
        yield _Name(words, identity, certain=False, cased=code, needs_issuer=len(code) < 4, code=True)


def _without_issuer(words: Words, issuer: frozenset[str]) -> Words:
    start = 0
    while start < len(words) and words[start] in issuer:
        start += 1
    return words[start:]


def _built(catalogue: Catalogue) -> CertificateNames:
    return CertificateNames(catalogue.certifications.values())


_names_of: Derived[Catalogue, CertificateNames] = Derived(_built)


def find_certificates(
    text: str, taxonomy: Catalogue, *, issued: str | None = None
) -> tuple[CertificateMatch, ...]:
    """All certificates of the catalogue that `text` names, in order; overlapping names: the longest only.

    `issued` (YYYY, YYYY-MM or YYYY-MM-DD) picks the edition where several share a name, otherwise the earliest.
    """
    return _names_of(taxonomy).find(text, issued)


def match_certificate(
    text: str, taxonomy: Catalogue, *, issued: str | None = None
) -> CertificateMatch | None:
    """The certificate that `text` (a line or entry of a list of certificates) names; the longest name wins."""
    found = find_certificates(text, taxonomy, issued=issued)
    return max(found, key=lambda match: (match.certain, len(match.surface), -match.span.start), default=None)
