"""Taxonomies kept from an earlier run: the same values, made when asked for; what is unsound is read again."""

import hashlib
import pickle
from functools import partial
from threading import Thread

import pytest

from gapcheck.taxonomy import cache, loading
from gapcheck.taxonomy import load as load_all
from gapcheck.taxonomy.rows import Rows, texts_of

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
def own(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return folder(FILES)


@pytest.fixture
def copies(tmp_path):
    return lambda: sorted((tmp_path / "cache" / "sound").iterdir())


@pytest.fixture
def reads(monkeypatch):
    """How often the files' rows were read."""
    calls = []
    real = loading._read
    monkeypatch.setattr(loading, "_read", lambda *a, **k: calls.append(a) or real(*a, **k))
    return calls


def written(copy, lines):
    """A copy of these lines whose checksum is right."""
    body = b"\n".join(lines)
    copy.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)


def test_a_kept_taxonomy_is_the_same(own, reads):
    first = load(own)
    assert len(reads) == 1
    second = load(own)
    assert len(reads) == 1
    assert second == first
    assert (second.version, second.sha256) == (first.version, first.sha256)
    for part in ("skills", "roles", "certifications"):
        here, there = getattr(first, part), getattr(second, part)
        assert list(here) == list(there)
        assert [row.model_fields_set for row in here.values()] == [
            row.model_fields_set for row in there.values()
        ]
    assert second.links == first.links == {"dyeing": (("textiles",), ()), "wool": ((), ("textiles",))}
    assert second.narrower("textiles") == ("dyeing",)
    assert second.role("dyer").titles == ("master dyer",)


def test_the_built_in_taxonomy_is_the_same(tmp_path, monkeypatch, reads):
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path))
    first, second = load_all(), load_all()
    assert len(reads) == 1
    assert second == first
    assert second.links == first.links
    assert dict(texts_of(second.skills, "patterns")) == {
        skill.id: (skill.patterns,) for skill in first.skills.values()
    }


def test_rows_are_made_once_when_asked_for(own):
    load(own)
    skills = load(own).skills
    assert skills._rows == {"dyeing": None, "textiles": None, "wool": None}
    assert skills["wool"] is skills["wool"]
    assert skills._rows["dyeing"] is None
    assert "silk" not in skills
    assert skills.get("silk") is None


def test_taxonomies_travel_between_processes(own):
    first, second = load(own), load(own)
    travelled = pickle.loads(pickle.dumps(second))  # noqa: S301  # our own
    assert travelled == first
    assert isinstance(travelled.skills, Rows)
    assert travelled.skills.fingerprint == first.skills.fingerprint == first.sha256


@pytest.mark.parametrize("content", [b"", b"\n", b"nonsense", b"0" * 64 + b"\n{}", b"\xff\xfe\n\x00"])
def test_broken_copies_are_made_anew(own, copies, reads, content):
    first = load(own)
    (copy,) = copies()
    sound = copy.read_bytes()
    copy.write_bytes(content)
    assert load(own) == first
    assert len(reads) == 2
    assert copy.read_bytes() == sound


def test_a_copy_that_was_cut_short_is_made_anew(own, copies, reads):
    first = load(own)
    (copy,) = copies()
    copy.write_bytes(copy.read_bytes()[:-9])
    assert load(own) == first
    assert len(reads) == 2


@pytest.mark.parametrize(
    "head",
    [
        b"[]",
        b"{}",
        b"7",
        b'{"version": "7", "sha256": "0", "skills": 3, "roles": [], "certifications": [], "vocabularies": []}',
        b'{"version": "7", "sha256": "0", "skills": [], "roles": [], "certifications": [], "vocabularies": ["x"]}',
        b'{"version": "7", "sha256": "0", "skills": [[]], "roles": [], "certifications": [], "vocabularies": []}',
        b"[" * 100_000,
    ],
)
def test_a_forged_head_is_not_believed(own, copies, head):
    first = load(own)
    (copy,) = copies()
    _, _, *lines = copy.read_bytes().split(b"\n")
    written(copy, [head, *lines])
    assert load(own) == first


@pytest.mark.parametrize(
    "row", [b"", b"null", b"{", b'{"id": "x", "label": "x"}', b'{"id": "dyeing"}', b"[[]]"]
)
def test_a_forged_row_is_read_from_its_file(own, copies, row):
    first = load(own)
    (copy,) = copies()
    _, head, _, *others = copy.read_bytes().split(b"\n")
    written(copy, [head, row, *others])
    assert load(own).skills["dyeing"] == first.skills["dyeing"]
    assert load(own) == first


def test_changed_code_makes_another_copy(own, copies, monkeypatch):
    load(own)
    monkeypatch.setattr(cache, "VERSION", "another")
    load(own)
    assert len(copies()) == 2


def test_writers_side_by_side_leave_one_whole_copy(tmp_path, monkeypatch):
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path))
    contents = [[b"%d" % number] * 5000 for number in range(8)]
    threads = [Thread(target=cache.remember_lines, args=("sound", "same", lines)) for lines in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.recalled_lines("sound", "same") in contents
    assert [each.name for each in (tmp_path / "sound").iterdir()] == ["same.lines"]


def test_without_a_place_for_copies_nothing_is_kept_and_nothing_fails(own, tmp_path, monkeypatch):
    for place in ("", str(tmp_path / "file")):
        (tmp_path / "file").write_text("")
        monkeypatch.setenv("GAPCHECK_CACHE_DIR", place)
        assert load(own) == load(own)
    assert not (tmp_path / "cache").exists()


def test_problems_are_told_each_time(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path / "cache"))
    own = folder({"skills/a.yaml": "- {id: wool, label: wool, broader: [cloth]}\n"})
    for _ in range(2):
        with pytest.raises(Exception, match="there is no skill 'cloth'"):
            load(own)
    assert not (tmp_path / "cache" / "sound").exists()
