"""A serving process follows its index folder: what another process puts in force is answered from without a restart."""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from served import ScriptedAssistant, workers_over

from assistant.serving.renewal import following
from ingest.errors import IndexStaleError
from ingest.store import LOCK, IndexLock

OFTEN = 0.02


class Opened(ScriptedAssistant):
    """Answers from the generation that was in force when it was opened."""

    def __init__(self, generation: str) -> None:
        super().__init__()
        self.index = SimpleNamespace(lock=SimpleNamespace(generation=generation))


class Folder:
    """An index folder whose generations follow each other."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.opened: list[str] = []
        self.fails = False
        self.put("first")

    def put(self, generation: str) -> None:
        lock = IndexLock(
            model_id="model",
            model_checksum="",
            dimension=1,
            generation=generation,
            sources=(),
            files={},
        )
        fresh = self.path / "fresh"
        fresh.write_text(lock.model_dump_json(), encoding="utf-8")
        fresh.replace(self.path / LOCK)
        self.generation = generation

    def open(self) -> Opened:
        if self.fails:
            message = "the documents have changed since; run `vouch ingest`"
            raise IndexStaleError(message)
        self.opened.append(self.generation)
        return Opened(self.generation)


def until(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + 5
    while not holds() and time.monotonic() < end:
        time.sleep(OFTEN)
    return holds()


def test_new_generation_is_answered_from_and_opened_once(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    workers = workers_over(folder.open)
    workers.start()
    assert workers.wait(5) == "ready"
    with following(workers, tmp_path, every=OFTEN):
        folder.put("second")
        assert until(lambda: workers.require_ready().index.lock.generation == "second")  # type: ignore[attr-defined]
        time.sleep(5 * OFTEN)
    assert folder.opened == ["first", "second"]
    workers.close()


def test_lock_written_anew_over_the_same_generation_opens_nothing(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    workers = workers_over(folder.open)
    workers.start()
    assert workers.wait(5) == "ready"
    with following(workers, tmp_path, every=OFTEN):
        folder.put("first")
        time.sleep(5 * OFTEN)
    assert folder.opened == ["first"]
    workers.close()


def test_index_that_is_gone_or_does_not_fit_leaves_the_one_before_answering(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder = Folder(tmp_path)
    workers = workers_over(folder.open)
    workers.start()
    assert workers.wait(5) == "ready"
    with following(workers, tmp_path, every=OFTEN), caplog.at_level(logging.WARNING):
        (tmp_path / LOCK).unlink()
        time.sleep(5 * OFTEN)
        folder.fails = True
        folder.put("second")
        assert until(lambda: "goes on answering" in caplog.text)
        assert workers.require_ready().index.lock.generation == "first"  # type: ignore[attr-defined]
        folder.fails = False
        folder.put("third")
        assert until(lambda: workers.require_ready().index.lock.generation == "third")  # type: ignore[attr-defined]
    assert "run `vouch ingest`" in caplog.text
    workers.close()
