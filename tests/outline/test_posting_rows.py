"""Pasting damages postings: bullets and headings inside a line, lost line breaks, wrapped statements, page furniture."""

import pytest

REQUIRED, PREFERRED = "required", "preferred"


def asked_of(job) -> dict[str, str]:
    return {
        skill: row.necessity.value
        for row in job.statements
        for skill in row.skills
        if row.necessity != "mentioned"
    }


def test_headings_with_a_colon_inside_a_paragraph(posting) -> None:
    job = posting(
        "Warehouse Analyst at Fenwick. About us: we move parcels for farms and shops in the whole county. Requirements: "
        "strong SQL, Docker. Nice to have: Terraform. Benefits: gym, a learning budget for Python courses.\n"
    )
    assert asked_of(job) == {"sql": REQUIRED, "docker": REQUIRED, "terraform": PREFERRED}


def test_headings_in_capitals_and_bullets_inside_a_paragraph(posting) -> None:
    job = posting(
        "Warehouse Analyst Our client is a large mover of parcels in the county. THE CANDIDATE Warehouse Analyst •Good "
        "knowledge of SQL and of the trade •Docker experience would be beneficial to you THE ROLE •You will load Python "
        "scripts on the old machine •Use Terraform to build the new one\n"
    )
    assert asked_of(job) == {"sql": REQUIRED, "docker": PREFERRED}


def test_lost_line_breaks(posting) -> None:
    job = posting(
        "Warehouse Analyst\n\nROLE RESPONSIBILITY Must move parcels for the depot Achieve a strong culture of care and "
        "calm Keep up to date with policy ESSENTIAL REQUIREMENTS Proven background in parcels and depots Experience of "
        "SQL in a busy depot Good knowledge of Docker and its registry Strong command of Terraform in daily work "
        "Comprehensive understanding of Python scripts BENEFITS Contributory pension scheme\n"
    )
    assert {"sql", "docker", "terraform", "python"} <= {s for s, n in asked_of(job).items() if n == REQUIRED}
    assert all("Docker" not in row.quote or "Terraform" not in row.quote for row in job.statements)


def test_line_breaks_lost_within_a_paragraph_that_has_sentences(posting) -> None:
    job = posting(
        "Clerk\n\nThis is a good place to work in the old port. You will be responsible for counting boats Answering queries by "
        "phone and fax Updating the files for all the schemes Complete all other ad hoc duties The right person will have good SQL "
        "and an eye for detail. You must have Python.\n"
    )
    assert {"sql", "python"} <= {s for s, n in asked_of(job).items() if n == REQUIRED}


def test_a_wrapped_statement_is_read_whole(posting) -> None:
    line = (
        "This paragraph is much longer than any line of a text that was wrapped by hand, so that each line is a row; "
        * 2
    )
    job = posting(
        f"Warehouse Analyst\n\n{line}\n\nRequirements\nExperience with tools of the trade, including SQL, Docker &\n"
        "Terraform.\nWorking knowledge of methods for designing and managing databases (e.g.,\nPostgreSQL); experience with\n"
        "parcels preferred.\n"
    )
    assert {"sql", "docker", "terraform"} <= set(asked_of(job))
    assert any("Docker" in row.quote and "Terraform" in row.quote for row in job.statements)


@pytest.mark.parametrize(
    "junk", ["Sign In", "3 of 5", "#LI-MS1", "https://jobs.example/4711", "5/17/24, 10:22", "04", "+", "BACK"]
)
def test_what_belongs_to_the_page_is_no_demand(posting, junk) -> None:
    job = posting(
        f"Warehouse Analyst\n\nRequirements\nGood knowledge of SQL\n{junk}\nExperience with Docker\n"
    )
    assert set(asked_of(job)) == {"sql", "docker"}
    assert not any(row.terms for row in job.statements)


def test_names_between_signs_stay_one_line(posting) -> None:
    job = posting("Warehouse Analyst\n\nRequirements\nPython • SQL • Docker\n")
    assert len({row.line for row in job.statements}) == 1


def test_the_documents_to_send_are_no_demand(posting) -> None:
    job = posting(
        "Warehouse Analyst\n\nHow to apply\nTo be considered you must submit a complete application to include:\n"
        "- Copy of your SQL certificate\n- Official transcripts\n"
    )
    assert asked_of(job) == {}


def test_a_line_that_opens_with_a_verb_tells_of_who_is_sought(asked) -> None:
    assert [row.skills for row in asked("Have strong SQL skills", "We expect you to", prose=True)] == [
        ("sql",)
    ]


def test_a_heading_inside_a_line_that_asks_for_nothing_does_not_silence_the_next_paragraph(posting) -> None:
    job = posting(
        "Clerk\n\nFenwick counts boats. What we offer: pension, parking, Docker courses.\n\nIdeally, the applicant has SQL.\n"
    )
    assert asked_of(job) == {"sql": PREFERRED}


def test_labels_in_bold_inside_a_line(posting) -> None:
    job = posting(
        "# Clerk\n\n**Requirements:** Excel and SQL. **Nice to have:** Python. **Salary:** 30,000.\n",
        "job.md",
    )
    assert asked_of(job) == {"excel": REQUIRED, "sql": REQUIRED, "python": PREFERRED}


def test_a_note_in_brackets_does_not_undo_a_heading(posting) -> None:
    assert asked_of(posting("Clerk\n\nRequirements (all levels)\n- SQL\n- Docker\n")) == {
        "sql": REQUIRED,
        "docker": REQUIRED,
    }


def test_a_line_set_apart_is_a_heading_below_headings_in_capitals(posting) -> None:
    job = posting(
        "=== JOB DETAILS ===\n\nTitle: Warehouse Analyst\n\nBENEFITS:\n  - Paid leave\n  - A pension plan\n\n=== JOB DESCRIPTION ===\n\n"
        "Fenwick County is seeking a Warehouse Analyst who keeps the stock of its schools and offices in good order all year.\n\n"
        "Knowledge, Skills, and Abilities\n\nKnowledge of SQL; knowledge of Docker in a busy depot.\n\n"
        "Salary Information:\nThe range depends on what the county council decides for the Python scripts of the year.\n"
    )
    assert asked_of(job) == {"sql": REQUIRED, "docker": REQUIRED}


def test_line_breaks_that_became_blanks_part_a_pasted_posting(posting) -> None:
    job = posting(
        "Description: Fenwick mends boats on three slipways and keeps the harbour office.  WHAT YOU WILL DO:  Enter orders  "
        "Answer calls  Run the SAP reports  WHAT YOU NEED:  Strong SQL skills  Experience with Docker  "
        "A liking for rain  EXTRAS:  Python  A course on AWS Lambda functions\n"
    )
    assert asked_of(job).items() >= {"sql": REQUIRED, "docker": REQUIRED, "python": PREFERRED}.items()
    assert "sap" not in asked_of(job)


def test_two_blanks_between_sentences_are_no_list(posting) -> None:
    text = "Fenwick mends boats.  It has three slipways.  The office is warm.  Somebody bakes on Fridays.  We know SQL.  "
    assert asked_of(posting(f"Clerk\n\n{text * 2}\n")) == {}


def test_short_lines_right_below_each_other_are_a_list(posting) -> None:
    job = posting(
        "Warehouse Analyst\n\nOne of the leading depots of the county wants an analyst for its new hall.\n\n"
        "Flexible schedule\nSick pay\nOvertime pay\n\nMust have SQL and Docker in daily use\nCandidates must have Tableau in daily use\n"
    )
    assert {"sql", "docker", "tableau"} <= asked_of(job).keys()


def test_a_label_of_a_paragraph_speaks_for_the_entries_below_it_and_not_for_other_paragraphs(posting) -> None:
    job = posting(
        "Warehouse Analyst\n\nFenwick County is looking for an analyst who keeps the stock of its schools in order all year.\n\n"
        "Work Schedule: The work is done from Monday to Friday, forty hours a week, with a break of half an hour at noon.\n"
        "Standing and walking\nDocker\n"
        "Keep the lists of all parcels that come in and go out, and answer the questions of the schools about them by telephone.\n"
        "\nDemonstrated experience with SQL in a busy depot.\nAbility to count parcels.\nKnowledge of Tableau.\n\n"
        "Desired Qualifications.\nKnowledge of Python.\n"
    )
    assert asked_of(job).items() >= {"sql": REQUIRED, "tableau": REQUIRED, "python": PREFERRED}.items()
    assert "docker" not in asked_of(job)


def test_what_the_work_asks_of_the_body_is_no_requirement(posting) -> None:
    job = posting(
        "Warehouse Analyst\n\nRequirements\n\n- Knowledge of SQL\n- Physical demands:\n- Prolonged standing, bending or walking\n"
        "- May have to push carts weighing up to 300 pounds\n- Repetitive use of the hands\n- Knowledge of Docker\n"
    )
    assert {row.quote for row in job.statements} == {"Knowledge of SQL", "Knowledge of Docker"}


@pytest.mark.parametrize("bullet", ["", "- "])
def test_what_asks_below_the_paragraph_of_a_label_is_asked(posting, bullet) -> None:
    items = "".join(
        f"{bullet}{each}\n" for each in ("Knowledge of SQL", "Knowledge of Tableau", "Docker preferred")
    )
    job = posting(
        "Warehouse Analyst\n\nWork Schedule: Monday through Friday, from seven to four, with a Saturday now and then. Overtime is rare.\n\n"
        f"{items}Must be 18 or older\n"
    )
    assert asked_of(job) == {"sql": REQUIRED, "tableau": REQUIRED, "docker": PREFERRED}
    assert len(job.statements) == 3


def test_headings_right_below_each_other_stay_headings(posting) -> None:
    job = posting(
        "Warehouse Analyst\n\nRequirements\nTechnical Skills\nSoft Skills\n\n- Python in daily use\n- Knowledge of SQL\n\nBenefits\n- Docker lessons\n"
    )
    assert asked_of(job) == {"python": REQUIRED, "sql": REQUIRED}


def test_wide_blanks_behind_sentences_are_lost_line_breaks_too(posting) -> None:
    job = posting(
        "Kiln Hand Overview  We fire bricks in the old valley works and the yard is dry all year.      Daily tasks   Stack the "
        "bricks by hand.   Sweep the Terraform model.     Qualifications     Good SQL, old and new.    Docker in daily work.\n"
    )
    assert asked_of(job) == {"sql": REQUIRED, "docker": REQUIRED}


def test_a_section_s_name_with_a_bullet_opens_the_items_below_it(posting) -> None:
    job = posting(
        "Kiln Hand\n\n* Overview\n* The works fire bricks\n* Qualifications\n* Some SQL\n* Responsibilities\n* Keeps Docker tidy\n"
    )
    assert asked_of(job) == {"sql": REQUIRED}
    skills = posting("Kiln Hand\n\nRequirements\n* Good SQL\n* People skills\n* Some Docker\n")
    assert {"sql", "docker", "interpersonal-skills"} <= set(asked_of(skills))


@pytest.mark.parametrize("end", ["...", "\u2026"])
def test_a_long_heading_may_lead_on_to_its_list(posting, end) -> None:
    job = posting(
        "**Duties**\n\n- Stack the bricks\n\n"
        f"**The whole yard will be glad to have you beside them because you bring{end}**\n\n- Some SQL\n- Docker\n",
        "job.md",
    )
    assert asked_of(job) == {"sql": REQUIRED, "docker": REQUIRED}


def test_an_item_that_only_leads_on_names_nothing(posting) -> None:
    job = posting("Kiln Hand\n\nRequirements\n* Experience:\n* Some SQL\n* Job Summary\n")
    assert [row.skills for row in job.statements] == [("sql",)]


ITEM = "- Good knowledge of Docker and the way that images of many small services are built\n"


@pytest.mark.parametrize(
    ("below", "wanted"),
    [
        ("Nice to have: Kubernetes\n", {"docker": REQUIRED, "kubernetes": PREFERRED}),
        ("**Preferred:** Kubernetes\n", {"docker": REQUIRED, "kubernetes": PREFERRED}),
        ("Nice to have:\n- Kubernetes\n", {"docker": REQUIRED, "kubernetes": PREFERRED}),
        # no name of a section
        ("Say with: Kubernetes\n", {"kubernetes": REQUIRED}),
    ],
)
def test_the_name_of_a_section_below_an_item_without_a_blank_line(posting, below, wanted) -> None:
    text = f"# Warehouse Analyst\n\n## Requirements\n\n{ITEM}{below}"
    assert asked_of(posting(text, "posting.md")) == wanted
