"""What the published schema of JSON Resume, version 1.0.0, demands, written down for these tests.

Everything is optional; values have types, dates are YYYY, YYYY-MM or YYYY-MM-DD, addresses are URIs, and the
top level has no other keys.
"""

from __future__ import annotations

TEXT = {"type": "string"}
URI = {"type": "string", "pattern": r"^[a-zA-Z][a-zA-Z0-9+.-]*:\S+$"}
EMAIL = {"type": "string", "pattern": r"^[^@\s]+@[^@\s]+$"}
DATE = {
    "type": "string",
    "pattern": r"^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$",
}
TEXTS = {"type": "array", "items": TEXT}


def rows(texts="", **others):
    return {"type": "array", "items": row(texts, **others)}


def row(texts="", **others):
    return {"type": "object", "properties": {**dict.fromkeys(texts.split(), TEXT), **others}}


DATES = {"startDate": DATE, "endDate": DATE}
SCHEMA = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "$schema": URI,
        "basics": row(
            "name label image phone summary",
            email=EMAIL,
            url=URI,
            location=row("address postalCode city countryCode region"),
            profiles=rows("network username", url=URI),
        ),
        "work": rows("name location description position summary", url=URI, highlights=TEXTS, **DATES),
        "volunteer": rows("organization position summary", url=URI, highlights=TEXTS, **DATES),
        "education": rows("institution area studyType score", url=URI, courses=TEXTS, **DATES),
        "awards": rows("title awarder summary", date=DATE),
        "certificates": rows("name issuer", date=DATE, url=URI),
        "publications": rows("name publisher summary", releaseDate=DATE, url=URI),
        "skills": rows("name level", keywords=TEXTS),
        "languages": rows("language fluency"),
        "interests": rows("name", keywords=TEXTS),
        "references": rows("name reference"),
        "projects": rows(
            "name description entity type", highlights=TEXTS, keywords=TEXTS, url=URI, roles=TEXTS, **DATES
        ),
        "meta": row("version lastModified", canonical=URI),
    },
}
