"""Names in a resume's lists of skills that the taxonomy does not know: what the person calls a skill, as printed.

They are no part of any score. A name is an item of two to five words of a list, or a single word that is printed as
names of products are ("QMF", "iMovie", "C4D"); plain single words ("clients", "materials") and praise ("strong
communicator") name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gapcheck.document import Document
from gapcheck.matching.mentions import CLAIMED, Matches, Passage
from gapcheck.outline.labels import label_of
from gapcheck.spans import Span, SpanIndex
from gapcheck.taxonomy.language.posting_words import TermWords

_ITEM = re.compile(r"[^,;|•·\t/:()]+")
_ITEM_OR_LINE = re.compile(r"[^,;|•·\t\n/:()]+")
_EDGES = " .*-–—_'\"•"
_LONGEST = 5
"""Words of a name; more are a sentence."""
_PRINTED_AS_NAME = re.compile(r"(?=.*[A-Z])(?:\w*\d\w*|[A-Z]{3,6}|[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*)")
_WORD = re.compile(r"[^\W\d_][\w'&+#.-]*")


class ListedNames:
    """Finds them. Pure after it is built."""

    def __init__(self, words: TermWords) -> None:
        self._general = frozenset((*words.general_words, *words.fillers, *words.within_names))
        self._within = frozenset(words.within_names)
        self._none = frozenset((*words.not_names, *words.small_words, *words.praise)) - self._within

    def find(
        self, document: Document, passages: Iterable[Passage], matches: Matches, hidden: Iterable[Span]
    ) -> tuple[Span, ...]:
        """The place of each name, once, in order of the text; nothing that is known, refused or `hidden`."""
        text = document.text
        seen = (*(each.span for each in matches.mentions), *(each.span for each in matches.discarded))
        taken = SpanIndex((span, span) for span in (*seen, *hidden))
        found: dict[str, Span] = {}
        for passage in passages:
            if passage.listing and passage.silent is None and passage.assertion in CLAIMED:
                for span in self._items(passage.span, text):
                    if not taken.overlapping(span):
                        found.setdefault(" ".join(span.of(text).casefold().split()), span)
        return tuple(sorted(found.values()))

    def _items(self, place: Span, text: str) -> Iterator[Span]:
        label = label_of(place.of(text))
        start = place.start + (label.end if label is not None else 0)
        body = text[start : place.end]
        wrapped = body.count(",") > body.count("\n")
        for item in (_ITEM if wrapped else _ITEM_OR_LINE).finditer(text, start, place.end):
            inside = item.group()
            name = inside.strip(_EDGES)
            begin = item.start() + inside.find(name)
            if name and self._is_name(name):
                yield Span(begin, begin + len(name))

    def _is_name(self, name: str) -> bool:
        words = [word.casefold().strip(".") for word in name.split()]
        if len(words) == 1:
            return _PRINTED_AS_NAME.fullmatch(name) is not None and words[0] not in self._general
        if (
            len(words) > _LONGEST
            or not all(map(_WORD.fullmatch, words))
            or not self._within.isdisjoint({words[0], words[-1]})
        ):
            return False
        return self._none.isdisjoint(words) and not self._general.issuperset(words)
