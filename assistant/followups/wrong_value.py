"""A correction that says the wrong value with the right one, or an age anew, in; the question before put right out. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.followups.ellipsis import Turn, folded
from assistant.followups.phrasing import ended
from assistant.question.focus import Exchange, Thing, pattern

_MOST_WORDS = 12
_ARTICLE = r"(?:(?:an?|the|my|her|his|el|la|los|las|un|una)\s+)?"
# "X, not Y" and "not Y but X".
_X_NOT_Y = re.compile(
    rf"^(?P<new>[^;?]*\S)\s*,?\s+(?:(?:and|but|y)\s+)?(?:not|no|instead\s+of|rather\s+than|en\s+vez\s+de|en\s+lugar\s+de)\s+"
    rf"{_ARTICLE}(?P<old>\S[^,;?]*?)\W*$",
    re.IGNORECASE,
)
_NOT_Y_BUT_X = re.compile(
    rf"^\W*(?:it['’]?s\s+|she['’]?s\s+|he['’]?s\s+|es\s+)?(?:not|no)\s+{_ARTICLE}(?P<old>\S[^,;?]*?)\s*,?\s+(?:but|sino)\s+(?P<new>[^;?]*\S)\W*$",
    re.IGNORECASE,
)
_NUMBER = r"(?<![\w.,])\d+(?:[.,]\d+)?(?!\w|[.,]\d)"
_YEARS = r"\s*-?\s*(?:years?|yrs?|y/?o\b|a[nñ]os)"
# An age as somebody is told to have it, and one that a turn tells by itself.
_AGE = re.compile(
    rf"\b(?:aged?|at|is|am|i['’]?m|(?:she|he)(?:['’]s|s)?|tengo|tiene)\s+(?P<age>\d{{1,3}})\b(?!\s*[-%]|\s+[a-z]+\s+(?:old|ago)|[.,/]\d|\s*(?:mg|kg|g|ml|weeks?|months?|days?)\b)"
    rf"|(?<![\w.,])(?P<years>\d{{1,3}})(?={_YEARS})",
    re.IGNORECASE,
)
_AGE_ALONE = re.compile(
    rf"^\W*(?:only|just|actually|solo|en realidad)?\s*(?P<age>\d{{1,3}})(?:{_YEARS}(?:\s*-?\s*old)?)?\W*$", re.IGNORECASE
)


def in_place_of_wrong(turn: Turn, last: Exchange, read: Callable[[str], Turn]) -> str | None:
    """The question before with the value that a turn puts right; None for a turn that says none that stands there."""
    if "?" in turn.text or len(turn.text.split()) > _MOST_WORDS:
        return None
    if pattern("asking", r"^[\s¿]*(?:and |so |but |y )?(?:{})\b").match(folded(turn.text)):
        return None
    said = _NOT_Y_BUT_X.match(turn.text) or _X_NOT_Y.match(turn.text)
    if said is not None:
        return _exchanged(said["new"], said["old"], last.question, read)
    alone = _AGE_ALONE.match(turn.text) if turn.opening == "correction" else None
    ages = list(_AGE.finditer(last.question)) if alone else []
    if alone is None or len(ages) != 1:
        return None
    start, end = ages[0].span("age" if ages[0]["age"] else "years")
    return ended(f"{last.question[:start]}{alone['age']}{last.question[end:]}")


def _exchanged(new: str, old: str, question: str, read: Callable[[str], Turn]) -> str | None:
    """The question with the new value where the old one stands: a number for a number, a thing for one of its kind."""
    number = re.fullmatch(rf"({_NUMBER})(?:\W*[a-zA-Z%µ/]+)*", old)
    if number:
        right = re.findall(_NUMBER, new)
        places = list(re.finditer(rf"(?<![\w.,]){re.escape(number[1])}(?!\w|[.,]\d)", question))
        if len(right) != 1 or len(places) != 1:
            return None
        return ended(f"{question[: places[0].start()]}{right[0]}{question[places[0].end() :]}")
    wrong = read(old).things[:1]
    stands = next((thing for thing in read(question).things if wrong and thing.key == wrong[0].key), None)
    right_things = [thing for thing in read(new).things if stands and thing.kind == stands.kind]
    if stands is None or len(right_things) != 1:
        return None
    return ended(_all_replaced(question, stands, right_things[0], read))


def _all_replaced(question: str, wrong: Thing, right: Thing, read: Callable[[str], Turn]) -> str:
    for thing in reversed([one for one in read(question).things if one.key == wrong.key]):
        question = f"{question[: thing.start]}{right.text}{question[thing.end :]}"
    return question
