# ruff: noqa: INP001, T201  # a script by itself, that prints
"""How much of SkillSpan's knowledge layer the taxonomy's names cover.

SkillSpan (Zhang et al., NAACL 2022) labels sentences of job advertisements; its knowledge layer holds tools,
technologies, languages and fields. `python benchmarks/skillspan.py dev.json` takes its JSON lines
(`tokens`, `tags_skill`, `tags_knowledge`, `source`) and prints, for spans that overlap in at least a character:

    recall      of the labelled knowledge spans, those that a found name overlaps
    precision   of the found names (soft skills left out), those that a labelled knowledge span overlaps;
                titles, tag lists and company texts are not labelled, so names in them count as wrong
    tools       recall over spans that are written like names (see `_like_a_name`)

and the most frequent misses. The program is not trained on it.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from gapcheck.matching import PhraseSkillMatcher
from gapcheck.matching.mentions import Genre, Passage
from gapcheck.spans import Span
from gapcheck.taxonomy import Kind, load

_INNER = re.compile(r"[a-z][A-Z]|\d|[+#]|\w\.\w|\b[A-Z]{2,}s?\b|(?<!^)\b[A-Z]")
"""A capital, digit or sign inside; degrees and places are among what has one."""


def main() -> None:
    """Measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, help="dev.json of SkillSpan")
    parser.add_argument("--misses", type=int, default=10, help="how many misses are printed")
    arguments = parser.parse_args()
    taxonomy = load()
    matcher = PhraseSkillMatcher(taxonomy)
    counts: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for line in arguments.file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = " ".join(row["tokens"])
        passage = Passage(Span(0, len(text)))
        found = {
            mention.span
            for mention in matcher.find(text, [passage], genre=Genre.POSTING).mentions
            if taxonomy.skill(mention.skill).kind is not Kind.SOFT_SKILL
        }
        wanted = list(_spans(row["tokens"], row["tags_knowledge"]))
        counts["found"] += len(found)
        counts["right"] += sum(_touches(span, wanted) for span in found)
        for span in wanted:
            hit = _touches(span, found)
            tool = row["source"] == "tech" and _like_a_name(span, text)
            counts.update({"wanted": 1, "covered": hit, "tools": tool, "tools covered": tool and hit})
            if not hit:
                missed[span.of(text).casefold()] += 1
    for name, part, whole in (
        ("recall", "covered", "wanted"),
        ("precision", "right", "found"),
        ("tools, recall", "tools covered", "tools"),
    ):
        print(f"{name:16} {counts[part] / counts[whole]:.3f}   {counts[part]}/{counts[whole]}")
    print("most missed: " + "; ".join(f"{name} ({n})" for name, n in missed.most_common(arguments.misses)))


def _spans(tokens: Sequence[str], tags: Sequence[str]) -> Iterator[Span]:
    """The labelled spans of a sentence whose tokens are joined by blanks."""
    ends = [0]
    for token in tokens:
        ends.append(ends[-1] + len(token) + 1)
    places = [Span(start, end - 1) for start, end in pairwise(ends)]
    current: Span | None = None
    for place, tag in zip(places, tags, strict=True):
        if current is not None and tag != "I":
            yield current
            current = None
        if tag != "O":
            current = Span(current.start if current else place.start, place.end)
    if current is not None:
        yield current


def _touches(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _like_a_name(span: Span, text: str) -> bool:
    """Up to three words with a capital, digit or sign inside, or capitalised within a sentence, or part of a row of tags."""
    words = span.of(text)
    if len(words.split()) > 3 or "<" in words:
        return False
    tag = text.islower() and len(text.split()) <= 7 and not text.endswith(".")
    return bool(_INNER.search(words)) or (words[:1].isupper() and span.start > 0) or tag


if __name__ == "__main__":
    main()
