# ruff: noqa: INP001  # a script by itself, no package
"""Write the sample resume of an invented person, in two columns, the same bytes every time.

Usage: python examples/make_resume.py [FILE]     (needs reportlab; default: resume.pdf beside this script)
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, Paragraph, Spacer, Table

WIDTH, HEIGHT = LETTER
MARGIN = 0.6 * inch
SIDEBAR = 2.15 * inch
GUTTER = 0.3 * inch
HEAD = 1.2 * inch

INK, SOFT, ACCENT, RULE = map(HexColor, (0x1F2933, 0x52606D, 0x1D4E89, 0xCBD2D9))

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=14.4, textColor=INK)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=9.2, leading=13.2)
BULLET = ParagraphStyle("bullet", parent=BODY, leftIndent=10, bulletIndent=1, spaceAfter=3)
HEADING = ParagraphStyle(
    "heading",
    parent=BODY,
    fontName="Helvetica-Bold",
    fontSize=10.5,
    leading=14.5,
    textColor=ACCENT,
    spaceBefore=14,
    spaceAfter=3,
)
POST = ParagraphStyle("post", parent=BODY, fontName="Helvetica-Bold", fontSize=10.5, spaceBefore=3)
DATES = ParagraphStyle("dates", parent=BODY, alignment=TA_RIGHT, textColor=SOFT)
PLACE = ParagraphStyle("place", parent=BODY, textColor=SOFT, fontName="Helvetica-Oblique", spaceAfter=3)

NAME = "Nadia Ferreira-Holt"
HEADLINE = "Data analyst moving into machine learning engineering"

CONTACT = ("Duluth, Minnesota", "(218) 555-0147", "nadia.ferreira.holt@example.com", "example.com/nadia-fh")
SKILLS = (
    ("Languages", "Python, SQL, R"),
    ("Libraries", "pandas, NumPy, scikit-learn, Matplotlib"),
    ("Data", "PostgreSQL, dbt, Tableau"),
    ("Practice", "Git, code review, unit testing"),
)
CERTIFICATES = (
    ("Azure AI Engineer Associate (AI-102)", "Microsoft, issued February 2026"),
    ("Tableau Desktop Specialist", "Tableau, issued May 2021"),
)
SPOKEN = ("English (native)", "Portuguese (fluent)")
NEXT = (
    "Currently learning PyTorch, an evening course.",
    "No production experience with Kubernetes yet; I would like to change that.",
)

SUMMARY = (
    "Six years of turning warehouse data into decisions at a regional grocer, the last two of them with models "
    "that run every night. I like the part where a notebook has to become something other people can depend on."
)

POSTS: Sequence[tuple[str, str, str, Sequence[str]]] = (
    (
        "Senior Data Analyst",
        "Pinewater Grocers, Duluth",
        "Mar 2023 – Present",
        (
            (
                "Built the demand forecast for 140 stores in Python with pandas and scikit-learn; gradient boosting cut "
                "the weekly error from 19 to 12 percent."
            ),
            (
                "Chose features and tuned hyperparameters by rolling cross-validation, and wrote the monitoring "
                "report that the buyers read each Monday."
            ),
            (
                "Moved the nightly data pipeline from spreadsheets to SQL on PostgreSQL, with tests for missing and "
                "late deliveries."
            ),
            "Presented results to store managers and buyers every month, and mentored two junior analysts.",
        ),
    ),
    (
        "Data Analyst",
        "Quarrystone Logistics, Saint Paul",
        "Jun 2020 – Feb 2023",
        (
            (
                "Cleaned and joined shipment records of six carriers in SQL and Python; the late-delivery dashboard "
                "in Tableau replaced a weekly meeting."
            ),
            (
                "Trained a logistic regression that flags parcels at risk, with the platform team running it in "
                "their service."
            ),
            "Documented every data source in one place and kept the documentation under version control in Git.",
        ),
    ),
)
PROJECTS = (
    (
        "Bird calls",
        "2024",
        (
            "A small classifier for recordings from the lake shore: spectrograms, a convolutional network in Keras, "
            "and a Flask page to try it. Code and error analysis are public."
        ),
    ),
)
STUDIES = (
    ("B.S. in Statistics, minor in Computer Science", "Lakehead Ridge University", "2016 – 2020"),
)  # fmt: skip


def main(path: Path) -> None:
    """Draw the page and save it."""
    canvas = Canvas(str(path), pagesize=LETTER, invariant=1)
    canvas.setTitle(f"Resume of {NAME}")
    canvas.setAuthor(NAME)
    canvas.setSubject(HEADLINE)
    _head(canvas)
    top = HEIGHT - HEAD
    left = MARGIN + SIDEBAR + GUTTER
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.75)
    canvas.line(MARGIN + SIDEBAR + GUTTER / 2, MARGIN, MARGIN + SIDEBAR + GUTTER / 2, top - 6)
    _column(canvas, _sidebar(), MARGIN, SIDEBAR, top)
    _column(canvas, _main(), left, WIDTH - MARGIN - left, top)
    canvas.save()


def _head(canvas: Canvas) -> None:
    canvas.setFillColor(INK)
    canvas.setFont("Helvetica-Bold", 22)
    canvas.drawString(MARGIN, HEIGHT - 0.75 * inch, NAME)
    canvas.setFillColor(SOFT)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(MARGIN, HEIGHT - 0.98 * inch, HEADLINE)


def _column(canvas: Canvas, story: list[Flowable], x: float, width: float, top: float) -> None:
    frame = Frame(
        x,
        MARGIN,
        width,
        top - MARGIN,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    frame.addFromList(story, canvas)
    if story:
        raise SystemExit("the text does not fit on one page")


def _heading(text: str) -> Paragraph:
    return Paragraph(text.upper(), HEADING)


def _sidebar() -> list[Flowable]:
    story: list[Flowable] = [_heading("Contact")]
    story += [Paragraph(each, SMALL) for each in CONTACT]
    story.append(_heading("Skills"))
    for name, listed in SKILLS:
        story += [Paragraph(f"<b>{name}:</b> {listed}", SMALL), Spacer(1, 3)]
    story.append(_heading("Certificates"))
    for name, issued in CERTIFICATES:
        story += [Paragraph(f"<b>{name}</b>", SMALL), Paragraph(issued, SMALL), Spacer(1, 4)]
    story.append(_heading("Languages"))
    story += [Paragraph(each, SMALL) for each in SPOKEN]
    story.append(_heading("What comes next"))
    for each in NEXT:
        story += [Paragraph(each, SMALL), Spacer(1, 3)]
    return story


def _main() -> list[Flowable]:
    story: list[Flowable] = [_heading("Summary"), Paragraph(SUMMARY, BODY), _heading("Experience")]
    for title, employer, dates, bullets in POSTS:
        story += [_dated(title, dates), Paragraph(employer, PLACE)]
        story += [Paragraph(each, BULLET, bulletText="•") for each in bullets]
        story.append(Spacer(1, 4))
    story.append(_heading("Projects"))
    for title, dates, told in PROJECTS:
        story += [_dated(title, dates), Paragraph(told, BODY)]
    story.append(_heading("Education"))
    for degree, school, dates in STUDIES:
        story += [_dated(degree, dates), Paragraph(school, PLACE)]
    return story


def _dated(title: str, dates: str) -> Table:
    """A title with its dates at the right edge of the same line."""
    width = WIDTH - 2 * MARGIN - SIDEBAR - GUTTER
    table = Table([[Paragraph(title, POST), Paragraph(dates, DATES)]], colWidths=[width * 0.66, width * 0.34])
    table.setStyle(
        [
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 1),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ]
    )
    return table


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("resume.pdf"))
