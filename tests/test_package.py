"""What is shipped: the wheel holds the code, the taxonomy and the schema, and nothing stray."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.places import ROOT

VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    pytest.importorskip("hatchling", reason="hatchling builds the wheel; it comes with the extra `test`")
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_code_and_data_are_in_it(names):
    for wanted in [
        "gapcheck/__init__.py",
        "gapcheck/py.typed",
        "gapcheck/policy.toml",
        "gapcheck/schemas/report.schema.json",
        "gapcheck/rendering/templates/report.html.j2",
        "gapcheck/rendering/templates/report.css",
        "gapcheck/rendering/templates/report.md.j2",
        "gapcheck/rendering/templates/report.txt.j2",
        "gapcheck/rendering/templates/table.html.j2",
        "gapcheck/rendering/templates/web/home.html.j2",
        "gapcheck/rendering/templates/web/web.css",
        "gapcheck/skills_taxonomy/taxonomy.yaml",
        "gapcheck/skills_taxonomy/roles/machine-learning-engineer.yaml",
    ]:
        assert wanted in names
    for source in (ROOT / "src" / "gapcheck").rglob("*.py"):
        assert f"gapcheck/{source.relative_to(ROOT / 'src' / 'gapcheck').as_posix()}" in names
    for data in (ROOT / "skills_taxonomy").rglob("*.yaml"):
        assert f"gapcheck/skills_taxonomy/{data.relative_to(ROOT / 'skills_taxonomy').as_posix()}" in names


def test_the_documents_that_roles_were_built_from_stay_in_the_checkout(names):
    assert any((ROOT / "skills_taxonomy" / "sources").rglob("*.txt"))
    assert not [name for name in names if "skills_taxonomy/sources" in name]


def test_nothing_stray_is_in_it(names):
    assert len(names) == len(set(names))
    for name in names:
        assert name.startswith(("gapcheck/", "gapcheck-"))
        assert "__pycache__" not in name
        assert not name.startswith("gapcheck/tests")


def test_the_wheel_runs_by_itself(wheel, tmp_path):
    place = tmp_path / "installed"
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--target",
        str(place),
        str(wheel),
    ]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"pip cannot install here: {done.stderr.strip()[-200:]}")
    run = [
        sys.executable,
        "-m",
        "gapcheck",
        "report",
        str(ROOT / "examples" / "resume.pdf"),
        "-o",
        "report.html",
        "-q",
    ]
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(place), "GAPCHECK_CACHE_DIR": ""}
    done = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert "What to do first" in (tmp_path / "report.html").read_text(encoding="utf-8")
    where = [sys.executable, "-c", "import gapcheck; print(gapcheck.__file__, gapcheck.__version__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True)
    assert found.stdout.split() == [str(place / "gapcheck" / "__init__.py"), VERSION]


@pytest.mark.parametrize(
    "command",
    [
        ["uvx", "--from", "{}", "gapcheck", "--version"],
        ["pipx", "run", "--spec", "{}", "gapcheck", "--version"],
    ],
)
def test_tools_that_run_packages_run_the_wheel(wheel, command, tmp_path):
    program = shutil.which(
        command[0], path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    )
    if program is None:
        pytest.skip(f"{command[0]} is not installed")
    run = [program, *(each.format(wheel) for each in command[1:])]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    if done.returncode and re.search("connect|network|resolve|timed out", done.stderr, re.IGNORECASE):
        pytest.skip("the dependencies cannot be fetched here")
    assert (done.returncode, done.stderr if done.returncode else "") == (0, "")
    assert done.stdout.strip() == f"gapcheck {VERSION}"
