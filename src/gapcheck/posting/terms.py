"""Names in a job document that the taxonomy does not know: what is left of an item without its small words."""

from __future__ import annotations

import re

from gapcheck.posting.words import PostingWords
from gapcheck.text.phrases import plain

_TOKEN = re.compile(r"[^\s,;:()!?\"]+")
_LONGEST = 5


def term_of(item: str, words: PostingWords) -> str | None:
    """The name that an item of a list gives, as printed; None where it is a sentence or says nothing."""
    text = re.sub(r"\([^()]*\)?", " ", item.replace("\n", " ")).strip(" .,;:!?\"'*-\u2013")
    opening = words.knowledge_of.match(plain(text))
    text = text[opening.end() :] if opening else text
    behind = words.behind_name.search(plain(text))
    text = text[: behind.start()] if behind else text
    if behind and text[:1].islower():
        return None
    tokens = _TOKEN.findall(text)
    low = [plain(token).strip(".'") for token in tokens]
    start, end = 0, len(tokens)
    while start < end and (
        low[start] in words.fillers
        or (tokens[start].islower() and low[start] in words.leading)
        or not any(c.isalnum() for c in low[start])
    ):
        start += 1
    while end > start and (low[end - 1] in words.fillers or not any(c.isalnum() for c in low[end - 1])):
        end -= 1
    kept = low[start:end]
    name = words.lengths.sub("", " ".join(kept)).split()
    if len(kept) > _LONGEST or words.fillers.issuperset(name) or words.not_names.intersection(kept):
        return None
    if all(re.fullmatch(r"[\d.,%+\-/$\u20ac\u00a3]+", word) for word in kept) or len("".join(kept)) < 2:
        return None
    term = " ".join(tokens[start:end]).strip(" .,'\"")
    read = plain(term)
    return None if words.working_time.found_in(read) or words.working_time.is_all_of(read) else term
