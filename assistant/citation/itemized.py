"""A sentence with several marks → the claims that these marks stand for, one each, in the ways that it can be read. Pure.

"The choices are A [1], B [2] and C [3]" is "the choices are A", "the choices are B" and "the choices are C". Each is verified
by its own mark, so that a sentence that was cut at a wrong place shows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.citation.cite import Piece
from assistant.citation.headed import is_sentence
from assistant.citation.reach import subject_named
from assistant.verify.gathered import VERB

Reading = tuple[tuple[str, tuple[int, ...]], ...]
_JOINT = re.compile(r"^[\s,;]*(?:(?:and|or|and/or)\s+)?(?:also\s+)?", re.IGNORECASE)
_EITHER = re.compile(r"^either\s+", re.IGNORECASE)
# What is said of the things together holds for none of them alone, and what follows so is no further item.
_TOGETHER = re.compile(
    r"\b(?:both|between|combin\w*|together|pairs?|mix\w*|concurrent\w*|simultaneous\w*|same\s+time|each\s+other|one\s+another|compar\w*"
    r"|differ\w*|equal\w*|similar\w*|alike|sequen\w*|order|turn|followed|then|vs|versus|better|worse|more|less|fewer)\b",
    re.IGNORECASE,
)
_NO_ITEM = re.compile(
    r"(?:with|without|plus|to|from|than|over|rather|instead|followed|then|before|after|until|unless|except|but|not|nor|by|of|as|which|who|that"
    r"|when|if|because|since|while|on|in|for|at|so)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^(?:for|in|after|before|during|with|when|if|once|among|as)\b[^,;:]{2,80},\s+", re.IGNORECASE)
# A line that names two cases of the lead-in above it.
_EITHER_CASE = re.compile(r"^(?P<one>[^,;:()]{3,80}),?\s+or\s+(?P<two>[^,;:()]{3,80})$", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:that|which|who|whose)\s.*$", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:it|they)\s+(?=\w)", re.IGNORECASE)
_LEADS = 3


def readings(piece: Piece) -> Iterator[Reading]:
    """The ways to read what stands before each mark as a claim of its own; none for a sentence with fewer than two marks."""
    if piece.clauses:
        yield _with_subject(piece.clauses)
    elif len(piece.marked) > 1 and piece.behind:
        yield from _before_verb(piece.marked, piece.behind)
    elif len(piece.marked) > 1:
        yield from _behind_verb(piece.marked)
    elif (
        piece.list_number and len(piece.numbers) > 1 and (either := _EITHER_CASE.match(piece.text)) and not _is_whole(piece.text)
    ):
        yield (either["one"], piece.numbers), (either["two"], piece.numbers)


def _is_whole(text: str) -> bool:
    """True for a line with a verb besides that of a relative clause."""
    return is_sentence(_RELATIVE.sub("", text))


def _with_subject(clauses: Reading) -> Reading:
    """The clauses with the subject of the first for the "it" or "they" that opens a later one."""
    subject = subject_named(clauses[0][0])
    if not subject:
        return clauses
    return (clauses[0], *((_PRONOUN.sub(lambda _: f"{subject} ", said), numbers) for said, numbers in clauses[1:]))


def _behind_verb(marked: Reading) -> Iterator[Reading]:
    """“The choices are A”, “the choices are B” for "the choices are A [1], B [2]": from each verb before the first mark."""
    first, numbers = marked[0]
    items = [(_JOINT.sub("", said), others) for said, others in marked[1:]]
    if any(_NO_ITEM.match(said) for said, _ in items):
        return
    for verb in list(VERB.finditer(first))[-_LEADS:]:
        lead, item = first[: verb.end()], _EITHER.sub("", first[verb.end() :].strip(" :"))
        if item and not _TOGETHER.search(first):
            yield ((f"{lead} {item}.", numbers), *((f"{lead} {said}.", others) for said, others in items))


def _before_verb(marked: Reading, behind: str) -> Iterator[Reading]:
    """“A is used in X”, “B is used in X” for "A [1] and B [2] are used in X"."""
    if not VERB.search(behind) or _TOGETHER.search(behind) or any(VERB.search(said) for said, _ in marked):
        return
    opening = _OPENING.match(marked[0][0])
    shared = opening[0] if opening else ""
    items = [(_EITHER.sub("", _JOINT.sub("", said.removeprefix(shared))), numbers) for said, numbers in marked]
    if any(_NO_ITEM.match(item) or _TOGETHER.search(item) for item, _ in items):
        return
    yield tuple((f"{shared}{item} {behind.strip()}", numbers) for item, numbers in items)
