"""Degrees in clauses: level, fields, related fields, equivalents."""

import pytest

from gapcheck.posting.education import degree_asked

DEGREES = [
    # columns: text, level, fields, related, equivalent
    ("Bachelor's degree in computer science", "bachelor", ["computer science"], False, False),
    ("Bachelor\u2019s degree in physics or a related field", "bachelor", ["physics"], True, False),
    ("Bachelor's degree or Master's in Mathematics, Statistics, or a related field", "bachelor", ["mathematics", "statistics"], True, False),
    ("Master's degree in economics", "master", ["economics"], False, False),
    ("Master's or doctorate in a quantitative subject", "master", ["quantitative"], True, False),
    ("PhD in biostatistics or epidemiology", "doctorate", ["biostatistics", "epidemiology"], False, False),
    ("Ph.D. in chemistry", "doctorate", ["chemistry"], False, False),
    ("A Ph.D., master's degree, or bachelor's degree in law", "bachelor", ["law"], False, False),
    ("BS/MS in Computer Science", "bachelor", ["computer science"], False, False),
    ("B.Sc. in Biology", "bachelor", ["biology"], False, False),
    ("BSc or MSc in engineering", "bachelor", ["engineering"], False, False),
    ("Bachelor of Science in Nursing (BSN)", "bachelor", ["nursing"], False, False),
    ("Bachelor of Arts in history", "bachelor", ["history"], False, False),
    ("Associate degree in surveying (ADS) or above", "associate", ["surveying"], False, False),
    ("High school diploma or GED", "high-school", [], False, False),
    ("High school diploma or equivalent", "high-school", [], False, True),
    ("An MBA", "master", ["business administration"], False, False),
    ("Associate degree in Nursing", "associate", ["nursing"], False, False),
    ("BSN required", "bachelor", ["nursing"], False, False),
    ("An advanced degree in statistics", "master", ["statistics"], False, False),
    ("Degree in marketing or equivalent experience", "bachelor", ["marketing"], False, True),
    ("Degree in marketing, or equivalent work experience", "bachelor", ["marketing"], False, True),
    ("University degree in linguistics", "bachelor", ["linguistics"], False, False),
    ("A finished course of university studies (Master or Diplom) in linguistics", "master", ["linguistics"], False, False),
    ("Degree in geology, forestry or a similar subject, or else qualified by experience", "bachelor", ["geology", "forestry"], True, True),
    ("Bachelor's degree in physics with 5 years of experience", "bachelor", ["physics"], False, False),
    ("Bachelor's degree required", "bachelor", [], False, False),
    ("A bachelor's in a related field such as geology", "bachelor", ["geology"], True, False),
    ("A computer science degree or equivalent", "bachelor", ["computer science"], False, True),
    ("Chemistry, physics or engineering degree", "bachelor", ["chemistry", "physics", "engineering"], False, False),
    ("A horticulture degree", "bachelor", ["horticulture"], False, False),
    ("A relevant degree (biology, horticulture or similar)", "bachelor", ["biology", "horticulture"], True, False),
    ("Some teaching, accounting degree", "bachelor", ["accounting"], False, False),
    ("Teaching or a degree", "bachelor", [], False, False),
    ("A relevant degree (upper second or above)", "bachelor", [], False, False),
    ("Degree (Excel, SAP)", "bachelor", [], False, False),
    ("A diploma in horticulture or equivalent experience", "associate", ["horticulture"], False, True),
    ("A diploma in horticulture or BSc in geology", "associate", ["horticulture", "geology"], False, False),
    ("BSc Geology", "bachelor", ["geology"], False, False),
    ("BSc Geology or Physics", "bachelor", ["geology", "physics"], False, False),
    ("Bachelors Degree: Geology", "bachelor", ["geology"], False, False),
    ("BSc (Hons) Geology or related", "bachelor", ["geology"], True, False),
    ("Degree geology experience", "bachelor", [], False, False),
    ("Bachelor's degree required", "bachelor", [], False, False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "level", "fields", "related", "equivalent"), DEGREES)
def test_the_lowest_level_counts_with_its_fields(taxonomy, text, level, fields, related, equivalent) -> None:
    found = degree_asked(text, taxonomy)
    assert found is not None
    degree = found.degree
    assert (degree.level, degree.or_related, degree.or_equivalent) == (level, related, equivalent)
    assert [f for f in degree.fields if f.split()[0] in {w.split()[0] for w in fields}] == list(
        degree.fields
    )[: len(fields)]
    assert len(degree.fields) == len(fields)


@pytest.mark.parametrize(
    "text",
    [
        "Certified Scrum master data keeper",
        "A high degree of accuracy",
        "Master data management",
        "Scrum Master",
        "The state of MA, near the coast",
        "MS Office",
        "Supervise two master's students",
        "SQL to a level that lets you pull your own lists",
        "Two years of practical work after the degree",
        "We be and me",
    ],
)
def test_what_only_looks_like_a_degree_is_none(taxonomy, text) -> None:
    assert degree_asked(text, taxonomy) is None


def test_alternatives_keep_the_months_of_the_lowest_degree(asked) -> None:
    rows = asked("Bachelor's degree in forestry with 4 years of practice, or a Master's with 1 year")
    (row,) = [r for r in rows if r.kind == "education"]
    assert (row.degree.level, row.min_months) == ("bachelor", 48)


def test_the_fields_of_a_degree_are_no_skills(asked) -> None:
    (row,) = asked("Bachelor's degree in statistics, robotics or data science")
    assert row.kind == "education"
    assert row.skills == ()


def test_a_standard_is_no_degree_and_a_pronoun_no_field(taxonomy) -> None:
    cues = taxonomy
    assert degree_asked("Welding drawings to BS 4321", cues) is None
    found = degree_asked("Two years in hydrology or a PhD in it", cues)
    assert found is not None
    assert found.degree.fields == ()
    short = degree_asked("BSc in CS, maths, IT or EE", cues)
    assert short is not None
    assert short.degree.fields == ("computer science", "mathematics", "it", "electrical engineering")
    numbered = degree_asked("Degree in Botany, or four (4) further years", cues)
    assert numbered is not None
    assert numbered.degree.fields == ("botany",)


def test_a_higher_degree_with_fewer_years_is_an_alternative(asked, taxonomy) -> None:
    text = "A degree and 6 years of planning; or a master's and 2 years of planning"
    schooled = [row for row in asked(text) if row.degree is not None]
    assert [(row.degree.level, row.min_months) for row in schooled] == [("bachelor", 72)]
    turned = degree_asked("A master's degree and 2 years; or a bachelor's degree and 6 years", taxonomy)
    assert turned is not None
    assert turned.months == 72


@pytest.mark.parametrize(
    ("text", "is_condition"),
    [
        ("You must hold a recognised degree in midwifery", True),
        ("Applicants must have completed a master's degree in audiology", True),
        ("A PhD in glaciology is required to apply", True),
        ("Applications without a bachelor's degree in optometry will not be considered", True),
        ("A doctorate is required at the time of appointment", True),
        ("Only candidates with a master's degree in archival science are invited", True),
        ("Bachelor's degree in geology required", False),
        ("You must have patience, a driving licence and ideally a degree in botany", False),
        ("Degree in marketing (transcript required at time of application)", False),
        ("A degree in botany, which is mandatory", True),
        ("A degree in botany, geology or zoology is an absolute requirement", True),
        ("Degree in botany (required by law)", True),
        ("Degree in botany; Polish is an absolute requirement", False),
        ("Degree in botany; late applications will not be considered", False),
        ("Degree in botany, late applications will not be considered", False),
        ("A degree in botany, and fluent Polish, which is mandatory", False),
        ("You must have a bachelor's degree or 5 years of gardening experience", False),
        ("Must have a degree in botany, or at least ten years' practice", False),
        ("Must have a degree in botany or proven experience as a gardener", False),
        ("Must have a degree in botany or social work and experience of parks", True),
        ("Must have an interest in a degree in botany", False),
        ("Must have an interest in a degree apprenticeship", False),
    ],
)
def test_a_degree_is_a_condition_where_the_posting_makes_it_one(taxonomy, text, is_condition) -> None:
    found = degree_asked(text, taxonomy)
    assert found is not None
    assert found.degree.condition is is_condition


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("BS degree in civil engineering and professional engineering license", ("civil engineering",)),
        ("Degree in education and state teaching licence", ("education",)),
        ("Degree in nursing and current RN license in Texas or Oklahoma", ("nursing",)),
        ("Associate degree in plumbing technology or plumbing license", ("plumbing technology",)),
        ("Degree in software license management", ("software license management",)),
        ("Degree in law and public policy", ("law", "public policy")),
    ],
)
def test_a_licence_beside_a_degree_is_no_field_of_it(taxonomy, text, fields) -> None:
    assert degree_asked(text, taxonomy).degree.fields == fields


def test_a_licence_that_no_catalogue_has_is_asked_for_beside_a_degree(asked) -> None:
    rows = asked("BS degree in civil engineering and professional kiln license")
    assert [row.kind for row in rows] == ["education", "certification"]
    assert [row.kind for row in asked("A degree or professional kiln license")] == ["education"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Degree in nursing or RN license", ["education"]),
        ("Bachelor's degree in education, or a teaching license", ["education"]),
        ("Degree in nursing and RN license", ["certification", "education"]),
        ("Degree in nursing or a related field, and RN license", ["certification", "education"]),
        ("Bachelor's degree and software license management", ["education", "skill"]),
    ],
)
def test_a_degree_or_a_licence_is_one_choice_and_both_are_two_rows(asked, text, kinds) -> None:
    rows = asked(text)
    assert sorted(row.kind for row in rows) == kinds
    degree = next(row.degree for row in rows if row.degree)
    one = next(row for row in rows if row.degree)
    assert not degree.or_equivalent
    assert bool(one.instead) == (kinds == ["education"])


def test_a_degree_or_years_of_a_subject_is_one_row_which_names_the_subject(asked) -> None:
    row, *others = asked("Bachelor's degree or at least 4 years of SQL experience")
    (years,) = row.instead
    assert (years.skills, years.min_months, row.degree.or_equivalent, others) == (("sql",), 48, True, [])
    both = asked("Bachelor's degree and 4 years of SQL experience")
    assert [each.kind for each in both] == ["education", "experience"]


@pytest.mark.parametrize(
    "text",
    [
        "Master's degree from an accredited college or university with a specialization in botany or geology",
        "Master's degree with a concentration in botany or geology",
        "Master's degree in botany or geology from an accredited university",
    ],
)
def test_the_fields_of_a_degree_may_stand_behind_the_school(asked, text) -> None:
    (row,) = asked(text)
    assert row.degree.fields == ("botany", "geology")


@pytest.mark.parametrize(
    "text", ["Ability to quickly grasp and master technology", "You quickly master technology"]
)
def test_to_master_something_is_no_degree(asked, text) -> None:
    assert all(row.degree is None for row in asked(text))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Diploma in Owl Handling (DOH)", None),
        ("Diploma in Owl Handling", "associate"),
        ("Associate degree in owl handling (AOH)", "associate"),
    ],
)
def test_a_diploma_with_letters_of_its_own_is_no_degree(asked, text, level) -> None:
    assert [row.degree.level.value for row in asked(text) if row.degree] == ([level] if level else [])
