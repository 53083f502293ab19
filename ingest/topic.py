"""What a document is about where only its title says so: "Gout flares in adults" over sections that never name gout. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.documents import Document, Statement
from ingest.patterns import word_set

_WORD = re.compile(r"[^\W\d_]{4,}")
_JOINED_WORD = re.compile(r"[^\W\d_]+(?:[-–'’][^\W\d_]+)*")
_SIDE_BY_SIDE = re.compile(
    r"\s+(?:\d+\s+|(?:of|in|on|for|with|from|during|after|de|del|en|con|para)\s+(?:(?:the|an?|el|la|los|las)\s+)?)?",
    re.IGNORECASE,
)
_STEM, _FEW = 5, 2
_SAYS_NOTHING = word_set(
    """
    about acute adult adults advice aged anyone approach appropriate best better care child children chronic clinic clinical
    clinicians common consensus current diagnosis diagnose document edition elderly evidence evidence-based first frequently from
    further general guidance guide guideline guidelines handbook have health healthcare hospital infants information initial
    international interim latest leaflet local management manage manual medical medicine men method methods national need options
    older overview pathway patient patients people person persons plan policy position practical practice prevention primary
    professionals protocol quality quick randomised randomized recommendation recommendations recommended reference report review
    second secondary services should standard standards statement study summary survey their therapies therapy these this tool
    toolkit treatment treatments trial trust update updated version ward what when which with women working young your
    adultos adulto atención clínica clínico cuál cuáles cuidado cuidados desde diagnóstico documento general guía guías
    hombres información manejo mayores médica médico mujeres niños opciones paciente pacientes para personas plan práctica
    prevención protocolo recomendaciones recomendado recomendada recomendadas recomendados resumen salud sobre terapia terapias
    tratamiento tratamientos
    """
)
"""Words of titles that name a kind of document, its readers or what is done, but no thing."""


def telling_words(title: str) -> list[str]:
    """The words of a title that name a thing, small letters, in order."""
    return [word.lower() for word in _WORD.findall(title) if word.lower() not in _SAYS_NOTHING and not _is_doing(word)]


def phrases_told(title: str) -> list[tuple[str, ...]]:
    """The words of a title that name a thing, small letters, phrase by phrase: "Gout and lung abscess" → (gout), (lung, abscess).

    Of words that are joined ("long-term") none tells a thing by itself, unless only the last is long: "pre-eclampsia".
    """
    phrases: list[list[str]] = []
    end = -1
    for match in _JOINED_WORD.finditer(title):
        told = telling_words(match.group())
        parts = [part for part in re.split(r"[-–'’]", match.group()) if _WORD.fullmatch(part)]
        if not told or len(parts) > 1:
            continue
        if phrases and end >= 0 and _SIDE_BY_SIDE.fullmatch(title[end : match.start()]):
            phrases[-1] += told
        else:
            phrases.append(told)
        end = match.end()
    return [tuple(phrase) for phrase in phrases]


def topic_of(document: Document) -> str:
    """The document's title, if it names a thing that no heading and no block names; else empty.

    Where headings or text name it, what stands under them is found by that, and the title adds nothing.
    """
    title = document.source.title
    telling = telling_words(title)
    if not telling:
        return ""
    said = " ".join(
        " ".join((*section.heading_path, *(document.text[block.span.start : block.span.end] for block in section.blocks)))
        for section in document.sections
    ).lower()
    return title if any(word[:_STEM] not in said for word in telling) else ""


def topics_of(document: Document, statements: Sequence[Statement]) -> list[str]:
    """The topic of each statement: the title, where only that names what all, or hardly more than what this one, is about.

    The name of a medicine over a section "Your kidneys" goes with every statement there that doesn't name it.
    """
    title = document.source.title
    if topic := topic_of(document):
        return [topic] * len(statements)
    telling = telling_words(title)
    if not 0 < len(telling) <= _FEW or len(telling) * 2 < len(title.split()):
        return [""] * len(statements)
    return [title if any(word[:_STEM] not in _said_by(one) for word in telling) else "" for one in statements]


def _said_by(statement: Statement) -> str:
    return " ".join((*statement.heading_path, statement.lead_in, statement.antecedent, statement.text)).lower()


def _is_doing(word: str) -> bool:
    """Whether a word of an English title names an activity ("living", "taking")."""
    return word.lower().endswith("ing")
