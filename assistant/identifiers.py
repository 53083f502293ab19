"""Personal identifiers in a message: found and masked, so that logs and history don't keep them. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTH = (
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic)[a-z]*|enero|febrero|marzo|abril|mayo|junio|julio|"
    r"agosto|septiembre|octubre|noviembre|diciembre)"
)
_DATE = (
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: de| of)? {_MONTH}\.?,?(?: de)? \d{{4}}|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})"
)
_BORN = (
    r"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?|birth ?date|birthday|fecha de nacimiento|nacid[oa](?: el)?|naci[óo] el|nac\.)"
    r"\W{0,4}(?:is |es )?"
)
_RECORD = (
    r"\b(?:mrn|nhs|nhc|ssn|dni|nie|curp|medicare|"
    r"(?:(?:medical|hospital|patient|case|insurance|health) )?(?:record|chart|file|id|card|policy|account)|"
    r"patient|hospital|case|insurance|social security|historia(?: cl[ií]nica)?|expediente|seguro social|"
    r"n[úu]mero de (?:historia|expediente|paciente|seguro))"
    r"(?:\s*(?:no\.?|nr\.?|num(?:ber|ero)?|n[úu]mero|nº|n°|id|#))?\W{0,3}(?:is |es )?"
)
_RECORD_NUMBER = r"(?P<secret>(?=[A-Z0-9-]*\d{4}|\d{3} \d{3} \d{4})[A-Z0-9]+(?:[ -]\d{2,})*)\b"
_PHONE = (
    r"(?<![\w.,/-])(?P<secret>(?:\+\d{1,3}[ .-]?|\d[ .-])?(?:\(\d{2,4}\)[ .-]?|\d{2,4}[ .-])\d{3,4}[ .-]?\d{3,4}"
    r"(?:[ .-]?\d{2,3})?)(?![\w/-]|[.,]\d)"
)
_NAME = r"(?-i:[A-ZÁÉÍÓÚÑ][a-záéíóúñ'’-]+)"
_NAMES = rf"{_NAME}(?: (?:de |la |del |van |von )?{_NAME}){{0,3}}"
_NAMED = (
    r"\b(?i:my (?:full )?name is|name(?: is)?\s*:|patient(?:'s)? name(?: is)?:?|i am called|me llamo|mi nombre es|"
    r"(?:patient|she|he|woman|wife|husband|mother|father|lady|man) (?:is )?(?:called|named)|"
    r"se llama|nombre\s*:|paciente\s*:|patient\s*:)\s+"
)

# kind, pattern; the group "secret" is masked, the words before it stay.
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("EMAIL", re.compile(r"(?P<secret>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")),
    ("DATE_OF_BIRTH", re.compile(rf"{_BORN}(?P<secret>{_DATE})", re.IGNORECASE)),
    ("RECORD_NUMBER", re.compile(_RECORD + _RECORD_NUMBER, re.IGNORECASE)),
    ("RECORD_NUMBER", re.compile(r"(?<![\w.-])(?P<secret>\d{3}-\d{2}-\d{4})(?![\w-])")),
    ("PHONE", re.compile(_PHONE)),
    ("PHONE", re.compile(r"(?<![\w.,/-])(?P<secret>\+?\d{9,13})(?![\w/-]|[.,]\d)")),
    ("NAME", re.compile(rf"{_NAMED}(?P<secret>{_NAMES})")),
    ("NAME", re.compile(rf"\b(?i:mrs?|ms|miss|mx|sra?|srta|do[nñ]a?)\.? (?P<secret>{_NAMES})")),
    ("NAME", re.compile(rf"\b(?:[Pp]atient|[Pp]aciente|[Pp]t) (?P<secret>{_NAME} {_NAME})")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """A text whose identifiers read "[NAME]", "[PHONE]" and so on; ``kinds`` in order of first appearance by rule."""

    text: str
    kinds: tuple[str, ...] = ()


_PLACEHOLDER = re.compile(r"\[[A-Z_]{3,}\]")


def mask_identifiers(text: str) -> Masked:
    """The text without names, dates of birth, record numbers, telephone numbers and mail addresses of persons."""
    kinds: list[str] = []
    for kind, pattern in _RULES:
        masked = pattern.sub(lambda match, kind=kind: _masked(match, kind), text)  # type: ignore[misc]
        if masked != text:
            kinds.append(kind)
            text = masked
    return Masked(text=text, kinds=tuple(dict.fromkeys(kinds)))


def _masked(match: re.Match[str], kind: str) -> str:
    start, end = match.span("secret")
    whole = match.group()
    return whole[: start - match.start()] + f"[{kind}]" + whole[end - match.start() :]


def without_identifiers(text: str) -> str:
    """The text as a question: sentences that only introduce a person are left out, identifiers elsewhere are dropped.

    The whole masked text if nothing else is left.
    """
    masked = mask_identifiers(text)
    if not masked.kinds:
        return text
    sentences = re.split(r"(?<=[.!?;\n])\s+", masked.text)
    kept = [sentence for sentence in sentences if "?" in sentence or not _PLACEHOLDER.search(sentence)]
    question = " ".join(" ".join(_PLACEHOLDER.sub(" ", sentence).split()) for sentence in kept).strip()
    return question or masked.text
