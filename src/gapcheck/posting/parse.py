"""Document -> JobPosting: every part read for what it asks, each thing with its quote, place, cue and rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gapcheck.document import Document
from gapcheck.matching.mentions import (
    Assertion,
    DiscardReason,
    Genre,
    Method,
    Passage,
    SkillMention,
)
from gapcheck.matching import SkillMatcher
from gapcheck.posting.certificates import Papers, papers
from gapcheck.posting.education import Schooling, schooling
from gapcheck.posting.experience import Length, lengths
from gapcheck.posting.facts import career_levels, listed_titles, outlook, role_titles, specialties
from gapcheck.posting.languages import spoken
from gapcheck.posting.logic import Group, Grouper
from gapcheck.posting.model import JobPosting, Statement
from gapcheck.posting.necessity import Asking, Cue, asking, asks_nothing, cue_of
from gapcheck.posting.phrases import compiled, plain
from gapcheck.posting.sections import SILENT, Part, PartKind, parts_of
from gapcheck.posting.statements import Clause, clauses, sentences, trimmed
from gapcheck.posting.titles import Title, TitleFinder
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Logic, NameMatch, Necessity, Taxonomy
from gapcheck.taxonomy.necessity_cues import NecessityCues

_JOINED = re.compile(r"\b(?:and|or)\b|[,/&]")
_OF_WHAT = re.compile(
    r"\b(?:experience|knowledge|understanding|command|grasp|proficiency|proficient|familiarity|familiar|skilled|training|expertise|mastery"
    r"|competence|competent|background|fluent|exposure)\s+(?:of|in|with|to|using|on)\b"
)
_LABEL = re.compile(r"\s*(?P<label>[^:.;()\n]{2,60}?)\s*:\s+(?=\S)")
_LONG_CLAUSE = 30
"""Words; a longer clause is prose, where a name that the taxonomy lacks is no item of a list."""


def parse(document: Document, taxonomy: Taxonomy, matcher: SkillMatcher) -> JobPosting:
    """What a job document asks for, with titles, levels, specialties and facts that it states."""
    cues = taxonomy.necessity_cues or NecessityCues()
    finder = TitleFinder(cues, taxonomy)
    parts = parts_of(document, cues, finder)
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
        specialties=specialties(document, parts, taxonomy, titles),
        facts=outlook(document, parts),
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a clause stands: its part, its necessity and the document around it."""

    part: Part
    clause: Span
    asking: Asking
    scope: str = ""


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
        self._grouper = Grouper(cues, taxonomy)
        passages = [
            Passage(part.span, listing=self._listing(part)) for part in parts if part.kind not in SILENT
        ]
        masked = [
            (Span(part.span.start + t.span.start, part.span.start + t.span.end), DiscardReason.JOB_TITLE)
            for part, titles in titled.items()
            for t in titles
        ]
        matches = matcher.find(document.text, passages, genre=Genre.POSTING, masked=masked)
        self._mentions = _outermost(matches.mentions, taxonomy)

    def _listing(self, part: Part) -> bool:
        return part.bullet and part.kind in {PartKind.REQUIRED, PartKind.PREFERRED}

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
                found += self._part(part, titles)
        return tuple(sorted(found, key=lambda each: (each.span.start, each.span.end)))

    # ------------------------------------------------------------ certificates in a catalogue
    def _catalogue(self, part: Part, *, detail: bool) -> list[Statement]:
        """Certificates that a document lists: preferred when its introduction recommends them, else mentioned."""
        text = part.span.of(self._text)
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
                quote=_quote(first.of(self._text)),
                span=first,
                line=self._document.line_number(first.start),
                kind=Kind.CERTIFICATION,
                necessity=necessity,
                logic=Logic.ANY_OF,
                open=True,
                certifications=found.ids,
                topics=self._topics(part),
                cue=cue.span.of(plain(part.introduction)) if cue else "",
                rule="heading" if cue else "document",
                terms=() if found.ids else (_quote(first.of(self._text)).rstrip("."),),
            )
        ]

    def _topics(self, part: Part) -> tuple[str, ...]:
        names = [m.skill for m in self._in(part.span)]
        return tuple(dict.fromkeys(names))

    def _in(self, span: Span) -> list[SkillMention]:
        return [m for m in self._mentions if span.start <= m.span.start < span.end]

    # ------------------------------------------------------------ a part
    def _part(self, part: Part, titles: Sequence[str]) -> Iterator[Statement]:
        body, label, part = self._labelled(part)
        scope = self._scope(part, titles)
        if part.kind is PartKind.LEVELS and not scope:
            scope = "role"
        title_skills = [m.skill for m in self._in(label)] if label else []
        asked: list[Statement] = []
        for at, sentence in enumerate(sentences(self._text, body)):
            asked += self._sentence(sentence, part, scope, first=at == 0)
        if label and title_skills and asked:
            named = {s for row in asked for s in (*row.skills, row.head)}
            rest = tuple(dict.fromkeys(s for s in title_skills if s not in named))
            first = next((row for row in asked if row.necessity is not Necessity.MENTIONED), None)
            if rest and first is not None:
                yield replace(
                    first,
                    kind=self._kind(rest),
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
                    or low in self._cues.labels
                    and part.kind in {PartKind.REQUIRED, PartKind.PREFERRED},
                ),
            )
        label = Span(part.span.start, part.span.start + match.end("label"))
        long = len(text[match.end() :].split()) >= 5 and text[match.end() :][:1].isupper()
        if (
            part.bullet
            and long
            and len(low.split()) <= 7
            and match.group("label")[:1].isupper()
            and not lengths(low, self._cues)
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
                own = {base for base in titles}
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
        if opens and not lengths(plain(text), self._cues) and (first or not part.bullet):
            if not part.bullet:
                return
        schooled = schooling(text, self._cues)
        carried: Cue | None = None
        timed = False
        for at, clause in enumerate(clauses(self._text, sentence, self._cues)):
            low = plain(clause.span.of(self._text))
            if asks_nothing(low, self._cues):
                continue
            stands_in = compiled(self._cues.equivalents).search(low) and schooling(low, self._cues) is None
            if at and schooled and stands_in:
                continue
            names = self._names_in(clause.span)
            own = cue_of(low, self._cues, names)
            if re.match(r"as (?:is|are)\b", low) and carried:
                found: Asking | None = Asking(
                    carried.necessity, carried.span.of(plain(text)), "sentence", Span(0, len(low))
                )
            else:
                measured = bool(schooling(clause.span.of(self._text), self._cues) or lengths(low, self._cues))
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
            rows = list(self._rows(_Place(part, clause.span, found, scope), sentence))
            if timed:
                rows = [self._in_trade(row) for row in rows]
            timed = timed or any(row.kind is Kind.EXPERIENCE for row in rows)
            yield from rows

    def _names_in(self, clause: Span) -> list[Span]:
        """Places of skills in a clause, within it."""
        inside = [m.span for m in self._in(clause)]
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
        told = bool(_OF_WHAT.search(low)) and not part.bullet
        if not (told or scope or found):
            return
        asking_ = Asking(Necessity.MENTIONED, "", "document", Span(0, len(low)))
        for row in self._rows(_Place(part, span, asking_, scope), span):
            if row.skills or row.kind in {Kind.EDUCATION, Kind.CERTIFICATION}:
                yield replace(row, terms=())

    # ------------------------------------------------------------ rows of a clause
    def _rows(self, place: _Place, sentence: Span) -> Iterator[Statement]:
        content = Span(
            place.clause.start + place.asking.content.start, place.clause.start + place.asking.content.end
        )
        text = content.of(self._text)
        low = plain(text)
        taken: list[Span] = []
        school = schooling(text, self._cues) if self._may_school(low) else None
        times = list(lengths(low, self._cues))
        if school is not None and self._is_paper(text, school):
            school = None
        if school is not None:
            whole = schooling(sentence.of(self._text), self._cues)
            if whole and whole.degree.or_equivalent and not school.degree.or_equivalent:
                school = replace(school, degree=school.degree.model_copy(update={"or_equivalent": True}))
            yield self._school(place, school, single=len(times) <= 1)
            taken.append(school.span)
        rest = (
            text
            if school is None
            else text[: school.span.start] + " " * len(school.span) + text[school.span.end :]
        )
        paper = papers(rest, self._taxonomy, self._cues)
        if paper is not None and school is not None and not (paper.ids or paper.names):
            paper = None
        if paper is not None:
            yield self._paper(place, paper, content)
            if school is None and not times and not self._outside(content, paper):
                return
            taken += list(paper.spans)
        tongue = None if school else spoken(text, self._cues)
        if tongue is not None:
            names = [n for n in tongue.names]
            yield from self._languages(place, names, tongue.level, any_of=tongue.any_of)
            if self._only_language(low, tongue.span) or not self._left(content, [tongue.span]):
                return
            taken.append(tongue.span)
        if school is not None and len(times) > 1:
            return
        yield from self._groups(place, content, taken, times, schooled=school is not None)

    def _may_school(self, low: str) -> bool:
        return not re.search(r"\bdegrees? (?:programs?|courses?)\b", low)

    def _is_paper(self, text: str, school: Schooling) -> bool:
        """ "Certified Scrum Master" is no degree."""
        return bool(re.search(r"[Ss]crum [Mm]aster", text)) and school.degree.fields == ()

    def _only_language(self, low: str, span: Span) -> bool:
        outside = low[: span.start] + low[span.end :]
        words = re.findall(r"[a-z']{3,}", outside)
        known = compiled((*self._cues.language_cues, *self._cues.required, *self._cues.preferred))
        return sum(not known.fullmatch(word) for word in words) <= 3

    def _left(self, content: Span, taken: Sequence[Span]) -> list[SkillMention]:
        spans = [Span(content.start + t.start, content.start + t.end) for t in taken]
        return [m for m in self._in(content) if not any(m.span.overlaps(s) for s in spans)]

    def _outside(self, content: Span, paper: Papers) -> bool:
        """Whether a clause with a certificate names skills of its own before or after it."""
        heads = compiled(self._cues.experience_words).search(plain(content.of(self._text)))
        return bool(heads and self._left(content, paper.spans))

    def _statement(self, place: _Place, span: Span, kind: Kind, logic: Logic = Logic.ALL_OF) -> Statement:
        clause = trimmed(self._text, place.clause, ",;:")
        return Statement(
            quote=_quote(clause.of(self._text)),
            span=span,
            line=self._document.line_number(place.clause.start),
            kind=kind,
            necessity=place.asking.necessity,
            logic=logic,
            cue=_quote(place.asking.cue),
            rule=place.asking.rule,
            scope=place.scope,
        )

    def _school(self, place: _Place, school: Schooling, *, single: bool) -> Statement:
        row = self._statement(place, place.clause, Kind.EDUCATION, Logic.ANY_OF)
        return replace(
            row,
            degree=school.degree,
            min_months=school.months if school.months and not single or school.months else None,
        )

    def _paper(self, place: _Place, paper: Papers, content: Span) -> Statement:
        row = self._statement(
            place, place.clause, Kind.CERTIFICATION, Logic.ANY_OF if paper.any_of else Logic.ALL_OF
        )
        topics = tuple(dict.fromkeys(m.skill for m in self._in(content)))
        names = paper.names or (() if paper.ids else (_quote(content.of(self._text)),))
        return replace(row, open=paper.open, certifications=paper.ids, terms=names, topics=topics)

    def _languages(
        self, place: _Place, names: Sequence[str], level: int | None, *, any_of: bool
    ) -> Iterator[Statement]:
        row = self._statement(place, place.clause, Kind.LANGUAGE, Logic.ANY_OF if any_of else Logic.ALL_OF)
        known = {name: found[0].id for name in names if (found := self._taxonomy.named(name))}
        terms = tuple(name for name in names if name not in known)
        if any_of or len(names) == 1:
            yield replace(row, skills=tuple(known.values()), terms=terms, proficiency=level)
            return
        for name in names:
            yield replace(
                row,
                skills=(known[name],) if name in known else (),
                terms=() if name in known else (name,),
                proficiency=level,
            )

    def _groups(
        self, place: _Place, content: Span, taken: Sequence[Span], times: Sequence[Length], *, schooled: bool
    ) -> Iterator[Statement]:
        mentions = [_clipped(m, content) for m in self._left(content, taken)]
        low = plain(content.of(self._text))
        listed = place.part.kind in {PartKind.REQUIRED, PartKind.PREFERRED} or bool(_OF_WHAT.search(low))
        terms = listed and not schooled and not taken and len(low.split()) <= _LONG_CLAUSE
        groups = self._grouper.groups(self._text, content, mentions, terms=terms)
        if schooled:
            groups = tuple(g for g in groups if g.skills)
        groups = tuple(filter(None, (self._without_people(g, place) for g in groups)))
        timed = False
        for group in groups:
            time = next((t for t in times if t.span in group.segment or (len(groups) == 1)), None)
            kind = self._kind(group.skills)
            segment = low[group.segment.start : group.segment.end]
            if time is not None and not group.under:
                kind, timed = Kind.EXPERIENCE, True
            elif self._is_trade(group, segment, low):
                kind = Kind.EXPERIENCE
            row = self._statement(place, group.span, kind, group.logic)
            yield replace(
                row,
                open=group.open,
                head=group.head,
                skills=group.skills,
                terms=group.terms,
                min_months=time.months if time is not None and kind is Kind.EXPERIENCE else None,
                min_count=group.min_count,
                proficiency=self._proficiency(segment),
                under=group.under,
            )
        if times and not timed and (not schooled or (times[0].months is None)):
            row = self._statement(place, place.clause, Kind.EXPERIENCE)
            yield replace(row, min_months=times[0].months)
        elif not groups and not taken and not times and self._experience_as(low, place):
            yield replace(
                self._statement(place, place.clause, Kind.EXPERIENCE),
                terms=(_quote(content.of(self._text)).rstrip("."),),
            )

    def _without_people(self, group: Group, place: _Place) -> Group | None:
        """Roles of other people are no names of skills; one's own former role is, where experience in it is asked for."""
        asked = place.part.kind in {PartKind.REQUIRED, PartKind.PREFERRED}
        heads = frozenset(self._cues.title_heads)
        kept = tuple(
            term
            for term in group.terms
            if (last := plain(term).split()[-1]) not in heads or (asked and not last.endswith("s"))
        )
        if not kept and not group.skills and group.terms:
            return None
        return replace(group, terms=kept)

    def _experience_as(self, low: str, place: _Place) -> bool:
        """Whether experience as such is asked for, in nothing that has a name."""
        if place.part.kind in {PartKind.REQUIRED, PartKind.PREFERRED}:
            return bool(compiled(("experience", "experienced")).search(low))
        return bool(
            re.search(r"(?:practical|work|professional|hands-on|relevant|related|prior) experience", low)
        )

    def _kind(self, skills: Iterable[str]) -> Kind:
        kinds = {self._taxonomy.skills[s].kind for s in skills if s in self._taxonomy.skills}
        if kinds in ({Kind.SOFT_SKILL}, {Kind.LANGUAGE}):
            return kinds.pop()
        return Kind.KNOWLEDGE if kinds == {Kind.KNOWLEDGE} else Kind.SKILL

    def _is_trade(self, group: Group, segment: str, low: str) -> bool:
        """Experience in a field of work, or in a setting, is time; experience with a tool is a skill."""
        if not re.search(r"\bexperienced?\b|(?<!educational )(?<!academic )\bbackground\b", segment):
            return False
        if re.search(r"experience\W*\Z", segment) and compiled(self._cues.trade_words).search(segment):
            return not any(
                self._taxonomy.skills[s].kind is Kind.SKILL
                for s in group.skills
                if s in self._taxonomy.skills
            )
        if group.skills:
            fields = all(self._is_field(s) for s in group.skills) and not group.head and not group.terms
            return fields and bool(re.search(r"experience (?:in|of|within|as)\b|\bbackground in\b", segment))
        return any(compiled(self._cues.trade_words).search(plain(term)) for term in group.terms)

    def _is_field(self, skill: str) -> bool:
        """A field that gives people their title (data scientist) is one that people work in; a product is not."""
        known = self._taxonomy.skills.get(skill)
        if known is None or any(c.isupper() for c in known.label):
            return False
        return any(alias.match is NameMatch.TITLE for alias in known.aliases)

    def _proficiency(self, segment: str) -> int | None:
        levels = [level for level, words in self._cues.levels.items() if compiled(words).search(segment)]
        return max(levels, default=None)


def _outermost(mentions: Sequence[SkillMention], taxonomy: Taxonomy) -> list[SkillMention]:
    """Mentions that the text makes its own: no name inside a longer name, none that it denies."""
    claimed = [m for m in mentions if m.assertion not in {Assertion.ABSENT, Assertion.OTHER}]
    levels = {
        word for words in (taxonomy.necessity_cues or NecessityCues()).levels.values() for word in words
    }
    names = [m for m in claimed if not _JOINED.search(m.surface) or taxonomy.named(m.surface)]
    return [
        m
        for m in claimed
        if plain(m.surface) not in levels
        and not any(
            m.span in o.span
            and (len(m.span) < len(o.span) or (m.method is Method.PATTERN and o.method is Method.PHRASE))
            for o in names
        )
    ]


def _required(cue: Cue | None) -> Cue | None:
    return cue if cue is not None and cue.necessity is Necessity.REQUIRED else None


def _clipped(mention: SkillMention, span: Span) -> SkillMention:
    return (
        mention if mention.span.end <= span.end else replace(mention, span=Span(mention.span.start, span.end))
    )


def _quote(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
