"""The HTTP API under /api/v1: one call of the library for each request; errors are problem documents with a reason."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable
from datetime import date
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from gapcheck.errors import GapcheckError
from gapcheck.inputs import day_of
from gapcheck.plain_values import plain, to_json
from gapcheck.rendering import annotate, render, render_comparison
from gapcheck.rendering.comparison import FORMATS as COMPARED_AS
from gapcheck.target_requirements import TargetRequirements
from gapcheck.version import VERSION
from gapcheck.web import api_schema as schema
from gapcheck.web.inputs import Asked, NamedBytes, SentForm, form_of
from gapcheck.web.problems import HttpProblem, problem_of
from gapcheck.web.service import GapService, corrections
from gapcheck.web.settings import WebSettings
from gapcheck.web.work_queue import WorkQueue

MEDIA_TYPES = {
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "markdown": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "text": "text/plain; charset=utf-8",
    "pdf": "application/pdf",
}
_NDJSON = "application/x-ndjson"


def asked_of(form: SentForm, suffix: str = "") -> Asked:
    """What a form asks for.

    Raises:
        HttpProblem: a date that is none, or more than one target.
    """
    pairs = [(name, values[-1]) for name, values in form.texts.items()]
    return Asked(
        form.target(suffix),
        _day(form.text("as_of")),
        blind=form.flag("blind"),
        what_if=tuple(each.strip() for each in form.texts.get("what_if", ()) if each.strip()),
        corrected=tuple(corrections(pairs)),
        level=form.text("level"),
        must=form.names("must"),
        confirmed=form.names("confirmed"),
        wrong=form.names("wrong"),
    )


def _day(text: str) -> date | None:
    return day_of(text) if text else None


def format_of(accept: str, known: tuple[str, ...]) -> str:
    """The first format that an Accept header names and that there is; the first of `known` where the header is empty.

    Raises:
        HttpProblem: 406, where it names none that there is.
    """
    wanted = [each.partition(";")[0].strip().lower() for each in accept.split(",") if each.strip()]
    for each in wanted or ["*/*"]:
        for name in known:
            kind = MEDIA_TYPES[name].partition(";")[0]
            if each in {kind, "*/*", f"{kind.partition('/')[0]}/*"}:
                return name
    detail = f"There is no such form of the answer: {accept[:80]}."
    media = ", ".join(MEDIA_TYPES[name].partition(";")[0] for name in known)
    raise HttpProblem(HTTPStatus.NOT_ACCEPTABLE, "accept", detail, f"Accept one of {media}.")


async def outcomes_of(
    service: GapService,
    queue: WorkQueue,
    resumes: Iterable[NamedBytes],
    target: TargetRequirements,
    asked: Asked,
) -> AsyncIterator[dict[str, Any]]:
    """A row for each resume of a ranking, in order; what is wrong with one is in its row under "error"."""
    for resume in resumes:
        try:
            row = await queue.run(service.outcome, resume, target, asked)
        except (HttpProblem, GapcheckError) as error:
            problem = error if isinstance(error, HttpProblem) else problem_of(error)
            row = {"name": resume.name, "error": problem.reason, "message": problem.detail}
        yield row


def api_router(service: GapService, queue: WorkQueue, settings: WebSettings) -> APIRouter:
    """The routes of the API."""
    router = APIRouter(prefix="/api/v1", responses=schema.PROBLEMS)
    _document_routes(router, service, queue, settings)
    _taxonomy_routes(router, service)

    @router.get("/health", tags=["server"])
    async def health() -> JSONResponse:
        """Whether the server is there."""
        return JSONResponse({"status": "ok", "version": VERSION})

    return router


def _document_routes(router: APIRouter, service: GapService, queue: WorkQueue, settings: WebSettings) -> None:
    @router.post("/analyses", openapi_extra=schema.ANALYSIS, responses=schema.REPORT, tags=["resumes"])
    async def analyses(request: Request) -> Response:
        """Compare one resume with a role or a posting; the Accept header chooses the form of the report."""
        known = ("json", "html", "markdown", "csv", "text", "pdf")
        format_ = format_of(request.headers.get("accept", ""), known)
        form = await form_of(request, settings)
        asked, resume = asked_of(form), form.needed("resume")
        return await queue.run(_analysis, service, resume, asked, format_)

    @router.post("/comparisons", openapi_extra=schema.COMPARISON, tags=["resumes"])
    async def comparisons(request: Request) -> Response:
        """Compare two resumes (`resume`, `resume2`), or one under two targets (`role2`, `job2`, `job_text2`)."""
        format_ = format_of(request.headers.get("accept", ""), ("json", *COMPARED_AS))
        form = await form_of(request, settings)
        one, two, resume = asked_of(form), asked_of(form, "2"), form.needed("resume")
        if form.file("resume2") is None and not two.target:
            detail = "There is nothing to compare with."
            raise HttpProblem(HTTPStatus.UNPROCESSABLE_ENTITY, "missing", detail, "Send resume2 or role2.")
        after = two if two.target else one
        found = await queue.run(service.compare, resume, form.file("resume2"), one, after)
        return Response(render_comparison(found, format_), media_type=MEDIA_TYPES[format_])

    @router.post("/rankings", openapi_extra=schema.RANKING, responses=schema.LINES, tags=["resumes"])
    async def rankings(request: Request) -> Response:
        """Compare many resumes with one target: a line of JSON for each, in the order that they were sent, as it is ready."""
        form = await form_of(request, settings)
        form.needed("resumes")
        asked = asked_of(form)
        target = await queue.run(service.comparable, asked)

        async def lines() -> AsyncIterator[str]:
            async for row in outcomes_of(service, queue, form.files["resumes"], target, asked):
                yield json.dumps(plain(row), ensure_ascii=False, sort_keys=True) + "\n"

        return StreamingResponse(lines(), media_type=_NDJSON)

    @router.post("/requirements", openapi_extra=schema.POSTING, tags=["postings"])
    async def requirements(request: Request) -> Response:
        """What a posting asks for, before anybody is compared with it."""
        form = await form_of(request, settings)
        source = form.file("job") or NamedBytes(form.text("job_text").encode(errors="replace"), "job text")
        return await queue.run(_requirements, service, source)

    @router.post("/parses", openapi_extra=schema.PARSE, tags=["resumes"])
    async def parses(request: Request) -> Response:
        """What was understood of a resume, before any comparison."""
        form = await form_of(request, settings)
        return await queue.run(_parse, service, form.needed("resume"), asked_of(form))


def _taxonomy_routes(router: APIRouter, service: GapService) -> None:
    @router.get("/roles", tags=["taxonomy"])
    async def roles() -> JSONResponse:
        """The roles that a resume can be compared with."""
        return JSONResponse({"roles": service.roles()})

    @router.get("/roles/{role_id}", tags=["taxonomy"])
    async def role(role_id: str) -> Response:
        """One role with its requirements."""
        return _json(service.analyzer.taxonomy.role(role_id))

    @router.get("/certificates", tags=["taxonomy"])
    async def certificates(as_of: str = "") -> JSONResponse:
        """The catalogue of certificates, with their state on a day (YYYY-MM-DD, today if it is left out)."""
        return JSONResponse({"certificates": service.certificates(day_of(as_of or None))})

    @router.get("/policy", tags=["taxonomy"])
    async def policy() -> Response:
        """Every number behind the score."""
        known = service.analyzer.policy
        return _json({"sha256": known.sha256, "values": known.model_dump()})


def _json(value: Any) -> Response:
    return Response(to_json(value), media_type=MEDIA_TYPES["json"])


def _analysis(service: GapService, resume: NamedBytes, asked: Asked, format_: str) -> Response:
    held = service.analyze(resume, asked)
    if format_ != "pdf":
        return Response(render(held.report, format_), media_type=MEDIA_TYPES[format_])
    if asked.blind:
        raise GapcheckError("A PDF with marks is made of the resume's own pages and cannot hide the person.")
    marked = annotate(held.report, resume.getvalue(), limits=service.analyzer.limits)
    return Response(marked, media_type=MEDIA_TYPES["pdf"])


def _requirements(service: GapService, source: NamedBytes) -> Response:
    return _json(service.pool.posting_values(source, name=source.name))


def _parse(service: GapService, resume: NamedBytes, asked: Asked) -> Response:
    found = service.pool.resume_values(resume, name=resume.name, as_of=asked.as_of, blind=asked.blind)
    return _json(found)
