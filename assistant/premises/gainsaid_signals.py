"""A clause that a question takes for granted and a statement near to it in, numbers out that tell whether it gainsays the clause.

They sum up what rules, verifier, forest and reader find of the two; none of them knows a field of medicine. Those of the forest
(``mistaken_signals.py``) are many and are for trees; these are few, and each tells by itself, so that a line over them is enough.
"""

from __future__ import annotations

import re
from collections import Counter

from assistant.answers import ReasonCode
from assistant.premises.at_odds import at_odds, same_things
from assistant.premises.at_odds_said import named_in, said_of
from assistant.premises.at_odds_words import FORBIDS, HEDGED
from assistant.premises.readings import Stance
from assistant.premises.settled_signals import Weighed
from assistant.retrieval.signals import Judged, concept_match, log_odds
from assistant.verify.quantities import find_quantities
from assistant.words.clauses import denials, main_clause, without_patients
from assistant.words.lexicon import Lexicon

_MOST = 3
_LEAST = 0.001
_CODES = ("NUMBER", "UNIT", "NEGATION", "STRENGTH", "POPULATION", "NAME", "DIRECTION", "NOT_STATED")
_MEASURES = ("amount", "interval", "duration", "share")
_FIRM = re.compile(
    r"\b(?:only|always|never|nothing|nobody|no\s+one|none|all|every(?:one|body)?|any|must|whatever|regardless|once|until|instead|"
    r"s[oó]lo|siempre|nunca|nada|nadie|tod[oa]s|cualquier)\b",
    re.IGNORECASE,
)
# "Regardless of X" and "irrespective of Y" widen what the statement says; "if", "when" and "unless" narrow it.
_WIDE = re.compile(
    r"\b(?:regardless|irrespective|whether\s+or\s+not|all|every|any|sin\s+importar|tod[oa]s|cualquier)\b", re.IGNORECASE
)
_NARROW = re.compile(r"\b(?:if|when|unless|only|until|before|after|si|cuando|salvo|solo|hasta|antes|después)\b", re.IGNORECASE)


def read_gainsaid(
    clause: str, entry: Judged, weighed: Weighed, *, denied: float, answers: float | None, top: float, lexicon: Lexicon
) -> dict[str, float]:
    """The signals by name: ``denied`` is what the forest says, ``answers`` the reader's log odds, ``top`` the best relevance."""
    profile, text = entry.profile, entry.profile.statement.text
    told = profile.concepts | profile.concepts_above | profile.population | profile.population_above
    said = said_of(clause, profile, lexicon=lexicon)
    things = [concept_match(c, told, lexicon=lexicon) for c in named_in(clause, lexicon)]
    reasons = weighed.verdict.reasons if weighed.verdict else ()
    codes = Counter(reason.code.name for reason in reasons)
    ours, theirs, whole = (
        denials(without_patients(one, lexicon=lexicon)) % 2 for one in (clause, main_clause(clause, text, lexicon=lexicon), text)
    )
    people = lexicon.population(clause, typed=True)
    return {
        "denied": log_odds(denied, nearest=_LEAST),
        "relevance": entry.hit.relevance,
        "nearness": entry.hit.relevance / top if top else 0.0,
        "answers": max(min(answers or 0.0, 6.0), -6.0) / 3,
        "unread": float(answers is None),
        "gainsaid": float(weighed.stance is Stance.DENIES),
        "affirmed": float(weighed.stance is Stance.AFFIRMS),
        "supported": float(weighed.verdict is not None and weighed.verdict.supported),
        "score": weighed.verdict.score if weighed.verdict else 0.0,
        **{f"missed_{code.lower()}": min(codes[code], _MOST) / _MOST for code in _CODES},
        "strength_alone": float(bool(reasons) and set(codes) == {ReasonCode.STRENGTH.name}),
        "said": sum(said) / len(said) if said else 0.0,
        "things": sum(things) / len(things) if things else 0.0,
        "no_things": float(not things),
        "same_things": float(same_things(clause, profile, lexicon=lexicon)),
        "other_people": float(lexicon.excludes(people, profile.population | profile.population_above)),
        "odds": float(bool(at_odds(clause, profile, lexicon=lexicon))),
        "unlike": float(ours != theirs),
        "unlike_whole": float(ours != whole),
        "both_deny": float(bool(ours and whole)),
        "forbids": float(bool(FORBIDS.search(text))),
        "hedged": float(bool(HEDGED.search(text))),
        "firm": float(bool(_FIRM.search(clause))),
        "firm_wide": float(bool(_FIRM.search(clause) and _WIDE.search(text))),
        "firm_narrow": float(bool(_FIRM.search(clause) and _NARROW.search(text))),
        **_figures(clause, text),
    }


def _figures(clause: str, text: str) -> dict[str, float]:
    """Whether both give a figure of one measure, and whether none of the clause's is among the statement's."""
    ours, theirs = ([q for q in find_quantities(one) if q.kind in _MEASURES] for one in (clause, text))
    alike = [one for one in ours if any((one.kind, one.base) == (other.kind, other.base) for other in theirs)]
    met = [one for one in alike if any(one.base == q.base and one.low <= q.high and q.low <= one.high for q in theirs)]
    return {
        "figures_met": float(bool(alike) and len(met) == len(alike)),
        "figures_apart": float(len(met) < len(alike)),
        "figure_unmet": float(bool(ours) and not alike),
    }
