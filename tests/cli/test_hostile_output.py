"""What is printed is safe to look at, and what cannot be written has an exit code of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from gapcheck.cli import main
from gapcheck.cli.output import FORMATS, Output
from gapcheck.rendering.csv import csv_text
from gapcheck.rendering.tables import render_table


def test_the_document_that_is_read_is_never_written_over(tmp_path):
    place = tmp_path / "a.md"
    place.write_text("Python\n")
    done = CliRunner().invoke(main, ["report", str(place), "-o", str(place)])
    assert done.exit_code == 2
    assert place.read_text() == "Python\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /dev/null")
def test_a_device_is_written_to_directly():
    Output("text", Path("/dev/null"), FORMATS).write("text\n")
    assert not os.path.isfile("/dev/null")  # noqa: PTH113


def test_no_escape_of_a_document_reaches_a_file(tmp_path):
    place = tmp_path / "a.txt"
    Output("text", place, FORMATS).write("a\x1b[31mb\x07\u202e\ud800\n")
    assert place.read_text() == "a[31mb\ufffd\n"


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@a", "\t=1", "\uff1d1", "\x00=1"])
def test_no_cell_is_a_formula(value):
    assert csv_text(["a"], [[value]]).splitlines()[1].strip('"').startswith("'")


def test_cells_of_a_markdown_table_hold_no_markup():
    assert "<script>" not in render_table([{"a": "<script>x</script>"}], ["a"], "markdown").replace("\\<", "")


def test_a_configuration_that_is_made_to_do_harm_is_one_line(tmp_path):
    for text in ("[score]\na = " + "9" * 5000, "a = " + "[" * 5000 + "]" * 5000):
        place = tmp_path / "policy.toml"
        place.write_text(text)
        done = CliRunner().invoke(main, ["config", "show", "--config", str(place)])
        assert done.exit_code == 4


def test_a_taxonomy_nested_too_deeply_is_one_line(tmp_path):
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "x.yaml").write_text("- " * 900 + "x")
    done = CliRunner().invoke(main, ["taxonomy", "check", str(tmp_path)])
    assert done.exit_code == 4
    assert "nested too deeply" in done.stderr


def test_a_resume_without_a_name_to_hide_has_a_code_of_its_own(tmp_path):
    place = tmp_path / "a.txt"
    place.write_text("EXPERIENCE\nAnalyst, Tarn Ltd\t2019 - 2021\n- Led plans of ferries in Python\n")
    done = CliRunner().invoke(main, ["parse", str(place), "--blind", "--format", "json"])
    assert done.exit_code == 6
    assert "no-name-to-blind" in done.stdout
    place.write_text(f"Ada Quill\nada@example.org\n\n{place.read_text()}")
    assert CliRunner().invoke(main, ["parse", str(place), "--blind"]).exit_code == 0
