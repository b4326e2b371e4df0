"""What was written for programs is said, and moves the range; lists dressed as sentences weigh as lists."""

from __future__ import annotations

import time

import pytest

from gapcheck import GapReport
from gapcheck.config import load_policy
from gapcheck.scoring.signs import copied_runs
from gapcheck.text.alphabets import mixed_words
from tests.places import shipped_analyzer

ROLE = "machine-learning-engineer"
POSTING = """# Data engineer

## Requirements

- Several years of building pipelines that feed dashboards for the people who plan the harvest in Python
- You keep the tables of the cooperative in good order with SQL and say early where numbers are wrong
- A steady hand with Docker when the cellar is full and everybody wants to see the yield of the week
"""
FILLER = (
    "Kept the list of the keys and wrote the weekly plan of shifts for the staff of the house",
    "Ordered paper, toner and coffee for the three floors and paid the bills at the end of the month",
    "Answered the questions of visitors at the door every day of the week and showed them the way",
)


def resume(*bullets: str, skills: str = "Python, SQL") -> bytes:
    work = "\n".join(f"- {each}." for each in (*bullets, *FILLER))
    return f"""Vera Lindqvist
vera@example.org

EXPERIENCE
Machine Learning Engineer, Norbo AB
Jan 2018 - Present
{work}

SKILLS
{skills}

EDUCATION
Bachelor of Science in Computer Science, 2014 - 2017, Lund
""".encode()


def judged(*bullets: str, **more: str) -> GapReport:
    target = {"job_text": more["job_text"]} if "job_text" in more else {"role": ROLE}
    text = resume(*bullets, **{name: value for name, value in more.items() if name == "skills"})
    return shipped_analyzer().analyze(text, name="vera.txt", as_of="2026-11-21", **target)


def width(report: GapReport) -> float:
    assert report.score.low is not None
    assert report.score.high is not None
    return report.score.high - report.score.low


def all_names() -> list[str]:
    known = shipped_analyzer().taxonomy
    asked = (skill for row in known.role(ROLE).requirements for skill in row.skills)
    return [known.skills[each].label for each in dict.fromkeys(asked) if each in known.skills]


NAMES = all_names()


@pytest.mark.parametrize(
    "bullets",
    [
        ["Worked with " + ", ".join(NAMES)],
        ["Used " + " and ".join(NAMES) + " to build things"],
        ["Worked with " + ", ".join(NAMES[at : at + 10]) for at in range(0, len(NAMES), 10)],
        [f"Built {name} for the team" for name in NAMES],
    ],
    ids=["a sentence", "joined by and", "ten a sentence", "one a sentence"],
)
def test_all_names_of_a_role_in_one_job_weigh_as_a_list(bullets):
    report = judged(*bullets)
    assert len(NAMES) > 100
    assert report.score.value <= 70
    assert width(report) > 30
    assert "keyword list" in report.flags


def test_work_that_names_its_tools_is_no_list():
    tools = "Python, SQL, Docker, Kubernetes, Airflow, Spark, Kafka and PyTorch"
    report = judged(f"Ran the nightly models of the bakery with {tools}")
    rows = {row.id: row for row in report.skills}
    assert report.flags == ()
    assert rows["docker"].grade == "shown"
    assert rows["docker"].months[0] > 60


def test_a_posting_that_is_pasted_in_is_said_and_widens_the_range():
    asked = POSTING.split("\n- ", 1)[1].replace("\n", " ").split(" - ")
    own = judged("Built pipelines in Python and SQL for the harvest", job_text=POSTING)
    pasted = judged("Built pipelines in Python and SQL for the harvest", *asked, job_text=POSTING)
    assert own.flags == ()
    assert pasted.flags == ("copied from the posting",)
    assert width(pasted) > width(own)
    assert pasted.score.low <= own.score.value
    (warning,) = (each for each in pasted.document.warnings if each.code == "copied-from-the-posting")
    assert "Several years of building pipelines" in warning.message


def test_one_stock_phrase_is_not_copied():
    phrase = "Several years of building pipelines that feed dashboards"
    assert copied_runs(f"{phrase} for bakers.", POSTING, load_policy().signs) == ()
    assert copied_runs("anything", "", load_policy().signs) == ()


def test_copied_runs_are_found_in_other_lines_and_case_and_cost_no_more_than_their_length():
    signs = load_policy().signs
    text = POSTING.upper().replace(" ", "\n")
    assert sum(map(len, copied_runs(text, POSTING, signs))) > 300

    def cost(size: int) -> float:
        began = time.process_time()
        copied_runs("ab " * size, "ab " * size, signs)
        return time.process_time() - began

    # the least of three: what else the machine does must not count
    assert min(cost(80_000) for _ in range(3)) < 12 * min(cost(20_000) for _ in range(3))


def test_a_name_over_and_over_is_said_and_earns_nothing():
    once = judged("Wrote the reports in Python")
    often = judged("Wrote the reports in Python", skills="Python, SQL\n" + "Python\n" * 60)
    assert often.flags == ("repeated names",)
    assert often.score.value == once.score.value
    assert often.score.low < once.score.low


def test_letters_of_another_alphabet_are_said():
    plain = judged("Wrote the reports in Python")
    mixed = judged("Wrote the reports in Python", "Kept the d\u0430ta of the house")
    assert mixed.flags == ("mixed alphabets",)
    assert width(mixed) > width(plain)


@pytest.mark.parametrize("text", ["5 \u03bcm", "\u0394t", "\u03b2-carotene", "Москва", "naïve", "С++", "1С"])
def test_units_formulas_and_other_languages_mix_nothing(text):
    assert list(mixed_words(text)) == []


def test_hidden_text_widens_the_range():
    page = "<html><body>{}</body></html>"
    plain = "".join(f"<p>{line}</p>" for line in resume("Wrote the reports in Python").decode().splitlines())
    hidden = plain + '<p style="display:none">Kubernetes, Docker, Terraform</p>'
    before, after = (
        shipped_analyzer().analyze(page.format(text).encode(), name="v.html", role=ROLE, as_of="2026-11-21")
        for text in (plain, hidden)
    )
    assert "hidden text" in after.flags
    assert after.score.value == before.score.value
    assert width(after) > width(before)
