"""Whether a claim speaks of the part of a sentence that a condition stands in. Pure."""

from __future__ import annotations

import re

from assistant.verify.condition_said import says_word
from assistant.verify.conditional import Condition
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.words.concepts import GIVEN

_SEGMENT = re.compile(
    r"[;:.!?](?=\s|$)|\n|—|,\s+as\b|\bbut\b|\bwhereas\b|\bbecause\b|\bsince\b|,?\s+and\s+(?=(?:is|are|was|were|should|must|may|can|do|does|it|they|this)\b)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[;:.!?](?=\s|$)|\n|—|\bbut\b|\bwhereas\b", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|do|does|did|should|must|may|might|can|could|will|avoid|use|give|start|stop|continue|perform|evaluate|obtain)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"(?:^|(?<=[.;:\n]))\s*(?:because|since|although|though|while)\b[^,]*,", re.IGNORECASE)


def speaks_of_segment(match: Match, condition: Condition) -> bool:
    """True if the claim says something of the part of the sentence that the condition stands in, outside of it."""
    text = fold(match.ground.statement.text)
    segment = _SENTENCE if condition.kind == "unless" else _SEGMENT  # an exception reaches over a reason between
    before = [boundary.end() for boundary in segment.finditer(text, 0, condition.start) if not _is_label(text, boundary)]
    before += [reason.end() for reason in _REASON.finditer(text, 0, condition.start)]
    before.sort()
    after = _SEGMENT.search(text, condition.end)
    begin, end = (before[-1] if before else 0), (after.start() if after else len(text))
    terms = match.ground.terms
    for clause in sorted(set(match.claim.clauses)):
        linked = [index for index in match.claim.content() if match.links[index] and match.claim.clauses[index] == clause]
        inside = [
            index
            for index in linked
            if any(
                begin <= terms[other].start < end and not condition.start <= terms[other].start < condition.end
                for other in match.links[index]
            )
        ]
        outside = [index for index in linked if any(not begin <= terms[other].start < end for other in match.links[index])]
        if inside and (len(inside) >= len(outside) or any(_weighs_inside(match, index, begin, end) for index in inside)):
            return True
        listed = condition.kind == "if" and text[:begin].rstrip().endswith(":")
        if listed and any(_is_of_list(match, index, begin, condition.start) for index in inside):
            return True
    return False


def _is_of_list(match: Match, index: int, begin: int, end: int) -> bool:
    """True for what is given or done, and is named only in this part: one of "often with a drug: A, B or C, if X is found"."""
    terms, concept = match.ground.terms, match.claim.terms[index].concept
    inside = all(begin <= terms[link].start < end for link in match.links[index])
    return concept is not None and concept.kind in GIVEN and inside


def _weighs_inside(match: Match, index: int, begin: int, end: int) -> bool:
    """True for a word of strength ("recommended") that the statement says nowhere but in this part of it."""
    said = [match.ground.terms[link].start for link in match.links[index] if says_word(match, index, link)]
    return match.claim.terms[index].has("strength") and bool(said) and all(begin <= start < end for start in said)


def _is_label(text: str, boundary: re.Match[str]) -> bool:
    """True for the colon behind words without a verb ("X 5 mg daily: the dose for A"): what follows is said of them."""
    return boundary[0] == ":" and not _VERB.search(text, _start_of(text, boundary.start()), boundary.start())


def _start_of(text: str, place: int) -> int:
    return max((end.end() for end in _SENTENCE.finditer(text, 0, place)), default=0)
