"""Settings of the ingest side: where the documents and the index are, and which model embeds them.

They come from the environment or ``.env`` (prefix ``VOUCH_``). An unknown ``VOUCH_`` name stops the program,
because a misspelt setting that silently does nothing is worse than none. ``assistant.settings.Settings``
subclasses this; the check knows the fields of every subclass that has been imported.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, ClassVar

from dotenv import dotenv_values
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from ingest.documents import ReviewStatus
from ingest.errors import SettingsError
from ingest.mistakes import told
from ingest.vector_address import FAISS, milvus_address, without_secret

PREFIX = "VOUCH_"
MEBIBYTE = 1024 * 1024


class IngestSettings(BaseSettings):
    """The ingest settings in force; frozen. Raises SettingsError when built from a bad or unknown value."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", env_file_encoding="utf-8", frozen=True, extra="ignore")

    extra_names: ClassVar[frozenset[str]] = frozenset()
    """Further ``VOUCH_`` names that are allowed although they are no field (read by a tool beside Vouch)."""

    corpus: Path = Field(default=Path("corpus"), description="Folder with the documents and, in lexicon/, the lexicon.")
    index: Path = Field(default=Path(".index"), description="Folder that holds the index of the corpus.")
    embedding_model: str = Field(
        default="bundled", min_length=1, description="Embedding model: `bundled`, a Hugging Face hub id, or a local folder."
    )
    embedding_batch: int = Field(default=16, ge=1, le=512, description="Statements embedded at once (count).")
    min_review_status: ReviewStatus = Field(
        default=ReviewStatus.DRAFT, description="Least review status a source needs before it may be cited."
    )
    vector_store: str = Field(
        default=FAISS,
        description="What searches the vectors: `faiss` (in memory), or Milvus: a server's URL or a Milvus Lite file (.db).",
    )
    max_document_bytes: int = Field(
        default=50 * MEBIBYTE, ge=1024, le=1024 * MEBIBYTE, description="Largest file that is read as a document (bytes)."
    )
    lock_timeout: float = Field(
        default=2.0, ge=0, le=3600, description="How long to wait for another process that is changing the index (seconds)."
    )

    @field_validator("vector_store")
    @classmethod
    def _check_vector_store(cls, value: str) -> str:
        milvus_address(value)
        return value

    def __init__(self, **values: Any) -> None:
        """Read environment and ``.env``; ``values`` override both."""
        check_names(type(self), env_file=values.get("_env_file", type(self).model_config.get("env_file")))
        try:
            super().__init__(**values)
        except ValidationError as error:
            raise SettingsError(_explain(error)) from error


def known_names(settings: type[IngestSettings]) -> frozenset[str]:
    """Every ``VOUCH_`` name that ``settings``, its parents or any of its subclasses reads."""
    names: set[str] = set()
    for kind in _family(settings):
        names |= {f"{PREFIX}{field}".upper() for field in kind.model_fields} | kind.extra_names
    return frozenset(names)


def check_names(settings: type[IngestSettings], *, env_file: Any = ".env") -> None:
    """Refuse ``VOUCH_`` names in the environment or in ``env_file`` that no setting reads.

    Raises:
        SettingsError: names the unknown name, where it stands, and the nearest known name.
    """
    known = known_names(settings)
    places: list[tuple[str, Iterable[str]]] = [("the environment", list(os.environ))]
    if isinstance(env_file, str | Path) and Path(env_file).is_file():
        places.append((str(env_file), _names_in(env_file)))
    for place, names in places:
        for name in names:
            if name.upper().startswith(PREFIX) and name.upper() not in known:
                raise SettingsError(_unknown(name, place, known))


def _names_in(env_file: str | Path) -> list[str]:
    try:
        return list(dotenv_values(env_file))
    except (OSError, UnicodeDecodeError) as error:
        message = f"{env_file} can't be read ({error}). Save it as UTF-8 text, or take it away."
        raise SettingsError(message) from error


def _family(settings: type[IngestSettings]) -> Iterator[type[IngestSettings]]:
    yield settings
    for child in settings.__subclasses__():
        yield from _family(child)


def _unknown(name: str, place: str, known: frozenset[str]) -> str:
    nearest = get_close_matches(name.upper(), sorted(known), n=1, cutoff=0.5)
    mend = f"did you mean {nearest[0]}?" if nearest else "see `vouch settings` for the known names."
    return f"Unknown setting {name} in {place}: {mend}"


def _explain(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    field = "_".join(str(part) for part in first["loc"])
    given = first.get("input")
    shown = without_secret(repr(given))
    said = told(first)
    return f"Setting {PREFIX}{field.upper()} is wrong ({shown}): {said}. Change it in the environment or in .env."
