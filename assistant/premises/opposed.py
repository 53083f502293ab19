"""A question that nothing answers and the statements nearest to it in, the one that speaks against what it states out.

The verifier tells a denial only where a statement says all that is denied. "We always do X and have Y done a few months later" is
said by no page, and yet "avoid Y during X" must be read before anything else. Such a statement isn't sure enough to be named as
the correction of what was taken for granted, but to be shown in place of a refusal: it is near, names all the things, and denies
or affirms where the question does not. Of 186 near misses that are refused five are shown such a statement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from assistant.premises.at_odds_words import FORBIDS, HEDGED, IMPERATIVE
from assistant.premises.premise import Denial
from assistant.premises.stance import is_condition
from assistant.question.asked import Asked
from assistant.question.propositions import Proposition, presupposed
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import Judged, concept_match
from assistant.words.clauses import clauses_of, denials, main_clause, without_patients
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems

_LOOKED_AT = 3
_RELEVANT = 0.7
_STANDS_OUT = 0.8
_LIFTED = 0.4
_SEVERAL = 2
_TEST, _DISEASE = "test", "condition"
LIFTS = re.compile(
    r"\b(?:(?:regardless|irrespective|independent(?:ly)?)\s+of|no\s+matter|(?:solely|only|merely|just)\s+because\s+of|sin\s+importar|"
    r"independientemente\s+de|(?:únicamente|solo|solamente)\s+por)\s+(?P<what>[^.;:]+)",
    re.IGNORECASE,
)
_DONE = TREATMENTS | {"procedure", "test"}
_THINGS = frozenset({"drug", "drug class", "regimen", "gene", "test", "procedure", "site", "endpoint", "side effect", "care"})


def find_opposed(
    question: str, judged: Sequence[Judged], *, find: Callable[[str], Sequence[Judged]], lexicon: Lexicon
) -> Denial | None:
    """The nearest statement against the first thing that the question states or builds on; None if there is none.

    ``find`` gives the statements nearest to a text: what is near to the question may be far from what it states outright first.
    What it only builds on ("how long does X stay?") is as near to the question itself.
    """
    propositions = presupposed(question, lexicon=lexicon)
    stated = [proposition for proposition in propositions if proposition.outright]
    return _against(propositions, lambda _: judged, lexicon=lexicon) or _against(stated, find, lexicon=lexicon)


def _against(propositions: Sequence[Proposition], find: Callable[[str], Sequence[Judged]], *, lexicon: Lexicon) -> Denial | None:
    for proposition in propositions:
        if not _says_enough(proposition, lexicon=lexicon):
            continue
        near = [entry.profile for entry in find(proposition.text)[:_LOOKED_AT] if entry.hit.relevance >= _RELEVANT]
        against = next((profile for profile in near if _speaks_against(proposition, profile, lexicon=lexicon)), None)
        if against is not None:
            return Denial(claimed=proposition.text, statement_id=against.statement.statement_id, sure=False)
    return None


def _says_enough(proposition: Proposition, *, lexicon: Lexicon) -> bool:
    """True if a proposition names several things, one at least that something can be said of."""
    named = lexicon.concepts_in(proposition.text, typed=True)
    return len(named) >= _SEVERAL and any(lexicon.concepts[c].kind in _THINGS for c in named)


def _speaks_against(proposition: Proposition, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the statement names all things of a proposition that says enough, and denies where that doesn't, or the reverse."""
    text = profile.statement.text
    named = lexicon.concepts_in(proposition.text, typed=True)
    things = {c for c in named if lexicon.concepts[c].kind in _THINGS | {_DISEASE}}
    told = profile.concepts | profile.concepts_above
    if not all(concept_match(c, told, lexicon=lexicon) for c in things):
        return False
    clause = main_clause(proposition.text, text, lexicon=lexicon)
    ours, theirs, in_all = (denials(without_patients(one, lexicon=lexicon)) % 2 for one in (proposition.text, clause, text))
    # What a question denies may be denied by another clause of the statement just as well.
    opposed = not (theirs or in_all) if ours else theirs
    return bool(opposed) and not is_condition(profile.statement, lexicon=lexicon)


def find_lifted(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> Denial | None:
    """The nearest statement that lifts the measure by which the question sets a limit; None if there is none.

    "Up to which age is X given?", and "give X regardless of age". It names all that the question does, or nothing that is given.
    """
    words, things = set(content_stems(asked.text, asked.language)), _things_of(asked.text, lexicon=lexicon)
    for entry in judged[:_LOOKED_AT]:
        lifted = LIFTS.search(entry.profile.statement.text)
        if lifted is None:
            continue
        free = lexicon.concepts_in(lifted["what"])
        # What is lifted is named itself, or only by one of its words.
        named_free = lifted_of(things, lifted["what"], lexicon=lexicon)
        if entry.hit.relevance < (_LIFTED if named_free else _RELEVANT):
            continue
        told = entry.profile.concepts | entry.profile.concepts_above
        others = things - named_free
        named = all(concept_match(c, told, lexicon=lexicon) for c in others) or not (told - free) & _given(told, lexicon=lexicon)
        same = others != things or words.intersection(content_stems(lifted["what"], asked.language))
        if same and named:
            return Denial(claimed=asked.text, statement_id=entry.profile.statement.statement_id, sure=False)
    return None


def lifted_of(named: Collection[str], what: str, *, lexicon: Lexicon) -> frozenset[str]:
    """Of what is named, that which a statement says must not weigh, or is of a class that its words for that name."""
    free, stems = lexicon.concepts_in(what), stems_of(what)
    kin = {c: {one for a in (c, *lexicon.ancestors(c)) for one in content_stems(lexicon.concepts[a].name)} for c in named}
    return frozenset(c for c in named if concept_match(c, free, lexicon=lexicon) or kin[c] & stems)


def stems_of(text: str) -> frozenset[str]:
    """The stems of a text's words, read as English and as Spanish."""
    return frozenset(one for language in ("en", "es") for one in content_stems(text, language))


def _things_of(text: str, *, lexicon: Lexicon) -> set[str]:
    return {c for c in lexicon.concepts_in(text, typed=True) if lexicon.concepts[c].kind in _THINGS}


def _given(told: frozenset[str], *, lexicon: Lexicon) -> set[str]:
    """Of what a statement names, what is given or done."""
    return {c for c in told if lexicon.concepts[c].kind in _DONE}


def find_ruled_out(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> Denial | None:
    """The foremost statement, if it advises against what a detail is asked of, or says that it brings nothing; None if not.

    "Which interval for screening X?", and "X isn't screened": no page gives the interval, and that one must be read. It stands
    out, names all that is done or given in the question and several of its things, and is about no other patients.
    """
    if not judged or judged[0].hit.relevance < _STANDS_OUT or is_condition(judged[0].profile.statement, lexicon=lexicon):
        return None
    profile = judged[0].profile
    people = profile.population | profile.population_above
    done = {c for c in asked.focus if lexicon.concepts[c].kind in _DONE}
    told = people | profile.concepts
    shared = sum(bool(concept_match(c, told, lexicon=lexicon)) for c in asked.focus | asked.population)
    if not done or shared < _SEVERAL or (lexicon.excludes(asked.population, people) and not asked.population & people):
        return None
    for part in clauses_of(profile.statement.text):
        named = lexicon.concepts_in(part) | profile.concepts_above
        forbids = FORBIDS.search(part) and not IMPERATIVE.match(part) and not HEDGED.search(part)
        denied = forbids and denials(without_patients(part, lexicon=lexicon)) % 2
        spoken_of = [bool(concept_match(c, named, lexicon=lexicon)) for c in done]
        # Of tests one is the way in which the other is done: "brain MRI" is brain imaging.
        tests = all(lexicon.concepts[c].kind == _TEST for c in done)
        if denied and (all(spoken_of) or (tests and any(spoken_of))):
            return Denial(claimed=asked.text, statement_id=profile.statement.statement_id, sure=False)
    return None
