"""Terms of job documents that the taxonomy lacks, and changes in a role, as text for a terminal or as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from gapcheck import rendering, role_building, taxonomy
from gapcheck.plain_values import picked
from gapcheck.text.inflection import counted

if TYPE_CHECKING:  # reading postings needs much that --help does without
    from gapcheck.posting import JobPosting
    from gapcheck.posting.model import UnreadLine

_QUOTE = 72
"""Characters of a quote."""
_NAMED = 12
"""How many terms a summary names."""


def summary(terms: Sequence[role_building.UnknownTerm], documents: int) -> str:
    """One paragraph: how many terms the taxonomy lacks, and which they are."""
    names = [
        term.label + (f" ({len(term.documents)} documents)" if len(term.documents) > 1 else "")
        for term in terms[:_NAMED]
    ]
    more = f" and {len(terms) - _NAMED} more" if len(terms) > _NAMED else ""
    verb = "is" if len(terms) == 1 else "are"
    of = f" of {counted(documents, 'document')}" if documents > 1 else ""
    text = f"{counted(len(terms), 'term')}{of} {verb} not in the taxonomy: {', '.join(names)}{more}."
    return rendering.wrapped(text, hang=2)


def listing(terms: Iterable[role_building.UnknownTerm], documents: int) -> str:
    """Two lines per term: how often it is mentioned, and the first place that asks for it."""
    rows = list(terms)
    wide = min(max(len(term.label) for term in rows), 28)
    lines = [f"NOT IN THE TAXONOMY ({counted(len(rows), 'term')})"]
    for term in rows:
        often = f"{len(term.documents)} of {documents} documents, " if documents > 1 else ""
        place = term.sightings[0]
        lead = f"{term.label:{wide}}  {often}{counted(term.mentions, 'mention')}, "
        at = f"{place.document}:{place.line}" if documents > 1 else f"line {place.line}"
        text = f"{lead}{at}"
        quote = shorten(place.quote, _QUOTE, placeholder=" ...")
        lines += [rendering.wrapped(text, indent=2, hang=2), f'      "{quote}"']
    lines.append("`gapcheck taxonomy build JOB... --role ID --propose FILE` writes them as skills.")
    return "\n".join(lines) + "\n"


def unread_listing(postings: Iterable[JobPosting], *, whole: bool = False) -> str:
    """What gave no row: lines not understood, conditions, duties, documents in another language; "" for none.

    `whole` lists the duties, which else are counted.
    """
    lines = []
    for read in postings:
        if read.language:
            lines.append(f"{read.name} is in {read.language}; what it asks for is read in English only.")
        for title, condition in (("NOT UNDERSTOOD", False), ("CONDITIONS OF THE JOB, NOT JUDGED", True)):
            rows = [each for each in read.unread if each.is_condition is condition]
            if rows:
                lines.append(f"{title} ({read.name}, {counted(len(rows), 'line')})")
                lines += map(_line, rows)
        if read.duties:
            more = "" if whole else " -v lists them."
            lines.append(rendering.wrapped(f"{rendering.duties(len(read.duties), read.name)}{more}"))
        if whole:
            lines += map(_line, read.duties)
    return "".join(f"\n{line}" for line in lines) + "\n" if lines else ""


def _line(unread: UnreadLine) -> str:
    """Number and words of a line."""
    quote = shorten(unread.quote, _QUOTE, placeholder=" ...")
    return rendering.wrapped(f'line {unread.line}: "{quote}"', indent=2, hang=2)


def term_values(terms: Iterable[role_building.UnknownTerm]) -> list[dict[str, Any]]:
    """The same for programs."""
    return [
        {
            **picked(term, "id", "label", "documents", "mentions"),
            "contexts": [picked(place, "document", "line", "quote") for place in term.sightings],
        }
        for term in terms
    ]


# ---------------------------------------------------------------- changes of a role
def difference_text(found: role_building.Difference) -> str:
    """What was added, removed and changed in a role, in the order of the role."""
    if not found:
        return f"Role {found.role}: nothing has changed ({counted(found.same, 'row')}).\n"
    counts = [
        f"{len(rows)} {word}"
        for rows, word in ((found.added, "added"), (found.gone, "gone"), (found.changed, "changed"))
        if rows
    ]
    lines = [f"Role {found.role}: rows {', '.join([*counts, f'{found.same} as before'])}"]
    for name, added, gone in (
        ("Documents", found.documents_added, found.documents_gone),
        ("Titles", found.titles_added, found.titles_gone),
    ):
        if added or gone:
            signed = [f"+ {each}" for each in added] + [f"- {each}" for each in gone]
            lines += ["", name, *(rendering.wrapped(each, indent=2, hang=2) for each in signed)]
    for name, sign, rows in (("Added", "+", found.added), ("Gone", "-", found.gone)):
        if rows:
            lines += ["", name, *(rendering.wrapped(_asked(row), mark=f"{sign} ", indent=2) for row in rows)]
    if found.changed:
        lines += ["", "Changed"]
        for row in found.changed:
            lines.append(rendering.wrapped(f"{row.after.title} [{row.after.id}]", mark="~ ", indent=2))
            lines += [
                rendering.wrapped(
                    f"{each.field.replace('_', ' ')}: {each.before} -> {each.after}", indent=6, hang=2
                )
                for each in row.changes
            ]
    return "\n".join(lines) + "\n"


def _asked(row: taxonomy.Requirement) -> str:
    asking, documents = row.support
    support = f", {asking} of {documents} documents" if documents > 1 else ""
    return f"{row.title} [{row.id}]: {row.necessity.value}{support}"


def difference_values(found: role_building.Difference) -> dict[str, Any]:
    """The same for programs."""

    def row_values(row: taxonomy.Requirement) -> dict[str, Any]:
        support = dict(zip(("documents", "of"), row.support, strict=True))
        return {**picked(row, "id", "title", "kind", "necessity", "skills"), "support": support}

    return {
        "role": found.role,
        "documents": {"added": found.documents_added, "gone": found.documents_gone},
        "titles": {"added": found.titles_added, "gone": found.titles_gone},
        "added": list(map(row_values, found.added)),
        "gone": list(map(row_values, found.gone)),
        "changed": [
            {**picked(row.after, "id", "title"), "id_before": row.before.id, "changes": row.changes}
            for row in found.changed
        ],
        "same": found.same,
    }
