"""Messages that ask nothing of the documents: thanks, greetings, gibberish. Replies stand in ``smalltalk.yaml``."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.words.language import fold

_WORDINGS = Path(__file__).with_name("smalltalk.yaml")
_KEYBOARD_ROWS = ("qwertyuiop", "asdfghjklñ", "zxcvbnm")
_RUN, _KEYBOARD_WORD = 4, 4
_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}|q[^u\W\d]|[bcdfghjklmnpqrstvwxz]{4,}$")
# Groups of consonants that English and Spanish words do have.
_USUAL = re.compile(
    r"ngths?$|ghts?$|rths?$|tch|sch|ndths?$|mpts?$|rsts?$|rlds?$|lfths?$|cts?$|nks?$|rms?$|rchs?$|nchs?$|ghtst|cht|phth|rthw|ngst|tzsch"
)
_ONE_OF = 3
_ASKED_ON = re.compile(r"^\W*(?:and|or|but|y|o|pero)\b[^?]*\?\W*$")


@lru_cache(maxsize=1)
def _wordings() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(_WORDINGS.read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    raw: dict[str, list[str]] = _wordings()["kinds"]
    return tuple((kind, re.compile(rf"\b(?:{'|'.join(patterns)})\b")) for kind, patterns in raw.items())


@lru_cache(maxsize=1)
def _fillers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_wordings()['fillers']})\b")


def read_smalltalk(text: str, *, talking: bool = False) -> str | None:
    """The kind of small talk that ``text`` is and nothing else, or None. Thanks go before greetings, those before "ok".

    ``talking`` tells that something was answered before: "how does it work?" then asks of that, and "and good?" of its like.
    """
    rest = fold(text).replace("'", "")
    if text.strip() and not any(character.isalnum() for character in text):
        return "acknowledged" if any(ord(character) > 0x2190 for character in text) else None  # noqa: PLR2004 - emoji
    found: list[str] = []
    for kind, pattern in _kinds():
        reduced = pattern.sub(" ", rest)
        if reduced != rest:
            found.append(kind)
            rest = reduced
    rest = _fillers().sub(" ", rest)
    if not found or any(character.isalnum() for character in rest):
        return None
    if talking and "identity" in found and re.search(rf"\b(?:{_wordings()['pointing']})\b", fold(text)):
        return None
    if talking and found == ["acknowledged"] and _ASKED_ON.match(fold(text)):
        return None
    return next(
        (kind for kind in ("worry", "blame", "identity", "thanks", "goodbye", "greeting", "acknowledged") if kind in found), None
    )


def reply(kind: str, language: str) -> str:
    """What is said to that kind of message."""
    replies: dict[str, dict[str, str]] = _wordings()["reply"]
    return replies.get(language, replies["en"])[kind]


def is_unreadable(text: str, *, known: bool = False) -> bool:
    """True for an empty message, bare punctuation, a single letter, or letters that no word of the languages could have.

    ``known`` tells that the text names something of the lexicon, and so is no gibberish.
    """
    if not any(character.isalnum() for character in text):
        return True
    if known:
        return False
    words = re.findall(r"[^\W\d_]+", text)
    if not words or any(character.isdigit() for character in text):
        return not words and len(re.findall(r"\d", text)) > _ONE_OF * _RUN
    if len("".join(words)) == 1:
        return True
    judged = [word for word in words if not word.isupper()]
    strange = [word for word in judged if _is_strange(fold(word))]
    short = [word for word in judged if len(word) < _ONE_OF]
    return bool(strange) and len(strange) + len(short) == len(words) == len(judged)


def _is_strange(word: str) -> bool:
    if len(word) >= _KEYBOARD_WORD and any(
        word[i : i + _RUN] in row for row in _KEYBOARD_ROWS for i in range(len(word) - _RUN + 1)
    ):
        return True
    if len(word) > _RUN and len(set(word)) <= _ONE_OF - 1:
        return True
    if not re.search(r"[aeiouy]", word):
        return len(word) > _ONE_OF
    return bool(_CLUSTER.search(_USUAL.sub("", word)))
