"""In a table's row each figure stands behind its own head: what is given "30 to 59" may not be told of "below 30". Pure.

So for what a cell denies ("below 30: do not use").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.answers import Reason, ReasonCode
from assistant.verify.amounts import states
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_PARTS = frozenset((";", ",", "and", "or", "\n", "."))
_ROW = frozenset((";", "—", "\n", "."))
_SEVERAL = 2


class _Cell(NamedTuple):
    """The figures of a head, the figures behind it, if there are any, and whether they are denied ("below 30: do not use")."""

    heads: tuple[Term, ...]
    values: tuple[Term, ...]
    denied: bool


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a figure or a denial that the claim gives beside the head of another cell."""
    del lexicon
    cells = tuple(_cells(match.ground.statement))
    if len(cells) < _SEVERAL:
        return ()
    told = list(match.claim.terms)
    heads = [term for term in told if _of(term, cells, "heads")]
    for part in _parts(match.claim) if len(heads) > 1 else [told]:
        beside = {cell for term in part for cell in _of(term, cells, "heads")}
        behind = [(term.text, _of(term, cells, "values")) for term in part if not _of(term, cells, "heads")]
        behind += [(term.text, {cell for cell, one in enumerate(cells) if one.denied}) for term in part if _denies(term)]
        for word, others in behind:
            if others and beside and not others & beside:
                said = " or ".join(" ".join(term.text for term in cells[cell].heads) for cell in sorted(others))
                return (Reason(code=ReasonCode.NUMBER, detail=f"the cited words give “{word}” behind “{said}”"),)
    return ()


def _cells(statement: Scoped) -> Iterator[_Cell]:
    """The cells of a row whose heads hold figures: "…, 30 to 59: 50 mg; …, below 30: 25 mg"."""
    terms = statement.terms
    for colon in (index for index, term in enumerate(terms) if term.text == ":"):
        begin = next((index + 1 for index in range(colon - 1, -1, -1) if terms[index].text in _ROW), 0)
        end = next((index for index in range(colon + 1, len(terms)) if terms[index].text in _ROW), len(terms))
        heads = tuple(term for term in terms[begin:colon] if term.quantity)
        values = tuple(term for term in terms[colon + 1 : end] if term.quantity)
        if heads:
            yield _Cell(heads, values, any(map(_denies, terms[colon + 1 : end])))


def _denies(term: Term) -> bool:
    return term.has("negators", "clause") or term.has("negators", "backward")


def _of(claimed: Term, cells: Sequence[_Cell], side: str) -> set[int]:
    """The cells that hold a figure of the claim on one side."""
    own = claimed.quantity
    return {
        number
        for number, cell in enumerate(cells)
        if own and any(term.quantity and states(term.quantity, own) for term in getattr(cell, side))
    }


def _parts(claim: Scoped) -> Iterator[list[Term]]:
    """The terms of each part of the claim."""
    part: list[Term] = []
    for term in claim.terms:
        if term.text.lower() in _PARTS:
            yield part
            part = []
        else:
            part.append(term)
    yield part
