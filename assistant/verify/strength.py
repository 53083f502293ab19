"""The claim recommends neither more nor less strongly than the statement, and hedges neither vanish nor appear. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answers import Reason, ReasonCode
from assistant.lexicon import Lexicon
from assistant.verify.conditional import find_conditions
from assistant.verify.identity import identifies
from assistant.verify.matching import Match, aligned
from assistant.verify.scopes import Scoped

_RUNGS = {
    "needless": 2.5,
    "must": 6.0,
    "strong": 5.5,
    "should": 5.0,
    "consider": 4.5,
    "usual": 4.0,
    "may": 3.0,
    "can": 3.0,
    "unlikely": 2.0,
}
_NAMES = {
    2.5: "required",
    6.0: "must",
    5.5: "strongly recommended",
    5.0: "recommended",
    4.5: "should be considered",
    4.0: "usually",
    3.0: "may",
    2.0: "unlikely",
}
_HEDGES = frozenset(("may", "usual", "unlikely", "consider"))
_FINITE = frozenset(("w:is", "w:are", "w:was", "w:were", "w:has", "w:have", "w:doe", "w:do", "w:will"))
_MODALS = frozenset(("w:may", "w:might", "w:can", "w:could"))
_SUBORDINATE = frozenset(
    (
        "w:as",
        "w:becaus",
        "w:sinc",
        "w:which",
        "w:that",
        "w:who",
        "w:whose",
        "w:although",
        "w:while",
        "w:wherea",
        "w:becaus of",
        "w:due to",
    )
)
_OPENERS = frozenset(("w:so", "w:but", "w:and", "w:then", "w:and then"))
_LEAVES_OPEN = frozenset(("required", "mandatory", "necessary", "essential", "obligatory", "compulsory"))
_TWINS = {"must": "should", "should": "must", "consider": "may", "may": "consider"}
_STEP = 0.5
_LEFT = 0.4
_BEST = 0.9
_NEXT = 3
_FEW = 2


@dataclass(frozen=True, slots=True)
class _Rung:
    """A strength word: its place (-1: said by the form of the statement), its name, whether it is denied."""

    index: int
    name: str
    denied: bool


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where claim and statement stand on different rungs, or a quantifier is widened."""
    if identifies(match, lexicon):
        return ()
    return (*_rungs(match), *_universal(match), *_restricted(match), *_forbidding(match))[:1]


def _forbidding(match: Match) -> list[Reason]:
    """“Contraindicated” and “never” need more than “should not”."""
    ours = [term for term in match.claim.terms if term.has("forbidding")]
    strong = any(
        term.has("forbidding") or (term.has("strength", "must") and index in match.ground.statement.denied)
        for index, term in enumerate(match.ground.terms)
    )
    if ours and not strong:
        return [Reason(code=ReasonCode.STRENGTH, detail=f"the cited words don't say “{ours[0].text}”")]
    return []


def _profile(scoped: Scoped, indexes: set[int]) -> list[_Rung]:
    conditional = [condition for condition in find_conditions(scoped.text) if condition.kind in {"if", "unless"}]
    indexes = {index for index in indexes if not any(one.start <= scoped.terms[index].start < one.end for one in conditional)}
    found = [
        _Rung(index, name, (index in scoped.denied) != scoped.terms[index].has("negators", "clause"))
        for index in sorted(indexes)
        for name in sorted(scoped.terms[index].names("strength"))
        if name in _RUNGS
    ]
    found += [_Rung(index, "usual", index in scoped.denied) for index in sorted(indexes) if _is_most(scoped, index)]
    found = [_needless(scoped, rung) for rung in found]
    # "May need" and "may be required" are no stronger than "may".
    return [
        rung
        for rung in found
        if not any(
            other.name == "may"
            and 0 < rung.index - other.index <= _NEXT
            and rung.name in {"must", "should"}
            and scoped.clauses[rung.index] == scoped.clauses[other.index]
            for other in found
        )
    ]


def _needless(scoped: Scoped, rung: _Rung) -> _Rung:
    """“Not mandatory” leaves it open, “must not” forbids it."""
    if rung.name == "must" and rung.denied and scoped.terms[rung.index].text.lower() in _LEAVES_OPEN:
        return _Rung(rung.index, "needless", denied=True)
    return rung


def _is_most(scoped: Scoped, index: int) -> bool:
    """True for "most drugs", not for "benefit most" or "the most common"."""
    if scoped.terms[index].text.lower() != "most" or (index and scoped.terms[index - 1].text.lower() == "the"):
        return False
    return any(
        term.text.lower().endswith("s") or term.text.lower() in {"women", "people"}
        for term in scoped.terms[index + 1 : index + 3]
        if not term.punctuation
    )


def _rungs(match: Match) -> list[Reason]:
    claim = match.claim
    ours = _profile(claim, set(range(len(claim.terms))))
    stated = _stated(match)
    for rung in ours:
        others = _nearest(match, rung, stated)
        if rung.name == "can" and (len(ours) > 1 or not _contradicts_can(rung, others)):
            continue
        if (
            any(_alike(rung, other) for other in others)
            or _both_forbid(match, rung, others)
            or _denied_elsewhere(match, rung, others)
        ):
            continue
        twin = _Rung(rung.index, _TWINS.get(rung.name, ""), rung.denied)
        if twin in ours and any(_alike(twin, other) for other in others):
            continue
        return [_differs(rung, others or stated)]
    return _will(match) or ([] if ours else _vanished(match))


def _contradicts_can(rung: _Rung, others: list[_Rung]) -> bool:
    """True where the statement says "should" or "unlikely" of what the claim says "can"."""
    told = [other for other in others if other.index >= 0]
    return bool(told) and all(
        other.name in {"unlikely", "must", "strong", "should"} or other.denied != rung.denied for other in told
    )


def _will(match: Match) -> list[Reason]:
    """“Will aid” where the statement says “may aid”: told clause by clause, other clauses may weigh as they like."""
    statement, claim = match.ground.statement, match.claim
    if any(term.text.lower() == "will" for term in statement.terms):
        return []
    for index, term in enumerate(claim.terms):
        if term.text.lower() != "will":
            continue
        homes = aligned(match, claim.clauses[index])
        modals = [
            other
            for other, stated in enumerate(statement.terms)
            if stated.keys & _MODALS or any(part & _MODALS for part in stated.parts)
        ]
        if any(statement.clauses[other] in homes for other in modals):
            return [Reason(code=ReasonCode.STRENGTH, detail="the cited words say “may”, the claim “will”")]
    return []


def _vanished(match: Match) -> list[Reason]:
    """A hedge of the statement's words that the flat claim leaves out."""
    statement = match.ground.statement
    every = [
        rung for rung in _profile(statement, set(range(len(statement.terms)))) if rung.name in _HEDGES and _counts(match, rung)
    ]
    said = [rung for rung in every if rung.name == "may" and _predicate_said(match, rung)]
    every = [rung for rung in every if not statement.terms[rung.index].keys & {"w:some"}]
    if not said and _little_else(match):
        said = [rung for rung in every if match.ground.is_own(statement.terms[rung.index])]
    if not said:
        places = _aligned_places(match)
        near = _profile(statement, places)
        if not any(rung.name not in _HEDGES and rung.name != "can" for rung in near):
            said = [rung for rung in every if rung.index in places]
    if said:
        return [
            Reason(
                code=ReasonCode.STRENGTH,
                detail=f"the cited words say “{_NAMES[_RUNGS[said[0].name]]}”, the claim states it flatly",
            )
        ]
    return []


def _little_else(match: Match) -> bool:
    """True for a unit that says little but its hedge ("other drugs might be tried")."""
    own = [index for index in match.ground.statement.content() if match.ground.is_own(match.ground.terms[index])]
    return (
        len(
            [
                index
                for index in own
                if not match.ground.terms[index].has("strength") and not match.ground.terms[index].has("conditions")
            ]
        )
        <= _FEW
    )


def _counts(match: Match, rung: _Rung) -> bool:
    """A lead-in counts by its verb only ("may be considered for:", not "options:"); a denied claim is about other words."""
    statement = match.ground.statement
    term = statement.terms[rung.index]
    if not match.ground.is_own(term) and not any(part & _MODALS for part in (term.parts or (term.keys,))):
        return False
    denied = any(negator.kind != "local" for negator in match.claim.negators)
    return denied == rung.denied


def _predicate_said(match: Match, rung: _Rung) -> bool:
    """True if the claim says the word that the hedge stands before."""
    statement, claim = match.ground.statement, match.claim
    after = [index for index in statement.content() if index > rung.index and not statement.terms[index].has("strength")]
    if not after or after[0] - rung.index > _NEXT or statement.clauses[after[0]] != statement.clauses[rung.index]:
        return False
    return any((own in claim.denied) == (after[0] in statement.denied) for own in match.claims_for(after[0]))


def _nearest(match: Match, rung: _Rung, stated: list[_Rung]) -> list[_Rung]:
    """The statement's strength words that govern what the claim's governs, as far as that can be told."""
    weighed = [(_shared(match, rung, other), other) for other in stated]
    top = max((weight for weight, other in weighed if other.index >= 0), default=0.0)
    return [other for weight, other in weighed if other.index < 0 or weight >= _BEST * top]


def _shared(match: Match, rung: _Rung, other: _Rung) -> float:
    claim, statement = match.claim, match.ground.statement
    if other.index < 0:
        return 0.0
    total = 0.0
    for index, links in enumerate(match.links):
        if claim.clauses[index] != claim.clauses[rung.index] or claim.terms[index].filler or index == rung.index:
            continue
        there = [link for link in links if statement.clauses[link] == statement.clauses[other.index] and link != other.index]
        if there:
            total += (1.0 if index > rung.index else _LEFT) * max(_governs(statement, other.index, link) for link in there)
    return total


def _governs(statement: Scoped, index: int, link: int) -> float:
    """1 for what stands behind the strength word with no other between, less for the rest."""
    if link < index:
        return _LEFT
    between = any(name in _RUNGS for position in range(index + 3, link) for name in statement.terms[position].names("strength"))
    return _LEFT if between else 1.0


def _stated(match: Match) -> list[_Rung]:
    """The statement's own strength; without one its lead-in's; without that what its form says."""
    ground, statement = match.ground, match.ground.statement
    own = {index for index, term in enumerate(statement.terms) if ground.is_own(term)}
    found = _profile(statement, own)
    if _is_imperative(match, own):
        found += [_Rung(-1, "should", denied=False), _Rung(-1, "should", denied=True)]
    opening = _opening(match, own)
    if any(rung.name != "can" and rung.index in opening for rung in found) or any(rung.index < 0 for rung in found):
        return found
    before = set(range(len(statement.terms))) - own
    lead = _profile(statement, before)
    if any(statement.terms[index].has("imperatives") and not statement.terms[index].filler for index in before):
        lead = [*lead, _Rung(-1, "should", denied=False)]
    if lead:
        return found + [_Rung(-1, rung.name, rung.denied) for rung in lead]
    around = _profile(ground.context, set(range(len(ground.context.terms))))
    if not any(statement.terms[index].keys & _FINITE for index in opening):
        optional = any(rung.name == "may" for rung in around)
        found.append(_Rung(-1, "may" if optional else "should", denied=False))
    return found


def _opening(match: Match, own: set[int]) -> set[int]:
    """The statement's main words: those in brackets and in clauses of reason or relation left out."""
    scoped = match.ground.statement
    depth = 0
    subordinate: set[int] = set()
    found: set[int] = set()
    for index in sorted(own):
        term = scoped.terms[index]
        depth += {"(": 1, ")": -1}.get(term.text, 0) if term.punctuation else 0
        if term.keys & _SUBORDINATE and not term.concept:
            subordinate.add(scoped.clauses[index])
        if depth <= 0 and scoped.clauses[index] not in subordinate:
            found.add(index)
    return found


def _is_imperative(match: Match, own: set[int]) -> bool:
    """True if a clause of the statement opens with a bare verb ("Prescribe calcium", "so consider the plan")."""
    terms, clauses = match.ground.terms, match.ground.statement.clauses
    opened: set[int] = set()
    for index in sorted(own):
        if terms[index].punctuation or terms[index].keys & _OPENERS or clauses[index] in opened:
            continue
        opened.add(clauses[index])
        if terms[index].has("imperatives") and (
            clauses[index] == min(opened) or index and terms[index - 1].keys & _OPENERS or terms[index - 1].punctuation
        ):
            return True
    return False


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


def _alike(ours: _Rung, theirs: _Rung) -> bool:
    if ours.denied != theirs.denied:
        return False
    if ours.denied and {ours.name, theirs.name} <= {"must", "strong", "should"}:
        return True
    return abs(_RUNGS[ours.name] - _RUNGS[theirs.name]) <= _STEP


def _denied_elsewhere(match: Match, rung: _Rung, others: list[_Rung]) -> bool:
    """True for "should not contain X" beside "recommended: Y that contains no X"; what is denied is checked by itself."""
    if not rung.denied or not any(negator.kind == "clause" for negator in match.ground.statement.negators):
        return False
    return any(not other.denied and abs(_RUNGS[other.name] - _RUNGS[rung.name]) <= _STEP for other in others)


def _both_forbid(match: Match, rung: _Rung, others: list[_Rung]) -> bool:
    """True for "must not be withheld" beside "should not be denied"."""
    statement = match.ground.statement
    strong = {"must", "strong", "should"}
    cancelled = match.claim.clauses[rung.index] in match.claim.cancelled
    return rung.name in strong and any(
        other.name in strong
        and other.denied == rung.denied
        and (cancelled or (other.index >= 0 and statement.clauses[other.index] in statement.cancelled))
        for other in others
    )


def _differs(ours: _Rung, theirs: list[_Rung]) -> Reason:
    said = (
        ", ".join(sorted({("not " if rung.denied else "") + _NAMES[_RUNGS[rung.name]] for rung in theirs}))
        or "no recommendation of this kind"
    )
    claimed = ("not " if ours.denied else "") + _NAMES[_RUNGS[ours.name]]
    return Reason(code=ReasonCode.STRENGTH, detail=f"the claim says “{claimed}”, the cited words “{said}”")


_ONLY = frozenset(("w:onli", "w:sole", "w:exclus", "w:noth but", "w:pure", "w:mere"))


def _universal(match: Match) -> list[Reason]:
    """“All”, “always”, “never”, “only” need the statement's own."""
    claim, statement = match.claim, match.ground.statement
    ours = [term for term in claim.terms if term.has("universal")]
    if ours and not any(term.has("universal") for term in statement.terms) and not statement.negators:
        return [Reason(code=ReasonCode.STRENGTH, detail=f"the cited words don't say “{ours[0].text}”")]
    limits = [term for term in claim.terms if term.keys & _ONLY]
    once = any(term.has("conditions", "after") or term.has("conditions", "if") for term in claim.terms) and any(
        term.has("conditions", "before") or term.has("conditions", "unless") for term in statement.terms
    )
    if limits and not once and not any(term.has("restrictive") for term in statement.terms):
        return [Reason(code=ReasonCode.STRENGTH, detail=f"the cited words don't say “{limits[0].text}”")]
    return []


def _restricted(match: Match) -> list[Reason]:
    """“Not only”, “not routinely”: the claim may not deny more than the statement does."""
    claim, statement = match.claim, match.ground.statement
    limits = [index for index, term in enumerate(statement.terms) if term.has("restrictive") and index in statement.denied]
    if not limits or any(term.has("restrictive") for term in claim.terms):
        return []
    spoken: dict[int, int] = {}
    first = min((negator.index for negator in claim.negators), default=0)
    behind = {index for index in claim.denied if index > first and not claim.terms[index].filler and match.links[index]}
    for index in behind if any(other in statement.denied for own in behind for other in match.links[own]) else claim.denied:
        for clause in {
            statement.clauses[other]
            for other in match.links[index]
            if other in statement.denied and not claim.terms[index].filler
        }:
            spoken[clause] = spoken.get(clause, 0) + 1
    top = max(spoken.values(), default=0)
    if any(spoken.get(statement.clauses[index], 0) == top > 0 for index in limits):
        return [
            Reason(
                code=ReasonCode.STRENGTH,
                detail=f"the cited words deny only “{statement.terms[limits[0]].text}”, the claim denies all",
            )
        ]
    return []
