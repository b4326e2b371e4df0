"""Where results go: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

FORMATS = ("text", "markdown", "html", "json", "csv")
_SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".json": "json", ".csv": "csv",
}  # fmt: skip


class Output:
    """The format asked for, and the place to write to."""

    def __init__(self, format_: str | None, path: Path | None, formats: tuple[str, ...]) -> None:
        self.path = path
        self.format = format_ or self._by_suffix(formats)

    def _by_suffix(self, formats: tuple[str, ...]) -> str:
        if self.path is None or str(self.path) == "-":
            return "text"
        found = _SUFFIXES.get(self.path.suffix.lower())
        if found not in formats:
            known = ", ".join(suffix for suffix, name in _SUFFIXES.items() if name in formats)
            raise click.UsageError(
                f"{self.path}: no format goes by the suffix {self.path.suffix!r} (known: {known}). Use --format."
            )
        return found

    @property
    def to_terminal(self) -> bool:
        """Whether a person reads the result as it is written."""
        return (self.path is None or str(self.path) == "-") and sys.stdout.isatty()

    @property
    def colored(self) -> bool:
        """Whether colours may be used: on a terminal that knows them, unless NO_COLOR says no."""
        wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return self.to_terminal and wanted

    @property
    def width(self) -> int | None:
        """Characters in a line of the terminal that is written to, or None."""
        return get_terminal_size().columns if self.to_terminal else None

    def write(self, text: str) -> None:
        """Write the result; a file is replaced only when all of it is written.

        Raises:
            click.ClickException: the file cannot be written.
        """
        if self.path is None or str(self.path) == "-":
            if sys.stdout.isatty():
                click.echo(text, nl=False)
            else:
                # the same bytes on every system, whatever its encoding and line ends
                sys.stdout.buffer.write(text.encode())
                sys.stdout.buffer.flush()
            return
        try:
            write_whole(self.path, text)
        except OSError as error:
            raise click.ClickException(f"{self.path}: cannot be written ({error.strerror}).") from None


def write_whole(path: Path, text: str) -> None:
    """Write a file under another name beside its place and move it there when it is complete."""
    path = path.resolve()
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def _umask() -> int:
    """What new files of this process may not have; there is no way to ask but to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def output_options(*formats: str) -> Callable[[Command], Command]:
    """--format and -o, given to the command as `output`."""
    known = formats or FORMATS

    def decorate(command: Command) -> Command:
        @wraps(command)
        def wrapper(*args: Any, format_: str | None, path: Path | None, **given: Any) -> Any:
            return command(*args, output=Output(format_, path, known), **given)

        asked = click.option(
            "--format",
            "format_",
            type=click.Choice(known),
            help="Default: by the suffix of --output, else text.",
        )
        place = click.option(
            "-o",
            "--output",
            "path",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help="Write there instead of to standard output; the suffix gives the format.",
        )
        return asked(place(wrapper))  # type: ignore[return-value]

    return decorate
