"""A standalone question in, what it asks for out: intents, named things, populations, and the words that need evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase

from rapidfuzz.distance import DamerauLevenshtein

from assistant.answers import Intent
from assistant.lexicon import Lexicon, Mention
from assistant.question_words import WORD, as_listed, content_stems, stem, words_of

_MENDABLE = 5
_LONG_WORD = 8
# Their names hold words that ask for something elsewhere: "high-dose …", "… rescue schedule".
_MAY_BE_INTENT = frozenset({"other", "care"})
_NAMED_WITH_INTENT_WORDS = frozenset({"drug", "drug class", "regimen", "procedure"})

_SENTENCE = re.compile(r"[.!?;:\n]\s+")
_SHORTEST_SENTENCE = 3
_ASIDE = re.compile(r"\([^()]{3,}\)")
_CLAUSE = re.compile(
    r"[.;:!?\n]+\s+|,\s+(?=(?:(?:is|are|do|does|can|could|should|will|would|may|must)(?:n['’]t)?|what|which|how|why|when|who)\b)|\s+[-–—]\s+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question asks.

    ``words`` are stems of the content words of the sentence that asks, outside named things, in order, each once.

    ``sentence`` is the one that asks.

    ``strange`` are those of the words that neither the documents nor everyday English know, as typed.

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
    language: str = "en"
    sentence: str = ""


def read_question(
    text: str,
    *,
    lexicon: Lexicon,
    vocabulary: frozenset[str] = frozenset(),
    is_everyday: Callable[[str], bool] = lambda _: True,
    language: str = "en",
) -> Asked:
    """What ``text`` asks for.

    ``vocabulary`` are stems that the documents use: such words are never "corrected". ``is_everyday`` tells words of
    common English: any other word that the documents don't use counts as a slip for one that they do, or as strange.
    Of Spanish no such list is at hand: there only slips in the names of treatments are mended.
    """
    known = _Known(vocabulary=vocabulary, is_everyday=is_everyday, language=language)
    lists = words_of(language)
    corrected_text, corrections = _correct(text, lexicon=lexicon, known=known)
    mentions = lexicon.mentions(corrected_text, typed=True)
    population = lexicon.implied({m.concept.concept_id for m in mentions if m.concept.kind == "population"})
    things = [m for m in mentions if m.concept.kind != "population" and not _only_intent(m, corrected_text, language)]
    begin, end = _focus_span(corrected_text, language)
    rest = _blank(corrected_text, [(m.start, m.end) for m in mentions])
    words = tuple(dict.fromkeys(w for w in content_stems(_ASIDE.sub(" ", rest[begin:end]), language) if w not in lists.personal))
    if not words and not any(begin <= m.start < end for m in mentions):
        words = tuple(dict.fromkeys(word for word in content_stems(rest, language) if word not in lists.personal))
    without_names = _blank(corrected_text, [(m.start, m.end) for m in mentions if m.concept.kind in _NAMED_WITH_INTENT_WORDS])
    intents = frozenset(intent for intent, pattern in lists.intents if pattern.search(as_listed(without_names, language)))
    yes_no = _is_yes_no(corrected_text, language)
    if yes_no:
        intents |= {Intent.YES_NO}
    if not intents:
        intents = frozenset({Intent.OVERVIEW})
    return Asked(
        text=corrected_text,
        intents=intents,
        concepts=frozenset(m.concept.concept_id for m in things),
        focus=frozenset(m.concept.concept_id for m in things if begin <= m.start < end),
        population=population,
        words=words,
        yes_no=yes_no,
        strange=tuple(_surface(word, corrected_text) for word in words if _is_strange(word, corrected_text, known)),
        corrected=corrections,
        language=language,
        sentence=corrected_text[begin:end],
    )


def _is_strange(word: str, text: str, known: _Known) -> bool:
    """True for a word that neither the documents nor everyday English know, nor a slip of the pen for one; never in Spanish.

    Of short words only abbreviations count: anything is a slip away from a short word.
    """
    if known.language != "en" or word in known.vocabulary:
        return False
    typed = _surface(word, text)
    if known.is_everyday(typed.lower()) or known.is_everyday(word):
        return False
    return typed.isupper() if len(typed) < _MENDABLE else not any(known.is_everyday(slip) for slip in _slips(typed.lower()))


def _slips(word: str) -> Iterator[str]:
    """The words that are one letter away, or have two neighbours swapped."""
    for k in range(len(word)):
        left, right = word[:k], word[k:]
        yield left + right[1:]
        yield left + right[1:2] + right[:1] + right[2:]
        for letter in ascii_lowercase:
            yield left + letter + right[1:]
            yield left + letter + right


def _surface(word: str, text: str) -> str:
    """The first word of ``text`` with that stem."""
    return next((m.group(0) for m in WORD.finditer(text) if stem(m.group(0).lower()) == word), word)


def _only_intent(mention: Mention, text: str, language: str) -> bool:
    if mention.concept.kind not in _MAY_BE_INTENT:
        return False
    surface = as_listed(text[mention.start : mention.end], language)
    return any(pattern.fullmatch(surface) for _, pattern in words_of(language).intents)


def _focus_span(text: str, language: str) -> tuple[int, int]:
    """The sentence that asks: the last with a question mark, else the last that asks for a kind of answer, else the last.

    A sentence of one or two words ("Warranted?") asks about the one before it and is taken with it.
    """
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    spans = [(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True) if text[a:b].strip()]
    if len(spans) <= 1:
        return 0, len(text)
    asking = [k for k, (a, b) in enumerate(spans) if "?" in text[a:b]]
    if not asking:
        asking = [k for k, (a, b) in enumerate(spans) if any(p.search(text[a:b]) for _, p in words_of(language).intents)]
    chosen = asking[-1] if asking else len(spans) - 1
    begin, end = spans[chosen]
    if len(text[begin:end].split()) < _SHORTEST_SENTENCE and chosen:
        begin = spans[chosen - 1][0]
    return begin, end


@dataclass(frozen=True, slots=True)
class _Known:
    vocabulary: frozenset[str]
    is_everyday: Callable[[str], bool]
    language: str


def _correct(text: str, *, lexicon: Lexicon, known: _Known) -> tuple[str, tuple[tuple[str, str], ...]]:
    corrections: list[tuple[str, str]] = []

    def mend(match: re.Match[str]) -> str:
        word = match.group(0)
        if stem(word.lower(), known.language) in known.vocabulary or lexicon.mentions(word, typed=True):
            return word
        meant = lexicon.correct(word)
        if known.language != "en":
            meant = meant if meant and lexicon.mentions(meant)[0].concept.kind in _NAMED_WITH_INTENT_WORDS else None
            return _noted(word, meant, corrections)
        everyday = known.is_everyday(word) or known.is_everyday(stem(word))
        if meant is None and word.islower() and len(word) >= _MENDABLE and not everyday:
            meant = _nearest(stem(word), known.vocabulary)
        return _noted(word, meant, corrections)

    return WORD.sub(mend, text), tuple(corrections)


def _noted(word: str, meant: str | None, corrections: list[tuple[str, str]]) -> str:
    if meant is None:
        return word
    corrections.append((word, meant))
    return meant


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


def _is_yes_no(text: str, language: str) -> bool:
    """True if the last clause that ends in a question, or else the first, opens with an auxiliary verb."""
    lists = words_of(language)
    text, auxiliaries = as_listed(text, language), lists.auxiliaries
    if not lists.interrogatives.isdisjoint(re.findall(r"\w+", text.lower().rsplit("¿", 1)[-1])):
        return False
    clauses = [clause for clause in _CLAUSE.split(text.strip()) if clause and clause.strip()]
    for clause in reversed(clauses):
        words = clause.strip().lower().lstrip("¿(\"'").split()
        while words and words[0] in {
            "so",
            "and",
            "but",
            "then",
            "well",
            "ok",
            "okay",
            "hi",
            "hello",
            "or",
            "y",
            "entonces",
            "pero",
            "o",
        }:
            words = words[1:]
        if words and words[0].strip(",") in auxiliaries:
            return True
    return False
