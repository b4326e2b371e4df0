"""Resumes in the JSON Resume form (jsonresume.org, schema 1.0.0): each value a line where a resume has it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from html import unescape
from typing import Any

from gapcheck.document import Document, DocumentWarning
from gapcheck.errors import DocumentError
from gapcheck.limits import Limits
from gapcheck.reading.line_builder import LineDraft, assemble
from gapcheck.reading.source import SourceFile
from gapcheck.reading.text import decoded

MOST_ROWS = 500
"""Entries of one section, and keywords or highlights of one entry; no resume has more."""
_MOST_NAMED = 20
_ASIDE = frozenset({"$schema", "meta", "id", "version"})
"""Keys that say nothing of the person."""
_DATE = re.compile(r"\s*(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-\d{2})?\b")
_Row = Mapping[str, Any]


def read_json_resume(source: SourceFile, limits: Limits = Limits()) -> Document:  # noqa: B008  # frozen
    """A Document of a JSON Resume, without pages and boxes; sections begin with headings.

    Raises:
        DocumentError: broken, when it is not JSON; unknown-format, when it is JSON of another kind; empty; limits.
    """
    resume = _parsed(source)
    writer = _Writer()
    basics = _Watched(_mapping(resume.get("basics")))
    writer.basics(basics)
    unused = _unused("basics", basics)
    for key, (title, write) in _SECTIONS.items():
        rows = [_Watched(row) for row in _rows(resume, key)]
        if rows:
            writer.line(title, level=1)
        for row in rows:
            write(writer, row)
            unused += _unused(key, row)
    document = assemble(source, writer.drafts, [], text_chars=limits.text_chars)
    unread = sorted(
        key for key, value in resume.items() if value and key not in {"basics", *_SECTIONS, *_ASIDE}
    )
    notes = (
        ("left out, for a JSON Resume has no such part", unread),
        ("left out, for a resume has no line for it", list(dict.fromkeys(unused))),
    )
    said = tuple(
        DocumentWarning("left-out", f"{why}: {', '.join(names[:_MOST_NAMED])}")
        for why, names in notes
        if names
    )
    return replace(document, warnings=(*document.warnings, *said)) if said else document


class _Watched(dict[str, Any]):
    """An entry that knows which of its keys were used."""

    def __init__(self, row: _Row) -> None:
        super().__init__(row)
        self.used: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, which is used by that."""
        self.used.add(key)
        return super().get(key, default)


def _unused(section: str, row: _Watched) -> list[str]:
    """The keys of an entry that hold a text and were not used, with their section ("work.url")."""
    used = row.used | _ASIDE
    return [f"{section}.{key}" for key in row if key not in used and _texts(row, key)]


def _parsed(source: SourceFile) -> _Row:
    try:
        resume = json.loads(decoded(source)[0])
    except (ValueError, RecursionError) as error:
        place = f" (line {error.lineno}: {error.msg})" if isinstance(error, json.JSONDecodeError) else ""
        raise DocumentError(
            f"{source.name} is not valid JSON{place}.",
            reason="broken",
            hint="Export it again, or give the resume as PDF or DOCX.",
        ) from None
    if isinstance(resume, dict) and isinstance(resume.get("sections"), dict):
        resume = _from_reactive_resume(resume)
    known = {"basics", *_SECTIONS}
    if not isinstance(resume, dict) or not known.intersection(resume):
        raise DocumentError(
            f"{source.name} is JSON, but not a JSON Resume: it has none of its sections.",
            reason="unknown-format",
            hint="See https://jsonresume.org/schema for the form: basics, work, education, skills and so on.",
        )
    return resume


def _from_reactive_resume(resume: _Row) -> dict[str, Any]:
    """The file of Reactive Resume as a JSON Resume: its sections have items, its dates are one text, its prose HTML."""
    basics, sections = dict(_mapping(resume.get("basics"))), _mapping(resume.get("sections"))
    basics |= {
        "label": _text(basics, "headline"),
        "url": _link(basics),
        "location": {"address": _text(basics, "location")},
        "summary": _unmarked(_text(_mapping(sections.get("summary")), "content")),
        "profiles": [{"url": _link(item)} for item in _items(sections, "profiles")],
    }
    written: dict[str, Any] = {
        "basics": {k: v for k, v in basics.items() if k not in {"headline", "website"}}
    }
    for key, section in _REACTIVE.items():
        rows = []
        for item in _items(sections, section):
            prose = _unmarked(_text(item, "summary") or _text(item, "description")).splitlines()
            names = {_REACTIVE_KEYS.get(name, name): value for name, value in item.items()}
            shown = _text(item, "description") if key in {"skills", "languages"} else ""
            told = (
                {"level": shown}
                if key == "skills"
                else {"fluency": shown}
                if key == "languages"
                else {"highlights": prose}
            )
            rows.append(names | {"summary": "", "description": "", **told})
        written[key] = rows
    mapped = {"summary", "profiles", *_REACTIVE.values()}
    return written | {
        key: value for key, value in sections.items() if key not in mapped and _items(sections, key)
    }


def _items(sections: _Row, key: str) -> list[_Row]:
    """The items of a section that are shown."""
    section = _mapping(sections.get(key))
    if section.get("visible") is False or section.get("hidden") is True:
        return []
    return [
        each
        for each in _rows(section, "items")
        if each.get("visible") is not False and each.get("hidden") is not True
    ]


def _link(row: _Row) -> str:
    return _text(_mapping(row.get("url") or row.get("website")), "href") or _text(
        _mapping(row.get("website")), "url"
    )


def _unmarked(text: str) -> str:
    """The text of a little HTML, its paragraphs and items as lines."""
    broken = re.sub(r"<(?:/p|/li|br)[^<>]{0,80}>", "\n", text)
    return unescape(re.sub(r"<[^<>]{0,500}>", "", broken)).strip()


class _Writer:
    """Puts lines together: heads of entries as a resume prints them, bullets below."""

    def __init__(self) -> None:
        self.drafts: list[LineDraft] = []

    def line(self, text: str, *, level: int = 0) -> None:
        if plain := " ".join(text.split()):
            self.drafts.append(LineDraft(plain, heading_level=level))

    def prose(self, text: str) -> None:
        for part in text.splitlines():
            self.line(part)

    def bullets(self, row: _Row, key: str) -> None:
        for text in _texts(row, key):
            self.line(f"\u2022 {text}")

    def head(self, parts: Iterable[str], period: str = "") -> None:
        """One line: the parts by commas, the dates in a cell of their own."""
        cells = (", ".join(filter(None, parts)), period)
        if text := "\t".join(" ".join(cell.split()) for cell in cells if cell.strip()):
            self.drafts.append(LineDraft(text))

    def basics(self, row: _Row) -> None:
        place = _mapping(row.get("location"))
        parts = ("address", "postalCode", "city", "region", "countryCode")
        where = ", ".join(filter(None, (_text(place, key) for key in parts)))
        profiles = [
            _text(each, "url") or " ".join(filter(None, (_text(each, "network"), _text(each, "username"))))
            for each in _rows(row, "profiles")
        ]
        self.line(_text(row, "name"), level=1)
        self.line(_text(row, "label"))
        self.line(where)
        self.line(" | ".join(filter(None, (_text(row, key) for key in ("phone", "email", "url")))))
        for profile in profiles:
            self.line(profile)
        if _text(row, "summary"):
            self.line("Summary", level=1)
            self.prose(_text(row, "summary"))


def _post(employer: str) -> Callable[[_Writer, _Row], None]:
    def write(writer: _Writer, row: _Row) -> None:
        held_at = _text(row, employer) or _text(row, "company")  # its name before 1.0
        writer.head((_text(row, "position"), held_at), _period(row))
        writer.line(_text(row, "location"))
        writer.prose(_text(row, "description"))
        _body(writer, row)

    return write


def _project(writer: _Writer, row: _Row) -> None:
    writer.head((_text(row, "name"), _text(row, "entity")), _period(row))
    writer.prose(_text(row, "description"))
    _body(writer, row)
    writer.line(", ".join(_texts(row, "keywords")))
    roles = ", ".join(_texts(row, "roles"))
    writer.line(f"Roles: {roles}" if roles else "")


def _body(writer: _Writer, row: _Row) -> None:
    writer.prose(_text(row, "summary"))
    writer.bullets(row, "highlights")


def _study(writer: _Writer, row: _Row) -> None:
    degree = " in ".join(filter(None, (_text(row, "studyType"), _text(row, "area"))))
    writer.head((degree, _text(row, "institution")), _period(row, study=True))
    score = _text(row, "score") or _text(row, "gpa")
    writer.line(f"GPA: {score}" if score else "")
    courses = ", ".join(_texts(row, "courses"))
    writer.line(f"Courses: {courses}" if courses else "")


def _named(*keys: str, date: str = "date", prose: str = "summary") -> Callable[[_Writer, _Row], None]:
    def write(writer: _Writer, row: _Row) -> None:
        writer.head((*(_text(row, key) for key in keys), _date(_text(row, date) or _text(row, "printed"))))
        writer.prose(_text(row, prose))

    return write


def _skill(writer: _Writer, row: _Row) -> None:
    keywords = ", ".join(_texts(row, "keywords"))
    name, level = _text(row, "name"), _text(row, "level")
    label = f"{name} ({level})" if name and level else name or level
    writer.line(f"{label}: {keywords}" if label and keywords else label or keywords)


def _language(writer: _Writer, row: _Row) -> None:
    writer.line(
        ": ".join(filter(None, (_text(row, "language") or _text(row, "name"), _text(row, "fluency"))))
    )


def _interest(writer: _Writer, row: _Row) -> None:
    writer.line(": ".join(filter(None, (_text(row, "name"), ", ".join(_texts(row, "keywords"))))))


_SECTIONS: dict[str, tuple[str, Callable[[_Writer, _Row], None]]] = {
    "work": ("Work Experience", _post("name")),
    "volunteer": ("Volunteer Experience", _post("organization")),
    "projects": ("Projects", _project),
    "education": ("Education", _study),
    "certificates": ("Certificates", _named("name", "issuer")),
    "skills": ("Skills", _skill),
    "publications": ("Publications", _named("name", "publisher", date="releaseDate")),
    "awards": ("Awards", _named("title", "awarder")),
    "languages": ("Languages", _language),
    "interests": ("Interests", _interest),
    "references": ("References", _named("name", prose="reference")),
}


_REACTIVE = {key: key for key in _SECTIONS} | {
    "work": "experience",
    "volunteer": "volunteer",
    "certificates": "certifications",
}
_REACTIVE_KEYS = {
    "school": "institution",
    "degree": "studyType",
    "language": "name",
    "date": "printed",
    "period": "printed",
}


def _period(row: _Row, *, study: bool = False) -> str:
    """As printed: `2020-01 – 2023-04`, `2020-01 – present`, or one date where there is only one."""
    if printed := _text(row, "printed"):
        return printed
    start, end = _date(_text(row, "startDate")), _date(_text(row, "endDate"))
    if start and not end:
        return f"{start} – present"
    return f"{start} – {end}" if start and end and not (study and start == end) else end


def _date(text: str) -> str:
    """YYYY-MM or YYYY; other words stay as they are."""
    found = _DATE.match(text)
    if not found:
        return text
    return "-".join(part for part in found.groups() if part)


def _mapping(value: Any) -> _Row:
    return value if isinstance(value, dict) else {}


def _rows(row: _Row, key: str) -> list[_Row]:
    """The entries under a key; one alone does without its list, and a bare text is an entry by its name."""
    value = row.get(key)
    listed = value[:MOST_ROWS] if isinstance(value, list) else [value]
    named = ({"name": each.strip()} if isinstance(each, str) else _mapping(each) for each in listed)
    return [each for each in named if any(each.values())]


def _texts(row: _Row, key: str) -> list[str]:
    """The texts under a key, however deep they are; of a mapping, its name (or first text)."""
    found: list[str] = []
    waiting = [row.get(key)]
    while waiting and len(found) < MOST_ROWS:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:MOST_ROWS]
        elif isinstance(value, dict):
            waiting[:0] = [
                next((each for each in (value.get("name"), *value.values()) if _plain(each)), None)
            ]
        elif text := _plain(value):
            found.append(text)
    return found


def _text(row: _Row, key: str) -> str:
    return _plain(row.get(key))


def _plain(value: Any) -> str:
    """Text of a value; numbers as they are; anything nested is left out."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return str(value).strip()
