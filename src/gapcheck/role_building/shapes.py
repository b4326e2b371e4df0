"""How a name is told from ordinary words: by its letters, by the words around it, by the words that it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gapcheck.document import Document
from gapcheck.posting import JobPosting
from gapcheck.spans import Span
from gapcheck.taxonomy import Taxonomy
from gapcheck.taxonomy.derived import Derived
from gapcheck.text.inflection import forms
from gapcheck.text.patterns import FUNCTION_WORDS

_TOKEN = re.compile(r"[^\W_][\w+#&./'\u2019-]*[\w+#]|[^\W_]")
_SIGNED = re.compile(r"(?=.*[A-Za-z])(?:.*[a-z][A-Z]|.*[A-Z]{2}|.*[A-Za-z][\d+#]|.*\d[A-Z]|[A-Z]\Z)")
"""Printed as only names are: an inner capital, two capitals together, a digit or a sign behind a letter."""
_CAMEL = re.compile(r".*[a-z][A-Z]|[A-Z]{2,}[a-z]{2}")
_MEASURE = re.compile(
    r"(?:[$\u20ac\u00a3]?\d[\d.,/:-]*)(?:st|nd|rd|th|k|m|h|x|hrs?|lbs?|kg|pm|am|%|\+|km|days?|years?)?\Z",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:\A|\n|[.!?:]\s|[.!?:]\Z)[\s\-*\u2022\u00b7\u25cf\u25aa\u2013>\"(]*\Z")
_WITHIN = re.compile(r"of|for|on|in|and|the|&|de")
_ELSEWHERE = re.compile(
    r"(?:\b(?:at|from|near|to|join|based|located|live|office|offices)|(?:\b(?:work|works|working|worked|based|located|live|living|office|offices|team|teams|relocate|travel|commute)\b[^.;\n]{0,24}\b(?:in|at|to|from|with)))(?:\s+the)?\s+\Z",
    re.IGNORECASE,
)
_TEAM = re.compile(r"\s+(?:office|team|site|area|region|branch|headquarters|campus|store|stores|group)\b")
_ASKED_BY_NAME = re.compile(
    r"\b(?:experience|knowledge|understanding|proficiency|proficient|familiarity|familiar|skilled|expertise|competence|competent"
    r"|exposure|command|grasp|mastery|trained|training|hands-on)\s+(?:\w+ing\s+)?(?:of|in|with|to|using|on)\s+(?:the\s+)?(?:[\w/&+.-]+[,\s]+(?:and\s+|or\s+)?){0,6}\Z",
    re.IGNORECASE,
)
_EMPLOYER = re.compile(
    r"(?:\b(?:[Aa]bout|[Jj]oin|[Aa]t|[Ww]e are|[Ww]e're|[Cc]ompany:|[Ee]mployer:|[Ww]hy|[Ll]ife at|[Ww]orking (?:at|for))\s+(?:the\s+)?(?P<behind>NAME))"
    r"|(?P<before>NAME)(?:,?\s+(?:is|are|was|has been|have been|employs|builds|makes|runs|provides|offers|helps|serves)\b(?!\s+(?:a plus|required|preferred|essential|desirable|an advantage|nice|welcome|useful))|'s?\s+(?:team|mission|platform|customers|values))"
    r"|(?P<legal>NAME)\s+(?:GmbH|Ltd\b|Limited\b|Inc\b|LLC|plc\b|PLC|AG\b|AB\b|BV\b|B\.V\.|Corp\b|SE\b|Oy\b|S\.A\.|SpA)".replace(
        "NAME", r"(?:[A-Z][\w&'\u2019.-]*)(?:\s+(?:(?:of|the|and|&)\s+)?[A-Z][\w&'\u2019-]*){0,4}"
    )
)
_HEADER = 4
"""Lines at the top of a document, where title, employer and place stand."""
_PARTED = re.compile(r"\s+(?:[-|\u2013\u2014\u00b7@]|at)\s+|,\s+|\s*[()|\t]\s*")


def runs_of_names(text: str, region: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """Runs of words that are printed as names only are, with capitalised words beside them, outside of `taken`."""
    run: list[Span] = []
    for match in _TOKEN.finditer(text, region.start, region.end):
        span = Span(*match.span())
        word = span.of(text)
        free = not any(span.overlaps(each) for each in taken)
        joined = bool(run) and text[run[-1].end : span.start].strip(" ") == ""
        numbered = joined and word.isdigit() and len(run) == 1 and run[0].of(text).isupper()
        if run and not (free and joined and (word[:1].isupper() or numbered)):
            yield from _run(text, run)
            run = []
        if free and (word[:1].isupper() or _SIGNED.match(word) or numbered):
            run.append(span)
    yield from _run(text, run)


def _run(text: str, run: Sequence[Span]) -> Iterator[Span]:
    words = [span.of(text) for span in run]
    if words and any(_SIGNED.match(word) and len(word) > 1 for word in words) and len(words) <= 4:
        yield Span(run[0].start, run[-1].end)


def named_like(term: str, text: str, span: Span, words: Words, *, company: bool) -> bool:
    """Whether a term is printed as a name is. `company`: it stands in a list with others."""
    tokens = _TOKEN.findall(term)
    if not tokens or len(tokens) > 5 or not words.well_formed(tokens):
        return False
    if any(words.signed(token) for token in tokens):
        return True
    if words.titled(text, span):
        return False
    opens = bool(_OPENS.search(text[max(span.start - 40, 0) : span.start]))
    vouched = company or words.asked_by_name(text, span)
    inner = [t for at, t in enumerate(tokens) if t[:1].isupper() and (at or not opens)]
    if inner:
        return (vouched or not opens) and (len(inner) > 1 or not words.printed_small(inner[0]))
    plain = words.ordinary(tokens[0]) or tokens[0].endswith("ed")
    return opens and vouched and len(tokens) == 1 and not plain


@dataclass(frozen=True)
class Words:
    """What the words of a term are known for: in these documents, in the taxonomy, and in English."""

    here: frozenset[str]
    ordinary_words: frozenset[str]
    general: frozenset[str]
    function: frozenset[str]
    people: frozenset[str]
    elsewhere: frozenset[str]
    languages: frozenset[str]
    papers: frozenset[str]
    skilled: frozenset[str]

    @classmethod
    def of(cls, documents: Sequence[Document], postings: Sequence[JobPosting], taxonomy: Taxonomy) -> Words:
        """The words of documents and of a taxonomy."""
        cues, titles = taxonomy.necessity_cues, taxonomy.job_titles
        known = _known(taxonomy)
        here = _small(document.text for document in documents)
        heads = frozenset(form for head in titles.heads for form in (head, *forms(head)))
        own: set[str] = set()
        for document, posting in zip(documents, postings, strict=True):
            own |= _own_names(document.text, posting, heads)
        return cls(
            here=here,
            ordinary_words=here | known.small,
            general=frozenset(word.lower() for word in (*cues.general_words, *cues.trade_words)),
            function=known.function,
            people=heads,
            elsewhere=frozenset({*own, *titles.regions, *titles.places}),
            languages=frozenset(name.lower() for name in taxonomy.spoken_languages.languages),
            papers=_papers(taxonomy),
            skilled=known.named,
        )

    def signed(self, word: str) -> bool:
        """Whether it is printed as only names are; an ordinary word in capitals is not."""
        if len(word) < 2 or not _SIGNED.match(word) or _MEASURE.match(word) or word.rstrip("+").islower():
            return False
        return not (word.isupper() and word.isalpha() and self.ordinary(word))

    def well_formed(self, tokens: Sequence[str]) -> bool:
        """Whether it begins with a capital or a sign, has small words only inside, and at most two plain ones at its end."""
        shaped = [t[:1].isupper() or self.signed(t) or t.isdigit() for t in tokens]
        if not shaped[0]:
            return False
        last = max(at for at, each in enumerate(shaped) if each)
        rest = tokens[last + 1 :]
        inside = all(
            each or _WITHIN.fullmatch(t) for t, each in zip(tokens[:last], shaped[:last], strict=True)
        )
        return inside and len(rest) <= 2 and not any(t.lower() in self.function for t in rest)

    def printed_small(self, word: str) -> bool:
        """Whether these documents also print it small, or it is one of the small words of the language."""
        return word.lower() in self.here or word.lower() in self.function

    def ordinary(self, word: str) -> bool:
        """Whether a word is also printed small somewhere."""
        low = word.lower()
        return low in self.ordinary_words or low in self.function or low.endswith("ly")

    def excluded(self, term: str, text: str, span: Span, document: str) -> bool:  # noqa: ARG002
        """Whether it names something else: an employer, a place, a person's post, a language, a paper, a measure."""
        tokens = [token if _CAMEL.match(token) else token.lower() for token in _TOKEN.findall(term)]
        low = " ".join(term.lower().split())
        if not tokens or all(_MEASURE.match(t) or t in self.function or t in self.general for t in tokens):
            return True
        if (
            low in self.elsewhere
            or tokens[0] in self.elsewhere
            or low in self.languages
            or tokens[0] in self.languages
        ):
            return True
        if (
            tokens[-1] in self.people
            or tokens[-1] in self.general
            or {part.lower() for t in tokens for part in (t, *re.split(r"[-/]", t))} & self.papers
        ):
            return True
        before, after = text[max(span.start - 60, 0) : span.start], text[span.end : span.end + 20]
        asked = _ASKED_BY_NAME.search(before)
        return bool((_ELSEWHERE.search(before) and not asked) or _TEAM.match(after))

    def trimmed(self, term: str) -> str:
        """A term without general words behind a part that is printed as only names are: "NEC4 contracts"."""
        tokens = list(_TOKEN.finditer(term))
        last = len(tokens)
        while last > 1 and tokens[last - 1].group() in self.general:
            last -= 1
        signed = any(self.signed(token.group()) for token in tokens[:last])
        return term[: tokens[last - 1].end()] if signed and last < len(tokens) else term

    def common_noun(self, term: str, *, repeated: bool) -> bool:
        """Whether plain words may name a skill: two to four of them without a small word, or one that is repeated."""
        tokens = [token.lower() for token in _TOKEN.findall(term)]
        if not tokens or len(tokens) > 4 or (len(tokens) < 2 and not repeated):
            return False
        if any(t in self.function or t in self.general or len(t) < 3 for t in tokens):
            return False
        first, last = tokens[0], tokens[-1]
        if first.endswith(("ly", "ing", "ed")) and first not in self.skilled:
            return False
        return not last.endswith(("ly", "ed", "ive", "able", "ful", "ous", "ish"))

    @staticmethod
    def asked_by_name(text: str, span: Span) -> bool:
        """Whether "experience with" and the like stands before it, over a short list."""
        return bool(_ASKED_BY_NAME.search(text[max(span.start - 120, 0) : span.start]))

    def titled(self, text: str, span: Span) -> bool:
        """Whether even ordinary words of its line begin with capitals, so that a capital says nothing."""
        words = [w for w in re.findall(r"[^\W\d_]{4,}", _line(text, span))[1:] if self.ordinary(w)]
        return len(words) > 2 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


class _Known(NamedTuple):
    """Words of a taxonomy that are printed small, those of its names among them, and the small words of English."""

    small: frozenset[str]
    named: frozenset[str]
    function: frozenset[str]

    @classmethod
    def of(cls, taxonomy: Taxonomy) -> _Known:
        cues = taxonomy.necessity_cues
        names = [name for s in taxonomy.skills.values() for name in (s.label, *(a.name for a in s.aliases))]
        told = [each for s in taxonomy.skills.values() for each in (*s.examples.yes, *s.examples.no)]
        asking = [
            *cues.fillers,
            *cues.knowledge_words,
            *cues.heads,
            *cues.required,
            *cues.preferred,
            *cues.not_names,
        ]
        asking += [word for words in cues.levels.values() for word in words]
        named = _small(names)
        return cls(named | _small((*told, *asking)), named, FUNCTION_WORDS | frozenset(cues.small_words))


_known: Derived[Taxonomy, _Known] = Derived(_Known.of)


def _small(texts: Iterable[str]) -> frozenset[str]:
    """The words that are printed in small letters."""
    return frozenset(word for text in texts for word in re.findall(r"(?<![\w.-])[a-z][a-z'-]+", text))


def _papers(taxonomy: Taxonomy) -> frozenset[str]:
    """Degrees, certificates and levels of languages, in lower case; single letters are none."""
    words, degrees = taxonomy.certificate_words, taxonomy.degrees
    names = {
        *words.abbreviations,
        *words.names,
        *words.asked,
        *degrees.unnamed,
        *taxonomy.spoken_languages.levels,
    }
    for row in degrees.degrees:
        names |= {*row.names, *row.abbreviations, *row.ambiguous, *row.asked}
    return frozenset(name.lower() for name in names if len(name) > 1)


def _line(text: str, span: Span) -> str:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return text[start : end if end >= 0 else len(text)]


def _own_names(text: str, posting: JobPosting, heads: frozenset[str]) -> set[str]:
    """Employer and places as the document gives them, in lower case: the whole name and each of its words."""
    found: set[str] = set()
    lines = [line for line in text.split("\n") if line.strip()][:_HEADER]
    for line in lines:
        if len(line) > 90 or line.lstrip()[:1] in "-*\u2022":
            continue
        for part in _PARTED.split(line.strip(" #*")):
            words = part.split()
            if (
                words
                and len(words) <= 4
                and all(w[:1].isupper() for w in words)
                and not {w.lower() for w in words} & heads
            ):
                found.add(part.lower())
    for match in _EMPLOYER.finditer(text):
        name = next(filter(None, match.groups()))
        found.add(name.lower())
    return {each for name in found for each in (name, name.split()[0]) if each and each not in posting.titles}
