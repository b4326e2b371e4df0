"""A ranking as tables for other programs: a DuckDB database, or its first table as Parquet (extra `duckdb`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from gapcheck.errors import GapcheckError
from gapcheck.lazy import LazyModule
from gapcheck.ranking import COLUMNS, Ranking, unscored_rows
from gapcheck.taxonomy import Requirement

duckdb = LazyModule("duckdb")

RESUMES = "resumes"
TABLES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        RESUMES: COLUMNS,
        "requirements": {
            "id": "VARCHAR",
            "title": "VARCHAR",
            "kind": "VARCHAR",
            "necessity": "VARCHAR",
        },
        "statuses": {"sha256": "VARCHAR", "requirement": "VARCHAR", "status": "VARCHAR"},
        "failures": {"name": "VARCHAR", "reason": "VARCHAR", "message": "VARCHAR"},
        "run": {"key": "VARCHAR", "value": "VARCHAR"},
    }
)
"""Each table with its columns and their types. `statuses` holds one row for each resume and scored requirement."""
_AT_ONCE = 10_000


def check_writer() -> None:
    """Look whether tables can be written, before anything is read for them.

    Raises:
        GapcheckError: duckdb is not installed.
    """
    try:
        duckdb.connect  # noqa: B018  # the first use imports it
    except ImportError:
        raise GapcheckError(
            "Databases and Parquet files are written by duckdb, which is not installed.",
            hint="Install it with `pip install gapcheck[duckdb]`, or write CSV or JSON Lines.",
        ) from None


def write_ranking_tables(
    path: Path,
    ranking: Ranking,
    requirements: Sequence[Requirement],
    failures: Sequence[Mapping[str, Any]],
    about: Mapping[str, Any],
    *,
    parquet: bool = False,
) -> None:
    """Write a new file at `path`, which must not exist: the database, or the resumes alone as Parquet.

    Raises:
        GapcheckError: duckdb is not installed.
        OSError: it cannot be written.
    """
    check_writer()
    try:
        connection = duckdb.connect(":memory:" if parquet else str(path))
    except duckdb.Error as error:
        raise OSError(None, str(error)) from None
    with connection:
        rows = {
            RESUMES: (
                [row.get(name) for name in TABLES[RESUMES]]
                for row in (*ranking.all, *unscored_rows(failures))
            ),
            "requirements": ((r.id, r.title, r.kind.value, r.necessity.value) for r in requirements),
            "statuses": (
                (row["sha256"], requirement, status)
                for row in ranking.all
                for requirement, status in row["statuses"].items()
            ),
            "failures": ([each[name] for name in TABLES["failures"]] for each in failures),
            "run": ((key, str(value)) for key, value in about.items()),
        }
        for table in [RESUMES] if parquet else TABLES:
            _fill(connection, table, rows[table])
        if parquet:
            connection.execute(f"COPY {RESUMES} TO ? (FORMAT parquet)", [str(path)])


def _fill(connection: Any, table: str, rows: Iterable[Sequence[Any]]) -> None:
    columns = TABLES[table]
    connection.execute(
        f"CREATE TABLE {table} ({', '.join(f'{name} {kind}' for name, kind in columns.items())})"
    )
    places = ", ".join(f"unnest(?::{kind}[])" for kind in columns.values())
    waiting: list[Sequence[Any]] = []

    def flush() -> None:
        if waiting:
            by_column = [list(values) for values in zip(*waiting, strict=True)]
            connection.execute(f"INSERT INTO {table} SELECT {places}", by_column)
            waiting.clear()

    for row in rows:
        waiting.append(row)
        if len(waiting) >= _AT_ONCE:
            flush()
    flush()
