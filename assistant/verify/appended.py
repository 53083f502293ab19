"""Phrases of a claim of which the cited words say nothing: they add to what is said. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.verify.matching import Match
from assistant.verify.terms import Term

# Where a phrase starts that could be appended to what is said.
_OPENING = frozenset(
    "with without in on at for during after once before because since to by per through under over within among against until if "
    "via when while unless although despite as into onto upon about".split()
)
# Fillers of grammar; the others ("recorded", "results") say something where a whole phrase is made of them.
GRAMMAR = frozenset(
    "a an the this that these those such it its they them their there here he she his her him we our us you your i my one "
    "ones who whom whose which what where be is are was were been being am do does did done have has had having get gets "
    "got of to in on at by as from into for with about via per and or so also too well both either then therefore thus "
    "hence however but while whereas though although even still yet just namely e.g i.e etc will would again up out off "
    "over under down through between among within during along now all any some each every more less much than very quite "
    "rather not no may might can could should must when if because until whether how why onto toward towards".split()
)
_SAYING = 2


def is_appended(match: Match, index: int, missing: Sequence[int]) -> bool:
    """True in a phrase of which nothing is said ("with food", "in an outpatient clinic")."""
    home = next(phrase for phrase in _phrases(match, _opens) if index in phrase)
    return all(other in missing for other in home if other == index or _is_content(match.claim.terms[other]))


def appended(match: Match, missing: Sequence[int]) -> str:
    """The first phrase behind the claim's opening one that holds words that say something, none of them said; "" without one."""
    for opens in (_opens, _breaks):
        for phrase in _phrases(match, opens)[1:]:
            content = [index for index in phrase if _is_content(match.claim.terms[index])]
            if any(index not in missing for index in content):
                continue
            fillers = [index for index in phrase if _is_saying(match, index)]
            if fillers and len(fillers) + len(content) >= _SAYING:
                return match.claim.text[match.claim.terms[phrase[0]].start : match.claim.terms[phrase[-1]].end].strip(" ,;:")
    return ""


def _phrases(match: Match, opens: Callable[[Term], bool]) -> list[list[int]]:
    found: list[list[int]] = [[]]
    for index, term in enumerate(match.claim.terms):
        if found[-1] and opens(term):
            found.append([])
        found[-1].append(index)
    return found


def _opens(term: Term) -> bool:
    return term.punctuation or not _OPENING.isdisjoint(term.words[:1])


def _breaks(term: Term) -> bool:
    return term.punctuation and term.text not in {"/", "+", "&", "[", "]", ")"}


def _is_content(term: Term) -> bool:
    grammar = term.concept is None and any(term.has(family) for family in ("strength", "negators", "conditions"))
    return not (term.filler or _opens(term) or grammar)


def _is_saying(match: Match, index: int) -> bool:
    term = match.claim.terms[index]
    if not term.filler or term.punctuation or term.quantity or term.text.lower() in GRAMMAR:
        return False
    return not match.links[index] and index not in match.in_context
