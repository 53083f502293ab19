"""Who says what inside of a claim: "one document advises A, whereas another lists B" is "it advises A, whereas it lists B". Pure.

Which document says it is told by the claim's marks; the rest is what the cited words must say. What tells how strong or how
sure ("advises", "requires") stays, and so does what counts patients ("another third").
"""

from __future__ import annotations

import re

from assistant.verify.turning import turning

_NOUN = r"(?:documents?|passages?|sources?|guidelines?|texts?|pages?|papers?|leaflets?|references?|summar(?:y|ies))"
_WHICH = (
    r"(?:the\s+(?:other|first|second|third|fourth|former|latter|same|last|next)|an?\s+(?:second|third|fourth|further|different)"
    r"|one|another|each|this|that|these|those|both|the)"
)
_BARE = r"(?:the\s+(?:other|second|third|latter|former|first)|a\s+(?:second|third|fourth|further)|another)"
_ASIDE = r"(?:,?\s*(?:in\s+contrast|by\s+contrast|however|meanwhile|in\s+turn|likewise|too|instead|on\s+the\s+other\s+hand),?)?"
_SAYS = (
    r"(?:(?:states?|says?|notes?|explains?|mentions?|tells?\s+us|points?\s+out|writes?)(?:\s+that)?"
    r"|(?:adds?|reports?)\s+that)"
)
_DESCRIBES = r"(?:describes?|names?|lists?|calls?|regards?|gives?|sees?|ranks?|classes|presents?)"
_ACTS = (
    r"(?:advises?|recommends?|requires?|suggests?|prefers?|favou?rs?|allows?|permits?|accepts?|evaluates?|assesses|examines?|monitors?|specifies|covers?"
    r"|lists?|names?|gives?|sets?|uses?|adds?|places?|puts?|describes?|combines?|pairs?|starts?|begins?|checks?|treats?|repeats?|measures?"
    r"|advises?\s+against|warns?\s+against|states?|says?|notes?)"
)
_START = r"(?:^|(?<=[.;:,]\s)|(?<=\band\s)|(?<=\bbut\s)|(?<=\bwhile\s)|(?<=\bwhereas\s)|(?<=\bwhich\s))"
_WITH_NOUN = rf"{_WHICH}\s+(?:of\s+the\s+)?(?:(?:two|three|other)\s+)?{_NOUN}{_ASIDE}"

_TOLD: tuple[tuple[re.Pattern[str], str], ...] = (
    # "A (guideline B)" → "A"
    (re.compile(rf"\s*\((?:{_NOUN})\s+(?:[A-H]|\d{{1,2}})\)", re.IGNORECASE), ""),
    # "In one document, A", "in another, B" → "A", "B"
    (re.compile(rf"{_START}(?:in|according\s+to)\s+(?:{_WITH_NOUN}|{_BARE}),\s+(?=\w)", re.IGNORECASE), ""),
    # "A according to one document and B according to another" → "A and B"
    (
        re.compile(
            rf",?\s+(?:according\s+to|in)\s+(?:{_WITH_NOUN}|{_BARE}(?=\s*[,;.]|\s*$))(?=\s+and\b|\s+but\b|\s+while\b|\s+whereas\b|\s*[,;.]|\s*$)",
            re.IGNORECASE,
        ),
        "",
    ),
    # "Another describes X as the standard" → "X is the standard"
    (
        re.compile(
            rf"{_START}(?:{_WITH_NOUN}|{_BARE}{_ASIDE})\s+{_DESCRIBES}\s+(?P<what>[^,;:]{{3,90}}?)\s+as\s+(?=(?:the|an?|its|their|one|preferred|standard)\b)",
            re.IGNORECASE,
        ),
        r"\g<what> is ",
    ),
    # "one document says that A" → "A"
    (re.compile(rf"{_START}{_WITH_NOUN}\s+{_SAYS}\s+(?=\w)", re.IGNORECASE), ""),
    # "one document advises A" → "it advises A"
    (re.compile(rf"{_START}{_WITH_NOUN}\s+(?={_ACTS}\b)", re.IGNORECASE), "it "),
)
_without_who = turning(_TOLD)
# "Another advises B", "a third assesses C": without the noun only beside a document that is named, or in its first words.
_ANOTHER = re.compile(rf"{_START}{_BARE}{_ASIDE}\s+(?={_ACTS}\b)", re.IGNORECASE)
_NAMED = re.compile(rf"\b(?:one|another|a\s+second|the\s+first|the\s+other)\s+{_NOUN}\b", re.IGNORECASE)
# "Nonetheless", "by comparison", "thus": how a sentence hangs on the one before.
_HANGS = re.compile(
    r"(?:(?<=[a-z\)\]]),\s+(?:by\s+comparison|in\s+comparison|by\s+contrast|in\s+contrast|likewise|similarly|nonetheless|nevertheless|however|meanwhile"
    r"|in\s+turn|conversely|on\s+the\s+other\s+hand|for\s+(?:its|their)\s+part|accordingly|therefore|thus|hence),(?=\s+\w)"
    r"|^(?:by\s+comparison|in\s+comparison|by\s+contrast|in\s+contrast|likewise|similarly|conversely|nonetheless|nevertheless|meanwhile),\s+)",
    re.IGNORECASE,
)
# "The work-up therefore combines": no statement before it in the sentence.
_THEREFORE = re.compile(
    r"^(?P<subject>(?:(?!\b(?:is|are|was|were|has|have|should|must|may|can|and|but|so|which|that)\b)[\w'/-]+\s+){1,6})"
    r"(?:therefore|thus|hence|accordingly|consequently)\s+(?=[a-z])",
    re.IGNORECASE,
)


def untold(claim: str) -> str:
    """The claim without who says it and how it hangs on the sentence before."""
    several = _NAMED.search(claim) is not None
    text = _without_who(claim)
    text = _ANOTHER.sub("it ", text) if several or (text[:7].lower() == "another" and _ANOTHER.match(text)) else text
    text = _THEREFORE.sub(lambda found: found["subject"], _HANGS.sub("", text)).strip()
    return text if any(character.isalpha() for character in text) else claim
