"""Retrieval figures: equal to the reference implementation, and readable errors for a bad folder."""

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from evals.errors import RetrievalFolderError
from evals.ranking import measure
from evals.retrieval import read_folder, run_retrieval

TEXTS = {
    "d1": ("Gardens", "Roses want pruning in winter. Water them in the morning."),
    "d2": ("Bread", "Knead the dough for ten minutes. Bake it at 230 degrees."),
    "d3": ("Bicycles", "Oil the chain every month. Check the brakes."),
    "d4": ("Clocks", "Wind the clock once a week."),
}


def write_folder(folder: Path) -> Path:
    lines = [f'{{"_id": "{i}", "title": "{title}", "text": "{text}"}}' for i, (title, text) in TEXTS.items()]
    (folder / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (folder / "queries.jsonl").write_text('{"_id": "q1", "text": "bake dough"}\n{"_id": "q2", "text": "oil chain brakes"}\n')
    (folder / "qrels").mkdir()
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td2\t1\nq2\td3\t2\n")
    return folder


class WordCounts:
    """Embeds a text as the unit vector of its hashed words, so that no model is needed."""

    model_id = checksum = "words"

    def embed(self, texts: list[str]) -> Any:
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                rows[row, sum(map(ord, word)) % 64] += 1
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_figures_equal_the_reference_to_four_digits() -> None:
    ir_measures = pytest.importorskip("ir_measures")
    draw = random.Random(7)  # noqa: S311 - nothing secret
    documents = [f"d{number}" for number in range(40)]
    judgements = {f"q{q}": {d: draw.choice([0, 1, 1, 2]) for d in draw.sample(documents, draw.randint(1, 9))} for q in range(25)}
    # Few different scores, so that ties are common; and one judged query that nothing was found for.
    ranking = {q: {d: draw.randint(1, 6) / 4 for d in draw.sample(documents, 25)} for q in list(judgements)[1:]}
    wanted = {"ndcg@10": "nDCG@10", "recall@5": "R@5", "recall@10": "R@10", "mrr": "RR"}
    measures = {name: ir_measures.parse_measure(text) for name, text in wanted.items()}
    reference = ir_measures.calc_aggregate(list(measures.values()), judgements, ranking)
    ours = measure(judgements, ranking)
    for name, parsed in measures.items():
        assert ours[name] == pytest.approx(reference[parsed], abs=5e-5), name


def test_folder_gives_every_stage(tmp_path: Path) -> None:
    found = run_retrieval(write_folder(tmp_path), embedder=WordCounts())  # type: ignore[arg-type]
    assert found["documents"] == 4
    assert set(found["stages"]) == {"lexical", "dense", "fused"}
    assert found["stages"]["lexical"]["mrr"] == 1
    assert found["stages"]["fused"]["recall@5"] == 1


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        pytest.param("corpus.jsonl", '{"_id": "d1"}\nnot json\n', "corpus.jsonl:2", id="bad line"),
        pytest.param("queries.jsonl", '{"_id": "q1"}\n', "queries.jsonl:1", id="query without text"),
        pytest.param("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\td1\tyes\n", "test.tsv:2", id="bad judgement"),
        pytest.param("qrels/test.tsv", "", "nothing to measure", id="no judgements"),
    ],
)
def test_bad_folder_is_named_with_file_and_line(tmp_path: Path, file: str, text: str, words: str) -> None:
    folder = write_folder(tmp_path)
    (folder / file).write_text(text)
    with pytest.raises(RetrievalFolderError, match=words):
        read_folder(folder)


def test_folder_without_judgements_is_an_error(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    (folder / "qrels" / "test.tsv").unlink()
    with pytest.raises(RetrievalFolderError, match=r"qrels\.tsv"):
        read_folder(folder)
