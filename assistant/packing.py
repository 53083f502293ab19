"""JSON that is kept packed in SQLite: an answer's trace and card are ten times as long as its words, and repeat themselves."""

from __future__ import annotations

import json
import zlib
from typing import Any

from sqlalchemy import JSON, Dialect
from sqlalchemy.types import NullType, TypeDecorator, TypeEngine


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
        return zlib.compress(json.dumps(value, ensure_ascii=False).encode()) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """The value as it was given."""
        if dialect.name != "sqlite" or value is None:
            return value
        return json.loads(zlib.decompress(value) if isinstance(value, bytes) else value)
