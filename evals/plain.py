"""The plain LlamaIndex way over the same corpus: default reader, splitter and retriever, the top passages as the answer.

It shows the distance to what a team would have without Vouch. Each passage counts as one claim that cites itself, so
it is judged more leniently than Vouch is; it never abstains, and reads follow-ups as typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from evals.case_files import Case
from evals.records import Cited, Found, Record, Run, Shown
from ingest.embed import TextEmbedder


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainWay:
    """A splitter's chunk size in tokens and how many passages make the answer."""

    name: str
    chunk_size: int
    top_k: int


WAYS = (
    PlainWay(name="plain LlamaIndex, defaults", chunk_size=1024, top_k=2),
    PlainWay(name="plain LlamaIndex, 128 tokens", chunk_size=128, top_k=3),
)


def answer_plainly(way: PlainWay, cases: Sequence[Case], *, corpus: Path, embedder: TextEmbedder) -> Run:
    """A record for every turn of every case."""
    retriever = _open_retriever(way, corpus, embedder)
    records = tuple(tuple(_answer(retriever, turn.question) for turn in case.turns) for case in cases)
    return Run(name=way.name, cases=tuple(cases), records=records)


def _open_retriever(way: PlainWay, corpus: Path, embedder: TextEmbedder) -> Any:
    from llama_index.core import SimpleDirectoryReader, VectorStoreIndex
    from llama_index.core.node_parser import SentenceSplitter

    documents = SimpleDirectoryReader(input_dir=str(corpus), required_exts=[".md"], exclude=["README.md"]).load_data()
    splitter = SentenceSplitter(chunk_size=way.chunk_size, chunk_overlap=min(200, way.chunk_size // 6))
    index = VectorStoreIndex.from_documents(documents, transformations=[splitter], embed_model=_as_llama_embedding(embedder))
    return index.as_retriever(similarity_top_k=way.top_k)


def _as_llama_embedding(embedder: TextEmbedder) -> Any:
    from llama_index.core.embeddings import BaseEmbedding

    class Bundled(BaseEmbedding):  # type: ignore[misc]  # llama_index is untyped here
        """The product's own model behind LlamaIndex's interface, so that only the way differs."""

        def _get_query_embedding(self, query: str) -> list[float]:
            return self._get_text_embeddings([query])[0]

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_text_embeddings([text])[0]

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return [[float(value) for value in row] for row in embedder.embed(texts)]

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

    return Bundled(model_name="bundled")


def _answer(retriever: Any, question: str) -> Record:
    begin = perf_counter()
    found = retriever.retrieve(question)
    spent = (perf_counter() - begin) * 1000
    passages = [(Path(node.metadata.get("file_path", "")).stem, node.get_content(), float(node.score or 0.0)) for node in found]
    return Record(
        status="answered",
        text="\n\n".join(text for _, text, _ in passages),
        read_as=question,
        shown=tuple(
            Shown(text=text, cited=(Cited(number=number, source_id=source_id, under="", quote=text),), precise=(True,))
            for number, (source_id, text, _) in enumerate(passages, start=1)
        ),
        hits=tuple(Found(source_id=source_id, under="", text=text, dense=score) for source_id, text, score in passages),
        milliseconds={"retrieve": spent, "total": spent},
    )
