"""Cases over several processes: the same records as one process gives, in a part of the time."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any

from assistant.citation.gate import Verify
from assistant.pipeline import Assistant
from assistant.reread.reread import open_gate
from assistant.settings import Settings
from evals.answer_cases import answer_case
from evals.case_files import Case
from evals.records import Record

# Another process has to load the model first, for some ten seconds: fewer cases than this are answered sooner by one.
_WORTH_IT = 250
_MOST = 4

Answered = dict[int, tuple[Record, ...]]

_shared: dict[str, Any] = {}


def processes_for(cases: Sequence[Case]) -> int:
    """How many processes answer these cases soonest on this machine."""
    return 1 if len(cases) < _WORTH_IT else min(_MOST, os.cpu_count() or 1)


def answer_in_processes(
    assistant: Assistant, cases: Sequence[Case], *, verify: Verify, processes: int
) -> tuple[tuple[Record, ...], ...]:
    """A record for every turn of every case; the other processes open what ``assistant.settings`` name.

    Each process takes the next case that nobody has taken; what a process that died had taken is answered here.
    """
    spawn = multiprocessing.get_context("spawn")  # a forked process would inherit the locks of other libraries' threads
    taken = spawn.Value("i", 0)
    start = (assistant.settings, tuple(cases), taken)
    with ProcessPoolExecutor(processes - 1, mp_context=spawn, initializer=_share, initargs=start) as pool:
        others = [pool.submit(_answer_there) for _ in range(processes - 1)]
        records = _answer_what_is_left(assistant, cases, taken, verify=verify)
        for other in others:
            with suppress(BrokenProcessPool):
                records |= other.result()
    return tuple(
        records[place] if place in records else answer_case(assistant, case, verify=verify) for place, case in enumerate(cases)
    )


def _answer_what_is_left(assistant: Assistant, cases: Sequence[Case], taken: Any, *, verify: Verify) -> Answered:
    records: Answered = {}
    while True:
        with taken.get_lock():
            place = taken.value
            taken.value += 1
        if place >= len(cases):
            return records
        records[place] = answer_case(assistant, cases[place], verify=verify)


def _share(settings: Settings, cases: tuple[Case, ...], taken: Any) -> None:
    _shared.update(settings=settings, cases=cases, taken=taken)


def _answer_there() -> Answered:
    if _shared["taken"].value >= len(_shared["cases"]):
        return {}
    assistant = Assistant.open(_shared["settings"])
    verify = open_gate(assistant.lexicon)
    return _answer_what_is_left(assistant, _shared["cases"], _shared["taken"], verify=verify)
