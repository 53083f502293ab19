from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from answers_for_tests import answer, citation, claim

from assistant.answers import Trace, VerifiedClaim
from assistant.serving.live import Done, Event, Step
from assistant.serving.paced import Shown, paced

NOTICED, PAINTED = 0.06, 0.04
FIRST, SECOND, THIRD = (claim(citation(n)) for n in (1, 2, 3))
WHOLE = Done(response=answer([FIRST, SECOND, THIRD]), trace=Trace())


def step(name: str) -> Step:
    return Step(name=name)


async def events(*timed: tuple[float, Event]) -> AsyncIterator[Event]:
    for pause, event in timed:
        await asyncio.sleep(pause)
        yield event


async def shown(*timed: tuple[float, Event]) -> list[tuple[float, Shown]]:
    """What is shown, each with the seconds since the beginning."""
    loop = asyncio.get_running_loop()
    begin = loop.time()
    return [(loop.time() - begin, one) async for one in paced(events(*timed), noticed=NOTICED, painted=PAINTED)]


async def test_steps_that_are_over_at_once_are_not_told() -> None:
    steps = [(0.0, step(name)) for name in ("read", "search", "verify")]
    seen = await shown(*steps, (0, FIRST), (0, step("follow-ups")), (0, WHOLE))
    assert [one for _, one in seen] == [(FIRST,), WHOLE]


async def test_step_that_lasts_is_told_while_it_lasts() -> None:
    seen = await shown((0, step("read")), (0, step("search")), (3 * NOTICED, FIRST), (PAINTED, WHOLE))
    assert [one for _, one in seen] == [step("search"), (FIRST,), WHOLE]
    assert NOTICED <= seen[0][0] < 2.5 * NOTICED


async def test_first_claim_is_shown_at_once_and_has_time_to_be_painted() -> None:
    seen = await shown((0, FIRST), (0, SECOND), (0, THIRD), (0.5 * PAINTED, WHOLE))
    assert [one for _, one in seen] == [(FIRST,), WHOLE]
    assert seen[0][0] < PAINTED
    assert seen[1][0] >= PAINTED


async def test_claims_that_come_slowly_are_shown_as_they_come() -> None:
    seen = await shown((0, FIRST), (2 * PAINTED, SECOND), (0, THIRD), (3 * PAINTED, WHOLE))
    assert [one for _, one in seen] == [(FIRST,), (SECOND,), (THIRD,), WHOLE]


async def test_claims_gather_while_the_last_ones_are_painted() -> None:
    seen = await shown((0, FIRST), (0.2 * PAINTED, SECOND), (0.2 * PAINTED, THIRD), (3 * PAINTED, WHOLE))
    assert [one for _, one in seen] == [(FIRST,), (SECOND, THIRD), WHOLE]


async def test_no_claim_is_lost_whatever_the_times() -> None:
    claims = [claim(citation(1)) for _ in range(20)]
    seen = await shown(*((0.003 * n, one) for n, one in enumerate(claims)))
    told = [one for _, handful in seen if isinstance(handful, tuple) for one in handful]
    assert all(isinstance(one, VerifiedClaim) for one in told)
    assert [id(one) for one in told] == [id(one) for one in claims]


async def test_failure_reaches_the_reader_and_ends_the_work() -> None:
    ended = []

    async def failing() -> AsyncIterator[Event]:
        try:
            yield FIRST
            raise ZeroDivisionError
        finally:
            ended.append(True)

    with pytest.raises(ZeroDivisionError):
        [one async for one in paced(failing())]
    assert ended == [True]


async def test_stopped_reader_stops_the_work() -> None:
    ended = asyncio.Event()

    async def endless() -> AsyncIterator[Event]:
        try:
            yield step("search")
            await asyncio.sleep(60)
        finally:
            ended.set()

    async def read() -> None:
        async for _ in paced(endless(), noticed=0.01):
            pass

    reading = asyncio.create_task(read())
    await asyncio.sleep(0.03)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    await asyncio.wait_for(ended.wait(), 1)
