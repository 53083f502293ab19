"""Questions about the answer or the library, told from questions about medicine: "what's the source?", "who reviewed it?".

A turn counts only if the whole of it fits a wording (``about_wordings.yaml``) once sources are recognised by name, so that
"what is the source of bone pain?" goes on to the documents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from assistant.answers import Audience, CitedAnswer, Question, Response, Turn
from assistant.followups.topical import named_by_topic
from assistant.urgency.smalltalk import read_smalltalk
from assistant.words.language import fold
from ingest.documents import Source, SourceAudience

_WORDINGS = Path(__file__).with_name("about_wordings.yaml")
_LIST = re.compile(r"\{(it|page|ones|say|docs|n)\}")
_MARK = "§"
_NUMBER = re.compile(r"\[(\d{1,2})\]|\b(?:source|reference|citation|number|fuente|referencia)s? (\d{1,2})\b")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "primera": 1, "segunda": 2, "tercera": 3}
_INITIALS = 2
_LOOKED_BACK = 3
_TAIL = r"s?(?: (?:pages?|documents?|sources?|site|website|article|guidelines?|summary|summaries|blog|ones?|text))?"


class AboutKind(StrEnum):
    """What is asked about the answer or the library."""

    SOURCE = "source"
    DATE = "date"
    REVIEW = "review"
    AUTHOR = "author"
    QUOTE = "quote"
    SHORTER = "shorter"
    PLAIN = "plain"
    SPANISH = "spanish"
    ENGLISH = "english"
    DOCUMENTS = "documents"
    MENTIONS = "mentions"
    NEWEST = "newest"
    OLDEST = "oldest"


# Asked of the library, so no answer need stand before them.
LIBRARY_KINDS = frozenset({AboutKind.DOCUMENTS, AboutKind.MENTIONS, AboutKind.NEWEST, AboutKind.OLDEST})
# Asked of a page, be it that of an answer or one of the library.
PAGE_KINDS = frozenset({AboutKind.DATE, AboutKind.REVIEW, AboutKind.AUTHOR})
# The last question asked again in another way.
AGAIN_KINDS = frozenset({AboutKind.SHORTER, AboutKind.PLAIN, AboutKind.SPANISH, AboutKind.ENGLISH})


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutQuestion:
    """A question about the answer or the library.

    ``source_ids`` are the sources that it names, empty for those of the last answer; ``numbers`` the citations that it
    names ("[2]"); ``term`` what "mentions …" looks for, as typed.
    """

    kind: AboutKind
    source_ids: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    term: str = ""


@lru_cache(maxsize=1)
def _raw() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(_WORDINGS.read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[AboutKind, re.Pattern[str]], ...]:
    lists: dict[str, str] = _raw()["lists"]

    def filled(text: str) -> str:
        while _LIST.search(text):
            text = _LIST.sub(lambda match: lists[match.group(1)], text)
        return text

    return tuple(
        (AboutKind(kind), re.compile(filled(wording))) for kind, wordings in _raw()["kinds"].items() for wording in wordings
    )


def about_words(language: str) -> dict[str, str]:
    """The sentences that answers about the answer are made of."""
    forms: dict[str, dict[str, str]] = _raw()["words"]
    return forms.get(language, forms["en"])


def read_about(question: Question, sources: Sequence[Source] = ()) -> AboutQuestion | None:
    """What a turn asks about the answer or the library; None for any other question.

    Without an answer before it, only a question that names a source or asks about the library counts.
    """
    flat = _bare(question.text)
    marked, source_ids = _with_marks(flat, sources)
    found = _fitting(marked) or _fitting(flat)
    if found is None:
        return None
    kind, match = found
    term = next((value for name, value in match.groupdict().items() if name.startswith("term") and value), "")
    term = _unmarked(term, question.text)
    if kind is AboutKind.MENTIONS and (not term or _is_clause(term)):
        return None
    if kind not in LIBRARY_KINDS and not source_ids and not _answered(question.history):
        return None
    return AboutQuestion(kind=kind, source_ids=source_ids, numbers=_numbers(flat), term=term)


@lru_cache(maxsize=4096)
def _bare(text: str) -> str:
    """Folded, apostrophes and end marks dropped, openings and closings taken off."""
    flat = re.sub(r"\s+", " ", fold(text).replace("'", "")).strip(" ?!.¿¡,;:")
    for _ in range(3):
        flat = re.sub(rf"^(?:{_raw()['openings']})\b[\s,.!]*(?=\S)", "", flat) or flat
        flat = re.sub(rf"(?<=\S)[\s,]+(?:{_raw()['closings']})$", "", flat)
    return flat.strip(" ?!.,;:")


@lru_cache(maxsize=4096)
def _fitting(flat: str) -> tuple[AboutKind, re.Match[str]] | None:
    return next(((kind, match) for kind, pattern in _patterns() if (match := pattern.fullmatch(flat))), None)


def _is_clause(term: str) -> bool:
    """True where "mentions …" goes on as a question of its own, or points to nothing that can be looked for."""
    return bool(re.search(r"\b(?:is|are|should|can|does|do|how|why|when|if)\b", fold(term))) or fold(term) in {
        "it",
        "that",
        "this",
        "them",
    }


def _unmarked(term: str, typed: str) -> str:
    if not term or _MARK in term:
        return ""
    start = fold(typed).replace("'", "").find(term)
    return typed[start : start + len(term)].strip(" ?!.") if start >= 0 and "'" not in typed else term


def _answered(history: Sequence[Turn]) -> bool:
    return any(turn.role == "assistant" and turn.content.strip() for turn in history)


def _numbers(flat: str) -> tuple[int, ...]:
    found = [int(match.group(1) or match.group(2)) for match in _NUMBER.finditer(flat)]
    found += [
        number
        for word, number in _ORDINALS.items()
        if re.search(rf"\b(?:the|la) {word} (?:one|source|document|page|citation|reference)", flat)
    ]
    return tuple(dict.fromkeys(found))


# -- sources by name ----------------------------------------------------------------------------------------------------


def sources_named(text: str, sources: Sequence[Source]) -> tuple[str, ...]:
    """The ids of the sources that a question names."""
    return _with_marks(_bare(text), sources)[1]


def _with_marks(flat: str, sources: Sequence[Source]) -> tuple[str, tuple[str, ...]]:
    """The turn with each source's name as one mark, and the ids of the sources named."""
    named: list[str] = []
    spans: list[tuple[int, int]] = []
    for alias, source_id in _aliases(tuple(sources)):
        if alias not in flat:
            continue
        for match in re.finditer(
            rf"(?<!\w)(?:the |el |la |los |las |pagina (?:de(?:l)? )?(?:la )?)*{re.escape(alias)}{_TAIL}(?!\w)", flat
        ):
            spans.append(match.span())
            named.append(source_id)
    for start, end, source_id in [] if named else named_by_topic(flat, sources):
        spans.append((start, end))
        named.append(source_id)
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if _MARK not in flat[start:end] and end <= len(flat):
            flat = flat[:start] + _MARK * (end - start) + flat[end:]
    return re.sub(f"{_MARK}+", _MARK, flat), tuple(dict.fromkeys(named))


@lru_cache(maxsize=8)
def _aliases(sources: tuple[Source, ...]) -> list[tuple[str, str]]:
    """How people call a source: publisher, its initials, title; "patient page" and the like for an audience."""
    found: list[tuple[str, str]] = []
    for source in sources:
        publisher = fold(source.publisher or "").replace("'", "")
        initials = "".join(word[0] for word in publisher.split())
        names = {publisher, publisher.replace(".", ""), publisher.replace(".", " "), fold(source.title), source.source_id}
        names |= {publisher.replace(". ", "."), publisher.replace(". ", " ")}
        if len(initials) > _INITIALS:
            names.add(initials)
        if source.audience is SourceAudience.PATIENT:
            names |= {"patient page", "patient pages", "patient information"}
        found += [(name, source.source_id) for name in names if len(name) > _INITIALS]
    return sorted(found, key=lambda pair: -len(pair[0]))


# -- the question before ------------------------------------------------------------------------------------------------


def asked_before(question: Question, sources: Sequence[Source] = ()) -> Question | None:
    """The question that the last answer answered, with the conversation up to it; None if there is none.

    Small talk and other questions about the answer are passed over.
    """
    turns = question.history
    for position in range(len(turns) - 1, -1, -1):
        turn = turns[position]
        if turn.role != "user" or not turn.content.strip():
            continue
        earlier = replace(question, text=turn.content, history=turns[:position])
        talking = any(one.role == "assistant" for one in earlier.history)
        if read_smalltalk(turn.content, talking=talking) is None and read_about(earlier, sources) is None:
            return earlier
    return None


def of_pages_before(
    about: AboutQuestion, question: Question, answer: Callable[[Question], Response | None], sources: Sequence[Source] = ()
) -> AboutQuestion:
    """The question about the pages that one before it named: "which one mentions X?" + "who wrote it?"; else as it is."""
    before = None if about.kind not in PAGE_KINDS or about.source_ids or about.numbers else _pages_asked(question, sources)
    told = answer(before) if before else None
    if not isinstance(told, CitedAnswer):
        return about
    return replace(about, source_ids=tuple(dict.fromkeys(citation.source.source_id for citation in told.citations)))


def _pages_asked(question: Question, sources: Sequence[Source]) -> Question | None:
    """The last question, if it names pages or asks for some; questions about those pages are passed over."""
    for position in range(len(question.history) - 1, -1, -1):
        turn = question.history[position]
        if turn.role != "user":
            continue
        earlier = replace(question, text=turn.content, history=question.history[:position])
        before = read_about(earlier, sources)
        if before is None or before.kind not in LIBRARY_KINDS | PAGE_KINDS:
            return None
        if before.kind in LIBRARY_KINDS or before.source_ids:
            return earlier
    return None


def last_answered(
    before: Question | None, answer: Callable[[Question], Response], sources: Sequence[Source] = ()
) -> Response | None:
    """What the latest question that was answered got, ``before`` first; what ``before`` got, if none of the last was."""
    found: list[Response] = []
    while before and len(found) < _LOOKED_BACK and not (found and isinstance(found[-1], CitedAnswer)):
        found.append(answer(before))
        before = asked_before(before, sources)
    return next((one for one in found if isinstance(one, CitedAnswer)), found[0] if found else None)


def asked_again(about: AboutQuestion, question: Question, sources: Sequence[Source] = ()) -> Question | None:
    """The question before, to be answered in plain words or in another language; None for other kinds."""
    before = asked_before(question, sources)
    if before is None or about.kind not in AGAIN_KINDS:
        return None
    if about.kind is AboutKind.PLAIN:
        return replace(before, audience=Audience.PATIENT)
    if about.kind in {AboutKind.SPANISH, AboutKind.ENGLISH}:
        return replace(before, language="es" if about.kind is AboutKind.SPANISH else "en")
    return before
