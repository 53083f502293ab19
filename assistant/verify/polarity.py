"""The claim denies what the statement denies, and nothing else. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answers import Reason, ReasonCode
from assistant.verify.comparison import outdone
from assistant.verify.conditional import is_supposed
from assistant.verify.denials import affirmed, endpoints, one_only, said_otherwise, says_elsewhere, undone
from assistant.verify.matching import Match
from assistant.verify.meaning import denied_parts, denies_by_prefix, denies_word
from assistant.verify.negators import Negator
from assistant.verify.prevented import prevented
from assistant.verify.rungs import supposed
from assistant.verify.scopes import Scoped
from assistant.verify.spoken_of import speaks_of
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_PLAIN = frozenset(("w:not", "w:no", "w:never", "w:shouldn't", "w:don't", "w:doesn't", "w:mustn't", "w:cannot"))
_MATTERING = frozenset(("g:required", "w:matter", "w:prerequisit", "w:condit", "w:requir", "w:necessari"))
_ALONE = frozenset(("alone", "by itself", "by themselves", "on its own", "on their own"))
_MODAL = frozenset(("should", "must", "may", "might", "can", "could"))
_PREFIXED = frozenset(("non",))
_NEXT = 4
_COMPARATIVE = frozenset(("amount", "quality", "length"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where the claim turns an affirmation into a denial or the reverse."""
    del lexicon
    reasons = (*_unmatched_in_claim(match), *_unmatched_in_statement(match), *undone(match), *one_only(match))
    return (*reasons, *prevented(match), *endpoints(match))[:1]


def _unmatched_in_claim(match: Match) -> list[Reason]:
    found = []
    for negator in match.claim.negators:
        if _excepts(match.claim, negator) and any(_is_exception(term) for term in match.ground.terms):
            continue
        if _regardless(match, negator) or _whatever(match, negator) or said_otherwise(match, negator):
            continue
        spoken = _predicate(match, negator) if negator.kind == "clause" else ()
        reach = negator.focus if negator.kind == "local" else spoken or tuple(negator.wide)
        stated = {other for index in reach for other in match.links[index]}
        statement = match.ground.statement
        denied = statement.denied | statement.near
        if match.claim.terms[negator.index].keys & _PLAIN and statement.doubled & _linked(match, negator.focus):
            continue
        itself = any(
            denies_word(match.ground.terms[other], match.claim.terms[index])
            or denies_by_prefix(match.ground.terms[other], match.claim.terms[index])
            for index in reach
            for other in match.links[index]
        )
        itself = itself or _denied_by_name(match, negator)
        contrasted = {other for index in negator.wide for other in match.links[index]} & _contrasted(statement)
        if negator.kind == "local" and match.claim.terms[negator.index].text.lower() in _PREFIXED:
            # "Avoid non-invasive X" is not said by "avoid invasive X": the prefix needs its own.
            denied = frozenset(index for one in statement.negators if one.kind == "local" for index in one.focus)
        if not stated & denied and not itself and not contrasted and not _turned(match, negator):
            word = match.claim.terms[negator.index].text
            found.append(Reason(code=ReasonCode.NEGATION, detail=f"the claim says “{word}”, the cited words don't deny this"))
    return found


def _linked(match: Match, indexes: Iterable[int]) -> frozenset[int]:
    """Where the statement says the claim's terms."""
    return frozenset(other for index in indexes for other in match.links[index])


def _regardless(match: Match, negator: Negator) -> bool:
    """True for "X is not required" and "X does not matter" where the statement says "regardless of X"."""
    claim, statement = match.claim, match.ground.statement
    places = [index for index in negator.wide if claim.terms[index].keys & _MATTERING]
    cues = [index for index, term in enumerate(statement.terms) if term.keys & {"g:regardless"} and not term.filler]
    subjects = [index for index in negator.wide if index < negator.index and match.links[index] and not claim.terms[index].filler]
    return bool(places and cues) and any(link > cues[0] for index in subjects for link in match.links[index])


def _denied_by_name(match: Match, negator: Negator) -> bool:
    """True for "none of them works" where a name of the statement denies it ("no longer responding")."""
    if affirmed(match, negator):
        return False
    named = [
        term
        for index, term in enumerate(match.ground.terms)
        if term.concept and term.concept.kind == "population" and denied_parts(term) and not says_elsewhere(match, negator, index)
    ]
    return any(denies_word(term, match.claim.terms[index]) for term in named for index in negator.wide)


def _whatever(match: Match, negator: Negator) -> bool:
    """True for "even if no one in the family had it" where the statement says "regardless of family history"."""
    claim, statement = match.claim, match.ground.statement
    cues = [index for index, term in enumerate(statement.terms) if term.keys & {"g:regardless"}]
    clause = claim.clauses[negator.index]
    opened = any(
        term.text.lower().startswith("even")
        for index, term in enumerate(claim.terms[: negator.index])
        if claim.clauses[index] == clause
    )
    spoken = [index for index in claim.content() if claim.clauses[index] == clause and index != negator.index]
    return bool(cues) and opened and any(link > cues[0] for index in spoken for link in match.links[index])


def _excepts(scoped: Scoped, negator: Negator) -> bool:
    return _is_exception(scoped.terms[negator.index])


def _is_exception(term: Term) -> bool:
    return term.has("conditions", "unless")


def _predicate(match: Match, negator: Negator) -> tuple[int, ...]:
    """What a clause's negator stands before: the first word that is no name, else the first that the statement says."""
    linked = [index for index in negator.focus if match.links[index]]
    # "Should not be used": what is denied is no "should".
    told = [index for index in linked if match.claim.terms[index].text.lower() not in _MODAL] or linked
    plain = [index for index in told if match.claim.terms[index].concept is None]
    return tuple((plain or told)[:1])


def _contrasted(statement: Scoped) -> set[int]:
    """What the statement sets aside with ", not X" or "—not X—"."""
    return {
        index
        for negator in statement.negators
        if negator.kind == "local" and statement.terms[negator.index].keys & {"w:not", "w:no"}
        for index in negator.focus
    }


def _turned(match: Match, negator: Negator) -> bool:
    """True for "not stopped" where the statement says "continue", or a denial carried by the word itself."""
    claim, statement = match.claim, match.ground.statement
    behind = [index for index in negator.focus[1:] if claim.terms[index].has("opposites", "knowledge+")]
    for index in (*behind, *negator.focus[:1]):
        ours = claim.terms[index]
        if any(key.startswith("w:") for other in match.links[index] for key in ours.keys & statement.terms[other].keys):
            return False
        for other in match.links[index]:
            if _opposed(ours, statement.terms[other]):
                return True
    return False


def _opposed(ours: Term, theirs: Term) -> bool:
    names = theirs.names("opposites")
    return any(name[:-1] + ("-" if name.endswith("+") else "+") in names for name in ours.names("opposites"))


def _unmatched_in_statement(match: Match) -> list[Reason]:
    found = _alone_after_all(match)
    statement = match.ground.statement
    only_supposed = supposed(match.claim)
    for negator in statement.negators:
        if _excepts(statement, negator) and any(_is_exception(term) for term in match.claim.terms):
            continue
        if _is_said_of_head(match, negator):
            continue
        focus = [index for index in negator.focus if index != negator.index] if negator.kind != "backward" else [*negator.focus]
        own = {claimed for index in focus for claimed in match.claims_for(index) if not match.claim.terms[claimed].filler}
        if not own and any(match.claims_for(index) for index in focus):
            own = {
                claimed for index in negator.wide for claimed in match.claims_for(index) if not match.claim.terms[claimed].filler
            }
        own = {claimed for claimed in own if not _said_elsewhere(match, claimed, negator) and not _denies(match, claimed)}
        answered = bool(own & match.claim.denied)
        predicate = set(match.claims_for(focus[0])) if focus else set()
        for clause in sorted({match.claim.clauses[index] for index in own}):
            inside = {index for index in own if match.claim.clauses[index] == clause}
            inside -= only_supposed if negator.kind == "clause" and not _is_supposed(statement, negator) else set()
            if _compares_only(match, negator):
                continue
            if inside and (not answered or inside & predicate) and _left_out(match, negator, inside, focus):
                found.append(_denial(statement, negator))
                break
    return found


def _alone_after_all(match: Match) -> list[Reason]:
    """A reason for "X alone is enough" where the statement says "do not rely on X alone"."""
    claim, statement = match.claim, match.ground.statement
    for index in sorted(statement.denied) if not claim.negators else ():
        if statement.terms[index].text.lower() not in _ALONE:
            continue
        for own in match.claims_for(index):
            if claim.terms[own].has("restrictive"):
                return [Reason(code=ReasonCode.NEGATION, detail="the cited words deny this of the thing alone")]
    return []


def _is_said_of_head(match: Match, negator: Negator) -> bool:
    """True for the "contraindicated" of "Below 30: contraindicated" where the claim denies by the same word."""
    terms = match.ground.statement.terms
    headed = negator.kind == "backward" and negator.index > 0 and terms[negator.index - 1].text == ":"
    return headed and any(one.index in match.claims_for(negator.index) for one in match.claim.negators)


def _denies(match: Match, claimed: int) -> bool:
    """True for the claim's own "shouldn't" beside the "should" of "should not"."""
    return any(negator.index == claimed for negator in match.claim.negators)


def _said_elsewhere(match: Match, claimed: int, negator: Negator) -> bool:
    """True if the claim's very word stands outside of what the negator reaches, and inside only words that say as much."""
    reach = negator.wide | set(negator.focus)
    words = {key for key in match.claim.terms[claimed].keys if key.startswith("w:")}
    same = {other for other in match.links[claimed] if words & match.ground.terms[other].keys}
    return bool(same) and not same & reach


def _compares_only(match: Match, negator: Negator) -> bool:
    """True where the statement denies a comparison ("did not lower X") of which the claim says nothing ("X was 28 %")."""
    if negator.kind != "clause":
        return False
    terms = match.ground.terms
    compared = [
        index
        for index in sorted(negator.wide)
        if index > negator.index and any(name[:-1] in _COMPARATIVE for name in terms[index].names("opposites"))
    ]
    if not compared or compared[0] > negator.index + _NEXT:
        return False
    axes = {name[:-1] for index in compared for name in terms[index].names("opposites")}
    return not any(axes & {name[:-1] for name in term.names("opposites")} for term in match.claim.terms) and not any(
        match.claims_for(index) for index in compared
    )


def _is_supposed(scoped: Scoped, negator: Negator) -> bool:
    """True for the "no" of "when no drug works": a claim that supposes that one does says another thing."""
    return is_supposed(scoped.text, scoped.terms[negator.index].start)


def _left_out(match: Match, negator: Negator, own: set[int], focus: list[int]) -> bool:
    """True if a clause of the claim says what the negator denies, without the denial."""
    statement = match.ground.statement
    if not speaks_of(match, own, negator):
        return False
    # "Those with A and no B do not need C": a denial of C alone denies no B.
    shared = negator.kind == "local" and any(
        one.kind == "clause" and statement.clauses[one.index] == statement.clauses[negator.index] for one in statement.negators
    )
    contrast = bool(statement.terms[negator.index].keys & {"w:not", "w:no"}) and not shared
    aside = frozenset(index for one in match.claim.negators if one.kind == "local" for index in one.focus) | outdone(match.claim)
    reached = match.claim.denied | aside if negator.kind != "local" or contrast else match.claim.near
    return not (own & reached or _claim_turned(match, own, focus))


def _denial(statement: Scoped, negator: Negator) -> Reason:
    last = max(negator.focus, default=negator.index)
    word = " ".join(term.text for term in statement.terms[negator.index : last + 1]) or statement.terms[negator.index].text
    return Reason(code=ReasonCode.NEGATION, detail=f"the cited words say “{word}”, the claim leaves the denial out")


def _claim_turned(match: Match, own: set[int], focus: list[int]) -> bool:
    """True for "continue" where the statement says "do not stop", and nothing of the claim says "stop"."""
    claim, statement = match.claim, match.ground.statement
    pairs = [(claim.terms[index], statement.terms[other]) for other in focus for index in match.claims_for(other) if index in own]
    same = any(key.startswith("w:") for ours, theirs in pairs for key in ours.keys & theirs.keys if theirs.has("opposites"))
    return not same and any(_opposed(ours, theirs) for ours, theirs in pairs)
