"""A turn worded as a heading in, "second-line options for X", whether it asks anew by itself out. Pure."""

from __future__ import annotations

from operator import attrgetter

from assistant.followups.ellipsis import Turn, folded
from assistant.question.focus import Thing, pattern

_BETWEEN = "for|of|in|with|during|against|on|para|de|en|con|durante|contra"
_HEADING = rf"^[\s¿\"'(]*(?:[\w/+-]+\s){{0,3}}?(?:{{}})\s+(?P<of>(?:{_BETWEEN})\s.*)$"

_WHAT = attrgetter("is_treatment")


def _whom_or_what(thing: Thing) -> bool:
    return thing.is_qualifier or thing.is_treatment


def is_heading(turn: Turn) -> bool:
    """Whether a turn names what it asks for and of what or for whom as a heading does: only its patients may be lacking.

    One that names no more than a step ("treatment after progression") is a fragment, as is "dose for X", which lacks a drug, and
    "monitoring in X": whoever is treated is monitored, but "monitoring during" a treatment is not.
    """
    if turn.opening:
        return False
    for key, kinds in (("heading_nouns", _whom_or_what), ("checking_nouns", _WHAT)):
        head = pattern(key, _HEADING).match(folded(turn.text))
        if head and any(_is_named(thing) and kinds(thing) for thing in turn.things if thing.start >= head.start("of")):
            return True
    return False


def _is_named(thing: Thing) -> bool:
    return thing.concept is not None and not thing.is_step and not thing.is_attribute
