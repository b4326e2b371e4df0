from __future__ import annotations

import gc
from dataclasses import dataclass, field

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
