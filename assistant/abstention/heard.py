"""A question and the statements nearest to it in, what a reader of question and statement together changes about them out.

What answers a question of the shipped field is weighed with learned judges where the documents are those that they learned from
(``held.py``). Other documents of the field, such as a page as it was saved, are weighed without, and their words are further from
what people ask. There the reader is heard, which learned from questions for documents of sixty fields
(``reread/answer_reader.py``): where the model leaves a question below its bar, and where the first statement is doubtful and
another one sure. What the rules refuse stands: that names, attributes and figures are missing they know better than the reader,
which takes one drug's dose for another's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.abstention.answerable import Answerability, answered, load_weights
from assistant.abstention.unknown import is_of_another
from assistant.answers import AbstentionReason
from assistant.question.asked import Asked
from assistant.reread.answer_reader import AnswerReader, open_answer_reader, statement_as_read
from assistant.retrieval.profile import Terms
from assistant.retrieval.signals import Judged
from assistant.words.lexicon import Lexicon

# A refusal falls only where the reader is sure of one of the first two. At log odds of -0.75 seven of twelve wrong refusals of
# the questions at hand would, and none of 33 right ones; but of questions that nobody had read two wrong and four right ones.
_FIRST = 2
# Below a fifth of the model's bar lie the questions about another world, and in other tongues.
_POSSIBLE = 0.2
# Of 300 answered questions it puts another of the first six first in 12: seven times one that answers better, once a worse one.
_DOUBTED, _SURE, _NEAREST = -1.0, 2.0, 6
_UNREAD = -9.0
_AGAINST = ("clash", "clash_above", "other_drugs")
_LANGUAGE = "en"


def heard_besides(
    found: Answerability,
    asked: Asked,
    judged: tuple[Judged, ...],
    *,
    terms: Terms,
    lexicon: Lexicon,
    reader: AnswerReader | None = None,
) -> tuple[tuple[Judged, ...], Answerability]:
    """The statements in their order and whether they answer, with what the reader says: the process's, if none is given.

    What a rule refused, what has a word that nobody knows and what is told of another drug stays refused.
    """
    if asked.language != _LANGUAGE or not judged or not (found.answerable or _may_be(found, asked, judged[0], lexicon=lexicon)):
        return judged, found
    read = [statement_as_read(one.hit.statement) for one in judged[:_NEAREST]]
    odds = [_UNREAD if one is None else one for one in (reader or open_answer_reader()).odds(asked.text, read)]
    if not found.answerable:
        if max(odds[:_FIRST]) < _SURE:
            return judged, found
        found = answered(load_weights()["threshold"], asked, judged, terms=terms, lexicon=lexicon)
    surest = odds.index(max(odds))
    is_better = odds[0] < _DOUBTED and odds[surest] >= _SURE and not _is_against(asked, judged[surest], lexicon=lexicon)
    return (_led_by(surest, judged) if is_better else judged), found


def _may_be(refused: Answerability, asked: Asked, first: Judged, *, lexicon: Lexicon) -> bool:
    """Whether only the model refused, not for sure, and nothing unknown or of another drug is in play."""
    by_rule = refused.reason is not AbstentionReason.NO_EVIDENCE or bool(refused.missing)
    likely = refused.probability >= _POSSIBLE * load_weights()["threshold"]
    return not by_rule and likely and not asked.strange and not is_of_another(asked, first.profile, lexicon=lexicon)


def _is_against(asked: Asked, one: Judged, *, lexicon: Lexicon) -> bool:
    """Whether a statement is about other patients or another drug: that the reader doesn't tell."""
    return any(one.signals.get(name, 0.0) > 0 for name in _AGAINST) or is_of_another(asked, one.profile, lexicon=lexicon)


def _led_by(surest: int, judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """One of the statements before all others. The order is new, not the scale, by which is drafted."""
    order = (judged[surest], *judged[:surest], *judged[surest + 1 :])
    return tuple(
        replace(one, hit=replace(one.hit, rank=rank, relevance=was.hit.relevance))
        for rank, (one, was) in enumerate(zip(order, judged, strict=True), start=1)
    )
