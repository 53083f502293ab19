"""What is suggested next is answered when clicked, in the conversation it was suggested in, and brings something new."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from assistant.answers import Audience, CitedAnswer, Question, Turn
from assistant.drafting.draft import ExtractiveDrafter
from assistant.drafting.prepared import Prepared
from assistant.drafting.suggest import Suggester
from assistant.pipeline import Assistant
from evals.case_files import load_cases

ANSWERS = 50
SEED = 7


def _answers(assistant: Assistant) -> list[tuple[Question, CitedAnswer]]:
    """Answers to dev questions in both languages and for both audiences, drawn with a fixed seed."""
    cases = [case for case in load_cases(Path(__file__).parent / "cases", split="dev") if len(case.turns) == 1]
    random.Random(SEED).shuffle(cases)  # noqa: S311 - a sample, not a secret
    found: list[tuple[Question, CitedAnswer]] = []
    for case in cases:
        question = Question(text=case.turns[0].question, audience=case.audience, language=case.language)
        response, _ = assistant.answer(question)
        if isinstance(response, CitedAnswer):
            found.append((question, response))
        if len(found) == ANSWERS:
            break
    return found


def test_every_suggestion_of_fifty_answers_is_answered_when_clicked(assistant: Assistant) -> None:
    clicked, wrong = 0, []
    for question, answer in _answers(assistant):
        said = Turn(role="assistant", content="\n".join(claim.text for claim in answer.claims))
        history = (Turn(role="user", content=question.text), said)
        for text in answer.follow_ups:
            clicked += 1
            follow_up = Question(text=text, history=history, audience=question.audience, language=question.language)
            response, _ = assistant.answer(follow_up)
            told = {claim.text for claim in response.claims} if isinstance(response, CitedAnswer) else set()
            new = told - {claim.text for claim in answer.claims}
            if response.read_as.rewritten or not new:
                wrong.append((question.text, text, response.read_as.text))
    assert clicked >= 2 * ANSWERS
    assert wrong == []


@pytest.mark.parametrize("audience", list(Audience))
def test_what_was_asked_is_not_suggested_again(assistant: Assistant, audience: Audience) -> None:
    history: tuple[Turn, ...] = ()
    asked = assistant.starters(audience)[0]
    seen: list[str] = []
    for _ in range(6):
        response, _ = assistant.answer(Question(text=asked, history=history, audience=audience))
        assert isinstance(response, CitedAnswer)
        seen.append(asked)
        assert not {text.lower() for text in response.follow_ups} & {text.lower() for text in seen}
        said = Turn(role="assistant", content="\n".join(claim.text for claim in response.claims))
        history = (*history, Turn(role="user", content=asked), said)
        if not response.follow_ups:
            break
        asked = response.follow_ups[0]
    assert len(seen) > 2


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_question_that_an_editor_wrote_is_answered_from_its_statement(assistant: Assistant, language: str) -> None:
    assert assistant.shelf(language).suggester.unanswered() == []


def test_a_question_that_its_statement_does_not_answer_is_named(assistant: Assistant) -> None:
    shelf = assistant.shelf("en")
    source_id = "acs-stage-4-treatment"
    told = next(one for one in shelf.index.statements if one.source_id == source_id).text
    wrong = {source_id: [Prepared(ask="What is the weather like today?", told=told)]}
    drafter = ExtractiveDrafter(vectors=shelf.index.statement_vectors, positions={}, lexicon=assistant.lexicon)
    suggester = Suggester(reader=shelf.reader, drafter=drafter, allowed=shelf.citable, prepared=wrong)
    assert suggester.unanswered() == ["What is the weather like today?"]
