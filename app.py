"""The chat in the browser: Chainlit's handlers, and nothing that could be tested without them."""

from __future__ import annotations

import asyncio
import warnings
from pathlib import Path
from typing import Any

import chainlit as cl
from chainlit.server import app as server
from chainlit.utils import utc_now
from starlette.middleware import Middleware

from assistant.answers import Audience, Question, Turn
from assistant.feedback import note
from assistant.labels import labels
from assistant.live import Done, Step, explain, follow, loaded, starters
from assistant.own_host import OwnHostOnly
from assistant.render import answer_object, claim_markdown, to_markdown
from assistant.screen import card, linked, step_label, suggestions, trace_markdown, unlinked
from assistant.settings import load_settings
from assistant.workers import shared_workers
from ingest.errors import VouchError

FEEDBACK = Path(".vouch/feedback.jsonl")

# Chainlit asks for the profiles once more where it can't wait for them, and goes on without.
warnings.filterwarnings("ignore", message="coroutine .*profiles.* was never awaited", category=RuntimeWarning)
settings = load_settings()
workers = shared_workers(settings)
workers.start()
# Innermost: the pages must be read before they are compressed.
server.user_middleware.append(Middleware(OwnHostOnly))


def language() -> str:
    """The browser's language, for words that belong to no answer."""
    return str(getattr(cl.context.session, "language", "en"))


def audience() -> Audience:
    """Whom this chat is for."""
    chosen = cl.user_session.get("chat_profile")
    return next((reader for reader in Audience if reader == chosen), settings.audience)


def answers() -> dict[str, dict[str, Any]]:
    """This chat's answer objects by message."""
    kept: dict[str, dict[str, Any]] = cl.user_session.get("answers") or {}
    cl.user_session.set("answers", kept)
    return kept


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
    if workers.state == "ready":
        return
    message = await cl.Message(content=labels(language())["loading"]).send()
    try:
        await loaded(workers)
    except VouchError as error:
        await cl.ErrorMessage(content=str(error)).send()
        return
    props = suggestions(await starters(workers, audience(), language()), language=language())
    message.content, message.elements = labels(language())["ready"], [cl.CustomElement(name="Answer", props=props)]
    await message.update()


@cl.on_message
async def answer(message: cl.Message) -> None:
    """Answer what was typed, in the light of what was said before."""
    roles = {"user_message": "user"} | dict.fromkeys(answers(), "assistant")
    said = [(roles.get(turn.id) or roles.get(turn.type), turn) for turn in cl.chat_context.get() if turn.id != message.id]
    await reply(message.content, tuple(Turn(role=role, content=unlinked(turn.content)) for role, turn in said if role))


@cl.action_callback("as_typed")
async def answer_as_typed(action: cl.Action) -> None:
    """Answer the words as they were typed, without the conversation."""
    await reply(str(action.payload.get("text", "")), ())


@cl.action_callback("feedback")
async def keep_feedback(action: cl.Action) -> None:
    """Keep what a reader says about an answer, with the answer."""
    kept = answers().get(str(action.payload.get("message_id")))
    if kept is not None:
        reason = action.payload.get("reason")
        await asyncio.to_thread(note, FEEDBACK, helpful=bool(action.payload.get("helpful")), reason=reason, answer=kept)


async def reply(text: str, history: tuple[Turn, ...]) -> None:
    """Show the answer to a question, or one line on why there is none."""
    question = Question(text=text, history=history, audience=audience(), language=settings.language)
    try:
        await loaded(workers)
        await show(question)
    except Exception as error:  # noqa: BLE001  whatever it is, the reader gets one line and the log the rest
        await cl.ErrorMessage(content=explain(error, language=language())).send()


async def show(question: Question) -> None:
    """Show the steps while they run, each claim once it is verified, then the whole answer."""
    step = await cl.Step(name=labels(language())["searching"], type="run", show_input=False).send()
    message, first = cl.Message(content=""), True
    try:
        async for event in follow(workers, question):
            if isinstance(event, Step):
                step.name = step_label(event.name, language=language())
                await step.update()
            elif isinstance(event, Done):
                await finish(message, step, event)
            else:
                await message.stream_token(claim_markdown(event, direct=first) + "\n\n")
                first = False
    except Exception:
        await step.remove()
        await message.remove()
        raise


async def finish(message: cl.Message, step: cl.Step, done: Done) -> None:
    """Put the answer in its final order, with its sources, and how it was found."""
    response, trace = done.response, done.trace
    step.name, step.output, step.end = labels(response.read_as.language)["found"], trace_markdown(response, trace), utc_now()
    await step.update()
    message.content = linked(to_markdown(response))
    message.elements = [cl.CustomElement(name="Answer", props={**card(response), "message_id": message.id})]
    answers()[message.id] = answer_object(response, trace)
    await message.send()
