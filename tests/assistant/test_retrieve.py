"""Both sides of retrieval count, each by its own measure; order, ties and limits hold."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from heart_library import asked, heart_index, lexicon, source, statement

from assistant.retrieval.retrieve import CANDIDATES, DENSE_WEIGHT, retrieve, spelled_out, with_wordings
from assistant.words.concepts import Concept
from assistant.words.lexicon import Lexicon
from ingest.documents import Document, Statement


class ScriptedIndex:
    """Answers with given cosines and BM25 figures, and keeps what it was asked."""

    checksum = "scripted"

    def __init__(self, dense: Sequence[float], lexical: Sequence[float], *, sources: Sequence[str] = ()) -> None:
        homes = sources or ["alpha"] * len(dense)
        self.statements: tuple[Statement, ...] = tuple(
            statement(f"Statement {n}.", source_id=home, order=n) for n, home in enumerate(homes)
        )
        self.documents: Mapping[str, Document] = {home: Document(source=source(home), text="") for home in homes}
        self._dense, self._lexical = dense, lexical
        self.embedder = self
        self.embedded: list[str] = []
        self.searched: list[str] = []

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        self.embedded += texts
        return np.ones((len(texts), 1), dtype=np.float32)

    def search_dense(self, vector: np.ndarray, k: int, **_: bool) -> list[tuple[int, float]]:
        assert vector.shape == (1,)
        return sorted(enumerate(self._dense), key=lambda pair: -pair[1])[:k]

    def search_lexical(self, text: str, k: int, **_: bool) -> list[tuple[int, float]]:
        self.searched.append(text)
        return sorted(((n, bm25) for n, bm25 in enumerate(self._lexical) if bm25 > 0), key=lambda pair: -pair[1])[:k]


def texts(index: ScriptedIndex, question: str = "salt", **options: frozenset[str]) -> list[str]:
    return [hit.statement.text[10] for hit in retrieve(asked(question), index=index, lexicon=lexicon(), **options)]


def test_each_side_is_divided_by_its_best_so_that_large_bm25_figures_do_not_drown_cosines() -> None:
    index = ScriptedIndex([0.8, 0.4], [30.0, 60.0])
    first, second = retrieve(asked("salt"), index=index, lexicon=lexicon())
    assert first.statement.text == "Statement 0."
    assert first.fused == pytest.approx(DENSE_WEIGHT + (1 - DENSE_WEIGHT) / 2)
    assert second.fused == pytest.approx(DENSE_WEIGHT / 2 + (1 - DENSE_WEIGHT))
    assert (first.dense, first.lexical, second.dense, second.lexical) == (0.8, 30.0, 0.4, 60.0)


def test_ties_keep_the_order_of_the_documents() -> None:
    assert texts(ScriptedIndex([0.5, 0.5, 0.5], [2.0, 2.0, 2.0])) == ["0", "1", "2"]


def test_statement_that_only_one_side_finds_is_kept() -> None:
    assert set(texts(ScriptedIndex([0.9, 0.0], [0.0, 7.0]))) == {"0", "1"}


def test_negative_cosine_counts_as_none() -> None:
    hits = retrieve(asked("salt"), index=ScriptedIndex([0.5, -0.9], [0.0, 0.0]), lexicon=lexicon())
    assert [hit.fused for hit in hits] == [pytest.approx(DENSE_WEIGHT), 0.0]


def test_nothing_similar_on_either_side_divides_by_nothing() -> None:
    hits = retrieve(asked("salt"), index=ScriptedIndex([0.0, -0.2], [0.0, 0.0]), lexicon=lexicon())
    assert [hit.fused for hit in hits] == [0.0, 0.0]


def test_source_that_is_not_allowed_gives_no_hit_and_ranks_close_up() -> None:
    index = ScriptedIndex([0.9, 0.8, 0.7], [0.0] * 3, sources=["alpha", "beta", "alpha"])
    hits = retrieve(asked("salt"), index=index, lexicon=lexicon(), allowed=frozenset({"alpha"}))
    assert [(hit.rank, hit.source.source_id) for hit in hits] == [(1, "alpha"), (2, "alpha")]
    assert texts(index, allowed=frozenset()) == []


def test_empty_index_gives_no_hit_and_embeds_nothing() -> None:
    index = ScriptedIndex([], [])
    assert texts(index) == []
    assert index.embedded == []


def test_no_more_than_the_candidates_of_each_side_are_looked_at() -> None:
    many = ScriptedIndex([1 - n / 1000 for n in range(CANDIDATES + 50)], [0.0] * (CANDIDATES + 50))
    assert len(retrieve(asked("salt"), index=many, lexicon=lexicon())) == CANDIDATES


def test_brand_is_spelled_out_for_the_model_and_a_name_is_not_repeated() -> None:
    assert spelled_out("Entresto or carvedilol?", lexicon=lexicon()) == "Entresto (sacubitril/valsartan) or carvedilol?"
    assert spelled_out("salt?", lexicon=lexicon()) == "salt?"


def test_other_wordings_are_searched_by_bm25_but_not_every_synonym() -> None:
    words = Lexicon(
        [Concept(concept_id="a", kind="drug", name="aname", brands=("Bee",), synonyms=("s1", "s2", "s3", "s4", "s5"))]
    )
    first, *rest = with_wordings(asked("Bee?", words=words), lexicon=words).split()
    assert first == "Bee?"
    assert sorted(rest) == ["Bee", "aname", "s1", "s2", "s3", "s4"]


def test_both_sides_are_asked_once_with_their_own_wording() -> None:
    index = ScriptedIndex([0.9], [1.0])
    retrieve(asked("Lasix dose"), index=index, lexicon=lexicon())
    assert index.embedded == ["Lasix (furosemide) dose"]
    (searched,) = index.searched
    assert searched.startswith("Lasix dose ")
    assert sorted(searched.split()[2:]) == sorted("furosemide Lasix frusemide water tablet water pill".split())


@pytest.mark.parametrize("question", ["spironolactone dose", "Which painkiller?", "xyzzy", ""])
def test_hits_are_ranked_from_1_best_first_each_statement_once(question: str) -> None:
    hits = retrieve(asked(question), index=heart_index(), lexicon=lexicon())
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.fused for hit in hits] == sorted((hit.fused for hit in hits), reverse=True)
    assert len({hit.statement.statement_id for hit in hits}) == len(hits) > 0
    assert all(0 <= hit.fused <= 1 + 1e-9 and hit.lexical >= 0 for hit in hits)
