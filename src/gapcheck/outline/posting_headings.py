"""What the headings, labels and columns of job postings are called: posting_headings.yaml, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from gapcheck.facts.job_titles import JobTitleFinder, job_title_finder
from gapcheck.outline.claims import CandidateClaims
from gapcheck.outline.form import MARKS, WORDS, opens_list
from gapcheck.outline.lines import Row
from gapcheck.outline.model import ASKING, PRESENT, SILENT, SectionKind
from gapcheck.outline.vocabulary import HeadingMatch, Naming
from gapcheck.spans import Span, SpanIndex, covering
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.posting_words import NecessityCues, PostingHeadingWords
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.contractions import written_out
from gapcheck.text.inflection import singular
from gapcheck.text.phrases import compiled, plain, without_brackets

_WEAKER = frozenset({SectionKind.REQUIRED, SectionKind.NOT_ASKED, SectionKind.NEUTRAL})
"""Kinds that give way to a word of preference in the same heading: "required skills" to "ideal but not required"."""

ONE_LINE = SILENT | {SectionKind.APPLY, SectionKind.ABOUT}
"""Kinds that ask for nothing."""
_SEVERAL = 2
_LONGEST_TRADE = 4
"""Words of a role's title whose noun is no sign of one elsewhere: "Legal Secretary", "Pensions Clerk"."""
_SURE = {
    **dict.fromkeys(SILENT, 0.9),
    **dict.fromkeys((SectionKind.APPLY, SectionKind.CERTIFICATIONS), 0.8),
    **dict.fromkeys((*ASKING, SectionKind.LEVELS), 0.5),
    SectionKind.DUTIES: 0.4,
    SectionKind.NEUTRAL: 0.35,
    SectionKind.ABOUT: 0.2,
}


_AT_END = MARKS + "?!.-"
"""Signs at the end of a heading, which say nothing of it."""
_OFFERED = re.compile(r"\s*/\s*|\s+or\s+")
_DASHES = re.compile(r"[-\u2013]{2,}")
"""A run of dashes is one: patterns with free words would part it into words in every way there is."""


class PostingHeadings:
    """posting_headings.yaml, compiled. Pure after it is built."""

    unknown = opening = SectionKind.NEUTRAL
    catalogue = frozenset({SectionKind.CERTIFICATIONS})
    one_line = ONE_LINE
    sure: Mapping[SectionKind, float] = _SURE

    def __init__(self, headings: PostingHeadingWords, cues: NecessityCues, titles: JobTitleFinder) -> None:
        self.rules = headings.rules
        self._titles = titles
        self._sections = [(SectionKind(row.kind), compiled(row.phrases)) for row in headings.sections]
        preferred = [row.phrases for row in headings.sections if row.kind == SectionKind.PREFERRED]
        wishes = (each for each in cues.preferred if each not in headings.only_in_sentences)
        self._wishes = compiled((*(phrase for row in preferred for phrase in row), *wishes))
        self._not_cues = compiled(cues.not_cues)
        self._whole = frozenset(headings.whole)
        self._small = frozenset(headings.small_words)
        self._items = compiled(headings.items)
        self._items_at_end = compiled(headings.items_at_end)
        self._not_items = compiled(headings.not_items)
        self._not_at_end = compiled(headings.not_at_end)
        self._qualities = compiled(tuple(f"^ ~? ~? ~? ~? ~? {each}" for each in headings.qualities))
        self._claims = CandidateClaims(cues)
        self.asking = compiled(headings.asking)
        self.required = compiled(cues.required)
        self.preferred = compiled(cues.preferred)
        self._demanding = re.compile(
            rf"\W*(?:(?:\w+\s+)?{compiled(cues.cue_subjects).pattern}\s+)?{compiled(cues.modals).pattern}\s+{compiled(cues.held_verbs).pattern}"
        )
        described = compiled((*cues.heads, *cues.apt, *cues.able_to)).pattern
        known = rf"{compiled(cues.knowledge_words).pattern}\s+{compiled(cues.known_of).pattern}"
        self._describing = re.compile(
            rf"\W*{compiled(cues.held_verbs).pattern}\s+(?:[\w-]+\s+){{0,2}}?(?:{described}|{known})"
        )
        self.fact_labels = compiled(headings.fact_labels)
        self.columns = [(row.kind, compiled(row.phrases)) for row in headings.columns]
        self.ticks = frozenset(headings.ticks)
        self.crosses = frozenset(headings.crosses)
        self.letters = headings.letters
        self._leads = compiled(headings.leads)
        self._knowledge_lists, self._papers_lists = map(
            compiled, (headings.knowledge_lists, headings.papers_lists)
        )
        self._buttons = compiled(headings.buttons)
        self._answers = compiled(headings.answers)
        self._ends_of_duties = compiled(headings.ends_of_duties)
        self._with_bullets = compiled(headings.with_bullets)

    def asks_for_list(self, sentence: str) -> bool:
        """Whether a sentence ends with words of knowledge and leads to a list of what somebody knows: "knowledge of:"."""
        return self._knowledge_lists.search(plain(sentence).rstrip(_AT_END)) is not None

    def lists_papers(self, sentence: str) -> bool:
        """Whether a sentence over a list speaks of papers that applicants hand in."""
        return self._papers_lists.search(plain(sentence)) is not None

    def likely(self, title: str) -> HeadingMatch | None:
        """The section that a phrase in a title names; None for a role's title.

        The longest phrase decides, the earlier kind among equals; a word of preference beats what is required.
        """
        low = written_out(without_brackets(plain(title)) if title.strip(MARKS)[:1] != "(" else plain(title))
        low = low.rstrip(_AT_END)
        best, tied = (0, 0), [SectionKind.NEUTRAL]
        decides = Span(0, 0)
        places: list[Span] = []
        for rank, (kind, phrases) in enumerate(self._sections):
            for match in phrases.finditer(low):
                if match.group() in self._whole and low.strip(MARKS + "?") != match.group():
                    continue
                size = _words(match.group())
                places.append(Span(*match.span()))
                if (size, -rank) > best:
                    tied = [*tied, kind] if size == best[0] else [kind]
                    best, decides = (size, -rank), places[-1]
                elif size == best[0] and kind not in tied:
                    tied.append(kind)
        size = best[0]
        if not places or tied[0] in _WEAKER:
            wish = self._wish(low)
            if wish is not None and wish not in decides:
                places.append(wish)
                size, tied = _words(wish.of(low)), [SectionKind.PREFERRED]
        if not places or self._is_title(title):
            return None
        covered = self._covered(low, places)
        kinds = tuple(tied)
        return HeadingMatch(
            kinds,
            Naming.PHRASE,
            tied=len(kinds) > 1,
            wholly=covered >= self._weight(title),
            size=size,
            covered=covered,
        )

    def name(self, title: str) -> HeadingMatch | None:
        """The section that a title names with half of its words."""
        match = self.likely(title)
        return match if match and 2 * max(match.covered, match.size) >= self._weight(title) else None

    def _is_title(self, text: str) -> bool:
        """Whether a line is a role's title and nothing else: "Travel ICU Nurse" is about no travel."""
        line = text.strip(MARKS)
        title = self._titles.opening(line)
        if title is not None and len(title.span) == len(line):
            return True
        words = line.split()
        trade = 1 < len(words) <= _LONGEST_TRADE and all(each.isalpha() and each.istitle() for each in words)
        return trade and self._titles.names_a_job(last := words[-1].lower()) and singular(last) == last

    def _wish(self, low: str) -> Span | None:
        """A word of preference: of a heading or of a sentence."""
        for match in self._wishes.finditer(low):
            blanked = self._not_cues.sub(lambda found: " " * len(found.group()), low)
            if blanked[match.start()] != " ":
                return Span(*match.span())
        return None

    def is_heading_alone(self, text: str) -> SectionKind | None:
        """The kind when the text is little more than the words of a heading."""
        found = self.likely(text)
        return (
            found.kind
            if found and _words(written_out(plain(text))) <= max(found.size, found.covered) + 1
            else None
        )

    def strength(self, text: str) -> SectionKind | None:
        """Required or preferred where a short text is little more than a word of necessity: "Essential"."""
        kind = self.is_heading_alone(text)
        if kind is SectionKind.REQUIRED and not self.required.search(plain(text)):
            return None
        return kind if kind in ASKING else None

    def by_letter(self, text: str) -> SectionKind | None:
        """Required or preferred where a text is a letter, or an abbreviation, for it: "E", "Des."."""
        letter = self.letters.get(plain(text).strip(" ."))
        return SectionKind(letter) if letter else None

    def offers_strengths(self, head: str) -> bool:
        """Whether the head of a column lists how strongly its cells can ask: "E/D", "Essential or desirable"."""
        parts = [each for each in _OFFERED.split(without_brackets(head)) if each.strip()]
        return len(parts) > 1 and all(self.by_letter(each) or self.strength(each) for each in parts)

    def refuses(self, text: str) -> bool:
        """Whether a text says of what is beside it that it is not asked for: "Not needed"."""
        found = self.name(text)
        return found is not None and found.kind is SectionKind.NOT_ASKED

    def demands(self, line: str) -> bool:
        """Whether a line opens with what somebody must have: "Must hold a licence", "Candidates must have two years"."""
        return self._demanding.match(plain(line)) is not None

    def describes(self, line: str) -> bool:
        """Whether a line goes on with who is sought: "Be able to lead a shift", "Have good knowledge of the area"."""
        return self._describing.match(plain(line)) is not None

    def wish(self, label: str) -> SectionKind | None:
        """Preferred where a label says so with a good part of its words, and several: "What gets you bonus points"."""
        found = self.likely(label)
        if found is None or found.kind is not SectionKind.PREFERRED or found.size < _SEVERAL:
            return None
        return found.kind if _words(label) <= 3 * found.size + 2 else None

    def _weight(self, text: str) -> int:
        """How many words of a heading could say what it opens: titles and small words cannot."""
        low = list(plain(text) if text.lstrip(MARKS)[:1] == "(" else without_brackets(plain(text)))
        for title in self._titles.find(text):
            low[title.span.start : title.span.end] = " " * len(title.span)
        return sum(self._weighs(word) for word in WORDS.findall(written_out("".join(low))))

    def claim(self, title: str) -> str:  # noqa: ARG002
        """A posting says nothing of whether somebody has a skill."""
        return PRESENT

    def without_year(self, title: str, *, marked: bool) -> str:  # noqa: ARG002
        """No heading of a posting holds a year."""
        return title

    def is_item(self, text: str) -> bool:
        """Whether a line is by its words an item rather than a heading: "Experience with Docker", "Docker is a plus"."""
        low = _DASHES.sub("-", written_out(plain(text)))
        if self._items_at_end.search(low) and not self._not_at_end.search(low):
            return True
        return self._items.search(low) is not None and not self._not_items.search(low)

    def _is_quality(self, item: str) -> bool:
        """Whether an item speaks of what somebody brings."""
        return self._qualities.search(_DASHES.sub("-", written_out(plain(item)))) is not None

    def asks(self, item: str) -> bool:
        """Whether an item by itself speaks of what somebody brings or has to bring."""
        low = self._not_cues.sub(" ", plain(item))
        cue = self.required.search(low) or self.preferred.search(low)
        return cue is not None or self._is_quality(item) or self._claims(low)

    def content(self, lines: Sequence[Row], position: int) -> Mapping[SectionKind, float]:  # noqa: ARG002
        """A list of which most items speak of what somebody brings is required."""
        items = list(takewhile(lambda row: row.bullet, lines))
        speaking = sum(self._is_quality(row.text) for row in items)
        return {SectionKind.REQUIRED: speaking / len(items)} if 2 * speaking > len(items) else {}

    def leads(self, heading: str) -> bool:
        """Whether a heading is a sentence that goes on in the list below it, and ends with that: "We also require:"."""
        return opens_list(heading) and self._leads.search(plain(heading)) is not None

    def is_button(self, text: str) -> bool:
        """Whether a line is what a web page prints around a posting: "Sign in", "Back"."""
        return self._buttons.fullmatch(plain(text.strip(MARKS + ","))) is not None

    def ends_duties(self, text: str) -> bool:
        """Whether a line closes a list of duties: "Performs other duties as assigned"."""
        return self._ends_of_duties.search(plain(text)) is not None

    def heads_items(self, text: str) -> bool:
        """Whether an item of a list is all of a section's name, and opens the items below it."""
        return self._with_bullets.fullmatch(plain(text.strip(MARKS))) is not None

    def is_answer(self, text: str) -> bool:
        """Whether a line is an answer to choose in a form: "Less than 1 year"."""
        return (
            self._answers.fullmatch(" ".join(plain(text.strip(MARKS + ".")).replace(",", " ").split()))
            is not None
        )

    def _weighs(self, word: str) -> bool:
        return len(word) > 2 and word not in self._small

    def _covered(self, low: str, places: Iterable[Span]) -> int:
        """How many weighing words are in phrases of headings."""
        phrases = SpanIndex((place, place) for place in places)
        words = (Span(*match.span()) for match in WORDS.finditer(low) if self._weighs(match.group()))
        return sum(covering(word, phrases.overlapping(word)) is not None for word in words)


def _words(text: str) -> int:
    return len(WORDS.findall(text))


def _built(taxonomy: Taxonomy) -> PostingHeadings:
    return PostingHeadings(taxonomy.posting_headings, taxonomy.necessity_cues, job_title_finder(taxonomy))


posting_headings: Derived[Taxonomy, PostingHeadings] = Derived(_built)
"""The compiled words of a taxonomy."""
