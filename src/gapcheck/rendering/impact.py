"""Adverse-impact figures as text, Markdown, an HTML page, CSV or JSON, in the form of New York City's rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gapcheck.impact import FEW, FOUR_FIFTHS, SMALL_SHARE, GroupImpact, Impact, ImpactTable, Rate
from gapcheck.plain_values import to_json
from gapcheck.rendering.tables import render_table
from gapcheck.rendering.templating import fill
from gapcheck.rendering.wrapping import wrapped

NOTES = tuple(
    f"""\
Scoring rate: the share of a group that scores above the median of all. Impact ratio: a group's rate over the highest rate.
Small: under {SMALL_SHARE:.0%} of the people with a known category; counted, but without a ratio, and no other is compared with it.
Few: under {FEW} people; chance alone moves such a ratio far.
Four fifths ({FOUR_FIFTHS:.2f}): a rule of thumb of 29 CFR 1607.4(D), not a bound of any law.
p: Fisher's exact test, two-sided, against the group with the highest rate. How easily chance makes such a difference, not why.
These are figures, no audit and no legal advice: where a law asks for an audit, somebody independent makes it.""".splitlines()
)


def render_impact(found: Impact, format_: str, *, width: int = 80, color: bool = False) -> str:
    """The figures in one of the formats text, markdown, html, csv and json."""
    match format_:
        case "json":
            return to_json({**_plain_tables(found), "notes": list(NOTES)})
        case "csv":
            rows = [{"by": " x ".join(t.by), **row} for t in found.tables for row in _rows(t, found)]
            return render_table(rows, ("by", *_columns(found)), "csv")
        case "html":
            tables = [(_title(t), _columns(found), list(_cells(t, found)), _unknown(t)) for t in found.tables]
            return fill(
                "impact.html.j2", headline=_HEADLINE, facts=list(_facts(found)), tables=tables, notes=NOTES
            )
    mark = "## " if format_ == "markdown" else ""
    parts = [f"{'# ' if mark else ''}{_HEADLINE}\n", "".join(f"{fact}\n" for fact in _facts(found))]
    for table in found.tables:
        shown = "\n".join(
            render_table(list(_rows(table, found)), columns, format_, width=width, color=color)
            for columns in (_side_by_side(found) if format_ == "text" else [_columns(found)])
        )
        parts.append(
            f"{mark}{_title(table)}\n\n{shown}" + (f"\n{_unknown(table)}\n" if table.unknown else "")
        )
    notes = NOTES if mark else [wrapped(note, width=width, hang=2) for note in NOTES]
    parts.append(("\n\n" if mark else "\n").join(notes) + "\n")
    return "\n".join(parts)


_HEADLINE = "Adverse impact"
_SELECTION = ("selected", "selection_rate", "selection_ratio", "selection_p")


def _facts(found: Impact) -> Iterator[str]:
    middle = "no score" if found.median is None else f"median score {found.median:g}"
    yield f"{found.people} people, {found.without_score} of them without a score; {middle}."
    if found.selected_by:
        yield f"Selected: {found.selected_by}."


def _title(table: ImpactTable) -> str:
    return f"By {' and '.join(table.by)}"


def _unknown(table: ImpactTable) -> str:
    if not table.unknown:
        return ""
    return f"{table.unknown} people are not in this table: their {' or '.join(table.by)} is not known."


def _columns(found: Impact) -> tuple[str, ...]:
    selection = _SELECTION if found.selected_by else ()
    return ("group", "people", *selection, "above_median", "scoring_rate", "impact_ratio", "p", "note")


def _side_by_side(found: Impact) -> Iterator[tuple[str, ...]]:
    """The columns as a terminal has room for them: those of the selection in a table of their own."""
    if found.selected_by:
        yield ("group", "people", *_SELECTION)
    yield tuple(each for each in _columns(found) if each not in _SELECTION)


def _rows(table: ImpactTable, found: Impact) -> Iterator[dict[str, object]]:
    for group in table.groups:
        row: dict[str, object] = {"group": ", ".join(group.categories), "people": group.people}
        if group.selection is not None and found.selected_by:
            row |= _named(group.selection, _SELECTION)
        yield {
            **row,
            **_named(group.scoring, ("above_median", "scoring_rate", "impact_ratio", "p")),
            "note": ", ".join(_notes(group)),
        }


def _cells(table: ImpactTable, found: Impact) -> Iterator[list[str]]:
    for row in _rows(table, found):
        yield ["" if row.get(column) is None else str(row[column]) for column in _columns(found)]


def _named(rate: Rate, names: tuple[str, ...]) -> dict[str, object]:
    share = None if rate.share is None else f"{rate.share:.1%}"
    ratio = None if rate.ratio is None else f"{rate.ratio:.2f}"
    p = None if rate.p is None else "<0.001" if rate.p < 0.001 else f"{rate.p:.3f}"
    return dict(zip(names, (rate.count, share, ratio, p), strict=True))


def _notes(group: GroupImpact) -> Iterator[str]:
    if group.small:
        yield "small"
    elif group.few:
        yield "few"
    if group.scoring.below_four_fifths or (group.selection is not None and group.selection.below_four_fifths):
        yield f"below {FOUR_FIFTHS:.2f}"


def _plain_tables(found: Impact) -> dict[str, Any]:
    """The figures as values, with exact rates."""
    return {
        "people": found.people,
        "without_score": found.without_score,
        "median": found.median,
        "selected_by": found.selected_by or None,
        "tables": [
            {
                "by": table.by,
                "unknown": table.unknown,
                "groups": [
                    {
                        "categories": group.categories,
                        "people": group.people,
                        "small": group.small,
                        "few": group.few,
                        "scoring": _plain_rate(group.scoring),
                        "selection": _plain_rate(group.selection) if group.selection else None,
                    }
                    for group in table.groups
                ],
            }
            for table in found.tables
        ],
    }


def _plain_rate(rate: Rate) -> dict[str, Any]:
    return {
        "count": rate.count, "people": rate.people, "rate": rate.share, "ratio": rate.ratio, "p": rate.p,
        "below_four_fifths": rate.below_four_fifths,
    }  # fmt: skip
