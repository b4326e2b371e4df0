"""Damaged documents of every format end in a result or a reason; the long run is benchmarks/fuzz.py."""

from __future__ import annotations

from contextlib import suppress

import pytest

from gapcheck import Analyzer, DocumentError, Limits, render
from gapcheck.text.control_characters import without_controls
from tests.mutation import mutated
from tests.places import ROOT, shipped_analyzer

HERE = Analyzer(limits=Limits(child_process=False))
"""Reads in this process: the guard of a reader worker turns any exception into a reason."""

SEEDS = (
    "examples/resume.pdf",
    "benchmarks/accuracy/resumes/10_analytics_engineer.docx",
    "benchmarks/accuracy/resumes/14_data_science_graduate.html",
    "benchmarks/accuracy/pools/05_heating_and_cooling_technician/resumes/ledbetter.txt",
)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_damaged_document_ends_in_a_result_or_a_reason(seed):
    path = ROOT / seed
    data = path.read_bytes()
    for number in range(12):
        with suppress(DocumentError):  # with its reason; whatever else is raised fails
            report = HERE.analyze(mutated(data, [data], number), name=path.name, as_of="2026-11-21")
            text = render(report, "text")
            assert without_controls(text) == text


def test_a_fault_of_a_reader_is_a_find_and_no_broken_document(monkeypatch):
    def at_fault(*_):
        raise KeyError("fault")

    monkeypatch.setattr("gapcheck.reading.office.docx.read_docx", at_fault)
    with pytest.raises(KeyError, match="fault"):
        HERE.analyze((ROOT / SEEDS[1]).read_bytes(), name="a.docx", as_of="2026-11-21")


def test_a_run_of_dashes_is_read_at_once_as_a_posting():
    line = "-" * 300
    rows = shipped_analyzer().requirements(
        [f"# Baker\n\n{line}\n\n## Requirements\n\n- {line} bread\n- Python".encode()]
    )
    assert "python" in {skill for row in rows[1] for skill in row.skills}
