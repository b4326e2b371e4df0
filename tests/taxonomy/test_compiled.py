"""The compiled taxonomy: the same values as from the files, never out of date, never an error."""

import pickle
import sys
from functools import partial
from threading import Thread

import pytest

from gapcheck import Analyzer
from gapcheck.taxonomy import compiled, loading
from gapcheck.taxonomy import load as load_all
from gapcheck.taxonomy.lazy_rows import LazyRows, rows_with, texts_of

load = partial(load_all, only=True)

FILES = {
    "taxonomy.yaml": 'version: "7"\n',
    "skills/a.yaml": (
        "- {id: dyeing, label: dyeing, broader: [textiles], related: [{id: wool, degree: 0.25}]}\n"
        "- {id: textiles, label: textiles, patterns: [wove ... cloth]}\n"
        "- {id: wool, label: Wool, aliases: [sheep's wool], implies: [textiles]}\n"
    ),
    "roles/dyer.yaml": (
        "id: dyer\nlabel: Dyer\ntitles: [master dyer]\n"
        "requirements:\n  - {id: dyeing, title: dyeing, kind: skill, necessity: required, skills: [dyeing]}\n"
    ),
}


@pytest.fixture
def cache_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "taxonomy"


@pytest.fixture
def own(folder, cache_folder):
    assert not cache_folder.exists()
    return folder(FILES)


@pytest.fixture
def files(cache_folder):
    return lambda: sorted(cache_folder.iterdir())


@pytest.fixture
def reads(monkeypatch):
    """How often the files' rows were read."""
    calls = []
    real = loading._read
    monkeypatch.setattr(loading, "_read", lambda *a: calls.append(a) or real(*a))
    return calls


def test_a_compiled_taxonomy_is_the_same(own, files, reads):
    first = load(own)
    assert len(reads) == 1
    second = load(own)
    assert len(reads) == len(files()) == 1
    assert second == first
    assert (second.version, second.sha256) == (first.version, first.sha256)
    for part in ("skills", "roles", "certifications"):
        here, there = getattr(first, part), getattr(second, part)
        assert list(here) == list(there)
        assert [row.model_fields_set for row in here.values()] == [
            row.model_fields_set for row in there.values()
        ]
    links = {skill: (link.broader, link.implied) for skill, link in first.links.items()}
    assert links == {"dyeing": (("textiles",), ()), "wool": ((), ("textiles",))}
    assert second.links == first.links
    assert second.narrower("textiles") == ("dyeing",)
    assert second.role("dyer").titles == ("master dyer",)


def test_the_built_in_taxonomy_is_the_same(cache_folder, reads):
    first, second = load_all(), load_all()
    assert cache_folder.exists()
    assert len(reads) == 1
    assert second == first
    assert second.links == first.links
    assert dict(texts_of(second.skills, "patterns")) == {
        skill.id: (skill.patterns,) for skill in first.skills.values()
    }


def test_a_changed_file_is_seen(own, files):
    load(own)
    (own / "skills" / "a.yaml").write_text(FILES["skills/a.yaml"].replace("label: dyeing", "label: Dyeing"))
    assert load(own).skill("dyeing").label == "Dyeing"
    assert len(files()) == 2


def test_rows_are_made_once_when_asked_for(own):
    load(own)
    skills = load(own).skills
    assert skills._rows == {"dyeing": None, "textiles": None, "wool": None}
    assert skills["wool"] is skills["wool"]
    assert skills._rows["dyeing"] is None
    assert "silk" not in skills
    assert skills.get("silk") is None


def test_rows_with_a_value_are_found_without_making_the_others(own):
    load(own)
    skills = load(own).skills
    found = [each.id for each in rows_with(skills, "label", "Wool")]
    assert found == ["wool"]
    assert skills._rows["dyeing"] is None
    assert "wool" in {each.id for each in rows_with(dict(skills), "label", "Wool")}


@pytest.mark.usefixtures("cache_folder")
def test_a_report_for_a_role_makes_few_rows():
    resume = b"Ada Quill\n\nExperience\nData Engineer, Tarn Ltd, 2019 - 2023\n- Built Spark jobs in Python for the web shop\n"
    for _ in ("compiled", "recalled"):
        analyzer = Analyzer(load_all())
        analyzer.analyze(resume, name="resume.txt", as_of="2026-11-21").to_json()
    made = sum(row is not None for row in analyzer.taxonomy.skills._rows.values())
    assert made < len(analyzer.taxonomy.skills) / 4


def test_taxonomies_travel_between_processes(own):
    first, second = load(own), load(own)
    travelled = pickle.loads(pickle.dumps(second))  # noqa: S301  # our own
    assert travelled == first
    assert isinstance(travelled.skills, LazyRows)
    assert travelled.skills.fingerprint == first.skills.fingerprint == first.sha256


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"nonsense",
        b"7",
        b"[]\n",
        b"{}\n",
        b"\xff\xfe\n\x00",
        b"gapcheck compiled taxonomy 2\n",
    ],
)
def test_damaged_and_foreign_files_are_made_anew(own, files, reads, content):
    first = load(own)
    (file,) = files()
    intact = file.read_bytes()
    file.write_bytes(content)
    assert load(own) == first
    assert len(reads) == 2
    assert file.read_bytes() == intact


@pytest.mark.parametrize("damage", [lambda data: data[:-9], lambda data: data[:-9] + b"\0" + data[-8:]])
def test_a_file_that_was_cut_or_changed_is_made_anew(own, files, reads, damage):
    first = load(own)
    (file,) = files()
    file.write_bytes(damage(file.read_bytes()))
    assert load(own) == first
    assert len(reads) == 2


def test_other_code_does_not_read_what_was_compiled(own, files, reads, monkeypatch):
    load(own)
    compiled.code_version.cache_clear()
    monkeypatch.setattr(compiled, "VERSION", "another")
    load(own)
    compiled.code_version.cache_clear()
    assert len(reads) == 2
    assert len(files()) == 1


def test_sections_of_one_taxonomy_do_not_touch_each_other(cache_folder, files):
    compiled.save_section("1", "names", "a", [b"one", b"two"])
    compiled.save_section("1", "weights", "a", [b""])
    compiled.save_section("1", "rows", "b", [b"three"])
    compiled.save_section("1", "names", "b", [b"four"])
    assert [each.parent for each in files()] == [cache_folder] * 3
    assert compiled.load_section("1", "names", "b") == [b"four"]
    assert compiled.load_section("1", "names", "a") == []
    assert compiled.load_section("1", "weights", "a") == [b""]
    assert compiled.load_section("1", "rows", "b") == [b"three"]
    assert compiled.load_section("1", "links", "b") == compiled.load_section("2", "names", "b") == []


def test_writers_side_by_side_leave_one_whole_file(files):
    contents = [[b"%d" % number] * 5000 for number in range(8)]
    threads = [Thread(target=compiled.save_section, args=("same", "names", "", lines)) for lines in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert compiled.load_section("same", "names", "") in contents
    assert [each.name for each in files()] == ["same.names.compiled"]


def test_old_files_are_removed(files):
    for number in range(30):
        compiled.save_section(str(number), "names", "", [b"x"])
    assert len(files()) == 25
    assert compiled.load_section("29", "names", "") == [b"x"]


def test_a_full_disk_leaves_nothing_behind(files, monkeypatch):
    def full(*_args, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(compiled.os, "fdopen", full)
    compiled.save_section("1", "names", "", [b"x"])
    assert files() == []


def test_without_a_folder_nothing_is_kept_and_nothing_fails(own, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    for place in ("", str(tmp_path / "file")):
        (tmp_path / "file").write_text("")
        monkeypatch.setenv("GAPCHECK_CACHE_DIR", place)
        assert load(own) == load(own)
    assert not (tmp_path / "cache").exists()
    assert not (tmp_path / "xdg").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the folder cannot be moved by the environment")
def test_the_usual_place_is_the_users_cache_folder(own, tmp_path, monkeypatch):
    monkeypatch.delenv("GAPCHECK_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    load(own)
    (file,) = tmp_path.rglob("*.compiled")
    assert load(own).skills._texts
    assert file.parent == tmp_path / "gapcheck" / "taxonomy"


def test_files_with_problems_are_not_kept(folder, cache_folder):
    own = folder({"skills/a.yaml": "- {id: wool, label: wool, broader: [cloth]}\n"})
    for _ in range(2):
        with pytest.raises(Exception, match="there is no skill 'cloth'") as caught:
            load(own)
        assert caught.value.problems[0].startswith(f"{own}/skills/a.yaml:1: ")
    assert not cache_folder.exists()
