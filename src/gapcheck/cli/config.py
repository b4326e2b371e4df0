"""gapcheck config: shows the scoring policy."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

import gapcheck
from gapcheck.cli.program import Commands


@click.group(cls=Commands)
def config() -> None:
    """Show the scoring policy."""


@config.command(
    epilog="""\b
Examples:
  gapcheck config show --default > policy.toml
  gapcheck config show --config policy.toml
"""
)
@click.option(
    "--default", "shipped", is_flag=True, help="Print the built-in file, with the reason for every value."
)
@click.option(
    "--config",
    "path",
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help="A file of values that replace the built-in ones.",
)
@click.option("--format", "format_", type=click.Choice(("toml", "json")), default="toml", show_default=True)
def show(shipped: bool, path: Path | None, format_: str) -> None:  # noqa: FBT001  # a flag of the command line
    """Print the values in effect as TOML, ready to be given back with --config."""
    if shipped:
        click.echo(f"{gapcheck.Policy.default_text()}\n{gapcheck.Limits.default_text()}", nl=False)
        return
    policy = gapcheck.load_policy(path)
    values = policy.model_dump()
    limits = gapcheck.load_limits(path)
    if format_ == "json":
        click.echo(
            json.dumps(
                {"sha256": policy.sha256, **values, "limits": asdict(limits)}, indent=2, sort_keys=True
            )
        )
        return
    lines = [f"# sha256 {policy.sha256}"]
    for section, settings in values.items():
        lines += ["", f"[{section}]", *(f"{name} = {value!r}" for name, value in settings.items())]
    lines += ["", "[limits]", *(f"{name} = {value}" for name, value in limits.settings().items())]
    click.echo("\n".join(lines))
