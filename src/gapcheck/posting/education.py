"""Degrees asked for: the lowest of an or-list, fields, related fields, equivalents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from gapcheck.facts.durations import Duration, durations
from gapcheck.posting.degree_years import paired
from gapcheck.spans import Span
from gapcheck.taxonomy import Degree, Level
from gapcheck.taxonomy.language.necessity_cues import DegreeNames, NecessityCues
from gapcheck.text.phrases import compiled, pattern_of, plain

_ORDER = tuple(Level)
_UNNAMED = frozenset(
    {
        "degree",
        "degrees",
        "university degree",
        "college degree",
        "first degree",
        "degree level",
        "educational background",
        "academic background",
    }
)
"""Say that a degree is asked for and not which: a bachelor's, unless another is named beside."""
_OF_ARTS = re.compile(
    r"(?:'s)?(?:\s+degree)?\s+of\s+(?:applied )?(?:science|arts|fine arts|laws?|business administration|technology|commerce)\b|\s+of\s+(?=\w+)"
)
_FIELDS = re.compile(
    r"\.?\s*,?\s*(?:or (?:comparable|equivalent|similar|higher|above)\s*,?\s*)?(?:\([^)]*\)\s*)?(?:degrees?|level|diploma|qualification|or higher|or above|or equivalent)?\s*(?:or higher |or above )?(?:\([^)]*\)\s*)?(?:in|of|with a major in|majoring in|within)\s+(?:a |an |the )?"
)
_STOP = re.compile(
    r"\s*(?:;|\.(?:\s|$)|\)|\bwith (?:a |at |\d|an |the |some |strong |minimum|several|few|one|two|three)|\band (?:a |at |\d|some |strong |minimum|(?:\w+ )?(?:years|experience))"
    r"|\bor (?:a |an )?(?:equivalent|practical|relevant|comparable experience|work|master|bachelor|phd|doctor|can |qualified)|\bor (?:\d|(?:one|two|three|four|five|six|eight|ten)\b)(?! of)|\bplus\b|\bis\b|\bare\b|\bor (?:the )?equivalent|\brequired\b|\bpreferred\b|,? (?:or|and) (?:a |an )?(?:\w+ )?(?:related|similar|relevant|cognate|comparable|allied|adjacent|something)|,? including\b|\bfrom an?\b|\bbut\b|\bthat\b|\bare\b|\bto \w+\b|, (?:or )?(?:equivalent|plus)|\betc\b|\bby\b)"
)
_SUCH_AS = re.compile(
    r"\A(?:closely )?(?:related |relevant |similar |technical |numerate |quantitative )?(?:field|discipline|subject|area)s?\s*,?\s*"
    r"(?:such as|like|e\.g\.?,?|including|,)\s*"
)
_SPLIT = re.compile(r"\s*(?:,|/|\bor\b|\band\b|&)\s*(?:or\b|and\b)?\s*")
_SHORT_FIELDS = {
    "cs": "computer science",
    "compsci": "computer science",
    "comp sci": "computer science",
    "maths": "mathematics",
    "math": "mathematics",
    "ee": "electrical engineering",
}
_NO_FIELDS = frozenset(
    {
        "them",
        "this",
        "that",
        "these",
        "those",
        "one",
        "hand",
        "progress",
        "any",
        "one of these",
        "one of those",
    }
)
"""Stand behind "in" and "of" and name no field."""

_TIME_WITHIN = re.compile(r"\s*\([^()\d]*\d[^()]*(?:years?|yrs?)")
"""A bracket behind a degree, with another degree and its years."""
_BESIDE_YEARS = re.compile(
    r"\.?\s*(?:(?:with|and|plus|,)\s|[+&(])\s*(?:[a-z]+\s+){0,3}?(?:\d|(?:one|two|three|four|five|six|seven|eight|ten)\b)"
)
_OTHER_DEGREE = re.compile(r"\b(?:b\.?[sa]\.?|b\.?sc|bachelor\w*|ph\.?d|doctorate|degree)(?!\w)")
"""Two letters that name a degree where years stand beside them and another degree in the same sentence."""
_DIRECTLY = 12
"""Characters: no more stands between the levels of "a bachelor's or master's degree"."""
_WITH_ARTS = frozenset({Level.ASSOCIATE, Level.BACHELOR, Level.MASTER, Level.DOCTORATE})


@dataclass(frozen=True, slots=True)
class Schooling:
    """A degree asked for. `span` is what says so; `months` the experience beside its lowest level.

    `alternatives`: several levels, each with what it asks beside it ("a master's, or a bachelor's and four years").
    `times`: where the durations stand that go with a degree.
    """

    degree: Degree
    span: Span
    months: int | None = None
    alternatives: bool = False
    times: tuple[Span, ...] = ()


def schooling(text: str, cues: NecessityCues) -> Schooling | None:
    """The degree that a clause or sentence asks for; None if it speaks of none."""
    low = plain(text)
    chosen = _hits(text, low, cues)
    hits = _named(low, chosen)
    if not hits:
        return None
    levels = [level for level, _ in hits]
    lowest = min(levels, key=_ORDER.index)
    start, end = hits[0][1].start, hits[-1][1].end
    fields: list[str] = []
    for _, span in chosen:
        found, until = _fields(low, span.end)
        found = [
            each
            for each in found
            if each not in cues.numbers and (each != "it" or re.search(r"\bIT\b", text))
        ]
        fields += [each for each in found if each not in fields]
        end = max(end, until)
    related = compiled(cues.related_fields).search(low, start, min(len(low), end + 60))
    equivalent = compiled(cues.equivalents).search(low, start)
    times = durations(low, cues)
    own = paired(low, [span for _, span in hits], times, cues)
    if equivalent:
        rest = re.compile(r"[^;,.]*").match(low, equivalent.end())
        end = max(end, rest.end() if rest else equivalent.end())
    return Schooling(
        Degree(level=lowest, fields=tuple(fields), or_related=bool(related), or_equivalent=bool(equivalent)),
        Span(start, end),
        _months(levels, own, times),
        any(
            one[0] is not two[0]
            and (two[1].start - one[1].end > _DIRECTLY or _TIME_WITHIN.match(low, one[1].end))
            for one, two in pairwise(hits)
        ),
        tuple(each.span for each in own if each),
    )


def _months(levels: list[Level], own: tuple[Duration | None, ...], times: tuple[Duration, ...]) -> int | None:
    """The months beside the lowest level; failing that, of the next degree, and then of the clause."""
    lowest = min(levels, key=_ORDER.index)
    at = levels.index(lowest)
    same = [each for level, each in zip(levels, own, strict=True) if level is lowest]
    ordered = [*same, *own[at:], *own[:at], *times]
    return next((each.months for each in ordered if each and each.months is not None), None)


@lru_cache(maxsize=8)
def _patterns(degrees: tuple[DegreeNames, ...]) -> tuple[tuple[Level, re.Pattern[str]], ...]:
    """The names of each level as one expression, longest first."""
    found = []
    for row in degrees:
        names = "|".join(map(pattern_of, sorted(row.names, key=lambda each: (-len(each), each))))
        found.append((row.level, re.compile(rf"(?<!\w)(?:{names})(?!\w)(?:'s?)?")))
    return tuple(found)


def _hits(text: str, low: str, cues: NecessityCues) -> list[tuple[Level, Span]]:
    """Names of degrees in order, the longest where they overlap."""
    found: list[tuple[Level, Span]] = []
    for level, pattern in _patterns(cues.degrees):
        for match in pattern.finditer(low):
            span = Span(*match.span())
            if not _cased(text, span, cues) or _other_sense(low, span):
                continue
            arts = _OF_ARTS.match(low, span.end) if level in _WITH_ARTS else None
            span = Span(span.start, arts.end()) if arts and len(arts.group().split()) > 1 else span
            found.append((level, span))
    found.sort(key=lambda each: (-len(each[1]), each[1].start))
    chosen: list[tuple[Level, Span]] = []
    for level, span in found:
        if not any(span.overlaps(other) for _, other in chosen):
            chosen.append((level, span))
    return sorted(chosen, key=lambda each: each[1].start)


def _named(low: str, chosen: list[tuple[Level, Span]]) -> list[tuple[Level, Span]]:
    """Those that name a level; "degree" alone counts only where none does."""
    named = [
        each
        for each in chosen
        if each[1].of(low) not in _UNNAMED or re.match(r"[^;]*;\s*or\b", low[each[1].end :])
    ]
    return named or chosen


def _cased(text: str, span: Span, cues: NecessityCues) -> bool:
    """Short names are degrees only in capitals, and beside a word or a field of study."""
    name = span.of(text).rstrip("'s")
    short = {each.casefold(): each for each in cues.cased_degrees}
    wanted = short.get(name.casefold().rstrip("."))
    if wanted is None:
        return True
    if name.rstrip(".") != wanted or re.match(r"\s?(?:EN\s|ISO\s)*\d", text[span.end :]):
        return False  # BS 1234 is a standard
    if name.casefold().rstrip(".") in {"ms", "md", "dr", "ma", "be", "me"}:
        around = plain(text[max(span.start - 12, 0) : span.end + 12])
        if re.search(r"degree|\bbs\b|\bba\b|phd|\s(?:in|or)\s|/", around):
            return True
        return bool(_BESIDE_YEARS.match(plain(text[span.end :])) and _OTHER_DEGREE.search(plain(text)))
    if name.casefold() == "llm":
        around = plain(text[max(span.start - 30, 0) : span.end + 30])
        return bool(re.search(r"\blaws?\b|\bllb\b|\bj\.?d\b|\bdegree\b|\buniversity\b|\blegal\b", around))
    return True


def _other_sense(low: str, span: Span) -> bool:
    """Scrum master, master data, a degree of freedom, master's students, degree programs."""
    before, after = low[max(span.start - 14, 0) : span.start], low[span.end : span.end + 22]
    word = span.of(low)
    if re.search(
        r"\b(?:after|beside|besides|during|before|since|towards?|pursuing|beyond)\s+(?:the|a|an|your|their)?\s*\Z",
        before,
    ):
        return True
    if word == "master" and (
        re.search(r"(?:scrum|web|quarter|post|grand|to)\s+\Z", before)
        or re.match(r"\s+(?:data|the|new|plan|craft|brand|file|record|class)", after)
    ):
        return True
    if re.match(
        r"(?:'s)?\s+students?\b|(?:'s)?\s+candidates?\b|\s+of (?:freedom|autonomy|independence|detail|accuracy)",
        after,
    ):
        return True
    return word.startswith("degree") and bool(
        re.search(r"(?:high|certain|some|large|greater|360|90|to a|to the) \Z", before)
    )


def _unbracketed(low: str, at: int) -> str:
    """Brackets behind a degree: a list in them counts like a list without; an abbreviation is blanked."""
    head, tail = low[:at], low[at:]
    tail = re.sub(
        r"\([\w./ -]{2,14}\)", lambda m: " " * len(m.group()) if "," not in m.group() else m.group(), tail
    )
    return head + tail.replace("(", ",").replace(")", ",")


def _fields(low: str, at: int) -> tuple[list[str], int]:
    """The fields named behind a degree, and where they end."""
    aside = re.compile(r"\s*\([^()]{15,}\)(?=\s+(?:in|of)\s)").match(low, at)
    low, at = _unbracketed(low, at), aside.end() if aside else at
    opening = _FIELDS.match(low, at)
    if opening is None:
        return [], at
    stop = _STOP.search(low, opening.end())
    end = stop.start() if stop else len(low)
    names = []
    for name in _SPLIT.split(_SUCH_AS.sub("", low[opening.end() : end])):
        clean = re.sub(
            r"^(?:a|an|the|any|one of these disciplines|related|similar|relevant)\s+|\s+(?:degree|field|discipline|subject)s?$|[.:)]$",
            "",
            name.strip(),
        ).strip()
        clean = _SHORT_FIELDS.get(clean, clean)
        if (
            any(char.isalpha() for char in clean)
            and not any(char.isdigit() for char in clean)
            and clean not in _NO_FIELDS
            and len(clean.split()) <= 5
            and not re.match(
                r"(?:related|similar|field|fields|equivalent|or|and|discipline|higher|above|better)s?\b",
                clean,
            )
        ):
            names.append(clean)
    return names, end
