"""A question for a detail of a treatment in, the statement that says that its kind is no help for such patients out.

"Which hormone tablet works best for ER-negative cancer?" takes for granted that one works; so do "how many years do I take it?"
and "since it helps". What is said of a kind goes for all of it; what is said of patients goes for those of the question if they
are such. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.premises.at_odds_said import treatments_in
from assistant.premises.at_odds_words import HEDGED
from assistant.premises.premise import Denial
from assistant.question.asked import Asked
from assistant.question.assertions import assertions
from assistant.question.propositions import pieces_of
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import NARROWER, SAME, WIDER, Judged, concept_match
from assistant.words.clauses import clauses_of, denials
from assistant.words.lexicon import Lexicon

_FOREMOST = 3
_NEAR = 0.5
_WHICH = re.compile(
    r"\b(?:which|what|qu[eé]|cu[aá]l(?:es)?)\s+(?!(?:is|are|was|were|does|do|did|if|about|else|happens?|can|could|should|es|son|pasa|hace)\b)",
    re.IGNORECASE,
)
_IS_BEST = re.compile(
    r"\b(?:which|what|cu[aá]l(?:es)?)\s+(?:is|are|es|son)\s+(?:the\s+|el\s+|la\s+)?(?:best|mejor)\b", re.IGNORECASE
)
_NO_HELP = re.compile(
    r"\b(?:(?:do|does|will|would)\s+not|cannot)\s+(?:help|work|benefit)\b|"
    r"\b(?:is|are)\s+(?:not\s+effective|ineffective|of\s+no\s+(?:use|benefit))\b|"
    r"\bno\s+(?:ayudan?|sirven?|funcionan?)\b",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r"\b(?:how\s+(?:many|much|long|often|soon)|when\s+(?:do|does|can|should|will|would|to)|what\s+dose|cu[aá]nt[oa]s?|cada\s+cu[aá]nto|"
    r"cu[aá]ndo)\b",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"\b(?:responds?|works?|helps?|benefits?|is\s+(?:active|effective|useful)|are\s+(?:active|effective|useful)|respond\w*|sirven?|ayudan?|"
    r"funcionan?)\b",
    re.IGNORECASE,
)
_END = " ¿?.!,;:"


def find_of_no_use(asked: Asked, find: Callable[[str], Sequence[Judged]], *, lexicon: Lexicon) -> Denial | None:
    """What asks for the best of a kind, and the statement that the kind is no help for the question's patients; None for none.

    ``find`` gives the statements nearest to a text.
    """
    if asked.yes_no or not asked.population:
        return None
    for piece, given in _asked_which(asked, lexicon=lexicon):
        for text in (piece, *_whether_kinds_help(given, asked, lexicon=lexicon)):
            for entry in find(text)[:_FOREMOST]:
                if entry.hit.relevance >= _NEAR and _is_no_help(given, asked, entry.profile, lexicon=lexicon):
                    return Denial(claimed=piece, statement_id=entry.profile.statement.statement_id)
    return None


def _whether_kinds_help(given: frozenset[str], asked: Asked, *, lexicon: Lexicon) -> Iterator[str]:
    """Whether what is given, and each class that it is of, helps such patients: what is said of a class stands near its name."""
    people = " ".join(sorted(lexicon.concepts[c].name for c in asked.population))
    above = (one for c in given for one in lexicon.ancestors(c) if one in lexicon.concepts)
    classes = sorted(one for one in above if lexicon.concepts[one].kind == "drug class")
    for concept in dict.fromkeys((*sorted(given), *classes)):
        yield f"Does {lexicon.concepts[concept].name} help, {people}?"


def _asked_which(asked: Asked, *, lexicon: Lexicon) -> Iterator[tuple[str, frozenset[str]]]:
    """The pieces that ask which of a kind or a detail of it, with the first treatment named there; clauses that say it helps."""
    for piece in pieces_of(asked.text):
        which = _WHICH.search(piece) or _IS_BEST.search(piece) or _DETAIL.search(piece)
        mentions = [m for m in lexicon.mentions(piece, typed=True) if which and m.start >= which.end()]
        first = next((m.concept.concept_id for m in mentions if m.concept.concept_id in treatments_in(piece, lexicon)), None)
        if first is not None:
            yield piece.strip(_END), frozenset({first})
    for clause in assertions(asked.text):
        given = treatments_in(clause, lexicon)
        if given and _HELPS.search(clause) and not denials(clause) and not HEDGED.search(clause):
            yield clause, given


def _is_no_help(given: frozenset[str], asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    for part in clauses_of(profile.statement.text):
        no_help = _NO_HELP.search(part)
        if no_help is None:
            continue
        of_kind = treatments_in(part[: no_help.start()], lexicon)
        people = frozenset(c for c in lexicon.concepts_in(part[no_help.end() :]) if lexicon.concepts[c].kind == "population")
        # What the kind is no help for is said there, and the asked-for treatment is of that kind.
        of_these = all(concept_match(c, asked.population, lexicon=lexicon) in {SAME, NARROWER} for c in people)
        if people and of_these and all(concept_match(c, of_kind, lexicon=lexicon) in {SAME, WIDER} for c in given):
            return True
    return False
