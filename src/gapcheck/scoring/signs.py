"""Signs that a resume was written for programs: what is seen, and how far the range widens. None of them moves the score."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gapcheck.config import SignsPolicy
from gapcheck.matching.mentions import CLAIMED, Method
from gapcheck.scoring.case import Case
from gapcheck.spans import Span
from gapcheck.text.alphabets import mixed_words

_WORD = re.compile(r"\w+")
_QUOTED = 60
_START = Span(0, 0)


COPIED = "copied from the posting"
"""The flag of whole stretches of the posting's words."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign: `flag` is its name, `message` what was seen, `span` where first.

    `copied` is text that is not the person's own; without any, the sign throws doubt on the whole.
    """

    flag: str
    message: str
    span: Span = _START
    copied: tuple[Span, ...] = ()


def signs_of(case: Case, posting: str) -> tuple[Sign, ...]:
    """All signs in a resume; `posting` is the text of the job document that it is compared with, or ""."""
    return tuple(_signs(case, posting))


def doubted_low(case: Case, signs: tuple[Sign, ...]) -> float | None:
    """The lower end of the range: without what is copied, and less the policy's doubt where there is any."""
    low = case.total.low
    if low is None:
        return None
    copied = [span for sign in signs for span in sign.copied]
    if copied:
        low = min(low, case.without(copied).total.low or 0.0)
    doubted = any(not sign.copied for sign in signs)
    return max(low - case.policy.signs.doubt, 0.0) if doubted else low


def _signs(case: Case, posting: str) -> Iterator[Sign]:
    document, policy = case.resume.document, case.policy.signs
    copied = copied_runs(document.text, posting, policy)
    if copied:
        words = sum(1 for span in copied for _ in _WORD.finditer(document.text, span.start, span.end))
        quote = " ".join(copied[0].of(document.text)[:_QUOTED].split())
        message = f'{words} words are those of the job document, row for row (first "{quote} ...")'
        yield Sign(COPIED, message, copied[0], copied)
    if document.hidden:
        yield Sign("hidden text", "")
    repeated = _repeated(case)
    if repeated:
        yield Sign("repeated names", f"{repeated} is named over and over; once would count the same")
    mixed = next(mixed_words(document.text), None)
    if mixed is not None:
        message = (
            f'"{mixed.of(document.text)}" mixes alphabets: it holds letters that only look like Latin ones'
        )
        yield Sign("mixed alphabets", message, mixed)


def copied_runs(text: str, posting: str, policy: SignsPolicy) -> tuple[Span, ...]:
    """Runs of words that stand in `posting`, too; none where they are fewer words in all than the policy's bound."""
    size = policy.copied_run
    asked = [found.group().casefold() for found in _WORD.finditer(posting)]
    rows = {tuple(asked[at : at + size]) for at in range(len(asked) - size + 1)}
    if not rows:
        return ()
    words = list(_WORD.finditer(text))
    folded = [found.group().casefold() for found in words]
    runs: list[tuple[int, int]] = []
    for at in range(len(words) - size + 1):
        if tuple(folded[at : at + size]) in rows:
            first = runs.pop()[0] if runs and at <= runs[-1][1] else at
            runs.append((first, at + size))
    if sum(end - first for first, end in runs) < policy.copied_words:
        return ()
    return tuple(Span(words[first].start(), words[end - 1].end()) for first, end in runs)


def _repeated(case: Case) -> str:
    """The label of a skill whose name is printed more often than anybody tells of it, or ""."""
    policy = case.policy.signs
    named = Counter(
        each.skill
        for each in case.resume.matches.mentions
        if each.assertion in CLAIMED and each.method is Method.PHRASE and each.skill in case.taxonomy.skills
    )
    words = sum(1 for _ in _WORD.finditer(case.resume.document.text))
    skill, times = min(named.items(), key=lambda each: (-each[1], each[0]), default=("", 0))
    often = times > max(policy.repeated, policy.repeated_share * words)
    return case.taxonomy.skills[skill].label if often else ""
