"""A resume with the person blacked out: the same spans and dates, no name, contact data, age or origin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from gapcheck.document import DocumentWarning
from gapcheck.resume.model import Contact, Resume
from gapcheck.spans import Span

MASK = "█"
NO_NAME = "no-name-to-blind"
"""The code of the warning that the text may still name the person."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def blinded(resume: Resume) -> Resume:
    """What is printed of this resume names nobody; every offset stays, so evidence still points to its place.

    Name and contact data are blacked out character by character wherever they occur, birth date, nationality, family
    and the like where they are printed; the file's name, which often is the person's, gives way to "resume".
    """
    document, contact = resume.document, resume.contact
    names = _pattern([*_WORD.findall(contact.name), *contact.emails, *contact.phones, contact.location])

    def masked(text: str) -> str:
        return names.sub(lambda found: MASK * len(found.group()), text) if names else text

    def within(said: str, span: Span) -> str:
        """`said`, which was read in `span`, without the personal details there."""
        for each in contact.personal:
            if each.overlaps(span):
                said = said.replace(each.of(document.text), MASK * len(each))
        return masked(said)

    warnings = [replace(each, message=masked(each.message)) for each in document.warnings]
    if not contact.name:
        warnings.append(
            DocumentWarning(NO_NAME, "no name was found to black out; look for it before this is passed on")
        )
    shown = document.name.rpartition("/")[2]
    text = _blacked(masked(document.text), (*contact.spans, *contact.personal))
    return replace(
        resume,
        document=replace(
            document,
            name=f"resume{PurePath(shown).suffix}",
            text=text,
            hidden=tuple(replace(each, text=masked(each.text)) for each in document.hidden),
            links=(),
            warnings=tuple(warnings),
        ),
        sections=tuple(replace(each, title=within(each.title, each.span)) for each in resume.sections),
        entries=tuple(
            replace(each, title=within(each.title, each.span), employer=within(each.employer, each.span))
            for each in resume.entries
        ),
        education=tuple(
            replace(each, institution=within(each.institution, each.span)) for each in resume.education
        ),
        certificates=tuple(replace(each, name=within(each.name, each.span)) for each in resume.certificates),
        contact=Contact(spans=contact.spans, personal=contact.personal),
        matches=replace(
            resume.matches,
            discarded=tuple(
                each
                for each in resume.matches.discarded
                if not any(each.span.overlaps(span) for span in contact.personal)
            ),
        ),
    )


def _pattern(said: Iterable[str]) -> re.Pattern[str] | None:
    """The words as printed or in capitals; a name in lower case is a common word (Mark, Will, Grace)."""
    words = sorted({form for word in said if word for form in (word, word.upper(), word.title())}, key=len)
    if not words:
        return None
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, reversed(words))) + r")(?!\w)")


def _blacked(text: str, spans: Iterable[Span]) -> str:
    """The text with everything but blanks in `spans` masked."""
    chars = list(text)
    for span in spans:
        chars[span.start : span.end] = [c if c.isspace() else MASK for c in chars[span.start : span.end]]
    return "".join(chars)
