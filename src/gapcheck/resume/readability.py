"""What programs that read resumes (applicant tracking systems) would trip over in this one.

Every finding says what was seen, why it matters and what to do. Nothing here moves the score.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from gapcheck.document import Document, PageFeatures
from gapcheck.facts.written_language import other_language, words_by_language
from gapcheck.outline.model import SectionKind
from gapcheck.resume.model import EMPLOYMENT, Finding, Resume, Severity
from gapcheck.resume.page_layout import pages_in_columns, table_page
from gapcheck.spans import Span
from gapcheck.taxonomy.language.resume_words import FindingAdvice, FunctionWords
from gapcheck.taxonomy.taxonomy import Taxonomy

_WORK = frozenset(
    {SectionKind.EXPERIENCE, SectionKind.TEACHING, SectionKind.PROJECTS, SectionKind.VOLUNTEERING}
)
FEW_CHARACTERS = 30
MANY_SHAPES = 150
"""Painted areas of a page without text: letters turned to outlines."""
IMAGE_OF_TEXT, LARGE_IMAGE = 0.5, 0.2
"""Of the page."""
MANY_JUMPS, SCATTERED = 3, 0.1
"""Lines painted before what is read before them: how many are too many, and what share of all is serious."""
BOXED = 0.15
"""Of the text: more in boxes, headers and footers is serious."""
ICON_GAP = 25.0
"""Points between an icon and its address."""
PAGES, PAGES_OF_RESEARCH, WORDS = 4, 10, 2200
SECOND_LANGUAGE = 0.2


@dataclass(frozen=True, slots=True)
class _Observation:
    """What was seen, by the code of its advice. `serious`: more so than findings of its kind usually are."""

    code: str
    message: str
    page: int | None = None
    serious: bool = False


def readability(resume: Resume, taxonomy: Taxonomy) -> tuple[Finding, ...]:
    """All findings, the serious ones first, each group in order of pages. They quote nothing of the resume."""
    document = resume.document
    known = {row.code: row for row in taxonomy.readability.findings}
    found = chain(
        (_Observation(each.code, each.message, each.page) for each in document.warnings),
        *(_page(features, document) for features in document.page_features),
        _layout(resume),
        _marked(document),
        _contact(resume),
        _content(resume),
        _language(document, taxonomy.function_words),
    )
    findings = dict.fromkeys(_finding(each, known[each.code]) for each in found if each.code in known)
    return tuple(sorted(findings, key=lambda f: (f.severity is not Severity.SERIOUS, f.page or 0)))


def _finding(seen: _Observation, row: FindingAdvice) -> Finding:
    severity = Severity.SERIOUS if seen.serious or row.serious else Severity.MINOR
    return Finding(seen.code, severity, seen.message, row.why, row.advice, seen.page)


def _page(features: PageFeatures, document: Document) -> Iterator[_Observation]:
    cover = f"{features.image_cover:.0%}"
    if features.page in {warning.page for warning in document.warnings if warning.code == "ocr"}:
        return  # already reported
    if features.characters < FEW_CHARACTERS:
        if features.image_cover > IMAGE_OF_TEXT / 2 or features.shapes >= MANY_SHAPES:
            yield _Observation(
                "page-without-text", "the page shows something but holds no text", features.page
            )
        elif not features.characters and document.page_count > 1:
            yield _Observation("blank-page", "the page is empty", features.page)
    elif features.recognized > features.characters / 2:
        yield _Observation(
            "recognized-text", "the text was added by text recognition to a scan", features.page
        )
    elif features.image_cover >= IMAGE_OF_TEXT:
        yield _Observation("image-of-text", f"images take {cover} of the page", features.page)
    elif features.image_cover >= LARGE_IMAGE:
        yield _Observation("large-image", f"images take {cover} of the page", features.page)
    if features.jumps >= MANY_JUMPS:
        lines = sum(line.page == features.page for line in document.lines)
        message = f"the file stores {features.jumps} lines of the page in another order than they are read"
        yield _Observation(
            "painting-order", message, features.page, serious=features.jumps >= SCATTERED * lines
        )


def _layout(resume: Resume) -> Iterator[_Observation]:
    columns = pages_in_columns(resume.document)
    if columns:
        yield _Observation("columns", "the text is in several columns", columns[0])
    table = table_page(resume.document)
    if table:
        yield _Observation("table", "text is in a table", table)


def _marked(document: Document) -> Iterator[_Observation]:
    """Text boxes, headers and footers that the file marks as such."""
    whole = max(len(document.text), 1)
    for code, places, message in (
        ("text-box", {"text-box"}, "text is in text boxes"),
        ("header-text", {"header", "footer"}, "text is in the header or footer of the page"),
    ):
        lines = [line for line in document.lines if line.within in places]
        share = sum(len(line.span) for line in lines) / whole
        if lines and (share >= BOXED or code == "text-box"):
            yield _Observation(code, message, lines[0].page, serious=share >= BOXED)


def _contact(resume: Resume) -> Iterator[_Observation]:
    contact, document = resume.contact, resume.document
    if not contact.emails:
        if any(link.uri.lower().startswith("mailto:") for link in document.links):
            yield _Observation("email-only-linked", "the e-mail address is only in a link")
        else:
            yield _Observation("no-email", "no e-mail address was found")
    elif all(_is_at_edge(email, document) for email in contact.emails):
        yield _Observation(
            "contact-in-header", "the e-mail address is only in the header or footer of the page"
        )
    if not contact.phones:
        yield _Observation("no-phone", "no phone number was found")
    page = _icon_page(resume)
    if page:
        yield _Observation("contact-icons", "icons take the place of words beside contact data", page)


def _is_at_edge(email: str, document: Document) -> bool:
    start = document.text.find(email)
    lines = document.lines_in(Span(start, start + len(email))) if start >= 0 else ()
    return any(line.within in {"header", "footer"} for line in lines)


def _icon_page(resume: Resume) -> int | None:
    """The first page with an icon on the line of an address or number, close before or behind it."""
    icons = {look.page: look.icons for look in resume.document.page_features if look.icons}
    for span in resume.contact.spans if icons else ():
        page = resume.document.page_of(span)
        for x0, y0, x1, y1 in resume.document.boxes(span):
            middle = (y0 + y1) / 2
            if any(
                low <= middle <= high and x0 - ICON_GAP <= right and left <= x1 + ICON_GAP
                for left, low, right, high in icons.get(page, ())
            ):
                return page
    return None


def _content(resume: Resume) -> Iterator[_Observation]:
    kinds = {section.kind for section in resume.sections if section.title}
    jobs = [entry for entry in resume.entries if entry.kind in EMPLOYMENT]
    undated = [job for job in jobs if job.period is None]
    if not kinds - {SectionKind.OTHER, SectionKind.HEADER}:
        yield _Observation("no-headings", "no usual heading of a section was found")
    elif not kinds & _WORK and not jobs:
        yield _Observation("no-experience-heading", "no heading for work or projects was found")
    elif not jobs and SectionKind.EXPERIENCE in kinds:
        page = next(section.page for section in resume.sections if section.kind is SectionKind.EXPERIENCE)
        yield _Observation("no-jobs", "no job with a title and dates was recognised under Experience", page)
    if undated:
        count = "the job has" if len(jobs) == 1 else f"{len(undated)} of {len(jobs)} jobs have"
        yield _Observation("undated-jobs", f"{count} no dates", undated[0].page)
    yield from _length(resume.document, research=SectionKind.PUBLICATIONS in kinds)


def _length(document: Document, *, research: bool) -> Iterator[_Observation]:
    """Lists of publications may be long."""
    words = len(document.text.split())
    if document.page_count > (PAGES_OF_RESEARCH if research else PAGES) or (words > WORDS and not research):
        yield _Observation("very-long", f"the document has {document.page_count} pages and {words} words")


def _language(document: Document, words: FunctionWords) -> Iterator[_Observation]:
    found = words_by_language(document, words).most_common()
    if other := other_language(document, words):
        yield _Observation("other-language", f"most of the text is {other}")
    others = found[1:]
    if any(words >= SECOND_LANGUAGE * sum(each for _, each in found) for _, words in others):
        names = " and ".join(language for language, _ in found[:2])
        yield _Observation("several-languages", f"the text is partly {names}")
