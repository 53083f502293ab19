"""A conversation in, the part of it that is about the patient of its last turn out: "next patient: …" begins anew.

Who goes through a list tells the age, the receptors and the lines of each; none of them is to pile up on the next one. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Turn
from assistant.question.focus import pattern
from assistant.words.language import fold
from assistant.words.lexicon import Lexicon

_HEAD = r"^[\s¿¡\"'(]*(?:{})\b[\s,.:;!?…–-]*"
_AGE = re.compile(r"(?<!\d)[1-9]\d(?!\d)")


def tells_of_another(text: str, *, lexicon: Lexicon) -> bool:
    """True for a turn that tells of another patient, whether it asks something or not: nothing said before belongs to it."""
    return bool(_told_of_another(text, lexicon=lexicon))


def since_another(history: Sequence[Turn], *, lexicon: Lexicon) -> tuple[Turn, ...]:
    """The turns from where the user last began to tell of another patient; all of them if nobody did."""
    begins = (
        place for place, turn in enumerate(history) if turn.role == "user" and _told_of_another(turn.content, lexicon=lexicon)
    )
    return tuple(history[max(begins, default=0) :])


def _told_of_another(text: str, *, lexicon: Lexicon) -> str:
    """What a turn tells of another patient, folded; "" if it names none, tells nothing of theirs or likens them to the last."""
    flat = fold(text)
    head = pattern("another_patient", _HEAD).match(flat)
    if head is None or pattern("like_the_last").search(flat):
        return ""
    rest = flat[head.end() :]
    return rest if _AGE.search(rest) or lexicon.population(rest, typed=True) else ""
