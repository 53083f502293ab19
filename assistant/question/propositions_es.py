"""A Spanish question in, what it takes for granted out: the clause behind its question word, its grounds, what it states first.

Spanish needs no words put back in order: "¿por qué se suspende X?" holds "se suspende X" as it stands. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKS = " ¿?¡!.,;:"
_PIECE = re.compile(
    r"\s*[,;:.!?]*\s*¿\s*|[.!?;]+(?:\s+|$)|,\s+(?:así\s+que|asi\s+que|entonces|y\s+entonces)\s+|:\s+", re.IGNORECASE
)
_TIME = r"(?:tiempo|días|dias|semanas|meses|años|anos|ciclos|dosis|líneas|lineas|progresiones|sesiones|fracciones)"
_ASKS = re.compile(
    r"^(?:y\s+|pero\s+|entonces\s+)?(?:"
    r"por\s+qu[eé]|cómo\s+es\s+que|a\s+qu[eé]\s+se\s+debe\s+que|"
    rf"(?:(?:a|cada|tras|durante|hasta|desde|después\s+de|dentro\s+de)\s+)?cu[aá]nt[oa]s?(?:\s+{_TIME})?(?:\s+(?:más|mas|antes|después))?|"
    r"(?:desde\s+|hasta\s+)?cu[aá]ndo|con\s+qu[eé]\s+frecuencia|"
    r"(?:a\s+partir\s+de|desde|hasta|a|en|con|tras)\s+qu[eé]\s+(?:edad|nivel|valor|cifra|línea|linea|momento|mes|semana|intensidad|grado)"
    r"(?:\s+de\s+\w+)?|"
    r"(?:(?:a|en|con|de|para)\s+)?(?:qu[eé]|cu[aá]l(?:es)?)\s+(?:es\s+la\s+)?(?:dosis|pauta|esquema|intervalo|frecuencia|tipo|clase)\s+"
    r"(?:recomendada\s+|habitual\s+)?de"
    r")\s+(?P<rest>.+)",
    re.IGNORECASE,
)
_GROUNDS = re.compile(
    r"^(?:(?:dado|puesto|ya|visto|sabiendo|considerando|suponiendo)\s+que|como|si\s+es\s+(?:cierto|verdad)\s+que)\s+(?P<rest>[^,]+)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^.{0,40}\b(?:dijeron|dijo|dicen|dice|dicho|leído|leido|leí|oído|oido|sé|entiendo)\s+que\s+(?P<rest>.+)", re.IGNORECASE
)
_FINITE = re.compile(
    r"\b(?:es|son|está|estan|están|debe|deben|debería|deberían|puede|pueden|sirven?|curan?|mejoran?|prolongan?|alargan?|funcionan?|hacen?|"
    r"necesitan?|requieren?|ha|han|hay|tienen?|dejan?|empiezan?|dan?|usan?|evitan?|causan?|aumentan?|reducen?)\b|\bse\s+\w{2,}(?:a|e|an|en)\b",
    re.IGNORECASE,
)
_QUESTION_WORD = re.compile(
    r"^(?:\w+\s+){0,2}(?:qu[eé]|cu[aá]l(?:es)?|qui[eé]n(?:es)?|cu[aá]ndo|c[oó]mo|d[oó]nde|cu[aá]nt[oa]s?)\b", re.IGNORECASE
)
_MEASURED_BY = re.compile(
    r"^(?:y\s+)?(?:a\s+partir\s+de|desde|hasta|a|con|por\s+encima\s+de)\s+qu[eé]\s+(?P<measure>edad|nivel|valor|cifra|intensidad|grado)",
    re.IGNORECASE,
)
_SOMETIME = re.compile(r"^(?:y\s+)?(?:desde\s+|hasta\s+)?cu[aá]ndo\b", re.IGNORECASE)
_LEFT_OFF = re.compile(
    r"\b(?:suspend\w+|interrump\w+|retras\w+|dej\w+\s+de|par(?:ar|an?)|retir\w+|niega\w*|reduc\w+|omit\w+)\b", re.IGNORECASE
)
_OCCASION = re.compile(r"\b(?:en|tras|después|antes|durante|al|si|por|con|para|mientras)\b", re.IGNORECASE)
_ONESELF = re.compile(r"^(?:yo\b|(?:a\s+)?mi\b|mis\b|me\b|tengo\b|soy\b|estoy\b)", re.IGNORECASE)
# What is done again and again is done: the statement need not say "again".
_DONE_AGAIN = re.compile(
    r"\bse\s+(?:repiten?|realizan?|efectúan?|efectuan?|piden?|solicitan?|programan?|hacen?)\b", re.IGNORECASE
)


def presupposed_in_spanish(question: str) -> Iterator[tuple[str, bool, str]]:
    """What a Spanish question takes for granted, in order, whether outright, and the measure that it is left off by.

    Nothing for a question in any other language, nor for when something ends: only on an occasion could that be denied.
    """
    pieces = [piece.strip(_MARKS) for piece in _PIECE.split(question.strip()) if piece and piece.strip(_MARKS)]
    spanish = "¿" in question or any(_ASKS.match(piece) for piece in pieces)
    for place, piece in enumerate(pieces if spanish else ()):
        asked, grounds = _ASKS.match(piece), _GROUNDS.match(piece) or _TOLD.match(piece)
        if grounds and _FINITE.search(grounds["rest"]):
            yield grounds["rest"].strip(), True, ""
        elif asked:
            yield from _built_on(piece, asked["rest"])
        elif place < len(pieces) - 1 and _states(piece) and not _is_asked(piece, question):
            yield piece, True, ""


def _built_on(piece: str, rest: str) -> Iterator[tuple[str, bool, str]]:
    """What a question for a time, a reason, a measure builds on."""
    left_off, measured = _LEFT_OFF.search(rest), _MEASURED_BY.match(piece)
    if not (left_off and _SOMETIME.match(piece) and not _OCCASION.search(rest)):
        yield _DONE_AGAIN.sub("se hace", rest), False, measured["measure"] if measured and left_off else ""


def _is_asked(piece: str, question: str) -> bool:
    """Whether a question mark closes it: "¿Esto se cura? Nadie lo dice" asks whether it is so."""
    return question.partition(piece)[2].lstrip().startswith("?")


def _states(piece: str) -> bool:
    """True for a clause that says something of other things than the asker."""
    return bool(_FINITE.search(piece)) and not _QUESTION_WORD.match(piece) and not _ONESELF.match(piece)
