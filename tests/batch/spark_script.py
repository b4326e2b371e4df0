"""A run on a real Spark cluster of two local workers; prints what came out as JSON. Its argument is an empty folder."""

from __future__ import annotations

import json
import os
import sys
from contextlib import redirect_stdout
from pathlib import Path

from pyspark.sql import SparkSession

from gapcheck import Analyzer, Limits
from gapcheck.batch import spark, spark_job
from tests import poison
from tests.places import ROOT
from tests.test_many import GOOD

DAY = "2026-11-21"
HERE = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.ui.enabled": "false",
}


def main(folder: Path) -> None:
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2,4]").config(map=HERE)
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "4")
    session = builder.config("spark.default.parallelism", "2").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    found = {
        "poison": poisoned(session, folder),
        "job": by_the_job(folder),
        "notebook": by_the_notebook(folder),
    }
    print(json.dumps(found))  # noqa: T201


def poisoned(session, folder: Path) -> dict:
    """Documents of all kinds, then some more with what is done left out."""
    files, out = folder / "files", str(folder / "rows")
    files.mkdir()
    for number in range(8):
        (files / f"good {number}.res").write_bytes(GOOD + b"\n" * number)
    for word in (b"crash", b"hang", b"fail"):
        (files / f"{word.decode()}.res").write_bytes(word + b" it")
    (files / "orphan.res").write_bytes(b"orphan " + str(folder / "mark").encode())
    limits = Limits(wall_seconds=6, memory_bytes=300 * 2**20)
    asked = spark.plan(Analyzer(readers={".res": poison.read}, limits=limits), as_of=DAY)
    found = session.read.format("binaryFile").load(str(files))
    spark.analyze(found, asked).write.mode("append").parquet(out)
    first = {row.path: row for row in session.read.parquet(out).collect()}
    (files / "good 0.res").write_bytes(GOOD * 2)
    (files / "late.res").write_bytes(GOOD)
    todo = spark.remaining(
        session.read.format("binaryFile").load(str(files)), session.read.parquet(out), asked
    )
    spark.analyze(todo, asked).write.mode("append").parquet(out)
    rows = session.read.parquet(out).collect()
    return {
        "first": len(first),
        "killed": (folder / "mark").is_dir(),
        "reasons": {path.rpartition("/")[2]: row.reason for path, row in first.items() if row.reason},
        "scores": sorted({row.score for row in first.values() if row.score is not None}),
        "paths": sorted(
            row.path.rpartition("/")[2] for row in rows if row.path not in first or row != first[row.path]
        ),
        "rows": len(rows),
    }


def by_the_job(folder: Path) -> list[int]:
    """The rows that are there after each run of the job, with one more document each time."""
    files, out, counts = folder / "texts", folder / "more rows", []
    files.mkdir()
    for number in range(2):
        (files / f"{number}.txt").write_bytes(GOOD)
        spark_job.main([str(files), str(out), "--as-of", DAY, "--reports"], standalone_mode=False)
        counts.append(
            SparkSession.builder.getOrCreate().read.parquet(str(out)).where("report is not null").count()
        )
    return counts


def by_the_notebook(folder: Path) -> list[int]:
    """What is ranked after each run of the notebook's code, with one more document each time; its parameters are those here."""
    files, counts = folder / "of the notebook", []
    files.mkdir()
    cells = json.loads((ROOT / "examples" / "spark.ipynb").read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code" and not cell["metadata"]]
    for number in range(2):
        (files / f"{number}.txt").write_bytes(GOOD + b"\n" * number)
        names = {"SOURCE": str(files), "OUT": str(folder / "ranked"), "ROLE": "data-analyst", "DAY": DAY}
        with redirect_stdout(sys.stderr):
            exec("\n".join(code), names)  # noqa: S102  # the notebook as shipped
        counts.append(names["ranking"].count())
        assert names["failures"].count() == 0
    return counts


if __name__ == "__main__":
    main(Path(sys.argv[1]))
