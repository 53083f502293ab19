"""What a statement denies in other words than "not", and what it tells not to withhold. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.verify.comparison import outdone
from assistant.verify.conditional import find_conditions, is_supposed
from assistant.verify.matching import Match
from assistant.verify.meaning import denied_parts
from assistant.verify.negators import Negator, one_of_more
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term

_NEGATIVE = "w:negat"
_SIGNS = frozenset((_NEGATIVE, "w:posit"))
_CONTRASTING = frozenset(("w:rather than", "w:instead of", "w:as oppos to", "w:in place of", "w:in lieu of"))
_UNTIL = frozenset(("w:until", "w:till"))
_AS_LONG = ("as long as", "so long as", "while ", "for as long")
_REACH = 3
_WORKING = frozenset(("g:effective", "g:helpful", "g:respond", "w:work", "w:help", "w:respond"))
_HOLDING = frozenset(("held", "hold", "enough", "controlled", "control", "succeeded"))
_FAILING = frozenset(("g:failure", "g:stops_working", "w:ineffect", "w:fail", "w:failur"))
_STOPPING = frozenset(("w:stop", "w:halt", "w:prevent", "w:keep", "w:keep from", "w:stop from"))
_STOPPED = 8
_WHEN = frozenset(("at", "on", "upon", "after", "at the time of", "at time of"))
_SEVERAL = frozenset(("several", "many", "some"))
_MORE_THAN_ONE = frozenset(
    (
        "variety various different multiple range several many diverse both either numerous types kinds forms ways two three or"
    ).split()
)


def said_otherwise(match: Match, negator: Negator) -> bool:
    """True if the statement denies what the claim's negator denies, though it has no negator there."""
    return (
        _negative_by_name(match, negator)
        or _set_aside(match, negator)
        or _excepted(match.ground.statement, match, negator)
        or _excepted(match.ground.context, match, negator)
        or _supposed_alike(match, negator)
        or _failed(match, negator)
        or _until_then(match, negator)
        or _stopped(match, negator)
    )


def _stopped(match: Match, negator: Negator) -> bool:
    """True for "so that they no longer make X" where the statement says "to stop them from making X"."""
    if match.claim.terms[negator.index].text.lower() != "no longer":
        return False
    statement = match.ground.statement
    cues = [
        index
        for index, term in enumerate(statement.terms)
        if term.keys & _STOPPING and index not in statement.denied and not term.has("negators")
    ]
    said = [index for index in negator.focus[:1] if match.links[index]]
    return bool(said) and any(
        0 < link - cue <= _STOPPED and statement.clauses[link] == statement.clauses[cue]
        for cue in cues
        for link in match.links[said[0]]
    )


def _until_then(match: Match, negator: Negator) -> bool:
    """True for "as long as it isn't growing" where the statement says "until it grows"."""
    claim, terms = match.claim, match.ground.terms
    clause = claim.clauses[negator.index]
    before = " ".join(
        term.text.lower() for index, term in enumerate(claim.terms[: negator.index]) if claim.clauses[index] == clause
    )
    untils = [index for index, term in enumerate(terms) if term.keys & _UNTIL]
    if not untils or not any(opening in before for opening in _AS_LONG):
        return False
    said = [index for index in negator.focus if match.links[index]]
    return bool(said) and any(link > untils[0] for link in match.links[said[0]])


def undone(match: Match) -> list[Reason]:
    """A reason for "a reason to refuse X" where the statement says "do not refuse X"."""
    statement, claim = match.ground.statement, match.claim
    for index in sorted(statement.doubled):
        own = [one for one in match.claims_for(index) if _says_so(claim.terms[one], statement.terms[index])]
        own = [one for one in own if not claim.terms[one].filler and not _is_gerund(claim.terms[one])]
        if not own or any(one in claim.doubled or _denied_by_another(claim, one) for one in own):
            continue
        said = f"not {statement.terms[index].text}"
        return [Reason(code=ReasonCode.NEGATION, detail=f"the cited words say “{said}”, the claim leaves the denial out")]
    return []


def _denied_by_another(claim: Scoped, index: int) -> bool:
    """True if a negator other than the word itself reaches it."""
    return any(negator.index != index and index in {*negator.focus, *negator.wide} for negator in claim.negators)


def one_only(match: Match) -> list[Reason]:
    """A reason for "not just one form" where the statement names no more than one."""
    claim = match.claim
    if not any(one_of_more(claim.terms, index) for index, term in enumerate(claim.terms) if term.has("negators", "clause")):
        return []
    for term in match.ground.terms:
        if term.names("quantifiers") & _SEVERAL or _MORE_THAN_ONE & set(term.text.lower().split()):
            return []
    return [Reason(code=ReasonCode.NEGATION, detail="the cited words don't say that there is more than one")]


def _says_so(ours: Term, theirs: Term) -> bool:
    """True if both say it by the word or by a group of like words, not by what the word denies ("withhold", "give")."""
    return any(key.startswith("g:") for key in ours.keys & theirs.keys) or ours.text.lower() == theirs.text.lower()


def _is_gerund(term: Term) -> bool:
    return term.concept is None and term.text.lower().endswith("ing")


def _negative_by_name(match: Match, negator: Negator) -> bool:
    """True for "no X receptors" beside the name "X receptor-negative"."""
    for index in negator.focus:
        term = match.claim.terms[index]
        if term.quantity or any(part & _SIGNS for part in (term.keys, *term.parts)):
            continue
        words = {key for part in (term.parts or (term.keys,)) for key in part if key.startswith("w:")}
        for other in (*match.ground.terms, *match.ground.context.terms):
            at = next((number for number, part in enumerate(other.parts) if _NEGATIVE in part), 0)
            if at and other.concept and words & other.parts[at - 1]:
                return True
    return False


def _set_aside(match: Match, negator: Negator) -> bool:
    """True for "A instead of B" where the statement says "A is preferred over B"."""
    if not match.claim.terms[negator.index].keys & _CONTRASTING:
        return False
    aside = outdone(match.ground.statement)
    return any(other in aside for index in (*negator.focus, *negator.wide) for other in match.links[index])


def _excepted(scoped: Scoped, match: Match, negator: Negator) -> bool:
    """True for "without X" where the statement, or what it stands under, says "unless X"."""
    ranges = [(one.start, one.end) for one in find_conditions(scoped.text) if one.kind == "unless"]
    if not ranges or match.claim.terms[negator.index].keys & _CONTRASTING:
        return False
    inside = [term for term in scoped.terms if any(start <= term.start < end for start, end in ranges) and not term.filler]
    keys = {key for term in inside for part in (term.keys, *term.parts) for key in part if key != "filler"}
    named = [match.claim.terms[index] for index in negator.focus]
    return bool(named) and all(any(part & keys for part in (term.keys, *term.parts)) for term in named[:1])


def _failed(match: Match, negator: Negator) -> bool:
    """True for "X hasn't worked" beside "failure of X"."""
    behind = [term for term in match.claim.terms[negator.index + 1 : negator.index + 1 + _REACH] if not term.punctuation]
    if affirmed(match, negator):
        return False
    works = any(term.keys & _WORKING or set(term.text.lower().split()) & _HOLDING for term in behind[:_REACH])
    return works and any(
        (term.keys & _FAILING or any(part & _FAILING for part in term.parts)) and not says_elsewhere(match, negator, index)
        for index, term in enumerate(match.ground.terms)
    )


def affirmed(match: Match, negator: Negator) -> bool:
    """True if the statement says, and doesn't deny, that it works or helps, where the claim denies this."""
    statement = match.ground.statement
    said = {link for index in negator.focus[:1] for link in match.links[index] if not statement.terms[link].filler}
    return any(
        link not in statement.denied | statement.near
        and not denied_parts(statement.terms[link])
        and any(part & _WORKING for part in (statement.terms[link].keys, *statement.terms[link].parts))
        and not any(part & _FAILING for part in (statement.terms[link].keys, *statement.terms[link].parts))
        for link in said
    )


def says_elsewhere(match: Match, negator: Negator, index: int) -> bool:
    """True if another clause of the claim says the statement's term by its name or its very word."""
    claim, stated = match.claim, match.ground.terms[index]
    return any(
        claim.clauses[own] != claim.clauses[negator.index]
        and any(key[:2] in {"w:", "c:"} or key in _FAILING for key in claim.terms[own].keys & stated.keys)
        for own in match.claims_for(index)
    )


def _supposed_alike(match: Match, negator: Negator) -> bool:
    """True for "if it is held back" where the statement, too, speaks of holding back, and doesn't deny it there."""
    claim, statement = match.claim, match.ground.statement
    return is_supposed(claim.text, claim.terms[negator.index].start) and any(
        any(key.startswith("g:") for key in claim.terms[negator.index].keys & term.keys)
        and index not in statement.denied | statement.doubled
        for index, term in enumerate(statement.terms)
    )


def endpoints(match: Match) -> list[Reason]:
    """An outcome that the statement denies is not affirmed, and the reverse ("no survival benefit", "better quality of life")."""
    claim, statement = match.claim, match.ground.statement
    if not any(negator.kind == "clause" for negator in statement.negators):
        return []
    for index, term in enumerate(claim.terms):
        if term.concept is None or term.concept.kind not in {"endpoint", "side effect"} or not match.links[index]:
            continue
        if is_supposed(claim.text, term.start) and all(_tells_when(statement, other) for other in match.links[index]):
            continue  # "when it progresses" says "at progression", whatever is denied there
        states = {other in statement.denied for other in match.links[index]}
        if len(states) == 1 and (index in claim.denied) not in states and not any(own.has("operators") for own in claim.terms):
            return [Reason(code=ReasonCode.NEGATION, detail=f"claim and cited words differ in what they deny of “{term.text}”")]
    return []


def _tells_when(statement: Scoped, index: int) -> bool:
    """True for the "progression" of "at the first progression": it tells when."""
    return any(term.text.lower() in _WHEN for term in statement.terms[max(0, index - _REACH) : index])
