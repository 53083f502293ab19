"""What a condition asks for together, the claim doesn't ask for one by one: "A and B" is less often so than "A or B". Pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers import Reason, ReasonCode
from assistant.verify.all_asked import ASKED
from assistant.verify.conditional import Condition, find_conditions
from assistant.verify.coordinated import ALL_OF, ONE_OF
from assistant.verify.either_status import ONE_STATUS
from assistant.verify.matching import Match
from assistant.verify.terms import Term
from assistant.words.concepts import GIVEN
from assistant.words.lexicon import Lexicon

_OR = frozenset(("w:or", "w:and/or"))
_AND = frozenset(("w:and", "w:plus"))
_PATIENTS = frozenset(("population", "gene"))
_AT_ONCE = frozenset(("both", "at the same time", "as well", "also"))
_JOINTS = frozenset(
    (
        "combined with",
        "together with",
        "in combination with",
        "along with",
        "plus",
        "with",
        "added to",
        "paired with",
        "coupled with",
        "alongside",
    )
)
_DEPENDING = frozenset(("g:depend", "w:depend"))
_COMBINED = "the cited words combine one of these"
_HAS_BOTH = "the cited words speak of who has both"
JOINED = "the cited words say “and”"
_NEAR = 3
_APART = frozenset(("and", "or", "in", "for", "those", "either", "to"))
_SIGNS = frozenset(("w:posit", "w:negat", "w:mutat"))
_BRACKET = 4
_FAR = 7
_BOUNDS = frozenset("more less above below over under older younger higher lower fewer greater longer shorter".split())
_LIMITING = frozenset(("if", "people", "without", "after", "bracket", "subject", "whose"))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "if A or B" where the statement says "if A and B"."""
    if words := _either(match, lexicon):
        detail = f"{_HAS_BOTH}, the claim of who has one “{words}” the other"
        return (Reason(code=ReasonCode.POPULATION, detail=detail),)
    if words := _half_of_name(match):
        detail = f"{_HAS_BOTH}, the claim of who has “{words}”"
        return (Reason(code=ReasonCode.POPULATION, detail=detail),)
    if words := _all_of(match):
        return (Reason(code=ReasonCode.NAME, detail=f"{_COMBINED}, the claim all (“{words}”)"),)
    if words := _one_of_both(match):
        return (Reason(code=ReasonCode.NAME, detail=f"the cited words give both together, the claim one “{words}” the other"),)
    for condition in find_conditions(match.ground.statement.text):
        if condition.kind not in _LIMITING:
            continue
        halves = halves_of(match, condition)
        if halves and (words := _parted(match, *halves)):
            return (
                Reason(code=ReasonCode.POPULATION, detail=f"the cited words ask for both, the claim for one “{words}” the other"),
            )
    return ()


def combines(reasons: Sequence[Reason]) -> bool:
    """True if a reason is that what goes with one is said to go with all, or "or" of what goes together: each part would hold."""
    return any(
        told in reason.detail for reason in reasons for told in (ONE_STATUS, _COMBINED, _HAS_BOTH, JOINED, ASKED, ONE_OF, ALL_OF)
    )


def _half_of_name(match: Match) -> str:
    """The one group of "A (B and C)" that the claim names without the other and without A; "" where there is none."""
    terms, claim = match.ground.terms, match.claim.terms
    named = {term.concept: index for index, term in enumerate(claim) if term.is_group}
    for index in range(1, len(terms) - _BRACKET):
        one, joint, other = terms[index + 1 : index + 4]
        opened = terms[index].text == "(" and terms[index + _BRACKET].text == ")" and terms[index - 1].is_group
        if not opened or not (one.is_group and other.is_group and joint.keys & _AND) or terms[index - 1].concept in named:
            continue
        ours = sorted(named[term.concept] for term in (one, other) if term.concept in named)
        if len(ours) == 1 or (ours and any(term.keys & _OR for term in claim[ours[0] : ours[1]])):
            return claim[ours[0]].text
    return ""


def _is_of_bound(terms: Sequence[Term], index: int) -> bool:
    """True for the "or" of "300 or more", which joins no two things."""
    return any(term.text.lower() in _BOUNDS for term in terms[index + 1 : index + 2])


def halves_of(match: Match, condition: Condition) -> tuple[list[int], list[int]] | None:
    """What stands before and behind the only "and" of a condition without "or"; None for other conditions."""
    terms = match.ground.terms
    inside = [index for index, term in enumerate(terms) if condition.start <= term.start < condition.end]
    joints = [
        index
        for index in inside
        if terms[index].keys & (_OR | _AND) and not terms[index].concept and not _is_of_bound(match.ground.terms, index)
    ]
    if len(joints) != 1 or not terms[joints[0]].keys & _AND or terms[joints[0]].keys & _OR:
        return None
    before = [index for index in inside if index < joints[0] and not terms[index].filler]
    behind = [index for index in inside if index > joints[0] and not terms[index].filler]
    return (before, behind) if before and behind else None


def _parted(match: Match, before: list[int], behind: list[int]) -> str:
    """The claim's "or" between the two halves of what the statement joins; "" where none stands there."""
    terms = match.claim.terms
    ours = [{own for other in half for own in match.claims_for(other) if not terms[own].filler} for half in (before, behind)]
    first, second = ours[0] - ours[1], ours[1] - ours[0]
    if not first or not second:
        return ""
    for index, term in enumerate(terms):
        if term.keys & _OR and not term.concept and _stands_between(match, index, first, second):
            return term.text
    if min(first) > max(second):
        first, second = second, first
    between = range(max(first) + 1, min(second))
    joints = [index for index in between if terms[index].keys & (_OR | _AND) and not terms[index].concept]
    if len(joints) != 1 or not terms[joints[0]].keys & _OR or not _touches(match, joints[0], first | second):
        return ""
    return terms[joints[0]].text


def _stands_between(match: Match, joint: int, first: set[int], second: set[int]) -> bool:
    """True if what the claim says right before and right behind a joint is of one half and of the other."""
    left, right = _around(match, joint)
    return (left in first and right in second) or (left in second and right in first)


def _touches(match: Match, joint: int, halves: set[int]) -> bool:
    """False for the "or" of "a drug such as A or B", which joins two that are of neither half."""
    return not halves.isdisjoint(_around(match, joint))


def _around(match: Match, joint: int) -> tuple[int, int]:
    """What the claim says right before and right behind a joint; -1 for nothing."""
    terms = match.claim.terms
    said = [own for own, links in enumerate(match.links) if links and not (terms[own].filler or terms[own].has("conditions"))]
    return (
        max((index for index in said if index < joint), default=-1),
        min((index for index in said if index > joint), default=-1),
    )


def _either(match: Match, lexicon: Lexicon) -> str:
    """The "or" of "A-negative or B-mutated" where the statement joins the two by "and"; "" without one.

    Two ends of one axis are two groups however they are joined: nobody is both.
    """
    terms = match.claim.terms
    for index, term in enumerate(terms):
        pair = _beside(match, index) if term.keys & _OR and not term.concept else None
        if (
            pair is None
            or not all(_is_of_patients(terms[one]) or _is_sign(terms, one) for one in pair)
            or _is_axis(terms[pair[0]], terms[pair[1]], lexicon)
            or _asks(match, index)
        ):
            continue
        pairs = [(left, right) for left in match.links[pair[0]] for right in match.links[pair[1]]]
        if pairs and all(_is_one_case(match, *two) or _in_one(match, *two) for two in pairs):
            return term.text
    return ""


def _is_one_case(match: Match, left: int, right: int) -> bool:
    """True for "X-negative disease and a mutation"; "for A and in B" tells of two cases."""
    first, last = sorted((left, right))
    apart = any(term.text.lower() in _APART - {"and"} for term in match.ground.terms[first + 1 : last])
    return _joint(match, left, right) == "and" and not apart


def _in_one(match: Match, left: int, right: int) -> bool:
    """True for two marks of one name ("A-positive, B-negative"), and for one of "whose A-positive disease has spread"."""
    terms = match.ground.terms
    first, last = sorted((left, right))
    if first == last:
        return terms[first].is_group and "/" not in terms[first].text and " or " not in terms[first].text.lower()
    between = terms[first + 1 : last]
    plain = all(other.filler and not other.punctuation and other.text.lower() not in _APART for other in between)
    return terms[first].is_group and terms[last].is_group and 0 < len(between) <= _NEAR and plain


def _asks(match: Match, joint: int) -> bool:
    """True for "depends on whether A or B is so" where the statement says "on whether A and B are so": each is a question."""
    claim, statement = match.claim, match.ground.statement
    said = [index for index in range(joint) if claim.terms[index].text.lower() == "whether"]
    hung = said and any(term.keys & _DEPENDING for term in claim.terms[: said[-1]])
    return bool(hung) and any(term.text.lower() == "whether" for term in statement.terms)


def _all_of(match: Match) -> str:
    """The "and" of "X combined with A, B and C" where the statement says "combined with A, B or C"; "" without one."""
    terms = match.claim.terms
    for index, term in enumerate(terms):
        pair = _beside(match, index) if term.keys & _AND and not term.concept else None
        if pair is None or not all(terms[one].concept for one in pair):
            continue
        first = _run_starts(match, pair[0])
        if not first or terms[first - 1].text.lower() not in _JOINTS:
            continue
        joints = [_joint(match, left, right) for left in match.links[pair[0]] for right in match.links[pair[1]]]
        if joints and all(joint == "or" for joint in joints):
            return term.text
    return ""


def _one_of_both(match: Match) -> str:
    """The "or" of "A or B" where the statement says "A combined with B"; "" without one."""
    terms = match.claim.terms
    for index, term in enumerate(terms):
        pair = _beside(match, index) if term.keys & {"w:or"} and not term.concept else None
        if pair is None or not all((concept := terms[one].concept) and concept.kind in GIVEN for one in pair):
            continue
        pairs = [(left, right) for left in match.links[pair[0]] for right in match.links[pair[1]] if left != right]
        if pairs and _between(match, *min(pairs, key=lambda two: abs(two[0] - two[1]))) in _JOINTS:
            return term.text
    return ""


def _between(match: Match, left: int, right: int) -> str:
    """The words of the statement between two of its places."""
    first, last = sorted((left, right))
    return " ".join(term.text.lower() for term in match.ground.terms[first + 1 : last])


def _run_starts(match: Match, index: int) -> int:
    """Where the list of named things that ends at a place starts."""
    terms = match.claim.terms
    start = index
    while start > 1 and terms[start - 1].text == "," and terms[start - 2].concept:
        start -= 2
    return start


def _beside(match: Match, index: int) -> tuple[int, int] | None:
    """The first things said on both sides of a joint, if the statement says both."""
    terms = match.claim.terms
    left = next((one for one in range(index - 1, max(-1, index - 1 - _NEAR), -1) if not terms[one].filler), None)
    right = next((one for one in range(index + 1, min(len(terms), index + 1 + _NEAR)) if not terms[one].filler), None)
    if left is None or right is None or not match.links[left] or not match.links[right]:
        return None
    return left, right


def _joint(match: Match, left: int, right: int) -> str:
    """What joins two near places of the statement, "and" or "or", if nothing else does; "" otherwise."""
    first, last = sorted((left, right))
    between = match.ground.terms[first + 1 : last]
    if first == last or len(between) > _FAR:
        return ""
    told = {"or" if term.keys & _OR else "and" for term in between if term.keys & (_OR | _AND) and not term.concept}
    plain = all(
        term.punctuation or term.filler or term.keys & (_OR | _AND) or term.text.lower() in _AT_ONCE or term.concept
        for term in between
    )
    return told.pop() if len(told) == 1 and plain else ""


def _is_of_patients(term: Term) -> bool:
    return term.concept is not None and term.concept.kind in _PATIENTS


def _is_sign(terms: Sequence[Term], index: int) -> bool:
    """True for the sign of "X is negative"."""
    return bool(terms[index].keys & _SIGNS) and any(_is_of_patients(term) for term in terms[max(0, index - _NEAR) : index])


def _is_axis(ours: Term, theirs: Term, lexicon: Lexicon) -> bool:
    """True for two ends of one axis, by themselves or by what they imply."""
    axes = [
        {lexicon.concepts[one].axis for one in lexicon.implied((term.concept.concept_id,))} - {None}
        for term in (ours, theirs)
        if term.concept
    ]
    return bool(set.intersection(*axes))
