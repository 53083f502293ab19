"""How surely a message is heard as urgent in, and whether that leaves a doubt out; what is said of one that does.

In folders of other fields the alarm is less sure than over what it learned of: a missed tablet sounds like an emergency there,
and a real one may sound calm. Between the two neither urgent advice alone serves nor none: where the documents answer what is
asked, their answer stands, and the advice before it says when not to wait for it. What the words of triage and the alarm hear
alike, words of a crisis, signals that are certain, and what no document answers stay as they were heard.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answers import Abstention, CitedAnswer, Emergency, Response, Trace
from assistant.reader import Reader
from assistant.turn import QuestionTurn
from assistant.urgency.triage import doubtful_advice

# Between these sums the alarm alone is in doubt. Of questions over documents of other fields that sound like no emergency to it
# one in thirty lies between the lower one and the line; of urgent messages that it doesn't hear half do.
_UNHEARD, _SURELY = -0.5, 0.75
_BY_SOUND = "emergency"


def in_doubt(heard: Response | None, sounds: float) -> bool:
    """Whether it isn't sure that a message is urgent, or that it isn't.

    ``heard`` is what triage says of it, None for a question to be answered; ``sounds`` is by how much the alarm hears it above
    its line, below 0 under it.
    """
    if heard is None:
        return _UNHEARD <= sounds < 0
    if not isinstance(heard, Emergency) or heard.certain:
        return False
    return sounds < (_SURELY if heard.kind == _BY_SOUND else 0)


def answer_in_doubt(
    turn: QuestionTurn,
    heard: Response | None,
    find: Callable[[QuestionTurn], tuple[Response, Trace]],
    *,
    readers: Sequence[Reader],
    country: str,
) -> tuple[Response, Trace]:
    """What documents of another field say to a message that leaves a doubt, behind the advice; else what was ``heard`` of it.

    ``find`` answers a turn from the documents that the ``readers`` have read.
    """
    found, trace = find(turn if heard is None else turn.silently(turn.question))
    nearest = [hit.statement for hit in trace.hits[:1]]
    if not nearest or any(reader.has_learned_of(nearest) for reader in readers):
        return heard or found, trace
    advice = doubtful_advice(language=found.read_as.language, country=country)
    if isinstance(found, CitedAnswer):
        for claim in found.claims if heard else ():
            turn.notify("claim", claim)
        return replace(found, emergency=advice), trace
    if heard is None and isinstance(found, Abstention):
        return replace(found, emergency=advice), trace
    return heard or found, trace
