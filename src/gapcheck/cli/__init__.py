"""The command line: options -> one call of the library -> one rendering.

Nothing heavy is imported before a command runs: the packages of gapcheck import their public names when they
are used.
"""

from __future__ import annotations

import click

import gapcheck
from gapcheck.cli.certifications import certifications
from gapcheck.cli.compare import compare
from gapcheck.cli.completion import completion
from gapcheck.cli.config import config
from gapcheck.cli.decision_log import override, replay
from gapcheck.cli.impact import impact
from gapcheck.cli.match import match
from gapcheck.cli.parse import parse
from gapcheck.cli.program import Program
from gapcheck.cli.rank import rank
from gapcheck.cli.report import report
from gapcheck.cli.requirements import requirements
from gapcheck.cli.roles import roles
from gapcheck.cli.serve import serve
from gapcheck.cli.taxonomy import taxonomy

__all__ = ["main"]


def _print_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value and not context.resilient_parsing:
        click.echo(f"gapcheck {gapcheck.__version__}")
        context.exit()


@click.group(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="""\b
Examples:
  gapcheck report resume.pdf
  gapcheck report resume.pdf --job posting.pdf -o report.html
  gapcheck certifications --role machine-learning-engineer
""",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version and exit.",
)
def main() -> None:
    """Compare a resume with what a job asks for: a scored gap report with evidence, and certificates to close the gaps."""


for _command in (
    report,
    rank,
    match,
    compare,
    parse,
    requirements,
    roles,
    certifications,
    taxonomy,
    config,
    replay,
    override,
    impact,
    serve,
    completion,
):
    main.add_command(_command)
