"""Whether a claim says a condition that its statement makes: its words, its group, its bound. Pure."""

from __future__ import annotations

import re

from assistant.verify.amounts import age_within
from assistant.verify.conditional import Condition
from assistant.verify.limiting import limits_of
from assistant.verify.matching import Match
from assistant.verify.terms import Term

_TELLS_GROUP = frozenset(("population", "gene", "condition", "test", "site"))
_ABSENT = frozenset(("g:absence", "w:in the absenc of"))
# What must have happened: "once X has failed" isn't said by "once X".
_EVENTS = frozenset(("g:failure", "g:stops_working"))
# Words that say the same time, whatever stands behind them.
_TIMES = (
    frozenset("after afterwards afterward following once then later since subsequently post".split()),
    frozenset("during while whilst throughout within meanwhile".split()),
)
_DENIALS = frozenset(("not", "no", "never", "none"))
_WORD = re.compile(r"[a-z]+")
_MOSTLY = 0.5
_SEVERAL = 2


def says_condition(match: Match, condition: Condition, needed: list[int]) -> bool:
    """True if the claim says at least one alternative of the condition, its first word included; of an exception each."""
    alternatives: list[list[int]] = [[]]
    terms = match.ground.terms
    for index, term in enumerate(terms):
        if condition.start <= term.start < condition.end:
            if term.text == "," or term.keys & {"w:or"}:
                alternatives.append([])
            elif index in needed:
                alternatives[-1].append(index)
    named = [one for one in alternatives if one]
    if not any(_alternative_said(match, condition, one) for one in named):
        return False
    # Whoever says nothing of one of several exceptions says the rule where it doesn't hold.
    return condition.kind != "unless" or all(_touched(match, condition, one) for one in named)


def _alternative_said(match: Match, condition: Condition, alternative: list[int]) -> bool:
    """True if the claim says half of the alternative's words, and the one that it turns on."""
    said = [index for index in alternative if _said_inside(match, condition, index) or _quantity_said(match, index)]
    if any(match.ground.terms[index].keys & _EVENTS and not match.claims_for(index) for index in alternative):
        return False
    times = [index for index in alternative if _is_time(match.ground.terms[index])]
    if times and (not set(times) <= set(said) or len(alternative) > len(times) == len(said)):
        return False  # neither "after 24 hours" nor "when eating" says "when eating for 24 hours"
    return (
        len(said) * 2 >= len(alternative)
        and (condition.kind != "after" or alternative[0] in said)
        and (condition.kind != "if" or alternative[-1] in said or len(said) * 3 >= 2 * len(alternative))
    )


def says_when(match: Match, condition: Condition, needed: list[int]) -> bool:
    """True if the claim says in words of its own when it is: by a word of that time, or a condition that has one of its words."""
    terms = match.claim.terms
    opening = match.ground.statement.text[condition.start :].split(maxsplit=1)[0].lower()
    times = next((words for words in _TIMES if opening in words), frozenset())
    if any(not times.isdisjoint(_WORD.findall(term.text.lower())) for term in terms):
        return True
    own = {place for index in needed for place in match.claims_for(index) if not terms[place].filler}
    return any(one.start <= terms[place].start < one.end for one in limits_of(match.claim.text) for place in own)


def _is_time(term: Term) -> bool:
    return term.quantity is not None and term.quantity.kind == "duration"


def _touched(match: Match, condition: Condition, alternative: list[int]) -> bool:
    """True if the claim says any word of the alternative."""
    return any(_said_inside(match, condition, index) or _quantity_said(match, index) for index in alternative)


def _said_inside(match: Match, condition: Condition, index: int) -> bool:
    """True if the claim says the condition's word, and not only the same word of the main clause."""
    terms = match.ground.terms
    stated = terms[index]
    if stated.concept is not None and stated.concept.kind == "population":
        return _told(match, index)
    if stated.keys & _ABSENT and any(_lacks_inside(match, condition, own) for own in match.claims_for(index)):
        return True
    if _said_in_name(match, condition, stated):
        return True
    return any(
        all(
            condition.start <= terms[other].start < condition.end
            or not match.ground.is_own(terms[other])
            or (terms[other].filler and not match.claim.terms[own].filler)
            for other in match.links[own]
        )
        or any(key.startswith("w:") for key in match.claim.terms[own].keys & stated.keys)
        or (match.claim.terms[own].parts and match.claim.terms[own].concept)
        for own in match.claims_for(index)
        if _says_head(match.claim.terms[own], stated) and not _is_namesake(match.claim.terms[own], stated)
    )


def _is_namesake(own: Term, stated: Term) -> bool:
    """True for the "not" of "not given" beside "absence seizures": that absence denies nothing."""
    return stated.text.lower() == "absence" and own.text.lower() in _DENIALS


def _said_in_name(match: Match, condition: Condition, stated: Term) -> bool:
    """True for the "mild" of "when gout is mild" where the claim's name of the same has the word: "in mild gout"."""
    words = {key for key in stated.keys if key.startswith("w:") and " " not in key}
    return any(
        any(words & part for part in own.parts)
        and any(condition.start <= match.ground.terms[link].start < condition.end for link in match.links[place])
        for place, own in enumerate(match.claim.terms)
        if own.concept is not None and own.parts
    )


def _lacks_inside(match: Match, condition: Condition, own: int) -> bool:
    """True for "in the absence of X" and "no X" where X is what the condition says is absent."""
    terms = match.claim.terms
    following = next((place for place in range(own + 1, len(terms)) if not terms[place].filler), -1)
    return bool(terms[own].keys & _ABSENT) and any(
        condition.start <= match.ground.terms[link].start < condition.end
        for link in (match.links[following] if following >= 0 else ())
    )


def _says_head(own: Term, stated: Term) -> bool:
    """True unless a lone word of the claim only means something like the first word of a name: "worth" in "good health"."""
    if len(stated.parts) < _SEVERAL or own.concept or own.parts:
        return True
    head = {key for part in stated.parts[1:] for key in part if key != "filler"}
    return bool(own.keys & (stated.keys | head) or any(key.startswith("w:") for key in own.keys & stated.parts[0]))


def _told(match: Match, index: int) -> bool:
    """True if the claim says the statement's term, a group by words for a group."""
    stated = match.ground.terms[index]
    if stated.concept is None or stated.concept.kind != "population":
        return any(
            says_word(match, own, index) or not any(says_word(match, own, other) for other in match.links[own] if other != index)
            for own in match.claims_for(index)
            if not _is_namesake(match.claim.terms[own], stated) and (not match.claim.terms[own].filler or stated.filler)
        )
    own = (match.claim.terms[one] for one in match.claims_for(index))
    return any(_says_group(one, stated) for one in own if not one.filler or (one.concept and one.concept.kind == "population"))


def says_word(match: Match, own: int, index: int) -> bool:
    """True if the claim's term shares a very word with the statement's, and not only a meaning."""
    ours, theirs = (
        {key for part in (term.keys, *term.parts) for key in part if key[:2] in {"w:", "c:"}}
        for term in (match.claim.terms[own], match.ground.terms[index])
    )
    return bool(ours & theirs)


def aimed_at(match: Match, index: int) -> bool:
    """True for the "A-positive" of whom the statement speaks where the claim names what is "A-targeted"."""
    words = {
        key
        for term in match.claim.terms
        if term.concept
        for part in (term.parts or (term.keys,))
        for key in part
        if key.startswith("w:") and any(character.isdigit() for character in key)
    }
    return any(key in words for part in match.ground.terms[index].parts for key in part)


def _says_group(own: Term, stated: Term) -> bool:
    """True for words that tell a group; "hormone therapy" doesn't say "hormone receptor-positive"."""
    if own.concept is not None and own.concept.kind in _TELLS_GROUP:
        return True
    if own.concept is None:
        words = {key for part in (own.keys, *own.parts) for key in part if key.startswith("w:")}
        return len(stated.parts) < _SEVERAL or bool(
            own.keys & stated.keys or own.parts or any(words & part for part in stated.parts)
        )
    return any(own.keys & part for part in stated.parts[1:]) if len(stated.parts) > 1 else bool(own.keys & stated.keys)


def says_most(match: Match, inside: list[int]) -> bool:
    """True if the claim says half of the condition's words, or more."""
    said = [index for index in inside if _told(match, index) or _quantity_said(match, index)]
    return len(said) >= _MOSTLY * len(inside)


def _quantity_said(match: Match, index: int) -> bool:
    stated = match.ground.terms[index]
    if stated.line:
        return any(term.line == stated.line for term in match.claim.terms)
    if stated.quantity is None:
        return False
    return any(
        term.quantity
        and (
            (term.quantity.low, term.quantity.high) == (stated.quantity.low, stated.quantity.high)
            or age_within(stated.quantity, match.ground.statement.text, term.quantity, match.claim.text)
        )
        for term in match.claim.terms
    )


def counts(term: Term) -> bool:
    """True for a term that a condition is made of: no filler, no word that only opens or weighs it."""
    if term.quantity or term.line:
        return True
    if term.keys & {"g:consider"}:
        return False
    return not term.filler and not term.has("conditions") and not term.has("universal") and not term.has("restrictive")
