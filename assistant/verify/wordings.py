"""The verifier's general English: loads ``wordings.yaml`` and ``words/`` into phrases of stems with tags. No model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
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


Phrases = dict[str, tuple[tuple[int, ...], dict[tuple[str, ...], frozenset[Tag]]]]
"""For each first word the lengths of the phrases that begin with it, longest first, and these with their tags."""

_NO_PHRASES: tuple[tuple[int, ...], dict[tuple[str, ...], frozenset[Tag]]] = ((), {})

# Axes that a longer phrase takes from its words ("less likely").
_PARTICLES = frozenset(("up", "down"))  # part of a verb ("turn up"), no direction
_INHERITED = frozenset(("amount", "quality", "length", "likelihood"))

# "Put off", "come off", "hold off": each word states nothing by itself, but what is delayed or stopped is told.
_STATING = frozenset(
    "delay withhold stop interrupt avoid relapse failure stops_working cure unacceptable access restart refer inform return "
    "review repeat wait carry insert k_insert take_out remove k_lie_down twice thrice morning always holiday refuse tolerate "
    "excess spread hallucinate diarrhoea exercise old_age naive pretreated".split()
)

# "Of use", "no use": words that state nothing by themselves, but do together.
_IDIOMS = frozenset(("use",))
# What such a word opens is often an idiom: "for good", "at length".
_OPENING = frozenset("for at in on by".split())

# Families that are matched on the very form of a word: "reasonable" weighs a recommendation, "reason" does not.
_EXACT = frozenset(
    ("strength", "negators", "universal", "restrictive", "conditions", "causes", "forbidding", "imperatives", "quantifiers")
)


@dataclass(frozen=True, slots=True)
class Wordings:
    """Phrases by their first stem, longest first, and what a negating word denies."""

    phrases: Phrases
    exact: Phrases
    denies: dict[tuple[str, ...], tuple[str, ...]]

    def longest(self, stems: tuple[str, ...], words: tuple[str, ...], begin: int = 0) -> tuple[int, frozenset[Tag]]:
        """The number of words and the tags of the longest phrase at ``begin``; (0, none) without one."""
        by_stem = _first(self.phrases, stems, begin)
        by_form = _first(self.exact, words, begin)
        if by_stem[0] == by_form[0]:
            return by_stem[0], by_stem[1] | by_form[1]
        return max(by_stem, by_form, key=lambda found: found[0])


def _first(phrases: Phrases, words: tuple[str, ...], begin: int) -> tuple[int, frozenset[Tag]]:
    lengths, entries = phrases.get(words[begin], _NO_PHRASES)
    for length in lengths:
        tags = entries.get(words[begin : begin + length]) if begin + length <= len(words) else None
        if tags is not None:
            return length, tags
    return 0, frozenset()


def stem(word: str) -> str:
    """The stem of an English word in lower case; irregular forms go to the stem of their base form."""
    return _stem(word.lower())


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    base = _irregular().get(word, word)
    base = base.removesuffix("'s")
    return str(_STEMMER.stemWord(base))


@lru_cache(maxsize=1)
def _raw() -> dict[str, Any]:
    """``wordings.yaml``, to which the files of ``words/`` add."""
    folder = Path(__file__).parent
    loaded: dict[str, Any] = _load(folder / "wordings.yaml")
    for path in sorted((folder / "words").glob("*.yaml")):
        for family, added in _load(path).items():
            if isinstance(added, str):
                loaded[family] = f"{loaded[family]}, {added}"
                continue
            if isinstance(added, list):
                loaded[family] = [*loaded[family], *added]
                continue
            for name, values in added.items():
                loaded[family][name] = ", ".join(filter(None, (loaded[family].get(name), values)))
    return loaded


@lru_cache(maxsize=1)
def named_troubles() -> frozenset[str]:
    """The keys of what ``words/complaints.yaml`` names: parts of the body and its troubles."""
    return _keys_of("complaints")


@lru_cache(maxsize=1)
def named_things() -> frozenset[str]:
    """The keys of what the lists of complaints, of everyday words and of the clinic name: each a thing by all of its names."""
    return named_troubles() | _keys_of("everyday") | _keys_of("clinic")


def _keys_of(words: str) -> frozenset[str]:
    return frozenset(f"g:{name}" for name in _load(Path(__file__).parent / "words" / f"{words}.yaml")["synonyms"])


@lru_cache(maxsize=32)
def _load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    return {form.strip(): base for base, forms in _raw()["irregular"].items() for form in forms.split(",")}


def stems_of(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase's words; hyphens separate words."""
    return tuple(stem(word) for word in _WORD.findall(phrase))


def forms_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase in lower case; hyphens separate words."""
    return tuple(_WORD.findall(phrase.lower()))


@lru_cache(maxsize=16384)
def asked(keys: frozenset[str]) -> frozenset[str]:
    """The keys under which a term of a claim may be said: not those of groups that say less than its word."""
    return keys.difference(*(_bound("narrower").get(key, ()) for key in keys))


@lru_cache(maxsize=16384)
def told(keys: frozenset[str]) -> frozenset[str]:
    """The keys of what a term of the evidence says: not those of groups that say more than its word, or something else."""
    return keys.difference(*(_bound("wider").get(key, ()) for key in keys))


@lru_cache(maxsize=2)
def _bound(family: str) -> dict[str, frozenset[str]]:
    """For the key of each word that stands in groups one way only the keys of these."""
    found: dict[str, set[str]] = {}
    for group, values in _raw()[family].items():
        for wording in _wordings_in(values):
            found.setdefault("w:" + " ".join(stems_of(wording)), set()).add(f"g:{group}")
    return {word: frozenset(groups) for word, groups in found.items()}


def _wordings_in(value: str) -> list[str]:
    return [wording for wording in _SPLITTING.split(value.strip()) if wording]


@lru_cache(maxsize=1)
def wordings() -> Wordings:
    """The phrases of ``wordings.yaml``, loaded once."""
    raw = _raw()
    by_stem: dict[tuple[str, ...], set[Tag]] = {}
    by_form: dict[tuple[str, ...], set[Tag]] = {}
    ends = {stems_of(wording) for axis in raw["opposites"] for end in ("plus", "minus") for wording in _wordings_in(axis[end])}
    for family, name, values in _entries(raw):
        table = by_form if family in _EXACT else by_stem
        for wording in _wordings_in(values):
            key = forms_of(wording) if family in _EXACT else stems_of(wording)
            table.setdefault(key, set()).add(Tag(family, name))
            if (family == "synonyms" or family in _EXACT) and len(key) > 1:
                _inherit(table[key], forms_of(wording), raw, directed=key[0] not in _OPENING or stems_of(wording) not in ends)
    filler = Tag("fillers", "fillers")
    for stems, tags in by_stem.items():
        if (
            len(stems) > 1
            and not _IDIOMS & set(stems)
            and all(filler in by_stem.get((word,), ()) for word in stems)
            and {tag.family for tag in tags} <= {"synonyms", "soft"}
            and not {tag.name for tag in tags if tag.family == "synonyms"} <= _STATING
        ):
            tags.add(filler)
    denies = {stems_of(wording): stems_of(denied) for wording, denied in raw["denies"].items()}
    return Wordings(phrases=_sorted(by_stem), exact=_sorted(by_form), denies=denies)


def _entries(raw: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for family in ("synonyms", "negators", "strength", "conditions", "routes", "operators", "quantifiers"):
        yield from ((family, name, values) for name, values in raw[family].items())
    for family in ("fillers", "universal", "restrictive", "causes", "imperatives", "soft", "telling", "forbidding"):
        yield family, family, raw[family]
    for axis in raw["opposites"]:
        yield "opposites", f"{axis['axis']}+", axis["plus"]
        yield "opposites", f"{axis['axis']}-", axis["minus"]


def _inherit(tags: set[Tag], words: tuple[str, ...], raw: dict[str, Any], *, directed: bool) -> None:
    """A longer phrase keeps the strength and the direction of its words, unless one of them denies.

    Only the strength where it is not ``directed`` by its words: "for good" is itself an end of an axis, and nothing good.
    """
    if any(word in _single(raw, "negators") for word in words):
        return
    for word in words:
        if word in _PARTICLES:
            continue
        tags |= {Tag("strength", name) for name in _single(raw, "strength").get(word, ())}
        if directed:
            tags |= {Tag("opposites", name) for name in _axes(raw).get(stem(word), ())}


_TABLES: dict[str, dict[str, tuple[str, ...]]] = {}


def _single(raw: dict[str, Any], family: str) -> dict[str, tuple[str, ...]]:
    """The single words of a family with the names of their entries."""
    if family not in _TABLES:
        found: dict[str, tuple[str, ...]] = {}
        for name, values in raw[family].items():
            for wording in _wordings_in(values):
                found[wording] = (*found.get(wording, ()), name)
        _TABLES[family] = found
    return _TABLES[family]


def _axes(raw: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    if "opposites" not in _TABLES:
        found: dict[str, tuple[str, ...]] = {}
        for axis in raw["opposites"]:
            if axis["axis"] not in _INHERITED:
                continue
            for sign, side in (("+", "plus"), ("-", "minus")):
                for stems in (stems_of(wording) for wording in _wordings_in(axis[side])):
                    if len(stems) == 1:
                        found[stems[0]] = (*found.get(stems[0], ()), f"{axis['axis']}{sign}")
        _TABLES["opposites"] = found
    return _TABLES["opposites"]


def _sorted(table: dict[tuple[str, ...], set[Tag]]) -> Phrases:
    by_first: dict[str, dict[tuple[str, ...], frozenset[Tag]]] = {}
    for words, tags in table.items():
        if words:
            by_first.setdefault(words[0], {})[words] = frozenset(tags)
    return {
        first: (tuple(sorted({len(words) for words in entries}, reverse=True)), entries) for first, entries in by_first.items()
    }
