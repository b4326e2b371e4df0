"""What was understood of a resume or of job documents, as plain values for JSON (as in the report, before any target)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from gapcheck.config import Policy
from gapcheck.facts.language_levels import coarse
from gapcheck.facts.language_tests import NAMES
from gapcheck.gaps import document_row, education_rows, experience_of, held_rows
from gapcheck.plain_values import picked, plain
from gapcheck.posting.model import JobPosting, Statement
from gapcheck.posting.requirement_of import alternative
from gapcheck.resume.model import Resume
from gapcheck.scoring import Citations, discarded_rows, profile, skill_rows
from gapcheck.taxonomy import Alternative, Kind, Logic, Requirement, Taxonomy
from gapcheck.text.slugs import slug


def resume_values(resume: Resume, taxonomy: Taxonomy, policy: Policy) -> dict[str, Any]:
    """A resume: `text` in reading order, `sections` with character offsets into it, and what it claims.

    `readability` is what programs that read resumes would trip over, the serious findings first.
    """
    citations = Citations(resume)
    proven = profile(resume, taxonomy, policy, citations=citations)
    values = {
        "as_of": resume.as_of,
        "document": document_row(resume),
        "text": resume.document.text,
        "sections": [
            {**picked(section, "kind", "title", "page"), **picked(section.span, "start", "end")}
            for section in resume.sections
        ],
        "skills": skill_rows(resume, proven, taxonomy, policy, requested=()),
        "discarded": discarded_rows(resume, proven, taxonomy, citations),
        "experience": experience_of(resume),
        "education": education_rows(resume),
        "certifications": {"held": held_rows(resume, citations)},
        "contact": picked(resume.contact, "name", "emails", "phones", "links", "location"),
        "readability": resume.findings,
    }
    found: dict[str, Any] = plain(values)
    return found


def posting_values(
    postings: Iterable[JobPosting], merged: Iterable[Requirement], taxonomy: Taxonomy
) -> dict[str, Any]:
    """Job documents: the statements of each, with `line` counted from 1 in its text, and the merged rows."""
    return {
        "documents": [
            {
                "name": posting.name,
                "titles": list(posting.titles),
                "language": posting.language or "English",
                "requirements": [_statement(each, taxonomy) for each in posting.statements],
                "unread": [
                    {"line": each.line, "quote": each.quote, "reason": each.reason} for each in posting.unread
                ],
                "duties": len(posting.duties),
                "duty_lines": [{"line": each.line, "quote": each.quote} for each in posting.duties],
            }
            for posting in postings
        ],
        "merged": [_requirement(row, taxonomy) for row in merged],
    }


def _statement(row: Statement, taxonomy: Taxonomy) -> dict[str, Any]:
    values = _asked(row.replaced(**row.of_all), taxonomy)
    printed = dict(each for way in row.every for each in way.printed)
    for each in (*values["skills"], *filter(None, (values["head"],))):
        each["label"] = printed.get(each["id"], each["label"])
    # names that the taxonomy lacks have the id that they would have in it
    others = [*row.instead, *([row] if row.kind is not Kind.CERTIFICATION else [])]
    names = [name for each in others for name in ([each.wording] if each.wording else each.terms)]
    values["skills"] += [{"id": slug(term), "label": term} for term in names]
    terms = [term for each in row.every for term in each.terms]
    choice = {"logic": Logic.ANY_OF} if row.instead else {}
    ways = [_way(alternative(each, taxonomy), taxonomy) for each in row.every] if row.instead else []
    return {
        **values,
        **choice,
        **picked(row, "line", "quote", "cue", "rule"),
        "alternatives": ways,
        "unknown_terms": terms,
    }


def _requirement(row: Requirement, taxonomy: Taxonomy) -> dict[str, Any]:
    asking, documents = row.support
    return {
        **_asked(row, taxonomy),
        **picked(row, "id", "title", "narrower", "sources"),
        "alternatives": [_way(each, taxonomy) for each in row.alternatives],
        "support": {"documents": asking, "of": documents},
    }


def _way(one: Alternative, taxonomy: Taxonomy) -> dict[str, Any]:
    """One of the things of which a requirement asks for any."""
    return {
        **picked(one, "kind", "title", "min_months"),
        "skills": [_named(skill, taxonomy.skills) for skill in one.skills],
        "certifications": [_named(id_, taxonomy.certifications, "name") for id_ in one.certifications],
    }


def _level(row: Requirement | Statement) -> dict[str, Any]:
    """The level of a tool or a language from 1 (basic) to 4 (expert, native); of a language that of the CEFR as well."""
    if row.kind is not Kind.LANGUAGE or row.proficiency is None:
        return {"level": row.proficiency}
    return {"level": coarse(row.proficiency), "cefr": NAMES[row.proficiency]}


def _asked(row: Requirement, taxonomy: Taxonomy) -> dict[str, Any]:
    """What a requirement asks for, whether one clause states it or several were merged."""
    return {
        **picked(row, "kind", "necessity", "logic", "open", "min_months", "within_months"),
        **picked(row, "min_count", "degree", "scope"),
        "head": _named(row.head, taxonomy.skills) if row.head else None,
        "skills": [_named(skill, taxonomy.skills) for skill in row.skills],
        "certifications": [_named(each, taxonomy.certifications, "name") for each in row.certifications],
        **_level(row),
        "pending": row.pending,
    }


def _named(id_: str, rows: Mapping[str, Any], key: str = "label") -> dict[str, str]:
    """An id of the taxonomy with what the row is called, if it is there."""
    return {"id": id_, key: getattr(rows[id_], key) if id_ in rows else id_}
