"""Language models that are slow, dying or speak something else: an error of ours, in time, never a hang or a traceback."""

import gc
import time
from contextlib import suppress
from typing import Any

import fake_model_server as models
import pytest
from fake_model_server import Behaviour, fails, model_server

from assistant.check_model import check_model
from assistant.errors import AssistantError, ModelUnavailableError
from assistant.model.llm import ModelDrafter
from assistant.model.llm_client import RetryableModelError, open_llm
from assistant.prompts import NumberedPassage
from assistant.settings import Settings
from ingest.doctor import Severity

PASSAGES = (NumberedPassage(number=1, text="Corvalin 120 mg every 4 weeks, and Mestor 4 mg every 12 weeks"),)


def draft(url: str, *, retries: int = 2, deadline: float = 10.0, timeout: float = 5.0, pause: float = 0.01) -> str:
    settings = Settings(llm_base_url=url, llm_model="fake", llm_timeout=timeout)
    drafter = ModelDrafter(open_llm(settings), mask=str, timeout=timeout, deadline=deadline, retries=retries, pause=pause)
    return drafter.draft("How much?", PASSAGES)


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(models.cut, id="cut-in-a-sentence"),
        pytest.param(models.closes_early, id="ends-without-finish"),
        pytest.param(models.hangs_up, id="hangs-up"),
        pytest.param(fails(500), id="500"),
        pytest.param(fails(503), id="503"),
        pytest.param(fails(429), id="429"),
    ],
)
def test_a_failure_that_passes_is_tried_again_and_one_that_stays_is_given_up(behaviour: Behaviour) -> None:
    with model_server(behaviour, models.good) as server:
        assert "120 mg" in draft(server.url)
        assert len(server.requests) == 2
    with model_server(behaviour) as server:
        with pytest.raises(RetryableModelError):
            draft(server.url, retries=2)
        assert len(server.requests) == 3


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(fails(400), id="400"),
        pytest.param(fails(401), id="401"),
        pytest.param(fails(404), id="404"),
        pytest.param(models.garbage_events, id="garbage-events"),
        pytest.param(models.other_shape, id="another-protocol"),
        pytest.param(models.web_page, id="a-web-page"),
    ],
)
def test_what_will_not_pass_is_not_tried_again(behaviour: Behaviour) -> None:
    with model_server(behaviour) as server:
        with pytest.raises(AssistantError) as caught:
            draft(server.url)
        assert not isinstance(caught.value, RetryableModelError)
        assert len(server.requests) == 1
        assert "\n" not in str(caught.value)


@pytest.mark.flaky(reruns=2, reruns_delay=5)  # a busy machine may be slow for once
@pytest.mark.parametrize("behaviour", [models.silent, models.drips], ids=["silent", "drips-comments"])
def test_a_model_that_never_answers_is_left_in_time(behaviour: Behaviour) -> None:
    with model_server(behaviour) as server:
        started = time.monotonic()
        with pytest.raises(ModelUnavailableError, match="took too long"):
            draft(server.url, timeout=0.4, deadline=1.0, retries=5)
        assert time.monotonic() - started < 2.5


def test_nobody_listening_is_model_unavailable() -> None:
    with pytest.raises(ModelUnavailableError, match="VOUCH_LLM_BASE_URL"):
        draft("http://127.0.0.1:9/v1", retries=1)


def test_the_pause_that_a_rate_limit_asks_for_is_kept() -> None:
    with model_server(fails(429, retry_after="0.5"), models.good) as server:
        started = time.monotonic()
        assert "120 mg" in draft(server.url)
        assert time.monotonic() - started >= 0.5


@pytest.mark.flaky(reruns=2, reruns_delay=5)  # a busy machine may be slow for once
def test_a_pause_past_the_deadline_is_not_waited_for() -> None:
    with model_server(fails(429, retry_after="9"), models.good) as server:
        started = time.monotonic()
        with pytest.raises(RetryableModelError, match="rate limit"):
            draft(server.url, deadline=2.0)
        assert time.monotonic() - started < 1.5


@pytest.mark.parametrize("behaviour", [models.endless, models.endless_loop], ids=["endless", "loop"])
def test_a_stream_that_is_not_read_to_its_end_is_closed_at_once(behaviour: Behaviour) -> None:
    """Left to the garbage collector, it may be closed inside the connection pool's own lock: a hang, now and then."""
    gc.disable()
    try:
        with model_server(behaviour) as server:
            settings = Settings(llm_base_url=server.url, llm_model="fake", llm_max_tokens=64)
            drafter = ModelDrafter(open_llm(settings), mask=str)
            with suppress(AssistantError):
                drafter.draft("q", PASSAGES)
            assert server.left.wait(5)
    finally:
        gc.enable()


def test_a_model_out_of_reach_is_left_alone_for_a_while() -> None:
    with model_server(fails(503), models.good) as server:
        settings = Settings(llm_base_url=server.url, llm_model="fake")
        drafter = ModelDrafter(open_llm(settings), mask=str, retries=0, rest=0.4)
        for _ in range(5):
            with pytest.raises(ModelUnavailableError):
                drafter.draft("q", PASSAGES)
        assert len(server.requests) == 1
        time.sleep(0.5)
        assert "120 mg" in drafter.draft("q", PASSAGES)


def test_how_long_it_is_left_alone_is_what_the_settings_say() -> None:
    with model_server(fails(503), models.good) as server:
        settings = Settings(llm_base_url=server.url, llm_model="fake", llm_retries=0, llm_rest=0)
        for rest, asked in ((60, 1), (0, 2)):
            server.requests.clear()
            drafter = ModelDrafter.open(settings.model_copy(update={"llm_rest": rest}), mask=str)
            server.script = (fails(503),)
            for _ in range(2):
                with pytest.raises(ModelUnavailableError):
                    drafter.draft("q", PASSAGES)
            assert len(server.requests) == asked


def test_a_refusal_that_costs_no_wait_rests_nobody_elses_question() -> None:
    with model_server(fails(400), models.good) as server:
        drafter = ModelDrafter(open_llm(Settings(llm_base_url=server.url, llm_model="fake")), mask=str, rest=60)
        with pytest.raises(ModelUnavailableError):
            drafter.draft("q", PASSAGES)
        assert "120 mg" in drafter.draft("q", PASSAGES)


@pytest.mark.parametrize(
    ("behaviour", "mend"),
    [
        pytest.param(fails(401), "VOUCH_LLM_API_KEY", id="key"),
        pytest.param(fails(404), "VOUCH_LLM_MODEL", id="name"),
        pytest.param(models.web_page, "VOUCH_LLM_BASE_URL", id="address"),
    ],
)
def test_why_it_failed_is_told_to_whoever_runs_it(behaviour: Behaviour, mend: str, caplog: pytest.LogCaptureFixture) -> None:
    with model_server(behaviour) as server:
        with pytest.raises(ModelUnavailableError):
            draft(server.url)
        (finding,) = check_model(Settings(llm_base_url=server.url, llm_model="fake", llm_api_key="sk-hidden"))
    assert mend in caplog.text
    assert (finding.severity, mend in finding.message) == (Severity.WARNING, True)
    assert "sk-hidden" not in finding.message + caplog.text


def test_a_model_that_answers_is_found_sound_and_none_is_not_looked_for() -> None:
    assert list(check_model(Settings())) == []
    with model_server(models.says("Hello.")) as server:
        (finding,) = check_model(Settings(llm_base_url=server.url, llm_model="fake"))
    assert (finding.severity, finding.message) == (Severity.OK, "fake answers")


@pytest.mark.parametrize("answers", [3])
def test_one_drafter_serves_several_threads(answers: int) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with model_server(models.good) as server:
        settings = Settings(llm_base_url=server.url, llm_model="fake")
        drafter = ModelDrafter(open_llm(settings), mask=str)
        with ThreadPoolExecutor(answers) as pool:
            futures: list[Any] = [pool.submit(drafter.draft, "q", PASSAGES) for _ in range(answers)]
            assert len({future.result(timeout=10) for future in futures}) == 1
