"""What ``VOUCH_VECTOR_STORE`` may name: ``faiss``, a Milvus server or a Milvus Lite file. Pure: nothing is opened here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import url2pathname

FAISS = "faiss"
CHOICES = (
    "`faiss`, or Milvus: http://milvus.example:19530 (https too; USER:PASSWORD@ or TOKEN@ before the host), or a file FILE.db"
)
_LITE = ".db"
_SECRET = re.compile(r"(?<=://)(?:(?P<user>[^/@:\s]*):)?\S*(?=@)")


@dataclass(frozen=True, slots=True, kw_only=True)
class MilvusAddress:
    """Where a Milvus store is: ``uri`` and ``token`` as pymilvus takes them, ``shown`` as a person may read it."""

    uri: str
    shown: str
    is_file: bool
    token: str = field(default="", repr=False)


def milvus_address(value: str) -> MilvusAddress | None:
    """The Milvus store that a value of the setting names; None for FAISS.

    Raises:
        ValueError: it names neither; the message names the choices.
    """
    if value == FAISS:
        return None
    try:
        address = urlsplit(value)
        found = _server(address) if address.scheme in {"http", "https"} else _file(value, address)
    except ValueError:  # no port at all, an open bracket
        found = None
    if found is None or (re.search(r"\s", found.uri) and not found.is_file):
        message = f"use {CHOICES}"
        raise ValueError(message)
    return found


def without_secret(text: str) -> str:
    """The text with the password, or the token, of every URL in it masked; a user's name stays."""
    return _SECRET.sub(lambda match: f"{match['user']}:********" if match["user"] is not None else "********", text)


def _server(address: SplitResult) -> MilvusAddress | None:
    _ = address.port  # raises for one that is none
    if not address.hostname or address.query or address.fragment:
        return None
    secret, _, host = address.netloc.rpartition("@")
    uri = f"{address.scheme}://{host}{address.path.rstrip('/')}"
    return MilvusAddress(uri=uri, token=unquote(secret), shown=without_secret(address.geturl()), is_file=False)


def _file(value: str, address: SplitResult) -> MilvusAddress | None:
    is_url = address.scheme == "file"
    if (is_url and address.netloc not in {"", "localhost"}) or (not is_url and "://" in value):
        return None
    path = Path(url2pathname(address.path) if is_url else value).expanduser()
    if path.suffix != _LITE:
        return None
    return MilvusAddress(uri=str(path.absolute()), shown=str(path), is_file=True)
