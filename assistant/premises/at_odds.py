"""A clause that a question takes for granted and a statement in, whether the two stand against each other out. Pure.

The verifier denies a clause only where a statement says all of it. People put it in other words, yet the two differ in one
point that general language shows: a share, a time, a route, which of two is better, sooner or later, a limit that the
statement lifts, a need that the clause denies, a denial. Both must speak of the same things, or nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.premises.at_odds_figures import aim, comparison, fixed, route, share, time
from assistant.premises.at_odds_said import ALSO, DONE, THINGS, is_said, kin_of, mostly_said, named_in, treatments_in
from assistant.premises.at_odds_words import (
    ACTS_ON,
    AFTER,
    AFTER_FORBIDDEN,
    ALL_NEEDED,
    ALONE,
    ALSO_DURING,
    BEFORE,
    CAUSED_BY,
    CHANGES,
    COMMON,
    DOSED,
    EARLY,
    FORBIDS,
    HEDGED,
    IMPERATIVE,
    LATE,
    LESS_LIKELY,
    LIFTS,
    LIMIT,
    LONG_WORD,
    MORE_LIKELY,
    MORE_VERBS,
    NEED,
    NO_NEED,
    NO_RISK,
    NO_ROUTINE,
    NOT_ALONE,
    NOT_DELAYED,
    OF_ONE,
    OFFERED,
    ON_CONDITION,
    REFUSED,
    RISK,
    ROUTINE,
    SPEAKS_ILL,
    STOPPED,
    SWITCHES_OFF,
    SWITCHES_ON,
    TELLS_CAUSE,
    UNCHANGED,
    UNLESS,
    WHATEVER,
    WISHED,
)
from assistant.premises.universal import denied_of_all
from assistant.question.grounds import FINITE, VERB
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import SAME, WIDER, concept_match
from assistant.words.clauses import clauses_of, denials, without_patients
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems

# That one of a kind is told of something tells nothing of the kind.
_AS_WIDE = frozenset({SAME, WIDER})
_PREFIX = 5
Axis = Callable[[str, Profile, Lexicon], bool]


def at_odds(clause: str, profile: Profile, *, lexicon: Lexicon) -> str:
    """The name of the point in which a clause and a statement stand against each other; "" if they do in none."""
    if _cause(clause, profile, lexicon):
        return "cause"
    point = _point(clause, profile, lexicon=lexicon)
    return point or ("of_all" if denied_of_all(clause, profile, lexicon=lexicon) else "")


def _point(clause: str, profile: Profile, *, lexicon: Lexicon) -> str:
    if WISHED.search(clause) or not (states(clause, lexicon=lexicon) or DOSED.search(clause)):
        return ""
    if not same_things(clause, profile, lexicon=lexicon):
        return ""
    return next((name for name, axis in _AXES if axis(clause, profile, lexicon)), "")


def states(clause: str, *, lexicon: Lexicon) -> bool:
    """True for a clause with a verb outside of the names: "dental work" states nothing."""
    for mention in reversed(lexicon.mentions(clause, typed=True)):
        if mention.concept.kind in DONE:
            clause = f"{clause[: mention.start]} {clause[mention.end :]}"
    return bool(FINITE.search(clause) or VERB.search(clause) or MORE_VERBS.search(clause))


def same_things(clause: str, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the statement speaks of all treatments and tests of the clause, of one thing at least, and of no other patients."""
    named = lexicon.concepts_in(clause, typed=True)
    told = profile.concepts | profile.concepts_above
    things = {c for c in named if lexicon.concepts[c].kind in DONE}
    also = {c for c in named if lexicon.concepts[c].kind in ALSO}
    people = {c for c in named if lexicon.concepts[c].kind == "population"}
    if not all(concept_match(c, told, lexicon=lexicon) in _AS_WIDE for c in things):
        return False
    spoken = [c for c in things | also if concept_match(c, profile.concepts, lexicon=lexicon)]
    return bool(spoken or (people & profile.population)) and not lexicon.excludes(people, profile.population)


def _early_late(clause: str, profile: Profile, _lexicon: Lexicon) -> bool:
    """Late for what the statement tells to come early, or the other way round."""
    text = profile.statement.text
    return bool(LATE.search(clause) and EARLY.search(text) and not EARLY.search(clause))


def _order(clause: str, profile: Profile, lexicon: Lexicon) -> bool:
    """After a thing where the statement says before it, and before only."""
    text = profile.statement.text
    before = BEFORE.search(text)
    after = AFTER.search(clause)
    if not before or not after or BEFORE.search(clause) or ALSO_DURING.search(text) or ALSO_DURING.search(clause):
        return False
    done, then = named_in(clause[: after.start()], lexicon), named_in(clause[after.end() :], lexicon)
    told, until = named_in(text[: before.start()], lexicon), named_in(text[before.end() :], lexicon)
    return bool(done & told and then & until)


def _need(clause: str, profile: Profile, lexicon: Lexicon) -> bool:
    """No need of what the statement requires."""
    if not NEED.search(profile.statement.text) or denials(without_patients(profile.statement.text, lexicon=lexicon)):
        return False
    enough = ALL_NEEDED.search(clause)
    if enough and re.search(r"\bneed\w*|necesit\w*", enough[0], re.IGNORECASE) is None and enough["rest"]:
        enough = None
    spared = NO_NEED.search(clause)
    what = enough["rest"] or "" if enough else clause[spared.end() : spared.end() + 50] if spared else ""
    return bool(what) and is_said(what, profile, lexicon=lexicon)


def _limit(clause: str, profile: Profile, lexicon: Lexicon) -> bool:
    """A limit where the statement speaks of all, and none of what the limit is."""
    limit = LIMIT.search(clause)
    text = profile.statement.text
    if not limit or not LIFTS.search(text) or LIMIT.search(text) or denials(clause) % 2:
        return False
    rest = clause[limit.end() :]
    people = frozenset(c for c in lexicon.concepts_in(rest, typed=True))
    told = profile.concepts | profile.population | profile.concepts_above | profile.population_above
    named_all = all(concept_match(c, told, lexicon=lexicon) for c in people)
    lifted = re.search(r"(?:regardless|irrespective|independent\w*|no\s+matter|sin\s+importar)[^.;]*", text, re.IGNORECASE)
    kinds = {x for c in people for x in (c, *lexicon.ancestors(c))}
    freed = bool(lifted and (kinds & lexicon.concepts_in(lifted[0]) or set(content_stems(rest)) & set(content_stems(lifted[0]))))
    unsaid = [one for one in content_stems(rest) if one not in profile.stems and one not in profile.stems_above]
    groups = bool(people and re.search(r"\bboth\s+groups\b|\bambos\s+grupos\b", text, re.IGNORECASE))
    return freed or groups or (bool(unsaid) and (not named_all or bool(lifted)))


def _refused(clause: str, profile: Profile, lexicon: Lexicon) -> bool:
    """Refused where the statement tells to offer it, to go on, or not to deny it."""
    refused = REFUSED.search(clause)
    text = profile.statement.text
    if not refused or not OFFERED.search(text) or UNLESS.search(text):
        return False
    # That a thing mustn't come late says nothing of when it ends.
    if STOPPED.fullmatch(refused[0]) and NOT_DELAYED.search(text):
        return False
    return denials(clause) <= 1 and bool(named_in(clause, lexicon) & profile.concepts or _kindred(clause, profile, lexicon))


def _kindred(clause: str, profile: Profile, lexicon: Lexicon) -> bool:
    return any(lexicon.ancestors(c) & profile.concepts for c in named_in(clause, lexicon))


def _condition(clause: str, profile: Profile, lexicon: Lexicon) -> bool:
    """Whatever a thing is, where the statement makes it a condition."""
    free, bound = WHATEVER.search(clause), ON_CONDITION.search(profile.statement.text)
    if not free or not bound or WHATEVER.search(profile.statement.text):
        return False
    named = lexicon.concepts_in(free["what"], typed=True) & lexicon.concepts_in(bound["what"])
    return bool(named or set(LONG_WORD.findall(free["what"].lower())) & set(LONG_WORD.findall(bound["what"].lower())) - COMMON)


def _likely(clause: str, profile: Profile, _lexicon: Lexicon) -> bool:
    text = profile.statement.text
    ours = bool(MORE_LIKELY.search(clause)), bool(LESS_LIKELY.search(clause))
    theirs = bool(MORE_LIKELY.search(text)), bool(LESS_LIKELY.search(text))
    return ours in {(True, False), (False, True)} and theirs == ours[::-1] and not denials(clause) % 2


def _works(clause: str, profile: Profile, _lexicon: Lexicon) -> bool:
    """Switched on where the statement says off, or the other way round."""
    text = profile.statement.text
    ours = bool(SWITCHES_ON.search(clause)), bool(SWITCHES_OFF.search(clause))
    theirs = bool(SWITCHES_ON.search(text)), bool(SWITCHES_OFF.search(text))
    return ours in {(True, False), (False, True)} and theirs == ours[::-1] and not denials(clause) % 2


def _target(clause: str, profile: Profile, lexicon: Lexicon) -> bool:
    """A medicine said to act on one gene or protein where the statement tells that it acts on another."""
    ours, theirs = (_acted_on(text, lexicon) for text in (clause, profile.statement.text))
    drugs = {c for c in named_in(clause, lexicon) if lexicon.concepts[c].kind == "drug"}
    apart = bool(ours and theirs) and not any(kin_of(one, other, lexicon) for one in ours for other in theirs)
    return apart and bool(drugs) and drugs <= profile.concepts and not denials(clause) and not denials(profile.statement.text)


def _acted_on(text: str, lexicon: Lexicon) -> frozenset[str]:
    """The genes and proteins named behind the verb that tells what something acts on, to the next mark."""
    acts = ACTS_ON.search(text)
    behind = re.split(r"[,;:.]", text[acts.end() :], maxsplit=1)[0] if acts else ""
    return frozenset(c for c in lexicon.concepts_in(behind, typed=True) if lexicon.concepts[c].kind == "gene")


def _never(clause: str, profile: Profile, _lexicon: Lexicon) -> bool:
    """Never, or no risk, where the statement says that it may be, or names the risk."""
    text = profile.statement.text
    if NO_RISK.search(clause):
        return bool(RISK.search(text)) and not NO_RISK.search(text)
    return bool(UNCHANGED.search(clause) and CHANGES.search(text)) and not denials(text)


def _denied(clause: str, profile: Profile, lexicon: Lexicon) -> bool:
    """Flatly stated where the clause of the statement that speaks of the same denies it."""
    if denials(without_patients(clause, lexicon=lexicon)) or HEDGED.search(clause) or OF_ONE.search(clause):
        return False
    if SPEAKS_ILL.search(clause):
        return False
    things = {c for c in lexicon.concepts_in(clause, typed=True) if lexicon.concepts[c].kind in THINGS | ALSO}
    routine = ROUTINE.search(clause) and NO_ROUTINE.search(profile.statement.text)
    for part in clauses_of(profile.statement.text):
        named = lexicon.concepts_in(part) | profile.concepts_above
        forbids = FORBIDS.search(part)
        if not forbids or HEDGED.search(part) or not things:
            continue
        forbidden = _forbids_it(part[forbids.start() :], forbids[0], clause, things, lexicon=lexicon)
        if forbidden and all(concept_match(c, named, lexicon=lexicon) for c in things):
            return bool(routine) or mostly_said(clause, profile, lexicon=lexicon)
    return False


def _forbids_it(rest: str, words: str, clause: str, things: set[str], *, lexicon: Lexicon) -> bool:
    """True if it is what the clause speaks of that is forbidden: "avoid X during Y, due to Z" forbids X, neither Y nor Z."""
    what = AFTER_FORBIDDEN.split(rest[len(words) :], maxsplit=1)[0]
    named = named_in(what, lexicon)
    if named:
        return any(concept_match(c, named, lexicon=lexicon) for c in things)
    said = {one[:_PREFIX] for one in content_stems(what)} & {one[:_PREFIX] for one in content_stems(clause)}
    return bool(said) or not IMPERATIVE.match(words)


def _alone(clause: str, profile: Profile, _lexicon: Lexicon) -> bool:
    """Enough by itself where the statement says that it must not be all."""
    return bool(ALONE.search(clause) and NOT_ALONE.search(profile.statement.text)) and not denials(clause) % 2


def _cause(clause: str, profile: Profile, lexicon: Lexicon) -> bool:
    """An effect laid to another treatment than the one that the statement names with it."""
    cause = CAUSED_BY.search(clause)
    if not cause or denials(clause[: cause.start()]) % 2:
        return False
    drugs = treatments_in(clause[cause.end() :], lexicon)
    effects = {c for c in named_in(clause, lexicon) if lexicon.concepts[c].kind in {"side effect", "condition"}}
    told = {c for c in profile.concepts if lexicon.concepts[c].kind in TREATMENTS}
    if not drugs or not told or not effects & profile.concepts or not TELLS_CAUSE.search(profile.statement.text):
        return False
    return not any(kin_of(one, other, lexicon) for one in drugs for other in told)


_AXES: tuple[tuple[str, Axis], ...] = (
    ("share", share),
    ("time", time),
    ("route", route),
    ("comparison", comparison),
    ("early", _early_late),
    ("order", _order),
    ("need", _need),
    ("limit", _limit),
    ("refused", _refused),
    ("condition", _condition),
    ("likely", _likely),
    ("works", _works),
    ("target", _target),
    ("never", _never),
    ("alone", _alone),
    ("fixed", fixed),
    ("aim", aim),
    ("denied", _denied),
)
POINTS: tuple[str, ...] = ("cause", *(name for name, _ in _AXES))
