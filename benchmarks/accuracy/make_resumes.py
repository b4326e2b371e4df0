#!/usr/bin/env python3
"""Draw the PDFs of the held-out resumes from `resumes/source/*.page.txt` (reportlab; the same bytes every time).

The markup: `layout: NAME` first; `= name`; `# heading`; `- bullet`; `*bold line`; `left || right` sets the right part
at the right margin; `label :: text` fills a label column; `>>> side|main` changes column; anything else is a paragraph.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Table,
)

HERE = Path(__file__).resolve().parent
RESUMES = HERE / "resumes"
WIDTH, HEIGHT = A4
MARGIN = 16 * mm
HEADER = 24 * mm
FONTS = {
    "one-column": ("Times-Roman", "Times-Bold"),
    "sidebar-right": ("Helvetica", "Helvetica-Bold"),
    "sidebar-left": ("Helvetica", "Helvetica-Bold"),
    "two-column": ("Times-Roman", "Times-Bold"),
    "label-column": ("Times-Roman", "Times-Bold"),
    "table": ("Helvetica", "Helvetica-Bold"),
}


def styles(layout: str) -> dict[str, ParagraphStyle]:
    """Return the paragraph styles of one layout."""
    plain, bold = FONTS[layout]
    size = 9 if layout.startswith(("sidebar", "two")) else 10.5
    base = ParagraphStyle("body", fontName=plain, fontSize=size, leading=size * 1.28, spaceAfter=2)
    return {
        "body": base,
        "right": ParagraphStyle("right", base, alignment=2),
        "bold": ParagraphStyle("bold", base, fontName=bold, spaceBefore=3),
        "bullet": ParagraphStyle("bullet", base, leftIndent=10, bulletIndent=1),
        "name": ParagraphStyle("name", base, fontName=bold, fontSize=18, leading=22),
        "heading": ParagraphStyle(
            "heading", base, fontName=bold, fontSize=size + 2, leading=size + 6, spaceBefore=7
        ),
    }


def rows(
    left: str, right: str, widths: tuple[float, float], look: dict[str, ParagraphStyle], *, dates: bool
) -> Table:
    """Return one line of two cells: text and dates, or label and text."""
    cells = [
        Paragraph(escape(left), look["bold" if dates else "body"]),
        Paragraph(escape(right), look["right" if dates else "body"]),
    ]
    flush = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)]
    tight = [("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
    return Table([cells], colWidths=widths, style=[*flush, *tight, ("VALIGN", (0, 0), (-1, -1), "TOP")])


def flowable(line: str, layout: str, width: float, look: dict[str, ParagraphStyle]) -> Flowable:
    """Return the drawing of one line of the markup."""
    for mark, style in (("= ", "name"), ("# ", "heading"), ("*", "bold")):
        if line.startswith(mark):
            return Paragraph(escape(line.removeprefix(mark)), look[style])
    if line.startswith("- "):
        return Paragraph(escape(line[2:]), look["bullet"], bulletText="\u2022")
    if " || " in line:
        left, right = line.split(" || ")
        return rows(left, right, (width * 0.68, width * 0.32), look, dates=True)
    if ":: " in line:
        left, right = line.split(":: ", 1)
        drawn = rows(left.strip(), right, (width * 0.2, width * 0.8), look, dates=False)
        if layout == "table":
            drawn.setStyle([("GRID", (0, 0), (-1, -1), 0.5, "#444444"), ("LEFTPADDING", (0, 0), (-1, -1), 4)])
        return drawn
    return Paragraph(escape(line), look["body"])


def columns(layout: str) -> dict[str, tuple[float, float]]:
    """Return the left edge and the width of each column, in the order in which they are filled."""
    inner = WIDTH - 2 * MARGIN
    gap = 8 * mm
    side = inner * 0.3
    if layout == "sidebar-left":
        return {"side": (MARGIN, side), "main": (MARGIN + side + gap, inner - side - gap)}
    if layout == "sidebar-right":
        return {"main": (MARGIN, inner - side - gap), "side": (MARGIN + inner - side, side)}
    if layout == "two-column":
        half = (inner - gap) / 2
        return {"main": (MARGIN, half), "side": (MARGIN + half + gap, half)}
    return {"main": (MARGIN, inner)}


def draw(source: Path, target: Path) -> None:
    """Write the PDF of one markup file."""
    first, *lines = source.read_text(encoding="utf-8").splitlines()
    layout = first.removeprefix("layout: ")
    look = styles(layout)
    places = columns(layout)
    top = HEIGHT - MARGIN
    split = len(places) > 1
    frames = [Frame(MARGIN, top - HEADER, WIDTH - 2 * MARGIN, HEADER, 0, 0, 0, 0, id="head")] if split else []
    below = top - HEADER if split else top
    frames += [Frame(x, MARGIN, w, below - MARGIN, 0, 0, 0, 0, id=name) for name, (x, w) in places.items()]
    head_lines = next(i for i, line in enumerate(lines) if line.startswith(("#", ">>>"))) if split else 0
    story: list[Flowable] = [NextPageTemplate("page")]
    story += [flowable(line, layout, WIDTH - 2 * MARGIN, look) for line in lines[:head_lines]]
    column = next(iter(places))
    if split:
        story.append(FrameBreak())
    for number, line in enumerate(lines[head_lines:]):
        if line.startswith(">>> "):
            column = line.removeprefix(">>> ")
            if number:
                story.append(FrameBreak())
            continue
        story.append(flowable(line, layout, places[column][1], look))
    document = BaseDocTemplate(str(target), pagesize=A4, invariant=1, title="", author="")
    document.addPageTemplates([PageTemplate("page", frames)])
    document.build(story)
    if split and document.page > 1:
        message = f"{source.name} does not fit one page"
        raise ValueError(message)


def main() -> None:
    """Draw every page file."""
    for source in sorted((RESUMES / "source").glob("*.page.txt")):
        draw(source, RESUMES / source.name.replace(".page.txt", ".pdf"))


if __name__ == "__main__":
    main()
