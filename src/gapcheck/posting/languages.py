"""Human languages asked for, with their level."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gapcheck.posting.phrases import compiled, plain
from gapcheck.spans import Span
from gapcheck.taxonomy.necessity_cues import NecessityCues


@dataclass(frozen=True, slots=True)
class Spoken:
    """Languages of a clause: `names` as the list has them; `any_of` when joined by "or"."""

    names: tuple[str, ...]
    level: int | None
    any_of: bool
    span: Span


def spoken(text: str, cues: NecessityCues) -> Spoken | None:
    """The languages that a clause asks for: named beside a word of speech, or as nothing but names."""
    pattern = (
        re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, cues.languages)) + r")(?![\w])")
        if cues.languages
        else None
    )
    hits = list(pattern.finditer(text)) if pattern else []
    if not hits:
        return None
    low = plain(text)
    rest = low
    for hit in hits:
        rest = rest[: hit.start()] + " " * (hit.end() - hit.start()) + rest[hit.end() :]
    spoken_of = compiled(cues.language_cues).search(rest)
    bare = not re.search(
        r"[a-z]{3}",
        re.sub(
            r"\b(?:and|or|and/or|language|languages|skills?|a plus|preferred|required)\b",
            " ",
            rest.split(",", 1)[0] if len(hits) == 1 else rest[: hits[-1].end()],
        ),
    )
    if not spoken_of and not bare:
        return None
    names = tuple(dict.fromkeys(hit.group() for hit in hits))
    span = Span(hits[0].start(), hits[-1].end())
    between = low[span.start : span.end]
    found = [cues.language_levels[m.group()] for m in compiled(tuple(cues.language_levels)).finditer(low)]
    return Spoken(names, max(found, default=None), bool(re.search(r"\bor\b", between)), span)
