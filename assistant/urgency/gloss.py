"""Everyday Spanish, word for word in English (``gloss_es.yaml``): what the alarm listens to in place of the message. Pure.

No translation: grammar is lost and what the list doesn't know stays as it is, which for medical words is often right.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.words.language import fold

_GLOSSES = Path(__file__).with_name("gloss_es.yaml")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_ENDING = 5


def glossed(text: str) -> str:
    """The message in English words, in the order of the Spanish ones."""
    flat = fold(text)
    for pattern, english in _phrases():
        flat = pattern.sub(f" {english.upper()} ", flat)
    return re.sub(r"\s+", " ", _WORD.sub(lambda match: _word(match.group()), flat)).strip().lower()


def _word(word: str) -> str:
    if word.isupper():
        return word
    whole, stems = _words()
    if word in whole:
        return whole[word]
    ends = range(len(word), max(len(word) - _LONGEST_ENDING, 2), -1)
    return next((stems[word[:end]] for end in ends if word[:end] in stems), word)


@lru_cache(maxsize=1)
def _raw() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(_GLOSSES.read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[re.Pattern[str], str], ...]:
    found = [(re.compile(rf"\b(?:{wordings})\b"), english) for english, wordings in _raw()["phrases"].items()]
    return tuple(sorted(found, key=lambda pair: -len(pair[0].pattern)))


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, str], dict[str, str]]:
    """Whole words, and beginnings of words, each with its English."""
    whole: dict[str, str] = {}
    stems: dict[str, str] = {}
    for entry in _raw()["words"].split():
        spanish, english = entry.split("=")
        (stems if spanish.endswith("*") else whole)[fold(spanish.rstrip("*"))] = english.replace("+", " ")
    return whole, stems
