"""Words set large that name nothing: the kind of a box ("Tip"), that a table or picture comes, or what a click does."""

from __future__ import annotations

import re

from ingest.patterns import any_of

_KIND = any_of(
    r"""
    (?:(?:good|best|top|very|patient|drug|clinical|national|local|quick|key) ){0,2}(?:[\w-]+ )?(?:tip|note|hint|reminder|alert)
    (?:stop|warning|caution|danger|important|remember|attention|beware|n\.?b\.?|did you know|take note)
    (?:very )?important (?:note|information)|please note|callout|quote
    (?:nota|aviso|importante|atención|precaución|advertencia|recuerde|consejo)
    """
)
_SHOWN = re.compile(r"(?:table|figure|fig|image|picture|photo(?:graph)?|video|chart|graph|tabla|figura|imagen)s?", re.IGNORECASE)
_CONTROL = re.compile(
    r"^(?:show|hide|view|see|expand|open|toggle) (?:\w+ ){0,3}\w+$|\((?:click|tap) to \w+\)|"
    r"^(?:click|tap)(?: here)? to (?:expand|show|view|see|open|read|reveal)\b(?: \w+){0,3}\W*$",
    re.IGNORECASE,
)
_AROUND = " \t!?:.…*_#•›»-–—❗❕❓⚠️💡📌ℹ🛑✅⛔🔔📝✋👉"


def is_label(words: str) -> bool:
    """Whether words only say that a table or picture comes, without its number or name."""
    return _SHOWN.fullmatch(words.strip(_AROUND)) is not None


def names_box_kind(words: str) -> bool:
    """Whether the words at the head of a box say only of which kind it is: what it says stands under the heading above it."""
    return _KIND.fullmatch(words.strip(_AROUND)) is not None


def is_control_label(words: str) -> bool:
    """Whether the words that fold a part of a page out name no part of it, but what a click does."""
    return _CONTROL.search(words) is not None
