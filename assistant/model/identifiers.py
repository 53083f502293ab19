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
_YEAR = rf"(?:{_MONTH}(?: de)? )?(?:19|20)\d\d"
_BORN = (
    r"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?|birth ?date|birthday|fecha de nacimiento|nacid[oa](?: el)?|"
    r"nac(?:i[óo]|[íi]) el|nac\.)\W{0,4}(?:is |es )?"
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
# What stands with a capital and names no person: "I am Stage Four", "my mother Has pain", "Bone Metastases, 56 years".
_NO_NAME = (
    r"(?!(?i:stage|grade|type|phase|class|(?:\w+[- ])?(?:posi|nega)tiv[eoa]s?|cancer|estadio|grado|fase|tipo|disease|failure|"
    r"syndrome|therapy|treatment|(?:wo)?m[ae]n|lady|girl|boy|(?:fe)?male|adult|child|\w+(?:static|stases|stasis|pausal|ology|itis|a?emia|opathy|osis)|"
    r"on|in|at|not|now|the|has|had|is|was|can|could|may|should|would|will|says|said|asks|asked|needs|takes|took|gets|got|right|"
    r"puede|tiene|debe|toma|está)\b)"
)
_NAME = rf"(?-i:{_NO_NAME}[A-ZÀ-ÞĀ-ſ](?:['’](?=[A-Z][a-z])[A-ZÀ-ÞĀ-ſ])?[a-zß-ÿĀ-ſ]+(?:-?[A-ZÀ-Þ][a-zß-ÿĀ-ſ]+)*)"
_NAMES = rf"{_NAME}(?: (?:de |la |los |del |van |von |der ){{0,2}}{_NAME}){{0,3}}"
_FULL_NAME = rf"{_NAME} (?:(?-i:[A-Z]\.) )?(?:(?:de |la |los |del |van |von |der ){{0,2}}{_NAME} ?){{1,2}}(?<! )"
# A name in small letters is one only behind words that can announce nothing else.
_SMALL_NAME = (
    r"(?!(?:and|but|not|on|in|at|the|a|y|pero|no)\b)[a-zß-ÿ'’-]{2,20}"
    r"(?: (?!(?:and|but|i|im|with|who|from|aged|age|born|is|has|y|con|tengo|soy|de)\b)[a-zß-ÿ'’-]{2,20}){0,2}"
)
_KIN = (
    r"\b(?i:my|our|his|her|mi|su|nuestra|nuestro) (?i:mother|mum|mom|father|dad|wife|husband|partner|daughter|son|sister|brother|"
    r"aunt|uncle|grandmother|grandma|grandfather|grandpa|cousin|friend|neighbou?r|patient|madre|padre|mam[áa]|pap[áa]|esposa|"
    r"esposo|mujer|marido|pareja|hija|hijo|hermana|hermano|abuela|abuelo|t[íi]a|t[íi]o|prima|primo|amiga|amigo|vecina|vecino|"
    r"paciente),? "
)
_BEHIND_NAME = r",? here\b|,? (?:is )?\(?\d{1,3} ?(?:y\b|yo\b|y/o|yrs?\b|years?\b|años\b|[FM]\b)"
_STREET = (
    rf"\b\d{{1,4}}[A-Z]?,? {_NAMES} (?i:street|st\.?|road|rd\.?|avenue|ave\.?|lane|drive|court|square|terrace|crescent)(?!\w)"
    rf"|\b(?i:calle|avenida|av\.|plaza|paseo|carrer) {_NAMES},? (?:n[º°]\.? ?)?\d{{1,4}}\b"
)
_NAMED = (
    r"\b(?i:my (?:full )?name is|my name'?s|(?<!brand )(?<!generic )(?<!trade )(?<!drug )(?<!the )name(?: is)?\s*[:–-]|"
    r"patient(?:'s)? name(?: is)?:?|i am called|me llamo|mi nombre es|"
    r"(?:patient|she|he|woman|wife|husband|mother|father|lady|man) (?:is )?(?:called|named)|"
    r"se llama|nombre\s*:|paciente\s*:|patient\s*:)\s+"
)

# A number of few digits, or with letters in it, is a person's only behind its label.
_IDENTITY = (
    r"\b(?:mrn|ssn|dni|nie|nhc|passport|pasaporte)(?:\s*(?:no\.?|number|n[úu]mero|nº|n°|#))?\W{0,3}(?:is |es )?"
    r"(?P<secret>(?=(?:[A-Z -]*\d){4})[A-Z0-9]+(?:[ -][A-Z]*\d[A-Z0-9]*)*)\b"
)
_SHORT_PHONE = (
    r"\b(?:(?:tele)?phone|tel[ée]fono|tel|cell|mobile|m[óo]vil|call me(?: (?:at|on))?|ll[áa]m[ae]me al?)"
    r"(?: number)?\W{0,3}(?:is |es )?(?P<secret>\d{3}[ -]\d{3,4}(?:[ -]\d{2,4})?)(?![\w/-])"
)

# kind, pattern; the group "secret" is masked, the words before it stay.
_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("EMAIL", re.compile(r"(?P<secret>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")),
    ("DATE_OF_BIRTH", re.compile(rf"{_BORN}(?P<secret>{_DATE})", re.IGNORECASE)),
    ("DATE_OF_BIRTH", re.compile(rf"\b(?:born|nac[íi]|nacid[oa]) (?:in|en) (?P<secret>{_YEAR})\b", re.IGNORECASE)),
    ("DATE_OF_BIRTH", re.compile(r"\bb\. ?(?P<secret>\d{1,2}[./-]\d{1,2}[./-]\d{2,4})(?![\w/-])")),
    ("RECORD_NUMBER", re.compile(_RECORD + _RECORD_NUMBER, re.IGNORECASE)),
    ("RECORD_NUMBER", re.compile(r"(?<![\w.-])(?P<secret>\d{3}-\d{2}-\d{4})(?![\w-])")),
    ("RECORD_NUMBER", re.compile(_IDENTITY, re.IGNORECASE)),
    ("PHONE", re.compile(_PHONE)),
    ("PHONE", re.compile(_SHORT_PHONE, re.IGNORECASE)),
    ("ADDRESS", re.compile(rf"(?P<secret>{_STREET})")),
    ("PHONE", re.compile(r"(?<![\w.,/-])(?P<secret>\+?\d{9,13})(?![\w/-]|[.,]\d)")),
    ("NAME", re.compile(rf"{_NAMED}(?P<secret>{_NAMES})")),
    ("NAME", re.compile(rf"\b(?i:mrs?|ms|miss|mx|sra?|srta|do[nñ]a?)\.? (?P<secret>{_NAMES})")),
    ("NAME", re.compile(rf"\b(?:[Pp]atient|[Pp]aciente|[Pp]t) (?P<secret>{_NAME} (?:{_NAME}|[A-Z]\.))")),
    ("NAME", re.compile(rf"\b(?i:my (?:full )?name is|i am called|me llamo|mi nombre es) (?P<secret>{_SMALL_NAME})")),
    ("NAME", re.compile(rf"\b(?i:i am|i['’]?m|this is|soy) (?!\w+ing\b)(?P<secret>{_FULL_NAME})")),
    ("NAME", re.compile(rf"{_KIN}(?P<secret>{_FULL_NAME})")),
    ("NAME", re.compile(rf"{_KIN}(?P<secret>{_NAME})(?=,? (?:is|has|was|had|needs|who|\d\d|tiene|está|tuvo|que)\b|\s*$)")),
    ("NAME", re.compile(rf"(?:^|(?<=[.!?,;\n] ))(?P<secret>{_FULL_NAME})(?={_BEHIND_NAME})")),
    ("NAME", re.compile(r"\b(?i:name|nombre)\s*[:–-]?\s+(?P<secret>[A-Z][A-Z'’-]+,? [A-Z][A-Za-z'’-]+)")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Masked:
    """A text whose identifiers read "[NAME]", "[PHONE]" and so on; ``kinds`` in order of first appearance by rule."""

    text: str
    kinds: tuple[str, ...] = ()


_TELLING = 2
# Words that go with an identifier and tell nothing more.
_INTRODUCES = re.compile(
    r"\b(?:hi|hello|hola|my|name|is|i|i['’]?m|am|this|here|from|and|me|call|at|on|the|mr|mrs|ms|born|dob|mrn|nhs|ssn|number|phone|"
    r"tel|e-?mail|mail|address|lives?|y|mi|nombre|es|soy|llamo|nací|el|en|vivo|llámame|al?)\b",
    re.IGNORECASE,
)
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
    """The text as a question: what only introduces a person is left out, identifiers elsewhere are dropped.

    The whole masked text if nothing else is left.
    """
    masked = mask_identifiers(text)
    if not masked.kinds:
        return text
    kept = (_without_person(sentence) for sentence in re.split(r"(?<=[.!?;\n])\s+", masked.text))
    return " ".join(sentence for sentence in kept if sentence) or masked.text


def _without_person(sentence: str) -> str:
    """The sentence without the person; empty if it asks nothing and tells nothing else."""
    bare = re.sub(r"\s+(?=[,.;:?!])", "", " ".join(_PLACEHOLDER.sub(" ", sentence).split()))
    told = re.findall(r"\w+", _INTRODUCES.sub(" ", bare))
    return bare if _PLACEHOLDER.search(sentence) is None or "?" in bare or len(told) >= _TELLING else ""
