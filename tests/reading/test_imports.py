"""Reading loads what it needs and no more."""

from __future__ import annotations

import subprocess
import sys

from .pages import MAIN, Sheet

SCRIPT = """
import sys
from pathlib import Path
from gapcheck.reading import read, start
heavy = {"pdfminer", "lxml", "spacy", "sklearn", "pydantic", "charset_normalizer"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
reading = start(sys.argv[1])
assert "Harbour Tools" in reading.result().text
assert not heavy & set(sys.modules), heavy & set(sys.modules)
"""


def test_the_caller_of_a_pdf_loads_no_parser(tmp_path):
    path = tmp_path / "mira.pdf"
    path.write_bytes(Sheet().column(40, 700, MAIN).pdf())
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
