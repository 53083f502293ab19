"""The second ear of triage: hears emergencies in words that nobody listed, and stays quiet over questions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from assistant.answers import Question, Turn
from assistant.settings import Settings
from assistant.urgency.alarm import Alarm, Weights, features, frame_marks, load_alarm, parts, read_alarm
from assistant.urgency.alarm_words import PLACES, places, weigh
from assistant.urgency.late_doses import only_late_dose
from assistant.urgency.triage import TriageKind, triage
from ingest.embed import load_embedder

CASES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("triage_cases.yaml").read_text(encoding="utf-8"))


class FakeEmbedder:
    """Two-dimensional: the first number is one for messages that hold "bad"."""

    checksum = "fake"

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([[float("bad" in text), 0.0] for text in texts])


def _weights(model: str = "fake") -> Weights:
    """One learned message, which was an emergency: far from it there is none."""
    near = features(["something bad"], np.array([[1.0, 0.0]])).astype(np.float32)
    crisis = np.zeros(near.shape[1] + 1, dtype=np.float32)
    crisis[-1] = -1.0
    one = np.ones(1, dtype=np.float32)
    silent = {"word_pull": np.zeros(PLACES + 1, dtype=np.float32), "word_rarity": np.zeros(PLACES, dtype=np.float32)}
    return Weights(model=model, near=near, pull=4 * one, offset=-2 * one, crisis=crisis, **silent)


@pytest.fixture(scope="module")
def alarm() -> Alarm:
    heard = load_alarm(load_embedder(Settings()))
    assert heard is not None, "the shipped weights belong to another model than the bundled one"
    return heard


def _share_called(texts: Sequence[str], alarm: Alarm) -> float:
    read = [triage(Question(text=text), alarm=alarm, calm=alarm.is_calm) for text in texts]
    return sum(found is not None and found.kind is TriageKind.EMERGENCY for found in read) / len(texts)


def test_sealed_emergencies_are_heard(alarm: Alarm) -> None:
    texts = [text for group in CASES["sealed"]["emergency"].values() for text in group]
    assert _share_called(texts, alarm) >= 0.95


def test_sealed_questions_are_not_called_emergencies(alarm: Alarm) -> None:
    assert _share_called(CASES["sealed"]["none"], alarm) <= 0.03


def test_words_and_alarm_together_miss_nothing_that_was_learned(alarm: Alarm) -> None:
    texts = [text for part, groups in CASES.items() if part != "sealed" for g in groups["emergency"].values() for text in g]
    missed = [text for text in texts if _share_called([text], alarm) == 0]
    assert len(missed) <= 0.01 * len(texts), missed


def test_words_and_alarm_together_call_no_more_than_two_in_a_hundred(alarm: Alarm) -> None:
    texts = [text for part, groups in CASES.items() if part != "sealed" for text in groups["none"]]
    assert _share_called(texts, alarm) <= 0.02


def test_children_in_danger_are_heard_and_questions_of_their_care_mostly_are_not_called(alarm: Alarm) -> None:
    children = yaml.safe_load(Path(__file__).with_name("child_messages.yaml").read_text(encoding="utf-8"))
    assert _share_called(children["danger"], alarm) >= 28 / 30
    assert _share_called(children["harmless"], alarm) <= 4 / 30


def test_hard_messages_that_were_not_learned_are_heard_and_most_calm_ones_are_not(alarm: Alarm) -> None:
    """The calm ones are full of the same words: a crisis long over, a drill for nurses, black humour."""
    lines = Path(__file__).with_name("hard_messages.jsonl").read_text(encoding="utf-8").splitlines()
    read = [json.loads(line) for line in lines]
    called = {kind: _share_called([m["text"] for m in read if m["kind"] == kind], alarm) for kind in ("urgent", "crisis", "calm")}
    assert called["urgent"] >= 0.98, called
    assert called["crisis"] >= 0.88, called
    assert called["calm"] <= 0.17, called


def test_suicidal_words_that_nobody_listed_get_the_crisis_line(alarm: Alarm) -> None:
    assert alarm("I just want to go to sleep and never wake up") == "suicide"


@pytest.mark.parametrize(
    ("text", "kind"),
    [("something bad about the leaflet", "emergency"), ("something bad, I want to die", "suicide")],
    ids=["nothing of despair", "of dying"],
)
def test_a_crisis_needs_a_word_of_dying_harm_or_despair(text: str, kind: str) -> None:
    weights = _weights()
    weights.crisis[-1] = 1.0
    heard = load_alarm(FakeEmbedder(), weights=weights)
    assert heard is not None
    assert heard(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "No me duele la cadera, ¿de todas formas la crema?",
        "¿Se me va a quitar el picor?",
        "Ya no me duele tanto, ¿bajo la dosis?",
    ],
)
def test_spanish_idioms_call_nobody(text: str, alarm: Alarm) -> None:
    assert _share_called([text], alarm) == 0


def test_weights_of_another_model_are_refused() -> None:
    assert load_alarm(FakeEmbedder(), weights=_weights("other")) is None


def test_a_message_near_a_learned_one_is_heard_and_one_far_off_is_not() -> None:
    heard = load_alarm(FakeEmbedder(), weights=_weights())
    assert heard is not None
    assert heard("something bad") == "emergency"
    assert heard("something good") is None


def test_triage_without_alarm_goes_by_the_words_alone() -> None:
    assert triage(Question(text="something bad")) is None
    heard = load_alarm(FakeEmbedder(), weights=_weights())
    found = triage(Question(text="something bad"), alarm=heard)
    assert found is not None
    assert found.kind is TriageKind.EMERGENCY


def test_words_of_danger_far_from_all_that_was_learned_call_nobody() -> None:
    one = np.ones(1, dtype=np.float32)
    heard = load_alarm(FakeEmbedder(), weights=replace(_weights(), pull=6 * one, offset=-4 * one))
    assert heard is not None
    fainted = "I fainted and can't breathe"
    assert heard.is_calm(fainted)
    assert not heard.is_calm(f"{fainted}, it is bad")
    for question in (Question(text=fainted), Question(text=f"{fainted}, it is bad")):
        found = triage(question, alarm=heard)
        assert found is not None
        assert found.kind is TriageKind.EMERGENCY
    assert triage(Question(text=fainted), alarm=heard, calm=heard.is_calm) is None


def test_words_of_a_crisis_are_never_taken_for_calm() -> None:
    found = triage(Question(text="I want to kill myself"), calm=lambda _: True)
    assert found is not None
    assert (found.kind, found.label) == (TriageKind.EMERGENCY, "suicide")


def test_what_the_turns_before_make_dangerous_is_not_taken_for_calm() -> None:
    history = (Turn(role="user", content="I am on chemo and feel hot"), Turn(role="assistant", content="…"))
    question = Question(text="38.9 just now", history=history)
    assert triage(Question(text=question.text)) is None
    assert triage(question) is not None
    assert triage(question, calm=lambda _: True) is not None


def test_a_neighbour_of_long_ago_is_no_emergency_and_one_of_this_morning_is(alarm: Alarm) -> None:
    told = "My neighbour had a seizure at the picnic {}. Do they still use the same drugs today?"
    assert _share_called([told.format("back in the eighties")], alarm) == 0
    assert _share_called(["My neighbour is having a seizure right now, she is on chemo. What do I do?"], alarm) == 1


def test_small_words_tell_what_an_embedding_blurs() -> None:
    pull, rarity = np.zeros(PLACES + 1, dtype=np.float32), np.zeros(PLACES, dtype=np.float32)
    (now,) = set(places("numb now")) - set(places("numb")) - set(places("now"))
    pull[now], rarity[now] = 9.0, 1.0
    rarity[[*places("numb"), *places("now")]] = 1e-6
    assert weigh(["numb now", "numb years ago", ""], pull=pull, rarity=rarity).tolist() == pytest.approx([9.0, 0.0, 0.0])
    weights = replace(_weights(), pull=np.zeros(1, dtype=np.float32), word_pull=pull, word_rarity=rarity)
    heard = load_alarm(FakeEmbedder(), weights=weights)
    assert heard is not None
    assert heard("My legs are numb now") == "emergency"
    assert heard("My legs were numb years ago") is None


def test_one_learned_word_does_not_speak_for_a_message_of_a_few() -> None:
    pull, rarity = np.zeros(PLACES + 1, dtype=np.float32), np.zeros(PLACES, dtype=np.float32)
    pull[places("and")], rarity[places("and")] = 6.0, 1.0
    assert weigh(["and unpaid?", "and it was never paid"], pull=pull, rarity=rarity).tolist() == pytest.approx([3.0, 6.0])


def test_small_talk_is_never_an_alarm() -> None:
    found = triage(Question(text="thanks"), alarm=lambda _: "emergency")
    assert found is not None
    assert found.kind is TriageKind.SMALLTALK


def test_what_is_told_in_one_sentence_among_others_is_heard() -> None:
    heard = load_alarm(FakeEmbedder(), weights=_weights())
    assert heard is not None
    diluted = "I had a question about the bus. Something bad. Which line stops there?"
    assert heard(diluted.replace(". Something bad", "")) is None
    assert heard(diluted) == "emergency"
    assert parts("Just one sentence") == []


def test_a_label_is_heard_with_what_it_opens() -> None:
    assert parts("Her: tired since May. Is rest enough?") == ["Her: tired since May.", "Is rest enough?"]
    assert parts("Help! She fell.") == ["Help!", "She fell."]


def test_a_sentence_takes_over_what_its_message_says_of_being_a_story() -> None:
    alone = frame_marks("she collapsed")
    within = frame_marks("she collapsed", whole="It was in a film. She collapsed.")
    assert sum(within) == sum(alone) + 1


def test_features_are_embedding_and_marks() -> None:
    table = features(["is fever common?"], np.array([[0.5, -0.5]]))
    assert table.shape == (1, 2 + len(frame_marks("x")))
    assert table[0, :2].tolist() == [0.5, -0.5]


def test_shipped_weights_fit_the_features() -> None:
    weights = read_alarm()
    count, width = weights.near.shape
    assert weights.pull.shape == (count,)
    assert weights.crisis.shape == (width + 1,)
    assert width == load_embedder(Settings()).embed(["x"]).shape[1] + len(frame_marks("x"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Forgot my bisoprolol this morning, do I take it now?", id="forgotten"),
        pytest.param("Two hours late with the eye drops. Give them now and shift the next one?", id="late"),
        pytest.param("Our daughter spat out her antibiotic, do we give it again?", id="spat-out"),
        pytest.param("My wife was sick ten minutes after her contraceptive pill, does it still count?", id="brought-up"),
        pytest.param("Se me olvidó la pastilla de la tensión, ¿la tomo ahora?", id="spanish"),
        pytest.param("he brought the syrup back up after 15 minutes", id="told-without-a-question"),
        pytest.param("She vomited her antibiotic ten minutes after taking it", id="told-of-the-dose"),
    ],
)
def test_late_dose_of_somebody_who_is_well_is_no_emergency(text: str, alarm: Alarm) -> None:
    assert only_late_dose(text)
    assert _share_called([text], alarm) == 0


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Forgot my steroid tablets and I feel faint, do I take them now?", id="faint"),
        pytest.param("Missed my epilepsy tablets and just had a fit, take two now?", id="fit"),
        pytest.param("She vomited all her tablets since yesterday and can't stand, give them again?", id="all-of-them"),
        pytest.param("I forgot that I had taken it and took ten more, do I skip the next one?", id="ten-more"),
        pytest.param("I missed my tablets because I want to die, should I take them all?", id="crisis"),
        pytest.param("Late with his hydrocortisone, he's grey and sleepy, give it now?", id="grey"),
        pytest.param("Me olvidé la insulina y estoy muy mareado, ¿la tomo?", id="spanish"),
        pytest.param("What is the dose of bisoprolol?", id="no-late-dose"),
        pytest.param("He swallowed bleach and vomited it after 5 minutes", id="no-medicine"),
        pytest.param("She took twenty tablets and threw them up after half an hour", id="too-many"),
        pytest.param("She threw up after 20 minutes", id="no-dose-told"),
    ],
)
def test_late_dose_with_a_complaint_is_heard_as_before(text: str) -> None:
    assert not only_late_dose(text)
