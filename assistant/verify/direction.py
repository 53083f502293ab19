"""Comparisons, orders in time and opposites point the same way in claim and statement. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.appended import GRAMMAR
from assistant.verify.comparison import comparison_of, sign_of, swapped
from assistant.verify.folding import fold
from assistant.verify.matching import Match, aligned
from assistant.verify.order import misordered
from assistant.verify.outdoing import lifted
from assistant.verify.scopes import Scoped
from assistant.verify.sides import one_sided
from assistant.verify.terms import Term
from assistant.verify.wordings import stem
from assistant.words.lexicon import Lexicon

# "Still responds", "goes on responding"; "doesn't still respond" and "might still respond" tell no such state.
_STILL = re.compile(
    r"(?<!not\s)(?<!n't\s)(?<!may\s)(?<!might\s)(?<!can\s)(?<!could\s)(?<!will\s)(?<!would\s)\b(?:still|keeps?(?:\s+on)?|kept(?:\s+on)?|goes?\s+on|continues?\s+to)\s+(?P<act>(?!not\b|no\b)[a-z]{4,})",
    re.IGNORECASE,
)
_ENDED = re.compile(r"\b(?:stop(?:s|ped)?|no\s+longer|ceased?(?:\s+to)?|ceases\s+to|quits?)\s+(?P<act>[a-z]{4,})", re.IGNORECASE)
_WORSENS = frozenset(("g:progress", "g:relapse"))
_TIMES = frozenset(("order", "axis4", "axis5"))
_COMPARATIVE = frozenset(("amount", "quality", "length", "speed"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where the claim reverses a comparison, an order in time or an effect."""
    comparisons = swapped(match, lexicon)
    if isinstance(comparisons, Reason):
        return (comparisons,)
    sides = one_sided(match)
    if sides is not None:
        detail = f"the cited words say “{sides.said}” of the other side of the comparison"
        return () if sides.agrees else (Reason(code=ReasonCode.DIRECTION, detail=detail),)
    alone = lifted(match, lexicon)
    if isinstance(alone, Reason):
        return (alone,)
    order = misordered(match, lexicon)
    if isinstance(order, Reason):
        return (order,)
    return (
        *_still(match),
        *_bettered(match),
        *_reversed(match, ordered=bool(order), compared=_cue_word(match) if comparisons else -1 if alone is None else alone),
        *_equal(match),
    )[:1]


def _reversed(match: Match, *, ordered: bool, compared: int) -> list[Reason]:
    claim, statement = match.claim, match.ground.statement
    for index, term in enumerate(claim.terms):
        if ordered and term.has("conditions"):
            continue
        linked = [statement.terms[other] for other in match.links[index]]
        if (any(_same_word(term, one) for one in linked) and not _elsewhere_likely(match, index)) or _is_part_of(term, linked):
            continue
        if _on_or(match, index) or _is_further(match, index):
            continue
        for name in sorted(term.names("opposites")):
            if ordered and name[:-1] in _TIMES:
                continue
            if (compared == index and name[:-1] in _COMPARATIVE) or (name[:-1] in _TIMES and _within_course(match, index)):
                continue
            if not term.filler and any(
                term.keys & statement.terms[other].keys and not _stands_on(statement.terms[other], name[:-1])
                for other in match.links[index]
                if other not in statement.near and not _in_compound(statement, other)  # what is denied there affirms nothing here
            ):
                continue
            pairs = _left_to_tell(match, index, name[:-1])
            if pairs and not any(_agree(claim, index, name, statement, position, other) for position, other in pairs):
                said = statement.terms[pairs[0][0]].text
                return [Reason(code=ReasonCode.DIRECTION, detail=f"the claim says “{term.text}”, the cited words “{said}”")]
    return []


def _left_to_tell(match: Match, index: int, axis: str) -> list[tuple[int, str]]:
    """The statement's words on an axis; none where other words of the claim say all of them, and it denies this one."""
    pairs = _on_axis(match, index, axis)
    denied = index in match.claim.near or index in match.claim.denied
    told = denied and axis not in _COMPARATIVE | _TIMES and all(_told_by_another(match, index, *pair) for pair in pairs)
    return [] if told else pairs


def _told_by_another(match: Match, index: int, position: int, name: str) -> bool:
    """True for a word of the statement that the claim says too, on the same side: what stands on the other is another matter.

    "Local treatment isn't advised without local signs", "drugs are used singly; combining them isn't routine".
    """
    claim = match.claim
    return any(
        own != index and name in claim.terms[own].names("opposites") and own not in claim.near
        for own in match.claims_for(position)
    )


def _within_course(match: Match, index: int) -> bool:
    """True for "during X, after 3 cycles" where the statement says "after 3 cycles of X" or "X: after 3 cycles"."""
    claim, statement = match.claim, match.ground.statement
    if not claim.terms[index].has("conditions", "while"):
        return False
    counts = [place for place in range(1, len(claim.terms)) if claim.terms[place].quantity and _opens_after(claim, place)]
    held = {link for place in counts for link in match.links[place] if _opens_after(statement, link)}
    course = next((place for place in range(index + 1, len(claim.terms)) if not claim.terms[place].filler), index)
    labelled = [link for link in match.links[course] if [term.text for term in statement.terms[link + 1 : link + 2]] == [":"]]
    told = any(_opens_after(statement, place) for place, term in enumerate(statement.terms) if term.quantity)
    return bool(counts and labelled and told) or any(link > other for other in held for link in match.links[course])


def _opens_after(scoped: Scoped, place: int) -> bool:
    """True for a number behind "after" or "once"."""
    before = [term for term in scoped.terms[max(0, place - 2) : place] if not term.punctuation]
    return any(term.has("conditions", "after") for term in before)


def _still(match: Match) -> list[Reason]:
    """A reason for "still responds" where the statement says "has stopped responding" or "no longer responds"."""
    going = {stem(found["act"]): found["act"] for found in _STILL.finditer(fold(match.claim.text))}
    text = fold(match.ground.statement.text)
    ended = {stem(found["act"]): found[0] for found in _ENDED.finditer(text)}
    both = {stem(found["act"]) for found in _STILL.finditer(text)}
    return [
        Reason(code=ReasonCode.DIRECTION, detail=f"the claim says “still {going[act]}”, the cited words “{ended[act]}”")
        for act in sorted(going.keys() & ended.keys() - both)
    ][:1]


def _bettered(match: Match) -> list[Reason]:
    """A reason for "improving X" where the statement says "maintaining X"."""
    claim, statement = match.claim, match.ground.statement
    for index, term in enumerate(claim.terms[:-1]):
        if term.concept or not any(_stands_on(term, axis) for axis in ("quality", "amount")):
            continue
        kept = [link - 1 for link in match.links[index + 1] if link and _stands_on(statement.terms[link - 1], "keeping")]
        if kept and len(kept) == len(match.links[index + 1]) and not set(kept) & set(match.links[index]):
            said = statement.terms[kept[0]].text
            return [Reason(code=ReasonCode.DIRECTION, detail=f"the claim says “{term.text}”, the cited words “{said}”")]
    return []


def _is_further(match: Match, index: int) -> bool:
    """True for "more treatment", which is further treatment and compares nothing."""
    terms = match.claim.terms
    following = terms[index + 1 : index + 2]
    compared = any(term.keys & {"w:than", "g:compare"} for term in terms)
    return (
        terms[index].text.lower() == "more"
        and not compared
        and any(term.filler and term.text.lower() not in GRAMMAR for term in following)
    )


def _on_or(match: Match, index: int) -> bool:
    """True for "during X" where the statement says "on or within a year of X", and for "progression during X" on X."""
    terms = match.ground.terms
    worsens = bool(index) and bool(match.claim.terms[index - 1].keys & _WORSENS)
    return any(
        terms[link].text.lower() == "on"
        and (
            (link + 1 < len(terms) and terms[link + 1].keys & {"w:or"}) or (link and worsens and terms[link - 1].keys & _WORSENS)
        )
        for link in match.links[index]
    )


def _elsewhere_likely(match: Match, index: int) -> bool:
    """True for "likely to X" where the statement says "unlikely to X" and calls something else likely."""
    claim, statement = match.claim, match.ground.statement
    if not claim.terms[index].has("opposites", "likelihood+"):
        return False
    homes = aligned(match, claim.clauses[index], without=index)
    return any(
        term.has("opposites", "likelihood-")
        for position, term in enumerate(statement.terms)
        if statement.clauses[position] in homes
    )


def _in_compound(statement: Scoped, index: int) -> bool:
    """True for the "targeted" of "X-targeted", which says of which kind a thing is, and not what is done."""
    start = statement.terms[index].start
    return statement.text[start - 1 : start] == "-"


def _stands_on(term: Term, axis: str) -> bool:
    return any(name[:-1] == axis for name in term.names("opposites"))


def _cue_word(match: Match) -> int:
    comparison = comparison_of(match.claim)
    sign = sign_of(comparison, match.claim) if comparison else None
    between = comparison is not None and comparison.cue.text.lower() in {"more than", "less than"}
    return sign[0] if sign else comparison.index if comparison and between else -1


def _on_axis(match: Match, index: int, axis: str) -> list[tuple[int, str]]:
    """The statement's words on an axis: in the clause that the claim speaks of, else in the unit, else in its lead-in."""
    statement = match.ground.statement
    every = [
        (position, name) for position, term in enumerate(statement.terms) for name in term.names("opposites") if name[:-1] == axis
    ]
    own = [pair for pair in every if match.ground.is_own(statement.terms[pair[0]])] or every
    homes = aligned(match, match.claim.clauses[index], without=index if axis in {"likelihood", "knowledge"} else -1)
    return [pair for pair in every if statement.clauses[pair[0]] in homes] or own


def _agree(claim: Scoped, index: int, name: str, statement: Scoped, position: int, other: str) -> bool:
    """True if both stand on the same end of the axis, or on different ends of which one is denied."""
    turned = (index in claim.near) != (position in statement.near) and (index in claim.denied) != (position in statement.denied)
    return (name == other) != turned


def _equal(match: Match) -> list[Reason]:
    """“As effective as” is neither more nor less."""
    ours = [term for term in match.claim.terms if term.keys & {"g:equal"}]
    theirs = [term for term in match.ground.terms if term.keys & {"g:equal"}]
    uneven = [term for term in match.claim.terms if _stands_on(term, "quality")]
    comparison = comparison_of(match.claim) if theirs and not ours and not uneven else None
    sign = sign_of(comparison, match.claim) if comparison else None
    uneven += [match.claim.terms[sign[0]]] if sign else []  # "less well than"
    if theirs and not ours and uneven and not any(_stands_on(term, "quality") for term in match.ground.terms):
        return [Reason(code=ReasonCode.DIRECTION, detail=f"the cited words say “{theirs[0].text}”, the claim “{uneven[0].text}”")]
    return []


def _is_part_of(ours: Term, linked: list[Term]) -> bool:
    """True for "local symptoms" beside "symptomatic local disease": each part of the name stands in one that names the same."""
    parts = [part - {"filler"} for part in ours.parts if part != frozenset(("filler",))]
    return len(parts) > 1 and any(all(any(part & own for own in one.parts) for part in parts) for one in linked)


def _same_word(ours: Term, theirs: Term) -> bool:
    if any(key.startswith("w:") for key in ours.keys & theirs.keys):
        return True
    # "A single agent" stands in "single-agent chemotherapy", word for word.
    words = {key for part in theirs.parts for key in part if key.startswith("w:")}
    own = [{key for key in part if key.startswith("w:")} for part in ours.parts]
    return len(own) > 1 and all(part & words for part in own)
