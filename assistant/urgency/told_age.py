"""An age, a room, a weight in a message → one that is no temperature: "I'm 38" and "room 38" tell of no fever. Pure."""

from __future__ import annotations

import re

from assistant.question.kin import kin

_OTHER_AGE = "50"
_KIN = "|".join(sorted(kin().every, key=len, reverse=True))
_PERSON = rf"(?:i|she|he|who|(?:{_KIN}|patient|pt|lady|woman|man|girl|boy))"
_AGE = re.compile(
    rf"(?P<told>\b(?:{_PERSON}(?:['’][sm]|\s+(?:am|is|was|turned|turns))|im|s?hes)\s+(?:(?:now|only|just|nearly|almost|"
    rf"about|turning|turned|aged)\s+){{0,2}}"
    r"|\b(?:just|aged?|age\s+of|turned|turning)\s+)"
    r"(?:3[5-9]|4[0-3])(?=\s*(?:$|[,;:!?]|\.(?!\d)|-?\s*(?:years?|yrs?|y/?o)\b|(?:and|but|with|who|now|still|so|has|when|"
    r"at)\b))",
    re.IGNORECASE,
)
_FEVERISH = r"(?:3[5-9]|4[0-3])"
_PLACE = re.compile(
    r"(?P<told>\b(?:room|ward|bed|bay|floor|bus|page|table|figure|number|no\.|line|gate|seat|habitaci[oó]n|cama|planta|sala|"
    r"p[aá]gina|n[uú]mero|puerta|asiento)"
    rf"\s+#?){_FEVERISH}(?![\d.,]\d|\d)",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    rf"(?<![\d.,]){_FEVERISH}(?:[.,]\d+)?(?P<told>\s*-?(?:kg|kilos?|kilograms?|pounds|lbs?|days?(?!\s+old)|weeks?(?!\s+(?:pregnant|old|of\s+(?:pregnancy|gestation)))|months?(?!\s+old)|hours?|"
    rf"minutes?|mins?|mm|cm|m[gl]|mcg|µg|nmol\w*|units?|cycles?|"
    r"patients?|people|wom[ae]n|fractions?|sessions?|miles|km|pages?|d[ií]as?|semanas?|meses|horas?|minutos?|ciclos?|"
    r"pacientes?|mujeres|sesiones)\b|\s*%"
    r"|\s+(?:[A-Z][a-z]+\s+){1,2}(?:Street|Road|Avenue|Lane|Drive)\b)",
    re.IGNORECASE,
)
# What may be 38 besides a person.
_HEAT = re.compile(
    r"\b(?:temp\w*|fever\w*|febrile|pyrexia\w*|thermometer|degrees?|celsius|chills?|shiver\w*|shak(?:ing|es|y)|rigors?|hot|"
    r"hots|burning\s+up"
    r"|sweat\w*|infection|neutropeni\w*)\b|[°º]",
    re.IGNORECASE,
)


def without_feverish_age(text: str) -> str:
    """The message, an age, a place or a measure of 35 to 43 written as 50 unless some word of it tells of heat."""
    if _HEAT.search(text):
        return text
    aged = _AGE.sub(rf"\g<told>{_OTHER_AGE}", text)
    return _MEASURE.sub(rf"{_OTHER_AGE}\g<told>", _PLACE.sub(rf"\g<told>{_OTHER_AGE}", aged))
