"""A number belongs to its drug, endpoint, phase and route: the claim may not hand it to another. Pure."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from assistant.answers import Reason, ReasonCode
from assistant.verify.amounts import states
from assistant.verify.matching import Match
from assistant.verify.meaning import says
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_ENDS = frozenset(";.\n")
_NEXT_PHASE = frozenset(("w:follow by", "w:then", "w:and then"))
# What stands behind these is the partner, and the figure rarely the partner's.
_BESIDE = frozenset(("w:combin with", "w:in combin with", "w:togeth with", "w:along with", "w:ad to", "w:when combin with"))
_PRONOUNS = frozenset(("it", "this", "they", "these"))
_AFTER = frozenset(("w:after", "w:follow", "w:onc"))
_PHASES = frozenset(("g:loading", "g:maintenance"))
_PHASE_WORDS = frozenset(("w:load", "w:mainten", "w:follow by"))


def _is_drug(term: Term) -> bool:
    return term.concept is not None and term.concept.kind in TREATMENTS


def _is_endpoint(term: Term) -> bool:
    return (term.concept is not None and term.concept.kind == "endpoint") or bool(
        term.keys & {"g:survival", "g:death", "g:respond", "g:progress"} and not term.concept
    )


def _is_phase(term: Term) -> bool:
    return bool(term.keys & (_PHASES | _PHASE_WORDS)) or any(part & _PHASE_WORDS for part in term.parts)


_FAMILIES: tuple[tuple[str, Callable[[Term], bool], ReasonCode], ...] = (
    ("drug", _is_drug, ReasonCode.NUMBER),
    ("endpoint", _is_endpoint, ReasonCode.NUMBER),
    ("phase", _is_phase, ReasonCode.NUMBER),
)


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for every number that the claim binds to another thing than the statement does."""
    found: list[Reason] = []
    for family, is_anchor, code in _FAMILIES:
        claimed, stated = subjects(match.claim, is_anchor), subjects(match.ground.statement, is_anchor)
        for index, anchors in claimed.items():
            reason = _check_one(match, index, anchors, stated, lexicon)
            if reason:
                found.append(Reason(code=code, detail=f"{reason} ({family})"))
    return tuple(found[:1]) or _populations(match, lexicon)


def _populations(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a drug of a list ("A for X, B for Y") that the claim gives to the patients of another."""
    statement, claim = match.ground.statement, match.claim
    parts = _list_parts(statement)
    if len(parts) < _SEVERAL:
        return ()
    for index, term in enumerate(claim.terms):
        wanted = _patients_of(claim, index)
        homes = [part for part in parts if any(other in part for other in match.links[index])]
        if not _is_drug(term) or not homes or not wanted or len(homes) > 1:
            continue
        every = [statement.terms[other] for other in homes[0] if _is_population(statement.terms[other])]
        home = [one for one in every if not any(one.concept == other.concept for other in match.ground.context.terms)]
        away = [
            statement.terms[other]
            for part in parts
            if part is not homes[0]
            for other in part
            if _is_population(statement.terms[other])
        ]
        fits = any(says(own, other, lexicon) or says(other, own, lexicon) for own in wanted for other in every)
        if home and not fits and any(says(own, other, lexicon) for own in wanted for other in away):
            return (
                Reason(
                    code=ReasonCode.POPULATION,
                    detail=f"the cited words give {term.text} for {home[0].text}, not for {wanted[0].text}",
                ),
            )
    return ()


def _patients_of(claim: Scoped, index: int) -> list[Term]:
    """The patients to whom the claim gives a drug: those of its part of a list, else those between semicolons, else all."""
    for ends in ({",", ";", "\n", "."}, {";", "\n", "."}, set[str]()):
        edges = [-1, *(place for place, term in enumerate(claim.terms) if term.text in ends), len(claim.terms)]
        begin, end = max(edge for edge in edges if edge < index), min(edge for edge in edges if edge > index)
        found = [term for term in claim.terms[begin + 1 : end] if _is_population(term)]
        if found:
            return found
    return []


def _list_parts(scoped: Scoped) -> list[list[int]]:
    """The parts of "A for X, B for Y": each with a drug and the patients that it is for."""
    parts: list[list[int]] = [[]]
    depth = 0
    for index, term in enumerate(scoped.terms):
        depth += {"(": 1, ")": -1}.get(term.text, 0)
        if term.text in {",", ";", "\n", "."} and depth <= 0:
            parts.append([])
        else:
            parts[-1].append(index)
    terms = scoped.terms
    return [
        part
        for part in parts
        if any(_is_drug(terms[index]) for index in part) and any(_is_population(terms[index]) for index in part)
    ]


def _is_population(term: Term) -> bool:
    return term.concept is not None and term.concept.kind == "population" and not term.filler and not term.line


_SEVERAL = 2


def _check_one(
    match: Match, index: int, anchors: tuple[int, ...], stated: dict[int, tuple[int, ...]], lexicon: Lexicon
) -> str | None:
    claimed = match.claim.terms[index]
    terms = match.ground.terms
    candidates = [other for other, term in enumerate(terms) if _same_value(term, claimed)]
    if not candidates or any(other not in stated for other in candidates):
        return None
    held = {other for group in stated.values() for other in group}
    if any(
        _is_endpoint(match.claim.terms[anchor]) and match.links[anchor] and not held & set(match.links[anchor])
        for anchor in anchors
    ):
        return None
    for other in candidates:
        if _agree(match, anchors, stated[other], lexicon) or _one_combination(match, anchors, stated[other], lexicon):
            return None
    said = " and ".join(terms[other].text for other in stated[candidates[0]])
    named = " and ".join(match.claim.terms[other].text for other in anchors)
    return f"the cited words give {claimed.text} for {said}, not for {named}"


def _one_combination(match: Match, anchors: tuple[int, ...], stated: tuple[int, ...], lexicon: Lexicon) -> bool:
    """True if claim and statement combine the same drugs, compare none, and name the number beside one or the other."""
    sides = ((match.claim.terms, anchors), (match.ground.terms, stated))
    if _with_pronoun(match, anchors, stated):
        return True
    if not all(any(term.keys & {"g:combine"} and not term.keys & {"w:and"} for term in terms) for terms, _ in sides):
        return False
    if any(term.keys & {"g:compare"} or term.keys & {"g:alone"} for terms, _ in sides for term in terms):
        return False
    ours, theirs = ([term for term in terms if _is_drug(term)] for terms, _ in sides)
    return len(ours) == _SEVERAL and all(any(says(term, other, lexicon) for other in theirs) for term in ours)


def _with_pronoun(match: Match, anchors: tuple[int, ...], stated: tuple[int, ...]) -> bool:
    """True for "with B, it raised X" where the statement says "A raised X when combined with B": "it" is A."""
    claim, terms = match.claim, match.ground.terms
    drugs = [index for index, term in enumerate(claim.terms) if _is_drug(term)]
    pronoun = any(term.text.lower() in _PRONOUNS for term in claim.terms)
    joined = any(term.keys & {"g:combine"} and not term.keys & {"w:and", "w:or"} for term in claim.terms)
    if drugs != list(anchors) or not (pronoun and joined) or any(term.keys & {"g:compare", "g:alone"} for term in claim.terms):
        return False
    partners = [link for index in anchors for link in match.links[index] if link not in stated]
    return bool(partners) and any(
        terms[place].keys & {"g:combine"} and not terms[place].keys & {"w:and", "w:or"}
        for link in partners
        for place in range(max(0, link - _SEVERAL), link)
    )


def _same_value(stated: Term, claimed: Term) -> bool:
    if claimed.quantity:
        return stated.quantity is not None and states(stated.quantity, claimed.quantity)
    return bool(_routes(stated) & _routes(claimed))


def _routes(term: Term) -> frozenset[str]:
    return frozenset(key for key in term.keys if key.startswith("r:"))


def _agree(match: Match, anchors: tuple[int, ...], stated: tuple[int, ...], lexicon: Lexicon) -> bool:
    claim, terms = match.claim.terms, match.ground.terms
    return any(
        _same_phase(claim[ours], terms[theirs])
        or says(claim[ours], terms[theirs], lexicon)
        or says(terms[theirs], claim[ours], lexicon)
        for ours in anchors
        for theirs in stated
    )


def _same_phase(ours: Term, theirs: Term) -> bool:
    left = {"g:loading"} if ours.keys & {"g:loading"} or any(part & {"w:load"} for part in ours.parts) else set()
    right = {"g:loading"} if theirs.keys & {"g:loading"} or any(part & {"w:load"} for part in theirs.parts) else set()
    return bool(left & right) or (_is_phase(ours) and _is_phase(theirs) and not left and not right)


@lru_cache(maxsize=4096)
def subjects(scoped: Scoped, is_anchor: Callable[[Term], bool]) -> dict[int, tuple[int, ...]]:
    """For each quantity the anchors it belongs to: paired by order, by alternation or by nearness."""
    found: dict[int, tuple[int, ...]] = {}
    for segment in _segments(scoped):
        anchors = _grouped([index for index in segment if is_anchor(scoped.terms[index])], scoped)
        amounts = [index for index in segment if _is_amount(scoped.terms[index])]
        intervals = [
            index for index in segment if (scoped.terms[index].quantity or _routes(scoped.terms[index])) and index not in amounts
        ]
        if not anchors:
            continue
        assigned = _assign(anchors, amounts, scoped) if amounts else {}
        for index in intervals:
            nearest = _nearest(index, anchors, scoped)
            before = [other for other in amounts if other < index]
            apart = bool(_routes(scoped.terms[index])) and index - 1 not in before
            # "4 mg, followed by weekly maintenance": the interval goes on with what comes next.
            followed = bool(before) and any(terms.keys & _NEXT_PHASE for terms in scoped.terms[before[-1] : index])
            if before and not apart and not followed and assigned.get(before[-1]):
                assigned[index] = assigned[before[-1]]
            elif nearest:
                assigned[index] = nearest
        found |= assigned
    return found


def _is_amount(term: Term) -> bool:
    return term.quantity is not None and term.quantity.kind != "interval"


def _segments(scoped: Scoped) -> list[list[int]]:
    segments: list[list[int]] = [[]]
    for index, term in enumerate(scoped.terms):
        if (term.punctuation and term.text in _ENDS) or _ends_opening(scoped, index):
            segments.append([])
        else:
            segments[-1].append(index)
    return [segment for segment in segments if segment]


def _ends_opening(scoped: Scoped, index: int) -> bool:
    """True for the comma behind "After a loading dose of X, …": what follows it is another dose, but for "or", which goes on."""
    goes_on = any(term.text.lower() == "or" for term in scoped.terms[index + 1 : index + 2])
    opens = not goes_on and bool(scoped.terms[0].keys & _AFTER) and scoped.terms[index].text == ","
    return opens and not any(term.text == "," for term in scoped.terms[:index])


def _grouped(anchors: list[int], scoped: Scoped) -> list[tuple[int, ...]]:
    """Anchors joined by "plus", "and" or "/" are one subject."""
    groups: list[tuple[int, ...]] = []
    for index in anchors:
        if groups and _joined(scoped, groups[-1][-1], index):
            groups[-1] = (*groups[-1], index)
        else:
            groups.append((index,))
    return groups


def _joined(scoped: Scoped, left: int, right: int) -> bool:
    if scoped.terms[right].keys & _NEXT_PHASE:
        return False
    between = scoped.terms[left + 1 : right]
    return all(term.keys & {"w:plus", "g:combine", "w:with", "w:median"} or term.text in {"+", "/", ",", "&"} for term in between)


def _assign(anchors: list[tuple[int, ...]], amounts: list[int], scoped: Scoped) -> dict[int, tuple[int, ...]]:
    marked = sorted([(group[0], group) for group in anchors] + [(index, None) for index in amounts], key=lambda entry: entry[0])
    shape = [group is None for _, group in marked]
    if len(anchors) == len(amounts):
        if shape == sorted(shape) or shape == sorted(shape, reverse=True):
            return dict(zip(amounts, anchors, strict=True))
        if all(left != right for left, right in pairwise(shape)):
            return dict(zip(amounts, anchors, strict=True))
    return {index: group for index in amounts if (group := _nearest(index, anchors, scoped)) is not None}


def _nearest(index: int, anchors: list[tuple[int, ...]], scoped: Scoped) -> tuple[int, ...] | None:
    """The anchor with the least between it and the amount; the one before wins a tie."""
    costs = []
    for group in anchors:
        between = range(group[-1] + 1, index) if group[-1] < index else range(index + 1, group[0])
        costs.append((sum(_cost(scoped.terms[position]) for position in between), group[0] > index, group))
    return min(costs)[2] if costs else None


def _cost(term: Term) -> float:
    if term.text in {"(", ")", ":", "—"} or term.keys & _BESIDE:
        return 4.0
    if term.text == "," or term.keys & {"w:and", "w:with", "w:but"}:
        return 2.0
    # "9 months with A against 6 months with B": what is set against A isn't A's.
    if term.keys & {"g:compare"}:
        return 2.5
    return 3.0 if term.quantity and term.quantity.kind != "interval" else 1.0
