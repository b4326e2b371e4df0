"""Jobs that a person tells in sentences instead of heads: "Since June 2022 I have been a baker at Sample Mills, where ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.document import Document
from gapcheck.facts.dates import DateParser, PrintedDate
from gapcheck.facts.job_titles import SURE_SCORE
from gapcheck.matching.assertion import Assertions
from gapcheck.matching.mentions import Assertion
from gapcheck.resume.entry_words import EntryWords
from gapcheck.spans import Span
from gapcheck.taxonomy.language.resume_words import EntryHeadWords, PersonNameWords
from gapcheck.text.phrases import ARTICLE, alternation, compiled, plain
from gapcheck.text.sentences import sentences
from gapcheck.text.tokens import tokenize

_LONGEST_SENTENCE = 600
_MOST_WORDS_OF_A_TITLE = 7
_HELD = frozenset({Assertion.PRESENT, Assertion.PAST})
_ENDS = frozenset(".:!?")
_SIGN = re.compile(r"[:;|\t•·–—]|\s-\s")
"""What parts a head from the text behind it."""
_NAME = r"[A-ZÀ-Þ][\w.'’&-]*"


@dataclass(frozen=True, slots=True)
class ToldJob:
    """A job in a sentence. `sentence` is where it is told; what follows until `end`, in its paragraph, tells of it."""

    title: str
    employer: str
    dated: PrintedDate
    sentence: Span
    end: int
    page: int


def _paragraphs(document: Document) -> Iterator[tuple[int, Span]]:
    """Page and place of each paragraph; in text files, lines that a sentence runs over are one, however short they are."""
    page, body, last = 1, Span(0, 0), 0
    for block in document.blocks:
        between = document.text[body.end : block.span.start]
        ended = document.text[last : body.end].rstrip()[-1:] in _ENDS
        last = block.body.start
        if len(body) and between == "\n" and not ended and not block.marker and not block.heading_level:
            body = Span(body.start, block.body.end)
            continue
        if len(body):
            yield page, body
        page, body = block.page, block.body
    if len(body):
        yield page, body


class ToldJobFinder:
    """Finds sentences of the person ("I", "my") with a period, a title and mostly an employer. Pure after it is built."""

    def __init__(
        self,
        dates: DateParser,
        titles: EntryWords,
        words: EntryHeadWords,
        names: PersonNameWords,
        assertions: Assertions,
    ) -> None:
        self._dates = dates
        self._titles = titles
        self._assertions = assertions
        self._no_posts = frozenset(words.no_posts)
        # before a capital it is a number: "Part I Assistant", "Engineer I"
        self._person = re.compile(
            rf"(?<!\w){alternation(names.first_person)}(?!\w)(?!\s+(?-i:[A-ZÀ-Þ])|\s*[\t|(–—])", re.IGNORECASE
        )
        self._before_title = re.compile(
            rf"(?<!\w)(?:{alternation(words.told_as)}|(?P<bare>{alternation(words.told_as_words)}))\s+(?:{ARTICLE}\s+)?(?=\w)",
            re.IGNORECASE,
        )
        self._work = compiled(words.told_work)
        self._other_clause = re.compile(rf"[;:]|(?<!\w){alternation(words.clause_words)}(?!\w)")
        self._no_job = compiled(words.told_not)
        self._no_post_of = compiled(tuple(each for each in words.no_posts if " " in each))
        at = alternation((*words.at, *words.at_if_unnamed))
        self._title_end = re.compile(
            rf"[,.;:()]|\s(?:{at}|{alternation(words.sentence_joins)})\s", re.IGNORECASE
        )
        inside = alternation(words.within_names)
        self._employer = re.compile(
            rf"(?<!\w){at}\s+(?:{ARTICLE}\s+)?(?P<name>{_NAME}(?:\s+(?:{inside}\s+)?{_NAME})*)"
        )

    def find(self, document: Document) -> tuple[ToldJob, ...]:
        """All such jobs, in order of the text."""
        return tuple(
            job for page, body in _paragraphs(document) for job in self._of_paragraph(page, body, document)
        )

    def own_sentences(self, document: Document) -> tuple[Span, ...]:
        """The sentences in which the person says "I" or "my" without a sign before it: whatever dates they hold, no heads."""
        return tuple(
            sentence
            for _, body in _paragraphs(document)
            for sentence in sentences(document.text, body)
            if (said := self._person.search(document.text, sentence.start, sentence.end)) is not None
            and document.text[sentence.end - 1] in _ENDS
            and not _SIGN.search(document.text, sentence.start, said.start())
        )

    def _of_paragraph(self, page: int, body: Span, document: Document) -> Iterator[ToldJob]:
        if not self._person.search(document.text, body.start, body.end):
            return
        told = [
            (sentence, found)
            for sentence in sentences(document.text, body)
            if (found := self._job(sentence, document.text)) is not None
        ]
        ends = [*(following.start for following, _ in told[1:]), body.end][: len(told)]
        for (sentence, (title, employer, dated)), end in zip(told, ends, strict=True):
            yield ToldJob(title, employer, dated, sentence, end, page)

    def _job(self, sentence: Span, whole: str) -> tuple[str, str, PrintedDate] | None:
        text = sentence.of(whole).replace("\n", " ")
        if len(text) > _LONGEST_SENTENCE or not self._person.search(text) or self._no_job.search(plain(text)):
            return None
        ranges = [each for each in self._dates.find(text, sentence.start) if each.range]
        title = self._title(text)
        if len(ranges) != 1 or not title:
            return None
        named = self._employer.search(text)
        employer = " ".join(named["name"].rstrip(".,").split()) if named is not None else ""
        return title, employer, ranges[0]

    def _title(self, text: str) -> str:
        """The title behind words that introduce one ("I was a"), if the person holds it: as many words as belong to it."""
        for found in self._before_title.finditer(text):
            rest = text[found.end() :]
            if self._no_post_of.match(plain(rest)):
                continue
            if found["bare"] and not self._in_clause_of_work(plain(text[: found.start()])):
                continue
            stop = self._title_end.search(rest)
            words = rest[: stop.start() if stop else len(rest)].split()[:_MOST_WORDS_OF_A_TITLE]
            for count in range(len(words), 0, -1):
                title = " ".join(words[:count])
                if (
                    self._titles.title_score(title) == SURE_SCORE
                    and words[count - 1].casefold() not in self._no_posts
                ):
                    if self._held(text, Span(found.end(), found.end() + len(title))):
                        return title
                    break
        return ""

    def _in_clause_of_work(self, before: str) -> bool:
        """Whether the last verb of work of the person goes on to the end of a plain text, without another clause between."""
        ends = [found.end() for found in self._work.finditer(before)]
        return bool(ends) and not self._other_clause.search(before, ends[-1])

    def _held(self, text: str, title: Span) -> bool:
        """Whether nothing in the sentence denies the title, wishes for it, or gives it to somebody else or to a course."""
        tokens = tokenize(text)
        inside = [at for at, token in enumerate(tokens) if title.start <= token.start < title.end]
        if not inside:
            return False
        (claim,) = self._assertions.claims(tokens, [(inside[0], inside[-1] + 1)], [])
        return claim.assertion in _HELD and not claim.training
