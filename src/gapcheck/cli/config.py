"""gapcheck config: the scoring policy in force."""

from __future__ import annotations

import json
from pathlib import Path

import click

from gapcheck.cli.program import Commands


@click.group(cls=Commands)
def config() -> None:
    """Look at the scoring policy."""


@config.command(
    epilog="""\b
Examples:
  gapcheck config show --default > policy.toml
  gapcheck config show --config policy.toml
"""
)
@click.option("--default", "shipped", is_flag=True, help="The shipped file, with the reason for every value.")
@click.option(
    "--config",
    "path",
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help="A file of values that differ from the shipped ones.",
)
@click.option("--format", "format_", type=click.Choice(("toml", "json")), default="toml", show_default=True)
def show(shipped: bool, path: Path | None, format_: str) -> None:  # noqa: FBT001  # a flag of the command line
    """Print the effective values as TOML, as --config takes them."""
    from gapcheck.config import default_text, load_policy  # noqa: PLC0415  # --help stays quick

    if shipped:
        click.echo(default_text(), nl=False)
        return
    policy = load_policy(path)
    values = policy.model_dump()
    if format_ == "json":
        click.echo(json.dumps({"sha256": policy.sha256, **values}, indent=2, sort_keys=True))
        return
    lines = [f"# sha256 {policy.sha256}"]
    for section, settings in values.items():
        lines += ["", f"[{section}]", *(f"{name} = {value!r}" for name, value in settings.items())]
    click.echo("\n".join(lines))
