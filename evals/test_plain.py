"""The plain way is LlamaIndex's own: the same passages in the same order as its retriever gives."""

from typing import Any

import pytest

from assistant.settings import load_settings
from evals.conftest import CORPUS
from evals.plain import WAYS, PlainWay, cut_plainly, search_plainly
from ingest.embed import TextEmbedder, load_embedder

QUESTIONS = ("denosumab dose?", "and after progression?", "is brain imaging needed", "¿cada cuánto se da el zoledronato?")


def as_llama_embedding(embedder: TextEmbedder) -> Any:
    from llama_index.core.embeddings import BaseEmbedding

    class Bundled(BaseEmbedding):  # type: ignore[misc]  # llama_index is untyped here
        def _get_query_embedding(self, query: str) -> list[float]:
            return self._get_text_embeddings([query])[0]

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_text_embeddings([text])[0]

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return [[float(value) for value in row] for row in embedder.embed(texts)]

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

    return Bundled(model_name="bundled")


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)
def test_passages_are_those_of_the_default_retriever(way: PlainWay) -> None:
    from llama_index.core import VectorStoreIndex

    embedder = load_embedder(load_settings())
    index = VectorStoreIndex(cut_plainly(way, CORPUS), embed_model=as_llama_embedding(embedder))
    retriever = index.as_retriever(similarity_top_k=way.top_k)
    nodes, cosines, _ = search_plainly(way, embedder.embed(QUESTIONS), corpus=CORPUS, embedder=embedder)
    for row, question in enumerate(QUESTIONS):
        theirs = retriever.retrieve(question)
        ours = (-cosines[row]).argsort(kind="stable")[: way.top_k]
        assert [nodes[place].get_content() for place in ours] == [hit.node.get_content() for hit in theirs]
        assert [cosines[row, place] for place in ours] == pytest.approx([hit.score for hit in theirs], abs=1e-4)
