"""What a question states or builds on, and the statements nearest to that clause, in; the statement that denies it out.

The rules of ``at_odds.py`` and the verifier tell a false premise where it is said in words that they know. People use others
("Palliative people only come in at the very end, so when …"). A forest of small trees weighs the signals of
``mistaken_signals.py``; clauses and yes/no questions that people wrote for statements teach it (``evals/train_mistaken.py``). To
call false what is so harms more than to say nothing: only what most of the trees agree on is called so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from assistant.premises.at_odds import states
from assistant.premises.at_odds_words import EQUATES, FORBIDS, HEDGED, LIFTS, OF_ONE, OFFERED, SHARE_WORDS, WISHED
from assistant.premises.mistaken_signals import read_mistaken
from assistant.premises.premise import Denial
from assistant.premises.readings import Stance
from assistant.premises.settled_signals import Weighed
from assistant.question.asked import Asked
from assistant.question.assertions import assertions
from assistant.retrieval.forest import Forest, read_forest
from assistant.retrieval.signals import Judged
from assistant.verify.quantities import find_quantities
from assistant.words.clauses import clauses_of, denials, without_patients
from assistant.words.lexicon import Lexicon

WEIGHTS = Path(__file__).with_name("mistaken_weights.safetensors")
_SURE = 0.6
_NEAR = 0.75
# A second statement speaks if it is as near as the first, and that one doesn't bear the clause out.
_PAIR, _AS_NEAR, _NOT_BORNE_OUT = 2, 0.95, 0.4
_MOST = 3
_LOOKED_AT, _CLOSE = 4, 0.6
_WHETHER = {"en": "right?", "es": "¿verdad?"}
_EITHER = re.compile(r"\b(?:or|o|u|whether|if|si)\b", re.IGNORECASE)
_NO = re.compile(r"\bno\b", re.IGNORECASE)
# What is left of "without" patients of a kind, or of none.
_LEFT_OVER = re.compile(r"\b(?:without|sin)\s*(?=$|[,.;])", re.IGNORECASE)
# "It failed, so leaving X off": what is concluded has no verb of its own that tells when.
_SO_DOING = re.compile(r"\bso\s+(?:now\s+)?\w+ing\s+\w", re.IGNORECASE)
_PREFERS = re.compile(r"\b(?:prefer\w*|prefi\w+)\b", re.IGNORECASE)
_NO_BAR = re.compile(
    r"(?:\b(?:not|never|no|nor|cannot|nunca)|n['’]t)\s+(?:\w+\s+){0,2}?(?:preclud\w+|exclud\w+|rul\w+\s+(?:\w+\s+)?out|bar(?:s|red)?|disqualif\w+|"
    r"prevent\w*|hinder\w*|block\w*|contraindicat\w+|count\w*\s+against|matter\w*|imp[ie]d\w+|excluy\w+|descart\w+|import\w+)\b",
    re.IGNORECASE,
)
_BOTH_SAY = (_PREFERS, EQUATES)
_OUGHT = re.compile(
    r"\b(?:should|must|can(?:not|['’]?t)?|need\w*|ha(?:s|ve)\s+to|will|won['’]?t|going\s+to|says?|said|told|debe\w*|puede\w*|"
    r"tiene\s+que|necesita\w*|dice\w*)\b",
    re.IGNORECASE,
)


def find_mistaken(
    asked: Asked,
    *,
    find: Callable[[str], Sequence[Judged]],
    read: Callable[[str], Asked],
    weigh: Callable[[str, Judged], Weighed],
    lexicon: Lexicon,
    answered: bool = True,
    forest: Forest | None = None,
) -> Denial | None:
    """The first clause of a question that the statement nearest to it, or one as near, denies; None if none does.

    Of a question that nothing answers, the nearest alone tells: what is shown in place of a refusal must be surer.
    ``find`` gives the statements nearest to a text, ``read`` what a text asks, ``weigh`` what the verifier finds of a clause.
    """
    forest = forest or read_forest(WEIGHTS)
    for clause in clauses_judged(asked.text, language=asked.language, lexicon=lexicon):
        text = as_question(clause, asked.language)
        likely, found = 1.0, find(text)
        for entry in _nearest(found, _PAIR if answered else 1):
            turned = denials(_LEFT_OVER.sub("", without_patients(clause, lexicon=lexicon))) and denies(entry)
            if turned or _says_same(clause, entry) or _of_another_figure(clause, entry):
                break
            signals = read_mistaken(clause, read(text), entry, weigh(clause, entry), lexicon=lexicon)
            denied = float(forest.weigh(signals)[0])
            if denied >= _SURE and likely >= _NOT_BORNE_OUT:
                against = _plainest(entry, found, clause, weigh)
                return Denial(claimed=clause, statement_id=against.profile.statement.statement_id)
            likely = min(likely, denied)
    return None


def _nearest(found: Sequence[Judged], most: int) -> Iterator[Judged]:
    """The nearest statement, if it is near enough, and others if they are as near."""
    for entry in found[:most]:
        if entry.hit.relevance >= max(_NEAR, _AS_NEAR * found[0].hit.relevance):
            yield entry


def _plainest(entry: Judged, found: Sequence[Judged], clause: str, weigh: Callable[[str, Judged], Weighed]) -> Judged:
    """Of the statements near to a false clause the first in which the verifier finds it denied; else the one that tells it."""
    near = (one for one in found[:_LOOKED_AT] if one.hit.relevance >= _CLOSE * entry.hit.relevance)
    return next((one for one in near if weigh(clause, one).stance is Stance.DENIES), entry)


def clauses_judged(question: str, *, lexicon: Lexicon, language: str = "en") -> Iterator[str]:
    """The first clauses that are stated flatly, and not of one person alone: what is so with her no document denies."""
    return islice((clause for clause in assertions(question) if _is_flat(clause, language=language, lexicon=lexicon)), _MOST)


def as_question(clause: str, language: str) -> str:
    """The clause as a question whether it is so."""
    return f"{clause}, {_WHETHER.get(language, _WHETHER['en'])}"


def denies(entry: Judged) -> bool:
    """Whether a statement denies or forbids: what two denials say of each other isn't told by their words."""
    return bool(FORBIDS.search(entry.profile.statement.text) or denials(entry.profile.statement.text))


def _says_same(clause: str, entry: Judged) -> bool:
    """Whether both prefer something, hold two things for equal, or say that nothing bars it, in a part that denies nothing.

    "Don't use X: Y is preferred" bears Y out, and "offer X regardless of Y" that Y doesn't rule X out.
    """
    parts = [part for part in clauses_of(entry.profile.statement.text) if not denials(part)]
    same = [both for both in _BOTH_SAY if both.search(clause)]
    free = _NO_BAR.search(clause) and (LIFTS.search(entry.profile.statement.text) or OFFERED.search(entry.profile.statement.text))
    return bool(free) or any(both.search(part) for both in same for part in parts)


def _of_another_figure(clause: str, entry: Judged) -> bool:
    """Whether the clause gives a share, and the statement none: what speaks of something else puts no share right."""
    return _gives_share(clause) and not _gives_share(entry.profile.statement.text)


def _gives_share(text: str) -> bool:
    return any(q.kind == "share" for q in find_quantities(text)) or any(pattern.search(text) for pattern, _, _ in SHARE_WORDS)


def _is_said(clause: str, *, lexicon: Lexicon) -> bool:
    return states(clause, lexicon=lexicon) or bool(_SO_DOING.search(clause))


def _is_flat(clause: str, *, language: str, lexicon: Lexicon) -> bool:
    # Behind a Spanish "no" stands a verb, behind an English one a thing: "no pain" states nothing.
    verbal = clause if language == "es" else _NO.sub(" ", clause)
    if WISHED.search(clause) or HEDGED.search(clause) or _EITHER.search(clause) or not _is_said(verbal, lexicon=lexicon):
        return False
    return not OF_ONE.search(clause) or bool(_OUGHT.search(clause))
