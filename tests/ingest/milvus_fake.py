"""A stand-in for pymilvus: collections in memory, searched with numpy, and the ways in which a server lets one down."""

import re
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ingest.milvus import MilvusStore
from ingest.vector_address import milvus_address

SERVER = "http://vouch:hunter2@milvus.example:19530"


class FakeMilvusError(Exception):
    """As pymilvus raises them: the reason is in ``message``."""

    def __init__(self, message: str) -> None:
        super().__init__(f"<MilvusException: (code=1, message={message})>")
        self.message = message


class FakeRpcError(Exception):
    """As gRPC raises them below pymilvus for a server that hangs: the reason is what ``details`` gives."""

    def details(self) -> str:
        return "Deadline Exceeded"


@dataclass
class FakeCollection:
    fields: dict[str, dict[str, Any]] = field(default_factory=dict)
    index: dict[str, Any] = field(default_factory=dict)
    entries: list[dict[str, Any]] = field(default_factory=list)


class _Schema:
    def __init__(self) -> None:
        self.fields: dict[str, dict[str, Any]] = {}

    def add_field(self, name: str, kind: str, **options: Any) -> None:
        self.fields[name] = {"kind": kind, **options}


class _IndexParams:
    def __init__(self) -> None:
        self.wanted: dict[str, Any] = {}

    def add_index(self, name: str, **options: Any) -> None:
        self.wanted = {"field": name, **options}


class DataType:
    INT64 = "int64"
    FLOAT_VECTOR = "float vector"


class FakeMilvus:
    """One server. ``wrong`` is what it answers to everything; ``inserts_left`` how many inserts it takes before it goes away."""

    DataType = DataType
    errors = (FakeMilvusError, FakeRpcError)

    def __init__(self) -> None:
        self.collections: dict[str, FakeCollection] = {}
        self.connected: list[dict[str, Any]] = []
        self.inserted: list[int] = []
        self.searched = 0
        self.wrong = ""
        self.hangs = False
        self.inserts_left: int | None = None
        self.unloadable: set[str] = set()

    def MilvusClient(self, **options: Any) -> "FakeMilvus":  # noqa: N802 - pymilvus's own name
        self._fail_if_away()
        self.connected.append(options)
        return self

    def store(self, address: str = SERVER, *, batch: int = 1000) -> MilvusStore:
        found = milvus_address(address)
        assert found is not None
        return MilvusStore(found, load=lambda: self, batch=batch)

    def list_collections(self, **_timeout: float) -> list[str]:
        self._fail_if_away()
        return list(self.collections)

    def has_collection(self, name: str, **_timeout: float) -> bool:
        self._fail_if_away()
        return name in self.collections

    def create_schema(self, **_options: Any) -> _Schema:
        return _Schema()

    def prepare_index_params(self) -> _IndexParams:
        return _IndexParams()

    def create_collection(
        self, name: str, *, schema: _Schema, index_params: _IndexParams, consistency_level: str, **_timeout: float
    ) -> None:
        self._fail_if_away()
        assert consistency_level == "Strong"
        assert re.fullmatch(r"[A-Za-z_]\w{0,254}", name), "Milvus takes no other names"
        assert name not in self.collections
        self.unloadable.discard(name)
        self.collections[name] = FakeCollection(schema.fields, index_params.wanted)

    def insert(self, name: str, entries: list[dict[str, Any]], **_timeout: float) -> None:
        if self.inserts_left is not None:
            if not self.inserts_left:
                self.wrong = "server unavailable"
            self.inserts_left -= 1
        self._fail_if_away()
        self.inserted.append(len(entries))
        self.collections[name].entries += entries

    def flush(self, _name: str, **_timeout: float) -> None:
        self._fail_if_away()

    def load_collection(self, name: str, **_timeout: float) -> None:
        self._fail_if_away()
        if name in self.unloadable:
            message = "index not found"
            raise FakeMilvusError(message)

    def query(self, name: str, *, filter: str, output_fields: list[str], **_timeout: float) -> list[dict[str, int]]:  # noqa: A002
        self._fail_if_away()
        assert (filter, output_fields) == ("", ["count(*)"])
        return [{"count(*)": len(self.collections[name].entries)}]

    def drop_collection(self, name: str, **_timeout: float) -> None:
        self._fail_if_away()
        del self.collections[name]

    def search(
        self,
        name: str,
        *,
        data: list[list[float]],
        limit: int,
        filter: str = "",  # noqa: A002
        **_options: Any,
    ) -> list[list[dict[str, Any]]]:
        self._fail_if_away()
        if name not in self.collections:
            message = f"collection {name} not found"
            raise FakeMilvusError(message)
        self.searched += 1
        kept = set(map(int, re.findall(r"\d+", filter.removeprefix("source in "))))
        entries = [one for one in self.collections[name].entries if not filter or one["source"] in kept]
        cosines = [float(np.dot(np.float32(one["vector"]), np.float32(data[0]))) for one in entries]
        # an order among equals that is nobody's, as a server's segments give it
        first = sorted(range(len(entries)), key=lambda at: (-cosines[at], (at * 7919) % 13))[:limit]
        return [[{"distance": cosines[at], "row": entries[at]["row"]} for at in first]]

    def _fail_if_away(self) -> None:
        if self.hangs:
            raise FakeRpcError
        if self.wrong:
            raise FakeMilvusError(self.wrong)
