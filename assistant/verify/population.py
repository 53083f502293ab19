"""The claim is about the statement's patients and line of treatment, or fewer, never others. Pure."""

from __future__ import annotations

import re

from assistant.answers import Reason, ReasonCode
from assistant.verify.by_or_to import told_as_change
from assistant.verify.folding import fold
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.verify.terms import Term
from assistant.words.lexicon import Lexicon

_OF_WHOM = frozenset(("population", "condition", "site"))
# Groups of people that exclude each other, in each row.
_GROUPS = (
    (
        frozenset(("adult", "adults", "grown-ups")),
        frozenset(
            "child children kid kids infant infants baby babies newborn newborns neonate neonates neonatal preterm toddlers "
            "toddler adolescent adolescents teenager teenagers pediatric paediatric girls boys".split()
        ),
    ),
    (frozenset("man men male males boys".split()), frozenset("woman women female females girls".split())),
    (frozenset(("singleton",)), frozenset(("twin", "twins", "multiple"))),
)
_NEAR = 6
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_SHARED = frozenset(("population", "condition"))
_ANY_ILLNESS = frozenset("cancer cancers tumour tumours tumor tumors".split())
_WITH = frozenset(("with", "of", "in", "whose", "who"))
_REACH = 4
_WHOLE = re.compile(
    r"(?:\b(?:\w+|\d+)\s+(?:in|out\s+of)\s+(?:\w+|\d+)|%\s*(?:of(?:\s+all)?)?|\bper\s*cent(?:\s+of)?|\b\w+\s+de\s+cada\s+\w+)\s+"
    r"(?:[a-z-]+\s+)?(?:women|men|people|patients|persons|adults|children|infants|cases|mujeres|hombres|personas|pacientes|adultos)\s+"
    r"(?:with|who\s+have|that\s+have|con|que\s+tienen)\b",
    re.IGNORECASE,
)
_GIVEN = frozenset(("drug", "drug class", "care", "regimen"))
_ON = frozenset(
    (
        "considered",
        "considered for",
        "receiving",
        "receive",
        "on",
        "given",
        "taking",
        "getting",
        "treated",
        "candidate",
        "candidates",
    )
)
_LIKE = frozenset(("g:like_others",))


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for other patients, patients that the cited words don't name, or another line of treatment."""
    return (
        *_populations(match, lexicon),
        *_groups(match),
        *_widened(match),
        *_given_more(match, lexicon),
        *_shares(match, lexicon),
        *_lines(match),
    )[:1]


def _groups(match: Match) -> list[Reason]:
    """A reason for adults where the evidence speaks of children only, for men where it speaks of women, and the reverse."""
    ground = match.ground
    ours = {word for term in match.claim.terms for word in term.text.lower().split()}
    theirs = {
        word
        for scoped in (ground.statement, ground.context, ground.neighbours)
        for term in scoped.terms
        for word in term.text.lower().split()
    }
    for groups in _GROUPS:
        claimed = [group for group in groups if group & ours]
        if claimed and not any(group & theirs for group in claimed) and any(group & theirs for group in groups):
            return [
                Reason(code=ReasonCode.POPULATION, detail=f"the claim is about {min(claimed[0] & ours)}, the cited words are not")
            ]
    return []


def _widened(match: Match) -> list[Reason]:
    """A reason for "everyone with X" where the statement says "all with a kind of X"."""
    if not any(term.has("universal") for term in match.claim.terms):
        return []
    for index, term in enumerate(match.claim.terms):
        if term.concept is None or term.concept.kind not in _OF_WHOM:
            continue
        stated = [(other, match.ground.terms[other]) for other in match.links[index]]
        wide = [one for other, one in stated if _part_only(match, index, other, one)]
        if wide and len(wide) == len(stated):
            said = f"the claim speaks of all with {term.text}, the cited words of {wide[0].text}"
            return [Reason(code=ReasonCode.POPULATION, detail=said)]
    return []


def _given_more(match: Match, lexicon: Lexicon) -> list[Reason]:
    """A reason for "everyone on a drug" where the statement says "all on this drug": not all get the one."""
    if not any(term.has("universal") for term in match.claim.terms):
        return []
    for index, term in enumerate(match.claim.terms):
        stated = match.linked(index)
        before = {other.text.lower() for other in match.claim.terms[max(0, index - _REACH) : index]}
        if term.concept is None or term.concept.kind not in _GIVEN or not stated or not before & _ON:
            continue
        narrower = [one for one in stated if one.concept and _is_under(one.concept.concept_id, term.concept.concept_id, lexicon)]
        if len(narrower) == len(stated):
            said = f"the claim speaks of all with {term.text}, the cited words of {narrower[0].text}"
            return [Reason(code=ReasonCode.POPULATION, detail=said)]
    return []


def _is_under(narrow: str, wide: str, lexicon: Lexicon) -> bool:
    return narrow != wide and wide in lexicon.ancestors(narrow)


def _shares(match: Match, lexicon: Lexicon) -> list[Reason]:
    """A reason for a share of all with X where the statement gives it of a kind of them ("1 in 5 with Y X")."""
    statement, claim = match.ground.statement, match.claim
    if not any(term.quantity and term.quantity.base == "%" for term in claim.terms):
        return []
    known = lexicon.implied([term.concept.concept_id for term in match.ground.context.terms if term.concept])
    for index, term in enumerate(statement.terms):
        concept = term.concept
        if concept is None or concept.kind not in _SHARED or concept.axis == "sex":
            continue
        if concept.kind == "condition" and (concept.concept_id in known or not _of_a_wider(claim, concept.concept_id, lexicon)):
            continue
        share = next((other for other in statement.terms[max(0, index - _NEAR) : index] if other.quantity), None)
        between = statement.terms[statement.terms.index(share) + 1 : index] if share else ()
        of_them = any(other.text.lower() in _WITH for other in between) and not any(other.punctuation for other in between)
        if concept.kind == "condition" and share and _tells_change(match, share):
            continue
        if (
            of_them
            and (concept.kind == "condition" or not match.claims_for(index))
            and (concept.kind == "condition" or any(own.concept and own.concept.kind == "condition" for own in claim.terms))
        ):
            return [
                Reason(code=ReasonCode.POPULATION, detail=f"the cited words give the share of {term.text}, the claim of more")
            ]
    return []


def _tells_change(match: Match, share: Term) -> bool:
    """True for the "25%" of "raised by 25%", no share of anybody, where the claim names every group that the statement does."""
    terms = match.ground.statement.terms
    groups = [place for place, term in enumerate(terms) if term.concept and term.concept.kind == "population"]
    changes = told_as_change(match.ground.statement.text).intersection(_FIGURE.findall(share.text))
    return bool(changes) and all(match.claims_for(place) for place in groups)


def names_its_whole(text: str) -> bool:
    """True for a share whose whole the words themselves name ("one in five women with Z"): no heading narrows that whole."""
    return _WHOLE.search(fold(text)) is not None


def _of_a_wider(claim: Scoped, concept_id: str, lexicon: Lexicon) -> bool:
    """True if the claim names an illness of which the statement's is a kind, and not that kind or a narrower one."""
    named = {term.concept.concept_id for term in claim.terms if term.concept}
    wider = named & lexicon.ancestors(concept_id) or any(not _ANY_ILLNESS.isdisjoint(term.words[-1:]) for term in claim.terms)
    return bool(wider) and not any(concept_id == one or concept_id in lexicon.ancestors(one) for one in named)


def _part_only(match: Match, index: int, other: int, stated: Term) -> bool:
    """True if the claim's term says no more than a part of the statement's name, and nothing else of the claim says the rest."""
    own = match.claim.terms[index]
    if stated.concept is None or stated.concept == own.concept or stated.concept.kind not in _OF_WHOM or not stated.parts:
        return False
    return [one for one in match.claims_for(other) if not match.claim.terms[one].filler] == [index]


def _populations(match: Match, lexicon: Lexicon) -> list[Reason]:
    ground = match.ground
    stated = _named(ground.statement.terms)
    around = _named(ground.context.terms)
    for index, term in enumerate(match.claim.terms):
        if term.concept is None or term.concept.kind != "population" or term.filler or term.line:
            continue
        if _only_compared(match, index) or _likeness_swapped(match, index):
            return [Reason(code=ReasonCode.POPULATION, detail=f"the cited words name {term.text} for comparison only")]
        if match.links[index] or index in match.in_context:
            continue
        ours = (term.concept.concept_id,)
        named = ", ".join(sorted(lexicon.concepts[concept_id].name for concept_id in stated | around)) or "no such patients"
        if ours:
            return [Reason(code=ReasonCode.POPULATION, detail=f"the claim is about {term.text}, the cited words about {named}")]
    return []


def _only_compared(match: Match, index: int) -> bool:
    """True for X in "Y are treated like X", where the claim says of X what the statement says of Y."""
    statement, axis = match.ground.statement, getattr(match.claim.terms[index].concept, "axis", None)
    links = match.links[index]
    if not links or axis is None or any(term.keys & (_LIKE | {"w:like", "g:similar"}) for term in match.claim.terms):
        return False
    cues = [position for position, term in enumerate(statement.terms) if term.keys & _LIKE and position < min(links)]
    if not cues:
        return False
    return any(
        term.concept is not None and term.concept.kind == "population" and term.concept.axis == axis and position not in links
        for position, term in enumerate(statement.terms[: cues[-1]])
    )


def _likeness_swapped(match: Match, index: int) -> bool:
    """True for X in "X are treated like Y" where the statement says "Y are treated like X"."""
    statement, claim = match.ground.statement, match.claim
    axis, links = getattr(claim.terms[index].concept, "axis", None), match.links[index]
    ours, theirs = _likeness(claim), _likeness(statement)
    if axis is None or not links or ours < 0 or theirs < 0 or index > ours or any(link < theirs for link in links):
        return False
    return any(
        term.concept is not None and term.concept.axis == axis and any(link < theirs for link in match.links[other])
        for other, term in enumerate(claim.terms)
        if other > ours
    )


def _likeness(scoped: Scoped) -> int:
    """The place of "like" or "similarly to"; -1 without one."""
    cues = (index for index, term in enumerate(scoped.terms) if term.keys & (_LIKE | {"w:like", "g:similar", "g:equal"}))
    return next(cues, -1)


def _named(terms: object) -> frozenset[str]:
    return frozenset(term.concept.concept_id for term in terms if term.concept and term.concept.kind == "population")  # type: ignore[attr-defined]


def _lines(match: Match) -> list[Reason]:
    statement = match.ground.statement
    stated = {term.line for term in (*statement.terms, *match.ground.context.terms) if term.line}
    for index, term in enumerate(match.claim.terms):
        if not term.line or term.line in stated or (not stated and (match.links[index] or index in match.in_context)):
            continue
        if term.line in {"later", "multiple", "next"} and stated - {"1"}:
            continue
        said = ", ".join(sorted(stated)) or "no line of treatment"
        return [Reason(code=ReasonCode.POPULATION, detail=f"the claim says {term.text}, the cited words say {said}")]
    return []
