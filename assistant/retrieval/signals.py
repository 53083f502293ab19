"""A question and a statement in, numbers out that tell how well the one answers the other.

Every signal is 0 to 1 (clashes may exceed 1); ``rerank.py`` weighs them. None knows a field of medicine.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import exp, log

from assistant.answers import Audience, Hit, Intent
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile, Terms
from assistant.words.lexicon import Lexicon
from assistant.words.thesaurus import groups_of
from ingest.documents import SourceAudience, SourceKind

# A statement answers these by its shape; the other intents are judged by its words.
SHAPED = frozenset(
    {Intent.DOSE, Intent.INTERVAL, Intent.DURATION, Intent.FIGURE, Intent.WHY, Intent.COMPARISON, Intent.HOW, Intent.WHEN}
)
NUMERIC = frozenset({Intent.DOSE, Intent.INTERVAL, Intent.DURATION, Intent.FIGURE})
SAME, NARROWER, WIDER = 1.0, 0.8, 0.4
_ABOVE = 0.75
_ALIKE = 0.5
_LONG = 40
# What only the story names bears on the answer less than what the question itself names.
_TOLD = 0.3
_NOTHING_BY_ITSELF = frozenset({"route"})
_KIND_STANDING = {
    SourceKind.GUIDELINE: 1.0,
    SourceKind.GUIDELINE_SUMMARY: 0.8,
    SourceKind.PROTOCOL: 0.8,
    SourceKind.RESEARCH: 0.7,
    SourceKind.PATIENT_INFORMATION: 0.4,
}
_HIGHEST_REVIEW = 5
# Beyond, nothing can be told from 0 or 1, and an exponential overflows.
_SUREST = 30.0
_POLAR = {
    "en": frozenset("not avoid should recommended may must never only unless require prefer".split()),
    "es": frozenset("no evite debería deberían recomienda recomiendan puede nunca solo requiere prefiere obligatoria".split()),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A hit with its profile and signals."""

    hit: Hit
    profile: Profile
    signals: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is the same for all statements of one question."""

    best_dense: float
    best_lexical: float
    sections: Mapping[str, float]
    audience: Audience


def logistic(total: float) -> float:
    """The share of which these are the log-odds: what ``log_odds`` turns back."""
    return 1 / (1 + exp(-max(min(total, _SUREST), -_SUREST)))


def log_odds(share: float, *, nearest: float) -> float:
    """The log-odds of a relevance, held ``nearest`` away from 0 and 1."""
    share = min(max(share, nearest), 1 - nearest)
    return log(share / (1 - share))


def names_all(things: Collection[str], named: Collection[str], *, lexicon: Lexicon) -> bool:
    """Whether each thing is named, or a kind of it."""
    return all(concept_match(c, named, lexicon=lexicon) >= NARROWER for c in things)


def concept_match(concept_id: str, named: Collection[str], *, lexicon: Lexicon) -> float:
    """1 if named, less if only a kind of it (0.8) or what it is a kind of (0.4) is named, else 0.

    A class that stands for a member which no document names counts as a kind does.
    """
    if concept_id in named:
        return SAME
    if not frozenset(lexicon.concepts[concept_id].within).isdisjoint(named):
        return NARROWER
    if not lexicon.descendants(concept_id).isdisjoint(named):
        return NARROWER
    if not lexicon.ancestors(concept_id).isdisjoint(named):
        return WIDER
    return 0.0


def read_signals(
    asked: Asked, hit: Hit, profile: Profile, *, terms: Terms, lexicon: Lexicon, around: Surroundings
) -> dict[str, float]:
    """The signals of one statement for one question, by name."""
    found = {
        "dense": max(hit.dense, 0.0),
        "dense_share": max(hit.dense, 0.0) / around.best_dense if around.best_dense > 0 else 0.0,
        "lexical_share": hit.lexical / around.best_lexical if around.best_lexical > 0 else 0.0,
        "section": around.sections.get(hit.statement.passage_id, 0.0),
        "audience": float(profile.source.audience == SourceAudience(around.audience.value)),
        "standing": _KIND_STANDING.get(profile.source.kind, 0.5),
        "review": profile.source.review_status.rank / _HIGHEST_REVIEW,
        "length": min(profile.words / _LONG, 1.0),
    }
    found |= _concept_signals(asked, profile, terms=terms, lexicon=lexicon)
    found["members"] = float(_names_members(asked, profile, lexicon=lexicon))
    found |= _word_signals(asked, profile, terms=terms)
    found |= _population_signals(asked, profile, lexicon=lexicon)
    found |= _shape_signals(asked, profile)
    return found


def _concept_signals(asked: Asked, profile: Profile, *, terms: Terms, lexicon: Lexicon) -> dict[str, float]:
    above = profile.concepts_above
    drugs = {c for c in profile.concepts if lexicon.concepts[c].kind == "drug"}
    asked_drugs = {c for c in asked.concepts if lexicon.concepts[c].kind == "drug"}
    related = {c for c in drugs if c in asked.concepts or not lexicon.ancestors(c).isdisjoint(asked.concepts)}
    other = len(drugs - related) / len(drugs) if drugs and asked_drugs else 0.0
    if not asked.concepts:
        return {"concepts": 0.0, "concept_gap": 0.0, "key_concept": 0.0, "other_drugs": other}
    weights = concept_weights(asked, terms, lexicon)
    matches = {
        c: max(concept_match(c, profile.concepts, lexicon=lexicon), _ABOVE * concept_match(c, above, lexicon=lexicon))
        for c in asked.concepts
    }
    total = sum(weights.values()) or 1.0
    covered = sum(weights[c] * matches[c] for c in weights) / total
    key = max(weights, key=lambda c: (weights[c], c))
    return {"concepts": covered, "concept_gap": 1 - covered, "key_concept": matches[key], "other_drugs": other}


def concept_weights(asked: Asked, terms: Terms, lexicon: Lexicon) -> dict[str, float]:
    """How much each named thing counts: by how telling it is, less if only the story names it, and then only if documents do.

    Where the question itself names no more than a route, the story tells what of, and counts in full.
    """
    named = any(lexicon.concepts[c].kind not in _NOTHING_BY_ITSELF for c in asked.focus)
    told = _TOLD if named and asked.has_story else 1.0
    return {
        c: terms.concept(c) * (1.0 if c in asked.focus else told if c in terms.concepts else 0.0) for c in sorted(asked.concepts)
    }


def _names_members(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the question asks which ones of a class there are, and the statement names some."""
    if Intent.WHICH not in asked.intents:
        return False
    return any(not lexicon.descendants(c).isdisjoint(profile.concepts) for c in asked.focus)


def _word_signals(asked: Asked, profile: Profile, *, terms: Terms) -> dict[str, float]:
    if not asked.words:
        return {"words": 0.0, "word_gap": 0.0}
    total = sum(terms.stem(word) for word in asked.words) or 1.0
    covered = sum(terms.stem(word) * word_match(word, profile) for word in asked.words)
    return {"words": covered / total, "word_gap": 1 - covered / total}


def word_match(word: str, profile: Profile) -> float:
    """1 if the statement has the stem, less if what it stands under has it (0.75) or a word of like meaning stands (0.5)."""
    if word in profile.stems:
        return SAME
    if word in profile.stems_above:
        return _ABOVE
    return _ALIKE if not groups_of((word,), profile.source.language).isdisjoint(profile.groups) else 0.0


def _population_signals(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> dict[str, float]:
    own, above = profile.population, profile.population_above
    everyone = own | above
    if not asked.population:
        return {"population": 0.0, "population_gap": 0.0, "clash": 0.0, "clash_above": 0.0, "narrower": float(bool(own))}
    matched = sum(concept_match(p, everyone, lexicon=lexicon) for p in asked.population) / len(asked.population)
    asked_axes = {lexicon.concepts[p].axis for p in asked.population}
    extra = any(lexicon.concepts[p].axis not in asked_axes for p in own)
    return {
        "population": matched,
        "population_gap": 1 - matched,
        "clash": float(len(lexicon.clashes(asked.population, own))),
        "clash_above": float(
            len(lexicon.clashes(asked.population, above - own)) if not lexicon.clashes(asked.population, own) else 0
        ),
        "narrower": float(extra),
    }


def _shape_signals(asked: Asked, profile: Profile) -> dict[str, float]:
    wanted = asked.intents & SHAPED
    met = len(wanted & profile.kinds) / len(wanted) if wanted else 0.0
    numbers_wanted = asked.intents & NUMERIC
    words = set(profile.statement.text.lower().replace(",", " ").split())
    return {
        "shape": met,
        "shape_gap": float(bool(numbers_wanted) and not (numbers_wanted & profile.kinds)),
        "numbers_unasked": float(not numbers_wanted and bool(profile.kinds & {Intent.DOSE})),
        "polar": float(asked.yes_no and bool(words & _POLAR[asked.language])),
    }
