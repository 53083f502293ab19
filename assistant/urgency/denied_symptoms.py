"""A message without the sentences that only deny symptoms: "No fever, no pain. How often is the scan?" tells of neither. Pure.

An embedding hears the symptom and hardly the "no". Only a sentence that is a list of symptoms behind a denial is left out:
"I can't feel my legs" and "no fever, but I'm shaking" say more than that, and stay.
"""

from __future__ import annotations

import re

_SYMPTOM = (
    r"(?:fevers?|temperature|pains?|aches?|headaches?|nausea|vomiting|sickness|bleed(?:s|ing)|breathlessness|shortness\s+of\s+breath|"
    r"sob|cough(?:ing)?|dizziness|numbness|weakness|swelling|rash(?:es)?|chills|diarrho?ea|symptoms?|neuro(?:logical)?\s+signs?|seizures?|"
    r"fiebre|dolor(?:es)?(?:\s+de\s+(?:cabeza|pecho|espalda))?|v[oó]mitos?|n[aá]useas?|mareos?|sangrados?|ahogos?|tos|diarrea|hinchaz[oó]n|"
    r"s[ií]ntomas?|escalofr[ií]os?|convulsiones|nada(?:\s+rar[oa])?|nothing(?:\s+else)?)"
)
_OF = r"(?:(?:chest|back|bone|belly|abdominal|leg|new|other|any|much|real|ning[uú]n|ninguna|nada\s+de)\s+)?"
_DENIED = (
    r"(?:no|without(?:\s+any)?|denies|(?:(?:i|we|s?he)(?:['’]ve|\s+have|\s+has)?\s+(?:got\s+)?no)|(?:i|we|s?he)\s+do(?:es)?(?:n['’]?t|\s+not)\s+have|"
    r"(?:no\s+)?(?:tengo|tiene|tenemos|hay|noto|presenta)|sin|ni|niega)"
)
_HURTS = (
    r"(?:(?:(?:ya\s+)?no|ni)\s+(?:me|le|nos)\s+duelen?(?:\s+(?:nada|(?:el|la|los|las)\s+\w+))?|"
    r"(?:(?:ya\s+)?no|ni)\s+(?:sangro|sangra|toso|tose|vomito|vomita))"
)
_AGAIN = rf"(?:{_HURTS}|(?:no|ni|sin|nor|without)\s+(?:(?:tengo|tiene|hay|noto|any)\s+)?{_OF}{_SYMPTOM})"
# "No fever, headache" may tell of a headache: what follows is denied only by a word of its own, or behind "or".
_ONLY_DENIED = re.compile(
    rf"^\W*(?:(?:pt|patient|paciente|s?he)\s+)?(?=(?:ya\s+no|no|ni|sin|niega|without|denies|i|we|s?he)\b)"
    rf"(?:{_HURTS}|{_DENIED}\s+{_OF}{_SYMPTOM})"
    rf"(?:\s*[,;/]?\s*(?:(?:and|y)\s+)?{_AGAIN}|\s*,?\s*(?:or|o|nor|ni)\s+{_OF}{_SYMPTOM})*"
    r"(?:\s+(?:at\s+all|today|so\s+far|either|hoy|tampoco|now|ahora))?\s*[.!;…]*\s*$",
    re.IGNORECASE,
)
_NEGATED = re.compile(r"\b(?:no|ni|sin|niega|without|denies|not|n['’]?t|don['’]?t|doesn['’]?t|dont|doesnt)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;\n])\s+")
# "No fever and no pain, I only want to know …": behind the comma begins what is asked.
_ASKING = re.compile(
    r"\s*[,–—-]\s*(?:(?:and|but|so|y|pero|as[ií]\s+que)\s+)?(?=(?:s[oó]lo|solamente|quer[ií]a|quisiera|quiero|just|only|i\s+(?:just|only)|"
    r"how\s+(?:often|long|soon)|when|cu[aá]ndo|cada\s+cu[aá]nto|cu[aá]nto\s+tiempo)\b)",
    re.IGNORECASE,
)


def without_denied(text: str) -> str:
    """The message without the sentences that only deny symptoms; as it is if nothing else is said."""
    told = [part for one in _SENTENCE.split(text) for part in _ASKING.split(one, maxsplit=1) if part.strip()]
    kept = [one for one in told if not is_only_denied(one)]
    return " ".join(kept) if kept and len(kept) < len(told) else text


def is_only_denied(sentence: str) -> bool:
    """True for a sentence that lists symptoms which nobody has, and says nothing else."""
    return _ONLY_DENIED.match(sentence) is not None and _NEGATED.search(sentence) is not None
