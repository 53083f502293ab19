"""The verifier's general English: loads ``wordings.yaml`` into phrases of stems with tags. No model, no pydantic."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import snowballstemmer
import yaml

_WORD = re.compile(r"[^\W_]+(?:['.][^\W_]+)*")
_STEMMER = snowballstemmer.stemmer("english")
_SPLITTING = re.compile(r"\s*,\s*")


@dataclass(frozen=True, slots=True)
class Tag:
    """What a phrase is: ``family`` is a section of the file, ``name`` the entry in it."""

    family: str
    name: str


@dataclass(slots=True)
class _Phrases:
    by_first: dict[str, list[tuple[tuple[str, ...], frozenset[Tag]]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wordings:
    """Phrases by their first stem, longest first, and what a negating word denies."""

    phrases: dict[str, tuple[tuple[tuple[str, ...], frozenset[Tag]], ...]]
    denies: dict[tuple[str, ...], tuple[str, ...]]
    irregular: dict[str, str]

    def longest(self, stems: tuple[str, ...], begin: int) -> tuple[int, frozenset[Tag]]:
        """The number of stems and the tags of the longest phrase that starts at ``begin``; (0, none) without one."""
        for phrase, tags in self.phrases.get(stems[begin], ()):
            if stems[begin : begin + len(phrase)] == phrase:
                return len(phrase), tags
        return 0, frozenset()


def stem(word: str) -> str:
    """The stem of an English word in lower case; irregular forms go to the stem of their base form."""
    return _stem(word.lower())


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    base = _irregular().get(word, word)
    if base.endswith("'s"):
        base = base[:-2]
    return str(_STEMMER.stemWord(base))


@lru_cache(maxsize=1)
def _raw() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "wordings.yaml").read_text("utf-8"))
    return loaded


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    return {form.strip(): base for base, forms in _raw()["irregular"].items() for form in forms.split(",")}


def stems_of(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase's words; hyphens separate words."""
    return tuple(stem(word) for word in _WORD.findall(phrase))


def _wordings_in(value: str) -> list[str]:
    return [wording for wording in _SPLITTING.split(value.strip()) if wording]


@lru_cache(maxsize=1)
def wordings() -> Wordings:
    """The phrases of ``wordings.yaml``, loaded once."""
    raw = _raw()
    found: dict[tuple[str, ...], set[Tag]] = {}

    def register(family: str, name: str, values: str) -> None:
        for wording in _wordings_in(values):
            found.setdefault(stems_of(wording), set()).add(Tag(family, name))

    for family in ("synonyms", "negators", "strength", "conditions", "routes", "operators"):
        for name, values in raw[family].items():
            register(family, name, values)
    for family in ("fillers", "universal", "restrictive", "causes", "imperatives", "soft"):
        register(family, family, raw[family])
    for number, axis in enumerate(raw["opposites"]):
        register("opposites", f"{number}+", axis["plus"])
        register("opposites", f"{number}-", axis["minus"])
    filler = Tag("fillers", "fillers")
    for stems, tags in found.items():
        if len(stems) > 1 and all(filler in found.get((word,), ()) for word in stems) and {tag.family for tag in tags} <= {"synonyms", "soft"}:
            tags.add(filler)
        denying = any(tag.family == "negators" for word in stems for tag in found.get((word,), ()))
        if len(stems) > 1:
            tags |= {tag for word in stems for tag in found.get((word,), ()) if tag.family == "strength" or (tag.family == "opposites" and not denying and not any(own.family == "opposites" for own in tags))}
    for wording in raw["forbidding"]:
        register("forbidding", "forbidding", wording)
    by_first: dict[str, list[tuple[tuple[str, ...], frozenset[Tag]]]] = {}
    for stems, tags in found.items():
        if stems:
            by_first.setdefault(stems[0], []).append((stems, frozenset(tags)))
    phrases = {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in by_first.items()}
    denies = {stems_of(wording): stems_of(denied) for wording, denied in raw["denies"].items()}
    return Wordings(phrases=phrases, denies=denies, irregular=_irregular())
