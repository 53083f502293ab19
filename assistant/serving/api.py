"""HTTP: liveness, readiness, one answer, meters, and the OpenAI-compatible door."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from starlette.exceptions import HTTPException

from assistant.display.render import answer_object
from assistant.serving.doors import KeyForPrograms, OnlyFromProxy
from assistant.serving.guard import Guard, failure, failure_of
from assistant.serving.library_door import add_library_routes
from assistant.serving.lines import AskLine
from assistant.serving.openai_door import add_openai_routes
from assistant.serving.renewal import following
from assistant.serving.workers import State, Workers, shared_workers
from assistant.settings import Settings
from assistant.storage.archive import shared_archive
from ingest.errors import VouchError
from ingest.mistakes import told

CHAT_PATH = "/chat"
_BOUNDED = ("/api/", "/v1/")
_SEND_JSON = "send one JSON object, with the header content-type: application/json"
_UNREADABLE = "not JSON that can be read: it must be UTF-8, and not nested too deeply"
# Where a field may be of several types, the name of each type stands in a mistake's place as well.
_TYPE = re.compile(r"[\[\]-]")


def create_app(
    settings: Settings,
    workers: Workers | None = None,
    *,
    on_loaded: Callable[[VouchError | None], None] | None = None,
    with_chat: bool = False,
) -> FastAPI:
    """The application; it serves at once and loads the assistant in the background.

    ``workers`` take the place of the process's own. ``with_chat`` sends "/" to the chat, which ``assistant.serving.serve``
    mounts. ``on_loaded`` hears when index and model are there, or why they can't be opened.
    """
    workers = workers or shared_workers(settings)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        workers.start(on_loaded)
        with following(workers, settings.index):
            yield
        workers.close()

    # No /docs: that page loads its script from another host.
    app = FastAPI(title="Vouch", docs_url=None, redoc_url=None, lifespan=lifespan)
    app.add_middleware(KeyForPrograms, settings=settings)
    app.add_middleware(Guard, max_bytes=settings.request_bytes, bounded=_BOUNDED, watch=workers.meters.request)
    if settings.sign_in_header:
        app.add_middleware(OnlyFromProxy, header=settings.sign_in_header, proxies=settings.trusted_proxies)
    _add_errors(app)
    _add_probes(app, workers)
    _add_ask(app, workers, settings)
    add_openai_routes(app, workers, settings)
    if with_chat:
        add_library_routes(app, workers, settings, shared_archive(settings), chat_path=CHAT_PATH)
        app.add_api_route("/", lambda: RedirectResponse(CHAT_PATH), include_in_schema=False)
        app.add_api_route("/assets/{name}", _chat_asset, include_in_schema=False)
    return app


def _chat_asset(name: str) -> RedirectResponse:
    """Where the chat keeps a file that its page asks for at the root: the framework knows its own mount everywhere but there."""
    return RedirectResponse(f"{CHAT_PATH}/assets/{quote(name)}")


def _add_probes(app: FastAPI, workers: Workers) -> None:
    # Watchers of servers often ask for the head alone.
    @app.head("/healthz", include_in_schema=False)
    @app.get("/healthz")
    async def healthz() -> dict[str, str]:
        return {"status": "alive"}

    @app.head("/readyz", include_in_schema=False, response_model=None)
    @app.get("/readyz", response_model=None)
    async def readyz() -> JSONResponse:
        if workers.state is State.READY:
            fault = await asyncio.to_thread(workers.fault)
            if fault is None:
                return JSONResponse({"status": "ready"})
            body = {"status": State.FAILED.value, "error": str(fault)}
        else:
            body = {"status": workers.state.value} | ({"error": str(workers.failure)} if workers.failure else {})
        return JSONResponse(body, status_code=503, headers={"Retry-After": "5"})

    @app.get("/metrics", response_model=None)
    async def metrics() -> Response:
        return Response(workers.meters.text(), media_type="text/plain; version=0.0.4; charset=utf-8")


def _add_ask(app: FastAPI, workers: Workers, settings: Settings) -> None:
    @app.post("/api/ask")
    async def ask(line: AskLine) -> dict[str, Any]:
        response, trace = await workers.answer(line.question_for(settings))
        answer = answer_object(response, trace)
        return answer if line.id is None else {"id": line.id} | answer


def _field_of(mistake: Mapping[str, Any]) -> str:
    """The path of the wrong field, "body" if it is the whole."""
    if mistake["type"] == "json_invalid":
        return "body"
    return ".".join(str(part) for part in mistake["loc"][1:] if not _TYPE.search(str(part))) or "body"


def _mistake_in(mistake: Mapping[str, Any]) -> str:
    if mistake["type"] == "json_invalid":
        return f"not JSON: {mistake['ctx']['error']} at character {mistake['loc'][-1]}"
    return told(mistake)


def _refusal(request: Request, error: HTTPException) -> str:
    """Why a request is refused, and what would be taken in its place."""
    path, said = request.url.path, str(error.detail)
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        return f"{request.method} is not taken at {path}: use {(error.headers or {}).get('Allow', 'another method')}"
    if error.status_code == HTTPStatus.NOT_FOUND and said == HTTPStatus.NOT_FOUND.phrase:
        return f"there is nothing at {path}: docs/contract.md lists what there is"
    return said


def _is_json(request: Request) -> bool:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind == "application/json" or kind.endswith("+json")


def _add_errors(app: FastAPI) -> None:
    async def invalid(request: Request, error: Exception) -> Response:
        found = error.errors() if isinstance(error, RequestValidationError) else []
        told = dict.fromkeys((_field_of(entry), _mistake_in(entry)) for entry in found)
        if {field for field, _ in told} == {"body"} and not _is_json(request):
            told = {("body", _SEND_JSON): None}
        said = "; ".join(f"{field}: {what}" for field, what in told)
        return failure(422, said, kind="invalid_request_error", fields=tuple(dict.fromkeys(field for field, _ in told)))

    async def refused(request: Request, error: Exception) -> Response:
        status, said = (error.status_code, _refusal(request, error)) if isinstance(error, HTTPException) else (500, "")
        if status == HTTPStatus.BAD_REQUEST and request.url.path.startswith(_BOUNDED):
            return failure(422, f"body: {_UNREADABLE}", kind="invalid_request_error", fields=("body",))
        allowed = (error.headers or {}).get("Allow") if isinstance(error, HTTPException) else None
        return failure(status, said, kind="http", headers={"Allow": allowed} if allowed else {})

    async def failed(_: Request, error: Exception) -> Response:
        return failure_of(error)

    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(VouchError, failed)
    app.add_exception_handler(TimeoutError, failed)
    app.add_exception_handler(Exception, failed)
