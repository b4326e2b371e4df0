"""Whether a phrase is a skill's name in other forms of its words, and in which order they may stand.

Every content word of the phrase is a form of one of the name's, and the other way round:

    in the name's order            "data visualizing" for data visualization
    turned by "of"                 "visualisation of the data"
    as a verb and its object       "visualised data", "managing risks"

Turned or said with a verb, no other noun may follow at once: in "management of records clerks" clerks are managed.

Who does a thing is not the thing: "data analysts" are no data analysis, "customs" no customers, "trainers" no training,
"buildings" no building. Words before the last one are the same but for number or adverb ("featured stores" have no
features). Between the words stand articles and the like, and small words that the name has itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gapcheck.taxonomy.model import NameMatch, Skill
from gapcheck.text.inflection import singular
from gapcheck.text.patterns import FUNCTION_WORDS, STOPS
from gapcheck.text.tokens import Token, norms
from gapcheck.text.word_families import family

LONGEST_PHRASE = 6
"""Tokens of a phrase, small words among them."""

_SUFFIXES = (
    "ly", "ations", "ation", "ments", "ment", "ings", "ing", "ers", "ies", "ed", "es", "er", "s", "e",
)  # fmt: skip
_IZE = (("iz", "is"), ("lyz", "lys"))
_WEAK_PREFIXES = (
    "inter", "trans", "super", "under", "micro", "multi", "count", "contr", "commu", "produ", "stati",
)  # fmt: skip
_EMPTY = FUNCTION_WORDS | {
    "a", "an", "the", "not", "no", "do", "did", "very", "so", "such", "than", "up", "out", "into", "also",
}  # fmt: skip
_DETERMINERS = frozenset({"the", "a", "an", "our", "my", "this", "these", "those", "very"})
_PREPOSITIONS = frozenset({
    "about", "across", "after", "against", "along", "among", "around", "at", "before", "behind",
    "between", "beyond", "both", "during", "each", "every", "inside", "near", "off", "onto", "outside",
    "over", "per", "since", "through", "throughout", "towards", "under", "until", "upon", "using",
    "via", "when", "where", "while", "within", "without",
})  # fmt: skip
_AGENTS = ("er", "or", "ist", "yst", "ian", "ant")
_LEAST_AGENT = 5
_PARTICIPLES = ("ing", "ed")
_IRREGULAR = {
    "built": "building", "bought": "buying", "caught": "catching", "dealt": "dealing", "drew": "drawing",
    "drove": "driving", "flew": "flying", "fought": "fighting", "grew": "growing", "held": "holding", "kept": "keeping",
    "led": "leading", "made": "making", "overseen": "overseeing", "oversaw": "overseeing", "ran": "running",
    "rebuilt": "rebuilding", "sold": "selling", "sought": "seeking", "spoke": "speaking", "sung": "singing",
    "taught": "teaching", "thought": "thinking", "took": "taking", "underwrote": "underwriting", "wove": "weaving",
    "wrote": "writing", "written": "writing",
}  # fmt: skip
_RESULTS = (
    "budget",
    "calculation",
    "design",
    "drawing",
    "forecast",
    "map",
    "model",
    "plan",
    "report",
    "schedule",
    "test",
)
"""What an activity leaves: who has such things did it (predictive models), as one who has banks did no banking."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Content words of a stretch of text, folded, and where it stands."""

    words: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Form:
    skill: str
    words: tuple[str, ...]
    small: frozenset[str]


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its ending, in British spelling; short words stay as they are."""
    for ize, ise in _IZE:
        word = word.replace(ize, ise) if len(word) > 6 else word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 4:
            bare = word[: -len(suffix)]
            # controlling, modelled
            return bare[:-1] if len(bare) > 5 and bare[-1] == bare[-2] else bare
    return word


@lru_cache(maxsize=16384)
def alike(one: str, other: str) -> bool:
    """Whether two words are forms of one, neither being who does, or the thing that is dealt with in, the other.

    Their stems are the same, or they are of one family and have three quarters of the shorter stem, five letters at
    least, in common.
    """
    one, other = _IRREGULAR.get(one, one), _IRREGULAR.get(other, other)
    first, second = singular(one), singular(other)
    if one == other or (first == second and not first.endswith("ing")):
        return True
    if _is_agent(first) != _is_agent(second) or one.endswith("ings") != other.endswith("ings"):
        return False
    if _is_thing(first, other) or _is_thing(second, one):
        return False
    left, right = stem(one), stem(other)
    if left == right:
        return True
    shared = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        shared += 1
    if shared < 5 or shared < 0.75 * min(len(left), len(right)) or family(one) != family(other):
        return False
    # short stems of other words: "commun-ity" and "commun-ication"
    return not left.startswith(_WEAK_PREFIXES) or shared >= 0.9 * max(len(left), len(right))


def _is_thing(activity: str, word: str) -> bool:
    """Whether the word is a plural beside the name of an activity: bills, and billing."""
    return activity.endswith("ing") and singular(word) != word and singular(word) not in _RESULTS


def _is_agent(word: str) -> bool:
    """Whether it has an ending of those who do something; things (computer) have them, too."""
    return len(word) >= _LEAST_AGENT and word.endswith(_AGENTS)


def content(words: Iterable[str]) -> tuple[str, ...]:
    """Words without the small ones, and without signs."""
    return tuple(word for word in words if word not in _EMPTY and (len(word) > 1 or word.isalnum()))


def phrases(tokens: Sequence[Token]) -> Iterator[Phrase]:
    """Every stretch of two content words and more that begins and ends with one and crosses no sign."""
    for start, token in enumerate(tokens):
        if not content([token.norm]):
            continue
        words = [token.norm]
        for end in range(start + 1, min(start + LONGEST_PHRASE, len(tokens))):
            norm = tokens[end].norm
            if norm in STOPS or norm in {",", "/"}:
                break
            if content([norm]):
                words.append(norm)
                yield Phrase(tuple(words), start, end + 1)


@dataclass(frozen=True)
class RewordedNames:
    """RewordedNames of two content words and more, by the beginnings of their words."""

    rows: Mapping[frozenset[str], Sequence[_Form]]

    @classmethod
    def of(cls, skills: Iterable[Skill]) -> RewordedNames:
        """The names of these skills that count in any case."""
        rows: dict[frozenset[str], list[_Form]] = {}
        for skill in skills:
            for form in _forms(skill):
                rows.setdefault(_beginnings(form.words), []).append(form)
        return cls(rows)

    def close_to(
        self, phrase: Phrase, tokens: Sequence[Token]
    ) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
        """Skills with those of their names that the phrase covers."""
        found: dict[str, list[tuple[str, ...]]] = {}
        for form in self.rows.get(_beginnings(phrase.words), ()):
            if len(form.words) == len(phrase.words) and _covers(form, phrase, tokens):
                found.setdefault(form.skill, []).append(form.words)
        yield from found.items()


def forms(skill: Skill) -> Iterator[tuple[str, ...]]:
    """The content words of each name that counts in any case and has two at least."""
    return (form.words for form in _forms(skill))


def _forms(skill: Skill) -> Iterator[_Form]:
    for printed, match in ((skill.label, skill.match), *((each.name, each.match) for each in skill.aliases)):
        every = norms(printed)
        words = content(every)
        if len(words) > 1 and match is NameMatch.CASELESS:
            yield _Form(skill.id, words, frozenset(every).difference(words))


def _beginnings(words: Iterable[str]) -> frozenset[str]:
    """Words that are alike begin alike: the first five letters of the stem."""
    return frozenset(stem(_IRREGULAR.get(word, word))[:5] for word in words)


def _covers(form: _Form, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """Whether the phrase is the name in one of the orders (see the module)."""
    between = {token.norm for token in tokens[phrase.start : phrase.end]} - set(phrase.words) - form.small
    if between <= _DETERMINERS and _in_order(form.words, phrase.words):
        return True
    if not between <= _DETERMINERS | {"of"} or _goes_on(tokens, phrase.end):
        return False
    *objects, head = form.words
    first, *rest = phrase.words
    said = "of" in between if tokens[phrase.start + 1].norm == "of" else _is_verb(phrase.start, tokens)
    return said and alike(head, first) and _in_order([*objects, head], [*rest, head])


def _in_order(name: Sequence[str], words: Sequence[str]) -> bool:
    return all(alike(a, b) for a, b in zip(name, words, strict=True)) and all(
        a.endswith(_PARTICIPLES) == b.endswith(_PARTICIPLES)
        for a, b in zip(name[:-1], words[:-1], strict=True)
    )


def _is_verb(at: int, tokens: Sequence[Token]) -> bool:
    """Whether a word is a participle, or past, and no adjective after an article."""
    before = tokens[at - 1].norm if at else ""
    norm = _IRREGULAR.get(tokens[at].norm, tokens[at].norm)
    return norm.endswith(_PARTICIPLES) and before not in _DETERMINERS


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether another noun follows at once, as far as endings tell."""
    if at >= len(tokens) or tokens[at].norm in STOPS or not tokens[at].is_word:
        return False
    norm = tokens[at].norm
    noun = norm not in _PREPOSITIONS and not norm.endswith((*_PARTICIPLES, "ly"))
    return noun and bool(content([norm]))
