"""What the OpenAPI document says of the forms that the API takes and of its problems."""

from __future__ import annotations

from typing import Any

from gapcheck.web.problems import MEDIA_TYPE

_FILE = {"type": "string", "format": "binary"}
_TEXT = {"type": "string"}
_TARGET = {
    "role": _TEXT | {"description": "A role of the taxonomy (GET /roles). Give at most one of role, job and job_text."},
    "job": _FILE | {"description": "A job posting as PDF, DOCX, HTML, Markdown or text."},
    "job_text": _TEXT | {"description": "A job posting as text."},
}  # fmt: skip
_SHOWN = {
    "as_of": {"type": "string", "format": "date", "description": "The day to use as today."},
    "blind": {"type": "boolean", "description": "Hide the person's name and contact details."},
}
_SECOND = {f"{name}2": value for name, value in _TARGET.items()}
_WISHES = {
    "level": _TEXT | {"description": "A step of the role's ladder, such as senior."},
    "must": _TEXT
    | {"description": "Must-haves of your own, by title, id or skill, with commas between them."},
}
_FACTS = {
    "confirmed": _TEXT | {"description": "Skills that the person has, though the resume does not say so."},
    "wrong": _TEXT | {"description": "Skills that were read and are not meant."},
}
_WHAT_IF = {
    "what_if": {"type": "array", "items": _TEXT, "description": "Such as pytorch:12 or cert:gcp-pmle."}
}


def _form(needed: list[str], properties: dict[str, Any]) -> dict[str, Any]:
    values = {"type": "object", "required": needed, "properties": properties}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": values}}}}


_RESUME = {"resume": _FILE | {"description": "A resume as PDF, DOCX, HTML, Markdown, text or JSON Resume."}}
ANALYSIS = _form(["resume"], {**_RESUME, **_TARGET, **_SHOWN, **_WISHES, **_FACTS, **_WHAT_IF})
COMPARISON = _form(["resume"], {**_RESUME, "resume2": _FILE, **_TARGET, **_SECOND, **_SHOWN})
RANKING = _form(["resumes"], {"resumes": {"type": "array", "items": _FILE}, **_TARGET, **_SHOWN, **_WISHES})
POSTING = _form([], {"job": _TARGET["job"], "job_text": _TARGET["job_text"]})
PARSE = _form(["resume"], {**_RESUME, **_SHOWN})

_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "reason", "hint"],
    "properties": {
        "type": _TEXT,
        "title": _TEXT,
        "status": {"type": "integer"},
        "detail": _TEXT | {"description": "What happened, and where."},
        "reason": _TEXT | {"description": "A stable word for programs."},
        "hint": _TEXT | {"description": "What to do next."},
    },
}
PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"description": words, "content": {MEDIA_TYPE: {"schema": _PROBLEM}}}
    for status, words in {
        401: "The token is missing or wrong.",
        404: "There is nothing of that name; the hint names the nearest.",
        406: "The answer has no such form.",
        413: "The upload is too large.",
        415: "The document or the form is of a kind that is not read.",
        422: "The document cannot be read, or the form is incomplete.",
        503: "Too much is being read at the moment; Retry-After says when to try again.",
        504: "It took too long.",
    }.items()
}
_FORMS = ("application/json", "text/html", "text/markdown", "text/csv", "text/plain", "application/pdf")
REPORT: dict[int | str, dict[str, Any]] = {
    200: {"description": "The report.", "content": {kind: {} for kind in _FORMS}}
}
LINES: dict[int | str, dict[str, Any]] = {
    200: {"description": "A line of JSON for each resume.", "content": {"application/x-ndjson": {}}}
}
