"""The domain's named things: synonyms, brand ↔ generic, abbreviations, populations, plain words. Pure.

A lexicon is loaded from YAML by ``lexicon_files.py`` and grows by what documents define themselves; nothing about any
field of medicine stands in code. Matching works on "squeezed" text: lower case, hyphens and blanks dropped, so that
"pre-menopausal", "pre menopausal" and "premenopausal" are one wording; a match starts and ends at a word's border.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from assistant.words.concepts import Concept, Kinship
from assistant.words.ordinary import is_another_word
from assistant.words.squeezed import Squeezed, is_broken, squeeze, stands_in, word_end

_SHORT = 3
# Short words are not put together of two: "got a" is no "gota".
_UNBROKEN = 5
_OPENING = 4
_CORRECTABLE = 6
_LONG_WORD = 9
_OBLIGED = re.compile(r"(?:(?<=\bhave)|(?<=\bhas)|(?<=\bgot))\s+to\b", re.IGNORECASE)
"""Behind a wording that ends in "have" it gives that another meaning: "how long do I have to take it"."""

# "In a symptomatic patient" names no asymptomatic one, nor does "uno o varios" name ovaries.
_WORDS_OF_A_LETTER = frozenset("aeoyu")

# Short words of everyday English and Spanish that are abbreviations only when typed in capitals.
_EVERYDAY = frozenset(
    (
        "ac ad al am an ar as at ax be bi by da de di do dr ec el em en er es et ex go ha he hi hr id if im in is it ki "
        "la le lo ma me mi mm mo my na ne no nu of oh ok on or ox pa pi po pr pt re si so ta te to tu un up us we ya ye "
        "yo all and are can for had has her him his may not now our out sea see she the two was who why you que por los "
        "las con del una nos les tras ish "
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
    """A term and what it means in plain words, in English and, where given, in Spanish.

    ``also`` are further plain words that are true of it: a draft may explain the term so. ``common`` terms need no
    explanation on the screen.
    """

    term: str
    plain: str
    wordings: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    common: bool = False
    spanish_term: str | None = None
    spanish_plain: str | None = None


class Lexicon(Kinship):
    """Holds the concepts and finds them in text."""

    def __init__(self, concepts: Iterable[Concept] = (), glossary: Iterable[GlossaryEntry] = ()) -> None:
        """Index every wording; the first concept that claims a wording keeps it."""
        super().__init__(concepts)
        self.glossary: tuple[GlossaryEntry, ...] = tuple(glossary)
        self._exact: dict[str, str] = {}
        self._unbroken: set[str] = set()
        self._words: set[str] = set()
        self._written_apart: set[str] = set()
        self._cased: dict[str, tuple[str, str]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for concept in self.concepts.values():
            self._register(concept)
        self._unbroken -= self._written_apart
        self._words -= self._written_apart
        self._measure()
        words = {squeeze(w).text for c in self.concepts.values() for w in c.wordings if w.isalpha()}
        self._single_words = sorted(key for key in words if key in self._exact and len(key) >= _CORRECTABLE)

    def _register(self, concept: Concept) -> None:
        for wording in concept.wordings:
            key = squeeze(wording).text
            letters = [character for character in wording if character.isalpha()]
            short = len(key.rstrip("+-")) <= _SHORT or key in _EVERYDAY
            if short and letters and all(character.isupper() for character in letters) and key[-1:] not in {"+", "-"}:
                self._cased.setdefault(key, (wording, concept.concept_id))
            elif key:
                self._exact.setdefault(key, concept.concept_id)
                if wording.isalpha():
                    self._words.add(key)
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

    def _match(self, squeezed: Squeezed, text: str, begin: int, *, typed: bool) -> tuple[str, int] | None:
        for length in self._candidates(squeezed.text[begin : begin + _OPENING]):
            end = begin + length
            key = squeezed.text[begin:end]
            concept_id = self._exact.get(key) or self._cased_match(key, text, squeezed, begin, typed=typed)
            if concept_id is None or (key in self._unbroken and is_broken(squeezed, begin, begin + len(key))):
                continue
            if key in self._words and key[0] in _WORDS_OF_A_LETTER and _is_word_of_a_letter(squeezed, text, begin):
                continue
            stop = word_end(squeezed, end)
            if stop is not None and not (key not in self._exact and stop - end > 1):  # "hives" is no plural of "HIV"
                return concept_id, stop
        return None

    def _candidates(self, opening: str) -> Iterator[int]:
        """Lengths of the wordings that a text with that opening may begin with, longest first."""
        for size in range(len(opening), 0, -1):
            yield from self._lengths.get(opening[:size], ())

    def _cased_match(self, key: str, text: str, squeezed: Squeezed, begin: int, *, typed: bool) -> str | None:
        found = self._cased.get(key)
        if found is None:
            return None
        first, last = squeezed.offsets[begin], squeezed.offsets[begin + len(key) - 1]
        surface = text[first : last + 1]
        if any(character.isspace() for character in surface):
            return None
        plain = "".join(filter(str.isalnum, surface.lower()))  # "I'm" is the everyday "im"
        accented = not plain.isascii() and found[0].isascii()  # an accent makes a word of it: "mía" is no "MIA"
        if surface.upper() == surface or (typed and plain not in _EVERYDAY and not accented):
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
        squeezed = squeeze(text)
        shown = (entry for entry in self.glossary if not entry.common)
        return tuple(entry for entry in shown if any(stands_in(squeezed, w) for w in (entry.term, *entry.wordings)))

    def correct(self, word: str) -> str | None:
        """The lexicon's word that ``word`` most likely misspells, or None. For questions only, never for quotes.

        Same first letter, one edit (two in words of nine letters or more), no other candidate as near, and no word of
        ordinary English that means something else.
        """
        return _corrected(self, word)

    def _correct(self, word: str) -> str | None:
        key = squeeze(word).text
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


def _is_word_of_a_letter(squeezed: Squeezed, text: str, begin: int) -> bool:
    """Whether a blank stands behind the character: "a symptomatic", not "a-symptomatic"."""
    return text[squeezed.offsets[begin] + 1 : squeezed.offsets[begin + 1]].isspace()


@lru_cache(maxsize=16384)
def _corrected(lexicon: Lexicon, word: str) -> str | None:
    return lexicon._correct(word)  # noqa: SLF001 - as below


@lru_cache(maxsize=4096)
def _find(lexicon: Lexicon, text: str, typed: bool) -> tuple[Mention, ...]:
    squeezed = squeeze(text)
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
        if _OBLIGED.match(text, end):
            continue
        found.append(Mention(concept=lexicon.concepts[concept_id], start=start, end=end))
        free_from = stop
    return tuple(found)
