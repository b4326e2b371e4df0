"""What a job document states beside its requirements: titles, career levels, specialties, codes and figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence

from gapcheck.document import Document
from gapcheck.facts.job_titles import JobTitle, JobTitleFinder
from gapcheck.outline.labels import before_colon
from gapcheck.outline.model import ASKING, SectionKind
from gapcheck.posting.parts import Part
from gapcheck.taxonomy import CareerLevel, Fact, Source, Taxonomy
from gapcheck.text.content_words import content
from gapcheck.text.patterns import GENITIVE
from gapcheck.text.phrases import ARTICLE, compiled, plain

_SOC = re.compile(r"\bSOC(?:\s+code)?\s*:?\s*(?P<code>\d{2}-\d{4}(?:\.\d{2})?)", re.IGNORECASE)
_ROW = re.compile(
    r"\s*(?P<name>[^|:\t]{3,70}?)\s*(?:\|(?!\|)|:(?=\s)|\t)\s*(?P<value>[^|]{1,60}?)\s*\|?\s*\Z"
)
_FIGURE = re.compile(r"\d")
_WORDS = re.compile(r"\w+")
_HEAD = 12
"""Parts at the beginning of a document, where a label names its title."""

_OPENS_WITH_TITLE = re.compile(rf"\s*(?:(?:\w+\s+){{0,3}}{GENITIVE}\s+)?(?:{ARTICLE}\s+)?")
"""What may precede the title of a role that a paragraph is about: "Duties of a data engineer"."""
_NEAR = 90
"""Characters within which such a title ends."""

Titled = Mapping[Part, tuple[JobTitle, ...]]


def role_titles(
    document: Document, parts: Sequence[Part], titled: Titled, taxonomy: Taxonomy, finder: JobTitleFinder
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The role's own name first, with its ranks; and the other roles that are named, in order."""
    others = re.compile(rf"\W*{compiled(taxonomy.job_titles.others).pattern}\W*(?:{ARTICLE}\s+)?")
    own_titles = {
        part: tuple(
            t for t in found if not others.fullmatch(plain(part.span.of(document.text)[: t.span.start]))
        )
        for part, found in titled.items()
    }
    counts: Counter[str] = Counter()
    order: dict[str, None] = {}
    bare: set[str] = set()
    singles = {title.base for found in own_titles.values() for title in found if not title.plural}
    for part in parts:
        if part.kind in {SectionKind.OTHER_JOBS, SectionKind.TITLES, SectionKind.CHIPS}:
            continue
        for title in own_titles[part]:
            counts[title.base] += 1
            if title.level and title.base.count(" ") == 1 and title.base == title.name:
                bare.add(title.base)
            if part.kind not in {SectionKind.BENEFITS, SectionKind.LEGAL, SectionKind.APPLY}:
                order.setdefault(title.base)
    early = [
        t.base
        for part in parts[:8]
        for t in own_titles[part]
        if (len(part.span) < 160 and not (t.plural and part.bullet))
        or finder.is_hired(part.span.of(document.text)[: t.span.start])
    ]
    labels = taxonomy.entry_heads.title_labels
    headlines = (
        *(_labelled(part.span.of(document.text), labels, finder) for part in parts[:_HEAD]),
        *(
            _headline(document, part, finder)
            for part in parts[:4]
            if not others.match(plain(part.span.of(document.text)))
        ),
    )
    headline = next(filter(None, headlines), None)
    if headline is not None and headline.base not in early[:1]:
        early.insert(0, headline.base)
        counts[headline.base] += max(counts.values(), default=0)
        singles.add(headline.base)
        order = {headline.base: None, **order}
    top = max(counts.values(), default=0)
    own = next((base for base in early if 2 * counts[base] >= top or not _frequent(counts)), None)
    one = [base for base in order if base in singles]  # "key sales drivers", "mentor junior analysts"
    own = own or max(one, key=lambda base: (counts[base], -one.index(base)), default=None)
    if own is None:
        return (), ()
    names = dict.fromkeys([own])
    fields = _field(own, taxonomy)
    names.update(dict.fromkeys(base for base in order if fields and _field(base, taxonomy) == fields))
    related = [
        base
        for base in order
        if base not in names and not _same(base, own) and " " in base and base not in bare
    ]
    return tuple(names), tuple(related)


def _field(title: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """The skill that all words of a title but its last name (ML engineer: machine learning)."""
    return tuple(skill.id for skill in taxonomy.named(title.rpartition(" ")[0])[:1])


def _labelled(text: str, labels: Container[str], finder: JobTitleFinder) -> JobTitle | None:
    """The title behind a label: "Position: Chemist"."""
    for line in text.splitlines():
        label = before_colon(line)
        if label is not None and plain(label.name) in labels:
            return finder.labelled(line[label.end :])
    return None


def _headline(document: Document, part: Part, finder: JobTitleFinder) -> JobTitle | None:
    """The title in a headline, whatever words it is made of."""
    text = part.span.of(document.text)
    if len(text) > 100 or part.bullet or text.rstrip().endswith((".", "?")) or "@" in text:
        return None
    return finder.opening(text.split("\n", 1)[0])


def _frequent(counts: Counter[str]) -> bool:
    return max(counts.values(), default=0) >= 5


def _same(one: str, other: str) -> bool:
    return one == other or set(one.split()) == set(other.split())


def listed_titles(parts: Sequence[Part], titled: Titled) -> tuple[str, ...]:
    """Titles that the document itself lists as names of the role, and those of its levels."""
    found: dict[str, None] = {}
    for part in parts:
        listed = part.kind is SectionKind.TITLES and part.bullet
        level = part.kind is SectionKind.LEVELS and part.bullet
        for title in titled[part]:
            if (listed or level) and title.span.start < 4:
                found.setdefault(title.name)
    return tuple(found)


def career_levels(
    document: Document, parts: Sequence[Part], titled: Titled, finder: JobTitleFinder
) -> tuple[CareerLevel, ...]:
    """The steps of the role's ladder that the document describes, lowest first."""
    found: dict[str, CareerLevel] = {}
    for part in parts:
        ladder = part.kind is SectionKind.LEVELS and _only_titles(part.span.of(document.text), titled[part])
        for title in titled[part]:
            opens = part.kind is SectionKind.LEVELS and part.bullet and (ladder or title.span.start < 4)
            paid = part.kind in {SectionKind.OUTLOOK, SectionKind.BENEFITS} and part.bullet and title.level
            if not (opens or paid):
                continue
            level = title.level or "mid"
            source = Source(document=document.name, line=document.line_number(part.span.start))
            found.setdefault(level, CareerLevel(level=level, title=title.name, sources=(source,)))
            if not ladder:
                break
    return tuple(sorted(found.values(), key=lambda each: finder.level_rank(each.level)))


def _only_titles(text: str, titles: Sequence[JobTitle]) -> bool:
    """Whether a line is nothing but titles: "Junior Analyst > Analyst > Senior Analyst"."""
    low = list(plain(text))
    for title in titles:
        low[title.span.start : title.span.end] = " " * len(title.span)
    return len(titles) > 1 and not content(_WORDS.findall("".join(low)))


def specialties(document: Document, parts: Sequence[Part], taxonomy: Taxonomy) -> tuple[Fact, ...]:
    """The specialties that the document lists for the role."""
    found: list[Fact] = []
    for part in parts:
        if part.kind is not SectionKind.SPECIALTIES or not part.bullet:
            continue
        text = re.sub(r"\s*\([^()]*\)", "", part.span.of(document.text)).strip(" .")
        skills = taxonomy.named(text)
        source = Source(document=document.name, line=document.line_number(part.span.start))
        found.append(Fact(name=plain(text), skill=skills[0].id if skills else None, sources=(source,)))
    return tuple(found)


def outlook(document: Document, parts: Sequence[Part]) -> tuple[Fact, ...]:
    """Codes and figures: the SOC code, and rows "name | value" of an outlook."""
    found: list[Fact] = []
    for part in parts:
        text = part.span.of(document.text)
        source = Source(document=document.name, line=document.line_number(part.span.start))
        code = _SOC.search(text)
        if code:
            found.append(Fact(name="SOC code", value=code.group("code"), sources=(source,)))
        elif part.kind is SectionKind.OUTLOOK and not part.bullet and "|" in text:
            row = _ROW.match(text)
            if row and _FIGURE.search(row.group("value")):
                found.append(Fact(name=row.group("name"), value=row.group("value"), sources=(source,)))
    return tuple(found)


def scope_of(part: Part, found: Sequence[JobTitle], titles: Sequence[str], text: str) -> str:
    """The career level or other role that a paragraph is about, "" for the role itself; `found` are the titles that it names."""
    if part.kind is SectionKind.LEVELS:
        first = next((title for title in found if title.span.start < 4), None)
        return first.level if first else ""
    if part.bullet or part.kind in ASKING or not found or found[0].plural or found[0].span.end >= _NEAR:
        return ""
    title = found[0]
    opens = _OPENS_WITH_TITLE.fullmatch(plain(part.span.of(text)[: title.span.start]))
    other = not any(title.base in each or each in title.base for each in titles)
    return title.name if opens and other else ""
