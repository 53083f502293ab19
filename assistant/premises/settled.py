"""A yes/no question and the statement that answers it in, "Yes", "No" or nothing out.

A forest of small trees weighs the signals of ``settled_signals.py``; yes/no questions that people wrote for statements, with what
a careful reader would answer, teach it (``evals/train_settled.py``). A wrong "Yes" harms more than none, so only a word that most
of the trees agree on is said, and no "Yes" before a statement that sets a condition or tells of a case that the question doesn't
grant, nor before one that only speaks of a thing that the question equates with another. The gate has the last word: what it
doesn't let stand before the statement isn't shown.
"""

from __future__ import annotations

import re
from pathlib import Path

from assistant.answers import Intent
from assistant.premises.settled_signals import Weighed, asks_with, read_settled
from assistant.question.asked import Asked
from assistant.retrieval.forest import Forest, read_forest
from assistant.retrieval.signals import NARROWER, Judged, concept_match
from assistant.verify.caseless import small
from assistant.words.clauses import denials
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import as_listed, content_stems, words_of

WEIGHTS = Path(__file__).with_name("settled_weights.safetensors")
YES, NO = "Yes", "No"
# How much of the forest must agree: by itself, and with what the rules found.
_SURE, _WITH_RULES = 0.8, 0.5
_CONDITION = re.compile(
    r"\b(?:if|unless|except\w*|provided|only\s+(?:if|when|after|in|for)|depend(?:s|ing)?|conflict\w*|"
    r"si|salvo|excepto|siempre\s+que|depende\w*|solo\s+(?:si|cuando|tras|en|para))\b",
    re.IGNORECASE,
)
# "May go home when there has been no fever for a day" says yes to who asks of no fever for a day, not to "with a fever?".
_WHEN = re.compile(
    r"\b(?:when(?:ever)?(?!\s+compared)|(?<!at\s)once(?!\s+(?:daily|weekly|monthly|a|an|every|per|or|in|only|more|again)\b)|"
    r"(?:as|so)\s+long\s+as|cuando|una\s+vez\s+que)\b(?P<then>[^.;:]*)",
    re.IGNORECASE,
)
# "Does X mean Y?" asks what one thing amounts to: what is merely said of X affirms nothing of that.
_EQUATED = re.compile(
    r"\b(?:do|does|did|would|will|doesn.?t|isn.?t|is|are)\b[^?.]*\b(?:means?|impl(?:y|ies)|amounts?\s+to|"
    r"(?:the\s+)?same\s+(?:thing\s+)?as|another\s+(?:word|name)\s+for|(?:a\s+)?(?:kind|form|type|sort)\s+of)\b|"
    r"\b(?:significa|quiere\s+decir|equivale\s+a|lo\s+mismo\s+que|(?:un\s+tipo|una\s+forma|una\s+clase)\s+de)\b",
    re.IGNORECASE,
)
_EQUATING = re.compile(
    r"\b(?:mean(?:s|t|ing)?|considered|regarded|called|known\s+as|defined|same|type|kind|form|class|"
    r"significa\w*|se\s+consideran?|llamad[oa]s?|conocid[oa]s?|mism[oa]s?|tipo|forma|clase)\b",
    re.IGNORECASE,
)
_ENDS_ASKING = re.compile(r"\?\W*$")
_WEIGHS = ("must", "may", "should", "negative", "compared", "same", "enough", "left_off", "ended")
# "A or B?" asks which of the two, whatever verb stands in front; "A or not?" doesn't.
_OR = re.compile(r"\b(?:or|o|u)\b(?!\s+not?\b)", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:best|either|which|preferred|mejor(?:es)?|cuál(?:es)?)\b", re.IGNORECASE)
# Whether somebody is given a thing is settled by a bidding, or by leave where leave is asked for; not by what the thing does.
_FOR_ONE = re.compile(
    r"\bfor\s+(?:me|us|him|her|them|(?:my|our)\s+\w+)\b|"
    r"\b(?:am|is|are|do|does|did|will|would|can|could|may|should|must)\s+(?:i|we|he|she|they|(?:my|our)\s+\w+)\b|"
    r"\bpara\s+(?:mí|nosotr[oa]s|ella|él|mi\s+\w+)(?!\w)|\b(?:me|nos|le)\s+(?:\w+án?\b|van?\s+a\b)",
    re.IGNORECASE,
)
_ASKS_LEAVE = re.compile(r"\b(?:can|could|may|allowed|permitted|safe|ok(?:ay)?|fine|pued\w+|podr\w+)\b", re.IGNORECASE)
_BIDS = re.compile(
    r"^(?:do|avoid|complete|obtain|offer|give|prescribe|continue|perform|start|stop|check|confirm|use|take|test|treat)\b|"
    r"\b(?:should|must|needs?|needed|required?|requires|recommended|mandatory|indicated|every(?:one|body)?|all|"
    r"deben?|debería[ns]?|necesitan?|recomienda\w*|recomendad[oa]s?|obligatori[oa]s?|indicad[oa]s?|tod[oa]s)\b",
    re.IGNORECASE,
)
_GIVES_LEAVE = re.compile(r"\b(?:can|may|could|safe(?:ly)?|allowed|pued\w+|podr\w+)\b", re.IGNORECASE)
_OTHER_ANSWERS = frozenset({Intent.DOSE, Intent.INTERVAL, Intent.DURATION, Intent.FIGURE, Intent.WHY})


def settled_word(
    asked: Asked, entry: Judged, weighed: Weighed, *, ruled: str, lexicon: Lexicon, forest: Forest | None = None
) -> str:
    """Yes, No or "" for a question that ``asks_whether``, by ``entry``; ``ruled`` is the rules' word, "" for none.

    A statement that names nothing of the treatment asked about, nor its class, says neither; a heading must name it.
    """
    given = {c for c in asked.focus if lexicon.concepts[c].kind in TREATMENTS}
    own, above = entry.profile.concepts, entry.profile.concepts_above
    if given and not any(
        concept_match(c, own, lexicon=lexicon) or concept_match(c, above, lexicon=lexicon) >= NARROWER for c in given
    ):
        return ""
    yes, no = (forest or read_forest(WEIGHTS)).weigh(read_settled(asked, entry, weighed, lexicon=lexicon))
    if no >= (_WITH_RULES if ruled == NO else _SURE):
        return NO
    said = entry.profile.statement.text
    if yes < (_WITH_RULES if ruled == YES else _SURE) or _CONDITION.search(said) or not _meets(asked, said):
        return ""
    return "" if (_EQUATED.search(asked.text) and not _equates(asked, entry)) or _leaves_one_open(asked, said) else YES


def _leaves_one_open(asked: Asked, said: str) -> bool:
    """Whether a question only asks if somebody is given a thing, and the statement neither bids it nor gives leave."""
    if asked.words or len(asked.concepts) > 1 or not _FOR_ONE.search(asked.sentence or asked.text):
        return False
    leave = _ASKS_LEAVE.search(asked.text) and _GIVES_LEAVE.search(said)
    return not (_BIDS.search(said) or leave)


def _meets(asked: Asked, said: str) -> bool:
    """Whether a question grants what a statement says when: each word of it, denied or not as there."""
    cases = list(_WHEN.finditer(said))
    words = set(content_stems(asked.text, asked.language))
    told = all(words.issuperset(content_stems(case["then"], asked.language)) for case in cases)
    return not cases or (told and denials(said) % 2 == denials(asked.text) % 2)


def _equates(asked: Asked, entry: Judged) -> bool:
    """Whether a statement says what something is, or at least all that the question says of it."""
    stems = entry.profile.stems | entry.profile.stems_above
    says_all = bool(asked.words) and all(word in stems for word in asked.words)
    return says_all or bool(_EQUATING.search(entry.profile.statement.text))


def asks_whether(asked: Asked) -> bool:
    """Whether a question can be answered by a yes or no: "X without Y possible?" has no verb in front."""
    sentence = as_listed(small(asked.sentence or asked.text), asked.language)
    weighs_two = asks_with(sentence, "compared") or asks_with(sentence, "compared_down") or _EITHER.search(sentence)
    if _OR.search(sentence) and (weighs_two or not asked.yes_no):
        return False
    if asked.yes_no:
        return True
    if not _ENDS_ASKING.search(sentence) or asked.intents & _OTHER_ANSWERS:
        return False
    openly = not words_of(asked.language).interrogatives.isdisjoint(re.findall(r"\w+", sentence))
    return not openly and any(asks_with(sentence, name) for name in _WEIGHS) and not asks_with(sentence, "asks_openly")
