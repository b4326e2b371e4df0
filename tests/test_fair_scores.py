"""Who somebody is moves no score: names, pronouns, schools, employers' names, addresses, dates of birth, memberships, breaks."""

from __future__ import annotations

import re

import pytest

from gapcheck import GapReport, read
from tests.places import ROOT, shipped_analyzer

LABELLED = ROOT / "benchmarks" / "accuracy" / "resumes"
POSTING = """# Data scientist

## Requirements
- Python and SQL
- Java or R
- Ruby, Julia and Swift
- Docker and Kubernetes
- Machine learning and deep learning with TensorFlow or PyTorch
- Statistics and algorithms
- Experience with Tableau, Spark, Kafka, Oracle, SAP, Salesforce, Snowflake
- Cloud computing (AWS, Azure)
- Bachelor's degree in computer science
- 5 years of experience in data science
- Ruby on Rails, Spring Boot, Angular, Scala, Perl, Go, Elixir, Excel, Hive, Keras
"""
ANALYST = """{name}
{address}
mira.h@example.org | +1 202 555 0143
{personal}

SUMMARY
{pronoun} builds models and reports for hospitals and shops.

EXPERIENCE

Data Scientist, {employer}
March 2019 - Present
- Built churn models with Python and scikit-learn and deployed them with Docker.
- {pronoun} presented findings to the board and mentored two juniors.
- Kept the notes of the weekly meeting and answered the questions of the shops about the figures of the month.

Data Analyst | Fig and Sons | Leeds
Jan 2014 - Feb 2019
- Made dashboards in Tableau and cleaned data with pandas.
{gap}
EDUCATION

B.Sc. in Computer Science, {school}, {year}

SKILLS
Python, SQL, Git, Tableau, pandas

{more}
"""
GARDENER = """{name}
{address}
mira.h@example.org | +1 202 555 0143
{personal}

EXPERIENCE

{employer}, Leeds
Head Gardener
March 2019 - Present
- Planted hedges along the avenue and watered them through two dry summers.
- {pronoun} showed two juniors how trees are cut.
- Ordered soil, seeds and gravel for the parks of the town and paid the bills at the end of each month.
- Answered the questions of visitors at the gate every day of the week and showed them the way.

Gardener | Fig and Sons | Leeds
Jan 2014 - Feb 2019
- Repaired mowers and saws in the shed during winter months and swept the yard each morning of the week.
{gap}
EDUCATION

{school}, Leeds, UK
B.Sc. in Horticulture, {year}

SKILLS
Pruning, Mowing, Planting, Hedge trimming

{more}
"""
PERSON = {
    "name": "Mira Halvorsen",
    "address": "12 Harbour Road, Leeds LS1 4AP",
    "personal": "",
    "pronoun": "She",
    "employer": "Norbo Ltd",
    "school": "Lund University",
    "year": "2010 - 2013",
    "gap": "",
    "more": "",
}
SWAPS = {
    "name": [
        "Julia Ruby", "Ruby Jasmine", "R. Java", "Go Nakamura", "Dr. Amina Excel", "Lakisha Washington",
        "Nguyen Thi Hoa", "JULIA RUBY", "Spring Boot", "Scala, Ruby", "Muhammad Al-Fayed",
    ],
    "address": ["4 Java Street, Ruby, Texas 75001", "Python Road 7, 10115 Berlin", "Lagos, Nigeria", "Ruby, Alaska"],
    "personal": [
        "Date of birth: 3 May 1961", "Born 1990-02-01 in Ankara", "Age: 54", "Nationality: Turkish", "Gender: female",
        "Marital status: married, three children", "Religion: Muslim", "Photo attached", "(they/them)",
        "Place of birth: Java, Indonesia", "Father's name: Ruby Python", "Native place: Julia Creek",
    ],
    "pronoun": ["He", "They", "Ze", "I"],
    "employer": ["Oracle", "Docker Inc", "Spark Networks", "Kubernetes Consulting GmbH", "Data Science Institute"],
    "school": [
        "Massachusetts Institute of Technology", "Python Institute", "School of Data Science", "Kubernetes College",
        "College of Statistics", "University of Computing and Statistics", "TensorFlow University", "Java Academy",
        "Howard University", "Trinity University of Python and Statistics", "Islamic University of Technology", "London School of Economics",
    ],
    "year": ["1981 - 1984", "1999", "May 2012", "1975"],
    "gap": [
        "\nCareer Break\nMar 2016 - Feb 2018\n- Full-time parent of two children.\n",
        "\nParental leave, 2013\n",
        "\nSabbatical | 2013 | Travelled in Asia\n",
    ],
    "more": [
        "AFFILIATIONS\n- Member of Women in Machine Learning",
        "MEMBERSHIPS\nTrade Union of Data Engineers and Cloud Architects\nGreen Party",
        "PROFESSIONAL MEMBERSHIPS\n- Association for Computing Machinery\n- Institute of Mathematical Statistics",
        "ORGANIZATIONS\nChristian Data Science Fellowship, Muslim Deep Learning Society",
        "CLUBS\nRuby on Rails Ladies Club, TensorFlow User Group",
        "Member of the Association for Machine Learning and Cloud Computing.",
        "INTERESTS\nMember of the Java chess club, Kubernetes hiking group",
        "REFERENCES\nDr. Ruby Python, CTO, Kubernetes Consulting\nR. Java, Head of Machine Learning, TensorFlow Studio",
        "PERSONAL DETAILS\nDate of birth: 4 April 1970\nNationality: Indian\nMarital status: Married",
    ],
}  # fmt: skip
DAY = "2026-11-21"


def judged(text: str) -> GapReport:
    return judged_all([text])[0]


def judged_all(texts: list[str]) -> list[GapReport]:
    documents = [read(text.encode(), name="resume.txt") for text in texts]
    found = list(shipped_analyzer().analyze_many(documents, job_text=POSTING, as_of=DAY))
    assert all(isinstance(each, GapReport) for each in found)
    return found


def figures(report: GapReport) -> object:
    return report.score, [(row.id, row.credit, row.status) for row in report.requirements]


@pytest.mark.parametrize("resume", [ANALYST, GARDENER], ids=["analyst", "gardener"])
def test_no_swap_moves_a_score(resume):
    """Several at once, since all of them together must not, either."""
    rounds = max(map(len, SWAPS.values()))
    people = [{slot: values[at % len(values)] for slot, values in SWAPS.items()} for at in range(rounds)]
    before, *after = map(figures, judged_all([resume.format(**each) for each in (PERSON, *people)]))
    assert [who for who, found in zip(people, after, strict=True) if found != before] == []


def test_a_school_still_shows_that_a_line_is_a_degree():
    report = judged(ANALYST.format(**{**PERSON, "school": "Kubernetes College"}))
    (degree,) = report.education
    assert (degree.level, degree.field) == ("bachelor", "Computer Science")
    assert "part of the name of a school or society" in {row.reason for row in report.discarded}


@pytest.mark.parametrize(
    "line",
    [
        "Configured SAML Federation and Kubernetes",
        "Taught Kubernetes at the college of the town",
        "Wrote Kubernetes charts for Union Square, a shop",
    ],
)
def test_words_beside_a_small_noun_stay_evidence(line):
    text = ANALYST.format(**PERSON).replace("Made dashboards in Tableau", line)
    skills = {row.id for row in judged(text).skills}
    assert "kubernetes" in skills


def test_they_are_others_where_the_person_says_i():
    told = "They ran it in Kubernetes, I watched."
    own = ANALYST.format(**{**PERSON, "pronoun": "They"}).replace(
        "Made dashboards", f"{told}\n- Made dashboards"
    )
    assert "kubernetes" not in {row.id for row in judged(own).skills if row.grade == "shown"}
    stated = own.replace("{personal}", "").replace("\n\nSUMMARY", "\n(they/them)\n\nSUMMARY", 1)
    assert "(they/them)" in stated
    assert figures(judged(stated)) == figures(judged(own))


@pytest.mark.skipif(not LABELLED.is_dir(), reason="the benchmarks are not part of this distribution")
def test_no_swap_moves_the_score_of_a_labelled_resume():
    """The longer run over all of them is in benchmarks/fairness.py."""
    for path in sorted(LABELLED.glob("*.pdf"))[:2]:
        text = read(path).text
        name = shipped_analyzer().parse(text.encode(), name="x.txt", as_of=DAY).contact.name
        printed = re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)
        before = figures(judged(text))
        for other in ("Julia Ruby", "R. Java"):
            assert figures(judged(printed.sub(other, text))) == before
        added = (
            f"{text}\n\nMEMBERSHIPS\nSociety of Women in Kubernetes\n\nREFERENCES\nDr. Ruby Scala, Elixir Ltd"
        )
        assert figures(judged(added)) == before
