"""Which language a message is in, English or Spanish, by its function words; and text folded for matching. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

LANGUAGES = ("en", "es")

# Function words and greetings that one language has and the other hasn't.
_ENGLISH = frozenset(
    (
        "the of and is are was were be been do does did what which when where why how who whom this that these those it its "
        "for with without from by about into after before during if or not my your his her their our i you he she they we "
        "should can could would will may might must have has had there than then any some more most only also on in at as an "
        "to same both between hello hi thanks thank please ok yes bye good dose source shorter interval me us am own such each "
        "woman women man men wife husband mom mum dad mother father sister daughter son she's he's year years old new newly "
        "first second third line lines over under again back give given take taken start stop after once still other another "
        "drug drugs treatment treatments treat pain bone bones liver lung brain disease patient patients options high low"
    ).split()
)
_SPANISH = frozenset(
    (
        "el la los las un una unos unas de del al y o e u que cual cuales cuando donde por para con sin sobre entre desde hasta "
        "es son era fue ser esta estan estar hay ha han he tiene tengo tienen puede puedo pueden debe deben se le les lo su sus "
        "mi mis tu tus nos yo ella ellos ellas si pero porque como cuanto cuanta cuantos cuantas cada mas menos muy tambien ya "
        "eso esto este ese esa estos esas hola gracias adios buenos buenas dias tardes vale dosis fuente quien cuales despues "
        "antes durante tratamiento mama en soy estoy me te ayuda anos primera segunda tercera linea lineas positivo positiva "
        "negativo negativa hueso huesos pecho higado pulmon cerebro quimio dolor duele opciones madre mujer hombre enfermedad"
    ).split()
)
_ENDINGS = re.compile(r"(?:cion|ciones|miento|mientos|idad|mente|ando|iendo|logia|patia|terapia|osis)$")
# Not words: ages and rates ("62yo", "y/o", "mg/d"), and Latin that is at home in both languages.
_NO_WORD = re.compile(
    r"\d+[^\W\d_]+|\b\d+ ?yo\b|\byo(?= [fm]\b)|\b[^\W\d_]{1,2}/[^\W\d_]{1,2}\b|\b(?:de novo|in situ|per os|en bloc|versus|vs)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile(r"[¿¡ñ]|[áéíóú]", re.IGNORECASE)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "´": "'"})


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The text in lower case, without accents and with straight quotes; other characters are kept as they are."""
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFC", text).translate(_QUOTES).lower()
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


def detect_language(text: str, *, default: str = "en", names: Iterable[str] = ()) -> str:
    """The language, "en" or "es"; ``default`` where nothing tells (a bare name, a number). ``names`` are left out of account."""
    skipped = {fold(name) for name in names}
    words = [word for word in _WORD.findall(_NO_WORD.sub(" ", fold(text))) if word not in skipped]
    english = sum(word in _ENGLISH for word in words)
    spanish = sum(word in _SPANISH for word in words)
    spanish += sum(bool(_ENDINGS.search(word)) and word not in _ENGLISH for word in words if len(word) > 5)  # noqa: PLR2004
    spanish += 2 * bool(re.search(r"[¿¡]", text)) + bool(_MARKS.search(text))
    if english == spanish:
        return default
    return "en" if english > spanish else "es"
