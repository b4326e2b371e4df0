# ruff: noqa: INP001  # a script by itself, no package
"""Makes the pictures of docs/ from the sample resume: the terminal as SVG, the first screen of the HTML report as PNG.

    python examples/make_pictures.py

The PNG needs playwright and a Chromium of the system.
"""

from __future__ import annotations

import io
import re
import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

from gapcheck import Analyzer

EXAMPLES = Path(__file__).resolve().parent
DOCS = EXAMPLES.parent / "docs"
RESUME = EXAMPLES / "resume.pdf"
DAY = "2026-11-21"
WIDTH = 90


def terminal(text: str) -> str:
    """Lines of a terminal as SVG that fetches no font."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(text))
    drawn = console.export_svg(title="gapcheck report resume.pdf", theme=DIMMED_MONOKAI, unique_id="terminal")
    return re.sub(r"@font-face\s*\{.*?\}", "", drawn, flags=re.DOTALL).replace("Fira Code", "monospace")


def main() -> None:
    """Write both pictures."""
    analyzer = Analyzer()
    report = analyzer.analyze(RESUME, as_of=DAY)
    (DOCS / "report.svg").write_text(terminal(analyzer.render(report, color=True)), encoding="utf-8")
    html = analyzer.render(report, "html", pages=analyzer.pages(RESUME))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        place = Path(folder) / "report.html"
        place.write_text(html, encoding="utf-8")
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 1150})
        page.goto(place.as_uri())
        page.screenshot(path=DOCS / "report.png")
        browser.close()


if __name__ == "__main__":
    main()
