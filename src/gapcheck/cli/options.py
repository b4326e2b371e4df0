"""Options that several commands share, and the values they stand for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gapcheck.defaults import DEFAULT_ROLE

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from gapcheck.analyzer import Analyzer
    from gapcheck.taxonomy import Taxonomy

Command = TypeVar("Command", bound=Callable[..., Any])

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Shared:
    """What every command may be told."""

    taxonomy: tuple[Path, ...]
    only: bool
    config: Path | None
    as_of: date | None
    quiet: bool
    verbose: bool
    ocr: bool = False
    ocr_language: str = "eng"

    def load_taxonomy(self) -> Taxonomy:
        """The taxonomy that the options ask for."""
        from gapcheck.taxonomy import load  # noqa: PLC0415  # --help stays quick

        return load(*self.taxonomy, only=self.only)

    def analyzer(self) -> Analyzer:
        """An analyzer over the taxonomy and policy that the options ask for."""
        from gapcheck.analyzer import Analyzer  # noqa: PLC0415
        from gapcheck.cli.slim_spacy import put_off_spacy  # noqa: PLC0415
        from gapcheck.config import load_policy  # noqa: PLC0415

        put_off_spacy()
        return Analyzer(
            self.load_taxonomy(), load_policy(self.config), ocr=self.ocr, ocr_language=self.ocr_language
        )

    def day(self) -> date:
        """--as-of, or today."""
        return self.as_of or date.today()  # noqa: DTZ011  # the user's own day is meant

    @contextmanager
    def progress(self, what: str) -> Iterator[None]:
        """Say on a terminal what is being done, and wipe it away afterwards."""
        shown = not self.quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        if shown:
            click.echo(f"\r{what} ...\x1b[K", err=True, nl=False)
        try:
            yield
        finally:
            if shown:
                click.echo("\r\x1b[K", err=True, nl=False)

    def note(self, text: str) -> None:
        """A line on standard error for --verbose."""
        if self.verbose:
            click.echo(text, err=True)


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day; give it as YYYY-MM-DD.") from None


def shared_options(command: Command) -> Command:
    """--taxonomy, --only, --config, --as-of, -q and -v, given to the command as `shared`."""

    @wraps(command)
    def wrapper(*args: Any, **given: Any) -> Any:
        names = ("taxonomy", "only", "config", "as_of", "quiet", "verbose")
        shared = Shared(**{name: given.pop(name) for name in names})
        if shared.only and not shared.taxonomy:
            raise click.UsageError("--only needs --taxonomy.")
        return command(*args, shared=shared, **given)

    for option in reversed(_SHARED):
        wrapper = option(wrapper)
    return wrapper  # type: ignore[return-value]


_SHARED = (
    click.option(
        "--taxonomy",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="A folder of skills, roles and certificates laid over the built-in ones. May be repeated.",
    ),
    click.option("--only", is_flag=True, help="Leave the built-in taxonomy out; needs --taxonomy."),
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE.toml",
        help="Scoring values that differ from the shipped ones (see `gapcheck config show`).",
    ),
    click.option(
        "--as-of",
        callback=_day,
        metavar="YYYY-MM-DD",
        help="The day that 'present' and the dates of certificates are read as. Default: today.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="No progress and no notes on standard error."),
    click.option(
        "-v", "--verbose", is_flag=True, help="Say on standard error what was used, and for how long."
    ),
)


def target_options(command: Command) -> Command:
    """--role and --job, of which one at most may be given: what resumes are held against."""

    @click.option(
        "--role",
        shell_complete=complete_roles,
        metavar="ID",
        help=f"A role of the taxonomy (see `gapcheck roles`). Default: {DEFAULT_ROLE}.",
    )
    @click.option(
        "--job", metavar="FILE", help="A job posting instead of a role: PDF, DOCX, HTML, Markdown, text."
    )
    @wraps(command)
    def wrapper(*args: Any, role: str | None, job: str | None, **given: Any) -> Any:
        if role is not None and job is not None:
            raise click.UsageError("--role and --job were both given; a resume is held against one target.")
        return command(*args, role=role, job=job, **given)

    return wrapper  # type: ignore[return-value]


def ocr_options(command: Command) -> Command:
    """--ocr/--no-ocr and --ocr-language, kept in `shared`; stands below `shared_options`."""

    @click.option(
        "--ocr/--no-ocr",
        default=False,
        help="Recognize the text of scanned pages; needs gapcheck[ocr] and tesseract. Default: no.",
    )
    @click.option(
        "--ocr-language",
        default="eng",
        metavar="NAME",
        help="tesseract's name of the scans' language, such as deu, or eng+deu for both. Default: eng.",
    )
    @wraps(command)
    def wrapper(*args: Any, ocr: bool, ocr_language: str, shared: Shared, **given: Any) -> Any:
        return command(*args, shared=replace(shared, ocr=ocr, ocr_language=ocr_language), **given)

    return wrapper  # type: ignore[return-value]


def source_of(name: str) -> tuple[Path | bytes, str | None]:
    """A document named on the command line, and the name to show: `-` is standard input."""
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(), "standard input"
    return Path(name), None


def complete_roles(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Role ids for the shell."""
    return _completions("roles", begun)


def complete_skills(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Skill ids for the shell."""
    return _completions("skills", begun)


def _completions(what: str, begun: str) -> list[CompletionItem]:
    """Ids of the built-in taxonomy; never an error in the middle of a line."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415

    from gapcheck.errors import GapcheckError  # noqa: PLC0415
    from gapcheck.taxonomy import load  # noqa: PLC0415

    try:
        rows = getattr(load(), what)
    except GapcheckError:
        return []
    return [CompletionItem(name, help=row.label) for name, row in rows.items() if name.startswith(begun)]
