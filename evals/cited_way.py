"""LlamaIndex's CitationQueryEngine over the same corpus: what a language model with citations gives without a gate.

Its answer is cut at sentences; a sentence is a claim that cites the passages whose marks it carries, and is verified
against them as Vouch's own claims are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

from assistant.answers import Evidence
from assistant.citation.gate import Verify
from evals.case_files import Case
from evals.plain import WAYS, cut_plainly
from evals.records import Cited, Found, Record, Run, Shown
from ingest.embed import TextEmbedder
from ingest.sentences import split_sentences

NAME = "LlamaIndex CitationQueryEngine"
_MARK = re.compile(r"\[(\d+)\]")
_MARKS = re.compile(r"\s*\[\d+\]")
_EMPTY = ("", "Empty Response")


def answer_with_citations(cases: Sequence[Case], *, llm: Any, corpus: Path, embedder: TextEmbedder, verify: Verify) -> Run:
    """A record for every turn of every case; ``llm`` is LlamaIndex's."""
    from llama_index.core import VectorStoreIndex
    from llama_index.core.query_engine import CitationQueryEngine

    index = VectorStoreIndex(cut_plainly(WAYS[0], corpus), embed_model=as_llama_embedding(embedder))
    engine = CitationQueryEngine.from_args(index, llm=llm)
    records = tuple(tuple(_answer(engine, turn.question, verify) for turn in case.turns) for case in cases)
    return Run(name=NAME, cases=tuple(cases), records=records)


def as_llama_embedding(embedder: TextEmbedder) -> Any:
    """The product's own model behind LlamaIndex's interface, so that only the way differs."""
    from llama_index.core.embeddings import BaseEmbedding

    class Bundled(BaseEmbedding):  # type: ignore[misc]  # llama_index is untyped here
        """The embedder as LlamaIndex calls it."""

        def _get_query_embedding(self, query: str) -> list[float]:
            return self._get_text_embeddings([query])[0]

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_text_embeddings([text])[0]

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return [[float(value) for value in row] for row in embedder.embed(texts)]

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

    return Bundled(model_name="bundled")


def _answer(engine: Any, question: str, verify: Verify) -> Record:
    begin = perf_counter()
    response = engine.query(question)
    spent = (perf_counter() - begin) * 1000
    text = str(response.response or "").strip()
    passages = [
        (Path(hit.node.metadata.get("file_path", "")).stem, hit.node.get_content(), float(hit.score or 0.0))
        for hit in response.source_nodes
    ]
    return Record(
        status="abstained" if text in _EMPTY else "answered",
        text=text,
        read_as=question,
        shown=() if text in _EMPTY else tuple(_claim(sentence, passages, verify) for sentence in _sentences(text)),
        hits=tuple(Found(source_id=source_id, under="", text=words, dense=cosine) for source_id, words, cosine in passages),
        milliseconds={"total": spent},
    )


def _sentences(text: str) -> list[str]:
    """The sentences, each with the marks that follow its full stop."""
    starts = [start for start, _ in split_sentences(text)]
    cuts = [text[begin:end].strip() for begin, end in pairwise([*starts, len(text)])]
    sentences: list[str] = []
    for cut in cuts:
        if sentences and not _MARK.sub("", cut).strip(" ."):
            sentences[-1] += f" {cut}"
        else:
            sentences.append(cut)
    return sentences


def _claim(sentence: str, passages: Sequence[tuple[str, str, float]], verify: Verify) -> Shown:
    numbers = [number for number in map(int, _MARK.findall(sentence)) if 0 < number <= len(passages)]
    numbers = list(dict.fromkeys(numbers))
    said = _MARKS.sub("", sentence).strip()
    evidence = [Evidence(text=passages[number - 1][1]) for number in numbers]
    verdict = verify(said, evidence) if evidence else None
    return Shown(
        text=said,
        cited=tuple(Cited(number=n, source_id=passages[n - 1][0], under="", quote=passages[n - 1][1]) for n in numbers),
        supported=bool(verdict and verdict.supported),
        precise=tuple(verify(said, (one,)).supported for one in evidence),
        reasons=tuple(reason.code.value for reason in verdict.reasons) if verdict else ("NO_CITATION",),
    )
