"""What rows are called: by the document's words where these say more than the taxonomy's label."""

import pytest

from gapcheck.posting.naming import own_name
from tests.places import shipped_analyzer


@pytest.mark.parametrize(
    ("surface", "skill", "name"),
    [
        ("localization", "translation", "localization"),
        ("HTML5", "html", "HTML5"),
        ("clean architecture", "software-architecture", "clean architecture"),
        ("data modelling", "data-modeling", None),  # another spelling
        ("containers", "containerization", None),  # what the label is made from
        ("query tuning", "query-optimization", None),  # the same thing, another word for the activity
        ("Golang", "go", None),  # a nickname
        ("organised", "organizational-skills", None),  # a soft skill goes by its label
        ("unit and integration tests", "unit-testing", None),  # two names at once
    ],
)
def test_own_names(taxonomy, surface, skill, name):
    assert own_name(surface, taxonomy.skills[skill], {"data", "query"}) == name


def test_a_posting_shows_its_own_words_and_keeps_the_id():
    job = b"Web Editor\n\nRequirements\n- Experience with HTML5\n- Knowledge of localization\n"
    found = shipped_analyzer().understand([job], names=["a.txt"])
    assert {row.title for row in found.merged} == {"HTML5", "Localization"}
    assert {row.skills for row in found.merged} == {("html",), ("translation",)}


def test_several_postings_share_the_label():
    jobs = [b"Web Editor\n\nRequirements\n- HTML5\n", b"Web Author\n\nRequirements\n- Strong HTML\n"]
    found = shipped_analyzer().understand(jobs, names=["a.txt", "b.txt"])
    assert [row.title for row in found.merged] == ["HTML"]
