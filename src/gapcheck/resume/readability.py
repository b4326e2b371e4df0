"""What programs that read resumes (applicant tracking systems) would trip over in this one.

Every finding says what was seen, why it matters and what to do. Nothing here moves the score.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from gapcheck.document import Document, PageLook
from gapcheck.outline.model import SectionKind
from gapcheck.resume.model import EMPLOYMENT, Finding, Resume, Severity
from gapcheck.resume.page_layout import label_column_page, pages_in_columns, table_page
from gapcheck.resume.text_languages import words_by_language
from gapcheck.spans import Span
from gapcheck.taxonomy.language.function_words import FunctionWords

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
"""Points between an icon and the address that it stands for."""
PAGES, PAGES_OF_RESEARCH, WORDS = 4, 10, 2200
MOST_OF_IT, SECOND_LANGUAGE = 0.5, 0.2

_ADVICE: dict[str, tuple[Severity, str, str]] = {
    "hidden-text": (
        Severity.SERIOUS,
        "Programs see it and people do not; it is taken for an attempt to deceive.",
        "Remove it, or print it in a colour and size that people can read.",
    ),
    "unmapped-glyphs": (
        Severity.SERIOUS,
        "The font does not say which letters these signs are, so programs lose them.",
        "Export again with standard fonts, or from another program.",
    ),
    "doubtful-order": (
        Severity.SERIOUS,
        "It cannot be told for certain what is read after what, so lines of different jobs may mix.",
        "Use one column, or leave more room between the columns.",
    ),
    "page-cut": (Severity.SERIOUS, "What was cut counts for nothing.", "Print it to a new, simpler PDF."),
    "pages-cut": (Severity.SERIOUS, "What was cut counts for nothing.", "Shorten the document."),
    "page-broken": (Severity.SERIOUS, "What could not be read counts for nothing.", "Export the file again."),
    "pages-broken": (
        Severity.SERIOUS,
        "What could not be read counts for nothing.",
        "Export the file again.",
    ),
    "encoding-guessed": (Severity.MINOR, "Accented letters may be wrong.", "Save the file as UTF-8."),
    "impossible-date": (
        Severity.SERIOUS,
        "Time in a job counts only when its dates can be meant.",
        "Correct the dates.",
    ),
    "page-without-text": (
        Severity.SERIOUS,
        "Its words are pictures or outlines; most programs see an empty page.",
        "Export it as text, not as an image or outlines.",
    ),
    "ocr": (
        Severity.SERIOUS,
        "Its words are pictures; most programs see an empty page.",
        "Use the file that the page was printed from.",
    ),
    "ocr-low-confidence": (
        Severity.SERIOUS,
        "Misread names and dates count for nothing.",
        "Use the file that the page was printed from, or scan it again at 300 dpi.",
    ),
    "blank-page": (Severity.MINOR, "It looks like a fault of the export.", "Remove it."),
    "recognized-text": (
        Severity.SERIOUS,
        "Text recognition misreads letters and mixes columns up.",
        "Use the file that the page was printed from.",
    ),
    "image-of-text": (
        Severity.SERIOUS,
        "Words inside an image are not read.",
        "Write as text what the image says.",
    ),
    "large-image": (
        Severity.MINOR,
        "Words inside an image are not read.",
        "Make sure that it holds no words that matter.",
    ),
    "columns": (
        Severity.MINOR,
        "Programs that read straight across the page mix lines of different columns.",
        "Use one column where you do not know who reads it.",
    ),
    "painting-order": (
        Severity.MINOR,
        "Programs that take the text as the file stores it get headings apart from what they head.",
        "Select all text in a viewer, copy it and look at its order; if it is wrong, export from another program.",
    ),
    "label-column": (
        Severity.MINOR,
        "Programs that read straight across take a heading for a part of the line beside it.",
        "Put each heading on a line of its own above its text.",
    ),
    "table": (
        Severity.MINOR,
        "Some programs leave tables out or run their cells together.",
        "Use plain lines or bullets.",
    ),
    "text-box": (
        Severity.MINOR,
        "Many programs leave text boxes out, or read them after everything else.",
        "Move their text into the body of the document.",
    ),
    "header-text": (
        Severity.MINOR,
        "Many programs leave the header and footer of a page out.",
        "Move what matters into the body of the document.",
    ),
    "contact-in-header": (
        Severity.SERIOUS,
        "Many programs leave the header and footer of a page out, and then know no way to reach you.",
        "Repeat the contact data in the body of the document.",
    ),
    "contact-icons": (
        Severity.MINOR,
        "An icon is a sign without meaning to programs; it may stick to the address or number.",
        "Write words instead (Phone, E-mail), or nothing.",
    ),
    "email-only-linked": (
        Severity.SERIOUS,
        "Programs that take the text alone do not see where a link leads.",
        "Print the address itself.",
    ),
    "no-email": (Severity.SERIOUS, "Nobody can reply.", "Print an e-mail address near the top."),
    "no-phone": (Severity.MINOR, "Many application forms ask for one.", "Add one if you wish to be called."),
    "no-headings": (
        Severity.SERIOUS,
        "Programs sort text by headings; without them jobs, schools and skills are guessed.",
        "Use plain headings: Experience, Education, Skills.",
    ),
    "no-experience-heading": (
        Severity.MINOR,
        "Programs look for jobs under a heading that says so.",
        "Name the section Experience, or Projects if there were no jobs yet.",
    ),
    "no-jobs": (
        Severity.SERIOUS,
        "Skills count for more when a job with a title and dates shows them.",
        "Begin each job with a line of title, employer and dates (June 2019 - March 2022).",
    ),
    "undated-jobs": (
        Severity.SERIOUS,
        "Years of experience are counted from dates.",
        "Give each job a start and an end, with months (June 2019 - March 2022).",
    ),
    "other-language": (
        Severity.SERIOUS,
        "The names of skills are looked for in English, so much may be missed.",
        "Compare an English version, or a taxonomy with names in this language.",
    ),
    "several-languages": (
        Severity.MINOR,
        "Most programs expect one language and misread the other.",
        "Keep one version of the document for each language.",
    ),
    "very-long": (
        Severity.MINOR,
        "Some programs read the first pages only, and so do people.",
        "Keep what matters for this application.",
    ),
}
CODES = frozenset(_ADVICE)
"""All codes that a finding may have."""


def readability(resume: Resume, words: FunctionWords) -> tuple[Finding, ...]:
    """All findings, the serious ones first, each group in order of pages. They quote nothing of the resume."""
    document = resume.document
    found = chain(
        _warned(document),
        *(_page(look, document) for look in document.looks),
        _layout(resume),
        _marked(document),
        _contact(resume),
        _content(resume),
        _language(document, words),
    )
    return tuple(
        sorted(dict.fromkeys(found), key=lambda f: (f.severity is not Severity.SERIOUS, f.page or 0))
    )


def _finding(code: str, message: str, page: int | None = None, *, serious: bool = False) -> Finding:
    severity, why, advice = _ADVICE[code]
    return Finding(code, Severity.SERIOUS if serious else severity, message, why, advice, page)


def _warned(document: Document) -> Iterator[Finding]:
    """What the reader has said already."""
    for warning in document.warnings:
        if warning.code in _ADVICE:
            yield _finding(warning.code, warning.message, warning.page)


def _page(look: PageLook, document: Document) -> Iterator[Finding]:
    cover = f"{look.image_cover:.0%}"
    if look.page in {warning.page for warning in document.warnings if warning.code == "ocr"}:
        return  # said already
    if look.characters < FEW_CHARACTERS:
        if look.image_cover > IMAGE_OF_TEXT / 2 or look.shapes >= MANY_SHAPES:
            yield _finding("page-without-text", "the page shows something but holds no text", look.page)
        elif not look.characters and document.page_count > 1:
            yield _finding("blank-page", "the page is empty", look.page)
    elif look.recognized > look.characters / 2:
        yield _finding("recognized-text", "the text was added by text recognition to a scan", look.page)
    elif look.image_cover >= IMAGE_OF_TEXT:
        yield _finding("image-of-text", f"images take {cover} of the page", look.page)
    elif look.image_cover >= LARGE_IMAGE:
        yield _finding("large-image", f"images take {cover} of the page", look.page)
    if look.jumps >= MANY_JUMPS:
        lines = sum(line.page == look.page for line in document.lines)
        message = f"the file stores {look.jumps} lines of the page in another order than they are read"
        yield _finding("painting-order", message, look.page, serious=look.jumps >= SCATTERED * lines)


def _layout(resume: Resume) -> Iterator[Finding]:
    columns = pages_in_columns(resume.document)
    if columns:
        yield _finding("columns", "the text stands in several columns", columns[0])
    labels = label_column_page(resume.document, resume.sections)
    if labels:
        yield _finding("label-column", "headings stand beside their text", labels)
    table = table_page(resume.document)
    if table:
        yield _finding("table", "text stands in a table", table)


def _marked(document: Document) -> Iterator[Finding]:
    """Text boxes, headers and footers that the file marks as such."""
    whole = max(len(document.text), 1)
    for code, places, message in (
        ("text-box", {"text-box"}, "text stands in text boxes"),
        ("header-text", {"header", "footer"}, "text stands in the header or footer of the page"),
    ):
        lines = [line for line in document.lines if line.within in places]
        share = sum(len(line.span) for line in lines) / whole
        if lines and (share >= BOXED or code == "text-box"):
            yield _finding(code, message, lines[0].page, serious=share >= BOXED)


def _contact(resume: Resume) -> Iterator[Finding]:
    contact, document = resume.contact, resume.document
    if not contact.emails:
        if any(link.uri.lower().startswith("mailto:") for link in document.links):
            yield _finding("email-only-linked", "the e-mail address stands in a link only")
        else:
            yield _finding("no-email", "no e-mail address was found")
    elif all(_is_at_edge(email, document) for email in contact.emails):
        yield _finding(
            "contact-in-header", "the e-mail address stands only in the header or footer of the page"
        )
    if not contact.phones:
        yield _finding("no-phone", "no phone number was found")
    page = _icon_page(resume)
    if page:
        yield _finding("contact-icons", "icons stand for words beside contact data", page)


def _is_at_edge(email: str, document: Document) -> bool:
    start = document.text.find(email)
    lines = document.lines_in(Span(start, start + len(email))) if start >= 0 else ()
    return any(line.within in {"header", "footer"} for line in lines)


def _icon_page(resume: Resume) -> int | None:
    """The first page on which an icon stands on the line of an address or number, close before or behind it."""
    icons = {look.page: look.icons for look in resume.document.looks if look.icons}
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


def _content(resume: Resume) -> Iterator[Finding]:
    kinds = {section.kind for section in resume.sections if section.title}
    jobs = [entry for entry in resume.entries if entry.kind in EMPLOYMENT]
    undated = [job for job in jobs if job.period is None]
    if not kinds - {SectionKind.OTHER, SectionKind.HEADER}:
        yield _finding("no-headings", "no usual heading of a section was found")
    elif not kinds & _WORK and not jobs:
        yield _finding("no-experience-heading", "no heading for work or projects was found")
    elif not jobs and SectionKind.EXPERIENCE in kinds:
        page = next(section.page for section in resume.sections if section.kind is SectionKind.EXPERIENCE)
        yield _finding("no-jobs", "no job with a title and dates could be told under Experience", page)
    if undated:
        count = "the job has" if len(jobs) == 1 else f"{len(undated)} of {len(jobs)} jobs have"
        yield _finding("undated-jobs", f"{count} no dates", undated[0].page)
    yield from _length(resume.document, research=SectionKind.PUBLICATIONS in kinds)


def _length(document: Document, *, research: bool) -> Iterator[Finding]:
    """Lists of publications may be long."""
    words = len(document.text.split())
    if document.page_count > (PAGES_OF_RESEARCH if research else PAGES) or (words > WORDS and not research):
        yield _finding("very-long", f"the document has {document.page_count} pages and {words} words")


def _language(document: Document, words: FunctionWords) -> Iterator[Finding]:
    found = words_by_language(document, words).most_common()
    if not found:
        return
    (first, count), others = found[0], found[1:]
    if first != "English" and count > MOST_OF_IT * len(document.text.split()):
        yield _finding("other-language", f"most of the text is {first}")
    if any(words >= SECOND_LANGUAGE * sum(each for _, each in found) for _, words in others):
        names = " and ".join(language for language, _ in found[:2])
        yield _finding("several-languages", f"the text is partly {names}")
