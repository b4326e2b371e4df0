"""Statements of one or several documents -> rows, each asked for once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.posting import JobPosting, Statement, merge
from gapcheck.posting.naming import title_of
from gapcheck.spans import Span
from gapcheck.taxonomy import Degree, Kind, Level, Logic, Necessity

HERE = Span(0, 1)


def said(*skills: str, line: int = 1, **more) -> Statement:
    values = {"kind": Kind.SKILL, "necessity": Necessity.REQUIRED, "logic": Logic.ALL_OF, **more}
    return Statement(quote="q", span=HERE, line=line, skills=skills, **values)


def job(
    *statements: Statement, name: str = "a.txt", titles: tuple[str, ...] = ("data analyst",)
) -> JobPosting:
    return JobPosting(name, titles, statements)


def rows(taxonomy, *postings: JobPosting):
    return {row.id: row for row in merge(postings, taxonomy)}


def test_an_all_of_list_is_split_and_each_skill_asked_once(taxonomy) -> None:
    found = rows(
        taxonomy, job(said("python", "sql"), said("sql", line=4)), job(said("sql", line=2), name="b.txt")
    )
    assert set(found) == {"python", "sql"}
    assert [(s.document, s.line) for s in found["sql"].sources] == [("a.txt", 1), ("a.txt", 4), ("b.txt", 2)]
    assert found["sql"].support == (2, 2)
    assert found["python"].support == (1, 2)


def test_kinds_of_one_thing_that_a_posting_tells_apart_stay_apart(taxonomy) -> None:
    whole = said("translation", "sql")
    kind = said(
        "translation", line=2, necessity=Necessity.PREFERRED, printed=(("translation", "Subtitling"),)
    )
    again = said("translation", line=3, printed=(("sql", "SQL tuning"),))
    told = job(whole, kind, again)
    assert sorted(row.title for row in merge([told], taxonomy)) == ["SQL", "Subtitling", "Translation"]
    assert len(merge([told, job(kind, name="b.txt")], taxonomy)) == 2


def test_the_strongest_necessity_and_its_level_are_kept(taxonomy) -> None:
    weak = said("sql", necessity=Necessity.PREFERRED, levels=(("sql", 4),))
    found = rows(taxonomy, job(weak, said("sql", line=2, levels=(("sql", 2),))))
    assert (found["sql"].necessity, found["sql"].proficiency) == (Necessity.REQUIRED, 2)


def test_of_several_documents_the_level_on_which_they_agree_counts(taxonomy) -> None:
    expert, basic, open_ = (said("sql", levels=each) for each in ((("sql", 4),), (("sql", 1),), ()))
    for others, level in (([expert], 4), ([basic], 1), ([open_], None)):
        jobs = [job(each, name=f"{at}.txt") for at, each in enumerate([expert, *others])]
        assert {row.proficiency for row in merge(jobs, taxonomy)} == {level}


def test_lists_with_one_head_are_one_row(taxonomy) -> None:
    head = {"logic": Logic.ANY_OF, "head": "machine-learning-frameworks", "open": True}
    found = rows(
        taxonomy,
        job(said("tensorflow", "keras", **head)),
        job(said("pytorch", "scikit-learn", **head), name="b.txt"),
    )
    (row,) = found.values()
    assert set(row.skills) == {"tensorflow", "keras", "pytorch", "scikit-learn"}
    assert (row.logic, row.open, row.head) == (Logic.ANY_OF, True, "machine-learning-frameworks")


def test_examples_do_not_dilute_a_choice(taxonomy) -> None:
    choice = said("python", "r", logic=Logic.ANY_OF, head="programming")
    example = said("c-plus-plus", "java", logic=Logic.EXAMPLE, head="programming", open=True, line=2)
    (row,) = rows(taxonomy, job(choice, example)).values()
    assert set(row.skills) == {"python", "r"}
    assert (row.logic, row.open) == (Logic.ANY_OF, True)


def test_a_member_of_a_choice_is_not_asked_for_twice(taxonomy) -> None:
    found = rows(taxonomy, job(said("python"), said("python", "r", line=2, logic=Logic.ANY_OF)))
    assert set(found) == {"python-or-r"}


def test_a_preferred_choice_does_not_swallow_a_required_skill(taxonomy) -> None:
    choice = said("python", "r", line=2, logic=Logic.ANY_OF, necessity=Necessity.PREFERRED)
    assert set(rows(taxonomy, job(said("python"), choice))) == {"python", "python-or-r"}


def test_a_head_points_to_the_rows_that_say_it_more_exactly(taxonomy) -> None:
    example = said("aws", line=2, logic=Logic.EXAMPLE, head="cloud-platforms", open=True)
    found = rows(taxonomy, job(said("cloud-platforms"), example))
    assert found["cloud-platforms"].narrower == ("cloud-platforms-such-as",)
    weaker = said(
        "aws", line=2, logic=Logic.EXAMPLE, head="cloud-platforms", open=True, necessity=Necessity.PREFERRED
    )
    assert rows(taxonomy, job(said("cloud-platforms"), weaker))["cloud-platforms"].narrower == ()


def test_rows_of_another_level_are_only_mentioned(taxonomy) -> None:
    found = rows(taxonomy, job(said("leadership", kind=Kind.SOFT_SKILL, scope="manager")))
    assert (found["leadership"].necessity, found["leadership"].scope) == (Necessity.MENTIONED, "manager")


def degree(level: Level, name: str, necessity: Necessity = Necessity.REQUIRED) -> JobPosting:
    row = said(
        kind=Kind.EDUCATION,
        logic=Logic.ANY_OF,
        necessity=necessity,
        degree=Degree(level=level, fields=("law",)),
    )
    return job(row, name=name)


def test_the_least_degree_that_does_for_some_document_is_required(taxonomy) -> None:
    found = rows(taxonomy, degree(Level.BACHELOR, "a.txt"), degree(Level.MASTER, "b.txt"))
    assert found["degree-bachelor"].necessity == Necessity.REQUIRED
    assert found["degree-master"].necessity == Necessity.PREFERRED


def test_an_entry_degree_gives_way_to_the_one_required_beside_it(taxonomy) -> None:
    school = said(kind=Kind.EDUCATION, logic=Logic.ANY_OF, degree=Degree(level=Level.HIGH_SCHOOL))
    college = said(kind=Kind.EDUCATION, logic=Logic.ANY_OF, degree=Degree(level=Level.BACHELOR), line=2)
    found = rows(taxonomy, job(school, college))
    assert found["degree-high-school"].necessity == Necessity.MENTIONED
    assert found["degree-bachelor"].necessity == Necessity.REQUIRED


def test_years_without_a_subject_are_years_in_the_role(taxonomy) -> None:
    bare = said(kind=Kind.EXPERIENCE, min_months=24)
    named = said("data-analysis", kind=Kind.EXPERIENCE, min_months=36, necessity=Necessity.PREFERRED, line=2)
    title = ("data analysis lead",)
    (row,) = rows(taxonomy, job(bare, named, titles=title)).values()
    assert (row.kind, row.min_months, row.skills) == (Kind.EXPERIENCE, 24, ("data-analysis",))


def test_licences_that_are_all_needed_stay_apart(taxonomy) -> None:
    first, second = (
        said(kind=Kind.CERTIFICATION, terms=(name,), line=at) for at, name in enumerate(("BLS", "ACLS"), 1)
    )
    found = rows(taxonomy, job(first, second))
    assert set(found) == {"certification-bls", "certification-acls"}


def test_the_order_of_licences_that_do_makes_no_second_row(taxonomy) -> None:
    choice = {"kind": Kind.CERTIFICATION, "logic": Logic.ANY_OF}
    one = job(said(certifications=("rn-license", "nmc-registration"), **choice))
    other = job(said(certifications=("nmc-registration", "rn-license"), **choice), name="b.txt")
    (row,) = rows(taxonomy, one, other).values()
    assert row.support == (2, 2)


@pytest.mark.parametrize(
    ("skill", "title"),
    [("driving-licence", "Driving licence"), ("wound-care", "Certification in wound care")],
)
def test_a_licence_is_not_called_a_certification(taxonomy, skill, title) -> None:
    asked = said(skill, kind=Kind.CERTIFICATION, logic=Logic.ANY_OF, open=True)
    assert title_of(asked, taxonomy) == title


def test_subjects_that_are_alternatives_are_named_so(taxonomy) -> None:
    either = said("nursing", "social-work", kind=Kind.EXPERIENCE, logic=Logic.ANY_OF, min_months=12)
    (row,) = rows(taxonomy, job(either)).values()
    assert row.title == "1 year of experience with nursing or social work"


def test_a_skill_is_no_example_of_itself(taxonomy) -> None:
    example = {"logic": Logic.EXAMPLE, "open": True, "head": "legal-discovery"}
    (row,) = rows(taxonomy, job(said("legal-discovery", **example))).values()
    assert (row.title, row.logic, row.head) == ("Legal discovery", Logic.ALL_OF, None)
    (row,) = rows(taxonomy, job(said("legal-discovery", "privilege-logs", **example))).values()
    assert row.title == "Legal discovery such as privilege logs"


def test_terms_that_the_taxonomy_lacks_make_no_row(taxonomy) -> None:
    assert rows(taxonomy, job(said(terms=("Zarnold presses",)))) == {}


SKILLS = ["python", "r", "sql", "aws", "azure", "docker", "communication", "machine-learning"]
HEADS = [None, "programming", "cloud-platforms"]


@st.composite
def statements(draw) -> Statement:
    skills = tuple(draw(st.lists(st.sampled_from(SKILLS), min_size=1, max_size=3, unique=True)))
    return said(
        *skills,
        line=draw(st.integers(1, 9)),
        necessity=draw(st.sampled_from(list(Necessity))),
        logic=draw(st.sampled_from(list(Logic))),
        open=draw(st.booleans()),
        head=draw(st.sampled_from(HEADS)),
        proficiency=draw(st.sampled_from([None, 1, 3])),
        scope=draw(st.sampled_from(["", "", "senior"])),
    )


@settings(max_examples=60, deadline=None)
@given(documents=st.lists(st.lists(statements(), max_size=4), min_size=1, max_size=3), data=st.data())
def test_the_order_of_documents_and_statements_changes_nothing(taxonomy, documents, data) -> None:
    postings = [job(*each, name=f"{at}.txt") for at, each in enumerate(documents)]
    merged = merge(postings, taxonomy)
    shuffled = [
        job(*data.draw(st.permutations(p.statements)), name=p.name)
        for p in data.draw(st.permutations(postings))
    ]
    assert merge(shuffled, taxonomy) == merged
    assert len({row.id for row in merged}) == len(merged)
    ids = {row.id for row in merged}
    assert all(set(row.narrower) <= ids for row in merged)


@pytest.mark.parametrize("necessity", list(Necessity))
def test_merging_twice_is_merging_once(taxonomy, necessity) -> None:
    posting = job(said("python", "sql", necessity=necessity))
    assert rows(taxonomy, posting).keys() == rows(taxonomy, posting, posting).keys()


def test_a_choice_elsewhere_does_not_meet_what_a_document_insists_on(taxonomy) -> None:
    single = job(said("python"))
    choice = job(said("python", "r", logic=Logic.ANY_OF), name="b.txt")
    assert set(rows(taxonomy, single, choice)) == {"python", "python-or-r"}
    assert set(rows(taxonomy, job(said("python"), said("python", "r", logic=Logic.ANY_OF, line=2)))) == {
        "python-or-r"
    }
    third = job(said("r", "python", logic=Logic.ANY_OF), name="c.txt")
    assert set(rows(taxonomy, single, choice, third)) == {"python-or-r"}


def test_the_order_of_alternatives_makes_no_second_row(taxonomy) -> None:
    one = job(said("python", "r", logic=Logic.ANY_OF))
    other = job(said("r", "python", logic=Logic.ANY_OF), name="b.txt")
    (row,) = rows(taxonomy, one, other).values()
    assert row.support == (2, 2)


def test_a_title_keeps_the_case_of_a_name_that_counts_only_so(taxonomy) -> None:
    found = rows(taxonomy, job(said("dbt"), said("data-visualization", line=2)))
    assert {row.title for row in found.values()} == {"dbt", "Data visualization"}


def test_work_of_late_and_years_in_the_same_are_two_demands(taxonomy) -> None:
    late = said("payroll", kind=Kind.EXPERIENCE, within_months=36)
    years = said("payroll", kind=Kind.EXPERIENCE, min_months=36, line=2)
    found = rows(taxonomy, job(late, years)).values()
    assert sorted((row.min_months or 0, row.within_months or 0) for row in found) == [(0, 36), (36, 0)]


def test_certificates_on_two_topics_are_two_rows(taxonomy) -> None:
    kind = {"kind": Kind.CERTIFICATION, "open": True, "logic": Logic.ANY_OF}
    one, other = (said(topics=(skill,), line=at, **kind) for at, skill in enumerate(("azure", "kubernetes")))
    assert [row.skills for row in rows(taxonomy, job(one, other)).values()] == [("azure",), ("kubernetes",)]
