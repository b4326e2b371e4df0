"""Careers told in sentences, without heads of jobs."""

import itertools

import pytest

from .conftest import resume_of

TOP = "Jo Sample\njo@example.com\n\nAbout my work\n\n"


def told(text):
    return [
        (e.title, e.employer, str(e.period.start), str(e.period.end) if e.period.end else None)
        for e in resume_of(TOP + text).entries
    ]


WHEN = (
    ("since June 2022", "2022-06", None),
    ("from June 2018 to May 2022", "2018-06", "2022-05"),
    ("from 2018 until 2022", "2018", "2022"),
    ("between June 2018 and May 2022", "2018-06", "2022-05"),
)
SENTENCES = (
    "{when} I have been Head of Science at Elm College, Leeds, where I look after eleven teachers.",
    "I have been Head of Science at Elm College {when}.",
    "{when} I was the Head of Science at Elm College, and it was a small place.",
    "{when} I taught at Elm College, Leeds, at first as Head of Science.",
    "I worked as Head of Science for Elm College {when}, which I liked.",
)


@pytest.mark.parametrize(("sentence", "when"), list(itertools.product(SENTENCES, WHEN)))
def test_a_job_in_a_sentence(sentence, when):
    printed, start, end = when
    text = sentence.format(when=printed)
    text = text[0].upper() + text[1:]
    wrapped = text.replace(" at ", "\nat ").replace(" and ", "\nand ", 1)
    for each in (text, wrapped):
        assert told(f"{each}\nI wrote a manual of safety in the laboratory there.\n") == [
            ("Head of Science", "Elm College", start, end)
        ]


def test_a_career_in_paragraphs_counts_and_each_paragraph_tells_of_its_job():
    text = (
        "Since June 2022 I have been a baker at Elm Mills, Leeds. I designed the ovens there.\n\n"
        "Before that, between January 2015 and May 2022, I was a Pastry Chef at Oak Inn. I ran the line.\n\n"
        "In 2024 I was asked to judge bread; that was a day and is not employment.\n"
    )
    assert told(text) == [
        ("baker", "Elm Mills", "2022-06", None),
        ("Pastry Chef", "Oak Inn", "2015-01", "2022-05"),
    ]
    resume = resume_of(TOP + text)
    assert resume.experience == (143, 143)
    assert ["ovens" in e.span.of(resume.document.text) for e in resume.entries] == [True, False]


@pytest.mark.parametrize(
    "sentence",
    [
        "From 2010 to 2012 I was a student at Elm College.",
        "My brother's shop sold bread from 2010 to 2012.",
        "Since 2019 I have been happy at home.",
        "As a baker I was never late.",
        "As a baker I won a prize in 2014.",
        "Since June 2022 I have been looking for work as a baker.",
        "Since 2021 I have been training as a nurse at Sample College.",
        "I have applied for posts as a nurse since 2022.",
        "My goal since 2019 is to work as a data scientist at Acme.",
        "I reported to Kim, who has been head of sales since 2019, as a clerk.",
        "I worked with Kim, who has been at Elm Mills since 2019 as a baker.",
        "I am a member of the Institute as an engineer since 2015.",
        "Since 2020 I have wanted to be employed as a nurse.",
        "Since 2019 my sister has worked as a nurse at Elm Hospital, and I am proud.",
        "Since 2019 I hope that one day I am a baker at Elm Mills.",
        "Since 2019 I have never worked as a baker.",
    ],
)
def test_a_sentence_without_a_post_or_its_time_tells_none(sentence):
    assert told(f"{sentence}\n") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "From 2010 to 2012 I served as a baker at Elm Mills.",
        "From 2010 to 2012 I was employed by Elm Mills in Leeds as a baker at Elm Mills.",
        "From 2010 to 2012 I taught bread and cakes at Elm Mills, Leeds, at first as a baker.",
        "The years from 2010 to 2012 I spent as a baker at Elm Mills, and I want to stay in the trade.",
        "I've worked at Elm Mills as a baker from 2010 to 2012.",
    ],
)
def test_a_verb_of_work_before_as_tells_a_job(sentence):
    assert told(f"{sentence}\n") == [("baker", "Elm Mills", "2010", "2012")]


def test_a_summary_repeats_no_job_of_a_list():
    text = (
        "Jo Sample\njo@example.com\n\nProfile\n\nSince 2019 I have been a baker at Elm Mills, and I like it.\n\n"
        "Experience\n\nBaker, Elm Mills, March 2019 - present\n- baked\n\nCook, Oak Inn, 2016 - 2018\n- cooked\n"
    )
    assert [e.title for e in resume_of(text).entries] == ["Baker", "Cook"]
