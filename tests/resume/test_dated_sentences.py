"""Sentences of a job that tell their own time narrow what is said in them, and nothing else."""

import pytest

from gapcheck.matching.mentions import Assertion, Method, SkillMention
from gapcheck.resume import skill_months
from gapcheck.spans import Span

from .conftest import resume_of

RESUME = """
Ida Example
ida@example.com

Experience

Platform Engineer, Example Freight Ltd	March 2018 – June 2024
• {bullet}
• Kept the records of the depot.
"""


def months(bullet, words):
    resume = resume_of(RESUME.format(bullet=bullet))
    assert resume.experience == (76, 76)
    start = resume.document.text.index(words)
    mention = SkillMention("x", Span(start, start + len(words)), words, Method.PHRASE, Assertion.PRESENT)
    return skill_months(resume, [mention])


@pytest.mark.parametrize(
    ("bullet", "words", "expected"),
    [
        ("Since 2023, run the clusters with Kubernetes", "Kubernetes", ((7, 18), "2024-06")),
        ("Since May 2023 run Kubernetes; wrote scripts", "Kubernetes", ((14, 14), "2024-06")),
        ("From 2020 on led the move to Kafka", "Kafka", ((43, 54), "2024-06")),
        ("Led from 2020 to 2021 the move to Kafka", "Kafka", ((2, 24), "2021-12")),
        ("2020–2021: moved the queues to Kafka", "Kafka", ((2, 24), "2021-12")),
        ("Moved the queues to Kafka (2020-2021)", "Kafka", ((2, 24), "2021-12")),
        ("Moved the queues to Kafka (Mar 2020 - May 2020).", "Kafka", ((3, 3), "2020-05")),
        ("Ran the nightly jobs in Perl until 2019", "Perl", ((11, 22), "2019-12")),
        ("Until the end of 2019 the jobs ran in Perl", "Perl", ((11, 22), "2019-12")),
        ("Wrote Perl until 2019, Rust since 2020", "Perl", ((11, 22), "2019-12")),
        ("Wrote Perl until 2019, Rust since 2020", "Rust", ((43, 54), "2024-06")),
        ("Seit 2023 Betrieb der Dienste mit Ansible", "Ansible", ((7, 18), "2024-06")),
        ("Ran Ansible. Since 2023 also Terraform.", "Terraform", ((7, 18), "2024-06")),
        ("Course for trainees (yearly, from 2022): Ansible", "Ansible", ((19, 30), "2024-06")),
    ],
)
def test_the_time_of_the_sentence_counts(bullet, words, expected):
    assert months(bullet, words) == expected


@pytest.mark.parametrize(
    ("bullet", "words"),
    [
        ("Since 2023, run the clusters with Kubernetes", "records"),
        ("Ran Ansible. Since 2023 also Terraform.", "Ansible"),
        ("Moved the queues (2020-2021) and wrote services in Java", "Java"),
        ("Modelled the claims data from 2019 in SQL", "SQL"),
        ("Modelled the claims of 2019 to 2021 in SQL", "SQL"),
        ("Since 2011, the depot has run Java, which I kept alive", "Java"),
        ("Archived the papers (2001-2009) with Java", "Java"),
        ("Since 2018 wrote Java", "Java"),
        ("In 2021 wrote Java", "Java"),
        ("Cut costs to 2019 levels with Java", "Java"),
    ],
)
def test_other_dates_narrow_nothing(bullet, words):
    assert months(bullet, words) == ((76, 76), "2024-06")


def test_a_prize_below_the_courses_is_no_post():
    resume = resume_of("""
Ida Example
ida@example.com

Appointments

2019–present	Lecturer in Statistics, Example University

Teaching

• Linear Models (third year, every autumn since 2020)
• Survey Sampling (for engineers, from 2022): designs and weights
Lecturing prize of the student union, 2018 and 2023.
""")
    assert [str(each.period.start) for each in resume.entries] == ["2019", "2020", "2022"]
    assert not [each for each in resume.entries if "prize" in each.title.casefold()]
