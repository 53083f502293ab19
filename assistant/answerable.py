"""Judged statements in, whether they answer the question out.

A threshold on similarity can't tell (an out-of-scope question scores as high as an answered one), so the test is whether
a statement answers what is asked *of what*: the named things, the patients and the kind of answer must be in the evidence.
What rules can't settle, a small logistic model over those signals does (evals/train_ranking.py).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path

from assistant.ages import is_row_for
from assistant.answers import AbstentionReason, Intent
from assistant.asked import Asked
from assistant.asking import weighing_stems
from assistant.attributes import said_words, unsaid_attribute
from assistant.checked import missing_check
from assistant.figures import missing_figure
from assistant.lexicon import Lexicon
from assistant.measured import measured
from assistant.profile import Profile, Terms
from assistant.question_words import stem
from assistant.signals import NUMERIC, Judged, concept_match, concept_weights, word_match
from assistant.sought import asks_for_treatment, treats_such_patients
from assistant.stems import is_technical, names_medicine
from assistant.thesaurus import groups_of
from assistant.unknown import is_of_another, names_unknown, unknown_concepts, unspoken_members
from assistant.unspoken import unspoken_people

_WEIGHTS = Path(__file__).with_name("answerable_weights.json")
TOP = 4
_SHOWN = 8
_SEVERAL = 2
_SHORT, _MIDDLING = 4, 7
# From here on 94 of 6,242 written questions that the lists refuse are answered, and 1 of 1,289 near misses (cross-validated).
_SURELY_HELD = 0.4
# Of 51 near misses in dialogues, and 71 made of written ones, that are refused so many are answered from here on: 1 and 3; of 18
# questions refused wrongly 9, each by the right statement first.
_SURE_IN_TALK, _RATHER_HELD = 0.7, 0.04
_STAGE_AXIS = "stage"
_THINGS = frozenset(
    {"drug", "drug class", "regimen", "gene", "test", "procedure", "condition", "side effect", "endpoint", "site"}
)
_NAMED = frozenset({"drug", "drug class", "regimen", "gene", "test", "procedure"})
_DOSED = frozenset({"drug", "procedure"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerability:
    """Whether to answer. ``missing`` names what the documents don't speak of; ``probability`` is the model's.

    ``elsewhere`` tells that a turn of a conversation is about something else altogether: nothing of it is looked for.
    """

    answerable: bool
    probability: float
    reason: AbstentionReason | None = None
    missing: tuple[str, ...] = ()
    elsewhere: bool = False


@lru_cache(maxsize=2)
def load_weights(*, learned: bool = False) -> Mapping[str, float]:
    """The weight of each signal, "bias" and "threshold": those beside the learned judges (``held.py``), or those without."""
    read = json.loads(_WEIGHTS.read_text(encoding="utf-8"))
    weights: dict[str, float] = read["held_weights" if learned else "weights"]
    return weights


def judge_answerable(
    asked: Asked, judged: Sequence[Judged], *, terms: Terms, lexicon: Lexicon, learned: Mapping[str, float] | None = None
) -> Answerability:
    """Whether the statements answer the question, and if not, why and what is missing.

    ``learned`` is what the learned judges say, by signal, "held" among them; None where they are silent.
    """
    if not judged:
        return Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE)
    settled = settled_by_rule(asked, judged, terms=terms, lexicon=lexicon)
    if settled is not None and not _overruled(settled, asked, judged, learned, lexicon=lexicon):
        return settled
    weights = load_weights(learned=learned is not None)
    signals = answerability_signals(asked, judged, terms=terms, lexicon=lexicon, learned=learned)
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in signals.items())
    probability = 1 / (1 + exp(-max(min(total, 30.0), -30.0)))
    if probability < weights["threshold"] and not _treated(asked, judged, lexicon=lexicon):
        return Answerability(answerable=False, probability=probability, reason=AbstentionReason.NO_EVIDENCE)
    profiles = [entry.profile for entry in judged[:_SHOWN]]
    missing = unspoken_people(asked, profiles, terms=terms, lexicon=lexicon)
    return Answerability(answerable=True, probability=probability, missing=missing)


def _overruled(
    settled: Answerability,
    asked: Asked,
    judged: Sequence[Judged],
    learned: Mapping[str, float] | None,
    *,
    lexicon: Lexicon,
) -> bool:
    """True if the learned judge is so sure that a missing figure or attribute is there that the rule's lists count for less.

    Never where a thing, patients, a medicine or a disease are asked about that no document knows, nor for the dose of a drug of
    which no statement near gives one: there a wrong answer harms.
    """
    sure = learned is not None and learned["held"] >= _SURELY_HELD
    lacks = settled.reason is AbstentionReason.NO_EVIDENCE and not names_unknown(asked)
    lacks = lacks and not is_of_another(asked, judged[0].profile, lexicon=lexicon)
    return sure and lacks and not _lacks_dose(asked, judged, lexicon=lexicon)


def _lacks_dose(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> bool:
    """True for a question for the dose of a drug or procedure, if none of the statements gives a dose and names it."""
    drugs = frozenset(c for c in asked.concepts if lexicon.concepts[c].kind in _DOSED)
    drugs = measured(asked.text, lexicon=lexicon) or drugs
    if not drugs or Intent.DOSE not in asked.intents or asked.yes_no:
        return False
    dosed = (entry.profile for entry in judged if Intent.DOSE in entry.profile.kinds)
    return not any(concept_match(c, profile.concepts, lexicon=lexicon) for profile in dosed for c in drugs)


def answered_after_all(
    refused: Answerability, asked: Asked, best: Judged, *, held: float | None, lexicon: Lexicon
) -> Answerability:
    """A follow-up's answerability, refused by the reading of its whole, if the conversation is sure of a statement all the same.

    The reading may have taken up the wrong thing, of which the documents don't say what is asked. The learned judge has a say,
    and never does an unknown medicine or disease pass, nor what is said of another drug.
    """
    lacks = refused.reason is AbstentionReason.NO_EVIDENCE and not names_unknown(asked)
    lacks = lacks and not _lacks_dose(asked, (best,), lexicon=lexicon) and not is_of_another(asked, best.profile, lexicon=lexicon)
    sure = best.hit.relevance >= _SURE_IN_TALK and held is not None and held >= _RATHER_HELD
    return Answerability(answerable=True, probability=best.hit.relevance) if lacks and sure else refused


def refused_in_talk(found: Answerability, *, likely: float, elsewhere: bool) -> Answerability:
    """The answerability of a turn that has left what the documents answer; what is known to be missing stays said."""
    if elsewhere:
        return Answerability(answerable=False, probability=likely, reason=AbstentionReason.OUT_OF_SCOPE, elsewhere=True)
    if not found.answerable:
        return found
    return Answerability(answerable=False, probability=likely, reason=AbstentionReason.NO_EVIDENCE)


def settled_by_rule(asked: Asked, judged: Sequence[Judged], *, terms: Terms, lexicon: Lexicon) -> Answerability | None:
    """What is certain without the model: a named thing, patients, a figure or an attribute that the documents don't have."""
    settled = settled_by_names(asked, judged, terms=terms, lexicon=lexicon)
    if settled is not None:
        return settled
    unsaid = unsaid_attribute(asked, [entry.profile for entry in judged], lexicon=lexicon)
    if unsaid is not None and unsaid.personal:
        return Answerability(answerable=False, probability=0.0, reason=AbstentionReason.PERSONAL_ADVICE)
    missing = (unsaid.name,) if unsaid else _strange(asked, terms=terms, lexicon=lexicon)
    return (
        Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE, missing=missing)
        if missing
        else None
    )


def settled_by_names(asked: Asked, judged: Sequence[Judged], *, terms: Terms, lexicon: Lexicon) -> Answerability | None:
    """What the named things settle: one that no document names, other patients, or no figure of it.

    The model is trained on all that these leave: what the lists of attributes catch too, or it would learn nothing of the
    attributes that they don't list.
    """
    strangers = unknown_concepts(asked, terms=terms, lexicon=lexicon)
    strangers |= unspoken_members(asked, [entry.profile for entry in judged[:TOP]], lexicon=lexicon)
    unknown = tuple(lexicon.concepts[c].called(asked.language) for c in sorted(strangers))
    if unknown:
        return Answerability(answerable=False, probability=0.0, reason=AbstentionReason.OUT_OF_SCOPE, missing=unknown)
    if _other_stage(asked, judged, lexicon=lexicon) or _other_people(asked, judged, terms=terms, lexicon=lexicon):
        people = unspoken_people(asked, (), terms=terms, lexicon=lexicon)
        return Answerability(answerable=False, probability=0.0, reason=AbstentionReason.OUT_OF_SCOPE, missing=people)
    profiles = [entry.profile for entry in judged]
    gap = missing_check(asked, profiles, lexicon=lexicon) or missing_figure(asked, profiles, lexicon=lexicon)
    return Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE, missing=(gap,)) if gap else None


def _strange(asked: Asked, *, terms: Terms, lexicon: Lexicon) -> tuple[str, ...]:
    """The words that neither the documents nor everyday language know, nor words like them, of a question about a named thing.

    So, too, where such words are all that the question asks about: then they are the thing.
    """
    unlike = tuple(word for word in asked.strange if groups_of((stem(word.lower()),), asked.language).isdisjoint(terms.groups))
    # A medicine that no document names is no way of telling how the question came about: it is what is asked about.
    if medicines := tuple(word for word in unlike if names_medicine(word)):
        return medicines
    # Nor is the name of a procedure or disease, where the question names nothing else that it could be about.
    technical = tuple(word for word in unlike if is_technical(word))
    if technical and not any(lexicon.concepts[c].kind in _THINGS for c in asked.focus):
        return technical
    is_all = not asked.concepts and len(unlike) >= len(asked.words)
    return unlike if is_all or any(lexicon.concepts[c].kind in _NAMED for c in asked.focus) else ()


def _other_stage(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> bool:
    """True if the question is about a stage of disease that the best statements' documents are not about."""
    stages = {p for p in asked.population if lexicon.concepts[p].axis == _STAGE_AXIS}
    if not stages:
        return False
    top = judged[:TOP]
    return not any(stages & (entry.profile.population | entry.profile.population_above) for entry in top) and any(
        lexicon.excludes(stages, lexicon.population(entry.profile.source.title)) for entry in top
    )


def _other_people(asked: Asked, judged: Sequence[Judged], *, terms: Terms, lexicon: Lexicon) -> bool:
    """True if the question is about people whom no document names, and the best statements are about others."""
    unnamed = {
        p
        for p in asked.population
        if lexicon.concepts[p].axis and p not in terms.concepts and lexicon.descendants(p).isdisjoint(terms.concepts)
    }
    others = sum(lexicon.excludes(unnamed, entry.profile.population | entry.profile.population_above) for entry in judged[:TOP])
    of_their_age = any(is_row_for(asked.text, entry.profile.statement) for entry in judged[:TOP])
    return bool(unnamed) and others >= _SEVERAL and not of_their_age


def answerability_signals(
    asked: Asked, judged: Sequence[Judged], *, terms: Terms, lexicon: Lexicon, learned: Mapping[str, float] | None = None
) -> dict[str, float]:
    """The signals of the model, 0 to about 1 each; the ``learned`` ones from -1, and only if the learned judges speak."""
    top = judged[:TOP]
    best = top[0]
    weights = concept_weights(asked, terms, lexicon)
    things = frozenset().union(*(entry.profile.concepts | entry.profile.concepts_above for entry in top))
    total = sum(weights.values())
    covered = sum(weight * concept_match(c, things, lexicon=lexicon) for c, weight in weights.items())
    words = _to_be_said(asked, [entry.profile for entry in top], lexicon=lexicon)
    word_total = sum(terms.stem(word) for word in words)
    word_covered = sum(terms.stem(word) * max(word_match(word, entry.profile) for entry in top) for word in words)
    alien = sum(not terms.speaks_of(word, asked.language) for word in words)
    named = any(lexicon.concepts[c].kind in _NAMED for c in asked.focus)
    length = len(words) + len(asked.focus)
    gap = min(word_total - word_covered, 4.0) / 4
    return {
        "alien_named": min(alien, 2) / 2 * named,
        # In a short question each word is what is asked; in a long one some only tell how it came about.
        "alien_short": min(alien, 2) / 2 * named * (1.0 if length <= _SHORT else 0.5 if length <= _MIDDLING else 0.2),
        "gap_named": gap * named,
        "length": min(length, 10) / 10,
        "relevance": best.hit.relevance,
        "relevance_3": sum(entry.hit.relevance for entry in judged[:3]) / 3,
        "dense": max(entry.hit.dense for entry in top),
        "lexical": min(max(entry.hit.lexical for entry in top) / 20, 1.5),
        "concepts": covered / total if total else 0.0,
        "no_concepts": float(not asked.concepts),
        "concept_gap": 1 - covered / total if total else 0.0,
        "words": word_covered / word_total if word_total else 1.0,
        "word_gap": gap,
        "alien": min(alien, 4) / 4,
        "alien_share": alien / (len(words) + len(asked.concepts) + len(asked.population) or 1),
        "strange": min(len(asked.strange), 2) / 2,
        "shape_gap": min(entry.signals["shape_gap"] for entry in top),
        "clash": min(best.signals["clash"], 1.0),
        "population_gap": best.signals["population_gap"],
        "joint": max(_coverage(asked, entry.profile, terms=terms, lexicon=lexicon) for entry in top),
        "key_concept": max(entry.signals["key_concept"] for entry in top),
    } | dict(learned or {})


def _treated(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> bool:
    """True for a question what to give to patients told apart in several ways, if the nearest statement names it for such."""
    named = any(lexicon.concepts[c].kind in _NAMED for c in asked.focus)
    if named or not asks_for_treatment(asked) or asked.intents & NUMERIC:
        return False
    return treats_such_patients(asked, judged[0].profile, lexicon=lexicon)


def _to_be_said(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of the question that an answer has to speak of.

    Not those that ask for what a statement gives in other words, nor how a question for a yes or no weighs two things that one
    statement puts together ("A with B safe?").
    """
    given = said_words(asked, profiles, lexicon=lexicon)
    named = [c for c in asked.focus if lexicon.concepts[c].kind in _NAMED]
    if asked.yes_no and len(named) >= _SEVERAL and any(_joins(named, profile, lexicon=lexicon) for profile in profiles):
        given |= weighing_stems(asked.sentence, asked.language)
    return tuple(word for word in asked.words if word not in given)


def _joins(named: Sequence[str], profile: Profile, *, lexicon: Lexicon) -> bool:
    return all(concept_match(c, profile.concepts, lexicon=lexicon) for c in named)


def _coverage(asked: Asked, profile: Profile, *, terms: Terms, lexicon: Lexicon) -> float:
    """How much of what is asked this one statement speaks of, things and words together, by how telling each is."""
    things = profile.concepts | profile.concepts_above | profile.population | profile.population_above
    parts = [(weight, concept_match(c, things, lexicon=lexicon)) for c, weight in concept_weights(asked, terms, lexicon).items()]
    parts += [(terms.stem(word), word_match(word, profile)) for word in asked.words]
    total = sum(weight for weight, _ in parts)
    return sum(weight * match for weight, match in parts) / total if total else 1.0
