"""The chat in the browser: Chainlit's handlers, and nothing that could be tested without them."""

from __future__ import annotations

import warnings
from typing import Any

import chainlit as cl
from chainlit.config import config as framework
from chainlit.server import app as server
from starlette.middleware import Middleware

from assistant.answers import Audience
from assistant.display.labels import labels
from assistant.display.screen import suggestions
from assistant.serving.chat_documents import CHAT_FOLDER, WAITING_FOLDER, ChatDocuments
from assistant.serving.live import citable_sources, loaded, starters
from assistant.serving.own_host import OwnHostOnly
from assistant.serving.packed import PackedOnce
from assistant.serving.workers import shared_workers
from assistant.settings import load_settings
from assistant.storage.archive import shared_archive
from assistant.storage.preferences import choose
from chat.answering import reply, said_before
from chat.cards import Card
from chat.keeping import Keeping
from chat.session import audience, forget_closed, language, offer_settings, remember
from chat.signing import AtOnce, StillWelcome, open_doors, signs_in_at_once, still_welcome
from chat.uploads import keep, take_in, wait_in
from ingest.errors import VouchError

# Chainlit asks for the profiles once more where it can't wait for them, and goes on without.
warnings.filterwarnings("ignore", message="coroutine .*profiles.* was never awaited", category=RuntimeWarning)
# Its settings file knows light and dark only, its page a third way: as the reader's system has it.
framework.ui.default_theme = "system"
settings = load_settings()
workers = shared_workers(settings)
archive = shared_archive(settings)
documents = ChatDocuments(settings, CHAT_FOLDER)
wait_in(WAITING_FOLDER)
open_doors(settings)
# The workers start with the server, or with the first chat. Not here: Chainlit takes this folder off the module path once this
# file is read, and a thread that is importing just then can miss the next folder on it.
# Innermost: the pages must be read before they are compressed.
server.user_middleware.append(Middleware(OwnHostOnly))
server.user_middleware.append(Middleware(PackedOnce))
server.user_middleware.append(Middleware(StillWelcome, settings=settings))
if signs_in_at_once(settings):
    server.user_middleware.append(Middleware(AtOnce, settings=settings))


@cl.data_layer
def keeping() -> Keeping:
    """Where conversations are kept."""
    return Keeping(archive.history, archive.accounts, forget=documents.forget)


@cl.set_chat_profiles
async def profiles(_user: cl.User | None, spoken: str | None) -> list[cl.ChatProfile]:
    """Clinician and patient, with starters that the documents answer."""
    said = labels(spoken or "en")
    return [
        cl.ChatProfile(
            name=reader.value,
            display_name=said[reader.value],
            markdown_description=said[f"{reader.value}_about"],
            default=reader is settings.audience,
            starters=[cl.Starter(label=text, message=text) for text in await starters(workers, reader, spoken or "en")],
        )
        for reader in Audience
    ]


@cl.on_chat_start
async def greet() -> None:
    """Tell a reader who comes while the assistant is loading, and when it is ready."""
    forget_closed()
    if workers.state != "ready":
        message = await cl.Message(content=labels(language())["loading"]).send()
        try:
            await loaded(workers)
        except VouchError as error:
            await cl.ErrorMessage(content=str(error)).send()
            return
        props = suggestions(await starters(workers, audience(settings), language()), language=language())
        message.content, message.elements = labels(language())["ready"], [Card(name="Answer", props=props)]
        await message.update()
    await offer_settings(settings, citable_sources(workers))


@cl.on_chat_resume
async def resume(_thread: dict[str, Any]) -> None:
    """Go on with a conversation that was kept."""
    forget_closed()
    await offer_settings(settings, citable_sources(workers))


@cl.on_settings_update
async def keep_settings(given: dict[str, Any]) -> None:
    """Remember what was chosen in the settings panel."""
    await remember(settings, choose(given, settings, citable_sources(workers)))


@cl.on_message
async def answer(message: cl.Message | None) -> None:
    """Take in what was dropped, answer what was typed, in the light of what was said before."""
    if message is None:  # a question was edited that stands further back than the chat holds
        await cl.ErrorMessage(content=labels(language())["too_far_back"]).send()
        return
    if not still_welcome(settings):
        await cl.ErrorMessage(content=labels(language())["signed_out"]).send()
        return
    dropped, before = await take_in(documents, settings, message), said_before(message.id)
    if message.content.strip() or not dropped:
        await reply(workers, documents, settings, message.content, before)
    if not before:  # what was offered while the page was still connecting may never have reached it
        await offer_settings(settings, citable_sources(workers))


@cl.on_stop
async def tell_stopped() -> None:
    """Say in the reader's language what the framework has said in its own."""
    message = cl.chat_context.get()[-1]
    message.content = labels(language())["stopped"]
    await message.update()


@cl.action_callback("as_typed")
async def answer_as_typed(action: cl.Action) -> None:
    """Answer the words as they were typed, without the conversation."""
    await reply(workers, documents, settings, str(action.payload.get("text", "")), ())


@cl.action_callback("keep_documents")
async def keep_documents(_action: cl.Action) -> dict[str, Any]:
    """Take this chat's documents into the library."""
    return await keep(documents, settings, workers)


@cl.action_callback("feedback")
async def keep_feedback(action: cl.Action) -> bool:
    """Keep what a reader says about an answer, with the answer and how it was found."""
    user, said = cl.user_session.get("user"), action.payload
    return bool(user) and await archive.opinions.note(
        str(said.get("message_id")),
        user_id=user.id,
        helpful=bool(said.get("helpful")),
        reason=said.get("reason"),
        comment=said.get("comment"),
    )
