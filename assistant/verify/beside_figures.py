"""Words that only name what a figure beside them is, or a kind of patients: "age" of "under 55". Pure."""

from __future__ import annotations

from assistant.verify.matching import Match

_OF_AGE = frozenset(("age", "ages", "aged"))
_STATUS = frozenset(("status",))
_NEAR = 4


def names_figure(match: Match, index: int) -> bool:
    """True for such a word of the claim where the statement says the figure, or the kind of patients, itself."""
    terms = match.claim.terms
    word = terms[index].text.lower()
    if word in _STATUS:
        before = terms[index - 1] if index else None
        return before is not None and before.is_group and bool(match.links[index - 1])
    near = range(index + 1, min(len(terms), index + 1 + _NEAR)) if word in _OF_AGE else ()
    return any((own := terms[place].quantity) and own.base in {"month", ""} and match.links[place] for place in near)
