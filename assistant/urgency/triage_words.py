"""The words of triage, compiled from ``triage_wordings.yaml``: signals, figures, and what tells a report from a question."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz.distance import DamerauLevenshtein

from assistant.words.language import detect_language, fold

_WORDINGS = Path(__file__).with_name("triage_wordings.yaml")
_SPANISH = Path(__file__).with_name("triage_wordings_es.yaml")
_LIST = re.compile(r"\{([a-z_]+)\}")
_SENTENCE = re.compile(r"(?<=[.!?;:\n])\s+|\n+")
_OPENING = r"^\W*(?:(?:and|so|but|ok|okay|hi|hello|please|also|then|well|y|pero|entonces|hola|oye)\W+)*"
_CORRECTABLE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One signal's patterns: what reports by itself, what can be asked about, what is only a setting."""

    name: str
    findings: tuple[re.Pattern[str], ...]
    topics: tuple[re.Pattern[str], ...]
    contexts: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure that counts as a signal when it lies strictly between ``above`` and ``below``."""

    signal: str
    pattern: re.Pattern[str]
    above: float
    below: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of emergency: the groups of signals that tell it, and those that tell it however calm the message sounds."""

    name: str
    groups: tuple[frozenset[str], ...]
    certain: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """The wordings file, compiled."""

    signals: tuple[Signal, ...]
    figures: tuple[Figure, ...]
    emergencies: tuple[Kind, ...]
    frame: dict[str, re.Pattern[str]]
    aliases: dict[str, str]
    spelling: tuple[str, ...]
    real_words: frozenset[str]


@lru_cache(maxsize=1)
def wordings() -> Wordings:
    """The wordings file and the Spanish one beside it; read once."""
    raw: dict[str, Any] = yaml.safe_load(_WORDINGS.read_text(encoding="utf-8"))
    for name, entry in yaml.safe_load(_SPANISH.read_text(encoding="utf-8"))["signals"].items():
        for key, patterns in entry.items():
            raw["signals"][name].setdefault(key, []).extend(patterns)
    lists: dict[str, str] = {}
    for name, words in raw["lists"].items():
        lists[name] = _filled(words, lists)
    return Wordings(
        signals=tuple(_signal(name, entry, lists) for name, entry in raw["signals"].items()),
        figures=tuple(Figure(**{**entry, "pattern": re.compile(entry["pattern"])}) for entry in raw["figures"]),
        emergencies=tuple(_kind(entry) for entry in raw["emergencies"]),
        frame=_frame(raw["frame"], lists),
        aliases=dict(raw["aliases"]),
        spelling=tuple(raw["spelling"]),
        real_words=frozenset(raw["real_words"]),
    )


def _filled(pattern: str, lists: dict[str, str]) -> str:
    return _LIST.sub(lambda match: lists[match.group(1)], pattern)


def _signal(name: str, entry: dict[str, list[str]], lists: dict[str, str]) -> Signal:
    def compiled(key: str) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(_filled(pattern, lists)) for pattern in entry.get(key, ()))

    return Signal(name=name, findings=compiled("finding"), topics=compiled("topic"), contexts=compiled("context"))


def _kind(entry: dict[str, Any]) -> Kind:
    groups, certain = (tuple(frozenset(group) for group in entry.get(key, ())) for key in ("any", "certain"))
    return Kind(name=entry["kind"], groups=groups, certain=certain)


def _frame(raw: dict[str, str], lists: dict[str, str]) -> dict[str, re.Pattern[str]]:
    words = {name: re.compile(rf"\b(?:{_filled(pattern, lists)})\b") for name, pattern in raw.items() if name != "have"}
    words["person"] = re.compile(rf"\b(?:{lists['person']})\b")
    words["bound"] = re.compile(rf"\b(?:{lists['person']})\b(?: [\w-]+){{0,4}}? (?:{raw['have']})(?: [\w-]+){{0,4}} $")
    words["bound_contracted"] = re.compile(r"\b(?:im|ive|shes|hes|were|weve|theyre)(?: [\w-]+){0,4} $")
    words["negated"] = re.compile(rf"\b(?:{raw['negation']})(?: [\w-]+){{0,2}} $")
    words["question"] = re.compile(rf"{_OPENING}(?:{raw['question']})\b")
    words["help_first"] = re.compile(rf"{_OPENING}(?:{raw['help']})\b")
    return words


def plain(text: str, book: Wordings) -> str:
    """Folded, apostrophes dropped, misspellings of the words that matter mended (in English: Spanish words look like slips)."""
    language = detect_language(text)
    folded = re.sub(r"\b(?:oh|ay) no\b", "oh", fold(text).replace("'", ""))
    return re.sub(r"[a-z]+", lambda match: _mended(match.group(), book, language), re.sub(r"[ \t]+", " ", folded))


def _mended(word: str, book: Wordings, language: str) -> str:
    if word in book.aliases:
        return book.aliases[word]
    if language != "en" or len(word) < _CORRECTABLE or word in book.real_words or word in book.spelling:
        return word
    allowed = 2 if len(word) > _CORRECTABLE else 1
    near = [
        (distance, known)
        for known in book.spelling
        if known[:2] == word[:2] and (distance := DamerauLevenshtein.distance(word, known, score_cutoff=allowed)) <= allowed
    ]
    return min(near)[1] if near else word


def is_general(sentence: str, frame: dict[str, re.Pattern[str]]) -> bool:
    """True for a question that asks about a thing, as against a call for help."""
    return bool(frame["question"].search(sentence)) and not frame["help_first"].search(sentence)


def sentences(message: str) -> list[str]:
    """The sentences of a message, none of them blank."""
    return [sentence for sentence in _SENTENCE.split(message) if sentence.strip()]
