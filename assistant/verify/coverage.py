"""Every content word of the claim is said by the statement or by what it stands under. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.appended import appended
from assistant.verify.beside_figures import names_figure
from assistant.verify.english import is_plain
from assistant.verify.labels import is_label
from assistant.verify.light import is_light
from assistant.verify.matching import Match
from assistant.verify.meaning import more_of_another
from assistant.verify.sides import one_sided
from assistant.verify.spoken_for import stands_for_patient
from assistant.verify.terms import Sense, Term
from assistant.words.concepts import TREATMENTS

_NAMED = frozenset(("drug", "drug class", "regimen", "gene", "test", "organisation", "person"))
_SUBJECT = frozenset(
    (
        "drug",
        "drug class",
        "regimen",
        "gene",
        "test",
        "organisation",
        "person",
        "site",
        "procedure",
        "population",
        "condition",
        "other",
        "care",
        "endpoint",
        "side effect",
    )
)
_COMPARATIVE = frozenset(("amount", "quality", "length"))
_DIFFERENCE = frozenset(("g:differ",))
_CRITERION = frozenset(("g:criterion",))
_NEGATIVE = "w:negat"
_EARLIER = frozenset(("g:prior", "w:prior", "w:previous", "w:earlier", "g:previous_treatment", "g:pretreated"))
_SWITCH = frozenset(("g:switch", "w:switch"))
_OTHER = frozenset(("w:other", "w:anoth", "w:differ", "w:next", "w:next-lin", "g:alternative", "g:switch"))
_PROSE = 2
_FEW = 1
_ENOUGH = 4
_SAID_FOR_ONE_MORE = 5
_SPEEDS = frozenset(("sooner", "later", "earlier"))
_BEHIND_SPEEDS = frozenset(("with", "from", "than", "on", "in", "after", "when", "if", ".", ",", ";"))
_BEGINS = frozenset((":", ".", ";", "!", "?"))
_OVER = frozenset("completed completing complete finished finishing done over ended ends given".split())
_TEMPORAL = frozenset(("w:befor", "w:prior to", "w:after", "w:follow", "w:dure", "w:until"))


def check(match: Match, missing: Sequence[int]) -> tuple[Reason, ...]:
    """A reason for every term in ``missing``, which nothing in the cited words says; none if these are few and tell little."""
    found: list[Reason] = []
    said = len(match.claim.content()) - len(missing)
    if phrase := appended(match, missing):
        found.append(Reason(code=ReasonCode.NOT_STATED, detail=f"the cited words don't say “{phrase}”"))
    elif missing and len(missing) <= 1 + said // _SAID_FOR_ONE_MORE and all(is_light(match, index, missing) for index in missing):
        return ()
    for index in missing:
        term = match.claim.terms[index]
        named = term.concept is not None and term.concept.kind in _NAMED
        code = ReasonCode.NAME if named or _looks_like_name(match, index) else ReasonCode.NOT_STATED
        found.append(Reason(code=code, detail=f"the cited words don't say “{term.text}”"))
    return tuple(found)


def share(match: Match, missing: Sequence[int]) -> float:
    """The share of the claim's content terms that the statement says, 0 to 1; 1 for none."""
    needed = sum(_needs_support(term.sense) for term in match.claim.terms)
    return 1.0 - len(missing) / needed if needed else 1.0


def uncovered(match: Match) -> list[int]:
    """The claim's terms that neither the statement nor, for subjects, what it stands under says."""
    terms = match.claim.terms
    silent = [
        index
        for index in range(len(terms))
        if not match.links[index]
        and index not in match.in_context
        and (_needs_support(terms[index].sense) or _is_speed(match, index))
    ]
    if not silent:
        return silent
    sides = one_sided(match)
    told = told_around(match)
    return [
        index
        for index in silent
        if not (sides is not None and sides.agrees and index in sides.missing)
        and not (index in match.in_neighbours and (_is_antecedent(match, terms[index]) or index in told))
        and not _is_excused(match, index)
    ]


def _is_excused(match: Match, index: int) -> bool:
    """True for a word that states nothing of its own beside what the statement says, and for one that another check judges."""
    term = match.claim.terms[index]
    return (
        is_label(match, index)
        or bool(term.keys & _CRITERION and any(other.has("restrictive") for other in match.ground.terms))
        or bool(term.keys & _DIFFERENCE and _compares(match, index))
        or (term.has("operators", "lack") and _lacking(match, index))
        or bool(term.keys & _TEMPORAL and _before_amount(match, index))
        or _is_over(match, index)
        or _is_earlier(match, index)
        or bool(term.keys & _SWITCH and any(other.keys & _OTHER for other in match.ground.terms))
        or _on_stated_axis(match, term)
        or stands_for_patient(match, index)
        or names_figure(match, index)
    )


def direct_share(match: Match) -> float:
    """The share of the claim's content terms that the sentence itself says, headings and neighbours left out; 1 for none."""
    needed = [index for index, term in enumerate(match.claim.terms) if _needs_support(term.sense)]
    return sum(bool(match.links[index]) for index in needed) / len(needed) if needed else 1.0


def passage_share(match: Match) -> float:
    """The share of the claim's content terms that anything of the passage says; 1 for none."""
    needed = [index for index, term in enumerate(match.claim.terms) if _needs_support(term.sense)]
    said = sum(bool(match.links[index]) or index in match.in_context or index in match.in_neighbours for index in needed)
    return said / len(needed) if needed else 1.0


def told_around(match: Match) -> frozenset[int]:
    """The few plain words that other sentences of a passage in prose say, where its own sentence says most of the claim.

    An abstract names its patients, its drug and its trial once; the sentence with the figures doesn't repeat them. What a
    denial reaches there, and what tells direction, number or name in the lexicon, must stand in the sentence itself.
    """
    if match.ground.others < _PROSE:
        return frozenset()
    content = [index for index in match.claim.content() if _needs_support(match.claim.terms[index].sense)]
    said = [index for index in content if match.links[index]]
    open_words = [index for index in content if not match.links[index] and index not in match.in_context]
    around = [
        index
        for index in open_words
        if index in match.in_neighbours
        and not match.claim.terms[index].has("telling")
        and not match.claim.terms[index].has("opposites")
        and not _is_drug(match.claim.terms[index])
        and index not in match.claim.near
    ]
    return frozenset(around) if around and len(around) <= _FEW and len(said) >= _ENOUGH * len(around) else frozenset()


def _is_over(match: Match, index: int) -> bool:
    """True for the "completed" of "once X has been completed" where the statement says "after X"."""
    claim = match.claim
    if claim.terms[index].text.lower() not in _OVER:
        return False
    openings = [
        place
        for place in range(index)
        if claim.clauses[place] == claim.clauses[index] and claim.terms[place].has("conditions", "after")
    ]
    said = {link for place in openings for link in match.links[place]}
    return any(match.ground.terms[link].has("conditions", "after") for link in said)


def _is_earlier(match: Match, index: int) -> bool:
    """True for the "after" of "after prior treatment with X" where the statement says "previously treated with X"."""
    claim = match.claim
    following = next((place for place in range(index + 1, len(claim.terms)) if not claim.terms[place].filler), -1)
    return (
        claim.terms[index].has("conditions", "after")
        and following >= 0
        and bool(claim.terms[following].keys & _EARLIER)
        and bool(match.links[following])
    )


def _is_speed(match: Match, index: int) -> bool:
    """True for "later" in "recover later with X", not in "later lines"."""
    following = match.claim.terms[index + 1].text.lower() if index + 1 < len(match.claim.terms) else "."
    return match.claim.terms[index].text.lower() in _SPEEDS and following in _BEHIND_SPEEDS


@lru_cache(maxsize=32768)
def _needs_support(term: Sense) -> bool:
    if term.filler or term.quantity or term.date or term.line or term.text.lower() == "different":
        return False
    if term.concept is not None:
        return True
    if term.has("restrictive"):
        return bool(term.keys & {"g:alone", "g:sole", "g:routine"}) and not term.keys & {"w:onli"}
    if term.keys & _TEMPORAL:
        return True
    families = ("strength", "universal", "causes", "negators", "conditions")
    if any(term.has(family) for family in families):
        return term.has("negators", "local") and bool(term.keys & {"w:asymptomat"})
    return not term.keys & {"g:compare", "g:example", "g:although", "g:because"}


def _before_amount(match: Match, index: int) -> bool:
    """True for "after 6 months", which the check of numbers decides, and for "treated before"."""
    if match.claim.terms[index].text.lower() == "before" and any(
        term.text in {",", ";"} for term in match.claim.terms[index + 1 : index + 2]
    ):
        return True
    following = [term for term in match.claim.terms[index + 1 :] if not term.punctuation]
    return not following or following[0].quantity is not None


def _on_stated_axis(match: Match, term: Term) -> bool:
    """True for "inferior" where the statement says "superior": the check of directions decides."""
    axes = {name[:-1] for name in term.names("opposites")} & _COMPARATIVE
    return bool(axes) and any(
        name[:-1] in axes
        for other in match.ground.terms
        if other.has("opposites") and not more_of_another(term, other)
        for name in other.names("opposites")
    )


def _compares(match: Match, index: int) -> bool:
    """True for "a significant difference" beside "longer", where the claim says as well which side it favours."""
    ours, theirs = (
        any(name[:-1] in _COMPARATIVE for term in terms for name in term.names("opposites"))
        for terms in (match.claim.terms, match.ground.terms)
    )
    return ours and theirs and index not in match.claim.near


def _lacking(match: Match, index: int) -> bool:
    """True for "lack X" where the statement says "X-negative"."""
    following = [other for other in match.claim.content() if other > index][:1]
    linked = [match.ground.terms[link] for other in following for link in match.links[other]]
    return any(_NEGATIVE in part for term in linked for part in term.parts)


def _is_antecedent(match: Match, term: Term) -> bool:
    """True for the subject of a neighbouring sentence that the statement takes up with "it" or "these"."""
    if _is_drug(term) and _is_topic(match, term):
        return True
    first = match.ground.own.split(maxsplit=1)[0].lower().strip(",;") if match.ground.own.strip() else ""
    return first in {"it", "they", "these", "this", "those", "its", "their", "such"} and term.concept is not None


def _is_topic(match: Match, term: Term) -> bool:
    """True for the drug that a passage is about, where a sentence of it names none.

    It is the first of the nearest sentence before it that names one; for a dose, of the passage.
    """
    own = match.ground.terms
    if any(_is_drug(other) for other in own):
        return False
    passage = match.ground.neighbours
    before = [other for other in passage.terms if other.start < match.ground.before]
    nearest: list[Term] = []
    for other in reversed(before):
        if nearest and other.text == "\n":
            break
        nearest = [other, *nearest] if _is_drug(other) else nearest
    named = nearest or ([other for other in passage.terms if _is_drug(other)] if any(other.quantity for other in own) else [])
    return bool(named) and named[0].concept == term.concept


def _is_drug(term: Term) -> bool:
    return term.concept is not None and term.concept.kind in TREATMENTS


def _looks_like_name(match: Match, index: int) -> bool:
    """True for a capital in the midst of a sentence; where one begins, behind a label too, a plain word has it as well."""
    term = match.claim.terms[index]
    begins = index == 0 or (match.claim.terms[index - 1].text in _BEGINS and is_plain(term.text.split()[0]))
    return not begins and term.text[:1].isupper()
