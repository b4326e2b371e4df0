"""The one tree of errors. A message names the event, the place and the way out."""

from __future__ import annotations


class GapcheckError(Exception):
    """Base of everything that gapcheck raises on purpose.

    `message` says what happened and where; `hint` what to do next ("" if nothing can be done).
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message if not hint else f"{message} {hint}")
        self.message = message
        self.hint = hint


class DocumentError(GapcheckError):
    """A document could not be read. `reason` is a stable word for programs, such as "scan".

    Reasons: missing, folder, empty, too-large, unknown-format, broken, encrypted, scan,
    unreadable (a text layer that is no text), limits (memory, time or pages).
    """

    def __init__(self, message: str, *, reason: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.reason = reason


class TaxonomyError(GapcheckError):
    """The taxonomy is at fault. `problems` lists every one found, each with its file and line."""

    def __init__(self, message: str, *, problems: tuple[str, ...] = (), hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.problems = problems


class ConfigError(GapcheckError):
    """A configuration file is at fault."""


class UnknownNameError(GapcheckError):
    """A role, skill or other name that the taxonomy does not have; the hint says what was near."""
