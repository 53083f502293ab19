"""“All”, “never”, “only”, “not routinely”: the claim neither widens nor drops a limit. Pure."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.answers import Reason, ReasonCode
from assistant.verify.conditional import find_conditions
from assistant.verify.identity import identifies
from assistant.verify.matching import Match
from assistant.verify.only import denied_of_one, limited_name, only, restricted
from assistant.words.lexicon import Lexicon

_CONCEDING = frozenset(("even with", "even if", "even in", "even when", "even though", "despite", "even after"))
_CONCEDED = frozenset(("g:although", "g:regardless", "w:even", "w:but", "w:yet", "w:still", "w:howev"))


# What a statement's denial elsewhere doesn't say: it is so for certain, and for everyone.
_SURE = frozenset(
    (
        *("whether or not", "regardless of", "regardless", "irrespective of", "irrespective", "with or without", "no matter"),
        *("proven to", "certain to", "is certain", "certainly", "definitely", "guarantee", "guaranteed", "invariably", "always"),
    )
)
_MOST = re.compile(r"\bmost\b|\w+est\b|\bmain|\bchief", re.IGNORECASE)
# "bone (the most frequent)" ranks one of a list.
_RANKED = re.compile(r"\((?:the\s+)?(?:most\s+\w+|commonest|\w+est)\b[^)]*\)", re.IGNORECASE)
_START = re.compile(
    r"\bfrom\s+(?:the\s+(?:(?:very\s+)?first\s+\w+|start|outset|beginning)|day\s+one|day\s+1)\b|\bstraight\s+away\b|\bright\s+away\b",
    re.IGNORECASE,
)
_ALONE_OR_WITH = re.compile(
    r"\b(?:alone|on\s+its\s+own|by\s+itself|as\s+monotherapy)\s+or\s+(?:(?:used\s+)?in\s+combination\s+|combined\s+|together\s+|along\s+)?with\b"
    r"|\+/-|±|\boptionally\b|\band/or\b",
    re.IGNORECASE,
)
_PROVIDED = re.compile(
    r"\b(?:provided|providing|on\s+(?:the\s+)?condition|as\s+long\s+as|so\s+long\s+as|but\s+only\s+(?:if|when)|only\s+if)\b",
    re.IGNORECASE,
)
_CASES = frozenset(("g:criterion", "w:for", "w:in", "w:with"))
_DEGREE = frozenset(("completely", "entirely"))
_REGARDLESS = frozenset(("g:although", "g:regardless", "w:even"))
_CERTAIN = frozenset(
    ("proven to", "certain to", "is certain", "certainly", "definitely", "guarantee", "guaranteed", "invariably", "always")
)
_OF_WHOM = frozenset(("population", "condition"))
_DEGREES = frozenset("extent size degree kind type stage age severity line dose".split())
_PEOPLE = frozenset("patient patients person people woman women man men case cases individual individuals pts anyone".split())
_PERSON = frozenset("patient person woman man child adult".split())
_ANYONE = frozenset(("anyone", "anybody"))
_SUCH = frozenset("with who whose on in taking receiving being considered having".split())
_EVERY = _ANYONE | {"any", "every", "each", "everyone", "everybody"}
_SOME = frozenset("some few certain several".split())
_EVERYBODY = frozenset(("everyone", "everybody", "anyone", "anybody"))
_COUNTING = frozenset(("any", "every", "each", "all"))
_SUCH_ONES = _SUCH | {"that", "which", "that is", "that are", "who is", "who are"}
_NAMED_AS = _PEOPLE | frozenset("and tumor tumour cancer disease lesion".split())
_NAMING = 8
_NEXT = 3
_OCCASIONS = frozenset("time week day month year infusion dose visit cycle injection treatment round course hour session".split())


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason where the claim says all, never or only and the statement does not, or denies more than the statement."""
    ranks = [term.text for index, term in enumerate(match.claim.terms) if _is_first(match, index)]
    if not _MOST.search(match.ground.statement.text):
        ranks += _RANKED.findall(match.claim.text)
    if ranks:
        return (Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words don't say which is {ranks[0]}"),)
    if identifies(match, lexicon):
        return ()
    return (
        *_from_the_start(match),
        *_provided(match),
        *_universal(match),
        *_concession(match),
        *only(match),
        *limited_name(match),
        *restricted(match),
        *denied_of_one(match),
        *_forbidding(match),
    )[:1]


def _universal(match: Match) -> list[Reason]:
    """“All”, “always”, “never” need the statement's own."""
    claim, statement = match.claim, match.ground.statement
    ours = [
        term
        for index, term in enumerate(claim.terms)
        if term.has("universal")
        and not _counts_times(match, index)
        and not _any_at_all(match, index)
        and not _each_of_a_list(match, index)
        and not _alone_or_with(match, index)
        and not _any_above(match, index)
        and not _anyone_such(match, index)
        and not (term.text.lower() in _DEGREE and match.links[index])
        and not _said_so(match, index)
        and not _with_exception(match, index)
    ]
    ours = [term for term in ours if not statement.negators or term.text.lower() in _SURE]
    ours += [term for index, term in enumerate(claim.terms) if _however(match, index)]
    certain = [term for term in ours if term.text.lower() in _CERTAIN]
    everybody = bool(ours) and ours[0].text.lower() in _EVERYBODY
    said = [
        term
        for index, term in enumerate(statement.terms)
        if not _if_any(match, index) and not (everybody and _of_things(match, index))
    ]
    conceded = any(term.keys & _REGARDLESS for term in said) and not certain
    if ours and not conceded and not any(term.has("universal") for term in said):
        return [Reason(code=ReasonCode.STRENGTH, detail=f"the cited words don't say “{ours[0].text}”")]
    return []


def _of_things(match: Match, index: int) -> bool:
    """True for the "any" of "any gene", which says nothing of everybody."""
    terms = match.ground.statement.terms
    behind = terms[index + 1 : index + 1 + _NEXT]
    of_whom = any((one.concept and one.concept.kind in _OF_WHOM) or not _PEOPLE.isdisjoint(one.words) for one in behind)
    return terms[index].text.lower() in _COUNTING and not of_whom


def _if_any(match: Match, index: int) -> bool:
    """True for the "any" of "if any" in the statement, which says no more than "some"."""
    terms = match.ground.statement.terms
    return terms[index].text.lower() == "any" and index > 0 and terms[index - 1].text.lower() in {"if", "whether"}


def _counts_times(match: Match, index: int) -> bool:
    """True for "each infusion" and "every time", which is no claim about everyone."""
    term = match.claim.terms[index]
    following = match.claim.terms[index + 1].text.lower() if index + 1 < len(match.claim.terms) else ""
    return term.text.lower() in {"each", "every"} and following in _OCCASIONS


def _each_of_a_list(match: Match, index: int) -> bool:
    """True for "A, B and C are all drugs of this class": it sums up what the claim has listed itself."""
    terms = match.claim.terms
    if terms[index].text.lower() != "all" or not index or terms[index - 1].text.lower() not in {"are", "is", "were"}:
        return False
    before = [term for term in terms[:index] if match.claim.clauses[terms.index(term)] == match.claim.clauses[index]]
    named = [term for term in before if term.concept and term.concept.kind not in _OF_WHOM]
    return len(named) > 1 and not any(term.concept and term.concept.kind in _OF_WHOM for term in before)


def _alone_or_with(match: Match, index: int) -> bool:
    """True for "with or without X" where the statement says "alone or combined with X"."""
    said = match.claim.terms[index].text.lower() == "with or without"
    return said and _ALONE_OR_WITH.search(match.ground.statement.text) is not None


def _provided(match: Match) -> list[Reason]:
    """“Provided that X” needs a condition or a limit of the statement."""
    found = _PROVIDED.search(match.claim.text)
    ground = match.ground
    told = any(
        term.has("conditions", "if") or term.has("conditions", "unless") or term.has("restrictive") or term.keys & _CASES
        for term in (*ground.statement.terms, *ground.context.terms)
    )
    if not found or told or any(one.kind != "after" for one in find_conditions(ground.statement.text)):
        return []
    return [Reason(code=ReasonCode.POPULATION, detail=f"the cited words make no such condition (“{found[0]}”)")]


def _said_so(match: Match, index: int) -> bool:
    """True for "has been proven to be better" where the statement says "has proven superiority"."""
    term = match.claim.terms[index]
    return term.words[:1] == ("proven",) and any(other.words[-1:] == ("proven",) for other in match.ground.terms)


def _with_exception(match: Match, index: int) -> bool:
    """True for "in all X, Y unless Z" where the statement says "Y unless Z": an exception is made to what holds of all others."""
    if match.claim.terms[index].text.lower() != "all":
        return False
    ours, theirs = (
        [place for place, term in enumerate(terms) if term.has("conditions", "unless")]
        for terms in (match.claim.terms, match.ground.terms)
    )
    return bool(ours and theirs) and ours[0] > index


def _any_above(match: Match, index: int) -> bool:
    """True for "whatever X" where a heading says "any X"."""
    following = [place for place in range(index + 1, len(match.claim.terms)) if not match.claim.terms[place].filler][:1]
    return any(term.has("universal") for term in match.ground.context.terms) and any(
        place in match.in_context for place in following
    )


def _anyone_such(match: Match, index: int) -> bool:
    """True for "anyone with X" where the statement says "patients with X" and counts none of them out."""
    terms = match.claim.terms
    following = terms[index + 1].text.lower() if index + 1 < len(terms) else ""
    any_one = terms[index].text.lower() == "any" and following in _PERSON
    after = terms[index + 2].text.lower() if any_one and index + 2 < len(terms) else following
    such = (terms[index].text.lower() in _ANYONE or any_one) and after in _SUCH
    if not such and not _every_such(match, index):
        return False
    if any(term.has("strength", "usual") for term in match.ground.statement.terms):
        return False
    statement = match.ground.statement.terms
    named = any(_PEOPLE & set(term.text.lower().split()) for term in statement) or bool(find_conditions(match.ground.own))
    named = named or (after == "on" and any(term.text.lower() == "during" for term in statement))
    return named and not any(term.has("quantifiers") or term.has("restrictive") or _SOME & set(term.words) for term in statement)


def _every_such(match: Match, index: int) -> bool:
    """True for "every X with Y", "any X that is Y" and "everyone whose X": it tells by what they are named."""
    terms = match.claim.terms
    if terms[index].text.lower() not in _EVERY:
        return False
    for place in range(index + 1, min(len(terms), index + _NAMING)):
        if terms[place].text.lower() in _SUCH_ONES:
            return True
        concept = terms[place].concept
        if not ((concept and concept.kind in _OF_WHOM) or terms[place].text == "," or terms[place].text.lower() in _NAMED_AS):
            return False
    return False


def _from_the_start(match: Match) -> list[Reason]:
    """“From the first dose” goes against a statement that says after what."""
    found = _START.search(match.claim.text)
    later = any(one.kind == "after" for one in find_conditions(match.ground.own))
    if not found or not later or _START.search(match.ground.statement.text):
        return []
    return [Reason(code=ReasonCode.POPULATION, detail=f"the cited words say after what, the claim “{found[0]}”")]


def _however(match: Match, index: int) -> bool:
    """True for "however hard it is": in every case."""
    following = [term.text for term in match.claim.terms[index + 1 : index + 2]]
    return index > 0 and match.claim.terms[index].text.lower() == "however" and following not in ([], [","])


def _is_first(match: Match, index: int) -> bool:
    """True for "is the first to …", which ranks, where the statement says nothing of first or last."""
    terms = match.claim.terms
    around = [terms[index - 1].text.lower() if index else "", *(term.text.lower() for term in terms[index + 1 : index + 2])]
    ranked = any(term.keys & {"g:initial", "w:first", "w:last", "w:earliest"} for term in match.ground.terms)
    return terms[index].text.lower() in {"first", "last"} and around == ["the", "to"] and not ranked


def _any_at_all(match: Match, index: int) -> bool:
    """True for "any gene changes found" and "before any offer": whatever there may be, not everyone."""
    following = [term for term in match.claim.terms[index + 1 : index + 3] if not term.punctuation]
    of_whom = any((term.concept and term.concept.kind in _OF_WHOM) or term.text.lower() in _PEOPLE for term in following)
    degree = any(term.text.lower() in _DEGREES for term in following)
    return match.claim.terms[index].text.lower() == "any" and index > 0 and not of_whom and not degree


def _concession(match: Match) -> list[Reason]:
    """“Even with X” needs the statement's own “even”, “although” or “regardless”."""
    ours = [
        term
        for index, term in enumerate(match.claim.terms)
        if term.text.lower() in _CONCEDING and not _conceded_of_all(match, index)
    ]
    if not ours or any(term.keys & _CONCEDED or term.has("universal") for term in match.ground.terms):
        return []
    return [Reason(code=ReasonCode.STRENGTH, detail=f"the cited words don't say “{ours[0].text}”")]


def _conceded_of_all(match: Match, index: int) -> bool:
    """True for "despite X" where X is what the headings tell of everyone here: the claim only sets it off."""
    terms = match.claim.terms
    stop = next((place for place in range(index + 1, len(terms)) if terms[place].punctuation), len(terms))
    said = [place for place in range(index + 1, stop) if not terms[place].filler]
    return bool(said) and all(place in match.in_context for place in said)


def _forbidding(match: Match) -> list[Reason]:
    """“Contraindicated” and “never” need more than “should not”."""
    ours = [term for term in match.claim.terms if term.has("forbidding")]
    strong = any(
        term.has("forbidding")
        or (term.has("strength", "must") and (index in match.ground.statement.denied or _is_denied_next(match, index)))
        for index, term in enumerate(match.ground.terms)
    )
    if ours and ours[0].text.lower() == "never" and _orders_not(match):
        return []
    if ours and not strong:
        return [Reason(code=ReasonCode.STRENGTH, detail=f"the cited words don't say “{ours[0].text}”")]
    return []


def _is_denied_next(match: Match, index: int) -> bool:
    """True for the "must" of "must not"."""
    return any(term.keys & {"w:not"} for term in match.ground.terms[index + 1 : index + 2])


def _orders_not(match: Match) -> bool:
    """True for "Do not X" without a limit such as "routinely": it forbids as "never X" does."""
    terms = match.ground.terms
    ordered = any(left.text.lower() == "do" and right.keys & {"w:not"} for left, right in pairwise(terms))
    return ordered and not any(term.has("restrictive") for term in terms)
