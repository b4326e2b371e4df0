"""gapcheck completion: prints the script that makes a shell complete commands, options, roles and skills."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command(
    short_help="Print the completion script for a shell.",
    epilog="""\b
Examples:
  gapcheck completion bash >> ~/.bashrc
  gapcheck completion zsh >> ~/.zshrc
  gapcheck completion fish > ~/.config/fish/completions/gapcheck.fish
""",
)
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for a shell; the examples show where to put it."""
    found = get_completion_class(shell)
    if found is None:  # pragma: no cover  # click knows all three
        raise click.UsageError(f"{shell} is not supported by click.")
    click.echo(found(context.find_root().command, {}, "gapcheck", "_GAPCHECK_COMPLETE").source())
