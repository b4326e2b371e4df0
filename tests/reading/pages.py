"""Small PDFs made for these tests, all of invented people."""

from __future__ import annotations

import zlib
from io import BytesIO

from reportlab.lib.colors import Color, black
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 612, 792
WHITE = Color(1, 1, 1)
NAVY = Color(0.1, 0.15, 0.35)

SIDE = [
    "CONTACT",
    "mira@example.com",
    "555-0147",
    "SKILLS",
    "Python and SQL",
    "Forecasting",
    "Data quality",
    "LANGUAGES",
    "English",
    "Finnish",
]
MAIN = [
    "EXPERIENCE",
    "Analyst, Harbour Tools, 2019 to 2024",
    "Built a forecast of spare parts that the depots now order by, and kept",
    "the data behind it clean for four years without a single lost week of",
    "orders.",
    "EDUCATION",
    "BSc Mathematics, Lakeside College, 2018",
    "Thesis on queues at ferry terminals and on what a timetable can and",
    "cannot do about them.",
]


class Sheet:
    """A canvas with short names; y counts from the bottom, as in PDF."""

    def __init__(self, **options):
        self.buffer = BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=(WIDTH, HEIGHT), **options)

    def put(self, x, y, text, size=10, *, bold=False, color=black):
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.setFillColor(color)
        self.canvas.drawString(x, y, text)
        return self

    def line(self, x, y, text):
        return self.put(x, y, text, 12 if text.isupper() else 10, bold=text.isupper())

    def right(self, x, y, text):
        self.canvas.setFont("Helvetica", 10)
        self.canvas.setFillColor(black)
        self.canvas.drawRightString(x, y, text)
        return self

    def column(self, x, y, lines, leading=14):
        for i, text in enumerate(lines):
            self.line(x, y - i * leading, text)
        return self

    def box(self, x, y, width, height, color):
        self.canvas.setFillColor(color)
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)
        return self

    def dot(self, x, y, radius=1.7):
        self.canvas.setFillColor(black)
        self.canvas.circle(x, y, radius, stroke=0, fill=1)
        return self

    def page(self):
        self.canvas.showPage()
        return self

    def pdf(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()


def raw_pdf(content: bytes, *, filters: bytes = b"", resources: bytes = b"", extra: bytes = b"") -> bytes:
    """A PDF of one page with this content stream, made by hand."""
    font = b"/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<"
        + font
        + resources
        + b">>>>",
        b"<</Length %d%s>>stream\n" % (len(content), filters) + content + b"\nendstream",
    ]
    if extra:
        objects.append(extra)
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return out + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def packed(content: bytes) -> bytes:
    return raw_pdf(zlib.compress(content, 9), filters=b"/Filter/FlateDecode")
