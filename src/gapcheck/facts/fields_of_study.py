"""Fields of study (which one goes with a degree, which ones are asked for), and names of schools."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from gapcheck.facts.durations import NUMBER_START
from gapcheck.lazy import late_pattern
from gapcheck.taxonomy.language.fact_words import Degrees
from gapcheck.text.content_words import DETERMINERS
from gapcheck.text.patterns import FUNCTION_WORDS, JOINERS
from gapcheck.text.phrases import OR, alternation, compiled, plain
from gapcheck.text.sentences import ends_in_abbreviation

_BREAK = re.compile(r"[,;|•·\t(\[/]|\s[–—-]\s|\s{2,}|\.\s|\.$|:\s")
_BREAK_BEFORE = re.compile(r"[,;|•·\t(]|\s[–—-]\s|\d{4}\s")
_BRACKETS = re.compile(r"\s*\(([^)]{2,60})\)")
_LONG_BRACKETS = re.compile(r"\s*\([^()]{15,}\)(?=\s+(?:in|of)\s)")
_YEAR = re.compile(r"[’'(]?\b(?:19|20)\d\d\b|['’]\d\d\b")
_CLASS = re.compile(r"\s*[(,]?\b[1-3][:.][12]\b.*|\s*\b(?:1st|2nd|3rd)\b.*")
"""A British class of degree (2:1) and what follows it."""
_AROUND = " .,:–—-'’\"“”*_"
_GAP = r"[\s,:;|)–—-]*"
_MOST_WORDS = 8
_MOST_WORDS_BEFORE = 6
_LONGEST_LIST = 1000
"""Characters of a list of fields."""
_MOST_WORDS_ASKED = 5
_FEWEST_WORDS_OF_BOTH = 3
"""Words before "University" that can be a field and a school's own name."""


class SchoolNames:
    """The words of schools in degrees.yaml, compiled. Pure after it is built."""

    def __init__(self, words: Degrees) -> None:
        stems = alternation(words.institution_stems)
        self._institution = late_pattern(rf"{compiled(words.institutions).pattern}|{stems}")
        self._kinds = compiled(words.schools)
        articles = alternation(words.articles)
        self._from = late_pattern(rf"(?:^|\s){alternation(words.before_school)}\s+(?=[A-ZÀ-Þ])")
        self._behind = late_pattern(
            rf"(?:[\s,;]+{alternation(words.behind_school)}[\s:]*[\d.,/%]*)+\Z", re.IGNORECASE
        )
        self._small = FUNCTION_WORDS | DETERMINERS | frozenset(words.articles)
        self._articles = late_pattern(rf"(?:(?:{articles}\s+)?l'|{articles}\s+)")

    def is_institution(self, text: str) -> bool:
        """Whether a text names a school of any kind; the word in it is written as a name is."""
        found = self._institution.finditer(plain(text))
        return any(text[_word_start(text, match.start())].isupper() for match in found)

    def first_word(self, words: Sequence[str]) -> int | None:
        """Which of a name's words is the first that only schools have in theirs; None for other names."""
        return next((at for at, word in enumerate(words) if self.is_institution(word)), None)

    def is_kind(self, text: str) -> bool:
        """Whether a text is the kind of school in brackets behind a German degree: "FH"."""
        return bool(self._kinds.fullmatch(plain(text).rstrip(".")))

    def without_lead(self, text: str) -> str:
        """The name of a school without what leads to it ("in Marketing from Example University")."""
        leads = [found.end() for found in self._from.finditer(text)]
        return text[leads[-1] :] if leads else text

    def without_tail(self, text: str) -> str:
        """The name of a school without what only follows it ("Example University GPA 3.8")."""
        return self._behind.sub("", text)

    def is_written_as_name(self, text: str) -> bool:
        """Whether all words of a text but the small ones begin with a capital."""
        return all(word[:1].isupper() or word in self._small for word in text.split())

    def without_article(self, text: str) -> str:
        """The name of a school without the words before it: "l'Université X"."""
        found = self._articles.match(plain(text))
        return text[found.end() :] if found and text[found.end() : found.end() + 1].isupper() else text


def _word_start(text: str, offset: int) -> int:
    while offset and text[offset - 1].isalpha():
        offset -= 1
    return offset


class FieldFinder:
    """The fields of study in degrees.yaml and the words around them, compiled. Pure after it is built."""

    def __init__(self, words: Degrees) -> None:
        around = words.field_words
        self._schools = SchoolNames(words)
        self._fields = frozenset(_folded(field) for family in words.families for field in family.fields)
        self._openings = frozenset(field.split()[0] for field in self._fields)
        self._short, self._not_fields = around.short, frozenset(around.not_fields)
        nouns, honours = compiled(around.nouns).pattern, compiled(words.honours).pattern
        conjunctions = compiled(around.conjunctions).pattern
        prepositions = compiled(around.prepositions).pattern
        majors = compiled(around.majors).pattern
        qualified = rf"\({compiled(around.qualifiers).pattern}\.?\)(?=\s+\w)"
        self._lead = late_pattern(
            rf"{_GAP}(?:{qualified}|{honours}\.?|\([^)]*{honours}[^)]*\)|\b[1-3]\b(?=\s+\w))?{_GAP}"
            rf"(?:{nouns})?{_GAP}(?:{majors}\s*:?\s*)?(?:{prepositions}\s+|d')*"
        )
        self._qualifiers = compiled(around.qualifiers)
        self._prepositions = frozenset(around.prepositions)
        self._conjunctions = frozenset((*around.conjunctions, *JOINERS))
        self._shared = late_pattern(rf"\s*(?:{conjunctions}\s|[&/+])")
        self._major = late_pattern(rf"{majors}\s*:?\s*(?:{prepositions}\s+)?(?P<field>[^,;|()]{{3,60}})")
        # a status ("abandoned", "ongoing") is never a field of study
        status = (*words.status.abandoned, *words.status.in_progress)
        self._ends = compiled((*around.ends, *status))
        self._honours = compiled(words.honours)
        trailing = compiled(around.trailing).pattern
        self._trailing = late_pattern(rf"\s+(?:{trailing}|{nouns}|&)$")
        self._leads = late_pattern(rf"{compiled(around.leads).pattern}\s+")
        self._ends_in_preposition = late_pattern(rf"\s+{prepositions}\Z")
        comparisons = compiled(around.comparisons).pattern
        compared = rf"(?:or\s+)?{comparisons}"
        behind = rf"(?:{nouns}|{compared})"
        small = compiled(around.small).pattern
        self._opening = late_pattern(
            rf"\.?\s*,?\s*(?:{compared}\s*,?\s*)?(?:\([^)]*\)\s*)?{behind}?\s*(?:{compared}\s+)?(?:\([^)]*\)\s*)?"
            rf"{compiled(around.openings).pattern}\s+(?:{small}\s+)?"
        )
        self._list_end = late_pattern(
            rf",?\s*(?:;|\.(?:\s|$)|\)|{compiled(around.list_ends).pattern}|\b{OR} {NUMBER_START}(?! of\b))"
        )
        kinds = compiled(around.kinds).pattern
        self._such_as = late_pattern(
            rf"\A(?:{compiled(around.related).pattern}\s*)?(?:{kinds})?\s*,?\s*(?:{compiled(around.such_as).pattern}|,)\.?,?\s*"
        )
        self._separator = late_pattern(rf"\s*(?:,|/|&|{conjunctions})\s*(?:{conjunctions}\s)?\s*")
        self._kind_behind = late_pattern(rf"\s+(?:{kinds}|{nouns})$|[.:)]$")
        self._not_a_field = late_pattern(rf"{kinds}|{comparisons}|{conjunctions}")
        self._related = compiled(around.related)

    # ------------------------------------------------------------ on a resume
    def is_field(self, text: str) -> bool:
        """Whether a text is a known field of study."""
        return _folded(text) in self._fields

    def opens(self, text: str) -> bool:
        """Whether a text begins with a known field, or with a capital and the first word of one."""
        words = _folded(text[:60]).split()
        if words and text[:1].isupper() and words[0].strip(",.;:)") in self._openings:
            return True
        return any(" ".join(words[:count]).strip(",.;:)") in self._fields for count in (1, 2, 3))

    def is_remark(self, text: str) -> bool:
        """Whether a text says how a degree was earned (honours, a thesis, a grade), and names nothing."""
        low = plain(text)
        return bool(self._ends.search(low) or self._honours.search(low))

    def behind(self, after: str, *, implied: bool = False) -> str | None:
        """The field in the text behind a degree, as printed; None where the next degree has it ("M.S. and B.S. in").

        `implied`: the degree's name says its field, so an unknown name before "University" is the school's.
        """
        low = plain(after)
        lead = self._lead.match(low)
        start = lead.end() if lead else 0
        if self._shared.match(low, start):
            return None
        field = self._piece(after[start:], implied=implied)
        if not field and (major := self._major.search(low)):
            field = self._trimmed(after[major.start("field") : major.end("field")].split("\t", maxsplit=1)[0])
        brackets = _BRACKETS.match(after, start) or _BRACKETS.match(after)
        if not field and brackets and not self._qualifiers.fullmatch(plain(brackets.group(1)).strip(" .")):
            return self._piece(brackets.group(1))
        return self._with_branch(field, after)

    def _with_branch(self, field: str, after: str) -> str:
        """A field with the known one in brackets behind it: "Medical Rehabilitation (Physiotherapy)"."""
        brackets = _BRACKETS.match(after, after.find(field) + len(field)) if field else None
        branch = brackets.group(1).strip() if brackets else ""
        return f"{field} ({branch})" if self.is_field(branch) else field

    def before(self, text: str) -> str:
        """The field in the text before a degree ("Physics BSc"): all of it, or a known one after a comma."""
        last = _BREAK_BEFORE.split(text.rstrip(" ,(|/–—-:"))[-1].strip()
        lead = self._leads.match(plain(f"{last} "))
        field = last[lead.end() :] if lead else last
        wordy = 0 < len(field.split()) <= _MOST_WORDS_BEFORE and re.search(r"[^\W\d]{3}", field)
        if not wordy or self._schools.is_institution(field):
            return ""
        return field if text.strip().startswith(field) or self.is_field(field) else ""

    def labelled(self, text: str) -> str:
        """The field in a line that says so ("Major: Physics"), to the end of the line."""
        low = plain(text)
        found = self._major.search(low)
        if not found or re.search(r"\w", low[: found.start()]):
            return ""
        return text[found.start("field") :]

    def _piece(self, rest: str, *, implied: bool = False) -> str:
        stop = next((each for each in _BREAK.finditer(rest) if not _is_abbreviated(rest, each)), None)
        piece = self._trimmed(rest[: stop.start()] if stop else rest)
        if self._schools.is_institution(piece) and not self.is_field(piece):
            if field := self._before_school(piece, known_only=implied):
                return field
            # "BSc, Example University, Physics"
            second = self._trimmed(_BREAK.split(rest)[1]) if stop else ""
            return second if self.is_field(second) else ""
        if (
            stop
            and rest[: stop.start()].strip(_AROUND) == piece
            and (field := self._behind_colon(rest, stop))
        ):
            return field
        if self._honours.fullmatch(plain(piece).strip(" .:()")) or re.search(r"\d", piece):
            return ""
        return piece if re.search(r"[^\W\d_]{2}", piece) and len(piece.split()) <= _MOST_WORDS else ""

    def _behind_colon(self, rest: str, stop: re.Match[str]) -> str:
        """The field proper behind the faculty that a degree is of: "Master of Education : School Counselling"."""
        if not stop.group().startswith(":"):
            return ""
        rest = rest[stop.end() :]
        at_school = self._schools.is_institution(_BREAK.split(rest, maxsplit=1)[0])
        return self._piece(rest) if at_school or self.opens(rest) else ""

    def _before_school(self, text: str, *, known_only: bool) -> str:
        """The field before the name of a school without any sign between, "" where there is none.

        It is what is printed again behind the school, a known one, or what an unknown name leaves: all
        but the word before "University", unless that is too little to be both.
        """
        words = text.split()
        noun = self._schools.first_word(words)
        if not noun:
            return ""
        known = [
            n for n in range(noun, 0, -1) if self.is_field(" ".join(words[:n])) or self.is_field(words[n - 1])
        ]
        if known and words[known[0]].casefold() in self._conjunctions:
            known = []  # "Music and Sound": the name goes on
        again = [
            n
            for n in range(noun, 0, -1)
            if n < len(words) - noun
            and words[:n] == words[-n:]
            and words[-n - 1].casefold() not in self._prepositions  # "School of Design"
        ]
        follows = noun + 1 < len(words) and words[noun + 1].casefold() in self._prepositions
        if again or (known and (known[0] < noun or follows)):
            return " ".join(words[: (again or known)[0]])
        if known_only:
            return ""
        if follows:
            return " ".join(words[:noun])
        return " ".join(words[: noun - 1]) if noun >= _FEWEST_WORDS_OF_BOTH else ""

    def _trimmed(self, piece: str) -> str:
        """What follows a degree, cut where the field must have ended."""
        piece = _CLASS.sub("", piece)
        for ended in self._ends.finditer(plain(piece)):
            if ended.group() != "with" or not self.opens(piece[ended.end() :].lstrip()):
                piece = piece[: ended.start()]
                break
        piece = piece.strip(_AROUND)
        trailing = self._trailing.search(plain(piece))
        piece = piece[: trailing.start()] if trailing else piece
        dated = _YEAR.search(piece)
        return (piece[: dated.start()] if dated else piece).strip(" .,:–—-*_")

    # ------------------------------------------------------------ in a job document
    def name_end(self, low: str, start: int, end: int) -> int:
        """Where a degree's name ends without its preposition ("bachelor of")."""
        found = self._ends_in_preposition.search(low[start:end])
        return start + found.start() if found else end

    def asked(
        self, low: str, at: int, is_subject: Callable[[str], bool] | None = None
    ) -> tuple[list[str], int]:
        """The fields listed behind a degree that ends at `at` in a plain text, and where they end.

        `is_subject`: what counts as one without a preposition ("BSc Biology").
        """
        remark = _LONG_BRACKETS.match(low, at)
        low = low[: at + 2 * _LONGEST_LIST]
        low, at = _unbracketed(low, at), remark.end() if remark else at
        opening = self._opening.match(low, at)
        if opening is None and is_subject is None:
            return [], at
        start = opening.end() if opening else at
        last = min(len(low), start + _LONGEST_LIST)
        stop = self._list_end.search(low, start, last)
        end = stop.start() if stop else last
        if is_subject is not None and opening is None:
            return self._known_behind(low[:end], at, is_subject)
        return self.listed(low[start:end]), end

    def _known_behind(self, low: str, at: int, is_subject: Callable[[str], bool]) -> tuple[list[str], int]:
        """The known fields right behind a degree's name, without a preposition ("BSc Biology or Chemistry"), and where they end."""
        fields, start = list[str](), at
        for end in (*(each.span() for each in self._separator.finditer(low, at)), (len(low), len(low))):
            name = self._cleaned(low[start : end[0]].lstrip(": "))
            if not name or not is_subject(name):
                break
            fields.append(name)
            start, at = end[1], end[0]
        return fields, at

    def listed(self, low: str) -> list[str]:
        """The fields in a list of them, in a plain text."""
        cleaned = map(self._cleaned, self._separator.split(self._such_as.sub("", low)))
        return [name for name in cleaned if self._can_be_field(name)]

    def accepts_related(self, low: str, start: int, end: int) -> bool:
        """Whether a part of a plain text accepts other fields, too ("or a related field")."""
        return bool(self._related.search(low, start, end))

    def _cleaned(self, name: str) -> str:
        name = self._kind_behind.sub("", self._leads.sub("", name.strip(), count=1)).strip()
        return self._short.get(name, name)

    def _can_be_field(self, name: str) -> bool:
        return (
            any(char.isalpha() for char in name)
            and not any(char.isdigit() for char in name)
            and name not in self._not_fields
            and len(name.split()) <= _MOST_WORDS_ASKED
            and not self._not_a_field.match(name)
        )


def _is_abbreviated(text: str, sign: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation ("St. Louis")."""
    return sign.group().startswith(".") and ends_in_abbreviation(text[: sign.start() + 1])


def _folded(text: str) -> str:
    return " ".join(re.sub(r"^\W+|\W+$", "", plain(text)).split())


def _unbracketed(low: str, at: int) -> str:
    """Brackets behind a degree: a list in them counts like a list without; an abbreviation is blanked."""
    head, tail = low[:at], low[at:]
    tail = re.sub(
        r"\([\w./ -]{2,14}\)", lambda m: " " * len(m.group()) if "," not in m.group() else m.group(), tail
    )
    return head + tail.replace("(", ",").replace(")", ",")
