"""Certificates, licences and registrations asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.certificate_names import find_certificates
from gapcheck.taxonomy.language.necessity_cues import NecessityCues
from gapcheck.text.phrases import compiled, plain

_NAME = re.compile(r"(?:[A-Z][\w&+.-]*|\d{3,})(?:[ -](?:[A-Z0-9][\w&+.-]*|of|for|in|and|the))*")


@dataclass(frozen=True, slots=True)
class Papers:
    """Certificates of a clause: `ids` of the catalogue, and `names` as printed that it does not have.

    `open`: others of the kind count too; `spans` are the names' places, so that no skill is read from them.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    any_of: bool
    open: bool
    spans: tuple[Span, ...]


def papers(text: str, taxonomy: Taxonomy, cues: NecessityCues, *, expected: bool = False) -> Papers | None:
    """The certificates that a clause asks for. `expected`: it stands where certificates are listed."""
    low = plain(text)
    word = compiled(cues.certificate_words).search(low)
    acronyms = _acronyms(text, cues)
    short = [Span(*a.span()) for a in acronyms]
    found = [
        m
        for m in find_certificates(text, taxonomy)
        if m.certain or word or expected or any(m.span in each for each in short)
    ]
    if not found and not word and not acronyms:
        return None
    if not found and not acronyms and word and not _asks_for_paper(low, word, expected=expected):
        return None
    opened = bool(compiled((*cues.similar, *cues.illustrating)).search(low)) or not (found or acronyms)
    names = tuple(
        dict.fromkeys(a.group() for a in acronyms if not any(m.span.overlaps(Span(*a.span())) for m in found))
    )
    ids = tuple(dict.fromkeys(m.certification.id for m in found))
    joined = bool(re.search(r"\bor\b|/", low)) or opened
    spans = [m.span for m in found]
    if word:
        spans.append(Span(*word.span()))
    spans += [Span(*a.span()) for a in acronyms]
    return Papers(ids, names, joined or (len(ids) + len(names) > 1 and opened), opened, tuple(spans))


def _acronyms(text: str, cues: NecessityCues) -> list[re.Match[str]]:
    names = sorted(cues.certificate_acronyms, key=lambda each: (-len(each), each))
    if not names:
        return []
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, names)) + r")(?![\w])")
    return list(pattern.finditer(text))


def _asks_for_paper(low: str, word: re.Match[str], *, expected: bool) -> bool:
    """Certificates are asked for by the word itself, unless it only describes ("accredited school", "card")."""
    if expected:
        return True
    if word.group() in {
        "card",
        "ticket",
        "accredited",
        "registration",
        "credentials",
        "credential",
        "accreditation",
        "diploma in",
    }:
        return bool(
            re.search(
                r"\b(?:cscs|safety|professional|valid|current|hold|holds|nmc|state|registration (?:with|as))\b",
                low,
            )
        )
    return not re.match(r"\s*(?:of conduct|school|program|programme|path|for your)", low[word.end() :])
