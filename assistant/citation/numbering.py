"""Citation numbers that follow first use in the text as it is laid out on screen. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from assistant.answers import Citation, CitedAnswer, Disagreement, Position, Premise, VerifiedClaim

Place = tuple[str, int, int]


def _place(citation: Citation) -> Place:
    return citation.source.source_id, citation.span.start, citation.span.end


def _is_side(claim: VerifiedClaim, position: Position) -> bool:
    """Whether a claim is shown as this side of a disagreement, with all that it cites."""
    return claim.text == position.text and _place(position.citation) in map(_place, claim.citations)


def citations_of(position: Position, answer: CitedAnswer) -> tuple[Citation, ...]:
    """What a side cites: its own source first, then those that say the same."""
    cited = {_place(position.citation): position.citation}
    for claim in answer.claims:
        if _is_side(claim, position):
            cited |= {_place(citation): citation for citation in claim.citations if _place(citation) not in cited}
    return tuple(cited.values())


def direct_line(answer: CitedAnswer) -> VerifiedClaim | None:
    """The first claim; None where the correction of a premise says just that already."""
    first = answer.claims[0]
    return None if answer.premise and answer.premise.correction == first.text else first


def bullets(answer: CitedAnswer) -> tuple[VerifiedClaim, ...]:
    """The claims below the direct line, those of one heading together, in order of first appearance.

    A claim that stands on one side of a disagreement, or corrects a premise, is shown there and not twice.
    """
    sides = [position for disagreement in answer.disagreements for position in disagreement.positions]
    corrected = answer.premise.correction if answer.premise else None
    shown = [
        claim
        for claim in answer.claims[1:]
        if claim.text != corrected and not any(_is_side(claim, position) for position in sides)
    ]
    headings = list(dict.fromkeys(claim.heading for claim in shown))
    return tuple(sorted(shown, key=lambda claim: headings.index(claim.heading)))


def _in_order(answer: CitedAnswer) -> Iterator[Citation]:
    if answer.premise:
        yield from answer.premise.citations
    direct = direct_line(answer)
    if direct:
        yield from direct.citations
    for disagreement in answer.disagreements:
        yield from (citation for position in disagreement.positions for citation in citations_of(position, answer))
    for claim in bullets(answer):
        yield from claim.citations
    for claim in answer.claims:
        yield from claim.citations


def renumber(answer: CitedAnswer) -> CitedAnswer:
    """The same answer with citations numbered from 1 by first use on screen; the same words get the same number.

    Does nothing to an answer that is numbered so already.
    """
    places = dict.fromkeys(_place(citation) for citation in _in_order(answer))
    numbers = {place: number for number, place in enumerate(places, start=1)}

    def one(citation: Citation) -> Citation:
        return replace(citation, number=numbers[_place(citation)])

    def many(citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
        once = {_place(citation): one(citation) for citation in citations}
        return tuple(sorted(once.values(), key=lambda citation: citation.number))

    def both(disagreement: Disagreement) -> Disagreement:
        return replace(disagreement, positions=tuple(replace(p, citation=one(p.citation)) for p in disagreement.positions))

    def corrected(premise: Premise | None) -> Premise | None:
        return premise and replace(premise, citations=many(premise.citations))

    return replace(
        answer,
        claims=tuple(replace(claim, citations=many(claim.citations)) for claim in answer.claims),
        disagreements=tuple(both(disagreement) for disagreement in answer.disagreements),
        premise=corrected(answer.premise),
    )
