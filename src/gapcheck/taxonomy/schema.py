"""JSON Schemas of the taxonomy's files, made from the classes that read them, for editors that complete and check."""

from __future__ import annotations

import json
from typing import Any

from gapcheck.taxonomy.model import Certification, Role, Skill
from gapcheck.taxonomy.taxonomy import VOCABULARIES

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """File name (skills.json, roles.json ...) -> schema as JSON text; the same classes give the same bytes."""
    made = {
        "skills": _list_of(_with_short_forms(Skill.model_json_schema())),
        "roles": Role.model_json_schema(),
        "certifications": _list_of(Certification.model_json_schema()),
        "taxonomy": {
            "type": "object",
            "properties": {"version": {"type": "string"}},
            "required": ["version"],
            "additionalProperties": False,
        },
        **{stem: kind.model_json_schema() for stem, kind in VOCABULARIES.items()},
    }
    return {
        f"{name}.json": json.dumps({"$schema": _DIALECT, **schema}, indent=2, sort_keys=True) + "\n"
        for name, schema in made.items()
    }


def _with_short_forms(schema: dict[str, Any]) -> dict[str, Any]:
    """An alias may be its name alone, a related skill its id alone; the category is the file's name."""
    properties = schema["properties"]
    del properties["category"]
    for key in ("aliases", "related"):
        items = properties[key]["items"]
        properties[key]["items"] = {"anyOf": [{"type": "string"}, items]}
    for key, full in (("trade_names", "aliases"), ("trade_narrower", "narrower")):
        properties[key] = {**properties[full], "title": key.replace("_", " ").title()}
    return schema


def _list_of(schema: dict[str, Any]) -> dict[str, Any]:
    definitions = schema.pop("$defs", {})
    return {"type": "array", "items": schema, "$defs": definitions}
