"""The units of guidelines: how they are written, and in which base they are compared. Pure."""

from __future__ import annotations

from dataclasses import dataclass

_MASS = {
    "mg": 1.0,
    "mgs": 1.0,
    "milligram": 1.0,
    "milligrams": 1.0,
    "milligramme": 1.0,
    "milligrammes": 1.0,
    "miligramos": 1.0,
    "g": 1000.0,
    "gm": 1000.0,
    "gram": 1000.0,
    "grams": 1000.0,
    "gramme": 1000.0,
    "grammes": 1000.0,
    "gramos": 1000.0,
    "kg": 1_000_000.0,
    "kilogram": 1_000_000.0,
    "kilograms": 1_000_000.0,
    "mcg": 0.001,
    "ug": 0.001,
    "microgram": 0.001,
    "micrograms": 0.001,
    "ng": 0.000001,
    "nanogram": 0.000001,
    "nanograms": 0.000001,
}
_MINUTES = {
    **dict.fromkeys(("min", "mins", "minute", "minutes", "minuto", "minutos"), 1.0),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "hora", "horas"), 60.0),
    **dict.fromkeys(("d", "day", "days", "día", "días", "dia", "dias"), 1440.0),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks", "semana", "semanas", "weekly"), 10080.0),
}
_MONTHS = {
    **dict.fromkeys(("m", "mo", "mos", "mth", "mths", "month", "months", "mes", "meses"), 1.0),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years", "año", "años"), 12.0),
}
_OTHERS = {
    **dict.fromkeys(("%", "percent", "pct", "per cent", "percentage points", "por ciento"), ("%", 1.0)),
    **dict.fromkeys(("gy", "gray", "grays"), ("Gy", 1.0)),
    **dict.fromkeys(("cgy", "centigray"), ("Gy", 0.01)),
    **dict.fromkeys(("ml", "millilitre", "millilitres", "milliliter", "milliliters"), ("ml", 1.0)),
    **dict.fromkeys(("l", "litre", "litres", "liter", "liters"), ("ml", 1000.0)),
    **dict.fromkeys(("mm", "millimetre", "millimetres", "millimeter", "millimeters"), ("mm", 1.0)),
    **dict.fromkeys(("cm", "centimetre", "centimetres", "centimeter", "centimeters"), ("mm", 10.0)),
    **dict.fromkeys(("iu", "units", "unit"), ("IU", 1.0)),
    **dict.fromkeys(("mmol", "millimole", "millimoles"), ("mmol", 1.0)),
    **dict.fromkeys(("micromol", "micromole", "micromoles", "umol"), ("mmol", 0.001)),
    **dict.fromkeys(("nmol", "nanomole", "nanomoles"), ("mmol", 0.000001)),
    **dict.fromkeys(("meq",), ("mEq", 1.0)),
    **dict.fromkeys(("mmhg", "mm hg"), ("mmHg", 1.0)),
    **dict.fromkeys(("cycle", "cycles", "round", "rounds", "course", "courses", "ciclo", "ciclos"), ("cycle", 1.0)),
    **dict.fromkeys(("fraction", "fractions"), ("fraction", 1.0)),
    **dict.fromkeys(("fold",), ("fold", 1.0)),
}

# What a mass or volume is counted per.
DENOMINATORS = (
    (
        (
            r"(?:/|\bper\s+|\ba\s+)\s*(?:m2|m²|m\^2|sq\.?\s*m|square\s+met(?:re|er)s?|met(?:re|er)s?\s+squared|metro\s+cuadrado)"
            r"(?:\s+of\s+body[\s-]*surface(?:\s+area)?|\s+BSA\b)?"
        ),
        "/m²",
    ),
    (r"(?:/|\bper\s+|\ba\s+)\s*(?:kg|kilo(?:gram(?:me)?)?s?)(?:\s+of\s+body\s*weight|\s+body\s*weight)?", "/kg"),
    (r"(?:/|\bper\s+|\ba\s+)\s*(?:d|day|24\s*h)\b", "/day"),
    (r"(?:/|\bper\s+)\s*(?:w|wk|week)\b", "/week"),
    (r"(?:/|\bper\s+)\s*(?:dl|deciliter|decilitre)\b", "/dl"),
    (r"(?:/|\bper\s+)\s*(?:l|liters?|litres?)\b", "/l"),
    (r"(?:/|\bper\s+)\s*(?:ml|milliliters?|millilitres?)\b", "/ml"),
    (r"(?:/|\bper\s+)\s*(?:mol|mole)\b", "/mol"),
    (r"(?:/|\bper\s+)\s*(?:min|minute)\b(?:\s*(?:/|\bper\s+)\s*1\.73\s*(?:m2|m²))?", "/min"),
    (r"(?:/|\bper\s+)\s*(?:h|hr|hour)\b", "/hour"),
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in its base: "g" is 1000 × "mg", "weeks" are 10080 × "minute"."""

    base: str
    factor: float


def unit_of(surface: str) -> Unit | None:
    """The unit that ``surface`` writes (without what it is counted per), or None."""
    key = surface.lower().strip().rstrip(".")
    if key in _MASS:
        return Unit("mg", _MASS[key])
    if key in _MINUTES:
        return Unit("minute", _MINUTES[key])
    if key in _MONTHS:
        return Unit("month", _MONTHS[key])
    if key in _OTHERS:
        base, factor = _OTHERS[key]
        return Unit(base, factor)
    return None


TIME_BASES = frozenset(("minute", "month"))
SPELLED = sorted({*_MASS, *_MINUTES, *_MONTHS, *_OTHERS}, key=len, reverse=True)
TIMES = sorted({*_MINUTES, *_MONTHS}, key=len, reverse=True)
