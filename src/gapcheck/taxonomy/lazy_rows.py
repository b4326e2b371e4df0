"""The rows of one kind in a taxonomy, by id, each made when it is first asked for.

A report looks at a few hundred of a taxonomy's skills and at one of its roles. Rows that an earlier run checked
remain JSON until then, so that a taxonomy of ESCO's size loads in a fraction of a second.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar, overload

from gapcheck.taxonomy.model import TaxonomyEntry

Row = TypeVar("Row", bound=TaxonomyEntry)
T = TypeVar("T")
Texts = tuple[tuple[Any, ...], ...]
"""The texts of some list fields, in order of the fields."""


class LazyRows(Mapping[str, Row], Generic[Row]):
    """Rows by id, in order of id. Never changes; safe to share between threads.

    `fingerprint` is that of the files that the rows were read from, "" if they are from none: what is worked out of
    the rows may be kept under it (see `compiled`).
    """

    def __init__(self, rows: Mapping[str, Row], fingerprint: str = "") -> None:
        self.fingerprint = fingerprint
        self._rows: dict[str, Row | None] = {name: rows[name] for name in sorted(rows)}
        self._texts: Mapping[str, bytes] = {}
        self._kind: Any = None

    @classmethod
    def of_json(cls, kind: type[Row], texts: Mapping[str, bytes], fingerprint: str) -> LazyRows[Row]:
        """Rows from their JSON by id, in order of id."""
        rows = cls({}, fingerprint)
        rows._rows, rows._texts, rows._kind = dict.fromkeys(texts), texts, kind
        return rows

    def with_rows(self, added: Mapping[str, Row]) -> LazyRows[Row]:
        """These and others, which replace those of the same id; rows from no file have no fingerprint."""
        rows: LazyRows[Row] = LazyRows({})
        rows._rows = dict(sorted({**self._rows, **added}.items()))
        rows._texts = {name: text for name, text in self._texts.items() if name not in added}
        rows._kind = self._kind
        return rows

    def __getitem__(self, name: str) -> Row:
        row = self._rows[name]
        if row is None:
            row = self._rows[name] = self._kind.model_validate_json(self._texts[name])
        return row

    @overload
    def get(self, name: str, default: None = None, /) -> Row | None: ...
    @overload
    def get(self, name: str, default: Row | T, /) -> Row | T: ...
    def get(self, name: str, default: Any = None, /) -> Any:
        """As of any mapping, without an error on the way where there is no such row."""
        return self[name] if name in self._rows else default

    def __contains__(self, name: object) -> bool:
        return name in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"<{len(self)} rows>"

    def __reduce__(self) -> tuple[Any, ...]:
        """Rows travel to other processes as what they are."""
        return LazyRows, (dict(self), self.fingerprint)


def texts_of(rows: Mapping[str, Row], *fields: str) -> Iterator[tuple[str, Texts]]:
    """Every id with the texts that these list fields of its row hold (ids, patterns), without making the row."""
    texts = rows._texts if isinstance(rows, LazyRows) else {}  # noqa: SLF001  # of this module
    marks = [f'"{field}":'.encode() for field in fields]
    for name in rows:
        text = texts.get(name)
        if text is None:
            yield name, tuple(getattr(rows[name], field) for field in fields)
        elif any(mark in text for mark in marks):
            values = json.loads(text)
            yield name, tuple(tuple(values.get(field, ())) for field in fields)
        else:
            yield name, ((),) * len(fields)


def row_having(rows: Mapping[str, Row], name: str, field: str) -> Row | None:
    """The row of this id if it has something in this field; None, and no row made, where it has not or there is none."""
    text = rows._texts.get(name) if isinstance(rows, LazyRows) else None  # noqa: SLF001  # of this module
    if text is not None and f'"{field}":'.encode() not in text:
        return None
    return rows.get(name)


def rows_with(rows: Mapping[str, Row], key: str, value: str) -> Iterator[Row]:
    """The rows that may hold this value under this key, at any depth, in order of id; most others are not made."""
    texts = rows._texts if isinstance(rows, LazyRows) else {}  # noqa: SLF001  # of this module
    mark = f'"{key}":{json.dumps(value, ensure_ascii=False)}'.encode()
    for name in rows:
        text = texts.get(name)
        if text is None or mark in text:
            yield rows[name]
