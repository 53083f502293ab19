"""The commands with the real index, model, gate and pipeline, over two small documents of a made-up field."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main

GUIDE = """\
---
source_id: alpha-bones
title: Care of brittle bones
publisher: Alpha House
kind: guideline
audience: clinician
language: en
updated: 2026-01-29
review_status: under review
references:
  - {number: 1, kind: guideline, title: The bone guideline, publisher: Bone Society, year: 2024}
---
# Care of brittle bones
## Options for brittle bones
- Corvalin 120 mg subcutaneously every 4 weeks is recommended for adults with brittle bones. [1]
- Mestor 4 mg intravenously every 12 weeks is an option when corvalin is not tolerated.
## Before treatment
- Do not give corvalin to patients with low calcium.
- A dental examination is recommended before corvalin is started. [1]
"""
LEAFLET = """\
---
source_id: beta-leaflet
title: Living with brittle bones
publisher: Beta Trust
kind: patient information
audience: patient
language: en
updated: 2021-03-26
review_status: reviewed
---
# Living with brittle bones
## Exercise
- Walking every day helps to keep bones strong.
"""
LEXICON = """\
concepts:
  - {id: corvalin, kind: drug, name: corvalin, brands: [Corva]}
  - {id: mestor, kind: drug, name: mestor}
  - {id: brittle-bones, kind: condition, name: brittle bones}
"""
PROMISED = {
    *("question", "read_as", "status", "text", "claims", "withheld", "citations", "disagreements", "premise"),
    *("reason", "nearest", "follow_ups", "drafter", "milliseconds"),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with an indexed corpus, which is the working folder."""
    folder = tmp_path_factory.mktemp("library")
    (folder / "corpus" / "lexicon").mkdir(parents=True)
    (folder / "corpus" / "alpha-bones.md").write_text(GUIDE, encoding="utf-8")
    (folder / "corpus" / "beta-leaflet.md").write_text(LEAFLET, encoding="utf-8")
    (folder / "corpus" / "lexicon" / "words.yaml").write_text(LEXICON, encoding="utf-8")
    before = Path.cwd()
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("VOUCH_")]:
            patch.delenv(name)
        os.chdir(folder)
        assert main(["ingest"]) == 0
        yield folder
        os.chdir(before)


def run(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(list(arguments)) == status
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def batch(folder: Path, *entries: object) -> str:
    path = folder / "batch.jsonl"
    path.write_text(
        "".join((entry if isinstance(entry, str) else json.dumps(entry)) + "\n" for entry in entries), encoding="utf-8"
    )
    return str(path)


@pytest.mark.usefixtures("library")
def test_an_answer_has_every_key_of_the_contract_and_exact_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    (answer,) = run(capsys, "ask", "How often is corvalin given for brittle bones?", "--json")
    assert set(answer) >= PROMISED
    assert "id" not in answer
    assert answer["status"] == "answered"
    assert answer["drafter"] == "extractive"
    for citation in answer["citations"]:
        text = Path("corpus", f"{citation['source_id']}.md").read_text(encoding="utf-8")
        assert text[citation["start"] : citation["end"]] == citation["quote"]
    assert set(answer["milliseconds"]) >= {"retrieve", "draft", "verify", "total"}


def test_a_batch_keeps_order_and_survives_bad_lines(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = batch(
        library,
        {"id": "1", "question": "How often is corvalin given for brittle bones?"},
        "{broken",
        {"id": "3"},
        {"id": "4", "question": "What is the capital of France?"},
        {"id": "5", "question": "and mestor?", "history": [{"role": "user", "content": "How often is corvalin given?"}]},
    )
    answers = run(capsys, "ask", "--batch", name)
    assert [answer["id"] for answer in answers] == ["1", None, "3", "4", "5"]
    assert "4 weeks" in answers[0]["text"]
    assert "error" in answers[1]
    assert "question" in answers[2]["error"]
    assert answers[3]["status"] == "abstained"
    assert "mestor" in answers[4]["read_as"].lower()


def test_condense_gives_one_standalone_question_a_line(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    history = [
        {"role": "user", "content": "How often is corvalin given?"},
        {"role": "assistant", "content": "Every 4 weeks [1]."},
    ]
    name = batch(library, {"id": "1", "question": "and mestor?", "history": history})
    (line,) = run(capsys, "condense", "--batch", name)
    assert set(line) == {"id", "standalone_question"}
    assert "mestor" in line["standalone_question"].lower()


def test_enforce_keeps_what_is_stated_and_withholds_the_rest(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    passages = [
        {"n": 1, "text": "Corvalin 120 mg subcutaneously every 4 weeks.", "section": "Options > Bones", "source": "Guide"}
    ]
    draft = (
        "Corvalin 120 mg is given subcutaneously every 4 weeks [1]. Corvalin 240 mg is given subcutaneously [1]. It always cures."
    )
    name = batch(library, {"id": "1", "question": "How much?", "passages": passages, "draft": draft})
    (line,) = run(capsys, "enforce", "--batch", name)
    assert set(line) == {"id", "text", "shown", "withheld"}
    assert "240" not in line["text"]
    assert "cures" not in line["text"]
    assert "[1]" in line["text"]
    assert {entry["reason"] for entry in line["withheld"]} == {"NUMBER", "NO_CITATION"}


@pytest.mark.usefixtures("library")
def test_sources_are_listed_with_their_standing(capsys: pytest.CaptureFixture[str]) -> None:
    (listed,) = run(capsys, "sources", "--json")
    assert [source["source_id"] for source in listed["sources"]] == ["alpha-bones", "beta-leaflet"]
    assert main(["sources"]) == 0
    assert "Alpha House: Care of brittle bones" in capsys.readouterr().out


@pytest.mark.usefixtures("library")
def test_an_unchanged_folder_embeds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    (report,) = run(capsys, "ingest", "--json")
    assert report["embedded"] == 0
    assert report["unchanged"] == ["alpha-bones", "beta-leaflet"]


@pytest.mark.usefixtures("library")
def test_doctor_finds_a_sound_library_sound(capsys: pytest.CaptureFixture[str]) -> None:
    (report,) = run(capsys, "doctor", "--json")
    assert report["ok"] is True


@pytest.mark.usefixtures("library")
def test_bench_gives_figures_and_ratios(capsys: pytest.CaptureFixture[str]) -> None:
    (figures,) = run(capsys, "bench", "--json")
    assert figures["questions"] == 5
    assert figures["answer_milliseconds"]["median"] > 0
    assert figures["index"]["unchanged_per_full"] < 1


def test_add_review_and_remove_change_documents_and_index(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = tmp_path / "gamma.md"
    new.write_text(LEAFLET.replace("beta-leaflet", "gamma-notes").replace("Walking", "Swimming"), encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    where = ("--corpus", str(corpus), "--index", str(index), "--json")
    (report,) = run(capsys, "add", str(new), str(tmp_path / "empty.txt"), *where, status=1)
    assert [entry["source_id"] for entry in report["added"]] == ["gamma-notes"]
    assert "empty.txt" in report["failures"][0]["path"]
    (change,) = run(capsys, "review", "gamma-notes", "approved", *where)
    assert (change["before"], change["after"]) == ("reviewed", "approved")
    run(capsys, "review", "gamma-notes", "splendid", *where, status=2)
    run(capsys, "remove", "nowhere", *where, status=1)
    (change,) = run(capsys, "remove", "gamma-notes", *where)
    assert change["ingest"]["sources"] == 0
    assert library.joinpath("corpus", "alpha-bones.md").exists()


@pytest.mark.usefixtures("library")
def test_a_case_can_be_begun_from_some_words_of_a_statement(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["eval", "new", "dental examination"]) == 0
    assert "sources: [alpha-bones]" in capsys.readouterr().out
    assert main(["eval", "new", "no such words"]) == 1


def test_retrieval_figures_come_for_other_peoples_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = {
        "d1": "Corvalin strengthens brittle bones.",
        "d2": "Walking every day keeps the heart well.",
        "d3": "Milk holds calcium.",
    }
    documents = [{"_id": name, "title": "", "text": text} for name, text in texts.items()]
    (tmp_path / "corpus.jsonl").write_text("".join(json.dumps(entry) + "\n" for entry in documents), encoding="utf-8")
    (tmp_path / "queries.jsonl").write_text(
        json.dumps({"_id": "q1", "text": "What helps brittle bones?"}) + "\n", encoding="utf-8"
    )
    (tmp_path / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\n", encoding="utf-8")
    (found,) = run(capsys, "eval", "retrieval", str(tmp_path), "--json")
    assert set(found["stages"]) == {"lexical", "dense", "fused"}
    assert found["stages"]["fused"]["ndcg@10"] == 1.0
