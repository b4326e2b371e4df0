"""Names in a job document that the taxonomy does not know: what is left of an item without its small words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gapcheck.posting.words import PostingWords
from gapcheck.text.patterns import FUNCTION_WORDS, JOINERS
from gapcheck.text.phrases import plain, printed_as_name
from gapcheck.text.word_forms import can_qualify, says_how

_TOKEN = re.compile(r"[^\s,;:()!?\"]+")
_LINK = re.compile(r"\[([^\[\]]{1,200})\](?:\([^()\s]{0,300}\))?")
"""A link of Markdown, of which the text is what is said."""
_QUOTED_NUMBER = re.compile(r"[\"'\u2018-\u201d](\d{1,2})[\"'\u2018-\u201d]")
_LONGEST = 5
_LONGEST_CLASS = 3
_SHORTEST_ADJECTIVE = 5
"""Letters that an ending of adjectives alone does not make one of: metal, music."""
_STEP = 2
"""Letters of the number of a level."""


def term_of(item: str, words: PostingWords) -> str | None:
    """The name that an item of a list gives, as printed; None where it is a sentence or says nothing."""
    text = _without_references(_LINK.sub(r"\1", item.replace("\n", " ")), words)
    text = re.sub(r"\([^()]*\)?", " ", text).strip(" .,;:!?\"'*-\u2013")
    text = _behind_opening(text, words)
    behind = words.behind_name.search(plain(text))
    text = text[: behind.start()] if behind else text
    if behind and text[:1].islower():
        return None
    tokens = _own_tokens(text, words)
    if _is_working_time(" ".join(tokens), words):
        return None
    tokens = _behind_length(tokens, words)
    kept = [_low(token) for token in tokens]
    name = words.lengths.sub("", " ".join(kept)).split()
    if len(kept) > _LONGEST or words.empty.issuperset(name) or words.not_names.intersection(kept):
        return None
    if all(re.fullmatch(r"[\d.,%+\-/$\u20ac\u00a3]+", word) for word in kept) or len("".join(kept)) < 2:
        return None
    term = " ".join(tokens).strip(" .,'\"")
    return None if _is_working_time(term, words) else term


def class_of(item: str, words: PostingWords) -> str | None:
    """The class of things that an item names before its examples: "specimen databases" such as ...; None if it says too little.

    Unlike a name it may end in a general word ("development tools"), but it has to be a plural and to say more than that.
    """
    text = _behind_opening(" ".join(re.sub(r"\([^()]*\)?", " ", item).split()).strip(" .,;:"), words)
    tokens = _TOKEN.findall(text)
    for at in range(len(tokens) - 1, -1, -1):
        if _low(tokens[at]) in FUNCTION_WORDS:
            tokens = tokens[at + 1 :]
            break
    while tokens and (_is_around(tokens[0], words.fillers) or _low(tokens[0]) in words.leading):
        tokens = tokens[1:]
    plural = bool(tokens) and tokens[-1].endswith("s") and tokens[-1].islower()
    name = " ".join(tokens)
    if not plural or not 1 < len(tokens) <= _LONGEST_CLASS or words.not_names.intersection(map(_low, tokens)):
        return None
    return None if says_nothing(name, words) else name


def wording_of(clause: str, words: PostingWords) -> str:
    """What a clause asks for in its own words: without brackets, without what says only that it is asked for.

    "You can write a work instruction that people follow" is "write a work instruction". "" where nothing is left.
    """
    text = _without_references(re.sub(r"\([^()]*\)?", " ", _LINK.sub(r"\1", clause)), words)
    text = _behind_opening(" ".join(text.split()).strip(" .,;:!?\"'*-\u2013"), words)
    behind = words.behind_name.search(plain(text))
    around = words.fillers | words.not_names
    if behind and not says_nothing(text[: behind.start()], words):
        core = [word for word in text[: behind.start()].split() if plain(word) not in around]
        if len(core) > 1 or (core and (printed_as_name(core[0]) or words.stands_alone(core[0].lower()))):
            text = text[: behind.start()]
    tokens = list(_TOKEN.finditer(text))
    kept = [at for at, match in enumerate(tokens) if not _is_around(match.group(), around)]
    if not kept:
        return ""
    before = [match.group() for match in tokens[: kept[-1] + 1]]
    first = kept[0] - _opens_name(before[: kept[0] + 1], words)
    last = kept[-1] + _goes_on([match.group() for match in tokens[first:]], kept[-1] - first + 1, words)
    return text[tokens[first].start() : tokens[last].end()].strip(" .,'\"")


def _goes_on(tokens: Sequence[str], end: int, words: PostingWords) -> bool:
    """Whether the noun behind the first `end` words of a name is part of it, though a filler: "land use", "statistical skills"."""
    if not 0 < end < len(tokens):
        return False
    last, noun = tokens[end - 1], _low(tokens[end])
    if end == 1 and noun in words.activities and not printed_as_name(last[1:]):
        return True
    if is_adjective(_low(last)):
        return noun in words.nouns_of_adjectives
    lone = end == 1 or _low(tokens[end - 2]) in JOINERS
    return lone and last.islower() and noun in words.nouns_behind


def is_adjective(word: str) -> bool:
    """Whether a word has an ending of adjectives, which name nothing without a noun behind them."""
    return can_qualify(word) and not word.endswith("ing") and len(word) > _SHORTEST_ADJECTIVE


def stands_as_name(term: str, words: PostingWords) -> bool:
    """Whether an item of a list says what is asked for without the rest of its clause.

    A word or two of grammar, an adjective without its noun ("investigative") and the first half of a phrase
    ("education assessment techniques and best") do not.
    """
    *_, last = term.split()
    low = _low(last)
    if says_nothing(term, words):
        return False
    return printed_as_name(last[1:]) or not (says_how(low) or (is_adjective(low) and last.islower()))


def _opens_name(tokens: Sequence[str], words: PostingWords) -> bool:
    """Whether the last of some words belongs to the filler before it: "Level 3", "full cycle" open a name."""
    *_, before, last = ["", *tokens]
    if f"{_low(before)} {_low(last)}" in words.openings:
        return True
    return _low(before) in words.steps and last.isalnum() and len(last) <= _STEP


def says_nothing(wording: str, words: PostingWords) -> bool:
    """Whether it has no word but general ones ("public", "question"), or is a tag or an address."""
    if re.fullmatch(r"#\S+|\w+:\s*//\S+", wording):
        return True
    return not any(
        len(word) > 2 and word not in words.general for word in re.findall(r"[^\W\d_]+", plain(wording))
    )


def is_filling(text: str, words: PostingWords) -> bool:
    """Whether all words of a text only say that something is asked for, or how well."""
    return all(_is_around(token, words.fillers) for token in _TOKEN.findall(text))


def _is_working_time(term: str, words: PostingWords) -> bool:
    read = plain(term).replace("_", " ")
    return words.working_time.found_in(read) or words.working_time.is_all_of(read)


def _without_references(text: str, words: PostingWords) -> str:
    """Without what points to another place of the document: "as described in '1' above"."""
    bare = _QUOTED_NUMBER.sub(r"\1", text)
    for match in reversed(list(words.references.finditer(plain(bare)))):
        text = bare = f"{bare[: match.start()].rstrip(' ,')} {bare[match.end() :].lstrip(' ,')}"
    return text


def _behind_opening(text: str, words: PostingWords) -> str:
    """Without "experience with" and all before it, and without "candidates will have"."""
    opening = words.opening.match(plain(text))
    return text[opening.end() :] if opening else text


def _own_tokens(text: str, words: PostingWords) -> list[str]:
    """The tokens of a name, without the fillers around it."""
    around = words.fillers
    tokens = _TOKEN.findall(text)
    start, end = 0, len(tokens)
    while start < end and (
        _is_around(tokens[start], around)
        or (tokens[start].islower() and _low(tokens[start]) in words.leading)
    ):
        start += 1
    while end > start and _is_around(tokens[end - 1], around):
        end -= 1
    return tokens[start : end + _goes_on(tokens[start:], end - start, words)]


def _behind_length(tokens: list[str], words: PostingWords) -> list[str]:
    """Without a length of time at its beginning: "3 years in planning"."""
    length = words.lengths.match(" ".join(map(_low, tokens)))
    return _own_tokens(" ".join(tokens[len(length.group().split()) :]), words) if length else tokens


def _low(token: str) -> str:
    return plain(token).strip(".'")


def _is_around(token: str, around: frozenset[str]) -> bool:
    low = _low(token)
    return low in around or not any(c.isalnum() for c in low)
