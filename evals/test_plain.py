"""The plain way is LlamaIndex's own: the same passages in the same order as its retriever gives."""

from functools import partial
from typing import Any

import pytest

from assistant.settings import load_settings
from assistant.verify import verify_claim
from assistant.words.lexicon import Lexicon
from evals.cited_way import answer_with_citations, as_llama_embedding
from evals.conftest import CORPUS
from evals.plain import WAYS, PlainWay, cut_plainly, search_plainly
from evals.scored import score_run
from evals.test_metrics import DOSE, make_case
from ingest.embed import load_embedder

QUESTIONS = ("denosumab dose?", "and after progression?", "is brain imaging needed", "¿cada cuánto se da el zoledronato?")


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


@pytest.mark.slow
def test_citation_query_engine_is_held_to_its_marks() -> None:
    """A model that copies its first passage's dose and adds a wrong one: the second claim is unsupported, the third uncited."""
    from llama_index.core.llms import CompletionResponse, CustomLLM, LLMMetadata

    right = "Denosumab is given at 120 mg every 4 weeks"

    class Scripted(CustomLLM):  # type: ignore[misc]  # llama_index is untyped here
        @property
        def metadata(self) -> LLMMetadata:
            return LLMMetadata()

        def complete(self, prompt: str, **_: Any) -> CompletionResponse:
            assert "Source 1:" in prompt
            return CompletionResponse(text=f"{right} [1]. Denosumab 999 mg is given daily [1]. Ask.")

        def stream_complete(self, prompt: str, **_: Any) -> Any:
            raise NotImplementedError

    case = make_case("dose", **{**DOSE, "question": "denosumab 120 mg every 4 weeks for bone metastases", "sources": []})
    run = answer_with_citations(
        (case,),
        llm=Scripted(),
        corpus=CORPUS,
        embedder=load_embedder(load_settings()),
        verify=partial(verify_claim, lexicon=Lexicon()),
    )
    shown = run.records[0][0].shown
    assert [claim.text for claim in shown] == [f"{right}.", "Denosumab 999 mg is given daily.", "Ask."]
    assert not shown[1].supported
    assert [len(claim.cited) for claim in shown] == [1, 1, 0]
    assert score_run(run).totals["all"]["claims_cited"].value == pytest.approx(2 / 3)
