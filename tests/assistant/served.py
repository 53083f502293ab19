"""A real server on loopback in a thread, over an assistant that plays a script."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn
from answers_for_tests import answer, citation, claim
from fastapi import FastAPI

from assistant.answers import (
    Abstention,
    AbstentionReason,
    Question,
    Reason,
    ReasonCode,
    Response,
    StandaloneQuestion,
    Trace,
    WithheldClaim,
)
from assistant.serving.workers import Workers
from ingest.errors import IndexStaleError

WITHHELD = WithheldClaim(text="Corvalin 240 mg", reasons=(Reason(code=ReasonCode.NUMBER, detail="120 mg, not 240 mg"),))


class ScriptedAssistant:
    """Answers by the question's words; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Question] = []
        self.release = threading.Event()

    def answer(self, question: Question, **_options: object) -> tuple[Response, Trace]:
        self.asked.append(question)
        trace = Trace(read_as=question.text, milliseconds={"retrieve": 4.0, "total": 12.0})
        if question.text == "stale":
            message = "the index is stale; run `vouch ingest`"
            raise IndexStaleError(message)
        if question.text == "bug":
            message = "secret internals"
            raise RuntimeError(message)
        if question.text == "slow":
            self.release.wait(10)
        if question.text == "unknown":
            return Abstention(
                question=question, read_as=StandaloneQuestion(text=question.text), reason=AbstentionReason.NO_EVIDENCE
            ), trace
        return answer((claim(citation(1)), claim(citation(2))), withheld=(WITHHELD,)), trace


def workers_over(open_answerer: Callable[[], object], *, timeout: float = 5.0, threads: int = 2) -> Workers:
    return Workers(open_answerer, threads=threads, timeout=timeout)  # type: ignore[arg-type]


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """The base URL of the running application."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 10
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(5)
        listener.close()
