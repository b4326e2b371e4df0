"""Text set line by line on the pages of a PDF."""

from __future__ import annotations

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.layout_person import CONTACT, HEADLINE, NAME, Job
from tests.reading.pages import HEIGHT, Sheet


class Pen:
    """Text from the top of a page downwards, in a column from x0 to x1; a new page where one is full."""

    def __init__(self, sheet: Sheet, x0: float = 50, x1: float = 562, y: float = HEIGHT - 60) -> None:
        self.sheet, self.x0, self.x1, self.y = sheet, x0, x1, y

    def down(self, by: float = 13) -> None:
        self.y -= by
        if self.y < 50:
            self.sheet.page()
            self.y = HEIGHT - 60

    def text(self, text: str, *, x: float | None = None, bold: bool = False, size: float = 10) -> None:
        x = self.x0 if x is None else x
        face = "Helvetica-Bold" if bold else "Helvetica"
        for line in simpleSplit(text, face, size, self.x1 - x):
            self.sheet.put(x, self.y, line, size, bold=bold)
            self.down(1.3 * size)

    def right(self, text: str) -> None:
        self.sheet.right(self.x1, self.y, text)

    def heading(self, text: str, *, spaced: bool = False) -> None:
        self.down(8)
        if spaced:
            self.letters(text.upper())
        else:
            self.text(text.upper(), bold=True, size=12)
        self.down(3)

    def letters(self, text: str) -> None:
        """Letters set far apart, each painted by itself."""
        x = self.x0
        for char in text:
            if char != " ":
                self.sheet.put(x, self.y, char, 12, bold=True)
            x += stringWidth(char, "Helvetica-Bold", 12) + 4
        self.down(16)

    def bullets(self, job: Job, *, x: float | None = None) -> None:
        x = self.x0 if x is None else x
        for bullet in job.bullets:
            self.sheet.put(x, self.y, "•")
            self.text(bullet, x=x + 10)

    def top(self) -> None:
        self.text(NAME, bold=True, size=20)
        self.text(HEADLINE, size=12)
        self.text(" | ".join(CONTACT))
