"""Heads that tell more than title, employer and one period: prose behind them, several periods, posts under one employer."""

import pytest

from gapcheck.resume.model import EntryKind

from .conftest import resume_of

TOP = "Jo Sample\njo@example.com\n\n"


def heads(text):
    return [
        (e.title, e.employer, *((str(e.period.start), str(e.period.end or "")) if e.period else ("", "")))
        for e in resume_of(TOP + text).entries
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Baker at Sample Mills, Leeds, March 2020 to May 2021. I designed the ovens and\ntaught two others to run them.",
        "Baker, Sample Mills, March 2020 - May 2021: designed the ovens, and taught others.",
        "March 2020 to May 2021, Baker, Sample Mills. Designed the ovens in 2020; sold them in June 2021.",
        "Baker, Sample Mills (March 2020 - May 2021). Designed the ovens and taught two others.",
        "Baker | Sample Mills | March 2020 - May 2021 Designed ovens and taught two others",
    ],
)
def test_prose_on_the_line_of_the_head_is_told_apart(line):
    text = f"Experience\n\n{line}\n\nCommis, Sample Inn, Jan 2018 - Feb 2020\n- cooked\n"
    assert heads(text) == [
        ("Baker", "Sample Mills", "2020-03", "2021-05"),
        ("Commis", "Sample Inn", "2018-01", "2020-02"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Sample Mills Ltd March 2020 to May 2021 Baker",
        "Sample Mills Ltd | March 2020 - May 2021 | Baker",
        "Sample Mills Ltd, Leeds, UK, March 2020 - May 2021, Baker",
        "Baker March 2020 to May 2021 Sample Mills Ltd",
        "Baker (March 2020 - May 2021), Sample Mills Ltd",
        "Baker March 2020 - May 2021: Sample Mills Ltd",
        "Baker | Sample Mills Ltd | March 2020 - May 2021 | Utrecht",
        "Baker, Sample Mills Ltd, March 2020 - May 2021. Utrecht",
        "Baker, Sample Mills Ltd\nMarch 2020 - May 2021 (part-time)",
        "Baker, Sample Mills Ltd\nMarch 2020 - May 2021, 22.5 hours a week",
        "Baker, Sample Mills Ltd\nMarch 2020 - May 2021, three days a week",
        "Baker, Sample Mills Ltd\nMarch 2020 - May 2021 (2 shifts per week)",
    ],
)
def test_dates_come_anywhere_in_a_head(line):
    text = f"Experience\n\n{line}\n- baked bread\n\n{line.replace('2020', '2016').replace('2021', '2018')}\n- cooked\n"
    assert heads(text) == [
        ("Baker", "Sample Mills Ltd", "2020-03", "2021-05"),
        ("Baker", "Sample Mills Ltd", "2016-03", "2018-05"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "March 2020 to May 2021 Baker Sample Mills Ltd Leeds, UK",
        "Baker March 2020 to May 2021 Sample Mills Ltd Leeds, UK",
        "Sample Mills Ltd: Baker [March 2020 - May 2021]",
        "Sample Mills Ltd — Baker — March 2020 - May 2021 — Utrecht",
        "Leeds, UK | Sample Mills Ltd | Baker | March 2020 - May 2021",
        "March 2020\nto\nMay 2021\nSample Mills Ltd Baker",
        "Baker\nMarch 2020 to May 2021 Sample Mills Ltd - Leeds, UK",
    ],
)
def test_title_employer_and_place_are_told_apart_by_their_words(head):
    assert heads(f"Experience\n\n{head}\n- baked bread\n") == [
        ("Baker", "Sample Mills Ltd", "2020-03", "2021-05")
    ]


@pytest.mark.parametrize(
    ("line", "title", "employer"),
    [
        ("Sample Inn - Senior PMM (menus), 2019 - 2021", "Senior PMM (menus)", "Sample Inn"),
        ("Cashier / Server, Sample Inn, 2019 - 2021", "Cashier / Server", "Sample Inn"),
        ("Information Officer, Sr., 2019 - 2021 Sample Council", "Information Officer, Sr", "Sample Council"),
        ("Regional Sales Trainer 2019 - 2021", "Regional Sales Trainer", ""),
        ("Captain of the Grey Heron 2019 - 2021", "Captain of the Grey Heron", ""),
        ("St. Jude Hospital, Nurse, 2019 - 2021", "Nurse", "St. Jude Hospital"),
        (
            "Marketing & Website Manager Sample Mills, 2019 - 2021",
            "Marketing & Website Manager",
            "Sample Mills",
        ),
        ("Teacher of Latin Sample School 2019 - 2021", "Teacher of Latin", "Sample School"),
    ],
)
def test_what_belongs_to_a_title(line, title, employer):
    text = f"Experience\n\n{line}\n- did what there was to do\n"
    assert heads(text) == [(title, employer, "2019", "2021")]


@pytest.mark.parametrize(
    "line",
    [
        "Rebuilt the bakery 2017 to 2019 Every Oven Was New",
        "The bakery won prizes from 2017 to 2019 for its bread.",
        "Bread prizes of the town 2017 to 2019 for rye",
    ],
)
def test_a_line_of_work_with_dates_inside_opens_no_entry(line):
    text = f"Experience\n\nBaker, Sample Mills, 2016 - 2022\n{line}\n"
    assert heads(text) == [("Baker", "Sample Mills", "2016", "2022")]


def test_what_stands_behind_the_head_on_its_line_is_read_as_work():
    text = "Experience\n\nBaker at Sample Mills, March 2020 to May 2021. I designed the ovens there.\n"
    resume = resume_of(TOP + text)
    read = [p.span.of(resume.document.text) for p in resume.passages if not p.title]
    assert "I designed the ovens there." in " ".join(read)


def test_a_career_told_without_any_heading():
    text = (
        "I bake. Ten years of it.\n\nHead Baker at Sample Mills, Leeds, March 2020 to present. I run the ovens.\n\n"
        "Pastry Cook at Sample & Sons Ltd, 2014 to February 2020. Cakes and pies.\n\nI speak Dutch.\n"
    )
    assert heads(text) == [
        ("Head Baker", "Sample Mills", "2020-03", ""),
        ("Pastry Cook", "Sample & Sons Ltd", "2014", "2020-02"),
    ]


def test_a_sentence_with_dates_in_it_opens_no_entry():
    text = (
        "Experience\n\nBaker, Sample Mills, 2016 - 2022\n"
        "From 2018 to 2020, in the new bakery, we made bread for hospitals and schools.\n"
        "I was a teacher from 2010 to 2012, before. That was another life.\n"
    )
    assert [head[0] for head in heads(text)] == ["Baker"]


@pytest.mark.parametrize(
    ("dates", "months"),
    [
        ("Jan 2019 - Mar 2020, again Jan 2022 - Mar 2022", (18, 18)),
        ("Summer 2013, Summer 2014", (6, 6)),
        ("2016-2017, 2019-2020", (4, 48)),
    ],
)
def test_several_periods_of_one_post_are_added_without_the_time_between(dates, months):
    resume = resume_of(TOP + f"Experience\n\nGuide, Sample Park, {dates}\n- led walks\n")
    (entry,) = resume.entries
    assert entry.months == months == resume.experience
    assert (entry.title, entry.employer) == ("Guide", "Sample Park")


def test_a_promotion_in_the_head_goes_on_with_the_post():
    text = "Experience\n\nCook, Sample Inn, Jan 2019 – Mar 2021 (Leeds), promoted to Chef from April 2021 to June 2022\n- cooked\n"
    assert heads(text) == [("Cook", "Sample Inn", "2019-01", "2022-06")]


def test_undated_jobs_below_dated_ones_are_jobs_of_their_own():
    text = (
        "Experience\n\nSupervisor\nSample Depot, Leeds\nMay 2018 - Present\n- led a crew\n\n"
        "Forklift Operator\nSample Paper Company\n- loaded trucks\n- trained newcomers\n\nBarista, Café Sample\n- made coffee\n"
    )
    assert heads(text) == [
        ("Supervisor", "Sample Depot", "2018-05", ""),
        ("Forklift Operator", "Sample Paper Company", "", ""),
        ("Barista", "Café Sample", "", ""),
    ]


def test_a_subheading_within_a_job_is_no_undated_job():
    text = (
        "Experience\n\nBaker, Sample Mills, 2016 - 2022\n- baked\n\nKey achievements\n- won a prize\n\n"
        "Worked with the head baker and the owner\n- planned\n"
    )
    assert len(heads(text)) == 1


def test_posts_under_an_employer_with_its_place_and_whole_time():
    text = (
        "Experience\n\nSample Robotics, Leeds (2016 - present)\n  Manager (Jan 2021 - present)\n    - led nine\n"
        "  Engineer (Jun 2018 - Dec 2020)\n    - built arms\n\nDeveloper, Sample Sites, 2014–2016\n- built sites\n"
    )
    assert heads(text) == [
        ("Manager", "Sample Robotics", "2021-01", ""),
        ("Engineer", "Sample Robotics", "2018-06", "2020-12"),
        ("Developer", "Sample Sites", "2014", "2016"),
    ]


def test_a_head_without_a_title_has_none_rather_than_the_town():
    text = "Contracts\n\n05/24 - 06/25    Sample Insurance, Bristol\n- pipelines\n"
    assert heads(text) == [("", "Sample Insurance", "2024-05", "2025-06")]


def test_legal_forms_stay_with_their_firm():
    text = "Experience\n\nPanadero, Aceites del Ebro, S.A. — Zaragoza, 2012 - 2013\n- horno\n"
    assert heads(text)[0][1] == "Aceites del Ebro, S.A."


def test_kinds_of_undated_posts():
    text = "Experience\n\nBaker, Sample Mills, 2016 - 2022\n- baked\n\nKitchen Intern, Sample Inn\n- peeled\n"
    assert [e.kind for e in resume_of(TOP + text).entries] == [EntryKind.JOB, EntryKind.INTERNSHIP]


def test_years_of_prizes_are_no_post():
    text = "Teaching\n\n- Probability, lectures, since 2014\n- Baking, since 2019\n\nTeaching prize of the faculty, 2018 and 2023.\n"
    assert [head[0] for head in heads(text)] == ["Probability", "Baking"]


def test_a_role_in_the_first_bullet_below_its_dates():
    text = (
        "Experience\n\nMar 2021 - Present\n• Head Baker, Sample Mills Ltd\n• Moved the ovens\n"
        "Jun 2017 - Feb 2021\n• Baker, Sample GmbH\n• Rebuilt the shop\n"
    )
    assert heads(text) == [
        ("Head Baker", "Sample Mills Ltd", "2021-03", ""),
        ("Baker", "Sample GmbH", "2017-06", "2021-02"),
    ]


def test_a_further_post_at_the_employer_of_the_head_above():
    text = (
        "Experience\n\nSample Mills Ltd\n4 years 2 months\nHead Baker\nJanuary 2024 - Present (2 years 11 months)\n"
        "Leeds, England\nRan the ovens of two shops and the van.\n\n"
        "Baker\nOctober 2022 - December 2023 (1 year 3 months)\nMade the bread of the whole town.\n"
    )
    assert heads(text) == [
        ("Head Baker", "Sample Mills Ltd", "2024-01", ""),
        ("Baker", "Sample Mills Ltd", "2022-10", "2023-12"),
    ]


def test_an_end_that_cannot_be_read_is_said():
    resume = resume_of(
        TOP + "Experience\n\nBaker, Sample Mills Ltd\nJan 1203 - Jun 2018\n- baked\n\n"
        "Cook, Sample Inn\nMay 2015 - Fbe 2O18\n- cooked\n\nCook, Sample Bar\n2013 - ????\n"
    )
    said = [warning.message for warning in resume.document.warnings if warning.code == "impossible-date"]
    assert any("does not exist" in each for each in said)
    assert any("cannot be read" in each for each in said)
    assert [each.months for each in resume.entries if each.title == "Baker"] == [None]


def test_a_title_with_its_place_below_an_employer_with_its_dates():
    text = (
        "Experience\n\nSample Mills\tJanuary 2019 to Present\nHead Baker\tLeeds, UK\nhttps://mills.example.com/\n"
        "- ran the ovens\n\nSample Inn\tJune 2016 to December 2018\nCook\tHull, UK\nhttps://inn.example.com/\n- cooked\n"
    )
    assert heads(text) == [
        ("Head Baker", "Sample Mills", "2019-01", ""),
        ("Cook", "Sample Inn", "2016-06", "2018-12"),
    ]


@pytest.mark.parametrize(
    ("line", "title", "employer"),
    [
        ("Company Name | City , State Head Baker 03/2020 - 05/2021", "Head Baker", "Company Name"),
        ("Company Name City , State Head Baker 03/2020 to 05/2021", "Head Baker", "Company Name"),
        ("Head Baker 03/2020 to 05/2021 Company Name City , State", "Head Baker", "Company Name"),
        ("Baker March 2020 to May 2021 Company Name - City , State", "Baker", "Company Name"),
        ("Sample Mills, Orrell, MA Head Baker 03/2020 - 05/2021", "Head Baker", "Sample Mills"),
        ("Trainer, LA Sample 03/2020 - 05/2021", "Trainer", "LA Sample"),
        ("Night Porter, PA Sample Works, 03/2020 - 05/2021", "Night Porter", "PA Sample Works"),
        ("Nurse, MD Sample Cancer Center | 03/2020 - 05/2021", "Nurse", "MD Sample Cancer Center"),
    ],
)
def test_a_region_or_a_hidden_employer_ends_without_a_sign(line, title, employer):
    text = f"Experience\n\n{line}\n\nCommis, Sample Inn, Jan 2018 - Feb 2020\n- cooked\n"
    assert heads(text)[0] == (title, employer, "2020-03", "2021-05")


TAILS = [
    "(maternity cover)", ", 0.6 FTE", "(secondment)", "32 hrs", "via Sample Temps", ", evenings", "[bank]",
    "(left to care for my mother)", "*",
]  # fmt: skip


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize(
    "head",
    [
        "Baker\nSample Mills Ltd\nMay 2013 - March 2017{}",
        "Baker, Sample Mills Ltd, May 2013 - March 2017{}",
        "Baker\nSample Mills Ltd, May 2013 - March 2017{}",
        "May 2013 - March 2017{}\nBaker\nSample Mills Ltd",
    ],
)
def test_a_remark_behind_the_dates_of_a_head_loses_no_job(head, tail):
    line = head.format(tail if tail.startswith(",") else f" {tail}")
    assert heads(f"Experience\n\n{line}\n- baked\n") == [("Baker", "Sample Mills Ltd", "2013-05", "2017-03")]


@pytest.mark.parametrize(
    "line",
    [
        "May 2013 - March 2017 (led the ovens of three towns and taught two others in all of them)",
        "May 2013 - March 2017, wrote the recipes",
        "May 2013 - March 2017 was a time of growth for all mills",
    ],
)
def test_a_sentence_behind_dates_is_no_remark(line):
    text = "Experience\n\nBaker, Sample Mills Ltd, May 2012 - June 2018\n- baked\n" + line + "\n"
    assert heads(text) == [("Baker", "Sample Mills Ltd", "2012-05", "2018-06")]


@pytest.mark.parametrize("behind", [", Baker", " (Baker)", " (Sample Mills Ltd)"])
def test_a_name_behind_dates_is_no_remark(behind):
    other = "" if "aker" in behind else "Baker"
    rest = "Sample Mills Ltd" if "aker" in behind else other
    (found,) = heads(f"Experience\n\nMay 2013 - March 2017{behind}\n{rest}\n- mixed flour\n")
    assert (found[0].casefold(), found[1]) == ("baker", "Sample Mills Ltd")
