"""The one Assistant of a process: loaded once, in a thread, shared by the chat and the HTTP interface."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.pipeline import Assistant
    from assistant.settings import Settings

_log = logging.getLogger(__name__)


class Resident:
    """Loads an Assistant once and hands out the same one; a failed load is tried again at the next ``start``."""

    def __init__(self, open_assistant: Callable[[], Assistant]) -> None:
        """``open_assistant`` does the loading; it is called in a thread of its own."""
        self._open = open_assistant
        self._lock = Lock()
        self._loading: Future[Assistant] | None = None

    def start(self) -> Future[Assistant]:
        """Begins to load unless that is under way or done."""
        with self._lock:
            loading = self._loading
            if loading is None or (loading.done() and loading.exception()):
                loading = self._loading = Future()
                Thread(target=self._load, args=(loading,), name="vouch-load", daemon=True).start()
            return loading

    def _load(self, loading: Future[Assistant]) -> None:
        # Once running, a future can't be cancelled: a reader who leaves while it loads must not stop it for the others.
        loading.set_running_or_notify_cancel()
        try:
            loading.set_result(self._open())
        except BaseException as error:  # noqa: BLE001  handed to whoever waits for the assistant
            _log.exception("the assistant could not be loaded")
            loading.set_exception(error)

    @property
    def ready(self) -> bool:
        """Whether the assistant can answer at once."""
        loading = self._loading
        return bool(loading and loading.done() and not loading.exception())

    async def assistant(self) -> Assistant:
        """The assistant, once it is loaded.

        Raises:
            VouchError: if it can't be loaded; the message names the mend.

        """
        return await asyncio.wrap_future(self.start())


_shared: list[Resident] = []
_shared_lock = Lock()


def shared(settings: Settings | None = None) -> Resident:
    """The process's own Resident; ``settings`` count at the first call only (those in force, if none are given)."""
    with _shared_lock:
        if not _shared:

            def open_assistant() -> Assistant:
                from assistant.pipeline import Assistant
                from assistant.settings import load_settings

                return Assistant.open(settings or load_settings())

            _shared.append(Resident(open_assistant))
        return _shared[0]
