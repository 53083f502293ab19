"""A question that asks several things in, what it asks after the first out, each as a question of its own. Pure.

"What dose? Anything to watch for?" is read whole for the patient and the treatment, and what is nearest to the whole answers the
first. Each further thing is read by itself as well, with the treatment named before it, or it goes unanswered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answers import Intent
from assistant.question.asked_apart import PREPOSITIONS, QUESTION_WORDS, SENTENCE_END, named_in
from assistant.question.grounds import FINITE
from assistant.question.word_order import AUXILIARY
from assistant.words.concepts import GIVEN
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import as_listed, words_of

_MOST = 2
_FEWEST_WORDS = 2
_AMOUNTS = frozenset({Intent.DOSE, Intent.INTERVAL, Intent.DURATION, Intent.FIGURE})
_QUESTION_WORD = rf"(?:{QUESTION_WORDS}|any|anything)"
_LINKED = rf"(?:(?:{PREPOSITIONS}|por)\s+)?"
_AND_ASKED = re.compile(
    rf"\s*,?\s*\b(?:and|so|but|also|then|plus|y|e|además)\s+(?:also\s+|then\s+)?(?={_LINKED}{_QUESTION_WORD}\s)|"
    rf"\s*,\s*(?:and|so|but|also|then)\s+(?={AUXILIARY}\s)",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^(?:and|also|but|so|then|y|además)\s+", re.IGNORECASE)


def further_asked(text: str, *, lexicon: Lexicon, language: str = "en") -> tuple[str, ...]:
    """What a question asks after the first thing, with the treatments named before if it names none itself.

    What names nothing, and nothing is named before ("What is it called?"), can't be read by itself; of many things none is.
    """
    found: list[str] = []
    given, begun = "", False
    for piece, asks in _pieces(text):
        named = named_in(piece, GIVEN, lexicon=lexicon)
        tells = named or given or lexicon.concepts_in(piece, typed=True)
        if asks and begun and tells and len(piece.split()) >= _FEWEST_WORDS:
            found.append(f"{piece}?" if named or not given else f"{piece} ({given})?")
        begun = begun or asks or _asks_for_amount(piece, language)
        given = named or given
    return tuple(found) if len(found) <= _MOST else ()


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The sentences of a question and the questions joined in one, and whether each asks."""
    for sentence in SENTENCE_END.split(text.strip()):
        asks = sentence.rstrip().endswith("?")
        for piece in _AND_ASKED.split(sentence) if asks else (sentence,):
            plain = _OPENING.sub("", piece.strip(" ,;.¿?!"))
            if plain:
                yield plain, asks


def _asks_for_amount(piece: str, language: str) -> bool:
    """True for a few words without a verb that ask for an amount: "X, dose range"."""
    listed = as_listed(piece, language)
    wanted = (pattern for intent, pattern in words_of(language).intents if intent in _AMOUNTS)
    return not FINITE.search(piece) and any(pattern.search(listed) for pattern in wanted)
