"""Credit of skill rows, for each way in which skills are asked for."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gapcheck.config import load_policy
from gapcheck.report import Evidence
from gapcheck.scoring import Grade, Profile, Proof, Strengths
from gapcheck.scoring.list_belief import ListBacking
from gapcheck.scoring.profile import JobClaim
from gapcheck.scoring.proofs import assumed_proof
from gapcheck.scoring.skills import skills_credit
from gapcheck.taxonomy import Alias, Kind, Logic, Necessity, Related, Requirement, Skill, Taxonomy
from gapcheck.taxonomy.model import Narrower
from tests.places import shipped_analyzer

POLICY = load_policy()
SKILLS = [
    Skill(id="programming", label="programming"),
    Skill(id="python", label="Python", broader=("programming",)),
    Skill(id="parsing", label="parsing", broader=("programming",)),
    Skill(id="java", label="Java", broader=("programming",), never=("javascript",)),
    Skill(id="javascript", label="JavaScript", broader=("programming",)),
    Skill(id="frameworks", label="frameworks"),
    Skill(id="tensorflow", label="TensorFlow", broader=("frameworks",), related=(Related(id="pytorch"),)),
    Skill(id="pytorch", label="PyTorch", broader=("frameworks",)),
    Skill(id="jax", label="JAX", broader=("frameworks",)),
    Skill(id="libraries", label="libraries"),
    Skill(id="pandas", label="Pandas", broader=("libraries",), implies=("python",)),
    Skill(id="numpy", label="NumPy", broader=("libraries",)),
    Skill(id="polars", label="Polars", broader=("libraries",)),
    Skill(id="cloud", label="cloud platforms"),
    Skill(id="aws", label="AWS", broader=("cloud",)),
    Skill(id="desk", label="Desk Suite", suite=True),
    Skill(id="scribe", label="Scribe", broader=("desk",)),
    Skill(id="tally", label="Tally", broader=("desk",)),
    Skill(id="kiln-work", label="kiln work", narrower=(Narrower(name="raku"), Narrower(name="salt glazing"))),
    Skill(id="raku", label="raku", broader=("kiln-work",)),
    Skill(id="salt-glazing", label="salt glazing", broader=("kiln-work",)),
    Skill(id="accounting", label="accounting", aliases=(Alias(name="bookkeeping"),)),
]
TAXONOMY = Taxonomy("test", "0" * 64, skills={s.id: s for s in SKILLS})
SHIPPED = replace(shipped_analyzer().taxonomy, skills=TAXONOMY.skills)
"""The same skills, read with the words that come with the program."""


def proof(skill, strength, grade=Grade.SHOWN, *, dated=True, at=0):
    evidence = Evidence(
        skill, skill, "phrase", 1.0, "present", "Work", 1, f"used {skill}", at, at + len(skill)
    )
    return Proof(skill, strength, grade, dated=dated, reason="shown in a dated job", evidence=evidence)


def strengths(**named):
    proofs = {name: (proof(name, value, at=i),) for i, (name, value) in enumerate(sorted(named.items()))}
    return Strengths(Profile(proofs, {}), TAXONOMY, POLICY)


def row(*skills, logic=Logic.ALL_OF, **more):
    return Requirement(
        id="row",
        title="row",
        kind=Kind.SKILL,
        necessity=Necessity.REQUIRED,
        logic=logic,
        skills=skills,
        **more,
    )


@pytest.mark.parametrize(
    ("asked", "held", "credit"),
    [
        (row("python"), {"python": 1.0}, 1.0),
        (row("python"), {"pandas": 1.0}, 0.9),
        (row("programming"), {"pandas": 1.0}, 0.0),
        (row("programming"), {"python": 1.0}, 0.9),
        (row("tensorflow"), {"pytorch": 1.0}, 0.5),
        (row("parsing"), {"programming": 1.0}, 0.3),
        (row("tensorflow"), {"frameworks": 1.0}, POLICY.relation.parent * POLICY.relation.umbrella),
        (row("java"), {"javascript": 1.0}, 0.0),
        (row("python", "java", logic=Logic.ANY_OF), {"java": 0.7, "python": 0.4}, 0.7),
        (row("python", "java", logic=Logic.ANY_OF), {}, 0.0),
        (row("tensorflow", logic=Logic.ANY_OF, head="frameworks", open=True), {"jax": 1.0}, 0.8),
        (row("tensorflow", logic=Logic.ANY_OF, head="frameworks"), {"jax": 1.0}, 0.0),
        (row("python", "java", "jax", logic=Logic.ANY_OF, min_count=2), {"python": 1.0}, 0.5),
        (row("python", "java", "jax", logic=Logic.ANY_OF, min_count=2), {"python": 1.0, "jax": 0.8}, 0.9),
        (row("pandas", "numpy"), {"pandas": 1.0, "numpy": 0.8}, 0.9),
        (row("pandas", "numpy"), {"pandas": 1.0, "numpy": 0.6}, POLICY.score.met - 1e-6),
        (
            row("pandas", "numpy", head="libraries", open=True),
            {"pandas": 1.0, "polars": 1.0},
            POLICY.score.met - 1e-6,
        ),
        (row("aws", logic=Logic.EXAMPLE, head="cloud", open=True), {"aws": 1.0}, 0.9),
        (row("aws", logic=Logic.EXAMPLE, head="cloud", open=True), {"cloud": 1.0}, 1.0),
        (row(), {"python": 1.0}, 0.0),
    ],
)
def test_credit(asked, held, credit):
    assert skills_credit(asked, strengths(**held), POLICY).credit == pytest.approx(credit)


def test_what_can_change_a_member_is_its_class_with_the_other_members_of_it_and_no_other_kind():
    assert {"raku", "kiln-work", "salt-glazing"} <= strengths().counting_for("raku")
    assert "parsing" not in strengths().counting_for("python")


def test_a_class_that_is_only_inferred_shows_none_of_its_members():
    inferred = proof("programming", 1.0)
    inferred = replace(inferred, evidence=replace(inferred.evidence, method="pattern"))
    held = Strengths(Profile({"programming": (inferred,)}, {}), TAXONOMY, POLICY)
    assert held.of("programming").value == 1.0
    assert held.of("parsing").value == 0.0


@pytest.mark.parametrize(("degree", "partial"), [(0.5, False), (0.8, True)])
def test_a_soft_skill_that_a_distant_one_stands_in_for_remains_to_be_asked(degree, partial):
    soft = [
        Skill(id="tact", label="tact", kind=Kind.SOFT_SKILL, related=(Related(id="wit", degree=degree),)),
        Skill(id="wit", label="wit", kind=Kind.SOFT_SKILL),
    ]
    known = replace(TAXONOMY, skills={each.id: each for each in soft})
    found = Strengths(Profile({"wit": (proof("wit", 1.0),)}, {}), known, POLICY).of("tact")
    assert (found.value >= POLICY.score.partial) is partial
    assert (found.value == degree) is partial


def test_two_programs_of_a_suite_are_the_suite_as_far_as_the_weaker_is_shown():
    assert skills_credit(row("desk"), strengths(scribe=0.7), POLICY).credit == 0.7 * POLICY.relation.child
    assert skills_credit(row("desk"), strengths(scribe=0.7, tally=0.7), POLICY).credit == 0.7
    both = skills_credit(row("desk"), strengths(scribe=1.0, tally=0.7), POLICY)
    assert both.credit == POLICY.relation.child  # the one that is shown says more than the two together
    assert skills_credit(row("cloud"), strengths(aws=0.7), POLICY).credit == 0.7 * POLICY.relation.child


def test_an_assumed_second_program_of_a_suite_counts_as_well():
    known = strengths(scribe=0.7)
    more = known.profile.joined([assumed_proof("tally", "tally", POLICY, in_a_job=True)])
    raised = known.raised(more, {"tally"}, known.reached_from("tally"))
    assert (
        raised.of("desk").value == Strengths(more, TAXONOMY, POLICY).of("desk").value == POLICY.relation.child
    )


@pytest.mark.parametrize(
    ("title", "text", "credit"),
    [
        ("Forensic accounting", "accounting of a dairy", POLICY.relation.not_narrowed),
        ("Accounting for charities", "accounting of a dairy", POLICY.relation.not_narrowed),
        ("Forensic bookkeeping", "accounting of a dairy", POLICY.relation.not_narrowed),
        ("Forensic accounting", "forensic accounting for two courts", 1.0),
        ("Accounting for charities", "accounting of a charity", 1.0),
        ("Strong hands-on accounting", "accounting of a dairy", 1.0),
        ("Proper, thorough accounting", "accounting of a dairy", 1.0),
        ("Considerable accounting", "accounting of a dairy", 1.0),
        ("Governmental accounting", "accounting of a dairy", POLICY.relation.not_narrowed),
        ("Accounting standards", "accounting of a dairy", 1.0),
        ("Accounting and bookkeeping", "accounting of a dairy", 1.0),
        ("Wide reading", "accounting of a dairy", 1.0),
    ],
)
def test_a_word_that_narrows_a_skill_is_borne_out_where_it_is_shown(title, text, credit):
    shown = proof("accounting", 1.0)
    shown = replace(shown, evidence=replace(shown.evidence, quote=text))
    known = Strengths(Profile({"accounting": (shown,)}, {}), SHIPPED, POLICY)
    asked = row("accounting").model_copy(update={"title": title})
    judged = skills_credit(asked, known, POLICY)
    assert judged.credit == credit
    assert ("without" in judged.reasons[0]) is (credit < 1.0)


def test_a_skill_without_its_narrowing_word_is_partial_at_most_and_no_less_than_it_was():
    asked = row("accounting").model_copy(update={"title": "Forensic accounting"})
    known = Strengths(
        Profile({"accounting": (proof("accounting", 0.4, Grade.TRAINED),)}, {}), SHIPPED, POLICY
    )
    assert skills_credit(asked, known, POLICY).credit == 0.4


def test_the_job_that_shows_a_skill_bears_out_the_word_that_narrows_it():
    asked = row("accounting").model_copy(update={"title": "Forensic accounting"})

    def credit(*jobs):
        known = Strengths(Profile({"accounting": (proof("accounting", 1.0),)}, jobs=jobs), SHIPPED, POLICY)
        return skills_credit(asked, known, POLICY).credit

    shown = (("accounting", None),)
    assert credit(JobClaim("Clerk", (), shown, text="a forensic team")) == 1.0
    assert credit(JobClaim("Clerk", (), (), text="a forensic team")) == POLICY.relation.not_narrowed


@pytest.mark.parametrize(
    ("asked", "held", "credit"),
    [
        ("raku", {"raku": 1.0}, 1.0),
        ("kiln-work", {"raku": 1.0}, 1.0),  # a member names its class
        ("raku", {"kiln-work": 1.0}, 0.3),  # a class says little of its member
        ("raku", {"salt-glazing": 1.0}, 0.3),  # and another member says no more: it names the class
        ("raku", {"salt-glazing": 0.5, "kiln-work": 1.0}, 0.3),
        ("python", {"parsing": 1.0}, 0.0),  # a kind with an entry of its own does not name the class
    ],
)
def test_a_member_without_an_entry_of_its_own_is_met_by_its_name_and_by_its_class_in_part(
    asked, held, credit
):
    assert (
        skills_credit(
            row(asked), strengths(**{k.replace("_", "-"): v for k, v in held.items()}), POLICY
        ).credit
        == credit
    )


def test_every_factor_is_written_down():
    found = skills_credit(row("python"), strengths(pandas=1.0), POLICY)
    assert found.reasons == ("Python: shown in a dated job; Pandas proves it x 0.90 = 0.90",)
    assert found.evidence[0].method == "implied"
    assert found.evidence[0].skill == "pandas"


def test_a_miss_says_what_was_looked_for():
    found = skills_credit(row("python", "java", logic=Logic.ANY_OF, head="programming"), strengths(), POLICY)
    assert found.grade is Grade.NONE
    assert "programming, Python, Java" in found.reasons[0]


HELD = st.dictionaries(st.sampled_from([s.id for s in SKILLS]), st.sampled_from([0.2, 0.5, 0.7, 0.85, 1.0]))
ROWS = st.sampled_from(
    [
        row("python", "java", logic=Logic.ANY_OF, head="programming"),
        row("tensorflow", "pytorch", logic=Logic.ANY_OF, head="frameworks", open=True),
        row("pandas", "numpy", head="libraries", open=True),
        row("aws", logic=Logic.EXAMPLE, head="cloud", open=True),
        row("python", "java", "jax", logic=Logic.ANY_OF, min_count=2),
        row("python"),
    ]
)


@given(ROWS, HELD, st.sampled_from([s.id for s in SKILLS]))
def test_more_evidence_never_lowers_credit(asked, held, more):
    before = skills_credit(asked, strengths(**held), POLICY)
    after = skills_credit(asked, strengths(**{**held, more: max(1.0, held.get(more, 0.0))}), POLICY)
    assert after.credit >= before.credit
    assert 0.0 <= before.low <= before.credit <= before.high <= 1.0


@pytest.mark.parametrize(
    ("listed", "shown", "worth"),
    [
        (20, 0, POLICY.source.list_unshown),
        (20, 1, POLICY.source.list_unshown),
        (20, 5, POLICY.source.list_beside_work),
        (8, 2, POLICY.source.list_beside_work),
    ],
)
def test_one_name_that_work_shows_bears_out_no_keyword_list(listed, shown, worth):
    assert ListBacking(listed, shown).worth(POLICY.source.list_beside_work, POLICY.source) == worth


def test_a_short_list_is_worth_more_with_each_name_that_work_shows():
    values = [ListBacking(8, n).worth(POLICY.source.list_beside_work, POLICY.source) for n in range(3)]
    assert values == sorted(set(values))


@pytest.mark.parametrize(
    ("grade", "worth", "credit"),
    [
        (Grade.LISTED, POLICY.source.list_unshown, POLICY.source.list_unshown),
        (Grade.LISTED, 0.6, 0.6 * POLICY.relation.child),
        (Grade.SHOWN, POLICY.source.list_unshown, POLICY.source.list_unshown * POLICY.relation.child),
    ],
)
def test_a_kind_that_a_list_only_claims_claims_what_it_is_a_kind_of_as_well(grade, worth, credit):
    held = Strengths(Profile({"aws": (proof("aws", worth, grade),)}, {}), TAXONOMY, POLICY)
    found = held.of("cloud")
    assert found.value == pytest.approx(credit)
    assert f"x {credit / worth:.2f}" in found.reason
