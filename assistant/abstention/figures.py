"""A question for a figure and the statements nearest to it in, what figure the documents don't give out.

"120 mg" answers "which dose?" only if it is the dose *of the drug asked about, by the route asked about, in the unit asked
for*; a share needs a percentage of the very thing, a comparison a statement that compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.abstention.again import missing_date
from assistant.abstention.comparisons import called, missing_best, missing_comparison, of_kinds
from assistant.abstention.counted import counting
from assistant.abstention.denied import denies_gain
from assistant.abstention.lived import missing_life
from assistant.abstention.rhythm import asked_rhythm, is_in_another_rhythm
from assistant.abstention.told_setting import told_outcomes
from assistant.answers import Intent
from assistant.display.phrases import phrases
from assistant.question.asked import Asked
from assistant.question.measured import measured
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import NARROWER, concept_match, names_all
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import stem

_NUMERIC = (Intent.DOSE, Intent.INTERVAL, Intent.DURATION)
_MEASURED = frozenset({"drug", "drug class", "regimen", "test", "procedure"})
_STAGE_AXIS = "stage"
_SHARE = re.compile(
    r"\b(?:percent\w*|proportion|how common|how many (?:women|men|people|patients|pts|of)|rates?|incidence|prevalence|"
    r"share of|fraction of)\b|%",
    re.IGNORECASE,
)
# How likely it is that a treatment works: a share of those who get it.
_CHANCE = re.compile(
    r"\b(?:chances?|odds|likelihood|probability|how\s+likely)\b[^?.]*\b(?:work|help|respon[ds]|shrink)\w*|"
    r"\b(?:probabilidad\w*|posibilidad\w*)\b[^?.]*\b(?:funcion|respond|ayud)\w*",
    re.IGNORECASE,
)
_SHARE_OF_NOTHING = {"en": "how many", "es": "cuántas"}
_PERCENTAGE = re.compile(r"%|\bper\s?cent\b|\b\d+ (?:in|of|out of) (?:every )?\d+\b|\bone in \w+", re.IGNORECASE)
_UNITS = r"mg|ml|grams?|units?|minutes?|hours?|days?|weeks?|months?|years?|cycles?|fractions?"
_ASKED_UNIT = re.compile(
    rf"\b(?:how many|number of) ({_UNITS})\b|\b\d+ ?(?:or|vs\.?|versus|/) ?\d+ ({_UNITS})\b|\bin ({_UNITS})\b(?=[ ?.]*$)",
    re.IGNORECASE,
)
# "Every how many months" asks for no length of time, though it names one.
_EVERY = re.compile(r"\bevery\s+how\s+(?:many|long|much)\b|\bcada\s+cu[aá]nt[oa]s?\b", re.IGNORECASE)
# How long a drip runs is told in minutes or hours: how long its drug is given for is another matter.
_RUNS_IN = re.compile(
    r"\b(?:how\s+long|cu[aá]nto)\b(?=.*\b(?:drip|infusion|infused?|infusi[oó]n|goteo|suero|chair)\b)"
    r"(?=.*\b(?:takes?|lasts?|runs?|runs?\s+in|sits?|sitting|hooked|infused?|dura|tarda|sentad[oa])\b)",
    re.IGNORECASE,
)
_DRUG, _ENDPOINT, _EFFECT = frozenset({"drug"}), frozenset({"endpoint"}), frozenset({"side effect"})
_CLASS = frozenset({"drug class"})
_LOOKED_AT, _SITE = frozenset({"test", "procedure"}), "site"
# What is watched during a treatment is watched alike for all of its class.
_WATCHED = re.compile(
    r"\b(?:monitor\w*|seen|review\w*|(?:clinic|hospital|follow-?up)\s+(?:visits?|appointments?)|check-?ups?|"
    r"(?:re-?)?(?:assess|evaluat|stag|check|imag|scan)\w*|follow(?:ed)?[- ]?up|respon[sd]\w*|CT|PET|"
    r"evalu\w*|reevalu\w*|seguimiento|control\w*|revis\w*|vigil\w*|respuesta)\b",
    re.IGNORECASE,
)
_IS_WATCH = re.compile(r"\b(?:monitor|(?:re-?)?(?:evaluat|assess)|follow-up|(?:re)?eval[uú]|seguimiento)", re.IGNORECASE)


def missing_figure(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """Which figure is asked of what, if no statement that speaks of it gives such a figure; else ""."""
    if any(denies_gain(asked, profile, lexicon=lexicon) for profile in profiles):
        return ""
    checks = (
        missing_date,
        missing_comparison,
        missing_best,
        _missing_endpoint,
        _missing_share,
        _missing_count,
        _missing_amount,
        _missing_unnamed_dose,
    )
    return next(filter(None, (check(asked, profiles, lexicon=lexicon) for check in checks)), "")


def _wanted(asked: Asked) -> list[Intent]:
    every = _EVERY.search(asked.text) and Intent.INTERVAL in asked.intents
    return [one for one in _NUMERIC if one in asked.intents and not (every and one is Intent.DURATION)]


def _missing_endpoint(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """The effect that no statement speaks of together with the drug asked about, or gives a figure of if one is asked for."""
    endpoints = of_kinds(asked.concepts, _ENDPOINT, lexicon=lexicon) - told_outcomes(asked, lexicon=lexicon)
    effects = frozenset(c for c in of_kinds(asked.focus, _EFFECT, lexicon=lexicon) if _is_particular(c, lexicon=lexicon))
    drugs = of_kinds(asked.focus, _DRUG, lexicon=lexicon)
    for wanted in (endpoints, effects):
        if wanted and drugs and not _told_of(asked, profiles, wanted, drugs, lexicon=lexicon):
            return called(asked, wanted | drugs, lexicon=lexicon)
    if not drugs and (missing := missing_life(asked, profiles, lexicon=lexicon)):
        return missing
    if not endpoints or asked.yes_no or Intent.FIGURE not in asked.intents:
        return ""
    named = of_kinds(asked.concepts, _MEASURED, lexicon=lexicon)
    gives = any(_gives_endpoint(asked, profile, endpoints, named, lexicon=lexicon) for profile in profiles)
    return "" if gives else called(asked, endpoints | named, lexicon=lexicon)


def _is_particular(concept_id: str, *, lexicon: Lexicon) -> bool:
    """True for a kind of another effect; what has no class is itself one ("side effects", "symptoms")."""
    return any(lexicon.concepts[p].kind in _EFFECT for p in lexicon.concepts[concept_id].parents)


def _missing_count(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """The drug of which something is to be counted that no statement counts ("how many tablets …?")."""
    drugs = of_kinds(asked.focus, _DRUG, lexicon=lexicon)
    number = counting(asked.text) if drugs else None
    if number is None:
        return ""
    given = any(
        number.search(p.statement.text) and names_all(drugs, p.concepts | p.concepts_above, lexicon=lexicon) for p in profiles
    )
    return "" if given else called(asked, drugs, lexicon=lexicon)


def _missing_amount(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """The dose, interval or duration that no statement gives of what is asked about."""
    drugs = of_kinds(asked.focus, _DRUG, lexicon=lexicon)
    wanted = _wanted(asked)
    wanted = wanted or ([Intent.DOSE, Intent.DURATION] if drugs and _ASKED_UNIT.search(asked.text) else [])
    # A dose after another class was tried is the drug's.
    named = of_kinds(asked.concepts, _MEASURED - _CLASS if drugs else _MEASURED, lexicon=lexicon)
    named = (measured(asked.text, lexicon=lexicon) if Intent.DOSE in wanted else frozenset()) or named
    told_by_endpoint = (
        Intent.FIGURE in asked.intents and not asked.yes_no and of_kinds(asked.concepts, _ENDPOINT, lexicon=lexicon)
    )
    if not wanted or not named or told_by_endpoint:
        return ""
    rhythm = asked_rhythm(asked, lexicon=lexicon)
    told = [p for p in profiles if not is_in_another_rhythm(rhythm, p)] if rhythm else profiles
    # The doses of two drugs may be told by a statement each.
    apart = [frozenset({drug}) for drug in drugs] if len(drugs) > 1 and named == drugs else []
    each = [(one, one) for one in apart] or [(named, drugs)]
    if all(any(_gives(asked, p, wanted, *one, lexicon=lexicon) for p in told) for one in each):
        return ""
    if any(_watches(asked, profile, wanted, named, lexicon=lexicon) for profile in profiles):
        return ""
    point = phrases(asked.language).points[wanted[0].value]
    return f"{point}{f' ({rhythm})' if rhythm else ''}: {called(asked, named, lexicon=lexicon)}"


def _told_of(
    asked: Asked, profiles: Sequence[Profile], wanted: frozenset[str], drugs: frozenset[str], *, lexicon: Lexicon
) -> bool:
    """True if a statement speaks of an asked effect and of every asked drug, or of its class and no other drug.

    The class is the nearest one for an endpoint, any for a side effect. For a yes or no a statement on an endpoint that names
    no treatment will do.
    """
    endpoint = bool(of_kinds(wanted, _ENDPOINT, lexicon=lexicon))
    classes = {c: frozenset(lexicon.concepts[c].parents) if endpoint else lexicon.ancestors(c) for c in drugs}
    for profile in profiles:
        things = profile.concepts | profile.concepts_above
        others = lexicon.excludes(asked.population, profile.population | profile.population_above)  # another line, other patients
        if others or not any(concept_match(c, things, lexicon=lexicon) for c in wanted) or not in_unit(asked, profile):
            continue
        of_class = all(c in things or not classes[c].isdisjoint(things) for c in drugs)
        if drugs <= things or (of_class and not of_kinds(things, _DRUG, lexicon=lexicon) - drugs):
            return True
        if endpoint and asked.yes_no and not of_kinds(things, TREATMENTS, lexicon=lexicon):
            return True
    return False


def _missing_unnamed_dose(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """The word that a dose is asked of, where the lexicon knows no thing, if no statement with that word gives an amount."""
    if Intent.DOSE not in asked.intents or asked.concepts & lexicon.concepts.keys():
        return ""
    told = [word for word in asked.words if any(word in profile.stems for profile in profiles)]
    if not told:
        return ""
    rarest = min(told, key=lambda word: sum(word in profile.stems for profile in profiles))
    given = any(rarest in p.stems | p.stems_above and p.kinds & {Intent.DOSE, Intent.FIGURE} for p in profiles)
    surface = next((w for w in re.findall(r"\w+", asked.text) if stem(w.lower(), asked.language) == rarest), rarest)
    return "" if given else f"{phrases(asked.language).points['dose']}: {surface}"


def _gives(
    asked: Asked,
    profile: Profile,
    wanted: Collection[Intent],
    named: frozenset[str],
    drugs: frozenset[str],
    *,
    lexicon: Lexicon,
) -> bool:
    """True if the statement gives such a figure of what is asked about: of every drug, by the route, in the unit."""
    if profile.kinds.isdisjoint(wanted) or not in_unit(asked, profile):
        return False
    things = profile.concepts | profile.concepts_above
    if Intent.DOSE in asked.intents:
        routes = of_kinds(asked.focus, frozenset({"route"}), lexicon=lexicon)
        if any(concept_match(c, things, lexicon=lexicon) < NARROWER for c in drugs | routes):
            return False
        if _at_another_site(asked, things, lexicon=lexicon):
            return False
    met = [concept_match(c, things, lexicon=lexicon) >= NARROWER for c in named]
    combined = set(wanted) == {Intent.DURATION} and named == of_kinds(named, _CLASS, lexicon=lexicon)
    if (all(met) if combined else any(met)) or _may_be_of(named, things, lexicon=lexicon):
        return True
    if _IS_WATCH.search(profile.statement.text) and not _WATCHED.search(asked.text):
        return False  # "evaluate after 3 months" is not how long the class is given
    return set(wanted) == {Intent.DURATION} and _of_their_class(asked, things, drugs, lexicon=lexicon)


def _may_be_of(named: frozenset[str], things: frozenset[str], *, lexicon: Lexicon) -> bool:
    """True if only a class is asked about and a drug is named of which the lexicon knows no class: it may be of that one."""
    classless = (c for c in of_kinds(things, _DRUG, lexicon=lexicon) if not lexicon.concepts[c].parents)
    return bool(named) and named == of_kinds(named, _CLASS, lexicon=lexicon) and any(classless)


def _of_their_class(asked: Asked, things: frozenset[str], drugs: frozenset[str], *, lexicon: Lexicon) -> bool:
    """True if a class of all the drugs is spoken of and no drug: how long such drugs are taken goes for each of them.

    How long one of them takes to run in doesn't, so not where a route is named.
    """
    if not drugs or of_kinds(things, _DRUG, lexicon=lexicon) or of_kinds(asked.focus, frozenset({"route"}), lexicon=lexicon):
        return False
    return all(not lexicon.ancestors(c).isdisjoint(of_kinds(things, _CLASS, lexicon=lexicon)) for c in drugs)


def _watches(asked: Asked, profile: Profile, wanted: Collection[Intent], named: frozenset[str], *, lexicon: Lexicon) -> bool:
    """True for a question how often or when to look, and a statement that says so of the class of each drug that it names."""
    text = profile.statement.text
    if Intent.DOSE in asked.intents or profile.kinds.isdisjoint(wanted) or not _WATCHED.search(asked.text):
        return False
    things = profile.concepts | profile.concepts_above
    alike = bool(_WATCHED.search(text)) and not of_kinds(profile.concepts, _DRUG, lexicon=lexicon)
    # What is watched of one organ is another matter than the treatment's effect.
    organs = (c for c in of_kinds(named, _LOOKED_AT, lexicon=lexicon) if _is_of_organ(c, lexicon=lexicon))
    alike = alike and all(concept_match(c, things, lexicon=lexicon) for c in organs)
    return alike and all(concept_match(c, things, lexicon=lexicon) for c in of_kinds(named, _DRUG, lexicon=lexicon))


def _is_of_organ(concept_id: str, *, lexicon: Lexicon) -> bool:
    """True for a test or procedure that is of one place in the body: the heart's checks."""
    return any(lexicon.concepts[c].kind == _SITE for c in lexicon.ancestors(concept_id) if c in lexicon.concepts)


def _at_another_site(asked: Asked, things: frozenset[str], *, lexicon: Lexicon) -> bool:
    """True if the question names a place in the body and the statement others only."""
    wanted, told = (of_kinds(c, frozenset({"site"}), lexicon=lexicon) for c in (asked.focus, things))
    return bool(wanted and told) and not any(concept_match(c, told, lexicon=lexicon) for c in wanted)


def in_unit(asked: Asked, profile: Profile) -> bool:
    """True if the statement uses the unit that the question names ("how many minutes …?"), or it names none."""
    units = {unit.lower().rstrip("s") for match in _ASKED_UNIT.findall(asked.text) for unit in match if unit}
    units |= {"minute", "hour", "minuto", "hora"} if _RUNS_IN.search(asked.sentence) else set()
    text = profile.statement.text
    return not units or any(re.search(rf"(?<![A-Za-z]){unit}s?(?![A-Za-z])", text, re.IGNORECASE) for unit in units)


def _missing_share(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """The thing whose share or rate is asked for, if no statement gives a percentage and names it; else ""."""
    endpoints = of_kinds(asked.concepts, _ENDPOINT, lexicon=lexicon)
    plain = asked.yes_no or endpoints or Intent.FIGURE not in asked.intents or _wanted(asked) or not _SHARE.search(asked.text)
    if plain and not _CHANCE.search(asked.sentence or asked.text):
        return ""
    things = asked.focus | {p for p in asked.population if lexicon.concepts[p].axis not in {None, _STAGE_AXIS}}
    if not things:  # "how many get that far?": of what, only its words tell
        shares = (p for p in profiles if _PERCENTAGE.search(p.statement.text))
        return "" if any(p.stems.intersection(asked.words) for p in shares) else _SHARE_OF_NOTHING.get(asked.language, "%")
    for profile in profiles:
        if _PERCENTAGE.search(profile.statement.text):
            named = profile.concepts | profile.concepts_above | profile.population | profile.population_above
            if any(concept_match(c, named, lexicon=lexicon) >= NARROWER for c in things):
                return ""
    return called(asked, things, lexicon=lexicon)


def _gives_endpoint(
    asked: Asked, profile: Profile, endpoints: frozenset[str], named: frozenset[str], *, lexicon: Lexicon
) -> bool:
    """True if the statement gives a figure of an asked endpoint, for the drugs and patients asked about and no others.

    Patients told apart by more than their stage stand for the drug that the question leaves open.
    """
    people = profile.population | profile.population_above
    if Intent.FIGURE not in profile.kinds or lexicon.excludes(asked.population, people):
        return False
    if not any(concept_match(c, profile.concepts, lexicon=lexicon) >= NARROWER for c in endpoints):
        return False
    things = profile.concepts | profile.concepts_above
    if any(concept_match(c, things, lexicon=lexicon) < NARROWER for c in named):
        return False
    told_apart = {p for p in asked.population if lexicon.concepts[p].axis != _STAGE_AXIS}
    drugs = of_kinds(profile.concepts, _DRUG, lexicon=lexicon)
    return bool(named) or not drugs or bool(told_apart and told_apart <= people)
