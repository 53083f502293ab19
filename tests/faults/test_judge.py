"""A model's opinion stands beside the figures: it is counted, told apart, and shuts no gate."""

from dataclasses import replace
from typing import Any

import pytest
from fake_model_server import Behaviour, declines, model_server, says

from assistant.settings import load_settings
from evals.errors import EvalError
from evals.judge import judge_turns, open_judge, opinion_on
from evals.page import as_html
from evals.report import as_json_object
from evals.scored import score_run
from evals.test_baseline import RIGHT

TURNS = as_json_object(score_run(RIGHT))["turns"]


def asked(behaviour: Behaviour, **settings: Any) -> dict[str, Any]:
    with model_server(behaviour) as server:
        return opinion_on(TURNS, load_settings(llm_base_url=server.url, llm_model="judge", **settings))


def test_model_that_says_no_to_one_fact_disagrees_on_it() -> None:
    found = asked(says("1: yes\n2: No"))
    assert found["asked"] == 2
    assert found["agreement"] == pytest.approx(0.5)
    assert found["disagreements"] == [{"turn": "dose", "fact": "every 4 weeks", "model": False}]


def test_reply_that_says_nothing_of_the_facts_is_unread_not_a_no() -> None:
    assert asked(declines)["unread"] == 2


def test_model_out_of_reach_leaves_the_facts_unread() -> None:
    found = opinion_on(TURNS, load_settings(llm_base_url="http://127.0.0.1:9/v1", llm_model="none", llm_timeout=1.0))
    assert (found["unread"], found["disagreements"]) == (2, [])


def test_without_a_model_there_is_no_judge() -> None:
    with pytest.raises(EvalError, match="VOUCH_LLM_BASE_URL"):
        open_judge(load_settings())


def test_opinion_stands_in_the_report_and_changes_no_figure() -> None:
    sound = as_json_object(score_run(RIGHT))
    told = {**sound, "judge": judge_turns(TURNS, lambda _: "1: no\n2: no", model="judge")}
    assert "A model's opinion" in as_html(told)
    assert told["totals"] == sound["totals"]
    assert told["ok"]


def test_abstentions_are_not_put_to_the_judge() -> None:
    silent = replace(RIGHT, records=(RIGHT.records[1], RIGHT.records[1]))

    def ask(prompt: str) -> str:
        pytest.fail(f"asked: {prompt}")

    assert judge_turns(as_json_object(score_run(silent))["turns"], ask, model="judge")["asked"] == 0
