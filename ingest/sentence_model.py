"""Any sentence-transformers model, for those that ``packed.py`` doesn't compute itself."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.packed import Read


class SentenceModel:
    """Holds a model as sentence-transformers runs it."""

    def __init__(self, folder: Path, *, batch: int) -> None:
        """Load the model; OSError, ValueError, KeyError or RuntimeError when it can't be."""
        # The files are on this machine already: keep the libraries from asking the hub for newer ones.
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        import torch
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        self._model = SentenceTransformer(str(folder), device="cpu", local_files_only=True).eval()
        self._batch = batch
        self._threads = torch.get_num_threads()
        self.dimension = int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str]) -> NDArray[Any]:
        """``(n, d)`` in the order of ``texts``; computed longest first, so that a batch pads little."""
        import torch

        # A question is too short for threads to pay, and on a busy machine they wait for each other: 500 ms instead of 25.
        torch.set_num_threads(1 if len(texts) == 1 else self._threads)
        order = sorted(range(len(texts)), key=lambda position: -len(texts[position]))
        encoded = self._model.encode(
            [texts[position] for position in order], batch_size=self._batch, show_progress_bar=False, convert_to_numpy=True
        )
        vectors = np.empty((len(texts), encoded.shape[1]), dtype=np.float32)
        vectors[order] = encoded
        return vectors

    def encode_tokens(self, text: str) -> tuple[Read, NDArray[Any]]:
        """The tokens of one text, those that stand for no characters included, and ``(t, d)`` vectors, one for each."""
        import torch

        with torch.inference_mode():
            limit = self._model.max_seq_length
            read = self._model.tokenizer(
                text, return_offsets_mapping=True, truncation=True, max_length=limit, return_tensors="pt"
            )
            offsets = [(int(start), int(end)) for start, end in read.pop("offset_mapping")[0].tolist()]
            output = self._model[0].auto_model(**read)[0][0].float().numpy()
        return Read(ids=read["input_ids"][0].tolist(), offsets=offsets), output
