"""Terms as a file of skills that a person corrects and that then loads."""

import pytest
import yaml

from gapcheck.role_building import proposals, proposals_yaml
from gapcheck.taxonomy import load

TEXT = """Analyst

Requirements
- Experience with Quorvex, PostgreSQL or MySQL
- Message brokers such as Kafka, Hopperline or RabbitMQ
- Knowledge of ISO 98765
- Familiarity with Ledgerwing
"""


@pytest.fixture
def rows(understood, taxonomy):
    found = understood(one=TEXT, two="Analyst\n\nRequirements\n- Ledgerwing and SQL\n")
    return proposals(found.terms, found.postings, taxonomy)


def test_the_most_typical_come_first(rows):
    assert rows[0].skill.label == "Ledgerwing"
    assert [row.weight for row in rows] == sorted((row.weight for row in rows), reverse=True)


def test_kind_category_class_and_neighbours_are_guessed(rows, taxonomy):
    found = {row.skill.label: row for row in rows}
    assert found["Quorvex"].skill.category == taxonomy.skills["postgresql"].category
    assert set(found["Quorvex"].near) == {"postgresql", "mysql"}
    assert found["Hopperline"].skill.broader == ("message-brokers",)
    assert found["ISO 98765"].skill.kind == "knowledge"


def test_a_form_of_a_known_name_is_said_to_be_one(understood, taxonomy):
    found = understood(one="Biologist\n\nRequirements\n- Experience with PCR and Western blotting\n")
    (row,) = [row for row in proposals(found.terms, found.postings, taxonomy) if row.form_of]
    assert row.form_of == "western-blot"
    assert "perhaps only another name of Western blot" in proposals_yaml((row,), taxonomy, 1)


def test_the_file_has_each_row_with_its_places(rows, taxonomy):
    text = proposals_yaml(rows, taxonomy, 2)
    values = yaml.safe_load(text)
    assert [row["id"] for row in values] == sorted(row["id"] for row in values)
    assert {"id": "quorvex", "label": "Quorvex", "match": "cased"} in values
    assert '# one.txt:4 "Experience with Quorvex, PostgreSQL or MySQL"' in text
    assert "# 2 mentions in 2 of 2 documents" in text


def test_the_file_loads_as_it_is(rows, taxonomy, tmp_path):
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "data.yaml").write_text(proposals_yaml(rows, taxonomy, 2))
    loaded = load(tmp_path)
    assert {row.skill.id for row in rows} <= loaded.skills.keys()
    assert loaded.skills["quorvex"].category == "data"


def test_nothing_to_propose_is_a_file_of_no_rows(taxonomy):
    assert proposals((), (), taxonomy) == ()
    assert yaml.safe_load(proposals_yaml((), taxonomy, 1)) is None
