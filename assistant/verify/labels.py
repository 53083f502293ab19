"""The label before a colon: "Timing: …" names what the next words say and states nothing itself. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.verify.matching import Match
from assistant.verify.terms import Term
from assistant.verify.wordings import forms_of

_MOST = 5
_SITE = "site"
_JOINING = frozenset(("and", "or", "of", "the", "y", "de"))
_ENDS = frozenset((".", ";", "\n", "?", "!"))


def is_label(match: Match, index: int) -> bool:
    """True for a word of a label that no cited words need say: a heading word ("route", "monitoring"), an organ.

    A label that names a group, an illness, a test or a treatment is no mere label: it says what the rest holds for.
    """
    terms = match.claim.terms
    around = range(index + 1, min(len(terms), index + _MOST + 1))
    colon = next((position for position in around if terms[position].punctuation), None)
    if colon is None or terms[colon].text != ":":
        return False
    term = terms[index]
    if term.concept is not None and term.concept.kind == _SITE:
        return len(forms_of(term.text)) == 1 and _of_organs(terms[:colon]) and not _limited(match)
    return _is_heading(term)


def _of_organs(before: Sequence[Term]) -> bool:
    """True for a label of organs and heading words alone: "mets in liver only:" names patients by where their illness is."""
    begin = 1 + max((position for position, term in enumerate(before) if term.text in _ENDS), default=-1)
    return all(
        (term.concept is not None and term.concept.kind == _SITE) or term.text.lower() in _JOINING or _is_heading(term)
        for term in before[begin:]
    )


def _limited(match: Match) -> bool:
    """True where the cited words hold for something alone: no other organ heads them."""
    return any(term.has("restrictive") for term in match.ground.statement.terms)


def _is_heading(term: Term) -> bool:
    """True for heading words, and for signs, which hold no word."""
    return " ".join(forms_of(term.text)) in _labels() or all(word in _labels() for word in forms_of(term.text))


def labels_only(text: str) -> bool:
    """True for words that label what follows and state nothing of it: "Combinations", "Safety and monitoring"."""
    words = forms_of(text.rstrip(":. "))
    return bool(words) and (" ".join(words) in _labels() or all(word in _labels() or word in _JOINING for word in words))


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "labels.yaml").read_text("utf-8"))
    written = (label for values in loaded.values() for label in values.split(","))
    return frozenset(" ".join(forms_of(label)) for label in written)
