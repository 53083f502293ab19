"""What one screen takes: the last bullets of an answer go, never its direct line nor a side of a difference. Pure.

Drafting counts the claims alone; headings, sides with their sources and explained terms come after it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answers import CitedAnswer
from assistant.citation.numbering import bullets
from assistant.display.render import to_markdown

MOST_WORDS = 270
"""As printed, without the markers."""

_WORD = re.compile(r"\S*\w\S*")
_MARK = re.compile(r"\[\d+\]")


def on_one_screen(answer: CitedAnswer) -> CitedAnswer:
    """The answer without the last bullets, while it is longer and has any."""
    while len(_WORD.findall(_MARK.sub(" ", to_markdown(answer)))) > MOST_WORDS and (below := bullets(answer)):
        answer = replace(answer, claims=tuple(claim for claim in answer.claims if claim is not below[-1]))
    return answer
