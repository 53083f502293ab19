import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from ingest_fakes import COUGH, DIMENSION, WordEmbedder, make_corpus
from milvus_fake import SERVER, FakeMilvus

from ingest.bring import build_index
from ingest.doctor import Severity, look_over
from ingest.embed import load_embedder
from ingest.errors import IndexStaleError, IndexWriteError, IngestError, VectorStoreError
from ingest.index import OpenIndex, open_index
from ingest.milvus import MilvusStore, open_vector_store
from ingest.settings import IngestSettings
from ingest.store import read_lock
from ingest.vector_address import milvus_address

needs_milvus = pytest.mark.skipif(
    not (find_spec("pymilvus") and find_spec("milvus_lite")), reason="the extra is not installed (pip install 'vouch[milvus]')"
)
QUESTIONS = ["how much paracetamol", "aspirin below 16 years", "honey at night", "dose", "nothing of the kind"]
# The same line in many documents: equal vectors, in an order that a store could turn.
TWINS = {
    f"twin{number}_md": f"# Twins\n\nRest and drink water.\n\nNote {number}: call after {number} days.\n" for number in range(9)
}


@pytest.fixture
def milvus() -> FakeMilvus:
    return FakeMilvus()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return make_corpus(tmp_path / "corpus", **TWINS)


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def ingest(corpus: Path, index: Path, store: MilvusStore | None) -> tuple[str, ...]:
    return build_index(corpus, index, embedder=WordEmbedder(), store=store).warnings


def opened(corpus: Path, index: Path, store: MilvusStore | None) -> OpenIndex:
    return open_index(index, corpus=corpus, embedder=WordEmbedder(), store=store)


def assert_same_answers(ours: OpenIndex, theirs: OpenIndex) -> None:
    for question in [*QUESTIONS, "Rest and drink water."]:
        (vector,) = ours.embedder.embed([question])
        for wanted in (1, 3, 8, len(ours.statements)):
            found, expected = ours.search_dense(vector, wanted), theirs.search_dense(vector, wanted)
            assert [cosine for _, cosine in found] == [cosine for _, cosine in expected]
            # of equals at the very end, which are left out is nobody's promise
            sure = [row for row, cosine in expected if wanted >= len(ours.statements) or cosine > expected[-1][1]]
            assert [row for row, _ in found][: len(sure)] == sure


def test_answers_are_those_of_faiss_equal_cosines_included(corpus: Path, index: Path, milvus: FakeMilvus) -> None:
    ingest(corpus, index, milvus.store())
    ours, theirs = opened(corpus, index, milvus.store()), opened(corpus, index, None)
    assert_same_answers(ours, theirs)
    assert milvus.searched


@pytest.mark.parametrize(
    "sources", [{"cough"}, {"fever", "twin3"}, {"twin0", "twin1", "twin8"}, set()], ids=["one", "two", "twins", "none"]
)
def test_some_sources_only_are_searched_in_milvus_too(corpus: Path, index: Path, milvus: FakeMilvus, sources: set[str]) -> None:
    ingest(corpus, index, milvus.store())
    ours, theirs = (opened(corpus, index, store).only(sources) for store in (milvus.store(), None))
    assert_same_answers(ours, theirs)
    assert_same_answers(ours.only({"cough", "twin1"}), theirs.only({"cough", "twin1"}))
    assert bool(milvus.searched) == bool(sources)


def test_older_editions_are_left_out_in_milvus_too(tmp_path: Path, index: Path, milvus: FakeMilvus) -> None:
    corpus = make_corpus(tmp_path / "corpus", coughold_md=COUGH.replace("2023", "2019").replace("id: cough", "id: cough-old"))
    ingest(corpus, index, milvus.store())
    assert_same_answers(opened(corpus, index, milvus.store()), opened(corpus, index, None))


def test_vectors_are_sent_in_batches_to_an_exact_index(corpus: Path, index: Path, milvus: FakeMilvus) -> None:
    ingest(corpus, index, milvus.store(batch=4))
    (collection,) = milvus.collections.values()
    held = opened(corpus, index, None)
    assert milvus.inserted == [4] * (len(held.statements) // 4) + [len(held.statements) % 4]
    assert [one["row"] for one in collection.entries] == list(range(len(held.statements)))
    assert np.allclose([one["vector"] for one in collection.entries], held.statement_vectors)
    assert (collection.index["index_type"], collection.index["metric_type"]) == ("FLAT", "IP")
    assert collection.fields["vector"]["dim"] == DIMENSION


def test_user_and_password_are_given_apart_from_the_address(milvus: FakeMilvus) -> None:
    milvus.store().reach()
    (options,) = milvus.connected
    assert (options["uri"], options["token"]) == ("http://milvus.example:19530", "vouch:hunter2")


def test_nothing_is_sent_twice_for_an_unchanged_corpus(corpus: Path, index: Path, milvus: FakeMilvus) -> None:
    ingest(corpus, index, milvus.store())
    before = list(milvus.inserted)
    assert ingest(corpus, index, milvus.store()) == ()
    assert milvus.inserted == before


def test_collection_goes_with_its_generation_and_others_stay(corpus: Path, index: Path, milvus: FakeMilvus) -> None:
    other = index.with_name("other")
    ingest(corpus, other, milvus.store())
    milvus.collections["somebody_elses"] = next(iter(milvus.collections.values()))
    kept = set(milvus.collections)
    ingest(corpus, index, milvus.store())
    first = set(milvus.collections) - kept
    (corpus / "new.md").write_text("# New\n\nSleep helps.\n", encoding="utf-8")
    ingest(corpus, index, milvus.store())
    second = set(milvus.collections) - kept
    assert len(first) == len(second) == 1
    assert first != second
    assert kept <= set(milvus.collections)


def test_copied_folder_leaves_the_collections_of_the_first_alone(
    tmp_path: Path, corpus: Path, index: Path, milvus: FakeMilvus
) -> None:
    import shutil

    ingest(corpus, index, milvus.store())
    (first,) = milvus.collections
    shutil.copytree(index, tmp_path / "copy")
    with pytest.raises(IndexStaleError, match="Run `vouch ingest`"):
        opened(corpus, tmp_path / "copy", milvus.store())
    ingest(corpus, tmp_path / "copy", milvus.store())
    assert len(milvus.collections) == 2
    assert first in milvus.collections
    opened(corpus, index, milvus.store())


def test_stray_collection_of_a_killed_run_is_dropped_by_the_next(corpus: Path, index: Path, milvus: FakeMilvus) -> None:
    ingest(corpus, index, milvus.store())
    (own,) = milvus.collections
    milvus.collections[f"{own[:-12]}0123456789ab"] = milvus.collections[own]
    assert ingest(corpus, index, milvus.store()) == ()
    assert list(milvus.collections) == [own]


def lose(milvus: FakeMilvus) -> None:
    milvus.collections.clear()


def thin_out(milvus: FakeMilvus) -> None:
    for collection in milvus.collections.values():
        collection.entries.pop()


def leave_without_index(milvus: FakeMilvus) -> None:
    milvus.unloadable |= set(milvus.collections)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lose, r"has no copy of the vectors"),
        (thin_out, r"has \d+ of \d+ vectors"),
        (leave_without_index, r"can't load its copy .*\(index not found\)"),
    ],
    ids=["missing", "count", "half made"],
)
def test_copy_that_is_not_whole_is_refused_and_mended_by_ingest(
    corpus: Path, index: Path, milvus: FakeMilvus, harm: Callable[[FakeMilvus], None], said: str
) -> None:
    ingest(corpus, index, milvus.store())
    harm(milvus)
    with pytest.raises(IndexStaleError, match=rf"{said}.*Run `vouch ingest`\.$") as caught:
        opened(corpus, index, milvus.store())
    assert "hunter2" not in str(caught.value)
    (warning,) = ingest(corpus, index, milvus.store())
    assert "copied there again" in warning
    assert_same_answers(opened(corpus, index, milvus.store()), opened(corpus, index, None))
    assert ingest(corpus, index, milvus.store()) == ()


def test_index_that_was_made_without_milvus_is_copied_there_by_the_next_ingest(
    corpus: Path, index: Path, milvus: FakeMilvus
) -> None:
    ingest(corpus, index, None)
    generation = read_lock(index).generation
    with pytest.raises(IndexStaleError, match="no copy"):
        opened(corpus, index, milvus.store())
    assert len(ingest(corpus, index, milvus.store())) == 1
    assert read_lock(index).generation == generation
    opened(corpus, index, milvus.store())


def test_ingest_that_loses_the_server_leaves_the_old_index_in_force(corpus: Path, index: Path, milvus: FakeMilvus) -> None:
    ingest(corpus, index, milvus.store())
    before, held = read_lock(index), set(milvus.collections)
    (corpus / "new.md").write_text("# New\n\nSleep helps.\n", encoding="utf-8")
    milvus.inserts_left = 2
    with pytest.raises(VectorStoreError, match="server unavailable"):
        ingest(corpus, index, milvus.store(batch=4))
    assert read_lock(index) == before
    assert [path.name for path in index.glob("generation-*")] == [before.generation]
    milvus.wrong, milvus.inserts_left = "", None
    assert len(opened(corpus, index, milvus.store()).warnings) == 1, "the old one answers"
    assert len(milvus.collections) == 2
    ingest(corpus, index, milvus.store())
    assert len(milvus.collections) == 1
    assert not held & set(milvus.collections)


@pytest.mark.parametrize("reason", ["server unavailable", "auth check failure,\n please check hunter2 is correct"])
def test_server_that_is_away_or_refuses_is_one_line_with_address_and_mend(
    corpus: Path, index: Path, milvus: FakeMilvus, reason: str
) -> None:
    ingest(corpus, index, milvus.store())
    held = opened(corpus, index, milvus.store())
    milvus.wrong = reason
    asks: list[Callable[[], object]] = [
        lambda: ingest(corpus, index, milvus.store()),
        lambda: opened(corpus, index, milvus.store()),
        lambda: held.search_dense(held.statement_vectors[0], 3),
        held.check,
        held.only({"cough"}).check,
    ]
    for ask in asks:
        with pytest.raises(VectorStoreError) as caught:
            ask()
        said = str(caught.value)
        assert reason.split(",", maxsplit=1)[0] in said
        assert "http://vouch:********@milvus.example:19530" in said
        assert "VOUCH_VECTOR_STORE" in said
        assert "hunter2" not in said
        assert "\n" not in said


def test_server_that_hangs_is_told_in_a_line(corpus: Path, index: Path, milvus: FakeMilvus) -> None:
    ingest(corpus, index, milvus.store())
    held = opened(corpus, index, milvus.store())
    milvus.hangs = True
    asks: list[Callable[[], object]] = [
        lambda: opened(corpus, index, milvus.store()),
        lambda: held.search_dense(held.statement_vectors[0], 3),
        held.check,
    ]
    for ask in asks:
        with pytest.raises(VectorStoreError, match=r"can't be used \(Deadline Exceeded\)"):
            ask()


def test_index_that_is_open_answers_on_once_a_newer_took_its_collection(
    corpus: Path, index: Path, milvus: FakeMilvus, caplog: pytest.LogCaptureFixture
) -> None:
    ingest(corpus, index, milvus.store())
    held, beside = opened(corpus, index, milvus.store()), opened(corpus, index, None)
    held.check()
    beside.check()
    (corpus / "new.md").write_text("# New\n\nSleep helps.\n", encoding="utf-8")
    ingest(corpus, index, milvus.store())
    assert_same_answers(held, beside)
    assert_same_answers(held.only({"cough", "fever"}), beside.only({"cough", "fever"}))
    assert caplog.text.count("was dropped, as a newer index does") == 2, "once for the whole, once for some sources"


def test_collection_that_has_lost_vectors_since_it_was_opened_is_told(corpus: Path, index: Path, milvus: FakeMilvus) -> None:
    ingest(corpus, index, milvus.store())
    held = opened(corpus, index, milvus.store())
    for collection in milvus.collections.values():
        del collection.entries[3:]
    with pytest.raises(VectorStoreError, match=r"it found 3 of .* vectors; run `vouch ingest`"):
        held.search_dense(held.statement_vectors[0], 5)


def test_collection_with_rows_of_another_index_is_told(corpus: Path, index: Path, milvus: FakeMilvus) -> None:
    ingest(corpus, index, milvus.store())
    held = opened(corpus, index, milvus.store())
    for collection in milvus.collections.values():
        for entry in collection.entries:
            entry["row"] += 3
    with pytest.raises(VectorStoreError, match="vectors; run `vouch ingest`"):
        held.search_dense(held.statement_vectors[0], len(held.statements))


def test_empty_corpus_has_an_empty_collection(tmp_path: Path, index: Path, milvus: FakeMilvus) -> None:
    (tmp_path / "none").mkdir()
    ingest(tmp_path / "none", index, milvus.store())
    held = opened(tmp_path / "none", index, milvus.store())
    assert held.search_dense(np.ones(DIMENSION, dtype=np.float32), 3) == []


def test_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch, corpus: Path, index: Path) -> None:
    monkeypatch.setitem(sys.modules, "pymilvus", None)
    store = open_vector_store(IngestSettings(corpus=corpus, index=index, vector_store=SERVER))
    with pytest.raises(VectorStoreError, match=r"pip install 'vouch\[milvus\]'.*VOUCH_VECTOR_STORE=faiss"):
        ingest(corpus, index, store)


def test_default_has_no_store_beside_the_index() -> None:
    assert open_vector_store(IngestSettings(vector_store="faiss")) is None


def test_index_folder_that_cannot_be_written_is_told(corpus: Path, index: Path, milvus: FakeMilvus) -> None:
    ingest(corpus, index, None)
    (index / "identity").mkdir()
    with pytest.raises(IndexWriteError, match="can't be written"):
        ingest(corpus, index, milvus.store())


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_doctor_tells_a_store_that_cannot_be_used(corpus: Path, index: Path) -> None:
    settings = IngestSettings(corpus=corpus, index=index, vector_store=f"http://vouch:hunter2@127.0.0.1:{free_port()}")
    build_index(corpus, index, embedder=load_embedder(settings))
    (found,) = [finding for finding in look_over(settings)[0] if finding.subject == "index"]
    assert found.severity is Severity.ERROR
    assert "VOUCH_VECTOR_STORE" in found.message
    assert "hunter2" not in found.message


@needs_milvus
def test_milvus_lite_answers_as_faiss_does_and_doctor_says_so(corpus: Path, index: Path, tmp_path: Path) -> None:
    settings = IngestSettings(corpus=corpus, index=index, vector_store=str(tmp_path / "vectors.db"))
    store, embedder = open_vector_store(settings), load_embedder(settings)
    build_index(corpus, index, embedder=embedder, store=store)
    ours, theirs = (open_index(index, corpus=corpus, embedder=embedder, store=one) for one in (store, None))
    assert_same_answers(ours, theirs)
    some = {"fever", "twin3", "twin4"}
    assert_same_answers(ours.only(some), theirs.only(some))
    (found,) = [finding for finding in look_over(settings)[0] if finding.subject == "vector store"]
    assert found.message.startswith(f"{len(ours.statements)} vectors in Milvus")
    (corpus / "new.md").write_text("# New\n\nSleep helps.\n", encoding="utf-8")
    build_index(corpus, index, embedder=embedder, store=store)
    assert_same_answers(ours, theirs)
    assert_same_answers(*(open_index(index, corpus=corpus, embedder=embedder, store=one) for one in (store, None)))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Milvus Lite behind a port, as a server is."""
    port = free_port()
    command = [sys.executable, "-m", "milvus_lite", "server", "--data-dir", str(tmp_path / "served.db")]
    running = subprocess.Popen([*command, "--host", "127.0.0.1", "--port", str(port)], stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as trying:
                if not trying.connect_ex(("127.0.0.1", port)):
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}", running
    finally:
        running.kill()
        running.wait()


@needs_milvus
@pytest.mark.slow
def test_server_by_its_url_answers_as_faiss_does_until_it_goes(
    corpus: Path, index: Path, server: tuple[str, subprocess.Popen[bytes]]
) -> None:
    url, running = server
    store = open_vector_store(IngestSettings(corpus=corpus, index=index, vector_store=url))
    ingest(corpus, index, store)
    held = opened(corpus, index, store)
    assert_same_answers(held, opened(corpus, index, None))
    running.kill()
    running.wait()
    began = time.monotonic()
    with pytest.raises(IngestError, match=r"The Milvus server at .* can't be used"):
        held.search_dense(held.statement_vectors[0], 3)
    assert time.monotonic() - began < 30


@needs_milvus
def test_milvus_lite_file_that_cannot_be_opened_is_one_line(corpus: Path, index: Path, tmp_path: Path) -> None:
    store = MilvusStore(milvus_address(str(tmp_path / "no" / "such.db")) or pytest.fail("it is an address"))
    with pytest.raises(VectorStoreError, match=r"The Milvus file .* can't be used") as caught:
        ingest(corpus, index, store)
    assert "\n" not in str(caught.value)
