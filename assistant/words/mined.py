"""Abbreviations and other names that documents define themselves → concepts, so that a folder of any field is understood.

"Progression-free survival (PFS)" defines an abbreviation, "xan (Xanor)" a brand, "high blood pressure, also called hypertension"
a synonym. What the lexicon knows already is left to it: mined concepts only add.

Source: A. Schwartz, M. Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text, PSB 2003.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon
from assistant.words.stems import is_drug_like
from ingest.documents import Source, Statement

_INSIDE = re.compile(r"\((?P<inside>[^()\n]{1,80})\)")
_BEFORE = 160
_ALSO = re.compile(
    r",? \(?(?:also (?:called|known as|termed|named)|otherwise known as|formerly (?:called|known as))\s+(?:an? |the )?"
    r"(?P<other>[A-Za-z][\w-]*(?: [a-z][\w-]*){0,3})(?=[,.;)]|$)"
)
_NAME_WORDS = 4
_BRAND = re.compile(r"^[A-Z][a-z]{3,}(?:[ -][A-Z][a-z]+)?(?:\s*[®™])?$")
_SALT = "alfa|beta|sodium|calcium|acid|acetate|hydrochloride|citrate|phosphate"
_GENERIC = re.compile(rf"(?P<name>[a-z][a-z-]{{4,}}(?:/[a-z][a-z-]{{4,}})*(?: (?:{_SALT}))?)\s*$", re.IGNORECASE)
_HALF = re.compile(r"(?P<other>[a-z-]{5,}) (?:and|with|plus|or|\+) $", re.IGNORECASE)
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
            concepts[key] = Concept(concept_id=f"mined-{key}", kind=_kind(agreed), name=agreed, abbreviations=abbreviations)
    for name, others in names.items():
        new = tuple(sorted(other for other in others if not _is_known(other, known)))
        if new and not _is_known(name, known):
            key = _key(name)
            held = concepts.get(key)
            short_names = held.abbreviations if held else ()
            concepts[key] = Concept(
                concept_id=f"mined-{key}", kind=_kind(name), name=name, abbreviations=short_names, synonyms=new
            )
    return tuple(concepts[key] for key in sorted(concepts))


def with_mined(known: Lexicon, texts: Iterable[str]) -> Lexicon:
    """``known`` with what the texts define added; what it holds keeps its wordings."""
    mined = mine_concepts(texts, known)
    return Lexicon((*known.concepts.values(), *mined), known.glossary) if mined else known


def texts_of(statements: Iterable[Statement], sources: Iterable[Source]) -> Iterator[str]:
    """What can define a name in a library: titles, headings, lead-in lines, each once, and the statements."""
    seen: set[str] = set()
    for source in sources:
        seen.add(source.title)
        yield source.title
    for statement in statements:
        for above in (*statement.heading_path, statement.lead_in):
            if above and above not in seen:
                seen.add(above)
                yield above
        yield statement.text


def find_abbreviations(text: str) -> tuple[tuple[str, str], ...]:
    """(short, long) of the abbreviations that a text defines: "long form (SF)" and "SF (long form)", in order."""
    found = []
    for whole, bracketed in _bracketed(text):
        before, inside = whole.strip(), re.split(r"[;,]", bracketed)[0].strip()
        if is_short(inside):
            if long := _long_form(inside, before):
                found.append((inside, long))
        else:
            last = before.split()[-1] if before.split() else ""
            if is_short(last) and last.upper() == last and _long_form(last, inside) == inside:
                found.append((last, inside))
    return tuple(found)


def _bracketed(text: str) -> Iterable[tuple[str, str]]:
    """What stands before a bracket, back to another bracket or line, and what stands in it."""
    for match in _INSIDE.finditer(text) if "(" in text else ():
        yield re.split(r"[()\[\]\n]", text[max(0, match.start() - _BEFORE) : match.start()])[-1], match["inside"]


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
    letters = [character.lower() for character in _singular(short) if character.isalnum()]
    words = re.split(r"[:;.]\s", before)[-1].split()
    most = min(len(letters) + _MARGIN, len(letters) * _LONGEST_PER_LETTER)
    if (by_initials := _by_initials(letters, words)) is not None:
        return by_initials
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


def _by_initials(letters: Sequence[str], words: Sequence[str]) -> str | None:
    """The words at the end whose initials are the letters, small words between them passed over; None if they aren't."""
    start, wanted = len(words), list(letters)
    while wanted and start:
        start -= 1
        initials = [part[0].lower() for part in re.split(r"[-/]", words[start]) if part]
        if initials and initials == wanted[-len(initials) :]:
            del wanted[-len(initials) :]
        elif words[start].lower() not in _SMALL or start == len(words) - 1:
            return None
    return None if wanted or words[start].lower() in _SMALL else " ".join(words[start:]).strip(" ,;:–-")


def _find_before(text: str, letter: str, position: int, *, at_start: bool) -> int:
    """The last place before ``position`` where the letter stands, at a word's start if wanted; -1 for none."""
    position -= 1
    while position >= 0:
        if text[position].lower() == letter and (not at_start or position == 0 or not text[position - 1].isalnum()):
            return position
        position -= 1
    return -1


def _brands(text: str) -> Iterable[tuple[str, str]]:
    """(name, brand) of "name (Brand)" and "Brand (name)": the generic name of a medicine, and a name with a capital.

    "One and other (Brand)" leaves open whether the brand is both; it is left out.
    """
    for before, inside in _bracketed(text):
        generic = _GENERIC.search(before)
        opens = generic is not None and not before[: generic.start()].strip()
        if generic and _is_generic(generic["name"], opens=opens) and not _is_half(before[: generic.start()]):
            for part in re.split(r"\s*(?:,|;|\bor\b|/)\s*", inside):
                if _BRAND.match(part.strip()):
                    yield generic["name"].lower(), part.strip(" ®™")
        brand = re.search(r"(?:^|[ ,;:])([A-Z][a-z]{3,})\s*[®™]?\s*$", before)
        whole = _GENERIC.fullmatch(inside.strip())
        if brand and whole and _is_generic(whole["name"]):
            yield whole["name"].lower(), brand.group(1)


def _is_generic(name: str, *, opens: bool = False) -> bool:
    """Whether a name is a medicine's generic one: in small letters, but for the first where it ``opens`` a sentence."""
    is_small = name[0].islower() or (opens and name[1:].islower())
    return is_small and all(is_drug_like(part) for part in name.split("/"))


def _is_half(before: str) -> bool:
    """Whether another medicine stands just before, so that the name at hand is the second of two."""
    match = _HALF.search(before)
    return match is not None and is_drug_like(match["other"])


def _kind(name: str) -> str:
    return "drug" if _is_generic(name) else "other"


def _synonyms(text: str) -> Iterable[tuple[str, str]]:
    """(name, other) of "name, also called other", where it is plain at which word the name begins."""
    for match in (
        _ALSO.finditer(text) if " known as " in text or " called " in text or " termed " in text or " named " in text else ()
    ):
        before = re.split(r"[,.;:()\[\]\n]", text[max(0, match.start() - _BEFORE) : match.start()])[-1].split()
        start = max((number + 1 for number, word in enumerate(before) if word.lower() in _SMALL), default=0)
        name, other = " ".join(before[start:]), match["other"]
        is_plain = 0 < len(before) - start <= _NAME_WORDS and not _SMALL & set(other.lower().split())
        if is_plain and other.lower() != name.lower():
            yield name, other


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
