"""The forms that an English verb or noun takes, made from its base form: "plan" -> plans, planned, planning.

The rules are those of school grammar (final e, consonant and y, doubled consonants) with British and American
spelling side by side (modelled, modeled; organise, organize). A form that does not exist ("managered") does no harm:
no text has it.
"""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR_VERBS = {
    forms.split()[0]: forms.split()[1:]
    for forms in (
        "be is are was were been being", "become became become", "begin began begun", "bind bound", "break broke broken",
        "bring brought", "build built", "buy bought", "catch caught", "choose chose chosen", "come came come",
        "cut cut", "deal dealt", "dig dug", "do did done", "draw drew drawn", "drive drove driven", "fall fell fallen",
        "feed fed", "feel felt", "fight fought", "find found", "fly flew flown", "forecast forecast",
        "get got gotten", "give gave given", "go went gone", "grind ground", "grow grew grown", "have has had", "hear heard",
        "hold held", "keep kept", "know knew known", "lay laid", "lead led", "learn learnt", "leave left",
        "make made", "mean meant", "meet met", "oversee oversaw overseen", "pay paid", "put put", "read read",
        "rebuild rebuilt", "restring restrung", "rewrite rewrote rewritten", "rise rose risen", "run ran run", "say said", "see saw seen",
        "sell sold", "send sent", "set set", "shave shaven", "show shown", "shrink shrank shrunk", "sit sat", "speak spoke spoken",
        "speed sped", "spend spent", "split split", "stand stood", "steer steered", "string strung", "take took taken", "teach taught",
        "tell told", "think thought", "understand understood", "undertake undertook undertaken",
        "seek sought", "sing sang sung", "underwrite underwrote underwritten", "wear wore worn", "weave wove woven",
        "win won", "withstand withstood", "write wrote written",
    )
}  # fmt: skip
"""Base form -> the forms that no rule makes. Regular forms beside them do no harm ("learned")."""

_IRREGULAR_NOUNS = {
    "analysis": ("analyses",), "child": ("children",), "criterion": ("criteria",), "curriculum": ("curricula",),
    "datum": ("data",), "index": ("indices",), "man": ("men",), "matrix": ("matrices",), "person": ("people",),
    "thesis": ("theses",), "woman": ("women",),
}  # fmt: skip

_VOWELS = frozenset("aeiou")
_STRESSED_AT_THE_END = frozenset(
    {"commit", "control", "debug", "defer", "format", "infer", "onboard", "prefer", "refer", "regret", "submit",
     "transfer", "program", "unplug", "handicap", "equip"}
)  # fmt: skip
"""Words of more than one syllable that double their last consonant ("format", "program": in these forms too)."""


@lru_cache(maxsize=4096)
def forms(base: str) -> frozenset[str]:
    """All forms of a base form, itself included, in lower case."""
    word = base.casefold()
    spellings = {word}
    if word.endswith(("ise", "yse", "ize", "yze")) and len(word) > 5:
        spellings |= {word[:-2] + "se", word[:-2] + "ze"}
    return frozenset(
        form
        for each in spellings
        for form in (each, *_IRREGULAR_VERBS.get(each, ()), *_IRREGULAR_NOUNS.get(each, ()), *_regular(each))
    )


def counted(number: int, noun: str) -> str:
    """1 term, 2 terms."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural(noun)}"


def plural(word: str) -> str:
    """The plural of a noun in lower case."""
    if word in _IRREGULAR_NOUNS:
        return _IRREGULAR_NOUNS[word][0]
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    if word.endswith("ysis"):
        return f"{word[:-2]}es"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def singular(word: str) -> str:
    """A noun in lower case without the ending of its plural; other words with such an ending lose it, too."""
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith("yses"):
        return f"{word[:-2]}is"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def other_number(word: str) -> str:
    """The singular of a plural in lower case, and the plural of any other noun."""
    one = singular(word)
    return plural(word) if one == word else one


def _regular(word: str) -> set[str]:
    stem = word[:-1]
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return {stem + "ies", stem + "ied", word + "ing"}
    if word.endswith("ie"):
        return {word + "s", word + "d", word[:-2] + "ying"}
    if word.endswith("ee"):
        return {word + "s", word + "d", word + "ing"}
    if word.endswith("e"):
        return {word + "s", word + "d", stem + "ing"}
    stems = _doubled(word) or {word}
    present = f"{word}es" if word.endswith("o") else plural(word)
    return {present, *(each + ending for each in stems for ending in ("ed", "ing"))}


def _doubled(word: str) -> set[str]:
    """The stems before -ed and -ing where the last consonant is doubled: everywhere, or in British spelling only."""
    last, before, vowels = word[-1:], word[-2:-1], _VOWELS
    if last in vowels | set("wxy") or before not in vowels or word[-3:-2] in vowels or len(word) < 3:
        return set()
    starts = [
        at for at, letter in enumerate(word) if letter in vowels | {"y"} and word[at - 1 : at] not in vowels
    ]
    if len(starts) == 1 or word in _STRESSED_AT_THE_END:
        return {word + last}
    return {word, word + last} if last == "l" else set()


_PARTICIPLES = {
    past: next(form for form in sorted(_regular(base)) if form.endswith("ing"))
    for base, pasts in _IRREGULAR_VERBS.items()
    for past in pasts
    if past != base
}
_PASTS = frozenset(past for pasts in _IRREGULAR_VERBS.values() for past in pasts)


def participle(word: str) -> str:
    """The -ing form of an irregular past ("built": building); any other word as it is."""
    return _PARTICIPLES.get(word, word)


def is_past(word: str) -> bool:
    """Whether a word can be what somebody has done: "managed", "built"."""
    return word.endswith("ed") or word in _PASTS
