"""Names of degrees in a line of text, and the field that stands with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from gapcheck.outline.vocabulary import folded
from gapcheck.taxonomy.language.degrees import Degrees
from gapcheck.taxonomy.model import Level

_RANK = {level: rank for rank, level in enumerate(Level)}
_FIELD_BREAK = re.compile(r"[,;|•·\t(\[/]|\s[–—-]\s|\s{2,}|\.\s|\.$|:\s")
_LEAD = re.compile(
    r"^[\s,:;|)–—-]*(?:\((?:hons|honours|honors|fh|univ|uni|tu|th|ba|dh|tech|econ|eng|agr|ed|admin|sc|med)\.?\)(?=\s+\w)|\bhons\b\.?|\bhonours\b|\bhonors\b"
    r"|\([^)]*\b(?:class|honou?rs|distinction|merit|laude|lode)\b[^)]*\)|\b[1-3]\b(?=\s+\w))?[\s,:;|–—-]*"
    r"(?:degrees?\b|candidate\b|student\b)?[\s,:;|–—-]*"
    r"(?:(?:spécialité|spécialisation|option|filière|studiengang|fachrichtung|schwerpunkt|especialidad|mención|major(?:ing)?)\b\s*:?\s*)?"
    r"(?:\b(?:in|of|en|em|di|de|des|du|the|für|der)\b\s+|d[’'])*",
    re.IGNORECASE,
)
_AROUND_FIELD = " .,:–—-'’\"“”*_"
_MOST_FIELD_WORDS = 8
_CLASS = re.compile(r"\s*[(,]?\b[1-3][:.][12]\b.*|\s*\b(?:1st|2nd|3rd)\b.*")
"""A British class of degree (2:1) and what stands behind it."""
_MAJOR = re.compile(
    r"(?<!\w)(?:spécialité|spécialisation|option|filière|studiengang|fachrichtung|studienrichtung|schwerpunkt|vertiefung|especialidad"
    r"|mención|major(?:ed)?(?: in| of)?|specializ(?:ation|ing)(?: in)?|specialis(?:ation|ing)(?: in)?|indirizzo|orientation)\b\s*:?\s*"
    r"(?:en\s+|in\s+|de\s+)?([^,;|()\t]{3,60})",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"\b(?:thesis|dissertation|project|topic|title|essay)\b[^;|(\t]*$", re.IGNORECASE)
_EVENT = re.compile(
    r"\b(?:exchange|abroad|ceremony|trip|internship|placement|scholarship)\b[^;|(\t]*$", re.IGNORECASE
)
_PAREN = re.compile(r"^\s*\(([^)]{2,60})\)")


@dataclass(frozen=True, slots=True)
class DegreeName:
    """A degree named in a line: offsets in that line. `implied` is the field that its name itself says."""

    level: Level
    start: int
    end: int
    implied: str = ""
    plain: bool = True


class DegreeGrammar:
    """degrees.yaml, compiled. Pure after it is built."""

    def __init__(self, words: Degrees) -> None:
        self._fields = frozenset(folded(field) for family in words.families for field in family.fields)
        self._field_openings = frozenset(field.split()[0] for field in self._fields)
        self._names: list[tuple[re.Pattern[str], Level, str]] = []
        self._doubtful: list[tuple[re.Pattern[str], Level, str]] = []
        for row in words.degrees:
            if row.names:
                pattern = re.compile(rf"(?<![\w-]){_phrases(row.names)}(?!\w)", re.IGNORECASE)
                self._names.append((pattern, row.level, row.field))
            for into, printed in ((self._names, row.abbreviations), (self._doubtful, row.ambiguous)):
                into += [(pattern, row.level, row.field) for pattern in map(_abbreviation, printed)]
        self._applied = re.compile(rf"[\w-]*\.?\s*{_phrases(words.applied)}", re.IGNORECASE)
        self._none = re.compile(rf"(?<!\w){_phrases(words.not_degrees)}(?!\w)", re.IGNORECASE)
        # a status ("abandoned", "ongoing") is never a field of study
        ends = {*words.field_ends, *words.status.abandoned, *words.status.in_progress}
        self._ends = re.compile(rf"(?:^|[\s(]){_phrases(ends)}(?!\w)", re.IGNORECASE)
        self._honours = re.compile(rf"(?<!\w){_phrases(words.honours)}(?!\w)", re.IGNORECASE)
        self._institution = re.compile(
            rf"(?<!\w){_phrases(words.institution_words)}(?!\w)|{_phrases(words.institution_stems)}",
            re.IGNORECASE,
        )
        self._running = re.compile(rf"(?<!\w){_phrases(words.status.in_progress)}(?!\w)", re.IGNORECASE)
        self._left = re.compile(rf"(?<!\w){_phrases(words.status.abandoned)}(?!\w)", re.IGNORECASE)

    def find(self, text: str) -> tuple[DegreeName, ...]:
        """The degrees that a line names, in order; two names of one degree ("Bachelor of Science, BSc") count once."""
        barred = [found.span() for found in self._none.finditer(text)]
        found: list[DegreeName] = []
        for pattern, level, field in self._names:
            found += [DegreeName(level, *m.span(), field) for m in pattern.finditer(text)]
        for pattern, level, field in self._doubtful:
            found += [
                DegreeName(level, *m.span(), field, plain=False)
                for m in pattern.finditer(text)
                if self._in_context(text, m.start(), m.end())
            ]
        kept = [
            self._lowered(d, text)
            for d in found
            if not any(d.start < end and start < d.end for start, end in barred) and _is_name(text, d)
        ]
        return tuple(_merged(text, sorted(kept, key=lambda d: (d.start, d.start - d.end))))

    def _lowered(self, degree: DegreeName, text: str) -> DegreeName:
        """A long degree of a university of applied sciences is one level below: Diplom-Informatiker (FH)."""
        if degree.level is not Level.MASTER or not self._applied.match(text, degree.end):
            return degree
        return replace(degree, level=Level.BACHELOR)

    def _in_context(self, text: str, start: int, end: int) -> bool:
        """Whether "BA", "MS" and their like stand where a degree can: with a field or "in", or opening the line."""
        after, before = text[end:], text[:start]
        if re.match(r"\.?\s*(?:degree\b|\(?hons|honours|in\s|of\s|cum laude)", after, re.IGNORECASE):
            return True
        if self._opens_with_field(re.sub(r"^[\s.,:(–—-]+", "", after)):
            return True
        last = folded(re.split(r"[,(\t|–—]\s*", before.rstrip(" ,(–—-"))[-1]).split()
        if any(" ".join(last[-count:]) in self._fields for count in (1, 2, 3)):
            return True
        opens = not before.strip(" \t|–—-()0123456789/.,’'")
        return opens and bool(re.match(r"\.?,?\s+[A-ZÀ-Þ][a-zà-ÿ]", after))

    def _opens_with_field(self, text: str) -> bool:
        words = folded(text[:60]).split()
        if words and text[:1].isupper() and words[0].strip(",.;:)") in self._field_openings:
            return True
        return any(" ".join(words[:count]).strip(",.;:)") in self._fields for count in (1, 2, 3))

    def is_field(self, text: str) -> bool:
        """Whether a text is a known field of study."""
        return folded(text) in self._fields

    def is_institution(self, text: str) -> bool:
        """Whether a text names a school of any kind; the word in it is written as a name is."""
        return any(
            text[_word_start(text, found.start())].isupper() for found in self._institution.finditer(text)
        )

    def is_remark(self, text: str) -> bool:
        """Whether a text tells how a degree was earned (honours, a thesis, a grade), and names nothing."""
        return bool(self._ends.search(text) or self._honours.search(text))

    def in_progress(self, text: str) -> bool:
        """Whether a text says that a degree is still being earned."""
        return bool(self._running.search(text))

    def abandoned(self, text: str) -> bool:
        """Whether a text says that a degree was not finished."""
        return any(not _of_topic(text, *found.span()) for found in self._left.finditer(text))

    def field_of(self, text: str, degree: DegreeName) -> str:
        """The field that stands after the degree's name, or before it, as printed; else what the name implies."""
        after = text[degree.end :]
        lead = _LEAD.match(after)
        rest = after[lead.end() :] if lead else after
        if re.match(r"(?:and|und|et|y)\s|[&/+]", rest.strip()):
            # "M.S. and B.S. in Physics": the field stands with the last
            return ""
        field = self._field_piece(rest)
        if not field and (major := _MAJOR.search(after)):
            field = self._trimmed(major.group(1))
        if not field and (paren := _PAREN.match(after)):
            field = self._field_piece(paren.group(1))
        if not field or degree.level is Level.BOOTCAMP:
            before = re.split(r"[,;|•·\t(]|\s[–—-]\s|\d{4}\s", text[: degree.start].rstrip(" ,(|–—-:"))[
                -1
            ].strip()
            before = re.sub(r"^(?:completed|graduated|online|coding)\s+", "", before, flags=re.IGNORECASE)
            opens = text[: degree.start].strip().startswith(before)
            wordy = 0 < len(before.split()) <= 6 and re.search(r"[^\W\d]{3}", before)
            if wordy and not self.is_institution(before) and (opens or self.is_field(before)):
                return before
        if degree.level in {Level.HIGH_SCHOOL, Level.BOOTCAMP}:
            return ""
        return field or degree.implied

    def _field_piece(self, rest: str) -> str:
        stop = _FIELD_BREAK.search(rest)
        piece = self._trimmed(rest[: stop.start()] if stop else rest)
        if self.is_institution(piece):
            # "BSc, Example University, Physics"
            second = self._trimmed(_FIELD_BREAK.split(rest)[1]) if stop else ""
            return second if self.is_field(second) else ""
        if self._honours.fullmatch(piece.strip(" .:()")) or re.search(r"\d", piece):
            return ""
        return piece if re.search(r"[^\W\d_]{2}", piece) and len(piece.split()) <= _MOST_FIELD_WORDS else ""

    def _trimmed(self, piece: str) -> str:
        """What follows a degree, cut where the field must have ended."""
        piece = _CLASS.sub("", piece)
        for ended in self._ends.finditer(piece):
            beside = ended.group().strip(" (").casefold() == "with"
            if not beside or not self._opens_with_field(piece[ended.end() :].lstrip()):
                piece = piece[: ended.start()]
                break
        piece = piece.strip(_AROUND_FIELD)
        piece = re.sub(r"\s+(?:and|with|for|in|the|&|degree|programme|program)$", "", piece)
        dated = re.search(r"[’'(]?\b(?:19|20)\d\d\b|['’]\d\d\b", piece)
        return (piece[: dated.start()] if dated else piece).strip(" .,:–—-*_")


def _is_name(text: str, degree: DegreeName) -> bool:
    """Whether a degree of one plain word ("master") stands as a name does: capital, and not before a thesis."""
    printed = text[degree.start : degree.end]
    if not printed.isalpha() or printed.isupper() or any(map(str.isupper, printed[1:])):
        return True
    after = text[degree.end :]
    if re.match(
        r"[’']?s?[\s-]+(?:thesis|theses|dissertation|project|studies was|programme|program)\b",
        after,
        re.IGNORECASE,
    ):
        return False
    return printed[:1].isupper() or bool(re.match(r"\s+(?:of|in|degree)\b", after))


def _of_topic(text: str, start: int, end: int) -> bool:
    """Whether a word speaks of a thesis' matter ("Thesis: Abandoned mines") or of an event ("exchange cancelled")."""
    if " " in text[start:end]:
        return False
    goes_on = re.match(r"\s+[^\W\d_]", text[end:])
    return bool(_EVENT.search(text[:start])) or bool(goes_on and _TOPIC.search(text[:start]))


def _word_start(text: str, offset: int) -> int:
    while offset and text[offset - 1].isalpha():
        offset -= 1
    return offset


def _merged(text: str, found: Iterable[DegreeName]) -> Iterator[DegreeName]:
    """Overlaps go to the longer name; a second name of the same level in brackets or beside the first is the same degree."""
    last: DegreeName | None = None
    for degree in found:
        if last is None:
            last = degree
            continue
        between = text[last.end : degree.start]
        if degree.start < last.end:
            continue
        beside = not re.sub(r"(?i)degree|\b(?:in|of)\b|[\s(),.:/–—'’-]", "", between)
        bracketed = between.rstrip().endswith("(") and ")" in text[degree.end : degree.end + 12]
        slashed = between.strip() in {"/", "&", "and", "+"}
        if degree.level is last.level and not slashed and (beside or bracketed):
            end = text.index(")", degree.end) + 1 if bracketed else degree.end
            last = DegreeName(last.level, last.start, end, degree.implied or last.implied, last.plain)
            continue
        yield last
        last = degree
    if last is not None:
        yield last


def _phrases(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    parts = (r"\s+".join(re.escape(part) for part in word.split()) for word in ordered)
    return "(?:" + ("|".join(parts) or "(?!)") + ")"


def _abbreviation(printed: str) -> re.Pattern[str]:
    """An abbreviation as printed: dots may be followed by blanks, or be left out where enough letters remain."""
    letters = printed.replace(".", "").replace(" ", "")
    if "." in printed:
        parts = [re.escape(part) for part in re.split(r"\.\s*", printed) if part]
        dotted = r"\.\s?".join(parts) + (r"\.?" if len(parts) > 1 else r"\.")
        forms = [dotted, re.escape(letters)] if len(letters) > 2 else [dotted]
    else:
        forms = [re.escape(printed)]
    if len(letters) > 2:
        forms.append(re.escape(letters.upper()))
    return re.compile(rf"(?<![\w.])(?:{'|'.join(forms)})(?![\w])")


def higher(one: Level, other: Level) -> Level:
    """The higher of two levels."""
    return max(one, other, key=_RANK.__getitem__)
