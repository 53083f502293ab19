"""The domain's named things: synonyms, brand ↔ generic, abbreviations, populations, plain words. Pure.

A lexicon is loaded from YAML by ``lexicon_files.py`` and grows by what documents define themselves; nothing about any
field of medicine stands in code. Matching works on "squeezed" text: lower case, hyphens and blanks dropped, so that
"pre-menopausal", "pre menopausal" and "premenopausal" are one wording; a match starts and ends at a word's border.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from assistant.concepts import Concept, Kinship
from assistant.ordinary import is_another_word

_MINUS = "-‐‑‒–−﹣－"
_MAY_BE_SIGN = re.compile(r"-(?![A-Za-z0-9])")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
_SHORT = 3
# Short words are not put together of two: "got a" is no "gota".
_UNBROKEN = 5
_OPENING = 4
_CORRECTABLE = 6
_LONG_WORD = 9

# Short words of everyday English and Spanish that are abbreviations only when typed in capitals.
_EVERYDAY = frozenset(
    (
        "ac ad al am an ar as at ax be bi by da de di do dr ec el em en er es et ex go ha he hi hr id if im in is it ki "
        "la le lo ma me mi mm mo my na ne no nu of oh ok on or ox pa pi po pr pt re si so ta te to tu un up us we ya ye "
        "yo all and are can for had has her him his may not now our out sea see she the two was who why you que por los "
        "las con del una nos les tras "
    ).split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A concept named at ``text[start:end]``."""

    concept: Concept
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """A term and what it means in plain words, in English and, where given, in Spanish."""

    term: str
    plain: str
    wordings: tuple[str, ...] = ()
    spanish_term: str | None = None
    spanish_plain: str | None = None


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """Squeezed text, the offset of each of its characters, and which of them start or end a word."""

    text: str
    offsets: tuple[int, ...]
    starts: frozenset[int]
    ends: frozenset[int]


def _is_sign(text: str, position: int) -> bool:
    """True for the minus of "ABC- " or "ER−/": glued to a word before, nothing glued after."""
    before = position > 0 and text[position - 1].isalnum()
    after = position + 1 < len(text) and text[position + 1].isalnum()
    return before and not after and not text[max(0, position - 2) : position].isalpha()


def _is_state_sign(text: str, position: int) -> bool:
    """As ``_is_sign``, and for short upper-case names such as "ER-" too."""
    if _is_sign(text, position):
        return True
    after = position + 1 < len(text) and text[position + 1].isalnum()
    return not after and position > 1 and text[position - 2 : position].isupper()


@lru_cache(maxsize=1024)
def _squeeze(text: str) -> _Squeezed:
    if text.isascii() and "+" not in text and _MAY_BE_SIGN.search(text) is None:
        return _squeeze_plain(text)
    kept: list[str] = []
    offsets: list[int] = []
    starts: set[int] = set()
    ends: set[int] = set()
    open_word = False
    for position, raw in enumerate(text):
        character = raw.lower()
        if len(character) != 1:
            character = character[0]
        if not character.isascii() and character.isalpha():
            character = unicodedata.normalize("NFD", character)[0]
        sign = "+" if raw == "+" else "-" if raw in _MINUS and _is_state_sign(text, position) else ""
        if character.isalnum() or (sign and open_word):
            if not open_word:
                starts.add(len(kept))
                open_word = True
            elif sign:
                ends.add(len(kept))
            kept.append(sign or character)
            offsets.append(position)
        elif open_word:
            ends.add(len(kept))
            open_word = False
    if open_word:
        ends.add(len(kept))
    return _Squeezed("".join(kept), tuple(offsets), frozenset(starts), frozenset(ends))


def _is_broken(squeezed: _Squeezed, begin: int, end: int) -> bool:
    return squeezed.offsets[end - 1] - squeezed.offsets[begin] >= end - begin


def _squeeze_plain(text: str) -> _Squeezed:
    """As ``_squeeze``, word by word: most texts hold nothing but letters, digits and what stands between words."""
    kept: list[str] = []
    offsets: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    length = 0
    for match in _PLAIN_WORD.finditer(text.lower()):
        starts.append(length)
        kept.append(match.group())
        offsets += range(match.start(), match.end())
        length = len(offsets)
        ends.append(length)
    return _Squeezed("".join(kept), tuple(offsets), frozenset(starts), frozenset(ends))


class Lexicon(Kinship):
    """Holds the concepts and finds them in text."""

    def __init__(self, concepts: Iterable[Concept] = (), glossary: Iterable[GlossaryEntry] = ()) -> None:
        """Index every wording; the first concept that claims a wording keeps it."""
        super().__init__(concepts)
        self.glossary: tuple[GlossaryEntry, ...] = tuple(glossary)
        self._exact: dict[str, str] = {}
        self._unbroken: set[str] = set()
        self._written_apart: set[str] = set()
        self._cased: dict[str, tuple[str, str]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for concept in self.concepts.values():
            self._register(concept)
        self._unbroken -= self._written_apart
        self._measure()
        words = {_squeeze(w).text for c in self.concepts.values() for w in c.wordings if w.isalpha()}
        self._single_words = sorted(key for key in words if key in self._exact and len(key) >= _CORRECTABLE)

    def _register(self, concept: Concept) -> None:
        for wording in concept.wordings:
            key = _squeeze(wording).text
            letters = [character for character in wording if character.isalpha()]
            short = len(key.rstrip("+-")) <= _SHORT or key in _EVERYDAY
            if short and letters and all(character.isupper() for character in letters) and key[-1:] not in {"+", "-"}:
                self._cased.setdefault(key, (wording, concept.concept_id))
            elif key:
                self._exact.setdefault(key, concept.concept_id)
                if len(key) <= _UNBROKEN and wording.isalpha() and wording.islower():
                    self._unbroken.add(key)
                elif not wording.isalpha():  # "co-pay" beside "copay": both are written
                    self._written_apart.add(key)

    def _measure(self) -> None:
        lengths: dict[str, set[int]] = {}
        for key in (*self._exact, *self._cased):
            lengths.setdefault(key[:_OPENING], set()).add(len(key))
        self._lengths = {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()}

    def mentions(self, text: str, *, typed: bool = False) -> tuple[Mention, ...]:
        """The concepts named in ``text``: longest match first, not overlapping, in the order of the text.

        ``typed`` reads text as people type it: short abbreviations count in lower case as well, unless they are
        everyday words.
        """
        return _find(self, text, typed)

    def _match(self, squeezed: _Squeezed, text: str, begin: int, *, typed: bool) -> tuple[str, int] | None:
        for length in self._candidates(squeezed.text[begin : begin + _OPENING]):
            end = begin + length
            key = squeezed.text[begin:end]
            concept_id = self._exact.get(key) or self._cased_match(key, text, squeezed, begin, typed=typed)
            if concept_id is None or (key in self._unbroken and _is_broken(squeezed, begin, begin + len(key))):
                continue
            stop = _word_end(squeezed, end)
            if stop is not None:
                return concept_id, stop
        return None

    def _candidates(self, opening: str) -> Iterator[int]:
        """Lengths of the wordings that a text with that opening may begin with, longest first."""
        for size in range(len(opening), 0, -1):
            yield from self._lengths.get(opening[:size], ())

    def _cased_match(self, key: str, text: str, squeezed: _Squeezed, begin: int, *, typed: bool) -> str | None:
        found = self._cased.get(key)
        if found is None:
            return None
        first, last = squeezed.offsets[begin], squeezed.offsets[begin + len(key) - 1]
        surface = text[first : last + 1]
        if any(character.isspace() for character in surface):
            return None
        plain = "".join(filter(str.isalnum, surface.lower()))  # "I'm" is the everyday "im"
        if surface.upper() == surface or (typed and plain not in _EVERYDAY):
            return found[1]
        return None

    def concepts_in(self, text: str, *, typed: bool = False) -> frozenset[str]:
        """The ids of the concepts named in ``text``."""
        return frozenset(mention.concept.concept_id for mention in self.mentions(text, typed=typed))

    def population(self, text: str, *, typed: bool = False) -> frozenset[str]:
        """The ids of the populations named in ``text``, with those that they imply."""
        named = {m.concept.concept_id for m in self.mentions(text, typed=typed) if m.concept.kind == "population"}
        return self.implied(named)

    def explain(self, text: str) -> tuple[GlossaryEntry, ...]:
        """The glossary entries whose term or one of its wordings stands in ``text``, in the glossary's order."""
        squeezed = _squeeze(text)
        return tuple(entry for entry in self.glossary if any(_stands_in(squeezed, w) for w in (entry.term, *entry.wordings)))

    def correct(self, word: str) -> str | None:
        """The lexicon's word that ``word`` most likely misspells, or None. For questions only, never for quotes.

        Same first letter, one edit (two in words of nine letters or more), no other candidate as near, and no word of
        ordinary English that means something else.
        """
        return _corrected(self, word)

    def _correct(self, word: str) -> str | None:
        key = _squeeze(word).text
        if len(key) < _CORRECTABLE or key in self._exact or not key.isalpha():
            return None
        if any(key.endswith(ending) and key[: -len(ending)] in self._exact for ending in ("s", "es")):
            return None
        allowed = 2 if len(key) >= _LONG_WORD else 1
        near = [
            (distance, candidate)
            for candidate in self._single_words
            if candidate[0] == key[0]
            and abs(len(candidate) - len(key)) <= allowed
            and (distance := DamerauLevenshtein.distance(key, candidate, score_cutoff=allowed)) <= allowed
        ]
        near.sort()
        ids = {self._exact[candidate] for distance, candidate in near if distance == near[0][0]}
        return near[0][1] if len(ids) == 1 and not is_another_word(key, near[0][1]) else None


@lru_cache(maxsize=16384)
def _corrected(lexicon: Lexicon, word: str) -> str | None:
    return lexicon._correct(word)  # noqa: SLF001 - as below


@lru_cache(maxsize=4096)
def _find(lexicon: Lexicon, text: str, typed: bool) -> tuple[Mention, ...]:
    squeezed = _squeeze(text)
    found: list[Mention] = []
    free_from = 0
    for begin in sorted(squeezed.starts):
        if begin < free_from:
            continue
        match = lexicon._match(squeezed, text, begin, typed=typed)  # noqa: SLF001 - one matcher, cached here
        if match is None:
            continue
        concept_id, stop = match
        start, end = squeezed.offsets[begin], squeezed.offsets[stop - 1] + 1
        found.append(Mention(concept=lexicon.concepts[concept_id], start=start, end=end))
        free_from = stop
    return tuple(found)


def _word_end(squeezed: _Squeezed, end: int) -> int | None:
    """Where the word that a wording ends in ends: there, or behind a plural's "s" or "es". None within a word.

    A last word of one letter has no plural: "stage I" is not in "stage is".
    """
    if end in squeezed.ends:
        return end
    if end - 1 in squeezed.starts:
        return None
    return next((stop for stop in (end + 1, end + 2) if stop in squeezed.ends and squeezed.text[end:stop] in {"s", "es"}), None)


def _stands_in(squeezed: _Squeezed, wording: str) -> bool:
    key = _squeeze(wording).text
    position = squeezed.text.find(key)
    while key and position >= 0:
        end = position + len(key)
        if position in squeezed.starts and _word_end(squeezed, end) is not None:
            return True
        position = squeezed.text.find(key, position + 1)
    return False
