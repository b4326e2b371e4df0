"""The skills that a job document names, each where it names them."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from gapcheck.document import Document
from gapcheck.facts.job_titles import JobTitle, job_title_finder
from gapcheck.facts.languages import language_parser
from gapcheck.facts.skill_levels import FARTHEST, skill_levels
from gapcheck.matching import SkillMatcher
from gapcheck.matching.fields import within_fields
from gapcheck.matching.mentions import Assertion, DiscardReason, Genre, Method, Passage, SkillMention
from gapcheck.matching.relations import Relations, relations_of
from gapcheck.outline.model import SILENT, SectionKind
from gapcheck.posting.parts import Part
from gapcheck.spans import Span, SpanIndex
from gapcheck.taxonomy import Kind, NameMatch, Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.text.patterns import FUNCTION_WORDS
from gapcheck.text.phrases import CONJUNCTION, compiled, plain
from gapcheck.text.word_forms import can_qualify, says_how

_NOUN_BEFORE = re.compile(r"(?<![\w-])([^\W\d_]{3,}) \Z")
_JOINED = re.compile(rf"\b{CONJUNCTION}|[,/&]")
_NEXT_WORD = re.compile(r" ([^\W\d_][\w-]+)")
_COMPOUND = re.compile(r"(?<![\w-])([^\W\d_]{3,})-\Z")
_NEXT, _BEFORE = 40, 80
"""Characters behind and before a name in which its surroundings are looked for."""
_FARTHEST_PERSON = 6
"""Words between "with" and the people that somebody works with."""


class PostingMentions:
    """Mentions of skills in a document, looked up by place. Titles of roles are masked."""

    def __init__(
        self,
        document: Document,
        parts: Sequence[Part],
        titled: Mapping[Part, Sequence[JobTitle]],
        matcher: SkillMatcher,
        taxonomy: Taxonomy,
    ) -> None:
        passages = [
            Passage(
                part.span, listing=part.bullet and part.kind in {SectionKind.REQUIRED, SectionKind.PREFERRED}
            )
            for part in parts
            if part.kind not in SILENT
        ]
        masked = [
            (Span(part.span.start + t.span.start, part.span.start + t.span.end), DiscardReason.JOB_TITLE)
            for part, titles in titled.items()
            for t in titles
        ]
        found_all = matcher.find(document.text, passages, genre=Genre.POSTING, masked=masked)
        matches = within_fields(found_all, taxonomy, Genre.POSTING)
        languages = language_parser(taxonomy)
        surroundings = _surroundings(taxonomy)
        things = surroundings.starts_of_things(matches.mentions)
        found = [
            m
            for m in matches.mentions
            if not _means_other(m, document.text, matches.mentions, taxonomy)
            and not surroundings.say_other(m, document.text, things)
            and not languages.is_adjective(document.text, m.span)
        ]
        self._mentions = SpanIndex((m.span, m) for m in _outermost(found, taxonomy))
        self._text, self._levels = document.text, skill_levels(taxonomy)

    def within(self, span: Span, taken: Sequence[Span] = ()) -> list[SkillMention]:
        """Mentions that begin in `span`, cut at its end, without those that touch `taken`."""
        inside = [m for m in self._mentions.overlapping(span) if m.span.start >= span.start]
        return [_clipped(m, span) for m in inside if not any(m.span.overlaps(t) for t in taken)]

    def skills(self, span: Span) -> tuple[str, ...]:
        """Ids of the skills named in `span`, each once."""
        return tuple(dict.fromkeys(m.skill for m in self.within(span)))

    def levels(self, clause: Span, mentions: Sequence[SkillMention]) -> tuple[tuple[str, int], ...]:
        """The level that a clause prints with each of the skills that it names."""
        places = {m: Span(m.span.start - clause.start, m.span.end - clause.start) for m in mentions}
        text = clause.of(self._text)
        # words that show a skill are no name: "Proficient in Microsoft Office"
        index = SpanIndex((at, at) for m, at in places.items() if m.method is Method.PHRASE)
        found = {
            m.skill: self._levels.beside(
                text, at, index.overlapping(Span(max(0, at.start - FARTHEST), at.end))
            )
            for m, at in places.items()
        }
        return tuple((skill, level) for skill, level in found.items() if level)


class _Surroundings:
    """What the words around a name show it to be: part of another name, or what other people do."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        terms, cues = taxonomy.term_words, taxonomy.necessity_cues
        self._soft = frozenset(s.id for s in taxonomy.skills.values() if s.kind is Kind.SOFT_SKILL)
        known = compiled((*cues.knowledge_words, *cues.heads, *cues.qualities, *terms.trait_heads))
        things = {each for each in terms.fillers if each.endswith("s") and not known.fullmatch(each)}
        small = frozenset((*terms.fillers, *terms.small_words)) - things | FUNCTION_WORDS
        self._trait_goes_on = known
        self._small = small
        with_ = compiled(terms.before_people).pattern
        self._with = re.compile(rf"{with_}\s(?:[\w,&/'-]+\s){{0,{_FARTHEST_PERSON}}}\Z")
        self._people = compiled(terms.people)
        self._nouns = terms.trait_endings
        self._verbs_too = frozenset(terms.verbs_too)
        self._titles = job_title_finder(taxonomy)

    def starts_of_things(self, mentions: Sequence[SkillMention]) -> frozenset[int]:
        """Where a text names what is no trait."""
        named = (m for m in mentions if m.method is Method.PHRASE and m.skill not in self._soft)
        return frozenset(m.span.start for m in named)

    def say_other(self, mention: SkillMention, text: str, things: Container[int]) -> bool:
        """Whether a name is none: "persistence frameworks" ask for no persistence, "to drive sales" for no drive.

        Nor do "data-driven insights" ask for drive, and "analytical test equipment" for analytical thinking, as it says of
        which kind a thing (named at one of `things`) is. So are the trades of people that somebody works with: "work with
        designers and ML teams".
        """
        if mention.method is not Method.PHRASE:
            return False
        if mention.skill in self._soft and " " not in mention.surface:
            compound = _COMPOUND.search(text, max(mention.span.start - _NEXT, 0), mention.span.start)
            if compound is not None and not says_how(compound[1].lower()):
                return True
            if can_qualify(plain(mention.surface)) and mention.span.end + 1 in things:
                return True
        after = _NEXT_WORD.match(plain(text[mention.span.end : mention.span.end + _NEXT]))
        if after is None:
            return False
        if mention.skill in self._soft:
            return self._is_modifier(mention, after)
        word = after.group(1)
        people = self._people.fullmatch(word) or (word.endswith("s") and self._titles.is_head(word))
        before = plain(text[max(mention.span.start - _BEFORE, 0) : mention.span.start])
        return bool(people) and self._with.search(before) is not None

    def _is_modifier(self, mention: SkillMention, after: re.Match[str]) -> bool:
        """Whether one ordinary noun for a trait belongs to the word behind it, as its first part or as its verb."""
        name = plain(mention.surface)
        if " " in name or not (name.endswith(self._nouns) or name in self._verbs_too):
            return False
        word = after.group(1)
        return word not in self._small and not self._trait_goes_on.match(after.string, after.start(1))


_surroundings: Derived[Taxonomy, _Surroundings] = Derived(_Surroundings)


def _means_other(
    mention: SkillMention, text: str, mentions: Sequence[SkillMention], taxonomy: Taxonomy
) -> bool:
    """Whether the noun before a short name makes it another thing: "fire alarm testing" is no software testing.

    A name is short that lacks the word that distinguishes its label from others of the kind, or names the skill in job
    documents only: "kayak coaching" is no mentoring. What is known before it says more of it only where it is of its kind.
    """
    known = taxonomy.skills.get(mention.skill)
    name = plain(mention.surface)
    if known is None or mention.method is not Method.PHRASE or " " in name or not mention.surface.islower():
        return False
    loose = name.endswith("ing") and any(
        each.name == name and each.match is NameMatch.POSTINGS for each in known.aliases
    )
    if not loose and name not in plain(known.label).split()[1:]:
        return False
    before = _NOUN_BEFORE.search(text[max(mention.span.start - 40, 0) : mention.span.start])
    kindred = relations_of(taxonomy).kindred
    beside = (m for m in mentions if m.span.end == mention.span.start - 1)
    if before is None or any(kindred(m.skill, mention.skill) for m in beside):
        return False
    word, terms, cues = before.group(1).lower(), taxonomy.term_words, taxonomy.necessity_cues
    small = {*terms.fillers, *terms.general_words, *terms.small_words, *terms.not_names, *terms.leading_words}
    levels = {each for words in cues.levels.values() for each in words}
    qualifies = can_qualify(word) and not word.endswith("ing")
    return word not in small | levels | FUNCTION_WORDS and not qualifies


def _is_others(mention: SkillMention, taxonomy: Taxonomy) -> bool:
    """Whether a name is somebody else's; a posting speaks of the candidate as "they" and by the role's title, too."""
    if mention.assertion is not Assertion.OTHER:
        return False
    cue, titles = plain(mention.cue), job_title_finder(taxonomy)
    candidate = compiled(taxonomy.necessity_cues.cue_subjects).search(cue)
    return candidate is None and not any(map(titles.names_a_job, cue.split()))


def _outermost(mentions: Sequence[SkillMention], taxonomy: Taxonomy) -> list[SkillMention]:
    """Mentions that the text makes its own: no name inside a longer name, none that it denies."""
    choice = compiled(taxonomy.necessity_cues.or_words)  # "Scala instead of Python is fine" denies neither
    claimed = [
        m
        for m in mentions
        if (m.assertion is not Assertion.ABSENT or choice.fullmatch(plain(m.cue)))
        and not _is_others(m, taxonomy)
    ]
    levels = {word for words in taxonomy.necessity_cues.levels.values() for word in words}
    exact = SpanIndex((m.span, m) for m in claimed if m.method is Method.PHRASE)
    relations = relations_of(taxonomy)
    claimed = [m for m in claimed if m.method is not Method.PATTERN or not _is_torn(m, exact, relations)]
    names = SpanIndex(
        (m.span, m) for m in claimed if not _JOINED.search(m.surface) or taxonomy.named(m.surface)
    )
    return [
        m
        for m in claimed
        if plain(m.surface) not in levels
        and not any(
            m.span in o.span
            and (len(m.span) < len(o.span) or (m.method is Method.PATTERN and o.method is Method.PHRASE))
            for o in names.overlapping(m.span)
        )
    ]


def _is_torn(mention: SkillMention, exact: SpanIndex[SkillMention], relations: Relations) -> bool:
    """Whether a skill that a text shows without naming it gives way to a name in its words.

    It is read across a list ("pipelines, Git and data"), or around what the text names: "servicing HVAC equipment" asks
    for HVAC, and "repairing rooftop units" for the kind of HVAC that it names.
    """
    hard = relations.technical(mention.skill)
    for each in exact.overlapping(mention.span):
        start, end = each.span.start - mention.span.start, each.span.end - mention.span.start
        if each.skill == mention.skill or each.span not in mention.span:
            continue
        if mention.surface[:start].endswith(", ") or mention.surface[end:].startswith(","):
            return True
        if relations.proves(each.skill, mention.skill):
            return True
        if hard and relations.technical(each.skill) and not relations.kindred(each.skill, mention.skill):
            return True
    return False


def _clipped(mention: SkillMention, span: Span) -> SkillMention:
    return (
        mention if mention.span.end <= span.end else replace(mention, span=Span(mention.span.start, span.end))
    )
