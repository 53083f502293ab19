from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable

import pytest
from answers_for_tests import answer, citation, claim

from assistant.answers import Audience, Question, Response, Trace, VerifiedClaim
from assistant.errors import UncitedClaimError
from assistant.serving.live import Done, Step, explain, follow, loaded, starters
from assistant.serving.workers import NotReadyError, Workers
from ingest.errors import IndexNotFoundError


class Scripted:
    """Tells two steps and one claim, then answers; ``gate`` holds it back."""

    def __init__(self, gate: threading.Event | None = None, error: Exception | None = None) -> None:
        self.gate, self.error, self.asked = gate, error, 0

    def answer(
        self,
        question: Question,  # noqa: ARG002  the protocol's
        *,
        on_event: Callable[[str, object], None] | None = None,
        sources: frozenset[str] | None = None,  # noqa: ARG002  the protocol's
    ) -> tuple[Response, Trace]:
        self.asked += 1
        response = answer([claim(citation(1))])
        if on_event:
            on_event("step", "retrieve")
            on_event("claim", response.claims[0])
            on_event("withheld", object())
        if self.gate and self.asked > 1:
            self.gate.wait(5)
        if self.error and self.asked > 1:
            raise self.error
        return response, Trace()

    def starters(self, audience: Audience, language: str = "en") -> tuple[str, ...]:
        assert language in {"en", "es"}
        return (f"for a {audience.value}?",)


def workers_with(scripted: Scripted) -> Workers:
    return Workers(lambda: scripted, threads=2, timeout=10)


async def test_claims_come_before_the_answer_is_finished() -> None:
    gate = threading.Event()
    workers = workers_with(Scripted(gate))
    await loaded(workers)
    seen = []
    async for event in follow(workers, Question(text="x")):
        seen.append(type(event))
        if isinstance(event, VerifiedClaim):
            gate.set()
    assert seen == [Step, VerifiedClaim, Done]


async def test_failure_reaches_the_reader_after_what_was_verified() -> None:
    workers = workers_with(Scripted(error=RuntimeError("lost")))
    await loaded(workers)
    events = follow(workers, Question(text="x"))
    seen = [type(await anext(events)), type(await anext(events))]
    with pytest.raises(RuntimeError, match="lost"):
        await anext(events)
    assert seen == [Step, VerifiedClaim]


async def test_assistant_that_cannot_be_loaded_says_how_to_mend_it() -> None:
    def fail() -> Scripted:
        message = "no index in .index; run `vouch ingest`"
        raise IndexNotFoundError(message)

    with pytest.raises(NotReadyError, match="vouch ingest"):
        await loaded(Workers(fail, threads=1, timeout=1))


async def test_no_starters_while_loading() -> None:
    workers = workers_with(Scripted())
    assert await starters(workers, Audience.PATIENT) == ()
    await loaded(workers)
    assert await starters(workers, Audience.PATIENT) == ("for a patient?",)


@pytest.mark.parametrize(
    "error", [UncitedClaimError("no citation: 'x'"), KeyError("secret")], ids=lambda error: type(error).__name__
)
def test_stopped_claim_and_bug_are_logged_and_never_shown(error: Exception, caplog: pytest.LogCaptureFixture) -> None:
    said = explain(error, language="es-ES")
    assert said.startswith("Algo inesperado")
    assert type(error).__name__ in caplog.text


def test_expected_error_is_shown_as_it_is() -> None:
    assert explain(IndexNotFoundError("run `vouch ingest`"), language="en") == "run `vouch ingest`"


def test_assistant_that_was_replaced_is_let_go() -> None:
    def opened() -> Scripted:
        scripted = Scripted()
        scripted.__dict__["itself"] = scripted  # what holds itself only the search for garbage finds
        return scripted

    workers = Workers(opened, threads=1, timeout=5)
    workers.start()
    assert workers.wait(5) == "ready"
    before = weakref.ref(workers.require_ready())
    try:
        workers.reload()
        assert before() is None
        assert workers.require_ready() is not None
    finally:
        workers.close()
        gc.unfreeze()
