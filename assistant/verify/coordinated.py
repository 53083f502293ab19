"""What the cited words let one choose the claim doesn't ask for together, nor one of what they ask for together. Pure.

"Both A and B" isn't what "either A or B" says, and "either A or B" isn't what "with A and B" says. In a list of choices the joint
tells nothing: "A and B are options" and "A or B may be used" are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import Reason, ReasonCode
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.lexicon import Lexicon

ONE_OF = "the cited words leave the choice of one"
ALL_OF = "the cited words take these together"
_WITHIN = r"[^.;:]{1,80}?"
# "In both A and B" speaks of each by itself; behind a verb, "with" or "to" it joins the two.
_BOTH = re.compile(rf"(?<!\bin)(?<!\bfor)(?<!\bamong)(?<!\bacross)(?<=\w)\s+both\s+{_WITHIN}\b(?P<joint>and)\b", re.IGNORECASE)
_BESIDES = re.compile(r"\b(?P<joint>as\s+well\s+as|in\s+addition\s+to|on\s+top\s+of|together\s+with)\b", re.IGNORECASE)
# What goes together in the claim, where the statement lists: "A, B and C are combined", "A and B, both, are needed".
_TOGETHER = re.compile(
    r"\b(?:(?<!taken )together(?!\s+with\b)|combined|combin(?:e|es|ing)|combinations?|combos?|mix(?:ed|ture)?"
    r"|at\s+the\s+same\s+time|at\s+once|side\s+by\s+side|simultaneously|concurrently|(?<=,\s)both(?=,))\b",
    re.IGNORECASE,
)
_COMBINED = re.compile(
    r"\b(?:combin\w+|together|plus|with\s+or\s+without|doublets?|triplets?|dual|mix\w*|same\s+time|at\s+once|simultan\w+|concurrent\w*|concomitant\w*"
    r"|alongside|add(?:ed|ing|ition\w*)?|paired|coupled|regimens?|multi\w+|and/or|both|followed)\b|\+",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\w/\w")
_AND = re.compile(r"(?:,\s+|\s)(?P<joint>and|plus)\s", re.IGNORECASE)
_WITH = re.compile(
    r"\b(?P<joint>(?:combined|together|in\s+combination|paired|mixed|along)\s+with|added\s+to|on\s+top\s+of)\b", re.IGNORECASE
)
_OPEN_BOTH = re.compile(r"\b(?:include|includes|including|single|alone|monotherapy|either|rather|than|instead)\b", re.IGNORECASE)
_DO_BOTH = re.compile(r"\b(?:do(?:es|ing)?|needs?|tak(?:e|es|ing)|giv(?:e|es|ing)|us(?:e|es|ing))\s+both\b", re.IGNORECASE)
_BOTH_NEEDED = re.compile(
    r"\bboth\s+(?:(?:of\s+)?(?:the\s+|these\s+)?(?:two\s+)?(?:conditions|criteria)\s+)?(?:are|is|were|have\s+to|must|need)\b"
    r"|\b(?:are|is|were)\s+both\b|\bboth\s+of\s+(?:these|them|the\s+two|two)\b|,\s+both,|\bboth\s*[.;]?$",
    re.IGNORECASE,
)
_NEEDING = re.compile(r"\b(?:need\w*|requir\w*|necessary|must|have\s+to|has\s+to)\b", re.IGNORECASE)
_JOINTLY = re.compile(r"\b(?:jointly|all\s+at\s+once|both\s+at\s+once|both\s+together|given\s+together)\b", re.IGNORECASE)
_OR_BOTH = re.compile(r"\bor\s+(?:do\s+)?both\b|\band/or\b", re.IGNORECASE)
_TAKES_BOTH = re.compile(r"\b(?:both|and/or|together)\b", re.IGNORECASE)
_EITHER = re.compile(
    rf"\b(?:either|(?:at\s+least\s+|only\s+|just\s+)?one\s+of|any\s+of)\s+{_WITHIN}\b(?P<joint>or|and)\b", re.IGNORECASE
)
_OR = re.compile(r"\b(?P<joint>or)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:options?|choices?|alternatives?|may|might|can|could|either|or|whether|such\s+as|like)\b", re.IGNORECASE)
_CHOICE = re.compile(
    r"\b(?:options?|choices?|alternatives?|includ(?:e|es|ing)|among|such\s+as|examples?|available|may|might|can|could)\b",
    re.IGNORECASE,
)
# What stands before things that go together: had before, asked for, aimed at.
_ASKING = re.compile(
    r"\b(?:previous\w*|prior|already|earlier|pretreated|treated\s+with|expos\w+|received|after|once|requir\w+"
    r"|must|mandatory|need\w*"
    r"|combin\w+|together|both|plus|goals?|aims?|only\s+(?:if|when))\b",
    re.IGNORECASE,
)
# What asks, gives or sets a condition: there "and" means both; and what leaves a choice all the same.
_ASKS_BOTH = re.compile(
    r"\b(?:should|must|ought|needs?|needed|requir\w+|ha(?:s|ve)\s+to|receiv\w+|gets?|(?:is|are)\s+(?:given|treated|started)|add|give|both|only|until|if"
    r"|when|once|whose|tests?)\b",
    re.IGNORECASE,
)
# An order of both, and no case in which one of them is given ("for pain and fever").
_ORDERS = re.compile(
    r"^\W*(?:use|offer|send|take|prescribe|apply|order)\s+(?!of\b)(?:(?!\b(?:for|in|after|before|during|when|if|with|at|on|to)\b)[^.;:])*?\band\b",
    re.IGNORECASE,
)
_CHOOSES = re.compile(
    r"\b(?:or|either|options?|choices?|alternatives?|(?:may|might|can|could)(?!\s+enter\b)|includ\w+|among|such\s+as|like|examples?|whether|respectively"
    r"|each|any|various|different|depend\w*|possib\w*|ways?|sometimes|is\s+one|are\s+two)\b|e\.g\.|[/=]",
    re.IGNORECASE,
)
_FIRST_THEN = re.compile(r"\bfirst\b[^.;:]*?(?:,|\band)\s+(?P<joint>then|next|after\s+that)\b", re.IGNORECASE)
_ONLY = re.compile(r"\bonly\b", re.IGNORECASE)
# "After A or once B": either is enough.
_EITHER_WHEN = re.compile(
    r"\b(?:after|once|when|if|until)\b[^.;:]{3,80}?\b(?P<joint>or)\s+(?:after|once|when|if|until|as\s+soon\s+as)\b", re.IGNORECASE
)
_JOINTS = {"and": "and", "plus": "and", "both": "and", "or": "or", "either": "or", "and/or": "open"}
_FAR = 9
_NEAR = 4
_AHEAD = 5
_BESIDE = 2


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for "both A and B" beside "A or B", and for "either A or B" beside "A and B"."""
    del lexicon
    claim, statement = fold(match.claim.text), fold(match.ground.statement.text)
    if (
        (words := _does_both(claim, statement))
        or (words := _joins_choices(match, claim))
        or (words := _in_turn(match, claim))
        or (words := _combines(match, claim) or _both_ways(match, claim) or _asks_for_both(match, claim))
    ):
        return (Reason(code=ReasonCode.NAME, detail=f"{ONE_OF}, the claim all (“{words}”)"),)
    if words := _parts_what_goes_together(match, claim, statement):
        return (Reason(code=ReasonCode.NAME, detail=f"{ALL_OF}, the claim one of them (“{words}”)"),)
    return ()


def _does_both(claim: str, statement: str) -> str:
    """The words of "do both" where the statement says "A, B, or both"."""
    both = _BOTH_NEEDED.search(claim)
    if both and _NEEDING.search(claim) and _OR.search(statement) and not _TAKES_BOTH.search(statement) and not _OR.search(claim):
        return both[0]
    found = _DO_BOTH.search(claim)
    return found[0] if found and _OR_BOTH.search(statement) and not _OR.search(claim) else ""


def _joins_choices(match: Match, claim: str) -> str:
    """The words that join what the statement leaves to choose."""
    for pattern in (_BOTH, _BESIDES):
        for found in pattern.finditer(claim):
            pair = _around(match, *found.span("joint"))
            open_choice = pattern is _BESIDES and _OPEN.search(claim)
            if pair and not open_choice and set(_joints(match, *pair)) - {""} == {"or"}:
                return found[0].strip()
    return ""


def _combines(match: Match, claim: str) -> str:
    """The words that put together what the statement, which combines nothing with anything, lists or leaves to choose."""
    around = f"{match.ground.statement.text} {match.ground.context.text}"
    jointly = _JOINTLY.search(claim)
    if jointly and not match.claim.negators and not _TAKES_BOTH.search(match.ground.statement.text):
        pairs = [pair for found in _AND.finditer(claim) if (pair := _around(match, *found.span("joint")))]
        if any(set(_joints(match, *pair)) - {""} == {"or"} for pair in pairs):
            return jointly[0]
    together = _TOGETHER.search(claim)
    if (
        together is None
        or _COMBINED.search(fold(around))
        or _SLASH.search(match.ground.statement.text)
        or _OPEN_BOTH.search(claim)
        or match.claim.negators
    ):
        return ""
    for pattern, listed in ((_AND, {"or"}), (_WITH, {"or", "and"})):
        for found in pattern.finditer(claim):
            pair = _around(match, *found.span("joint"))
            if pair and set(_joints(match, *pair)) - {""} and set(_joints(match, *pair)) - {""} <= listed:
                return together[0]
    return ""


def _both_ways(match: Match, claim: str) -> str:
    """The "and" of "by mouth and into a vein", where the statement gives it either way."""
    for found in _AND.finditer(claim):
        pair = _around(match, *found.span("joint"))
        ways = pair is not None and all(match.claim.terms[one].has("routes") for one in pair)
        if ways and pair and set(_joints(match, *pair)) - {""} == {"or"} and not _CHOICE.search(claim):
            return found["joint"]
    return ""


def _in_turn(match: Match, claim: str) -> str:
    """The "then" of "first A, then B, then C", where the statement leaves the choice of one."""
    for found in _FIRST_THEN.finditer(claim):
        pair = _around(match, *found.span("joint"))
        if pair and set(_joints(match, *pair)) - {""} == {"or"}:
            return found["joint"]
    return ""


def _asks_for_both(match: Match, claim: str) -> str:
    """The "and" between two of which the statement asks for one, where the claim asks for something and leaves no choice."""
    chosen = _CHOOSES.search(claim)
    if not (_ASKS_BOTH.search(claim) or _ORDERS.search(claim)) or (chosen and not _ONLY.search(claim)) or match.claim.negators:
        return ""
    for found in _AND.finditer(claim):
        pair = _around(match, *found.span("joint"))
        if pair and not all(match.claim.terms[one].is_group for one in pair) and set(_joints(match, *pair)) - {""} == {"or"}:
            return found["joint"]
    return ""


def _parts_what_goes_together(match: Match, claim: str, statement: str) -> str:
    """The words that take one of what the statement takes together."""
    enough = _EITHER_WHEN.search(claim)
    if enough and not _OR.search(statement) and re.search(r"\band\b", statement, re.IGNORECASE):
        pair = _around(match, *enough.span("joint"))
        if pair and set(_joints(match, *pair)) - {""} == {"and"}:
            return enough[0]
    for pattern in (_EITHER, _OR):
        for found in pattern.finditer(claim):
            pair = _around(match, *found.span("joint"))
            if pair is None or "whether" in claim.lower() or {*pair} & (match.claim.near | match.claim.denied):
                continue
            said = set(_joints(match, *pair)) - {""}
            if said == {"and"} and (_are_groups(match, pair) or _asked_for(match, pair, statement, plainly=pattern is _OR)):
                return found[0].strip()
    return ""


def _are_groups(match: Match, pair: tuple[int, int]) -> bool:
    """True for two groups of patients that the statement names in a row, "A-positive, B-negative disease"."""
    terms = match.ground.terms
    if not all(match.claim.terms[one].is_group for one in pair):
        return False
    links = sorted({link for one in pair for link in match.links[one]})
    return len(links) == 1 or all(term.text == "," for term in terms[links[0] + 1 : links[-1]])


def _asked_for(match: Match, pair: tuple[int, int], statement: str, *, plainly: bool) -> bool:
    """True if the statement asks for the pair, or has it given before, and doesn't list it as choices."""
    terms = match.ground.terms
    first = min(terms[link].start for one in pair for link in match.links[one])
    named = set(match.links[pair[0]]) & set(match.links[pair[1]])
    asking = [found.start() for found in _ASKING.finditer(statement, 0, max([first, *(terms[link].end for link in named)]))]
    choices = [found.start() for found in _CHOICE.finditer(statement)]
    if asking and not any(asking[-1] < place < first for place in choices):
        return True
    return not plainly and not choices and bool(_ASKING.search(statement))


def _around(match: Match, start: int, end: int) -> tuple[int, int] | None:
    """The things said right before and right behind a joint, where the statement says both."""
    terms = match.claim.terms
    said = [index for index, term in enumerate(terms) if match.links[index] and not term.filler and not term.has("strength")]
    left = max((index for index in said if terms[index].end <= start), default=-1)
    right = min((index for index in said if terms[index].start >= end), default=-1)
    joint = next((index for index, term in enumerate(terms) if term.end > start), -1)
    if min(left, right) < 0 or joint - left > _NEAR or right - joint > _NEAR:
        return None
    if any(not term.filler and not match.links[left + 1 + place] for place, term in enumerate(terms[left + 1 : right])):
        return None  # what the joint joins the statement doesn't say
    if any(term.text.lower() in {"and", "or", ";", ":"} for term in terms[left + 1 : joint]):
        return None  # another joint binds the one before
    return left, right


def _joints(match: Match, left: int, right: int) -> Iterator[str]:
    """How the statement joins the two wherever it says them near each other, or in one name."""
    terms = match.ground.terms
    for both in set(match.links[left]) & set(match.links[right]):
        yield _told(terms[both].words) or ("and" if terms[both].is_group else "")
    pairs = [(min(one, other), max(one, other)) for one in match.links[left] for other in match.links[right] if one != other]
    nearest = dict(sorted(pairs, key=lambda pair: pair[0] - pair[1]))
    for first, last in nearest.items():
        if last - first <= _FAR:
            yield _joint(match, first, last)


def _joint(match: Match, first: int, last: int) -> str:
    """The joint between two places of the statement, "and" or "or"; between members of a list, that of the list."""
    terms = match.ground.terms
    told = _told(tuple(word for term in terms[first + 1 : last] for word in term.words))
    if not told and any(term.text == "," for term in terms[first + 1 : last]):
        ahead = terms[last + 1 : last + 1 + _AHEAD]
        stop = next((place for place, term in enumerate(ahead) if term.text in {".", ";", ":"}), len(ahead))
        told = next((_JOINTS[word] for term in ahead[:stop] for word in term.words if word in _JOINTS), "")
        told = told or ("and" if last == first + _BESIDE and terms[first].is_group and terms[last].is_group else "")
    return told


def _told(words: tuple[str, ...]) -> str:
    """The joint that stands among the words, "" for none and for several; in "A, and either B or C" the first binds A."""
    told = [_JOINTS[word] for word in words if word in _JOINTS]
    if words[-1:] == ("either",) and told[:-1]:
        told.pop()
    return told[0] if len(set(told)) == 1 else ""
