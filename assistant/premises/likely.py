"""A question that nothing answers and the statements nearest to each clause of it in, the one likely against a clause out.

"X better than Y, so which dose?", "X every week: over how many hours?", "X comes first. How long in between?": no page gives what
is asked, and what is taken for granted is put in so few words that neither the verifier nor the forest (``mistaken.py``) is sure.
The statement that speaks of all that the clause names, and gives another figure, has the two the other way round or denies, must
be read before a refusal is. It isn't sure enough to be named as the correction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from assistant.answers import ReasonCode
from assistant.premises.at_odds import at_odds, states
from assistant.premises.at_odds_said import DONE, named_in, said_of
from assistant.premises.at_odds_words import COMPARES, CURES, DOSED, HEDGED, OF_ONE, WISHED
from assistant.premises.mistaken import WEIGHTS, as_question, denies
from assistant.premises.mistaken_signals import read_mistaken
from assistant.premises.premise import Denial
from assistant.premises.readings import Stance
from assistant.premises.settled_signals import Weighed
from assistant.question.asked import Asked
from assistant.question.assertions import assertions
from assistant.question.focus import words
from assistant.question.propositions import presupposed
from assistant.retrieval.forest import Forest, read_forest
from assistant.retrieval.signals import SAME, WIDER, Judged, concept_match
from assistant.verify.quantities import Quantity, find_quantities
from assistant.words.clauses import denials, without_patients
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems

_ENDPOINT = "endpoint"
_MOST = 4
_LOOKED_AT, _NEAR, _AS_NEAR = 3, 0.75, 0.9
_BORNE_OUT_AT = 6
# A share that is too low to call a clause false, and enough to read the statement in place of a refusal.
_LIKELY, _SURE = 0.45, 0.6
_SAID, _STANDS_OUT = 0.5, 0.85
# That one of a kind is told of something tells nothing of the kind.
_AS_WIDE = frozenset({SAME, WIDER})
_FIGURES, _LASTING = frozenset({"amount", "interval"}), "duration"
_ORDERED = re.compile(r"\bfirst\b[^.;]*\b(?:then|later|after\w*)\b|\bprimero\b[^.;]*\b(?:luego|después)\b", re.IGNORECASE)
_DELAYS_NOT = re.compile(r"\b(?:not|never)\s+(?:be\s+)?delay\w*|\bno\s+(?:debe\w*\s+)?retras\w+", re.IGNORECASE)
_HANDLED = re.compile(
    r"\b(?:withheld|held|given|started|stopped|kept|reserved|saved|used|added|avoided|left|omitted|skipped|reserv\w+|suspend\w+)\b",
    re.IGNORECASE,
)
# Behind a name in notes they say what others say with a verb: "doublets standard in X", "both equal", "X single agent".
_PREDICATE = re.compile(
    r"(?<!\bis\s)(?<!\bare\s)(?<!\bbe\s)\b(?P<what>standard|mandatory|obligatory|contraindicated|equal|equivalent|interchangeable|"
    r"inferior|superior|safe|optional|useless|unnecessary|single[- ]agent|"
    r"monotherapy)\b(?!\s+(?:of|dose|agents?|regimen|treatment|therapy))",
    re.IGNORECASE,
)
_CONCLUDED = re.compile(r"\s*,?\s*(?:so|then|entonces|así\s+que)\b", re.IGNORECASE)
_UNCURED = re.compile(
    r"\bincurable\w*|\b(?:not|never|unlikely|no)\b[^.;]{0,40}?\b(?:cur(?:e|ed|able|es|a|an|ar|ación)|goes?\s+away)\b",
    re.IGNORECASE,
)
_TO_BE = re.compile(r"(?:['’]ll|\b(?:will|should|must|need\w*|ha(?:s|ve)\s+to|debe\w*|tiene\s+que|va\s+a))\b", re.IGNORECASE)


def find_likely(
    asked: Asked,
    *,
    find: Callable[[str], Sequence[Judged]],
    read: Callable[[str], Asked],
    weigh: Callable[[str, Judged], Weighed],
    lexicon: Lexicon,
    forest: Forest | None = None,
) -> Denial | None:
    """The first of a question's clauses that a statement near to it is likely against, unless another bears it out.

    ``find`` gives the statements nearest to a text, ``read`` what a text asks, ``weigh`` what the verifier finds of a clause.
    """
    forest = forest or read_forest(WEIGHTS)
    stated = _stated(asked.text)
    for clause in _clauses(asked, lexicon=lexicon):
        found = find(as_question(clause, asked.language))
        for entry in _nearest(found):
            if _apart(clause, entry, asked, lexicon=lexicon):
                return Denial(claimed=clause, statement_id=entry.profile.statement.statement_id, sure=False)
            # What a question for a detail builds on is asked of what no page gives: near to it stands whatever is said there.
            weighed = weigh(clause, entry) if clause in stated else Weighed(stance=Stance.AFFIRMS)
            if _borne_out(weighed):
                break
            signals = read_mistaken(clause, read(as_question(clause, asked.language)), entry, weighed, lexicon=lexicon)
            denied = 0.0 if denials(clause) and denies(entry) else float(forest.weigh(signals)[0])
            if not _speaks_of(clause, entry, denied, lexicon=lexicon):
                continue
            if (
                denied >= _LIKELY
                or _other_figure(clause, entry, found, lexicon=lexicon)
                or _turned(clause, entry, weighed, lexicon=lexicon)
            ):
                return Denial(claimed=clause, statement_id=entry.profile.statement.statement_id, sure=False)
    return None


def _clauses(asked: Asked, *, lexicon: Lexicon) -> Iterator[str]:
    """What the question states, or builds on as said of more than one person, as far as it says something of a thing."""
    built_on = (one.text for one in presupposed(asked.text, lexicon=lexicon))
    clauses = (one for one in dict.fromkeys((*_stated(asked.text), *built_on)) if _says(one, asked.text, lexicon=lexicon))
    return islice(clauses, _MOST)


def _stated(question: str) -> tuple[str, ...]:
    """What the question states, with a verb where notes leave it out."""
    return tuple(_PREDICATE.sub(r"is \g<what>", clause, count=1) for clause in assertions(question))


def _says(clause: str, question: str, *, lexicon: Lexicon) -> bool:
    if WISHED.search(clause) or HEDGED.search(clause) or (OF_ONE.search(clause) and not _TO_BE.search(clause)):
        return False
    told = any(pattern.search(clause) for pattern in (DOSED, COMPARES, CURES, _ORDERED, _HANDLED))
    # "X costs nothing, so which Y?": what something is concluded from is said, whatever its verb.
    concluded = clause in question and _CONCLUDED.match(question.partition(clause)[2])
    return bool(told or concluded or _intervals(clause)) or states(clause, lexicon=lexicon)


def _nearest(found: Sequence[Judged]) -> Iterator[Judged]:
    top = found[0].hit.relevance if found else 0.0
    yield from (entry for entry in found[:_LOOKED_AT] if entry.hit.relevance >= max(_NEAR, _AS_NEAR * top))


def _borne_out(weighed: Weighed) -> bool:
    """Whether the statement bears the clause out, or would if that were less flat."""
    reasons = weighed.verdict.reasons if weighed.verdict is not None else ()
    firm = weighed.verdict is not None and all(reason.code is ReasonCode.STRENGTH for reason in reasons)
    return weighed.stance is Stance.AFFIRMS or firm


def _speaks_of(clause: str, entry: Judged, denied: float, *, lexicon: Lexicon) -> bool:
    """Whether the statement names all that the clause says is given or done, is of no other patients, and says half of its words.

    One that stands out, or that surely denies the clause, need not: people say much around a thing.
    """
    profile, told = entry.profile, entry.profile.concepts | entry.profile.concepts_above
    done = {c for c in lexicon.concepts_in(clause, typed=True) if lexicon.concepts[c].kind in DONE}
    people = {c for c in lexicon.population(clause, typed=True) if lexicon.concepts[c].axis not in words()["step_axes"]}
    if not done or not all(concept_match(c, told, lexicon=lexicon) in _AS_WIDE for c in done):
        return False
    said = said_of(clause, profile, lexicon=lexicon)
    enough = sum(said) >= _SAID * len(said) or entry.hit.relevance >= _STANDS_OUT or denied >= _SURE
    return enough and not lexicon.excludes(people, profile.population)


def _intervals(text: str) -> list[Quantity]:
    return [one for one in find_quantities(text) if one.kind == "interval"]


def _other_figure(clause: str, entry: Judged, found: Sequence[Judged], *, lexicon: Lexicon) -> bool:
    """Whether the statement gives another dose or interval of what the clause names, and none that is near the clause's.

    Or another time that something lasts, if it names all that the clause does.
    """
    named = lexicon.concepts_in(clause, typed=True)
    told = entry.profile.concepts | entry.profile.concepts_above | entry.profile.population | entry.profile.population_above
    whole = _ENDPOINT in {lexicon.concepts[c].kind for c in named} and all(concept_match(c, told, lexicon=lexicon) for c in named)
    ours = [one for one in find_quantities(clause) if one.kind in _FIGURES or (whole and one.kind == _LASTING)]
    theirs = find_quantities(entry.profile.statement.text)
    alike = [one for one in ours if any((one.kind, one.base) == (other.kind, other.base) for other in theirs)]
    all_told = [q for near in found[:_BORNE_OUT_AT] for q in find_quantities(near.profile.statement.text)]
    return any(not any(_meet(one, other) for other in (*theirs, *all_told)) for one in alike)


def _meet(one: Quantity, other: Quantity) -> bool:
    return one.base == other.base and one.low <= other.high and other.low <= one.high


def _apart(clause: str, entry: Judged, asked: Asked, *, lexicon: Lexicon) -> bool:
    """Whether the two stand against each other in a point that needs no verifier; what has its verb was looked at so before."""
    noted = clause in _stated(asked.text) and clause not in assertions(asked.text)
    point = noted and at_odds(clause, entry.profile, lexicon=lexicon)
    return bool(point) or _uncured(clause, entry, lexicon=lexicon) or _delayed(clause, entry, lexicon=lexicon)


def _uncured(clause: str, entry: Judged, *, lexicon: Lexicon) -> bool:
    """Whether the clause has something cured, and the statement says that it isn't, of no other patients."""
    if not CURES.search(clause) or not _UNCURED.search(entry.profile.statement.text) or denials(clause):
        return False
    people = entry.profile.population | entry.profile.population_above
    return not lexicon.excludes(lexicon.population(clause, typed=True), people)


def _delayed(clause: str, entry: Judged, *, lexicon: Lexicon) -> bool:
    """Whether the clause has one thing first and then another, and the statement says that the one mustn't delay the other."""
    text, ordered = entry.profile.statement.text, _ORDERED.search(clause)
    delays = _DELAYS_NOT.search(text)
    if ordered is None or delays is None:
        return False
    first, done = named_in(clause[: ordered.start()], lexicon), named_in(text[: delays.start()], lexicon)
    then, waits = content_stems(clause[ordered.start() :]), content_stems(text[delays.end() :])
    return bool(first & done) and not set(then).isdisjoint(waits)


def _turned(clause: str, entry: Judged, weighed: Weighed, *, lexicon: Lexicon) -> bool:
    """Whether the verifier finds two sides exchanged, or a denial of what the clause says, with hardly a thing of it unsaid."""
    if weighed.stance is Stance.DENIES:
        return True
    reasons = weighed.verdict.reasons if weighed.verdict is not None else ()
    if any(reason.code is ReasonCode.DIRECTION and "sides of the comparison" in reason.detail for reason in reasons):
        return bool(COMPARES.search(clause))
    denied = any(reason.code is ReasonCode.NEGATION for reason in reasons)
    own, told = (denials(without_patients(one, lexicon=lexicon)) % 2 for one in (clause, entry.profile.statement.text))
    return denied and own != told and all(reason.code is not ReasonCode.NAME for reason in reasons)
