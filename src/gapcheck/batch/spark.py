"""Apache Spark (extra `gapcheck[spark]`): a DataFrame of files -> a DataFrame of rows, one for each file.

    files = spark.read.format("binaryFile").option("recursiveFileLookup", "true").load("s3a://resumes/")
    asked = plan(Analyzer(), role="data-engineer", as_of="2026-11-30")
    rows = analyze(remaining(files, spark.read.parquet(out), asked), asked)
    rows.write.mode("append").parquet(out)

Each Python worker of Spark has one guarded process, which loads the taxonomy once and outlives tasks; a
document that crashes, hangs or eats memory ends that process and no task. A batch of Arrow holds whole files,
so keep it short: `spark.sql.execution.arrow.maxRecordsPerBatch` of about 64.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from gapcheck.batch.rows import COLUMNS, BatchPlan, analyze_batch, plan
from gapcheck.lazy import LazyModule

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

pyarrow = LazyModule("pyarrow")

__all__ = ["analyze", "plan", "remaining"]

_OF_THE_FILE = {"modificationTime": "timestamp", "length": "bigint"}
"""Columns of a binaryFile DataFrame that a row keeps, so that a file that was changed is read again."""


def analyze(files: DataFrame, asked: BatchPlan) -> DataFrame:
    """One row for each file: `rows.COLUMNS`, with modificationTime and length of the file.

    Args:
        files: with path, modificationTime, length and content, as Spark's binaryFile gives them.
        asked: what `plan` made.
    """
    schema = ", ".join(f"{name} {kind}" for name, kind in {**COLUMNS, **_OF_THE_FILE}.items())

    def rows(batches: Iterable[Any]) -> Iterator[Any]:
        return _rows(batches, asked)

    return files.select("path", "content", *_OF_THE_FILE).mapInArrow(rows, schema)


def _rows(batches: Iterable[Any], asked: BatchPlan) -> Iterator[Any]:
    """In a Python worker of Spark: a batch of rows for each batch of files."""
    for batch in batches:
        paths, contents = batch.column("path").to_pylist(), batch.column("content")
        documents = ((path, contents[index].as_py()) for index, path in enumerate(paths))
        made = list(analyze_batch(documents, asked))
        columns = [
            pyarrow.array([row[name] for row in made], _arrow_type(kind)) for name, kind in COLUMNS.items()
        ]
        columns += [batch.column(name) for name in _OF_THE_FILE]
        yield pyarrow.RecordBatch.from_arrays(columns, [*COLUMNS, *_OF_THE_FILE])


def remaining(files: DataFrame, done: DataFrame, asked: BatchPlan) -> DataFrame:
    """The files that `done`, what earlier runs wrote, has no row for: of this path, time, length and plan."""
    known = done.where(done.made == asked.made).select("path", *_OF_THE_FILE)
    return files.join(known, ["path", *_OF_THE_FILE], "left_anti")


def _arrow_type(kind: str) -> Any:
    return {
        "string": pyarrow.string(),
        "double": pyarrow.float64(),
        "array<string>": pyarrow.list_(pyarrow.string()),
    }[kind]
