"""One invented person's resume, set in the many ways in which resumes are set."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from docx import Document as Docx

from tests.layout_person import (
    CERTIFICATES,
    CONTACT,
    DEGREES,
    HEADLINE,
    JOBS,
    LANGUAGES,
    LIST_SECTIONS,
    NAME,
    SKILLS,
    SUMMARY,
    Jobs,
    period,
)
from tests.pen import Pen
from tests.reading.pages import Sheet


def _foot(pen: Pen, *, headed: bool = True, spaced: bool = False) -> None:
    for title, items in LIST_SECTIONS:
        if headed:
            pen.heading(title, spaced=spaced)
        else:
            pen.down()
        for item in items:
            pen.text(item)
    if headed:
        pen.heading("Skills", spaced=spaced)
    else:
        pen.down()
    pen.text(", ".join(SKILLS))


def _opening(pen: Pen, *, headed: bool = True, spaced: bool = False) -> None:
    pen.top()
    if headed:
        pen.heading("Profile", spaced=spaced)
    else:
        pen.down()
    pen.text(SUMMARY)


def plain(jobs: Jobs = JOBS, *, spaced: bool = False, headed: bool = True) -> bytes:
    """One column, title and employer with the dates in the line below; `spaced` headings, or none (`headed`)."""
    sheet = Sheet()
    pen = Pen(sheet)
    _opening(pen, headed=headed, spaced=spaced)
    if headed:
        pen.heading("Work Experience", spaced=spaced)
    for job in jobs:
        pen.down(6)
        pen.text(f"{job.title}, {job.employer}", bold=True)
        pen.text(period(job))
        pen.bullets(job)
    if headed:
        pen.heading("Education", spaced=spaced)
    else:
        pen.down()
    for degree in DEGREES:
        pen.text(f"{degree.name}, {degree.school}, {degree.year}")
    _foot(pen, headed=headed, spaced=spaced)
    return sheet.pdf()


def rail(side: str, jobs: Jobs = JOBS, *, dates_last: bool = False, wrapped: bool = False) -> bytes:
    """Dates in a narrow column at the left or right; `dates_last`: painted after all other text of the section.

    `wrapped`: the rail is so narrow that a range takes two lines.
    """
    sheet = Sheet()
    left = side == "left"
    pen = Pen(sheet)
    keep = (160, 562) if left else (50, 450)
    rail_at = 50 if left else 470
    _opening(pen)
    pen.heading("Work Experience")
    pen.x0, pen.x1 = keep
    dates: list[tuple[float, str]] = []

    def beside(text: str) -> None:
        lines = text.split(" - ") if wrapped else [text]
        for number, line in enumerate(lines):
            shown = f"{line} -" if number + 1 < len(lines) else line
            dates.append((pen.y - 13 * number, shown))
        if not dates_last:
            paint()

    def paint() -> None:
        for y, text in dates:
            sheet.put(rail_at, y, text)
        dates.clear()

    for job in jobs:
        pen.down(6)
        beside(period(job))
        pen.text(job.title, bold=True)
        pen.text(job.employer)
        pen.bullets(job)
    if dates_last:
        paint()
    pen.x0, pen.x1 = 50, 562
    pen.heading("Education")
    pen.x0, pen.x1 = keep
    for degree in DEGREES:
        beside(degree.year)
        pen.text(f"{degree.name}, {degree.school}")
    paint()
    pen.x0, pen.x1 = 50, 562
    _foot(pen)
    return sheet.pdf()


def sidebar(side: str, jobs: Jobs = JOBS, *, first: bool = True) -> bytes:
    """Two columns: contact, skills, languages and certificates in the narrow one, which is painted `first` or last."""
    sheet = Sheet()
    left = side == "left"
    side_x = (40, 190) if left else (420, 572)
    main_x = (215, 572) if left else (40, 400)

    def narrow() -> None:
        pen = Pen(sheet, *side_x)
        pen.heading("Contact")
        for each in CONTACT:
            pen.text(each)
        pen.heading("Skills")
        for skill in SKILLS:
            pen.text(skill)
        for title, items in LIST_SECTIONS:
            pen.heading(title)
            for item in items:
                pen.text(item)

    def wide() -> None:
        pen = Pen(sheet, *main_x)
        pen.text(NAME, bold=True, size=20)
        pen.text(HEADLINE, size=12)
        pen.heading("Profile")
        pen.text(SUMMARY)
        pen.heading("Experience")
        for job in jobs:
            pen.down(6)
            pen.right(period(job))
            pen.text(job.title, bold=True)
            pen.text(job.employer)
            pen.bullets(job)
        pen.heading("Education")
        for degree in DEGREES:
            pen.right(degree.year)
            pen.text(degree.name, bold=True)
            pen.text(degree.school)

    for part in (narrow, wide) if first else (wide, narrow):
        part()
    return sheet.pdf()


def title_below(jobs: Jobs = JOBS) -> bytes:
    """The employer and the dates in one line, the title below."""
    sheet = Sheet()
    pen = Pen(sheet)
    _opening(pen)
    pen.heading("Professional Experience")
    for job in jobs:
        pen.down(6)
        pen.right(period(job))
        pen.text(job.employer, bold=True)
        pen.text(job.title)
        pen.bullets(job)
    pen.heading("Education")
    for degree in DEGREES:
        pen.right(degree.year)
        pen.text(degree.school, bold=True)
        pen.text(degree.name)
    _foot(pen)
    return sheet.pdf()


def stacked(jobs: Jobs = JOBS) -> bytes:
    """Start and end of a job below each other at the right edge, beside title and employer."""
    sheet = Sheet()
    pen = Pen(sheet)
    _opening(pen)
    pen.heading("Experience")
    for job in jobs:
        pen.down(6)
        pen.right(job.start)
        pen.text(job.title, bold=True)
        pen.right(job.end)
        pen.text(job.employer)
        pen.bullets(job)
    pen.heading("Education")
    for degree in DEGREES:
        pen.right(degree.year)
        pen.text(f"{degree.name}, {degree.school}")
    _foot(pen)
    return sheet.pdf()


def grid(jobs: Jobs = JOBS) -> bytes:
    """A table with lines: dates, employer and title, what was done; cells are empty where nothing new is to be said."""
    sheet = Sheet()
    pen = Pen(sheet)
    _opening(pen)
    pen.heading("Employment")
    for x, label in ((50, "Dates"), (165, "Employer"), (300, "Position"), (410, "Duties")):
        sheet.put(x, pen.y, label, bold=True)
    pen.down(16)
    for job in jobs:
        top = pen.y
        ends = []
        for x, width, text in (
            (50, 105, period(job)),
            (165, 125, job.employer),
            (300, 100, job.title),
            (410, 155, job.bullets[0]),
        ):
            pen.x0, pen.x1, pen.y = x, x + width, top
            pen.text(text)
            ends.append(pen.y)
        pen.y = min(ends) - 4
        for bullet in job.bullets[1:]:
            pen.x0, pen.x1 = 410, 565
            pen.text(bullet)
            pen.y -= 4
    pen.x0, pen.x1 = 50, 562
    pen.heading("Education")
    for degree in DEGREES:
        pen.text(f"{degree.name}, {degree.school}, {degree.year}")
    _foot(pen)
    return sheet.pdf()


def markdown_table(jobs: Jobs = JOBS) -> bytes:
    """Jobs as the rows of a Markdown table, their bullets parted by <br>."""
    lines = [f"# {NAME}", "", HEADLINE, "", " | ".join(CONTACT), "", "## Profile", "", SUMMARY, ""]
    lines += [
        "## Experience",
        "",
        "| Dates | Position | Employer | What I did |",
        "| --- | --- | --- | --- |",
    ]
    lines += [f"| {period(j)} | {j.title} | {j.employer} | {'<br>'.join(j.bullets)} |" for j in jobs]
    lines += ["", "## Education", "", "| Year | Degree | School |", "| --- | --- | --- |"]
    lines += [f"| {d.year} | {d.name} | {d.school} |" for d in DEGREES]
    for title, items in LIST_SECTIONS:
        lines += ["", f"## {title}", "", *(f"- {item}" for item in items)]
    lines += ["", "## Skills", "", ", ".join(SKILLS), ""]
    return "\n".join(lines).encode()


def docx_table(jobs: Jobs = JOBS) -> bytes:
    """Jobs as the rows of a table of two columns in DOCX: dates, and what belongs to them."""
    document = Docx()
    document.add_heading(NAME, 0)
    document.add_paragraph(HEADLINE)
    document.add_paragraph(" | ".join(CONTACT))
    document.add_heading("Profile", 1)
    document.add_paragraph(SUMMARY)
    document.add_heading("Experience", 1)
    table = document.add_table(rows=0, cols=2)
    for job in jobs:
        cells = table.add_row().cells
        cells[0].text = period(job)
        cells[1].text = job.title
        cells[1].paragraphs[0].runs[0].bold = True
        cells[1].add_paragraph(job.employer)
        for bullet in job.bullets:
            cells[1].add_paragraph(bullet, style="List Bullet")
    document.add_heading("Education", 1)
    table = document.add_table(rows=0, cols=2)
    for degree in DEGREES:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = degree.year, f"{degree.name}, {degree.school}"
    for title, items in LIST_SECTIONS:
        document.add_heading(title, 1)
        table = document.add_table(rows=0, cols=2)
        for item in items:
            name, _, rest = item.partition(", ")
            cells = table.add_row().cells
            cells[0].text, cells[1].text = name, rest
    document.add_heading("Skills", 1)
    document.add_paragraph(", ".join(SKILLS))
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def exported_profile(jobs: Jobs = JOBS) -> bytes:
    """As a professional network exports a profile: a narrow column, and employer, title, dates, place below each other."""
    sheet = Sheet()
    pen = Pen(sheet, 30, 180)
    pen.text("Contact", bold=True, size=13)
    for each in CONTACT[:2]:
        pen.text(each)
    pen.text("www.linkedin.com/in/oriel-vance-example (LinkedIn)")
    for title, items in (("Top Skills", SKILLS), ("Languages", LANGUAGES), ("Certifications", CERTIFICATES)):
        pen.down(8)
        pen.text(title, bold=True, size=13)
        for item in items:
            pen.text(item)
    pen = Pen(sheet, 224, 580)
    pen.text(NAME, bold=True, size=24)
    pen.text(HEADLINE, size=12)
    pen.text("Lowestoft, England, United Kingdom", size=12)
    pen.down(10)
    pen.text("Summary", bold=True, size=16)
    pen.text(SUMMARY, size=11)
    pen.down(10)
    pen.text("Experience", bold=True, size=16)
    for job, months in zip(jobs, ("5 years 9 months", "3 years 9 months", "2 years 9 months"), strict=True):
        pen.down(6)
        pen.text(job.employer, size=12)
        pen.text(job.title, size=11)
        pen.text(f"{period(job)} ({months})", size=10)
        pen.text("Lowestoft", size=10)
        for bullet in job.bullets:
            pen.text(f"- {bullet}", size=10)
    pen.down(10)
    pen.text("Education", bold=True, size=16)
    for degree in DEGREES:
        level, _, field = degree.name.partition(" ")
        pen.text(degree.school, size=12)
        pen.text(f"{level}, {field} · ({int(degree.year) - 2} - {degree.year})")
    return sheet.pdf()


LAYOUTS: dict[str, Callable[[Jobs], bytes]] = {
    "plain.pdf": plain,
    "spaced.pdf": lambda jobs: plain(jobs, spaced=True),
    "headless.pdf": lambda jobs: plain(jobs, headed=False),
    "rail_left.pdf": lambda jobs: rail("left", jobs),
    "rail_left_last.pdf": lambda jobs: rail("left", jobs, dates_last=True),
    "rail_left_wrapped.pdf": lambda jobs: rail("left", jobs, wrapped=True),
    "rail_left_wrapped_last.pdf": lambda jobs: rail("left", jobs, wrapped=True, dates_last=True),
    "rail_right.pdf": lambda jobs: rail("right", jobs),
    "rail_right_last.pdf": lambda jobs: rail("right", jobs, dates_last=True),
    "rail_right_wrapped.pdf": lambda jobs: rail("right", jobs, wrapped=True),
    "rail_right_wrapped_last.pdf": lambda jobs: rail("right", jobs, wrapped=True, dates_last=True),
    "sidebar_left.pdf": lambda jobs: sidebar("left", jobs),
    "sidebar_left_last.pdf": lambda jobs: sidebar("left", jobs, first=False),
    "sidebar_right.pdf": lambda jobs: sidebar("right", jobs),
    "sidebar_right_last.pdf": lambda jobs: sidebar("right", jobs, first=False),
    "title_below.pdf": title_below,
    "stacked.pdf": stacked,
    "grid.pdf": grid,
    "table.md": markdown_table,
    "table.docx": docx_table,
    "exported.pdf": exported_profile,
}
