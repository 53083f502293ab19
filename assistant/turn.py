"""One question on its way through the pipeline: who listens, what may be cited, and how long each step took."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

from assistant.answers import Question

OnEvent = Callable[[str, object], None]


@dataclass(slots=True)
class QuestionTurn:
    """``notify`` hears every step; ``allowed`` are the source ids that may be cited."""

    question: Question
    notify: OnEvent
    allowed: frozenset[str]
    milliseconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Tell that a step begins, and add up its milliseconds."""
        self.notify("step", name)
        begin = perf_counter()
        try:
            yield
        finally:
            self.milliseconds[name] = self.milliseconds.get(name, 0.0) + (perf_counter() - begin) * 1000

    def silently(self, question: Question) -> QuestionTurn:
        """The same turn for another question; what it finds is not shown as it is found."""
        return QuestionTurn(question, lambda _kind, _value: None, self.allowed, self.milliseconds)
