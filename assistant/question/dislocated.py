"""A turn as people say it, its subject named behind it, in; the subject in its place out: "does it hurt, the injection?". Pure.

Who speaks says "it" first and what is meant last. Read as written, "it" would be taken for what was talked about before.
"""

from __future__ import annotations

import re

_BEHIND = re.compile(
    r"^(?P<before>[^,;:]*?\b)(?P<word>it|they|them)(?P<after>\b(?!['’])[^,;:]*?)(?:\s+(?:though|then|exactly|anyway))?\s*,\s+"
    r"(?P<named>(?:the|this|that|these|those|her|his|my|our|their|an?)\s+[\w'’/+-]+(?:\s[\w'’/+-]+){0,2})\s*[?.!]*\s*$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^\W*(?:(?:and|so|but|ok)\s+)?(?:what|which|how|who|when|where|why|is|are|was|do|does|did|can|could|should|would|will|has)\b",
    re.IGNORECASE,
)
# "What kind of drug is it, a pill?" offers an answer, and names nothing that was meant.
_OF_KIND = re.compile(r"^\W*(?:(?:and|so|but|ok)\s+)?(?:what|which)\s+(?:kinds?|sorts?|types?)\s+of\b", re.IGNORECASE)
_OFFERED = re.compile(r"^an?\s", re.IGNORECASE)
# "In the liver, the bones": the last one may only be set beside it.
_LISTED = re.compile(r"\b(?:in|on|at|to|of|for|with|from|than)\s+(?:the|my|her|his|our|their)\s+[\w-]+$", re.IGNORECASE)
# "It grows fast, the doctor thinks" names nobody's subject but who says so; "…, the first or the second" leaves two open.
_NO_NAME = re.compile(
    r"\b(?:says?|said|thinks?|thought|told|tells?|or|and|is|was|are|were|has|had|does|did|way|time|most|least|same|other)\b",
    re.IGNORECASE,
)


def in_place(text: str) -> str:
    """The text with what is named at its end in the place of the word that stood for it; any other text as it is."""
    found = _BEHIND.match(text)
    if found is None or not _ASKS.match(text) or _NO_NAME.search(found["named"]) or _LISTED.search(found["after"]):
        return text
    if _OF_KIND.match(text) and _OFFERED.match(found["named"]):
        return text
    return f"{found['before']}{found['named']}{found['after']}{'?' if text.rstrip().endswith('?') else ''}"
