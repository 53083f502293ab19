"""Columns that every database takes alike: what people typed, and long JSON, packed in SQLite.

An answer's trace and card are ten times as long as its words, and repeat themselves.
"""

from __future__ import annotations

import json
import zlib
from typing import Any

from sqlalchemy import JSON, Dialect, Text
from sqlalchemy.types import NullType, TypeDecorator, TypeEngine


class TypedText(TypeDecorator[str]):
    """What somebody typed, without what only SQLite would keep: the character 0, and half a character of two halves."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002  as the base class calls it
        """The text as it is written, and as it is sought."""
        if value is None:
            return None
        return value.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class PackedJson(TypeDecorator[Any]):
    """A JSON value: deflated in SQLite, as it is in PostgreSQL, which packs long values itself.

    A SQLite column takes text and bytes alike, so what was written as text before stays readable and nothing has to be moved.
    """

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The column's type where the value goes: untyped in SQLite, so that the bytes pass as they are."""
        return dialect.type_descriptor(NullType() if dialect.name == "sqlite" else JSON())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """The value as it is written."""
        return zlib.compress(json.dumps(value).encode()) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """The value as it was given."""
        if dialect.name != "sqlite" or value is None:
            return value
        return json.loads(zlib.decompress(value) if isinstance(value, bytes) else value)
