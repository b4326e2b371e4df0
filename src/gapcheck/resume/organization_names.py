"""Names of schools, societies, clubs and unions in a resume: no word of them says what the person can do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gapcheck.outline.model import SectionKind
from gapcheck.outline.sections import Outline
from gapcheck.resume.model import Education
from gapcheck.spans import Span
from gapcheck.taxonomy.language.resume_words import PersonNameWords
from gapcheck.text.patterns import FUNCTION_WORDS
from gapcheck.text.phrases import CONJUNCTION


class OrganizationNameFinder:
    """Finds such names by the noun in them, if it is printed with a capital. Pure after it is built."""

    def __init__(self, words: PersonNameWords) -> None:
        small = "|".join(sorted({form for word in FUNCTION_WORDS for form in (word.title(), word.upper())}))
        capital = rf"(?!(?:{small})\b)[A-ZÀ-Þ][\w'’.+#/-]*"
        free, ending = (_any(each) for each in (words.schools, words.societies))
        joined = rf"(?:\s+(?:o[nf]\s+)?{capital})"
        # "Ladies Club", "Leeds College"; a noun of societies ends the name ("Union Square" is none)
        before = rf"{capital}{joined}{{0,5}}?\s+(?:{free}|{ending}(?!\s+[A-ZÀ-Þ]))"
        # "Institute of Mathematical Statistics", "Society for Computing and Law"
        of = rf"\s+(?:of|for)\s+(?:the\s+)?{capital}(?:\s+(?:(?:{CONJUNCTION}|of|&)\s+)?{capital}){{0,6}}"
        behind = rf"(?:{free}|{ending}){of}"
        self._behind = re.compile(rf"(?<![\w.]){behind}(?!\w)")
        self._name = re.compile(rf"(?<![\w.])(?:{before}(?:{of})?|{behind})(?!\w)")

    def find(self, text: str, outline: Outline) -> Iterator[Span]:
        """The places of the names; in a list of skills a noun alone makes none ("SAML Federation")."""
        for section in outline.sections:
            pattern = self._behind if section.kind is SectionKind.SKILLS else self._name
            for line in outline.rows_in(section):
                for found in pattern.finditer(text, line.span.start, line.span.end):
                    yield Span(*found.span())


def without_fields(bodies: Iterable[Span], studies: Sequence[Education], text: str) -> Iterator[Span]:
    """The names of schools without the field of a degree that is printed right before or behind: "History Elm College"."""
    for body in bodies:
        start, end = body.start, body.end
        for each in studies:
            name, field = text[start:end], f"{each.field} "
            if not each.field or not each.span.overlaps(body):
                continue
            if name.startswith(field):
                start += len(field)
            if text[start:end].endswith(f" {each.field}"):
                end -= len(field)
        yield Span(start, end)


def _any(nouns: tuple[str, ...]) -> str:
    forms = {form for noun in nouns for form in (noun.title(), noun.upper())}
    return (
        f"(?:{'|'.join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))})\\b"
    )
