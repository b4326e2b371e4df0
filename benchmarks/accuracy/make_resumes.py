#!/usr/bin/env python3
"""Draw the PDFs of the held-out resumes from `resumes/source/*.page.txt` (reportlab; the same bytes every time).

The markup: `layout: NAME` first; `= name`; `# heading`; `- bullet`; `*bold line`; `left || right` sets the right part
at the right margin; `label :: text` fills a label column (`:: *text` in bold); `| a | b |` is one row of a bordered
grid; `>>> side|main` changes column; anything else is a paragraph. Layouts of their own: `header-band` (white name on a
dark band), `long-cv` (running footers), `letter-spaced` (headings set with wide gaps), `ligatures` (a sidebar in an
embedded font, fi and fl as one glyph each).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
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
    "header-band": ("Helvetica", "Helvetica-Bold"),
    "date-column": ("Helvetica", "Helvetica-Bold"),
    "long-cv": ("Times-Roman", "Times-Bold"),
    "letter-spaced": ("Times-Roman", "Times-Bold"),
    "skills-grid": ("Helvetica", "Helvetica-Bold"),
    "ligatures": ("Vera", "VeraBd"),
}
EMBEDDED = {"Vera": "Vera.ttf", "VeraBd": "VeraBd.ttf"}
SMALL = ("sidebar", "two", "ligatures")
BAND = "#1f3a4d"


class SpacedHeading(Flowable):
    """A heading whose letters stand wide apart, by the page's own character spacing."""

    def __init__(self, text: str, look: ParagraphStyle) -> None:
        super().__init__()
        self.text, self.look = text, look

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the whole width and one line."""
        return width, self.look.leading + self.look.spaceBefore

    def draw(self) -> None:
        """Draw the letters with gaps of half their size."""
        self.canv.setFont(self.look.fontName, self.look.fontSize)
        self.canv.drawString(0, self.look.fontSize * 0.3, self.text, charSpace=self.look.fontSize * 0.45)


def styles(layout: str) -> dict[str, ParagraphStyle]:
    """Return the paragraph styles of one layout."""
    plain, bold = FONTS[layout]
    size = 9 if layout.startswith(SMALL) else 12.5 if layout == "long-cv" else 10.5
    base = ParagraphStyle("body", fontName=plain, fontSize=size, leading=size * 1.28, spaceAfter=2)
    return {
        "body": base,
        "right": ParagraphStyle("right", base, alignment=2),
        "bold": ParagraphStyle("bold", base, fontName=bold, spaceBefore=3),
        "bullet": ParagraphStyle("bullet", base, leftIndent=10, bulletIndent=1),
        "name": ParagraphStyle("name", base, fontName=bold, fontSize=18, leading=22),
        "on-band": ParagraphStyle("on-band", base, textColor="#ffffff"),
        "name-on-band": ParagraphStyle(
            "name-on-band", base, fontName=bold, fontSize=18, leading=22, textColor="#ffffff"
        ),
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


def grid(line: str, width: float, look: dict[str, ParagraphStyle]) -> Table:
    """Return one bordered row of equal cells."""
    cells = [Paragraph(escape(cell.strip()), look["body"]) for cell in line.strip("| ").split(" | ")]
    tight = [("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
    return Table(
        [cells],
        colWidths=[width / len(cells)] * len(cells),
        style=[("GRID", (0, 0), (-1, -1), 0.5, "#444444"), *tight],
    )


def flowable(line: str, layout: str, width: float, look: dict[str, ParagraphStyle]) -> Flowable:
    """Return the drawing of one line of the markup."""
    for mark, style in (("= ", "name"), ("# ", "heading"), ("*", "bold")):
        if line.startswith(mark):
            words = line.removeprefix(mark)
            wide = layout == "letter-spaced" and mark == "# "
            return SpacedHeading(words, look[style]) if wide else Paragraph(escape(words), look[style])
    if line.startswith("- "):
        return Paragraph(escape(line[2:]), look["bullet"], bulletText="\u2022")
    if line.startswith("| "):
        return grid(line, width, look)
    if " || " in line:
        left, right = line.split(" || ")
        return rows(left, right, (width * 0.68, width * 0.32), look, dates=True)
    if ":: " in line:
        left, right = line.split(":: ", 1)
        if right.startswith("*"):
            look = look | {"body": look["bold"]}
            right = right.removeprefix("*")
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
    if layout in {"sidebar-right", "ligatures"}:
        return {"main": (MARGIN, inner - side - gap), "side": (MARGIN + inner - side, side)}
    if layout == "two-column":
        half = (inner - gap) / 2
        return {"main": (MARGIN, half), "side": (MARGIN + half + gap, half)}
    return {"main": (MARGIN, inner)}


def furniture(layout: str, name: str) -> Callable[[Canvas, BaseDocTemplate], None]:
    """Return what draws the parts of a page that are no text of the resume: the band, the running footer."""

    def band(canvas: Canvas, _document: BaseDocTemplate) -> None:
        canvas.setFillColor(BAND)
        canvas.rect(0, HEIGHT - MARGIN - HEADER, WIDTH, HEADER + MARGIN, stroke=0, fill=1)

    def footer(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont(FONTS[layout][0], 8)
        canvas.drawCentredString(WIDTH / 2, MARGIN / 2, f"{name}, curriculum vitae, page {document.page}")

    def nothing(_canvas: Canvas, _document: BaseDocTemplate) -> None:
        pass

    return {"header-band": band, "long-cv": footer}.get(layout, nothing)


def page_frames(layout: str) -> list[Frame]:
    """Return the frames of a page: a head above several columns, or above the text beside a band."""
    places = columns(layout)
    top = HEIGHT - MARGIN
    below = top - HEADER if has_head(layout) else top
    gap = 4 * mm if layout == "header-band" else 0
    head = [Frame(MARGIN, below, WIDTH - 2 * MARGIN, HEADER, 0, 0, 0, 0, id="head")] if below < top else []
    return head + [
        Frame(x, MARGIN, w, below - gap - MARGIN, 0, 0, 0, 0, id=column) for column, (x, w) in places.items()
    ]


def has_head(layout: str) -> bool:
    """Return whether the name and the address have a frame of their own."""
    return layout == "header-band" or len(columns(layout)) > 1


def draw(source: Path, target: Path) -> None:
    """Write the PDF of one markup file."""
    text = source.read_text(encoding="utf-8")
    first, *lines = text.splitlines()
    layout = first.removeprefix("layout: ")
    if layout == "ligatures":
        lines = [line.replace("fi", "\ufb01").replace("fl", "\ufb02") for line in lines]
    look = styles(layout)
    places = columns(layout)
    split = has_head(layout)
    head_lines = next(i for i, line in enumerate(lines) if line.startswith(("#", ">>>"))) if split else 0
    head_look = (
        look | {"name": look["name-on-band"], "body": look["on-band"]} if layout == "header-band" else look
    )
    story: list[Flowable] = [NextPageTemplate("page")]
    story += [flowable(line, layout, WIDTH - 2 * MARGIN, head_look) for line in lines[:head_lines]]
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
    name = next(line[2:] for line in lines if line.startswith("= "))
    document.addPageTemplates([PageTemplate("page", page_frames(layout), onPage=furniture(layout, name))])
    document.build(story)
    if split and document.page > 1:
        message = f"{source.name} does not fit one page"
        raise ValueError(message)


def main() -> None:
    """Draw every page file."""
    for font, file in EMBEDDED.items():
        registerFont(TTFont(font, file))
    for source in sorted((RESUMES / "source").glob("*.page.txt")):
        draw(source, RESUMES / source.name.replace(".page.txt", ".pdf"))


if __name__ == "__main__":
    main()
