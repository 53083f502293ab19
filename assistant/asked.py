"""A standalone question in, what it asks for out: intents, named things, populations, and the words that need evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import snowballstemmer
import yaml

from assistant.answers import Intent
from assistant.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)?")
_STEMMER = snowballstemmer.stemmer("english")
_SHORTEST = 2
# Their names hold words that ask for something elsewhere: "high-dose …", "… rescue schedule".
_NAMED_WITH_INTENT_WORDS = frozenset({"drug", "drug class", "regimen", "procedure"})

_SENTENCE = re.compile(r"[.!?;:\n]\s+")
_SHORTEST_SENTENCE = 3
_CLAUSE = re.compile(
    r"[.;:!?\n]+\s+|,\s+(?=(?:is|are|do|does|can|could|should|will|would|may|must|what|which|how|why|when|who)\b)|\s+[-–—]\s+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question asks. ``words`` are stems of the content words outside named things, in order, each once.

    ``focus`` are those of the ``concepts`` that the question itself names, not the history told before it ("62, diabetic.
    Which …?"). Words such as "dose", which say what kind of answer is wanted, count as intents and not as things.
    """

    text: str
    intents: frozenset[Intent]
    concepts: frozenset[str]
    focus: frozenset[str]
    population: frozenset[str]
    words: tuple[str, ...]
    yes_no: bool
    corrected: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    stopwords: frozenset[str]
    personal: frozenset[str]
    auxiliaries: frozenset[str]
    intents: tuple[tuple[Intent, re.Pattern[str]], ...]
    answer_kinds: tuple[tuple[Intent, re.Pattern[str]], ...]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lists = yaml.safe_load((Path(__file__).parent / "question_words.yaml").read_text(encoding="utf-8"))
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

    return _Words(
        stopwords=frozenset(lists["stopwords"].split()),
        personal=personal | {stem(word) for word in personal},
        auxiliaries=frozenset(lists["auxiliaries"].split()),
        intents=patterns("intents"),
        answer_kinds=patterns("answer_kinds"),
    )


def answer_kinds(text: str) -> frozenset[Intent]:
    """The kinds of answer that ``text`` can give, by its shape: a dose, an interval, a reason …."""
    return frozenset(kind for kind, pattern in _words().answer_kinds if pattern.search(text))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The English Snowball stem of one lower-case word (M. Porter's algorithm)."""
    return str(_STEMMER.stemWord(word))


def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words of ``text`` that are no stopwords, in order, repeats kept."""
    stop = _words().stopwords
    words = (match.group(0).lower().replace("’", "'").split("'")[0] for match in _WORD.finditer(text))
    return tuple(stem(word) for word in words if word not in stop and len(word) >= _SHORTEST and not word[0].isdigit())


def read_question(text: str, *, lexicon: Lexicon, vocabulary: frozenset[str] = frozenset()) -> Asked:
    """What ``text`` asks for. ``vocabulary`` are stems that the documents use: such words are never "corrected"."""
    corrected_text, corrections = _correct(text, lexicon=lexicon, vocabulary=vocabulary)
    mentions = lexicon.mentions(corrected_text, typed=True)
    population = lexicon.implied({m.concept.concept_id for m in mentions if m.concept.kind == "population"})
    things = [m for m in mentions if m.concept.kind != "population" and not _only_intent(corrected_text[m.start : m.end])]
    begin = _focus_start(corrected_text)
    rest = _blank(corrected_text, [(m.start, m.end) for m in mentions])
    words = tuple(dict.fromkeys(word for word in content_stems(rest) if word not in _words().personal))
    without_names = _blank(corrected_text, [(m.start, m.end) for m in mentions if m.concept.kind in _NAMED_WITH_INTENT_WORDS])
    intents = frozenset(intent for intent, pattern in _words().intents if pattern.search(without_names))
    yes_no = _is_yes_no(corrected_text)
    if yes_no:
        intents |= {Intent.YES_NO}
    if not intents:
        intents = frozenset({Intent.OVERVIEW})
    return Asked(
        text=corrected_text,
        intents=intents,
        concepts=frozenset(m.concept.concept_id for m in things),
        focus=frozenset(m.concept.concept_id for m in things if m.start >= begin),
        population=population,
        words=words,
        yes_no=yes_no,
        corrected=corrections,
    )


def _only_intent(surface: str) -> bool:
    return any(pattern.fullmatch(surface) for _, pattern in _words().intents)


def _focus_start(text: str) -> int:
    """Where the last sentence of the question begins; 0 if there is only one."""
    starts = [match.end() for match in _SENTENCE.finditer(text) if len(text[match.end() :].split()) >= _SHORTEST_SENTENCE]
    return starts[-1] if starts else 0


def _correct(text: str, *, lexicon: Lexicon, vocabulary: frozenset[str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    corrections: list[tuple[str, str]] = []

    def mend(match: re.Match[str]) -> str:
        word = match.group(0)
        if stem(word.lower()) in vocabulary:
            return word
        meant = lexicon.correct(word)
        if meant is None:
            return word
        corrections.append((word, meant))
        return meant

    return _WORD.sub(mend, text), tuple(corrections)


def _blank(text: str, ranges: list[tuple[int, int]]) -> str:
    characters = list(text)
    for start, end in ranges:
        characters[start:end] = " " * (end - start)
    return "".join(characters)


def _is_yes_no(text: str) -> bool:
    """True if the last clause that ends in a question, or else the first, opens with an auxiliary verb."""
    auxiliaries = _words().auxiliaries
    clauses = [clause for clause in _CLAUSE.split(text.strip()) if clause and clause.strip()]
    for clause in reversed(clauses):
        words = clause.strip().lower().lstrip("¿(\"'").split()
        while words and words[0] in {"so", "and", "but", "then", "well", "ok", "okay", "hi", "hello", "or"}:
            words = words[1:]
        if words and words[0].strip(",") in auxiliaries:
            return True
    return False
