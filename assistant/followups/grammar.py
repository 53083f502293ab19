"""The small grammar of a standalone question: number, contractions, words at its end that only lead over. Pure."""

from __future__ import annotations

import re

from assistant.followups.ellipsis import folded
from assistant.question.focus import pattern, words

_ONE_MANY = (
    ("does", "do"),
    ("is", "are"),
    ("was", "were"),
    ("has", "have"),
    ("doesn't", "don't"),
    ("isn't", "aren't"),
    ("wasn't", "weren't"),
    ("hasn't", "haven't"),
    ("doesnt", "dont"),
    ("isnt", "arent"),
)
_TO_ONE = {many: one for one, many in _ONE_MANY}
_TO_MANY = dict(_ONE_MANY)
_BEFORE = re.compile(r"([A-Za-z']+)(\s+)$")
_AFTER = re.compile(r"^(\s+)([A-Za-z']+)\b")
_CONTRACTED = (("'ll", " will"), ("'re", " are"), ("'d", " would"), ("'ve", " have"), ("'s", " is"))
_PERFECT = re.compile(r"^'s (?:been|had|got|come|gone|spread|failed|progressed|stopped|worked|grown)\b")
_FEWEST = 2


def is_many(wording: str) -> bool:
    """Whether a wording takes a verb in the plural: "X and Y", "the Xs"."""
    flat = folded(wording).strip()
    if re.search(r"\b(?:and|y)\b", flat):
        return True
    return (
        bool(re.search(r"(?<![sui'])s$", flat))
        or flat.endswith(("ses", "people", "women", "children"))
        or flat.split()[-1:] == ["men"]
    )


def agreeing(before: str, wording: str, after: str, *, plural: bool) -> str:
    """``before + wording + after`` where ``wording`` took the place of a pronoun: contractions opened, verbs in its number."""
    after = opened(after)
    many = is_many(wording)
    if many != plural and not re.search(rf"(?<![\w'])(?:{words()['agents']})\s+\w+\s+$", folded(before)):
        forms = _TO_MANY if many else _TO_ONE
        before = _BEFORE.sub(lambda m: _as(m.group(1), forms) + m.group(2), before)
        if not pattern("verbs", r"\b(?:{})\s+$").search(folded(before)):
            after = _AFTER.sub(lambda m: m.group(1) + _as(m.group(2), forms), after)
    return before + wording + after


def opened(after: str) -> str:
    """What follows a pronoun, its contraction written out: "'ll work" → " will work"."""
    flat = after.replace("’", "'")
    for short, long in _CONTRACTED:
        if flat.lower().startswith(short) and not flat[len(short) : len(short) + 1].isalpha():
            return (" has" if _PERFECT.match(flat.lower()) else long) + flat[len(short) :]
    return after


def _as(word: str, forms: dict[str, str]) -> str:
    new = forms.get(word.lower())
    if new is None:
        return word
    return new[:1].upper() + new[1:] if word[:1].isupper() else new


def without_tail(text: str, *, fewest: int = _FEWEST) -> str:
    """A question without what its end only adds for talk: "…, then", "…, doesn't it"; one of few words stays whole."""
    said = pattern("courtesy", r"(?<=\S)[\s,]+(?:{})[\s?.!]*$").search(folded(text))
    text = text[: said.start()] if said else text
    for _ in range(_FEWEST):
        flat = folded(text)
        match = pattern("closing", r"[\s,]+(?:{})[\s?.!]*$").search(flat) or _tag(flat)
        if match is None or len(flat[: match.start()].split()) < fewest:
            return text
        text = text[: match.start()]
    return text


def _tag(flat: str) -> re.Match[str] | None:
    return None if pattern("asking").search(flat) else pattern("tag", r"(?<=\w)(?:{})").search(flat)
