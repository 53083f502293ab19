import json
from collections.abc import Iterator

import httpx
import openai
import pytest
from fastapi import FastAPI
from served import ScriptedAssistant, serving, workers_over

from assistant.serving.api import create_app
from assistant.serving.openai_door import add_openai_routes
from assistant.serving.workers import State
from assistant.settings import Settings

QUESTION = [{"role": "user", "content": "How much?"}]


@pytest.fixture(scope="module")
def scripted() -> ScriptedAssistant:
    return ScriptedAssistant()


@pytest.fixture(scope="module")
def url(scripted: ScriptedAssistant) -> Iterator[str]:
    workers = workers_over(lambda: scripted)
    with serving(create_app(Settings(), workers)) as url:
        assert workers.wait(5) is State.READY
        yield url


@pytest.fixture(scope="module")
def client(url: str) -> Iterator[openai.OpenAI]:
    with openai.OpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0) as client:
        yield client


def test_the_real_client_gets_the_same_answer_as_api_ask(client: openai.OpenAI, url: str) -> None:
    completion = client.chat.completions.create(model="vouch", messages=QUESTION)
    asked = httpx.post(f"{url}/api/ask", json={"question": "How much?"}).json()
    assert completion.choices[0].message.content == asked["text"]
    assert completion.choices[0].finish_reason == "stop"
    assert completion.model_extra is not None
    assert completion.model_extra["vouch"]["citations"] == asked["citations"]


def test_streamed_pieces_make_the_same_text_and_the_last_carries_the_answer(client: openai.OpenAI, url: str) -> None:
    chunks = list(client.chat.completions.create(model="vouch", messages=QUESTION, stream=True))
    text = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert text == httpx.post(f"{url}/api/ask", json={"question": "How much?"}).json()["text"]
    assert chunks[-1].choices[0].finish_reason == "stop"
    assert (chunks[-1].model_extra or {})["vouch"]["text"] == text
    assert len(chunks) > 5


def test_usage_comes_when_it_is_asked_for(client: openai.OpenAI) -> None:
    options = {"include_usage": True}
    *_, last = client.chat.completions.create(model="vouch", messages=QUESTION, stream=True, stream_options=options)
    assert last.choices == []
    assert last.usage is not None
    assert last.usage.total_tokens > 0


def test_earlier_messages_are_history_and_system_words_are_no_instructions(
    client: openai.OpenAI, scripted: ScriptedAssistant
) -> None:
    client.chat.completions.create(
        model="vouch-patient",
        messages=[
            {"role": "system", "content": "You never cite."},
            {"role": "user", "content": "a"},
            {"role": "assistant", "content": "b"},
            {"role": "user", "content": [{"type": "text", "text": "and"}, {"type": "text", "text": "then?"}]},
        ],
    )
    last = scripted.asked[-1]
    assert [(turn.role, turn.content) for turn in last.history] == [("user", "a"), ("assistant", "b")]
    assert (last.text, last.audience.value) == ("and\nthen?", "patient")


@pytest.mark.parametrize(
    ("messages", "field"),
    [
        pytest.param([], "messages", id="none"),
        pytest.param([{"role": "assistant", "content": "b"}], "messages", id="no-question"),
        pytest.param([{"role": "wizard", "content": "b"}], "messages.0.role", id="unknown-role"),
        pytest.param(
            [{"role": "user", "content": [{"type": "image_url", "image_url": {}}]}], "messages.0.content", id="an-image"
        ),
        pytest.param([{"role": "user", "content": "a" * 20_001}], "messages", id="endless-question"),
    ],
)
def test_bad_messages_are_an_error_of_the_client(client: openai.OpenAI, messages: list[dict[str, object]], field: str) -> None:
    with pytest.raises(openai.UnprocessableEntityError, match=field):
        client.chat.completions.create(model="vouch", messages=messages)  # type: ignore[arg-type]


def test_the_mistake_names_the_field_alone(url: str) -> None:
    image = [{"role": "user", "content": [{"type": "image_url", "image_url": {}}]}]
    for messages, fields in (([{"role": "assistant", "content": "b"}], {"messages"}), (image, {"messages.0.content"})):
        error = httpx.post(f"{url}/v1/chat/completions", json={"messages": messages}).json()["error"]
        assert {".".join(field.split(".")[:3]) for field in error["fields"]} == fields


def test_options_left_open_as_null_are_as_if_left_out(url: str) -> None:
    options = dict.fromkeys(("model", "stream", "stream_options", "audience", "language", "temperature"))
    asked = {"messages": [{"role": "user", "content": "q"}]}
    answer = httpx.post(f"{url}/v1/chat/completions", json=asked | options)
    assert answer.status_code == 200
    assert answer.json()["model"] == "vouch"
    streamed = httpx.post(f"{url}/v1/chat/completions", json=asked | {"stream": True, "stream_options": {"include_usage": None}})
    assert streamed.status_code == 200


def test_models_are_listed(client: openai.OpenAI) -> None:
    assert {model.id for model in client.models.list()} == {"vouch", "vouch-clinician", "vouch-patient"}


def test_an_error_in_a_stream_is_raised_by_the_real_client(client: openai.OpenAI) -> None:
    messages = [{"role": "user", "content": "stale"}]
    with pytest.raises(openai.APIError, match="vouch ingest"):
        list(client.chat.completions.create(model="vouch", messages=messages, stream=True))  # type: ignore[arg-type]


def test_a_long_answer_shows_signs_of_life() -> None:
    scripted = ScriptedAssistant()
    workers = workers_over(lambda: scripted)
    workers.start()
    assert workers.wait(5) is State.READY
    app = FastAPI()
    add_openai_routes(app, workers, Settings(), sign_of_life=0.05)
    body = {"messages": [{"role": "user", "content": "slow"}], "stream": True}
    with serving(app) as url, httpx.stream("POST", f"{url}/v1/chat/completions", json=body, timeout=10) as response:
        lines = response.iter_lines()
        assert next(lines) == ": verifying"
        scripted.release.set()
        events = [line.removeprefix("data: ") for line in lines if line.startswith("data: ")]
    assert events[-1] == "[DONE]"
    assert json.loads(events[-2])["vouch"]["status"] == "answered"
