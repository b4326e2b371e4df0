"""gapcheck impact: counts, rates and impact ratios of scores by groups of people."""

from __future__ import annotations

from pathlib import Path

import click

from gapcheck.cli.output import Output, output_options
from gapcheck.lazy import LazyModule

figures, pages = LazyModule("gapcheck.impact"), LazyModule("gapcheck.rendering.impact")


@click.command(
    short_help="Rates and impact ratios of scores by group.",
    epilog="""\b
Examples:
  gapcheck impact scores.csv --group sex --group race
  gapcheck impact scores.csv --group sex --cut 60 -o impact.html
  gapcheck impact scores.csv --group age --selected hired --format json
""",
)
@click.argument("scores", type=click.Path(path_type=Path))
@click.option(
    "--group",
    "groups",
    multiple=True,
    required=True,
    metavar="COLUMN",
    help="A column of groups. May be repeated.",
)
@click.option("--score", default="score", metavar="COLUMN", help="The column of scores. Default: score.")
@click.option("--cut", type=float, metavar="N", help="Who scores this or more is selected.")
@click.option(
    "--selected", metavar="COLUMN", help="A column that says who was selected (yes or no), instead of --cut."
)
@click.option(
    "--unknown",
    multiple=True,
    default=("", "unknown"),
    metavar="TEXT",
    help="A value that says that a group is not known. May be repeated. Default: an empty cell, and unknown.",
)
@output_options()
def impact(
    scores: Path,
    groups: tuple[str, ...],
    score: str,
    cut: float | None,
    selected: str | None,
    unknown: tuple[str, ...],
    output: Output,
) -> None:
    """Count how often people of each group score above the median or are selected, and compare the groups.

    SCORES is a CSV file with a head line and one row a person, such as a ranking with columns of groups
    added. The tables have the form of New York City's rule on automated decisions: groups by each column, and
    by each two of them together.

    Exit codes: 0 done, 2 wrong usage or a file that is not as it should be, 5 the output could not be
    written.
    """
    if cut is not None and selected is not None:
        raise click.UsageError("--cut and --selected were both given. Give one of them.")
    columns = tuple(dict.fromkeys(groups))
    people = figures.read_people(scores, columns, score=score, selected=selected, unknown=unknown)
    found = figures.impact(people, columns, cut=cut)
    output.write(pages.render_impact(found, output.format, width=output.width, color=output.colored))
