from __future__ import annotations

from pathlib import Path

import pytest

from gapcheck.reading import Limits, read
from tests.places import SHARED, shipped_taxonomy

HERE = Limits(child_process=False)
NAMES = shipped_taxonomy().heading_names


@pytest.fixture
def lines():
    """The lines of a PDF, read in this process: quick, and open to a debugger."""

    def of(data: bytes) -> list[str]:
        return read(data, name="page.pdf", heading_names=NAMES, limits=HERE).text.split("\n")

    return of


@pytest.fixture
def blocks():
    def of(data: bytes, name: str = "page.pdf") -> list[str]:
        document = read(data, name=name, heading_names=NAMES, limits=HERE)
        return [
            " ".join(document.text[line.span.start : line.span.end] for line in block.lines)
            for block in document.blocks
        ]

    return of


@pytest.fixture
def shared() -> Path:
    """The folder of labelled resumes, where there is one."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip("the shared corpus is not here (GAPCHECK_SHARED)")
    return SHARED / "corpus"
