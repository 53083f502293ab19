"""Classes of medicines that documents name → concepts with their common members, so that what is said of a class goes for these.

A folder of any field speaks of "NSAIDs" and is asked about one by its own name. Which medicines belong to a class is general
pharmacology, the same in every field; what a lexicon says of a medicine itself stands. Pure but for the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

_FILE = Path(__file__).with_name("medicine_classes.txt")
_CLASS, _MEMBER = "drug class", "drug"


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    also: tuple[str, ...]
    members: tuple[str, ...]

    @property
    def wordings(self) -> tuple[str, ...]:
        return (self.name, *self.also)


def with_classes(known: Lexicon, texts: Iterable[str]) -> Lexicon:
    """``known`` with the classes that the texts name, and of each the common members.

    A member that no text names is ``within`` the classes: what is said of these goes for it. One that is named has statements
    of its own.
    """
    concepts = dict(known.concepts)
    named = frozenset[str]().union(*map(_classes_alone().concepts_in, lines := tuple(texts)))
    if not named:
        return known
    told = frozenset[str]().union(*map(known.concepts_in, lines))
    texts_as_one = "\n".join(lines)
    names: dict[str, tuple[Concept, list[str]]] = {}
    for entry in _entries():
        if entry.name not in named:
            continue
        held = _held(known, entry.wordings)
        one = _class_of(entry, concepts.get(held) if held else None, known)
        concepts[one.concept_id] = one
        for member in entry.members:
            names.setdefault(member, (one, []))[1].append(one.concept_id)
    for member, (_, classes) in names.items():
        held = _held(known, (member,))
        base = concepts[held] if held else Concept(concept_id=f"general-{member.replace(' ', '-')}", kind=_MEMBER, name=member)
        if base.kind == _MEMBER:
            within = () if base.concept_id in told or _says(texts_as_one, member) else tuple(classes)
            parents = tuple(dict.fromkeys((*base.parents, *(c for c in classes if c != base.concept_id))))
            concepts[base.concept_id] = replace(base, parents=parents, within=within)
    return Lexicon(concepts.values(), known.glossary)


def _says(texts: str, name: str) -> bool:
    """Whether the texts have the name as a word of its own: of a medicine that the lexicon doesn't hold it can't be asked."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", texts, re.IGNORECASE) is not None


def _class_of(entry: _Entry, held: Concept | None, known: Lexicon) -> Concept:
    """The class as a concept: the one that the lexicon holds with the wordings that it lacks, or one of its own."""
    new = tuple(one for one in entry.wordings if _held(known, (one,)) is None)
    short, long = tuple(filter(_is_short, new)), tuple(one for one in new if not _is_short(one))
    if held is None:
        own = f"general-{entry.name.lower().replace(' ', '-')}"
        return Concept(concept_id=own, kind=_CLASS, name=entry.name, abbreviations=short, synonyms=long[1:])
    return replace(held, kind=_CLASS, abbreviations=(*held.abbreviations, *short), synonyms=(*held.synonyms, *long))


def _held(known: Lexicon, wordings: Iterable[str]) -> str | None:
    """The id of what the lexicon holds by one of the very wordings, the first of them first; None if it holds none."""
    for wording in wordings:
        mentions = known.mentions(wording)
        if len(mentions) == 1 and mentions[0].start == 0 and mentions[0].end == len(wording):
            return mentions[0].concept.concept_id
    return None


def _is_short(wording: str) -> bool:
    return " " not in wording and sum(character.isupper() for character in wording) > 1


@lru_cache(maxsize=1)
def _entries() -> tuple[_Entry, ...]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(_entry(line) for line in lines if not line.startswith("#"))


def _entry(line: str) -> _Entry:
    name, also, members = (part.strip() for part in line.split("|"))
    return _Entry(name, tuple(filter(None, also.split(", "))), tuple(members.split(", ")))


@lru_cache(maxsize=1)
def _classes_alone() -> Lexicon:
    """The classes by themselves, each under its name, to find which of them a text names."""
    return Lexicon(
        Concept(
            concept_id=entry.name,
            kind=_CLASS,
            name=entry.name,
            abbreviations=tuple(filter(_is_short, entry.also)),
            synonyms=tuple(one for one in entry.also if not _is_short(one)),
        )
        for entry in _entries()
    )
