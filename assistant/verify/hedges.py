"""Hedges don't vanish. Pure."""

from __future__ import annotations

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match, aligned
from assistant.verify.rungs import HEDGES, MODALS, NAMES, RUNGS, Rung, leaves_open, profile
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term

_FINITE = frozenset(f"w:{word}" for word in "is are was were be been has have do doe did will help work give get show".split())
# "Options include A": a list of what there is.
_LISTED = frozenset(("option", "options", "choice", "choices"))
_COPULAS = frozenset(("is", "are", "was", "were"))
_CONSIDERING = frozenset(("g:consider",))
_NEXT = 3
_FEW = 2
_COORDINATING = frozenset((",", "and", "or", "/", "the"))


def vanished(match: Match) -> list[Reason]:
    """A hedge of the statement's words that the flat claim leaves out."""
    statement = match.ground.statement
    every = [
        rung for rung in profile(statement, set(range(len(statement.terms)))) if rung.name in HEDGES and _weighs(match, rung)
    ]
    told = any(term.keys & _CONSIDERING and not term.filler for term in match.claim.terms)
    every = [rung for rung in every if not _kept(match, rung) and not (told and statement.terms[rung.index].keys & _CONSIDERING)]
    if _is_fragment(match.claim):
        every = [rung for rung in every if statement.terms[rung.index].text.lower() not in _LISTED]
    said = [rung for rung in every if rung.name == "may" and _predicate_said(match, rung) and not _of_another(match, rung)]
    every = [rung for rung in every if not statement.terms[rung.index].keys & {"w:some"}]
    if not said and _little_else(match):
        said = [rung for rung in every if match.ground.is_own(statement.terms[rung.index])]
    if not said:
        places = _aligned_places(match)
        near = profile(statement, places)
        if not any(rung.name not in HEDGES and rung.name != "can" for rung in near):
            said = [rung for rung in every if rung.index in places]
    if not said:
        return []
    name = NAMES[RUNGS[said[0].name]]
    return [Reason(code=ReasonCode.STRENGTH, detail=f"the cited words say “{name}”, the claim states it flatly")]


def vanished_beside(match: Match) -> list[Reason]:
    """A reason for "X is so, as Y can be" where the statement says "X may be so": each clause keeps its own hedge."""
    statement, claim = match.ground.statement, match.claim
    told = profile(claim, set(range(len(claim.terms))))
    weighed = {claim.clauses[rung.index] for rung in told}
    weighed |= {one for both in _around_brackets(claim) if weighed.intersection(both) for one in both}
    for rung in profile(statement, set(range(len(statement.terms)))):
        if (
            rung.name != "may"
            or not statement.terms[rung.index].keys & MODALS
            or not match.ground.is_own(statement.terms[rung.index])
        ):
            continue
        said = _said_behind(match, rung)
        flat = bool(said) and all(_flatly(claim, own) for own in said) and rung.index + 1 < len(statement.terms)
        if said and (flat or not any(claim.clauses[own] in weighed for own in said)) and _weighs(match, rung):
            return [Reason(code=ReasonCode.STRENGTH, detail="the cited words say “may”, the claim states it flatly")]
    return []


def _flatly(claim: Scoped, own: int) -> bool:
    """True for the "unsuitable" of "X can be at several places, hence Y are unsuitable": the "can" has a verb of its own."""
    copula = next(
        (place for place in range(own - 1, max(-1, own - _NEXT), -1) if claim.terms[place].text.lower() in _COPULAS), -1
    )
    if copula < 0:
        return False
    ends = [place for place in range(copula) if claim.terms[place].text in {",", ";", ":"}]
    modals = [
        place for place in range(copula) if any(part & MODALS for part in (claim.terms[place].keys, *claim.terms[place].parts))
    ]
    others = [rung for rung in profile(claim, set(range(len(claim.terms)))) if rung.index not in modals and rung.name in HEDGES]
    return bool(modals and ends) and modals[-1] < ends[-1] and not others


def _around_brackets(claim: Scoped) -> list[tuple[int, int]]:
    """The clauses that go on behind a bracket: "A (such as B), or C may be given" is one clause before and behind."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for index, term in enumerate(claim.terms):
        if term.text == "(":
            opened.append(index)
        elif term.text == ")" and opened:
            begin = opened.pop()
            words = [other.text.lower() for other in claim.terms[index + 1 : index + 3]]
            before = [
                other for place, other in enumerate(claim.terms[:begin]) if claim.clauses[place] == claim.clauses[begin - 1]
            ]
            listed = not any(other.keys & _FINITE for other in before)
            goes_on = listed and words[:1] == [","] and words[1:] in (["or"], ["and"])
            if begin and words and (goes_on or not claim.terms[index + 1].punctuation):
                found.append((claim.clauses[begin - 1], claim.clauses[index + 1 + goes_on]))
    return found


def _is_fragment(claim: Scoped) -> bool:
    """True for a line without a verb ("A or B as later lines"): it states nothing flatly."""
    return not any(term.keys & _FINITE or term.has("imperatives") for term in claim.terms)


def pulled_in(match: Match) -> list[Reason]:
    """A reason for one of a list ("A, B and C are usual") of which the statement says no more than "may"."""
    statement, claim = match.ground.statement, match.claim
    hedged = {
        statement.clauses[rung.index]
        for rung in profile(statement, set(range(len(statement.terms))))
        if rung.name in {"may", "can"}
    }
    for members in _lists(claim):
        if claim.terms[members[0]].is_group:
            continue  # groups are for whom it is said, not what may be
        clause = claim.clauses[members[0]]
        if not hedged or any(term.has("strength", "may") for at, term in enumerate(claim.terms) if claim.clauses[at] == clause):
            continue
        homes = {index: {statement.clauses[other] for other in match.links[index]} for index in members if match.links[index]}
        open_ones = [index for index, clauses in homes.items() if clauses <= hedged]
        if open_ones and len(open_ones) < len(homes):
            said = claim.terms[open_ones[0]].text
            return [
                Reason(code=ReasonCode.STRENGTH, detail=f"the cited words say “may” of {said}, the claim counts it with the rest")
            ]
    return []


def _lists(scoped: Scoped) -> list[list[int]]:
    """The named things of one kind that only commas, "and" and "or" part, three and more at a time."""
    found: list[list[int]] = []
    for index, term in enumerate(scoped.terms):
        if term.concept is None:
            continue
        last = found[-1][-1] if found else -1
        between = {other.text.lower() for other in scoped.terms[last + 1 : index]}
        joined = last >= 0 and between <= _COORDINATING and getattr(scoped.terms[last].concept, "kind", "") == term.concept.kind
        if joined:
            found[-1].append(index)
        else:
            found.append([index])
    return [members for members in found if len(members) > _FEW]


def _kept(match: Match, rung: Rung) -> bool:
    """True if a word of the claim says the hedge itself, though it weighs nothing there ("the usual toxicities")."""
    said = match.ground.terms[rung.index]
    if said.has("quantifiers", "some") and any(term.has("quantifiers", "some") for term in match.claim.terms):
        return True
    if said.has("opposites", "axis14+") and any(term.has("quantifiers", "many") for term in match.claim.terms):
        return True  # "many get X" keeps the "common" of "X is common"
    return any(
        term.has("strength", rung.name) or (term.keys & said.keys & {"g:option"} and not term.concept)
        for term in (match.claim.terms[own] for own in match.claims_for(rung.index))
    )


def _little_else(match: Match) -> bool:
    """True for a unit that says little but its hedge ("other drugs might be tried")."""
    own = [index for index in match.ground.statement.content() if match.ground.is_own(match.ground.terms[index])]
    terms = match.ground.terms
    rest = [index for index in own if not terms[index].has("strength") and not terms[index].has("conditions")]
    return len(rest) <= _FEW


def _weighs(match: Match, rung: Rung) -> bool:
    """A lead-in counts by its verb only ("may be considered for:", not "options:"); a denied claim is about other words."""
    statement = match.ground.statement
    term = statement.terms[rung.index]
    if not match.ground.is_told(term) and not any(part & MODALS for part in (term.parts or (term.keys,))):
        return False
    if leaves_open(statement, rung.index):
        return True
    claim = match.claim
    home = statement.clauses[rung.index]
    spoken = {clause for clause in set(claim.clauses) if home in aligned(match, clause)}
    denied = any(negator.kind != "local" and claim.clauses[negator.index] in spoken for negator in claim.negators)
    return denied == rung.denied


def _predicate_said(match: Match, rung: Rung) -> bool:
    """True if the claim says the word that the hedge stands before."""
    return bool(_said_behind(match, rung))


def _of_another(match: Match, rung: Rung) -> bool:
    """True for the "option" of "A is an option for X: B has shown Y" where the claim speaks of B and Y alone."""
    statement, claim = match.ground.statement, match.claim
    if statement.terms[rung.index].text.lower().rsplit(maxsplit=1)[-1] not in _LISTED:
        return False
    home = statement.clauses[rung.index]
    telling = {claim.clauses[index] for index in claim.content() if not _tells_whom(claim.terms[index])}
    if any(home in aligned(match, clause) for clause in telling):
        return False
    subject = [index for index in statement.content() if index < rung.index and statement.clauses[index] == home]
    named = [own for index in subject for own in match.claims_for(index) if not claim.terms[own].filler]
    return all(any(statement.clauses[link] != home for link in match.links[own]) for own in named)


def _tells_whom(term: Term) -> bool:
    return term.punctuation or (term.concept is not None and term.concept.kind in {"population", "condition"})


def _said_behind(match: Match, rung: Rung) -> list[int]:
    """The claim's terms that say the word that the hedge stands before, denied as it is."""
    statement, claim = match.ground.statement, match.claim
    after = [
        index
        for index in statement.content()
        if index > rung.index
        and not statement.terms[index].has("negators")
        and (not statement.terms[index].has("strength") or statement.terms[index].has("opposites"))
    ]
    if not after or after[0] - rung.index > _NEXT or statement.clauses[after[0]] != statement.clauses[rung.index]:
        return []
    some = statement.terms[rung.index].keys & {"w:some"}
    said = [own for own in match.claims_for(after[0]) if not (some and claim.terms[own].filler)]
    return [
        own
        for own in said
        if (own in claim.denied) == ((after[0] in statement.denied) != _opposed(claim.terms[own], statement.terms[after[0]]))
    ]


def _opposed(ours: Term, theirs: Term) -> bool:
    """True for "unsuitable" beside "appropriate"."""
    names = theirs.names("opposites")
    return any(name[:-1] + ("-" if name.endswith("+") else "+") in names for name in ours.names("opposites"))


def _aligned_places(match: Match) -> set[int]:
    """Where the statement's clauses are that the claim speaks of."""
    statement = match.ground.statement
    clauses: dict[int, int] = {}
    for index, others in enumerate(match.links):
        if match.claim.terms[index].filler:
            continue
        for clause in {statement.clauses[other] for other in others}:
            clauses[clause] = clauses.get(clause, 0) + 1
    top = max(clauses.values(), default=0)
    kept = {clause for clause, count in clauses.items() if count == top}
    return {index for index, clause in enumerate(statement.clauses) if clause in kept}
