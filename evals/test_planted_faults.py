"""One fault planted in the product at a time: each must shut the gate, and the report must point at it."""

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.answers import DraftClaim, Evidence, Question, StandaloneQuestion, Verdict
from assistant.asked import Asked
from assistant.draft import Drafter, ExtractiveDrafter
from assistant.pipeline import Assistant
from assistant.signals import Judged
from assistant.verify import verify_claim
from evals.baseline import Change, compare, make_baseline
from evals.case_files import Case, load_cases
from evals.check_cases import check_cases
from evals.conftest import CORPUS
from evals.records import Run
from evals.run import CASES, Scored, find_problems, run_cases, score_run
from ingest.index import build_index, open_index

pytestmark = pytest.mark.slow
FILES = ("bone.yaml", "her2.yaml", "monitoring.yaml")
DIALOGUES = 8


class Changed:
    """A drafter whose drafts are changed on their way out."""

    def __init__(self, drafter: Drafter, change: Callable[[tuple[DraftClaim, ...]], tuple[DraftClaim, ...]]) -> None:
        self._drafter = drafter
        self._change = change

    def draft(self, asked: Asked, judged: Sequence[Judged]) -> tuple[DraftClaim, ...]:
        return self._change(self._drafter.draft(asked, judged))


class WithoutLexical:
    """An index that finds nothing by words."""

    def __init__(self, index: Any) -> None:
        self._index = index

    def __getattr__(self, name: str) -> Any:
        return getattr(self._index, name)

    def search_lexical(self, text: str, k: int) -> list[tuple[int, float]]:
        del text, k
        return []


class WithoutHistory(Assistant):
    """Reads follow-ups as typed."""

    def condense(self, question: Question) -> StandaloneQuestion:
        return StandaloneQuestion(text=question.text)


def believe_all(claim: str, evidence: Sequence[Evidence]) -> Verdict:
    del claim, evidence
    return Verdict(supported=True, score=1.0)


def build(parts: Assistant, kind: type[Assistant] = Assistant, **changed: Any) -> Assistant:
    """An assistant from another's parts, some of them changed."""
    index = changed.get("index", parts.index)
    rows = {statement.statement_id: row for row, statement in enumerate(index.statements)}
    made: dict[str, Any] = {
        "index": index,
        "lexicon": parts.lexicon,
        "settings": parts.settings,
        "verify": partial(verify_claim, lexicon=parts.lexicon),
        "drafter": ExtractiveDrafter(vectors=np.asarray(index.statement_vectors), positions=rows, lexicon=parts.lexicon),
    }
    return kind(**{**made, **changed})


def over(corpus: Path, folder: Path, *, parts: Assistant) -> Assistant:
    """The same assistant over other documents; its model is kept, for loading one takes seconds."""
    build_index(corpus, folder, embedder=parts.index.embedder)
    return build(parts, index=open_index(folder, corpus=corpus, embedder=parts.index.embedder))


def drafter_of(parts: Assistant) -> ExtractiveDrafter:
    rows = {statement.statement_id: row for row, statement in enumerate(parts.index.statements)}
    return ExtractiveDrafter(vectors=parts.index.statement_vectors, positions=rows, lexicon=parts.lexicon)


@pytest.fixture(scope="module")
def cases() -> tuple[Case, ...]:
    """Enough cases to see each fault, few enough to run them often."""
    every = load_cases(CASES, split="dev")
    dialogues = [case for case in every if case.is_dialogue][:DIALOGUES]
    return (*(case for case in every if Path(case.file).name in FILES), *dialogues)


@pytest.fixture(scope="module")
def sound(assistant: Assistant, cases: tuple[Case, ...]) -> Scored:
    return score_run(run_cases(build(assistant), cases))


def worse_than(sound: Scored, run: Run) -> list[Change]:
    scored = score_run(run)
    before, after = (make_baseline(found.totals, found.words, found.scores) for found in (sound, scored))
    return [change for change in compare(before, after) if change.kind == "worse"]


def broken_promises(run: Run) -> list[str]:
    return [problem for problem in find_problems(score_run(run), (), ()) if problem.startswith("promise broken")]


def test_parts_put_together_anew_answer_as_shipped(assistant: Assistant, cases: tuple[Case, ...], sound: Scored) -> None:
    assert worse_than(sound, run_cases(assistant, cases)) == []


def test_dose_changed_in_a_document_is_caught(
    tmp_path: Path, assistant: Assistant, cases: tuple[Case, ...], sound: Scored
) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(CORPUS, corpus)
    for page in corpus.glob("*.md"):  # every version in every language: one that keeps the dose would still prove the fact
        page.write_text(page.read_text(encoding="utf-8").replace("120 mg", "12 mg"), encoding="utf-8")
    changed = over(corpus, tmp_path / "index", parts=assistant)
    assert any(problem.case_id == "bone-denosumab-dose" for problem in check_cases(cases, changed.index.statements))
    run = run_cases(changed, cases)
    assert "bone-denosumab-dose" in {change.what for change in worse_than(sound, run)}
    assert "not retrieved" in {score.case_id: score.why for score in score_run(run).scores}["bone-denosumab-dose"]


def test_dropped_negation_is_caught_by_the_second_verification(assistant: Assistant, cases: tuple[Case, ...]) -> None:
    def drop_not(drafts: tuple[DraftClaim, ...]) -> tuple[DraftClaim, ...]:
        return tuple(replace(draft, text=re.sub(r"\b(?:not|no) ", "", draft.text, flags=re.IGNORECASE)) for draft in drafts)

    faulty = build(assistant, drafter=Changed(drafter_of(assistant), drop_not), verify=believe_all)
    assert broken_promises(run_cases(faulty, cases))


def test_wrong_merge_of_citations_is_caught_by_the_second_verification(assistant: Assistant, cases: tuple[Case, ...]) -> None:
    def swap(drafts: tuple[DraftClaim, ...]) -> tuple[DraftClaim, ...]:
        others = (*drafts[1:], *drafts[:1])
        return tuple(replace(draft, evidence=other.evidence) for draft, other in zip(drafts, others, strict=True))

    faulty = build(assistant, drafter=Changed(drafter_of(assistant), swap), verify=believe_all)
    assert broken_promises(run_cases(faulty, cases))


def test_gate_holds_back_what_a_bad_drafter_writes(assistant: Assistant, cases: tuple[Case, ...], sound: Scored) -> None:
    def tenfold(drafts: tuple[DraftClaim, ...]) -> tuple[DraftClaim, ...]:
        return tuple(replace(draft, text=re.sub(r"(\d) mg", r"\g<1>0 mg", draft.text)) for draft in drafts)

    run = run_cases(build(assistant, drafter=Changed(drafter_of(assistant), tenfold)), cases)
    assert broken_promises(run) == []
    assert worse_than(sound, run)
    assert score_run(run).totals["all"]["withheld"].value > sound.totals["all"]["withheld"].value


def test_follow_ups_without_condensing_are_caught(assistant: Assistant, cases: tuple[Case, ...], sound: Scored) -> None:
    worse = worse_than(sound, run_cases(build(assistant, WithoutHistory), cases))
    assert any(re.search(r"^dia-.* turn [2-9]$", change.what) for change in worse)


def test_lost_headings_are_caught(tmp_path: Path, assistant: Assistant, cases: tuple[Case, ...], sound: Scored) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(CORPUS, corpus)
    for page in corpus.glob("droracle-*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"(?m)^#{2,} .*\n", "", text), encoding="utf-8")
    assert worse_than(sound, run_cases(over(corpus, tmp_path / "index", parts=assistant), cases))
