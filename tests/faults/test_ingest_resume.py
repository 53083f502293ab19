# ruff: noqa: PT012 - what is cut off is a whole block
"""An ingest that is cut off goes on where it was: nothing lost, nothing doubled, nothing done twice."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from ingest_fakes import WordEmbedder

from ingest.bring import build_index
from ingest.checkpoint import FOLDER, Checkpoint
from ingest.embed import Vectors
from ingest.errors import IndexNotFoundError
from ingest.index import open_index
from ingest.vectorise import BATCH


def _library(corpus: Path, count: int) -> Path:
    corpus.mkdir(exist_ok=True)
    for number in range(count):
        lines = "\n".join(f"- Drug{number}x{line} {line + 1} mg every {number + 2} hours" for line in range(5))
        (corpus / f"topic-{number:04}.md").write_text(f"# Topic {number}\n\n## Doses\n\n{lines}\n", encoding="utf-8")
    return corpus


class _Dying(WordEmbedder):
    """Is cut off after so many calls."""

    def __init__(self, calls: int) -> None:
        super().__init__()
        self.left = calls

    def embed(self, texts: Sequence[str]) -> Vectors:
        if texts:
            self.left -= 1
        if self.left < 0:
            raise KeyboardInterrupt
        return super().embed(texts)


def test_run_that_is_cut_off_goes_on_where_it_was(tmp_path: Path) -> None:
    corpus, index = _library(tmp_path / "corpus", 300), tmp_path / "index"
    first = _Dying(2)
    with pytest.raises(KeyboardInterrupt):
        build_index(corpus, index, embedder=first)
    assert len(first.embedded) == 2 * BATCH
    second = WordEmbedder()
    report = build_index(corpus, index, embedder=second)
    assert (report.statements, len(second.embedded)) == (1500, 1500 - 2 * BATCH)
    assert set(first.embedded) | set(second.embedded) == {
        " ".join(one.embed_text.split()) for one in open_index(index, corpus=corpus, embedder=second).statements
    }
    assert not (index / FOLDER).exists()


def test_words_that_several_documents_share_are_embedded_once(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in ("one", "two"):
        (corpus / f"{name}.md").write_text(
            f"# Leaflet {name}\n\n## Help\n\n- Call 555 at night.\n- Of {name}.\n", encoding="utf-8"
        )
    embedder = WordEmbedder()
    report = build_index(corpus, tmp_path / "index", embedder=embedder)
    assert (report.statements, report.embedded, len(embedder.embedded)) == (4, 3, 3)
    opened = open_index(tmp_path / "index", corpus=corpus, embedder=embedder)
    same = [row for row, one in enumerate(opened.statements) if one.text.startswith("Call")]
    assert (opened.statement_vectors[same[0]] == opened.statement_vectors[same[1]]).all()


def test_documents_that_were_read_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus, index = _library(tmp_path / "corpus", 5), tmp_path / "index"
    with pytest.raises(KeyboardInterrupt):
        build_index(corpus, index, embedder=_Dying(0))
    with Checkpoint(index, WordEmbedder(), 64) as kept:
        assert (kept.documents, kept.vectors) == (5, 0)


def test_record_that_was_cut_short_is_not_read_and_what_follows_is(tmp_path: Path) -> None:
    vectors = WordEmbedder().embed(["one", "two", "three"])
    with pytest.raises(KeyboardInterrupt), Checkpoint(tmp_path, WordEmbedder(), 64) as kept:
        kept.keep_vectors(["one", "two"], vectors[:2])
        raise KeyboardInterrupt
    with (tmp_path / FOLDER / "vectors.bin").open("r+b") as file:
        file.truncate(file.seek(0, os.SEEK_END) - 9)
    with pytest.raises(KeyboardInterrupt), Checkpoint(tmp_path, WordEmbedder(), 64) as kept:
        assert kept.find("two") is None
        kept.keep_vectors(["three"], vectors[2:])
        raise KeyboardInterrupt
    with Checkpoint(tmp_path, WordEmbedder(), 64) as kept:
        assert kept.find("three") is not None
        assert (kept.find("one") == vectors[0]).all()  # type: ignore[union-attr]


def test_other_model_starts_anew(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), Checkpoint(tmp_path, WordEmbedder(), 64) as kept:
        kept.keep_vectors(["one"], WordEmbedder().embed(["one"]))
        raise KeyboardInterrupt
    with Checkpoint(tmp_path, WordEmbedder(model_id="another"), 64) as kept:
        assert kept.find("one") is None


_RUN = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[3:]
from ingest_fakes import WordEmbedder
from ingest.bring import build_index
build_index(Path(sys.argv[1]), Path(sys.argv[2]), embedder=WordEmbedder())
"""


def test_kill_at_random_moments_loses_and_doubles_nothing(tmp_path: Path) -> None:
    corpus, index = _library(tmp_path / "corpus", 150), tmp_path / "index"
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-c", _RUN, str(corpus), str(index), str(root), str(root / "tests" / "ingest")]
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    for _ in range(4):
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.3, 2.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
        try:
            held = open_index(index, corpus=None, embedder=WordEmbedder())
        except IndexNotFoundError:
            continue
        assert len({one.statement_id for one in held.statements}) == len(held.statements)
    report = build_index(corpus, index, embedder=WordEmbedder())
    opened = open_index(index, corpus=corpus, embedder=WordEmbedder())
    assert report.sources == 150
    assert len({one.text for one in opened.statements}) == len(opened.statements) == 750
    for row in (0, 333, 749):
        vector = WordEmbedder().embed([" ".join(opened.statements[row].embed_text.split())])[0]
        assert opened.search_dense(vector, 1)[0][0] == row
