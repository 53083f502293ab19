"""A question and the statements nearest to it in, the people whom it asks about and no statement speaks of out.

What is said of patients in general may still be shown to somebody who asks about men, or after a transplant, but not without
a word that the documents don't speak of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.question.asked import Asked
from assistant.question.focus import words
from assistant.retrieval.ages import is_row_for
from assistant.retrieval.profile import Profile, Terms
from assistant.words.concepts import Concept
from assistant.words.families import relatives
from assistant.words.lexicon import Lexicon, Mention
from assistant.words.question_words import content_stems, stem

_DENIED = re.compile(
    r"\b(?:not|never|\w+n['’]t|no|neither|nor|non-?|isnt|if|whether|until|becom\w+|get\w*|planning\s+to\s+be|no\s+est[aá]|quedar\w*)\s+"
    r"(?:\w+\s+){0,2}$|\bnon-?$",
    re.IGNORECASE,
)
_FEW = 2


def shares_nothing(asked: Asked, shown: Sequence[Profile]) -> bool:
    """Whether a question names nothing known, and none of its words stands in what would be shown: "can I trust this?".

    Of many words some say in another way what is shown.
    """
    stems = frozenset().union(*(profile.stems | profile.stems_above for profile in shown))
    few = len(asked.words) <= _FEW
    return few and not asked.concepts and not asked.population and stems.isdisjoint(asked.words)


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


def unspoken_state(asked: Asked, *, terms: Terms, lexicon: Lexicon) -> tuple[str, ...]:
    """What no document speaks of and yet forbids to say of the patient what is said of others: that she is with child.

    Wherever in the question it is told, it goes for what is asked of a treatment.
    """
    return tuple(
        state.called(asked.language)
        for state in states_told(asked.text, lexicon=lexicon)
        if terms.concepts.keys().isdisjoint(lexicon.descendants(state.concept_id) | {state.concept_id})
        and not _has_its_noun(state.name, terms=terms)
    )


def states_told(text: str, *, lexicon: Lexicon) -> tuple[Concept, ...]:
    """What a text tells of a patient that changes every treatment, in the order of the ids; not what it denies or supposes."""
    states = {m.concept for m in state_mentions(text, lexicon=lexicon) if not _DENIED.search(text[: m.start])}
    return tuple(sorted(states, key=lambda one: one.concept_id))


def state_mentions(text: str, *, lexicon: Lexicon) -> Iterator[Mention]:
    """Where a text names what changes every treatment of a patient, told or denied."""
    return (m for m in lexicon.mentions(text, typed=True) if m.concept.axis in words()["state_axes"])


def _has_its_noun(name: str, *, terms: Terms) -> bool:
    """Whether the documents have a word of a state's family: "pregnancy" where somebody is pregnant."""
    return any(stem(one) in terms.stems for one in relatives(name))


def _axis_spoken_of(axis: str, language: str, profiles: Sequence[Profile]) -> bool:
    stems = set(content_stems(axis, language))
    return any(stems & profile.stems for profile in profiles)
