"""Words of questions and answers, English and Spanish: which say nothing, what asks for what, what can answer it; stems.

Pure but for its word lists.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import snowballstemmer
import yaml

from assistant.answers import Intent

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)?")
_STEMMERS = {"en": snowballstemmer.stemmer("english"), "es": snowballstemmer.stemmer("spanish")}
_WORD_LISTS = {"en": "question_words.yaml", "es": "question_words_es.yaml"}
# An accent left out changes the stem: "progresion", "cardiaca".
_UNACCENTED = (("ciones", "cion"), ("siones", "sion"), ("cion", "ción"), ("sion", "sión"))
_SHORTEST = 2
_PLAIN = dict(zip("áéíóúüñÁÉÍÓÚÜÑ", "aeiouunAEIOUUN", strict=True))
_BRITISH = (
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ably|al|ite|ites)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations)$)"), "iz"),
    (re.compile(r"aem(?=[io])"), "em"),
    (re.compile(r"\boe(?=str|s|d)"), "e"),
    (re.compile(r"(?<=op)aed(?=ic)"), "ed"),
    (re.compile(r"(?<=[a-z]{3})tre$"), "ter"),
)


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """One language's lists. ``intents`` and ``answer_kinds`` are patterns over text as ``as_listed`` gives it."""

    stopwords: frozenset[str]
    personal: frozenset[str]
    auxiliaries: frozenset[str]
    intents: tuple[tuple[Intent, re.Pattern[str]], ...]
    answer_kinds: tuple[tuple[Intent, re.Pattern[str]], ...]
    interrogatives: frozenset[str]
    alike: dict[str, frozenset[str]]
    outlook: re.Pattern[str]


@lru_cache(maxsize=8)
def words_of(language: str) -> QuestionWords:
    """The lists of a language, read once; English for one that has none."""
    lists = yaml.safe_load((Path(__file__).parent / _WORD_LISTS.get(language, _WORD_LISTS["en"])).read_text(encoding="utf-8"))
    personal = frozenset(lists["personal"].split()) | frozenset(lists["talk"].split())
    number, time = lists["number"], lists["time"]

    def patterns(key: str) -> tuple[tuple[Intent, re.Pattern[str]], ...]:
        filled = {
            name: alternatives.replace(" | ", "|").replace("{n}", number).replace("{time}", time)
            for name, alternatives in lists[key].items()
        }
        return tuple(
            (Intent[name.upper()], re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)) for name, joined in filled.items()
        )

    return QuestionWords(
        stopwords=frozenset(lists["stopwords"].split()),
        personal=personal | {stem(word, language) for word in personal},
        auxiliaries=frozenset(lists["auxiliaries"].split()),
        intents=patterns("intents"),
        answer_kinds=patterns("answer_kinds"),
        interrogatives=frozenset(lists.get("interrogatives", "").split()),
        alike=_alike(lists.get("alike", {}), language),
        outlook=re.compile(rf"\b(?:{lists['outlook'].replace(' | ', '|')})\b", re.IGNORECASE),
    )


def _alike(groups: dict[str, str], language: str) -> dict[str, frozenset[str]]:
    """Which groups of like words each stem belongs to."""
    found: dict[str, set[str]] = {}
    for name, wordings in groups.items():
        for word in wordings.split(","):
            found.setdefault(stem(word.strip(), language), set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def answer_kinds(text: str, language: str = "en") -> frozenset[Intent]:
    """The kinds of answer that ``text`` can give, by its shape: a dose, an interval, a reason …."""
    read = as_listed(text, language)
    return frozenset(kind for kind, pattern in words_of(language).answer_kinds if pattern.search(read))


def as_listed(text: str, language: str) -> str:
    """The text as the language's word lists are written: without accents in Spanish. Keeps every offset."""
    return "".join(_PLAIN.get(character, character) for character in text) if language == "es" else text


@lru_cache(maxsize=65536)
def stem(word: str, language: str = "en") -> str:
    """The Snowball stem of one lower-case word (M. Porter's algorithm): American spelling, Spanish without accents."""
    if language == "es":
        return _spanish_stem(word)
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return str(_STEMMERS["en"].stemWord(word))


def _spanish_stem(word: str) -> str:
    bare = as_listed(word, "es")
    for ending, accented in _UNACCENTED:
        if bare.endswith(ending):
            bare = bare.removesuffix(ending) + accented
    return as_listed(str(_STEMMERS["es"].stemWord(bare)), "es")


def surface_of(stemmed: str, text: str, language: str = "en") -> str:
    """The first word of a text with that stem, as typed; the stem where there is none."""
    return next((word for word in WORD.findall(text) if stem(word.lower(), language) == stemmed), stemmed)


@lru_cache(maxsize=8192)
def content_stems(text: str, language: str = "en") -> tuple[str, ...]:
    """Stems of the words of ``text`` that are no stopwords, in order, repeats kept."""
    found = (_content_stem(word, language) for word in WORD.findall(as_listed(text, language)))
    return tuple(one for one in found if one)


@lru_cache(maxsize=65536)
def _content_stem(word: str, language: str) -> str:
    """The stem of a word as written; empty for a stopword, a figure, or a word too short to tell anything."""
    bare = word.lower().replace("’", "'").split("'")[0]
    is_content = bare not in words_of(language).stopwords and len(bare) >= _SHORTEST and not bare[0].isdigit()
    return stem(bare, language) if is_content else ""
