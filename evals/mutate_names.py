"""Names made wrong: another drug, gene, brand, population, line, endpoint or organisation, two arms exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.verify.lines import find_lines
from assistant.words.lexicon import Lexicon, Mention

_DRUGS = frozenset(("drug", "drug class"))
_COMPARING = re.compile(
    r"\b(?:superior to|preferred (?:over|to)|more effective than|better than|compared with|compared to|versus|vs|than|over)\b"
)
_ENDPOINTS = ("progression-free survival", "overall survival", "quality of life", "response rate")


def _put(claim: str, mention: Mention, new: str) -> str:
    return claim[: mention.start] + new + claim[mention.end :]


def drug(claim: str, lexicon: Lexicon) -> Iterator[str]:
    """A sibling of the same class that the claim doesn't name."""
    for mention in lexicon.mentions(claim):
        if mention.concept.kind in _DRUGS:
            yield from (_put(claim, mention, sibling) for sibling in _siblings(mention, lexicon, claim))


def _siblings(mention: Mention, lexicon: Lexicon, claim: str) -> Iterator[str]:
    own = mention.concept.concept_id
    near = lexicon.concepts_in(claim) | lexicon.ancestors(own) | lexicon.descendants(own)
    for parent in mention.concept.parents:
        for concept_id in sorted(lexicon.descendants(parent) - near):
            concept = lexicon.concepts[concept_id]
            if concept.kind == mention.concept.kind == "drug":
                yield concept.name


def arm(claim: str, lexicon: Lexicon) -> Iterator[str]:
    """The two sides of a comparison exchanged."""
    match = _COMPARING.search(claim)
    mentions = [one for one in lexicon.mentions(claim) if one.concept.kind in {"drug", "procedure"}]
    left = [one for one in mentions if match and one.end <= match.start()]
    right = [one for one in mentions if match and one.start >= match.end()]
    if len(left) == 1 and right and left[0].concept != right[0].concept:
        first, second = left[0], right[0]
        surfaces = claim[first.start : first.end], claim[second.start : second.end]
        yield claim[: first.start] + surfaces[1] + claim[first.end : second.start] + surfaces[0] + claim[second.end :]


def population(claim: str, lexicon: Lexicon) -> Iterator[str]:
    """Patients that the claim's patients can't be."""
    named = lexicon.implied(lexicon.population(claim))
    for mention in lexicon.mentions(claim):
        concept = mention.concept
        if concept.kind != "population" or not concept.axis or find_lines(concept.name):
            continue
        ours = lexicon.implied((concept.concept_id,))
        for other in lexicon.concepts.values():
            same_axis = other.kind == "population" and other.axis == concept.axis and other.concept_id not in named
            if same_axis and lexicon.excludes((other.concept_id,), ours):
                yield _put(claim, mention, other.name)
                break


def line(claim: str, _: Lexicon) -> Iterator[str]:
    """Another line of treatment."""
    for found in find_lines(claim):
        new = "third-line" if found.name == "1" else "first-line"
        yield claim[: found.start] + new + claim[found.end :]


def endpoint(claim: str, lexicon: Lexicon) -> Iterator[str]:
    """An outcome that the claim doesn't name."""
    named = lexicon.concepts_in(claim)
    for mention in lexicon.mentions(claim):
        if mention.concept.kind == "endpoint":
            yield from (_put(claim, mention, name) for name in _ENDPOINTS if not lexicon.concepts_in(name) & named)


def organisation(claim: str, lexicon: Lexicon) -> Iterator[str]:
    """Another organisation, or one where the claim names none."""
    for mention in lexicon.mentions(claim):
        if mention.concept.kind == "organisation":
            yield _put(claim, mention, "NICE-approved" if "approv" in claim[mention.start : mention.end] else "NICE")
    yield f"According to NICE, {claim if claim[:2].isupper() else claim[:1].lower() + claim[1:]}"


def brand(claim: str, lexicon: Lexicon) -> Iterator[str]:
    """The brand name of another drug of the class, in place of the own one or beside the drug."""
    named = lexicon.concepts_in(claim)
    for mention in lexicon.mentions(claim):
        own = mention.concept
        others = (one for one in lexicon.concepts.values() if one.brands and one.concept_id not in named)
        other = next((one.brands[0] for one in others if set(one.parents) & set(own.parents)), None)
        if not own.brands or other is None:
            continue
        surface = claim[mention.start : mention.end]
        yield _put(claim, mention, other if surface in own.brands else f"{surface} ({other})")


def name(claim: str, lexicon: Lexicon) -> Iterator[str]:
    """Another gene or test."""
    named = lexicon.concepts_in(claim)
    for mention in lexicon.mentions(claim):
        kind = mention.concept.kind
        if kind not in {"gene", "test"} or not claim[mention.start : mention.end].isupper():
            continue
        others = [
            one for one in lexicon.concepts.values() if one.kind == kind and one.concept_id not in named and one.name.isupper()
        ]
        if others:
            yield _put(claim, mention, others[len(claim) % len(others)].name)
