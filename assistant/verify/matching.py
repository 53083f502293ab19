"""Which terms of the evidence say what a term of the claim says. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.verify.ground import Ground
from assistant.verify.meaning import (
    EXACT_KINDS,
    compatible,
    denied_parts,
    denies_by_prefix,
    denies_word,
    more_of_another,
    sense_says,
)
from assistant.verify.own_illness import of_own_illness
from assistant.verify.places import sought_under
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Sense, Term
from assistant.verify.wordings import asked, told
from assistant.words.lexicon import Lexicon

_WORKING = frozenset(("g:effective", "g:helpful", "g:respond", "w:work", "w:respond"))
_FAILING = frozenset(("g:failure", "g:stops_working"))
_INITIALS = re.compile(r"[A-Z]{2,5}")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A claim beside one ground: for each claim term the indexes of the statement's terms that say it."""

    claim: Scoped
    ground: Ground
    links: tuple[tuple[int, ...], ...]
    in_context: frozenset[int]
    in_neighbours: frozenset[int]

    def linked(self, index: int) -> tuple[Term, ...]:
        """The statement's terms that say the claim's term."""
        return tuple(self.ground.terms[other] for other in self.links[index])

    def claims_for(self, index: int) -> list[int]:
        """The claim's terms that say the statement's term."""
        return [own for own, others in enumerate(self.links) if index in others]


def aligned(match: Match, clause: int, *, without: int = -1) -> frozenset[int]:
    """The statement's clauses that say most of the claim's clause; a term that several say counts in part.

    The claim's term ``without`` isn't counted.
    """
    statement = match.ground.statement
    weights: dict[int, float] = {}
    for index, others in enumerate(match.links):
        if match.claim.clauses[index] != clause or match.claim.terms[index].filler or index == without:
            continue
        homes = {statement.clauses[other] for other in others}
        for home in homes:
            weights[home] = weights.get(home, 0.0) + 1.0 / len(homes)
    top = max(weights.values(), default=0.0)
    return frozenset(home for home, weight in weights.items() if weight >= top)


def match(claim: Scoped, ground: Ground, lexicon: Lexicon) -> Match:
    """Link every term of the claim to the terms of the ground that say the same."""
    links = tuple(_links(term, index, claim, ground.statement, lexicon) for index, term in enumerate(claim.terms))
    open_terms = [index for index, others in enumerate(links) if not others and not claim.terms[index].punctuation]
    context = frozenset(index for index in open_terms if _in_context(claim.terms[index], index, claim, ground.context, lexicon))
    neighbours = frozenset(index for index in open_terms if _links(claim.terms[index], index, claim, ground.neighbours, lexicon))
    context |= of_own_illness(claim, ground, links, lexicon)
    return Match(claim=claim, ground=ground, links=links, in_context=context, in_neighbours=neighbours)


def _in_context(term: Term, index: int, claim: Scoped, context: Scoped, lexicon: Lexicon) -> bool:
    """True if a heading says the term, in like words too; what tells much only by its very word, a heading states nothing.

    How a thing is given a heading says only by naming that way: "injections" may go under the skin or into a vein.
    """
    found = _links(term, index, claim, context, lexicon)
    if ways := term.names("routes"):
        named = [context.terms[other].names("routes") for other in found]
        return any(one and one <= ways for one in named)
    if term.concept is not None or term.line or not term.has("telling"):
        return bool(found)
    words = {key for key in term.keys if key.startswith("w:")}
    return any(words & part for other in found for part in (context.terms[other].keys, *context.terms[other].parts))


def _links(term: Term, index: int, claim: Scoped, other: Scoped, lexicon: Lexicon) -> tuple[int, ...]:
    if term.punctuation or not other.terms:
        return ()
    found = _said(term.sense, other, lexicon)
    if term.has("opposites"):
        found = _with_same_direction(term, index, claim, found, other)
    if not found and index in claim.near:
        found = _denied(term.sense, other)
    if not found and index and claim.terms[index - 1].has("negators", "clause") and term.keys & _WORKING:
        found = tuple(position for position, candidate in enumerate(other.terms) if _fails(candidate))
    return found or _said_otherwise(term.sense, other, lexicon) or _regardless(term, claim, other)


@lru_cache(maxsize=32768)
def _said(term: Sense, other: Scoped, lexicon: Lexicon) -> tuple[int, ...]:
    """Where the evidence says the term by its like."""
    terms = other.terms
    return tuple(position for position in _candidates(term, other) if sense_says(term, terms[position].sense, lexicon))


def _with_same_direction(term: Term, index: int, claim: Scoped, found: tuple[int, ...], other: Scoped) -> tuple[int, ...]:
    """``found``, and where the same end of the same axis is named ("do not stop" says "continue")."""
    turned = [
        position
        for position in _candidates(term.sense, other)
        if position not in found and _same_direction(term, index, claim, other.terms[position], position, other)
    ]
    return tuple(sorted((*found, *turned))) if turned else found


@lru_cache(maxsize=8192)
def _denied(term: Sense, other: Scoped) -> tuple[int, ...]:
    """Where the evidence denies the very word of the term."""
    return tuple(
        position
        for position, candidate in enumerate(other.terms)
        if denies_word(candidate, term) or denies_by_prefix(candidate, term)
    )


@lru_cache(maxsize=32768)
def _said_otherwise(term: Sense, other: Scoped, lexicon: Lexicon) -> tuple[int, ...]:
    """Where the evidence says each part of the term, or its initials."""
    if term.concept is None and not term.parts:
        return _by_initials(term, other)
    return _by_implied(term, other, lexicon) or _by_parts(term, other, lexicon) or _by_initials(term, other)


def _fails(candidate: Term) -> bool:
    """True for the "failure" beside which the claim says "hasn't worked"."""
    return any(part & _FAILING for part in (candidate.keys, *candidate.parts))


def _candidates(term: Sense, other: Scoped) -> list[int]:
    """Where the evidence has anything in common with the term; nowhere else can it be said."""
    where = [other.places[key] for key in sought_under(term) if key in other.places]
    return sorted(where[0].union(*where[1:])) if where else []


def _by_implied(term: Sense, other: Scoped, lexicon: Lexicon) -> tuple[int, ...]:
    """Links of a composite population whose every part the evidence names ("A+/B-")."""
    if term.concept is None or term.concept.kind != "population":
        return ()
    parts = lexicon.implied_by(term.concept.concept_id) - {term.concept.concept_id}
    named = {
        position: lexicon.implied_by(one.concept.concept_id)
        for position, one in enumerate(other.terms)
        if one.concept and one.concept.kind == "population"
    }
    stated = frozenset(concept_id for ids in named.values() for concept_id in ids)
    return tuple(position for position, ids in named.items() if ids & parts) if len(parts) > 1 and parts <= stated else ()


def _regardless(term: Term, claim: Scoped, other: Scoped) -> tuple[int, ...]:
    """Links of "even if they have no symptoms" where the evidence says "regardless of symptoms".

    What stands elsewhere than behind the "regardless" or "any" is no matter of indifference.
    """
    if term.concept is None or term.concept.kind != "population":
        return ()
    if not any(one.keys & {"g:although", "g:regardless"} for one in claim.terms) and not denied_parts(term):
        return ()
    last = next((part for part in reversed(term.parts) if any(key.startswith("w:") for key in part)), term.keys)
    wanted = {key for key in last if key.startswith("w:")}
    found: list[int] = []
    regardless = False
    for position, one in enumerate(other.terms):
        regardless = not one.punctuation and (regardless or bool(one.keys & {"g:regardless"}))
        if regardless and wanted & {*one.keys, *(key for part in one.parts for key in part)}:
            found.append(position)
    return tuple(found)


def _by_initials(term: Sense, other: Scoped) -> tuple[int, ...]:
    """Links of "PS" where the evidence writes "performance status" out."""
    if not term.text[:1].isupper():
        return ()
    letters = term.text.removesuffix("s")
    if term.concept is not None or not _INITIALS.fullmatch(letters):
        return ()
    words = [(found.start(), found[0][0]) for found in _WORD.finditer(other.text)]
    written = "".join(letter for _, letter in words).lower()
    at = written.find(letters.lower())
    if at < 0:
        return ()
    begin, end = words[at][0], words[at + len(letters) - 1][0]
    return tuple(
        position for position, one in enumerate(other.terms) if one.start <= end and one.end > begin and not one.punctuation
    )


def _by_parts(term: Sense, other: Scoped, lexicon: Lexicon) -> tuple[int, ...]:
    """Links of a phrase whose every word is said somewhere."""
    if term.concept and term.concept.kind in EXACT_KINDS and not _free_population(term, other, lexicon):
        return _word_for_word(term, other)
    if not term.parts and not (term.concept and term.concept.kind == "population"):
        return ()
    return _all_said(term, term.parts or (term.keys,), other) or (_all_said(term, term.named, other) if term.named else ())


def _all_said(term: Sense, parts: tuple[frozenset[str], ...], other: Scoped) -> tuple[int, ...]:
    """Links to where each of the parts is said; none if one isn't."""
    found: list[int] = []
    for part in parts:
        if "filler" in part:
            continue
        keys = asked(part)
        near = sorted({position for key in keys for position in other.places.get(key, ())})
        where = [position for position in near if _says_part(term, keys, other.terms[position])]
        if not where:
            return ()
        found.extend(where)
    return tuple(dict.fromkeys(found))


def _says_part(term: Sense, part: frozenset[str], candidate: Term) -> bool:
    if not compatible(term, candidate):
        return False
    whole = bool(part & told(candidate.keys)) and not _other_population(term, candidate)
    denied = denied_parts(candidate)
    return whole or any(part & told(inner) for number, inner in enumerate(candidate.parts) if number not in denied)


def _word_for_word(term: Sense, other: Scoped) -> tuple[int, ...]:
    """Links of a name written in another order ("supplements of calcium", "calcium supplements"); none for populations."""
    if term.concept is None or term.concept.kind == "population" or not term.parts:
        return ()
    wanted = [{key for key in part if key.startswith("w:")} for part in term.parts if "filler" not in part]
    found = [
        [position for position, one in enumerate(other.terms) if any(part & keys for part in (one.parts or (one.keys,)))]
        for keys in wanted
    ]
    return tuple(dict.fromkeys(position for where in found for position in where)) if found and all(found) else ()


def _other_population(term: Sense, candidate: Term) -> bool:
    return (
        term.concept is not None
        and term.concept.kind == "population"
        and candidate.concept is not None
        and candidate.concept.kind == "population"
    )


def _free_population(term: Sense, other: Scoped, lexicon: Lexicon) -> bool:
    """True for a population of which the evidence names no other value ("has spread" beside "metastases")."""
    concept = term.concept
    if concept is None or concept.kind != "population":
        return False
    named = [one.concept.concept_id for one in other.terms if one.concept and one.concept.kind == "population"]
    axes = {lexicon.concepts[concept_id].axis for concept_id in lexicon.implied(named)}
    ours = {lexicon.concepts[concept_id].axis for concept_id in lexicon.implied_by(concept.concept_id)} - {None}
    return not axes & ours


def _same_direction(term: Term, index: int, claim: Scoped, candidate: Term, position: int, other: Scoped) -> bool:
    """True if both name the same axis and, with negation, the same end of it ("do not stop" says "continue")."""
    ours, theirs = term.names("opposites"), candidate.names("opposites")
    if not ours or not theirs or more_of_another(term, candidate) or _one_way(term, candidate):
        return False
    turned = (index in claim.near) != (position in other.near)
    return any((name[:-1] + ("-" if name.endswith("+") else "+") if turned else name) in theirs for name in ours)


def _one_way(term: Term, candidate: Term) -> bool:
    """True if the groups that both stand in say less than the claim's word, or more than the statement's."""
    shared = term.keys & candidate.keys
    return bool(shared) and not asked(term.keys) & told(candidate.keys)
