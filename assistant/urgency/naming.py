"""Whether a message only says which medicine, of whom and since when: a correction, or an answer to what was asked. Pure.

"Sorry, it's rivaroxaban I'm on" has a person, a medicine and a now, which is half of what an emergency sounds like, and says
nothing that happens. It holds nothing but the names and words that can't tell of anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.question.kin import kin
from assistant.words.language import fold

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# No verb stands here that could tell what somebody did with a medicine ("took", "had"), how many, or how somebody is.
_EMPTY = frozenset(
    """
    i im i'm ive i've me my mine he hes he's she shes she's her his we were we're our it its it's that thats that's this
    the a an am is are was be been being on of for with in by and or but if so then now since from to at as no not sorry
    oh ah wait yes yeah ok okay actually again also already still just only meant mean say said way instead rather than
    new old started starting taking switched moved patient pt lady woman man yo mi su el ella es esta estoy este la lo
    los las un una de del en con por para que y o pero si sino perdon perdona quise querer decir digo era eso ahora
    desde ya tambien todavia empezo empece tomando paciente mujer hombre
    """.split()
)


_COUNT = (
    r"(?:\d{1,2}|one|two|three|four|five|six|first|second|third|fourth|"
    r"dos|tres|cuatro|cinco|seis|primer\w*|segund\w*|tercer\w*)"
)
_UNIT = r"(?:days?|weeks?|months?|years?|cycles?|lines?|dias?|semanas?|meses|mes|anos?|ciclos?|lineas?)"
# A figure by itself may be a temperature or a number of tablets.
_SINCE = re.compile(rf"\b(?:{_UNIT} {_COUNT}|{_COUNT} {_UNIT}|{_UNIT})\b")


def only_names(text: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether ``text`` names a medicine at one of ``spans`` (begin and end), and besides says only words that tell of nothing."""
    left, named = text, False
    for start, end in sorted(spans, reverse=True):
        left, named = f"{left[:start]} {left[end:]}", True
    words = [word.replace("’", "'") for word in _WORD.findall(_SINCE.sub(" ", fold(left)))]
    return named and all(word in _EMPTY or word in kin().every for word in words)
