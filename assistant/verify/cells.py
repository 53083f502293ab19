"""A number belongs to the words around it: the claim may not put it beside the words of another number. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.verify.amounts import states
from assistant.verify.matching import Match
from assistant.verify.quantities import Quantity
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_ENDS = frozenset((";", ".", "\n"))
_PAIRED = frozenset(("w:versus", "w:vs", "w:vs.", "w:v", "w:against", "g:compare", "w:respect"))
_NO_NOUN = frozenset(
    f"w:{word}" for word in "is are was were and or with for in of to at by from on as dure after befor if has have".split()
)
_ORDER = frozenset(("g:before", "g:after", "w:then", "w:and then"))
_PREFIXES = ("un", "non", "non-", "in", "im")
_LONG = 6
_BORDER = 3
_SEVERAL = 2


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a number whose own words in the claim stand beside another number of the same kind in the statement.

    Only words that the statement has beside one number and not beside the other tell them apart.
    """
    del lexicon
    return _numbers(match) or _twins(match)


def _twins(match: Match) -> tuple[Reason, ...]:
    """A reason for a number of "provoked" that the claim gives to "unprovoked", each in its half of the statement."""
    statement, claim = match.ground.statement, match.claim
    words = {term.text.lower(): index for index, term in enumerate(statement.terms) if not term.punctuation}
    for index, term in enumerate(claim.terms):
        twins = [words[word] for word in _opposites_of(term.text.lower()) if word in words]
        if not twins or not match.links[index]:
            continue
        own, other = _half(statement, words.get(term.text.lower(), match.links[index][0])), _half(statement, twins[0])
        halves = {
            _half(statement, place)
            for one in claim.terms
            if one.quantity
            for place, stated in enumerate(statement.terms)
            if stated.quantity and _says(stated, one.quantity)
        }
        if own != other and halves == {other}:
            said = statement.terms[twins[0]].text
            return (Reason(code=ReasonCode.NUMBER, detail=f"the cited words give this for “{said}”, not for “{term.text}”"),)
    return ()


def _opposites_of(word: str) -> list[str]:
    """The words that deny a word by their beginning, or that it denies so."""
    if len(word) < _LONG:
        return []
    return [prefix + word for prefix in _PREFIXES] + [
        word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix)
    ]


def _half(scoped: Scoped, index: int) -> int:
    return sum(term.text in _ENDS for term in scoped.terms[:index])


def _numbers(match: Match) -> tuple[Reason, ...]:
    statement, claim = match.ground.statement, match.claim
    stated = [index for index, term in enumerate(statement.terms) if term.quantity]
    if len(stated) < _SEVERAL or _paired(statement):
        return ()
    for index, term in enumerate(claim.terms):
        fitting = [other for other in stated if _says(statement.terms[other], term.quantity)]
        like = statement.terms[fitting[0]].quantity if fitting else None
        rivals = [other for other in stated if other not in fitting and _alike(statement.terms[other], like)]
        if fitting and rivals and (word := _foreign(match, index, fitting, rivals)):
            said = " or ".join(statement.terms[other].text for other in rivals)
            return (Reason(code=ReasonCode.NUMBER, detail=f"the cited words give {said} beside “{word}”, not {term.text}"),)
    return ()


def _foreign(match: Match, index: int, fitting: list[int], rivals: list[int]) -> str:
    """A word of the claim's number that the statement has beside a rival only, if it has none beside the number itself."""
    claim = match.claim
    own = _homes(claim, [other for other, term in enumerate(claim.terms) if _comparable(term, claim.terms[index].quantity)])
    homes = _homes(match.ground.statement, sorted((*fitting, *rivals)))
    # What stands before the dash of a row names all of its cells.
    named = next((place for place, term in enumerate(match.ground.statement.terms) if term.text == "—"), -1)
    words = [word for word, home in own.items() if home == index and _tells(claim.terms[word])]
    places = {word: {homes[link] for link in match.links[word] if link in homes and link > named} for word in words}
    if any(place and place <= set(fitting) for place in places.values()):
        return ""
    return next((claim.terms[word].text for word, place in places.items() if place and place <= set(rivals)), "")


def _tells(term: Term) -> bool:
    """False for fillers, numbers and words of time and order, which tell no number from another."""
    return not (term.filler or term.quantity or term.has("conditions") or term.has("strength") or term.keys & _ORDER)


def _says(term: Term, claimed: Quantity | None) -> bool:
    return term.quantity is not None and claimed is not None and states(term.quantity, claimed)


def _alike(term: Term, claimed: Quantity | None) -> bool:
    stated = term.quantity
    return stated is not None and claimed is not None and stated.kind == claimed.kind and stated.base == claimed.base


def _comparable(term: Term, claimed: Quantity | None) -> bool:
    """True for a number of the same kind, or one whose unit is left out."""
    other = term.quantity
    return _alike(term, claimed) or (other is not None and claimed is not None and "bare" in {other.kind, claimed.kind})


def _paired(scoped: Scoped) -> bool:
    """True where numbers stand in pairs ("9.4 vs 6.0"): which side is whose, the order tells, not nearness."""
    for index, term in enumerate(scoped.terms):
        if term.quantity and any(following.keys & _PAIRED for following in scoped.terms[index + 1 : index + 2]):
            return True
    return any(term.text.lower() == "respectively" for term in scoped.terms)


def _homes(scoped: Scoped, numbers: list[int]) -> dict[int, int]:
    """For each word of a sentence the number next to it; borders and commas count as distance.

    Where each number stands before its words ("24% lower incidence and 16% lower mortality"), what comes before the first
    belongs to all of them.
    """
    found: dict[int, int] = {}
    leading = len(numbers) > 1 and all(_leads(scoped, number) for number in numbers)
    for index, term in enumerate(scoped.terms):
        if term.punctuation or not numbers or (leading and index < numbers[0]):
            continue
        costs = sorted((_distance(scoped, index, number), number) for number in numbers)
        if costs[0][0] < _FAR and (len(costs) == 1 or costs[1][0] > costs[0][0]):
            found[index] = costs[0][1]
    return found


def _leads(scoped: Scoped, number: int) -> bool:
    """True if a word follows the number at once, and no verb, joint or bracket."""
    following = scoped.terms[number + 1 : number + 2]
    return bool(following) and not following[0].punctuation and not following[0].keys & _NO_NOUN


_FAR = 100


def _distance(scoped: Scoped, left: int, right: int) -> int:
    low, high = sorted((left, right))
    cost = 0
    for term in scoped.terms[low + 1 : high]:
        if term.text in _ENDS:
            return _FAR
        if term.text == "," or term.keys & {"w:and", "w:or", "w:but"}:
            cost += _BORDER
        elif term.text in {"(", ")"}:
            continue
        else:
            cost += 1
    return cost
