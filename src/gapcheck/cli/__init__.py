"""The command line: options -> one call -> one rendering. Heavy imports wait until a command runs."""

from __future__ import annotations

import click

from gapcheck.cli.completion import completion
from gapcheck.cli.config import config
from gapcheck.cli.parse import parse, requirements
from gapcheck.cli.program import Program
from gapcheck.cli.rank import rank
from gapcheck.cli.report import report
from gapcheck.cli.roles import certifications, roles
from gapcheck.cli.taxonomy import taxonomy

__all__ = ["main"]


def _print_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value and not context.resilient_parsing:
        from gapcheck.version import VERSION  # noqa: PLC0415  # reads the installed metadata

        click.echo(f"gapcheck {VERSION}")
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
    help="Print the version and leave.",
)
def main() -> None:
    """Hold resumes against job requirements: a scored gap report with evidence, and certificates that close gaps."""


for _command in (report, rank, parse, requirements, roles, certifications, taxonomy, config, completion):
    main.add_command(_command)
