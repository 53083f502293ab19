"""Judged statements in, whether they answer the question out.

A threshold on similarity can't tell (an out-of-scope question scores as high as an answered one), so the test is whether
a statement answers what is asked *of what*: the named things, the patients and the kind of answer must be in the evidence.
What rules can't settle, a small logistic model over those signals does (evals/train_ranking.py).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from assistant.abstention.answerable_signals import NAMED, TOP, answerability_signals
from assistant.abstention.attributes import says_attribute, told_of_kin, unsaid_attribute
from assistant.abstention.checked import missing_check
from assistant.abstention.disowned import disowned
from assistant.abstention.figures import in_unit, missing_figure
from assistant.abstention.lived import missing_life
from assistant.abstention.remedies import missing_remedy
from assistant.abstention.rhythm import asked_rhythm, is_in_another_rhythm
from assistant.abstention.sought import asks_for_treatment, treats_such_patients
from assistant.abstention.timing import missing_timing
from assistant.abstention.unknown import is_of_another, names_unknown, unknown_concepts, unknown_of_amount, unspoken_members
from assistant.abstention.unspoken import shares_nothing, unspoken_people, unspoken_state
from assistant.answers import AbstentionReason, Intent
from assistant.question.asked import Asked
from assistant.question.measured import measured
from assistant.retrieval.ages import is_row_for
from assistant.retrieval.profile import Terms
from assistant.retrieval.signals import NUMERIC, Judged, concept_match, logistic
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems, stem, surface_of
from assistant.words.stems import is_technical, names_medicine
from assistant.words.thesaurus import groups_of

_WEIGHTS = Path(__file__).with_name("answerable_weights.json")
_SHOWN = 8
_SEVERAL = 2
# From here on 94 of 6,242 written questions that the lists refuse are answered, and 1 of 1,289 near misses (cross-validated).
_SURELY_HELD = 0.4
# Of 51 near misses in dialogues, and 71 made of written ones, that are refused so many are answered from here on: 1 and 3; of 18
# questions refused wrongly 9, each by the right statement first.
_SURE_IN_TALK, _RATHER_HELD = 0.7, 0.04
# Written questions that name nothing known and share no word with what answers them have 0.49 and more.
_SURE_OF_NOTHING, _FEW = 0.4, 3
_STAGE_AXIS = "stage"
_THINGS = frozenset(
    {"drug", "drug class", "regimen", "gene", "test", "procedure", "condition", "side effect", "endpoint", "site"}
)
_DOSED = frozenset({"drug", "procedure"})
_AGAINST = ("clash", "clash_above", "other_drugs")


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
    probability = logistic(total)
    if probability < weights["threshold"] and not _treated(asked, judged, lexicon=lexicon):
        return Answerability(answerable=False, probability=probability, reason=AbstentionReason.NO_EVIDENCE)
    profiles = [entry.profile for entry in judged[:_FEW]]
    if probability < _SURE_OF_NOTHING and shares_nothing(asked, profiles):
        return Answerability(answerable=False, probability=probability, reason=AbstentionReason.NO_EVIDENCE)
    return answered(probability, asked, judged, terms=terms, lexicon=lexicon)


def answered(probability: float, asked: Asked, judged: Sequence[Judged], *, terms: Terms, lexicon: Lexicon) -> Answerability:
    """That the statements answer the question; ``missing`` are the patients that they don't speak of."""
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
    profiles = [entry.profile for entry in judged]
    lacks = lacks and not told_of_kin(asked, profiles, lexicon=lexicon) and not missing_life(asked, profiles, lexicon=lexicon)
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
    refused: Answerability, asked: Asked, best: Judged, *, held: float | None, lexicon: Lexicon, own: Answerability | None = None
) -> Answerability:
    """A follow-up's answerability, refused by the reading of its whole, if the conversation is sure of a statement all the same.

    The reading may have taken up the wrong thing, of which the documents don't say what is asked. The learned judge has a say,
    and never does an unknown medicine or disease pass, nor what is said of another drug. ``own`` is the turn's without the
    conversation: where that lent nothing, or what is missing is missing of the turn's own words, the refusal stands.
    """
    if own is not None and (own is refused or not set(own.missing).isdisjoint(refused.missing)):
        return refused
    lacks = refused.reason is AbstentionReason.NO_EVIDENCE and not names_unknown(asked)
    lacks = lacks and not _lacks_dose(asked, (best,), lexicon=lexicon) and not is_of_another(asked, best.profile, lexicon=lexicon)
    sure = best.hit.relevance >= _SURE_IN_TALK and held is not None and held >= _RATHER_HELD
    # Whatever it is asked of: the best statement must give what the turn asks for.
    lacks = lacks and not is_in_another_rhythm(asked_rhythm(asked, lexicon=lexicon), best.profile)
    lacks = lacks and says_attribute(asked, best.profile) and in_unit(asked, best.profile)
    return Answerability(answerable=True, probability=best.hit.relevance) if lacks and sure else refused


def answered_alone(
    refused: Answerability, asked: Asked, own: Answerability, found: Sequence[Judged], best: Judged, *, lexicon: Lexicon
) -> Answerability:
    """A follow-up's answerability, refused by the reading of its whole, if its own words are answered where the talk is.

    Where no lexicon knows the field the reading often lends too much, and what is lent then isn't said. ``own`` is the turn's
    without the conversation, ``found`` what was found for that, ``best`` what would be shown first: one of the nearest of these,
    and nothing said of another drug or of other patients than the whole reading's. What is missing by name is missing anyway.
    """
    if refused.answerable or not own.answerable or refused.reason is not AbstentionReason.NO_EVIDENCE or names_unknown(asked):
        return refused
    nearest = {entry.hit.statement.statement_id for entry in found[:_SEVERAL]}
    against = any(best.signals.get(name, 0.0) > 0 for name in _AGAINST) or is_of_another(asked, best.profile, lexicon=lexicon)
    return own if best.hit.statement.statement_id in nearest and not against else refused


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
    return settled or settled_by_lists(asked, judged, terms=terms, lexicon=lexicon)


def settled_by_lists(asked: Asked, judged: Sequence[Judged], *, terms: Terms, lexicon: Lexicon) -> Answerability | None:
    """What the lists of attributes settle, and words that neither the documents nor everyday language know."""
    unsaid = unsaid_attribute(asked, [entry.profile for entry in judged], lexicon=lexicon)
    if unsaid is not None and unsaid.personal:
        return Answerability(answerable=False, probability=0.0, reason=AbstentionReason.PERSONAL_ADVICE)
    missing = (unsaid.name,) if unsaid else _strange(asked, terms=terms, lexicon=lexicon) or _alien(asked, terms=terms)
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
    unknown = tuple(lexicon.concepts[c].called(asked.language) for c in sorted(strangers)) or unknown_of_amount(asked)
    if unknown:
        return Answerability(answerable=False, probability=0.0, reason=AbstentionReason.OUT_OF_SCOPE, missing=unknown)
    if _other_stage(asked, judged, lexicon=lexicon) or _other_people(asked, judged, terms=terms, lexicon=lexicon):
        people = unspoken_people(asked, (), terms=terms, lexicon=lexicon)
        return Answerability(answerable=False, probability=0.0, reason=AbstentionReason.OUT_OF_SCOPE, missing=people)
    if people := unspoken_state(asked, terms=terms, lexicon=lexicon):
        return Answerability(answerable=False, probability=0.0, reason=AbstentionReason.OUT_OF_SCOPE, missing=people)
    if others := disowned(asked, judged[0].profile.source.title, lexicon=lexicon):
        return Answerability(answerable=False, probability=0.0, reason=AbstentionReason.OUT_OF_SCOPE, missing=others)
    profiles = [entry.profile for entry in judged]
    gaps = (check(asked, profiles, lexicon=lexicon) for check in (missing_check, missing_timing, missing_figure, missing_remedy))
    gap = next(filter(None, gaps), "")
    return Answerability(answerable=False, probability=0.0, reason=AbstentionReason.NO_EVIDENCE, missing=(gap,)) if gap else None


def _strange(asked: Asked, *, terms: Terms, lexicon: Lexicon) -> tuple[str, ...]:
    """The words that neither the documents nor everyday language know, nor words like them, of a question about a named thing.

    So, too, where such words are all that the question asks about: then they are the thing.
    """
    unlike = tuple(word for word in asked.strange if groups_of((stem(word.lower()),), asked.language).isdisjoint(terms.groups))
    unlike = tuple(word for word in unlike if not _is_explained(word, asked, terms=terms))
    # A medicine that no document names is no way of telling how the question came about: it is what is asked about.
    if medicines := tuple(word for word in unlike if names_medicine(word)):
        return medicines
    # Nor is the name of a procedure or disease, where the question names nothing else that it could be about.
    technical = tuple(word for word in unlike if is_technical(word))
    if technical and not any(lexicon.concepts[c].kind in _THINGS for c in asked.focus):
        return technical
    is_all = not asked.concepts and len(unlike) >= len(asked.words)
    return unlike if is_all or any(lexicon.concepts[c].kind in NAMED for c in asked.focus) else ()


def _alien(asked: Asked, *, terms: Terms) -> tuple[str, ...]:
    """The words of a Spanish question that names no thing and no patients, if the documents speak of one of them at most.

    Of Spanish no list of everyday words is at hand that could tell which of them count.
    """
    if asked.language != "es" or asked.concepts or asked.population:
        return ()
    unknown = tuple(word for word in asked.words if not terms.speaks_of(word, asked.language))
    few = len(unknown) < _SEVERAL or len(asked.words) - len(unknown) > 1
    return () if few else tuple(surface_of(word, asked.text, asked.language) for word in unknown)


def _is_explained(word: str, asked: Asked, *, terms: Terms) -> bool:
    """Whether the question says in brackets beside a name what it is, or the name in brackets, in words that documents use."""
    name = re.escape(word)
    beside = re.search(rf"(?<!\w){name}\W?\s?\(([^()]+)\)|([\w-]+(?:[/+][\w-]+)*)\s\({name}\)", asked.text)
    told = content_stems(" ".join(filter(None, beside.groups())), asked.language) if beside else ()
    return bool(told) and all(one in terms.stems for one in told)


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


def _treated(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> bool:
    """True for a question what to give to patients told apart in several ways, if the nearest statement names it for such."""
    named = any(lexicon.concepts[c].kind in NAMED for c in asked.focus)
    if named or not asks_for_treatment(asked) or asked.intents & NUMERIC:
        return False
    return treats_such_patients(asked, judged[0].profile, lexicon=lexicon)
