"""The library in the browser: the page, and what reviewers and admins may change there; everybody's own conversations."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from pydantic import BaseModel, Field

from assistant.display.standing import shelf_line
from assistant.own_corpus import with_own_corpus
from assistant.serving.chat_documents import CHAT_FOLDER, ChatDocuments
from assistant.serving.library_page import counts, page_words, render_library
from assistant.serving.live import citable_sources
from assistant.serving.sign_in import COOKIE, Visitor, is_on, local_visitor, visitor_of_token
from assistant.serving.workers import Workers
from assistant.settings import Settings
from assistant.storage.accounts import Role
from assistant.storage.archive import Archive
from ingest.adding import AddReport
from ingest.documents import Source
from ingest.errors import IngestError
from ingest.library import LibraryChange, add_documents, list_sources, remove_source, set_review_status

Changed = TypeVar("Changed", AddReport, LibraryChange)


class ReviewLine(BaseModel):
    """A status as `vouch review` takes it."""

    status: str = Field(max_length=40)


class PageLine(BaseModel):
    """A page's web address."""

    url: str = Field(max_length=2000, pattern=r"^https?://")


class _Library:
    """One change at a time; ``step`` tells how far it has come."""

    def __init__(self, settings: Settings, workers: Workers) -> None:
        self.settings = settings
        self.step: dict[str, Any] = {}
        self._workers = workers
        self._changing = asyncio.Lock()

    @property
    def citable(self) -> tuple[Source, ...]:
        """What answers may rest on; nothing while it is being loaded."""
        return citable_sources(self._workers)

    async def change(self, work: Callable[..., Changed]) -> Changed:
        """What ``work`` did to the library; answers come from the changed one from then on."""
        async with self._changing:
            try:
                return await asyncio.to_thread(self._change, work)
            except IngestError as error:
                raise HTTPException(409, str(error)) from error
            finally:
                self.step = {}

    def _change(self, work: Callable[..., Changed]) -> Changed:
        def tell(what: str, done: int, of: int) -> None:
            self.step = {"what": what, "done": done, "of": of}

        done = work(with_own_corpus(self.settings), tell)
        self._workers.reload()
        return done


def add_library_routes(app: FastAPI, workers: Workers, settings: Settings, archive: Archive, *, chat_path: str) -> None:
    """Puts page and changes under /library, and one's own conversations under /conversations."""
    library = _Library(settings, workers)
    _add_page(app, library, chat_path)
    _add_changes(app, library)
    _add_conversations(app, settings, archive)


def visitor_from(request: Request, settings: Settings) -> Visitor | None:
    """Who sends a request: by the chat's session, or this machine's own user where nobody signs in."""
    token = request.cookies.get(COOKIE)
    visitor = visitor_of_token(token, settings) if token else None
    return visitor or (None if is_on(settings) or settings.allow_open else local_visitor(request.headers, settings))


def _needs(role: Role, settings: Settings, *, changes: bool = True) -> Callable[[Request], Visitor]:
    """A dependency: the visitor, if the role is enough and the request can't come from another site's page."""

    def check(request: Request) -> Visitor:
        visitor = visitor_from(request, settings)
        if visitor is None:
            raise HTTPException(401, "sign in at the chat first")
        if not visitor.role.may(role):
            raise HTTPException(403, f"only a person with the role {role.value} may do this")
        if changes and "x-vouch-request" not in request.headers:
            raise HTTPException(403, "a change needs the header X-Vouch-Request")
        return visitor

    return check


def _add_page(app: FastAPI, library: _Library, chat_path: str) -> None:
    @app.get("/library", include_in_schema=False, response_model=None)
    async def page(request: Request) -> HTMLResponse | RedirectResponse:
        visitor = visitor_from(request, library.settings)
        if visitor is None:
            return RedirectResponse(chat_path)
        settings = with_own_corpus(library.settings)
        language = request.query_params.get("language") or request.headers.get("accept-language", "en")
        listed = await asyncio.to_thread(list_sources, settings)
        html = render_library(listed, visitor, language=language, chat_path=chat_path, max_bytes=settings.max_document_bytes)
        return HTMLResponse(html, headers={"cache-control": "no-store"})

    anybody = Depends(_needs(Role.READER, library.settings, changes=False))

    @app.get("/library/line", include_in_schema=False, dependencies=[anybody])
    async def line(language: str = "en") -> dict[str, str]:
        return {"line": shelf_line(library.citable, language=language)}

    @app.get("/library/progress", include_in_schema=False, dependencies=[anybody])
    async def progress() -> dict[str, Any]:
        return library.step


def _add_changes(app: FastAPI, library: _Library) -> None:
    admin, reviewer = (Depends(_needs(role, library.settings)) for role in (Role.ADMIN, Role.REVIEWER))

    @app.put("/library/documents/{name}", include_in_schema=False, dependencies=[admin])
    async def add_file(name: str, request: Request, replace: bool = False) -> dict[str, Any]:
        # The browser's name is a name only: no folder of it counts.
        with tempfile.TemporaryDirectory(prefix="vouch-") as folder:
            path = Path(folder) / (Path(name.replace("\\", "/")).name or "document")
            await _receive(request, path, library.settings.max_document_bytes)
            return _reported(
                await library.change(lambda s, tell: add_documents([path], s, progress=tell, overwrite=replace)), request
            )

    @app.post("/library/pages", include_in_schema=False, dependencies=[admin])
    async def add_page(line: PageLine, request: Request) -> dict[str, Any]:
        return _reported(await library.change(lambda s, tell: add_documents([line.url], s, progress=tell)), request)

    @app.delete("/library/documents/{source_id}", include_in_schema=False, dependencies=[admin])
    async def remove(source_id: str) -> dict[str, Any]:
        return (await library.change(lambda s, tell: remove_source(source_id, s, progress=tell))).to_dict()

    @app.post("/library/documents/{source_id}/review", include_in_schema=False, dependencies=[reviewer])
    async def review(source_id: str, line: ReviewLine) -> dict[str, Any]:
        change = await library.change(lambda s, tell: set_review_status(source_id, line.status, s, progress=tell))
        return change.to_dict()


async def _receive(request: Request, path: Path, most: int) -> None:
    """Writes the body to ``path``, counting as it comes."""
    taken = 0
    with path.open("wb") as out:
        async for piece in request.stream():
            taken += len(piece)
            if taken > most:
                raise HTTPException(413, f"the document has more than {most:,} bytes (VOUCH_MAX_DOCUMENT_BYTES)")
            out.write(piece)


def _reported(report: AddReport, request: Request) -> dict[str, Any]:
    """The report with each document's figures in the reader's words, paths of this machine left out."""
    words = page_words(request.headers.get("accept-language", "en"))
    found = report.to_dict()
    found["added"] = [dict(entry, counts=counts(one, words)) for entry, one in zip(found["added"], report.added, strict=True)]
    found["failures"] = [{"path": one.path, "error": one.told} for one in report.failures]
    for entry in (*found["added"], *found["failures"]):
        entry["path"] = Path(entry["path"]).name
    return found


def _add_conversations(app: FastAPI, settings: Settings, archive: Archive) -> None:
    documents = ChatDocuments(settings, CHAT_FOLDER)
    own, own_read = (Depends(_needs(Role.READER, settings, changes=changes)) for changes in (True, False))

    @app.get("/conversations/export", include_in_schema=False)
    async def export(visitor: Visitor = own_read) -> JSONResponse:
        account = await archive.accounts.find(visitor.identifier)
        kept = await archive.history.export_all(account.user_id) if account else []
        headers = {"content-disposition": 'attachment; filename="conversations.json"', "cache-control": "no-store"}
        return JSONResponse({"user": visitor.identifier, "conversations": kept}, headers=headers)

    @app.delete("/conversations", include_in_schema=False)
    async def delete_all(visitor: Visitor = own) -> dict[str, int]:
        account = await archive.accounts.find(visitor.identifier)
        gone = await archive.history.delete_all(account.user_id) if account else ()
        for thread_id in gone:
            await asyncio.to_thread(documents.forget, thread_id)
        return {"deleted": len(gone)}
