import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from gapcheck.taxonomy.schema import schemas
from tests.places import TAXONOMY


@pytest.mark.parametrize("name", sorted(schemas()))
def test_the_schema_in_the_folder_is_the_one_that_the_classes_give(name):
    written = TAXONOMY / "schema" / name
    assert written.read_text(encoding="utf-8") == schemas()[name], "run: gapcheck taxonomy schema --out DIR"


def test_no_schema_is_left_behind():
    assert {file.name for file in (TAXONOMY / "schema").iterdir()} == set(schemas())


def checker(name):
    schema = json.loads(schemas()[f"{name}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_short_forms_are_allowed_and_unknown_keys_are_not():
    skills = checker("skills")
    assert skills.is_valid([{"id": "a", "label": "A", "aliases": ["b", {"name": "C"}], "related": ["d"]}])
    assert not skills.is_valid([{"id": "a", "label": "A", "alias": ["b"]}])
    assert not skills.is_valid([{"label": "A"}])
    assert not skills.is_valid({"id": "a", "label": "A"})


@pytest.mark.parametrize(
    "name", ["language/en/dates", "language/en/degrees", "language/en/section_headings", "taxonomy"]
)
def test_the_files_follow_their_schema(name):
    # only files whose words old YAML reads as we do
    checker(Path(name).name).validate(yaml.safe_load((TAXONOMY / f"{name}.yaml").read_text("utf-8")))
