"""What went wrong, for people and for programs: RFC 9457 problem documents with a `reason`, and their status codes."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from gapcheck.errors import (
    AmendmentError,
    ConfigError,
    DocumentError,
    GapcheckError,
    TaxonomyError,
    UnknownNameError,
)

MEDIA_TYPE = "application/problem+json"
_STATUS_OF = {
    "too-large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "unknown-format": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
}
RETRY_SECONDS = 5


class HttpProblem(Exception):  # noqa: N818  # the word of RFC 9457
    """Why a request has no answer. `reason` is a stable word for programs, `hint` what to do next."""

    def __init__(self, status: int, reason: str, detail: str, hint: str = "") -> None:
        super().__init__(detail)
        self.status = status
        self.reason = reason
        self.detail = detail
        self.hint = hint

    def values(self) -> dict[str, Any]:
        """The problem document."""
        return {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": int(self.status),
            "detail": self.detail,
            "reason": self.reason,
            "hint": self.hint,
        }

    @property
    def headers(self) -> dict[str, str]:
        """Headers that belong to the status."""
        if self.status == HTTPStatus.SERVICE_UNAVAILABLE:
            return {"Retry-After": str(RETRY_SECONDS)}
        if self.status == HTTPStatus.UNAUTHORIZED:
            return {"WWW-Authenticate": "Bearer"}
        return {}


def problem_of(error: GapcheckError) -> HttpProblem:
    """The problem that an error of the library is for whoever sent the request."""
    if isinstance(error, DocumentError):
        status = _STATUS_OF.get(error.reason, HTTPStatus.UNPROCESSABLE_ENTITY)
        return HttpProblem(status, error.reason, error.message, error.hint)
    if isinstance(error, AmendmentError):
        return HttpProblem(HTTPStatus.UNPROCESSABLE_ENTITY, "amendment", error.message, error.hint)
    if isinstance(error, UnknownNameError):
        return HttpProblem(HTTPStatus.NOT_FOUND, "unknown-name", error.message, error.hint)
    if isinstance(error, TaxonomyError | ConfigError):
        return HttpProblem(HTTPStatus.INTERNAL_SERVER_ERROR, "misconfigured", error.message, error.hint)
    return HttpProblem(HTTPStatus.UNPROCESSABLE_ENTITY, "usage", error.message, error.hint)


def busy() -> HttpProblem:
    """The problem of a request that came while too many others wait."""
    return HttpProblem(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "busy",
        "Too many documents are being read at the moment.",
        f"Try again in {RETRY_SECONDS} seconds.",
    )


def too_slow() -> HttpProblem:
    """The problem of work that was given up."""
    return HttpProblem(
        HTTPStatus.GATEWAY_TIMEOUT,
        "timeout",
        "Reading took too long and was given up.",
        "Print the document to a new PDF, or send it as text.",
    )


def slow_upload() -> HttpProblem:
    """The problem of a request whose documents did not arrive in time."""
    return HttpProblem(
        HTTPStatus.REQUEST_TIMEOUT,
        "slow-upload",
        "The upload took too long and was given up.",
        "Send fewer or smaller documents at a time.",
    )


def forgotten() -> HttpProblem:
    """The problem of a token under which nothing is held, or no longer."""
    return HttpProblem(
        HTTPStatus.GONE,
        "forgotten",
        "This report is no longer held: nothing is stored for longer than it is needed.",
        "Upload the resume again.",
    )


def too_large(limit: int) -> HttpProblem:
    """The problem of a request above the limit, in bytes."""
    megabyte = 1024 * 1024
    most = f"{limit / megabyte:g} MB" if limit >= megabyte else f"{limit / 1024:.3g} kB"
    return HttpProblem(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "too-large",
        f"The upload is larger than {most}.",
        "Export the document with smaller images.",
    )
