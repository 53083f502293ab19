"""The label in front of a claim ("After A/B: X"), where it takes up what was asked and says nothing of its own. Pure."""

from __future__ import annotations

import re

from assistant.citation.headed import is_sentence
from assistant.verify.labels import labels_only
from assistant.words.lexicon import Lexicon

_LABEL = re.compile(r"^(?P<label>[^:.;!?()]{2,40}):\s+(?=\S)")
_WORD = re.compile(r"\w+")


def behind_label(text: str, question: str, lexicon: Lexicon | None) -> str:
    """What stands behind a label of the question's own words; "" without one, or if the label names a thing or a group.

    What a label names, the claim must hold for: such a label is verified with it.
    """
    found = _LABEL.match(text)
    if found is None:
        return ""
    label, asked = found["label"], set(_WORD.findall(question.lower()))
    words = [word for word in _WORD.findall(label.lower()) if not labels_only(word)]
    named = lexicon.mentions(label) if lexicon is not None else ()
    rest = text[found.end() :]
    return rest if words and not named and is_sentence(rest) and all(word in asked for word in words) else ""
