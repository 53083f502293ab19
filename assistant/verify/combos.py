"""Combinations keep their partners: A plus B is not A plus C, and not A alone. Pure."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.answers import Reason, ReasonCode
from assistant.verify.drug_pairs import consecutive, is_drug, listed, past_class
from assistant.verify.matching import Match
from assistant.verify.meaning import says
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_JOINTS = frozenset(
    (
        "w:plus",
        "w:with",
        "w:combin with",
        "w:combin",
        "w:in combin with",
        "w:togeth with",
        "w:along with",
        "w:alongsid",
        "w:ad to",
        "w:add to",
        "w:pair with",
        "w:in conjunct with",
    )
)
_PAIR = 2
_BACK = 3
_CLOSE = 4
_AGAINST = frozenset(("w:over", "w:than", "w:versus", "w:vs", "w:compar with", "w:compar to"))
_AT_ONCE = re.compile(
    r"\b(?:together|at the same time|at once|simultaneously|concurrently|in one go|side by side)\b", re.IGNORECASE
)
_ALONE = frozenset(("alone", "by itself", "by themselves", "on its own", "on their own", "as monotherapy"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for drugs that the claim combines and the statement combines with others only."""
    joined = _both(match, lexicon) or _joined(match, lexicon) or _lone(match, lexicon)
    if joined:
        return (joined,)
    stated = [group for group in _combinations(match.ground.statement) if not _is_kind_of(group, match.ground.statement, lexicon)]
    if not stated:
        return ()
    for combination in _combinations(match.claim):
        ours = [match.claim.terms[index] for index in combination]
        known = [group for group in stated if any(_in(term, group, match, lexicon) for term in ours)]
        if known and not any(all(_in(term, group, match, lexicon) for term in ours) for group in known):
            named = " and ".join(term.text for term in ours)
            return (Reason(code=ReasonCode.NAME, detail=f"the cited words don't combine {named}"),)
    return _dropped(match, stated, lexicon)


def _both(match: Match, lexicon: Lexicon) -> Reason | None:
    """A reason for "A and B should be given" where the statement says "A or B should be given"."""
    statement, claim = match.ground.statement, match.claim
    strict = any(term.has("strength", "should") or term.has("strength", "must") for term in statement.terms)
    listing = any(
        term.has("strength", "may") or (term.keys & {"g:include", "g:example"} and not term.keys & {"w:are", "w:is"})
        for term in (*statement.terms, *claim.terms)
    )
    if not strict:
        return None
    chosen = [pair for pair in _neighbours(statement, "w:or") if not _in_brackets(statement, pair[0])]
    if listing:  # in a list "and" may count what "or" chooses from, but for "either A or B"
        chosen = [pair for pair in chosen if pair[0] and statement.terms[pair[0] - 1].text.lower() == "either"]
    for left, right in _neighbours(claim, "w:and"):
        ours = claim.terms[left], claim.terms[right]
        for first, second in chosen:
            theirs = statement.terms[first], statement.terms[second]
            straight = says(ours[0], theirs[0], lexicon) and says(ours[1], theirs[1], lexicon)
            if straight or (says(ours[0], theirs[1], lexicon) and says(ours[1], theirs[0], lexicon)):
                return Reason(code=ReasonCode.NAME, detail=f"the cited words say {theirs[0].text} or {theirs[1].text}, not both")
    return None


def _joined(match: Match, lexicon: Lexicon) -> Reason | None:
    """A reason for "A plus B" where the statement says "A or B", and nowhere both together."""
    statement, claim = match.ground.statement, match.claim
    chosen = [pair for pair in (*consecutive(statement), *past_class(statement)) if _between(statement, pair, {"w:or"})]
    apart = [
        pair
        for pair in (*chosen, *listed(statement))
        if not _between(statement, pair, _JOINTS) and not any(_is_regimen(statement.terms[index]) for index in pair)
    ]
    apart += [(first, named) for first, second in apart if (named := _named_by_class(statement, second))]
    together = _combinations(statement)
    for left, right in consecutive(claim):
        joint = _between(claim, (left, right), {"w:and"}) and _is_partner(claim, left)
        joint = joint or _between(claim, (left, right), _JOINTS) or _signed(claim, left, right) or _at_once(claim, left, right)
        if not joint or _between(claim, (left, right), {"w:or"}):
            continue
        ours = claim.terms[left], claim.terms[right]
        if any(all(_in(term, group, match, lexicon) for term in ours) for group in together):
            continue
        for pair in apart:
            theirs = [statement.terms[index] for index in pair]
            if any(_same(ours[0], one, lexicon) and _same(ours[1], other, lexicon) for one, other in (theirs, theirs[::-1])):
                return Reason(code=ReasonCode.NAME, detail=f"the cited words say {theirs[0].text} or {theirs[1].text}, not both")
    return None


def _is_partner(claim: Scoped, left: int) -> bool:
    """True for the A of "X combined with A and B": both are taken with X."""
    drugs = [index for index, term in enumerate(claim.terms[:left]) if is_drug(term)]
    return bool(drugs) and left - drugs[-1] <= _CLOSE and _between(claim, (drugs[-1], left), _JOINTS)


def _at_once(claim: Scoped, left: int, right: int) -> bool:
    """True for "A and B taken together", whatever else "and" may mean."""
    return bool(_between(claim, (left, right), {"w:and"})) and _AT_ONCE.search(claim.text) is not None


def _named_by_class(scoped: Scoped, index: int) -> int:
    """The place of the drug right behind its class ("or the conjugate X"); 0 without one."""
    following = index + 1
    terms = scoped.terms
    named = following < len(terms) and is_drug(terms[following]) and getattr(terms[index].concept, "kind", "") == "drug class"
    return following if named else 0


def _same(ours: Term, theirs: Term, lexicon: Lexicon) -> bool:
    """True for the very thing: a class before "with" is no member of the list behind it."""
    return says(ours, theirs, lexicon) and says(theirs, ours, lexicon)


def _is_regimen(term: Term) -> bool:
    return term.concept is not None and term.concept.kind == "regimen"


def _one_thing(ours: Term, theirs: Term, lexicon: Lexicon) -> bool:
    return says(ours, theirs, lexicon) or says(theirs, ours, lexicon)


def _lone(match: Match, lexicon: Lexicon) -> Reason | None:
    """A reason for "A alone" where the statement says this of B only."""
    ours, theirs = _by_themselves(match.claim), _by_themselves(match.ground.statement)
    if not ours or not theirs:
        return None
    fits = any(_one_thing(one, other, lexicon) for one in ours for other in theirs)
    if fits and not (_outdone(match.ground.statement) and not _outdone(match.claim) and _urged(match.claim)):
        return None
    return Reason(code=ReasonCode.NAME, detail=f"the cited words speak of {theirs[0].text} alone, not of {ours[0].text}")


def _outdone(scoped: Scoped) -> bool:
    """True if each "X alone" stands behind "over", "than", "with": as what another is better than."""
    terms = scoped.terms
    places = [
        index for index, term in enumerate(terms) if index > 1 and term.text.lower() in _ALONE and is_drug(terms[index - 1])
    ]
    return bool(places) and all(
        any(term.keys & _AGAINST for term in terms[max(0, index - _BACK) : index - 1]) for index in places
    )


def _urged(scoped: Scoped) -> bool:
    return any(term.names("strength") & {"should", "strong", "must"} for term in scoped.terms)


def _by_themselves(scoped: Scoped) -> list[Term]:
    """The drugs right before "alone", "by itself"."""
    terms = scoped.terms
    return [
        terms[index - 1]
        for index, term in enumerate(terms)
        if index and term.text.lower() in _ALONE and is_drug(terms[index - 1])
    ]


def _between(scoped: Scoped, pair: tuple[int, int], keys: frozenset[str] | set[str]) -> bool:
    return any(term.keys & keys for term in scoped.terms[pair[0] + 1 : pair[1]])


def _signed(scoped: Scoped, left: int, right: int) -> bool:
    return [term.text for term in scoped.terms[left + 1 : right]] == ["+"]


def _in_brackets(scoped: Scoped, index: int) -> bool:
    """True inside of "(A, B or C)": it lists what the words before it mean."""
    texts = [term.text for term in scoped.terms[:index]]
    return texts.count("(") > texts.count(")")


def _neighbours(scoped: Scoped, joint: str) -> list[tuple[int, int]]:
    """Pairs of drugs with nothing but the joint between them."""
    drugs = [index for index, term in enumerate(scoped.terms) if is_drug(term)]
    found = []
    for left, right in pairwise(drugs):
        between = [term for term in scoped.terms[left + 1 : right] if not term.keys & {"w:a", "w:an"}]
        if len(between) == 1 and joint in between[0].keys:
            found.append((left, right))
    return found


def _in(term: Term, group: tuple[int, ...], match: Match, lexicon: Lexicon) -> bool:
    return any(says(term, match.ground.terms[index], lexicon) for index in group)


def _dropped(match: Match, stated: list[tuple[int, ...]], lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a single drug to which the claim gives what the statement gives to a combination."""
    drugs = [term for term in match.claim.terms if is_drug(term)]
    lone = {index for index, term in enumerate(match.ground.terms) if is_drug(term)} - {
        index for group in stated for index in group
    }
    for term in drugs:
        if any(says(term, match.ground.terms[index], lexicon) for index in lone):
            continue
        groups = [group for group in stated if _in(term, group, match, lexicon)]
        others = [other for other in drugs if other is not term]
        joined = any(
            other.keys & {"g:combine"} or other.text in {"+", "/"} for other in match.claim.terms if not other.keys & {"w:and"}
        )
        if groups and not any(any(_in(other, group, match, lexicon) for other in others) for group in groups) and not joined:
            partners = ", ".join(match.ground.terms[index].text for index in groups[0])
            return (
                Reason(
                    code=ReasonCode.NOT_STATED,
                    detail=f"the cited words speak of the combination {partners}, the claim of {term.text} alone",
                ),
            )
    return ()


def _is_kind_of(group: tuple[int, ...], scoped: Scoped, lexicon: Lexicon) -> bool:
    """True for "premedication with X": a class beside its own member is no combination."""
    ids = [concept.concept_id for index in group if (concept := scoped.terms[index].concept)]
    return any(left in lexicon.ancestors(right) for left in ids for right in ids)


def _combinations(scoped: Scoped) -> list[tuple[int, ...]]:
    """The groups of drugs joined by "plus", "with", "+" or "/"; "A with B, C or D" is three of them."""
    found: list[list[int]] = []
    current: list[int] = []
    last = -1
    for index, term in enumerate(scoped.terms):
        if not is_drug(term):
            continue
        if current and _is_joint(scoped, last, index):
            current.append(index)
        elif len(current) >= _PAIR and term.concept in {scoped.terms[other].concept for other in current}:
            found.append(current)  # "A with B, or A with C"
            current = [index]
        elif len(current) >= _PAIR and _is_alternative(scoped, current[-2], last, index):
            found.append(current)
            current = [*current[:-1], index]
        else:
            found.append(current)
            current = [index]
        last = index
    found.append(current)
    found = [group for group in found if len(group) >= _PAIR]
    return [tuple(group) for group in (*found, *_with_former(scoped, found))]


def _with_former(scoped: Scoped, found: list[list[int]]) -> list[list[int]]:
    """For "A or B with C": A is combined with C as well."""
    paired = {group[-1] for group in found}  # "A/B or C/D": B has its own partner
    alternatives = {right: left for left, right in _neighbours(scoped, "w:or") if left not in paired}
    return [[alternatives[group[0]], *group[1:]] for group in found if group[0] in alternatives]


def _is_alternative(scoped: Scoped, first: int, left: int, right: int) -> bool:
    """True for "or C" in "A with B or C", and for ", B" in "A with B, C or D"."""
    between = scoped.terms[left + 1 : right]
    if any(term.text in {"+", "/"} for term in scoped.terms[first:left]) or not between:
        return False
    listed = all(term.text == "," or term.keys & {"w:or", "w:a", "w:an"} for term in between)
    return listed and any(term.keys & {"w:or"} for term in scoped.terms[left:])


def _is_joint(scoped: Scoped, left: int, right: int) -> bool:
    between = [term for term in scoped.terms[left + 1 : right] if not (term.filler and term.keys & {"w:a", "w:an", "w:the"})]
    if len(between) == 1 and between[0].text.lower() == "to":
        return any(term.keys & {"w:ad", "w:add"} for term in scoped.terms[max(0, left - _PAIR) : left])
    return len(between) == 1 and (bool(between[0].keys & _JOINTS) or between[0].text in {"+", "/"})
