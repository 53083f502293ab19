"""A yes/no question and the statement that answers it in, "Yes" or "No" out — or nothing, when that isn't sure.

A wrong "Yes" harms more than none, so it is said only if the statement speaks of everything that the question names, is
firm (no "may", "sometimes", "unless" …) and its direction is plain.
"""

from __future__ import annotations

import re

from assistant.asked import Asked
from assistant.lexicon import Lexicon
from assistant.profile import Profile
from assistant.question_words import content_stems, stem
from assistant.signals import SAME, WIDER, concept_match

_NOT = re.compile(
    r"\b(?:not|n't|never|no|nor|neither|without|cannot|avoid\w*|withh(?:o|e)ld\w*|refus\w*|den(?:y|ied|ying)|stop\w*|discontinu\w*|"
    r"interrupt\w*|delay\w*|skip\w*|omit\w*|contraindicat\w*|against|forgo|unnecessary)\b|n['’]t\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:may|might|can|could|sometimes|often|usually|typically|generally|commonly|option\w*|consider\w*|unless|except|only|if|unknown|undefined|"
    r"unlikely|likely|solely|merely|certain|some|possible|possibly|reasonable|limited|depend\w*|despite|conflicting|but|although|however)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:should|must|is|are|recommended|indicated|standard|preferred|require\w*|mandatory|do|does|did|continue|avoid|never|need\w*)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[:;.](?=\s)|,\s+(?=(?:and|but|because|so|which|as|since|even)\b)|\s(?=because\b)")
# What a question adds with these is not settled by a statement that leaves it open.
_ASKED_IF_ANY = re.compile(
    r"\b(?:or|better|best|still|always|ever|forever|only|just|alone|together|first|longer|enough|more|less|every|all|"
    r"right|correct|true|anything|any)\b",
    re.IGNORECASE,
)


def yes_or_no(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> str:
    """Yes, No, or "" when the statement does not settle the question."""
    text = profile.statement.text
    if not asked.yes_no or _ASKED_IF_ANY.search(asked.text) or _HEDGED.search(text) or not _FIRM.search(text):
        return ""
    if not _speaks_of_all(asked, profile, lexicon=lexicon) or lexicon.excludes(
        asked.population, profile.population | profile.population_above
    ):
        return ""
    return "Yes" if denials(main_clause(asked, text)) % 2 == denials(asked.text) % 2 else "No"


def main_clause(asked: Asked, text: str) -> str:
    """The clause of a statement that has most of the question's words, the first of several."""
    wanted = set(content_stems(asked.text, asked.language))
    clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
    return max(clauses, key=lambda clause: len(wanted & set(content_stems(clause, asked.language))), default=text)


def denials(text: str) -> int:
    """How often a text denies: an even number is no denial ("do not withhold")."""
    return sum(1 for _ in _NOT.finditer(text))


def _speaks_of_all(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    things = profile.concepts | profile.concepts_above
    # What is said against a whole class is said against each of its members; what is said for it is not.
    least = WIDER if denials(profile.statement.text) else SAME
    if any(concept_match(c, things, lexicon=lexicon) < least for c in asked.concepts):
        return False
    people = profile.population | profile.population_above
    if any(concept_match(p, people, lexicon=lexicon) == 0 for p in asked.population):
        return False
    said = profile.stems | profile.stems_above
    denying = {stem(word.lower()) for word in _NOT.findall(asked.text)}
    return all(word in said or word in denying for word in asked.words)
