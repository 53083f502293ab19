"""An embedding model for tests that needs no weights, and small libraries to index."""

import re
from collections.abc import Sequence
from pathlib import Path
from zlib import crc32

import numpy as np

from ingest.embed import Vectors

DIMENSION = 64


class WordEmbedder:
    """Adds up a fixed vector for each word: texts that share words are near. Counts what it is asked to embed."""

    def __init__(self, *, model_id: str = "fake words", checksum: str = "0" * 64) -> None:
        self.model_id = model_id
        self.checksum = checksum
        self.embedded: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.embedded += texts
        rows = np.zeros((len(texts), DIMENSION), dtype=np.float32)
        for position, text in enumerate(texts):
            rows[position] = sum((_vector(word) for word in re.findall(r"\w+", text.lower())), start=rows[position])
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-12)


def _vector(word: str) -> Vectors:
    vector = np.random.default_rng(crc32(word.encode())).standard_normal(DIMENSION).astype(np.float32)
    return vector / np.linalg.norm(vector)


FEVER = """---
source_id: fever
title: Fever in Children
publisher: Imaginary Board of Health
kind: guideline
audience: clinician
updated: 2024-02-01
review_status: reviewed
references:
  - {number: 1, kind: guideline, title: Fever Notes, publisher: Board, year: 2023}
---
# Fever in Children

## Drugs

First-line options:

- Paracetamol 15 mg/kg every 6 hours [1]
- Ibuprofen 10 mg/kg every 8 hours, not below 3 months [1]

## Pitfalls

Do NOT give aspirin to children under 16 years. [1]
"""

COUGH = """---
source_id: cough
title: Cough
publisher: Imaginary Lung Trust
kind: patient information
audience: patient
updated: 2023-05-01
---
# Cough

## What helps

Honey may ease a cough at night. It must not be given before the first birthday.
"""


def make_corpus(folder: Path, **files: str) -> Path:
    """A corpus with ``fever.md`` and ``cough.md``; further files by name (``_`` for ``.``)."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fever.md").write_text(FEVER, encoding="utf-8")
    (folder / "cough.md").write_text(COUGH, encoding="utf-8")
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder
