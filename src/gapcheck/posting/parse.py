"""Document -> JobPosting: every part read for what it asks, each thing with its quote, place, cue and rule.

Parts -> clauses (`clauses`) -> which of them ask, and how strongly (`statement_reader`) -> what they ask for
(`requirements`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gapcheck.document import Document
from gapcheck.facts.certificates import certificate_finder
from gapcheck.facts.degrees import degree_finder
from gapcheck.facts.job_titles import JobTitle, job_title_finder
from gapcheck.facts.written_language import other_language
from gapcheck.matching import SkillMatcher
from gapcheck.outline.form import opens_list
from gapcheck.outline.labels import before_colon
from gapcheck.outline.model import ASKING, SILENT, SectionKind
from gapcheck.outline.posting_headings import posting_headings
from gapcheck.posting.alternatives import with_alternative, without_bare_degrees
from gapcheck.posting.certificates import certificate_demands
from gapcheck.posting.choices import as_choice, choices
from gapcheck.posting.clauses import quote
from gapcheck.posting.demand import Demand
from gapcheck.posting.duties import asked_by_duties, named_by_duties
from gapcheck.posting.education import degree_asked
from gapcheck.posting.experience import experience_finder
from gapcheck.posting.facts import career_levels, listed_titles, outlook, role_titles, scope_of, specialties
from gapcheck.posting.grammar import posting_grammar
from gapcheck.posting.left_over import LeftOver
from gapcheck.posting.model import DUTY, JobPosting, Statement, UnreadLine
from gapcheck.posting.parts import Part, as_bare_list, parts_of, without_addresses
from gapcheck.posting.requirements import RequirementReader
from gapcheck.posting.skill_mentions import PostingMentions
from gapcheck.posting.statement_reader import A_CONDITION, Clause, NecessityDecision, StatementReader
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Logic, Necessity, Taxonomy
from gapcheck.text.once_a_document import one_document
from gapcheck.text.phrases import BRACKETS, plain, printed_as_name
from gapcheck.text.sentences import sentences

_LONGEST_TOLD = 12
"""Words; what prose asks for in more is a sentence to read, and nothing to look for."""


@one_document()
def parse(
    document: Document, taxonomy: Taxonomy, matcher: SkillMatcher, statements: StatementReader | None = None
) -> JobPosting:
    """What a job document asks for, with titles, levels, specialties and facts.

    `statements` decides which clauses ask for something; by default the rules of `statement_rules` do.
    """
    document, finder = without_addresses(document), job_title_finder(taxonomy)
    parts = parts_of(
        document, posting_headings(taxonomy), posting_grammar(taxonomy).rules.sought.asked_outright
    )
    titled = {part: finder.find(part.span.of(document.text)) for part in parts}
    titles, related = role_titles(document, parts, titled, taxonomy, finder)
    reader = _DocumentReader(document, taxonomy, parts, titled, matcher)
    names = dict.fromkeys((*titles, *listed_titles(parts, titled)))
    return JobPosting(
        name=document.name,
        titles=tuple(names),
        statements=reader.statements(titles, statements),
        unread=tuple(reader.unread()),
        duties=reader.duties,
        related_titles=tuple(each for each in related if each not in names),
        career_levels=career_levels(document, parts, titled, finder),
        specialties=specialties(document, parts, taxonomy),
        facts=outlook(document, parts),
        language=other_language(document, taxonomy.function_words),
    )


@dataclass(frozen=True, slots=True)
class _Passage:
    """A part without its label, which may name skills; its sentences with their clauses; the level or other role it is about."""

    part: Part
    label: Span | None
    scope: str
    sentences: tuple[tuple[Span, tuple[Clause, ...]], ...]


class _DocumentReader:
    """Reads the statements of one document."""

    def __init__(
        self,
        document: Document,
        taxonomy: Taxonomy,
        parts: Sequence[Part],
        titled: dict[Part, tuple[JobTitle, ...]],
        matcher: SkillMatcher,
    ) -> None:
        self._document = document
        self._text = document.text
        self._taxonomy = taxonomy
        self._cues = taxonomy.necessity_cues
        self._grammar = posting_grammar(taxonomy)
        self._words = self._grammar.words
        self._experience = experience_finder(taxonomy)
        self._titled = titled
        self._named = PostingMentions(document, parts, titled, matcher, taxonomy)
        self._rows = RequirementReader(
            document, taxonomy, self._words, self._named, self._grammar.rules.declines
        )
        self._headings = posting_headings(taxonomy)
        self._left_over = LeftOver(document, self._rows, self._grammar.rules, self._headings)
        self._parts = as_bare_list(parts, self._text, lambda place: bool(self._named.within(place)))
        every = choices(document, self._parts, self._words)
        self._choices = {part: each for each in every for part in each.items}
        self._decisions: dict[Clause, NecessityDecision] = {}
        self._asks = False
        self.duties: tuple[UnreadLine, ...] = ()

    def unread(self) -> Sequence[UnreadLine]:
        """The clauses that seem to ask for something and gave no statement, once `statements` has read the document.

        Where nothing asks, sentences to the candidate might.
        """
        return self._left_over.unread or ([] if self._asks else self._left_over.passed)

    def statements(self, titles: Sequence[str], reader: StatementReader | None) -> tuple[Statement, ...]:
        """All of the document, in order."""
        openers = {each.opener for each in self._choices.values()}
        passages = {
            part: self._passage(part, titles if part.kind is not SectionKind.CERTIFICATIONS else ())
            for part in self._parts
            if part.kind is SectionKind.CERTIFICATIONS
            or not (
                part.kind in SILENT
                or part.is_heading
                or part in openers
                or self._headings.heads_items(part.span.of(self._text))
            )
        }
        clauses = [c for passage in passages.values() for _, each in passage.sentences for c in each]
        self._decisions = dict(zip(clauses, (reader or self._grammar.rules)(clauses), strict=True))
        self.duties = tuple(
            UnreadLine(self._document.line_number(part.span.start), quote(part.span.of(self._text)), DUTY)
            for part, passage in passages.items()
            if part.kind is SectionKind.DUTIES
            and not any(self._decisions[c].is_demand for _, each in passage.sentences for c in each)
        )
        found = self._all_of(passages)
        if work := asked_by_duties(found, self._decisions, self._taxonomy):
            self._decisions |= work
            self._left_over.forget()
            found = named_by_duties(self._all_of(passages))
        found = without_bare_degrees(found, self._taxonomy)
        self._asks = any(each.necessity is not Necessity.MENTIONED for each in found)
        return tuple(sorted(found, key=lambda each: (each.span.start, each.span.end)))

    def _all_of(self, passages: Mapping[Part, _Passage]) -> list[Statement]:
        """The statements of all parts."""
        found: list[Statement] = []
        chosen: dict[Part, Sequence[Statement]] = {}
        certificate_heading = False
        for part in self._parts:
            if part.is_heading:
                certificate_heading = False
            if part.kind is SectionKind.CERTIFICATIONS:
                rows = self._catalogue(passages[part], part, detail=certificate_heading)
                certificate_heading = certificate_heading or (not part.bullet and bool(rows))
                found += rows
            elif part in passages:
                low = plain(part.span.of(self._text))
                rows = list(self._passage_rows(passages[part]))
                if choice := self._choices.get(part):
                    chosen[part] = rows
                    found += as_choice(chosen, choice) if part == choice.items[-1] else []
                    continue
                other = (
                    with_alternative(found, rows, low, self._taxonomy, self._words)
                    if self._words.or_begins.match(low)
                    else None
                )
                found = other if other is not None else [*found, *rows]
        return found

    # ------------------------------------------------------------ parts -> clauses
    def _passage(self, part: Part, titles: Sequence[str]) -> _Passage:
        body, label, part = self._labelled(part)
        scope = scope_of(part, self._titled.get(part) or (), titles, self._text)
        if part.kind is SectionKind.LEVELS and not scope:
            scope = "mid"
        spans = sentences(self._text, body)
        return _Passage(
            part, label, scope, tuple((s, self._clauses(s, part, first=not at)) for at, s in enumerate(spans))
        )

    def _clauses(self, sentence: Span, part: Part, *, first: bool) -> tuple[Clause, ...]:
        """The clauses of a sentence; the introduction of a list has none, nor has what equals a degree."""
        text = sentence.of(self._text)
        introduces = part.kind is not SectionKind.CERTIFICATIONS and opens_list(text)
        asks = self._headings.name(text) or self._headings.asking.search(plain(text))
        named = part.bullet and (not asks or self._named.within(sentence))
        if introduces and not named and not self._experience.find(plain(text)):
            return ()
        degree = degree_asked(text, self._taxonomy) is not None
        finder = degree_finder(self._taxonomy)
        found = []
        for at, (span, aside) in enumerate(self._grammar.clauses.split(self._text, sentence)):
            own = span.of(self._text)
            low = plain(own)
            schooled = degree_asked(own, self._taxonomy) is not None
            if at and degree and not schooled and finder.accepts_equivalent(low):
                continue
            names = tuple(
                Span(m.span.start - span.start, min(m.span.end, span.end) - span.start)
                for m in self._named.within(span)
            )
            measured = schooled or bool(self._experience.find(low))
            opens, addressed = first and at == 0, self._grammar.rules.addresses(low)
            found.append(Clause(own, span, sentence, part, opens, aside, names, measured, addressed))
        return tuple(found)

    def _labelled(self, part: Part) -> tuple[Span, Span | None, Part]:
        """A part without the label before its colon; the label's span where it names skills itself."""
        text = part.span.of(self._text)
        found = before_colon(text)
        if found is None:
            return part.span, None, part
        low = plain(found.name)
        rest = Span(part.span.start + found.end, part.span.end)
        if low in self._cues.labels:
            return rest, None, replace(part, span=rest, bullet=part.bullet or part.kind in ASKING)
        behind = text[found.end :]
        names_topic = (
            part.bullet
            and len(behind.split()) >= 5
            and behind[:1].isupper()
            and found.name[0].isupper()
            and len(low.split()) <= 7
            and not (self._experience.find(low) or self._words.any_of.search(low))
            and not self._words.counts.search(low)
        )
        label = Span(part.span.start, part.span.start + found.stop)
        return (rest, label, part) if names_topic else (part.span, None, part)

    # ------------------------------------------------------------ certificates in a catalogue
    def _catalogue(self, passage: _Passage, part: Part, *, detail: bool) -> list[Statement]:
        """Certificates that a document lists: preferred when its introduction recommends them, else mentioned."""
        text = part.span.of(self._text)
        short = len(text.split()) <= 12 and not text.rstrip().endswith((".", ":"))
        item = part.bullet or part.is_heading or short
        if not item:
            return [] if detail else list(self._passage_rows(passage))
        first = sentences(self._text, part.span)[0]
        found = certificate_demands(self._taxonomy).asked(first.of(self._text), expected=True)
        if found is None or (
            not part.bullet and not (found.ids or certificate_finder(self._taxonomy).word(text))
        ):
            return []
        if not part.bullet and not part.introduction:
            return []
        cue = self._grammar.rules.cue_of(plain(part.introduction)) if part.introduction else None
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

    # ------------------------------------------------------------ clauses -> statements
    def _passage_rows(self, passage: _Passage) -> Iterator[Statement]:
        rows: list[Statement] = []
        silent: list[Sequence[Clause]] = []
        for sentence, clauses in passage.sentences:
            new = list(self._sentence_rows(sentence, clauses, passage))
            asking = [row for row in new if row.necessity is not Necessity.MENTIONED]
            left = [each for each in clauses if not any(each.span.overlaps(row.span) for row in asking)]
            # of a sentence that gave a row, what else it asks for or makes a condition; the rest only says how
            silent.append(left if not asking else [each for each in left if self._says_more(each)])
            low = plain(sentence.of(self._text))
            rows = with_alternative(rows, new, low, self._taxonomy, self._words) or [*rows, *new]
        yield from self._label_rows(passage.label, rows)
        yield from rows
        if not passage.scope:
            yield from self._left_over.rows(passage.part, silent, self._decisions, alone=not rows)

    def _says_more(self, clause: Clause) -> bool:
        decision = self._decisions[clause]
        return decision.is_demand or decision.reason == A_CONDITION

    def _label_rows(self, label: Span | None, rows: Sequence[Statement]) -> Iterator[Statement]:
        """What the label of a part names is asked for like what follows it."""
        first = next((row for row in rows if row.necessity is not Necessity.MENTIONED), None)
        if label is None or first is None:
            return
        named = {skill for row in rows for skill in (*row.skills, row.head)}
        rest = tuple(skill for skill in self._named.skills(label) if skill not in named)
        if rest:
            yield first.replaced(
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

    def _sentence_rows(
        self, sentence: Span, clauses: Sequence[Clause], passage: _Passage
    ) -> Iterator[Statement]:
        part, scope = passage.part, passage.scope
        timed = False
        for clause in clauses:
            decision = self._decisions[clause]
            if decision.necessity is None:
                continue
            if not decision.is_demand or (scope and part.kind is not SectionKind.LEVELS):
                yield from self._mentioned(clause, part, scope, decision)
                continue
            demand = Demand(part, clause.span, decision, scope)
            rows = list(self._rows.of(demand, sentence)) or list(self._told(clause, demand))
            yield from self._in_house(clause.span, part, scope)
            if timed:
                rows = [self._in_trade(row) for row in rows]
            timed = timed or any(row.kind is Kind.EXPERIENCE for row in rows)
            yield from rows

    def _told(self, clause: Clause, demand: Demand) -> Iterator[Statement]:
        """What a clause of prose asks for in words that name nothing known, where it speaks of what somebody brings."""
        speaks = self._grammar.rules.speaks_for_itself(plain(clause.text), demand.decision)
        outright = demand.decision.reason == "sentence" and demand.decision.cue
        prose = not (clause.part.bullet or clause.aside or demand.scope)
        if prose and speaks and (outright or clause.part.kind is not SectionKind.DUTIES):
            row = self._rows.in_own_words(demand)
            if row is not None and len(row.wording.split()) <= _LONGEST_TOLD:
                yield row

    def _in_house(self, clause: Span, part: Part, scope: str) -> Iterator[Statement]:
        """What a bracket says to be in use is mentioned: "(we use Kafka)"."""
        for aside in BRACKETS.finditer(plain(clause.of(self._text))):
            if self._words.in_use.search(aside.group(1)):
                span = Span(clause.start + aside.start(1), clause.start + aside.end(1))
                yield from self._only_named(span, part, scope)

    def _in_trade(self, row: Statement) -> Statement:
        """Behind a length of time, the name of a trade or setting is where that time was spent."""
        names = [plain(term) for term in row.terms] + [
            self._taxonomy.skills[s].label.lower() for s in row.skills if s in self._taxonomy.skills
        ]
        trades = self._words.trades
        return row.replaced(kind=Kind.EXPERIENCE) if names and all(trades.search(n) for n in names) else row

    def _mentioned(
        self, clause: Clause, part: Part, scope: str, decision: NecessityDecision
    ) -> Iterator[Statement]:
        """What a document says of qualifications without asking for them."""
        if part.kind is SectionKind.DUTIES and not scope:
            yield from self._tools(clause.span, part)
            return
        low = plain(clause.text)
        in_use = f"{plain(part.heading)}\n{low}" if part.kind is SectionKind.NEUTRAL else ""
        if scope or decision.is_demand or (self._words.of_what.search(low) and not part.bullet):
            yield from self._only_named(clause.span, part, scope)
        elif self._words.in_use.search(in_use):
            yield from (
                row
                for row in self._only_named(clause.span, part, scope)
                if any(map(self._is_product, row.skills))
            )

    def _tools(self, span: Span, part: Part) -> Iterator[Statement]:
        """The tools that a duty names: mentioned, since the work is done with them; its other words are no skills."""
        for row in self._only_named(span, part, ""):
            tools = tuple(skill for skill in row.skills if self._is_product(skill))
            if tools and row.kind in {Kind.SKILL, Kind.KNOWLEDGE}:
                yield row.replaced(skills=tools, head=None)

    def _is_product(self, skill: str) -> bool:
        """Whether a skill is written as products are: with a capital or a digit."""
        known = self._taxonomy.skills.get(skill)
        return known is not None and printed_as_name(known.label)

    def _only_named(self, span: Span, part: Part, scope: str) -> Iterator[Statement]:
        """What a clause names without asking for it."""
        named = NecessityDecision(Necessity.MENTIONED, 1.0, content=Span(0, len(span)))
        for row in self._rows.of(Demand(part, span, named, scope), span):
            if row.skills or row.kind in {Kind.EDUCATION, Kind.CERTIFICATION}:
                yield row.replaced(terms=())
