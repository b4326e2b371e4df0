"""Where the forms of a ranking go: what is printed or written, a folder of reports, and a comparison of two."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from gapcheck.analyzer import Analyzer
from gapcheck.cli.output import Output, OutputError, write_whole
from gapcheck.comparison import compare
from gapcheck.export.ranking_tables import write_ranking_tables
from gapcheck.many import Task
from gapcheck.plain_values import SCHEMA_VERSION, plain, to_json
from gapcheck.provenance import Provenance
from gapcheck.ranking import Ranking, row_of
from gapcheck.rendering import render, render_comparison
from gapcheck.rendering.comparison import FORMATS as COMPARED
from gapcheck.rendering.ranking import render_ranking
from gapcheck.report import GapReport

REPORT = "report"
"""The key under which a row brings its report as HTML."""
_UNSAFE = str.maketrans(dict.fromkeys('/\\:*?"<>|', "_"))


def row_with_report(report: GapReport) -> dict[str, Any]:
    """A row of the ranking that brings its report."""
    row = row_of(report)
    return {**row, REPORT: render(report, "html")} if "score" in row else row


@dataclass(frozen=True, slots=True)
class ReportFolder:
    """A folder with the report of each resume and an index of them."""

    path: Path

    def prepared(self) -> ReportFolder:
        """The folder, which is made where it does not exist.

        Raises:
            OutputError: it cannot be made.
        """
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{self.path}: cannot be made ({error.strerror}).") from None
        return self

    def keep(self, name: str, row: dict[str, Any]) -> None:
        """Write the report that a row brings, and take it out of the row."""
        page = row.pop(REPORT, None)
        if page is not None:
            self._write(file_name(name, row["sha256"]), page)

    def index(self, ranking: Ranking, title: str, failures: Sequence[Mapping[str, Any]]) -> None:
        """Write the index, with a link to every report that is there."""
        keys = {(row["name"], row["sha256"]) for row in ranking.all}
        links = {key: file_name(*key) for key in keys if (self.path / file_name(*key)).is_file()}
        page = render_ranking(ranking, "html", title=title, failures=failures, links=links)
        self._write("index.html", page)

    def _write(self, name: str, text: str) -> None:
        try:
            write_whole(self.path / name, text)
        except OSError as error:
            raise OutputError(f"{self.path / name}: cannot be written ({error.strerror}).") from None


def file_name(name: str, sha256: str) -> str:
    """What the report of a resume is called: two of one name differ by their content."""
    return f"{Path(name).stem.translate(_UNSAFE)[:80]}-{sha256[:8]}.html"


def write_ranking(
    output: Output,
    ranking: Ranking,
    failures: Sequence[Mapping[str, Any]],
    made: Provenance,
    task: Task,
    *,
    whole: bool = False,
) -> None:
    """Write the ranking in the format asked for; `whole` lists every gap as text, where else the first ones are.

    Raises:
        OutputError: it cannot be written.
        click.UsageError: a database was to be printed.
    """
    about = _about(made, task)
    if output.format == "json":
        output.write(to_json({**about, "order": ranking.order, "ranking": ranking.rows, "lacking": ranking.lacking, "left_out": ranking.left_out, "failures": failures}))  # fmt: skip
    elif output.format in {"duckdb", "parquet"}:
        output.write_bytes(_tables(output, ranking, failures, about, task))
    elif ranking.all or failures:
        title = title_of(task)
        text = render_ranking(
            ranking,
            output.format,
            title=title,
            failures=failures,
            width=output.width,
            color=output.colored,
            whole=whole,
        )
        output.write(text)


def explained(analyzer: Analyzer, names: Sequence[str], task: Task, output: Output) -> str:
    """What one of two resumes shows and the other does not.

    Raises:
        click.UsageError: a comparison has no such format.
    """
    if output.format not in COMPARED:
        raise click.UsageError(f"--explain is written as {', '.join(COMPARED)}.")
    one, two = (
        analyzer.compare_with(Path(name), task.target, as_of=task.as_of, blind=task.blind, advice=False)
        for name in names
    )
    return render_comparison(compare(one, two), output.format, color=output.colored)


def title_of(task: Task) -> str:
    """What a ranking is headed by."""
    return f"Ranking for {task.target.target.title}, as of {task.as_of}"


def _about(made: Provenance, task: Task) -> dict[str, Any]:
    whole = made.to_dict()
    return {
        "schema_version": SCHEMA_VERSION,
        "gapcheck_version": whole["gapcheck_version"],
        "taxonomy": whole["taxonomy"],
        "policy": {"sha256": made.policy_sha256},
        "as_of": task.as_of.isoformat(),
        "target": plain(task.target.target),
    }


def _tables(
    output: Output,
    ranking: Ranking,
    failures: Sequence[Mapping[str, Any]],
    about: Mapping[str, Any],
    task: Task,
) -> bytes:
    if output.path is None or str(output.path) == "-":
        raise click.UsageError(f"{output.format} is no text: use -o FILE.")
    flat = {
        **{key: about[key] for key in ("gapcheck_version", "as_of", "schema_version")},
        **{f"taxonomy_{key}": value for key, value in about["taxonomy"].items()},
        "policy_sha256": about["policy"]["sha256"],
        "target": about["target"]["id"],
        "title": about["target"]["title"],
        "order": ranking.order or "name",
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ranking"
        try:
            write_ranking_tables(
                path, ranking, task.target.requirements, failures, flat, parquet=output.format == "parquet"
            )
        except OSError as error:
            raise OutputError(f"{output.path}: cannot be written ({error.strerror}).") from None
        return path.read_bytes()
