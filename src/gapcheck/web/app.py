"""Puts the server together: gate, API, pages, and the clock by which reports are forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from gapcheck.analyzer import Analyzer
from gapcheck.errors import GapcheckError
from gapcheck.version import VERSION
from gapcheck.web.api import api_router
from gapcheck.web.memory import Memory
from gapcheck.web.pages import page_router, problem_page
from gapcheck.web.problems import MEDIA_TYPE, HttpProblem, problem_of
from gapcheck.web.request_gate import RequestGate
from gapcheck.web.service import GapService
from gapcheck.web.settings import WebSettings
from gapcheck.web.work_queue import WorkQueue

_SWEEP_SECONDS = 20.0


def create_app(analyzer: Analyzer | None = None, settings: WebSettings = WebSettings()) -> FastAPI:  # noqa: B008  # frozen
    """The server as an ASGI application.

    Args:
        analyzer: what compares; one with the built-in taxonomy and policy if None.
        settings: who may call, and how much.
    """
    service = GapService(analyzer or Analyzer(), settings.at_once)
    queue = WorkQueue(settings)
    memory = Memory(settings.minutes * 60, settings.kept, settings.kept_bytes)

    @asynccontextmanager
    async def running(_app: FastAPI) -> AsyncIterator[None]:
        sweeping = asyncio.create_task(_sweep(memory))
        # the first visitor need not wait for what all of them share
        warming = asyncio.get_running_loop().run_in_executor(None, service.warm)
        yield
        sweeping.cancel()
        queue.close()
        service.pool.close()
        with suppress(asyncio.CancelledError):
            await sweeping
        with suppress(GapcheckError):  # whoever called was told
            await warming

    app = FastAPI(
        title="gapcheck",
        version=VERSION,
        summary="Compares resumes with what jobs ask for: a scored gap report with evidence.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # its pages would be fetched from another host
        redoc_url=None,
        lifespan=running,
        middleware=[Middleware(RequestGate, settings=settings)],
    )
    app.state.memory = memory
    app.state.service = service
    app.include_router(api_router(service, queue, settings))
    app.include_router(page_router(service, queue, memory, settings))

    @app.exception_handler(GapcheckError)
    async def refused(request: Request, error: GapcheckError) -> Response:
        return _answer(request, problem_of(error))

    @app.exception_handler(HttpProblem)
    async def problem(request: Request, error: HttpProblem) -> Response:
        return _answer(request, error)

    @app.exception_handler(HTTPException)
    async def unknown(request: Request, error: HTTPException) -> Response:
        reason = HTTPStatus(error.status_code).phrase.lower().replace(" ", "-")
        found = HttpProblem(error.status_code, reason, f"{request.url.path[:80]}: {error.detail}.")
        return _answer(request, found, error.headers)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        detail = "; ".join(f"{each['loc'][-1]}: {each['msg']}" for each in error.errors())
        return _answer(request, HttpProblem(HTTPStatus.UNPROCESSABLE_ENTITY, "usage", detail))

    return app


async def _sweep(memory: Memory) -> None:
    """Let go of what is over its time also where nobody calls."""
    while True:
        await asyncio.sleep(_SWEEP_SECONDS)
        memory.sweep()


def _answer(request: Request, problem: HttpProblem, headers: Mapping[str, str] | None = None) -> Response:
    """A problem as a page for people, as a problem document for programs."""
    more = {**problem.headers, **(headers or {})}
    if request.url.path.startswith("/api/"):
        return JSONResponse(problem.values(), problem.status, more, MEDIA_TYPE)
    return problem_page(problem, more)
