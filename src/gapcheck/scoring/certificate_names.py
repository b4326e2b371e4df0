"""Whether a certificate, licence or registration is the one that a row asks for, by the words of its name.

Most licences and registers are in no catalogue. A row then has only the words of the posting, and the resume has its
own: "Minnesota journeyman electrician license" and "Class A Journeyworker Electrician, State of Minnesota".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.fact_words import CertificateWords
from gapcheck.text.content_words import PREPOSITIONS, content
from gapcheck.text.phrases import compiled, plain
from gapcheck.text.word_forms import alike

_WORD = re.compile(r"[^\W_][\w+#&]*")
_BREAK = re.compile(r"[,;/()]|\bor\b")
_MOST_WORDS = 24
"""Words of a place that names certificates; a longer one is prose or a list of everything."""
_LEAST = 2
_STEP = 3
"""Letters of a level: 2, III, A."""
_SHORT, _LONG = 2, 6
"""Letters of an abbreviation."""


class CertificateNames:
    """Compares names of certificates. Pure after it is built.

    `helpers` are words for people who help in a trade, whose certificates are not the trade's.
    """

    def __init__(self, words: CertificateWords, helpers: Iterable[str] = ()) -> None:
        lists = (words.names, words.listed, words.asked, words.certify, words.expires)
        self._kinds = frozenset(plain(each) for each_of in lists for each in each_of if " " not in each)
        self._steps = frozenset(words.steps)
        self._unnamed = tuple(map(frozenset, words.unnamed))
        self._empty = self._kinds | PREPOSITIONS | self._steps | frozenset(words.fillers)
        self._any_register, self._helpers = compiled(words.any_register), frozenset(helpers)
        self._apart, self._regions = compiled(words.apart), compiled(words.regions)
        self._everywhere = compiled(words.all_regions)

    def names(self, asked: str, held: str, *, whole: bool = False) -> bool:
        """Whether `held` names what `asked` does, or one of its alternatives.

        Half of the telling words are needed, and two words in all; that both are called a licence counts as one.
        With `whole` all of them are: the names of a catalogue differ by single words. Another level, grade or class
        is another certificate.
        """
        words = _WORD.findall(held)
        if not words or len(words) > _MOST_WORDS or self._differ_in_step(_WORD.findall(asked), words):
            return False
        if self._is_of_another_trade(plain(asked), plain(held)):
            return False
        return any(self._covered(each, words, whole=whole) for each in self._alternatives(asked))

    def _is_of_another_trade(self, asked: str, held: str) -> bool:
        """Whether what is held is a helper's, or of a trade with the other's word in its name: a dental nurse's."""
        printed = set(_WORD.findall(asked))
        if not self._helpers.intersection(_WORD.findall(held)) <= printed:
            return True
        return any(each.group() not in asked for each in self._apart.finditer(held))

    def leaves_open(self, asked: str) -> bool:
        """Whether it asks for the register of a profession and does not say which."""
        return bool(self._any_register.search(plain(asked)))

    def regions(self, text: str) -> frozenset[str]:
        """The states that a text names; none where it speaks of all."""
        low = plain(text)
        if self._everywhere.search(low):
            return frozenset()
        return frozenset(each.group() for each in self._regions.finditer(low))

    def regions_of(self, name: str, text: str) -> frozenset[str]:
        """The states beside the name of a licence: the nearest in its text, and those that are joined to it."""
        if self._everywhere.search(plain(text)):
            return frozenset()
        low, at = plain(text), max(plain(text).find(plain(name)), 0)
        places = list(self._regions.finditer(low))
        first = min(
            places, key=lambda each: max(each.start() - at - len(name), at - each.end()), default=None
        )
        found, end = set[str](), None
        for each in places if first is not None else ():
            if each is first or (end is not None and low[end : each.start()].strip(" ,&/") in {"", "and"}):
                found.add(each.group())
                end = each.end()
        return frozenset(found)

    def may_mean(self, asked: str, held: str) -> bool:
        """Whether `held` is no more than a word for a licence, and what is `asked` for may be called so, too."""
        words = {plain(each) for each in _WORD.findall(asked)}
        return any(plain(held) in row and row & words for row in self._unnamed)

    def _differ_in_step(self, asked: Sequence[str], held: Sequence[str]) -> bool:
        wanted, printed = self._step_values(asked), self._step_values(held)
        return any(wanted[step].isdisjoint(printed[step]) for step in wanted.keys() & printed.keys())

    def _step_values(self, words: Sequence[str]) -> dict[str, set[str]]:
        """What stands behind "level", "class" and the like: a number or a letter or two."""
        values = defaultdict[str, set[str]](set)
        for word, behind in pairwise(plain(word) for word in words):
            if word in self._steps and len(behind) <= _STEP:
                values[word].add(behind)
        return values

    def _alternatives(self, asked: str) -> list[tuple[str, ...]]:
        """The content words of each alternative, as printed; what a preposition opens behind a comma says more of it."""
        parts = [_WORD.findall(part) for part in _BREAK.split(asked)]
        parts = [part for part in parts if part and plain(part[0]) not in _OPENERS]
        found = [tuple(word for word in part if self._tells(word)) for part in parts]
        return [each for each in found if each]

    def _tells(self, word: str) -> bool:
        low = plain(word)
        return low not in self._empty and bool(content([low]))

    def _covered(self, asked: Sequence[str], held: Sequence[str], *, whole: bool) -> bool:
        found = {word for word in asked if any(alike(plain(word), plain(other)) for other in held)}
        found |= {asked[at] for short in filter(_is_short, held) for at in _spelling(short, asked)}
        long = [word for word in held if self._tells(word)]
        found |= {word for word in asked if _is_short(word) and _spelling(word, long)}
        if whole:
            return len(found) == len(set(asked))
        called = any(plain(word) in self._kinds for word in held)
        least = min(_LEAST, len(asked))
        return len(found) + called >= least and len(found) >= max(1, (len(asked) + 1) // 2)


_OPENERS = frozenset({"with", "as", "in", "for", "and", "of", "to"})


def _is_short(word: str) -> bool:
    return word.isalpha() and word.isupper() and _SHORT <= len(word) <= _LONG


def _spelling(short: str, words: Sequence[str]) -> range:
    """The words in a row whose first letters are `short`: Nursing and Midwifery Council, for NMC."""
    letters = "".join(word[0] for word in words).upper()
    at = letters.find(short)
    return range(at, at + len(short)) if at >= 0 else range(0)


def _built(taxonomy: Taxonomy) -> CertificateNames:
    return CertificateNames(taxonomy.certificate_words, taxonomy.job_titles.helpers)


certificate_names = Derived(_built)
"""The comparison with the words of a taxonomy."""
