"""Where results go: standard output, or a file that is written completely or not at all."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import wraps
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, TypeVar

import click

from gapcheck import rendering
from gapcheck.plain_values import to_json
from gapcheck.text.control_characters import printable

Command = TypeVar("Command", bound=Callable[..., Any])

_WIDTH = 80
_WIDEST = 110

FORMATS = ("text", "markdown", "html", "json", "csv")
_SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".json": "json", ".csv": "csv", ".pdf": "pdf",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet", ".duckdb": "duckdb",
}  # fmt: skip


class OutputError(click.ClickException):
    """What was asked for cannot be written: the disk is full, the stream is closed, or the place is not allowed."""


class Output:
    """The format asked for, and where to write."""

    def __init__(
        self, format_: str | None, path: Path | None, formats: tuple[str, ...], *, bom: bool = False
    ) -> None:
        self.path = path
        self._bom = bom
        self.format = format_ or self._by_suffix(formats)

    def _by_suffix(self, formats: tuple[str, ...]) -> str:
        if self.path is None or self.to_stdout:
            return "text"
        found = _SUFFIXES.get(self.path.suffix.lower())
        if found not in formats:
            known = ", ".join(suffix for suffix, name in _SUFFIXES.items() if name in formats)
            raise click.UsageError(
                f"{self.path}: the suffix {self.path.suffix!r} belongs to no known format (known: {known}). Use --format."
            )
        return found

    @property
    def to_stdout(self) -> bool:
        """Whether the result goes to standard output."""
        return self.path is None or str(self.path) == "-"

    @property
    def to_terminal(self) -> bool:
        """Whether the result is printed on a terminal."""
        return self.to_stdout and sys.stdout is not None and sys.stdout.isatty()

    @property
    def colored(self) -> bool:
        """Whether to use colours: on a terminal that has them, unless NO_COLOR is set."""
        wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return self.to_terminal and wanted

    @property
    def width(self) -> int:
        """Characters in a line: as many as the terminal has, within reason, and 80 in a file or a pipe."""
        return min(get_terminal_size().columns, _WIDEST) if self.to_terminal else _WIDTH

    def write(self, text: str) -> None:
        """Write the result; an existing file is replaced only once everything is written.

        Raises:
            OutputError: it cannot be written.
        """
        text = printable(text, colored=self.colored)
        if self._bom and self.format == "csv":
            text = f"\ufeff{text}"
        if self.to_terminal:
            click.echo(text, nl=False)
        else:
            self.write_bytes(text.encode(errors="replace"))

    def write_bytes(self, data: bytes) -> None:
        """The same for what is no text.

        Raises:
            OutputError: it cannot be written.
        """
        try:
            if self.path is not None and not self.to_stdout:
                write_whole(self.path, data)
                _note_written(self.path)
            else:
                _write_to_stdout(data)
        except BrokenPipeError:
            raise
        except OSError as error:
            place = "standard output" if self.to_stdout else str(self.path)
            raise OutputError(f"{place}: cannot be written ({error.strerror}).") from None

    def write_rows(
        self, name: str, rows: Sequence[Mapping[str, object]], columns: Sequence[str], *, title: str
    ) -> None:
        """Write a table in the format asked for; as JSON, an object that has the rows under `name`."""
        if self.format == "json":
            self.write(to_json({name: rows}))
        else:
            self.write(self.table(rows, columns, title=title))

    def table(self, rows: Sequence[Mapping[str, object]], columns: Sequence[str], *, title: str = "") -> str:
        """A table in the format asked for, other than JSON."""
        width, color = self.width, self.colored
        return rendering.render_table(rows, columns, self.format, title=title, width=width, color=color)


def _note_written(path: Path) -> None:
    """Say to somebody who watches where the result is; not with --quiet."""
    context = click.get_current_context(silent=True)
    quiet = context is not None and context.params.get("quiet")
    if not quiet and sys.stderr is not None and sys.stderr.isatty():
        click.echo(printable(f"Written to {path}."), err=True)


def _write_to_stdout(data: bytes) -> None:
    """Write the same bytes on every system, whatever its encoding and line endings."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, "it is closed")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError:
        discard_stdout()
        raise


def discard_stdout() -> None:
    """Send what is left in the buffer of standard output nowhere, so that the end of the process does not try again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_whole(path: Path, content: str | bytes) -> None:
    """Write to a temporary file next to `path`, and move it there once it is complete; devices are written directly."""
    path = path.resolve()
    data = content if isinstance(content, bytes) else content.encode(errors="replace")
    if path.exists() and not path.is_file():  # a device or a pipe, which nothing may take the place of
        path.write_bytes(data)
        return
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def _umask() -> int:
    """The process's umask, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _texts(values: Iterable[object]) -> Iterator[str]:
    """The texts among the arguments of a command."""
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from _texts(value)


def _is_same(path: Path, given: str) -> bool:
    """Whether an argument names the regular file that is to be written."""
    try:
        return path.is_file() and path.samefile(given)
    except (OSError, ValueError):
        return False


def output_options(*formats: str) -> Callable[[Command], Command]:
    """Adds --format and -o, which the command gets as `output`."""
    known = formats or FORMATS

    def decorate(command: Command) -> Command:
        @wraps(command)
        def wrapper(
            *args: Any, format_: str | None, path: Path | None, bom: bool = False, **given: Any
        ) -> Any:
            if path is not None and any(_is_same(path, each) for each in _texts(given.values())):
                raise click.UsageError(f"{path} is the document that is to be read; write to another file.")
            return command(*args, output=Output(format_, path, known, bom=bom), **given)

        asked = click.option(
            "--format",
            "format_",
            type=click.Choice(known),
            help="Default: given by the suffix of --output, or text.",
        )
        place = click.option(
            "-o",
            "--output",
            "path",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help="Write to this file instead of standard output; the suffix gives the format.",
        )
        if "csv" not in known:
            return asked(place(wrapper))  # type: ignore[return-value]
        mark = click.option(
            "--bom/--no-bom",
            help="Begin CSV with a byte order mark, by which some spreadsheets know UTF-8. Default: no.",
        )
        return asked(place(mark(wrapper)))  # type: ignore[return-value]

    return decorate
