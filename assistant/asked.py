"""A standalone question in, what it asks for out: intents, named things, populations, and the words that need evidence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import snowballstemmer
import yaml
from rapidfuzz.distance import DamerauLevenshtein

from assistant.answers import Intent
from assistant.lexicon import Lexicon, Mention

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)?")
_STEMMER = snowballstemmer.stemmer("english")
_SHORTEST = 2
_MENDABLE = 5
_LONG_WORD = 8
# Their names hold words that ask for something elsewhere: "high-dose …", "… rescue schedule".
_MAY_BE_INTENT = frozenset({"other", "care"})
_NAMED_WITH_INTENT_WORDS = frozenset({"drug", "drug class", "regimen", "procedure"})

_BRITISH = (
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ably|al|ite|ites)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations)$)"), "iz"),
    (re.compile(r"aem(?=[io])"), "em"),
    (re.compile(r"\boe(?=str|s|d)"), "e"),
    (re.compile(r"(?<=op)aed(?=ic)"), "ed"),
    (re.compile(r"(?<=[a-z]{3})tre$"), "ter"),
)
_SENTENCE = re.compile(r"[.!?;:\n]\s+")
_SHORTEST_SENTENCE = 3
_CLAUSE = re.compile(
    r"[.;:!?\n]+\s+|,\s+(?=(?:is|are|do|does|can|could|should|will|would|may|must|what|which|how|why|when|who)\b)|\s+[-–—]\s+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question asks. ``words`` are stems of the content words outside named things, in order, each once.

    ``strange`` are those of the words that neither the documents nor everyday English know.

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
    strange: tuple[str, ...] = ()
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
    """The English Snowball stem of one lower-case word (M. Porter's algorithm), American spelling."""
    for british, american in _BRITISH:
        word = british.sub(american, word)
    return str(_STEMMER.stemWord(word))


def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words of ``text`` that are no stopwords, in order, repeats kept."""
    stop = _words().stopwords
    words = (match.group(0).lower().replace("’", "'").split("'")[0] for match in _WORD.finditer(text))
    return tuple(stem(word) for word in words if word not in stop and len(word) >= _SHORTEST and not word[0].isdigit())


def read_question(
    text: str,
    *,
    lexicon: Lexicon,
    vocabulary: frozenset[str] = frozenset(),
    is_everyday: Callable[[str], bool] = lambda _: True,
) -> Asked:
    """What ``text`` asks for.

    ``vocabulary`` are stems that the documents use: such words are never "corrected". ``is_everyday`` tells words of
    common English: any other word that the documents don't use counts as a slip for one that they do, or as strange.
    """
    known = _Known(vocabulary=vocabulary, is_everyday=is_everyday)
    corrected_text, corrections = _correct(text, lexicon=lexicon, known=known)
    mentions = lexicon.mentions(corrected_text, typed=True)
    population = lexicon.implied({m.concept.concept_id for m in mentions if m.concept.kind == "population"})
    things = [m for m in mentions if m.concept.kind != "population" and not _only_intent(m, corrected_text)]
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
        strange=tuple(word for word in words if word not in vocabulary and not is_everyday(_surface(word, corrected_text))),
        corrected=corrections,
    )


def _surface(word: str, text: str) -> str:
    """The first word of ``text`` with that stem."""
    return next((m.group(0).lower() for m in _WORD.finditer(text) if stem(m.group(0).lower()) == word), word)


def _only_intent(mention: Mention, text: str) -> bool:
    if mention.concept.kind not in _MAY_BE_INTENT:
        return False
    return any(pattern.fullmatch(text[mention.start : mention.end]) for _, pattern in _words().intents)


def _focus_start(text: str) -> int:
    """Where the last sentence of the question begins; 0 if there is only one."""
    starts = [match.end() for match in _SENTENCE.finditer(text) if len(text[match.end() :].split()) >= _SHORTEST_SENTENCE]
    return starts[-1] if starts else 0


@dataclass(frozen=True, slots=True)
class _Known:
    vocabulary: frozenset[str]
    is_everyday: Callable[[str], bool]


def _correct(text: str, *, lexicon: Lexicon, known: _Known) -> tuple[str, tuple[tuple[str, str], ...]]:
    corrections: list[tuple[str, str]] = []

    def mend(match: re.Match[str]) -> str:
        word = match.group(0)
        if stem(word.lower()) in known.vocabulary or lexicon.mentions(word, typed=True):
            return word
        meant = lexicon.correct(word)
        if meant is None and word.islower() and len(word) >= _MENDABLE and not known.is_everyday(word):
            meant = _nearest(stem(word), known.vocabulary)
        if meant is None:
            return word
        corrections.append((word, meant))
        return meant

    return _WORD.sub(mend, text), tuple(corrections)


@lru_cache(maxsize=4096)
def _nearest(word: str, vocabulary: frozenset[str]) -> str | None:
    """The one stem of the documents that is a slip of the pen away: one edit, two in long words, same first letter."""
    allowed = 2 if len(word) >= _LONG_WORD else 1
    near = sorted(
        (DamerauLevenshtein.distance(word, candidate, score_cutoff=allowed), candidate)
        for candidate in vocabulary
        if candidate[:1] == word[:1] and abs(len(candidate) - len(word)) <= allowed
    )
    near = [entry for entry in near if entry[0] <= allowed]
    best = [candidate for distance, candidate in near if distance == near[0][0]]
    return best[0] if len(best) == 1 else None


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
