"""What a claim is worth by its place: whole resumes of invented people, from text to credit."""

import pytest

from tests.places import shipped_analyzer

HEAD = """Mira Castellane
Springfield | mira.castellane@example.com | 555-0143

Summary
Ten years of putting numbers in order for people who have no time to read them. Calm at quarter close,
fond of short reports, and known for asking where a figure comes from before passing it on to anybody else.

"""
JOB = """Experience

Controller, Brookfell Mills, Springfield
January 2018 - December 2022
- Closed the books for three plants and wrote the comments that the board reads.
- {bullet}

Education

Bachelor of Business Administration, Lakemoor College, 2012
"""


@pytest.fixture(scope="module")
def analyzer():
    return shipped_analyzer()


def report_of(analyzer, text):
    return analyzer.analyze(text.encode(), name="resume.txt", as_of="2026-11-21")


def row(report, ident):
    return next(r for r in report.requirements if r.id == ident)


def skill(report, ident):
    return next((s for s in report.skills if s.id == ident), None)


def test_one_method_makes_no_machine_learning_job(analyzer):
    text = HEAD + JOB.format(bullet="Ran a linear regression on late payments once a year.")
    report = report_of(analyzer, text)
    assert report.experience.months[1] == 60
    assert report.experience.relevant_months == (0, 0)
    assert row(report, "experience-machine-learning").status == "missing"


def test_a_job_that_shows_the_field_counts_for_its_months(analyzer):
    bullet = "Trained gradient boosting models in scikit-learn and clustered customers with k-means."
    report = report_of(analyzer, HEAD + JOB.format(bullet=bullet))
    assert report.experience.relevant_months == (60, 60)
    assert row(report, "experience-machine-learning").credit == 1.0


def test_the_title_of_a_paper_proves_no_skill(analyzer):
    papers = "\nPublications\n\nNeural networks of the medicinal leech. Journal of Quiet Waters 4, 2019.\n"
    report = report_of(
        analyzer,
        HEAD
        + JOB.format(
            bullet="Balanced the ledgers every month and told each plant in plain words where its money had gone."
        )
        + papers,
    )
    found = skill(report, "neural-networks")
    assert found is None
    assert any(d.label == "neural networks" and "title" in d.reason for d in report.discarded)
    assert row(report, "deep-learning").status == "missing"


def test_nothing_dated_is_worth_less_than_dated_work(analyzer):
    bullet = "Wrote the month-end reports in Python."
    dated = report_of(analyzer, HEAD + JOB.format(bullet=bullet))
    undated = report_of(
        analyzer,
        HEAD + JOB.format(bullet=bullet).replace("January 2018 - December 2022\n", "").replace(", 2012", ""),
    )
    assert row(dated, "programming-any").credit == 1.0
    assert row(undated, "programming-any").status == "partial"


def test_what_is_denied_never_raises_the_score(analyzer):
    plain = report_of(
        analyzer,
        HEAD
        + JOB.format(
            bullet="Balanced the ledgers every month and told each plant in plain words where its money had gone."
        ),
    )
    denied = report_of(
        analyzer,
        HEAD
        + JOB.format(
            bullet="Balanced the ledgers every month and told each plant in plain words where its money had gone; no experience with Python or SQL."
        ),
    )
    assert denied.score.value <= plain.score.value
    assert {"Python", "SQL"} <= {d.label for d in denied.discarded}


def test_points_add_up_and_rows_outside_the_target_bring_none(analyzer):
    report = report_of(analyzer, HEAD + JOB.format(bullet="Wrote SQL and Python for the monthly reports."))
    assert sum(r.points for r in report.requirements) == pytest.approx(report.score.value)
    assert all(r.points == 0 for r in report.requirements if r.necessity == "mentioned")
    assert all(0 <= r.points <= r.points_possible for r in report.requirements)


LIST = "\nSkills\n\nPython, SQL, Keras, Docker, Excel, Power BI, Tableau, Git\n"


def test_a_listed_name_is_worth_what_work_shows_of_the_list(analyzer):
    bullets = [
        "Balanced the ledgers every month and told each plant in plain words where its money had gone.",
        "Drew the cash forecast in Tableau and told each plant in plain words where its money had gone.",
        "Drew the cash forecast in Tableau, then in Power BI, and told each plant where its money had gone.",
    ]
    reports = [report_of(analyzer, HEAD + JOB.format(bullet=bullet) + LIST) for bullet in bullets]
    worth = [row(report, "programming-any").credit for report in reports]
    assert worth[0] == analyzer.policy.source.list_unshown < worth[1] < worth[2]
    assert [row(report, "programming-any").status for report in reports] == ["partial", "partial", "met"]
    assert "listed names shown in work" in row(reports[1], "programming-any").reasons[0]


def test_a_name_outside_any_list_is_not_said_to_be_of_a_list(analyzer):
    told = (
        HEAD.rstrip()
        + " I know Python.\n"
        + JOB.format(bullet="Balanced the ledgers of each plant every month.")
    )
    assert "0 of 0" not in str([each.reasons for each in report_of(analyzer, told).requirements])


def test_training_alone_is_partial_and_a_certificate_to_come_is_missing(analyzer):
    plain = HEAD + JOB.format(
        bullet="Balanced the ledgers every month and told each plant where its money went."
    )
    trained = report_of(analyzer, plain + "Evening course in Python programming, Lakemoor College, 2024\n")
    assert row(trained, "programming-any").status == "partial"
    begun = report_of(analyzer, plain + "\nTraining\n\nPython Fundamentals, online course, completed 2024\n")
    assert row(begun, "programming-any").status == "partial"
    to_come = report_of(analyzer, plain + "\nCertifications\n\nCertified Python Programmer (in progress)\n")
    assert row(to_come, "programming-any").status == "missing"


@pytest.mark.parametrize(
    ("bullet", "status"),
    [
        ("Hired a Salesforce consultant for the move of the customer files.", "missing"),
        ("A consultant was hired by me for the Salesforce files.", "missing"),
        ("Hired as a Salesforce consultant to move the customer files.", "met"),
        ("Moved the customer files into Salesforce.", "met"),
    ],
)
def test_what_a_hired_consultant_does_is_no_work_of_who_hired(analyzer, bullet, status):
    posting = "Administrator\n\nRequirements\n- Salesforce\n- Scheduling\n"
    text = (HEAD + JOB.format(bullet=bullet)).encode()
    report = analyzer.analyze(text, name="resume.txt", job_text=posting, as_of="2026-11-21")
    assert row(report, "salesforce").status == status


POSTING = """Kitchen manager

Requirements
- You create specials, implement changes and train kitchen employees
- Experience with menu costing
"""
COPIED = "creating specials, implementing changes, training kitchen employees"


@pytest.mark.parametrize(
    ("names", "claimed"),
    [
        ("bread", True),
        (
            "Python, SQL, Keras, Docker, Power BI, Tableau, Git, Kafka, Spark, PostgreSQL, Java, Azure, Kubernetes",
            False,
        ),
    ],
)
def test_likeness_of_words_in_a_list_that_no_work_bears_out_says_nothing(analyzer, names, claimed):
    text = HEAD + JOB.format(bullet="Told each plant in plain words where its money had gone.")
    text += f"\nSkills\n\n{names}, {COPIED}\n"
    report = analyzer.analyze(text.encode(), job_text=POSTING, name="resume.txt", as_of="2026-11-21")
    found = next(r for r in report.requirements if r.title.startswith("Create specials"))
    assert (found.credit > 0) is claimed
