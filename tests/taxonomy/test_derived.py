from __future__ import annotations

import gc
from dataclasses import dataclass, field

from gapcheck.taxonomy import Skill, Taxonomy
from gapcheck.taxonomy.derived import Derived


@dataclass(frozen=True)
class Source:
    rows: dict[str, int] = field(default_factory=dict)


def test_a_value_is_worked_out_once_for_each_source_and_goes_with_it() -> None:
    seen: list[dict[str, int]] = []

    def build(source: Source) -> int:
        seen.append(source.rows)
        return len(source.rows)

    derived: Derived[Source, int] = Derived(build)
    one, other = Source({"a": 1}), Source({"a": 1, "b": 2})
    assert [derived(one), derived(one), derived(other), derived(one)] == [1, 1, 2, 1]
    assert len(seen) == 2
    del one
    gc.collect()
    assert len(derived._kept) == 1


def test_what_is_known_of_a_widened_taxonomy_is_what_would_be_worked_out_anew():
    skills = [
        Skill.model_validate({"id": "sql", "label": "SQL"}),
        Skill.model_validate({"id": "postgresql", "label": "PostgreSQL", "broader": ["sql"]}),
    ]
    new = [
        Skill.model_validate({"id": "duckdb", "label": "DuckDB", "broader": ["sql"]}),
        Skill.model_validate(
            {
                "id": "a-dialect",
                "label": "SQL",
                "implies": ["duckdb"],
                "related": [{"id": "postgresql", "degree": 0.5}],
            }
        ),
    ]
    known = Taxonomy("1", "0", {each.id: each for each in skills})
    assert known.names, "worked out before it is widened"
    assert known.links_back
    wider = known.with_skills(new)
    anew = Taxonomy("1", "0", dict(sorted({each.id: each for each in (*skills, *new)}.items())))
    for table in ("links", "links_back"):
        assert getattr(wider, table) == getattr(anew, table)
    assert {name: set(ids) for name, ids in wider.names.items()} == {
        name: set(ids) for name, ids in anew.names.items()
    }
    assert wider.narrower("sql") == ("duckdb", "postgresql")
    assert known.narrower("sql") == ("postgresql",), "and the narrower one stays as it was"


def test_a_skill_that_takes_the_place_of_another_leaves_nothing_of_it():
    old = Skill.model_validate({"id": "duckdb", "label": "Duck", "broader": ["sql"]})
    known = Taxonomy("1", "0", {"duckdb": old})
    assert known.narrower("sql") == ("duckdb",)
    wider = known.with_skills([Skill.model_validate({"id": "duckdb", "label": "DuckDB"})])
    assert wider.narrower("sql") == ()
    assert wider.names == {"duckdb": ("duckdb",)}
