"""Names that only a trade uses so count where the document has something else of the trade."""

import pytest

from gapcheck.matching import Genre, Passage
from gapcheck.matching.matcher import PhraseSkillMatcher, example_runner
from gapcheck.spans import Span
from gapcheck.taxonomy.enums import NameMatch
from gapcheck.taxonomy.model import Alias, Skill

ROWS = (
    Skill(
        id="weir-work",
        label="weir work",
        aliases=(Alias(name="gully clearance", trade=True), Alias(name="ZQA", trade=True)),
        broader=("river-work",),
    ),
    Skill(id="paddle-lifting", label="paddle lifting", broader=("river-work",)),
    Skill(id="river-work", label="river work", broader=("wet-work",)),
    Skill(id="wet-work", label="wet work", umbrella=True, aliases=(Alias(name="wader", match=NameMatch.TITLE),)),
    Skill(id="puddle-care", label="puddle care", broader=("wet-work",)),
    Skill(id="pond-care", label="pond care", aliases=(Alias(name="sluices", trade=True),), broader=("wet-work",)),
    Skill(id="gully", label="gully"),
    Skill(id="reed-cutting", label="reed cutting", aliases=(Alias(name="ZQB", trade=True),), category="marsh"),
    Skill(id="bog-oak", label="bog oak", broader=("wet-work",), category="marsh"),
    Skill(id="heath-care", label="heath care", broader=("wet-work",), category="heath"),
    Skill(id="peat-digging", label="peat digging", aliases=(Alias(name="ZQD", trade=True),), category="marsh"),
    Skill(id="peat-stacking", label="peat stacking", broader=("peat-digging",), category="heath"),
    Skill(id="lock-keeping", label="lock keeping", aliases=(Alias(name="ZQC", trade=True),), broader=("canal-work",)),
    Skill(id="canal-work", label="canal work", broader=("waterways", "wet-work")),
    Skill(id="waterways", label="waterways", aliases=(Alias(name="wharfinger", match=NameMatch.TITLE),)),
    Skill(id="bank-work", label="bank work", broader=("waterways", "wet-work")),
    Skill(id="moorings", label="moorings", broader=("bank-work",), patterns=("moor+ ... barges",)),
    Skill(id="dredging", label="dredging", broader=("bank-work",), trade_patterns=("scoop+ ... beds", "scoop+ ... silt")),
    Skill(id="towpaths", label="towpaths", broader=("bank-work",)),
    Skill(id="osiers", label="osiers", broader=("osier-work",)),
    Skill(id="osier-work", label="osier work", broader=("wet-work",)),
    Skill(id="withies", label="withies", broader=("osier-work",)),
    Skill(id="zqe", label="ZQE", trade_label=True, aliases=(Alias(name="eel traps"),)),
    Skill(id="fish-passes", label="fish passes", broader=("weir-work",), trade=True),
)  # fmt: skip


@pytest.fixture(scope="module")
def own_taxonomy(taxonomy):
    return taxonomy.with_skills(ROWS)


@pytest.fixture(scope="module")
def found(own_taxonomy):
    matcher = PhraseSkillMatcher(own_taxonomy)
    own = {row.id for row in ROWS}

    def named(*lines: str, title: str = "") -> set[str]:
        lines = (*lines, title) if title else lines
        text = "\n".join(lines)
        ends = [len("\n".join(lines[: at + 1])) for at in range(len(lines))]
        passages = [
            Passage(Span(end - len(line), end), title=line == title)
            for line, end in zip(lines, ends, strict=True)
        ]
        mentions = matcher.find(text, passages, genre=Genre.RESUME).mentions
        return {each.skill for each in mentions} & own

    return named


def test_alone_it_does_not_count_and_a_shorter_name_within_it_does(found):
    assert found("Did the gully clearance", "Sold fish") == {"gully"}


@pytest.mark.parametrize(
    "other", ["Weir work each autumn", "The ZQA was set", "Paddle lifting", "River work", "Built fish passes"]
)
def test_beside_another_name_of_the_skill_or_one_of_its_kind_it_counts(found, other):
    assert "weir-work" in found("Did the gully clearance", "Sold fish", other)


def test_the_same_name_twice_is_no_company_in_whatever_number(found):
    assert found("The ZQA was set", "Two ZQAs were set") == set()


def test_a_wide_field_in_common_is_no_company(found):
    assert found("Opened the sluices", "Puddle care for years") == {"puddle-care"}


def test_what_has_no_links_is_of_the_trade_of_its_file(found):
    assert found("Laid the ZQB", "Carved bog oak") == {"reed-cutting", "bog-oak"}
    assert found("Laid the ZQB", "Heath care for years") == {"heath-care"}


def test_what_has_no_links_of_its_own_is_of_the_trade_of_what_links_to_it(found):
    assert found("Laid the ZQD", "Peat stacking") == {"peat-digging", "peat-stacking"}


def test_two_of_a_class_two_steps_above_are_company_and_one_is_not(found):
    assert "lock-keeping" in found("Laid the ZQC", "Kept towpaths", "Cleared moorings")
    assert "lock-keeping" not in found("Laid the ZQC", "Kept towpaths")
    assert "lock-keeping" not in found(
        "Laid the ZQC", "Cut osiers", "Cut withies"
    )  # a wide field is no class


def test_the_title_of_a_job_in_a_class_two_steps_above_is_company_and_its_name_in_a_line_is_not(found):
    assert "lock-keeping" in found("Laid the ZQC", title="Wharfinger")
    assert "lock-keeping" not in found("Laid the ZQC", "Waterways")
    assert "lock-keeping" not in found("Laid the ZQC", title="Wader")  # a wide field


def test_what_a_pattern_shows_is_company(found):
    assert "lock-keeping" in found("Laid the ZQC", "Kept towpaths", "Moored forty barges")


def test_a_label_may_be_a_name_of_the_trade_where_its_other_names_are_not(found):
    assert found("Set the ZQE", "Sold fish") == set()
    assert found("Set eel traps") == {"zqe"}
    assert found("Set the ZQE", "Eel traps") == {"zqe"}


def test_a_pattern_of_a_trade_needs_company_as_its_names_do(found):
    assert found("Scooped twelve beds", "Sold fish") == set()
    assert "dredging" in found("Scooped twelve beds", "Kept towpaths")
    assert "dredging" in found("Scooped twelve beds", "Dredging each spring")
    assert "dredging" in found("Scooped twelve beds", "Moored forty barges")


def test_two_patterns_of_a_skill_are_company_and_one_in_two_places_is_not(found):
    assert found("Scooped twelve beds", "Scooped the silt") == {"dredging"}
    assert found("Scooped twelve beds", "Scooped four beds") == set()


def test_a_pattern_of_a_trade_is_found_in_a_sentence_without_a_document(own_taxonomy):
    assert example_runner(own_taxonomy)(own_taxonomy.skills["dredging"], "Scooped twelve beds")


def test_what_stands_in_another_line_of_the_document_counts_and_that_of_another_document_does_not(found):
    assert found("Weir work each autumn") == {"weir-work"}
    assert found("Did the gully clearance") == {"gully"}


def test_examples_are_sentences_without_a_document(own_taxonomy):
    shows = example_runner(own_taxonomy)
    assert shows(own_taxonomy.skills["weir-work"], "Did the gully clearance")
