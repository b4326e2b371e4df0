"""How well somebody knows a tool, as it is printed beside the name: "Excel (advanced)", "basic SQL", "AutoCAD 4/5"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from gapcheck.spans import Span, SpanIndex
from gapcheck.taxonomy.derived import Derived
from gapcheck.taxonomy.language.fact_words import SkillLevelWords
from gapcheck.taxonomy.taxonomy import Taxonomy
from gapcheck.text.phrases import ARTICLE, CONJUNCTION, OR, alternation, compiled, plain

_MARKS = re.compile(r"(?P<full>[★●■⬤◆▮█]+)(?P<empty>[☆○□◇▯░]*)")
_FEWEST_MARKS = 3
_RATING = re.compile(
    r"(?P<got>\d{1,3}(?:\.\d)?)\s?(?:(?:/|out of|of)\s?(?P<full>\d{1,3})(?![\d/])|(?P<percent>%))"
)
_SLASHED = re.compile(r"\s*\d{1,3}/(?P<full>\d{1,3})")
_OF_FULL = re.compile(r"(?P<sign>[:=(\u2013-]?)\s*(?<![\d./])\d{1,3}(?:\.\d)?/(?P<full>\d{1,3})(?![\d/])")
_FEWEST_RATED = 3
"""Ratings of one full mark in a line, from which on names with versions are rated there, too."""
_BRACKET = re.compile(r"\s*[(\[](?P<inside>[^()\[\]\n]*)[)\]]")
_SIGN = re.compile(r"\s*(?:[:=|\u2013-]\s*)?")
_PARTS = re.compile(r"[,;/:]|\s[-\u2013]\s")
_ENDS_ITEM = re.compile(r"\s*[,;.)\]|\u2022\u00b7]")
_OPENS_ITEM = re.compile(r"(?:.*(?:[,;:()\[\]|\u2022\u00b7\u2013]|[.](?=\s)|\s-(?=\s)))?[^\w\0]*", re.DOTALL)
"""All before the words of the item that a level or a name is in."""
_ITEM_ENDS = rf"\s*(?:\Z|[,;.:()\[\]|/&\u2022\u00b7\u2013]|[-+]\s|{CONJUNCTION}\s)"
_IN_SENTENCE = re.compile(rf"\s+(?!{CONJUNCTION}\s)[a-z]")
"""Behind a rating: "35% faster"."""
_SAID = (
    r"(?P<said>[^,;.|()\[\]:\u2022\u00b7\u2013]*?(?:\d\.\d[^,;.|()]*)?)\s*"
    rf"(?=[,;.|()\[\]:\u2022\u00b7\u2013]|\Z|\s-\s|\s{CONJUNCTION}|/\s)"
)
"""What is said right behind a name, up to the end of its item."""
_ITEM_OVER = re.compile(r"\s*(?:[,;.)\]|\u2022\u00b7]|\Z)")
_CHOICE = re.compile(rf"\s*(?:{OR}|to\b|/|-|\u2013)\s*")
"""Between two levels of which the lower will do: "intermediate to advanced"."""
_SHARE_OF = re.compile(r"%\s+of\b")
FARTHEST = 240
"""Characters between a name and a level that is printed with it, and with further names, at most."""
_BULLETS = " \t\u2022\u00b7*-\u2013"
_NAME = r"(?:[A-Z0-9&][\w.+#&/-]*)"


class SkillLevels:
    """The compiled words of skill_levels.yaml, with the phrases of each level. Build it once; all that it is asked is pure."""

    def __init__(self, words: SkillLevelWords, phrases: Mapping[int, tuple[str, ...]]) -> None:
        self._levels = tuple((level, compiled(those)) for level, those in phrases.items())
        self._names = words.names
        self._full_marks, self._shares = frozenset(words.full_marks), words.shares
        every = tuple(each for those in phrases.values() for each in those)
        phrase, noun = compiled(every).pattern, alternation(words.nouns)
        self._not_levels, self._versioned = compiled(words.not_levels), compiled(words.versioned)
        self._said = re.compile(rf"{phrase}(?:[\s-]+(?:{phrase}|{noun}\b))*")
        joined = alternation(words.joins)
        at = rf"(?:{alternation(words.leads_behind)}\s+)?(?:{ARTICLE}\s+)?"
        self._part = re.compile(rf"\s*(?:(?P<comma>,\s+)|[:=|\u2013-]\s*)?{at}{_SAID}")
        self._what = re.compile(rf"(?:[\s-]+{noun}\b)+")
        self._apart = re.compile(
            rf"(?:{alternation(tuple(words.names.values()))}|{phrase}(?:[\s-]+(?:{phrase}|{noun}\b))+)"
        )
        self._of_others = re.compile(rf"(?<![\w-]){alternation(words.of_others)}(?![\w-])")
        self._units = re.compile(
            rf"(?:\s+(?:{phrase}|{alternation((*words.nouns, *words.units))})(?![\w-]))*"
        )
        self._goes_on = re.compile(rf"(?:[\s-]+{noun}\b)*(?:\s+{joined}\b|{_ITEM_ENDS})")
        self._alone = re.compile(rf"(?:\w+ly\s+)??({phrase})(?:[\s-]+(?:{phrase}|{noun}\b))*")
        join = rf"(?:\s+(?:{alternation(words.joins)}\s+)|\s*[:\u2013]\s*|\s+-\s+)"
        included = rf"{alternation(words.includes)}\b"
        names = rf"(?:[\s,&+/(]|{CONJUNCTION}|{included}|\0|{_NAME})*"
        self._listed_before = re.compile(rf"\((?:[\s,&+/]|{CONJUNCTION}|\0|{_NAME})*\Z")
        self._listed_behind = re.compile(rf"(?:[\s,&+/]|{CONJUNCTION}|\0|{_NAME})*\)")
        self._of_list = re.compile(rf"[^;.()]*?[,(:\u2013-]\s*{alternation(words.of_all)}\s+{at}{_SAID}")
        self._leads = re.compile(rf"\s*(?:{_NAME}\s+){{0,2}}\Z|(?:{join}(?:{ARTICLE}\s+)?){names}\Z")

    def name(self, level: int) -> str:
        """What a level is called."""
        return self._names.get(level, str(level))

    def beside(self, text: str, span: Span, others: Iterable[Span] = (), *, own: bool = False) -> int | None:
        """The level that is printed with the name at `span` of a clause or a line; `others` are places of further names.

        It is right behind the name, up to the end of its item, or before it, also before a list that it is led to
        ("proficient in Excel and Word"). A rating of nothing is no level. `own`: a person's own text, in which a level counts
        where it rates this person, and not what was made or taught: "wrote some Python tools", "taught Excel basics".
        """
        begin = max(0, span.start - FARTHEST)
        text = text[begin : span.end + FARTHEST].replace("\t", "|").replace("\n", " ")
        places = (Span(max(each.start - begin, 0), each.end - begin) for each in others if each.end > begin)
        span = Span(span.start - begin, span.end - begin)
        taken = [each for each in places if each != span]
        for read in (self._behind, self._before, self._behind_bracket, self._behind_list):
            if (level := read(text, span, taken, own=own)) is not None:
                return level
        return None

    def _behind(self, text: str, span: Span, taken: Sequence[Span], *, own: bool) -> int | None:
        """The level behind a name, also behind what is rated ("Excel skills: good") and behind what it holds ("Office (Word) - good")."""
        ends, low = [span.end], plain(text)
        if what := self._what.match(low, span.end):
            ends.append(what.end())
        if bracket := _BRACKET.match(low, ends[-1]):
            ends.append(bracket.end())
        found = (self._right_behind(text, end, span, taken, own=own) for end in ends)
        return next(filter(None, found), None)

    def _behind_bracket(self, text: str, span: Span, taken: Sequence[Span], *, own: bool) -> int | None:
        """The level behind a bracket of names, this one among them: "Office (Word, Excel) - basic"."""
        blanked = _blanked(text, taken)
        closed = self._listed_behind.match(blanked, span.end)
        if closed is None or self._listed_before.search(blanked[: span.start]) is None:
            return None
        return self._right_behind(text, closed.end(), span, taken, own=own)

    def _behind_list(self, text: str, span: Span, taken: Sequence[Span], *, own: bool) -> int | None:
        """The level behind a list of names, of which it is said of all: "Excel, Word, SAP, all basic"."""
        said = self._of_list.match(plain(text), span.end)
        if said is None or (own and not self._rates_person(text, span.start, taken)):
            return None
        return self._level(said["said"])

    def _right_behind(
        self, text: str, end: int, span: Span, taken: Sequence[Span], *, own: bool
    ) -> int | None:
        """The level that is printed right behind a place, of the name at `span`."""
        rest = text[end:]
        low = plain(rest)
        if bracket := _BRACKET.match(low):
            inside = bracket["inside"].strip()
            rated = self._rated(rest[bracket.start("inside") : bracket.end("inside")].lstrip())
            return rated or next(filter(None, map(self._level, _PARTS.split(inside))), None)
        sign = _SIGN.match(low)
        at = sign.end() if sign else 0
        signed = bool(low[:at].strip())
        rated = None if not signed and self._is_versions(text, span) else self._rated(rest[at:])
        part = self._part.match(low)
        if rated or part is None or (own and not signed and not self._rates_person(text, span.start, taken)):
            return rated
        # an item of its own may be a trait ("Excel, confident, punctual") or open the next list ("Excel, basic: SQL")
        apart = part["comma"] and not (
            self._apart.fullmatch(part["said"].strip()) and _ITEM_OVER.match(low, part.end())
        )
        return None if apart else self._level(part["said"])

    def _before(self, text: str, span: Span, taken: Sequence[Span], *, own: bool) -> int | None:
        low = self._not_levels.sub(lambda match: "\0" * len(match.group()), plain(text[: span.end]))
        low = low[: span.start]
        found = [
            match
            for match in self._said.finditer(low)
            if not any(Span(*match.span()).overlaps(each) for each in taken)
        ]
        if not found or _ENDS_ITEM.match(low, found[-1].end()):
            return None
        last = found[-1]
        if own and not (
            self._rates_person(text, last.start(), taken) and self._goes_on.match(plain(text[span.end :]))
        ):
            return None
        gap = _blanked(text[: span.start], taken)[last.end() :]
        levels = [self._level(last.group())] if self._leads.match(gap) else []
        for other, then in zip(reversed(found[:-1]), reversed(found), strict=False):
            if not levels or not _CHOICE.fullmatch(low, other.end(), then.start()):
                break
            levels.append(self._level(other.group()))
        return min(filter(None, levels), default=None)

    def _rates_person(self, text: str, end: int, taken: Sequence[Span]) -> bool:
        """Whether nothing before a place of an item says that something else than the person is rated."""
        before = _blanked(plain(text[:end]), taken)
        opens = _OPENS_ITEM.match(before)
        return self._of_others.search(before, opens.end() if opens else 0) is None

    def _is_versions(self, text: str, span: Span) -> bool:
        """Whether "7/10" behind a name is two versions: not in a list of ratings ("Python: 6/10, PHP 3/10")."""
        slashed = _SLASHED.match(text, span.end)
        if slashed is None or self._versioned.fullmatch(plain(span.of(text))) is None:
            return False
        beside = [each for each in _OF_FULL.finditer(text) if each["full"] == slashed["full"]]
        return len(beside) < _FEWEST_RATED and not any(each["sign"] for each in beside)

    def alone(self, text: str) -> int | None:
        """The level that a text is, and nothing else: "Advanced", "4/5"."""
        return self._rated(text) or self._level(plain(text))

    def _level(self, said: str) -> int | None:
        """The level that a phrase is; the first word of "basic understanding" says which."""
        whole = self._alone.fullmatch(said.strip())
        if whole is None:
            return None
        return next((level for level, words in self._levels if words.fullmatch(whole[1])), None)

    def _rated(self, text: str) -> int | None:
        """The level of a rating that a text begins with: "4/5", "80 %", four of five stars; not of a number in a sentence."""
        low = plain(text)
        if (marks := _MARKS.match(low)) and len(marks.group()) >= _FEWEST_MARKS:
            return self._of_share(len(marks["full"]) / len(marks.group()))
        rating = _RATING.match(low)
        if rating is None:
            return None
        unit = self._units.match(low, rating.end())
        if _IN_SENTENCE.match(text, unit.end() if unit else rating.end()):
            return None
        if rating["percent"] and _SHARE_OF.search(text, rating.end()):
            return None  # "Python 20%, SQL 80% of the time"
        full = 100 if rating["percent"] else int(rating["full"])
        share = float(rating["got"]) / full if full in self._full_marks else 0.0
        return self._of_share(share) if 0 < share <= 1 else None

    def _of_share(self, share: float) -> int:
        return 1 + bisect_left(self._shares, share)


def _blanked(text: str, places: Sequence[Span]) -> str:
    """A text in which names are blanked out; as long as before."""
    found = list(text)
    for each in places:
        for at in range(each.start, min(each.end, len(found))):
            found[at] = "\0"
    return "".join(found)


class PrintedLevels:
    """The levels that a resume prints with names; `places` are those of all its names. Nothing is looked up before it is asked for."""

    def __init__(self, text: str, places: Sequence[Span], levels: SkillLevels) -> None:
        self._text, self._levels = text, levels
        self._places = SpanIndex((each, each) for each in places)
        self._columns: dict[int, bool] = {}
        self.at = cache(self._at)

    def name(self, level: int) -> str:
        """What a level is called."""
        return self._levels.name(level)

    def _at(self, span: Span) -> int | None:
        """The level printed with the name at `span`, on its line or alone on the next one, None if there is none."""
        line = self._line(span.start)
        near = self._places.overlapping(Span(max(0, span.start - FARTHEST), span.end))
        others = [Span(each.start - line.start, each.end - line.start) for each in near if each in line]
        own = Span(span.start - line.start, span.end - line.start)
        level = self._levels.beside(line.of(self._text), own, others, own=True)
        return level if level is not None else self._below(span, line)

    def _below(self, span: Span, line: Span) -> int | None:
        """The level on a line of its own below a name on a line of its own."""
        if line.of(self._text).strip(_BULLETS) != span.of(self._text):
            return None
        level = self._alone(self._next(line))
        return level if level is not None and self._begins_with_name(line) else None

    def _begins_with_name(self, line: Span) -> bool:
        """Whether the column of names and levels in turn that a name is in begins with a name: else each level is the next name's."""
        passed: list[int] = []
        begins = self._columns.get(line.start)
        while begins is None:
            passed.append(line.start)
            above = self._before(line)
            if self._alone(above) is None:
                begins = not self._places.overlapping(above)
                break
            line = self._before(above)
            if not line.of(self._text).strip(_BULLETS) or self._alone(line) is not None:
                begins = False
                break
            begins = self._columns.get(line.start)
        self._columns.update(dict.fromkeys(passed, begins))
        return begins

    def _alone(self, line: Span) -> int | None:
        """The level that a line is, and nothing else."""
        return self._levels.alone(line.of(self._text).strip(_BULLETS))

    def _line(self, at: int) -> Span:
        end = self._text.find("\n", at)
        return Span(self._text.rfind("\n", 0, at) + 1, len(self._text) if end < 0 else end)

    def _next(self, line: Span) -> Span:
        return self._line(line.end + 1) if line.end + 1 < len(self._text) else Span(line.end, line.end)

    def _before(self, line: Span) -> Span:
        return self._line(line.start - 1) if line.start else Span(0, 0)


def phrases_of_levels(taxonomy: Taxonomy) -> Mapping[int, tuple[str, ...]]:
    """The phrases of each level of a tool or subject; those of languages that people speak rate no tool."""
    spoken = taxonomy.skill_levels.of_languages
    levels = taxonomy.necessity_cues.levels
    return {level: tuple(each for each in those if each not in spoken) for level, those in levels.items()}


def _levels(taxonomy: Taxonomy) -> SkillLevels:
    words, phrases = taxonomy.skill_levels, phrases_of_levels(taxonomy)
    levels = sorted({*phrases, *words.beside})
    return SkillLevels(
        words, {each: (*phrases.get(each, ()), *words.beside.get(each, ())) for each in levels}
    )


skill_levels = Derived(_levels)
"""The levels with the words of a taxonomy."""
