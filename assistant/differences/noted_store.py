"""A folder's register of differences in, the register over each language's documents out.

The vectors of its wordings are kept beside the index (``kept.py``).
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import numpy as np

from assistant.differences.noted import Entry, Noted
from assistant.differences.taught import read_taught
from assistant.question.asked import Asked
from assistant.retrieval.kept import keep, read_kept
from assistant.retrieval.retrieve import spelled_out
from assistant.words.language import LANGUAGES, detect_language
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems
from assistant.words.thesaurus import groups_of
from ingest.differences import NotedDifference, Register, read_register
from ingest.documents import Statement
from ingest.embed import Embeds, Vectors
from ingest.store import read_lock

_NAME = "differences.json"


class Indexed(Protocol):
    """What a register is held against: the statements of an index and the model that it was built with."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, in the index's order."""

    @property
    def embedder(self) -> Embeds:
        """The model."""


def registers_of(index: Indexed, *, corpus: Path, folder: Path, lexicon: Lexicon) -> Mapping[str, Noted]:
    """The register of a corpus by language; empty where it has none. ``folder`` is the index's.

    A changed register is embedded anew, some 10 ms a wording.

    Raises:
        MetadataError: the register can't be read.
        IndexDamagedError: the file of kept vectors is cut short or changed.

    """
    registers = {language: read_register(corpus, index.statements, language=language) for language in LANGUAGES}
    texts = {text: spelled_out(text, lexicon=lexicon) for text in _texts(registers.values())}
    if not texts:
        return {}
    vectors = _vectors(tuple(dict.fromkeys(texts.values())), folder=folder, embedder=index.embedder)

    def vector(asked: Asked) -> Vectors:
        own: Vectors = index.embedder.embed([spelled_out(asked.text, lexicon=lexicon)])[0]
        return own

    taught = read_taught()
    return {
        language: Noted(
            [_entry(one, {text: vectors[texts[text]] for text in _wordings(one)}, lexicon) for one in register.differences],
            lexicon=lexicon,
            vector=vector,
            taught=taught if taught.model == index.embedder.checksum else None,
        )
        for language, register in registers.items()
    }


def _texts(registers: Iterable[Register]) -> Iterable[str]:
    return (text for register in registers for one in register.differences for text in _wordings(one))


def _wordings(noted: NotedDifference) -> tuple[str, ...]:
    """The point by name and as people ask for it."""
    return (*noted.about.values(), *noted.asked)


def _entry(noted: NotedDifference, vectors: Mapping[str, Vectors], lexicon: Lexicon) -> Entry:
    people = {c for c in lexicon.concepts_in(noted.about["en"]) if lexicon.concepts[c].kind == "population"}
    named = frozenset[str]().union(*(lexicon.concepts_in(text) for text in vectors))
    stems = frozenset(stem for text in vectors for stem in content_stems(text, detect_language(text)))
    return Entry(
        noted=noted,
        vectors=np.stack(list(vectors.values())),
        things=frozenset(c for c in named if lexicon.concepts[c].kind != "population"),
        patients=lexicon.implied(people),
        stems=stems,
        groups=frozenset().union(*(groups_of(stems, language) for language in LANGUAGES)),
    )


def _vectors(texts: Sequence[str], *, folder: Path, embedder: Embeds) -> dict[str, Vectors]:
    """The vector of each text: as kept in the index folder, or made anew and kept."""
    key = sha256("\n".join((embedder.checksum, *texts)).encode()).hexdigest()
    path = folder / read_lock(folder).generation / _NAME
    kept = read_kept(path, key)
    if kept is not None:
        rows = np.frombuffer(b64decode(kept["vectors"]), dtype=np.float32).reshape(len(texts), -1)
    else:
        rows = embedder.embed(texts)
        keep(path, key, {"vectors": b64encode(rows.astype(np.float32).tobytes()).decode()})
    return dict(zip(texts, rows, strict=True))
