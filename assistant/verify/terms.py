"""Text → a reading: its terms in order, each with what it can match. Pure.

A term is a quantity, a date, a treatment line, a concept of the lexicon, a phrase of ``wordings.yaml`` or a plain
word; punctuation stays as terms of its own, because scope ends there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Any

from assistant.verify.dates import Date, find_dates
from assistant.verify.lines import find_lines
from assistant.verify.mentions import mentions_of
from assistant.verify.quantities import Quantity, find_quantities
from assistant.verify.tokens import Token, tokens_of
from assistant.verify.wordings import Tag, named_things, wordings
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon, Mention

_GENERIC = frozenset(("other", "care", "population", "person"))
_SHORT = 2
_ARTICLES = frozenset(("the", "a", "an"))
_NONE: frozenset[str] = frozenset()
_LONGEST = 24
# Kinds of things whose names stand at the end of other things' names.
_GOES_INTO = frozenset(("person", "route"))
_SIGNS = frozenset(("w:posit", "w:negat"))
_TEMPORAL = frozenset(("w:after", "w:befor", "w:dure"))
_SEALED = frozenset(("population", "drug", "drug class", "regimen", "gene", "test"))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sense:
    """What a term says, wherever it stands: all terms of the same words share one, so that each is looked up but once.

    ``keys`` say what it means, ``parts`` the same for each of its words; a ``filler`` states nothing by itself.
    ``named`` is what the words of its name in the lexicon say, where the text has another wording of it.
    """

    text: str
    keys: frozenset[str] = frozenset()
    parts: tuple[frozenset[str], ...] = ()
    named: tuple[frozenset[str], ...] = ()
    tags: frozenset[Tag] = frozenset()
    concept: Concept | None = None
    quantity: Quantity | None = None
    date: Date | None = None
    line: str = ""
    punctuation: bool = False
    filler: bool = False
    words: tuple[str, ...] = field(init=False, repr=False)
    _families: Mapping[str, frozenset[str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Sorts the tags by family and the text into words: the checks look at them a thousand times for one verdict."""
        object.__setattr__(self, "_families", _by_family(self.tags))
        object.__setattr__(self, "words", tuple(self.text.lower().split()))

    def has(self, family: str, name: str | None = None) -> bool:
        """True if the term carries a tag of the family (and the name)."""
        return family in self._families if name is None else name in self._families.get(family, _NONE)

    @property
    def is_group(self) -> bool:
        """Whether it names a group of patients that the lexicon knows."""
        return self.concept is not None and self.concept.kind == "population"

    def names(self, family: str) -> frozenset[str]:
        """The names of the term's tags of one family."""
        return self._families.get(family, _NONE)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Term(Sense):
    """A sense at its place in a text. Each is equal to itself alone."""

    start: int
    end: int
    sense: Sense = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Finds the sense that it shares."""
        super(Term, self).__post_init__()
        shared = self.quantity is None and self.date is None
        object.__setattr__(self, "sense", _sense(*(getattr(self, name) for name in _SHARED)) if shared else self)


_SHARED = ("text", "keys", "parts", "named", "tags", "concept", "line", "punctuation", "filler")


@lru_cache(maxsize=16384)
def _sense(*held: Any) -> Sense:
    return Sense(**dict(zip(_SHARED, held, strict=True)))


@lru_cache(maxsize=8192)
def _by_family(tags: frozenset[Tag]) -> dict[str, frozenset[str]]:
    return {family: frozenset(tag.name for tag in tags if tag.family == family) for family in {tag.family for tag in tags}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text and its terms."""

    text: str
    terms: tuple[Term, ...]


@lru_cache(maxsize=1024)
def read(text: str, lexicon: Lexicon) -> Reading:
    """The terms of ``text``, longest match first."""
    named = mentions_of(text, lexicon)
    in_names = _places(named)
    fixed = [term for term in _fixed_terms(text) if not _is_part_of_name(term, in_names)]
    taken = _places(fixed)
    mentions = {one.start: one for one in named if taken.isdisjoint(range(one.start, one.end))}
    tokens = [token for token in tokens_of(text) if token.start not in taken]
    names = (start for start, one in mentions.items() if not (_says_little(one, text) or _ends_phrase(one, tokens)))
    borders = sorted((*(term.start for term in fixed), *names, len(text) + 1))
    terms = list(fixed)
    position = 0
    while position < len(tokens):
        limit = borders[bisect_right(borders, tokens[position].start)]
        term, length = _next_term(text, tokens[position : position + _LONGEST], mentions.get(tokens[position].start), limit)
        terms.append(term)
        position += length
    return Reading(text=text, terms=tuple(sorted(terms, key=lambda term: term.start)))


def _says_little(mention: Mention, text: str) -> bool:
    """True for a name that is a filler besides ("drug"): a phrase may go on over it."""
    if mention.concept.kind != "other":
        return False
    words = tokens_of(text[mention.start : mention.end])
    tags = wordings().longest((words[0].stem,), (words[0].text.lower(),))[1] if len(words) == 1 else frozenset()
    return any(tag.family == "fillers" for tag in tags)


def _ends_phrase(mention: Mention, tokens: list[Token]) -> bool:
    """True for a name at the end of a longer name of another thing ("family doctor", "water tablet")."""
    if mention.concept.kind not in _GOES_INTO:
        return False
    first, last = (bisect_left(tokens, place, key=lambda token: token.start) for place in (mention.start, mention.end))
    if not first or first == len(tokens) or tokens[first].start != mention.start:
        return False
    run = tokens[first - 1 : last]
    length, tags = wordings().longest(tuple(token.stem for token in run), tuple(token.text.lower() for token in run))
    return length == len(run) and any(f"g:{tag.name}" in named_things() for tag in tags if tag.family == "synonyms")


def _is_part_of_name(term: Term, in_names: set[int]) -> bool:
    """True for a bare number inside a name ("stage 4")."""
    quantity = term.quantity
    if quantity is None or quantity.base or quantity.comparator:
        return False
    return not in_names.isdisjoint(range(term.start, term.end))


def _places(spans: Iterable[Term | Mention]) -> set[int]:
    """The places of a text that the spans cover, so that a long text is read in one go."""
    return set(chain.from_iterable(range(one.start, one.end) for one in spans))


def _next_term(text: str, tokens: list[Token], mention: Mention | None, limit: int) -> tuple[Term, int]:
    """The term that starts at the first token, and of how many tokens it is: a name, else a phrase, else a word."""
    first = tokens[0]
    stems, forms = _run(tokens, limit)
    length, tags = wordings().longest(stems, forms) if stems else (0, frozenset())
    if mention:
        size = max(1, sum(1 for token in tokens if token.end <= mention.end))
        own_length, own = wordings().longest(stems[:size], forms[:size]) if stems else (0, frozenset())
        own = own if own_length == size else frozenset()
        return _phrase(text, tokens[:size], own, mention.concept, end=max(mention.end, tokens[size - 1].end)), size
    if not first.stem:
        return Term(start=first.start, end=first.end, text=first.text, punctuation=True, filler=True), 1
    size = max(1, length)
    return _phrase(text, tokens[:size], tags, None, end=tokens[size - 1].end), size


def _run(tokens: list[Token], limit: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The stems and the forms up to punctuation or to where the next name or number starts."""
    run: list[Token] = []
    for token in tokens:
        if not token.stem or token.start >= limit:
            break
        run.append(token)
    return tuple(token.stem for token in run), tuple(token.text.lower() for token in run)


def _fixed_terms(text: str) -> list[Term]:
    found = [Term(start=date.start, end=date.end, text=text[date.start : date.end], date=date) for date in find_dates(text)]
    taken = _places(found)
    for line in find_lines(text):
        if taken.isdisjoint(range(line.start, line.end)):
            taken.update(range(line.start, line.end))
            keys = frozenset((f"line:{line.name}", *(("g:initial", "g:first") if line.name == "1" else ("g:later",))))
            found.append(Term(start=line.start, end=line.end, text=text[line.start : line.end], line=line.name, keys=keys))
    quantities = [quantity for quantity in find_quantities(text) if taken.isdisjoint(range(quantity.start, quantity.end))]
    return [*found, *(Term(start=one.start, end=one.end, text=text[one.start : one.end], quantity=one) for one in quantities)]


def _phrase(text: str, tokens: list[Token], tags: frozenset[Tag], concept: Concept | None, *, end: int) -> Term:
    words = [token for token in tokens if token.stem]
    parts = (*(_word_keys(token.stem) for token in words), *(_inner_phrases(words) if concept else ()))
    keys = {f"g:{tag.name}" for tag in tags if tag.family == "synonyms"}
    keys |= {f"r:{tag.name}" for tag in tags if tag.family == "routes"}
    keys |= {f"s:{tag.name}" for tag in tags if tag.family == "strength"}
    keys.add("w:" + " ".join(token.stem for token in words))
    if concept:
        keys.add(f"c:{concept.concept_id}")
    line = _line_of(concept)
    keys |= {f"line:{line}", "g:initial" if line == "1" else "g:later"} if line else set()
    denied = wordings().denies.get(tuple(token.stem for token in words))
    if denied:
        keys.add("w:" + " ".join(denied))
    if (
        concept
        and concept.kind not in _SEALED
        and sum(word.text.lower() not in _ARTICLES for word in words) <= _SHORT
        and not any(tag.family == "opposites" for tag in tags)
    ):
        tags |= {
            tag for token in words for tag in wordings().longest((token.stem,), (token.stem,))[1] if tag.family == "opposites"
        }
    start = tokens[0].start
    return Term(
        start=start,
        end=end,
        text=text[start:end],
        keys=frozenset(keys),
        parts=parts if len(parts) > 1 else (),
        named=_name_keys(concept.name) if concept and concept.kind == "population" and not concept.axis else (),
        tags=tags,
        concept=concept,
        line=line,
        filler=(concept is None or concept.kind in _GENERIC) and any(tag.family == "fillers" for tag in tags),
    )


@lru_cache(maxsize=1024)
def _name_keys(name: str) -> tuple[frozenset[str], ...]:
    """What each word of a name says, "after" and other fillers left out."""
    keys = (_word_keys(token.stem) for token in tokens_of(name) if token.stem)
    found = tuple(one for one in keys if "filler" not in one and not one & _TEMPORAL)
    return () if any(one & _SIGNS for one in found) else found


def _line_of(concept: Concept | None) -> str:
    """The line of treatment that a population stands for, "" for other names."""
    named = find_lines(concept.name) if concept and concept.kind == "population" else ()
    return named[0].name if named else ""


def _inner_phrases(words: list[Token]) -> list[frozenset[str]]:
    """What longer phrases inside a name say ("cutting-edge drugs")."""
    stems, forms = tuple(word.stem for word in words), tuple(word.text.lower() for word in words)
    found = []
    for position in range(len(words)):
        length, tags = wordings().longest(stems, forms, position)
        groups = frozenset(f"g:{tag.name}" for tag in tags if tag.family == "synonyms")
        if length > 1 and groups:
            found.append(groups | {"filler"})
    return found


@lru_cache(maxsize=32768)
def _word_keys(word: str) -> frozenset[str]:
    length, tags = wordings().longest((word,), (word,))
    keys = {"w:" + word}
    if length == 1:
        keys |= {f"g:{tag.name}" for tag in tags if tag.family == "synonyms"}
        keys |= {"filler"} if any(tag.family == "fillers" for tag in tags) else set()
    return frozenset(keys)
