import gc
import pickle

import pytest

from gapcheck.errors import TaxonomyError, UnknownNameError
from gapcheck.taxonomy import NameMatch, Skill, load
from gapcheck.taxonomy.taxonomy import folded

WEAVING = """
- id: hand-weaving
  label: hand weaving
  aliases: [loom work, {name: Weft, match: context}]
  related: [lace-making, {id: dyeing, degree: 0.2}]
- id: lace-making
  label: lace-making
  broader: [textiles]
"""
DYEING = "- {id: dyeing, label: dyeing}\n- {id: textiles, label: textiles, kind: knowledge}\n"


def problems(*folders, **options):
    with pytest.raises(TaxonomyError) as caught:
        load(*folders, **options)
    return caught.value.problems


@pytest.fixture
def own(folder):
    return folder({"skills/weaving.yaml": WEAVING, "skills/dyeing.yaml": DYEING})


def test_the_built_in_taxonomy_loads_and_says_its_version():
    held = load()
    assert held.version
    assert len(held.sha256) == 64
    assert held.skill("python").label == "Python"


KILNS = """
- id: kiln-work
  label: kiln work
  kind: knowledge
  narrower: [raku, {name: Cone Six, match: cased, aliases: [mid-range firing]}]
"""


def test_what_a_skill_lists_as_narrower_is_a_skill_of_its_own_that_the_class_does_not_count_as_its_kinds(
    folder,
):
    held = load(folder({"skills/pottery.yaml": KILNS}), only=True)
    assert (held.named("raku")[0].id, held.named("mid-range firing")[0].id) == ("raku", "cone-six")
    cone = held.skill("cone-six")
    assert (cone.label, cone.kind.value, cone.broader, cone.category) == (
        "Cone Six",
        "knowledge",
        ("kiln-work",),
        "pottery",
    )
    assert cone.match is NameMatch.CASED
    assert held.skill("kiln-work").members == {"raku", "cone-six"}
    assert held.narrower("kiln-work") == ()


def test_a_narrower_name_that_is_a_skill_elsewhere_is_an_error_with_its_line(folder):
    taken = "- {id: raku, label: raku}\n"
    (problem,) = problems(folder({"skills/a.yaml": KILNS, "skills/b.yaml": taken}), only=True)
    assert "id 'raku' is already used at" in problem
    assert ":5." in problem


def test_short_forms_are_written_out_and_the_category_is_the_files_name(own):
    held = load(own, only=True)
    skill = held.skill("hand-weaving")
    assert [(a.name, a.match) for a in skill.aliases] == [
        ("loom work", NameMatch.CASELESS), ("Weft", NameMatch.CONTEXT)
    ]  # fmt: skip
    assert [(r.id, r.degree) for r in skill.related] == [("lace-making", 0.5), ("dyeing", 0.2)]
    assert skill.category == "weaving"


def test_lookups_by_id_name_and_direct_members(own):
    held = load(own, only=True)
    assert held.narrower("textiles") == ("lace-making",)
    assert held.narrower("dyeing") == ()
    assert [s.id for s in held.named("LOOM-Work")] == ["hand-weaving"]
    assert held.named("nothing") == ()
    assert held.names[folded("Lace Making")] == ("lace-making",)


@pytest.mark.parametrize(
    ("look_up", "hint"),
    [
        (lambda t: t.skill("hand-weving"), "Did you mean hand-weaving?"),
        (lambda t: t.skill("Textiles"), "Did you mean textiles?"),
        (lambda t: t.skill("zzz"), "See `gapcheck taxonomy show SKILL`."),
        (lambda t: t.role("weaver"), "See `gapcheck roles`."),
        (lambda t: t.certification("x"), "See `gapcheck certifications --all`."),
    ],
)
def test_an_unknown_name_says_what_is_near_or_where_to_look(own, look_up, hint):
    with pytest.raises(UnknownNameError) as caught:
        look_up(load(own, only=True))
    assert caught.value.hint == hint


def test_only_leaves_the_built_in_rows_out_and_keeps_the_vocabularies(own):
    held = load(own, only=True)
    assert set(held.skills) == {"dyeing", "hand-weaving", "lace-making", "textiles"}
    assert held.assertion_cues == load().assertion_cues
    assert held.assertion_cues.cues


def test_an_added_folder_extends_and_overrides_by_id(folder):
    added = folder({"skills/own.yaml": "- {id: python, label: Snake}\n- {id: dyeing, label: dyeing}\n"})
    base, held = load(), load(added)
    assert set(held.skills) == {*base.skills, "dyeing"}
    assert held.skill("python").label == "Snake"
    assert base.skill("python").label == "Python"
    assert held.sha256 != base.sha256


def test_a_vocabulary_of_an_added_folder_extends_the_built_in_one(folder):
    added = folder({"language/en/necessity_cues.yaml": "preferred: [bring along]\n"})
    base, held = load().necessity_cues, load(added).necessity_cues
    assert held.preferred == (*base.preferred, "bring along")
    assert held.required == base.required


def test_the_fingerprint_follows_contents_not_places_or_dates(folder):
    files = {"skills/weaving.yaml": WEAVING, "skills/dyeing.yaml": DYEING}
    one, same = load(folder(files), only=True), load(folder(files, "elsewhere"), only=True)
    changed = load(folder({**files, "skills/dyeing.yaml": DYEING + "\n"}, "changed"), only=True)
    assert one.sha256 == same.sha256 != changed.sha256


def test_nothing_in_it_can_be_changed(own):
    held = load(own, only=True)
    with pytest.raises(TypeError):
        held.skills["x"] = held.skill("dyeing")
    with pytest.raises(ValueError, match="frozen"):
        held.skill("dyeing").label = "x"
    with pytest.raises(AttributeError):
        held.version = "2"


def test_it_travels_between_processes(own):
    held = load(own, only=True)
    again = pickle.loads(pickle.dumps(held))  # noqa: S301  # our own bytes
    assert again == held
    assert again.narrower("textiles") == ("lace-making",)


def test_the_collector_is_left_as_it_was(own):
    load(own, only=True)
    assert gc.isenabled()
    gc.disable()
    try:
        load(own, only=True)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_every_problem_of_every_file_is_told_at_once(folder):
    broken = folder(
        {
            "skills/a.yaml": "- {id: a, label: A, colour: red}\n- {id: b}\n",
            "skills/b.yaml": "- {id: a2, label: [x\n",
            "roles/r.yaml": "label: R\n",
            "skils/c.yaml": "- {id: c, label: C}\n",
        }
    )
    found = problems(broken, only=True)
    assert [p.removeprefix(f"{broken}/") for p in found] == [
        "roles/r.yaml:1: id is missing.",
        f"skills/a.yaml:1: unknown key 'colour'; known are {', '.join(Skill.model_fields)}.",
        "skills/a.yaml:2: label is missing.",
        found[3].removeprefix(f"{broken}/"),
        "skils/c.yaml: is in no folder of a taxonomy; did you mean skills?",
    ]
    assert found[3].startswith(f"{broken}/skills/b.yaml:2: is not YAML")


def test_an_alias_that_looks_like_a_number_is_to_be_quoted(folder):
    (problem,) = problems(folder({"skills/a.yaml": "- {id: a, label: A, aliases: [1.10]}\n"}), only=True)
    assert problem.endswith("a.yaml:1: aliases.name: 1.1 must be text; put it in quotes.")


def test_the_category_is_not_said_twice(folder):
    text = "- id: a\n  label: A\n  category: b\n"
    (problem,) = problems(folder({"skills/a.yaml": text}), only=True)
    assert problem.endswith("a.yaml:3: category: is the name of the file; leave it out.")


def test_line_ends_change_nothing(folder):
    one, other = folder({"skills/a.yaml": WEAVING}), folder({}, "windows")
    (other / "skills").mkdir()
    text = (WEAVING + DYEING).replace("\n", "\r\n")
    (other / "skills" / "a.yaml").write_bytes(text.encode())
    (other / "taxonomy.yaml").write_bytes(b'version: "1"\r\n')
    (one / "skills" / "a.yaml").write_bytes((WEAVING + DYEING).encode())
    assert load(one, only=True) == load(other, only=True)


def test_an_id_that_stands_twice_names_both_places(folder):
    (problem,) = problems(
        folder({"skills/a.yaml": "- {id: a, label: A}\n", "skills/b.yaml": "\n- {id: a, label: A}\n"}),
        only=True,
    )
    assert "skills/b.yaml:2: id 'a' is already used at " in problem
    assert problem.endswith("skills/a.yaml:1.")


@pytest.mark.parametrize("text", ["a: 1\n", "just words\n", "- just words\n", "id: a\nlabel: A\n"])
def test_a_file_of_another_shape_is_told(folder, text):
    assert len(problems(folder({"skills/a.yaml": text}), only=True)) == 1


@pytest.mark.parametrize("text", ["version: 1\n", "- a\n", "", 'version: "1"\nowner: me\n'])
def test_the_version_is_one_quoted_text(folder, text):
    (problem,) = problems(folder({"taxonomy.yaml": text, "skills/a.yaml": ""}), only=True)
    assert 'version: "..."' in problem


def test_a_missing_or_empty_folder_is_told(tmp_path):
    with pytest.raises(TaxonomyError, match="no such folder"):
        load(tmp_path / "nowhere")
    with pytest.raises(TaxonomyError, match=r"no \.yaml files"):
        load(tmp_path)


def test_a_folder_may_hold_other_things(own):
    (own / ".git").mkdir()
    (own / ".git" / "x.yaml").write_text("nonsense: [")
    (own / "README.md").write_text("# Ours")
    assert len(load(own, only=True).skills) == 4


def test_job_documents_stand_in_sources_and_count_for_nothing(own):
    before = load(own, only=True)
    place = own / "sources" / "weaver"
    place.mkdir(parents=True)
    (place / "loom-works.txt").write_text("Weaver\n\nRequirements\n- Hand weaving")
    (place / "advert.yaml").write_text("nonsense: [")
    after = load(own, only=True)
    assert after.sha256 == before.sha256
    assert dict(after.skills) == dict(before.skills)


def test_sources_of_another_folder_are_no_exception(folder):
    found = problems(folder({"skills/sources/weaving.yaml": WEAVING}), only=True)
    assert any("is in no folder of a taxonomy" in each for each in found)
