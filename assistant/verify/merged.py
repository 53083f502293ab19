"""A sentence that merges what several cited statements say → cut in two at each of its joints. Pure.

"X is given for A, and these are preferred over B", "do A, avoid B and check C", "S uses A, B and D": what the second half
leaves unsaid, its subject, its verb or the case that opens the sentence, is said again. Each half must hold by itself, so
that a cut at a wrong place shows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from assistant.verify.folding import fold
from assistant.verify.gathered import VERB
from assistant.verify.resumed import SUBJECT
from assistant.verify.wordings import wordings

_JOINT = re.compile(
    r";\s+|\s+[-–—]\s+|:\s+|,?\s+(?P<word>and|but|while|whereas|yet|plus|(?:even\s+)?(?:al)?though|as\s+well\s+as|along\s+with|with|or(?=,?\s+(?:if|when|where|once)\b)),?\s+(?:also\s+)?|,\s+",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"^(?:(?:before|after|during|for|in|if|when|once|while|with|on|among|throughout|where)\b[^,;:]{2,90}|beforehand|first|at\s+first|meanwhile)[,:]\s+",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(rf"(?:it|they|these|this|both|all|the\s+latter)\s+(?={VERB.pattern})", re.IGNORECASE)
# What no half begins with, and what none ends with: it hangs on the other one.
_HANGING = re.compile(
    r"(?:which|that|who|whose|whom|because|since|as|if|when|whenever|unless|until|till|once|before|after|so|to|such|rather|not|nor|or|than|then"
    r"|even|especially|particularly|only|except|without|instead|never)\b",
    re.IGNORECASE,
)
_OPEN_END = re.compile(
    r"\b(?:a|an|the|of|in|on|at|to|for|from|by|with|without|and|or|nor|not|no|before|after|during|until|than|as|if|when|is|are|be|may|should|must|can|that)$",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:it|they|there|this|these|those|that|he|she|we|you|i|one|what|who|do|don't|never|not|no|nothing|nobody|neither|if|how"
    r"|whether)\b",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    rf"^(?P<shared>(?P<subject>[^,;:()]{{2,80}}?)\s+(?={VERB.pattern})[a-z]+(?:\s+(?:be|been|not|also|usually))*"
    r"(?:\s+[a-z]+(?:ed|en)\b)?)\s",
    re.IGNORECASE,
)
_BOTH_ARE = re.compile(
    r"^(?!(?:neither|either|between|no|not)\b)(?:both\s+)?(?P<one>[\w/+-]+(?:\s+[\w/+-]+){0,3}?)\s+and\s+(?P<two>[\w/+-]+(?:\s+[\w/+-]+){0,3}?)\s+"
    r"(?P<verb>are|were|have|should|must|may|can|might)\s+(?:both\s+|each\s+)?(?P<rest>[^;:]{4,})$",
    re.IGNORECASE,
)
_SET_ABOVE = re.compile(
    r"^(?P<left>(?P<case>(?:after|before|in|for|with|during)\s[^,;:]{2,60}:\s+)?[^;]{6,}?),\s+(?:(?:in\s+preference\s+to|preferred\s+(?:over|to)|ahead\s+of|before)\s+(?P<below>[^,;:()]{3,60})|(?:a|the)\s+(?:class|group|type|kind)\s+(?:of\s+drugs?\s+)?(?:that|which)\s+"
    r"(?P<told>[^;:()]{6,80}))$",
    re.IGNORECASE,
)
# "A is the first choice, ahead of B": what is chosen is set above what it stands before.
_CHOSEN = re.compile(
    r"^(?P<named>[^;:()]{3,80}?)\s+(?:is|are)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,2}?(?:choices?|picks?|options?|preference|standard)$",
    re.IGNORECASE,
)
# What may tell a place in time as well.
_AHEAD = re.compile(r",\s+(?:ahead\s+of|before)\s+[^,]*$", re.IGNORECASE)
# ", if C, B": the case of the half behind it.
_INTERPOSED = re.compile(
    r"^(?P<case>(?:if|when|where|once|after|before|during|in|for|with)\s[^,;:]{2,80}),\s+(?P<rest>[^;:]+)$", re.IGNORECASE
)
# "A or, if C": this case is that of what comes next.
_CASE_OPEN = re.compile(r"\b(?:and|or|but),?\s+(?:if|when|where|once|after|before|during|in|for)\s[^,;:]+$", re.IGNORECASE)
# "X (X1, X2) is A and B": the members stand behind the name.
_MEMBERS = re.compile(r"^(?P<name>[^,;:()]{2,60}?)\s+\([^()]{2,80}\)\s+(?=[a-z])", re.IGNORECASE)
# "A class, i.e. A1 or A2", "a class (A1 or A2)": what belongs to it.
_NAMELY = re.compile(r"\s*\([^()]*\)|,\s+(?:i\.e\.,?|namely|that\s+is,?|such\s+as)\s+.*$", re.IGNORECASE)
_LAST_NAMED = re.compile(
    r"(?:^|\b(?:is|are|be|with|give|use|offer|start|to)\s+|[,:]\s+)(?P<named>(?:an?\s+|the\s+)?[\w/-]+(?:\s+(?!first\b)[\w/-]+){0,3}?)(?:\s+first)?$",
    re.IGNORECASE,
)
_TOGETHER_SAID = re.compile(
    r"\b(?:combin\w*|together|pairs?|paired|mix\w*|concurrent\w*|simultaneous\w*|same|each\s+other|one\s+another|compar\w*|differ\w*|equal\w*"
    r"|similar\w*|alike|sequen\w*|alternat\w*|order|then|vs|versus|better|worse|respectively|two|partners?|standard|first|only|alone|it|they|them|which|who"
    r"|that)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:that|which|who|whose|it|they)\b", re.IGNORECASE)
_TOGETHER = frozenset(("with", "plus", "along with"))
_JOINING = frozenset(("to", "with", "by", "for", "in", "on"))
_MOST_WORDS = 7
_FEWEST = 2
_WHOLE_THING = 3


def merged(sentence: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a sentence in two statements."""
    text = fold(sentence).rstrip(" .")
    case = _CASE.match(text)
    main = text[case.end() :] if case else text
    yield from _of_each(case[0] if case else "", main)
    yield from _set_above(case[0] if case else "", text)
    for joint in _JOINT.finditer(text):
        left, right = text[: joint.start()].strip(" ,"), text[joint.end() :].strip()
        if min(len(left.split()), len(right.split())) < _FEWEST or _OPEN_END.search(left) or not _states(left):
            continue
        if joint[0].startswith(",") and (joint["word"] or "with").lower() == "with" and _CASE_OPEN.search(left):
            continue
        word = (joint["word"] or "").lower()
        if word in _TOGETHER and not joint[0].startswith(","):
            continue  # "A with B" is one thing, and no statement says it that says each
        for half in chain(_interposed(right, word, main), _second(right, word, main)):
            yield left, half
            if case and joint.start() > case.end() and not half.startswith(case[0]) and word != "with":
                yield left, case[0] + half


def _of_each(case: str, main: str) -> Iterator[tuple[str, str]]:
    """“A is X” and “B is X” for "A and B are both X": what is said of the two together holds for neither alone."""
    found = _BOTH_ARE.match(main)
    if found is not None and not _TOGETHER_SAID.search(main):
        yield f"{case}{found['one']} {found['verb']} {found['rest']}", f"{case}{found['two']} {found['verb']} {found['rest']}"


def _set_above(case: str, text: str) -> Iterator[tuple[str, str]]:
    """“X is preferred over B” for "Y is X, in preference to B", and for "Y is X (X1 or X2), a class that is preferred over B"."""
    found = _SET_ABOVE.match(text)
    if found is None:
        return
    bare = _NAMELY.sub("", found["left"]).strip(" ,")
    chosen = _CHOSEN.match(bare.removeprefix(case or found["case"] or ""))
    named = chosen or (None if _AHEAD.search(found[0]) else _LAST_NAMED.search(bare))
    if named is not None:
        case = case or (found["case"] or "").replace(":", ",")
        told = found["told"] or f"is preferred over {found['below']}"
        yield found["left"], f"{case}{named['named']} {told}"


def _second(right: str, word: str, main: str) -> Iterator[str]:
    """What the second half says, its subject or its verb said again."""
    subject = _subject(main)
    if taken := _TAKES_UP.match(right):
        if subject:
            yield f"{subject} {right[taken.end() :]}"
        return
    if word == "with":
        if len(right.split()) >= _WHOLE_THING and not _TOLD.search(right):
            yield right
        return
    if _HANGING.match(right):
        return
    if VERB.match(right) and subject:
        yield f"{subject} {right}"
    following = _JOINT.search(right)
    if _states(right[: following.start()] if following else right):
        yield right
    elif _states(right):
        return
    elif (shared := _PREDICATE.match(main)) and not _NOBODY.match(shared["subject"]):
        yield f"{shared['shared']} {right}"


def _interposed(right: str, word: str, main: str) -> Iterator[str]:
    """“B if C” for the ", if C, B" behind a joint."""
    if found := _INTERPOSED.match(right):
        for half in chain(_second(found["rest"], word, main), _behind_its_word(found["rest"], main)):
            yield f"{half} {found['case']}"


def _behind_its_word(rest: str, main: str) -> Iterator[str]:
    """“X is joined to B” for the "to B" of "X is joined to A or, if C, to B"."""
    first = rest.split(maxsplit=1)[0].lower()
    before = main[: max(main.lower().find(f" {first} "), 0)]
    if first in _JOINING and VERB.search(before):
        yield f"{before} {rest}"


def _subject(main: str) -> str:
    found = SUBJECT.match(_MEMBERS.sub(r"\g<name> ", main))
    if found is None or len(found["subject"].split()) > _MOST_WORDS or _NOBODY.match(found["subject"]):
        return ""
    return found["subject"]


def _states(text: str) -> bool:
    """True for a statement of its own: a verb, and not only in the case that opens it; or an order."""
    case = _CASE.match(text)
    main = text[case.end() :] if case else text
    return VERB.search(main) is not None or _orders(main)


def _orders(text: str) -> bool:
    first = text.split(maxsplit=1)[0].lower().strip(",") if text else ""
    return any(tag.family == "imperatives" for tag in wordings().longest((first,), (first,))[1])
