"""The claim recommends neither more nor less strongly than the statement. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.hedges import pulled_in, vanished, vanished_beside
from assistant.verify.identity import identifies
from assistant.verify.matching import Match
from assistant.verify.promised import promised
from assistant.verify.rungs import MODALS, NAMES, RUNGS, STEP, Rung, alike, profile
from assistant.verify.scopes import Scoped
from assistant.verify.stated import ordered, stated_strength
from assistant.words.lexicon import Lexicon

_TWINS = {"must": "should", "should": "must", "consider": "may", "may": "consider"}
_SEVERAL_OPEN = frozenset(
    ("options", "choices", "one of the choices", "among the choices", "one of several choices", "are choices")
)
_OPTIONS = frozenset(("option", "options", "choice", "choices"))
_OPENING = frozenset(("w:may", "w:might", "w:could", "w:may be", "w:might be", "w:could be"))
_STANDARD = frozenset(("standard", "standard approach", "standard of care", "standard treatment", "standard therapy"))
_NEEDS = frozenset(("need", "needs", "needed", "needn't", "is needed", "are needed"))
# "Differs" names no alternative.
_DIFFERING = frozenset(("g:differ", "g:change"))
_RANKING = re.compile(r"\b(?:most\s+(?:common|often|frequent)(?:ly)?|commonest)\b", re.IGNORECASE)
_HAVING_TO = frozenset(("has to", "have to", "needs to", "need to", "need", "needs"))
_NEEDING = frozenset(("need", "needs", "requires", "require", "calls for", "call for"))
_REASON = re.compile(r"\b(?:because|since|given\s+that|as)\s", re.IGNORECASE)
_ENDS = re.compile(r"[,;:.]")
_RISK = re.compile(
    r"\b(?:because\s+of|due\s+to|owing\s+to|given)\s+(?:the\s+|an?\s+)?(?:\w+\s+)?(?:risk|danger|possibility|chance)\s+of\b",
    re.IGNORECASE,
)
_SUPPOSES = frozenset(("if", "when", "where"))
_ONE_OF = 4
_SEVERAL = 2
_LEFT = 0.4
_BEST = 0.9


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where claim and statement stand on different rungs, or a hedge is left out."""
    return () if identifies(match, lexicon) else tuple(_rungs(match) or pulled_in(match))[:1]


def _rungs(match: Match) -> list[Reason]:
    claim = match.claim
    ours = profile(claim, set(range(len(claim.terms))))
    stated = stated_strength(match)
    if _keeps_each(match, ours):
        return promised(match)
    for rung in ours:
        others = _nearest(match, rung, stated)
        if rung.name == "needless" and any(term.keys & {"g:regardless"} and not term.filler for term in match.ground.terms):
            continue
        if rung.name == "can" and (len(ours) > 1 or not _contradicts_can(rung, others) or _denied_by_word(match, rung)):
            continue
        if (
            _describes(match, rung, ours)
            or _as_is_standard(match, rung)
            or _possibly(match, rung)
            or _said_before(match, rung)
            or _many(match, rung)
            or _most_often(match, rung)
            or _as_ordered(match, rung)
            or _of_reason(match, rung)
        ):
            continue
        if _one_of_several(match, rung, others) or _some_named(match, rung):
            continue
        twin = Rung(rung.index, _TWINS.get(rung.name, ""), rung.denied)
        same = [rung, twin] if twin in ours else [rung]
        if rung.denied and claim.terms[rung.index].text.lower() in _NEEDS:
            same.append(Rung(rung.index, "needless", denied=True))
        if any(alike(one, other) for one in same for other in others):
            continue
        if _both_forbid(match, rung, others) or _denied_elsewhere(match, rung, others):
            continue
        return [_differs(rung, others or stated)]
    alternative = any(term.keys & {"g:alternative"} and not term.keys & _DIFFERING and not term.filler for term in claim.terms)
    return promised(match) or ([] if alternative else _opened(match) or vanished_beside(match) if ours else vanished(match))


def _opened(match: Match) -> list[Reason]:
    """A reason for "is an option" where the statement says "might be an option"."""
    claim, statement = match.claim, match.ground.statement
    if any(
        any(part & MODALS for part in (term.keys, *term.parts)) or term.has("opposites", "likelihood+") for term in claim.terms
    ):
        return []
    for index, term in enumerate(claim.terms):
        if term.text.lower() not in _OPTIONS:
            continue
        said = [link for link in match.links[index] if statement.terms[link].text.lower() in _OPTIONS]
        before = [statement.terms[max(0, link - 2) : link] for link in said]
        if said and all(any(other.keys & _OPENING for other in others) for others in before):
            return [Reason(code=ReasonCode.STRENGTH, detail="the cited words say “might be”, the claim “is”")]
    return []


def _keeps_each(match: Match, ours: list[Rung]) -> bool:
    """True if the claim has several words of strength, and the statement has as many, alike and in the same order.

    In a single clause the order is free: "X is an option and should be offered", "X should be offered as an option".
    """
    statement = match.ground.statement
    theirs = profile(statement, set(range(len(statement.terms))))
    if len(ours) < _SEVERAL or len(ours) != len(theirs):
        return False
    if all(alike(one, other) for one, other in zip(ours, theirs, strict=True)):
        return True
    clauses = [{scoped.clauses[rung.index] for rung in rungs} for scoped, rungs in ((match.claim, ours), (statement, theirs))]
    one_clause = any(len(one) == 1 for one in clauses)
    return one_clause and all(alike(one, other) for one, other in zip(ours, reversed(theirs), strict=True))


def _said_before(match: Match, rung: Rung) -> bool:
    """True where the sentence that the unit takes up says the claim's word of strength, and most of what stands beside it."""
    terms, claim = match.ground.terms, match.claim
    said = [link for link in match.links[rung.index] if not match.ground.is_own(terms[link])]
    names = {name for link in said for place in (link, link + 1) if place < len(terms) for name in terms[place].names("strength")}
    if rung.denied or rung.name not in names:
        return False
    beside = [index for index in claim.content() if claim.clauses[index] == claim.clauses[rung.index] and match.links[index]]
    before = [index for index in beside if any(not match.ground.is_own(terms[link]) for link in match.links[index])]
    return len(before) * 2 > len(beside)


def _describes(match: Match, rung: Rung, ours: list[Rung]) -> bool:
    """True for the "needs" of "X may be considered for pain that needs relief", "if pain needs relief": it tells the case."""
    terms, clauses = match.claim.terms, match.claim.clauses
    before, behind = terms[max(0, rung.index - 1) : rung.index], terms[rung.index + 1 : rung.index + 2]
    relative = any(term.text.lower() in {"that", "who"} for term in before) and not any(term.text == "to" for term in behind)
    weighed = [other.index for other in ours if other.name in {"may", "consider", "should"} and other.index != rung.index]
    since = max((index for index in weighed if index < rung.index), default=rung.index)
    supposed = any(
        term.text.lower() in _SUPPOSES and clauses[index] == clauses[rung.index]
        for index, term in enumerate(terms[since : rung.index], start=since)
    )
    return terms[rung.index].text.lower() in _NEEDING and bool(weighed) and (relative or supposed)


def _possibly(match: Match, rung: Rung) -> bool:
    """True for "may help" where the statement speaks of possible help."""
    if rung.name not in {"may", "can"} or rung.denied:
        return False
    terms = match.ground.terms
    named = [index + 1 for index, term in enumerate(terms[:-1]) if term.text.lower() in {"possible", "potential"}]
    behind = range(rung.index + 1, rung.index + 1 + _ONE_OF)
    return any(own in behind for index in named for own in match.claims_for(index))


def _as_is_standard(match: Match, rung: Rung) -> bool:
    """True for "is usually treated with X" where the statement calls X the standard."""
    called = any(term.text.lower() in _STANDARD for term in match.ground.statement.terms)
    return rung.name == "usual" and not rung.denied and called and not match.claim.negators


def _as_ordered(match: Match, rung: Rung) -> bool:
    """True for "X has to be documented" where the statement gives the order: "document X"."""
    if rung.denied or match.claim.terms[rung.index].text.lower() not in _HAVING_TO or ordered(match) in {"", "consider"}:
        return False
    return not any(term.has("strength") for term in match.ground.terms if match.ground.is_own(term))


def _of_reason(match: Match, rung: Rung) -> bool:
    """True for the "may" of "because X may happen" where the statement gives the risk of X for its reason."""
    if rung.name not in {"may", "can"} or rung.denied:
        return False
    own = [found for found in _REASON.finditer(match.claim.text) if found.end() <= match.claim.terms[rung.index].start]
    between = match.claim.text[own[-1].end() : match.claim.terms[rung.index].start] if own else ";"
    return not _ENDS.search(between) and _RISK.search(match.ground.own) is not None


def _most_often(match: Match, rung: Rung) -> bool:
    """True for "most often in X" where the statement says "most commonly in X": it ranks, and hedges nothing."""
    ranked = _RANKING.match(match.claim.text, match.claim.terms[rung.index].start)
    if rung.name != "usual" or ranked is None or _RANKING.search(match.ground.own) is None:
        return False
    claim, statement = match.claim, match.ground.statement
    homes = {statement.clauses[index] for index, term in enumerate(statement.terms) if term.words[:1] == ("most",)}
    named = [
        index for index in claim.content() if claim.terms[index].concept and claim.clauses[index] == claim.clauses[rung.index]
    ]
    links = [match.links[index] for index in named if match.links[index]]
    return all(any(statement.clauses[link] in homes for link in others) for others in links)


def _many(match: Match, rung: Rung) -> bool:
    """True for "X is common" where the statement says that many have it."""
    counted = match.claim.terms[rung.index].text.lower() in {"common", "frequent", "often", "frequently", "commonly"}
    return counted and not rung.denied and any(term.has("quantifiers", "many") for term in match.ground.terms)


def _one_of_several(match: Match, rung: Rung, others: list[Rung]) -> bool:
    """True for "X is one option" and "X and Y are the options" where the statement recommends "X or Y"."""
    terms = match.claim.terms
    word = terms[rung.index].text.lower()
    before = {term.text.lower() for term in terms[max(0, rung.index - _ONE_OF) : rung.index]}
    several = word in _SEVERAL_OPEN or (word in {"option", "choice"} and bool(before & {"one", "one of", "one of the"}))
    stated = any(term.keys & {"w:or"} for term in match.ground.terms)
    return several and stated and any(other.name in {"should", "strong"} and not other.denied for other in others)


def _some_named(match: Match, rung: Rung) -> bool:
    """True for "some drugs, X for one, do so" where the statement says which do: it counts, and hedges nothing."""
    listed = any(term.keys & {"g:include"} and not term.concept for term in match.ground.terms)
    return listed and match.claim.terms[rung.index].text.lower() == "some"


def _denied_by_word(match: Match, rung: Rung) -> bool:
    """True for "cannot be cured" where the statement says "incurable"."""
    claim, statement = match.claim, match.ground.statement
    focus = [index for negator in claim.negators if negator.index == rung.index for index in negator.focus[:1]]
    ours = {name for index in focus for name in claim.terms[index].names("opposites")}
    turned = {name[:-1] + ("-" if name.endswith("+") else "+") for name in ours}
    return any(turned & set(statement.terms[link].names("opposites")) for index in focus for link in match.links[index])


def _contradicts_can(rung: Rung, others: list[Rung]) -> bool:
    """True where the statement says "should" or "unlikely" of what the claim says "can"."""
    told = [other for other in others if other.index >= 0]
    return bool(told) and all(
        other.name in {"unlikely", "must", "strong", "should"} or other.denied != rung.denied for other in told
    )


def _nearest(match: Match, rung: Rung, stated: list[Rung]) -> list[Rung]:
    """The statement's strength words that govern what the claim's governs, as far as that can be told."""
    weighed = [(_shared(match, rung, other), other) for other in stated]
    top = max((weight for weight, other in weighed if other.index >= 0), default=0.0)
    return [other for weight, other in weighed if other.index < 0 or weight >= _BEST * top]


def _shared(match: Match, rung: Rung, other: Rung) -> float:
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
    between = any(name in RUNGS for position in range(index + 3, link) for name in statement.terms[position].names("strength"))
    return _LEFT if between else 1.0


def _denied_elsewhere(match: Match, rung: Rung, others: list[Rung]) -> bool:
    """True for "should not contain X" beside "recommended: Y that contains no X"; what is denied is checked by itself."""
    if not rung.denied or not any(negator.kind == "clause" for negator in match.ground.statement.negators):
        return False
    return any(not other.denied and abs(RUNGS[other.name] - RUNGS[rung.name]) <= STEP for other in others)


def _both_forbid(match: Match, rung: Rung, others: list[Rung]) -> bool:
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


def _differs(ours: Rung, theirs: list[Rung]) -> Reason:
    named = sorted({("not " if rung.denied else "") + NAMES[RUNGS[rung.name]] for rung in theirs})
    said = ", ".join(named) or "no recommendation of this kind"
    claimed = ("not " if ours.denied else "") + NAMES[RUNGS[ours.name]]
    return Reason(code=ReasonCode.STRENGTH, detail=f"the claim says “{claimed}”, the cited words “{said}”")
