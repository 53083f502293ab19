"""``vouch bench``: how fast answers and index are here, as absolute figures and as ratios within the run."""

from __future__ import annotations

import platform
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.answers import Question

if TYPE_CHECKING:
    from assistant.pipeline import Assistant
    from assistant.settings import Settings

QUESTIONS = 60
_WORDS = 9


def measure(settings: Settings, *, questions: int = QUESTIONS) -> dict[str, Any]:
    """Warm answers over the index in force, and a fresh index of the corpus in a temporary folder.

    Milliseconds and seconds are this machine's; the ratios compare with one query embedding and with the full
    index, in the same run, and are what two machines or two versions can be compared by.

    Raises:
        VouchError: no index, a stale or damaged one; the message names the mend.

    """
    from assistant.pipeline import Assistant

    started = time.perf_counter()
    assistant = Assistant.open(settings)
    assistant.answer(Question(text="Which options are recommended?"))
    opened = time.perf_counter() - started
    asked = spread_questions([statement.text for statement in assistant.index.statements], questions)
    answers, embedding = _time_answers(assistant, asked)
    return {
        "machine": {"python": platform.python_version(), "system": platform.platform(terse=True)},
        "statements": len(assistant.index.statements),
        "questions": len(asked),
        "open_seconds": round(opened, 2),
        "answer_milliseconds": answers,
        "query_embedding_milliseconds": embedding,
        "answer_per_embedding": round(answers["median"] / embedding["median"], 2) if embedding["median"] else None,
        "index": _time_index(settings),
        "memory_megabytes": _peak_megabytes(),
    }


def spread_questions(statements: Sequence[str], count: int) -> list[str]:
    """Questions out of the documents' own words, spread evenly over them, so that any corpus can be measured."""
    step = max(1, len(statements) // count)
    return [f"What about {' '.join(text.split()[:_WORDS]).rstrip('.:;,')}?" for text in statements[::step][:count]]


def _time_answers(assistant: Assistant, questions: Sequence[str]) -> tuple[dict[str, float], dict[str, float]]:
    answers = [_milliseconds(lambda text=text: assistant.answer(Question(text=text))) for text in questions]  # type: ignore[misc]
    # other words than those just asked: the embedder keeps what it has embedded
    embeddings = [_milliseconds(lambda text=text: assistant.index.embedder.embed([f"Tell me: {text}"])) for text in questions]  # type: ignore[misc]
    return _spread(answers), _spread(embeddings)


def _time_index(settings: Settings) -> dict[str, float]:
    from ingest.embed import load_embedder
    from ingest.index import build_index

    embedder = load_embedder(settings)
    embedder.embed(["warm"])
    with tempfile.TemporaryDirectory(prefix="vouch-bench-") as folder:
        target = Path(folder) / "index"
        full = _milliseconds(lambda: build_index(settings.corpus, target, embedder=embedder)) / 1000
        again = _milliseconds(lambda: build_index(settings.corpus, target, embedder=embedder)) / 1000
    return {"full_seconds": round(full, 2), "unchanged_seconds": round(again, 3), "unchanged_per_full": round(again / full, 4)}


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _spread(values: Sequence[float]) -> dict[str, float]:
    if not values:
        return {"median": 0.0, "p95": 0.0}
    ordered = sorted(values)
    return {"median": round(statistics.median(ordered), 2), "p95": round(ordered[int(0.95 * (len(ordered) - 1))], 2)}


def _peak_megabytes() -> float:
    """The most memory this process has held; the system counts it in KiB, macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)
