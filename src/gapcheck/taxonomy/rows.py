"""The rows of one kind in a taxonomy, by id, each made when it is first asked for.

A report looks at a few hundred of a taxonomy's skills and at one of its roles. Rows that a run before found to be
sound stay JSON until then: it is what lets a taxonomy of ESCO's size load in a fraction of a second.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from gapcheck.taxonomy.model import Entry

Row = TypeVar("Row", bound=Entry)
Texts = tuple[tuple[str, ...], ...]
"""The texts of some list fields, in order of the fields."""


class Rows(Mapping[str, Row], Generic[Row]):
    """Rows by id, in order of id. Never changes; safe to share between threads.

    `fingerprint` tells of what files the rows are made, "" if that is not known. What is worked out of the rows
    may be kept under it.
    """

    def __init__(self, rows: Mapping[str, Row], fingerprint: str = "") -> None:
        self.fingerprint = fingerprint
        self._rows: dict[str, Row | None] = {name: rows[name] for name in sorted(rows)}
        self._texts: Mapping[str, bytes] = {}
        self._kind: type[Row] | None = None
        self._again: Callable[[], Mapping[str, Row]] | None = None

    @classmethod
    def kept(
        cls,
        kind: type[Row],
        texts: Mapping[str, bytes],
        fingerprint: str,
        again: Callable[[], Mapping[str, Row]],
    ) -> Rows[Row]:
        """Rows from their JSON by id; `again` reads them from their files if one of the texts is unsound."""
        rows = cls({}, fingerprint)
        rows._rows = dict.fromkeys(texts)
        rows._texts, rows._kind, rows._again = texts, kind, again
        return rows

    def with_rows(self, added: Mapping[str, Row]) -> Rows[Row]:
        """These and others, which stand in place of those of the same id; kept rows stay unmade."""
        again = self._again
        rows: Rows[Row] = Rows({})
        rows._rows = dict(sorted({**self._rows, **added}.items()))
        rows._texts, rows._kind = self._texts, self._kind
        rows._again = None if again is None else lambda: {**again(), **added}
        return rows

    def __getitem__(self, name: str) -> Row:
        row = self._rows[name]
        return self._made(name) if row is None else row

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
        return Rows, (dict(self), self.fingerprint)

    def texts_of(self, *fields: str) -> Iterator[tuple[str, Texts]]:
        """Every id with the texts that these list fields of its row hold; kept rows stay unmade."""
        marks = [f'"{field}":'.encode() for field in fields]
        for name, row in list(self._rows.items()):
            found: Texts | None = None
            if row is None:
                text = self._texts[name]
                found = _texts(text, fields) if any(mark in text for mark in marks) else ((),) * len(fields)
            if found is None:
                made = self[name]
                found = tuple(getattr(made, field) for field in fields)
            yield name, found

    def _made(self, name: str) -> Row:
        if self._kind is None or self._again is None:
            raise KeyError(name)
        try:
            row = self._kind.model_validate_json(self._texts[name])
            sound = getattr(row, "id", "") == name
        except ValidationError:
            sound = False
        if not sound:
            fresh = self._again()
            self._rows = {each: fresh[each] for each in sorted(fresh)}
            return fresh[name]
        self._rows[name] = row
        return row


def texts_of(rows: Mapping[str, Row], *fields: str) -> Iterator[tuple[str, Texts]]:
    """Every id with the texts that these list fields of its row hold (ids, patterns), () where there are none."""
    if isinstance(rows, Rows):
        return rows.texts_of(*fields)
    return ((name, tuple(getattr(row, field) for field in fields)) for name, row in rows.items())


def _texts(text: bytes, fields: tuple[str, ...]) -> Texts | None:
    """Lists of texts in a row's JSON; None if they are none, which its class will tell."""
    try:
        row = json.loads(text)
        found = tuple(tuple(row.get(field, ())) for field in fields)
    except (ValueError, AttributeError, TypeError, RecursionError):
        return None
    return found if all(isinstance(each, str) for texts in found for each in texts) else None
