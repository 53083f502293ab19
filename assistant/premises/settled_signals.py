"""A yes/no question and the statement that answers it in, numbers out that tell whether the statement says yes, no or neither.

Whether a question asks for a thing or for leaving it off, how much it demands, and whether a statement demands, allows, forbids
or leaves open, stands in words of general language (``settled_words.yaml``). None of the numbers knows a field of medicine.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.answers import ReasonCode, Verdict
from assistant.premises.readings import Stance
from assistant.question.asked import Asked
from assistant.retrieval.signals import Judged, concept_match
from assistant.verify.caseless import small
from assistant.words.clauses import denials, main_clause
from assistant.words.lexicon import Lexicon

_WORDS = Path(__file__).with_name("settled_words.yaml")
_FACT = re.compile(r"^\W*(?:and\s+|so\s+|but\s+|y\s+)*(?:is|are|was|were|do|does|did|has|have|es|son|hay|ha|han)\b")
_TAG = re.compile(
    r"[,–-]\s*(?:right|correct|yes|no|true|ok|¿?verdad|¿?no|"
    r"(?:is|do|does|are|can|should|wo|would|have|has|did)(?:n['’]?t)?\s+(?:it|they|that|we|she|he|i|you))\s*\?*$"
)
_NUMBER = re.compile(r"(?<![\w./-])\d+(?:[.,]\d+)?(?!\w*-?(?:line\b|l\b|nd\b|rd\b|st\b|th\b))")
_MOST = 3
_PAIR = 2
_CODES = ("NEGATION", "STRENGTH", "POPULATION", "NAME", "NUMBER", "UNIT", "DIRECTION", "NOT_STATED")
_TAKEN = (
    "concepts",
    "concept_gap",
    "key_concept",
    "population",
    "population_gap",
    "clash",
    "clash_above",
    "words",
    "word_gap",
    "dense",
)
_ASKED_WITH = (
    "negative",
    "denied",
    "left_off",
    "ended",
    "in_place",
    "only",
    "enough",
    "of_all",
    "compared",
    "compared_down",
    "same",
)
_ASKED_FOR = ("first", "still", "later", "cured", "must", "may", "should", "will", "fact")
_SAID = (
    "denied",
    "forbidden",
    "left_off",
    "hedged",
    "must",
    "should",
    "on_condition",
    "only",
    "compared",
    "regardless",
    "unknown",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What the verifier found of the proposition that is asked: ``None`` both where the question states none."""

    stance: Stance | None = None
    verdict: Verdict | None = None


def read_settled(asked: Asked, entry: Judged, weighed: Weighed, *, lexicon: Lexicon) -> dict[str, float]:
    """The signals by name, most of them 0 or 1."""
    sentence, statement = small(asked.sentence or asked.text), entry.profile.statement
    said = small(statement.text)
    above = small(" ".join((statement.lead_in, *statement.heading_path[-1:])))
    found = {f"q_{name}": float(bool(pattern.search(sentence))) for name, pattern in _patterns("question").items()}
    found |= {f"s_{name}": float(bool(pattern.search(said))) for name, pattern in _patterns("statement").items()}
    found |= {
        "q_fact": float(bool(_FACT.search(sentence))),
        "q_tag": float(bool(_TAG.search(sentence))),
        "q_spanish": float(asked.language == "es"),
        "q_story": float(asked.has_story),
        "q_auxiliary": float(asked.yes_no),
        "above_denied": float(denials(above) % 2),
        "relevance": entry.hit.relevance,
    }
    found |= {name: float(entry.signals.get(name, 0.0)) for name in _TAKEN}
    found |= _turned(sentence, statement.text, found, lexicon=lexicon)
    found |= _things(asked, entry, sentence, lexicon=lexicon)
    found |= _verified(weighed)
    return found | _together(found)


def _turned(sentence: str, text: str, found: dict[str, float], *, lexicon: Lexicon) -> dict[str, float]:
    """How often each denies, and whether the two deny unlike: "shouldn't we do it?" asks for the thing."""
    asked = denials(sentence) - int(found["q_negative"])
    clause = denials(main_clause(sentence, text, lexicon=lexicon))
    whole = denials(text)
    return {
        "turns_asked": float(asked % 2),
        "turns_said": float(clause % 2),
        "turns_whole": float(whole % 2),
        "unlike": float(asked % 2 != clause % 2),
        "unlike_whole": float(asked % 2 != whole % 2),
    }


def _things(asked: Asked, entry: Judged, sentence: str, *, lexicon: Lexicon) -> dict[str, float]:
    """What of the asked things and numbers the statement names, and whether two things stand in the same order in both."""
    profile = entry.profile
    named = profile.concepts | profile.concepts_above | profile.population | profile.population_above
    focus = [concept_match(c, named, lexicon=lexicon) for c in asked.focus]
    numbers = set(_NUMBER.findall(sentence))
    text = small(f"{profile.statement.text} {profile.statement.lead_in}")
    met = numbers & set(_NUMBER.findall(text))
    order = _order(asked, entry, lexicon=lexicon)
    return {
        "focus_least": min(focus, default=0.0),
        "focus_mean": sum(focus) / len(focus) if focus else 0.0,
        "no_focus": float(not focus),
        "numbers_met": float(bool(met)),
        "numbers_unmet": float(bool(numbers - met)),
        "same_order": float(order > 0),
        "other_order": float(order < 0),
    }


def _order(asked: Asked, entry: Judged, *, lexicon: Lexicon) -> int:
    """1 if the first two things that both name stand in the same order in both, -1 if not, 0 if there are no two."""
    places: list[list[str]] = []
    for text in (asked.sentence or asked.text, entry.profile.statement.text):
        mentions = sorted(lexicon.mentions(text), key=lambda mention: mention.start)
        places.append(list(dict.fromkeys(m.concept.concept_id for m in mentions if m.concept.kind != "population")))
    shared = [concept for concept in places[0] if concept in places[1]][:_PAIR]
    if len(shared) < _PAIR:
        return 0
    return 1 if places[1].index(shared[0]) < places[1].index(shared[1]) else -1


def _verified(weighed: Weighed) -> dict[str, float]:
    """The verifier's findings: its stance, and what it misses of each kind."""
    reasons = weighed.verdict.reasons if weighed.verdict else ()
    codes = Counter(reason.code.name for reason in reasons)
    turned = [reason.detail for reason in reasons if reason.code is ReasonCode.NEGATION]
    return {
        "affirmed": float(weighed.stance is Stance.AFFIRMS),
        "gainsaid": float(weighed.stance is Stance.DENIES),
        "proposed": float(weighed.verdict is not None),
        "supported": float(weighed.verdict is not None and weighed.verdict.supported),
        "score": weighed.verdict.score if weighed.verdict else 0.0,
        "denial_asked": float(any("the claim says" in detail for detail in turned)),
        "denial_said": float(any("cited words say" in detail for detail in turned)),
        **{f"missed_{code.lower()}": min(codes[code], _MOST) / _MOST for code in _CODES},
    }


def _together(found: dict[str, float]) -> dict[str, float]:
    """What is asked with a word of one kind and said with one of another: a forest of few questions finds no such pairs."""
    asked = [f"q_{name}" for name in (*_ASKED_WITH, *_ASKED_FOR)]
    said = [f"s_{name}" for name in _SAID]
    pairs = {f"{a} {s}": found[a] * found[s] for a in asked for s in said}
    verified = ("affirmed", "gainsaid", "denial_asked", "denial_said", "missed_not_stated", "unlike")
    pairs |= {
        f"q_{a} {v}": found[f"q_{a}"] * found[v] for a in ("left_off", "ended", "negative", "only", "enough") for v in verified
    }
    orders = ("same_order", "other_order")
    pairs |= {f"q_{a} {o}": found[f"q_{a}"] * found[o] for a in ("compared", "compared_down") for o in orders}
    return pairs | {f"s_{s} {v}": found[f"s_{s}"] * found[v] for s in ("denied", "hedged", "on_condition") for v in verified[:2]}


def asks_with(sentence: str, name: str) -> bool:
    """Whether a sentence in small letters has a word of the list ``name`` of questions."""
    return bool(_patterns("question")[name].search(sentence))


@lru_cache(maxsize=2)
def _patterns(side: str) -> dict[str, re.Pattern[str]]:
    lists = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))[side]
    return {name: re.compile(rf"(?<!\w)(?:{words.strip().replace(' | ', '|')})(?!\w)") for name, words in lists.items()}
