"""Word pieces kept beside an index: the same as those read anew, made again when what they rest on has changed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from heart_library import heart_index, lexicon

from assistant.retrieval import late_store
from assistant.retrieval.late import Late, LateWeights, Rows
from assistant.retrieval.late_store import said_in
from ingest.documents import Document, Statement
from ingest.errors import IndexDamagedError
from ingest.store import IndexLock

NAME = "word_pieces.json"
WIDTH = 3


class Counted:
    """As many rows as a text has words, each the word's length; counts what it was given."""

    checksum = "mine"

    def __init__(self) -> None:
        self.texts: list[str] = []

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        return np.ones((len(texts), WIDTH), dtype=np.float32)

    def embed_words(self, texts: Sequence[str]) -> list[np.ndarray]:
        self.texts += texts
        return [np.array([[len(word), 1, index] for index, word in enumerate(text.split())], dtype=np.float32) for text in texts]


class Indexed:
    """The heart library with that model."""

    def __init__(self) -> None:
        index = heart_index()
        self.statements: tuple[Statement, ...] = tuple(index.statements)
        self.documents: dict[str, Document] = dict(index.documents)
        self.embedder = Counted()


@pytest.fixture(autouse=True)
def weights(monkeypatch: pytest.MonkeyPatch) -> Iterator[LateWeights]:
    """Maps that leave rows as they are, learned of what the first document's title names."""
    first = next(iter(heart_index().documents.values()))
    about = frozenset(lexicon().concepts_in(first.source.title))
    assert about
    own = np.eye(WIDTH, dtype=np.float32)
    weights = LateWeights(model="mine", about=about, ask=own, say=own, weigh=np.zeros(WIDTH + 1, dtype=np.float32))
    for module in ("assistant.retrieval.late", "assistant.retrieval.late_store"):
        monkeypatch.setattr(f"{module}.read_late", lambda: weights)
    return weights


def _kept(folder: Path, index: Indexed) -> dict[str, Rows]:
    lock = IndexLock(model_id="words", model_checksum="0", dimension=1, generation=".", sources=(), files={})
    (folder / "lock.json").write_text(lock.model_dump_json(), encoding="utf-8")
    return dict(said_in(index, folder, lexicon=lexicon()))


def test_kept_rows_are_those_read_anew_and_no_statement_is_read_again(tmp_path: Path) -> None:
    first, second = Indexed(), Indexed()
    anew, kept = _kept(tmp_path, first), _kept(tmp_path, second)
    assert first.embedder.texts
    assert not second.embedder.texts
    assert anew.keys() == kept.keys()
    assert all(np.array_equal(anew[one], kept[one]) for one in anew)


def test_answers_are_the_same_with_kept_rows_and_without(tmp_path: Path, weights: LateWeights) -> None:
    index = Indexed()
    statements = [one for one in index.statements if one.statement_id in _kept(tmp_path, index)]
    with_kept = Late(index.embedder, weights=weights, said=_kept(tmp_path, index))
    index.embedder.texts.clear()
    met = with_kept.met("which drug first", statements)
    assert index.embedder.texts == ["which drug first"]
    assert met == Late(index.embedder, weights=weights).met("which drug first", statements)


def test_changed_statement_makes_them_anew(tmp_path: Path) -> None:
    index = Indexed()
    before = _kept(tmp_path, index)
    index.statements = tuple(replace(one, text=f"{one.text} indeed") for one in index.statements)
    after = _kept(tmp_path, index)
    assert all(len(after[one]) == len(before[one]) + 1 for one in before)


def test_nothing_is_read_for_another_model_other_documents_or_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = Indexed()
    monkeypatch.setattr(index.embedder, "checksum", "another")
    assert _kept(tmp_path, index) == {}
    monkeypatch.undo()
    assert _kept(tmp_path, index) == {}  # the shipped weights are of another model
    assert not index.embedder.texts


def test_large_library_is_left_to_its_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = Indexed()
    monkeypatch.setattr(late_store, "MOST", 0)
    assert _kept(tmp_path, index) == {}
    assert not index.embedder.texts


def test_damaged_file_is_refused_with_its_mend(tmp_path: Path) -> None:
    _kept(tmp_path, Indexed())
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(IndexDamagedError, match="rm "):
        _kept(tmp_path, Indexed())
