"""A word that may point in a turn in, whether it stands for something that was talked about out. Pure."""

from __future__ import annotations

import re

from assistant.question.focus import pattern, words

_SUMMED = re.compile(
    r"\bhow (?:many|much) (?!of\b)[a-z]+\b.* (?:is|was|would|makes?) (?:that|it|this)(?: be| in all| altogether)?\W*$"
)
_WHOLE = r"^[\s¿¡\"'(]*(?:{})[\s?.!¿¡\"')]*$"

_IS = re.compile(r"\b(?:is|are|was|would|will|should|can|could|es|son|ser[ií]a)\s+$")
_ALLOWED = re.compile(
    r"\s+(?:be\s+)?(?:still\s+|really\s+|also\s+|sigue siendo\s+)?(?:ok|okay|alright|all right|fine|safe|allowed|suitable|"
    r"contraindicated|an option|seguro|adecuado)\b(?!\s+(?:to|if|that|when)\b)"
)
_TAKEN = re.compile(
    r"\b(?:take|taking|use|using|have|start|starting|stop|stopping|continue|stay on|be on|go on|carry on with|prescribe|swallow|"
    r"inject|tomar|usar|seguir con|dejar)\s+$"
)


def demonstrates(match: re.Match[str], flat: str) -> bool:
    """Whether "that" or "this", found in a folded turn, points to a thing.

    It doesn't where it opens a clause ("that means …"), is only weighed ("is that a good idea?") or says how ("work like that").
    """
    behind = flat[match.end() :]
    if _SUMMED.search(flat):  # it stands for all that was said
        return False
    if any(pattern(key, " (?:{})").match(behind) for key in ("concluding", "weighed")):
        return False
    if pattern("likened", r"\b(?:{})\s$").search(flat[: match.start()]):
        return False
    if pattern("subsequent", r"^ (?:doesn't |does not |no longer |stops? )?(?:{})\b").match(behind):
        return True
    if match.start() == 0 and re.match(r" (?!means\b|was\b|is\b|said\b|leaves\b)\w+[^s\W]s\b(?= \w)", behind):
        return True
    return bool(pattern("predicate", _WHOLE).match(flat)) or any(
        one.end() >= match.end() > one.start() for one in pattern("that_points").finditer(flat)
    )


def counts(match: re.Match[str], flat: str) -> bool:
    """Whether "the two" stands before a noun of its own, and for nothing else: "to the two lesions"."""
    if not re.search(r"\b(?:the|these|those) (?:two|three|2|3)$", match.group()):
        return False
    noun = re.match(r" ([a-z]{3,})\b", flat[match.end() :])
    small = noun is not None and (noun[1] in words()["pointers"] or noun[1] in words()["stopwords"])
    return bool(noun) and not small and not pattern("verbs").fullmatch(noun[1] if noun else "")


def asks_leave(flat: str, start: int, end: int) -> bool:
    """Whether a word of a folded text stands for what somebody may take or not: "I've got X, is it still ok?", "can I take it?".

    That is never what was just told of the patient, but for "is it safe to …?", which stands for nothing.
    """
    if _TAKEN.search(flat[:start]):
        return True
    before, behind = _IS.search(flat[:start]), _ALLOWED.match(flat[end:])
    return before is not None and behind is not None
