"""Of two rows that differ by a "no" alone ("with fever", "without fever"), the one asked for: the other is for other people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.words.question_words import content_stems

_TOKEN = re.compile(r"[^\W_]+(?:['’]\w+)?")
_PREFIX = re.compile(r"\bnon[- ]?(?=\w{3})", re.IGNORECASE)
_DENIES = re.compile(r"(?:no|not|never|without|off|\w+n['’]?t|sin|nunca)$")
# What may stand between a denial and what it denies: "isn't getting any oxygen".
_BETWEEN = frozenset(
    "a an any the on at of in to yet been being be have has had having get gets getting given receive receives receiving "
    "take takes taking need needs needing known currently un una el la los las en con de a tiene recibe está".split()
)
# A question with one of these asks for both rows, or says in another way which: nothing is left out then.
_EITHER = re.compile(
    r"\b(?:or|both|either|versus|vs|compar\w*|differ\w*|before|until|pre|other|except|unless|stop\w*|free|lack\w*|nor|"
    r"o|ambos|ambas|antes|hasta|salvo|excepto|ni)\b"
)


def rows_by_denial(text: str, language: str, keys: Sequence[str]) -> list[bool]:
    """Whether each row is the one asked for, of those whose keys are alike but for a denial; all False where that isn't sure."""
    stems = [frozenset(content_stems(_spaced(key), language)) for key in keys]
    denied = [_denies(key) for key in keys]
    asked = [False] * len(keys)
    for place, named in enumerate(stems):
        alike = [other for other, it in enumerate(stems) if it == named]
        if not named or {denied[other] for other in alike} != {True, False}:
            continue
        told = _denied_in(text, language, named)
        asked[place] = told is not None and told is denied[place]
    return asked


def _spaced(text: str) -> str:
    return _PREFIX.sub("not ", text)


def _denies(key: str) -> bool:
    return any(_DENIES.match(token.lower()) for token in _TOKEN.findall(_spaced(key)))


def _denied_in(text: str, language: str, named: frozenset[str]) -> bool | None:
    """Whether the question denies what both rows name, or asks for it; None where it doesn't name it, or might mean either."""
    tokens = [token.lower() for token in _TOKEN.findall(_spaced(text))]
    places = [place for place, token in enumerate(tokens) if named & frozenset(content_stems(token, language))]
    if not named <= frozenset(content_stems(text, language)) or not places or _EITHER.search(text.lower()):
        return None
    if not any(_DENIES.match(token) for token in tokens):
        return False
    before = places[0] - 1
    while before >= 0 and tokens[before] in _BETWEEN:
        before -= 1
    return True if before >= 0 and _DENIES.match(tokens[before]) else None
