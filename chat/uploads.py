"""A document dropped into the chat: read, reported, asked about at once; kept in the library only if an admin says so."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, cast

import chainlit as cl
from chainlit import config as framework
from chainlit.session import BaseSession
from chainlit.types import FileReference

from assistant.display.labels import labels
from assistant.own_corpus import with_own_corpus
from assistant.serving.chat_documents import ChatDocuments
from assistant.serving.library_page import counts, page_words
from assistant.serving.sign_in import role_now
from assistant.serving.workers import Workers
from assistant.settings import Settings
from assistant.storage.accounts import Role
from chat.cards import Card
from chat.session import language
from ingest.adding import AddReport, add_documents

_LOOK = 0.6


def wait_in(folder: Path) -> None:
    """Has dropped files wait in ``folder`` until they are read; what an earlier server left there goes.

    The framework would have them beside the program, and leaves those of open chats there for good when the server stops.
    """
    shutil.rmtree(folder, ignore_errors=True)
    for made in (folder.parent, folder):
        made.mkdir(parents=True, exist_ok=True, mode=0o700)
    framework.FILES_DIRECTORY = folder.absolute()
    BaseSession.persist_file = _with_empty_ones(BaseSession.persist_file)


async def take_in(documents: ChatDocuments, settings: Settings, message: cl.Message) -> bool:
    """Reads the files that came with a message and shows what was understood; False if there were none."""
    files = [element for element in message.elements or () if element.path]
    if not files:
        return False
    with tempfile.TemporaryDirectory(prefix="vouch-") as folder:
        paths = [_named(Path(str(file.path)), Path(file.name).name, Path(folder)) for file in files]
        thread_id = cl.context.session.thread_id
        report = await _followed(lambda tell: documents.add(thread_id, paths, progress=tell))
    props = _report(report, may_keep=_role(settings).may(Role.ADMIN))
    await cl.Message(content="", elements=[Card(name="Report", props=props)]).send()
    return True


async def keep(documents: ChatDocuments, settings: Settings, workers: Workers) -> dict[str, Any]:
    """Takes this conversation's documents into the library; what went wrong, if anything did."""
    if not _role(settings).may(Role.ADMIN):
        return {"error": labels(language())["admins_only"]}
    thread_id = cl.context.session.thread_id
    files = documents.files(thread_id)
    report = await _followed(lambda tell: add_documents(list(files), with_own_corpus(settings), progress=tell))
    if report.added:  # what was taken in is answered from, whatever became of the others
        await asyncio.to_thread(workers.reload)
    if report.failures:
        return {"error": report.failures[0].told}
    await asyncio.to_thread(documents.forget, thread_id)
    return {"kept": True}


def _with_empty_ones(keep: Callable[..., Any]) -> Callable[..., Any]:
    """The framework's way to keep a dropped file, for empty ones too: at these it breaks, and the reader is never told why."""

    @wraps(keep)
    async def keep_any(
        self: BaseSession, name: str, mime: str, path: str | None = None, content: bytes | str | None = None
    ) -> FileReference:
        if path or content:
            return cast("FileReference", await keep(self, name, mime, path, content))
        with tempfile.NamedTemporaryFile() as nothing:
            return cast("FileReference", await keep(self, name, mime, nothing.name))

    return keep_any


def _named(path: Path, name: str, folder: Path) -> Path:
    """A copy under the name that the file had on its owner's machine: its ending says how to read it."""
    target = folder / name
    shutil.copyfile(path, target)
    return target


async def _followed(work: Callable[[Callable[[str, int, int], None]], AddReport]) -> AddReport:
    """What ``work`` returns, from a thread, with a step on the screen that tells how far it has come."""
    words, told = page_words(language()), [page_words(language())["read"]]

    def tell(what: str, done: int, of: int) -> None:
        told[0] = f"{words.get(what, what)} {done}/{of}" if of else words.get(what, what)

    step = await cl.Step(name=told[0], type="run", show_input=False).send()
    try:
        working = asyncio.create_task(asyncio.to_thread(work, tell))
        while not (await asyncio.wait({working}, timeout=_LOOK))[0]:
            if step.name != told[0]:
                step.name = told[0]
                await step.update()
        return working.result()
    finally:
        await step.remove()


def _role(settings: Settings) -> Role:
    user = cl.user_session.get("user")
    told = user.metadata if user else {}
    return role_now(user.identifier, str(told.get("provider", "")), settings) or Role.READER if user else Role.READER


def _report(report: AddReport, *, may_keep: bool) -> dict[str, Any]:
    words = labels(language())
    return {
        "labels": {name: words[name] for name in words if name.startswith(("report_", "keep_", "only_"))},
        "documents": [
            {
                "title": one.title,
                "counts": counts(one, page_words(language())),
                # What is held back stands below, whole: the command line's way of releasing it isn't the chat's.
                "warnings": [line for line in one.warnings if "`vouch review" not in line],
                "held": [{"text": held.text, "reason": held.reason} for held in one.quarantined],
            }
            for one in report.added
        ],
        "failures": [{"name": Path(failure.path).name, "error": failure.told} for failure in report.failures],
        "may_keep": may_keep and bool(report.added),
        "kept": False,
    }
