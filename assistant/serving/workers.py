"""The one assistant of a serving process: loaded in the background, warmed, shared by chat and HTTP interface."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from enum import StrEnum
from threading import Lock, Thread
from typing import Protocol

from assistant.answers import Question, Response, Trace
from assistant.errors import AssistantError
from assistant.serving.meters import Meters
from assistant.settings import Settings, load_settings
from ingest.errors import VouchError

OnEvent = Callable[[str, object], None]
Answered = tuple[Response, Trace]

WARM_UP = "Which options are recommended?"
_WAITING_PER_THREAD = 100


class Answerer(Protocol):
    """What answers questions: the pipeline's ``Assistant``, or a stand-in with a script."""

    def answer(self, question: Question, *, on_event: OnEvent | None = None, sources: frozenset[str] | None = None) -> Answered:
        """A response and how it was found; ``sources`` restricts the documents used."""
        ...


class State(StrEnum):
    """How far the assistant has come."""

    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


class NotReadyError(AssistantError):
    """Index or model are still being loaded, or could not be loaded."""


class BusyError(AssistantError):
    """More questions are waiting than can be answered in time."""


class Workers:
    """Answers in ``threads`` threads; further questions wait, and too many are refused.

    ``start`` returns at once; ``state`` tells when to ask. ``meters`` count every answer, whoever asked.
    """

    def __init__(self, open_answerer: Callable[[], Answerer], *, threads: int, timeout: float) -> None:
        """Nothing is loaded before ``start``."""
        self.meters = Meters()
        self._open = open_answerer
        self._pool = ThreadPoolExecutor(max_workers=threads, thread_name_prefix="answer")
        self._room = threads * _WAITING_PER_THREAD
        self._timeout = timeout
        self._ready: Future[Answerer] = Future()
        self._start_lock = Lock()
        self._reload_lock = Lock()
        self._started = False

    @property
    def state(self) -> State:
        """Loading, ready or failed."""
        if not self._ready.done():
            return State.LOADING
        return State.FAILED if self._ready.exception() else State.READY

    @property
    def failure(self) -> VouchError | None:
        """Why the assistant could not be loaded, if it could not."""
        error = self._ready.exception() if self._ready.done() else None
        if error is None or isinstance(error, VouchError):
            return error
        return VouchError(f"unexpected {type(error).__name__}: {error}")

    def fault(self) -> VouchError | None:
        """What keeps the loaded assistant from answering just now, such as a vector store that has gone; may take seconds."""
        index = getattr(self.require_ready(), "index", None)
        try:
            if index is not None:
                index.check()
        except VouchError as error:
            return error
        return None

    def start(self, on_loaded: Callable[[VouchError | None], None] | None = None) -> None:
        """Begins to load unless that has begun; ``on_loaded`` hears when that has ended, and why if it has failed."""
        with self._start_lock:
            first, self._started = not self._started, True
        if on_loaded:
            self._ready.add_done_callback(lambda _: on_loaded(self.failure))
        if first:
            Thread(target=self._load, name="load", daemon=True).start()

    def _load(self) -> None:
        try:
            answerer = self._open()
            # The first answer pays for lazy imports and the model's first run; nobody should wait for that.
            answerer.answer(Question(text=WARM_UP))
        except BaseException as error:  # noqa: BLE001  whatever it is, /readyz must say so instead of "loading" for ever
            self._ready.set_exception(error)
        else:
            _settle()
            self._ready.set_result(answerer)

    def wait(self, seconds: float) -> State:
        """The state once loading has ended, or after ``seconds``."""
        wait([self._ready], timeout=seconds)
        return self.state

    def require_ready(self) -> Answerer:
        """The loaded assistant.

        Raises:
            NotReadyError: while it loads, or if it could not be loaded.

        """
        if self.state is not State.READY:
            message = str(self.failure) if self.failure else "index and model are still being loaded; try again in some seconds"
            raise NotReadyError(message)
        return self._ready.result()

    def submit(
        self,
        question: Question,
        on_event: OnEvent | None = None,
        sources: frozenset[str] | None = None,
        answerer: Answerer | None = None,
    ) -> Future[Answered]:
        """A future answer; ``on_event`` is called in the thread that works on it. ``answerer`` takes the loaded one's place.

        Raises:
            NotReadyError: see ``require_ready``.
            BusyError: if too many questions are waiting.

        """
        answerer = answerer or self.require_ready()
        if self._pool._work_queue.qsize() >= self._room:  # noqa: SLF001  the pool offers no other way to see its queue
            message = "too many questions are waiting; try again in some seconds"
            raise BusyError(message)
        return self._pool.submit(self._answer, answerer, question, on_event, sources)

    def _answer(
        self, answerer: Answerer, question: Question, on_event: OnEvent | None, sources: frozenset[str] | None
    ) -> Answered:
        response, trace = answerer.answer(question, on_event=on_event, sources=sources)
        self.meters.answer(response, trace)
        return response, trace

    async def answer(
        self,
        question: Question,
        on_event: OnEvent | None = None,
        sources: frozenset[str] | None = None,
        answerer: Answerer | None = None,
    ) -> Answered:
        """A response and how it was found; the event loop stays free.

        Raises:
            TimeoutError: after the time a request may take; a question still waiting then is dropped.
            NotReadyError: see ``require_ready``.
            BusyError: see ``submit``.

        """
        async with asyncio.timeout(self._timeout):
            return await asyncio.wrap_future(self.submit(question, on_event, sources, answerer))

    def reload(self, *, unless: Callable[[Answerer], bool] = lambda _: False) -> bool:
        """Opens the assistant anew, after its documents have changed; until then the one before answers. Takes its time.

        One at a time. Nothing is opened, and False given, where the one that answers by then is as wanted.

        Raises:
            VouchError: if it can't be opened; the one before then goes on answering.

        """
        with self._reload_lock:
            if self.state is State.READY and unless(self._ready.result()):
                return False
            answerer = self._open()
            answerer.answer(Question(text=WARM_UP))
            renewed: Future[Answerer] = Future()
            renewed.set_result(answerer)
            self._ready = renewed
        del answerer, renewed
        _settle()
        return True

    def close(self) -> None:
        """Drops what waits."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _settle() -> None:
    """Takes what was loaded out of the search for garbage, which would walk through a million lasting objects every time.

    What a search before has spared, such as the assistant that another has just replaced, is looked at once more first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


_shared: list[Workers] = []
_sharing = Lock()


def shared_workers(settings: Settings | None = None) -> Workers:
    """The process's own workers, so that chat and HTTP interface answer with the same loaded model.

    ``settings`` count at the first call only; without any, those in force do.
    """
    with _sharing:
        if not _shared:
            chosen = settings or load_settings()

            def open_pipeline() -> Answerer:
                from assistant.pipeline import Assistant

                return Assistant.open(chosen)

            _shared.append(Workers(open_pipeline, threads=chosen.parallel_answers, timeout=chosen.request_timeout))
        return _shared[0]
