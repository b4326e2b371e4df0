"""What a document may cost: bytes, pages, memory, time. Beyond it, it is cut with a warning or refused by its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from gapcheck.near_names import did_you_mean

MEGABYTE = 1024 * 1024


def _limit(default: Any, meaning: str) -> Any:
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one document, wherever it is read or analyzed; `gapcheck config show --default` says what each one bounds.

    A configuration file sets them in its section [limits], a program by `Analyzer(limits=Limits(...))` or
    `read(..., limits=...)`. What is too long is cut with a warning, what unfolds is refused; both hold
    everywhere. Of the worker process (see `gapcheck.guard`) processor time, memory and open files are bounded
    on POSIX systems only, time and the size of the answer everywhere.
    """

    file_bytes: int = _limit(20 * MEGABYTE, "size of a file, also of standard input")
    pages: int = _limit(
        20, "pages of a PDF that are read; the rest is cut with a warning, as is a text after"
    )
    read_chars: int = _limit(150_000, "characters, or")
    lines: int = _limit(20_000, "lines")
    word_chars: int = _limit(200, "characters of a word; the rest is cut with a warning")
    line_chars: int = _limit(4_000, "characters of a line; a longer one is parted at a blank")
    paragraph_chars: int = _limit(8_000, "characters of a paragraph; a longer one is parted between lines")
    links: int = _limit(500, "links that are kept")
    link_chars: int = _limit(2_000, "characters of a link that is kept")
    hidden_chars: int = _limit(50_000, "characters of hidden text that are kept")
    text_chars: int = _limit(
        2_000_000, "characters of a document; one with more is refused, as beyond those below"
    )
    glyphs_per_page: int = _limit(50_000, "characters drawn on a page of a PDF")
    stream_bytes: int = _limit(32 * MEGABYTE, "what one stream of a PDF unpacks to")
    unpacked_bytes: int = _limit(100 * MEGABYTE, "what a DOCX file unpacks to")
    zip_members: int = _limit(2_000, "parts of a DOCX file")
    xml_elements: int = _limit(300_000, "elements in one part of a DOCX file")
    cpu_seconds: int = _limit(15, "processor time of a worker process for one document")
    memory_bytes: int = _limit(1024 * MEGABYTE, "memory of a worker beyond what it takes when it is ready")
    open_files: int = _limit(64, "files and pipes that a worker may have open")
    wall_seconds: float = _limit(60.0, "waiting for a worker that hangs; a busy machine alone takes far less")
    answer_bytes: int = _limit(32 * MEGABYTE, "what a worker may answer")
    ocr_seconds: float = _limit(60.0, "OCR of one scanned page")
    documents: int = _limit(2_000, "documents after which a worker is replaced")
    growth_bytes: int = _limit(256 * MEGABYTE, "growth of a worker after which it is replaced")
    child_process: bool = _limit(
        default=True, meaning="false reads in the calling process, for programs that are guarded themselves"
    )

    def __post_init__(self) -> None:
        """Refuse what bounds nothing.

        Raises:
            ValueError: a value is of another type than its default, or not above zero.
        """
        for each in fields(self):
            value: Any = getattr(self, each.name)
            known: Any = each.default
            if isinstance(known, bool):
                right = isinstance(value, bool)
                kind = "true or false"
            else:
                right = isinstance(value, int | type(known)) and not isinstance(value, bool) and value > 0
                kind = f"a {'whole ' if isinstance(known, int) else ''}number above zero"
            if not right:
                raise ValueError(f"{each.name}: {value!r} is not {kind}")

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Limits:
        """The built-in limits with some of them replaced.

        Raises:
            ValueError: a name or a value is wrong; the message says which.
        """
        known = [each.name for each in fields(cls)]
        for name in values:
            if name not in known:
                raise ValueError(f"{name}: no such setting{did_you_mean(name, known)}")
        return cls(**values)

    @classmethod
    def default_text(cls) -> str:
        """The built-in values as a section of a configuration file, with what each one bounds."""
        rows = (
            f"{f'{each.name} = {_toml(each.default)}':<33} # {each.metadata['meaning']}"
            for each in fields(cls)
        )
        return "\n".join(["[limits]", *rows]) + "\n"

    def settings(self) -> dict[str, str]:
        """Name -> value, as TOML writes it."""
        return {each.name: _toml(getattr(self, each.name)) for each in fields(self)}


def _toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value)


def how_to_raise(name: str) -> str:
    """What to do about a limit that a document is beyond: the places where it can be set."""
    return f"Or raise {name} under [limits] in the file given with --config (in a program: Analyzer(limits=...))."
