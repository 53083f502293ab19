"""Numbers as written in digits or words, English and Spanish → their value. Pure."""

from __future__ import annotations

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SPANISH = dict(zip("dos tres cuatro cinco seis siete ocho nueve diez once doce".split(), range(2, 13), strict=True))
_WORDS: dict[str, float] = {
    **{word: float(value) for value, word in enumerate(_UNITS)},
    **{word: float(value) for word, value in _TENS.items()},
    **{
        f"{ten}{joint}{unit}": float(value + _UNITS.index(unit))
        for ten, value in _TENS.items()
        for unit in _UNITS[1:10]
        for joint in "- "
    },
    **{word: float(value) for word, value in _SPANISH.items() if word != "once"},
    "hundred": 100.0,
    "a hundred": 100.0,
    "one hundred": 100.0,
    "one hundred and twenty": 120.0,
    "a hundred and twenty": 120.0,
    "dozen": 12.0,
    "a dozen": 12.0,
    "a": 1.0,
    "an": 1.0,
}
_ORDINALS = {
    "second": 2.0,
    "third": 3.0,
    "fourth": 4.0,
    "fifth": 5.0,
    "sixth": 6.0,
    "eighth": 8.0,
    "twelfth": 12.0,
    "2nd": 2.0,
    "3rd": 3.0,
    "4th": 4.0,
    "6th": 6.0,
    "12th": 12.0,
}
_SPELLED = "|".join(sorted((word for word in _WORDS if word not in {"a", "an"}), key=len, reverse=True))

# A number as a regular expression, without group. "a week" is handled where a unit must follow.
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?(?:\s+and\s+a\s+half)?|(?:{_SPELLED})(?:\s+and\s+a\s+half)?\b)"
ORDINALS = "|".join(_ORDINALS)
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


def value_of(surface: str) -> float | None:
    """The value of a number in digits or words, "other" (as in "every other week") being 2."""
    key = surface.lower().strip()
    half = 0.5 if key.endswith("and a half") else 0.0
    key = key.removesuffix("and a half").strip()
    if key == "other":
        return 2.0
    if _DIGITS.fullmatch(key):
        return float(key.replace(",", "")) + half
    found = _WORDS.get(key) or _ORDINALS.get(key)
    return None if found is None else found + half
