"""Texts in, their word pieces out, held for those that came near to a question lately."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.retrieval.signals import Judged
from ingest.embed import EmbedsWords, Vectors

FEW = 6
"""Of so many of the nearest statements the word pieces are looked at when it is judged whether they answer."""
_REMEMBERED = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """The word pieces, unit rows ``(t, d)``, of a question and of the nearest statements, alone and with their headings."""

    asked: Vectors
    said: Sequence[Vectors]
    under: Sequence[Vectors]


class HeldPieces:
    """Holds the word pieces of texts. Safe to use from several threads."""

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._pieces: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def look(self, texts: Sequence[str], embedder: EmbedsWords) -> list[Vectors]:
        """The word pieces of each text; those that aren't held are embedded at once."""
        with self._lock:
            known = {text: self._pieces[text] for text in texts if text in self._pieces}
        unknown = list(dict.fromkeys(text for text in texts if text not in known))
        known |= dict(zip(unknown, embedder.embed_words(unknown), strict=True)) if unknown else {}
        with self._lock:
            for text, pieces in known.items():
                self._pieces[text] = pieces
                self._pieces.move_to_end(text)
            while len(self._pieces) > _REMEMBERED:
                self._pieces.popitem(last=False)
        return [known[text] for text in texts]

    def near(self, text: str, judged: Sequence[Judged], embedder: EmbedsWords) -> Pieces:
        """Those of a question and of the ``FEW`` nearest statements."""
        statements = [one.hit.statement for one in judged[:FEW]]
        asked, *rest = self.look([text, *(s.text for s in statements), *(s.embed_text for s in statements)], embedder)
        return Pieces(asked=asked, said=rest[: len(statements)], under=rest[len(statements) :])
