"""What to say of a certificate that the person names: keep it, renew it, or look at its dates again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gapcheck.report import HeldRow
from gapcheck.taxonomy import Certification, Taxonomy
from gapcheck.taxonomy.certifications import Availability, availability, successors

_GONE = frozenset({Availability.RETIRED, Availability.LEGACY})
_MOST = 2


def noted(row: HeldRow, taxonomy: Taxonomy, as_of: date) -> HeldRow:
    """The row with its note; "" where there is nothing to do. Holding and catalogue are never mixed up."""
    one = taxonomy.certifications.get(row.id or "")
    if one is None:
        note = "not matched to a certificate of the catalogue: check its name or code"
    else:
        note = "; ".join(filter(None, (_said(row, one, as_of), _later(row, one, taxonomy, as_of))))
    return replace(row, note=note)


def _said(row: HeldRow, one: Certification, as_of: date) -> str:
    gone = availability(one, as_of) in _GONE
    match row.status:
        case "current" if gone:
            return "can no longer be earned, and counts until it expires"
        case "expired" if not gone:
            return "can be renewed or earned again"
        case "historic":
            return "can no longer be renewed"
        case "in_progress" if gone:
            return "can no longer be earned: check the plan"
        case "inconsistent":
            return (
                f"the exam ended on {one.last_exam}: please check the date"
                if one.last_exam
                else "please check the date"
            )
        case _:
            return ""


def _later(row: HeldRow, one: Certification, taxonomy: Taxonomy, as_of: date) -> str:
    """What to take in its place when the time comes; the closest successors only."""
    if row.status == "unknown" or (row.status == "current" and availability(one, as_of) not in _GONE):
        return ""
    found = successors(one, taxonomy, as_of)
    closest = [each for each in found if each.relation.value != "partial"] or list(found)
    names = [taxonomy.certifications[each.id].name for each in closest[:_MOST]]
    if names:
        return f"later: {' or '.join(names)}"
    return "it has no official successor" if availability(one, as_of) is Availability.RETIRED else ""
