"""Messages that may be urgent, or be heard so wrongly, over documents of another field: answered behind the advice."""

from typing import Any

import pytest

from assistant.answers import Abstention, AbstentionReason, CitedAnswer, Emergency, Question, SmallTalk, StandaloneQuestion, Trace
from assistant.display.render import answer_object, to_markdown
from assistant.display.screen import card
from assistant.drafting.doubted import in_doubt
from assistant.pipeline import Assistant

ASKED: dict[str, Any] = {"question": Question(text="?"), "read_as": StandaloneQuestion(text="?")}
_TRACE = Trace(read_as="?")


def _heard(kind: str, *, certain: bool = False) -> Emergency:
    return Emergency(**ASKED, kind=kind, advice="Call now.", certain=certain)


@pytest.mark.parametrize(
    ("heard", "sounds", "doubted"),
    [
        pytest.param(_heard("emergency"), 0.3, True, id="the-alarm-alone-and-not-sure"),
        pytest.param(_heard("emergency"), 1.2, False, id="the-alarm-is-sure"),
        pytest.param(_heard("heavy bleeding"), -0.4, True, id="words-that-sound-calm"),
        pytest.param(_heard("heavy bleeding"), 0.2, False, id="words-and-alarm-alike"),
        pytest.param(_heard("suicide", certain=True), -0.4, False, id="a-crisis"),
        pytest.param(_heard("wrong dose given", certain=True), -0.9, False, id="certain-by-its-words"),
        pytest.param(None, -0.2, True, id="nearly-heard"),
        pytest.param(None, -0.8, False, id="sounds-calm"),
        pytest.param(SmallTalk(**ASKED, text="Hello."), 0.1, False, id="small-talk"),
    ],
)
def test_doubt_is_where_neither_words_nor_alarm_are_sure(heard: Any, sounds: float, doubted: bool) -> None:
    assert in_doubt(heard, sounds) is doubted


def test_doubtful_message_is_answered_behind_the_advice_as_its_claims_are_told(heart: Assistant) -> None:
    told: list[object] = []
    question = Question(text="Pt HR 44 on bisoprolol, dizzy. What is the target dose?", country="GB")
    response, trace = heart.answer(question, on_event=lambda kind, value: told.append(value) if kind == "claim" else None)
    assert isinstance(response, CitedAnswer)
    assert to_markdown(response).startswith("**If this is happening now")
    assert "999" in response.emergency
    assert "10 mg" in response.claims[0].text
    assert told == list(response.claims)
    assert answer_object(response, trace)["status"] == card(response)["status"] == "answered"


def test_doubtful_message_that_no_document_answers_stays_an_emergency(heart: Assistant) -> None:
    response, _ = heart.answer(Question(text="Pt HR 44, dizzy. Which contact lenses?"))
    assert isinstance(response, Emergency) or (isinstance(response, Abstention) and response.emergency)


def test_refusal_in_doubt_says_first_when_not_to_wait() -> None:
    refused = Abstention(**ASKED, reason=AbstentionReason.NO_EVIDENCE, emergency="Call 112 at once.")
    assert to_markdown(refused).startswith("Call 112 at once.")
    assert answer_object(refused, _TRACE)["status"] == "abstained"


def test_calm_question_has_no_advice_before_it(heart: Assistant) -> None:
    response, _ = heart.answer(Question(text="Why must dapagliflozin be stopped before surgery?"))
    assert isinstance(response, CitedAnswer)
    assert response.emergency == ""
