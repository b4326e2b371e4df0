"""Installed, the taxonomy is found inside the package, even one that was never unpacked."""

import os
import subprocess
import sys
import zipfile

import pytest

from gapcheck.errors import TaxonomyError
from gapcheck.taxonomy import files, loading
from tests.places import ROOT


def test_it_is_found_in_a_zipped_package(tmp_path):
    archive = tmp_path / "gapcheck.zip"
    with zipfile.ZipFile(archive, "w") as written:
        for top, place in (
            (ROOT / "src" / "gapcheck", "gapcheck"),
            (ROOT / "skills_taxonomy", "gapcheck/skills_taxonomy"),
        ):
            for file in sorted(top.rglob("*")):
                if file.is_file() and file.suffix in {".py", ".yaml", ".toml"}:
                    written.write(file, f"{place}/{file.relative_to(top).as_posix()}")
    code = "import gapcheck; from gapcheck.taxonomy import load; print(gapcheck.__file__, load().sha256)"
    environment = {**os.environ, "PYTHONPATH": str(archive), "GAPCHECK_CACHE_DIR": ""}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=environment,
    )
    place, sha256 = done.stdout.split()
    assert place.startswith(str(archive))
    assert sha256 == loading.load().sha256


def test_a_package_without_it_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(files.resources, "files", lambda _: tmp_path)
    monkeypatch.setattr(files, "__file__", str(tmp_path / "a" / "b" / "c" / "files.py"))
    with pytest.raises(TaxonomyError, match="Install gapcheck again"):
        files.built_in_folder()
