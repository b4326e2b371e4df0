"""The command group: an error becomes one clear line and an exit code."""

from __future__ import annotations

import errno
import gc
import signal
import sys
import textwrap
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import Any, NoReturn

import click

from gapcheck.cli.output import OutputError, discard_stdout
from gapcheck.errors import ConfigError, DocumentError, GapcheckError, TaxonomyError
from gapcheck.guard.deadline import enforce_deadlines
from gapcheck.near_names import near_hint
from gapcheck.text.control_characters import printable

DONE, BELOW, USAGE, UNREADABLE, MISCONFIGURED, UNWRITABLE, UNBLINDED, INTERRUPTED = 0, 1, 2, 3, 4, 5, 6, 130

_NOT_WRITTEN = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EBADF, errno.EIO})
_COLLECTED = (100_000, 20, 20)
"""Thresholds of the garbage collector, see `gc.set_threshold`."""


class Commands(click.Group):
    """A group that suggests the nearest command for a mistyped one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that `args` begin with."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            hint = near_hint(args[0], self.list_commands(ctx))
            raise click.UsageError(f"{error.message} {hint}".rstrip(), ctx) from None


_NO_ARGUMENTS: Any = getattr(click.exceptions, "NoArgsIsHelpError", ())
"""What click 8.2 and later raise where a group is called alone; earlier ones print the help themselves."""


class Program(Commands):
    """A group that prints `gapcheck: what happened` and a hint for a user's mistake; a bug keeps its traceback."""

    def main(self, *args: Any, standalone_mode: bool = True, **given: Any) -> Any:
        """Run the program, and end the process with its exit code unless `standalone_mode` is off."""
        name = given.setdefault("prog_name", "gapcheck")
        given["standalone_mode"] = False
        if not standalone_mode:
            return super().main(*args, **given)
        # a command makes little garbage: collecting less often saves a tenth of the start
        gc.set_threshold(*_COLLECTED)
        enforce_deadlines()
        try:
            with _interrupted_by_sigterm():
                code = super().main(*args, **given)
            if sys.stdout is not None:
                sys.stdout.flush()
        except (click.Abort, KeyboardInterrupt):
            sys.exit(INTERRUPTED)
        except click.ClickException as error:
            _fail_usage(error, name)
        except GapcheckError as error:
            fail(error.message, error.hint, exit_code(error))
        except (RecursionError, MemoryError):
            fail(
                "the input is nested too deeply, or too large, to be understood.",
                "Cut it to the part that matters.",
                UNREADABLE,
            )
        except OSError as error:
            _fail_output(error)
        sys.exit(code if isinstance(code, int) else DONE)


@contextmanager
def _interrupted_by_sigterm() -> Iterator[None]:
    """Let what a service manager sends be as Ctrl-C while the block runs, so that what was done so far is kept."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        # None is a handler that was not set from Python, which cannot be set again
        signal.signal(signal.SIGTERM, signal.SIG_DFL if former is None else former)


def _fail_usage(error: click.ClickException, name: str) -> NoReturn:
    """End the process where click or a command refused what it was called with, or where to write."""
    if isinstance(error, _NO_ARGUMENTS):
        click.echo(error.format_message(), err=True)
        sys.exit(USAGE)
    if isinstance(error, click.UsageError):
        command = error.ctx.command_path if error.ctx else name
        fail(error.format_message(), f"Try `{command} --help`.", USAGE)
    fail(error.format_message(), "", UNWRITABLE if isinstance(error, OutputError) else USAGE)


def _fail_output(error: OSError) -> NoReturn:
    """End the process where standard output takes nothing more.

    Raises:
        OSError: it was something else.
    """
    if isinstance(error, BrokenPipeError):
        # the reader has stopped reading (`| head`); nothing more can be written, not even at exit
        discard_stdout()
        sys.exit(DONE)
    if error.errno not in _NOT_WRITTEN:
        raise error
    discard_stdout()
    fail(f"standard output: cannot be written ({error.strerror}).", "", UNWRITABLE)


def exit_code(error: GapcheckError) -> int:
    """The exit code for an error."""
    if isinstance(error, DocumentError):
        return UNREADABLE
    if isinstance(error, TaxonomyError | ConfigError):
        return MISCONFIGURED
    return USAGE


def print_error(message: str, hint: str = "") -> None:
    """Print an error on standard error, and what to do next on a second line; on a terminal lines break between words."""
    if sys.stderr is None:
        return
    for line in (f"gapcheck: {message}", f"  {hint}" if hint else ""):
        if line:
            click.echo(_broken(printable(line)) if sys.stderr.isatty() else printable(line), err=True)


def _broken(line: str) -> str:
    """A line as lines that the terminal takes."""
    width = get_terminal_size().columns
    return textwrap.fill(line, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def fail(message: str, hint: str, code: int) -> NoReturn:
    """Print an error and end the process."""
    print_error(message, hint)
    sys.exit(code)


def is_unblinded(warnings: Iterable[Any]) -> bool:
    """Whether a document was to be blinded and says that no name was found in it; said on standard error, too."""
    found = next((each.message for each in warnings if each.code == "no-name-to-blind"), "")
    if found:
        print_error(found)
    return bool(found)
