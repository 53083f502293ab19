"""What was found for several readings of a follow-up in, one order of its statements out. Pure.

A follow-up's standalone question carries much of the conversation, and what the turn itself asks is a small part of its words.
So the statements are ranked once more for the turn alone, and for the turn with nothing but the patients, and each statement's
relevance is the weighted mean. What the whole reading tells against a statement (other patients, other drugs) still stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.retrieval.signals import Judged

# What the turn alone and the turn with its patients weigh.
LEARNED = (0.3, 0.2)
# Where no lexicon knows the field, what is lent from the talk is more often wrong, and the turn alone is looked for in what is
# talked about. Of 63 written follow-ups over twelve such documents 37 have their answer first, 32 by the weights above.
AFIELD = (0.6, 0.1)
_AGAINST = ("clash", "other_drugs")


def blend(judged: Sequence[Judged], lighter: Sequence[tuple[Sequence[Judged], float]]) -> tuple[Judged, ...]:
    """The statements with their mean relevance, best first; ties keep their order.

    ``lighter`` are the statements found for lighter readings, each with its weight; the whole reading has what is left of 1.
    One that a lighter reading doesn't find counts 0 there.
    """
    if not judged or not lighter:
        return tuple(judged)
    others = [({entry.hit.statement.statement_id: entry.hit.relevance for entry in found}, weight) for found, weight in lighter]
    order = sorted(((_mean(entry, others), -entry.hit.rank, entry) for entry in judged), key=lambda one: one[:2], reverse=True)
    return tuple(
        replace(entry, hit=replace(entry.hit, rank=rank, relevance=relevance))
        for rank, (relevance, _, entry) in enumerate(order, start=1)
    )


def _mean(entry: Judged, others: Sequence[tuple[Mapping[str, float], float]]) -> float:
    own = entry.hit.relevance
    mean = own * (1 - sum(weight for _, weight in others))
    mean += sum(weight * relevance.get(entry.hit.statement.statement_id, 0.0) for relevance, weight in others)
    return min(own, mean) if any(entry.signals.get(name, 0.0) > 0 for name in _AGAINST) else mean
