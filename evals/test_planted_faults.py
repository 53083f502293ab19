"""One fault planted in the product at a time: each must shut the gate, and the report must point at it."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.answers import DraftClaim, Evidence, Question, StandaloneQuestion, Verdict
from assistant.drafting.draft import Drafter, ExtractiveDrafter
from assistant.pipeline import Assistant
from assistant.question.asked import Asked
from assistant.retrieval.signals import Judged
from assistant.verify import verify_claim
from evals.baseline import Change, compare, explain, make_baseline
from evals.case_files import Case, load_cases
from evals.check_cases import check_cases
from evals.conftest import CORPUS
from evals.kept_answers import turns_by_key
from evals.mutations import corpus_claims, falls, figures, judge_mutants, tally
from evals.records import Run
from evals.report import as_json_object
from evals.run import CASES, find_problems, run_cases
from evals.scored import Scored, score_run
from ingest.index import build_index, open_index

pytestmark = pytest.mark.slow
FILES = ("bone.yaml", "her2.yaml", "monitoring.yaml")
VOICES = "voices_answered.yaml"
DIALOGUES = 8
NEGATED = 25
_NOT = re.compile(r"\b(?:not|no) ", re.IGNORECASE)


class Changed:
    """A drafter whose drafts are changed on their way out."""

    def __init__(self, drafter: Drafter, change: Callable[[tuple[DraftClaim, ...]], tuple[DraftClaim, ...]]) -> None:
        self._drafter = drafter
        self._change = change

    def draft(self, asked: Asked, judged: Sequence[Judged]) -> tuple[DraftClaim, ...]:
        return self._change(self._drafter.draft(asked, judged))


class WithoutLexical:
    """An index that finds nothing by words, whichever of its sources it is held to."""

    def __init__(self, index: Any) -> None:
        self._index = index

    def __getattr__(self, name: str) -> Any:
        return getattr(self._index, name)

    def only(self, *sources: Any, **options: Any) -> Any:
        return WithoutLexical(self._index.only(*sources, **options))

    def search_lexical(self, text: str, k: int, **options: Any) -> list[tuple[int, float]]:
        del text, k, options
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
    """What is worse, as the report tells it: with the step that first came to something else."""
    scored = score_run(run)
    seen = [turns_by_key(as_json_object(found)) for found in (sound, scored)]
    changes = explain(compare(make_baseline(sound), make_baseline(scored)), seen[0], seen[1])
    return [change for change in changes if change.kind == "worse"]


def steps(changes: Sequence[Change]) -> Counter[str]:
    """How often the report names which step."""
    return Counter(change.step for change in changes if change.step)


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
    worse = {change.what: change for change in worse_than(sound, run)}
    assert worse["bone-denosumab-dose"].step == "retrieve"
    assert any("12 mg" in line for line in worse["bone-denosumab-dose"].diff)
    assert "not retrieved" in {score.case_id: score.why for score in score_run(run).scores}["bone-denosumab-dose"]


def test_dropped_negation_is_caught_by_the_second_verification(
    assistant: Assistant, cases: tuple[Case, ...], sound: Scored
) -> None:
    def drop_not(drafts: tuple[DraftClaim, ...]) -> tuple[DraftClaim, ...]:
        return tuple(replace(draft, text=_NOT.sub("", draft.text)) for draft in drafts)

    faulty = build(assistant, drafter=Changed(drafter_of(assistant), drop_not), verify=believe_all)
    run = run_cases(faulty, cases)
    assert broken_promises(run)
    worse = [change for change in worse_than(sound, run) if any(line.startswith("unsupported new: ") for line in change.diff)]
    assert worse
    # Without its "not" a draft may be merged with another's citation: the draft leads, not alone.
    assert steps(worse).most_common(1)[0][0] == "draft"


def test_verification_that_drops_negations_is_named_by_the_mutations(assistant: Assistant) -> None:
    """Nobody drafts a wrong claim here: only claims made wrong show that the gate has lost the word "not"."""

    def without_not(claim: str, evidence: Sequence[Evidence]) -> Verdict:
        read = [replace(one, text=_NOT.sub("", one.text)) for one in evidence]
        return verify_claim(_NOT.sub("", claim), read, lexicon=assistant.lexicon)

    claims = [claim for claim in corpus_claims(CORPUS) if _NOT.search(claim[1])][:NEGATED]
    sound_gate = partial(verify_claim, lexicon=assistant.lexicon)
    before, after = (
        figures({"mutated corpus": tally(judge_mutants(claims, assistant.lexicon, judge))}) for judge in (sound_gate, without_not)
    )
    assert falls(before, before) == []
    assert any(line.startswith("mutated corpus: negation ") for line in falls(after, before))


def test_wrong_merge_of_citations_is_caught_by_the_second_verification(
    assistant: Assistant, cases: tuple[Case, ...], sound: Scored
) -> None:
    def swap(drafts: tuple[DraftClaim, ...]) -> tuple[DraftClaim, ...]:
        others = (*drafts[1:], *drafts[:1])
        return tuple(replace(draft, evidence=other.evidence) for draft, other in zip(drafts, others, strict=True))

    run = run_cases(build(assistant, drafter=Changed(drafter_of(assistant), swap), verify=believe_all), cases)
    assert broken_promises(run)
    worse = worse_than(sound, run)
    assert steps(worse).most_common(1)[0][0] == "cite"
    assert any(line.startswith("citation new: ") for change in worse for line in change.diff)


def test_retrieval_without_its_lexical_part_is_caught(assistant: Assistant) -> None:
    # The figures of retrieval show it; questions in other people's words need the lexical part most, if any still does.
    cases = tuple(case for case in load_cases(CASES, split="dev") if Path(case.file).name == VOICES)
    sound = score_run(run_cases(build(assistant), cases))
    worse = worse_than(sound, run_cases(build(assistant, index=WithoutLexical(assistant.index)), cases))
    assert ("all lexical_recall_5", "not measured") in {(change.what, change.after) for change in worse}
    assert "all fused_recall_10" in {change.what for change in worse}
    assert set(steps(worse)) <= {"retrieve"}


def test_gate_holds_back_what_a_bad_drafter_writes(assistant: Assistant, cases: tuple[Case, ...], sound: Scored) -> None:
    def tenfold(drafts: tuple[DraftClaim, ...]) -> tuple[DraftClaim, ...]:
        return tuple(replace(draft, text=re.sub(r"(\d) mg", r"\g<1>0 mg", draft.text)) for draft in drafts)

    run = run_cases(build(assistant, drafter=Changed(drafter_of(assistant), tenfold)), cases)
    assert broken_promises(run) == []
    # A later turn is found by what the answers before it showed: with these gone, it is found otherwise.
    assert "draft" in (found := set(steps(worse_than(sound, run))))
    assert found <= {"draft", "retrieve"}
    assert score_run(run).totals["all"]["withheld"].value > sound.totals["all"]["withheld"].value


def test_follow_ups_without_condensing_are_caught(assistant: Assistant, cases: tuple[Case, ...], sound: Scored) -> None:
    worse = worse_than(sound, run_cases(build(assistant, WithoutHistory), cases))
    assert any(re.search(r" turn [2-9]$", change.what) for change in worse)
    assert set(steps(worse)) == {"condense"}


def test_lost_headings_are_caught(tmp_path: Path, assistant: Assistant, cases: tuple[Case, ...], sound: Scored) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(CORPUS, corpus)
    for page in corpus.glob("*-*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"(?m)^#{2,} .*\n", "", text), encoding="utf-8")
    worse = worse_than(sound, run_cases(over(corpus, tmp_path / "index", parts=assistant), cases))
    # What asks is led to its answer without them too, so that no case need be lost: each part of retrieval shows it.
    assert {f"all {part}_recall_5" for part in ("dense", "lexical", "relevance")} <= {change.what for change in worse}
