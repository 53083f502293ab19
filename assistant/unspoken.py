"""A question and the statements nearest to it in, the people whom it asks about and no statement speaks of out.

What is said of patients in general may still be shown to somebody who asks about men, or after a transplant, but not without
a word that the documents don't speak of these.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.ages import is_row_for
from assistant.asked import Asked
from assistant.focus import words
from assistant.lexicon import Lexicon
from assistant.profile import Profile, Terms
from assistant.question_words import content_stems


def unspoken_people(asked: Asked, profiles: Sequence[Profile], *, terms: Terms, lexicon: Lexicon) -> tuple[str, ...]:
    """What the people are called that the question names and no document does, by what sets a person apart, not the illness.

    Whoever is told of before a long story's question is passed over. A statement that speaks of what sets them apart
    ("regardless of age") speaks of them.
    """
    people = lexicon.population(asked.sentence, typed=True) if asked.has_story else asked.population
    return tuple(
        lexicon.concepts[p].called(asked.language)
        for p in sorted(people)
        if lexicon.concepts[p].axis in words()["person_axes"]
        and p not in terms.concepts
        and lexicon.descendants(p).isdisjoint(terms.concepts)
        and not _axis_spoken_of(lexicon.concepts[p].axis or "", asked.language, profiles)
        and not any(is_row_for(asked.text, profile.statement) for profile in profiles)
    )


def _axis_spoken_of(axis: str, language: str, profiles: Sequence[Profile]) -> bool:
    stems = set(content_stems(axis, language))
    return any(stems & profile.stems for profile in profiles)
