"""The lexicon of a library: the one at hand with what its documents define and name, kept beside the index once it was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assistant.retrieval.kept import keep, key_of, read_kept
from assistant.retrieval.profile_store import Profiled
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon
from assistant.words.lexicon_files import load_lexicon
from assistant.words.medicine_classes import with_classes
from assistant.words.medicines import with_medicines
from assistant.words.mined import texts_of, with_mined
from ingest.store import read_lock

_NAME = "mined.json"


def lexicon_of(index: Profiled, folder: Path, *, words: Path, is_everyday: Callable[[str], bool]) -> Lexicon:
    """The lexicon in ``words`` with the names and medicines of the index's documents: as kept in its folder, or mined and kept.

    Raises:
        IndexDamagedError: the file of mined names is cut short or changed.
        MetadataError: the lexicon can't be read.

    """
    known = load_lexicon(words)
    sources = [document.source for document in index.documents.values()]
    key = key_of(words, index.statements, beside=(source.title for source in sources))
    path = folder / read_lock(folder).generation / _NAME
    kept = read_kept(path, key)
    if kept is not None:
        mined = [_concept(entry) for entry in kept["concepts"]]
        return Lexicon((*known.concepts.values(), *mined), known.glossary) if mined else known
    texts = tuple(texts_of(index.statements, sources))
    lexicon = with_classes(with_medicines(with_mined(known, texts), texts, is_everyday=is_everyday), texts)
    new = [concept for concept_id, concept in lexicon.concepts.items() if known.concepts.get(concept_id) is not concept]
    keep(path, key, {"concepts": [asdict(concept) for concept in new]})
    return lexicon


def _concept(entry: Mapping[str, Any]) -> Concept:
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
    return Concept(**fields)
