"""The kept copy of parsed files: never stale, never an error, and not there when it is not wanted."""

import json
from functools import partial

import pytest

from gapcheck.taxonomy import cache, yaml_file
from gapcheck.taxonomy import load as load_all

load = partial(load_all, only=True)

ROWS = "- {id: dyeing, label: dyeing, related: [{id: textiles, degree: 0.25}]}\n- {id: textiles, label: textiles}\n"


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "taxonomy.yaml").write_text('version: "0"\n')
    load(tmp_path / "first")  # with it the built-in vocabularies, so that each test sees its own copy only
    place = tmp_path / "cache" / "taxonomy"
    before = set(place.iterdir())
    return lambda: sorted(set(place.iterdir()) - before)


@pytest.fixture
def reads(monkeypatch):
    """The names of files that were parsed."""
    names = []
    real = yaml_file.read

    def counted(content, name):
        names.append(name)
        return real(content, name)

    monkeypatch.setattr(yaml_file, "read", counted)
    return names


def test_the_second_load_parses_nothing_and_gives_the_same(folder, kept, reads):
    own = folder({"skills/a.yaml": ROWS})
    first = load(own)
    assert reads
    reads.clear()
    assert load(own) == first
    assert reads == []
    assert len(kept()) == 1


def test_a_changed_file_is_seen(folder, kept):
    own = folder({"skills/a.yaml": ROWS})
    load(own)
    (own / "skills" / "a.yaml").write_text(ROWS.replace("label: dyeing", "label: Dyeing"))
    assert load(own).skill("dyeing").label == "Dyeing"
    assert len(kept()) == 2


def test_problems_found_later_still_have_their_lines(folder, kept):
    own = folder({"skills/a.yaml": ROWS + "- {id: wool, label: wool, broader: [cloth]}\n"})
    errors = []
    for _ in range(2):
        with pytest.raises(Exception, match="broader: there is no skill 'cloth'") as caught:
            load(own)
        errors.append(caught.value.problems)
    assert errors[0] == errors[1]
    assert errors[0][0].startswith(f"{own}/skills/a.yaml:3: ")
    assert len(kept()) == 1


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"skills/a.yaml": "nonsense"}'])
def test_a_broken_copy_is_no_trouble(folder, kept, tmp_path, text):
    own = folder({"skills/a.yaml": ROWS})
    load(own)
    (copy,) = kept()
    copy.write_text(text)
    for sound in (tmp_path / "cache" / "sound").iterdir():
        sound.unlink()
    assert load(own).skill("dyeing").related[0].degree == 0.25


def test_files_with_problems_are_not_kept(folder, kept):
    with pytest.raises(Exception, match="stands here twice"):
        load(folder({"skills/a.yaml": "- {id: a, id: b}\n"}))
    assert kept() == []


def test_no_copy_is_kept_where_none_is_wanted_or_none_can_be(folder, tmp_path, monkeypatch):
    own = folder({"skills/a.yaml": ROWS})
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", "")
    load(own)
    assert not (tmp_path / "xdg").exists()
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(blocked))
    assert load(own).skill("dyeing")


def test_old_copies_make_room(tmp_path, monkeypatch):
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path))
    for number in range(12):
        cache.remember(str(number), {"a.yaml": number})
    assert len(list((tmp_path / "taxonomy").iterdir())) == 9
    assert cache.recalled("11") == {"a.yaml": 11}


def test_a_copy_is_plain_json(folder, kept):
    load(folder({"skills/a.yaml": ROWS}))
    (copy,) = kept()
    assert json.loads(copy.read_text())["skills/a.yaml"][1] == {"id": "textiles", "label": "textiles"}


def test_a_full_disk_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("GAPCHECK_CACHE_DIR", str(tmp_path))

    def full(*_args, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache.os, "fdopen", full)
    cache.remember("1", {})
    assert list((tmp_path / "taxonomy").iterdir()) == []
    assert cache.recalled("1") == {}
