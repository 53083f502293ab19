"""Models of every kind behind the whole pipeline: nothing unverified is shown, and a reader always gets an answer."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import fake_model_server as models
import pytest
from fake_model_server import Behaviour, fails, model_server, says

from assistant.answers import CitedAnswer, Question, Response, Trace, Turn
from assistant.display.render import to_markdown
from assistant.pipeline import Assistant
from assistant.settings import Settings
from ingest.embed import load_embedder
from ingest.index import build_index

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
---
# Care of brittle bones
## Options for brittle bones
- Corvalin 120 mg subcutaneously every 4 weeks is recommended for adults with brittle bones.
- Mestor 4 mg intravenously every 12 weeks is an option when corvalin is not tolerated.
## Before treatment
- Do not give corvalin to patients with low calcium.
- A dental examination is recommended before corvalin is started.
"""
LEXICON = """\
concepts:
  - {id: corvalin, kind: drug, name: corvalin}
  - {id: mestor, kind: drug, name: mestor}
  - {id: brittle-bones, kind: condition, name: brittle bones}
"""
QUESTION = "How is corvalin given for brittle bones?"


@dataclass(frozen=True, kw_only=True)
class Played:
    """What came of one question."""

    response: Response
    trace: Trace
    text: str
    requests: list[dict[str, Any]]

    @property
    def answer(self) -> CitedAnswer:
        assert isinstance(self.response, CitedAnswer)
        return self.response


Play = Callable[..., Played]


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    """Asks one assistant, whose model plays the given script."""
    folder = tmp_path_factory.mktemp("library")
    (folder / "corpus" / "lexicon").mkdir(parents=True)
    (folder / "corpus" / "alpha-bones.md").write_text(GUIDE, encoding="utf-8")
    (folder / "corpus" / "lexicon" / "words.yaml").write_text(LEXICON, encoding="utf-8")
    with model_server(models.good) as server:
        settings = Settings(
            corpus=folder / "corpus",
            index=folder / "index",
            llm_base_url=server.url,
            llm_model="fake-1",
            llm_timeout=1.0,
            llm_deadline=2.0,
            llm_retries=0,
            llm_rest=0,
        )
        build_index(settings.corpus, settings.index, embedder=load_embedder(settings))
        assistant = Assistant.open(settings)

        def played(*script: Behaviour, question: str = QUESTION, history: tuple[Turn, ...] = ()) -> Played:
            server.script = script
            server.requests.clear()
            response, trace = assistant.answer(Question(text=question, history=history))
            return Played(response=response, trace=trace, text=to_markdown(response), requests=list(server.requests))

        yield played


def test_a_good_draft_is_shown_with_its_citations(play: Play) -> None:
    played = play(models.good)
    assert played.trace.drafter == "fake-1"
    assert "120 mg" in played.text
    assert played.answer.notice == ""


@pytest.mark.parametrize(
    ("behaviour", "never"),
    [
        pytest.param(models.subtly_wrong, ("240 mg", "8 weeks", "24 weeks"), id="doubled-numbers"),
        pytest.param(
            says("Corvalin 120 mg may be given to patients with low calcium [1][3]."), ("may be given",), id="turned-round"
        ),
        pytest.param(says("Corvalin cures brittle bones in all adults [1]."), ("cures",), id="added"),
        pytest.param(says("Mestor 120 mg subcutaneously every 4 weeks is recommended [1]."), ("Mestor 120",), id="another-drug"),
        pytest.param(models.hostile, ("script", "evil.example", "stop all", "Click here"), id="hostile"),
        pytest.param(models.wrong_mark, ("[41]",), id="unknown-marks"),
    ],
)
def test_what_no_passage_says_is_never_shown(play: Play, behaviour: Behaviour, never: tuple[str, ...]) -> None:
    played = play(behaviour)
    assert [words for words in never if words in played.text] == []
    assert played.answer.withheld


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(fails(500), id="500"),
        pytest.param(fails(429), id="429"),
        pytest.param(models.silent, id="silent"),
        pytest.param(models.drips, id="drips"),
        pytest.param(models.cut, id="cut"),
        pytest.param(models.garbage_events, id="garbage"),
        pytest.param(models.no_marks, id="no-marks"),
        pytest.param(models.empty, id="empty"),
        pytest.param(models.repeats, id="loop"),
    ],
)
def test_a_model_that_fails_leaves_the_extractive_answer_and_one_line(play: Play, behaviour: Behaviour) -> None:
    played = play(behaviour)
    assert played.trace.drafter == "extractive"
    assert "120 mg" in played.text
    assert played.answer.notice
    assert "\n" not in played.answer.notice
    assert played.answer.notice in played.text


HALF_RIGHT = says("Corvalin 120 mg is given subcutaneously every 4 weeks [1]. Corvalin 240 mg is an option [1].")


def test_a_withheld_claim_is_offered_for_repair_once(play: Play) -> None:
    played = play(HALF_RIGHT, HALF_RIGHT, models.good)
    assert len(played.requests) == 2
    assert "240" not in played.text
    assert any("240" in claim.text for claim in played.answer.withheld)


def test_a_model_that_dies_in_the_repair_keeps_what_was_verified(play: Play) -> None:
    played = play(HALF_RIGHT, fails(500))
    assert played.trace.drafter == "fake-1"
    assert "120 mg" in played.text
    assert "240" not in played.text


def test_identifiers_of_a_patient_never_leave_the_machine(play: Play) -> None:
    history = (Turn(role="user", content="My name is Jane Roe, MRN 12345678. How often is corvalin given?"),)
    played = play(says("How often is mestor given?"), models.good, question="and mestor?", history=history)
    assert "How often is corvalin given?" in str(played.requests[0])
    assert "Roe" not in str(played.requests)
    assert "12345678" not in str(played.requests)


def test_a_follow_up_reaches_the_model_as_a_standalone_question(play: Play) -> None:
    history = (Turn(role="user", content="How often is corvalin given?"), Turn(role="assistant", content="Every 4 weeks [1]."))
    played = play(says("How often is mestor given?"), models.good, question="and mestor?", history=history)
    assert played.answer.read_as.text == "How often is mestor given?"
    assert "How often is mestor given?" in str(played.requests[1])


def test_what_a_model_gets_wrong_in_part_stands_in_its_sources_own_words(play: Play) -> None:
    """The wrong dose is withheld, and the reader still gets the right one: from the statement that the sentence cited."""
    draft = "A dental examination is recommended before corvalin [{dental}]. Corvalin 240 mg is given every 4 weeks [{dose}]."

    def numbered(request: Mapping[str, Any]) -> str:
        at = {text: number for number, text in models.passages(request)}
        dental = next(number for text, number in at.items() if "dental" in text)
        dose = next(number for text, number in at.items() if "120 mg" in text)
        return draft.format(dental=dental, dose=dose)

    played = play(says(numbered))
    assert played.trace.drafter == "fake-1"
    assert "240 mg" not in played.text
    assert [claim.text for claim in played.answer.claims if "120 mg" in claim.text] == [
        "Corvalin 120 mg subcutaneously every 4 weeks is recommended for adults with brittle bones."
    ]
    assert [claim.text for claim in played.answer.withheld] == ["Corvalin 240 mg is given every 4 weeks."]
    assert "their own words stand there instead" in played.answer.notice
