"""Texts → unit vectors, with the bundled all-MiniLM-L6-v2, a Hugging Face hub id or a local folder.

The model, and torch with it, is loaded when the first text is embedded: ``vouch --help`` and opening an index don't pay for it.
"""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError

from ingest.errors import ModelNotFoundError
from ingest.model_folder import BACK_TO_BUNDLED, bundled_folder, folder_from_hub, weights_in
from ingest.packed import PackedBert, Read, is_packable
from ingest.parse.read import file_sha256

if TYPE_CHECKING:
    from ingest.settings import IngestSettings

BUNDLED = "bundled"
BUNDLED_ID = "sentence-transformers/all-MiniLM-L6-v2"
BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_QUERY_CACHE = 512
_WORDS_CACHE = 64
_REMEMBERED_AT_ONCE = 4

Vectors = NDArray[np.float32]


class Embeds(Protocol):
    """What who only has texts embedded needs of a model, and the weights trained for one model; tests pass a fake."""

    @property
    def checksum(self) -> str:
        """SHA-256 of the model's weights, as kept in the index."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """``(n, d)`` float32, rows of unit length, in the order of ``texts``."""
        ...


@runtime_checkable
class EmbedsWords(Embeds, Protocol):
    """A model whose word pieces can be had for several texts at once."""

    def embed_words(self, texts: Sequence[str]) -> list[Vectors]:
        """``(t, d)`` unit rows for each text, one for each word piece."""
        ...


class TextEmbedder(Embeds, Protocol):
    """What the index and the assistant need of an embedding model; tests pass a fake."""

    @property
    def model_id(self) -> str:
        """Name of the model, as kept in the index."""
        ...

    def is_everyday(self, word: str) -> bool:
        """Whether the model's vocabulary has the word whole, which it does for common words only."""
        ...


class Model(Protocol):
    """A model in memory (``packed.py``, ``sentence_model.py``)."""

    dimension: int

    def encode(self, texts: Sequence[str]) -> NDArray[Any]:
        """``(n, d)`` in the order of ``texts``."""
        ...

    def encode_tokens(self, text: str) -> tuple[Read, NDArray[Any]]:
        """The tokens of one text and ``(t, d)``, one row for each."""
        ...


class Embedder:
    """A sentence-transformers model in a folder. Safe to use from several threads."""

    def __init__(self, folder: Path, *, model_id: str, expected_sha256: str | None = None, batch: int = 16) -> None:
        """Nothing is loaded yet. ``batch`` is how many texts a model that needs padding computes at once.

        Raises:
            ModelNotFoundError: the folder holds no model.
        """
        self.model_id = model_id
        self._folder = folder
        self._weights = weights_in(folder, model_id)
        self._expected = expected_sha256
        self._batch = batch
        self._checksum: str | None = None
        self._model: Model | None = None
        self._lock = threading.RLock()
        self._queries: OrderedDict[str, Vectors] = OrderedDict()
        self._words: OrderedDict[str, Vectors] = OrderedDict()

    @property
    def checksum(self) -> str:
        """SHA-256 of the weights file.

        Raises:
            ModelNotFoundError: it isn't the checksum that the bundled model must have.
        """
        if self._checksum is None:
            found = file_sha256(self._weights)
            if self._expected is not None and found != self._expected:
                message = f"The weights of {self.model_id} are damaged (checksum {found[:12]}…). Reinstall with `make setup`."
                raise ModelNotFoundError(message)
            self._checksum = found
        return self._checksum

    def is_everyday(self, word: str) -> bool:
        """Whether the model's vocabulary has the word whole, which it does for common words only.

        True for every word if the model keeps its vocabulary in another form than ``vocab.txt``.
        """
        return not self._vocabulary or word.lower() in self._vocabulary

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        path = self._folder / "vocab.txt"
        return frozenset(path.read_text(encoding="utf-8").splitlines()) if path.is_file() else frozenset()

    @property
    def is_loaded(self) -> bool:
        """Whether the model is in memory."""
        return self._model is not None

    def load(self) -> None:
        """Bring the model into memory now (seconds) instead of with the first text."""
        self._loaded()

    def _loaded(self) -> Model:
        with self._lock:
            if self._model is None:
                _ = self.checksum
                self._model = _load(self._folder, self.model_id, self._batch)
            return self._model

    def embed(self, texts: Sequence[str]) -> Vectors:
        """``(n, d)`` float32, rows of unit length, in the order of ``texts``; ``(0, d)`` for none.

        A few texts (the readings of a question) are remembered, because a conversation asks the same ones again.
        """
        if not texts:
            return np.zeros((0, self._loaded().dimension), dtype=np.float32)
        known = {text: self._recall(text) for text in texts} if len(texts) <= _REMEMBERED_AT_ONCE else {}
        unknown = [text for text in texts if known.get(text) is None]
        if unknown:
            model = self._loaded()
            with self._lock:
                vectors = self._encode_few(model, unknown) if known else _unit(model.encode(unknown))
            if not known:
                return vectors
            known.update((text, self._remember(text, vectors[row : row + 1].copy())) for row, text in enumerate(unknown))
        found = [vector for text in texts if (vector := known[text]) is not None]
        return found[0] if len(found) == 1 else np.concatenate(found)

    def embed_words(self, texts: Sequence[str]) -> list[Vectors]:
        """``(t, d)`` unit rows for each text, one for each word piece; ``(0, d)`` for a blank text.

        Those of a question that was embedded lately are at hand.
        """
        model = self._loaded()
        with self._lock:
            if len(texts) == 1 and texts[0] in self._words:
                return [self._words[texts[0]]]
            if isinstance(model, PackedBert):
                return [_unit(rows[1:-1]) for rows in model.encode_each(texts)]
            return [_unit(rows[[start < end for start, end in read.offsets]]) for read, rows in map(model.encode_tokens, texts)]

    def _encode_few(self, model: Model, texts: Sequence[str]) -> Vectors:
        """The vectors of a question's readings; their word pieces, which come with them, are kept for a while."""
        if not isinstance(model, PackedBert):
            return _unit(model.encode(texts))
        each = model.encode_each(texts)
        for text, rows in zip(texts, each, strict=True):
            self._words[text] = _unit(rows[1:-1])
        while len(self._words) > _WORDS_CACHE:
            self._words.popitem(last=False)
        return _unit(np.stack([rows.mean(axis=0) for rows in each]))

    def _recall(self, text: str) -> Vectors | None:
        with self._lock:
            known = self._queries.get(text)
            if known is not None:
                self._queries.move_to_end(text)
            return known

    def _remember(self, text: str, vectors: Vectors) -> Vectors:
        vectors.flags.writeable = False
        with self._lock:
            self._queries[text] = vectors
            while len(self._queries) > _QUERY_CACHE:
                self._queries.popitem(last=False)
        return vectors


def load_embedder(settings: IngestSettings) -> Embedder:
    """The embedder that the settings name; the model itself is loaded with the first text.

    Raises:
        ModelNotFoundError: it can't be had; says what to set instead.
    """
    name = settings.embedding_model
    batch = settings.embedding_batch
    if name == BUNDLED:
        return Embedder(bundled_folder(), model_id=BUNDLED_ID, expected_sha256=BUNDLED_SHA256, batch=batch)
    folder = Path(name).expanduser()
    if folder.is_dir():
        return Embedder(folder, model_id=f"folder {folder.name}", batch=batch)
    if folder.is_absolute() or name.startswith((".", "~")) or name.count("/") != 1:
        message = f"The embedding model folder {name} does not exist. {BACK_TO_BUNDLED}"
        raise ModelNotFoundError(message)
    return Embedder(folder_from_hub(name), model_id=name, batch=batch)


def _load(folder: Path, model_id: str, batch: int) -> Model:
    # Threads that have nothing to do sleep: spinning ones take the cores from the threads they wait for.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    try:
        if is_packable(folder):
            return PackedBert(folder)
        from ingest.sentence_model import SentenceModel

        return SentenceModel(folder, batch=batch)
    except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
        message = f"The embedding model {model_id} in {folder} can't be loaded ({type(error).__name__}). {BACK_TO_BUNDLED}"
        raise ModelNotFoundError(message) from error


def _unit(vectors: NDArray[Any]) -> Vectors:
    """Rows scaled to length 1; a zero row stays zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Vectors = np.ascontiguousarray(vectors / np.maximum(lengths, 1e-12), dtype=np.float32)
    return unit
