"""Options that several commands share, and what they give to a command."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click
from click.shell_completion import CompletionItem

import gapcheck
from gapcheck.errors import GapcheckError
from gapcheck.inputs import DEFAULT_ROLE, day_of
from gapcheck.lazy import LazyModule
from gapcheck.slim_spacy import defer_spacy

rich_console = LazyModule("rich.console")
rich_text = LazyModule("rich.text")
progress_bar = LazyModule("gapcheck.cli.progress")

Command = TypeVar("Command", bound=Callable[..., Any])

Item = TypeVar("Item")

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Shared:
    """The options that every command has."""

    taxonomy: tuple[Path, ...]
    only: bool
    config: Path | None
    as_of: date | None
    quiet: bool
    verbose: int
    ocr: bool = False
    ocr_language: str = "eng"
    began: float = field(default_factory=time.perf_counter)

    @property
    def limits(self) -> gapcheck.Limits:
        """What a document may cost, by the file given with --config."""
        return gapcheck.load_limits(self.config)

    def source(self, name: str) -> tuple[Path | bytes, str | None]:
        """The path of a document, or for `-` the bytes of standard input and the name to show."""
        if name != STANDARD_INPUT:
            return Path(name), None
        if sys.stdin is None:
            raise click.UsageError("Standard input is closed: there is no document to read.")
        return sys.stdin.buffer.read(self.limits.file_bytes + 1), "standard input"

    def load_taxonomy(self) -> gapcheck.Taxonomy:
        """The taxonomy that the options ask for."""
        return gapcheck.load_taxonomy(*self.taxonomy, only=self.only)

    def analyzer(self) -> gapcheck.Analyzer:
        """An analyzer with the taxonomy and policy that the options ask for."""
        defer_spacy()
        return gapcheck.Analyzer(
            self.load_taxonomy(),
            gapcheck.load_policy(self.config),
            ocr=self.ocr,
            ocr_language=self.ocr_language,
            limits=self.limits,
        )

    def day(self) -> date:
        """--as-of, or today."""
        return self.as_of or day_of(None)

    @property
    def _watched(self) -> bool:
        """Whether a person is watching standard error."""
        return not self.quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    @contextmanager
    def progress(self, what: str) -> Iterator[None]:
        """Show a transient status line while the block runs."""
        if not self._watched:
            yield
        else:
            with rich_console.Console(stderr=True).status(rich_text.Text(f"{what} ...")):
                yield

    def counted(self, items: Iterable[Item], count: int, what: str) -> Iterable[Item]:
        """The items, with a transient progress bar that counts them."""
        if not self._watched:
            return items
        bar: Iterable[Item] = progress_bar.with_bar(items, count, what)
        return bar

    def note_run(self, analyzer: gapcheck.Analyzer) -> None:
        """With --verbose, say on standard error which taxonomy and date were used and how long it took."""
        if self.verbose:
            took = time.perf_counter() - self.began
            version = analyzer.taxonomy.version
            click.echo(f"taxonomy {version}, as of {self.day()}, {took:.2f} s", err=True)


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    try:
        return None if value is None else day_of(value)
    except GapcheckError as error:
        raise click.BadParameter(error.message) from None


def shared_options(command: Command) -> Command:
    """Adds --taxonomy, --only, --config, --as-of, -q and -v, which the command gets as `shared`."""

    @wraps(command)
    def wrapper(*args: Any, **given: Any) -> Any:
        shared = Shared(**{each.name: given.pop(each.name) for each in fields(Shared) if each.name in given})
        if shared.only and not shared.taxonomy:
            raise click.UsageError("--only needs --taxonomy DIR.")
        return command(*args, shared=shared, **given)

    return _with_options(wrapper, _SHARED)  # type: ignore[return-value]


def ocr_options(command: Command) -> Command:
    """Adds --ocr/--no-ocr and --ocr-language to `shared`."""
    return _with_options(command, _OCR)


def _with_options(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


_SHARED = (
    click.option(
        "--taxonomy",
        multiple=True,
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="A folder of skills, roles and certificates to add to the built-in ones. May be repeated.",
    ),
    click.option(
        "--only",
        is_flag=True,
        help="Use only the folders given with --taxonomy, without the built-in taxonomy.",
    ),
    click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE.toml",
        help="Scoring values that replace the built-in ones (see `gapcheck config show`).",
    ),
    click.option(
        "--as-of",
        callback=_day,
        metavar="YYYY-MM-DD",
        help="The date to use as today, for jobs held until 'present' and for certificates. Default: today.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="Print no progress and no notes on standard error."),
    click.option(
        "-v",
        "--verbose",
        count=True,
        help="Print more: the requirements with their quotes (report; -vv all of it), every gap (rank), every change "
        "(compare), the duties (requirements). On standard error: the taxonomy and the time taken.",
    ),
)


_OCR = (
    click.option(
        "--ocr/--no-ocr",
        default=False,
        help="Read scanned pages with OCR; needs gapcheck[ocr] and tesseract. Default: no.",
    ),
    click.option(
        "--ocr-language",
        default="eng",
        metavar="NAME",
        help="The language of the scans, as tesseract names it: deu, or eng+deu for both. Default: eng.",
    ),
)


def target_options(command: Command) -> Command:
    """Adds --role and --job: what resumes are compared with. At most one of them may be given."""

    @click.option(
        "--role",
        shell_complete=complete_roles,
        metavar="ID",
        help=f"A role of the taxonomy (see `gapcheck roles`). Default: {DEFAULT_ROLE}.",
    )
    @click.option(
        "--job",
        metavar="FILE",
        help="A job posting to compare with instead of a role: PDF, DOCX, HTML, Markdown or text.",
    )
    @wraps(command)
    def wrapper(*args: Any, role: str | None, job: str | None, **given: Any) -> Any:
        if role is not None and job is not None:
            raise click.UsageError("--role and --job were both given. Give one of them.")
        return command(*args, role=role, job=job, **given)

    return wrapper  # type: ignore[return-value]


def _completer(what: str) -> Callable[[click.Context, click.Parameter, str], list[CompletionItem]]:
    """Completes ids of the built-in taxonomy in the shell; no error may break the line that the user is typing."""

    def complete(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
        try:
            rows = getattr(gapcheck.load_taxonomy(), what)
        except GapcheckError:
            return []
        return [CompletionItem(id_, help=row.label) for id_, row in rows.items() if id_.startswith(begun)]

    return complete


complete_roles, complete_skills = _completer("roles"), _completer("skills")
