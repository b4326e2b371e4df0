"""The pages: each works without a script, says beside a form what went wrong with it, and keeps what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from gapcheck.comparison import Comparison
from gapcheck.errors import GapcheckError
from gapcheck.inputs import DEFAULT_ROLE, day_of
from gapcheck.rendering import annotate, render, render_comparison
from gapcheck.rendering.html import render_html
from gapcheck.rendering.ranking import shown_in_html
from gapcheck.rendering.templating import fill
from gapcheck.report import GapReport
from gapcheck.taxonomy import Requirement
from gapcheck.web.api import MEDIA_TYPES, asked_of, outcomes_of
from gapcheck.web.inputs import SentForm, form_of
from gapcheck.web.memory import Held, HeldReport, HeldTable, Memory
from gapcheck.web.problems import HttpProblem, forgotten, problem_of
from gapcheck.web.request_gate import COOKIE, same_secret
from gapcheck.web.service import NECESSITIES, NOT_ASKED, GapService, table_of
from gapcheck.web.settings import WebSettings
from gapcheck.web.work_queue import WorkQueue

_DOWNLOADS = {"json": "json", "csv": "csv", "markdown": "md", "pdf": "pdf", "html": "html"}
_SCRIPT = """for (const form of document.forms) form.addEventListener("submit", () => {
  const said = form.querySelector("[role=status]");
  if (said) said.textContent = said.dataset.busy;
});
"""
"""All the script there is: it says that a document is being read, in old browsers, too (no `?.`)."""


def problem_page(problem: HttpProblem, headers: Mapping[str, str]) -> Response:
    """A page that says why there is no other."""
    return _page("web/problem.html.j2", problem.status, headers, problem=problem, title=problem.detail)


def page_router(service: GapService, queue: WorkQueue, memory: Memory, settings: WebSettings) -> APIRouter:
    """The routes of the pages; they are no part of the API's document."""
    router = APIRouter(include_in_schema=False)
    _home_routes(router, service, queue, memory, settings)
    _report_routes(router, service, queue, memory, settings)
    _ranking_routes(router, service, queue, memory, settings)
    _posting_routes(router, service, queue, settings)
    _list_routes(router, service, settings)
    _token_routes(router, settings)

    @router.get("/app.js")
    async def script() -> Response:
        return Response(_SCRIPT, media_type="text/javascript; charset=utf-8")

    return router


def _home_routes(
    router: APIRouter, service: GapService, queue: WorkQueue, memory: Memory, settings: WebSettings
) -> None:
    def home(form: SentForm, problem: HttpProblem | None = None, *, gone: bool = False) -> Response:
        values = {"form": form, "roles": service.roles(), "default": DEFAULT_ROLE, "forgotten": gone}
        title = "Compare a resume with a job"
        return _page("web/home.html.j2", _status(problem), {}, problem=problem, title=title, **values)

    @router.get("/")
    async def start(request: Request) -> Response:
        role = request.query_params.get("role", "")
        return home(SentForm({"role": [role]} if role else {}), gone="forgotten" in request.query_params)

    @router.post("/")
    async def analyze(request: Request) -> Response:
        form = SentForm()
        try:
            form = await form_of(request, settings)
            found = await queue.run(service.analyze, form.needed("resume"), asked_of(form))
        except (HttpProblem, GapcheckError) as error:
            return home(form, _problem(error))
        return _to(f"/report/{memory.keep(found)}")


def _report_routes(
    router: APIRouter, service: GapService, queue: WorkQueue, memory: Memory, settings: WebSettings
) -> None:
    @router.get("/report/{token}")
    async def report(request: Request, token: str) -> Response:
        found: HeldReport = _held(memory, token, HeldReport)
        shown, problem, given = found.report, None, _what_if(request.query_params)
        try:
            if given:
                shown = await queue.run(service.with_what_if, found, given)
        except (HttpProblem, GapcheckError) as error:
            problem = _problem(error)
        values: dict[str, Any] = {
            "report": shown,
            "token": token,
            "held": found,
            "given": request.query_params,
        }
        return _report_page(_status(problem), problem=problem, **values)

    @router.get("/report/{token}/{form}")
    async def download(token: str, form: str) -> Response:
        found: HeldReport = _held(memory, token, HeldReport)
        if form not in _DOWNLOADS or (form == "pdf" and not found.data):
            raise HttpProblem(HTTPStatus.NOT_FOUND, "not-found", "There is no such form of this report.")
        data = await queue.run(_rendered, service, found, form)
        name = f"report.{_DOWNLOADS[form]}" if form != "pdf" else "resume-with-marks.pdf"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(data, media_type=MEDIA_TYPES[form], headers=headers)

    @router.post("/report/{token}/version")
    async def version(request: Request, token: str) -> Response:
        found: HeldReport = _held(memory, token, HeldReport)
        form = await form_of(request, settings)
        try:
            after, comparison = await queue.run(service.new_version, found, form.needed("resume"))
        except (HttpProblem, GapcheckError) as error:
            values: dict[str, Any] = {"report": found.report, "token": token, "held": found, "given": {}}
            problem = _problem(error)
            return _report_page(problem.status, problem=problem, **values)
        memory.keep(after)
        return _to(f"/comparison/{memory.keep(comparison)}")

    @router.get("/comparison/{token}")
    async def comparison(token: str) -> Response:
        return HTMLResponse(render_comparison(_held(memory, token, Comparison), "html"))

    @router.post("/forget/{token}")
    async def forget(token: str) -> Response:
        memory.forget(token)
        return _to("/?forgotten=1")


def _ranking_routes(
    router: APIRouter, service: GapService, queue: WorkQueue, memory: Memory, settings: WebSettings
) -> None:
    @router.get("/rank")
    async def rank_form() -> Response:
        return _rank_page(service, SentForm(), None)

    @router.post("/rank")
    async def rank(request: Request) -> Response:
        form = SentForm()
        try:
            form = await form_of(request, settings)
            form.needed("resumes")
            asked = asked_of(form)
            target = await queue.run(service.comparable, asked)
            resumes = form.files["resumes"]
            rows = [row async for row in outcomes_of(service, queue, resumes, target, asked)]
        except (HttpProblem, GapcheckError) as error:
            return _rank_page(service, form, _problem(error))
        return _to(f"/ranking/{memory.keep(table_of(target.target.title, rows))}")

    @router.get("/ranking/{token}")
    async def ranking(token: str) -> Response:
        table: HeldTable = _held(memory, token, HeldTable)
        shown = shown_in_html(table.ranking, table.failures)
        title = f"Ranking for {table.title}"
        return _page("web/ranking.html.j2", 200, {}, table=table, token=token, title=title, **shown)


def _posting_routes(router: APIRouter, service: GapService, queue: WorkQueue, settings: WebSettings) -> None:
    @router.get("/requirements")
    async def requirements_form() -> Response:
        return _requirements_page(SentForm(), None)

    @router.post("/requirements")
    async def requirements(request: Request) -> Response:
        form = SentForm()
        try:
            form = await form_of(request, settings)
            text = await queue.run(_posting_text, service, form)
            asked = asked_of(SentForm({"job_text": [text]}))
            found = await queue.run(service.requirements, asked)
        except (HttpProblem, GapcheckError) as error:
            return _requirements_page(form, _problem(error))
        rows = [row for row in found.requirements if not row.narrower]
        return _requirements_page(
            SentForm({"job_text": [text]}), None, rows, found.unread, found.target.title
        )


def _list_routes(router: APIRouter, service: GapService, settings: WebSettings) -> None:
    @router.get("/roles")
    async def roles() -> Response:
        return _page("web/roles.html.j2", 200, {}, roles=service.roles(), title="Roles")

    @router.get("/certificates")
    async def certificates() -> Response:
        rows = [row for row in service.certificates(day_of(None)) if row["recommendable"]]
        return _page("web/certificates.html.j2", 200, {}, rows=rows, title="Certificates", day=day_of(None))

    @router.get("/about")
    async def about() -> Response:
        return _page(
            "web/about.html.j2", 200, {}, title="About", settings=settings, made=service.analyzer.provenance()
        )


def _token_routes(router: APIRouter, settings: WebSettings) -> None:
    @router.get("/token")
    async def ask_token() -> Response:
        return _page("web/token.html.j2", 401, {}, title="A token is needed", wrong=False)

    @router.post("/token")
    async def take_token(request: Request) -> Response:
        form = await form_of(request, settings)
        if not same_secret(form.text("token"), settings.token):
            return _page("web/token.html.j2", 401, {}, title="A token is needed", wrong=True)
        answer = _to("/")
        secure = request.url.scheme == "https"
        answer.set_cookie(COOKIE, settings.token, httponly=True, samesite="strict", secure=secure)
        return answer


def _held(memory: Memory, token: str, kind: type[Any]) -> Any:
    """What is held under a token, if it is of this kind.

    Raises:
        HttpProblem: it is not, or no longer.
    """
    found: Held | None = memory.get(token)
    if not isinstance(found, kind):
        raise forgotten()
    return found


def _page(template: str, status: int, headers: Mapping[str, str], **values: Any) -> Response:
    return HTMLResponse(fill(template, **{"problem": None, **values}), status, dict(headers))


def _report_page(status: int, *, held: HeldReport, report: GapReport, **values: Any) -> Response:
    return HTMLResponse(render_html(report, held.pages, "web/report.html.j2", held=held, **values), status)


def _to(place: str) -> RedirectResponse:
    return RedirectResponse(place, HTTPStatus.SEE_OTHER)


def _status(problem: HttpProblem | None) -> int:
    return problem.status if problem else 200


def _problem(error: HttpProblem | GapcheckError) -> HttpProblem:
    return error if isinstance(error, HttpProblem) else problem_of(error)


def _what_if(query: Any) -> list[str]:
    """The assumptions of the what-if form: those that were ticked, and a skill with months."""
    found = [each.strip() for each in query.getlist("what_if") if each.strip()]
    months = query.get("months", "").strip()
    return [f"{each}:{months}" if months.isdigit() and ":" not in each else each for each in found]


def _rendered(service: GapService, found: HeldReport, form: str) -> bytes:
    if form == "pdf":
        return annotate(found.report, found.data, limits=service.analyzer.limits)
    return render(found.report, form, pages=found.pages).encode()


def _posting_text(service: GapService, form: SentForm) -> str:
    """The posting of a form as text.

    Raises:
        HttpProblem: none was given.
    """
    posting = form.file("job")
    if posting is not None:
        return service.analyzer.read(posting, name=posting.name).text
    if not form.text("job_text"):
        detail = "No posting was given."
        raise HttpProblem(HTTPStatus.UNPROCESSABLE_ENTITY, "missing", detail, "Paste it or choose a file.")
    return form.text("job_text")


def _rank_page(service: GapService, form: SentForm, problem: HttpProblem | None) -> Response:
    values = {"form": form, "roles": service.roles(), "default": DEFAULT_ROLE, "title": "Rank many resumes"}
    return _page("web/rank.html.j2", _status(problem), {}, problem=problem, **values)


def _requirements_page(
    form: SentForm,
    problem: HttpProblem | None,
    rows: Iterable[Requirement] = (),
    unread: Iterable[Any] = (),
    posting: str = "",
) -> Response:
    values = {"form": form, "rows": list(rows), "unread": list(unread), "posting": posting}
    needs = [each for each in NECESSITIES if each != NOT_ASKED] + [NOT_ASKED]
    title = "What a posting asks for"
    return _page(
        "web/requirements.html.j2", _status(problem), {}, problem=problem, title=title, needs=needs, **values
    )
