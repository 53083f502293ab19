"""An answer at a pace that a screen can follow.

Measured in Chromium: each message from the server costs the page 10 to 20 ms, and it paints nothing as long as the next one
waits. An answer found in 60 ms thus stood unseen for 200 behind the names of steps that were over. So a step is told only if it
takes long enough to be read, and after a claim the page gets the time to paint it before it is told more.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from assistant.answers import VerifiedClaim
from assistant.serving.live import Done, Event, Step

NOTICED = 0.15
"""Seconds: a step that is over sooner is not told."""
PAINTED = 0.1
"""Seconds from one claim or handful of claims to the next."""

Shown = Step | tuple[VerifiedClaim, ...] | Done


async def paced(events: AsyncIterator[Event], *, noticed: float = NOTICED, painted: float = PAINTED) -> AsyncIterator[Shown]:
    """The first claim at once, further ones together as they gather, steps that last, and the whole at the end.

    Claims that are still held when the whole is there come with it: it has every one of them.
    """
    now = asyncio.get_running_loop().time
    step, claims = list[Step](), list[VerifiedClaim]()  # held back; of steps the last
    step_due = claims_due = now()
    coming = asyncio.ensure_future(anext(events, None))
    try:
        while True:
            if claims and now() >= claims_due:
                yield tuple(claims)
                claims, claims_due = [], now() + painted
            elif step and now() >= step_due:
                yield step.pop()
            due = claims_due if claims else step_due if step else None
            await asyncio.wait((coming,), timeout=None if due is None else max(due - now(), 0))
            if not coming.done():
                continue
            event = coming.result()
            if event is None or isinstance(event, Done):
                break
            if isinstance(event, Step):
                step, step_due = [event], now() + noticed
            else:
                step = []
                claims.append(event)
            coming = asyncio.ensure_future(anext(events, None))
        if event is not None:
            await asyncio.sleep(claims_due - now())
            yield event
        elif claims:
            yield tuple(claims)
    finally:
        coming.cancel()
