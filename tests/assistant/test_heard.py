"""What a reader of question and statement changes where no learned judge knows the documents: a refusal, and what leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from heart_library import asked, judged, lexicon, profile

from assistant.abstention.answerable import Answerability, load_weights
from assistant.abstention.heard import heard_besides
from assistant.answers import AbstentionReason
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile, weigh_terms
from assistant.retrieval.signals import Judged

START = profile("Start spironolactone at 25 mg once daily.", order=1)
STOP = profile("Stop spironolactone if potassium exceeds 6 mmol/L.", order=2)
TASTE = profile("Spironolactone may alter taste.", order=3)
BAR = load_weights()["threshold"]
REFUSED = Answerability(answerable=False, probability=0.9 * BAR, reason=AbstentionReason.NO_EVIDENCE)
ANSWERED = Answerability(answerable=True, probability=0.5)
QUESTION = asked("What puts an end to spironolactone?")


class Told:
    """A reader that says the same of every statement but of those named."""

    def __init__(self, **said: float | None) -> None:
        self.said = said

    def odds(self, _question: str, statements: Sequence[str]) -> list[float | None]:
        return [next((odds for word, odds in self.said.items() if word in text), -4.0) for text in statements]


def heard(
    found: Answerability,
    *,
    question: Asked = QUESTION,
    of: Sequence[Profile] = (START, STOP, TASTE),
    near: Sequence[Judged] | None = None,
    **said: float | None,
) -> tuple[list[str], bool]:
    near = tuple(near or [judged(one, relevance=0.9 - 0.2 * place) for place, one in enumerate(of)])
    terms = weigh_terms(of, lexicon=lexicon())
    order, told = heard_besides(found, question, near, terms=terms, lexicon=lexicon(), reader=Told(**said))  # type: ignore[arg-type]
    assert [one.hit.relevance for one in order] == [one.hit.relevance for one in near]
    assert [one.hit.rank for one in order] == list(range(1, len(order) + 1)) or order == near
    return [one.hit.statement.text.split()[0] for one in order], told.answerable


def test_refusal_by_the_model_is_answered_where_the_reader_hears_an_answer() -> None:
    assert heard(REFUSED, Start=2.5) == (["Start", "Stop", "Spironolactone"], True)
    assert heard(REFUSED, Stop=2.5) == (["Stop", "Start", "Spironolactone"], True)


@pytest.mark.parametrize(
    ("refused", "question", "said"),
    [
        pytest.param(REFUSED, QUESTION, {}, id="none-is-heard"),
        pytest.param(REFUSED, QUESTION, {"Start": 1.5, "Stop": 1.5}, id="the-reader-is-not-sure"),
        pytest.param(REFUSED, QUESTION, {"taste": 3.0}, id="only-farther-off"),
        pytest.param(REFUSED, QUESTION, {"Start": None}, id="too-long-to-be-read"),
        pytest.param(replace(REFUSED, probability=0.01 * BAR), QUESTION, {"Start": 3.0}, id="another-world"),
        pytest.param(replace(REFUSED, missing=("dose",)), QUESTION, {"Start": 3.0}, id="by-a-rule"),
        pytest.param(replace(REFUSED, reason=AbstentionReason.OUT_OF_SCOPE), QUESTION, {"Start": 3.0}, id="out-of-scope"),
        pytest.param(REFUSED, replace(QUESTION, strange=("tambrol",)), {"Start": 3.0}, id="an-unknown-word"),
        pytest.param(REFUSED, replace(QUESTION, language="es"), {"Start": 3.0}, id="another-language"),
    ],
)
def test_other_refusals_stand(refused: Answerability, question: Asked, said: dict[str, float | None]) -> None:
    assert heard(refused, question=question, **said) == (["Start", "Stop", "Spironolactone"], False)


@pytest.mark.parametrize(
    ("said", "first"),
    [
        pytest.param({"Stop": 2.5}, "Stop", id="one-is-sure"),
        pytest.param({"taste": 2.5, "Stop": 1.0}, "Spironolactone", id="the-surest"),
        pytest.param({"Stop": 1.0}, "Start", id="none-is-sure"),
        pytest.param({"Start": -0.5, "Stop": 2.5}, "Start", id="the-first-is-not-doubtful"),
    ],
)
def test_sure_statement_leads_where_the_first_is_doubtful(said: dict[str, float | None], first: str) -> None:
    order, answerable = heard(ANSWERED, **said)
    assert order[0] == first
    assert answerable


@pytest.mark.parametrize("against", ["clash", "clash_above", "other_drugs"])
def test_statement_for_others_never_leads(against: str) -> None:
    near = [judged(START, relevance=0.9), judged(STOP, relevance=0.7)]
    near[1] = replace(near[1], signals={**near[1].signals, against: 1.0})
    assert heard(ANSWERED, near=near, Stop=3.0)[0] == ["Start", "Stop"]


def test_nothing_near_changes_nothing() -> None:
    terms = weigh_terms([START], lexicon=lexicon())
    assert heard_besides(REFUSED, QUESTION, (), terms=terms, lexicon=lexicon()) == ((), REFUSED)
