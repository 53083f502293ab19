"""Small words that say much: what comes first, how often, only where, any of a class. Pure.

None of them is a word of its own to the other checks: "first" and "any" are fillers, and "usually" stands for any "often" of
the statement. Here they count by what they stand before.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.terms import Term
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_FIRST_SAID = frozenset(("g:initial", "g:first", "w:first", "w:initi", "g:preferred"))
_OF = frozenset(("dose", "doses", "cycle", "cycles", "course", "courses", "infusion", "infusions", "injection", "injections"))
_NUMBERS = frozenset("one two three four five six few".split())
_DONE = ("ed", "en", "ing")
_ANY = frozenset(("any", "every", "all", "each"))
_SELDOM = frozenset(
    ("sometimes", "in some cases", "occasionally", "at times", "on occasion", "in certain cases", "rarely", "seldom")
)
_OFTEN = frozenset(
    ("usually", "often", "generally", "typically", "frequently", "commonly", "always", "normally", "mostly", "in most cases")
)
_ESPECIALLY = frozenset(
    ("particularly", "especially", "notably", "above all", "in particular", "mainly", "chiefly", "also", "even")
)
_ONLY = frozenset(("w:onli", "w:sole", "w:exclus"))
_NEAR = 3
_FAR = 5


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for the first small word that the cited words don't have in its place."""
    for found in (_first(match), _how_often(match), _only_there(match), _any_of_class(match, lexicon)):
        if found is not None:
            return (found,)
    return ()


def _first(match: Match) -> Reason | None:
    """For "when given first" and "the first two doses" where nothing of the statement or its headings comes first."""
    terms = match.claim.terms
    said = (*match.ground.terms, *match.ground.context.terms)
    if any(term.keys & _FIRST_SAID or term.line or "first" in term.words for term in said):
        return None
    ordered = any(term.has("conditions", "after") or term.has("conditions", "before") for term in match.ground.terms)
    for index, term in enumerate(terms):
        if term.words[-1:] != ("first",) or not index:
            continue
        behind = [other.text.lower() for other in terms[index + 1 : index + 1 + _NEAR]]
        counted = behind[:1] and (behind[0] in _OF or (behind[0] in _NUMBERS and len(behind) > 1 and behind[1] in _OF))
        ends = not behind or terms[index + 1].punctuation
        done = (term.words[-2:-1] or terms[index - 1].words[-1:])[0].endswith(_DONE)
        if counted or (ends and done and not ordered):
            return Reason(code=ReasonCode.NOT_STATED, detail="the cited words don't say “first” of this")
    return None


def _how_often(match: Match) -> Reason | None:
    """For "usually for years" where the statement says "sometimes for years", and the other way round."""
    claim, statement = match.claim, match.ground.statement
    for index, term in enumerate(claim.terms):
        word = term.text.lower()
        other = _SELDOM if word in _OFTEN else _OFTEN if word in _SELDOM else None
        if other is None:
            continue
        before = [_before(statement.terms, link) for link in _said_behind(match, index)]
        if before and all(any(one.text.lower() in other for one in words) for words in before):
            turned = next(one.text for one in before[0] if one.text.lower() in other)
            return Reason(code=ReasonCode.STRENGTH, detail=f"the claim says “{term.text}”, the cited words “{turned}”")
    return None


def _only_there(match: Match) -> Reason | None:
    """For "only in X" where the statement says "particularly in X"."""
    claim, statement = match.claim, match.ground.statement
    for index, term in enumerate(claim.terms):
        if not term.keys & _ONLY:
            continue
        before = [{one.text.lower() for one in _before(statement.terms, link)} for link in _said_behind(match, index)]
        if before and all(words & _ESPECIALLY for words in before):
            return Reason(code=ReasonCode.STRENGTH, detail=f"the claim says “{term.text}”, the cited words don't limit it so")
    return None


def _any_of_class(match: Match, lexicon: Lexicon) -> Reason | None:
    """For "any X" where the statement names one kind of X and no class."""
    terms = match.claim.terms
    for index, term in enumerate(terms[1:], 1):
        if term.concept is None or term.concept.kind not in TREATMENTS or terms[index - 1].text.lower() not in _ANY:
            continue
        linked = match.linked(index)
        kinds = [one for one in linked if one.concept and term.concept.concept_id in lexicon.ancestors(one.concept.concept_id)]
        if kinds and len(kinds) == len(linked) and term.concept not in {one.concept for one in match.ground.context.terms}:
            detail = f"the cited words say this of “{kinds[0].text}”, the claim of any “{term.text}”"
            return Reason(code=ReasonCode.POPULATION, detail=detail)
    return None


def _said_behind(match: Match, index: int) -> tuple[int, ...]:
    """The statement's places that say the first of the few words behind one, up to the next mark, that it says at all."""
    terms = match.claim.terms
    for place in range(index + 1, min(len(terms), index + 1 + _NEAR)):
        if terms[place].punctuation:
            break
        if match.links[place] and not terms[place].filler:
            return match.links[place]
    return ()


def _before(terms: Sequence[Term], link: int) -> list[Term]:
    """The few words before one, up to the mark before it."""
    found: list[Term] = []
    for place in range(link - 1, max(-1, link - 1 - _FAR), -1):
        if terms[place].punctuation:
            break
        found.append(terms[place])
    return found
