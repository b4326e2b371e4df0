"""What a run has done is on disk answer by answer, and an end in the middle of a line costs that line only."""

from __future__ import annotations

import pytest

from gapcheck.journal import Journal


def test_answers_are_kept_for_the_next_run(tmp_path):
    path = tmp_path / "a.jsonl"
    with Journal(path, go_on=False) as journal:
        journal.add("one", {"score": 1})
        assert path.read_bytes().endswith(b"\n")
    with path.open("ab") as file:
        file.write(b'["two", {"sco')
    with Journal(path, go_on=True) as journal:
        assert journal["one"] == {"score": 1}
        assert "two" not in journal
        journal.add("three", 3)
    with Journal(path, go_on=True) as journal:
        assert ("one" in journal, "three" in journal) == (True, True)
        journal.discard()
    assert not path.exists()


def test_a_new_run_begins_anew_and_odd_lines_are_nothing(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'["one", 1]\nno JSON\n[]\n{"a": 1}\n[["x"], 2]\n["six", 6]\n')
    with Journal(path, go_on=True) as journal:
        assert (journal["one"], journal["six"]) == (1, 6)
    with Journal(path, go_on=False) as journal:
        assert "one" not in journal
    assert path.read_bytes() == b""


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    with pytest.raises(OSError, match="none"):
        Journal(tmp_path / "none" / "a.jsonl", go_on=False)
