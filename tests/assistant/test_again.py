"""When a test is due again is answered by a time given of that test only."""

import pytest
from heart_library import asked, lexicon, profile

from assistant.abstention.again import looked_at_again
from assistant.abstention.figures import missing_figure
from assistant.answers import Intent

STARTED = profile("Check potassium before spironolactone is started.")
WEEKLY = profile("On spironolactone check potassium after 1 week.")


@pytest.mark.parametrize(
    ("question", "again"),
    [
        pytest.param("How soon after spironolactone do I recheck potassium?", {"potassium"}, id="recheck"),
        pytest.param("When is potassium repeated on spironolactone?", {"potassium"}, id="repeated"),
        pytest.param("Why is potassium checked on spironolactone?", set(), id="not-when"),
        pytest.param("How often is spironolactone given?", set(), id="nothing-looked-at"),
    ],
)
def test_what_is_due_again_is_read(question: str, again: set[str]) -> None:
    assert looked_at_again(asked(question), lexicon=lexicon()) == again


def test_interval_of_the_drug_is_none_of_its_test() -> None:
    question = asked("How soon after spironolactone do I recheck potassium?")
    daily = profile("Spironolactone 25 mg once daily.")
    assert missing_figure(question, [daily, STARTED], lexicon=lexicon()) == "interval: potassium"
    assert missing_figure(question, [daily, WEEKLY], lexicon=lexicon()) == ""


@pytest.mark.parametrize("asks", ["¿Cada cuánto", "¿Cada cuántas semanas", "¿Cada cuántos meses"])
def test_spanish_interval_in_a_unit_is_asked_of_the_test_too(asks: str) -> None:
    question = asked(f"{asks} se repite el potassium con espironolactona?", language="es")
    assert looked_at_again(question, lexicon=lexicon()) == {"potassium"}
    assert question.intents.isdisjoint({Intent.DURATION, Intent.FIGURE})
