"""A resume in the JSON Resume format, and what the format's published schema, version 1.0.0, demands.

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

MIRA = {
    "basics": {
        "name": "Mira Koskela",
        "label": "Data Engineer",
        "email": "mira@example.com",
        "phone": "+1 312-555-0147",
        "url": "https://mira.example.com",
        "summary": "Builds pipelines that nobody has to get up for at night.",
        "location": {"city": "Tampere", "countryCode": "FI"},
        "profiles": [{"network": "GitHub", "username": "mira", "url": "https://github.com/example-mira"}],
    },
    "work": [
        {
            "name": "Harbour Tools",
            "position": "Data Engineer",
            "startDate": "2021-03-15",
            "summary": "Owner of the order pipeline.",
            "highlights": [
                "Built batch jobs in Python and Apache Spark",
                "Kept the warehouse in PostgreSQL clean",
            ],
        },
        {
            "name": "Lakeside Freight",
            "position": "Data Analyst",
            "startDate": "2018-09",
            "endDate": "2021-02",
            "highlights": ["Wrote weekly SQL reports for the depots"],
        },
    ],
    "volunteer": [
        {
            "organization": "Code Evenings",
            "position": "Mentor",
            "startDate": "2019-01",
            "endDate": "2019-12",
            "highlights": ["Taught ten beginners"],
        }
    ],
    "education": [
        {
            "institution": "Lakeside University",
            "area": "Statistics",
            "studyType": "Bachelor of Science",
            "startDate": "2014-09",
            "endDate": "2018-06",
            "courses": ["Linear algebra"],
        }
    ],
    "certificates": [
        {
            "name": "AWS Certified Data Engineer - Associate",
            "date": "2025-02-01",
            "issuer": "Amazon Web Services",
        }
    ],
    "skills": [{"name": "Tools", "level": "Advanced", "keywords": ["Docker", "Git", "Terraform"]}],
    "projects": [
        {
            "name": "Ferry board",
            "description": "A timetable for the kitchen wall.",
            "startDate": "2022-05",
            "endDate": "2022-08",
            "keywords": ["Flask"],
        }
    ],
    "publications": [
        {"name": "Queues at small terminals", "publisher": "Freight Letters", "releaseDate": "2020"}
    ],
    "languages": [{"language": "Finnish", "fluency": "Native speaker"}],
    "interests": [{"name": "Rowing", "keywords": ["Kubernetes the boat"]}],
    "references": [{"name": "Ana Vidal", "reference": "Her Scala workshop was fun."}],
}
