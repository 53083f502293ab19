"""Does a text say a fact? Wordings are compared after units, ranges, hyphens and spellings have been made alike. Pure.

A wording is what a person would type: ``120 mg & every 4 weeks|q4w``. ``&`` joins parts that must all occur in the same
claim, ``|`` parts alternatives, and a ``*`` at the end of a word stands for any ending. Numbers match as wholes: "5 mg"
occurs neither in "25 mg" nor in "18.5 mg", "4 months" not in "2-4 months", "4 mg" not in "4 mg/kg".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NUMBER_WORDS = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))
_UNITS = "mg|g|kg|mcg|µg|ml|gy|months?|weeks?|days?|years?|hours?|h|cycles?|lines?"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\[\d+\]|\\|\*\*|[“”\"]", " "),
        (r"[‘’]", "'"),
        (r"[‐‑‒–—−]", "-"),
        (r"²", "2"),
        (r"n't\b", " not"),
        (r"\bcannot\b", "can not"),
        (rf"\b({'|'.join(_NUMBER_WORDS)})\b", "<number>"),
        (r"(\d)\s*(?:per cent|percent|%)", r"\1%"),
        (r"(\d)%?\s*(?:-|\bto\b|\band\b(?=\s*\d+%))\s*(\d)", r"\1-\2"),
        (r"\b(\d+(?:\.\d+)?)\s*-?\s*(" + _UNITS + r")\b", r"\1 \2"),
        (r"\b(mg|g|mcg|ml)\s*(?:per|/)\s*(m2|kg|ml|day|week)\b", r"\1/\2"),
        (r"\bintravenous(?:ly)?\b", "iv"),
        (r"\bsubcutaneous(?:ly)?\b", "sc"),
        (r"\bq(\d+)w\b|\b(\d+)[- ]weekly\b", r"every \1\2 weeks"),
        (r"\b(?:once a|once every|every|each) week\b|\bonce weekly\b", "weekly"),
        (r"\b(?:once a|every|each) month\b|\bonce monthly\b", "monthly"),
        (r"\b(hr|er|pr|her2|hormone receptor|ihc 3)\s?\+", r"\1 positive"),
        (r"\b(hr|er|pr|her2)-(?=[\s/,.;:)]|$)", r"\1 negative"),
        (r"\boe(?=str|d)", "e"),
        (r"aem(?=i)", "em"),
        (r"\b(tum|fav|col|behavi)our", r"\1or"),
        (r"\borthopaed", "orthoped"),
        (r"\b(pre|post|non|multi)[- ](?=[a-z]{4})", r"\1"),
        (r"(?<!\d)-|-(?!\d)", " "),
        (r"\s+", " "),
    )
)
_ENDS_IN_UNIT = re.compile(r"\d (?:mg|g|mcg|ml)$")
_PLURAL_FROM = 3


@lru_cache(maxsize=65536)
def normalise(text: str) -> str:
    """``text`` in one spelling: lower case, digits, "60-100 mg/m2", "every 3 weeks", "her2 positive", no markers."""
    text = unicodedata.normalize("NFC", text).lower()
    for pattern, replacement in _RULES:
        if replacement == "<number>":
            text = pattern.sub(lambda word: str(_NUMBER_WORDS[word[1]]), text)
        else:
            text = pattern.sub(replacement, text)
    return text.strip()


@lru_cache(maxsize=65536)
def _pattern(phrase: str) -> re.Pattern[str]:
    phrase = normalise(phrase)
    words = []
    for word in phrase.split():
        if word.endswith("*"):
            words.append(re.escape(word[:-1]) + r"\w*")
        elif word.isalpha() and len(word) >= _PLURAL_FROM:
            stem = word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
            words.append(re.escape(stem) + r"(?:es|s)?")
        else:
            words.append(re.escape(word))
    end = r"(?!\w)(?![.,]\d)(?!-\d)" + ("(?!/)" if _ENDS_IN_UNIT.search(phrase) else "")
    return re.compile(r"(?<!\w)(?<!\d[.,\-/])" + " ?".join(words) + end)


def says(wording: str, text: str) -> bool:
    """True if every ``&`` part of ``wording`` occurs in ``text`` in one of its ``|`` alternatives."""
    text = normalise(text)
    return all(any(_pattern(choice.strip()).search(text) for choice in part.split("|")) for part in wording.split("&"))


def parts(wording: str) -> tuple[tuple[str, ...], ...]:
    """The alternatives of each part of a wording, stripped; an empty one shows a slip such as "a & "."""
    return tuple(tuple(choice.strip() for choice in part.split("|")) for part in wording.split("&"))
