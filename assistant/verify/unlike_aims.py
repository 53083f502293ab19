"""Turns of a claim that name another aim than the cited words: what is done to cure isn't done for relief, nor the reverse. Pure.

Entries of the table of ``unlike_turns``, for small letters.
"""

from __future__ import annotations

import re

from assistant.answers import ReasonCode
from assistant.verify.unlike_turns import Unlike

_CURE = r"cur(?:e|es|ed|ing|ative)\b|eradicat\w+|get(?:ting)?\s+rid\s+of"
_RELIEF = (
    r"palliat\w+|reliev\w+|relief\b|eas(?:e|es|ing)\b|comfort\w*|sooth\w+|(?:symptom|pain)\s+(?:control|management|relief)"
    r"|control(?:ling)?\s+(?:of\s+)?(?:symptoms|pain)|symptoms?\b"
)
_OTHER_THAN_CURE = (
    _RELIEF,
    r"prevent\w*|ward(?:ing)?\s+off|head(?:ing)?\s+off|prophyla\w+|avoid\w*",
    r"diagnos\w+|detect\w*|confirm\w*|screen\w*|identif\w+",
)
# What an aim is told by; the few words behind it are the aim.
_AIMING = (
    r"\b(?:(?:aim(?:s|ed|ing)?|goals?|purpose|objectives?|intent(?:ion)?|point)\s+(?:of\s+(?:[\w-]+\s+){1,6}?)?"
    r"(?:(?:is|are|should\s+be|here\s+is)\s+)?(?:to|at|of|being|for)?|(?:with|has|have)\s+(?:an?\s+)?"
    r"|(?:is|are|be)\s+(?:meant|intended|designed|given|used|done)\s+(?:only\s+)?(?:to|for|as)|in\s+order\s+to|so\s+as\s+to"
    r"|treat\w*\s+(?:should\s+be|is|are|with)|is\s+(?:purely\s+)?(?=palliative|curative))\s*"
)
_DENIED = r"(?:(?:not|no|never|rather\s+than|instead\s+of|without|nor|than)\b|[\w]+n't\b)"


def _aiming_at(aim: str) -> re.Pattern[str]:
    return re.compile(rf"{_AIMING}(?:(?!{_DENIED})[\w'/-]+\s+){{0,3}}?\b(?:{aim})")


def _named(*aims: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(aims)})")


def _another(aim: str, *cited: str) -> Unlike:
    """The entry for an aim of which the cited words say nothing, where they name one that stands against it."""
    return Unlike(
        code=ReasonCode.DIRECTION,
        detail="the cited words name another aim than “{claim}”",
        claim=_aiming_at(aim),
        cited=_named(*cited),
        unless=_named(aim),
    )


AIMS = (_another(_CURE, *_OTHER_THAN_CURE), *(_another(aim, _CURE) for aim in _OTHER_THAN_CURE))
