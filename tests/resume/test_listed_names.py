"""Skills in words of a person's own: what is listed and new to the taxonomy is kept as printed."""

import re

import pytest

from gapcheck.matching import PhraseSkillMatcher
from gapcheck.matching.mentions import Assertion, Matches, Method, SkillMention
from gapcheck.resume import parse
from gapcheck.spans import Span
from tests.places import shipped_taxonomy
from tests.resume.conftest import AS_OF, document_of, resume_of

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


def test_items_of_general_nouns_are_names_together(listed):
    assert listed("team management, report writing, clients") == ["team management", "report writing"]


def test_single_words_that_are_no_general_nouns_praise_or_adjectives(listed):
    assert listed("Payroll, ZQMF, iLoom, materials, Dependable, coppicing, financial, Advanced") == [
        "ZQMF", "iLoom", "coppicing",
    ]  # fmt: skip


def test_what_holds_a_known_name_is_kept_if_most_of_it_is_new(listed):
    assert listed("full cycle Payroll, wet stone Excel, Excel macros") == [
        "full cycle Payroll",
        "wet stone Excel",
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("hurdles, hedge laying and kiln loading for six farms", ["hurdles", "hedge laying", "kiln loading"]),
        ("Kiln loading, ash sifting, night care", ["Kiln loading", "ash sifting", "night care"]),
        ("hedge laying of two farms", ["hedge laying"]),
        ("farms, houses, one church", []),
        ("Led hedge laying, kiln loading and ash sifting", []),
        ("Verified kiln loads, ash samples", []),
        ("I did hedge laying, kiln loading", []),
        ("Hedge House, Marsh Kilns, Ash Farm", []),
    ],
)
def test_a_line_of_work_without_a_verb_lists_names(line, names):
    assert names_of(LISTED.format(skills="Payroll").replace("Kept the books", line)) == names


def test_what_the_taxonomy_calls_otherwise_is_kept_in_the_persons_words():
    taxonomy = shipped_taxonomy()
    text = LISTED.format(skills="Venepuncture, Excel, teamwork").replace(
        "Kept the books", "Introduced backlog grooming with an Excel sheet"
    )
    resume = parse(document_of(text), taxonomy, PhraseSkillMatcher(taxonomy), as_of=AS_OF)
    names = [span.of(resume.document.text) for span in resume.listed]
    assert "Venepuncture" in names
    assert "backlog grooming" in names
    assert not {"Excel", "teamwork"} & set(names)


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
