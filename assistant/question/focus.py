"""What a conversation is about: the things named in a turn, and which of them stand in focus. Pure but for its word lists.

Things come from the lexicon, and where it knows none, from how people write: capitalised names, and runs of words that are
not function words. The question's own topic outranks a detail of the answer, and the latest exchange outranks older ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.words.concepts import Concept
from assistant.words.language import fold
from assistant.words.lexicon import Lexicon

NAME, PHRASE = "name", "phrase"
_WORDS_FILE = Path(__file__).with_name("conversation_words.yaml")
_TOKEN = re.compile(r"[^\W_]+(?:['’.&/+-][^\W_]+)*[+]?")
_MARKER = re.compile(r"\s*\[\d+(?:\s*[,–-]\s*\d+)*\]")
_SOURCES = re.compile(
    r"^\W*(?:sources?|references?|citations?|fuentes?|referencias?)\W*:?\s*$|^\W*(?:sources?|fuentes?)\s*:", re.IGNORECASE
)
_ASIDE = re.compile(r"^\s*(?:[*_](?![*_]).*[^*_][*_]|>.*|\[\d+\].*)\s*$")
_LEAD_LINES = 6
_FADING = 0.6
_REPEATED = 0.3
_ANSWER_WEIGHT, _FIRST_LINE_BONUS, _NAME_BONUS = 0.35, 1.5, 1.6
_LONE_WORD = 0.7
_GROUP = 3


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """The word lists of ``conversation_words.yaml``, lists of plain words as frozensets."""
    raw: dict[str, Any] = yaml.safe_load(_WORDS_FILE.read_text(encoding="utf-8"))
    raw["stopwords"] = frozenset(fold(raw["stopwords"]).split())
    raw["pointers"] = {noun: tuple(kinds) for nouns, kinds in raw["pointers"].items() for noun in nouns.split("|")}
    for key in (
        "background_axes",
        "step_axes",
        "person_axes",
        "minor_kinds",
        "qualifier_kinds",
        "treatment_kinds",
        "attribute_kinds",
        "lesser_kinds",
        "examined_kinds",
        "drilled_kinds",
    ):
        raw[key] = frozenset(raw[key])
    return raw


@lru_cache(maxsize=512)
def pattern(key: str, template: str = r"\b(?:{})\b") -> re.Pattern[str]:
    """A word list as a compiled pattern over folded text; ``{}`` in ``template`` is where the alternatives go."""
    return re.compile(template.replace("{}", words()[key]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something named at ``within[start:end]``. ``key`` tells two things apart; ``kind`` is the lexicon's, or NAME or PHRASE."""

    text: str
    key: str
    kind: str
    start: int
    end: int
    concept: Concept | None = None
    within: str = ""

    @property
    def is_treatment(self) -> bool:
        """Whether it is something that is given."""
        return self.kind in words()["treatment_kinds"]

    @property
    def is_qualifier(self) -> bool:
        """Whether it says whom or where, rather than what."""
        return self.kind in words()["qualifier_kinds"]

    @property
    def is_attribute(self) -> bool:
        """Whether it is usually asked of something else: a side effect of a drug, a plain organ."""
        organ = self.kind == "site" and self.concept is not None and not self.concept.parents
        return organ or self.kind in words()["attribute_kinds"]

    @property
    def is_step(self) -> bool:
        """Whether it says only at which step of the treatment: a line of therapy, after progression."""
        later = self.kind == "population" and pattern("subsequent", r"\b(?:{})(?: on)?$").search(fold(self.text))
        return self.concept is not None and (self.concept.axis in words()["step_axes"] or bool(later))

    @property
    def is_line(self) -> bool:
        """Whether it is a line of therapy."""
        return self.concept is not None and self.concept.axis in words()["step_axes"]

    @property
    def is_noun(self) -> bool:
        """Whether a pronoun can stand for it: for a mutation, not for "positive"."""
        return self.kind != "population" or bool(pattern("tails", r"\b(?:{})$").search(fold(self.text)))

    @property
    def is_subject(self) -> bool:
        """Whether a conversation can be about it; a noun such as "drug" only points to one."""
        background = self.concept is not None and self.concept.axis in words()["background_axes"]
        pointing = self.concept is not None and fold(self.text) in words()["pointers"]
        return not (background or pointing or self.kind in words()["minor_kinds"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question as it was read, and the answer's words without markers, sources and disclaimer.

    ``base`` is the question without a fragment that was only hung on it, for the next fragment to hang on; ``told`` is
    true if that fragment told something of the patient, which holds for the next as well; ``refused`` if the documents
    didn't answer it. ``cited`` is the id of the document of another field that the answer cites first.
    """

    question: str
    answer: str
    base: str = ""
    told: bool = False
    refused: bool = False
    asked: tuple[Thing, ...] = ()
    answered: tuple[Thing, ...] = ()
    cited: str = ""

    @property
    def ground(self) -> str:
        """The question that the next fragment is put behind."""
        return self.question if self.told else self.base


def bare_answer(content: str) -> str:
    """An answer's own words: no markers, no emphasis, no disclaimer, nothing from the list of sources on."""
    kept: list[str] = []
    for line in content.splitlines():
        if _SOURCES.search(line):
            break
        if line.strip() and not _ASIDE.match(line):
            kept.append(re.sub(r"[*_`]{1,3}|^\s*(?:#+|[-•]|\d+[.)])\s+", "", _MARKER.sub("", line)).strip())
    return "\n".join(kept)


def tokens(text: str) -> list[tuple[str, int, int]]:
    """The words of a text, folded, with their offsets."""
    return [(fold(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text)]


def content_words(text: str) -> list[str]:
    """The folded words of a text that are not function words."""
    return [word for word, _, _ in tokens(text) if word not in words()["stopwords"] and len(word) > 1]


def done_with(flat: str) -> int:
    """Where the clause ends in which a folded turn first tells what has failed: nobody asks whether that may be given; else 0."""
    told = pattern("done_with", r"[\s\"'(]*(?:{})\b[^,;.:?]*[,;.:]\s").match(flat)
    return told.end() if told and not pattern("anew").search(flat[told.end() :]) else 0


def lead(answer: str) -> str:
    """The first lines of an answer: what it says before details."""
    return "\n".join(answer.splitlines()[:_LEAD_LINES])


def siblings(things: Sequence[Thing], lexicon: Lexicon) -> tuple[Thing, ...]:
    """The first thing and those of its own kind and family that follow, at most three; none that contains another."""
    kept: dict[str, Thing] = {}
    for thing in things:
        first = next(iter(kept.values()), thing)
        above = any(thing.key in lexicon.ancestors(key) or key in lexicon.ancestors(thing.key) for key in kept)
        if thing.kind == first.kind and (thing.key == first.key or (related(thing, first, lexicon) and not above)):
            kept.setdefault(thing.key, thing)
    return tuple(list(kept.values())[:_GROUP])


def coordinated(things: Sequence[Thing], text: str, *, joints: str = "connectors") -> tuple[Thing, ...]:
    """The first thing with those that the text sets beside it: "A or B", "A better than B", "A, B and C".

    ``joints`` names the list of words that may stand between them.
    """
    group = list(things[:1])
    for thing in things[1:]:
        between = fold(text[group[-1].end : thing.start]) if group[-1].end <= thing.start else ""
        compared = pattern(joints, r"(?:^|\s)(?:{})\s*(?:the )?$").search(between.rstrip() + " ")
        if thing.kind == group[0].kind and compared and len(between.split()) <= _GROUP + 1:
            group.append(thing)
    return tuple(group[:_GROUP])


def related(left: Thing, right: Thing, lexicon: Lexicon) -> bool:
    """Whether two things of the lexicon share a parent or grandparent, or one is a kind of the other."""
    if left.concept is None or right.concept is None:
        return False
    if left.key in lexicon.ancestors(right.key) or right.key in lexicon.ancestors(left.key):
        return True
    return bool(_near_ancestors(left.concept, lexicon) & _near_ancestors(right.concept, lexicon))


def _near_ancestors(concept: Concept, lexicon: Lexicon) -> set[str]:
    parents = [lexicon.concepts[one] for one in concept.parents if one in lexicon.concepts]
    return {concept.concept_id, *concept.parents} | {one for parent in parents for one in parent.parents}


def ranked(past: Sequence[Exchange]) -> list[Thing]:
    """The subjects of a conversation, the most salient first: named often, lately, in questions rather than in answers.

    A name and a part of it ("Ada Lovelace", "Lovelace") are one subject, under the longer wording.
    """
    named: dict[str, list[float]] = {}
    latest: dict[str, Thing] = {}
    for age, exchange in enumerate(reversed(past)):
        for thing, weight in _weighed(exchange):
            if thing.is_subject:
                named.setdefault(thing.key, []).append(weight * _FADING**age)
                latest.setdefault(thing.key, thing)
    weights = {key: max(found) + _REPEATED * (sum(found) - max(found)) for key, found in named.items()}
    for key in sorted(weights, key=len):
        longer = [other for other in weights if key != other and re.search(rf"\b{re.escape(key)}\b", other)]
        if longer and latest[key].concept is None:
            weights[max(longer, key=lambda other: weights[other])] += weights.pop(key)
    return sorted((latest[key] for key in weights), key=lambda thing: -weights[thing.key])


def _weighed(exchange: Exchange) -> list[tuple[Thing, float]]:
    first_line = exchange.answer.find("\n") if "\n" in exchange.answer else len(exchange.answer)
    weighed = [(thing, 1.0) for thing in once(exchange.asked)]
    weighed += [(t, _ANSWER_WEIGHT * (_FIRST_LINE_BONUS if t.end <= first_line else 1.0)) for t in once(exchange.answered)]
    return [(thing, weight * _bonus(thing)) for thing, weight in weighed]


def _bonus(thing: Thing) -> float:
    """Names weigh more than runs of words, longer runs more than single words."""
    if thing.kind != PHRASE:
        return _NAME_BONUS
    return 1.0 if " " in thing.text else _LONE_WORD


def once(things: Iterable[Thing]) -> list[Thing]:
    """Each thing once, where and as it is first named."""
    kept: dict[str, Thing] = {}
    for thing in things:
        kept.setdefault(thing.key, thing)
    return list(kept.values())
