"""A job for spark-submit: files in, Parquet out; run again, it goes on with what is not there yet.

spark-submit --master ... $(python -m gapcheck.batch.spark_job --where) IN OUT --role data-engineer --as-of 2026-11-30
"""

from __future__ import annotations

from pathlib import Path

import click

from gapcheck.analyzer import Analyzer
from gapcheck.batch import spark
from gapcheck.lazy import LazyModule

pyspark_sql = LazyModule("pyspark.sql")
_A_BATCH = 64
"""Files that are in memory at a time."""


def _print_place(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value:
        click.echo(__file__)
        context.exit()


@click.command()
@click.argument("source", metavar="IN")
@click.argument("out", metavar="OUT")
@click.option(
    "--where",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_place,
    help="Print this file's place.",
)
@click.option("--role", metavar="ID", help="A role of the taxonomy.")
@click.option(
    "--job", type=click.Path(path_type=Path, exists=True), help="A posting to compare with instead."
)
@click.option("--as-of", required=True, metavar="YYYY-MM-DD", help="The date to use as today.")
@click.option("--glob", "pattern", default="*", show_default=True, help="Names of the files that are taken.")
@click.option("--reports/--no-reports", help="Whether each row has the whole report. Default: no.")
def main(
    source: str,
    out: str,
    role: str | None,
    job: Path | None,
    as_of: str,
    pattern: str,
    reports: bool,  # noqa: FBT001
) -> None:
    """Compare all files under IN with one target and append a row for each to the Parquet folder OUT."""
    session = pyspark_sql.SparkSession.builder.appName("gapcheck").getOrCreate()
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(_A_BATCH))
    files = (
        session.read.format("binaryFile")
        .option("recursiveFileLookup", "true")
        .option("pathGlobFilter", pattern)
    )
    todo = files.load(source)
    asked = spark.plan(Analyzer(), role=role, job=job, as_of=as_of, reports=reports)
    place = session._jvm.org.apache.hadoop.fs.Path(out)  # noqa: SLF001  # PySpark has no name of its own for it
    if place.getFileSystem(session._jsc.hadoopConfiguration()).exists(place):  # noqa: SLF001
        todo = spark.remaining(todo, session.read.parquet(out), asked)
    spark.analyze(todo, asked).write.mode("append").parquet(out)
    session.stop()


if __name__ == "__main__":
    main()
