"""YAML files in, lexicon out; every entry validated, errors name the file, the entry and the mend."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.words.concepts import Concept
from assistant.words.lexicon import GlossaryEntry, Lexicon
from ingest.errors import MetadataError
from ingest.yaml_file import read_yaml


class _ConceptEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1)
    kind: str = Field(min_length=1)
    name: str = Field(min_length=1)
    brands: list[str] = []
    abbreviations: list[str] = []
    synonyms: list[str] = []
    parents: list[str] = []
    spanish: list[str] = []
    axis: str | None = None
    implies: list[str] = []


class _SpanishEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    term: str
    plain: str


class _GlossaryEntry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    term: str = Field(min_length=1)
    plain: str = Field(min_length=1)
    wordings: list[str] = []
    also: list[str] = []
    common: bool = False
    spanish: _SpanishEntry | None = None


class _LexiconFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    concepts: list[_ConceptEntry] = []
    glossary: list[_GlossaryEntry] = []


_SHIPPED = Path(__file__).parents[2] / "corpus" / "lexicon"


def lexicon_folder(corpus: Path) -> Path:
    """The folder ``lexicon/`` of the corpus, or else the shipped one."""
    own = corpus / "lexicon"
    return own if own.is_dir() else _SHIPPED


def is_shipped(words: Path) -> bool:
    """Whether a lexicon's folder is the shipped one, which was written for the shipped documents."""
    return words.resolve() == _SHIPPED.resolve()


def load_lexicon(folder: Path) -> Lexicon:
    """The lexicon of every ``*.yaml`` in ``folder``, in the order of their names; empty if there is no such folder.

    Raises:
        MetadataError: for a file that is not YAML, an entry with an unknown or missing field, an id given twice, or a
            parent or implied population that no file defines.

    """
    concepts: dict[str, Concept] = {}
    glossary: list[GlossaryEntry] = []
    for path in sorted(folder.glob("*.yaml")):
        entries = read_yaml(path, _LexiconFile)
        for entry in entries.concepts:
            if entry.id in concepts:
                message = f"{path}: concept id {entry.id!r} is defined twice; rename or merge one of them"
                raise MetadataError(message)
            concepts[entry.id] = _concept(entry)
        glossary.extend(_glossary_entry(entry) for entry in entries.glossary)
    _require_known(concepts, folder)
    return Lexicon(concepts.values(), glossary)


def _concept(entry: _ConceptEntry) -> Concept:
    return Concept(
        concept_id=entry.id,
        kind=entry.kind,
        name=entry.name,
        brands=tuple(entry.brands),
        abbreviations=tuple(entry.abbreviations),
        synonyms=tuple(entry.synonyms),
        parents=tuple(entry.parents),
        spanish=tuple(entry.spanish),
        axis=entry.axis,
        implies=tuple(entry.implies),
    )


def _glossary_entry(entry: _GlossaryEntry) -> GlossaryEntry:
    return GlossaryEntry(
        term=entry.term,
        plain=entry.plain,
        wordings=tuple(entry.wordings),
        also=tuple(entry.also),
        common=entry.common,
        spanish_term=entry.spanish.term if entry.spanish else None,
        spanish_plain=entry.spanish.plain if entry.spanish else None,
    )


def _require_known(concepts: dict[str, Concept], folder: Path) -> None:
    for concept in concepts.values():
        for other in (*concept.parents, *concept.implies):
            if other not in concepts:
                message = f"{folder}: concept {concept.concept_id!r} names {other!r}, which no file defines; add it or drop it"
                raise MetadataError(message)
