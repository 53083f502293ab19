"""A question that takes something for granted, and the statement that denies it, in; the correction out.

"Why is X done first?" presupposes that X is done. If the statement that answers best says the opposite of the same thing,
the answer must begin with that, or the reader leaves with a false belief confirmed.
"""

from __future__ import annotations

import re

from assistant.answers import Intent
from assistant.asked import Asked
from assistant.direct import denials, main_clause
from assistant.lexicon import Lexicon
from assistant.profile import Profile
from assistant.signals import concept_match

_PRESUPPOSES = re.compile(
    r"^\W*(?:(?:and|but|so|ok|okay|please)\s+)*(?:why|how come|when|how soon|since|given that|because|at what point|"
    r"how long (?:should|do|must)|explain why|tell me why|por qué|cuándo)\b",
    re.IGNORECASE,
)
_ASKS_WHETHER = re.compile(
    r"\b(?:whether|if|not|n't|never|avoid\w*|against|stop\w*|contraindicat\w*|harm\w*|risk\w*)\b", re.IGNORECASE
)
_PROHIBITS = re.compile(
    r"\b(?:do(?:es)? not|should not|must not|not (?:routinely |be )?(?:recommended|indicated|used|done)|never|avoid\w*|"
    r"no (?:evidence|benefit|advantage))\b",
    re.IGNORECASE,
)
_COVERED = 0.6


def denies_premise(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the question presupposes what the statement denies; only for a plain denial of the very thing asked about."""
    text = profile.statement.text
    if not _PRESUPPOSES.search(asked.text) or asked.yes_no or _ASKS_WHETHER.search(asked.text) or not _PROHIBITS.search(text):
        return False
    if denials(asked.text) % 2 == denials(main_clause(asked, text)) % 2 or not asked.concepts:
        return False
    if asked.intents & {Intent.DOSE, Intent.DEFINITION}:
        return False
    things = profile.concepts | profile.concepts_above
    if any(concept_match(c, things, lexicon=lexicon) < 1 for c in asked.concepts):
        return False
    said = profile.stems | profile.stems_above
    covered = sum(word in said for word in asked.words) / len(asked.words) if asked.words else 1.0
    return covered >= _COVERED


def presupposed(text: str) -> str:
    """What the question takes for granted, as near to its own words as can be: the question without its opening."""
    return _PRESUPPOSES.sub("", text.strip()).strip(" ?¿.,:")
