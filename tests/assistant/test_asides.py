"""What is said in passing, or only asks how long somebody has, calls nobody; what is said beside it is heard as before."""

from __future__ import annotations

import pytest

from assistant.answers import Question
from assistant.settings import Settings
from assistant.urgency.alarm import Alarm, load_alarm
from assistant.urgency.asides import without_asides, without_urgent_question
from assistant.urgency.triage import TriageKind, triage
from ingest.embed import load_embedder


@pytest.fixture(scope="module")
def alarm() -> Alarm:
    heard = load_alarm(load_embedder(Settings()))
    assert heard is not None, "the shipped weights belong to another model than the bundled one"
    return heard


def _is_called(text: str, alarm: Alarm) -> bool:
    read = triage(Question(text=text), alarm=alarm, calm=alarm.is_calm)
    return read is not None and read.kind is TriageKind.EMERGENCY


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("How many months have I got?", "", id="outlook"),
        pytest.param("Will the operation give me more time?", "", id="time-bought"),
        pytest.param("¿Esto tiene cura?", "", id="spanish-outlook"),
        pytest.param("How long have we got? We want to book a cruise.", "We want to book a cruise.", id="outlook-and-more"),
        pytest.param("How long have I got if I swallow the lot?", None, id="outlook-with-a-deed"),
        pytest.param("How long have I got with this bleeding?", None, id="outlook-with-a-complaint"),
        pytest.param("How long do I have to wait for the porter?", None, id="wait"),
        pytest.param("I'm not suicidal, only tired of waiting rooms.", "only tired of waiting rooms.", id="denied-wish"),
        pytest.param("No quiero morirme, solo descansar.", "solo descansar.", id="spanish-denied-wish"),
        pytest.param("I'm not suicidal enough to tell anybody.", None, id="not-all-of-the-clause"),
        pytest.param("I don't want to live, I want to sleep.", None, id="no-wish-to-live"),
    ],
)
def test_aside_is_left_out_and_nothing_else(text: str, left: str | None) -> None:
    assert " ".join(without_asides(text).split()) == (text if left is None else left)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param("Urgent question: is it taken with food?", "is it taken with food?", id="urgent-question"),
        pytest.param("Una duda urgente, ¿se toma con agua?", "¿se toma con agua?", id="spanish"),
        pytest.param("It is not an urgent question, take your time.", None, id="not-urgent"),
        pytest.param("Urgent question", None, id="nothing-else"),
        pytest.param("Emergency! He fell.", None, id="emergency"),
    ],
)
def test_question_that_calls_itself_urgent_is_heard_without_that(text: str, left: str | None) -> None:
    assert without_urgent_question(text) == (text if left is None else left)


@pytest.mark.parametrize(
    "text",
    [
        "How many weeks do I have left?",
        "Would giving up my breast win me some extra months?",
        "I'm not suicidal, just sick of waiting rooms. What helps other people?",
        "I don't want to die, I only want straight facts about my odds.",
        "An urgent question: which day is my bone scan prepared?",
        "¿Cuánto tiempo me queda?",
        "Am I going to die?",
        "Is my mum going to die of this?",
        "Will this kill me?",
        "¿Me voy a morir?",
        "¿Se va a morir mi madre?",
    ],
)
def test_outlook_and_denied_wish_are_no_crisis(text: str, alarm: Alarm) -> None:
    assert not _is_called(text, alarm)


@pytest.mark.parametrize(
    "text",
    [
        "How many weeks do I have left? I won't wait for them, I have the rope ready.",
        "I'm not suicidal, but it would be fine by me not to wake up tomorrow.",
        "I don't want to die but my throat is closing after the drip.",
        "Urgent question: my wife's lips went blue a minute ago, what do I do?",
        "¿Cuánto me queda? Da igual, esta noche me tomo todas las pastillas.",
        "Will I die if I take all my morphine at once?",
        "I can't get any air and my chest hurts. Am I going to die?",
        "I am going to die tonight, I have written the letters.",
        "Me voy a morir hoy, ya tengo las pastillas en la mano.",
    ],
)
def test_what_is_said_beside_an_aside_is_heard(text: str, alarm: Alarm) -> None:
    assert _is_called(text, alarm)
