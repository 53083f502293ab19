"""An index that is missing, damaged, cut off or can't be written: refused or kept, always with the command that mends it."""

import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from ingest_fakes import COUGH, WordEmbedder, make_corpus

from ingest.bring import build_index
from ingest.errors import IndexDamagedError, IndexNotFoundError, IndexStaleError, IngestError
from ingest.index import open_index

HERE = Path(__file__).parent
PATHS = os.pathsep.join([str(HERE.parents[1]), str(HERE.parent / "ingest")])
FILES = ["lock.json", "documents.json", "statements.json", "passages.json", "vectors.faiss"]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return make_corpus(tmp_path / "corpus")


@pytest.fixture
def index(tmp_path: Path, corpus: Path) -> Path:
    build_index(corpus, tmp_path / "index", embedder=WordEmbedder())
    return tmp_path / "index"


def find(index: Path, name: str) -> Path:
    return next(path for path in index.rglob(name))


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip_a_byte(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 0x20
    path.write_bytes(raw)


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    "damage", [cut_short, flip_a_byte, empty, Path.unlink], ids=["cut short", "byte flipped", "emptied", "deleted"]
)
@pytest.mark.parametrize("name", FILES)
def test_damaged_file_is_refused_and_mended_by_ingest(
    corpus: Path, index: Path, name: str, damage: Callable[[Path], None]
) -> None:
    damage(find(index, name))
    with pytest.raises((IndexDamagedError, IndexNotFoundError, IndexStaleError)) as caught:
        open_index(index, corpus=corpus, embedder=WordEmbedder())
    assert "Run `vouch ingest`" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert build_index(corpus, index, embedder=WordEmbedder()).statements == 5
    assert open_index(index, corpus=corpus, embedder=WordEmbedder()).search_lexical("aspirin", 3)


def test_lock_of_another_version_is_stale(corpus: Path, index: Path) -> None:
    lock = index / "lock.json"
    told = json.loads(lock.read_text(encoding="utf-8")) | {"format_version": 999}
    lock.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(IndexStaleError, match=r"another version of Vouch\. Run `vouch ingest`"):
        open_index(index, corpus=corpus, embedder=WordEmbedder())


INGEST = """
import sys, time
from pathlib import Path
from ingest.bring import build_index
from ingest_fakes import WordEmbedder

class Slow(WordEmbedder):
    def embed(self, texts):
        print("embedding", flush=True)
        time.sleep({embed})
        return super().embed(texts)

def slow(what, done, total):
    print(what, done, flush=True)
    time.sleep({step})

build_index(Path(sys.argv[1]), Path(sys.argv[2]), embedder=Slow(), progress=slow)
print("done", flush=True)
"""


def start_ingest(
    corpus: Path, index: Path, *, embed: float = 0, step: float = 0, limit: int | None = None
) -> subprocess.Popen[str]:
    def cap_file_size() -> None:
        if limit is not None:
            # What a full disk is to a process: a write beyond this fails.
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        [sys.executable, "-c", INGEST.format(embed=embed, step=step), str(corpus), str(index)],
        env={**os.environ, "PYTHONPATH": PATHS},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=cap_file_size,  # noqa: PLW1509 - this child starts no thread before exec
    )


def grow(corpus: Path) -> None:
    lines = "\n".join(f"- Statement {number} says that rest helps {number} of 100 people." for number in range(200))
    (corpus / "cough.md").write_text(f"{COUGH}\n{lines}\n", encoding="utf-8")


@pytest.mark.parametrize("moment", ["read 0", "read 2", "embedding", "embed 20", "write 0"])
def test_ingest_killed_in_the_middle_leaves_the_old_index_answering(corpus: Path, index: Path, moment: str) -> None:
    grow(corpus)
    process = start_ingest(corpus, index, embed=0.5, step=0.3)
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip().startswith(moment):
            break
    process.send_signal(signal.SIGKILL)
    process.wait(timeout=30)
    process.stdout.close()
    assert process.stderr is not None
    process.stderr.close()
    opened = open_index(index, corpus=corpus, embedder=WordEmbedder())
    assert opened.search_lexical("aspirin", 3)
    assert "Run `vouch ingest`" in opened.warnings[0]
    assert build_index(corpus, index, embedder=WordEmbedder()).statements == 205
    assert open_index(index, corpus=corpus, embedder=WordEmbedder()).warnings == ()
    assert len(list(index.glob("generation-*"))) == 1


def test_ingest_killed_at_any_moment_never_leaves_a_broken_index(corpus: Path, index: Path) -> None:
    for number in range(6):
        (corpus / "cough.md").write_text(f"{COUGH}\nNumber {number}.\n", encoding="utf-8")
        process = start_ingest(corpus, index)
        assert process.stdout is not None
        assert process.stdout.readline().startswith("read")
        time.sleep(0.3 * number)
        process.kill()
        process.communicate(timeout=30)
        opened = open_index(index, corpus=corpus, embedder=WordEmbedder())
        assert opened.search_lexical("aspirin", 3)


@pytest.mark.parametrize("limit", [0, 100, 3000, 20000], ids=lambda limit: f"{limit} bytes left")
def test_full_disk_is_one_line_and_the_old_index_answers(corpus: Path, index: Path, limit: int) -> None:
    grow(corpus)
    before = open_index(index, corpus=None, embedder=WordEmbedder()).statements
    process = start_ingest(corpus, index, limit=limit)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 1
    last = stderr.strip().splitlines()[-1]
    assert "IndexWriteError: The index could not be written to" in last
    assert "the old one still stands. Free some space" in last
    opened = open_index(index, corpus=corpus, embedder=WordEmbedder())
    assert opened.statements == before
    assert opened.warnings
    assert len(list(index.glob("generation-*"))) == 1
    assert build_index(corpus, index, embedder=WordEmbedder()).statements == 205


def test_folder_that_cannot_be_made_is_an_error(tmp_path: Path, corpus: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(IngestError, match="can't be written"):
        build_index(corpus, tmp_path / "file" / "index", embedder=WordEmbedder())


def test_plain_staleness_is_refused_even_after_a_killed_ingest_was_mended(corpus: Path, index: Path) -> None:
    build_index(corpus, index, embedder=WordEmbedder())
    grow(corpus)
    with pytest.raises(IndexStaleError):
        open_index(index, corpus=corpus, embedder=WordEmbedder())
