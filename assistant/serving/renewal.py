"""An index that another process made anew → answers from it: what `vouch ingest` puts in force counts without a restart."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from assistant.serving.workers import Answerer, State, Workers
from ingest.errors import VouchError
from ingest.store import LOCK, read_lock

EVERY = 5.0
_logger = logging.getLogger(__name__)


@contextmanager
def following(workers: Workers, index: Path, *, every: float = EVERY) -> Iterator[None]:
    """While it is open, the assistant is opened anew whenever the index folder holds another generation than it answers from."""
    stop = Event()
    Thread(target=_follow, args=(workers, index, every, stop), name="follow", daemon=True).start()
    try:
        yield
    finally:
        stop.set()


def _follow(workers: Workers, index: Path, every: float, stop: Event) -> None:
    seen: tuple[int, int] | None = None  # what was put in force before the first look counts as well
    while not stop.wait(every):
        mark = _mark(index)
        if mark == seen or mark is None or workers.state is not State.READY:
            continue  # a folder that is gone or being replaced: what was loaded answers on
        seen = mark
        try:
            if workers.reload(unless=lambda answerer: _is_of(answerer, index)):
                _logger.info("Answers come from the index that was made anew in %s.", index)
        except VouchError as error:
            _logger.warning("The index in %s has changed, but the one before goes on answering: %s", index, error)
        except Exception:
            _logger.exception("The index in %s has changed, but the one before goes on answering.", index)


def _mark(index: Path) -> tuple[int, int] | None:
    """What tells one lock file from the next; None if there is none. Not its time alone: clocks jump."""
    try:
        found = (index / LOCK).stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _is_of(answerer: Answerer, index: Path) -> bool:
    """Whether an assistant answers from the generation that is in force, or from no index folder at all."""
    opened = getattr(answerer, "index", None)
    return opened is None or opened.lock.generation == read_lock(index).generation
