"""What a thing is called one of: of "a beta such as alpha, or a delta" the claim doesn't call alpha a delta. Pure."""

from __future__ import annotations

from functools import lru_cache

from assistant.answers import Reason, ReasonCode
from assistant.verify.matching import Match
from assistant.verify.scopes import Scoped
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon

_COPULAS = frozenset(("is", "are", "was", "were"))
_NAMING = frozenset("a an the one example examples of among kind kinds type types both all two another such".split())
_EXAMPLES = frozenset(("such as", "for example", "including", "e.g", "like", "includes", "include", "for instance"))
_DENIED = frozenset(("not", "no", "never", "neither", "nor", "isn't", "aren't", "without", "or", "than", "plus", "with"))
_MADE_OF = ("containing", "based", "free", "combination", "combinations")
_REACH = 6


def check(match: Match, lexicon: Lexicon) -> tuple[Reason, ...]:
    """A reason for a drug that the claim calls one of a class which neither the lexicon nor the statement puts it in."""
    claimed = _called(match.claim)
    if not claimed:
        return ()
    stated = {(one.concept_id, other.concept_id) for one, other in _called(match.ground.statement)}
    for member, named in claimed:
        classes = lexicon.ancestors(member.concept_id)
        known = any(lexicon.concepts[one].kind == "drug class" for one in classes)
        alike = named.concept_id in classes or member.concept_id in lexicon.ancestors(named.concept_id)
        if known and not alike and (member.concept_id, named.concept_id) not in stated:
            return (Reason(code=ReasonCode.NAME, detail=f"the cited words don't call {member.name} one of {named.name}"),)
    return ()


@lru_cache(maxsize=1024)
def _called(scoped: Scoped) -> tuple[tuple[Concept, Concept], ...]:
    """What a text calls one of a class: "A is a beta", "a beta such as A"."""
    found = []
    for index, term in enumerate(scoped.terms):
        named = term.concept
        if named is None or named.kind != "drug class" or _is_made_of(scoped, index):
            continue
        member = _before(scoped, index) or _behind(scoped, index)
        if member is not None and member != named:
            found.append((member, named))
    return tuple(found)


def _is_made_of(scoped: Scoped, index: int) -> bool:
    """True for "beta-containing" and "beta-based", which say what a thing is made of."""
    term = scoped.terms[index]
    behind = scoped.terms[index + 1].text.lower() if index + 1 < len(scoped.terms) else ""
    return scoped.text[term.end : term.end + 1] == "-" or behind in _MADE_OF or term.words[-1].endswith(_MADE_OF)


def _before(scoped: Scoped, index: int) -> Concept | None:
    """The thing of "A is a beta", "A and B are betas"; None where a "with" or "or" goes on behind the class."""
    following = [term.text.lower() for term in scoped.terms[index + 1 : index + 2]]
    if not _DENIED.isdisjoint(following):
        return None
    place = index - 1
    while place >= 0 and index - place <= _REACH and not _NAMING.isdisjoint(scoped.terms[place].words):
        place -= 1
    if place < 1 or scoped.terms[place].text.lower() not in _COPULAS:
        return None
    concept = scoped.terms[place - 1].concept
    return concept if concept is not None and concept.kind == "drug" else None


def _behind(scoped: Scoped, index: int) -> Concept | None:
    """The thing of "a beta such as A"."""
    behind = [term for term in scoped.terms[index + 1 : index + 4] if term.text not in {",", "(", ":"}]
    if not behind or behind[0].text.lower() not in _EXAMPLES:
        return None
    concept = next((term.concept for term in behind[1:2]), None)
    return concept if concept is not None and concept.kind == "drug" else None
