"""One writer at a time, and a sign that tells a finished ingest from one that was cut off.

The sign is an empty file that is renamed (``finished`` ↔ ``unfinished``), because a rename works on a full disk.
While it says unfinished, the old index still answers although the corpus has moved on.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.errors import IndexWriteError, LibraryLockedError

_WRITER = "writer.lock"
_FINISHED = "finished"
_UNFINISHED = "unfinished"


@contextlib.contextmanager
def writing(index: Path, *, timeout: float) -> Iterator[None]:
    """Holds the index for one writer, waiting ``timeout`` seconds for another to end.

    Raises:
        LibraryLockedError: another process holds it.
        IndexWriteError: the folder can't be written.
    """
    try:
        index.mkdir(parents=True, exist_ok=True)
        lock = FileLock(index / _WRITER, timeout=timeout)
        lock.acquire()
    except Timeout as error:
        message = f"Another process is changing the index in {index}. Wait until it ends and run the command again."
        raise LibraryLockedError(message) from error
    except OSError as error:
        message = (
            f"The index folder {index} can't be written ({error.strerror or error}). Check its path, permissions and free space."
        )
        raise IndexWriteError(message) from error
    try:
        yield
    finally:
        lock.release()


def is_held(index: Path) -> bool:
    """Whether a process is writing the index just now."""
    if not (index / _WRITER).exists():
        return False
    lock = FileLock(index / _WRITER, timeout=0)
    try:
        lock.acquire()
    except (Timeout, OSError):
        return True
    lock.release()
    return False


def mark_begun(index: Path) -> None:
    """Note that an ingest has begun. A folder where that can't be noted can't be written either, which the ingest will say."""
    with contextlib.suppress(OSError):
        if (index / _FINISHED).exists():
            (index / _FINISHED).replace(index / _UNFINISHED)
        elif not (index / _UNFINISHED).exists():
            (index / _UNFINISHED).touch()


def mark_finished(index: Path) -> None:
    """Note that the ingest has ended well."""
    with contextlib.suppress(OSError):
        (index / _UNFINISHED).replace(index / _FINISHED)


def is_unfinished(index: Path) -> bool:
    """Whether the last ingest was cut off or failed."""
    return (index / _UNFINISHED).exists()
