"""The parts of a claim, the subject in the place of the "it" that opens a later part: each must hold of that subject. Pure."""

from __future__ import annotations

import re

from assistant.verify.gathered import VERB

_OPENING = (
    r"(?:for|in|at|on|after|before|during|if|when|once|while|among|with|without|because|since|although|unless|until|as|where)\b"
)
SUBJECT = re.compile(
    rf"^(?:{_OPENING}[^;:()]*?,\s+)?(?!{_OPENING})(?P<subject>[^,;:()]{{2,60}}?)\s+(?={VERB.pattern})", re.IGNORECASE
)
_NO_SUBJECT = re.compile(r"(?:it|they|there|this|these|that|those|such|he|she|we|you|i|one|who|which|what)\b", re.IGNORECASE)
# "It is important to …", "it is recommended that …": this "it" takes nothing up.
_PRONOUN = re.compile(
    r"^(?:(?:and|but)\s+)?(?!it\s+(?:\w+\s+){1,5}?(?:that|to|whether|how)\b)(?:it|they)\s+(?=[a-z])", re.IGNORECASE
)
_MOST_WORDS = 6


def resumed(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """The pieces, a later one that opens with "it" or "they" with the subject of the first; unchanged where it names none."""
    if not any(_PRONOUN.match(piece) for piece in pieces[1:]):
        return pieces
    found = SUBJECT.match(pieces[0])
    if found is None or len(found["subject"].split()) > _MOST_WORDS or _NO_SUBJECT.match(found["subject"]):
        return pieces
    return (pieces[0], *(_PRONOUN.sub(lambda _: f"{found['subject']} ", piece) for piece in pieces[1:]))
