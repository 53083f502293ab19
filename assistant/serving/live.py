"""An answer as it comes into being: the worker thread's events, in the event loop, one after the other."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

from assistant.answers import Audience, Question, Response, Trace, VerifiedClaim
from assistant.display.labels import labels
from assistant.errors import UncitedClaimError
from assistant.serving.workers import Answerer, State, Workers
from ingest.documents import Source
from ingest.errors import VouchError

_POLL = 0.25
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the pipeline has begun."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The response and how it was found; the last event."""

    response: Response
    trace: Trace


Event = Step | VerifiedClaim | Done


def explain(error: Exception, *, language: str) -> str:
    """One line for the reader; what Vouch didn't raise on purpose, and a claim that was stopped, go to the log whole."""
    if isinstance(error, VouchError) and not isinstance(error, UncitedClaimError):
        return str(error)
    _log.error("a question could not be answered", exc_info=error)
    return labels(language)["failed"]


async def loaded(workers: Workers) -> None:
    """Returns once the assistant can answer.

    Raises:
        NotReadyError: if it can't be loaded; the message names the mend.

    """
    workers.start()
    while workers.state is State.LOADING:  # noqa: ASYNC110  loading ends in a thread that knows no event loop
        await asyncio.sleep(_POLL)
    workers.require_ready()


async def starters(workers: Workers, audience: Audience, language: str = "en") -> tuple[str, ...]:
    """Questions to begin with; none while the assistant is loading, or from one that has no suggestions."""
    if workers.state is not State.READY:
        return ()
    suggest = getattr(workers.require_ready(), "starters", None)
    return tuple(await asyncio.to_thread(suggest, audience, language)) if suggest else ()


def citable_sources(workers: Workers) -> tuple[Source, ...]:
    """The sources that may be cited; none while the assistant is loading, or from one that has no documents."""
    return getattr(workers.require_ready(), "sources", ()) if workers.state is State.READY else ()


async def follow(
    workers: Workers, question: Question, sources: frozenset[str] | None = None, answerer: Answerer | None = None
) -> AsyncIterator[Event]:
    """The steps and the verified claims as they come, then the response; the work itself stays off the event loop."""
    loop, events = asyncio.get_running_loop(), asyncio.Queue[Event | None]()

    def hear(kind: str, value: object) -> None:
        if kind == "step":
            loop.call_soon_threadsafe(events.put_nowait, Step(name=str(value)))
        elif kind == "claim" and isinstance(value, VerifiedClaim):
            loop.call_soon_threadsafe(events.put_nowait, value)

    async def ask() -> Done:
        try:
            response, trace = await workers.answer(question, hear, sources, answerer)
            return Done(response=response, trace=trace)
        finally:
            loop.call_soon(events.put_nowait, None)

    asking = asyncio.create_task(ask())
    try:
        while (event := await events.get()) is not None:
            yield event
        yield await asking
    finally:
        asking.cancel()
