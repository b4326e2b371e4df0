"""Where a resume names skills in rows as no work is told of: more in one sentence, or in one job, than anybody uses there."""

from __future__ import annotations

import re
from collections import defaultdict

from gapcheck.config import SignsPolicy
from gapcheck.matching.mentions import CLAIMED, Method
from gapcheck.resume.model import Resume
from gapcheck.spans import Span, SpanIndex
from gapcheck.text.sentences import sentences

_WORD = re.compile(r"\w[\w+#./-]*")
_FEW = 5
"""Names in a sentence up to which it is no row, however short it is."""


def stuffed(resume: Resume, policy: SignsPolicy) -> tuple[Span, ...]:
    """Stretches of the text whose names of skills weigh as a list does, in order; skills sections are lists anyway.

    These are sentences with more than `sentence_names` names; all sentences of one job that are mostly names, if they
    have more than that together; and jobs with more than `entry_names` names.
    """
    text = resume.document.text
    named = SpanIndex(
        (each.span, each)
        for each in resume.matches.mentions
        if each.assertion in CLAIMED and each.method is Method.PHRASE
    )
    found: set[Span] = set()
    rows: dict[Span, list[tuple[Span, set[str]]]] = defaultdict(list)
    for passage in resume.passages:
        if len({each.skill for each in named.overlapping(passage.span)}) <= _FEW:
            continue
        for sentence in sentences(text, passage.span):
            inside = [each for each in named.overlapping(sentence) if each.span in sentence]
            skills = {each.skill for each in inside}
            if len(skills) > policy.sentence_names:
                found.add(sentence)
            if len(skills) > _FEW and _is_mostly(text, sentence, [each.span for each in inside]):
                entry = resume.entry_at(sentence.start)
                rows[entry.span if entry else Span(0, len(text))].append((sentence, skills))
    for together in rows.values():
        if len(set().union(*(skills for _, skills in together))) > policy.sentence_names:
            found |= {sentence for sentence, _ in together}
    for entry in resume.entries:
        if len({each.skill for each in named.overlapping(entry.span)}) > policy.entry_names:
            found.add(entry.span)
    return tuple(sorted(found))


def _is_mostly(text: str, sentence: Span, names: list[Span]) -> bool:
    """Whether half of the words of a sentence belong to names."""
    words = sum(1 for _ in _WORD.finditer(text, sentence.start, sentence.end))
    of_names = {word.start() for name in names for word in _WORD.finditer(text, name.start, name.end)}
    return 2 * len(of_names) >= words
