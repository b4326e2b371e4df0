"""What the headings of resumes are called: section_headings.yaml as a lookup, from exact names down to head nouns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from gapcheck.outline.content import YEAR, describes_person, lists_names
from gapcheck.outline.lines import Row
from gapcheck.outline.model import ASPIRED, PRESENT, SectionKind
from gapcheck.outline.vocabulary import HeadingMatch, Naming
from gapcheck.taxonomy.language.resume_words import SectionHeadings
from gapcheck.text.headings import folded_heading
from gapcheck.text.inflection import other_number
from gapcheck.text.once_a_document import once_a_document
from gapcheck.text.phrases import alternation, compiled, pattern_of, plain

LONGEST_WORDS = 8
_SHORT = 4
_MOST_WORDS_TOLD = 80
_FEWEST_TOLD = 2
_LONGEST_DATED = 120
"""Characters of a heading that may say a year."""
_NOTE = re.compile(r"(?<=\w) ?\([^()]*\)\Z")
"""A remark behind a heading: "Work history (latest first)"."""
_OPENING_YEAR = re.compile(r"^(?:19|20)\d\d[’']?s?[\s:,–—-]+(?=[^\W\d_])", re.IGNORECASE)

_GOES_ALONG = frozenset({SectionKind.OTHER, SectionKind.PROJECTS})
"""Kinds that a joined heading is of only where its other parts are no more than that."""

OPENINGS = frozenset({SectionKind.HEADER, SectionKind.SUMMARY, SectionKind.SKILLS})
"""Sections that open a resume, and can go over into its jobs without a heading."""


class ResumeHeadings:
    """section_headings.yaml, compiled. Pure after it is built."""

    unknown = SectionKind.OTHER
    opening = SectionKind.HEADER
    catalogue: frozenset[SectionKind] = frozenset()
    one_line: frozenset[SectionKind] = frozenset()
    sure: Mapping[SectionKind, float] = {
        SectionKind.OTHER: 0.0,
        SectionKind.PUBLICATIONS: 0.2,
        **dict.fromkeys((*OPENINGS, SectionKind.PROJECTS), 0.3),
    }

    def __init__(self, words: SectionHeadings) -> None:
        self.rules = words.rules
        self._linking = frozenset(words.linking)
        self._aimed = frozenset(words.aimed)
        self._memberships = compiled(words.memberships)
        years = "|".join(map(pattern_of, words.years))
        self._for_year = re.compile(
            rf"[\s,(–—-]+(?P<by>{alternation(words.before_year)})?\s*(?:(?:19|20)\d\d|{years})[\s):.]*$",
            re.IGNORECASE,
        )
        self._names: dict[str, tuple[SectionKind, SectionKind | None]] = {}
        self._nouns: dict[str, SectionKind] = {}
        for row in words.sections:
            kind, prose = SectionKind(row.kind), SectionKind(row.prose) if row.prose else None
            for name in row.names:
                self._names.setdefault(folded_heading(name), (kind, prose))
            for noun in row.head_nouns:
                self._nouns.setdefault(folded_heading(noun), kind)
        for name, each in list(self._names.items()):
            # "Skill" alone is rather the head of a table's column
            if " " in name:
                self._names.setdefault(other_number(name), each)
        for noun, kind in list(self._nouns.items()):
            self._nouns.setdefault(other_number(noun), kind)
        self._phrases = [(compiled(row.phrases), SectionKind(row.kind)) for row in words.sections]
        self._told_by = [
            (SectionKind(row.kind), compiled(row.told_by)) for row in words.sections if row.told_by
        ]
        self._squeezed = {name.replace(" ", ""): name for name in self._names}
        joiners = "|".join(re.escape(j) if not j.isalpha() else rf"\b{j}\b" for j in words.joiners)
        self._joiner = re.compile(rf"\s*(?:{joiners or '(?!)'})\s*")
        self._claims = [
            (row.assertion, frozenset(map(folded_heading, row.names)), compiled(row.phrases))
            for row in words.claims
        ]

    def name(self, title: str) -> HeadingMatch | None:
        """The heading as a name of the list, whole or joined of several ("Education & Certifications")."""
        plain = folded_heading(title)
        if not plain or len(plain.split()) > LONGEST_WORDS:
            return None
        noted = _NOTE.sub("", plain)
        found = (
            self._names.get(plain)
            or self._names.get(noted)
            or self._names.get(self._squeezed.get(plain.replace(" ", ""), ""))
        )
        if found is not None:
            return HeadingMatch((found[0],), Naming.NAME, found[1])
        if any(plain in names for _, names, _ in self._claims):
            return HeadingMatch((SectionKind.SKILLS,), Naming.NAME)
        if (wish := self.undated(plain)) != plain and self._is_wish(wish):
            return self.name(wish)
        return self._joined(plain)

    def _is_wish(self, plain: str) -> bool:
        """Whether a name is one of plans; a year beside any other may be the date of an entry ("Internship 2019")."""
        found = self._names.get(plain)
        if found is not None:
            return found[0] is SectionKind.GOALS
        # "Planned 2027" is rather printed below a certificate
        return " " in plain and any(plain in names for a, names, _ in self._claims if a == ASPIRED)

    def without_year(self, title: str, *, marked: bool) -> str:
        """A title without its bare year where that is no date: it is about plans, or is marked and says for what year."""
        plain = self.undated(title)
        if plain == title:
            return title
        likely = self.likely(plain)
        wish = self.claim(plain) == ASPIRED or (likely is not None and likely.kind is SectionKind.GOALS)
        aimed = self._for_year.search(title)
        return (
            plain if wish or (marked and aimed and (aimed["by"] or "").casefold() in self._aimed) else title
        )

    @once_a_document
    def undated(self, title: str) -> str:
        """A heading without the one bare year that it opens or ends with: "Goals for 2027", "2027 goals", "Plans (2027)"."""
        if len(title) > _LONGEST_DATED:
            return title
        bare = _OPENING_YEAR.sub("", self._for_year.sub("", title.strip()))
        return title if re.search(r"\d", bare) or not bare else bare

    def is_item(self, text: str) -> bool:  # noqa: ARG002
        """Items of resumes have bullets or another form; their words show nothing."""
        return False

    def _joined(self, plain: str) -> HeadingMatch | None:
        parts = [part for part in self._joiner.split(plain) if part]
        if len(parts) < 2:
            return None
        # "Technical Skills and Tools", "Work and Volunteer Experience": the last noun serves both parts
        last = parts[-1].split()[-1]
        kinds: list[SectionKind] = []
        known = 0
        for part in parts:
            found = self._names.get(part) or self._names.get(f"{part} {last}")
            # "Bachelor's degree, Philosophy" holds two nouns of headings and is no heading
            noun = None if "," in plain else self._nouns.get(part.split()[-1])
            kind = found[0] if found else noun
            if kind is not None:
                known += 1
                kinds.append(kind)
        if known < len(parts) or not kinds:
            return None
        return HeadingMatch(_telling_first(kinds), Naming.NAME)

    @once_a_document
    def likely(self, title: str) -> HeadingMatch | None:
        """The heading by its last noun, or by a phrase in it; only for lines that are set as headings."""
        plain = folded_heading(self.undated(title))
        words = plain.split()
        if not words or len(words) > LONGEST_WORDS:
            return None
        for pattern, kind in self._phrases:
            if pattern.search(plain):
                return HeadingMatch((kind,), Naming.PHRASE)
        kinds = [
            k for k in (self._nouns.get(part.split()[-1]) for part in self._joiner.split(plain) if part) if k
        ]
        if words[-1] in self._nouns:
            first = kinds[0] if kinds else self._nouns[words[-1]]
            return HeadingMatch(_telling_first((first, *kinds)), Naming.NOUN)
        if SectionKind.CERTIFICATIONS in kinds and len(words) <= _SHORT:
            # "Licences and Cards": no other kind of section joins a certificate's word to something else
            return HeadingMatch((SectionKind.CERTIFICATIONS,), Naming.NOUN)
        return self._partly(plain)

    def _partly(self, plain: str) -> HeadingMatch | None:
        """A heading of which one joined part, or the opening word, is a name."""
        words = plain.split()
        # "Campus and Community": one of the joined parts is a name
        parts = [part for part in self._joiner.split(plain) if part]
        known = [self._names[part][0] for part in parts if part in self._names]
        if len(parts) > 1 and known:
            return HeadingMatch(_telling_first(known), Naming.PHRASE)
        # "Experience in retail", "Projects that shipped": a name that opens the heading
        opening = self._names.get(words[0])
        if opening is not None and len(words) > 2 and words[1] in self._linking:
            return HeadingMatch((opening[0],), Naming.PHRASE)
        return None

    def content(self, lines: Sequence[Row], position: int) -> Mapping[SectionKind, float]:
        """Lists of names are skills, two words of a kind show that kind, and sentences below the first heading a profile."""
        text = "\n".join(row.text for row in lines)
        if lists_names(text):
            return {SectionKind.SKILLS: 0.8}
        if len(text.split()) <= _MOST_WORDS_TOLD and not YEAR.search(text):
            for kind, words in self._told_by:
                if len({found.group() for found in words.finditer(plain(text))}) >= _FEWEST_TOLD:
                    return {kind: 0.7}
        return {SectionKind.SUMMARY: 0.6} if not position and describes_person(text) else {}

    def names_memberships(self, title: str) -> bool:
        """Whether a heading is of societies, clubs and unions that the person belongs to."""
        return self._memberships.search(folded_heading(title)) is not None

    def claim(self, title: str) -> str:
        """What a heading or label says of all below it; PRESENT for most."""
        plain = folded_heading(title)
        bare = self.undated(plain)
        for assertion, names, phrases in self._claims:
            if plain in names or bare in names or phrases.search(plain):
                return assertion
        return PRESENT


def _telling_first(kinds: Iterable[SectionKind]) -> tuple[SectionKind, ...]:
    """The kinds of a joined heading, those that facts are read of first: "Projects & Posts", "Memberships, licences"."""
    return tuple(sorted(dict.fromkeys(kinds), key=_GOES_ALONG.__contains__))
