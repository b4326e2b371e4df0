"""How words are kin: forms of one word ("visualising", "visualisation"), or of one family ("communicate", "communicator").

`alike` decides whether two words are forms of one: "analyst" and "analysis" are not. Who does a thing is not the thing: "data analysts" are no data analysis, "customs" no customers, "trainers" no training,
"buildings" no building. `family` is looser, since its result is only ranked: in the manner of Porter's and Lovins'
stemmers, without their conditions on syllables.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from gapcheck.text.inflection import participle, singular
from gapcheck.text.spelling import british, spelling_key

_SUFFIXES = (
    "ly", "ations", "ation", "ments", "ment", "ings", "ing", "ers", "ies", "ed", "es", "er", "s", "e",
)  # fmt: skip
_WEAK_PREFIXES = (
    "inter", "trans", "super", "under", "micro", "multi", "count", "contr", "commu", "produ", "stati",
)  # fmt: skip
PARTICIPLES = ("ing", "ed")
_SAYING_HOW = ("ly", "ed", "ive", "able", "ful", "ous", "ish")
_QUALIFYING = (*_SAYING_HOW, "ing", "al", "ic")
_AGENTS = ("er", "or", "ist", "yst", "ian", "ant")
_LEAST_AGENT = 5
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


def says_how(word: str) -> bool:
    """Whether a word has an ending of adverbs and adjectives that nouns hardly ever have."""
    return word.endswith(_SAYING_HOW)


def can_qualify(word: str) -> bool:
    """Whether a word has an ending of those that qualify a noun behind them, though some are nouns: clinic, journal."""
    return word.endswith(_QUALIFYING)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """A word without its ending, in British spelling; short words stay as they are."""
    word = british(word)
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
    one, other = participle(one), participle(other)
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


_NOUN_ENDINGS = (
    ("duction", "duce"), ("vision", "vise"), ("vision", "vide"), ("cision", "cide"), ("scription", "scribe"),
    ("iliation", "ile"), ("ification", "ify"), ("plication", "ply"), ("olution", "olve"), ("sumption", "sume"),
    ("ception", "ceive"), ("tention", "tain"), ("tenance", "tain"), ("version", "vert"), ("pansion", "pand"),
    ("mission", "mit"), ("tension", "tend"), ("lysis", "lyse"), ("paration", "pair"), ("sale", "sell"),
    ("choice", "choose"), ("growth", "grow"), ("proof", "prove"), ("advice", "advise"), ("flight", "fly"),
)  # fmt: skip
"""Endings of nouns, and those of the verbs that they come from, where no common root shows it."""
_VERB_ENDINGS = {"ing": 3, "ings": 3, "ed": 3, "es": 3, "s": 3, "d": 4, "er": 3, "ment": 4, "ation": 4}
"""Endings of a verb's forms, with the letters that must be left."""


@lru_cache(maxsize=16384)
def bases(word: str) -> frozenset[str]:
    """What a folded word may be a form of, in one spelling; "~" marks the root of a family.

    "maintained" and "maintenance" have "maintain" in common, "scans" and "scanning" have "scan".
    """
    found = {spelling_key(word), spelling_key(participle(word)), spelling_key(singular(word))}
    found |= {
        each.removesuffix(noun) + verb
        for each in tuple(found)
        for noun, verb in _NOUN_ENDINGS
        if each.endswith(noun)
    }
    for each in tuple(found):
        for ending, least in _VERB_ENDINGS.items():
            bare = each.removesuffix(ending)
            if bare != each and len(bare) >= least and not (ending == "er" and bare.endswith("e")):
                found |= {bare, f"{bare}e"}
                if bare[-1] == bare[-2] and len(bare) > least:
                    found.add(bare[:-1])
                if bare.endswith("i"):
                    found.add(f"{bare[:-1]}y")
    return frozenset({*found, f"~{family(spelling_key(word))}"})


@lru_cache(maxsize=16384)
def kin(one: str, other: str) -> bool:
    """Whether two folded words are of one kin, who does a thing and the thing apart; looser than `alike`."""
    if one == other:
        return True
    return _is_agent(singular(one)) == _is_agent(singular(other)) and of_one_trade(one, other)


@lru_cache(maxsize=16384)
def of_one_trade(one: str, other: str) -> bool:
    """Whether two folded words are kin, or one is who does the other: drivers, and driving."""
    if one == other:
        return True
    return not (one.isdigit() or other.isdigit()) and not bases(one).isdisjoint(bases(other))


def activities(agent: str, endings: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """What somebody with this title may do, in words that need not exist: development and developing, of a developer.

    `endings` are those of people, each with those of what they do.
    """
    return tuple(
        agent.removesuffix(end) + done
        for end, doing in endings.items()
        if agent.endswith(end)
        for done in doing
    )


def _is_thing(activity: str, word: str) -> bool:
    """Whether the word is a plural beside the name of an activity: bills, and billing."""
    return activity.endswith("ing") and singular(word) != word and singular(word) not in _RESULTS


def _is_agent(word: str) -> bool:
    """Whether it has an ending of those who do something; things (computer) have them, too."""
    return len(word) >= _LEAST_AGENT and word.endswith(_AGENTS)


_FAMILY_SUFFIXES = sorted(
    (
        "isational", "ational", "isation", "ation", "ations", "ative", "atively", "ator", "ators", "ate",
        "ates", "ated", "ating", "ive", "ively", "ives", "ivity", "ity", "ities", "ment", "ments", "ness",
        "nesses", "ance", "ances", "ence", "ences", "ancy", "ency", "ship", "ships", "fully", "ful", "less",
        "able", "ables", "ible", "ibles", "ically", "ical", "ic", "ics", "ial", "ially", "al", "ally",
        "ology", "ologies", "ologist", "ologists", "ist", "ists", "ism", "isms", "ise", "iser", "isers",
        "ised", "ising", "ion", "ions", "ure", "ures", "ing", "ings", "er", "ers", "or", "ors", "ed", "eds",
        "ied", "ies", "ly", "es", "s", "y", "e", "ician", "icians",
    ),
    key=lambda suffix: (-len(suffix), suffix),
)  # fmt: skip
_LEAST_ROOT = 4
"""Letters that a family's root has at least."""

_ANALYSIS = re.compile(r"analy[st].*")
_ROOTS = (
    "apple", "audien", "audio", "authorit", "caption", "communicabl", "communit", "conversation",
    "creativ", "customer", "customis", "customs", "department", "experienc", "factor", "flower",
    "formal", "general", "generat", "importan", "improvis", "integrity", "objectiv", "organis", "party",
    "physician", "policy", "portion", "poster", "posture", "presenc", "relative", "pressure", "procedur", "process", "procur", "production",
    "ready", "restor", "special", "species", "specif", "station", "statist", "suite", "tender",
    "universit",
)  # fmt: skip
"""Beginnings of words that share a shorter root with others of another meaning (process, procure; customer, customs)."""


@lru_cache(maxsize=65536)
def family(word: str) -> str:
    """The root of a folded word, at most two suffixes shorter, in British spelling. Not a word itself."""
    word = british(word)
    if own := next((root for root in _ROOTS if word.startswith(root)), None):
        return own
    root = _ANALYSIS.sub("analy", word)
    for _ in range(2):
        shorter = _without_suffix(root)
        if shorter == root:
            break
        root = shorter
    return root


def _without_suffix(word: str) -> str:
    for suffix in _FAMILY_SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _LEAST_ROOT:
            root = word[: -len(suffix)]
            # programming, controller; but selling and assessing
            doubled = len(root) > _LEAST_ROOT and root[-1] == root[-2] and root[-1] not in "ls"
            return root[:-1] if doubled else root
    return word
