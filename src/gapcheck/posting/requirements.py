"""The rows of one clause: a degree, certificates, languages, time, and groups of skills."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from gapcheck.document import Document
from gapcheck.facts.durations import Duration
from gapcheck.facts.job_titles import job_title_finder
from gapcheck.facts.languages import language_parser
from gapcheck.matching.mentions import SkillMention
from gapcheck.posting.alternatives import joined
from gapcheck.posting.beside_certificates import BesideCertificates
from gapcheck.posting.certificate_rows import CertificateRows
from gapcheck.posting.certificates import CertificateRequirement, certificate_demands
from gapcheck.posting.clauses import quote
from gapcheck.posting.demand import Content, Demand
from gapcheck.posting.education import DegreeRequirement, degree_asked
from gapcheck.posting.experience import experience_finder
from gapcheck.posting.joined_proofs import joined_proofs
from gapcheck.posting.language_rows import LanguageRows
from gapcheck.posting.list_logic import ListLogic
from gapcheck.posting.list_model import SkillGroup
from gapcheck.posting.model import Statement
from gapcheck.posting.naming import own_names, shown_name
from gapcheck.posting.own_wording import OwnWording
from gapcheck.posting.pending import pending_finder, with_pending
from gapcheck.posting.skill_mentions import PostingMentions
from gapcheck.posting.terms import is_filling, says_nothing, wording_of
from gapcheck.posting.words import PostingWords
from gapcheck.posting.work_experience import WorkExperience
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, Logic, Necessity, Taxonomy
from gapcheck.text.phrases import BRACKETS, plain, printed_as_name
from gapcheck.text.sentences import trimmed

_LONG_CLAUSE = 30
"""Words; a longer clause is prose, where a name that the taxonomy lacks is not an item of a list."""


class RequirementReader:
    """Reads the rows of clauses of one document."""

    def __init__(
        self,
        document: Document,
        taxonomy: Taxonomy,
        words: PostingWords,
        named: PostingMentions,
        declines: Callable[[str], bool],
    ) -> None:
        self._document, self._text = document, document.text
        self._taxonomy = taxonomy
        self._words = words
        self._named = named
        self._declines = declines
        self._experience, self._proofs = experience_finder(taxonomy), joined_proofs(taxonomy)
        self._language_parser = language_parser(taxonomy)
        self._certificates = certificate_demands(taxonomy)
        self._beside = BesideCertificates(taxonomy, words)
        self._certificate_rows = CertificateRows(taxonomy, words, named)
        self._language_rows = LanguageRows(taxonomy, words)
        self._logic, self._pending = ListLogic(words, taxonomy), pending_finder(taxonomy)
        self._work = WorkExperience(taxonomy, words)
        self._wording = OwnWording(document.text, taxonomy, words)

    def of(self, demand: Demand, sentence: Span) -> Iterator[Statement]:
        """All statements of a clause, ordered by kind; `sentence` is the one that contains it."""
        asked = demand.decision.content
        text = Span(demand.clause.start + asked.start, demand.clause.start + asked.end).of(self._text)
        parts = self._proofs.of(text)
        if not parts:
            yield from self._of_part(demand, sentence)
            return
        yield from joined(
            [(part, tuple(self._of_part(demand.within(part.span), sentence, part.times))) for part in parts]
        )

    def _of_part(
        self, demand: Demand, sentence: Span, times: tuple[Duration, ...] | None = None
    ) -> Iterator[Statement]:
        """The statements of a clause, or of a part of it, which asks for one kind of proof and for these `times`."""
        start = demand.clause.start
        content = Span(start + demand.decision.content.start, start + demand.decision.content.end)
        text = content.of(self._text)
        if self._in_jest(demand, text):
            return
        taken = list(self._refused(text))
        for aside in taken:
            text = text[: aside.start] + " " * len(aside) + text[aside.end :]
        low = plain(text)
        text, later, under_way = self._pending.taken_out(text)
        times = self._experience.find(plain(text)) if times is None else times
        degree = self._degree(text, sentence)
        if degree is not None:
            row = self._statement(demand, demand.clause, Kind.EDUCATION, Logic.ANY_OF)
            yield row.replaced(degree=degree.degree, min_months=degree.months, pending=under_way)
            taken.append(degree.span)
            text = text[: degree.span.start] + " " * len(degree.span) + text[degree.span.end :]
        certificates = self._certificates.asked(text, degree=degree.span if degree else None)
        certificates = self._language_rows.without_levels(certificates, text)
        alone = certificates if degree is None and not times else None
        beside = self._beside_certificates(alone, content, text)
        yield from (row for part in beside for row in self._of_part(demand.within(part), sentence))
        if beside:
            return
        yield from with_pending(self._licences(demand, certificates, content, text), later)
        if alone is not None:
            return
        taken += list(certificates.spans if certificates else ())
        if degree is None and (languages := self._language_parser.find(text)):
            logic = Logic.ANY_OF if languages.any_of else Logic.ALL_OF
            row = self._statement(demand, demand.clause, Kind.LANGUAGE, logic)
            yield from self._language_rows.of(row, languages)
            taken.append(languages.span)
            if self._language_rows.are_all_of(low, languages.span) or not self._mentions_left(content, taken):
                return
        yield from self._rest(demand, content, taken, times, degree)

    def _beside_certificates(
        self, certificates: CertificateRequirement | None, content: Span, text: str
    ) -> tuple[Span, ...]:
        """The parts of the clause at `content`, if it lists something beside its certificates."""
        if certificates is None:
            return ()
        named = self._mentions_left(content, certificates.spans)
        return self._beside.parts(text, certificates, named, content.start)

    def _licences(
        self, demand: Demand, certificates: CertificateRequirement | None, content: Span, text: str
    ) -> Iterator[Statement]:
        """The rows of the certificates that the clause at `content` asks for; `text` is what it says without a degree."""
        if certificates is not None:
            row = self._statement(demand, demand.clause, Kind.CERTIFICATION, certificates.logic)
            yield from self._certificate_rows.of(row, certificates, content, text)

    def _refused(self, text: str) -> Iterator[Span]:
        """What the brackets of a text say not to be asked for."""
        for brackets in BRACKETS.finditer(text):
            for piece in re.finditer(r"[^;]+", brackets.group(1)):
                if self._declines(plain(piece.group())):
                    yield Span(brackets.start(1) + piece.start(), brackets.start(1) + piece.end())

    def _rest(
        self,
        demand: Demand,
        at: Span,
        taken: list[Span],
        times: tuple[Duration, ...],
        degree: DegreeRequirement | None,
    ) -> Iterator[Statement]:
        """What the clause at a place asks for beside a degree, certificates and languages."""
        if degree is None or len(times) <= 1:
            question = self._words.is_idle_question(at.of(self._text))
            rows = self._groups(demand, at, taken, times, degree=degree)
            yield from (r for r in rows if (r.skills or r.min_months if question else r.names_something))
        elif not degree.alternatives and (loose := [each for each in times if each.span not in degree.times]):
            yield from (r for r in self._groups(demand, at, taken, loose, degree=degree) if r.skills)

    def in_own_words(self, demand: Demand) -> Statement | None:
        """The statement of a clause in which nothing is known: what it asks for as it says it; None if that is nothing."""
        start, asked = demand.clause.start, demand.decision.content
        content = Span(start + asked.start, start + asked.end)
        wording = wording_of(content.of(self._text), self._words)
        low = plain(wording).replace("_", " ")
        if (
            says_nothing(wording, self._words)
            or self._words.is_idle_question(content.of(self._text))
            or self._in_jest(demand, wording)
            or self._words.working_time.found_in(low)
            or self._words.working_time.is_all_of(low)
        ):
            return None
        kind = Kind.SOFT_SKILL if self._words.is_attitude(low) else Kind.SKILL
        if self._work.has_done(plain(content.of(self._text))):
            kind = Kind.EXPERIENCE
        return self._statement(demand, demand.clause, kind).replaced(wording=wording)

    def _in_jest(self, demand: Demand, text: str) -> bool:
        """Whether it wishes for nothing but what people do at leisure: "foosball skills are a plus"; experience of it is meant."""
        low = plain(text)
        wish = demand.decision.necessity is Necessity.PREFERRED and not self._words.experience.search(low)
        return wish and (rest := self._words.leisure.sub(" ", low)) != low and is_filling(rest, self._words)

    def kind_of(self, skills: Iterable[str]) -> Kind:
        """The kind that all skills have; plain skill where they differ."""
        kinds = {self._taxonomy.skills[s].kind for s in skills if s in self._taxonomy.skills}
        return kinds.pop() if len(kinds) == 1 else Kind.SKILL

    def _degree(self, text: str, sentence: Span) -> DegreeRequirement | None:
        """The degree that a clause asks for; "or equivalent" and what makes it a condition may be anywhere in its sentence."""
        degree = degree_asked(text, self._taxonomy)
        if degree is None:
            return None
        whole = degree_asked(sentence.of(self._text), self._taxonomy)
        said = {
            name: True for name in ("or_equivalent", "condition") if whole and getattr(whole.degree, name)
        }
        return replace(degree, degree=degree.degree.model_copy(update=said))

    def _mentions_left(self, content: Span, taken: Sequence[Span]) -> list[SkillMention]:
        at = content.start
        return self._named.within(content, [Span(at + t.start, at + t.end) for t in taken])

    def _statement(self, demand: Demand, span: Span, kind: Kind, logic: Logic = Logic.ALL_OF) -> Statement:
        clause = trimmed(self._text, demand.clause, ",;:")
        return Statement(
            quote=quote(clause.of(self._text)),
            span=span,
            line=self._document.line_number(demand.clause.start),
            kind=kind,
            necessity=demand.decision.necessity or Necessity.MENTIONED,
            logic=logic,
            cue=quote(demand.decision.cue),
            rule=demand.decision.reason,
            scope=demand.scope,
        )

    def _groups(
        self,
        demand: Demand,
        content: Span,
        taken: Sequence[Span],
        times: Sequence[Duration],
        *,
        degree: DegreeRequirement | None,
    ) -> Iterator[Statement]:
        """One statement for each group of skills; one of time alone where no group takes the time that is asked for."""
        alternatives = bool(degree and degree.alternatives)
        about = self._about(demand, content, taken, () if alternatives else times)
        groups = self._skill_groups(about, taken, with_degree=degree is not None)
        timed = [(each, about.time_of(each, alone=len(groups) == 1)) for each in groups]
        yield from (row for each, time in timed for row in self._group_rows(each, time, about))
        is_told = any(time is not None and not each.under for each, time in timed)
        if about.times and not is_told and not alternatives:
            row = self._statement(demand, demand.clause, Kind.EXPERIENCE).replaced(within_months=about.within)
            wording = self._wording.time_in(about.content, about.times, taken)
            any_work = not wording and self._experience.is_of_any_work(about.low)
            yield row.replaced(min_months=about.times[0].months, wording=wording, any_work=any_work)
        elif not groups and not taken and not about.times and self._experience_as(about.low, demand):
            own = about.content.of(self._text)
            row = self._statement(demand, demand.clause, Kind.EXPERIENCE).replaced(within_months=about.within)
            wording = wording_of(own, self._words)
            yield row.replaced(terms=(quote(own).rstrip("."),) if wording else (), wording=wording)

    def _about(
        self, demand: Demand, content: Span, taken: Sequence[Span], times: Sequence[Duration]
    ) -> Content:
        """What a clause asks for at `content`, up to where it says how long ago that may be."""
        clause = plain(demand.clause.of(self._text))
        within, subject_end = self._experience.window(clause)
        if content.start < demand.clause.start + subject_end < content.end:
            content = Span(content.start, demand.clause.start + subject_end)
        mentions = self._mentions_left(content, taken)
        low, shown = plain(content.of(self._text)), shown_name(mentions, self._taxonomy, self._words)
        printed = own_names(mentions, self._text, self._taxonomy, self._words)
        return Content(demand, content, low, clause, within, times, mentions, printed, shown)

    def _skill_groups(
        self, about: Content, taken: Sequence[Span], *, with_degree: bool
    ) -> tuple[SkillGroup, ...]:
        """The groups that ask for something: with a degree only known skills do, in a sentence only what is printed as a name."""
        low, content = about.low, about.content
        listed = about.demand.listed or bool(self._words.of_what.search(low))
        aside = all(self._text[content.start + t.start - 1] in "(;" for t in taken)
        terms = listed and not with_degree and aside and len(low.split()) <= _LONG_CLAUSE
        groups = self._logic.groups(self._text, content, about.mentions, terms=terms)
        groups = tuple(self._logic.without_traits(self._with_names_of_skills(group)) for group in groups)
        if with_degree:
            groups = tuple(g for g in groups if g.skills)
        if self._words.sentence.match(low):
            groups = tuple(replace(g, terms=tuple(filter(printed_as_name, g.terms))) for g in groups)
            groups = tuple(g for g in groups if g.skills or g.terms)
        return tuple(filter(None, (self._without_people(g, about.demand) for g in groups)))

    def _group_rows(self, group: SkillGroup, time: Duration | None, about: Content) -> Iterator[Statement]:
        """The statement of one group, and of what its years include: those of a head are not spent in its examples alone."""
        row = self._group_row(group, time, about)
        head = row.head if row.kind is Kind.EXPERIENCE and row.logic is Logic.EXAMPLE else None
        if head is None or not self._words.including.search(group.segment.of(about.low)):
            yield row
            return
        every = row.replaced(head=None, terms=(), logic=Logic.ALL_OF)
        yield every.replaced(skills=(head,))
        if row.skills:
            yield every.replaced(kind=self.kind_of(row.skills), min_months=None, within_months=None)

    def _group_row(self, group: SkillGroup, time: Duration | None, about: Content) -> Statement:
        """The statement of one group, with the time that is asked for in it."""
        kind, segment = self.kind_of(group.skills), group.segment.of(about.low)
        if time is not None and not group.under:
            kind = Kind.EXPERIENCE
            group = self._counted_in_years(group, time.span.of(about.low), segment)
        elif self._work.is_time(group, segment, about.low) or (
            about.within is not None and (group.skills or self._words.trade_experience.search(about.clause))
        ):
            kind = Kind.EXPERIENCE
        group, kind, wording = self._wording.of(group, about.content, kind, about.times)
        if kind is Kind.EXPERIENCE and (skill := self._wording.named_so(wording)):
            group, wording = replace(group, skills=(skill,), terms=()), ""
        asked = (*group.skills, *filter(None, (group.head,)))
        here = about.mentions_in(group)
        called = about.printed if kind is Kind.EXPERIENCE else {**about.shown, **about.printed}
        return self._statement(about.demand, group.span, kind, group.logic).replaced(
            open=group.open,
            head=group.head,
            skills=group.skills,
            terms=group.terms,
            wording=wording,
            min_months=time.months if time is not None and kind is Kind.EXPERIENCE else None,
            within_months=about.within if kind is Kind.EXPERIENCE else None,
            any_work=self._experience.is_of_any_work(segment) and not (asked or group.terms or wording),
            min_count=group.min_count,
            proficiency=self._proficiency(segment, here),
            under=group.under,
            printed=tuple((each, called[each]) for each in asked if each in called),
            levels=self._named.levels(about.demand.clause, here),
        )

    def _with_names_of_skills(self, group: SkillGroup) -> SkillGroup:
        """Terms that are printed as a skill's own name is are that skill, though it may mean something else in prose: Rust."""
        known = {term: skill for term in group.terms if (skill := self._wording.named_so(term))}
        if not known:
            return group
        terms = tuple(term for term in group.terms if term not in known)
        return replace(group, skills=tuple(dict.fromkeys((*group.skills, *known.values()))), terms=terms)

    def _counted_in_years(self, group: SkillGroup, time: str, segment: str) -> SkillGroup:
        """In "5 years, two of them with Spark" the number counts years, and no skills to choose from."""
        if not self._words.time_parts.search(time):
            return group
        chooses = group.logic is Logic.ANY_OF and self._words.or_.search(segment)
        return replace(group, min_count=None, logic=group.logic if chooses else Logic.ALL_OF)

    def _without_people(self, group: SkillGroup, demand: Demand) -> SkillGroup | None:
        """Roles of other people are no names of skills, nor is grammar; one's own former role is, where experience in it is asked for."""
        titles = job_title_finder(self._taxonomy)
        kept = tuple(
            term
            for term in group.terms
            if not titles.is_head(last := plain(term).split()[-1])
            or (demand.listed and not last.endswith("s"))
        )
        if all(map(self._wording.is_small, kept)):
            kept = ()
        if not kept and not group.skills and group.terms:
            return None
        return replace(group, terms=kept)

    def _experience_as(self, low: str, demand: Demand) -> bool:
        """Whether experience as such is asked for, in nothing that has a name."""
        pattern = self._words.trade_experience if demand.listed else self._words.experience_as_such
        return bool(pattern.search(low))

    def _proficiency(self, segment: str, mentions: Sequence[SkillMention]) -> int | None:
        """The highest level named; "deep" in deep learning names none, "advanced" in advanced SQL does."""
        for name in sorted((plain(each.surface) for each in mentions), key=len, reverse=True):
            if not self._taxonomy.named(name.partition(" ")[2]):
                segment = segment.replace(name, "x")
        return max((level for level, words in self._words.levels if words.search(segment)), default=None)
