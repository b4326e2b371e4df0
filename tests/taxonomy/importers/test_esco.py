import pytest

from gapcheck.errors import TaxonomyError
from gapcheck.taxonomy import Kind, NameMatch, Necessity, load
from gapcheck.taxonomy.importers import import_files
from gapcheck.taxonomy.loading import check

from .conftest import SKILL_COLUMNS, URI, asks, broader, occupation, skill

SOFT_GROUP = f"{URI}skill/a90b12b6-248d-487f-be36-c44bd9a032e5"


@pytest.fixture
def imported(esco, tmp_path):
    """Imports what `esco` wrote; gives the taxonomy and {what was left out: how often}."""

    def make(*tables, language=None, **options):
        source = esco(*tables, **options)
        done = import_files("esco", source, tmp_path / "out", language=language, replace=True)
        assert check(tmp_path / "out", only=True).problems == ()
        return load(tmp_path / "out", only=True), dict(done.left_out)

    return make


def test_essential_is_required_and_optional_preferred(imported):
    taxonomy, _ = imported(
        [skill(1, "bend reeds"), skill(2, "reed lore", kind="knowledge")],
        [occupation(1, "basket weaver", altLabels="reed worker\nwicker  weaver")],
        [asks(1, 1), asks(1, 2, "optional")],
    )
    role = taxonomy.role("basket-weaver")
    assert [(row.id, row.kind, row.necessity, row.skills) for row in role.requirements] == [
        ("bend-reeds", Kind.SKILL, Necessity.REQUIRED, ("bend-reeds",)),
        ("reed-lore", Kind.KNOWLEDGE, Necessity.PREFERRED, ("reed-lore",)),
    ]
    assert role.titles == ("basket weaver", "reed worker", "wicker weaver")
    assert {fact.name: fact.value for fact in role.facts} == {
        "ESCO": f"{URI}occupation/1",
        "ISCO-08": "7318",
    }


def test_essential_goes_before_optional_for_the_same_skill(imported):
    rows = [asks(1, 1, "optional"), asks(1, 1), asks(1, 1, "optional")]
    taxonomy, left_out = imported([skill(1, "bend reeds")], [occupation(1, "weaver")], rows)
    (row,) = taxonomy.role("weaver").requirements
    assert row.necessity is Necessity.REQUIRED
    assert left_out["relations left out: the same skill is asked for twice (essential goes first)"] == 2


def test_names_are_the_lines_of_one_cell_and_no_name_has_two_owners(imported):
    taxonomy, left_out = imported(
        [
            skill(1, "weave willow baskets", altLabels="basketry\nwillow work", hiddenLabels="basketery"),
            skill(2, "mend willow work", altLabels="willow work\nBasketry"),
            skill(3, "basketry"),
        ]
    )
    names = {each.id: [alias.name for alias in each.aliases] for each in taxonomy.skills.values()}
    assert names == {
        "weave-willow-baskets": ["basketery"],
        "mend-willow-work": ["willow work"],
        "basketry": [],
    }
    assert left_out["alternative names left out: they are the label of another skill"] == 2
    assert left_out["alternative names left out: another skill, whose label is nearer, has them"] == 1


def test_broader_lies_between_skills_and_never_runs_in_a_ring(imported):
    taxonomy, left_out = imported(
        [skill(1, "weaving"), skill(2, "basket weaving"), skill(3, "reed weaving")],
        (),
        (),
        [broader(2, "1"), broader(3, "2"), broader(1, "3"), broader(1, "99", "SkillGroup")],
    )
    steps = {(low, high) for low, each in taxonomy.skills.items() for high in each.broader}
    ring = {("basket-weaving", "weaving"), ("reed-weaving", "basket-weaving"), ("weaving", "reed-weaving")}
    assert steps < ring
    assert len(steps) == 2
    assert left_out["broader relations left out: they form a loop"] == 1


def test_transversal_attitudes_are_soft_but_languages_are_not(imported):
    rows = [
        skill(1, "keep promises", reuse="transversal"),
        skill(2, "Elvish", reuse="transversal", kind="knowledge"),
        skill(3, "write Elvish", reuse="transversal"),
        skill(4, "use abacuses", reuse="transversal"),
    ]
    taxonomy, _ = imported(rows, (), (), [broader(1, SOFT_GROUP, "SkillGroup"), broader(3, "2")])
    kinds = {each.id: each.kind for each in taxonomy.skills.values()}
    assert kinds == {
        "keep-promises": Kind.SOFT_SKILL,
        "elvish": Kind.KNOWLEDGE,
        "write-elvish": Kind.SKILL,
        "use-abacuses": Kind.SKILL,
    }


def test_short_and_ambiguous_names_need_context(imported):
    texts = [skill(n, f"job {n}", description="the chef has energy for it") for n in range(10, 30)]
    named = ("R", "C++", "Chef", "energy", "SQL", "Ruby", "JavaScript", "photogrammetry")
    taxonomy, _ = imported([*texts, *(skill(n, label) for n, label in enumerate(named))])
    match = {each.label: each.match for each in taxonomy.skills.values() if each.label in named}
    assert match == {
        "R": NameMatch.CONTEXT,
        "Chef": NameMatch.CONTEXT,
        "energy": NameMatch.CONTEXT,
        "SQL": NameMatch.CASED,
        "Ruby": NameMatch.CASED,
        "C++": NameMatch.CASELESS,
        "JavaScript": NameMatch.CASELESS,
        "photogrammetry": NameMatch.CASELESS,
    }


def test_a_label_with_a_note_is_also_looked_for_without_it(imported):
    taxonomy, _ = imported([skill(1, "Loom (pattern language)")])
    (alias,) = taxonomy.skill("loom-pattern-language").aliases
    assert (alias.name, alias.match) == ("Loom", NameMatch.CONTEXT)


def test_ids_clash_into_a_suffix_that_stays(imported, tmp_path):
    rows = [skill("b", "knit (by hand)"), skill("a", "knit by hand"), skill("c", "γνέθω μαλλί")]
    first, left_out = imported(rows)
    again, _ = imported(list(reversed(rows)))
    ids = {each.label: each.id for each in first.skills.values()}
    assert ids == {each.label: each.id for each in again.skills.values()}
    assert ids["knit by hand"] == "knit-by-hand"
    assert ids["knit (by hand)"].startswith("knit-by-hand-")
    assert ids["γνέθω μαλλί"].startswith("esco-")
    assert left_out["ids of skills with a suffix: another label gives the same id"] == 1
    concepts = (tmp_path / "out" / "concepts.csv").read_text()
    assert f"knit-by-hand,skill,{URI}skill/a\n" in concepts


def test_what_has_no_label_or_is_obsolete_is_left_out_and_counted(imported):
    taxonomy, left_out = imported(
        [skill(1, "spin wool"), skill(2, "  "), skill(3, "smoke signals", status="obsolete")],
        [occupation(1, "spinner"), occupation(2, "idler")],
        [asks(1, 1), asks(1, 2), asks(1, 3), asks(1, 9), asks(1, 1, "vital")],
    )
    assert list(taxonomy.skills) == ["spin-wool"]
    assert list(taxonomy.roles) == ["spinner"]
    assert left_out == {
        "skills left out: no preferred label": 1,
        "skills left out: obsolete": 1,
        "no broaderRelationsSkillPillar file: skills have no broader ones": 1,
        "relations left out: their skill was left out, or is not in these files": 3,
        "relations left out: neither essential nor optional": 1,
        "occupations left out: nothing is asked for in them": 1,
    }


def test_one_label_is_one_skill_and_both_are_asked_for_by_it(imported):
    taxonomy, _ = imported(
        [skill(1, "dye wool", altLabels="wool dyeing"), skill(2, "Dye  wool", altLabels="tint wool")],
        [occupation(1, "dyer")],
        [asks(1, 1, "optional"), asks(1, 2)],
    )
    (only,) = taxonomy.skills.values()
    assert [alias.name for alias in only.aliases] == ["tint wool", "wool dyeing"]
    (row,) = taxonomy.role("dyer").requirements
    assert row.necessity is Necessity.REQUIRED


def test_columns_are_read_by_name(imported):
    taxonomy, _ = imported([skill(1, "spin wool", altLabels="spinning")], columns=SKILL_COLUMNS[::-1])
    assert [alias.name for alias in taxonomy.skill("spin-wool").aliases] == ["spinning"]


def test_titles_of_man_and_woman_count_by_themselves(imported):
    rows = [occupation(1, "weaver/weaveress", altLabels="dye/loom hand")]
    taxonomy, _ = imported([skill(1, "weave")], rows, [asks(1, 1)])
    titles = taxonomy.role("weaver-weaveress").titles
    assert titles == ("weaver/weaveress", "weaver", "weaveress", "dye/loom hand")


def test_the_language_must_be_told_where_english_is_not_among_several(esco, tmp_path):
    esco([skill(1, "filer la laine")], language="fr")
    place = esco([skill(1, "Wolle spinnen")], language="de")
    with pytest.raises(TaxonomyError, match="--language de or fr"):
        import_files("esco", place, tmp_path / "out")
    import_files("esco", place, tmp_path / "out", language="fr")
    assert list(load(tmp_path / "out", only=True).skills) == ["filer-la-laine"]


def test_a_missing_column_is_told_with_the_nearest_one(esco, tmp_path):
    columns = [name.replace("preferredLabel", "preferedLabel") for name in SKILL_COLUMNS]
    place = esco([], columns=columns)
    with pytest.raises(TaxonomyError, match="'preferredLabel'; did you mean preferedLabel"):
        import_files("esco", place, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_folder_without_official_files_says_what_is_wanted(tmp_path):
    with pytest.raises(TaxonomyError, match=r"skills_en\.csv"):
        import_files("esco", tmp_path, tmp_path / "out")
    with pytest.raises(TaxonomyError, match="no such folder"):
        import_files("esco", tmp_path / "nowhere", tmp_path / "out")
