"""A question and the statements nearest to it in, numbers out that tell whether they answer it. None knows a medical field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.abstention.attributes import said_words
from assistant.question.asked import Asked
from assistant.question.asking import weighing_stems
from assistant.retrieval.profile import Profile, Terms
from assistant.retrieval.signals import Judged, concept_match, concept_weights, word_match
from assistant.words.lexicon import Lexicon

TOP = 4
NAMED = frozenset({"drug", "drug class", "regimen", "gene", "test", "procedure"})
_SHORT, _MIDDLING = 4, 7
_SEVERAL = 2
_LEXICAL, _MOST_LEXICAL = 20, 1.5


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
    named = any(lexicon.concepts[c].kind in NAMED for c in asked.focus)
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
        "lexical": max(map(lexical_share, top)),
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
        "joint": max(spoken_share(asked, entry.profile, terms=terms, lexicon=lexicon) for entry in top),
        "key_concept": max(entry.signals["key_concept"] for entry in top),
    } | dict(learned or {})


def lexical_share(entry: Judged) -> float:
    """The lexical score of a statement, brought to about 1."""
    return min(entry.hit.lexical / _LEXICAL, _MOST_LEXICAL)


def _to_be_said(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of the question that an answer has to speak of.

    Not those that ask for what a statement gives in other words, nor how a question for a yes or no weighs two things that one
    statement puts together ("A with B safe?").
    """
    given = said_words(asked, profiles, lexicon=lexicon)
    named = [c for c in asked.focus if lexicon.concepts[c].kind in NAMED]
    if asked.yes_no and len(named) >= _SEVERAL and any(_joins(named, profile, lexicon=lexicon) for profile in profiles):
        given |= weighing_stems(asked.sentence, asked.language)
    return tuple(word for word in asked.words if word not in given)


def _joins(named: Sequence[str], profile: Profile, *, lexicon: Lexicon) -> bool:
    return all(concept_match(c, profile.concepts, lexicon=lexicon) for c in named)


def spoken_share(asked: Asked, profile: Profile, *, terms: Terms, lexicon: Lexicon) -> float:
    """How much of what is asked this one statement speaks of, things and words together, by how telling each is."""
    things = profile.concepts | profile.concepts_above | profile.population | profile.population_above
    parts = [(weight, concept_match(c, things, lexicon=lexicon)) for c, weight in concept_weights(asked, terms, lexicon).items()]
    parts += [(terms.stem(word), word_match(word, profile)) for word in asked.words]
    total = sum(weight for weight, _ in parts)
    return sum(weight * match for weight, match in parts) / total if total else 1.0
