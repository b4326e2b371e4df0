"""Names of skills in a person's own words, as printed: what the taxonomy lacks, or calls by a name of another kind.

They are no part of any score. A name is an item of a list of skills: two to five words, or a single word that is no
praise and no general noun ("clients", "materials"). Lines of work that have no verb list names as well ("busbar,
conduit bending, cable tray"); only names of several words count there. What the taxonomy knows is kept in the person's words, too, if its
label has none of them ("venepuncture" for phlebotomy).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gapcheck.document import Document
from gapcheck.matching.mentions import CLAIMED, DiscardReason, Matches, Method, Passage, SkillMention
from gapcheck.outline.labels import label_of
from gapcheck.outline.model import Section, SectionKind
from gapcheck.spans import Span, SpanIndex
from gapcheck.taxonomy.enums import Kind
from gapcheck.taxonomy.language.posting_words import TermWords
from gapcheck.taxonomy.model import Skill
from gapcheck.text.content_words import DETERMINERS, PREPOSITIONS
from gapcheck.text.inflection import forms
from gapcheck.text.numbers import NUMBER_WORDS
from gapcheck.text.patterns import FINITE_VERBS, FUNCTION_WORDS
from gapcheck.text.word_forms import alike, says_how

_ITEM = re.compile(r"[^,;|•·\t/:()]+")
_ITEM_OR_LINE = re.compile(r"[^,;|•·\t\n/:()]+")
_EDGES = " .*-–—_'\"•"
_LONGEST = 5
"""Words of a name; more are a sentence."""
_LONGEST_IN_WORK = 4
_MOST_WORDS_OF_A_LINE = 30
_SHORT = 3
"""Letters of a single plain word that is hardly a name."""
_PRINTED_AS_NAME = re.compile(r"(?=.*[A-Z])(?:\w*\d\w*|[A-Z]{3,6}|[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*)")
_WORD = re.compile(r"[^\W\d_][\w'’&+#.-]*")
_SENTENCE = re.compile(r"(?:[^.;\n]|\.(?=\S)|\n(?!\s*[A-ZÀ-Þ•-]))+")
_BETWEEN_PARTS = re.compile(r"[,:()&\t]|\b(?:and|or)\b")
_OPENS = re.compile(r"(?:\A|[,;|•·\t\n(:]|\band)\s*\Z")
_CLOSES = re.compile(r"\s*(?:\Z|[,;|•·\t\n().:])")
_ANY_WORD = re.compile(r"\S+")
_OF_WORK = frozenset({SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.SKILLS, SectionKind.OTHER})
_QUALIFYING = ("al", "ic")
"""Endings of single words that rather qualify a noun which is not there: "financial", "strategic"."""
_MAY_BE_NAMED = frozenset(
    {
        DiscardReason.LOOKALIKE,
        DiscardReason.GENERAL,
        DiscardReason.OTHER_FIELD,
        DiscardReason.PART_OF_LONGER_NAME,
    }
)
_TOLD = FINITE_VERBS | {"am", "do", "does", "did", "not", "i", "we", "my", "never", "no"}
"""A line with one of these tells something."""


class ListedNames:
    """Finds them. Pure after it is built."""

    def __init__(
        self, words: TermWords, verbs: Iterable[str] = (), skills: Mapping[str, Skill] | None = None
    ) -> None:
        """`verbs` open lines of work; `skills` are those of the taxonomy, by id."""
        self._general = frozenset((*words.general_words, *words.fillers, *words.within_names))
        self._within = frozenset(words.within_names)
        self._none = frozenset((*words.not_names, *words.small_words, *words.praise)) - self._within
        self._verbs = frozenset(form for verb in verbs for form in forms(verb))
        self._ends = FUNCTION_WORDS | PREPOSITIONS | DETERMINERS | NUMBER_WORDS | frozenset(words.small_words)
        self._skills = skills or {}

    def find(
        self,
        document: Document,
        passages: Iterable[Passage],
        matches: Matches,
        hidden: Iterable[Span],
        sections: Iterable[Section] = (),
        indexes: Iterable[Span] = (),
    ) -> tuple[Span, ...]:
        """The place of each name, once, in order of the text; nothing that is refused or `hidden`.

        Single words of `indexes` (see `word_indexes`) are any words of the text.
        """
        text = document.text
        claimed = [each for each in matches.mentions if each.assertion in CLAIMED]
        known = SpanIndex((each.span, each) for each in claimed)
        refused = [each.span for each in matches.mentions if each.assertion not in CLAIMED]
        refused += [each.span for each in matches.discarded if each.reason not in _MAY_BE_NAMED]
        barred = SpanIndex((span, span) for span in (*refused, *hidden))
        kinds = SpanIndex((each.body, each.kind) for each in sections)
        indexed = SpanIndex((span, span) for span in indexes)
        places: list[Span] = []
        for passage in passages:
            if passage.silent is not None or passage.assertion not in CLAIMED or passage.title:
                continue
            inside = known.overlapping(passage.span)
            kind = next(iter(kinds.overlapping(passage.span)), SectionKind.SKILLS)
            items: list[Span] = []
            own = passage.listing and not indexed.overlapping(passage.span)
            if passage.listing:
                items += self._items(passage.span, text, single=own and kind is SectionKind.SKILLS)
            elif kind in _OF_WORK:
                items += self._of_work(passage.span, text)
            items = [
                span
                for span in items
                if _is_new(span, known.overlapping(span), text)
                or (own and self._is_reworded(span, known.overlapping(span), text))
            ]
            places += items
            taken = SpanIndex((item, item) for item in items)
            places += [
                each.span
                for each in inside
                if self._is_in_other_words(each, text, passage)
                and not any(each.span in item for item in taken.overlapping(each.span))
            ]
        found: dict[str, Span] = {}
        every = SpanIndex((span, span) for span in places)
        for span in sorted(places):
            longer = any(span != other and span in other for other in every.overlapping(span))
            if not longer and not barred.overlapping(span):
                found.setdefault(" ".join(span.of(text).casefold().split()), span)
        return tuple(sorted(found.values()))

    def _is_reworded(self, item: Span, known: Iterable[SkillMention], text: str) -> bool:
        """Whether an item of several words calls what the taxonomy knows by another name than its labels ("people skills")."""
        words = [word.casefold() for word in item.of(text).split()]
        skills = [skill for each in known if (skill := self._skills.get(each.skill)) is not None]
        labels = [[word.casefold() for word in _WORD.findall(skill.label)] for skill in skills]
        same = any(_covers(words, label) or _covers(label, words) for label in labels)
        return len(words) > 1 and bool(labels) and not same

    def _is_in_other_words(self, mention: SkillMention, text: str, passage: Passage) -> bool:
        """Whether a technical skill is named by a noun that its label has not; one word has to be an item of a list."""
        skill = self._skills.get(mention.skill)
        if (
            skill is None
            or skill.kind in {Kind.SOFT_SKILL, Kind.LANGUAGE}
            or mention.method is not Method.PHRASE
        ):
            return False
        words = [word.casefold().strip(".") for word in re.split(r"[\s-]+", mention.surface)]
        if (
            "," in mention.surface
            or self._ends.intersection(words)
            or words[0] in self._verbs
            or words[-1] in self._general
        ):
            return False
        before, after = (
            text[passage.span.start : mention.span.start],
            text[mention.span.end : passage.span.end],
        )
        if len(words) == 1 and not (_OPENS.search(before) and _CLOSES.match(after)):
            return False
        label = [word.casefold() for word in _WORD.findall(skill.label)]
        if words[-1].rstrip("s") == "".join(word[0] for word in label):
            return False
        if _covers(words, label):
            return False  # the label and more
        own = words[-1:] if mention.surface.split()[-1][:1].isupper() else words
        return any(
            len(word) >= _SHORT
            and word not in self._general
            and not any(_are_alike(word, other) for other in label)
            for word in own
        )

    def _of_work(self, place: Span, text: str) -> Iterator[Span]:
        """The names in a line of work that lists them, up to their first preposition: no verb opens it, none is in it."""
        label = label_of(place.of(text))
        start = place.start + (label.end if label is not None and label.sign[0] == ":" else 0)
        if len(text[start : place.end].split()) > _MOST_WORDS_OF_A_LINE:
            return
        for sentence in _SENTENCE.finditer(text, start, place.end):
            words = [word.casefold().strip("()") for word in sentence.group().split()]
            if not words or words[0] in self._verbs or words[0].endswith("ed") or _TOLD.intersection(words):
                continue
            parts = [part for part in _parts(sentence, text) if part.of(text).strip()]
            names = [self._opening(part, text) for part in parts]
            found = [name for name in names if name is not None and " " in name.of(text).strip()]
            # one word, or a general noun behind another, is only told to be a name by those beside it
            if len(found) > 1 and names.count(None) < len(found):
                yield from (name for name in names if name is not None)
            elif len(parts) == len(found) == 1 and text[found[0].start].islower():
                yield from (name for name in found if not self._is_general(name, text))

    def _is_general(self, name: Span, text: str) -> bool:
        return name.of(text).split()[-1].casefold() in self._general

    def _opening(self, part: Span, text: str) -> Span | None:
        """The noun and what is before it at the beginning of a part, if they may be a name; a single word is all of its part."""
        words = list(_ANY_WORD.finditer(text, part.start, part.end))
        end = next(
            (
                at
                for at, word in enumerate(words)
                if not _WORD.fullmatch(word.group().strip(_EDGES)) or word.group().casefold() in self._ends
            ),
            len(words),
        )
        name = [word.group().strip(_EDGES) for word in words[:end]]
        low = [word.casefold() for word in name]
        plain = all(word.islower() or word.isupper() or _PRINTED_AS_NAME.fullmatch(word) for word in name[1:])
        if not (1 < len(name) <= _LONGEST_IN_WORK or len(name) == len(words) == 1) or not plain:
            return None
        if (
            low[0] in self._verbs
            or low[-1].endswith("ed")
            or (len(low) > 1 and low[0].endswith(("ing", "ly")))
            or not self._is_name(" ".join(name))
        ):
            return None
        inside = words[end - 1].group()
        return Span(words[0].start(), words[end - 1].start() + len(inside.rstrip(_EDGES)))

    def _items(self, place: Span, text: str, *, single: bool) -> Iterator[Span]:
        label = label_of(place.of(text))
        start = place.start + (label.end if label is not None else 0)
        body = text[start : place.end]
        wrapped = body.count(",") > body.count("\n")
        for item in (_ITEM if wrapped else _ITEM_OR_LINE).finditer(text, start, place.end):
            inside = item.group()
            name = inside.strip(_EDGES)
            begin = item.start() + inside.find(name)
            if name and (single or " " in name or _PRINTED_AS_NAME.fullmatch(name)) and self._is_item(name):
                yield Span(begin, begin + len(name))

    def _is_item(self, name: str) -> bool:
        """Whether an item of a list may be a name; one of several words also if each is a general noun ("team management")."""
        words = [word.casefold() for word in name.split()]
        return self._is_name(name) or (1 < len(words) <= _SHORT and self._may_be_words_of_a_name(words))

    def _may_be_words_of_a_name(self, words: Sequence[str]) -> bool:
        return (
            len(words) <= _LONGEST
            and all(map(_WORD.fullmatch, words))
            and self._within.isdisjoint({words[0], words[-1]})
            and self._none.isdisjoint(words)
        )

    def _is_name(self, name: str) -> bool:
        words = [word.casefold().strip(".") for word in name.split()]
        if len(words) == 1:
            if words[0] in self._general or words[0] in self._none:
                return False
            plain = (
                len(name) > _SHORT
                and _WORD.fullmatch(name)
                and not says_how(words[0])
                and not words[0].endswith(_QUALIFYING)
            )
            return bool(plain or _PRINTED_AS_NAME.fullmatch(name))
        return self._may_be_words_of_a_name(words) and not self._general.issuperset(words)


def _is_new(span: Span, known: Iterable[SkillMention], text: str) -> bool:
    """Whether most words of an item are new to the taxonomy."""
    covered = sum(len(each.span.of(text).split()) for each in known)
    return 2 * covered < len(span.of(text).split())


def _covers(words: Iterable[str], others: Iterable[str]) -> bool:
    """Whether each of `others` is among the words, in any form."""
    return all(any(_are_alike(word, other) for word in words) for other in others)


def _are_alike(word: str, other: str) -> bool:
    return alike(word, other) or word.startswith(other) or other.startswith(word)


def _parts(sentence: re.Match[str], text: str) -> Iterator[Span]:
    """What is between the commas, brackets and "and"s of a sentence."""
    begin = sentence.start()
    for found in _BETWEEN_PARTS.finditer(text, begin, sentence.end()):
        yield Span(begin, found.start())
        begin = found.end()
    yield Span(begin, sentence.end())
