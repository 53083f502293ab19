"""What a page says of itself in plain words → publisher, kind, audience, language. By general patterns only."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.documents import Reference, SourceAudience, SourceKind
from ingest.patterns import any_of, word_set

_CAPITAL = r"(?:[A-Z]\.(?= [A-Z])|[A-Z][\w&'’-]*(?:\.[A-Z][\w-]*)*)"
_NAME = rf"(?P<name>(?:Dr\.? ?)?{_CAPITAL}(?:(?: of| for| and| the| on| &| de| del| la)* {_CAPITAL}){{0,8}})"
_YEARS = r"(?:(?:19|20)\d\d)?(?:\s*[-–]\s*(?:19|20)?\d\d)?,?"
_PUBLISHER = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        (rf"(?:[Pp]ublished by|[Pp]ublisher:|[Aa] publication of)\s+(?:[Tt]he )?{_NAME}", 5),
        (rf"(?:©|\([cC]\)|[Cc]opyright)\s*(?:©\s*)?{_YEARS}\s*(?:by )?(?:[Tt]he )?{_NAME}", 4),
        (rf"^(?:[Pp]ackager|[Mm]anufacturer|(?:[Dd]istributed|[Mm]anufactured|[Mm]arketed) (?:by|for)):?\s+{_NAME}", 3),
        (rf"(?:[Tt]he )?{_NAME}(?:,? (?:Inc|LLC|Ltd)\.?,?)? assumes? no\b", 4),
        (rf"(?:[Tt]he )?{_NAME} (?:(?:is|are) not (?:liable|responsible)|does not (?:provide|offer|give))\b", 4),
        (rf"(?:[Tt]he )?{_NAME} (?:medical information )?is copyrighted", 4),
        (rf"(?:[Tt]he )?{_NAME} (?:medical|editorial|content|clinical)(?: and \w+)?(?: \w+)? (?:team|staff|board)", 4),
        (rf"\b{_NAME}\. All [Rr]ights [Rr]eserved", 4),
        (rf"(?:involved with|support|donate to|contact|about) the {_NAME}", 2),
    )
)
_HOLDER = 2
_PART_OF = re.compile(r"\b(?:Service|Department|Unit|Team|Clinic|Board|Committee|Ward)$")
_APART = re.compile(r"\s+[|·•–—]\s+|\s{3,}")
_PERSON = re.compile(rf"\b(?:[Rr]eviewed|[Ww]ritten|[Aa]uthored|[Pp]osted|[Ee]dited|[Cc]hecked) by:?\s+{_NAME}")
_ORGANISATION = re.compile(
    r"\b(?:Society|Institutes?|Association|College|Clinic|Hospitals?|University|Authority|Commission|Infirmary|Collaborative|NHS|Foundation|Network|Agency|Organi[sz]ation|Cent(?:er|re)s?|"
    r"Academy|Council|Ministry|Department|Trust|Board|Service|Alliance|Federation|Sociedad|Instituto|Asociación|Fundación|Ministerio)\b"
    r"|^(?:\S+ ){2,}(?<!Mental )(?<!Public )(?<!Sexual )(?<!Oral )(?<!Child )Health(?:care)?$"
)
_OFFICE = re.compile(
    r"^(?:[A-Z][\w’'&-]*(?: and| of| for|,)? ){1,6}"
    r"(?:Unit|Department|Service|Clinic|Team|Directorate|Ward|Division|Hospitals?|Trust|Group)$|"
    r"^(?:Department|Division|Unit|Section|Servicio|Unidad|Departamento) (?:of|de)\b(?: [\w’'&-]+){1,6}$"
)
_BOARD = re.compile(
    r"\s+(?:Medical|Editorial|Content|Clinical)(?:\s+(?:Advisory|Review|Editorial))?(?:\s+(?:Board|Team|Staff))?(?:\s+(?:&|and)\s+\w+)?$"
)
_AFFILIATION = re.compile(
    r"(?:^|[\s.;])(?:[¹²³⁰⁴-⁹ᵃ-ᵿ]+|\[\d{1,2}\]|\d{1,2})\s?(?=[A-Z][a-z]+)[^|]*,|"
    r"(?i:\b(?:correspond\w+|e-?mail)\b)|\S@\S|"
    r"(?i:\b(?:endorsed|funded|supported|sponsored|adapted|approved|ratified|avalado|financiado) (?:by|from|por)\b)|"
    r"^(?i:consult(?:ed|ees|ation)|approved|ratified|authori[sz]ed|circulated|distribution|applies)\b"
)
_SMALL = word_set("of for and the on in at de del la las los el y e")
_MOST_HEAD_WORDS, _LEAST_HEAD = 7, 4
_LEAST_SHORT, _MOST_SHORT = 2, 6
_NO_HEAD = re.compile(
    r"\d|@|/|\bet al\b|\b(?:guidelines?|guidance|protocols?|polic(?:y|ies)|procedures?|leaflets?|patient|versions?|pages?|"
    r"confidential|drafts?|printed|uncontrolled|review(?:ed)?|copyright|internal|final|issue|volume|supplement|table|appendix|"
    r"contents|reports?|date|slides?|training|programme|teaching|education|sop|standard|operating|protocolos?|guías?|página|"
    r"servicio|unidad|department|division|section|article|research|original|editorial)\b",
    re.IGNORECASE,
)
_KIND_LAST = re.compile(
    r"\b(?:guidelines?|guidance|protocols?|polic(?:y|ies)|procedures?|leaflets?|statements?|reports?|"
    r"apps?|websites?|portals?|accounts?|newsletters?|podcasts?|shops?|stores?|log-?in|jobs)$",
    re.IGNORECASE,
)
_OF_STUDY = r"(?<!study )(?<!trial )(?<!review )(?<!research )(?<!registered )(?<!search )"
_PROTOCOL = re.compile(
    rf"\b{_OF_STUDY}protocols?\b(?! (?:for|of) an? (?:\w+ ){{0,3}}(?:trial|study|review)\b)|\bprotocolos? (?:de|para)\b"
    r"|\b(?:standard operating procedures?|SOPs?|procedimientos? (?:normalizados?|operativos?))\b"
    r"|\b(?:clinical|care|integrated|treatment|referral|management|emergency|assessment|ward|patient|diagnostic|admission)"
    r" pathways?\b|\b(?:polic(?:y|ies)|pathway(?=\W*v)|polic(?:y|ies) and procedures?)\W*(?:v(?:ersion)?\.?\s?\d[\d.]*)?\W*$",
    re.IGNORECASE,
)
"""How a place of work names its own instructions; the protocol of a study is none."""
_TYPED = re.compile(
    r"^(?:(?:document )?(?:type|kind|category)|type of document):\s*(?:[\w-]+ ){0,2}(?:protocol|policy|pathway|procedure|SOP)\b",
    re.IGNORECASE | re.MULTILINE,
)
_STATE = re.compile(r"(?:The )?(?:Commonwealth|State|Crown|Government|Kingdom|Republic) (?:of|copyright)\b")
"""A state holds the rights of what one of its offices publishes."""
_TITLE_ALONE = re.compile(r"(?:Dr|Drs|Prof|Professor|Mrs?|Ms|Sr|Sra|Sister|Nurse)\.?")
_NO_NAMES = word_set("crown our the this we content copyright information all it author authors")
_FOR_CLINICIANS = any_of(
    r"""
    (?:intended|written|designed|meant) (?:only )?for (?:use by )?(?:\w+ )?(?:healthcare|medical|health|clinical) professionals
    (?:intended|written|designed|meant) (?:only )?for (?:use by )?(?:\w+ )?(?:healthcare|medical|clinical) providers
    (?:intended|written|designed|meant) (?:only )?for (?:use by )?(?:\w+ )?(?:medical|clinical) practitioners
    (?:intended|written|designed|meant) (?:only )?for (?:use by )?health care professionals
    (?:for|to) (?:clinicians|physicians|healthcare professionals) (?:only|who)
    health professional version
    """
)
_FOR_PATIENTS = any_of(
    r"""
    \byour (?:doctor|health ?care team|care team|nurse|pharmacist)\b
    patient (?:information|education|version|leaflet)|information for patients|su médico|tu médico
    """
)
_LAY = re.compile(r"\b(?:a|the) (?:doctor|health ?care team|care team|nurse|pharmacist)\b", re.IGNORECASE)
_SECOND_PERSON = re.compile(r"\b(?:you|your|yours|usted|su médico|tu|tus)\b", re.IGNORECASE)
_WORDS = {
    "en": "the of and to in is for with that are be this or may should by from which when as not",
    "es": "el la los las de que y en un una para con por del se es al como más puede son no",
    "fr": "le la les des de et à est en un une pour avec que dans sur par sont ou ne pas",
    "de": "der die das und ist von mit für auf ein eine den im nicht werden bei oder zu als sind",
    "pt": "o a os as de que e em um uma para com por do da se é não mais são ou",
    "it": "il lo la i gli le di che e in un una per con del della è non sono o come",
}
_LEAST_SECOND_PERSON = 0.002


def find_publisher(lines: Sequence[str]) -> str | None:
    """Who publishes the page, told by rights lines, disclaimers, team names and bylines; None when nothing tells."""
    stated: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for line in lines:
        for pattern, weight in _PUBLISHER:
            for match in pattern.finditer(line):
                name = _clean_name(match["name"])
                # A society holds the rights of what a company prints for it.
                stated[name] += weight + (_HOLDER if "©" in match.group(0) and _ORGANISATION.search(name) else 0)
        if _AFFILIATION.search(line):
            # Where authors work: none of them publishes.
            continue
        for match in re.finditer(_NAME, _in_small_letters(line)):
            if _ORGANISATION.search(match["name"]) and " " in _clean_name(match["name"]) and not _KIND_LAST.search(match["name"]):
                named[_clean_name(match["name"])] += 1
    # A ward or clinic of a hospital is named beside it.
    whole = Counter({name: votes for name, votes in named.items() if not _PART_OF.search(name)})
    people = [_clean_name(match["name"]) for line in lines for match in _PERSON.finditer(line)]
    # Where the page is headed by an organisation's name, whoever wrote it wrote it there.
    alone = [part.strip() for line in lines for part in _APART.split(line) if is_organisation(part) and " " in part.strip()]
    heads = [_clean_name(_in_small_letters(part)) for part in alone if not _KIND_LAST.search(part)]
    head = next((name for name in heads if not _PART_OF.search(name)), None)
    return _most(stated) or head or next((name for name in people if name), None) or _most(whole) or _most(named)


def named_in_heads(heads: Sequence[str], title: str) -> str | None:
    """Whose name a running head repeats on page after page, where nothing else says who publishes the document.

    A name: in capitals, no words of the title, no figures, no author and no kind of document.
    """
    known = set(re.findall(r"[^\W\d_]+", title.lower()))
    for head in (part.strip() for line in heads for part in re.split(r"\s+[|·•–—]\s+", line)):
        words = re.findall(r"[^\W\d_][\w’'-]*", head)
        large = [word for word in words if word.lower() not in _SMALL]
        is_name = bool(large) and all(word[0].isupper() for word in large) and len(words) <= _MOST_HEAD_WORDS
        is_long = len(words) > 1 or (head.isupper() and len(head) >= _LEAST_HEAD)
        of_title = sum(word.lower() in known for word in large)
        if is_name and is_long and of_title * 2 < len(large) and not _NO_HEAD.search(head):
            return _in_small_letters(head)
    return None


def spelled_out(name: str | None, text: str) -> str | None:
    """A publisher's name with the abbreviation that ends it in the words that ``text`` has for it after the same beginning."""
    begins, _, short = (name or "").rpartition(" ")
    if not begins or not short.isupper() or not _LEAST_SHORT <= len(short) <= _MOST_SHORT or not short.isalpha():
        return name
    words = r"(?:\s+(?:of|for|and|the|de|del|la)){0,2}\s+".join(rf"{letter}[\w’'-]+" for letter in short)
    match = re.search(rf"{re.escape(begins)}\s+{words}", text)
    return " ".join(match.group(0).split()) if match else name


def _in_small_letters(line: str) -> str:
    """A line set in capitals throughout as names are written: "HOSPITAL DE LA PAZ" as "Hospital de la Paz"."""
    if not line.isupper() or len(line.split()) < 2:  # noqa: PLR2004 - a word alone may be short for something
        return line
    return " ".join(word.lower() if word.lower() in _SMALL else word.capitalize() for word in line.split())


def is_address(text: str) -> bool:
    """Whether a text names places where people work: an organisation's name, between commas, and most words in capitals."""
    words = re.findall(r"[^\W\d_]{3,}", text)
    capitals = sum(word[0].isupper() for word in words)
    return _ORGANISATION.search(text) is not None and text.count(",") >= 1 and capitals * 3 >= 2 * len(words)


def is_organisation(line: str) -> bool:
    """Whether a line is the name of an organisation and nothing else."""
    name = line.strip()
    # Set in capitals throughout, as at the head of a page.
    match = re.fullmatch(_NAME, name.title() if name.isupper() else name)
    return match is not None and _ORGANISATION.search(match["name"]) is not None


def names_office(text: str) -> bool:
    """Whether a line is the name of a ward, a clinic or another part of a hospital, and nothing else."""
    return _OFFICE.search(text.title().replace("’S", "’s").replace("'S", "'s") if text.isupper() else text) is not None


def names_whose(line: str) -> bool:
    """Whether a line is only whose a document is: a ward, its hospital, or both."""
    parts = line.split(", ")
    return names_office(line) or (len(parts) > 1 and all(names_office(part) or is_organisation(part) for part in parts))


def _most(votes: Counter[str]) -> str | None:
    """The name with most votes, of equals the first seen; None for no name."""
    del votes[""]
    return max(votes, key=lambda name: votes[name]) if votes else None


def _clean_name(name: str) -> str:
    """A name without what surrounds it; empty when it is none."""
    if _STATE.match(name.strip()) or _TITLE_ALONE.fullmatch(name.strip()):
        return ""
    bare = _BOARD.sub("", re.sub(r"^(?:The|By|Our|This|All|We)\s+", "", name.strip()))
    is_word = all(word in _SMALL for word in bare.lower().split())
    return "" if is_word or bare.lower() in _NO_NAMES else bare.strip(" .,-")


def find_audience(body: str, furniture: str, title: str = "", *, file_name: str = "") -> SourceAudience | None:
    """Whom the page addresses: what it says of itself first, then whether it says "you"; None when it shows neither."""
    if any(_FOR_CLINICIANS.search(text) for text in (title, furniture, body)):
        return SourceAudience.CLINICIAN
    if _FOR_PATIENTS.search(title):
        return SourceAudience.PATIENT
    if is_guideline(title, furniture) or is_protocol((title, file_name), furniture):
        return SourceAudience.CLINICIAN
    words = len(body.split()) or 1
    share = len(_SECOND_PERSON.findall(body)) / words
    speaks_of_care = share > 0 and _LAY.search(body) is not None
    if _FOR_PATIENTS.search(body) or speaks_of_care or share > _LEAST_SECOND_PERSON:
        return SourceAudience.PATIENT
    return SourceAudience.CLINICIAN if re.search(r"\bpatients?\b|\bpacientes?\b", body, re.IGNORECASE) else None


def is_guideline(title: str, furniture: str) -> bool:
    """Whether the page calls itself a guideline."""
    return (
        re.search(r"^(?:[\w-]+ ){0,2}guideline\b(?! summar)", furniture, re.IGNORECASE | re.MULTILINE) is not None
        or re.search(r"\b(?:guidelines?|consensus statement|guía clínica)\b", title, re.IGNORECASE) is not None
    )


def is_protocol(names: Sequence[str], furniture: str) -> bool:
    """Whether a document is called a protocol, a policy or a pathway, by its ``names`` or where its type is stated."""
    return any(_PROTOCOL.search(re.sub(r"[-_]+", " ", name)) for name in names) or _TYPED.search(furniture) is not None


def find_kind(
    title: str,
    body: str,
    furniture: str,
    audience: SourceAudience | None,
    references: Sequence[Reference],
    *,
    file_name: str = "",
) -> SourceKind:
    """What kind of document the page is; ``file_name`` is the name of its file without the ending."""
    if audience is SourceAudience.PATIENT:
        return SourceKind.PATIENT_INFORMATION
    if is_guideline(title, furniture):
        return SourceKind.GUIDELINE
    if is_protocol((title, file_name), furniture):
        return SourceKind.PROTOCOL
    if re.search(r"^\s*(?:abstract|methods|results)\s*$", body, re.IGNORECASE | re.MULTILINE):
        return SourceKind.RESEARCH
    rests_on_guidelines = any("guideline" in (reference.kind or "") for reference in references)
    if rests_on_guidelines or re.search(r"\bclinical guidelines\b|\bguideline[- ](?:based|directed)\b", furniture, re.IGNORECASE):
        return SourceKind.GUIDELINE_SUMMARY
    return SourceKind.OTHER


def find_language(text: str) -> str:
    """The language whose commonest words the text holds most of, as a code; "en" for a text with none of them."""
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    counts = {language: sum(words[word] for word in common.split()) for language, common in _WORDS.items()}
    return max(counts, key=lambda language: counts[language]) if any(counts.values()) else "en"
