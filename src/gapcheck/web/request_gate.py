"""Before every request: whose page may call, who knows the token, how large a request may be, which headers."""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import Mapping
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gapcheck.web.problems import MEDIA_TYPE, HttpProblem, busy, slow_upload, too_large
from gapcheck.web.settings import WebSettings

COOKIE = "gapcheck"
_TOKEN_FORM = 4096
"""Bytes of the form that asks for the token; a token has a few dozen."""
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # with no-referrer a browser would send "Origin: null" with our own forms
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}


class _Body:
    """What a request sends, read within its bounds. A large one has a place among those that are held at once."""

    def __init__(self, receive: Receive, places: set[_Body], settings: WebSettings, most: int) -> None:
        self._receive, self._places, self._settings, self._most = receive, places, settings, most
        self._seen, self._whole, self._ends = 0, False, 0.0

    async def receive(self) -> Message:
        """The next part.

        Raises:
            HttpProblem: as many others are held as may be worked on and wait, it is too large, or it comes
                too slowly.
        """
        if self._whole:  # what comes now says that the caller has gone
            return await self._receive()
        self._take_place()
        try:
            async with asyncio.timeout_at(self._ends):
                message = await self._receive()
        except TimeoutError:
            raise slow_upload() from None
        self._seen += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._seen > self._most:
            raise too_large(self._most)
        return message

    def _take_place(self) -> None:
        """Have a place before the first byte is read: until the answer is there the whole body may be in memory."""
        if not self._ends:
            self._ends = asyncio.get_running_loop().time() + self._settings.upload_seconds
        if self in self._places or self._most <= _TOKEN_FORM:
            return
        if len(self._places) >= self._settings.at_once + self._settings.waiting:
            raise busy()
        self._places.add(self)

    def let_go(self) -> None:
        """Free the place: the request is answered."""
        self._places.discard(self)


class RequestGate:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp, settings: WebSettings) -> None:
        self._app = app
        self._settings = settings
        self._bodies: set[_Body] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it with a problem."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        refused = self._refusal(scope, headers)
        if refused is not None:
            await _answer(refused, send)
            return
        body = _Body(receive, self._bodies, self._settings, self._most_bytes(scope))
        started = False

        async def with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                given = {name for name, _ in message["headers"]}
                more = [(name.encode(), value.encode()) for name, value in _HEADERS.items()]
                message["headers"] = [*message["headers"], *(row for row in more if row[0] not in given)]
            await send(message)

        try:
            await self._app(scope, body.receive, with_headers)
        except HttpProblem as problem:
            if started:
                raise
            await _answer(problem, send)
        finally:
            body.let_go()

    def _most_bytes(self, scope: Scope) -> int:
        """How large a request may be; the form for the token is read of anybody, so it is small."""
        return (
            min(_TOKEN_FORM, self._settings.upload_bytes)
            if scope["path"] == "/token"
            else self._settings.upload_bytes
        )

    def _refusal(self, scope: Scope, headers: Mapping[str, str]) -> HttpProblem | None:
        host = headers.get("host", "")
        if not self._settings.allows(host):
            return HttpProblem(
                HTTPStatus.MISDIRECTED_REQUEST,
                "host",
                "This server does not answer under the name that was asked for.",
                "Start it with --allow-host NAME.",
            )
        if scope["method"] not in _SAFE and not _same_origin(headers, host):
            return HttpProblem(
                HTTPStatus.FORBIDDEN, "origin", "Another page may not send anything here.", "Use this server's own page."
            )  # fmt: skip
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdigit() or int(length[:20]) > self._most_bytes(scope):
            return too_large(self._most_bytes(scope))
        if self._settings.token and scope["path"] not in {"/token", "/api/v1/health"}:
            return self._without_token(scope, headers)
        return None

    def _without_token(self, scope: Scope, headers: Mapping[str, str]) -> HttpProblem | None:
        """The refusal of a request that does not know the token; a page is shown a form for it."""
        scheme, _, given = headers.get("authorization", "").partition(" ")
        known = [given.strip()] if scheme.lower() == "bearer" else []
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
            known += [cookie.value] if cookie else []
        except CookieError:
            pass
        if any(same_secret(each, self._settings.token) for each in known):
            return None
        if scope["method"] in _SAFE and not scope["path"].startswith("/api/"):
            scope["path"], scope["raw_path"] = "/token", b"/token"
            scope["query_string"] = b""
            return None
        return HttpProblem(
            HTTPStatus.UNAUTHORIZED, "token", "This server asks for a token.", "Send `Authorization: Bearer TOKEN`."
        )  # fmt: skip


def same_secret(given: str, wanted: str) -> bool:
    """Whether two secrets are the same, in a time that does not tell how much of them is."""
    return hmac.compare_digest(given.encode(errors="replace"), wanted.encode(errors="replace"))


def _same_origin(headers: Mapping[str, str], host: str) -> bool:
    """Whether a request that changes something comes from a page of this server, or from no page at all."""
    if headers.get("sec-fetch-site", "none") not in {"same-origin", "none"}:
        return False
    origin = headers.get("origin")
    if origin is None:
        return True
    try:
        return urlsplit(origin).netloc.lower() == host.lower()
    except ValueError:
        return False


async def _answer(problem: HttpProblem, send: Send) -> None:
    """Send a problem as JSON."""
    headers = {**_HEADERS, **problem.headers, "content-type": MEDIA_TYPE}
    rows = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": int(problem.status), "headers": rows})
    await send({"type": "http.response.body", "body": json.dumps(problem.values()).encode()})
