"""How well the labelled documents are read never falls below a floor, and the pages show what is measured."""

import importlib
import sys

import pytest
import yaml

from tests.places import ROOT

FOLDER = ROOT / "benchmarks" / "accuracy"
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the benchmarks are not part of this distribution"
)


def data(name):
    file = FOLDER / f"{name}.yaml"
    return yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else {}


FLOORS = data("floor")
MEASURES = [(each, measure) for each, rows in data("measures").items() for measure in rows]


@pytest.fixture(scope="session")
def script():
    """The script, as it finds its other files when it is run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(FOLDER))
        before = set(sys.modules)
        yield importlib.import_module("measure")
        for name in set(sys.modules) - before:
            if str(getattr(sys.modules[name], "__file__", "")).startswith(str(FOLDER)):
                del sys.modules[name]


@pytest.fixture(scope="session")
def measured(script):
    return script.measured(*script.SETS)


def test_every_measure_has_words_and_a_figure(measured):
    assert sorted((each, measure) for each in measured for measure in measured[each]) == sorted(MEASURES)


def test_every_measure_has_a_floor_where_more_than_one_answer_is_right(script):
    kept = script.kept()
    floored = [(each, measure) for each, measure in MEASURES if kept[each][measure].right > 1]
    assert sorted((each, measure) for each in FLOORS for measure in FLOORS[each]) == sorted(floored)
    assert all(floor > 0 for floors in FLOORS.values() for floor in floors.values())


@pytest.mark.parametrize(("each", "measure"), [(each, m) for each in FLOORS for m in FLOORS[each]])
def test_a_share_is_not_below_its_floor(script, measured, each, measure):
    figure = measured[each][measure]
    told = figure.misses if each != script.UNREAD else ()
    assert figure.share >= FLOORS[each][measure], "\n".join((str(figure), *told))


@pytest.mark.parametrize(("each", "measure"), MEASURES)
def test_a_figure_kept_is_within_a_hundredth_of_what_is_measured(script, measured, each, measure):
    kept, fresh = script.kept()[each][measure], measured[each][measure]
    assert kept.near(fresh), f"{kept} kept, {fresh} now; run: python benchmarks/accuracy/measure.py --write"


def test_the_figures_kept_are_those_of_the_measures(script):
    kept = script.kept()
    assert sorted((each, measure) for each in kept for measure in kept[each]) == sorted(MEASURES)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [((98, 100), (97, 100), True), ((97, 100), (98, 100), True), ((98, 100), (96, 100), False)],
)
def test_figures_are_near_within_a_hundredth(script, one, other, near):
    assert script.Figure(*one).near(script.Figure(*other)) is near


def test_the_pages_show_the_figures_kept(script):
    assert len(script.PAGES) == 2
    for file, everything in script.PAGES.items():
        shown = script.printed(file)
        assert shown == script.table(script.kept(), everything=everything)
        assert len(shown.splitlines()) == 2 + (len(MEASURES) if everything else len(front()))


def front():
    return [row for rows in data("measures").values() for row in rows.values() if row.get("front")]


def test_the_first_runs_are_those_that_were_written_down_then():
    texts = {each: (FOLDER / each / "README.md") for each in ("resumes", "jobs", "pools", "unread_pools")}
    texts["resumes"] = FOLDER / "README.md"
    for each, rows in data("measures").items():
        cells = {
            cell.strip()
            for line in texts[each].read_text(encoding="utf-8").splitlines()
            for cell in line.split("|")
        }
        for measure, row in rows.items():
            for right, of in filter(None, row["first"]):
                assert f"{right}/{of}" in cells, measure


def test_an_order_is_judged_by_pairs_the_first_and_the_traps(script):
    people = [
        {"file": "best.md", "tier": 1, "kind": "strong"},
        {"file": "next.md", "tier": 2, "kind": "solid"},
        {"file": "list.md", "tier": 3, "kind": "keyword_list"},
    ]
    traps = [{"who": "list.md", "kind": "keyword_list", "below": ["best.md", "next.md"], "why": ""}]
    gold = {"candidates": people, "traps": traps}
    value = {"best.md": 60.0, "next.md": 20.0, "list.md": 20.0}
    figures = script.counted(script.pools.judged("x", gold, value))
    shares = {measure: (figure.right, figure.of) for measure, figure in figures.items()}
    assert shares == {
        "pairs-in-order": (2, 3),
        "keyword-list-below": (1, 2),
        "best-first": (1, 1),
        "traps": (0, 1),
    }


def test_a_wrong_answer_counts_and_is_named(script):
    said = [script.Judgement("a", right=True, note="one"), script.Judgement("a", right=False, note="two")]
    figure = script.counted(said)["a"]
    assert (figure.right, figure.of, figure.misses) == (1, 2, ("two",))
    row = {"kind": "skill", "necessity": "required", "logic": "all_of", "degree": None, "min_months": None}
    label = {
        **row,
        "logic": "all-of",
        "ambiguous": False,
        "line": 1,
        "quote": "Rust and Go",
        "skills": ["Rust"],
    }
    ours = {**row, "quote": "Rust and Go", "skills": [{"label": "Go"}], "line": 1}
    postings = sys.modules["postings"]
    wanted, reported = postings.Asked(label, 1), postings.Asked(ours, 1)
    assert [each.right for each in postings._rows("x", [wanted], [reported])] == [False]
    same = postings.Asked({**ours, "skills": [{"label": "Rust"}]}, 1)
    assert {each.measure for each in postings._rows("x", [wanted], [same]) if each.right} == {
        "rows-found",
        "necessity",
        "skills-found",
        "skills-real",
    }


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("spark", "apache spark", True),
        ("c", "c libraries", False),
        ("go", "go", True),
        ("data lake", "data mesh", False),
    ],
)
def test_names_of_one_skill(script, one, other, same):
    assert script.resumes.akin(one, other) is same


def test_text_that_was_typeset_is_the_text_that_was_typed(script):
    squeezed = script.resumes.squeezed
    assert squeezed("“Efﬁcient”  re\u00adtry –\n scikit-\nlearn") == squeezed(
        '"Efficient" retry - scikit-learn'
    )
    assert squeezed("two words") != squeezed("too words")
