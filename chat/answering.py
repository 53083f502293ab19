"""One answer on the screen: the steps while they run, each claim once it is verified, then the whole, kept in the archive."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import chainlit as cl
from chainlit.step import StepDict, check_add_step_in_cot, stub_step
from chainlit.utils import utc_now

from assistant.answers import REMEMBERED_TURNS, Audience, Question, Turn
from assistant.display.labels import labels
from assistant.display.render import answer_object, claim_markdown
from assistant.display.screen import card, on_screen, step_label, trace_markdown, unlinked
from assistant.serving.chat_documents import ChatDocuments
from assistant.serving.live import Done, Event, Step, citable_sources, explain, follow, loaded
from assistant.serving.paced import paced
from assistant.serving.workers import Workers
from assistant.settings import Settings
from assistant.storage.archive import shared_archive
from assistant.storage.feedback import trace_object
from assistant.storage.preferences import Preferences
from chat.cards import Card
from chat.session import audience, language, preferences

_ANSWER = {"vouch": "answer"}
# Questions and answers that an open chat holds: far enough back to edit a question, not so far that a long day fills the memory.
HELD_MESSAGES = 100


def said_before(message_id: str | None = None) -> tuple[Turn, ...]:
    """The conversation up to a message: what the user typed and what was answered, nothing else that stands on the screen."""
    turns = []
    for turn in cl.chat_context.get():
        if turn.id == message_id:
            break
        if turn.type == "user_message" and turn.content.strip():  # files that came without a word ask nothing
            turns.append(Turn(role="user", content=turn.content))
        elif (turn.metadata or {}).get("vouch") == "answer":
            turns.append(Turn(role="assistant", content=unlinked(turn.content)))
    return tuple(turns)


async def reply(workers: Workers, documents: ChatDocuments, settings: Settings, text: str, history: tuple[Turn, ...]) -> None:
    """Show the answer to a question, or one line on why there is none."""
    try:
        await loaded(workers)
        chosen = await preferences(settings)
        question = _question(text, history, audience(settings), chosen)
        answerer = await asyncio.to_thread(documents.beside, cl.context.session.thread_id, workers.require_ready())
        events = follow(workers, question, chosen.allowed(citable_sources(workers)), answerer)
        await _show(settings, question, events)
    except Exception as error:  # noqa: BLE001  whatever it is, the reader gets one line and the log the rest
        await cl.ErrorMessage(content=explain(error, language=language())).send()


def _question(text: str, history: tuple[Turn, ...], reader: Audience, chosen: Preferences) -> Question:
    return Question(text=text, history=history, audience=reader, language=chosen.language, country=chosen.country)


async def _show(settings: Settings, question: Question, events: AsyncIterator[Event]) -> None:
    step = cl.Step(name=labels(language())["searching"], type="run", show_input=False)
    await cl.context.emitter.send_step(_shown(step))
    message, first = cl.Message(content="", metadata=dict(_ANSWER)), True
    try:
        async for event in paced(events):
            if isinstance(event, Step):
                step.name = step_label(event.name, language=language())
                await cl.context.emitter.update_step(_shown(step))
            elif isinstance(event, Done):
                await _finish(settings, message, step, question, event)
            else:
                lines = [claim_markdown(claim, direct=first and not i) for i, claim in enumerate(event)]
                await message.stream_token("\n\n".join([*lines, ""]))
                first = False
    except (Exception, asyncio.CancelledError):  # failed, or stopped by the reader: half an answer is none
        await step.remove()
        await message.remove()
        raise


def _shown(step: cl.Step) -> StepDict:
    """A step as the screen takes it. ``_finish`` keeps it, once: a write for each name costs as much as the answer."""
    return step.to_dict() if check_add_step_in_cot(step) else stub_step(step)


async def _finish(settings: Settings, message: cl.Message, step: cl.Step, question: Question, done: Done) -> None:
    """Put the answer in its final order, with its sources, and how it was found; keep it whole."""
    response, trace = done.response, done.trace
    step.name, step.output, step.end = labels(response.read_as.language)["found"], trace_markdown(response, trace), utc_now()
    await step.update()
    message.content = on_screen(response)
    props: dict[str, Any] = {**card(response), "message_id": message.id, "thread_id": message.thread_id}
    message.elements = [Card(name="Answer", props=props)]
    user = cl.user_session.get("user")
    if isinstance(user, cl.PersistedUser):
        await shared_archive(settings).history.keep_answer(
            message.id,
            thread_id=cl.context.session.thread_id,
            user_id=user.id,
            answer=answer_object(response, trace),
            trace=trace_object(trace),
            history=question.history,
            audience=question.audience.value,
        )
    await message.send()
    message.elements = []
    let_go()


def let_go() -> None:
    """Lets go of what the framework would hold for as long as the page is open.

    Of old answers the words, which no follow-up reaches back to (the card has been sent and kept); of a long chat the beginning,
    which is still on the screen and in the archive.
    """
    held = cl.chat_context.get()
    for message in held[:-HELD_MESSAGES]:
        cl.chat_context.remove(message)
    for message in held[-HELD_MESSAGES:-REMEMBERED_TURNS]:
        if (message.metadata or {}).get("vouch") == "answer":
            message.content = ""
