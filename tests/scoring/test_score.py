"""The score is the sum of the rows' points, stays within 0 to 100, and depends on no order."""

from hypothesis import given
from hypothesis import strategies as st

from gapcheck.config import load_policy
from gapcheck.scoring import Judgement, add_up, preferred_share, weigh
from gapcheck.taxonomy import Kind, Necessity, Requirement

POLICY = load_policy().score

KINDS = st.sampled_from([Kind.SKILL, Kind.KNOWLEDGE, Kind.SOFT_SKILL, Kind.EDUCATION, Kind.CERTIFICATION])


@st.composite
def targets(draw):
    count = draw(st.integers(1, 12))
    rows, judged = [], {}
    for i in range(count):
        documents = draw(st.integers(1, 5))
        row = Requirement(
            id=f"row-{i}",
            title=f"row {i}",
            kind=draw(KINDS),
            necessity=draw(st.sampled_from(list(Necessity))),
            support=(draw(st.integers(1, documents)), documents),
        )
        rows.append(row)
        credit = draw(st.integers(0, 1000)) / 1000
        judged[row.id] = Judgement(credit, credit / 2, min(1.0, credit + 0.1)).clamped()
    return rows, judged


@given(targets())
def test_points_add_up_to_the_score_within_bounds(target):
    rows, judged = target
    weighed = weigh(rows, POLICY)
    total = add_up(rows, weighed, judged)
    asked = [r for r in rows if r.necessity is not Necessity.MENTIONED]
    assert (total.value is None) == (not asked)
    if total.value is None:
        return
    points = sum(weighed[r.id].possible * judged[r.id].credit for r in rows)
    assert abs(points - total.value) < 1e-9
    assert abs(sum(w.possible for w in weighed.values()) - 100) < 1e-9
    assert 0 <= total.low <= total.value + 1e-9
    assert total.value <= total.high + 1e-9
    assert total.high <= 100 + 1e-9


@given(targets(), st.randoms())
def test_order_changes_nothing(target, random):
    rows, judged = target
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert add_up(rows, weigh(rows, POLICY), judged) == add_up(shuffled, weigh(shuffled, POLICY), judged)


@given(targets(), st.integers(0, 11))
def test_more_credit_never_lowers_the_score(target, index):
    rows, judged = target
    row = rows[index % len(rows)]
    weighed = weigh(rows, POLICY)
    before = add_up(rows, weighed, judged).value or 0.0
    after = add_up(rows, weighed, {**judged, row.id: Judgement(1.0, 1.0, 1.0)}).value or 0.0
    assert after >= before - 1e-9


@given(targets())
def test_a_preferred_row_never_outweighs_a_required_one_of_its_kind_and_support(target):
    rows, _ = target
    weighed = weigh(rows, POLICY)
    for wanted in rows:
        for needed in rows:
            alike = wanted.kind == needed.kind and wanted.support == needed.support
            if alike and wanted.necessity is Necessity.PREFERRED and needed.necessity is Necessity.REQUIRED:
                assert weighed[wanted.id].possible <= weighed[needed.id].possible + 1e-9


@given(targets())
def test_soft_rows_carry_at_most_their_cap(target):
    rows, _ = target
    weighed = weigh(rows, POLICY)
    required = [r for r in rows if r.necessity is Necessity.REQUIRED]
    if all(r.kind is Kind.SOFT_SKILL for r in required):
        return
    soft = sum(weighed[r.id].weight for r in required if r.kind is Kind.SOFT_SKILL)
    assert soft <= POLICY.soft_share_cap * sum(weighed[r.id].weight for r in required) + 1e-9


def test_few_preferred_rows_carry_less_than_the_cap():
    assert preferred_share(6.0, 1.0, POLICY) == 0.4 / 6.4
    assert preferred_share(1.0, 9.0, POLICY) == POLICY.preferred_share_cap
    assert preferred_share(0.0, 2.0, POLICY) == 1.0
    assert preferred_share(2.0, 0.0, POLICY) == 0.0


def test_a_row_said_more_exactly_by_another_weighs_nothing():
    broad = Requirement(
        id="programming",
        title="programming",
        kind=Kind.SKILL,
        necessity=Necessity.REQUIRED,
        narrower=("python",),
    )
    exact = Requirement(id="python", title="Python", kind=Kind.SKILL, necessity=Necessity.REQUIRED)
    weighed = weigh([broad, exact], POLICY)
    assert weighed["programming"].possible == 0
    assert weighed["python"].possible == 100
    assert weigh([broad], POLICY)["programming"].possible == 100


def test_a_narrower_row_takes_over_the_share_of_the_row_that_it_stands_for():
    def row(name, support, **more):
        return Requirement(
            id=name, title=name, kind=Kind.SKILL, necessity=Necessity.REQUIRED, support=support, **more
        )

    rows = [row("statistics", (3, 4), narrower=("bayes",)), row("bayes", (1, 4)), row("sql", (3, 4))]
    weighed = weigh(rows, POLICY)
    assert weighed["bayes"].weight == weighed["sql"].weight == 0.75


def test_conditions_are_not_averaged_away_by_many_other_rows():
    def share(others):
        rows = [
            Requirement(id=f"s{i}", title="x", kind=Kind.SKILL, necessity="required") for i in range(others)
        ]
        rows.append(Requirement(id="licence", title="x", kind=Kind.CERTIFICATION, necessity="required"))
        return weigh(rows, POLICY)["licence"].possible

    assert share(3) == 40  # twice a skill's weight
    assert [round(share(n), 6) for n in (12, 40)] == [100 * POLICY.gate_share] * 2
