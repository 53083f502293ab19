"""Abbreviations and other names that documents define themselves → concepts, so that a folder of any field is understood.

"Progression-free survival (PFS)" defines an abbreviation, "xan (Xanor)" a brand, "high blood pressure, also called hypertension"
a synonym. What the lexicon knows already is left to it: mined concepts only add.

Source: A. Schwartz, M. Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text, PSB 2003.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from assistant.lexicon import Concept, Lexicon

_BRACKETED = re.compile(r"(?P<before>[^()\[\]\n]{2,160}?)\s*\((?P<inside>[^()\n]{1,80})\)")
_ALSO = re.compile(
    r"(?P<name>[A-Za-z][\w-]*(?: [a-z][\w-]*){0,3}),? \(?(?:also (?:called|known as)|otherwise known as|formerly)\s+"
    r"(?P<other>[A-Za-z][\w-]*(?: [a-z][\w-]*){0,3})(?=[,.;)]|$)"
)
_BRAND = re.compile(r"^[A-Z][a-z]{3,}(?:[ -][A-Z][a-z]+)?(?:\s*[®™])?$")
_GENERIC = re.compile(
    r"(?P<name>[a-z][a-z-]{4,}(?: (?:alfa|beta|sodium|calcium|acid|acetate|hydrochloride|citrate|phosphate))?)\s*$", re.IGNORECASE
)
_SHORT = re.compile(r"^[A-Za-z0-9][A-Za-z0-9/+.-]{1,9}$")
_NOT_SHORT = re.compile(
    r"^(?:\d[\d.,/+-]*|[ivx]+|see|both|each|i\.e\.?|e\.g\.?|n/a|and|or|mg|ml|kg|table|figure)$", re.IGNORECASE
)
_SMALL = frozenset(
    "a an and by for from in of on or the to with per is are was were be as at that this its their these those such".split()
)
_LONGEST_PER_LETTER = 2
_MARGIN = 5


def mine_concepts(texts: Iterable[str], known: Lexicon) -> tuple[Concept, ...]:
    """The concepts that ``texts`` define and ``known`` does not hold, in the order of their names.

    Of two definitions of one abbreviation the more frequent counts; with as many of each neither does, because it is ambiguous.
    """
    shorts: dict[str, Counter[str]] = {}
    names: dict[str, Counter[str]] = {}
    for text in texts:
        for short, long in find_abbreviations(text):
            shorts.setdefault(_singular(short), Counter())[long] += 1
        for name, other in (*_brands(text), *_synonyms(text)):
            names.setdefault(name.lower(), Counter())[other] += 1
    concepts: dict[str, Concept] = {}
    for short, longs in shorts.items():
        agreed = _agreed(longs)
        if agreed and not _is_known(short, known) and not _is_known(agreed, known):
            key = _key(agreed)
            held = concepts.get(key)
            abbreviations = (*(held.abbreviations if held else ()), short)
            concepts[key] = Concept(concept_id=f"mined-{key}", kind="other", name=agreed, abbreviations=abbreviations)
    for name, others in names.items():
        new = tuple(sorted(other for other in others if not _is_known(other, known)))
        if new and not _is_known(name, known):
            key = _key(name)
            held = concepts.get(key)
            short_names = held.abbreviations if held else ()
            concepts[key] = Concept(concept_id=f"mined-{key}", kind="other", name=name, abbreviations=short_names, synonyms=new)
    return tuple(concepts[key] for key in sorted(concepts))


def with_mined(known: Lexicon, texts: Iterable[str]) -> Lexicon:
    """``known`` with what the texts define added; what it holds keeps its wordings."""
    mined = mine_concepts(texts, known)
    return Lexicon((*known.concepts.values(), *mined), known.glossary) if mined else known


def find_abbreviations(text: str) -> tuple[tuple[str, str], ...]:
    """(short, long) of the abbreviations that a text defines: "long form (SF)" and "SF (long form)", in order."""
    found = []
    for match in _BRACKETED.finditer(text):
        before, inside = match["before"].strip(), re.split(r"[;,]", match["inside"])[0].strip()
        if is_short(inside):
            if long := _long_form(inside, before):
                found.append((inside, long))
        else:
            last = before.split()[-1] if before.split() else ""
            if is_short(last) and last.upper() == last and _long_form(last, inside) == inside:
                found.append((last, inside))
    return tuple(found)


def is_short(word: str) -> bool:
    """Whether a word can be an abbreviation: two to ten characters, a capital among them, no unit and no number."""
    return (
        _SHORT.match(word) is not None
        and _NOT_SHORT.match(word) is None
        and sum(character.isupper() for character in word) >= 1
        and any(character.isalpha() for character in word)
        and not (word[0].isupper() and word[1:].islower())
    )


def _long_form(short: str, before: str) -> str | None:
    """The words at the end of ``before`` that ``short`` stands for: each of its letters in order, the first at a word's start."""
    letters = [character.lower() for character in short if character.isalnum()]
    words = re.split(r"[:;.]\s", before)[-1].split()
    most = min(len(letters) + _MARGIN, len(letters) * _LONGEST_PER_LETTER)
    candidate = " ".join(words[-most:])
    position = len(candidate)
    for number in range(len(letters) - 1, -1, -1):
        position = _find_before(candidate, letters[number], position, at_start=number == 0)
        if position < 0:
            return None
    long = candidate[position:].strip(" ,;:–-")
    first = long.split()[0].lower() if long else ""
    is_sound = (
        len(long) > len(short) and len(long.split()) <= most and first not in _SMALL and short.lower() not in long.lower().split()
    )
    return long if is_sound and len(long.split()) * 2 >= len(letters) - 1 else None


def _find_before(text: str, letter: str, position: int, *, at_start: bool) -> int:
    """The last place before ``position`` where the letter stands, at a word's start if wanted; -1 for none."""
    position -= 1
    while position >= 0:
        if text[position].lower() == letter and (not at_start or position == 0 or not text[position - 1].isalnum()):
            return position
        position -= 1
    return -1


def _brands(text: str) -> Iterable[tuple[str, str]]:
    """(name, brand) of "name (Brand)": a plain word, and a name with a capital that the sentence doesn't ask for."""
    for match in _BRACKETED.finditer(text):
        generic = _GENERIC.search(match["before"])
        for part in re.split(r"\s*(?:,|;|\bor\b|/)\s*", match["inside"]):
            brand = part.strip(" ®™")
            is_word = generic and not generic["name"][0].isupper() and generic["name"].lower() not in _SMALL
            if generic and is_word and _BRAND.match(part.strip()) and _is_drug_like(generic["name"]):
                yield generic["name"].lower(), brand


def _is_drug_like(name: str) -> bool:
    """Whether a word ends as the generic names of medicines do; a plain noun with a name behind it is none ("board (Oxford)")."""
    return _DRUG_ENDING.search(name) is not None


_DRUG_ENDING = re.compile(
    r"(?:mab|nib|stim|cillin|mycin|floxacin|azole|vir|olol|pril|tril|sartan|vastatin|dipine|gliptin|flozin|tide|parin|xaban|gatran|"
    r"prazole|triptan|setron|lukast|terol|tropium|asone|solone|sonide|onide|caine|azepam|zolam|azepine|apine|idone|tidine|cept|platin|"
    r"taxel|rubicin|limus|fenac|profen|thiazide|semide|lactone|dronate|dronic|metformin|insulin|trexate|abine|parib|ciclib|lisib)"
    r"(?: \w+)?$",
    re.IGNORECASE,
)
"""Stems that the generic names of medicines end in, of any field. Source: WHO, The use of stems in the selection of INN."""


def _synonyms(text: str) -> Iterable[tuple[str, str]]:
    """(name, other) of "name, also called other"."""
    for match in _ALSO.finditer(text):
        words = match["name"].split()
        while words and words[0].lower() in _SMALL:
            words.pop(0)
        other = re.sub(r"^(?:a|an|the) ", "", match["other"]).strip()
        if words and other.lower() != " ".join(words).lower():
            yield " ".join(words), other


def _singular(short: str) -> str:
    """An abbreviation without the s of its plural: the lexicon adds that itself."""
    return short[:-1] if short.endswith("s") and short[:-1].isupper() and len(short) > 2 else short  # noqa: PLR2004 - "As"


def _agreed(longs: Counter[str]) -> str | None:
    """The long form that most definitions give, whatever its capitals; None where two are as frequent."""
    folded: Counter[str] = Counter()
    for long, count in longs.items():
        folded[_key(long)] += count
    ranked = folded.most_common(2)
    if len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    same = [long for long in longs if _key(long) == ranked[0][0]]
    return min(same, key=lambda long: (sum(character.isupper() for character in long), long))


def _key(name: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", name.lower().removesuffix("s")))


def _is_known(wording: str, known: Lexicon) -> bool:
    """Whether the lexicon holds the very wording."""
    mentions = known.mentions(wording)
    return len(mentions) == 1 and mentions[0].start == 0 and mentions[0].end == len(wording)
