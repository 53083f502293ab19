"""The question before with a value put right: "no, I meant X", "there's no X, just Y". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.followups.ellipsis import Turn, folded, pointers
from assistant.followups.phrasing import ended, joined
from assistant.followups.swap import without_denied
from assistant.followups.wrong_value import in_place_of_wrong
from assistant.question.focus import Exchange, content_words, pattern, words

_IT_IS = re.compile(r"^\W*(?:it|that|she|he)(?:['’]?s| is| was)\s+(?=an?\s)", re.IGNORECASE)
# "X that I'm on": whose it is was known.
_HAVING = re.compile(
    r"^(?:(?:that|which)\s+)?(?:i|he|she|we|they|you)(?:['’]?(?:m|s|re|ve)|\s+(?:am|is|are|have|has|was))?\s*"
    r"(?:on|taking|takes?|had|got|meant|using|uses?)?$",
    re.IGNORECASE,
)


def corrected(
    turn: Turn,
    last: Exchange,
    read: Callable[[str], Turn],
    swapped: Callable[[Turn, str], str | None],
    *,
    language: str,
) -> str | None:
    """After "no, I meant X" the value of the same axis or kind in the question before gives way to X; None for other turns.

    ``swapped`` exchanges a turn's things in a question, in the one before if that is empty.
    """
    mended = in_place_of_wrong(turn, last, read)
    if mended or turn.opening != "correction":
        return mended
    meant = re.split(r"\b(?:not|no)\b[^,;]*[,;]\s*(?:but )?", turn.text)[-1] or turn.text
    rest = replace(read(_IT_IS.sub("", meant)), opening="correction")
    if rest.is_told and any(one.kind in {"pair", "plural"} for one in pointers(rest)):
        return None  # "no, she's had both" tells of what was talked about
    # "X, dose": what is asked for is named with it
    if (rest.clause and (rest.extra or not rest.things)) or (rest.is_whole and not rest.clause):
        return ended(rest.text, language=language)
    joint = words()["linking"].get(language, words()["linking"]["en"])["for"]
    link = " " if rest.preposition else f" {joint} "
    denied = pattern("denied_there", r"(?:{})").search(folded(turn.text))
    question = without_denied(last.base, denied.group(1), read) if denied else ""
    if question:
        return swapped(rest, question) or joined(question, rest.text, link=link, language=language)
    told = _HAVING.sub("", rest.text[max((thing.end for thing in rest.things), default=0) :].strip(" ,;:.?!"))
    exchanged = swapped(rest, last.base) if content_words(told) else None
    if exchanged:
        return joined(exchanged, told, link=": ", language=language)
    return swapped(rest, "") or joined(last.question, rest.text, link=link, language=language)
