"""``vouch eval retrieval``: a BEIR-style folder through the product's own retrieval, figures per stage out."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assistant.question.asked import read_question
from assistant.retrieval.retrieve import retrieve
from assistant.words.lexicon import Lexicon
from evals.errors import RetrievalFolderError
from evals.ranking import measure
from ingest.documents import Document, Source, Span, Statement
from ingest.embed import TextEmbedder, load_embedder
from ingest.index import TOKEN_PATTERN
from ingest.sentences import split_sentences
from ingest.settings import IngestSettings

STAGES = ("lexical", "dense", "fused")
_PIECE_WORDS = 120
_DIGITS = 6


class Pool:
    """Texts to be searched as the index is: an inner product over vectors, and BM25 over the same words."""

    def __init__(self, statements: Sequence[Statement], *, embedder: TextEmbedder) -> None:
        """Embeds every statement."""
        from llama_index.core.schema import TextNode
        from llama_index.retrievers.bm25 import BM25Retriever

        self.statements = tuple(statements)
        self.embedder = embedder
        sources = {statement.source_id for statement in statements}
        self.documents: Mapping[str, Document] = {s: Document(source=Source(source_id=s, title=""), text="") for s in sources}
        self.statement_vectors = embedder.embed([statement.embed_text for statement in statements])
        self._positions = {statement.statement_id: place for place, statement in enumerate(statements)}
        nodes = [TextNode(id_=statement.statement_id, text=statement.embed_text) for statement in statements]
        self._bm25 = BM25Retriever(nodes=nodes, token_pattern=TOKEN_PATTERN, similarity_top_k=1)

    def search_dense(self, vector: np.ndarray, k: int, **_: bool) -> list[tuple[int, float]]:
        """Positions and cosines, best first."""
        cosines = self.statement_vectors @ vector
        return [(int(place), float(cosines[place])) for place in np.argsort(-cosines, kind="stable")[:k]]

    def search_lexical(self, text: str, k: int, **_: bool) -> list[tuple[int, float]]:
        """Positions and BM25 weights above 0, best first."""
        self._bm25.similarity_top_k = k
        return [(self._positions[hit.node.node_id], float(hit.score)) for hit in self._bm25.retrieve(text) if hit.score > 0]


def run_retrieval(
    folder: Path, *, embedder: TextEmbedder | None = None, on_query: Callable[[int, int], None] = lambda _done, _all: None
) -> dict[str, Any]:
    """Stage → nDCG@10, recall@5, recall@10, MRR, with the numbers of documents and queries.

    Long documents are cut at sentences into pieces that fit the model; a document counts with its best piece. The
    lexicon stays out, so that figures are those of retrieval alone.

    Raises:
        RetrievalFolderError: a file is missing or holds a line that can't be read.

    """
    corpus, queries, judgements = read_folder(folder)
    statements = [piece for document_id, title, text in corpus for piece in _pieces(document_id, title, text)]
    pool = Pool(statements, embedder=embedder or load_embedder(IngestSettings()))
    rankings: dict[str, dict[str, dict[str, float]]] = {stage: {} for stage in STAGES}
    judged = [query for query in judgements if query in queries]
    for done, query in enumerate(judged, start=1):
        asked = read_question(queries[query], lexicon=Lexicon())
        hits = retrieve(asked, index=pool, lexicon=Lexicon())
        for stage in STAGES:
            best: dict[str, float] = {}
            for hit in hits:
                score = round(float(getattr(hit, stage)), _DIGITS)
                if score > best.get(hit.statement.source_id, 0.0):
                    best[hit.statement.source_id] = score
            rankings[stage][query] = best
        on_query(done, len(judged))
    figures = {stage: {name: round(value, 4) for name, value in measure(judgements, rankings[stage]).items()} for stage in STAGES}
    return {
        "folder": str(folder),
        "documents": len(corpus),
        "pieces": len(statements),
        "queries": len(judgements),
        "stages": figures,
    }


def as_table(found: Mapping[str, Any]) -> str:
    """The figures for a terminal."""
    names = ("ndcg@10", "recall@5", "recall@10", "mrr")
    lines = [
        f"{found['documents']} documents, {found['queries']} queries",
        "stage    " + "".join(f"{name:>11}" for name in names),
    ]
    lines += [f"{stage:<9}" + "".join(f"{figures[name]:>11.4f}" for name in names) for stage, figures in found["stages"].items()]
    return "\n".join(lines)


def read_folder(folder: Path) -> tuple[list[tuple[str, str, str]], dict[str, str], dict[str, dict[str, int]]]:
    """The documents (id, title, text), the queries by id, and the judgements by query and document."""
    corpus = [
        (str(line["_id"]), str(line.get("title") or ""), str(line.get("text") or "")) for line in _lines(folder / "corpus.jsonl")
    ]
    queries = {str(line["_id"]): str(line["text"]) for line in _lines(folder / "queries.jsonl")}
    file = next((path for path in (folder / "qrels.tsv", folder / "qrels" / "test.tsv") if path.is_file()), None)
    if file is None:
        message = f"{folder} holds neither qrels.tsv nor qrels/test.tsv; a BEIR-style folder needs one."
        raise RetrievalFolderError(message)
    judgements: dict[str, dict[str, int]] = {}
    with file.open(encoding="utf-8", newline="") as rows:
        for number, row in enumerate(csv.reader(rows, delimiter="\t"), start=1):
            if not row or (number == 1 and not row[-1].strip().lstrip("-").isdigit()):
                continue
            try:
                query, document, gain = row[0], row[-2], int(row[-1])
            except (IndexError, ValueError) as error:
                message = f"{file}:{number}: write query-id, corpus-id and a whole number, parted by tabs."
                raise RetrievalFolderError(message) from error
            judgements.setdefault(query, {})[document] = gain
    if not corpus or not judgements:
        message = f"{folder} holds no documents or no judgements; there is nothing to measure."
        raise RetrievalFolderError(message)
    return corpus, queries, judgements


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{file} can't be read ({getattr(error, 'strerror', None) or error}); a BEIR-style folder needs it, in UTF-8."
        raise RetrievalFolderError(message) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            entry["_id"]
            if file.name == "queries.jsonl":
                entry["text"]
        except (ValueError, KeyError, TypeError) as error:
            message = f'{file}:{number}: not a line like {{"_id": "…", "text": "…"}}.'
            raise RetrievalFolderError(message) from error
        yield entry


def _pieces(document_id: str, title: str, text: str) -> list[Statement]:
    """A document as pieces of whole sentences, each under its title."""
    groups: list[tuple[int, int]] = []
    words = 0
    for start, end in split_sentences(text) if text.strip() else ():
        count = len(text[start:end].split())
        if groups and words + count <= _PIECE_WORDS:
            groups[-1] = (groups[-1][0], end)
            words += count
        else:
            groups.append((start, end))
            words = count
    pieces = [(text[start:end], Span(start=start, end=end)) for start, end in groups if text[start:end].strip()]
    pieces = pieces or [(title or " ", Span(start=0, end=1))]
    return [
        Statement(
            statement_id=f"{document_id}#{place}",
            source_id=document_id,
            passage_id=document_id,
            span=span,
            text=piece,
            heading_path=(title,) if title else (),
        )
        for place, (piece, span) in enumerate(pieces)
    ]
