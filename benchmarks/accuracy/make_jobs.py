#!/usr/bin/env python3
"""Draw the PDF and the Word file of the held-out job documents from `jobs/source/*.page.txt` with reportlab and python-docx.

The markup: `= title`; `# heading`; `## subheading`; `- item`; `-- nested item`; `| a | b` a row of a table, `|| a | b`
its head, ` // ` between the paragraphs of a cell; anything else is a paragraph. Both also get `NAME.truth.txt`, a
block or paragraph of a cell a line, by which the labels count.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

JOBS = Path(__file__).resolve().parent / "jobs"
MARKS = ("||", "|", "=", "##", "#", "--", "-")
WIDTHS = {2: (40, 120), 3: (28, 78, 68)}
SIZES = {"=": 18, "#": 13, "##": 11}

Block = tuple[str, list[list[str]]]


def blocks(text: str) -> list[Block]:
    """Return (mark, cells of paragraphs) of every line; a line that is no row has one cell of one paragraph."""
    found: list[Block] = []
    for line in filter(None, text.splitlines()):
        mark = next((m for m in MARKS if line.startswith(m + " ")), "")
        rest = line[len(mark) :].strip()
        cells = [c.strip().split(" // ") for c in rest.split(" | ")] if "|" in mark else [[rest]]
        found.append((mark, cells))
    return found


def is_row(block: Block) -> bool:
    """Say whether a block is the row of a table."""
    return "|" in block[0]


def truth(page: list[Block]) -> str:
    """Return the plain text: short rows with tabs, long ones a paragraph a line."""
    lines: list[str] = []
    for _, cells in page:
        if any(len(cell) > 1 for cell in cells):
            lines += [paragraph for cell in cells for paragraph in cell]
        else:
            lines.append("\t".join(cell[0] for cell in cells))
    return "\n".join(lines) + "\n"


def draw_pdf(page: list[Block], target: Path) -> None:
    """Draw a page with ruled tables; the same bytes every time."""
    body = ParagraphStyle("body", fontName="Helvetica", fontSize=9.5, leading=12.5, spaceAfter=3)
    bold = ParagraphStyle("bold", body, fontName="Helvetica-Bold")
    story: list[Flowable] = []
    for row, group in groupby(page, is_row):
        if row:
            content = [
                [[Paragraph(escape(p), bold if mark == "||" else body) for p in cell] for cell in cells]
                for mark, cells in group
            ]
            grid = [("GRID", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
            story += [
                Table(content, colWidths=[w * mm for w in WIDTHS[len(content[0])]], style=grid),
                Spacer(1, 4),
            ]
            continue
        for mark, cells in group:
            if mark in SIZES:
                size = SIZES[mark]
                look = ParagraphStyle("head", bold, fontSize=size, leading=size * 1.3, spaceBefore=6)
            else:
                look = ParagraphStyle(
                    "item", body, leftIndent=12 * len(mark), bulletIndent=12 * len(mark) - 9
                )
            story.append(
                Paragraph(escape(cells[0][0]), look, bulletText="•" if mark.startswith("-") else None)
            )
    margin = 17 * mm
    SimpleDocTemplate(
        str(target),
        pagesize=A4,
        leftMargin=margin,
        rightMargin=margin,
        topMargin=margin,
        bottomMargin=margin,
        invariant=1,
    ).build(story)


def write_docx(page: list[Block], target: Path) -> None:
    """Write a Word file with its own heading and list styles."""
    document = Document()
    names = {"-": "List Bullet", "--": "List Bullet 2"}
    for row, group in groupby(page, is_row):
        content = list(group)
        if row:
            table = document.add_table(rows=0, cols=len(content[0][1]), style="Table Grid")
            for _, cells in content:
                for cell, paragraphs in zip(table.add_row().cells, cells, strict=True):
                    cell.text = "\n".join(paragraphs)
            continue
        for mark, cells in content:
            if mark in SIZES:
                document.add_heading(cells[0][0], {"=": 0, "#": 1, "##": 2}[mark])
            else:
                document.add_paragraph(cells[0][0], style=names.get(mark))
    document.save(str(target))


def main() -> None:
    """Draw both documents and write their plain texts."""
    for name, draw in (
        ("20_data_architect_public.pdf", draw_pdf),
        ("21_cloud_security_engineer.docx", write_docx),
    ):
        stem = Path(name).stem
        page = blocks((JOBS / "source" / f"{stem}.page.txt").read_text(encoding="utf-8"))
        draw(page, JOBS / name)
        (JOBS / "source" / f"{stem}.truth.txt").write_text(truth(page), encoding="utf-8")


if __name__ == "__main__":
    main()
