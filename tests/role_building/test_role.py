"""Job documents -> a role and its file."""

import pytest
import yaml

from gapcheck.errors import GapcheckError
from gapcheck.posting import parse
from gapcheck.reading import read
from gapcheck.role_building import build_role, to_yaml
from gapcheck.taxonomy import Role
from tests.places import SHARED, TAXONOMY

FIRST = """Data Analyst

Requirements
- Python or R
- SQL
- Bachelor's degree in statistics or a related field
- 2+ years of experience

Nice to have
- Cloud platforms such as AWS
"""
SECOND = """Data Analyst at Fernhollow

What you bring
- Strong SQL
- Dashboards in Tableau

Job outlook
SOC Code: 15-2051
"""


@pytest.fixture(scope="module")
def postings(taxonomy, matcher):
    texts = {"first.txt": FIRST, "2nd.txt": SECOND}
    return [parse(read(text.encode(), name=name), taxonomy, matcher) for name, text in texts.items()]


def test_a_role_says_what_its_documents_ask_for(postings, taxonomy) -> None:
    role = build_role(postings, "data-analyst", taxonomy)
    rows = {row.id: row for row in role.requirements}
    assert role.titles[0] == "data analyst"
    assert role.documents == ("2nd.txt", "first.txt")
    assert rows["sql"].support == (2, 2)
    assert rows["python-or-r"].necessity == "required"
    assert rows["cloud-platforms-such-as"].necessity == "preferred"
    assert rows["degree-bachelor"].degree.fields == ("statistics",)
    assert any(row.min_months == 24 for row in role.requirements)
    assert [(fact.name, fact.value) for fact in role.facts] == [("SOC code", "15-2051")]


def test_the_file_is_the_same_whatever_the_order(postings, taxonomy) -> None:
    one = to_yaml(build_role(postings, "data-analyst", taxonomy))
    assert one == to_yaml(build_role(postings[::-1], "data-analyst", taxonomy))


def test_the_file_reads_back_as_the_role(postings, taxonomy) -> None:
    role = build_role(postings, "data-analyst", taxonomy)
    assert Role.model_validate(yaml.safe_load(to_yaml(role))) == role


def test_the_file_holds_no_sentence_of_a_document(postings, taxonomy) -> None:
    text = to_yaml(build_role(postings, "data-analyst", taxonomy))
    assert "Dashboards in Tableau" not in text
    assert "years of experience\n" not in text.replace("2 years of experience", "")


@pytest.mark.parametrize("name", ["Data Analyst", "", "data_analyst", "data--analyst"])
def test_a_name_that_is_no_id_is_refused_with_a_proposal(postings, taxonomy, name) -> None:
    with pytest.raises(GapcheckError, match=r"is not a valid role id\. Write it as data-analyst"):
        build_role(postings, name, taxonomy)


def test_a_role_of_no_document_is_refused(taxonomy) -> None:
    with pytest.raises(GapcheckError, match="at least one job document"):
        build_role([], "data-analyst", taxonomy)


def test_the_shipped_role_is_what_its_documents_give(taxonomy, matcher) -> None:
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("the job documents that the role was read from are not here")
    found = [parse(read(path), taxonomy, matcher) for path in sorted(folder.glob("*.txt"))]
    shipped = TAXONOMY / "roles" / "machine-learning-engineer.yaml"
    assert to_yaml(build_role(found, "machine-learning-engineer", taxonomy)) == shipped.read_text()
