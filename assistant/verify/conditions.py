"""A condition that the statement makes may not be dropped: unless, if, only after, in patients with … Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.answers import Reason, ReasonCode
from assistant.verify.absent import told_absent
from assistant.verify.condition_said import aimed_at, counts, says_condition, says_most, says_when, says_word
from assistant.verify.conditional import Condition, find_conditions
from assistant.verify.identity import identifies
from assistant.verify.joined import halves_of
from assistant.verify.limiting import limits_of
from assistant.verify.matching import Match
from assistant.verify.otherwise import told_of_all, unsaid
from assistant.verify.segment import speaks_of_segment
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_COORDINATED = re.compile(r"\b(?:and|or)\s*$", re.IGNORECASE)
_OR = re.compile(r"\bor\s*$", re.IGNORECASE)
# "Those older than 40" takes up nobody: it says itself who they are.
_TAKEN_UP = re.compile(
    r"^(?:\W*\w+){0,3}?\W*\b(?:they|them|their|these|such|those(?!\s+(?:who|whose|with|without|in|on|at|of|aged|older|younger|over|under"
    r"|above|below|having|taking|receiving|being|able|unable)\b))\b",
    re.IGNORECASE,
)
_ESPECIALLY = re.compile(
    r"\b(?:particularly|especially|above\s+all|notably|preferably|mainly|even|including|such\s+as|chiefly|mostly)\s*,?\s*$",
    re.IGNORECASE,
)
_EXCEPTING = frozenset(
    (
        *("g:although", "g:absence", "g:alternative", "g:switch"),
        *("w:instead", "w:other", "w:if", "w:onli", "w:reserv", "w:otherwis", "w:except"),
    )
)
# Kinds of which the claim must say what counts, not only half of their words.
_WHOLE = frozenset(("if", "after", "unless", "without", "subject"))
_LIMITING = frozenset(("if", "people", "whose", "bracket", "subject"))
_REACH = 4
_SHORT_REACH = 2
_FEW = 2
_BEING = frozenset(("is", "are", "becomes", "become", "gets", "get", "remains", "remain"))
_CLAUSES = frozenset(("if", "until"))
_GRAVE = frozenset(("g:severe", "g:serious", "g:unacceptable"))
_FINITE = frozenset(("w:is", "w:are", "w:was", "w:were", "w:has", "w:have"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for the first condition of the statement that the claim leaves out."""
    ground = match.ground
    if identifies(match, lexicon):
        return ()
    text = ground.statement.text
    every = limits_of(text)
    for condition in every:
        if _no_limit(match, condition):
            continue
        words = text[condition.start : condition.end].strip()
        inside = _words_of(match, condition)
        needed = [index for index in inside if not _topical(match, [index], lexicon)]
        if condition.kind == "unless" and needed and _turned_round(match, condition, needed):
            return (Reason(code=ReasonCode.POPULATION, detail=f"the claim takes the exception “{words}” for the rule"),)
        if any(_told(match, other, lexicon) for other in _alternatives(text, condition, every)):
            continue
        if _left_out(match, condition, needed, inside):
            return (Reason(code=ReasonCode.POPULATION, detail=f"the claim leaves out the condition “{words}”"),)
    if told_of_all(match):
        return (Reason(code=ReasonCode.POPULATION, detail="the cited words say this of all other cases, the claim of all"),)
    return ()


def _left_out(match: Match, condition: Condition, needed: list[int], inside: list[int]) -> bool:
    """True for a condition of what the claim speaks of that the claim doesn't tell."""
    if not inside:
        return condition.kind == "if" and unsaid(match, condition)
    if not needed or (condition.kind == "subject" and _TAKEN_UP.search(match.claim.text)):
        return False  # "they" are whoever the sentence before named
    return _concerns(match, condition, needed, inside) and not _kept(match, condition, needed, inside)


def _alternatives(text: str, condition: Condition, every: Sequence[Condition]) -> list[Condition]:
    """The conditions beside one with "or" between them: "once A, or when B"; of times "and" too: "during A and after B"."""
    found = []
    for one, other in pairwise(every):
        joined = (
            condition in (one, other)
            and (_COORDINATED if one.kind == "when" else _OR).search(text, one.start, other.start)
            and not text[one.end : other.start].strip(" ,or")
        )
        found += [other if condition is one else one] if joined else []
    return found


def _told(match: Match, condition: Condition, lexicon: Lexicon) -> bool:
    """True if the claim says the condition."""
    inside = _words_of(match, condition)
    needed = [index for index in inside if not _topical(match, [index], lexicon)]
    return bool(needed) and _kept(match, condition, needed, inside)


def _words_of(match: Match, condition: Condition) -> list[int]:
    terms = match.ground.terms
    begin = condition.start + (condition.kind == "when")  # "after" says no more than that there is a time
    inside = [index for index, term in enumerate(terms) if begin <= term.start < condition.end]
    ends = condition.kind in _CLAUSES and len(inside) > 1 and _is_state(terms[inside[-2]], terms[inside[-1]])
    state = inside[-1] if ends else -1
    return [index for index in inside if counts(terms[index]) or index == state]


def _is_state(verb: Term, last: Term) -> bool:
    """True for the "severe" of "when pain is severe": as a condition's last word even so plain a word says which case it is."""
    return verb.text.lower() in _BEING and bool(last.keys & _GRAVE)


def _no_limit(match: Match, condition: Condition) -> bool:
    """True for a condition of the lead-in, for "especially in …" and for the second of two joined by "and"."""
    before = match.ground.statement.text[: condition.start]
    joined = condition.kind in {"after", "people"} and _COORDINATED.search(before)
    return condition.start < match.ground.own_from or bool(joined or _ESPECIALLY.search(before))


def _concerns(match: Match, condition: Condition, needed: list[int], inside: list[int]) -> bool:
    """True if the claim speaks of what the condition limits."""
    if all(aimed_at(match, index) for index in needed):
        return False
    return speaks_of_segment(match, condition) and _attached(match, condition, inside)


def _kept(match: Match, condition: Condition, needed: list[int], inside: list[int]) -> bool:
    if condition.kind == "unless" and not _excepts(match):
        return False
    if condition.kind == "without" and not told_absent(match, needed):
        return False
    if condition.kind in _LIMITING and (halves := halves_of(match, condition)):
        own = [_of_its_own(match, condition, half) for half in halves if set(half) & set(needed)]
        told = [any(says_most(match, [index]) or aimed_at(match, index) for index in half) for half in own]
        if not all(told):
            return False
    if condition.kind == "until" and any(match.ground.terms[one].keys & _GRAVE and not match.claims_for(one) for one in needed):
        return False
    if condition.kind == "when" and says_when(match, condition, needed):
        return True
    return says_condition(match, condition, needed) or (condition.kind not in _WHOLE and says_most(match, inside))


def _of_its_own(match: Match, condition: Condition, half: list[int]) -> list[int]:
    """What tells one half of a condition: not the words that the main clause says as well, where others are left."""
    outside = {
        key for term in match.ground.terms if not _within(condition, term) for key in term.keys if key.startswith(("w:", "c:"))
    }
    return [index for index in half if not match.ground.terms[index].keys & outside] or half


def _within(condition: Condition, term: Term) -> bool:
    return condition.start <= term.start < condition.end


def _excepts(match: Match) -> bool:
    """True if the claim makes an exception, a condition or a denial of anything: it may speak of the statement's exception."""
    return bool(match.claim.negators) or any(
        term.has("conditions") or term.has("restrictive") or term.keys & _EXCEPTING for term in match.claim.terms
    )


def _turned_round(match: Match, condition: Condition, needed: list[int]) -> bool:
    """True if the claim speaks of the exception's case without excepting it."""
    own = {index for other in needed for index in match.claims_for(other) if not match.claim.terms[index].filler}
    inside = {
        index
        for index in own
        if all(condition.start <= match.ground.terms[other].start < condition.end for other in match.links[index])
    }
    excepting = any(term.has("conditions", "unless") or term.keys & _EXCEPTING for term in match.claim.terms)
    return bool(inside) and not excepting and not match.claim.negators


def _attached(match: Match, condition: Condition, inside: list[int]) -> bool:
    """True if the claim says one of the words that a trailing condition stands behind."""
    terms = match.ground.terms
    before = [index for index, term in enumerate(terms) if term.start < condition.start and not term.punctuation]
    others = [other for other in find_conditions(match.ground.statement.text) if other.start < condition.start]
    opening = all(
        any(other.start <= terms[index].start < other.end for other in others) for index in before if counts(terms[index])
    )
    if opening or condition.kind in {"unless", "subject"}:
        return True
    marks = [
        index
        for index, term in enumerate(terms)
        if term.start < condition.start and term.punctuation and term.text not in {"(", ")"}
    ]
    within = [index for index in before if index > max(marks, default=-1)]
    alone = any(counts(terms[index]) for index in within)
    before = within if alone else before
    short = condition.kind == "bracket" or (len(inside) == 1 and condition.kind == "if")
    behind = _behind_verb(before, terms, reach=1 if short else _SHORT_REACH if condition.kind == "without" else _REACH)
    if _says_any(match, behind) or (_told_in_passing(match, before, behind) and _says_any(match, before)):
        return True
    return alone and _verb_unread(match, before, behind)


def _verb_unread(match: Match, before: list[int], behind: list[int]) -> bool:
    """True for a claim that says the thing before the statement's one verb, and what is done in words that nothing links.

    "Take X off Y" over "Y should be stopped if Z": what else could it say of Y?
    """
    linked = {link for index in match.claim.content() for link in match.links[index]}
    return bool(linked) and linked <= set(before) - set(behind)


def _says_any(match: Match, places: list[int]) -> bool:
    return any(
        _narrow(match, own) and not _nearer_elsewhere(match, own, index)
        for index in places
        for own in match.claims_for(index)
        if not match.claim.terms[own].filler or match.ground.terms[index].has("strength")
    )


def _told_in_passing(match: Match, before: list[int], behind: list[int]) -> bool:
    """True for "can be defended" where the one verb is "may be justified": a word that nothing says stands for it."""
    verbs = [index for index in before if match.ground.terms[index].keys & _FINITE or match.ground.terms[index].has("strength")]
    own = match.claim
    unsaid = [index for index in own.content() if not match.links[index] and not own.terms[index].concept]
    return 0 < len(verbs) <= _FEW and len(behind) == 1 and match.ground.terms[behind[0]].has("strength") and bool(unsaid)


def _nearer_elsewhere(match: Match, own: int, index: int) -> bool:
    """True for a claim's term that another place of the statement says by its very word, and this one only by a like one."""
    return says_word(match, own, index) is False and any(
        says_word(match, own, other) for other in match.links[own] if other != index
    )


def _behind_verb(before: list[int], terms: tuple[Term, ...], *, reach: int) -> list[int]:
    """The last words before the condition, from the sentence's verb on where it has one."""
    verbs = [index for index in before if terms[index].keys & _FINITE or terms[index].has("strength")]
    tail = [index for index in before if not verbs or index >= verbs[-1]]
    content = [index for index in tail if counts(terms[index])]
    return content[-reach:] or [index for index in before if counts(terms[index])][-reach:]


def _narrow(match: Match, own: int) -> bool:
    """True for a claim's term that stands for few words of the statement, not for a class of them."""
    return len(match.links[own]) <= _FEW or match.claim.terms[own].has("strength")


def _topical(match: Match, inside: list[int], lexicon: Lexicon) -> bool:
    """True for "in metastatic disease" where the headings say as much already."""
    around = frozenset(term.concept.concept_id for term in match.ground.context.terms if term.concept)
    keys = frozenset(
        key for term in match.ground.context.terms for part in (term.keys, *term.parts) for key in part if key.startswith("w:")
    )
    for index in inside:
        term = match.ground.terms[index]
        known = term.concept and (term.concept.concept_id in around or around & lexicon.ancestors(term.concept.concept_id))
        if (
            not known
            and not (term.keys & keys)
            and not (term.parts and all("filler" in part or part & keys for part in term.parts))
        ):
            return False
    return True
