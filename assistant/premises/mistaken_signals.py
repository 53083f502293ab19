"""A clause that a question takes for granted and a statement in, numbers out that tell whether the statement denies it.

Those of ``settled_signals.py``, where the clause is read as a question whether it is so, the point in which the rules find both
at odds, and each word of the one that a word of the other may stand against. None of the numbers knows a field of medicine.
"""

from __future__ import annotations

import assistant.premises.at_odds_words as words
from assistant.premises.at_odds import POINTS, at_odds, same_things, states
from assistant.premises.at_odds_said import mostly_said
from assistant.premises.settled_signals import Weighed, read_settled
from assistant.question.asked import Asked
from assistant.retrieval.signals import Judged
from assistant.words.clauses import denials
from assistant.words.lexicon import Lexicon

# A word of the clause with the word of a statement that it may stand against.
_AGAINST = {
    "late": (words.LATE, words.EARLY),
    "early": (words.EARLY, words.LATE),
    "after": (words.AFTER, words.BEFORE),
    "no_need": (words.NO_NEED, words.NEED),
    "limit": (words.LIMIT, words.LIFTS),
    "refused": (words.REFUSED, words.OFFERED),
    "whatever": (words.WHATEVER, words.ON_CONDITION),
    "alone": (words.ALONE, words.NOT_ALONE),
    "routine": (words.ROUTINE, words.NO_ROUTINE),
    "unchanged": (words.UNCHANGED, words.CHANGES),
    "less_likely": (words.LESS_LIKELY, words.MORE_LIKELY),
    "more_likely": (words.MORE_LIKELY, words.LESS_LIKELY),
    "no_risk": (words.NO_RISK, words.RISK),
    "ill": (words.SPEAKS_ILL, words.FORBIDS),
    "equal": (words.EQUAL, words.COMPARES),
}
_SAID = {"of_one": words.OF_ONE, "wished": words.WISHED, "hedged": words.HEDGED, "no_better": words.NO_BETTER}


def read_mistaken(clause: str, asked: Asked, entry: Judged, weighed: Weighed, *, lexicon: Lexicon) -> dict[str, float]:
    """The signals by name; ``asked`` is the clause read as a question, ``weighed`` what the verifier finds of it in the entry."""
    profile = entry.profile
    text = profile.statement.text
    found = read_settled(asked, entry, weighed, lexicon=lexicon)
    point = at_odds(clause, profile, lexicon=lexicon)
    found |= {f"odds_{name}": float(point == name) for name in POINTS}
    for name, (ours, theirs) in _AGAINST.items():
        said, told = bool(ours.search(clause)), bool(theirs.search(text))
        found |= {f"says_{name}": float(said), f"told_{name}": float(told), f"against_{name}": float(said and told)}
    found |= {f"says_{name}": float(bool(pattern.search(clause))) for name, pattern in _SAID.items()}
    return found | {
        "odds": float(bool(point)),
        "states": float(states(clause, lexicon=lexicon)),
        "same_things": float(same_things(clause, profile, lexicon=lexicon)),
        "mostly_said": float(mostly_said(clause, profile, lexicon=lexicon)),
        "turns": float(denials(clause) % 2),
        "denies": float(denials(clause) > 0),
        "length": float(len(clause.split())),
    }
