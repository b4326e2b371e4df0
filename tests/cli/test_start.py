"""What a start costs: nothing heavy is loaded before a command has work to do."""

import subprocess
import sys
from contextlib import contextmanager

import pytest

from gapcheck.cli.options import Shared
from gapcheck.errors import GapcheckError

HEAVY = {"spacy", "sklearn", "numpy", "pdfminer", "pydantic", "yaml", "lxml", "phonenumbers"}

LOADED = "import sys; print(' '.join(sorted({name.partition('.')[0] for name in sys.modules})))"


def modules_after(code):
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{LOADED}"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.splitlines()[-1].split())


def test_importing_the_package_loads_nothing_heavy_and_not_click():
    assert not modules_after("import gapcheck") & (HEAVY | {"click"})


@pytest.mark.parametrize(
    "args",
    [["--help"], ["--version"], ["report", "--help"], ["taxonomy", "check", "--help"], ["completion", "bash"], ["nonsense"]],
)  # fmt: skip
def test_help_and_the_like_load_nothing_heavy(args):
    code = f"""
import contextlib, io
from gapcheck.cli import main
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main({args!r}, prog_name="gapcheck")
"""
    assert not modules_after(code) & HEAVY


def test_looking_into_the_taxonomy_loads_neither_spacy_nor_scikit_learn():
    code = 'from gapcheck.cli import main\nmain(["certifications", "-q"], standalone_mode=False)'
    assert not modules_after(code) & {"spacy", "sklearn", "numpy", "pdfminer"}


def test_a_report_on_a_role_loads_nothing_that_reads_postings_compares_or_draws_tables(tmp_path):
    resume = tmp_path / "resume.md"
    resume.write_text("# Ada Quill\n\n## Skills\n\nPython, SQL\n" + "Kept the ledgers of a harbour. " * 20)
    code = f"""
import contextlib, io, sys
from gapcheck.cli import main
with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO())), contextlib.suppress(SystemExit):
    main(["report", {str(resume)!r}, "--format", "json"], prog_name="gapcheck")
assert "gapcheck.advice.actions" in sys.modules
print([name for name in ("gapcheck.posting", "gapcheck.role_building.job_documents", "gapcheck.comparison", "gapcheck.rendering.tables", "gapcheck.cli.progress") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_importing_leaves_warnings_and_handlers_alone():
    code = """
import logging, warnings
before = list(warnings.filters), list(logging.root.handlers)
import gapcheck, gapcheck.cli
assert (list(warnings.filters), list(logging.root.handlers)) == before
"""
    modules_after(code)


@pytest.mark.parametrize(
    "args",
    [["rank", "r.txt"], ["match", "r.txt", "r.txt"], ["parse", "r.txt"], ["requirements", "r.txt"], ["roles", "--match", "r.txt"]],
)  # fmt: skip
def test_a_sign_of_life_comes_before_the_taxonomy_is_loaded(run, tmp_path, monkeypatch, args):
    (tmp_path / "r.txt").write_text("Ada", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    shown = []

    @contextmanager
    def progress(_self, what):
        shown.append(what)
        yield

    def analyzer(_self):
        shown.append("loaded")
        raise GapcheckError("enough")

    monkeypatch.setattr(Shared, "progress", progress)
    monkeypatch.setattr(Shared, "analyzer", analyzer)
    run(*args)
    assert shown[1:] == ["loaded"], shown
