"""Text → a reading: its terms in order, each with what it can match. Pure.

A term is a quantity, a date, a treatment line, a concept of the lexicon, a phrase of ``wordings.yaml`` or a plain
word; punctuation stays as terms of its own, because scope ends there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.lexicon import Concept, Lexicon, Mention
from assistant.verify.dates import Date, find_dates
from assistant.verify.folding import fold
from assistant.verify.lines import find_lines
from assistant.verify.quantities import Quantity, find_quantities
from assistant.verify.wordings import Tag, stem, wordings

_TOKEN = re.compile(r"[^\W_]+(?:['.][^\W_]+)*\+?|[,;:()\[\]—+/&≥≤<>]|(?<=\s)-(?=\s)|\.(?=\s|$)|[?!]|\n")


_GENERIC = frozenset(("other", "care", "population"))
_SHORT = 2
_SEALED = frozenset(("population", "drug", "drug class", "regimen", "gene", "test"))
_SPEAKING = frozenset(("negators", "universal", "restrictive", "strength"))
_OR_NOT = re.compile(r"\b(?:with|whether|symptomatic)\s+or\s+$", re.IGNORECASE)
_LATER = re.compile(r"(?:after|upon|on|following|at)\s", re.IGNORECASE)
_WITHOUT = re.compile(r"without|no\b|not\b", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:\+|/|,|\bplus\b|\band\b|\bwith\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term. ``keys`` say what it means; ``inner`` the same for each of its words; ``parts`` word by word."""

    start: int
    end: int
    text: str
    keys: frozenset[str] = frozenset()
    parts: tuple[frozenset[str], ...] = ()
    tags: frozenset[Tag] = frozenset()
    concept: Concept | None = None
    quantity: Quantity | None = None
    date: Date | None = None
    line: str = ""
    punctuation: bool = False

    @property
    def filler(self) -> bool:
        """True if the term states nothing by itself."""
        generic = self.concept is None or self.concept.kind in _GENERIC
        return self.punctuation or (generic and any(tag.family == "fillers" for tag in self.tags))

    def has(self, family: str, name: str | None = None) -> bool:
        """True if the term carries a tag of the family (and the name)."""
        return any(tag.family == family and (name is None or tag.name == name) for tag in self.tags)

    def names(self, family: str) -> frozenset[str]:
        """The names of the term's tags of one family."""
        return frozenset(tag.name for tag in self.tags if tag.family == family)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text and its terms."""

    text: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    stem: str


@lru_cache(maxsize=8192)
def read(text: str, lexicon: Lexicon) -> Reading:
    """The terms of ``text``, longest match first."""
    folded = fold(text)
    fixed = _fixed_terms(text)
    named = _mentions(text, lexicon)
    fixed = [
        term
        for term in fixed
        if not (
            term.quantity
            and not term.quantity.base
            and not term.quantity.comparator
            and any(one.start < term.end and term.start < one.end for one in named)
        )
    ]
    mentions = {
        mention.start: mention
        for mention in named
        if not any(mention.start < term.end and term.start < mention.end for term in fixed)
    }
    tokens = [
        _Token(found.start(), found.end(), found[0], stem(found[0]) if found[0][0].isalnum() else "")
        for found in _TOKEN.finditer(folded)
        if not any(term.start <= found.start() < term.end for term in fixed)
    ]
    terms: list[Term] = list(fixed)
    position = 0
    borders = sorted((*(term.start for term in fixed), *mentions))
    while position < len(tokens):
        token = tokens[position]
        mention = mentions.get(token.start)
        limit = next((start for start in borders if start > token.start), len(text) + 1)
        stems, forms = _run(tokens, position, limit)
        length, tags = wordings().longest(stems, forms) if stems else (0, frozenset())
        mention_length = sum(
            1 for other in tokens[position:] if mention and other.end <= mention.end and other.start >= mention.start
        )
        if mention and length < mention_length:
            length, tags = 0, frozenset()
        if mention and mention_length >= length:
            chosen = tokens[position : position + max(1, mention_length)]
            own = tags if length == mention_length else frozenset()
            terms.append(_phrase(text, chosen, own, mention.concept, end=max(mention.end, chosen[-1].end)))
            position += max(1, mention_length)
        elif not token.stem:
            terms.append(Term(start=token.start, end=token.end, text=token.text, punctuation=True))
            position += 1
        else:
            chosen = tokens[position : position + max(1, length)]
            terms.append(_phrase(text, chosen, tags, None, end=chosen[-1].end))
            position += max(1, length)
    return Reading(text=text, terms=tuple(sorted(terms, key=lambda term: term.start)))


def _mentions(text: str, lexicon: Lexicon) -> list[Mention]:
    """The lexicon's mentions; regimens are taken apart, and mentions that hold a "not" or "only" are left to the words."""
    found: list[Mention] = []
    for mention in lexicon.mentions(text):
        surface = text[mention.start : mention.end]
        pieces = _apart(surface, mention, lexicon) if mention.concept.kind == "regimen" else []
        if pieces:
            found.extend(pieces)
        elif mention.concept.kind == "population" and not mention.concept.axis and _LATER.match(surface):
            continue
        elif _OR_NOT.search(text[: mention.start]) and _WITHOUT.match(surface):
            continue
        elif mention.concept.kind == "population" or not _speaks(surface):
            found.append(mention)
    return found


def _apart(surface: str, mention: Mention, lexicon: Lexicon) -> list[Mention]:
    bounds = [0, *(edge for joint in _JOINED.finditer(surface) for edge in joint.span()), len(surface)]
    found = []
    for begin, end in zip(bounds[::2], bounds[1::2], strict=True):
        inner = lexicon.mentions(surface[begin:end])
        if not inner:
            return []
        found.extend(
            Mention(concept=one.concept, start=mention.start + begin + one.start, end=mention.start + begin + one.end)
            for one in inner
        )
    return found if len(found) > 1 else []


@lru_cache(maxsize=4096)
def _speaks(surface: str) -> bool:
    """True if a word of the surface denies or limits, so that the concept alone would not say it."""
    words = tuple(token.lower() for token in _TOKEN.findall(fold(surface)) if token[0].isalnum())
    stems = tuple(stem(word) for word in words)
    for position in range(len(stems)):
        length, tags = wordings().longest(stems, words, position)
        if length and any(tag.family in _SPEAKING for tag in tags):
            return True
    return False


def _run(tokens: list[_Token], position: int, limit: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The stems and the forms from ``position`` on, up to punctuation or the next fixed term."""
    run: list[_Token] = []
    for token in tokens[position : position + 9]:
        if not token.stem or token.start >= limit:
            break
        run.append(token)
    return tuple(token.stem for token in run), tuple(token.text.lower() for token in run)


def _fixed_terms(text: str) -> list[Term]:
    found: list[Term] = []

    def free(start: int, end: int) -> bool:
        return all(end <= term.start or start >= term.end for term in found)

    found.extend(Term(start=date.start, end=date.end, text=text[date.start : date.end], date=date) for date in find_dates(text))
    for line in find_lines(text):
        if free(line.start, line.end):
            keys = frozenset((f"line:{line.name}", *(("g:initial", "g:first") if line.name == "1" else ("g:later",))))
            found.append(Term(start=line.start, end=line.end, text=text[line.start : line.end], line=line.name, keys=keys))
    for quantity in find_quantities(text):
        if free(quantity.start, quantity.end):
            found.append(
                Term(start=quantity.start, end=quantity.end, text=text[quantity.start : quantity.end], quantity=quantity)
            )
    return found


def _phrase(text: str, tokens: list[_Token], tags: frozenset[Tag], concept: Concept | None, *, end: int) -> Term:
    words = [token for token in tokens if token.stem]
    parts = (*(_word_keys(token.stem) for token in words), *(_inner_phrases(words) if concept else ()))
    keys = {f"g:{tag.name}" for tag in tags if tag.family == "synonyms"}
    keys |= {f"r:{tag.name}" for tag in tags if tag.family == "routes"}
    keys |= {f"s:{tag.name}" for tag in tags if tag.family == "strength"}
    keys.add("w:" + " ".join(token.stem for token in words))
    if concept:
        keys.add(f"c:{concept.concept_id}")
    line = ""
    if concept and concept.kind == "population":
        named = find_lines(concept.name)
        line = named[0].name if named else ""
        keys |= {f"line:{line}", "g:initial" if line == "1" else "g:later"} if line else set()
    denied = wordings().denies.get(tuple(token.stem for token in words))
    if denied:
        keys.add("w:" + " ".join(denied))
    if concept and concept.kind not in _SEALED and len(words) <= _SHORT and not any(tag.family == "opposites" for tag in tags):
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
        tags=tags,
        concept=concept,
        line=line,
    )


def _inner_phrases(words: list[_Token]) -> list[frozenset[str]]:
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
