"""What lines say of their section themselves is weighed against its heading, once, in the outline."""

import pytest

from gapcheck.outline.posting_headings import posting_headings
from gapcheck.posting.parts import parts_of
from gapcheck.reading import read


def kinds(text, taxonomy):
    document = read(text.encode(), name="posting.md")
    return {
        part.span.of(document.text): part.kind.value
        for part in parts_of(document, posting_headings(taxonomy))
        if not part.is_heading
    }


@pytest.mark.parametrize(
    ("heading", "line", "said", "kind"),
    [
        ("Requirements", "Nice to have: a kiln of your own", "a kiln of your own", "preferred"),
        ("What we offer", "Essential: a smile", "Essential: a smile", "benefits"),
        ("About us", "Skills: throwing, glazing", "throwing, glazing", "required"),
        ("Nice to have", "Skills: throwing, glazing", "Skills: throwing, glazing", "preferred"),
        ("Requirements", "Location: Harbour Street", "Location: Harbour Street", "physical"),
    ],
)
def test_a_label_decides_where_it_is_surer_than_the_heading(taxonomy, heading, line, said, kind):
    assert kinds(f"## {heading}\n\n{line}\n", taxonomy)[said] == kind


def test_the_sentence_over_a_list_speaks_for_its_items_only(taxonomy):
    text = "## The studio\n\nWhoever comes to work at our wheels would ideally bring the following skills along:\n\n- throwing\n- glazing\n\nWe open at nine.\n"
    found = kinds(text, taxonomy)
    assert found["throwing"] == found["glazing"] == "preferred"
    assert found["We open at nine."] == "neutral"


def test_a_list_asks_by_its_own_words_where_no_heading_says_anything(taxonomy):
    items = "- Experience with kilns\n- Knowledge of glazes\n- Two wheels\n"
    assert set(kinds(f"## Of pots and pans\n\n{items}", taxonomy).values()) == {"required"}
    assert set(kinds(f"## What we use\n\n{items}", taxonomy).values()) == {"neutral"}


def test_duties_stand_under_any_heading_that_asks(taxonomy):
    text = (
        "## Requirements\n\n- Knowledge of glazes\n- Fires the kilns\n- Performs other duties as assigned\n"
    )
    assert kinds(text, taxonomy) == {
        "Knowledge of glazes": "required",
        "Fires the kilns": "duties",
        "Performs other duties as assigned": "duties",
    }


def test_lines_of_what_candidates_must_have_ask_under_any_heading(posting) -> None:
    job = posting(
        "Clerk\n\nSick pay\nOvertime pay\nWe have a warm office.\nMust have good Docker skills.\nCandidates must have SQL.\nMust hold a forklift licence.\n"
    )
    assert {skill for row in job.statements for skill in row.skills} >= {"docker", "sql"}


def test_an_age_is_no_requirement(posting) -> None:
    job = posting("Clerk\n\nRequirements\n- SQL\n\nAge: below 38 years preferred\n")
    assert [row.skills for row in job.statements] == [("sql",)]


def test_duties_are_known_by_their_lines(posting) -> None:
    read = posting("Clerk\n\nResponsibilities\n- File letters\n- Answer calls\n\nRequirements\n- SQL\n")
    assert [(each.line, each.quote) for each in read.duties] == [(4, "File letters"), (5, "Answer calls")]


@pytest.mark.parametrize("end", [":", ":-", " :", ":**"])
def test_the_sentence_over_a_list_may_end_with_a_colon_and_a_dash(taxonomy, end):
    asked = kinds(
        f"## The studio\n\n{'**' * ('*' in end)}What you need{end}\n\n- throwing\n- glazing\n", taxonomy
    )
    assert asked["throwing"] == asked["glazing"] == "required"


def test_the_list_that_a_sentence_introduces_as_benefits_does_not_ask(taxonomy):
    text = "## What you need\n\n- throwing\n\nWe are glad of you and, in return, we offer the following benefits:-\n\n- A kiln of your own\n"
    found = kinds(text, taxonomy)
    assert (found["throwing"], found["A kiln of your own"]) == ("required", "benefits")


def test_a_question_why_to_work_for_an_employer_opens_benefits(taxonomy):
    assert kinds("## Why Torfjord?\n\n- A kiln of your own\n", taxonomy)["A kiln of your own"] == "benefits"


def test_a_list_of_what_somebody_is_to_be_asks_under_any_heading(posting) -> None:
    asks = "- Have good knowledge of SQL\n- Be able to run Docker\n- Be keen to learn Terraform\n"
    offers = "- Have fun with SQL\n- Be part of the Docker team\n- Have a say in Terraform\n"
    job = posting(f"Kiln Hand\n\n## Why join us?\n\n{asks}\n## Benefits\n\n- Sick pay\n", "job.md")
    assert {s for row in job.statements for s in row.skills} >= {"sql", "docker"}
    assert not posting(f"Kiln Hand\n\n## Why join us?\n\n{offers}", "job.md").statements
