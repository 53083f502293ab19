"""A question when something is due to be looked at again in, what that is out: only a time given of that answers it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Intent
from assistant.display.phrases import phrases
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems

_LOOKED_AT = frozenset({"test", "other", "care"})
_WHEN_AGAIN = re.compile(
    r"\b(?:how\s+(?:soon|long|often|many\s+(?:days|weeks|months))|when|in\s+how\s+many|cu[aá]ndo|cada\s+cu[aá]nt[oa]s?)\b[^?]*"
    r"\b(?P<again>(?:re-?check|re-?test|re-?measur|re-?peat|re-?dose|rep[ei]t|vuelve?\s+a\s+(?:medir|mirar))\w*)",
    re.IGNORECASE,
)


def missing_date(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> str:
    """What is due to be looked at again, if no statement that speaks of it gives a time; else ""."""
    again, words = looked_at_again(asked, lexicon=lexicon), looked_at_words(asked)
    if not again and not (words and any(lexicon.concepts[c].kind in TREATMENTS for c in asked.focus)):
        return ""
    timed = [profile for profile in profiles if profile.kinds & {Intent.INTERVAL, Intent.DURATION}]
    if any(again <= p.concepts | p.concepts_above and (again or set(words) <= p.stems) for p in timed):
        return ""
    called = sorted(lexicon.concepts[c].called(asked.language) for c in again) or words
    return f"{phrases(asked.language).points['interval']}: {', '.join(called)}"


def looked_at_again(asked: Asked, *, lexicon: Lexicon) -> frozenset[str]:
    """What is to be measured or looked at again, of a question when that is due; empty for any other question.

    Imaging, tests and their like stand for the whole evaluation, of which documents speak by other names.
    """
    if not _WHEN_AGAIN.search(asked.sentence or asked.text):
        return frozenset()
    return frozenset(
        c
        for c in asked.focus
        if lexicon.concepts[c].kind in _LOOKED_AT
        and not any(lexicon.concepts[d].kind in _LOOKED_AT for d in lexicon.descendants(c))
    )


def looked_at_words(asked: Asked) -> tuple[str, ...]:
    """The words for what is due again where no named thing is: "how soon do I recheck the sodium?"."""
    due = _WHEN_AGAIN.search(asked.sentence or asked.text)
    return tuple(w for w in asked.words if w not in content_stems(due["again"], asked.language)) if due else ()
