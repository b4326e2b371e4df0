"""The report as one HTML page: no script, nothing fetched, readable by screen readers and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

from gapcheck.rendering import view
from gapcheck.rendering.markup import Markup, join, tag
from gapcheck.report import GapReport, RequirementRow, Score, Suggestion

_BREAK = Markup("\n")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render_html(report: GapReport) -> str:
    """A whole page; all text of the resume is escaped, and links lead only to http and https addresses."""
    title = f"Gap report: {report.document.name}"
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        tag("title", title),
        tag("style", Markup(resources.files(__package__).joinpath("page.css").read_text(encoding="utf-8"))),
    )
    parts = [
        _head(report, title),
        _what_if(report),
        _gaps(report),
        _steps(report),
        _certificates(report),
        *(_requirements(report, necessity) for necessity in view.PARTS),
        _to_ask(report),
        _mentioned(report),
        _not_counted(report),
        tag("footer", tag("p", view.provenance(report), class_="small soft")),
    ]
    body = tag("body", tag("main", [[_BREAK, part] for part in parts if part], _BREAK))
    return f"<!doctype html>\n{tag('html', head, _BREAK, body, lang='en')}\n"


def _section(title: str, name: str, *children: Markup) -> Markup:
    return tag("section", tag("h2", title, id=name), *children, aria_labelledby=name)


def _head(report: GapReport, title: str) -> Markup:
    score = report.score
    return tag(
        "header",
        tag("h1", title),
        tag("p", f"{view.target(report)}, as of {report.as_of}", class_="soft"),
        [tag("p", tag("strong", "Note: "), each.message, class_="note") for each in report.document.warnings],
        _score(report)
        if score.value is not None
        else tag("p", tag("strong", "No score. "), score.reason or "The document could not be judged."),
        tag("p", view.CAUTION, class_="small soft") if score.value is not None else None,
    )


def _score(report: GapReport) -> Markup:
    score = report.score
    rows = [*view.part(report, "required"), *view.part(report, "preferred")]
    covered = " · ".join(
        f"{name} {view.number(value)}%"
        for name, value in (("required", score.required), ("preferred", score.preferred))
        if value is not None
    )
    return tag(
        "div",
        tag("div", view.number(score.value), tag("small", " of 100"), class_="value"),
        tag(
            "div",
            _bar(score),
            tag("p", f"Range {view.band(score)}. Covered: {covered}. Rows: {view.counts(rows)}."),
        ),
        class_="score",
    )


def _bar(score: Score) -> Markup:
    """A line of 100 with the band and a mark at the score."""
    value, low, high = (each or 0.0 for each in (score.value, score.low, score.high))
    said = f"{view.number(score.value)} of 100, range {view.band(score)}"
    return tag(
        "svg",
        tag("title", said),
        _rect("track", 0, 100, 8, 8),
        _rect("band", low, max(high - low, 0.5), 5, 14),
        _rect("mark", max(value - 0.5, 0), 1, 0, 24),
        role="img",
        viewBox="0 0 100 24",
        preserveAspectRatio="none",
        aria_label=said,
    )


def _rect(kind: str, x: float, width: float, y: int, height: int) -> Markup:
    return tag("rect", class_=kind, x=f"{x:.2f}", y=y, width=f"{width:.2f}", height=height)


def _what_if(report: GapReport) -> Markup | None:
    found = report.what_if
    if found is None:
        return None
    items = [
        tag(
            "li",
            tag("span", f"+{view.points(row.points_after - row.points_before)}", class_="gain"),
            " ",
            tag("a", view.what_if_row(row), href=f"#row-{row.requirement}"),
        )
        for row in found.rows
    ]
    return _section(
        f"What if: {view.what_if_title(found)}",
        "what-if",
        tag("p", f"Score {view.what_if_score(found)}."),
        tag("ul", items) if items else tag("p", view.NO_CHANGE),
    )


def _requirements(report: GapReport, necessity: str) -> Markup | None:
    rows = view.part(report, necessity)
    if not rows:
        return None
    total = sum(row.points for row in rows)
    possible = sum(row.points_possible for row in rows)
    caption = f"{view.counts(rows)}; {view.points(total)} of {view.points(possible)} points"
    heads = ("Requirement", "Status", "Points", "What the resume says")
    return _section(
        necessity.capitalize(),
        necessity,
        tag(
            "table",
            tag("caption", caption),
            tag("thead", tag("tr", [tag("th", head, scope="col") for head in heads])),
            tag("tbody", [_row(row) for row in view.listed(report, necessity)]),
        ),
    )


def _row(row: RequirementRow) -> Markup:
    return tag(
        "tr",
        tag("th", row.title, scope="row"),
        tag("td", tag("span", view.standing(row), class_=f"status {view.standing(row).replace(' ', '-')}")),
        tag("td", f"{view.points(row.points)} / {view.points(row.points_possible)}", class_="figure"),
        tag("td", list(_said(row))),
        id=f"row-{row.id}",
    )


def _said(row: RequirementRow) -> Iterator[Markup]:
    proof = view.best_evidence(row)
    if proof is not None:
        yield tag("p", tag("q", proof.quote), " ", tag("span", view.where(proof), class_="small soft"))
    if row.reasons:
        yield tag("p", view.reasons(row), class_="small soft")


def _mentioned(report: GapReport) -> Markup | None:
    labels = view.unscored_labels(report)
    return _section("Mentioned, not scored", "mentioned", tag("p", labels)) if labels else None


def _gaps(report: GapReport) -> Markup | None:
    items = [
        tag(
            "li",
            tag("strong", view.points(lost)),
            " ",
            tag("a", row.title, href=f"#row-{row.id}"),
            f" ({row.necessity}, {row.status})",
        )
        for row, lost in view.gaps(report)
    ]
    return (
        _section("What is missing, by points", "missing", tag("ul", items, class_="columns"))
        if items
        else None
    )


def _to_ask(report: GapReport) -> Markup | None:
    rows = view.to_ask(report)
    if not rows:
        return None
    return _section("Not evidenced: ask at interview", "ask", tag("p", "; ".join(row.title for row in rows)))


def _not_counted(report: GapReport) -> Markup | None:
    rows, left = view.discarded(report)
    items = [
        tag("li", f"{row.label}: {row.reason}, ", tag("q", row.quote), f" (page {row.page})") for row in rows
    ]
    if items and left:
        items.append(
            tag("li", f"{left} more look-alikes in the JSON report; the target asks for none of them.")
        )
    return _section("Seen and not counted", "not-counted", tag("ul", items)) if items else None


def _certificates(report: GapReport) -> Markup | None:
    found = report.certifications
    if not found.held and not found.suggested:
        return None
    held = [tag("li", tag("strong", row.name), f": {view.held(row)}") for row in found.held]
    plan = view.plan_line(report)
    shown = view.suggestions(report)
    children = [
        join(tag("h3", "Held"), tag("ul", held)) if held else None,
        tag("h3", "To earn") if shown else None,
        *(_suggestion(report, one) for one in shown),
        tag("p", tag("strong", "Plan: "), plan) if plan else None,
        tag("p", view.POINTS_NOTE, class_="small soft") if found.suggested else None,
    ]
    return _section("Certificates", "certificates", *(each for each in children if each))


def _suggestion(report: GapReport, one: Suggestion) -> Markup:
    linked = one.url is not None and one.url.startswith(("https://", "http://"))
    name = tag("a", one.name, href=one.url) if linked else join(one.name)
    return tag(
        "div",
        tag(
            "h3",
            tag("span", f"+{view.points(one.points_gained)}", class_="gain"),
            " ",
            name,
            f", {one.provider}",
        ),
        tag("p", f"{view.facts(one)}; {view.covered(report, one)}", class_="small"),
        tag("p", f"For: {view.titles(report, one.closes)}", class_="small"),
        [tag("p", f"Note: {warning}", class_="small note") for warning in one.warnings],
        class_="card",
    )


def _steps(report: GapReport) -> Markup | None:
    items = [
        tag("li", tag("span", f"+{view.points(step.points)}", class_="gain"), f" {step.action}")
        for step in report.next_steps[: view.limit(report, "steps", 8)]
    ]
    return _section("What to do next", "next", tag("ol", items)) if items else None
