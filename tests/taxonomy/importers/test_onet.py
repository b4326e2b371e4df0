import pytest

from gapcheck.errors import TaxonomyError
from gapcheck.taxonomy import Kind, Level, Logic, NameMatch, Necessity, load
from gapcheck.taxonomy.importers import import_files
from gapcheck.taxonomy.loading import check

from .conftest import ONET, answered, rated, tool

MAKERS, TESTERS = "51-0001.00", "51-0002.00"


@pytest.fixture
def imported(onet, tmp_path):
    """Imports what `onet` wrote; gives the taxonomy and {what was left out: how often}."""

    def make(**tables):
        done = import_files("onet", onet(**tables), tmp_path / "out", release="29.2", replace=True)
        assert check(tmp_path / "out", only=True).problems == ()
        return load(tmp_path / "out", only=True), dict(done.left_out)

    return make


def rows_of(taxonomy, role="lantern-makers"):
    return {row.id: row for row in taxonomy.role(role).requirements}


def test_importance_gives_necessity_and_weight(imported):
    taxonomy, left_out = imported(
        skills=[
            rated(MAKERS, "2.A.1.a", "Listening Closely", 4.0),
            rated(MAKERS, "2.B.3.e", "Lamp Wiring", 3.25),
            rated(MAKERS, "2.B.3.f", "Wick Trimming", 2.9),
            rated(MAKERS, "2.B.3.g", "Lens Grinding", 4.5, **{"Recommend Suppress": "Y"}),
            rated(MAKERS, "2.B.3.h", "Glass Cutting", 6.5, **{"Scale ID": "LV"}),
        ],
        knowledge=[rated(MAKERS, "2.C.1.a", "Metals", 5.0)],
    )
    rows = {id_: (row.kind, row.necessity, row.weight) for id_, row in rows_of(taxonomy).items()}
    assert rows == {
        "metals": (Kind.KNOWLEDGE, Necessity.REQUIRED, 1.0),
        "listening-closely": (Kind.SOFT_SKILL, Necessity.REQUIRED, 0.75),
        "lamp-wiring": (Kind.SKILL, Necessity.PREFERRED, 0.56),
    }
    assert left_out["ratings of Skills.txt left out: importance under 3 of 5"] == 1
    assert left_out["ratings of Skills.txt left out: to be suppressed, or not relevant"] == 1
    assert left_out["occupations left out: nothing is asked for in them"] == 1


def test_a_class_of_tools_is_one_row_by_what_is_in_demand(imported):
    taxonomy, _ = imported(
        tools=[
            tool(MAKERS, "WickCAD", "43230001", "Design software", "YY"),
            tool(MAKERS, "LampSketch", "43230001", "Design software", "YN"),
            tool(MAKERS, "BeamCalc", "43230002", "Optics software", "YN"),
            tool(MAKERS, "PrismCalc", "43230002", "Optics software"),
            tool(TESTERS, "PrismCalc", "43230002", "Optics software"),
            tool(TESTERS, "Design software", "43230001", "Design software"),
        ]
    )
    design, optics = rows_of(taxonomy).values()
    assert (design.necessity, design.logic, design.open, design.head, design.skills, design.weight) == (
        Necessity.REQUIRED, Logic.ANY_OF, True, "design-software", ("wickcad",), 1.0,
    )  # fmt: skip
    assert (optics.necessity, optics.skills, optics.weight) == (Necessity.PREFERRED, ("beamcalc",), 1.0)
    assert taxonomy.skill("lampsketch").broader == ("design-software",)
    rest = rows_of(taxonomy, "kite-testers")
    assert (rest["optics-software"].skills, rest["optics-software"].weight) == (("prismcalc",), 0.5)
    assert (rest["design-software"].skills, rest["design-software"].head) == (("design-software",), None)


def test_printed_names_of_tools_hold_names_of_their_own(imported):
    makes = [tool(MAKERS, f"Lumina {name}", "1", "Lamp software") for name in "ABCDEFGHI"]
    taxonomy, _ = imported(
        tools=[
            *makes,
            tool(MAKERS, "Lumina Beacon", "1", "Lamp software", "YN"),
            tool(MAKERS, "Wick burning language WBL", "1", "Lamp software"),
            tool(MAKERS, "Glow Tracking System (GTS)", "1", "Lamp software"),
            tool(MAKERS, "Flare MODEL", "1", "Lamp software"),
            tool(MAKERS, "Ember &amp; Sons Furnace software (costing feature)", "1", "Lamp software"),
        ]
    )

    def names(id_):
        return {alias.name: alias.match for alias in taxonomy.skill(id_).aliases}

    assert names("lumina-beacon") == {"Beacon": NameMatch.CONTEXT}
    assert names("lumina-a") == {}
    assert names("wick-burning-language-wbl") == {
        "WBL": NameMatch.CASED,
        "Wick burning language": NameMatch.CASELESS,
    }
    assert set(names("glow-tracking-system-gts")) == {"GTS", "Glow Tracking System"}
    assert names("flare-model") == {}
    assert set(names("ember-and-sons-furnace-software")) == {"Ember & Sons Furnace"}


def test_a_shortened_name_of_two_tools_goes_to_the_one_that_is_used_far_more(imported):
    taxonomy, left_out = imported(
        tools=[
            tool(MAKERS, "Wick burning language WBL", "1", "Lamp software"),
            tool(TESTERS, "Wick burning language WBL", "1", "Lamp software"),
            tool(MAKERS, "Wax boiling log WBL", "1", "Lamp software"),
            tool(MAKERS, "Oil pouring log OPL", "1", "Lamp software"),
            tool(MAKERS, "Oven placing log OPL", "1", "Lamp software"),
        ]
    )
    owners = {alias.name: each.id for each in taxonomy.skills.values() for alias in each.aliases}
    assert owners["WBL"] == "wick-burning-language-wbl"
    assert "OPL" not in owners
    assert left_out["shortened names left out: several skills could be meant"] == 2


def test_degree_and_time_are_the_median_answers(imported):
    taxonomy, _ = imported(
        skills=[rated(MAKERS, "2.B.3.e", "Lamp Wiring", 4)],
        education=[
            *answered(MAKERS, "RL", c2=30, c6=45, c8=25),
            *answered(MAKERS, "RW", c1=20, c6=20, c7=60),
            *answered(TESTERS, "RL", c1=80, c2=20),
            *answered(TESTERS, "RW", c2=90, c7=10),
        ],
    )
    rows = rows_of(taxonomy)
    assert rows["education"].degree.level is Level.BACHELOR
    assert rows["experience"].min_months == 24
    assert rows["experience"].title == "2 years of related work"
    assert "kite-testers" not in taxonomy.roles


def test_alternative_titles_count_with_and_without_brackets(imported):
    titles = [
        {ONET: MAKERS, "Alternate Title": "Chief of Lamps (COL)", "Short Title": "COL"},
        {ONET: MAKERS, "Alternate Title": "Lantern Maker", "Short Title": "n/a"},
    ]
    taxonomy, _ = imported(titles=titles, skills=[rated(MAKERS, "2.B.3.e", "Lamp Wiring", 4)])
    role = taxonomy.role("lantern-makers")
    assert role.titles == ("lantern makers", "lantern maker", "chief of lamps", "col")
    assert [(fact.name, fact.value) for fact in role.facts] == [("O*NET-SOC", MAKERS)]


def test_one_name_in_two_files_is_one_skill_in_its_stronger_row(imported):
    taxonomy, left_out = imported(
        skills=[rated(MAKERS, "2.A.1.e", "Counting", 3.2)],
        knowledge=[rated(MAKERS, "2.C.4.a", "Counting", 4.2)],
    )
    (row,) = taxonomy.role("lantern-makers").requirements
    assert (row.id, row.necessity) == ("counting", Necessity.REQUIRED)
    assert left_out["requirements left out: the role asks for the same skill in a stronger row"] == 1


def test_lines_that_end_too_early_are_counted(onet, tmp_path):
    place = onet(skills=[rated(MAKERS, "2.B.3.e", "Lamp Wiring", 4)])
    with (place / "Skills.txt").open("a") as file:
        file.write(f"{MAKERS}\t2.B.3.f\r\n")
    done = import_files("onet", place, tmp_path / "out")
    assert dict(done.left_out)["rows of Skills.txt left out: they end too early"] == 1


def test_occupations_must_be_there(tmp_path):
    with pytest.raises(TaxonomyError, match=r"Occupation Data\.txt"):
        import_files("onet", tmp_path, tmp_path / "out")
