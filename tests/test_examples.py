from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tests.places import ROOT

FOLDER = ROOT / "examples"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    pytest.importorskip("reportlab", reason="the sample resume is drawn with reportlab")
    spec = importlib.util.spec_from_file_location("make_resume", FOLDER / "make_resume.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(path: Path) -> str:
    from pdfminer.high_level import extract_text  # noqa: PLC0415  # slow to import

    return " ".join(extract_text(path).split())


def test_the_sample_resume_is_drawn_the_same_every_time(script: ModuleType, tmp_path: Path) -> None:
    drawn = []
    for name in ("one.pdf", "two.pdf"):
        script.main(tmp_path / name)
        drawn.append((tmp_path / name).read_bytes())
    assert drawn[0] == drawn[1]


def test_the_shipped_file_is_what_the_script_draws(script: ModuleType, tmp_path: Path) -> None:
    script.main(tmp_path / "now.pdf")
    assert words(tmp_path / "now.pdf") == words(FOLDER / "resume.pdf")


def test_the_person_cannot_be_reached(script: ModuleType) -> None:
    assert any("555-01" in each for each in script.CONTACT)
    assert all("example.com" in each for each in script.CONTACT if "@" in each or "/" in each)
