"""The order of a ranking, from rows alone."""

from itertools import permutations

from gapcheck.ranking import Order, Wanted, ranked


def row(name, score, *musts, required=50.0):
    return {
        "name": name,
        "sha256": name,
        "score": score,
        "low": score,
        "required": required,
        "musts": [{"requirement": str(at), "status": status} for at, status in enumerate(musts)],
        "must_haves": f"{musts.count('met')}/{len(musts)}",
        "flags": [],
        "statuses": {},
    }


PEOPLE = (
    row("half", 90.0, "met", "partial", "partial"),
    row("two", 40.0, "met", "met", "missing"),
    row("twin", 40.0, "met", "missing", "met"),
    row("both", 60.0, "met", "met", "missing"),
)


def placed(rows, order=None):
    found = ranked(rows, Wanted(order) if order else None)
    return found.order, [(each["rank"], each["name"]) for each in found.rows]


def test_must_haves_met_come_first_and_then_the_score_however_the_rows_come():
    wanted = (Order.MUST, [(1, "both"), (2, "twin"), (2, "two"), (4, "half")])
    assert all(placed(rows) == wanted for rows in permutations(PEOPLE))


def test_by_score_must_haves_do_not_count():
    assert placed(PEOPLE, Order.SCORE) == (
        Order.SCORE,
        [(1, "half"), (2, "both"), (3, "twin"), (3, "two")],
    )


def test_where_nothing_required_is_a_must_have_the_score_orders():
    assert placed([row("a", 20.0), row("b", 30.0)]) == (Order.SCORE, [(1, "b"), (2, "a")])


def test_where_nothing_is_required_nobody_is_ranked():
    rows = [row("b", 30.0, required=None), row("a", 20.0, required=None)]
    assert placed(rows) == (None, [(None, "a"), (None, "b")])


def test_a_list_copied_from_the_posting_is_last_among_people_who_meet_as_many():
    copied = {**row("copied", 70.0, "met", "missing"), "flags": ["keyword list", "copied from the posting"]}
    tailored = {**row("tailored", 65.0, "met", "missing"), "flags": ["copied from the posting"]}
    long = {**row("long", 60.0, "met", "missing"), "flags": ["keyword list"]}
    less = row("less", 80.0, "partial", "missing")
    names = [each["name"] for each in ranked([copied, tailored, long, less]).rows]
    assert names == ["tailored", "long", "copied", "less"]
    by_score = ranked([copied, tailored], Wanted(order=Order.SCORE)).rows
    assert [each["name"] for each in by_score] == ["copied", "tailored"]
