"""A sentence that gathers what several statements say → one sentence for each, with what they share. Pure.

"Before X, you should A, B, and be given C" is "before X, you should A", "before X, you should B" and "before X, you should
be given C". Each must hold by itself, so that a cut at a wrong place shows nothing.
"""

from __future__ import annotations

import re

from assistant.verify.folding import fold

# Verbs that make a statement of what stands between two joints.
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|should|must|may|might|can|could|cannot|consists?|includes?|means?|gives?|takes?"
    r"|remains?|becomes?|depends?|continues?|requires?|improves?|prolongs?|reduces?|receives?|comes?|follows?|applies|apply|stays?|helps?|needs?"
    r"|goes|lasts?|belongs?|differs?|allows?|prevents?|lowers?|works?|starts?|begins?|stops?|adds?|combines?|uses?|gets?|calls?|leads?|causes?"
    r"|evaluates?|assesses|examines?|checks?|measures?|monitors?|recommends?|advises?|suggests?|prefers?|covers?|specifies|lists?|names?|describes?)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r";\s+|,?\s+(?:and|but|while|whereas|yet|so)\s+(?:(?:al)?though\s+|also\s+)?|,\s+(?:(?:al)?though\s+)?", re.IGNORECASE
)
# "A is given, B and C are avoided": this "and" joins two subjects.
_BARE_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
# What opens a clause that hangs on another, and what opens one that another hangs on.
_HANGING = re.compile(
    r"(?:(?:al)?though|which|that|who|whose|whom|where|because|since|as|if|when|whenever|unless|until|till|once|after|before|provided|so|to|for|in|with"
    r"|without|including|such|by|rather|not|nor|or|even|especially|particularly)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:before|after|during|for|in|if|when|once|while|with|on|among|as|since|because|although|though|until|throughout|where|given)\b",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"^(?P<opening>(?:before|after|during|for|in|if|when|once|while|with|on|among|throughout|where)\b[^,;:]{2,90},\s+)(?P<rest>.+)$",
    re.IGNORECASE,
)
_SHARED_MODAL = re.compile(
    r"^(?P<shared>.{2,160}?\b(?:should|must|may|might|can|could|will|needs?\s+to|ha(?:s|ve)\s+to)\s+(?:not\s+|also\s+|either\s+|both\s+)?)"
    r"(?P<first>[a-z][^,;:]{2,}?)(?P<rest>(?:,\s+(?:and\s+|or\s+)?|\s+and\s+)[a-z][^;:]+?)(?P<end>\.?)$",
)
# "As X can be wide, A, B and C are …": this modal's clause ends at the comma, and lists nothing.
_HANGS = re.compile(r"(?:as|since|because|although|though|if|when|once|while|where|until|unless)\b[^,]*$", re.IGNORECASE)
_ITEM = re.compile(r",\s+(?:and\s+(?:then\s+)?)?|\s+and\s+", re.IGNORECASE)
_AS = re.compile(
    r",\s+(?:and\s+)?with\s+(?P<what>[^,;:]{3,90}?)\s+(?P<as>as|being|remaining)\s+(?P<called>(?:the|an?|its|their|one)\b[^;:]{3,90}?)(?P<end>\.?)$",
    re.IGNORECASE,
)
# "…, Y being its partner": Y is its partner.
_BEING = re.compile(
    r",\s+(?:and\s+)?(?!with\b)(?P<what>[^,;:]{3,60}?)\s+being\s+(?P<called>(?:the|an?|its|their|one)\b[^;:]{3,90}?)(?P<end>\.?)$",
    re.IGNORECASE,
)
_SEVERAL = 2
_MANY = 3


def gathered(sentence: str) -> tuple[tuple[str, ...], ...]:
    """The ways to read a sentence as several: its clauses, its verbs behind one "should", what its "with X as Y" calls Y."""
    folded = fold(sentence)
    if len(folded) != len(sentence):
        return ()
    found: list[tuple[str, ...]] = []
    if (called := _AS.search(sentence) or _BEING.search(sentence)) is not None:
        found.append((f"{sentence[: called.start()]}.", f"{called['what']} is {called['called']}."))
    apart = _clauses(sentence)
    if len(apart) >= _SEVERAL:
        found.append(apart)
    if (carried := _CARRIED.match(sentence)) is not None:
        told = _clauses(carried["rest"])
        if len(told) >= _SEVERAL:
            found.append(tuple(one if _OPENING.match(one) else f"{carried['opening']}{one}" for one in told))
    if (shared := _SHARED_MODAL.match(sentence)) is not None and not _HANGS.match(shared["shared"]):
        items = [item.strip() for item in _ITEM.split(f"{shared['first']}{shared['rest']}")]
        if len(items) >= _MANY and all(items):
            found.append(tuple(f"{shared['shared']}{item}." for item in items))
    return tuple(found)


def _clauses(sentence: str) -> tuple[str, ...]:
    """The clauses that are statements of their own; what hangs on one stays with it."""
    found: list[str] = []
    begin = 0
    for joint in _JOINT.finditer(sentence):
        so_far, rest = sentence[begin : joint.start()], sentence[joint.end() :]
        following = next((one for one in _JOINT.finditer(rest) if not _BARE_AND.fullmatch(one[0])), None)
        ahead = rest[: following.start()] if following else rest
        if _is_whole(so_far) and VERB.search(ahead) and not _HANGING.match(ahead):
            found.append(so_far.strip())
            begin = joint.end()
    found.append(sentence[begin:].strip())
    return tuple(found)


def _is_whole(text: str) -> bool:
    """True for a statement of its own: a verb, and not only in the clause that opens it."""
    main = text
    if _OPENING.match(text):
        comma = text.find(",")
        main = text[comma + 1 :] if comma >= 0 else ""
    return VERB.search(main) is not None
