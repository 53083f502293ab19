"""A title for a page whose capture lost it: its most repeated phrase, and the aspect it treats."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from ingest.patterns import word_set

_ASPECTS = word_set(
    """
    treatment treatments diagnosis symptoms prevention screening causes management staging surgery dosing monitoring vaccination
    rehabilitation prognosis tratamiento diagnóstico síntomas prevención
    """
)
_ASPECT_OF = {"treatments": "treatment"}
_STOP = word_set(
    """
    a an and are as at be been by can could do does for from has have how if in into is it its may might more most no not of on or
    other others some such than that the their them then there these they this those to used using very was were what when where
    which who will with would you your el la los las de del en y o un una que se con por para es son al lo su sus como más
    """
)
_LONGEST = 4
_LEAST = 3
_LONGER_SHARE = 0.2


def infer_title(body: str, path: Path) -> str:
    """A title such as "Treatment of heart failure" from the words of ``body``; from the file's name if it repeats nothing."""
    phrase = _topic(body)
    if not phrase:
        return re.sub(r"[-_]+", " ", path.stem).strip() or path.name
    counts = Counter(word for word in re.findall(r"[^\W\d_]+", body.lower()) if word in _ASPECTS)
    aspect = counts.most_common(1)[0][0] if counts else ""
    if aspect and aspect not in phrase.lower() and counts[aspect] >= _LEAST:
        return f"{_ASPECT_OF.get(aspect, aspect).capitalize()} of {phrase}"
    return phrase[0].upper() + phrase[1:]


def _topic(body: str) -> str:
    """The phrase of two to four words that weighs most by how often and how long it is, as it is written most often."""
    counts: Counter[tuple[str, ...]] = Counter()
    spelling: dict[tuple[str, ...], Counter[str]] = {}
    for sentence in re.split(r"[.!?;:()\n,]+", body):
        words = re.findall(r"[^\W_][\w'’-]*", sentence)
        for size in range(2, _LONGEST + 1):
            for start in range(len(words) - size + 1):
                piece = words[start : start + size]
                key = tuple(word.lower() for word in piece)
                if (
                    piece[0][0].isdigit()
                    or key[0] in _STOP
                    or key[-1] in _STOP
                    or key[0] in _ASPECTS
                    or any(word in _STOP for word in key)
                ):
                    continue
                counts[key] += 1
                spelling.setdefault(key, Counter())[" ".join(piece)] += 1
    candidates = [key for key, count in counts.items() if count >= _LEAST]
    if not candidates:
        return ""
    best = max(candidates, key=lambda key: (counts[key], len(key)))
    for size in range(len(best) + 1, _LONGEST + 1):
        # The longest form of the phrase that is still met often: "heart failure" → "chronic heart failure".
        longer = [key for key in candidates if len(key) == size and _holds(key, best)]
        if longer and counts[most := max(longer, key=lambda key: counts[key])] >= _LONGER_SHARE * counts[best]:
            best = most
    # A phrase that opens a sentence has a capital there: the spelling from within a sentence is the true one.
    return max(spelling[best], key=lambda written: (written[0].islower(), spelling[best][written]))


def _holds(longer: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    return any(longer[start : start + len(phrase)] == phrase for start in range(len(longer) - len(phrase) + 1))
