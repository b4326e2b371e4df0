"""What a text says, in its own words and in others: windows of it, synonyms, names of the skills that it names or shows.

Windows are runs of up to `LONGEST` content words that cross no sign; the whole of the text; and, with less trust, two
words with others between them ("optimise the existing processes"), up to `REACH` content words apart in one clause.

Other words have two sources, both of a taxonomy: the rows of synonyms.yaml, and its skills. Where the text names a skill or a pattern
shows it, each of the skill's names stands for these words; with less trust the names of what is broader.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gapcheck.matching.matcher import PhraseSkillMatcher
from gapcheck.matching.mentions import Genre, Passage
from gapcheck.spans import Span
from gapcheck.taxonomy.enums import NameMatch
from gapcheck.taxonomy.model import Skill
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.content_words import content, runs
from gapcheck.text.patterns import STOPS
from gapcheck.text.tokens import Token, norms, tokenize
from gapcheck.text.word_forms import family

LONGEST = 6
REACH = 4
_APART = 0.9

_SYNONYM = 0.85
_NAME = 0.8
_BROADER = 0.7
"""How far other words are trusted to mean the same: those of a synonym, another name of a skill, a broader skill."""

_TERM = 4
"""A text of so few words is a term by itself, as in a list, where short names need no context."""

_TELLING = frozenset({NameMatch.CASELESS, NameMatch.CASED, NameMatch.POSTINGS})


@dataclass(frozen=True, slots=True)
class Window:
    """Content words, folded, at `span` of a text or in place of it; `trust` from 0 to 1 is how sure that is."""

    words: tuple[str, ...]
    span: Span
    trust: float = 1.0


def windows(text: str) -> tuple[Window, ...]:
    """The windows of a text, each sequence of words once."""
    tokens = tokenize(text)
    found: dict[tuple[str, ...], Window] = {}
    for window in (*_runs(tokens), *_whole(tokens), *_pairs(tokens)):
        found.setdefault(window.words, window)
    return tuple(found.values())


def _runs(tokens: Sequence[Token]) -> Iterator[Window]:
    for words, start, end in runs(tokens, LONGEST):
        yield Window(words, Span(tokens[start].start, tokens[end - 1].end))


def _whole(tokens: Sequence[Token]) -> Iterator[Window]:
    if words := content(token.norm for token in tokens):
        yield Window(words, Span(tokens[0].start, tokens[-1].end))


def _pairs(tokens: Sequence[Token]) -> Iterator[Window]:
    for clause in _clauses(tokens):
        for at, one in enumerate(clause):
            for other in clause[at + 2 : at + 1 + REACH]:
                yield Window((one.norm, other.norm), Span(one.start, other.end), _APART)


def _clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The content words of each."""
    clause: list[Token] = []
    for token in tokens:
        if token.norm in STOPS:
            yield clause
            clause = []
        elif content([token.norm]):
            clause.append(token)
    yield clause


class Thesaurus:
    """The names and synonyms of a taxonomy, compiled once. Keeps nothing between calls."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._skills = dict(taxonomy.skills)
        self._matcher = PhraseSkillMatcher(taxonomy)
        self._passed_over = frozenset(taxonomy.synonyms.passed_over)
        self._row_of = {family(word): row[0] for row in taxonomy.synonyms.words for word in row}
        self._phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for row in taxonomy.synonyms.phrases:
            for phrase in row:
                key = self._key(norms(phrase))
                self._phrases.setdefault(key[0], []).append((key, row))

    def concept(self, word: str) -> str:
        """What a folded word means: the first word of its row of synonyms, or its own family."""
        root = family(word)
        return self._row_of.get(root, root)

    def otherwise(self, text: str) -> tuple[Window, ...]:
        """Every stretch that can be said in other words, with each of these; the most trusted of equal ones."""
        best: dict[tuple[str, ...], Window] = {}
        for each in (*self._synonyms(text), *self._names(text)):
            if each.words and (each.words not in best or each.trust > best[each.words].trust):
                best[each.words] = each
        return tuple(best.values())

    def _synonyms(self, text: str) -> Iterator[Window]:
        tokens = [token for token in tokenize(text) if token.norm not in self._passed_over]
        for at, token in enumerate(tokens):
            keys = {token.norm, family(token.norm)}
            found = [
                (key, row)
                for first in sorted(keys)
                for key, row in self._phrases.get(first, ())
                if self._fits(key, tokens[at : at + len(key)])
            ]
            longest = max((len(key) for key, _ in found), default=0)
            for key, row in found:
                if len(key) == longest:
                    span = Span(token.start, tokens[at + longest - 1].end)
                    yield from (Window(content(norms(other)), span, _SYNONYM) for other in row)

    def _key(self, words: Sequence[str]) -> tuple[str, ...]:
        """A single word is recognised by its form, since somebody driven drives nothing; longer phrases by their word families."""
        kept = tuple(word for word in words if word not in self._passed_over) or tuple(words)
        return kept if len(kept) == 1 else tuple(map(family, kept))

    def _fits(self, key: Sequence[str], tokens: Sequence[Token]) -> bool:
        return len(tokens) == len(key) and self._key([token.norm for token in tokens]) == key

    def _names(self, text: str) -> Iterator[Window]:
        tokens = tokenize(text)
        listing = sum(token.is_word for token in tokens) <= _TERM
        passage = Passage(Span(0, len(text)), listing=listing)
        for mention in self._matcher.find(text, [passage], genre=Genre.POSTING).mentions:
            skill = self._skills[mention.skill]
            yield from (Window(words, mention.span, _NAME) for words in _names_of([skill]))
            above = [self._skills[id_] for id_ in skill.broader if id_ in self._skills]
            yield from (Window(words, mention.span, _BROADER) for words in _names_of(above))


def _names_of(skills: Iterable[Skill]) -> Iterator[tuple[str, ...]]:
    for skill in skills:
        yield content(norms(skill.label))
        yield from (content(norms(alias.name)) for alias in skill.aliases if alias.match in _TELLING)
