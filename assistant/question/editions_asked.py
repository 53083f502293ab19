"""Which older editions a question asks for by name: only then are they read. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.documents import Document

_WHAT = r"(?:edition|version|guidelines?|guidance|revision|update)"
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_OLDER = re.compile(
    rf"\b(?:older|old|previous|earlier|former|superseded|prior) {_WHAT}\b|\b(?:edición|versión) anterior\b", re.IGNORECASE
)
_NAMED = re.compile(
    rf"\b(?P<year>(?:19|20)\d\d) {_WHAT}\b|\b{_WHAT} (?:of|from) (?P<of>(?:19|20)\d\d)\b"
    rf"|\b(?P<edition>{_ORDINAL} edition)\b|\b(?P<version>version \d+(?:\.\d+)*)\b",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"^\s*(?:what (?:did|does|do)|according to|in|under|by)\s+(?:the\s+)?(?P<rest>.*)$"
    r"|^(?P<before>.*?)\s+(?:in|of|from|by|under|according to)\s+(?:the\s*)?$",
    re.IGNORECASE,
)
_SAID = re.compile(r"^\W*(?:says?|said|states?|stated|recommends?|recommended)\b(?:\s+(?:on|about|for))?\s*", re.IGNORECASE)


def older_editions_asked(text: str, documents: Mapping[str, Document], superseded: Mapping[str, str]) -> frozenset[str]:
    """Ids of the superseded sources that a question names by year or edition; all of them where it asks for the older one.

    Of several those count whose title shares a word with the question, if there are any.
    """
    if not superseded:
        return frozenset()
    groups = [match.groupdict().values() for match in _NAMED.finditer(text)]
    names = {value.lower() for group in groups for value in group if value}
    is_general = _OLDER.search(text) is not None
    known = [source_id for source_id in superseded if source_id in documents]
    found = {one for one in known if is_general or any(_is_called(documents[one], name) for name in names)}
    near = {one for one in found if _words(text) & _words(documents[one].source.title)}
    return frozenset(near or found)


def without_editions(text: str) -> str:
    """The question without the words that name an edition: they are said of a document, not in it."""
    match = _NAMED.search(text) or _OLDER.search(text)
    if match is None:
        return text
    before, after = text[: match.start()], _SAID.sub("", text[match.end() :])
    told = _TELLING.match(before)
    if told is not None:
        before = told["rest"] if told["rest"] is not None else told["before"]
    kept = " ".join(f"{before} {after}".split()).strip(" ,;")
    return kept or text


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]{4,}", text.lower()) if re.fullmatch(_WHAT, word) is None}


def _is_called(document: Document, name: str) -> bool:
    source = document.source
    return name == (str(source.dated.year) if source.dated else "") or name in f"{source.title} {source.edition or ''}".lower()
