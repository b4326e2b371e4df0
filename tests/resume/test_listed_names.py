"""Skills in words of a person's own: what is listed and new to the taxonomy is kept as printed."""

import re

import pytest

from gapcheck.matching.mentions import Assertion, Matches, Method, SkillMention
from gapcheck.spans import Span
from tests.resume.conftest import resume_of

LISTED = """Ilka Marsh
ilka@marsh.example

Skills
{skills}

Experience
Clerk, Marsh Ltd, 2019 to 2021
- Kept the books
"""


class Knows:
    """A matcher that knows a few names."""

    def find(self, text, _, **__):
        return Matches(
            tuple(
                SkillMention("known", Span(*m.span()), m.group(), Method.PHRASE, Assertion.PRESENT)
                for m in re.finditer("Payroll|Excel|Word|bank reconciliations", text)
            )
        )


def names_of(text):
    resume = resume_of(text, Knows())
    return [" ".join(span.of(resume.document.text).split()) for span in resume.listed]


@pytest.fixture
def listed():
    return lambda skills: names_of(LISTED.format(skills=skills))


def test_names_of_several_words_are_kept(listed):
    assert listed("Payroll, hedge laying, kiln loading, clients") == ["hedge laying", "kiln loading"]


def test_single_words_only_where_they_are_printed_like_products(listed):
    assert listed("Payroll, ZQMF, iLoom, materials, Dependable") == ["ZQMF", "iLoom"]


def test_praise_and_sentences_are_no_names(listed):
    assert (
        listed("Payroll, strong communicator, one who always gets the kiln going again, and hedge laying")
        == []
    )


def test_an_item_may_go_on_in_the_next_line(listed):
    assert listed("- Payroll, Excel, hedge\n  laying, kiln loading, Word") == ["hedge laying", "kiln loading"]


def test_what_is_known_is_not_listed_again(listed):
    assert listed("Payroll, bank reconciliations, ocean cruising") == ["ocean cruising"]


def test_only_lists_count():
    text = LISTED.format(skills="Payroll").replace("Kept the books", "Took up hedge laying, then left")
    assert names_of(text) == []
