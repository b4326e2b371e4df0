import os
import sys
from pathlib import Path

import click
import pytest

import gapcheck
from gapcheck.cli.output import FORMATS, Output, write_whole
from tests.places import ROOT

DAY = ("--as-of", "2026-11-21")


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("a.txt", "text"),
        ("a.MD", "markdown"),
        ("a.htm", "html"),
        ("a.json", "json"),
        ("a.csv", "csv"),
        ("-", "text"),
    ],
)
def test_the_suffix_gives_the_format(name, format_):
    assert Output(None, Path(name), FORMATS).format == format_


def test_a_format_that_is_asked_for_goes_before_the_suffix():
    assert Output("json", Path("a.log"), FORMATS).format == "json"


def test_an_unknown_suffix_is_refused_before_anything_is_read():
    with pytest.raises(click.UsageError, match=r"known: \.txt, \.text, \.json"):
        Output(None, Path("a.md"), ("text", "json"))


def test_a_file_appears_whole_or_not_at_all(tmp_path, monkeypatch):
    place = tmp_path / "a.txt"
    write_whole(place, "one\n")
    assert place.read_bytes() == b"one\n"

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(click.ClickException, match="cannot be written \\(No space left on device\\)"):
        Output(None, place, FORMATS).write("two\n")
    assert place.read_bytes() == b"one\n"
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_new_file_has_the_usual_mode_and_an_old_one_keeps_its_own(tmp_path):
    place, mask = tmp_path / "a.txt", os.umask(0o027)
    try:
        write_whole(place, "")
        assert place.stat().st_mode & 0o777 == 0o640
        place.chmod(0o600)
        write_whole(place, "x")
        assert place.stat().st_mode & 0o777 == 0o600
    finally:
        os.umask(mask)


@pytest.mark.parametrize(("watched", "said"), [(True, "Written to "), (False, "")])
def test_who_watches_is_told_where_the_result_is(tmp_path, capsys, monkeypatch, watched, said):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    Output(None, tmp_path / "a.csv", ("csv",)).write("a,b\n")
    err = capsys.readouterr().err
    assert err.startswith(said)
    assert bool(err) is watched


def test_a_place_that_does_not_exist_is_said(run, tmp_path):
    done = run("certifications", "-o", tmp_path / "no" / "a.csv")
    assert done.exit_code == 5
    assert "cannot be written (No such file or directory)" in done.stderr


def test_a_report_as_pdf_is_the_resume_with_notes_and_never_of_a_blinded_one(run, tmp_path):
    source, place = ROOT / "examples" / "resume.pdf", tmp_path / "marked.pdf"
    done = run("report", source, "-o", place, *DAY)
    assert (done.exit_code, done.stdout) == (0, ""), done.stderr
    assert place.read_bytes().startswith(b"%PDF-")
    blind = run("report", source, "-o", place, "--blind", *DAY)
    assert (blind.exit_code, "cannot hide the person" in blind.stderr) == (2, True)
    rank = run("rank", source, "-o", place, *DAY)
    assert rank.exit_code == 2


def test_csv_may_begin_with_a_byte_order_mark(tmp_path):
    for bom, first in ((True, b"\xef\xbb\xbfa,b\n"), (False, b"a,b\n")):
        place = tmp_path / "a.csv"
        Output(None, place, FORMATS, bom=bom).write("a,b\n")
        assert place.read_bytes() == first
    Output(None, tmp_path / "a.md", FORMATS, bom=True).write("a\n")
    assert (tmp_path / "a.md").read_bytes() == b"a\n"


def test_the_limits_of_the_configuration_hold_for_the_marked_resume(run, tmp_path, monkeypatch):
    given = []
    monkeypatch.setattr(
        gapcheck, "annotate", lambda *_, limits: given.append(limits.wall_seconds) or b"%PDF-", raising=False
    )
    narrow = tmp_path / "narrow.toml"
    narrow.write_text("[limits]\nwall_seconds = 7.0\n")
    done = run("report", ROOT / "examples" / "resume.pdf", "--config", narrow, "-o", tmp_path / "m.pdf", *DAY)
    assert (done.exit_code, given) == (0, [7.0]), done.stderr
