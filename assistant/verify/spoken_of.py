"""Whether a clause of the claim speaks of what a negator of the statement denies. Pure."""

from __future__ import annotations

from assistant.verify.condition_said import says_word
from assistant.verify.matching import Match
from assistant.verify.negators import Negator
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term

_BOTH = 2
_PRONOUNS = frozenset(("it", "they", "this", "these"))
_BEFORE_ITEMS = frozenset((",", "and", ";"))
_JOINTS = frozenset(("and", "but"))
_ENDS = frozenset((",", ";", ".", "\n", ":"))
_STARTS = frozenset((";", ".", "\n", ":"))
_FINITE = frozenset("is are was were has have had do does did will would can could may might must should".split())
_RUNNING = frozenset(("is", "are", "was", "were", "be", "been", "still", "keeps"))


def speaks_of(match: Match, own: set[int], negator: Negator) -> bool:
    """True if the claim's clause is about what the negator reaches, more than about what is affirmed elsewhere."""
    statement = match.ground.statement
    if negator.kind == "local":
        absent = statement.terms[negator.index].text.lower().endswith("absence of")
        return not absent or _supposes(match, [place for place in negator.focus if not statement.terms[place].filler])
    if _is_listed(statement, negator):
        return True
    clauses = {match.claim.clauses[index] for index in own}
    if _same_sentence(match, clauses, negator):
        return True
    verb = negator.focus[:1] if negator.focus and statement.terms[negator.focus[0]].concept is None else ()
    denied = any(says_word(match, index, place) for index in own for place in verb)
    linked = [index for index in match.claim.content() if match.claim.clauses[index] in clauses and match.links[index]]
    linked = [index for index in linked if not (denied and _weighs_or_groups(match.claim.terms[index]))]
    reach = negator.wide | set(negator.focus) | _shared_subject(statement, negator)
    inside = [index for index in linked if any(other in reach for other in match.links[index])]
    elsewhere = [
        index
        for index in linked
        if any(other not in reach and other not in statement.denied for other in match.links[index])
        and not (denied and index in inside)
    ]
    return 2 * len(inside) > len(linked) and len(inside) >= len(elsewhere)


def _shared_subject(statement: Scoped, negator: Negator) -> frozenset[int]:
    """What "… and is not Y" speaks of: the subject of the clause before, as its own has none."""
    terms, clauses = statement.terms, statement.clauses
    begin = next((index for index in range(negator.index) if clauses[index] == clauses[negator.index]), 0)
    opened = terms[begin : negator.index]
    if not begin or any(not term.filler for term in opened) or not any(term.text.lower() in _JOINTS for term in opened):
        return frozenset()
    if not any(term.text.lower() in _FINITE for term in opened) or any(term.text.lower() in _PRONOUNS for term in opened):
        return frozenset()
    before = [index for index in range(begin) if clauses[index] == clauses[begin - 1]]
    verb = next((index for index in before if terms[index].text.lower() in _FINITE), 0)
    return frozenset(index for index in before if index < verb and not terms[index].filler)


def _is_listed(statement: Scoped, negator: Negator) -> bool:
    """True for the "no" of "a long interval and no swelling": an item of a list without a verb, denied in any case."""
    terms, index = statement.terms, negator.index
    before = terms[index - 1].text.lower() if index else ""
    if terms[index].text.lower() != "no" or before not in _BEFORE_ITEMS or negator.focus[:1] != (index + 1,):
        return False
    stop = next((place for place in range(index + 1, len(terms)) if terms[place].text in _ENDS), len(terms))
    start = next((place + 1 for place in range(index - 1, -1, -1) if terms[place].text in _STARTS), 0)
    return not any(term.has("strength") or term.text.lower() in _FINITE for term in terms[start:stop])


def _supposes(match: Match, absent: list[int]) -> bool:
    """True if the claim names all of what is told to be absent ("in the absence of A B"), and neither denies nor excepts it."""
    if any(term.has("conditions", "unless") for term in match.claim.terms):
        return False
    denied = match.claim.denied | match.claim.near
    return not any(index in denied for place in absent for index in match.claims_for(place)) and all(
        _is_named(match, place) for place in absent
    )


def _is_named(match: Match, place: int) -> bool:
    """True if the claim says each word of the statement's term, not only a part of its name."""
    term = match.ground.terms[place]
    own = [match.claim.terms[index] for index in match.claims_for(place)]
    said = {key for one in own for part in (one.keys, *one.parts) for key in part}
    return bool(own) and all(part & said for part in term.parts or (term.keys,) if "filler" not in part)


def _weighs_or_groups(term: Term) -> bool:
    """True for a word of strength and for whom it is about: where the very verb is denied, these don't tell what is spoken of."""
    return term.has("strength") or (term.concept is not None and term.concept.kind == "population")


def _same_sentence(match: Match, clauses: set[int], negator: Negator) -> bool:
    """True if a clause of the claim says both what stands before the denial and what the denial stands before."""
    statement = match.ground.statement
    if negator.kind != "clause":
        return False
    before = [
        index
        for index in statement.content()
        if index < negator.index
        and statement.clauses[index] == statement.clauses[negator.index]
        and not statement.terms[index].has("strength")
        and not statement.terms[index].has("causes")
    ]
    before = before or _taken_up(statement, negator)
    said = [
        {match.claim.clauses[own] for own in match.claims_for(index) if _asserts(match.claim, own)} & clauses
        for index in (*before[-1:], *negator.focus[:1])
    ]
    return len(said) == _BOTH and bool(said[0] & said[1])


def _taken_up(statement: Scoped, negator: Negator) -> list[int]:
    """What the "it" of "A does X, and it is not Y" stands for: the first thing that the sentence names."""
    clause = [
        index
        for index in range(negator.index)
        if statement.clauses[index] == statement.clauses[negator.index] and not statement.terms[index].punctuation
    ]
    if not any(statement.terms[index].text.lower() in _PRONOUNS for index in clause):
        return []
    begin = next((index + 1 for index in range(negator.index - 1, -1, -1) if statement.terms[index].text in _STARTS), 0)
    named = [index for index in statement.content() if begin <= index < negator.index]
    return [one for one in named if statement.terms[one].concept or not statement.terms[one].text.lower().endswith("ing")][:1]


def _asserts(claim: Scoped, index: int) -> bool:
    """False for fillers and for "delaying X", which supposes and asserts nothing; "is still working" does."""
    term = claim.terms[index]
    before = claim.terms[index - 1].text.lower() if index else ""
    gerund = term.concept is None and term.text.lower().endswith("ing") and before not in _RUNNING
    return not term.filler and not gerund
