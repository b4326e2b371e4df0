"""PDF bytes -> the plain values that travel from the child process to its parent."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from gapcheck.reading.pdf.annotations import draw_annotations, links_of
from gapcheck.reading.pdf.drawn_bullets import add_drawn_bullets
from gapcheck.reading.pdf.glyphs import GlyphDevice, TooManyGlyphsError
from gapcheck.reading.pdf.hidden_text import hidden_texts, mark_hidden
from gapcheck.reading.pdf.interpreter import Interpreter, StreamTooLargeError, hidden_layers
from gapcheck.reading.pdf.layout import PrintedLine, lines_of
from gapcheck.reading.pdf.page_features import concealed, features_of, undecoded
from gapcheck.reading.pdf.painted_page import Page
from gapcheck.reading.pdf.paragraphs import mark_blocks
from gapcheck.reading.pdf.running_headers import without_running_headers
from gapcheck.reading.pdf.structure_tags import tags_of
from gapcheck.text.headings import HeadingNames

Answer = dict[str, Any]


def parse(data: bytes, options: Mapping[str, Any]) -> Answer:
    """Everything that is read from a PDF as JSON values, or {"error": reason, "detail": text}."""
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)), password="")
    except (PDFPasswordIncorrect, PDFEncryptionError):
        return {"error": "encrypted", "detail": ""}
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  # pdfminer lets any exception out of a broken file
        return {"error": "broken", "detail": type(error).__name__}
    return _PageByPage(document, options).answer()


class _PageByPage:
    """One document while it is read, page by page."""

    def __init__(self, document: PDFDocument, options: Mapping[str, Any]) -> None:
        self.options = options
        self.heading_names = HeadingNames(options["heading_names"])
        resources = PDFResourceManager()
        self.document = document
        self.device = GlyphDevice(resources, glyph_limit=options["glyphs_per_page"])
        self.interpreter = Interpreter(resources, self.device)
        self.interpreter.stream_bytes = options["stream_bytes"]
        self.interpreter.hidden_layers = hidden_layers(document.catalog)
        self.pages: list[Page] = []
        self.lines: list[PrintedLine] = []
        self.links: list[tuple[int, str, list[float]]] = []
        self.warnings: list[tuple[str, str, int | None]] = []
        self.hidden: list[tuple[str, int, str]] = []
        self.page_features: list[dict[str, Any]] = []
        self.failed = 0
        self.tags = tags_of(document)

    def answer(self) -> Answer:
        """Read all pages within the limit and put the results together."""
        try:
            for number, page in enumerate(PDFPage.create_pages(self.document), start=1):
                if number > self.options["pages"]:
                    self.warnings.append(("pages-cut", f"only the first {number - 1} pages were read", None))
                    break
                self._page(page, number)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001
            if not self.pages:
                return {"error": "broken", "detail": type(error).__name__}
            self.warnings.append(("pages-broken", "pages after this one could not be read", len(self.pages)))
        self.lines = without_running_headers(self.lines, [page.height for page in self.pages])
        mark_blocks(self.lines, self.heading_names)
        return self._result()

    def _page(self, page: PDFPage, number: int) -> None:
        try:
            self.interpreter.process_page(page)
            draw_annotations(page, self.interpreter)
        except (TooManyGlyphsError, StreamTooLargeError):
            self.warnings.append(
                ("page-cut", "the page holds more than the limits allow and was cut", number)
            )
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001
            self.failed += 1
            self.warnings.append(
                ("page-broken", "the page is damaged and could be read only in part", number)
            )
        drawn = self.device.page
        drawn.number = number
        self.pages.append(drawn)
        unseen = concealed(drawn)
        mark_hidden(drawn)
        add_drawn_bullets(drawn)
        self.hidden += hidden_texts(drawn)
        lines, doubtful = lines_of(drawn, self.heading_names)
        self.page_features.append(features_of(drawn, lines, recognized=unseen - concealed(drawn)))
        for line in lines:
            first, last = (self.tags.get((int(str(page.pageid)), mark)) for mark in line.marks)
            line.tags = (first, last)
        self.lines += lines
        if doubtful:
            self.warnings.append(("doubtful-order", "the reading order of the columns is doubtful", number))
        self.links += links_of(page, number, self.options["link_chars"])[
            : self.options["links"] - len(self.links)
        ]

    def _result(self) -> Answer:
        unmapped = 0
        for page in self.pages:
            count = undecoded(glyph for glyph in page.glyphs if not glyph.hidden)
            unmapped += count
            if count:
                message = f"{count} characters could not be decoded and were left out"
                self.warnings.append(("unmapped-glyphs", message, page.number))
        return {
            "pages": len(self.pages),
            "lines": [_row(line) for line in self.lines],
            "links": self.links,
            "page_features": self.page_features,
            "hidden": self.hidden,
            "warnings": self.warnings,
            "glyphs": sum(not glyph.hidden for page in self.pages for glyph in page.glyphs),
            "unmapped": unmapped,
            "image_cover": [_cover(page) for page in self.pages],
            "failed": self.failed,
        }


def _row(line: PrintedLine) -> list[Any]:
    face = line.face
    box = [round(side, 1) for side in line.box]
    style = [face.size, face.bold, face.italic, face.color, face.font]
    level = line.tags[0].level if line.tags[0] else 0
    return [line.text, line.page, box, line.edges, style, level, line.marker, line.starts_block]


def _cover(page: Page) -> float:
    area = max(page.width * page.height, 1)
    return round(sum(abs((x1 - x0) * (y1 - y0)) for x0, y0, x1, y1 in page.images) / area, 3)
