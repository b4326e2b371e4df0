"""A resume in the JSON Resume form (jsonresume.org, schema 1.0.0), for other programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from gapcheck.config import Policy
from gapcheck.outline.labels import label_of
from gapcheck.outline.model import SectionKind
from gapcheck.resume.model import EMPLOYMENT, LEARNING, Entry, EntryKind, Resume
from gapcheck.resume.vocabulary import vocabulary_of
from gapcheck.scoring import profile, skill_rows
from gapcheck.taxonomy import Taxonomy

_WORK = EMPLOYMENT | LEARNING
_KEPT = frozenset(
    {SectionKind.HEADER, SectionKind.CONTACT, SectionKind.SUMMARY, SectionKind.EXPERIENCE, SectionKind.PROJECTS,
     SectionKind.VOLUNTEERING, SectionKind.EDUCATION, SectionKind.CERTIFICATIONS, SectionKind.SKILLS,
     SectionKind.PUBLICATIONS, SectionKind.AWARDS, SectionKind.LANGUAGES, SectionKind.INTERESTS, SectionKind.REFERENCES}
)  # fmt: skip
"""Kinds of section that a JSON Resume has a place for."""
_HOW_WELL = re.compile(r"\s*(?::|\(|\t|\s[–—-]\s)\s*")
SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def resume_as_json_resume(resume: Resume, taxonomy: Taxonomy, policy: Policy) -> dict[str, Any]:
    """Only what the resume says; what it leaves open is left out, as the schema wants it."""
    contact = resume.contact
    links = [link if "://" in link else f"https://{link}" for link in contact.links]  # the schema wants URIs
    basics = {
        "name": contact.name,
        "label": _headline(resume),
        "email": next(iter(contact.emails), ""),
        "phone": next(iter(contact.phones), ""),
        "url": next(iter(links), ""),
        "summary": " ".join(_lines(resume, SectionKind.SUMMARY)),
        "location": {"address": contact.location} if contact.location else {},
        "profiles": [{"url": link} for link in links[1:]],
    }
    return {
        "$schema": SCHEMA,
        "basics": _said(basics),
        "work": [_post(resume, e, "name", "position") for e in resume.entries if e.kind in _WORK],
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
                    **_details(resume, number, taxonomy),
                }
            )
            for number, each in enumerate(resume.education)
        ],
        "certificates": [
            _said({"name": each.name, "issuer": each.issuer, "date": each.issued or ""})
            for each in resume.certificates
        ],
        "skills": _skills(resume, taxonomy, policy),
        "publications": [{"name": line} for line in _lines(resume, SectionKind.PUBLICATIONS)],
        "awards": [{"title": line} for line in _lines(resume, SectionKind.AWARDS)],
        "languages": [_language(line) for line in _lines(resume, SectionKind.LANGUAGES)],
        "interests": [{"name": line} for line in _lines(resume, SectionKind.INTERESTS)],
        "references": [{"reference": line} for line in _lines(resume, SectionKind.REFERENCES)],
    }


def left_out(resume: Resume) -> tuple[str, ...]:
    """The titles of the sections that a JSON Resume has no place for."""
    return tuple(each.title for each in resume.sections if each.title and each.kind not in _KEPT)


def _lines(resume: Resume, kind: SectionKind) -> Iterator[str]:
    """What the sections of a kind say, an item or paragraph each."""
    for section in resume.sections:
        if section.kind is kind:
            for block in resume.document.blocks:
                if section.body.start <= block.body.start < section.body.end:
                    yield " ".join(block.body.of(resume.document.text).split())


def _headline(resume: Resume) -> str:
    """The title that the person gives themselves below the name."""
    opening = (each.body for each in resume.sections if each.kind is SectionKind.HEADER)
    body = next(opening, None)
    if body is None:
        return ""
    titles = [
        each.span.of(resume.document.text)
        for each in resume.passages
        if each.title and each.span in body and not any(each.span in e.span for e in resume.entries)
    ]
    return next(iter(titles), "")


def _details(resume: Resume, number: int, taxonomy: Taxonomy) -> dict[str, Any]:
    """Grade and courses of a degree, from the lines with their labels up to the next degree or the section's end."""
    text, degree = resume.document.text, resume.education[number]
    following = [each.span.start for each in resume.education[number + 1 :]]
    ends = [each.span.end for each in resume.sections if degree.span.start < each.span.end]
    stop = min([*following, *ends[:1]], default=degree.span.end)
    found: dict[str, Any] = {}
    for line in resume.document.lines:
        label = label_of(line.span.of(text)) if degree.span.start < line.span.start < stop else None
        if label is None:
            continue
        said, name = line.span.of(text)[label.end :].strip(), " ".join(label.name.casefold().split())
        named = vocabulary_of(taxonomy).headings.name(name)
        if name in taxonomy.degrees.grades:
            found["score"] = said
        elif named is not None and named.kind is SectionKind.TRAINING:
            found["courses"] = [course for part in said.split(",") if (course := part.strip(" ."))]
    return found


def _language(line: str) -> dict[str, str]:
    """The language, and how well: "German: native", "German (native)"."""
    language, *rest = _HOW_WELL.split(line, maxsplit=1)
    return {"language": language} | ({"fluency": rest[0].strip(" )")} if rest else {})


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
    """A row each: what the resume names or shows; not what follows from it, and not what is merely possible."""
    every = skill_rows(resume, profile(resume, taxonomy, policy), taxonomy, policy, requested=())
    named = (
        row for row in every if row.grade != "possible" and any(m.method != "implied" for m in row.mentions)
    )
    return [{"name": label} for label in sorted(row.label for row in named)]


def _said(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", [], {}, None)}
