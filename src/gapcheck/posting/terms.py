"""Names in a job document that the taxonomy does not know: what is left of an item without its small words."""

from __future__ import annotations

import re

from gapcheck.posting.working_time import WorkingTime
from gapcheck.taxonomy.language.necessity_cues import NecessityCues
from gapcheck.text.phrases import plain

_TOKEN = re.compile(r"[^\s,;:()!?\"]+")
_LONGEST = 5
_IN_WHAT = re.compile(
    r"\A.*?\b(?:experience|knowledge|understanding|skills?|background|proficiency|familiarity|exposure|expertise)\s+(?:in|with|of|to|using|on)\s+",
    re.IGNORECASE,
)


_IF_YOU = re.compile(
    r"\A.*?\bif you(?:'ve|'re)?\s+(?:(?:also|already|have|had|hold|held|know|knew|can|could)\s+)+",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?<=\S)\s+(?:if|when|where|that|which|who|whom|because|since|so|unless|while)\b.*", re.DOTALL
)
"""What is said of a name behind it is no part of it."""
_LENGTH = re.compile(
    r"\W*\d+\+?(?:\s*(?:-|\u2013|to)\s*\d+)?\+?\s*(?:years?|yrs?|months?)'?(?:\s+(?:of\s+)?(?:\w+\s+)?experience)?\W*",
    re.IGNORECASE,
)


def term_of(item: str, cues: NecessityCues, working_time: WorkingTime) -> str | None:
    """The name that an item of a list gives, as printed; None where it is a sentence or says nothing."""
    text = re.sub(r"\([^()]*\)?", " ", item.replace("\n", " ")).strip(" .,;:!?\"'*-\u2013")
    text = _IF_YOU.sub("", text)
    text, told = _BEHIND.subn("", _IN_WHAT.sub("", text))
    if told and text[:1].islower():
        return None
    if _LENGTH.fullmatch(text):
        return None
    words = _TOKEN.findall(text)
    low = [plain(word).strip(".'") for word in words]
    edge = _edge_words(cues)
    start, end = 0, len(words)
    while start < end and (
        low[start] in edge
        or (words[start].islower() and low[start] in cues.leading_words)
        or not any(c.isalnum() for c in low[start])
    ):
        start += 1
    while end > start and (low[end - 1] in edge or not any(c.isalnum() for c in low[end - 1])):
        end -= 1
    kept = low[start:end]
    if not kept or len(kept) > _LONGEST or set(kept) & set(cues.not_names):
        return None
    if all(re.fullmatch(r"[\d.,%+\-/$\u20ac\u00a3]+", word) for word in kept) or len("".join(kept)) < 2:
        return None
    term = " ".join(words[start:end]).strip(" .,'\"")
    read = plain(term)
    return None if working_time.found_in(read) or working_time.is_all_of(read) else term


def _edge_words(cues: NecessityCues) -> frozenset[str]:
    words = {word for phrase in cues.fillers for word in phrase.split()}
    words |= {word for each in (*cues.knowledge_words, *cues.heads) for word in re.split(r"[ |-]", each)}
    words |= {word for phrases in cues.levels.values() for phrase in phrases for word in phrase.split()}
    return frozenset(words)
