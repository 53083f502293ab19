"""The pairs of drugs that a text names near each other: neighbours, members of a list, two with a class between. Pure."""

from __future__ import annotations

from itertools import combinations, pairwise

from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.concepts import TREATMENTS

_PAIR = 2
_CLOSE = 5
_BACK = 3


def is_drug(term: Term) -> bool:
    """True for a name of a treatment."""
    return term.concept is not None and term.concept.kind in TREATMENTS


def consecutive(scoped: Scoped) -> list[tuple[int, int]]:
    """Neighbouring drugs with few words between them."""
    drugs = [index for index, term in enumerate(scoped.terms) if is_drug(term)]
    return [(left, right) for left, right in pairwise(drugs) if right - left <= _CLOSE]


def past_class(scoped: Scoped) -> list[tuple[int, int]]:
    """The pairs that only the class of the first parts: "X, a conjugate, or Y"."""
    drugs = [index for index, term in enumerate(scoped.terms) if is_drug(term)]
    return [
        (first, last)
        for first, middle, last in zip(drugs, drugs[1:], drugs[2:], strict=False)
        if getattr(scoped.terms[middle].concept, "kind", "") == "drug class"
        and [term.text.lower() for term in scoped.terms[first + 1 : middle] if term.text != ")"] in ([",", "a"], [",", "an"])
        and last - middle <= _BACK
    ]


def listed(scoped: Scoped) -> list[tuple[int, int]]:
    """The pairs of drugs of a list "A, B or C", neighbours that only a comma parts among them."""
    runs: list[list[int]] = []
    for index, term in enumerate(scoped.terms):
        if not is_drug(term):
            continue
        between = scoped.terms[runs[-1][-1] + 1 : index] if runs else ()
        if runs and between and all(other.text == "," or other.keys & {"w:or", "w:a", "w:an"} for other in between):
            runs[-1].append(index)
        else:
            runs.append([index])
    chosen = [run for run in runs if any(other.keys & {"w:or"} for other in scoped.terms[run[0] : run[-1]])]
    return [pair for run in chosen if len(run) > _PAIR for pair in combinations(run, 2)]
