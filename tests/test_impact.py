"""Adverse-impact figures, held against an implementation of their own in fractions, on three sets of people."""

from __future__ import annotations

import csv
import json
from fractions import Fraction
from math import comb

import pytest
from click.testing import CliRunner

from gapcheck.cli import main
from gapcheck.impact import Person, impact, read_people

# 1 and 2: published counts (admissions to the graduate school at Berkeley in 1973 by sex and department; survivors of the
# Titanic by sex and class); 3: invented scores, by rule, with small groups, ties at the median and missing values.
BERKELEY = {
    "A": ((512, 313), (89, 19)), "B": ((353, 207), (17, 8)), "C": ((120, 205), (202, 391)),
    "D": ((138, 279), (131, 244)), "E": ((53, 138), (94, 299)), "F": ((22, 351), (24, 317)),
}  # fmt: skip
TITANIC = {
    "first": ((62, 118), (141, 4)), "second": ((25, 154), (93, 13)),
    "third": ((88, 422), (90, 106)), "crew": ((192, 670), (20, 3)),
}  # fmt: skip


def of_counts(counts, column):
    rows = []
    for name, sexes in counts.items():
        for sex, (yes, no) in zip(("male", "female"), sexes, strict=True):
            rows += [{"sex": sex, column: name, "score": 80.0, "hired": True}] * yes
            rows += [{"sex": sex, column: name, "score": 20.0, "hired": False}] * no
    return rows


def invented():
    rows = []
    for number in range(700):
        sex = ("female", "male", "male", "", "female")[number % 5]
        race = ("A", "B", "A", "C", "A", "B", "D")[number % 7] if number > 8 else "E"
        score = (
            None if number % 41 == 0 else float((number * 37 + (11 if sex == "male" else 0)) % 100 // 4 * 4)
        )
        rows.append({"sex": sex, "race": race, "score": score, "hired": score is not None and score >= 60})
    return rows


DATA = {"berkeley": (of_counts(BERKELEY, "race"), 50.0), "titanic": (of_counts(TITANIC, "race"), 50.0), "invented": (invented(), 60.0)}  # fmt: skip


def fisher(a, b, c, d):
    """The two-sided p of a table of two by two: all tables as unlikely as it, or more."""
    whole, row, column = a + b + c + d, a + b, a + c
    ways = {
        x: comb(column, x) * comb(whole - column, row - x)
        for x in range(max(0, row + column - whole), min(row, column) + 1)
    }
    # the tolerance that R and scipy use, since they compare floating numbers
    limit = Fraction(ways[a]) * (1 + Fraction(1, 10**7))
    return float(Fraction(sum(each for each in ways.values() if each <= limit), comb(whole, row)))


def by_hand(rows, keys, mark):
    """Group -> (people, marked, of, rate, ratio, p), by the words of the rule."""
    groups = {}
    for row in rows:
        if all(row[key] for key in keys):
            groups.setdefault(tuple(row[key] for key in keys), []).append(row)
    known = sum(map(len, groups.values()))
    counted = {}
    for name, members in groups.items():
        marks = [each for each in map(mark, members) if each is not None]
        counted[name] = (
            len(members),
            sum(marks),
            len(marks),
            Fraction(sum(marks), len(marks)) if marks else None,
        )
    large = {name: each for name, each in counted.items() if 50 * each[0] >= known and each[3] is not None}
    top = max(each[3] for each in large.values())
    first = min(name for name, each in large.items() if each[3] == top)
    found = {}
    for name, (people, yes, of, rate) in counted.items():
        ratio = rate / top if name in large and top else None
        other = counted[first]
        p = (
            fisher(yes, of - yes, other[1], other[2] - other[1])
            if ratio is not None and name != first
            else None
        )
        found[name] = (people, yes, of, rate, ratio, p)
    return found


@pytest.mark.parametrize("name", DATA)
def test_the_figures_are_those_of_another_implementation(name):
    rows, cut = DATA[name]
    people = [Person(r["score"], None, {k: r[k] for k in ("sex", "race") if r[k]}) for r in rows]
    found = impact(people, ("sex", "race"), cut=cut)
    scores = sorted(r["score"] for r in rows if r["score"] is not None)
    middle = (scores[(len(scores) - 1) // 2] + scores[len(scores) // 2]) / 2
    assert found.median == middle
    assert [table.by for table in found.tables] == [("sex",), ("race",), ("sex", "race")]
    for table in found.tables:
        marks = {
            "scoring": lambda r: None if r["score"] is None else r["score"] > middle,
            "selection": lambda r: r["score"] is not None and r["score"] >= cut,
        }
        for kind, mark in marks.items():
            expected = by_hand(rows, table.by, mark)
            assert {group.categories for group in table.groups} == set(expected)
            for group in table.groups:
                rate = getattr(group, kind)
                known, yes, of, share, ratio, p = expected[group.categories]
                assert (group.people, rate.count, rate.people) == (known, yes, of)
                for ours, theirs in ((rate.share, share), (rate.ratio, ratio), (rate.p, p)):
                    assert ours == (
                        None if theirs is None else pytest.approx(float(theirs), rel=1e-9, abs=1e-300)
                    )
        assert table.unknown == sum(not all(r[key] for key in table.by) for r in rows)


def test_a_column_of_selections_gives_the_same_as_the_cut_that_made_it():
    rows, cut = DATA["invented"]
    by_cut = impact([Person(r["score"], None, {"sex": r["sex"]}) for r in rows], ("sex",), cut=cut)
    stated = impact([Person(r["score"], r["hired"], {"sex": r["sex"]}) for r in rows], ("sex",))
    assert [g.selection for g in by_cut.tables[0].groups] == [g.selection for g in stated.tables[0].groups]


def test_small_groups_are_counted_and_have_no_ratio():
    (table,) = impact([Person(r["score"], None, {"race": r["race"]}) for r in invented()], ("race",)).tables
    small = {group.categories: group for group in table.groups}[("E",)]
    assert (small.small, small.few, small.people, small.scoring.ratio) == (True, True, 9, None)


@pytest.mark.parametrize(
    "people",
    [[], [Person(None, None, {"sex": "f"})], [Person(1.0, None, {}), Person(1.0, None, {"sex": "f"})]],
)
def test_nobody_no_scores_and_nobody_above_give_no_ratio(people):
    (table,) = impact(people, ("sex",), cut=5).tables
    assert all(group.scoring.ratio is None and group.scoring.p is None for group in table.groups)


@pytest.fixture
def scores(tmp_path):
    path = tmp_path / "scores.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.DictWriter(file, ("sex", "race", "score", "hired"))
        writer.writeheader()
        writer.writerows({**row, "score": "" if row["score"] is None else row["score"]} for row in invented())
    return path


def run(*args):
    return CliRunner().invoke(main, ["impact", *map(str, args)], prog_name="gapcheck")


@pytest.mark.parametrize("format_", ["text", "markdown", "html", "csv", "json"])
def test_every_form_has_all_groups_and_promises_nothing(scores, format_):
    done = run(scores, "--group", "sex", "--group", "race", "--cut", "60", "--format", format_)
    assert done.exit_code == 0, done.stderr
    for name in ("female", "male", "A", "B", "C", "D", "E"):
        assert name in done.stdout
    assert "complian" not in done.stdout.lower()
    if format_ == "text":
        assert max(map(len, done.stdout.splitlines())) <= 80
    if format_ == "json":
        assert json.loads(done.stdout)["tables"][2]["by"] == ["sex", "race"]


def test_a_file_that_is_not_as_it_should_be_is_said_with_its_line(scores, tmp_path):
    assert "There is no column" not in run(scores, "--group", "sex").stderr
    done = run(scores, "--group", "age")
    assert (done.exit_code, "'age'" in done.stderr, "sex, race" in done.stderr) == (2, True, True)
    text = scores.read_text(encoding="utf-8-sig").splitlines()
    for number, wrong in enumerate(("abc", "nan", "1e999", "=1+1", "1_0", "٣"), 2):
        other = tmp_path / "other.csv"
        lines = [*text[: number - 1], f"female,A,{wrong},True", *text[number:]]
        other.write_text("\n".join(lines), encoding="utf-8")
        done = run(other, "--group", "sex")
        assert (done.exit_code, f"other.csv:{number}: " in done.stderr) == (2, True)
    assert run(tmp_path / "none.csv", "--group", "sex").exit_code == 2
    assert run(scores, "--group", "sex", "--selected", "race").exit_code == 2
    assert run(scores, "--group", "sex", "--selected", "hired", "--cut", "1").exit_code == 2
    binary = tmp_path / "binary.csv"
    binary.write_bytes(b"\xff\xfe\x00score")
    assert run(binary, "--group", "sex").exit_code == 2


def test_a_score_with_all_the_digits_of_a_float_is_read(tmp_path):
    path = tmp_path / "long.csv"
    path.write_text("sex,score\nfemale,63.333333333333336\nmale, 7 \nmale,0.06666666666666667\n")
    assert [each.score for each in read_people(path, ("sex",))] == [190 / 3, 7.0, 1 / 15]


def test_read_people_knows_what_is_not_known(scores):
    people = read_people(scores, ("sex",), selected="hired")
    assert sum("sex" not in each.groups for each in people) == 140
    assert people[1].selected is not None


def test_a_file_that_never_ends_is_refused_before_it_fills_the_memory():
    done = run("/dev/zero", "--group", "sex")
    assert (done.exit_code, "a line is longer than 20 MB" in done.stderr) == (2, True)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_any_system_ends_them(tmp_path, end):
    place = tmp_path / "people.csv"
    rows = ["score,team", '1,"North\u2028East"', f'2,"a{end}b"', "3,South\u2028"]
    place.write_bytes(("\ufeff" + end.join(rows) + end).encode())
    people = read_people(place, ("team",))
    assert [each.score for each in people] == [1, 2, 3]
    assert [each.groups["team"] for each in people] == ["North\u2028East", f"a{end}b", "South"]
