"""Parses files in child processes with limits of time and memory; a file that breaks one is refused, and the next has a new one.

A child reads one line of JSON per file and answers with the document as JSON: nothing that a parser brings about in the child
reaches this process but text that is checked against the nouns.
"""

from __future__ import annotations

import atexit
import json
import os
import queue
import select
import subprocess
import sys
import threading
import time
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from ingest.documents import Document
from ingest.errors import IngestError, MetadataError, UnreadableDocumentError
from ingest.parse.read import MAX_BYTES, read_bytes

TIME_LIMIT = 120.0
"""Seconds that a file of up to one megabyte may take; each further megabyte adds a fifth of that."""
MEMORY_LIMIT = 2 * 1024 * 1024 * 1024
_START_LIMIT = 60.0
_MOST_IDLE = max(os.cpu_count() or 1, 2)
_MEGABYTE = 1_000_000
DOCUMENT = TypeAdapter(Document)


class _Child:
    """A process that parses one file after the other."""

    def __init__(self, memory_limit: int) -> None:
        root = str(Path(__file__).resolve().parents[2])
        environment = {name: value for name, value in os.environ.items() if not name.startswith("VOUCH_")}
        environment["PYTHONPATH"] = root
        self.memory_limit = memory_limit
        self.process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "ingest.parse.child", str(memory_limit)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
        self._rest = b""

    def ask(self, request: dict[str, object], limit: float) -> dict[str, object] | None:
        """The child's answer; None when it died. TimeoutError when none came in time."""
        assert self.process.stdin is not None  # noqa: S101 - for the type checker
        try:
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()
        except OSError:
            return None
        line = self._line(time.monotonic() + limit)
        if line is None:
            return None
        try:
            answer = json.loads(line)
        except ValueError:
            return None
        return answer if isinstance(answer, dict) else None

    def _line(self, until: float) -> bytes | None:
        assert self.process.stdout is not None  # noqa: S101 - for the type checker
        pipe = self.process.stdout.fileno()
        parts = [self._rest]
        while True:
            left = until - time.monotonic()
            if left <= 0 or not select.select([pipe], [], [], left)[0]:
                raise TimeoutError
            piece = os.read(pipe, 1 << 20)
            if not piece:
                return None
            head, stop, tail = piece.partition(b"\n")
            parts.append(head)
            if stop:
                self._rest = tail
                return b"".join(parts)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue


_idle: queue.SimpleQueue[_Child] = queue.SimpleQueue()
_count = threading.Semaphore(_MOST_IDLE)
_MOST_REMEMBERED = 32
_LARGEST_REMEMBERED = 1_000_000
_remembered: dict[tuple[str, str], Document] = {}
"""The last documents by checksum and suffix: adding a file reads it where it lies, where it is put, and for the index."""
_remembering = threading.Lock()


def parse_guarded(
    path: Path, *, max_bytes: int = MAX_BYTES, time_limit: float = TIME_LIMIT, memory_limit: int = MEMORY_LIMIT
) -> Document:
    """The document in a web page, Word file or PDF, parsed in a child process. Safe to call from several threads.

    Raises:
        UnreadableDocumentError: it can't be read, took too long, took too much memory, or brought its process down.
    """
    raw = read_bytes(path, max_bytes=max_bytes)
    key = (sha256(raw).hexdigest(), path.suffix.lower())
    with _remembering:
        remembered = _remembered.get(key)
    if remembered is not None and "title" not in remembered.source.inferred:
        return replace(remembered, source=replace(remembered.source, path=str(path)))
    document = _ask(path, time_limit * (1 + 0.2 * len(raw) / _MEGABYTE), max_bytes=max_bytes, memory_limit=memory_limit)
    if len(document.text) <= _LARGEST_REMEMBERED:
        with _remembering:
            _remembered[key] = document
            while len(_remembered) > _MOST_REMEMBERED:
                _remembered.pop(next(iter(_remembered)))
    return document


def _ask(path: Path, limit: float, *, max_bytes: int, memory_limit: int) -> Document:
    """The document that a child makes of a file."""
    with _count:
        child = _take(memory_limit)
        try:
            answer = child.ask({"path": str(path.absolute()), "shown": str(path), "max_bytes": max_bytes}, limit)
        except TimeoutError:
            child.kill()
            message = f"{path} took longer than {limit:.0f} s to read and was given up. It may be damaged or built to do harm."
            raise UnreadableDocumentError(message) from None
        except BaseException:
            child.kill()
            raise
        if answer is None:
            child.kill()
            message = (
                f"{path} brought the process that read it down (more than {memory_limit / 1e9:.1f} GB of memory, or a fault)."
                " It may be damaged or built to do harm."
            )
            raise UnreadableDocumentError(message)
        if answer.get("spent"):
            child.kill()
        else:
            _idle.put(child)
    return _document(answer, path)


def _take(memory_limit: int) -> _Child:
    """An idle child with that limit, or a new one."""
    while True:
        try:
            child = _idle.get_nowait()
        except queue.Empty:
            return _Child(memory_limit)
        if child.process.poll() is None and child.memory_limit == memory_limit:
            return child
        child.kill()


def _document(answer: dict[str, object], path: Path) -> Document:
    if "document" in answer:
        try:
            return DOCUMENT.validate_python(answer["document"])
        except ValidationError as error:
            message = f"{path} was read, but what came of it is no document. Save it as Markdown or plain text."
            raise UnreadableDocumentError(message) from error
    kinds: dict[object, type[IngestError]] = {"MetadataError": MetadataError}
    raise kinds.get(answer.get("kind"), UnreadableDocumentError)(str(answer.get("error") or f"{path} can't be read."))


def close_children() -> None:
    """End the idle children; further files get new ones."""
    while True:
        try:
            _idle.get_nowait().kill()
        except queue.Empty:
            return


atexit.register(close_children)
