"""Traits by the document's own noun, years in the subject's own words, and clauses that ask for two things."""

import pytest

from gapcheck import Analyzer, read
from tests.places import shipped_analyzer


def _merged(text: str):
    job = f"Site Clerk\n\n{text}\n".encode()
    return shipped_analyzer().understand([job], names=["a.txt"]).merged


def _rows(text: str) -> dict[str, str]:
    return {row.title: row.necessity.value for row in _merged(text)}


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        ("Flexible and highly motivated", {"Flexibility", "Motivation"}),
        ("Able to meet deadlines", {"Meeting deadlines"}),
        ("Creative", {"Creativity"}),
        ("Tactful", {"Tactfulness"}),
        ("Tact", {"Diplomacy"}),
        ("Thorough knowledge of pipelines, Git and data models", {"Git", "Data modeling"}),
    ],
)
def test_a_trait_goes_by_the_noun_of_its_own_word(item, titles) -> None:
    assert titles <= set(_rows(f"Requirements\n- {item}"))


@pytest.mark.parametrize(
    ("item", "title"),
    [
        ("Three years grooming show ponies", "3 years of experience with grooming show ponies"),
        ("Two-plus years of Go", "2 years of experience with Go"),
        ("At least five (3-5) years of Python", "5 years of experience with Python"),
        ("3 yrs. Terraform", "3 years of experience with Terraform"),
        ("Five years of experience in a similar role", "5 years of experience in the role"),
    ],
)
def test_years_keep_their_subject(item, title) -> None:
    assert title in _rows(f"Requirements\n- {item}")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "You should be confident in Excel, and any exposure to Power BI would be a bonus.",
            {"Excel": "required", "Power BI": "preferred"},
        ),
        (
            "Skill in Excel, Tableau or Looker would be very helpful.",
            {"Excel, Looker or Tableau": "preferred"},
        ),
        ("Chartered Engineer status will be highly regarded.", {"Chartered Engineer": "preferred"}),
    ],
)
def test_a_wish_behind_a_demand(text, rows) -> None:
    assert rows.items() <= _rows(text).items()


def test_years_of_a_part_ask_like_the_whole() -> None:
    rows = _rows(
        "We would expect you to have at least five years in payroll, two of them in auditing, "
        "and to have broken in young horses from start to finish."
    )
    assert set(rows) >= {"5 years of experience with payroll", "2 years of experience with auditing"}
    assert any("broken in young horses" in title.lower() for title in rows)


def test_knowledge_of_a_condition_of_work_is_asked_for() -> None:
    assert (
        "Overtime rules"
        in " ".join(_rows("Requirements\n- Working knowledge of overtime rules")).capitalize()
    )
    assert not _rows("Requirements\n- Overtime")


@pytest.mark.parametrize(
    ("heading", "necessity"),
    [
        ("Things that would make us smile (nobody has every single one of these, we know)", "preferred"),
        ("Secondary Skills / Good to have", "preferred"),
        ("Mandatory Skills (please do not apply if you don't have these)", "required"),
    ],
)
def test_a_remark_behind_a_heading_is_no_part_of_it(heading, necessity) -> None:
    text = f"Duties\nCount the stock\n\n{heading}\nTableau\nExposure to Kafka\nDocker\n"
    assert _rows(text) == {"Tableau": necessity, "Apache Kafka": necessity, "Docker": necessity}


def test_a_label_that_names_no_section_opens_none() -> None:
    rows = _rows("Education\nUG: B.Sc. in Botany\nPG: not required\n\nSoft skills: Creative, flexible.")
    assert {"Creativity", "Flexibility"} <= set(rows)


def test_a_question_behind_a_label_opens_a_section() -> None:
    asked = "Q: So what must I bring?\n\n- Tableau\n- Docker"
    wished = "Q: And what would help, but isn't needed?\n\n- Having used SQL\n- Exposure to Kafka"
    rows = _rows(f"{asked}\n\n{wished}")
    assert rows == {
        "Tableau": "required",
        "Docker": "required",
        "SQL": "preferred",
        "Apache Kafka": "preferred",
    }


@pytest.mark.parametrize(
    ("item", "kind", "title"),
    [
        ("BOX or QTR qualified", "certification", "BOX or QTR"),
        ("QQP designation from the guild, or in progress", "certification", None),
        ("MS in Ship Engineering", "education", "Master's degree in ship engineering"),
        ("Certificate or degree in botany", "education", "Degree in botany"),
    ],
)
def test_papers_by_an_abbreviation(item, kind, title) -> None:
    (row,) = _merged(f"Requirements\n- {item}")
    assert row.kind == kind
    assert title in {None, row.title}


def test_dashes_behind_a_heading_are_items() -> None:
    assert _rows("Nice to have: - Kafka - Terraform") == {
        "Apache Kafka": "preferred",
        "Terraform": "preferred",
    }


def test_one_document_is_no_list_of_documents() -> None:
    job = read(b"Site Clerk\n\nRequirements\n- Python\n", name="a.txt")
    with pytest.raises(TypeError, match="must be a list of documents, not Document"):
        Analyzer().requirements(job)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "You must be able to read a tide table, work out the draught, and do the weekly soundings.",
            {"Read a tide table", "Draught", "Weekly soundings"},
        ),
        ("You must be able to read a tide table.", {"Read a tide table"}),
    ],
)
def test_each_thing_that_somebody_is_able_to_do_is_a_row(text, titles) -> None:
    assert set(_rows(text)) == titles


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        ("Rope splicing for yachts or ferries", {"Rope splicing for yachts or ferries"}),
        (
            "Knowledge of herbarium catalogues such as Foxglove or Quillbase",
            {"Foxglove, herbarium catalogues or Quillbase"},
        ),
        ("Experience with Vue", {"Vue"}),
        ("A champion of a growth mindset", {"Growth mindset"}),
    ],
)
def test_objects_and_classes_stay_with_their_item(item, titles) -> None:
    assert set(_rows(f"Requirements\n- {item}")) == titles


@pytest.mark.parametrize(
    ("item", "title", "necessity"),
    [
        ("Hospitality background (hotels, pubs or cafes)", "Experience with hotels, pubs or cafes", None),
        ("Experience of coaching newly qualified volunteers", "Experience with mentoring", None),
        (
            "Candidates having a logistics background shall be given preference",
            None,
            "preferred",
        ),
        ("Exposure to Kafka, Spark or Flink will be a plus", None, "preferred"),
        ("A two-year diploma in surveying", "Associate degree in surveying", None),
        ("Associate or better in Horticulture", "Associate degree in horticulture", None),
        ("Advanced MS Excel", "Excel", None),
        ("You can explain a P&L", "P&L", None),
    ],
)
def test_demands_in_the_words_of_forms_and_letters(item, title, necessity) -> None:
    rows = _rows(f"Requirements\n- {item}")
    assert rows
    assert title is None or title in rows
    assert necessity is None or set(rows.values()) == {necessity}


@pytest.mark.parametrize(
    "item",
    [
        "Must supply own hand tools",
        "Tetanus immunity must be shown before starting on the farm",
        "An equivalent combination of education and experience may be considered",
        "The degree must be conferred by June",
        "Novice",
        "&nbsp;",
    ],
)
def test_terms_of_a_post_and_bare_levels_are_no_demands(item) -> None:
    assert set(_rows(f"Requirements\n- Welding\n- {item}")) == {"Welding"}


def test_a_choice_of_languages_is_one_row() -> None:
    assert len(_rows("Requirements\n- Proficiency in Swahili, Dari or Pashto")) == 1


@pytest.mark.parametrize(
    ("item", "rows"),
    [
        ("Right to work in Norway and a nursing licence", {"Nursing licence": "required"}),
        ("Valid driving licence and own transport", {"Driving Licence": "required"}),
        ("Must be at least 18 and hold a driving licence", {"Driving Licence": "required"}),
        ("Able to work nights, and knowledge of thatching", {"Thatching": "required"}),
        ("At least 18 months of thatching", {"18 months of experience with thatching": "required"}),
        ("Ability to apply glazes evenly", {"Apply glazes evenly": "required"}),
        (
            "Preference will be given to candidates with experience in thatching",
            {"Thatching": "preferred"},
        ),
        ("Knowledge of PASSPORT and thatching", {"PASSPORT": "required", "Thatching": "required"}),
    ],
)
def test_a_demand_beside_a_condition_of_the_job_is_a_row(item, rows) -> None:
    assert _rows(f"Requirements\n- Weaving\n- {item}") == {"Weaving": "required", **rows}


@pytest.mark.parametrize(
    "item",
    [
        "Right to work and to live in Norway",
        "Available on weekends and evenings, and willing to travel",
        "Must be at least 18",
        "We encourage you to apply",
        "To apply, send a note to the warden",
        "A combination of education and experience",
        "Initial contract of 2 years",
        "Valid passport",
    ],
)
def test_a_condition_alone_is_none(item) -> None:
    assert set(_rows(f"Requirements\n- Weaving\n- {item}")) == {"Weaving"}


@pytest.mark.parametrize(
    ("item", "titles"),
    [
        ("Seven years of overall professional experience", {"7 years of work experience"}),
        ("Five years of experience overall", {"5 years of work experience"}),
        (
            "6 years of total working experience and at least 2 years in managing dredging works",
            {"6 years of work experience", "2 years of experience with managing dredging works"},
        ),
        ("Seven years of total Python experience", {"7 years of experience with Python"}),
        ("Seven years of professional experience", {"7 years of experience in the role"}),
        ("Experience is essential", {"Experience in the role"}),
        ("Five years of experience to join our remote team", {"5 years of experience in the role"}),
        ("Five years helping masons join guilds", {"5 years of experience with helping masons join guilds"}),
    ],
)
def test_years_of_work_as_such_are_of_any_work_where_they_are_said_to_be_a_total(item, titles) -> None:
    assert titles == set(_rows(f"Requirements\n- {item}"))


def test_a_lone_adjective_beside_what_is_asked_for_is_no_row() -> None:
    rows = _rows("Requirements\n- Direct knowledge and experience in cob walls\n- Knowledge of local rules\n")
    assert set(rows) == {"Cob walls", "Local rules"}


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ("Interest in lighthouses and beacons", "soft_skill"),
        ("Excitement to learn about our dredgers", "soft_skill"),
        ("Clear, lively writing style", "soft_skill"),
        ("Able to meet physical demands", "soft_skill"),
        ("Love of lighthouses", "soft_skill"),
        ("Knowledge of compound interest tables", "skill"),
        ("Experience with lighthouses", "skill"),
    ],
)
def test_how_somebody_feels_about_a_thing_is_asked_in_an_interview(item, kind) -> None:
    (row,) = _merged(f"Requirements\n- {item}")
    assert row.kind == kind


def test_a_question_and_a_tag_of_working_time_are_no_rows(posting) -> None:
    job = posting(
        "Kiln Hand\n\nRequirements\n\n- Glazing pots\n- Firing bricks\n- Sorry about the kiln?\n\nfull_time\n"
    )
    assert [row.quote for row in job.statements] == ["Glazing pots", "Firing bricks"]
