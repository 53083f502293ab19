"""Case files: what a clinician gets wrong is named with file, line and mend."""

from pathlib import Path

import pytest

from evals.case_files import Expect, load_cases
from evals.check_cases import PLACEHOLDER, check_cases, read_statements
from evals.errors import CaseFileError, EvalError, NoCasesError
from evals.new_case import add_case, new_case
from ingest.documents import Span, Statement
from ingest.settings import IngestSettings

HEAD = "defaults: {topic: bone, split: dev, provenance: made up}\ncases:\n"
GOOD = HEAD + "  - id: a\n    question: dose?\n    sources: page\n    facts:\n      - {say: 120 mg, any: 120 mg}\n"


def write(folder: Path, text: str) -> Path:
    file = folder / "cases.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def statement(text: str, source_id: str = "page") -> Statement:
    return Statement(
        statement_id=f"{source_id}#1", source_id=source_id, passage_id="p", span=Span(start=0, end=len(text)), text=text
    )


def test_one_wording_and_one_source_need_no_list(tmp_path: Path) -> None:
    (case,) = load_cases(write(tmp_path, GOOD))
    assert case.turns[0].facts[0].any == ("120 mg",)
    assert case.turns[0].sources == ("page",)
    assert case.line == 3


def test_expectations_of_a_dialogue_hold_for_turns_that_say_nothing_else(tmp_path: Path) -> None:
    turns = "    dialogue:\n      - question: x\n      - question: thanks\n        expect: smalltalk\n"
    text = f"{HEAD}  - id: a\n    expect: abstain\n{turns}"
    (case,) = load_cases(write(tmp_path, text))
    assert [turn.expect[0] for turn in case.turns] == [Expect.ABSTAIN, Expect.SMALLTALK]


def test_no_stays_a_word(tmp_path: Path) -> None:
    (case,) = load_cases(write(tmp_path, GOOD.replace("any: 120 mg", "any: [no]")))
    assert case.turns[0].facts[0].any == ("no",)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        pytest.param(GOOD.replace("any: 120 mg", "wording: 120 mg"), 7, "facts.0", id="unknown field"),
        pytest.param(GOOD.replace("any: 120 mg", "any: []"), 7, "at least one", id="no wording"),
        pytest.param(GOOD.replace("any: 120 mg", 'any: "120 mg & "'), 7, "empty part", id="dangling sign"),
        pytest.param(
            GOOD.replace("question: dose?", "question: dose?\n    dialogue: []"), 3, "not both", id="question and dialogue"
        ),
        pytest.param(HEAD + "  - id: a\n    question: dose?\n", 3, "state at least one fact", id="no expectation"),
        pytest.param(GOOD.replace("id: a", "id: a\n    id: b"), 4, "written twice", id="key twice"),
        pytest.param(GOOD.replace("question: dose?", "question: dose: 5"), 4, "put quotes", id="not YAML"),
        pytest.param(GOOD.replace("id: a", "id: A b"), 3, "id", id="bad id"),
        pytest.param(GOOD + GOOD.removeprefix(HEAD), 8, "is taken by", id="id twice"),
        pytest.param("just: text\n", 1, "cases:", id="no cases key"),
        pytest.param(GOOD.replace("split: dev", "split: test"), 3, "split", id="unknown split"),
    ],
)
def test_mistake_is_named_with_file_line_and_mend(tmp_path: Path, text: str, line: int, words: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(CaseFileError) as caught:
        load_cases(file)
    assert str(caught.value).startswith(f"{file}:{line}: ")
    assert words in str(caught.value)


def test_folder_without_cases_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(NoCasesError):
        load_cases(tmp_path)


def test_fact_that_no_document_states_is_a_broken_case(tmp_path: Path) -> None:
    cases = load_cases(write(tmp_path, GOOD))
    assert check_cases(cases, [statement("Denosumab 120 mg.")]) == ()
    (problem,) = (p for p in check_cases(cases, [statement("Denosumab 12 mg.")]) if "no statement" in p.message)
    assert str(problem).startswith(f"{cases[0].file}:3: a: ")


def test_source_that_does_not_state_the_fact_is_a_broken_case(tmp_path: Path) -> None:
    cases = load_cases(write(tmp_path, GOOD))
    found = check_cases(cases, [statement("Nothing of it."), statement("Denosumab 120 mg.", "other")])
    assert any("said by ['other']" in problem.message for problem in found)


def test_wrong_fact_that_the_corpus_states_is_a_broken_case(tmp_path: Path) -> None:
    cases = load_cases(write(tmp_path, GOOD + "    not_facts: [120 mg]\n"))
    assert any("can't be a wrong fact" in problem.message for problem in check_cases(cases, [statement("Denosumab 120 mg.")]))


def test_copy_with_a_word_changed_is_a_broken_case(tmp_path: Path) -> None:
    first = GOOD.replace("dose?", "what is the recommended dose of denosumab in bone metastases?")
    copy = first.removeprefix(HEAD).replace("id: a", "id: b").replace("recommended", "recomended")
    found = check_cases(load_cases(write(tmp_path, first + copy)), [statement("Denosumab 120 mg.")])
    assert [problem.case_id for problem in found] == ["b"]


def test_only_keeps_the_cases_whose_id_or_topic_matches(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "defaults: {split: dev, provenance: made up, expect: abstain}\n"
        "cases:\n  - {id: bone-1, topic: bones, question: a}\n  - {id: heart-1, topic: heart, question: b}\n",
        encoding="utf-8",
    )
    assert [case.id for case in load_cases(tmp_path, only="bone-*")] == ["bone-1"]
    assert [case.id for case in load_cases(tmp_path, only="heart")] == ["heart-1"]
    with pytest.raises(NoCasesError, match="whose id or topic matches liver"):
        load_cases(tmp_path, only="liver")


BONES = (
    statement("Give denosumab 120 mg every 4 weeks."),
    statement("Give zoledronate 4 mg every 12 weeks."),
    statement("Do not give both of them at once."),
)


def test_skeleton_holds_the_figures_the_not_and_the_telling_words() -> None:
    assert '["give & denosumab & 120 mg & every 4 weeks"]' in new_case(BONES, "denosumab")
    assert "not" in new_case(BONES, "both of them").rsplit("any:", 1)[1]
    with pytest.raises(EvalError, match="try fewer words"):
        new_case(BONES, "liver")


def test_skeleton_is_a_case_that_waits_for_its_question(tmp_path: Path) -> None:
    file = tmp_path / "mine" / "bones.yaml"
    for words in ("denosumab", "zoledronate", "at once"):
        add_case(file, new_case(BONES, words))
    cases = load_cases(file)
    assert [case.topic for case in cases] == ["bones"] * 3
    problems = check_cases(cases, BONES)
    assert [problem.message.split(";")[0] for problem in problems] == ["the question is still the skeleton's"] * 3
    text = file.read_text(encoding="utf-8")
    for question in ("bone shot, how much?", "and the older drip?", "may I take the two together?"):
        text = text.replace(PLACEHOLDER, question, 1)
    file.write_text(text, encoding="utf-8")
    assert check_cases(load_cases(file), BONES) == ()


def test_dialogue_that_copies_another_is_refused(tmp_path: Path) -> None:
    turns = '[{question: "denosumab dose in bone disease?"}, {question: "and how often is it given?"}]'
    copy = turns.replace("how often is it", "how often is that")
    entries = (f"  - {{id: {name}, dialogue: {each}, expect: abstain}}\n" for name, each in (("a", turns), ("b", copy)))
    file = write(tmp_path, HEAD + "".join(entries))
    assert ["near copy" in str(problem) for problem in check_cases(load_cases(file), ())] == [True]


def test_facts_are_proved_by_documents_of_every_format(tmp_path: Path) -> None:
    (tmp_path / "bones.md").write_text("# Bones\n\n- Corvalin 120 mg.\n", encoding="utf-8")
    card = "Ward card\n\nDoses of tilamine\nGive tilamine once daily, in the morning.\nMestor 4 mg is given every 12 weeks.\n"
    (tmp_path / "card.txt").write_text(card, encoding="utf-8")
    (tmp_path / "page.html").write_text("<h1>Page</h1><h2>Doses</h2><p>Tilamine 5 mg once daily.</p>", encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"no PDF")
    said = " ".join(one.text for one in read_statements(IngestSettings(corpus=tmp_path, index=tmp_path / "index")))
    assert all(fact in said for fact in ("Corvalin 120 mg", "Mestor 4 mg is given every 12 weeks", "Tilamine 5 mg once daily"))
