"""A document that a library has in another edition under the same source id: both are kept, the older one is superseded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.documents import Document
from ingest.errors import IngestError
from ingest.parse.choose import parse_file

_WORD = re.compile(r"[^\W\d_]{4,}")
_LEAST_SHARED = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """The id under which another edition is taken in, that of the newest one held, and whether it is newer than that."""

    source_id: str
    newest: str
    is_newer: bool


def find_renewal(document: Document, known: Mapping[str, Path], *, max_bytes: int) -> Renewal | None:
    """How a document can stand beside those that the library holds under its id; None where they aren't told to be editions."""
    own = document.source
    family = re.compile(rf"{re.escape(own.source_id)}(?:-\d{{4}}(?:-\d\d-\d\d)?)?")
    held = [(source_id, _opened(path, max_bytes)) for source_id, path in known.items() if family.fullmatch(source_id)]
    dated = [(other.source.dated, source_id, other) for source_id, other in held if other is not None and other.source.dated]
    if own.dated is None or not dated:
        return None
    _, newest, other = max(dated, key=lambda one: one[:2])
    is_newer = is_renewed(document, other)
    names = (f"{own.source_id}-{own.dated.year}", f"{own.source_id}-{own.dated.isoformat()}")
    source_id = next((name for name in names if name not in known), None)
    return None if is_newer is None or source_id is None else Renewal(source_id=source_id, newest=newest, is_newer=is_newer)


def _opened(path: Path, max_bytes: int) -> Document | None:
    """A document of the library; None for one that can't be read, or whose own text gives it its id."""
    try:
        document = parse_file(path, max_bytes=max_bytes)
    except IngestError:
        return None
    is_given = path.suffix.lower() in {".md", ".markdown"} and "source_id" not in document.source.inferred
    return None if is_given else document


def is_renewed(document: Document, other: Document) -> bool | None:
    """Whether a document is a newer edition than another, False for an older one; None where they aren't told to be editions.

    They are where no person gave the first its id, title and publisher are the same, the days differ, and the texts share words.
    """
    own, old = document.source, other.source
    named = (own.title.casefold(), own.publisher, own.language) == (old.title.casefold(), old.publisher, old.language)
    if "source_id" not in own.inferred or not named or own.dated is None or old.dated is None or own.dated == old.dated:
        return None
    return own.dated > old.dated if _is_alike(document, other) else None


def _is_alike(one: Document, other: Document) -> bool:
    """Whether what two documents say has a good part of its words in common."""
    first, second = _words(one), _words(other)
    return len(first & second) >= _LEAST_SHARED * max(len(first | second), 1)


def _words(document: Document) -> frozenset[str]:
    spans = (block.span for section in document.sections for block in section.blocks)
    return frozenset(word.casefold() for span in spans for word in _WORD.findall(document.text[span.start : span.end]))
