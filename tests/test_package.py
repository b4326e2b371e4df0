"""What is shipped: the wheel holds the code, the taxonomy and the schema, and nothing stray."""

import subprocess
import sys
import zipfile

import pytest

from tests.places import ROOT


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    pytest.importorskip("hatchling", reason="hatchling builds the wheel; it comes with the extra `test`")
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = out.glob("*.whl")
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
