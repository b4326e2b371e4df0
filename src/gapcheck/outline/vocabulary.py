"""What a heading is called: section_headings.yaml as a lookup, from exact names down to head nouns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from gapcheck.outline.model import ASPIRED, PRESENT, SectionKind
from gapcheck.taxonomy.language.section_headings import SectionHeadings

LONGEST_WORDS = 8
_SHORT = 4
_MOST_WORDS_TOLD = 80
_FEWEST_TOLD = 2
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_A_YEAR = r"(?:(?:19|20)\d\d|(?:the\s+)?(?:next|this|coming)\s+year|the\s+year\s+ahead)"
_FOR_YEAR = re.compile(
    rf"[\s,(–—-]+(?P<by>for|in|during|by|of|für|pour|para)?\s*{_A_YEAR}[\s):.]*$", re.IGNORECASE
)
_OPENING_YEAR = re.compile(r"^(?:19|20)\d\d[’']?s?[\s:,–—-]+(?=[^\W\d_])", re.IGNORECASE)
_LINKING = frozenset(
    {"in", "of", "with", "for", "that", "at", "from", "on", "as", "und", "en", "de", "des", "i"}
)
_AIMED = frozenset({"for", "für", "pour", "para"})
_EDGES = re.compile(r"^[^\w]+|[^\w)]+$")
_SPACED_LETTERS = re.compile(r"(?:\w[ \u00a0]){3,}\w(?:[ \u00a0]{1,3}[&/][ \u00a0]{1,3}\w)?")


class Surety(IntEnum):
    """How a heading was told, the surest highest."""

    PHRASE = 1
    NOUN = 2
    NAME = 3


@dataclass(frozen=True, slots=True)
class Named:
    """The kinds of section that a heading names, the first one first."""

    kinds: tuple[SectionKind, ...]
    surety: Surety
    prose: SectionKind | None = None


class HeadingLookup:
    """section_headings.yaml, compiled. Pure after it is built."""

    def __init__(self, words: SectionHeadings) -> None:
        self._names: dict[str, tuple[SectionKind, SectionKind | None]] = {}
        self._nouns: dict[str, SectionKind] = {}
        self._phrases: list[tuple[re.Pattern[str], SectionKind]] = []
        for row in words.sections:
            kind, prose = SectionKind(row.kind), SectionKind(row.prose) if row.prose else None
            for name in row.names:
                self._names.setdefault(folded(name), (kind, prose))
            for noun in row.head_nouns:
                self._nouns.setdefault(folded(noun), kind)
        for name, each in list(self._names.items()):
            # "Skill" alone is rather the head of a table's column
            for variant in _numbers(name) if " " in name else ():
                self._names.setdefault(variant, each)
        for noun, kind in list(self._nouns.items()):
            for variant in _numbers(noun):
                self._nouns.setdefault(variant, kind)
        for row in words.sections:
            kind = SectionKind(row.kind)
            self._phrases += [(_words(phrase), kind) for phrase in row.phrases]
        self._told_by = [
            (SectionKind(row.kind), _anyof(row.told_by)) for row in words.sections if row.told_by
        ]
        self._squeezed = {name.replace(" ", ""): name for name in self._names}
        joiners = "|".join(re.escape(j) if not j.isalpha() else rf"\b{j}\b" for j in words.joiners)
        self._joiner = re.compile(rf"\s*(?:{joiners or '(?!)'})\s*")
        self._claims = [
            (row.assertion, frozenset(map(folded, row.names)), tuple(map(_words, row.phrases)))
            for row in words.claims
        ]

    def name(self, title: str) -> Named | None:
        """The heading as a name of the list, whole or joined of several ("Education & Certifications")."""
        plain = folded(title)
        if not plain or len(plain.split()) > LONGEST_WORDS:
            return None
        found = self._names.get(plain) or self._names.get(self._squeezed.get(plain.replace(" ", ""), ""))
        if found is not None:
            return Named((found[0],), Surety.NAME, found[1])
        if any(plain in names for _, names, _ in self._claims):
            return Named((SectionKind.SKILLS,), Surety.NAME)
        if (wish := undated(plain)) != plain and self._is_wish(wish):
            return self.name(wish)
        return self._joined(plain)

    def _is_wish(self, plain: str) -> bool:
        """Whether a name is one of plans; a year beside any other may be the date of an entry ("Internship 2019")."""
        found = self._names.get(plain)
        if found is not None:
            return found[0] is SectionKind.GOALS
        # "Planned 2027" rather stands below a certificate
        return " " in plain and any(plain in names for a, names, _ in self._claims if a is ASPIRED)

    def keeps_without_year(self, title: str, *, marked: bool) -> bool:
        """Whether a title with a bare year can be a heading: it tells of plans, or the file marks it and says for what year."""
        plain = undated(title)
        if plain == title:
            return False
        told = self.likely(plain)
        wish = self.claim(plain) is ASPIRED or (told is not None and told.kinds[0] is SectionKind.GOALS)
        aimed = _FOR_YEAR.search(title)
        return wish or (marked and aimed is not None and (aimed["by"] or "").casefold() in _AIMED)

    def _joined(self, plain: str) -> Named | None:
        parts = [part for part in self._joiner.split(plain) if part]
        if len(parts) < 2:
            return None
        # "Technical Skills and Tools", "Work and Volunteer Experience": the last noun serves both parts
        last = parts[-1].split()[-1]
        kinds: list[SectionKind] = []
        known = 0
        for part in parts:
            found = self._names.get(part) or self._names.get(f"{part} {last}")
            # "Bachelor's degree, Philosophy" holds two nouns of headings and is none
            noun = None if "," in plain else self._nouns.get(part.split()[-1])
            kind = found[0] if found else noun
            if kind is not None:
                known += 1
                kinds.append(kind)
        if known < len(parts) or not kinds:
            return None
        return Named(tuple(dict.fromkeys(kinds)), Surety.NAME)

    def likely(self, title: str) -> Named | None:
        """The heading by its last noun, or by a phrase in it; only for lines that are set as headings."""
        plain = folded(undated(title))
        words = plain.split()
        if not words or len(words) > LONGEST_WORDS:
            return None
        for pattern, kind in self._phrases:
            if pattern.search(plain):
                return Named((kind,), Surety.PHRASE)
        kinds = [
            k for k in (self._nouns.get(part.split()[-1]) for part in self._joiner.split(plain) if part) if k
        ]
        if words[-1] in self._nouns:
            first = kinds[0] if kinds else self._nouns[words[-1]]
            return Named(tuple(dict.fromkeys((first, *kinds))), Surety.NOUN)
        if SectionKind.CERTIFICATIONS in kinds and len(words) <= _SHORT:
            # "Licences and Cards": no other kind of section joins a certificate's word to something else
            return Named((SectionKind.CERTIFICATIONS,), Surety.NOUN)
        return self._partly(plain)

    def _partly(self, plain: str) -> Named | None:
        """A heading of which one joined part, or the opening word, is a name."""
        words = plain.split()
        # "Campus and Community": one of the joined parts is a name
        parts = [part for part in self._joiner.split(plain) if part]
        known = [self._names[part][0] for part in parts if part in self._names]
        if len(parts) > 1 and known:
            return Named(tuple(dict.fromkeys(known)), Surety.PHRASE)
        # "Experience in retail", "Projects that shipped": a name that opens the heading
        opening = self._names.get(words[0])
        if opening is not None and len(words) > 2 and words[1] in _LINKING:
            return Named((opening[0],), Surety.PHRASE)
        return None

    def told_by(self, text: str) -> SectionKind | None:
        """The kind that the words of a short undated text tell, whatever its heading; None for most."""
        if len(text.split()) > _MOST_WORDS_TOLD or _YEAR.search(text):
            return None
        for kind, pattern in self._told_by:
            if len({found.group().casefold() for found in pattern.finditer(text)}) >= _FEWEST_TOLD:
                return kind
        return None

    def claim(self, title: str) -> str:
        """What a heading or label says of all below it; PRESENT for most."""
        plain = folded(title)
        bare = undated(plain)
        for assertion, names, phrases in self._claims:
            if plain in names or bare in names or any(phrase.search(plain) for phrase in phrases):
                return assertion
        return PRESENT


def undated(title: str) -> str:
    """A heading without the one bare year that it opens or ends with: "Goals for 2027", "2027 goals", "Plans (2027)"."""
    bare = _OPENING_YEAR.sub("", _FOR_YEAR.sub("", title.strip()))
    return title if re.search(r"\d", bare) or not bare else bare


def folded(title: str) -> str:
    """A heading as it is compared: no case, no signs at its ends, single blanks, letter-spacing undone."""
    text = title.replace("’", "'").replace("‘", "'").replace("\u00a0", " ").strip()
    text = _EDGES.sub("", text)
    if re.fullmatch(_SPACED_LETTERS.pattern + r"(?:\s+(?:\w\s)*\w)*", text) and len(text.split()) > 3:
        text = " ".join(re.sub(r"\s", "", word) for word in re.split(r"\s{2,}", text))
    return " ".join(text.casefold().split())


def _numbers(name: str) -> Iterator[str]:
    """The name with its last word in the other number: presentations, presentation."""
    if name.endswith("ies"):
        yield f"{name[:-3]}y"
    elif name.endswith("s") and not name.endswith(("ss", "us", "is")):
        yield name[:-1]
    elif name.endswith("y"):
        yield f"{name[:-1]}ies"
    elif name.isascii() and not name.endswith("s"):
        yield f"{name}s"


def _anyof(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)", re.IGNORECASE)


def _words(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(folded(phrase))}(?!\w)")


def names_of(words: SectionHeadings) -> Iterable[str]:
    """Every name of a section, lower case, for readers that look for columns and headings."""
    return (folded(name) for name in words.names)
