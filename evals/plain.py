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

import numpy as np

from evals.case_files import Case
from evals.records import Cited, Found, Record, Run, Shown
from ingest.embed import TextEmbedder, Vectors


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


def answer_in_ways(ways: Sequence[PlainWay], cases: Sequence[Case], *, corpus: Path, embedder: TextEmbedder) -> list[Run]:
    """A run for each way; each question is embedded once for all of them."""
    questions = list(dict.fromkeys(turn.question for case in cases for turn in case.turns))
    begin = perf_counter()
    asked = embedder.embed(questions)
    embedding = (perf_counter() - begin) * 1000 / len(questions)
    runs = []
    for way in ways:
        nodes, cosines, spent = search_plainly(way, asked, corpus=corpus, embedder=embedder)
        order = np.argsort(-cosines, axis=1, kind="stable")[:, : way.top_k]
        answer_of = {
            question: _record(question, [(nodes[place], float(cosines[row, place])) for place in order[row]], embedding + spent)
            for row, question in enumerate(questions)
        }
        records = tuple(tuple(answer_of[turn.question] for turn in case.turns) for case in cases)
        runs.append(Run(name=way.name, cases=tuple(cases), records=records))
    return runs


def search_plainly(way: PlainWay, asked: Vectors, *, corpus: Path, embedder: TextEmbedder) -> tuple[list[Any], Vectors, float]:
    """The passages as LlamaIndex cuts them, the cosine of each question with each, and the milliseconds a question took.

    LlamaIndex's own vector store compares one question and one passage at a time, in Python; one product of two
    matrices gives the same order (tested against its retriever).
    """
    from llama_index.core.schema import MetadataMode

    nodes = cut_plainly(way, corpus)
    vectors = embedder.embed([node.get_content(metadata_mode=MetadataMode.EMBED) for node in nodes])
    begin = perf_counter()
    cosines = asked @ vectors.T
    return nodes, cosines, (perf_counter() - begin) * 1000 / len(asked)


def cut_plainly(way: PlainWay, corpus: Path) -> list[Any]:
    """The corpus in LlamaIndex's nodes."""
    from llama_index.core import SimpleDirectoryReader
    from llama_index.core.node_parser import SentenceSplitter

    documents = SimpleDirectoryReader(input_dir=str(corpus), required_exts=[".md"], exclude=["README.md"]).load_data()
    splitter = SentenceSplitter(chunk_size=way.chunk_size, chunk_overlap=min(200, way.chunk_size // 6))
    return list(splitter.get_nodes_from_documents(documents))


def _record(question: str, found: Sequence[tuple[Any, float]], milliseconds: float) -> Record:
    passages = [(Path(node.metadata.get("file_path", "")).stem, node.get_content(), cosine) for node, cosine in found]
    return Record(
        status="answered",
        text="\n\n".join(text for _, text, _ in passages),
        read_as=question,
        shown=tuple(
            Shown(text=text, cited=(Cited(number=number, source_id=source_id, under="", quote=text),), precise=(True,))
            for number, (source_id, text, _) in enumerate(passages, start=1)
        ),
        hits=tuple(Found(source_id=source_id, under="", text=text, dense=cosine) for source_id, text, cosine in passages),
        milliseconds={"retrieve": milliseconds, "total": milliseconds},
    )
