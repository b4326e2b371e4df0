import re

import pytest

from gapcheck.errors import TaxonomyError
from gapcheck.taxonomy import load
from gapcheck.taxonomy.importers import import_files
from gapcheck.taxonomy.importers.official_files import cleaned
from gapcheck.taxonomy.yaml_file import read
from gapcheck.taxonomy.yaml_text import flow

from .conftest import asks, occupation, rated, skill


@pytest.fixture
def source(esco):
    return esco([skill(1, "weave: reeds #1", altLabels="no\n365")], [occupation(1, "weaver")], [asks(1, 1)])


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_files_give_the_same_bytes(source, tmp_path):
    for name in ("one", "two"):
        import_files("esco", source, tmp_path / name)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert sorted(contents(tmp_path / "one")) == [
        "README.md", "concepts.csv", "roles/weaver.yaml", "skills/skill-sector-specific.yaml", "taxonomy.yaml",
    ]  # fmt: skip


def test_names_that_yaml_could_take_for_something_else_come_back(source, tmp_path):
    import_files("esco", source, tmp_path / "out")
    (only,) = load(tmp_path / "out", only=True).skills.values()
    assert only.label == "weave: reeds #1"
    assert [alias.name for alias in only.aliases] == ["365", "no"]


def test_the_licences_texts_stand_in_the_folder(source, onet, tmp_path):
    import_files("esco", source, tmp_path / "esco_out", release="1.2")
    import_files(
        "onet", onet(skills=[rated("51-0001.00", "2.B.3.e", "Wiring", 4)]), tmp_path / "out", release="29.2"
    )
    asked = {
        "esco_out": ("This service uses the ESCO classification of the European Commission.", "2011/833/EU"),
        "out": (
            "O*NET 29.2 Database by the U.S. Department of Labor",
            "CC BY 4.0",
            "has modified all or some",
        ),
    }
    for name, texts in asked.items():
        for file in ("README.md", "taxonomy.yaml"):
            text = " ".join(re.sub(r"\n#? ?", " ", (tmp_path / name / file).read_text()).split())
            assert [each for each in texts if each not in text] == [], file
    assert load(tmp_path / "out", only=True).version.startswith("onet 29.2 ")


def test_nothing_of_somebody_else_is_written_over(source, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "taxonomy.yaml").write_text('version: "1"\n')
    with pytest.raises(TaxonomyError, match="something else"):
        import_files("esco", source, own, replace=True)
    assert contents(own) == {"taxonomy.yaml": b'version: "1"\n'}
    (tmp_path / "file").touch()
    with pytest.raises(TaxonomyError, match="is a file"):
        import_files("esco", source, tmp_path / "file")


def test_an_earlier_import_gives_way_only_when_told(source, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    import_files("esco", source, out)
    (out / "roles" / "stale.yaml").write_text("id: stale\nlabel: stale\n")
    with pytest.raises(TaxonomyError, match="--replace"):
        import_files("esco", source, out)
    import_files("esco", source, out, replace=True)
    assert not (out / "roles" / "stale.yaml").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_failure_leaves_the_earlier_import_as_it_was(source, tmp_path, monkeypatch):
    out = tmp_path / "out"
    import_files("esco", source, out)
    before = contents(out)

    def unsound(*_folders, **_options):
        raise TaxonomyError("unsound")

    monkeypatch.setattr("gapcheck.taxonomy.importers.taxonomy_folder.load", unsound)
    with pytest.raises(TaxonomyError, match="unsound"):
        import_files("esco", source, out, replace=True)
    assert contents(out) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    "value", ["no", "365", "a: b", "x #y", "", " z", "[q]", "C#", 'say "so"', "été", "-1", "~", "null", "1e5"]
)
def test_text_comes_back_from_yaml_as_it_was(value):
    assert read(f"k: {flow([value, 0.5, True, None])}\n".encode(), "x").value == {
        "k": [value, 0.5, True, None]
    }


def test_cells_become_one_printable_line():
    assert cleaned("a\u00a0b\u2028c\x07 &amp;\tR&D\u200b") == "a b c & R&D"
