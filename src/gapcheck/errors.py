"""All errors that gapcheck raises on purpose. A message says what happened, where, and what to do next."""

from __future__ import annotations

from typing import Any


class GapcheckError(Exception):
    """Base class of the errors that gapcheck raises on purpose.

    `message` says what happened and where; `hint` what to do next ("" if there is nothing to do).
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message if not hint else f"{message} {hint}")
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        """Errors travel between processes with all that they say, whatever their kinds are made of."""
        return _rebuilt, (type(self), self.args, self.__dict__)


def _rebuilt(kind: type[GapcheckError], args: tuple[Any, ...], values: dict[str, Any]) -> GapcheckError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(values)
    return error


class DocumentError(GapcheckError):
    """A document could not be read. `reason` is a stable word for programs, such as "scan".

    Reasons: missing, folder, empty, too-large, unknown-format, broken, encrypted, scan, unreadable (a text
    layer that is not text), limits (memory, time or pages), no-score (a job document with which nobody can be
    compared).
    """

    def __init__(self, message: str, *, reason: str, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.reason = reason


class TaxonomyError(GapcheckError):
    """There are errors in the taxonomy. `problems` lists all of them, each with its file and line."""

    def __init__(self, message: str, *, problems: tuple[str, ...] = (), hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.problems = problems


class ConfigError(GapcheckError):
    """There is an error in a configuration file."""


class AmendmentError(ConfigError):
    """What somebody adds to the documents is wrong: wishes or facts name what is not there, or are no such file."""


class UnknownNameError(GapcheckError):
    """The taxonomy has no such role, skill or other name; the hint suggests the nearest ones."""
