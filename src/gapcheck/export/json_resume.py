"""A resume in the JSON Resume form (jsonresume.org, schema 1.0.0), for other programs."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from gapcheck.config import Policy
from gapcheck.resume.model import EMPLOYMENT, Entry, EntryKind, Resume
from gapcheck.scoring import profile, skill_rows
from gapcheck.taxonomy import Taxonomy

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def resume_as_json_resume(resume: Resume, taxonomy: Taxonomy, policy: Policy) -> dict[str, Any]:
    """Only what the resume says; what it leaves open is left out, as the schema wants it."""
    contact = resume.contact
    links = [link if "://" in link else f"https://{link}" for link in contact.links]  # the schema wants URIs
    basics = {
        "name": contact.name,
        "email": next(iter(contact.emails), ""),
        "phone": next(iter(contact.phones), ""),
        "url": next(iter(links), ""),
        "location": {"address": contact.location} if contact.location else {},
        "profiles": [{"url": link} for link in links[1:]],
    }
    return {
        "$schema": SCHEMA,
        "basics": _said(basics),
        "work": [_post(resume, e, "name", "position") for e in resume.entries if e.kind in EMPLOYMENT],
        "volunteer": [
            _post(resume, e, "organization", "position")
            for e in resume.entries
            if e.kind is EntryKind.VOLUNTEERING
        ],
        "projects": [
            _post(resume, e, "entity", "name") for e in resume.entries if e.kind is EntryKind.PROJECT
        ],
        "education": [
            _said(
                {
                    "institution": each.institution,
                    "area": each.field,
                    "studyType": each.level.value,
                    "endDate": str(each.year) if each.year else "",
                }
            )
            for each in resume.education
        ],
        "certificates": [
            _said({"name": each.name, "issuer": each.issuer, "date": each.issued or ""})
            for each in resume.certificates
        ],
        "skills": _skills(resume, taxonomy, policy),
    }


def _post(resume: Resume, entry: Entry, organisation: str, role: str) -> dict[str, Any]:
    period = entry.period
    return _said(
        {
            organisation: entry.employer,
            role: entry.title,
            "startDate": str(period.start) if period else "",
            "endDate": str(period.end) if period and period.end else "",
            "highlights": _body(resume, entry),
        }
    )


def _body(resume: Resume, entry: Entry) -> list[str]:
    """What an entry says of the work below its head, an item or paragraph each."""
    text, head = resume.document.text, [period.span for period in entry.periods]
    said: list[str] = []
    for block in resume.document.blocks:
        if not (entry.span.start <= block.body.start < entry.span.end):
            continue
        of_head = any(span.overlaps(block.span) for span in head)
        named = block.body.of(text)
        if of_head or (
            not said
            and not block.marker
            and any(each and each in named for each in (entry.title, entry.employer))
        ):
            continue
        said.append(" ".join(named.split()))
    return said


def _skills(resume: Resume, taxonomy: Taxonomy, policy: Policy) -> list[dict[str, Any]]:
    """One row a category of the taxonomy, its skills as keywords; merely possible ones are left out."""
    rows = [
        row
        for row in skill_rows(resume, profile(resume, taxonomy, policy), taxonomy, policy, requested=())
        if row.grade != "possible"
    ]
    placed = sorted((_category(row.id, taxonomy), row.label) for row in rows)
    return [
        {"name": category.replace("-", " "), "keywords": [label for _, label in group]}
        for category, group in groupby(placed, key=lambda each: each[0])
    ]


def _category(skill: str, taxonomy: Taxonomy) -> str:
    known = taxonomy.skills.get(skill)
    return known.category if known is not None else "other"


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", [], {}, None)}
