"""How a name differs from ordinary words: by its letters, by the words around it, by the words that it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gapcheck.document import Document
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.text.inflection import forms
from gapcheck.text.patterns import FUNCTION_WORDS
from gapcheck.text.phrases import ARTICLE, CONJUNCTION, alternation, compiled, plain
from gapcheck.text.word_forms import PARTICIPLES, says_how

_TOKEN = re.compile(r"[^\W_][\w+#&./'\u2019-]*[\w+#]|[^\W_]")
_SIGNED = re.compile(r"(?=.*[A-Za-z])(?:.*[a-z][A-Z]|.*[A-Z]{2}|.*[A-Za-z][\d+#]|.*\d[A-Z]|[A-Z]\Z)")
"""Printed as only names are: an inner capital, two capitals together, a digit or a sign behind a letter."""
_OPENS = re.compile(r"(?:\A|\n|[.!?:]\s|[.!?:]\Z)[\s\-*\u2022\u00b7\u25cf\u25aa\u2013>\"(]*\Z")
_NEAR = 60
_FAR = 120
"""Characters before a name within which a word of knowledge asks for it, over a short list."""


class _TaxonomyWords:
    """What the taxonomy says of words, as sets and patterns."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        cues, words, titles = taxonomy.necessity_cues, taxonomy.term_words, taxonomy.job_titles
        names = [name for s in taxonomy.skills.values() for name in (s.label, *(a.name for a in s.aliases))]
        examples = [each for s in taxonomy.skills.values() for each in (*s.examples.yes, *s.examples.no)]
        asking = (words.fillers, words.not_names, cues.knowledge_words, cues.heads, *cues.levels.values())
        knowledge, of_what = compiled(cues.knowledge_words).pattern, compiled(cues.of_what).pattern
        self.in_names = _small(names)
        self.small = self.in_names | _small((*examples, *(each for group in asking for each in group)))
        self.function = FUNCTION_WORDS | frozenset(words.small_words)
        self.general = frozenset(word.lower() for word in (*words.general_words, *cues.trade_words))
        self.people = frozenset(form for head in titles.heads for form in (head, *forms(head)))
        self.places = frozenset((*titles.regions, *titles.places))
        self.languages = frozenset(name.lower() for name in taxonomy.spoken_languages.languages)
        self.credentials = _credentials(taxonomy)
        self.within_names = frozenset((*words.within_names, "&"))
        self.measure = re.compile(
            rf"(?:[$\u20ac\u00a3]?\d[\d.,/:-]*)(?:{alternation(words.measures)}|%|\+)?\Z", re.IGNORECASE
        )
        self.asked_by_name = re.compile(
            rf"{knowledge}\s+(?:\w+ing\s+)?{of_what}\s+(?:{ARTICLE}\s+)?(?:[\w/&+.-]+[,\s]+(?:{CONJUNCTION}\s+)?){{0,6}}\Z"
        )
        self.before_place = re.compile(rf"{compiled(words.before_places).pattern}(?:\s+{ARTICLE})?\s+\Z")


_taxonomy_words: Derived[Taxonomy, _TaxonomyWords] = Derived(_TaxonomyWords)


def _small(texts: Iterable[str]) -> frozenset[str]:
    """The words that are printed in small letters."""
    return frozenset(word for text in texts for word in re.findall(r"(?<![\w.-])[a-z][a-z'-]+", text))


def _credentials(taxonomy: Taxonomy) -> frozenset[str]:
    """Degrees, certificates and levels of languages, in lower case; single letters do not count."""
    words, degrees = taxonomy.certificate_words, taxonomy.degrees
    levels = (phrase for phrases in taxonomy.spoken_languages.levels.values() for phrase in phrases)
    names = {*words.abbreviations, *words.names, *words.asked, *degrees.unnamed, *levels}
    for row in degrees.degrees:
        names |= {*row.names, *row.abbreviations, *row.ambiguous, *row.asked}
    return frozenset(name.lower() for name in names if len(name) > 1)


class NameRecognizer:
    """Recognises names with the words of a taxonomy and of the documents that are read together."""

    def __init__(self, documents: Sequence[Document], taxonomy: Taxonomy) -> None:
        self._words = _taxonomy_words(taxonomy)
        self._here = _small(document.text for document in documents)

    # ------------------------------------------------------------ by its letters
    def is_printed_as_name(self, term: str, text: str, span: Span, *, listed_with_others: bool) -> bool:
        """Whether a term is printed as a name is."""
        tokens = _TOKEN.findall(term)
        if not tokens or len(tokens) > 5 or not self._well_formed(tokens):
            return False
        if any(self._signed(token) for token in tokens):
            return True
        opens = bool(_OPENS.search(text[max(span.start - 40, 0) : span.start]))
        vouched = listed_with_others or self.asked_by_name(text, span)
        inner = [t for at, t in enumerate(tokens) if t[:1].isupper() and (at or not opens)]
        if inner:
            small = inner[0].lower() in self._here or inner[0].lower() in self._words.function
            return (vouched or not opens) and (len(inner) > 1 or not small)
        common = self._ordinary(tokens[0]) or says_how(tokens[0])
        return opens and vouched and len(tokens) == 1 and not common

    def _signed(self, word: str) -> bool:
        """Whether it is printed as only names are; an ordinary word in capitals is not."""
        if len(word) < 2 or not _SIGNED.match(word) or self._words.measure.match(word):
            return False
        return not word.rstrip("+").islower() and not (
            word.isupper() and word.isalpha() and self._ordinary(word)
        )

    def _well_formed(self, tokens: Sequence[str]) -> bool:
        """Whether it begins with a capital or a sign, has small words only inside, and at most two plain ones at its end."""
        shaped = [t[:1].isupper() or self._signed(t) or t.isdigit() for t in tokens]
        if not shaped[0]:
            return False
        last = max(at for at, each in enumerate(shaped) if each)
        inside = all(shaped[at] or tokens[at] in self._words.within_names for at in range(last))
        rest = [token.lower() for token in tokens[last + 1 :]]
        return inside and len(rest) <= 2 and self._words.function.isdisjoint(rest)

    def _ordinary(self, word: str) -> bool:
        """Whether a word is also printed small somewhere."""
        low, words = word.lower(), self._words
        return low in self._here or low in words.small or low in words.function or says_how(low)

    # ------------------------------------------------------------ by the words around it
    def asked_by_name(self, text: str, span: Span) -> bool:
        """Whether "experience with" and the like precedes it, over a short list."""
        return bool(self._words.asked_by_name.search(plain(text[max(span.start - _FAR, 0) : span.start])))

    def excluded(self, term: str, text: str, span: Span) -> bool:
        """Whether it names something else: a place, a person's post, a language, a credential, a measure."""
        words = self._words
        tokens = [token.lower() for token in _TOKEN.findall(term)]
        whole = " ".join(term.lower().split())
        if all(words.measure.match(t) or t in words.function or t in words.general for t in tokens):
            return True
        parts = {part.lower() for token in tokens for part in (token, *re.split(r"[-/]", token))}
        if (
            {whole, tokens[0]} & (words.places | words.languages)
            or tokens[-1] in words.people | words.general
            or parts & words.credentials
        ):
            return True
        before = plain(text[max(span.start - _NEAR, 0) : span.start])
        return bool(words.before_place.search(before) and not words.asked_by_name.search(before))

    # ------------------------------------------------------------ by the words that it is made of
    def is_common_noun(self, term: str, *, repeated: bool) -> bool:
        """Whether plain words may name a skill: two to four of them without a small word, or one that is repeated."""
        tokens = [token.lower() for token in _TOKEN.findall(term)]
        return (repeated or len(tokens) > 1) and self._words.general.isdisjoint(tokens) and self.is_item(term)

    def is_item(self, term: str) -> bool:
        """Whether an item of a list names a thing, and no action or quality: up to four words without a small one."""
        tokens = [token.lower() for token in _TOKEN.findall(term)]
        if not 0 < len(tokens) <= 4:
            return False
        if any(t in self._words.function or len(t) < 3 for t in tokens):
            return False
        first, last = tokens[0], tokens[-1]
        if last in self._words.general or last in self._words.people:
            return False
        inflected = says_how(first) or first.endswith(PARTICIPLES)
        if len(tokens) > 1 and inflected and first not in self._words.in_names:
            return False
        return not says_how(last)
