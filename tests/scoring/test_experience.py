"""Which jobs count for a row that asks for years, and what such rows and licences weigh."""

import pytest

from gapcheck.config import load_policy
from gapcheck.scoring import weigh
from gapcheck.taxonomy import Kind, Necessity, Requirement
from tests.places import shipped_analyzer

POLICY = load_policy()
RESUME = """Oda Brenner
oda.brenner@example.com

Experience

{title}, Quill & Tarn, Harwick
January 2017 - October 2026
{duties}
- Kept the diary of the house and met everybody who came in with a question about the weather or the bills.
- Sorted the post every morning, wrote the minutes and sent them out before noon to the eleven people of the board.
- Looked after the coffee machine, the plants and the two goldfish that a former colleague had left on the sill.
- Planned the summer party three times and found a tent, a band and a cook who all came on the right day.
"""


@pytest.fixture(scope="module")
def analyzer():
    return shipped_analyzer()


def years(analyzer, posting, title, *duties):
    text = RESUME.format(title=title, duties="\n".join(f"- {each}" for each in duties))
    report = analyzer.analyze(text.encode(), name="resume.txt", job_text=posting, as_of="2026-11-21")
    return next(row for row in report.requirements if row.min_months)


BUYING = "Buyer\n\nRequirements\n- At least 10 years of experience in procurement\n- Excel\n- SAP\n"


def test_a_field_that_one_duty_of_many_names_counts_for_part_of_the_months(analyzer):
    touched = years(analyzer, BUYING, "Office Manager", "Ordered toner and paper through procurement.")
    mainly = years(
        analyzer,
        BUYING,
        "Office Manager",
        "Ran procurement for four sites.",
        "Moved procurement of services to a new system.",
    )
    titled = years(analyzer, BUYING, "Procurement Officer", "Ordered toner and paper.")
    assert touched.credit == pytest.approx(mainly.credit * POLICY.experience.side_duty, abs=0.01)
    assert any("touches on it" in reason for reason in touched.reasons)
    assert mainly.credit == titled.credit > touched.credit


@pytest.mark.parametrize(
    ("window", "status", "said"),
    [
        (" within the last ten years", "met", ""),
        (" within the last two years", "partial", "older than the last 24 months, last used 2021-06"),
        ("", "met", ""),
    ],
)
def test_work_from_before_the_window_of_the_posting_is_shown_and_meets_nothing(
    analyzer, window, status, said
):
    text = RESUME.format(title="Procurement Officer", duties="- Ran procurement for four sites.")
    posting = (
        f"Buyer\n\nRequirements\n- At least 2 years of experience in procurement{window}\n- Excel\n- SAP\n"
    )
    left = text.replace("October 2026", "June 2021").encode()
    report = analyzer.analyze(left, name="resume.txt", job_text=posting, as_of="2026-11-21")
    row = next(row for row in report.requirements if row.min_months)
    assert (row.status, row.within_months) == (
        status,
        {"": None, " within the last ten years": 120}.get(window, 24),
    )
    assert said in row.summary
    assert (row.credit == 1.0) == (status == "met")


ROLE = """Facilities Technician

Requirements
- At least 4 years of experience in a similar role
- Preventive maintenance
- Soldering
- AutoCAD
"""


def test_years_without_a_subject_are_those_of_jobs_that_show_what_the_role_requires(analyzer):
    same = years(
        analyzer, ROLE, "Handywoman", "Preventive maintenance of boilers.", "Drew kitchens in AutoCAD."
    )
    other = years(analyzer, ROLE, "Receptionist", "Greeted the guests of three hotels by name.")
    assert (same.status, other.status) == ("met", "missing")


def test_years_and_licences_weigh_more_than_one_skill():
    def row(kind, **more):
        return Requirement(id=f"{kind}{len(more)}", title="x", kind=kind, necessity="required", **more)

    rows = [row(Kind.SKILL), row(Kind.EXPERIENCE, min_months=24), row(Kind.CERTIFICATION)]
    rows += [row(Kind.EXPERIENCE), row(Kind.CERTIFICATION, open=True)]
    policy = POLICY.score.model_copy(update={"gate_share": 0.0})
    skill, time, licence, work, any_certificate = (weigh(rows, policy)[r.id].weight for r in rows)
    assert time == skill * POLICY.score.years_factor
    assert licence == skill * POLICY.score.gate_factor
    assert work == any_certificate == skill
    assert Necessity.REQUIRED is rows[0].necessity


WIRING = "Maintenance Electrician\n\nRequirements\n- At least 5 years of experience\n- PLC fault finding\n- Excel\n"


@pytest.mark.parametrize(
    ("title", "duty", "status"),
    [
        ("Electrician", "Found faults in the PLC of the bottling line.", "met"),
        ("Electrician", "Kept the lamps of the hall in order.", "partial"),
        ("Florist", "Found faults in the PLC of the bottling line.", "missing"),
    ],
)
def test_a_trade_without_its_speciality_counts_in_part_but_for_a_skill_of_the_role(
    analyzer, title, duty, status
):
    assert years(analyzer, WIRING, title, duty).status == status


HAULAGE = "HGV Driver\n\nRequirements\n- At least 9 years of experience as an HGV driver\n- Route planning\n"


@pytest.mark.parametrize(
    ("title", "duty", "status"),
    [
        ("Tanker Driver", "Did the route planning for the farms.", "met"),
        ("Tanker Driver", "Kept the papers of every load.", "partial"),
        ("Van Driver", "Kept the papers of every load.", "missing"),
        ("Truck Sales Manager", "Kept the papers of every load.", "missing"),
    ],
)
def test_years_under_another_title_of_the_trade_count(analyzer, title, duty, status):
    assert years(analyzer, HAULAGE, title, duty).status == status


def test_the_name_of_a_vehicle_asks_for_no_certificate(analyzer):
    report = analyzer.analyze(
        RESUME.format(title="Tanker Driver", duties="").encode(), name="resume.txt", job_text=HAULAGE
    )
    assert not [row for row in report.requirements if row.kind == Kind.CERTIFICATION]


EVENTS = """Event Manager

Requirements
- At least 4 years in event delivery
- Excel
- Risk assessments
"""


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("Senior Event Executive", "met"),
        ("Head of Events", "met"),
        ("Event Sales Executive", "partial"),
        ("Event Assistant", "missing"),
        ("Event Intern", "missing"),
        ("Office Manager", "missing"),
    ],
)
def test_a_title_with_the_words_of_the_trade_is_of_it_under_any_general_noun(analyzer, title, status):
    assert years(analyzer, EVENTS, title, "Kept the diary of the house.").status == status


def test_a_bare_noun_is_of_the_trade_that_its_employer_names(analyzer):
    asked = "Crane Operator\n\nRequirements\n- At least 4 years of experience in the role\n- Excel\n"
    alone = years(analyzer, asked, "Operator", "Loaded the press every morning.")
    named = years(analyzer, asked, "Operator", "Drove a 60 tonne crane on bridges.")
    assert (alone.status, named.status) == ("partial", "met")


def test_a_subject_with_a_word_of_the_title_is_the_work_of_the_role(analyzer):
    asked = "Flood Claims Adjuster\n\nRequirements\n- At least 4 years adjusting flood claims\n- Excel\n- Reports\n"
    titled = years(analyzer, asked, "Claims Adjuster", "Went to flooded houses and priced the damage.")
    near = years(analyzer, asked, "Claims Officer", "Went to flooded houses and priced the damage.")
    other = years(analyzer, asked, "Baggage Officer", "Went to flooded houses and priced the damage.")
    assert (titled.status, near.status, other.status) == ("met", "partial", "missing")


FLEET = "Fleet Vehicle Engineer\n\nRequirements\n- At least 5 years of experience in {subject}\n- Excel\n"


@pytest.mark.parametrize(
    ("title", "subject", "status"),
    [
        ("Senior FVE", "fleet vehicle engineering", "met"),
        ("Senior CPC", "fleet vehicle engineering", "missing"),
        ("Fleet Vehicle Engineer", "examining trailers", "met"),
        ("Fleet Vehicle Engineer", "deep learning", "missing"),
    ],
)
def test_a_title_counts_for_its_own_profession_and_by_its_initials(analyzer, title, subject, status):
    assert years(analyzer, FLEET.format(subject=subject), title, "Answered letters.").status == status


@pytest.mark.parametrize(
    ("title", "subject", "status"),
    [
        ("Saddle Maker", "making saddles", "met"),
        ("Saddle Maker", "saddle making", "met"),
        ("Maker", "saddle making", "partial"),
        ("Saddle Seller", "saddle making", "missing"),
        ("Careers Adviser", "animal care", "missing"),
        ("Staff Accountant", "bookkeeping", "met"),
        ("Head Chef", "cooking", "met"),
        ("Network Administrator", "the network as a network engineer or administrator", "met"),
    ],
)
def test_who_does_a_thing_has_years_in_it(analyzer, title, subject, status):
    asked = f"Helper\n\nRequirements\n- At least 3 years of experience in {subject}\n- Excel\n- Reports\n"
    assert years(analyzer, asked, title, "Answered letters.").status == status


@pytest.mark.parametrize(
    ("subject", "duties", "status"),
    [
        ("falconry", ("Watered the ferns.", "Ran the payroll.", "Did the bookkeeping."), "partial"),
        ("falconry", ("Ran the payroll.",), "missing"),
        ("machine learning", ("Watered the ferns.", "Ran the payroll.", "Did the bookkeeping."), "missing"),
    ],
)
def test_what_the_role_requires_stands_in_part_for_a_subject_that_no_job_names(
    analyzer, subject, duties, status
):
    asked = (
        f"Helper\n\nRequirements\n- At least 3 years of experience in {subject}\n- Payroll\n- Bookkeeping\n"
    )
    row = years(analyzer, asked, "Concierge", *duties)
    assert row.status == status
    assert ("beside it" in " ".join(row.reasons)) == (status == "partial")


@pytest.mark.parametrize(
    ("duties", "status"),
    [
        (("Did the account reconciliation.", "Kept the general ledger."), "missing"),
        (("Did the account reconciliation.", "Did the payroll of four sites."), "met"),
    ],
)
def test_the_work_of_a_role_shows_in_several_things_that_it_requires(analyzer, duties, status):
    asked = (
        "Falconer\n\nRequirements\n- At least 3 years of experience in the role\n- Accounting\n- Payroll\n"
    )
    assert years(analyzer, asked, "Concierge", *duties).status == status


@pytest.mark.parametrize(
    ("musts", "duties", "status"),
    [
        ("- Python\n", ("Built the tools for the ferry in Python with Django and pandas.",), "met"),
        ("- Python or Java\n", ("Built the tools for the ferry in Python with Django and pandas.",), "met"),
        ("- Python\n", ("Wrote a script in Python that sorts the post.",), "missing"),
        (
            "- AWS\n- Falconry\n",
            ("Ran EC2 and S3.", "Wrote Lambda functions.", "Kept RDS patched."),
            "partial",
        ),
        ("- AWS\n- Falconry\n", ("Ran EC2 and S3.",), "missing"),
    ],
)
def test_kinds_of_the_one_thing_that_a_role_requires_are_its_work_and_many_kinds_of_one_of_several_are_in_part(
    analyzer, musts, duties, status
):
    asked = f"Tool Smith\n\nRequirements\n{musts}- At least 3 years of professional experience\n"
    assert years(analyzer, asked, "Concierge", *duties).status == status


def test_a_job_whose_title_names_a_kind_of_the_subject_is_about_it(analyzer):
    asked = "Helper\n\nRequirements\n- At least 3 years of experience in marketing\n- Excel\n- Reports\n"
    titled = years(analyzer, asked, "SEO Manager", "Answered letters.")
    other = years(analyzer, asked, "Garden Manager", "Answered letters.")
    assert (titled.status, other.status) == ("met", "missing")


AUDITS = "Controller\n\nRequirements\n- At least 5 years of {} experience\n- Excel\n- SAP\n"


@pytest.mark.parametrize(
    ("asked", "duty", "status"),
    [
        ("public accounting", "Closed the books of the dairy.", "partial"),
        ("public accounting", "Did public accounting for a dozen shops.", "met"),
        ("progressive hands-on accounting", "Closed the books of the dairy.", "met"),
        ("corporate accounting", "Closed the books of the dairy.", "partial"),
        ("corporate accounting", "Closed the books of the corporation.", "met"),
    ],
)
def test_a_word_that_narrows_the_subject_of_years_is_borne_out_by_the_job(analyzer, asked, duty, status):
    assert years(analyzer, AUDITS.format(asked), "Accountant", duty).status == status


def test_months_of_jobs_that_only_touch_on_a_subject_are_called_so(analyzer):
    touched = years(analyzer, BUYING, "Office Manager", "Ordered toner and paper through procurement.")
    titled = years(analyzer, BUYING, "Procurement Officer", "Ordered toner and paper.")
    assert "in jobs that only touch on it" in touched.summary
    assert "in dated jobs" in titled.summary


CANTEEN = "School Cook\n\nRequirements\n- Experience in a school or institutional setting\n- Excel\n- SAP\n"


@pytest.mark.parametrize(
    ("title", "duty", "status"),
    [
        ("Cook", "Cooked for a harbour restaurant.", "missing"),
        ("Lead Cook", "Cooked for a harbour restaurant.", "missing"),
        ("Cook", "Cooked for the four hundred pupils of a primary school.", "met"),
        ("Cook", "Cooked in institutional kitchens.", "met"),
        ("Porter, Linden School", "Carried chairs.", "met"),
    ],
)
def test_where_work_was_done_is_told_by_the_job_and_not_by_its_trade(analyzer, title, duty, status):
    text = RESUME.format(title=title, duties=f"- {duty}")
    report = analyzer.analyze(text.encode(), name="resume.txt", job_text=CANTEEN, as_of="2026-11-21")
    row = next(row for row in report.requirements if row.kind == "experience")
    assert row.status == status, (row.title, row.reasons)


OFFICE = "Payroll Clerk\n\nRequirements\n- Experience in a {} setting\n- Excel\n- SAP\n"


@pytest.mark.parametrize(
    ("setting", "title", "duty", "status"),
    [
        ("law firm", "Bookkeeper, Ashby and Cole LLP", "Kept the ledgers.", "met"),
        ("healthcare", "Bookkeeper", "Kept the ledgers of a hospital.", "met"),
        ("busy office", "Office Manager", "Kept the ledgers.", "met"),
        ("highly regulated", "Payroll Clerk", "Kept the ledgers under FDA rules.", "partial"),
        ("law firm", "Bookkeeper", "Kept the ledgers of a boutique.", "missing"),
        ("highly regulated", "Gardener", "Weeded the beds.", "missing"),
    ],
)
def test_a_setting_is_missing_only_where_the_jobs_say_another(analyzer, setting, title, duty, status):
    text = RESUME.format(title=title, duties=f"- {duty}")
    posting = OFFICE.format(setting)
    report = analyzer.analyze(text.encode(), name="resume.txt", job_text=posting, as_of="2026-11-21")
    row = next(row for row in report.requirements if row.kind == "experience")
    assert row.status == status, (row.title, row.reasons)


@pytest.mark.parametrize(
    ("asked", "role", "title", "duty", "status"),
    [
        ("insurance claims", "Adjuster", "Claims Representative", "Closed files for a house of insurance.", "met"),
        ("insurance claims", "Adjuster", "Office Manager", "Filed claims for a house of insurance.", "missing"),
        ("civil litigation", "Litigation Paralegal", "Paralegal", "Kept the calendar of civil and family litigation.", "partial"),
        ("machine learning", "Software Engineer", "Software Engineer", "Kept learning about the machine.", "missing"),
        ("critical care", "Nurse", "Nurse", "Gave critical feedback to juniors; care of the elderly.", "missing"),
        ("construction management", "Project Manager", "Project Manager", "Management of apps; the office was under construction.", "missing"),
        ("civil litigation", "Litigation Paralegal", "Florist", "Kept the calendar of civil and family litigation.", "missing"),
    ],
)  # fmt: skip
def test_a_job_of_the_trade_that_says_the_words_of_a_subject_is_of_it(
    analyzer, asked, role, title, duty, status
):
    posting = f"{role}\n\nRequirements\n- At least 3 years of experience in {asked}\n- Excel\n- SAP\n"
    assert years(analyzer, posting, title, duty).status == status


def test_recent_experience_is_looked_for_in_no_less_time_than_is_asked_for(analyzer):
    posting = (
        "Buyer\n\nRequirements\n- At least 5 years of recent experience in procurement\n- Excel\n- SAP\n"
    )
    row = years(analyzer, posting, "Procurement Officer", "Ran procurement for four sites.")
    assert (row.within_months, row.status) == (60, "met")
    assert row.credit > 0.95


def test_years_of_any_work_are_those_of_all_dated_jobs(analyzer):
    posting = "Buyer\n\nRequirements\n- At least 7 years of {} experience\n- Excel\n- SAP\n"
    total = years(analyzer, posting.format("total professional"), "Beekeeper")
    same_role = years(analyzer, posting.format("professional"), "Beekeeper")
    assert (total.status, same_role.status) == ("met", "missing")


def test_another_title_of_the_trade_is_of_a_helper_s_work_in_part_and_not_of_a_manager_s(analyzer):
    posting = "{}\n\nRequirements\n- 5 years of experience in a similar role\n- Excel\n- SAP\n"
    helper = years(analyzer, posting.format("Care Assistant"), "Home Health Aide")
    manager = years(analyzer, posting.format("Retail Manager"), "Checkout Operator")
    assert (helper.status, manager.status) == ("partial", "missing")


def test_a_window_with_a_number_is_not_widened_by_the_years_that_are_asked_for(analyzer):
    posting = "Buyer\n\nRequirements\n- 10 years of procurement within the last 5 years\n- Excel\n- SAP\n"
    row = years(analyzer, posting, "Procurement Officer", "Ran procurement for four sites.")
    assert (row.min_months, row.within_months) == (120, 60)
    assert row.credit < 0.75  # the months within the window, and half of the others


PLACE = "Clerk\n\nRequirements\n- Two years of experience {}\n- Excel\n- SAP\n"


@pytest.mark.parametrize(
    ("asked", "employer", "status"),
    [
        ("in a dental practice", "Quill Dental Care", "met"),
        ("in a dental practice", "Quill Quarry", "missing"),
        ("in a dental clinic", "Quill Hospital", "missing"),
        ("in a busy dental clinic", "Quill Dental Care", "met"),
        ("at a law firm", "Quill & Tarn Solicitors", "met"),
        ("at a law firm", "Quill Primary School", "missing"),
        ("working in a school", "Quill Primary School", "met"),
        ("in a hotel or restaurant", "Quill Hotel", "met"),
        ("in a hotel or restaurant", "Quill Hospital", "missing"),
    ],
)
def test_years_in_a_place_are_those_at_employers_of_that_kind(analyzer, asked, employer, status):
    text = RESUME.format(title="Clerk", duties="- Kept the ledger.").replace("Quill & Tarn", employer)
    report = analyzer.analyze(
        text.encode(), name="resume.txt", job_text=PLACE.format(asked), as_of="2026-11-21"
    )
    row = next(row for row in report.requirements if row.min_months)
    assert (row.status == "missing") == (status == "missing"), (row.title, row.reasons)


SEVERAL = (
    "Buyer\n\nRequirements\n- At least 5 years of experience in procurement {} bricklaying\n- Excel\n- SAP\n"
)


@pytest.mark.parametrize(("joined", "credit"), [("or", 1.0), ("and", 0.5)])
def test_of_several_subjects_each_is_asked_for_or_any(analyzer, joined, credit):
    row = years(analyzer, SEVERAL.format(joined), "Procurement Officer", "Ran procurement for four sites.")
    assert row.credit == pytest.approx(credit, abs=0.01), row.reasons
    if joined == "and":
        assert {reason.partition(":")[0] for reason in row.reasons} == {"procurement", "masonry"}
        assert row.summary.startswith("masonry: ")


def test_months_in_any_subject_of_a_choice_add_up(analyzer):
    text = RESUME.format(title="Procurement Officer", duties="- Ran procurement for four sites.")
    text = text.replace("January 2017 - October 2026", "January 2023 - October 2026")
    text += (
        "\nBricklayer, Tarn Works, Harwick\nJanuary 2020 - December 2022\n- Laid bricks and pointed walls.\n"
    )
    report = analyzer.analyze(
        text.encode(), name="resume.txt", job_text=SEVERAL.format("or"), as_of="2026-11-21"
    )
    row = next(row for row in report.requirements if row.min_months)
    assert row.status == "met", row.reasons


@pytest.mark.parametrize(
    ("title", "duty", "status"),
    [
        ("Software Engineer", "Built REST APIs for the bills of the town.", "met"),
        ("Software Engineer", "Wrote the minutes of the board.", "missing"),
        ("Office Clerk", "Built REST APIs for the bills of the town.", "missing"),
    ],
)
def test_one_kind_of_a_subject_is_enough_in_the_trade_that_it_is_part_of(analyzer, title, duty, status):
    asked = "Helper\n\nRequirements\n- At least 3 years of back-end development\n- Excel\n- Reports\n"
    assert years(analyzer, asked, title, duty).status == status
