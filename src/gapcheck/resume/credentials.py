"""Certificates and licences that the person names: which one, issued when, in force until when, or not held (yet)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from gapcheck.document import Document
from gapcheck.facts.certificates import CertificateMatch, certificate_finder
from gapcheck.facts.issuing_states import issuing_states
from gapcheck.outline.model import Section, SectionKind
from gapcheck.outline.resume_headings import ResumeHeadings
from gapcheck.outline.sections import Outline
from gapcheck.resume.certificate_dates import CertificateTerms
from gapcheck.resume.certificate_items import CertificateItem, CertificateItems, pieces
from gapcheck.resume.certificate_term import Term
from gapcheck.resume.driving import DrivingLines
from gapcheck.resume.model import HeldCertificate
from gapcheck.spans import Span, SpanIndex
from gapcheck.taxonomy.certifications import expiry, held_status
from gapcheck.taxonomy.model import Certification
from gapcheck.taxonomy.taxonomy import Taxonomy

_UNTRUSTED = frozenset(
    {SectionKind.REFERENCES, SectionKind.INTERESTS, SectionKind.PUBLICATIONS, SectionKind.LANGUAGES}
)
_STUDY = frozenset({SectionKind.TRAINING, SectionKind.EDUCATION})
_OF_WORK = frozenset(
    {SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEERING, SectionKind.TEACHING}
)
_LISTING = frozenset(
    {SectionKind.SKILLS, SectionKind.AWARDS, SectionKind.OTHER, SectionKind.SUMMARY, SectionKind.TRAINING}
)
"""Sections whose items may each be a certificate."""
_OF_STATUS = _STUDY | {SectionKind.SKILLS, SectionKind.OTHER}
_NAME_END = re.compile(r",\s+|\t+|\s{3,}|\s*[|•]\s*")
_LETTERS_OR_CODE = re.compile(r"[^\W\d_]{2}|\A[A-Z]\d{2}")
_MOST_WORDS = 16
_MOST_WORDS_OF_A_NAME = 8


class CredentialReader:
    """Reads the certificates of a document. Pure after it is built."""

    def __init__(
        self,
        document: Document,
        taxonomy: Taxonomy,
        terms: CertificateTerms,
        headings: ResumeHeadings,
        as_of: date,
    ) -> None:
        self._document = document
        self._finder = certificate_finder(taxonomy)
        self._terms = terms
        self._headings = headings
        self._as_of = as_of
        self._known, self._states = taxonomy.certifications, issuing_states(taxonomy)
        self._driving = DrivingLines(taxonomy.certificate_words, self._finder, terms)
        self._cut = CertificateItems(document, self._finder, terms, headings)

    def read(self, outline: Outline) -> tuple[HeldCertificate, ...]:
        """All certificates in order of the text; one that is named twice counts once, with its dates."""
        found: list[HeldCertificate] = []
        for section in outline.sections:
            kinds = outline.kinds_of(section)
            if SectionKind.CERTIFICATIONS in kinds:
                free = kinds[0] is SectionKind.CERTIFICATIONS
                for item in self._cut.of_section(section, free=free):
                    # a section that is one by its items only may hold others
                    own = section.sure == 1.0 or self._terms.is_dated_name(item.text)
                    found += self._held(item if own else replace(item, free=False))
        for section in outline.sections:
            if SectionKind.CERTIFICATIONS not in outline.kinds_of(section):
                trained = list(self._trained(section))
                known = SpanIndex((held.span, held) for held in trained)
                found += trained
                found += [held for held in self._elsewhere(section) if not known.overlapping(held.span)]
        found = self._with_driving(found)
        return tuple(sorted(_once(found, self._states_of), key=lambda held: held.span))

    def _with_driving(self, found: list[HeldCertificate]) -> list[HeldCertificate]:
        """All, with a licence to drive that is named by a heading or label only, instead of what else its line was taken for."""
        for line in self._driving.read(self._document):
            if any(held.id == line.known.id for held in found):
                continue
            found = [held for held in found if not held.span.overlaps(line.span)]
            name = line.span.of(self._document.text)
            found.append(self._certificate(line.known, name, Term(in_progress=line.pending), line.span.start))
        return found

    def _states_of(self, held: HeldCertificate) -> frozenset[str]:
        """The states that issued a licence, as its line prints them: that of another state is another licence."""
        known, text = self._known.get(held.id or ""), self._document.text
        if known is not None and known.kind != "licence":
            return frozenset()
        start, end = text.rfind("\n", 0, held.span.start) + 1, text.find("\n", held.span.end)
        return self._states.printed(text[start : end if end >= 0 else len(text)], held.span.of(text))

    def _trained(self, section: Section) -> Iterator[HeldCertificate]:
        """Courses with a date or state of their own, where training is listed that is no part of a degree."""
        if section.kind is SectionKind.TRAINING and not self._terms.names_coursework(section.title):
            for item in self._cut.of_section(section, free=True):
                if self._terms.is_dated_name(item.text) or self._terms.is_pending_name(item.text):
                    yield from self._held(item)

    def _held(self, item: CertificateItem) -> Iterator[HeldCertificate]:
        issued = self._terms.first_issued(item.text)
        found = _distinct(self._finder.find(item.text, issued), item.text)
        matches = [m for m in found if not self._terms.is_denied(item.text, m.span.start, m.span.end)]
        if (found and not matches) or self._terms.is_only_wished(item.text):
            return
        if len(matches) > 1:
            yield from self._several(item, matches)
            return
        term = self._terms.read(item.text, self._as_of, matches[0].certification if matches else None)
        if matches and not self._terms.has_failed(item.text, matches[0].span, item.text):
            start, name = _name_around(item.text, matches[0].span, self._terms)
            yield self._certificate(matches[0].certification, name, term, item.span.start + start)
        elif not matches and (free := self._free_name(item)):
            start, name, issuer = free
            yield replace(self._certificate(None, name, term, item.span.start + start), issuer=issuer)

    def _several(
        self, item: CertificateItem, matches: Sequence[CertificateMatch]
    ) -> Iterator[HeldCertificate]:
        """Certificates of one line: each with the dates up to the next one, or all with those at the end."""
        every = self._told_of(item.text, matches)
        for number, (match, (text, told)) in enumerate(zip(matches, every, strict=True)):
            if self._terms.has_failed(item.text, match.span, text):
                continue
            joined = number + 1 < len(matches) and self._terms.joins(text)
            name = item.text[match.span.start : matches[number + 1].span.end] if joined else match.surface
            term = self._terms.read(told, self._as_of, match.certification)
            yield self._certificate(match.certification, name, term, item.span.start + match.span.start)

    def _told_of(self, text: str, matches: Sequence[CertificateMatch]) -> list[tuple[str, str]]:
        """What is behind each of several names, and what of the text tells its dates: that, or what is told of all."""
        ends = [match.span.start for match in matches[1:]] + [len(text)]
        texts = [text[match.span.end : end] for match, end in zip(matches, ends, strict=True)]
        own = any(self._terms.dates_in(part) or self._terms.states(part) for part in texts[:-1])
        shared = "" if own else texts[-1]
        opening = text[: matches[0].span.start]
        if not self._terms.dates_in("".join(texts)) and self._terms.dates_in(opening):
            shared = opening + texts[-1]
        return [(part, shared or part) for part in texts]

    def _free_name(self, item: CertificateItem) -> tuple[int, str, str] | None:
        """Offset, name and issuer of a certificate that the catalogue does not have; None for other lines."""
        start, name = self._terms.name_in(item.text)
        words = name.split()
        if not 1 <= len(words) <= _MOST_WORDS or not _LETTERS_OR_CODE.search(name):
            return None
        after = item.text[start + len(name) :]
        if (
            name[:1].islower()
            or (re.match(r"\s*:", after) and not self._terms.states(after))
            or self._terms.denies(item.text)
            or self._terms.has_failed(item.text, Span(start, start + len(name)), item.text)
            or self._terms.is_denied(item.text, start + len(name), start + len(name))
        ):
            return None
        told = self._terms.has_name(name) or self._terms.states(item.text) or self._terms.dates_in(item.text)
        if ": " in name and not told:
            return None  # a label and a text
        if self._headings.name(item.text) is not None:
            return None
        if self._terms.is_no_name(name) or not (item.free or self._terms.has_name(name)):
            return None
        parts = [part.strip(" .,()–—-") for part in _NAME_END.split(item.text[start + len(name) :])]
        issuer = next((part for part in parts if part[:1].isupper() and not re.search(r"\d", part)), "")
        return start, name, "" if self._terms.states(issuer) else issuer

    def _certificate(
        self, known: Certification | None, name: str, term: Term, start: int, *, aspired: bool = False
    ) -> HeldCertificate:
        span = Span(start, start + len(name))
        expires = term.expires or (expiry(known, term.issued) if known is not None and term.issued else None)
        pending = aspired or (term.in_progress and term.issued is None)
        issued, ends = term.issued, term.expires
        status = held_status(known, self._as_of, issued=issued, expires=ends, in_progress=pending)
        if term.lapsed and status in {"current", "unknown"}:
            status = "expired"
        return HeldCertificate(
            known.id if known else None,
            _clean(name),
            known.provider if known else "",
            term.issued,
            expires,
            status,
            span,
            self._document.page_of(span),
            known.topics if known else (),
        )

    def _elsewhere(self, section: Section) -> Iterator[HeldCertificate]:
        """Certificates named outside of their own section: only where the words can mean nothing else."""
        text, blocks = self._document.text, self._document.blocks
        first, last = (
            bisect_left(blocks, edge, key=lambda block: block.body.start)
            for edge in (section.body.start, section.body.end)
        )
        joined = self._headings.names_memberships(section.title)
        for block in blocks[first:last]:
            listed = self._cut.listed(block.body, within=False)
            for part in listed:
                yield from self._held(CertificateItem(part, part.of(text).replace("\n", " "), free=True))
            parts = [] if listed else [*pieces(block.body, text)]
            among = section.kind in _OF_WORK and not block.marker and any(map(self._tells_one, parts))
            for piece in parts:
                plain = piece.of(text).replace("\n", " ")
                matches = self._finder.find(plain)
                alone = not block.marker and self._stands_alone(section, plain, matches)
                every = self._told_of(plain, matches) if len(matches) > 1 else [(plain, plain)] * len(matches)
                apart = len(matches) > 1 and all(own == told for own, told in every)
                for match, (own, told) in zip(matches, every, strict=True):
                    if self._terms.has_failed(plain, match.span, own):
                        continue
                    if alone or self._counts(section, plain, match, among=among):
                        before = plain[: match.span.start]
                        before = re.split(r"[,;]", before)[-1] if apart else before
                        aspired = section.kind is SectionKind.GOALS or self._terms.wished_before(before)
                        yield self._named_elsewhere(piece, plain, match, told, aspired=aspired)
                if matches or section.kind in _UNTRUSTED:
                    continue
                formed: list[HeldCertificate] = []
                if section.kind not in _OF_WORK:
                    formed += self._by_form(piece, plain, trained=section.kind is SectionKind.TRAINING)
                formed = formed or list(self._in_words(section, piece, plain))
                if not formed and (among or (section.kind in _OF_STATUS and not joined)):
                    formed += self._by_shape(piece, plain)
                yield from formed

    def _stands_alone(self, section: Section, plain: str, matches: Sequence[CertificateMatch]) -> bool:
        """Whether a line below jobs, languages or interests names nothing but licences and how they are held, and no job."""
        if section.kind not in _OF_WORK | _UNTRUSTED or section.kind is SectionKind.PUBLICATIONS:
            return False
        if not any(each.certain for each in matches) or self._terms.is_title(plain):
            return False
        rest = plain
        for each in matches:
            if self._terms.is_denied(plain, each.span.start, each.span.end):
                return False
            rest = rest[: each.span.start] + " " * len(each.span) + rest[each.span.end :]
        return self._terms.only_terms(rest)

    def _tells_one(self, piece: Span) -> bool:
        """Whether a sentence opens with a certificate and says how it is held, as those beside it then may be named."""
        plain = piece.of(self._document.text).replace("\n", " ")
        first = next(iter(self._finder.find(plain)), None)
        opens = first is not None and len(first.surface.split()) > 1 and first.span.start == 0
        return opens and self._terms.dated_state(plain)

    def _counts(self, section: Section, plain: str, match: CertificateMatch, *, among: bool) -> bool:
        """Whether a name outside of the certificates' own section is one that the person holds.

        `among`: it is in a line that tells of certificates, though below a job.
        """
        if self._terms.is_only_wished(plain):
            return False
        earned = self._terms.earned_before(plain[: match.span.start])
        dated = self._terms.dated_state(plain[match.span.end :])
        if section.kind in _UNTRUSTED:
            return match.certain and dated
        whole = len(match.surface.split()) > 1 and plain[: match.span.start].strip(" •·–—-(") == ""
        if section.kind in _OF_WORK:
            has = self._terms.held_before(plain[: match.span.start])
            denied = has and self._terms.is_denied(plain, match.span.start, match.span.end)
            dated |= among and bool(self._terms.dates_in(plain))
            return (match.certain and (earned or (has and not denied))) or (whole and dated)
        if self._terms.is_denied(plain, match.span.start, match.span.end):
            return False
        letters = section.kind is SectionKind.HEADER and _is_postnominal(plain, match)
        # a course by its name alone may be any course; with a date of its own it was taken and finished
        studied = section.kind in _STUDY and bool(self._terms.dates_in(plain))
        labelled = self._terms.is_labelled(plain[: match.span.start])
        labelled |= self._terms.is_held_by(plain[: match.span.start], plain[match.span.end :])
        return match.certain or letters or labelled or (whole and (dated or studied))

    def _named_elsewhere(
        self, piece: Span, plain: str, match: CertificateMatch, told: str, *, aspired: bool
    ) -> HeldCertificate:
        term = self._terms.read(told, self._as_of, match.certification)
        start, name = match.span.start, match.surface
        if len(plain.split()) <= _MOST_WORDS:
            start, name = _name_around(plain, match.span, self._terms)
        return self._certificate(match.certification, name, term, piece.start + start, aspired=aspired)

    def _in_words(self, section: Section, piece: Span, plain: str) -> Iterator[HeldCertificate]:
        """Certificates that are named by such a word in a list, in education, or behind "earned", "obtained"."""
        if section.kind in _STUDY:
            plain = piece.of(self._document.text).replace("\n", "\t")
        for start, name in self._terms.named_in(plain):
            before = plain[:start]
            opens = not re.search(r"\w", _NAME_END.split(before)[-1])
            listed = opens and section.kind in _LISTING
            if self._terms.wished_before(before) or len(name.split()) > _MOST_WORDS_OF_A_NAME + 1:
                continue
            if listed or section.kind in _STUDY or self._terms.earned_before(before):
                term = self._terms.read(plain[start:] if section.kind in _STUDY else "", self._as_of)
                yield self._certificate(None, name, term, piece.start + start)

    def _by_shape(self, piece: Span, plain: str) -> Iterator[HeldCertificate]:
        """A short line "X Y card, 2018" where studies, or whatever else the person has, are listed."""
        if len(plain.split()) > _MOST_WORDS or not (
            self._terms.is_shaped(plain) and self._terms.is_dated_name(plain)
        ):
            return
        start, name = self._terms.name_in(plain)
        if name[:1].isupper() and 1 < len(name.split()) <= _MOST_WORDS_OF_A_NAME:
            yield self._certificate(None, name, self._terms.read(plain, self._as_of), piece.start + start)

    def _by_form(self, piece: Span, plain: str, *, trained: bool) -> Iterator[HeldCertificate]:
        """A short line "Certified X Y, expired 2018", whatever the section; of training, also a course with its state."""
        if not (self._terms.opens_with_name(plain) or trained) or len(plain.split()) > _MOST_WORDS:
            return
        start, name = self._terms.name_in(plain)
        if trained and (not name[:1].isupper() or re.match(r"\s*:", plain[start + len(name) :])):
            return
        named = 1 < len(name.split()) <= _MOST_WORDS_OF_A_NAME
        if named and self._terms.dated_state(plain[start + len(name) :]):
            yield self._certificate(None, name, self._terms.read(plain, self._as_of), piece.start + start)


def _distinct(matches: Iterable[CertificateMatch], text: str) -> list[CertificateMatch]:
    """Without a second name of the same certificate ("... Administrator (CKA)"); a closer one in brackets wins."""
    kept: list[CertificateMatch] = []
    for match in matches:
        last = kept[-1] if kept else None
        if any(each.certification.id == match.certification.id for each in kept):
            continue
        between = text[last.span.end : match.span.start] if last is not None else ""
        if last is not None and between.rstrip().endswith("(") and not re.search(r"[,;/]", between):
            kept[-1] = replace(match, span=Span(last.span.start, match.span.end))
        else:
            kept.append(match)
    return kept


def _name_around(text: str, match: Span, terms: CertificateTerms) -> tuple[int, str]:
    """The name as printed: the part between commas that holds the catalogue's name, without dates."""
    breaks = [found.span() for found in _NAME_END.finditer(text)]
    start = max((end for _, end in breaks if end <= match.start), default=0)
    stop = min((begin for begin, _ in breaks if begin >= match.end), default=len(text))
    offset, name = terms.name_in(text[start:stop])
    begin, end = start + offset, start + offset + len(name)
    if not begin <= match.start < match.end <= end:
        return match.start, match.of(text)
    if terms.earned_before(text[begin : match.start]) or terms.held_before(text[begin : match.start]):
        begin = match.start  # "Renewed my ..."
    if terms.is_filler(text[match.end : end]):
        end = match.end
    return begin, text[begin:end]


def _is_postnominal(text: str, match: CertificateMatch) -> bool:
    """Whether letters follow a comma, as after a person's name; behind a town, two of them are its state."""
    before = text[: match.span.start].rstrip()
    letters = match.surface.split(" ")[0]
    return letters.isupper() and len(match.surface) > 2 and before.endswith(",")


def _once(
    found: Iterable[HeldCertificate], states_of: Callable[[HeldCertificate], frozenset[str]]
) -> Iterable[HeldCertificate]:
    """One row a certificate, and a state that issued it: that in force, else that with the latest dates.

    Where no state is printed, it is one of those that are known.
    """
    best: dict[object, dict[frozenset[str], HeldCertificate]] = {}
    for states, held in sorted(((states_of(each), each) for each in found), key=lambda each: not each[0]):
        rows = best.setdefault(held.id or held.name.casefold(), {})
        key = states if states or not rows else next(iter(rows))
        before = rows.get(key)
        if before is None or _dating(held) > _dating(before):
            rows[key] = held if before is None else replace(held, span=held.span)
    return [held for rows in best.values() for held in rows.values()]


def _dating(held: HeldCertificate) -> tuple[bool, bool, str, str]:
    return held.status != "in_progress", held.status == "current", held.expires or "", held.issued or ""


def _clean(text: str) -> str:
    plain = " ".join(text.split()).strip(" .,;:–—-")
    return plain + ")" if plain.count("(") > plain.count(")") else plain
