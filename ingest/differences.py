"""An editor's register of differences in, each with its sides found among the statements out; what can't be found is told.

``differences.yaml`` in a corpus folder notes on which points its documents differ. It is no evidence: it names statements, and
only these are shown. An entry of which a statement is gone is off, for nobody knows whether the documents still differ.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from ingest.documents import Statement
from ingest.errors import MetadataError
from ingest.yaml_file import read_yaml

NAME = "differences.yaml"
Kind = Literal[
    "first choice", "dose", "interval", "duration", "share", "partners", "tests", "value", "patients", "order", "options",
    "alternatives", "condition", "exceptions", "outcome", "aim", "strength",
]  # fmt: skip
_TRANSLATED = "-{language}"
_Text = Annotated[str, Field(min_length=3)]


class _About(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    en: _Text
    es: _Text | None = None


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    kind: Kind
    about: _About
    asked: list[_Text] = Field(min_length=1)
    sides: list[Annotated[dict[str, _Text], Field(min_length=1)]] = Field(min_length=2)


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    differences: list[_Entry] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedDifference:
    """A point on which documents differ. ``sides`` are positions, each the ids of the statements that take it.

    ``about`` names the point by language, ``asked`` are questions for it.
    """

    difference_id: str
    kind: str
    about: Mapping[str, str]
    asked: tuple[str, ...]
    sides: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The differences whose sides all stand in the documents, and a line for each one that is off."""

    differences: tuple[NotedDifference, ...] = ()
    warnings: tuple[str, ...] = ()


def read_register(corpus: Path, statements: Sequence[Statement], *, language: str = "en") -> Register:
    """The register of a corpus folder over these statements; empty if the folder has none.

    With another ``language`` its sides are the statements in the same places of the versions ``<source id>-<language>``;
    an entry without a version of each side is left out there and no warning given.

    Raises:
        MetadataError: the file is no YAML, an entry has an unknown, missing or wrong field, or an id is given twice.

    """
    path = corpus / NAME
    if not path.is_file():
        return Register()
    entries = _read(path)
    by_source: dict[str, list[Statement]] = {}
    for statement in statements:
        by_source.setdefault(statement.source_id, []).append(statement)
    differences, warnings = [], []
    for entry in entries:
        sides, missing = _sides(entry, by_source)
        if missing:
            warnings.append(f"{path}: {entry.id} is off: {missing}. Quote the statement as it begins now, or drop the entry.")
            continue
        if language != "en":
            sides = tuple(tuple(_translated(side, by_source, language)) for side in sides)
        if all(sides):
            differences.append(_noted(entry, sides))
    return Register(differences=tuple(differences), warnings=tuple(warnings))


def _read(path: Path) -> list[_Entry]:
    entries = read_yaml(path, _File, place=_place).differences
    for difference_id, count in Counter(entry.id for entry in entries).items():
        if count > 1:
            message = f"{path}: the id {difference_id!r} is given {count} times; rename or merge the entries"
            raise MetadataError(message)
    return entries


def _place(location: tuple[int | str, ...], content: Any) -> str:
    """Where in the file, with the entry's id in place of its number if it has one."""
    parts = [str(part) for part in location]
    if len(location) > 1 and isinstance(location[1], int):
        entry = content["differences"][location[1]]
        parts[1] = str(entry["id"]) if isinstance(entry, dict) and "id" in entry else f"entry {location[1] + 1}"
    return ".".join(parts)


def _sides(entry: _Entry, by_source: Mapping[str, Sequence[Statement]]) -> tuple[tuple[tuple[Statement, ...], ...], str]:
    """The statements of each side, and what is missing if one can't be found; "" if none is."""
    found = []
    for side in entry.sides:
        own = []
        for source_id, words in side.items():
            wanted = " ".join(words.split())
            fitting = [one for one in by_source.get(source_id, ()) if " ".join(one.text.split()).startswith(wanted)]
            if len(fitting) != 1:
                how_many = "no statement begins" if not fitting else f"{len(fitting)} statements begin"
                where = (
                    f"of {source_id} {how_many}" if source_id in by_source else f"there is no document {source_id} that begins"
                )
                return (), f"{where} with {words!r}"
            own.append(fitting[0])
        found.append(tuple(own))
    return tuple(found), ""


def _translated(side: Iterable[Statement], by_source: Mapping[str, Sequence[Statement]], language: str) -> Iterable[Statement]:
    for statement in side:
        version = by_source.get(statement.source_id + _TRANSLATED.format(language=language), ())
        own = by_source[statement.source_id]
        if len(version) == len(own):
            yield version[own.index(statement)]


def _noted(entry: _Entry, sides: Iterable[Iterable[Statement]]) -> NotedDifference:
    about = {language: text for language, text in entry.about.model_dump().items() if text}
    return NotedDifference(
        difference_id=entry.id,
        kind=entry.kind,
        about=about,
        asked=tuple(entry.asked),
        sides=tuple(tuple(statement.statement_id for statement in side) for side in sides),
    )
