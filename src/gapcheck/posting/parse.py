"""Document -> JobPosting: every part read for what it asks, each thing with its quote, place, cue and rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gapcheck.document import Document
from gapcheck.facts.degrees import degree_finder
from gapcheck.facts.durations import durations
from gapcheck.matching import SkillMatcher
from gapcheck.outline.model import SILENT, PartKind
from gapcheck.outline.posting_words import posting_vocabulary
from gapcheck.posting.certificates import papers
from gapcheck.posting.education import schooling
from gapcheck.posting.facts import career_levels, listed_titles, outlook, role_titles, specialties
from gapcheck.posting.items import IN_HOUSE
from gapcheck.posting.model import JobPosting, Statement
from gapcheck.posting.named import Named
from gapcheck.posting.necessity import Asking, Cue, asking, asks_nothing, cue_of
from gapcheck.posting.other_ways import with_other_way
from gapcheck.posting.parts import Part
from gapcheck.posting.rows import OF_WHAT, Place, Rows
from gapcheck.posting.sections import parts_of
from gapcheck.posting.statements import clauses, quote
from gapcheck.posting.titles import Title, TitleFinder
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Logic, Necessity, Taxonomy
from gapcheck.taxonomy.language.necessity_cues import NecessityCues
from gapcheck.text.phrases import compiled, plain
from gapcheck.text.sentences import sentences

_LABEL = re.compile(r"\s*(?P<label>[^:.;()\n]{2,60}?)\s*:\s+(?=\S)")
_IN_USE = re.compile(
    r"\b(?:we|they)(?: \w+ly)? (?:use|run|work with|build on)\b|\b(?:they're|we're|currently|all) on\b|\b(?:tech|technology|our|the) stack\b"
    r"|\bwhat runs\b|\b(?:our|current) (?:tools|toolbox|technolog\w+)\b|\bwork in\b|\A[^\n]*\bstack\b"
)
"""Says what is in use, and so is mentioned."""


def parse(document: Document, taxonomy: Taxonomy, matcher: SkillMatcher) -> JobPosting:
    """What a job document asks for, with titles, levels, specialties and facts that it states."""
    cues = taxonomy.necessity_cues or NecessityCues()
    finder = TitleFinder(cues, taxonomy)
    parts = parts_of(
        document, posting_vocabulary(taxonomy), lambda text: (each.span for each in finder.find(text))
    )
    titled = {part: finder.find(part.span.of(document.text)) for part in parts}
    reader = _Reader(document, taxonomy, cues, parts, titled, matcher)
    titles, related = role_titles(document, parts, titled, taxonomy, finder)
    statements = reader.statements(titles)
    names = dict.fromkeys((*titles, *listed_titles(parts, titled)))
    return JobPosting(
        name=document.name,
        titles=tuple(names),
        statements=statements,
        related_titles=tuple(each for each in related if each not in names),
        career_levels=career_levels(document, parts, titled),
        specialties=specialties(document, parts, taxonomy),
        facts=outlook(document, parts),
    )


class _Reader:
    """Reads the statements of one document."""

    def __init__(
        self,
        document: Document,
        taxonomy: Taxonomy,
        cues: NecessityCues,
        parts: Sequence[Part],
        titled: dict[Part, tuple[Title, ...]],
        matcher: SkillMatcher,
    ) -> None:
        self._document = document
        self._text = document.text
        self._taxonomy = taxonomy
        self._cues = cues
        self._parts = parts
        self._titled = titled
        self._named = Named(document, parts, titled, matcher, taxonomy)
        self._rows = Rows(document, taxonomy, cues, self._named)

    def statements(self, titles: Sequence[str]) -> tuple[Statement, ...]:
        """All of the document, in order."""
        found: list[Statement] = []
        certificate_heading = False
        for part in self._parts:
            if part.is_heading:
                certificate_heading = False
            if part.kind is PartKind.CERTIFICATIONS:
                rows = self._catalogue(part, detail=certificate_heading)
                certificate_heading = certificate_heading or (not part.bullet and bool(rows))
                found += rows
            elif part.kind not in SILENT and not part.is_heading:
                low = plain(part.span.of(self._text))
                rows = list(self._part(part, titles))
                other = with_other_way(found, rows, low, self._taxonomy) if re.match(r"or\b", low) else None
                found = other if other is not None else [*found, *rows]
        return tuple(sorted(found, key=lambda each: (each.span.start, each.span.end)))

    # ------------------------------------------------------------ certificates in a catalogue
    def _catalogue(self, part: Part, *, detail: bool) -> list[Statement]:
        """Certificates that a document lists: preferred when its introduction recommends them, else mentioned."""
        text = part.span.of(self._text)
        item = (
            part.bullet
            or part.is_heading
            or (len(text.split()) <= 12 and not text.rstrip().endswith((".", ":")))
        )
        if not item:
            return [] if detail else list(self._part(part, ()))
        first = sentences(self._text, part.span)[0]
        found = papers(first.of(self._text), self._taxonomy, self._cues, expected=True)
        if found is None or (not part.bullet and not (found.ids or re.search(r"certifi", plain(text)))):
            return []
        if not part.bullet and not part.introduction:
            return []
        cue = cue_of(plain(part.introduction), self._cues) if part.introduction else None
        necessity = cue.necessity if cue else Necessity.MENTIONED
        return [
            Statement(
                quote=quote(first.of(self._text)),
                span=first,
                line=self._document.line_number(first.start),
                kind=Kind.CERTIFICATION,
                necessity=necessity,
                logic=Logic.ANY_OF,
                open=True,
                certifications=found.ids,
                topics=self._named.skills(part.span),
                cue=cue.span.of(plain(part.introduction)) if cue else "",
                rule="heading" if cue else "document",
                terms=() if found.ids else (quote(first.of(self._text)).rstrip("."),),
            )
        ]

    # ------------------------------------------------------------ a part
    def _part(self, part: Part, titles: Sequence[str]) -> Iterator[Statement]:
        body, label, part = self._labelled(part)
        scope = self._scope(part, titles)
        if part.kind is PartKind.LEVELS and not scope:
            scope = "mid"
        title_skills = self._named.skills(label) if label else ()
        asked: list[Statement] = []
        for at, sentence in enumerate(sentences(self._text, body)):
            asked = self._joined(asked, list(self._sentence(sentence, part, scope, first=at == 0)), sentence)
        if label and title_skills and asked:
            named = {s for row in asked for s in (*row.skills, row.head)}
            rest = tuple(dict.fromkeys(s for s in title_skills if s not in named))
            first = next((row for row in asked if row.necessity is not Necessity.MENTIONED), None)
            if rest and first is not None:
                yield replace(
                    first,
                    kind=self._rows.kind_of(rest),
                    logic=Logic.ALL_OF,
                    open=False,
                    head=None,
                    skills=rest,
                    terms=(),
                    min_months=None,
                    min_count=None,
                    under=False,
                )
        yield from asked

    def _joined(self, asked: list[Statement], rows: list[Statement], sentence: Span) -> list[Statement]:
        """The rows of a part with those of its next sentence, which may only offer another way."""
        low = plain(sentence.of(self._text))
        return with_other_way(asked, rows, low, self._taxonomy) or [*asked, *rows]

    def _labelled(self, part: Part) -> tuple[Span, Span | None, Part]:
        """A part without the label before its colon; the label's span where it names skills itself."""
        text = part.span.of(self._text)
        match = _LABEL.match(text)
        if match is None:
            return part.span, None, part
        low = plain(match.group("label")).strip()
        rest = Span(part.span.start + match.end(), part.span.end)
        if low in self._cues.labels:
            kind = PartKind.PREFERRED if compiled(self._cues.preferred).search(low) else part.kind
            if re.match(r"(?:required|must have|essential|minimum)\b", low):
                kind = PartKind.REQUIRED
            return (
                rest,
                None,
                replace(
                    part,
                    span=rest,
                    kind=kind,
                    bullet=part.bullet
                    or (low in self._cues.labels and part.kind in {PartKind.REQUIRED, PartKind.PREFERRED}),
                ),
            )
        label = Span(part.span.start, part.span.start + match.end("label"))
        long = len(text[match.end() :].split()) >= 5 and text[match.end() :][:1].isupper()
        if (
            part.bullet
            and long
            and len(low.split()) <= 7
            and match.group("label")[:1].isupper()
            and not durations(low, self._cues)
            and not compiled((*self._cues.any_of, *self._cues.count_of)).search(low)
        ):
            return rest, label, part
        return part.span, None, part

    def _scope(self, part: Part, titles: Sequence[str]) -> str:
        """The career level or other role that a paragraph is about, "" for the role itself."""
        text = part.span.of(self._text)
        found = self._titled.get(part) or ()
        if part.kind is PartKind.LEVELS:
            first = next((t for t in found if t.span.start < 4), None)
            return first.level if first else ""
        if part.bullet or part.kind in {PartKind.REQUIRED, PartKind.PREFERRED}:
            return ""
        for title in found:
            before = plain(text[: title.span.start])
            if (
                re.fullmatch(
                    r"\s*(?:(?:a|an|the)\s+|(?:other )?(?:\w+ ){0,2}(?:responsibilities|duties|tasks|skills) of (?:an? )?)?",
                    before,
                )
                and title.span.end < 90
            ):
                own = set(titles)
                if (
                    not title.plural
                    and title.name not in own
                    and title.base not in own
                    and not any(title.base in each or each in title.base for each in own)
                ):
                    return title.name
            break
        return ""

    # ------------------------------------------------------------ a sentence
    def _sentence(self, sentence: Span, part: Part, scope: str, *, first: bool) -> Iterator[Statement]:
        text = sentence.of(self._text)
        opens = part.kind is not PartKind.CERTIFICATIONS and text.rstrip().endswith(":")
        if opens and not part.bullet and not durations(plain(text), self._cues):
            return
        schooled = schooling(text, self._taxonomy)
        carried: Cue | None = None
        timed = False
        for at, clause in enumerate(clauses(self._text, sentence, self._cues)):
            low = plain(clause.span.of(self._text))
            if asks_nothing(low, self._cues):
                continue
            stands_in = (
                degree_finder(self._taxonomy).accepts_equivalent(low)
                and schooling(low, self._taxonomy) is None
            )
            if at and schooled and stands_in:
                continue
            names = self._names_in(clause.span)
            own = cue_of(low, self._cues, names)
            if re.match(r"as (?:is|are)\b", low) and carried:
                found: Asking | None = Asking(
                    carried.necessity, carried.span.of(plain(text)), "sentence", Span(0, len(low))
                )
            else:
                measured = bool(
                    schooling(clause.span.of(self._text), self._taxonomy) or durations(low, self._cues)
                )
                found = asking(
                    low,
                    None if clause.aside else _required(carried),
                    part,
                    self._cues,
                    first=first and at == 0,
                    measured=measured,
                    names=names,
                )
            if own is not None and not own.weak:
                shift = clause.span.start - sentence.start
                carried = Cue(own.necessity, Span(own.span.start + shift, own.span.end + shift))
            if found is None or (scope and part.kind is not PartKind.LEVELS):
                yield from self._mentioned(clause.span, low, part, scope, found)
                continue
            rows = list(self._rows.of(Place(part, clause.span, found, scope), sentence))
            yield from self._in_house(clause.span, part, scope)
            if timed:
                rows = [self._in_trade(row) for row in rows]
            timed = timed or any(row.kind is Kind.EXPERIENCE for row in rows)
            yield from rows

    def _in_house(self, clause: Span, part: Part, scope: str) -> Iterator[Statement]:
        """What a bracket says to be in use is mentioned: "(we use Kafka)"."""
        for aside in IN_HOUSE.finditer(plain(clause.of(self._text))):
            span = Span(clause.start + aside.start(1), clause.start + aside.end(1))
            yield from self._told(span, part, scope)

    def _names_in(self, clause: Span) -> list[Span]:
        """Places of skills in a clause, within it."""
        inside = [m.span for m in self._named.within(clause)]
        return [Span(s.start - clause.start, min(s.end, clause.end) - clause.start) for s in inside]

    def _in_trade(self, row: Statement) -> Statement:
        """Behind a length of time, the name of a trade or setting is where that time was spent."""
        names = [plain(term) for term in row.terms] + [
            self._taxonomy.skills[s].label.lower() for s in row.skills if s in self._taxonomy.skills
        ]
        trades = compiled(self._cues.trade_words)
        return replace(row, kind=Kind.EXPERIENCE) if names and all(trades.search(n) for n in names) else row

    def _mentioned(
        self, span: Span, low: str, part: Part, scope: str, found: Asking | None
    ) -> Iterator[Statement]:
        """What a document says of qualifications without asking for them."""
        if part.kind is PartKind.DUTIES and not scope:
            return
        told = bool(OF_WHAT.search(low)) and not part.bullet
        in_use = part.kind is PartKind.NEUTRAL and bool(_IN_USE.search(f"{plain(part.heading)}\n{low}"))
        if told or scope or found:
            yield from self._told(span, part, scope)
        elif in_use:
            yield from (row for row in self._told(span, part, scope) if self._products(row))

    def _products(self, row: Statement) -> bool:
        """Whether a row names products, and no field of work: with a capital or a digit."""
        known = [self._taxonomy.skills[s].label for s in row.skills if s in self._taxonomy.skills]
        return any(any(c.isupper() or c.isdigit() for c in label) for label in known)

    def _told(self, span: Span, part: Part, scope: str) -> Iterator[Statement]:
        """The rows of a clause that only tells."""
        telling = Asking(Necessity.MENTIONED, "", "document", Span(0, len(span)))
        for row in self._rows.of(Place(part, span, telling, scope), span):
            if row.skills or row.kind in {Kind.EDUCATION, Kind.CERTIFICATION}:
                yield replace(row, terms=())


def _required(cue: Cue | None) -> Cue | None:
    return cue if cue is not None and cue.necessity is Necessity.REQUIRED else None
