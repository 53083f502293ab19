"""How strongly a statement recommends: by its words, else by its lead-in, else by its form. Pure."""

from __future__ import annotations

from itertools import pairwise

from assistant.verify.matching import Match
from assistant.verify.rungs import Rung, profile, supposed
from assistant.verify.scopes import Scoped
from assistant.words.concepts import TREATMENTS

_FINITE = frozenset(("w:is", "w:are", "w:was", "w:were", "w:has", "w:have", "w:doe", "w:do", "w:will"))
_SUBORDINATE = frozenset(
    f"w:{word}"
    for word in ("as", "becaus", "sinc", "which", "that", "who", "whose", "although", "while", "wherea", "becaus of", "due to")
)
_OPENERS = frozenset(("w:so", "w:but", "w:and", "w:then", "w:and then"))


def stated_strength(match: Match) -> list[Rung]:
    """The statement's own strength; without one its lead-in's; without that what its form says."""
    ground, statement = match.ground, match.ground.statement
    own = {index for index, term in enumerate(statement.terms) if ground.is_own(term)}
    found = profile(statement, own)
    place = _order(match, own)
    bare = statement.terms[place].text.lower() if place >= 0 else ""
    if bare == "consider":
        # "Consider X" leaves X open: guidelines write it where they don't go so far as to offer it.
        found += [Rung(-1, "consider", denied=False), Rung(-1, "may", denied=False)]
    elif bare:
        # An order behind another clause's word of strength ("X may help, but do NOT rely on it") weighs what it speaks of alone.
        place = place if any(rung.index < place for rung in found) else -1
        found += [Rung(place, "should", denied=False), Rung(place, "should", denied=True)]
    opening = _opening(match, own)
    if any(rung.name != "can" and rung.index in opening for rung in found) or any(rung.index < 0 for rung in found):
        return found
    before = set(range(len(statement.terms))) - own
    lead = profile(statement, before)
    if any(statement.terms[index].has("imperatives") and _opens(statement, index) for index in before):
        lead = [*lead, Rung(-1, "should", denied=False)]
    if lead:
        return found + [Rung(-1, rung.name, rung.denied) for rung in lead]
    # "No reason to deny X" recommends X, with no word of strength.
    if statement.cancelled:
        return [*found, Rung(-1, "should", denied=False), Rung(-1, "should", denied=True)]
    around = profile(ground.context, {index for index, term in enumerate(ground.context.terms) if term.end <= ground.titled_from})
    opening -= supposed(statement)
    able = any(statement.terms[index].has("strength", "can") for index in opening)
    if not able and not any(statement.terms[index].keys & _FINITE for index in opening):
        optional = any(rung.name == "may" for rung in around)
        found.append(Rung(-1, "may" if optional else "should", denied=False))
        # "Second-line: X" lists what can be given there; it recommends it, and it is one of the options.
        if any(term.line for term in (*statement.terms, *ground.context.terms)) or _lists_drugs(match, own):
            found.append(Rung(-1, "may", denied=False))
    return found


def ordered(match: Match) -> str:
    """The verb with which the statement gives an order; "" where it gives none."""
    statement = match.ground.statement
    place = _order(match, {index for index, term in enumerate(statement.terms) if match.ground.is_own(term)})
    return statement.terms[place].text.lower() if place >= 0 else ""


def _opens(statement: Scoped, index: int) -> bool:
    """True for a verb that gives an order: the first word, or the first behind a mark ("Before X, obtain …")."""
    terms = statement.terms
    return not terms[index].filler and (index == 0 or terms[index - 1].punctuation or bool(terms[index - 1].keys & _OPENERS))


def _lists_drugs(match: Match, own: set[int]) -> bool:
    """True for a bare list of what can be given ("A/B, C/D or E"): any of it is one of the options."""
    terms = match.ground.terms
    drugs = [index for index in sorted(own) if (concept := terms[index].concept) and concept.kind in TREATMENTS]
    between = [{term.text.lower() for term in terms[left + 1 : right]} for left, right in pairwise(drugs)]
    return any("or" in words or words == {","} for words in between)


def _opening(match: Match, own: set[int]) -> set[int]:
    """The statement's main words: those in brackets and in clauses of reason or relation left out."""
    scoped = match.ground.statement
    depth = 0
    subordinate: set[int] = set()
    found: set[int] = set()
    for index in sorted(own):
        term = scoped.terms[index]
        depth += {"(": 1, ")": -1}.get(term.text, 0) if term.punctuation else 0
        if term.keys & _SUBORDINATE and not term.concept:
            subordinate.add(scoped.clauses[index])
        if depth <= 0 and scoped.clauses[index] not in subordinate:
            found.add(index)
    # "Women who have A may have B" is one clause, whatever stands in it.
    return own if len({scoped.clauses[index] for index in own if not scoped.terms[index].punctuation}) == 1 else found


def _order(match: Match, own: set[int]) -> int:
    """Where the bare verb stands with which a clause of the statement opens ("Prescribe X", "so consider it"); -1 nowhere."""
    terms, clauses = match.ground.terms, match.ground.statement.clauses
    opened: set[int] = set()
    timed = any(terms[index].has("conditions", "before") or terms[index].has("conditions", "after") for index in sorted(own)[:1])
    for index in sorted(own):
        ordered = timed and index > 0 and terms[index - 1].text == "," and terms[index].has("imperatives")
        if terms[index].punctuation or terms[index].keys & _OPENERS or (clauses[index] in opened and not ordered):
            continue
        opened.add(clauses[index])
        first = clauses[index] == min(opened)
        if terms[index].has("imperatives") and (first or terms[index - 1].keys & _OPENERS or terms[index - 1].punctuation):
            return index
    return -1
