"""What a collection in Milvus is called: after the index and the generation whose vectors it holds."""

from __future__ import annotations

import hashlib
import re
import uuid
from pathlib import Path

_IDENTITY = "identity"


def collection_of(identity: str, index: Path, generation: str) -> str:
    """The name of a generation's collection; of no generation, what the names of an index begin with.

    The folder counts, so that one that was copied has collections of its own.
    """
    own = hashlib.sha256(f"{identity} {index.resolve()}".encode()).hexdigest()[:12]
    return f"vouch_{own}_{re.sub(r'[^0-9A-Za-z]', '_', generation)}"


def identity_of(index: Path) -> str:
    """What tells this index from every other, of other machines too; nothing before it was first copied to Milvus."""
    try:
        return (index / _IDENTITY).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def made_identity(index: Path) -> str:
    """The same, made where there is none yet; only a writer may.

    Raises:
        OSError: the folder can't be written.
    """
    if not (identity := identity_of(index)):
        identity = uuid.uuid4().hex
        (index / _IDENTITY).write_text(identity, encoding="utf-8")
    return identity
