import asyncio
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from served import ScriptedAssistant, serving, workers_over
from starlette.types import Message, Receive, Scope, Send

from assistant.answers import Question
from assistant.pipeline import Assistant
from assistant.serving.api import create_app
from assistant.serving.guard import Guard
from assistant.serving.workers import BusyError, State
from assistant.settings import Settings
from ingest.embed import load_embedder
from ingest.errors import IndexNotFoundError, VectorStoreError
from ingest.index import build_index


@pytest.fixture(scope="module")
def scripted() -> ScriptedAssistant:
    return ScriptedAssistant()


@pytest.fixture(scope="module")
def client(scripted: ScriptedAssistant) -> Iterator[httpx.Client]:
    workers = workers_over(lambda: scripted)
    with serving(create_app(Settings(request_bytes=10_000), workers)) as url, httpx.Client(base_url=url, timeout=10) as client:
        assert workers.wait(5) is State.READY
        yield client


def ask(client: httpx.Client, question: str, **fields: object) -> httpx.Response:
    return client.post("/api/ask", json={"question": question, **fields})


def test_alive_before_and_ready_only_after_loading() -> None:
    go_on = threading.Event()

    def slowly() -> ScriptedAssistant:
        go_on.wait(10)
        return ScriptedAssistant()

    workers = workers_over(slowly)
    with serving(create_app(Settings(), workers)) as url:
        assert httpx.get(f"{url}/healthz").status_code == 200
        assert httpx.get(f"{url}/readyz").status_code == 503
        early = httpx.post(f"{url}/api/ask", json={"question": "q"})
        assert early.status_code == 503
        assert early.headers["retry-after"]
        go_on.set()
        assert workers.wait(5) is State.READY
        assert httpx.get(f"{url}/readyz").status_code == 200


def test_missing_index_is_said_by_readyz_and_reported_once() -> None:
    heard: list[str] = []

    def broken() -> ScriptedAssistant:
        message = "no index in .index; run `vouch ingest`"
        raise IndexNotFoundError(message)

    workers = workers_over(broken)
    with serving(create_app(Settings(), workers, on_loaded=lambda error: heard.append(str(error)))) as url:
        workers.wait(5)
        response = httpx.get(f"{url}/readyz")
        assert response.status_code == 503
        assert response.json() == {"status": "failed", "error": "no index in .index; run `vouch ingest`"}
        assert "vouch ingest" in httpx.post(f"{url}/api/ask", json={"question": "q"}).json()["error"]["message"]
        assert httpx.get(f"{url}/healthz").status_code == 200
    assert heard == ["no index in .index; run `vouch ingest`"]


def test_vector_store_out_of_reach_is_said_by_readyz_without_its_password(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "rest.md").write_text("# Rest\n\nRest helps.\n", encoding="utf-8")
    away = "http://vouch:hunter2@127.0.0.1:1"
    settings = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", vector_store=away)
    build_index(settings.corpus, settings.index, embedder=load_embedder(settings))
    workers = workers_over(lambda: Assistant.open(settings))  # type: ignore[arg-type,return-value]
    with serving(create_app(settings, workers)) as url:
        workers.wait(30)
        response = httpx.get(f"{url}/readyz")
        assert response.status_code == 503
        assert "VOUCH_VECTOR_STORE" in response.json()["error"]
        assert "hunter2" not in response.text


def test_vector_store_that_goes_later_is_said_by_readyz_until_it_is_back() -> None:
    class Index:
        gone = ""

        def check(self) -> None:
            if self.gone:
                raise VectorStoreError(self.gone)

    scripted = ScriptedAssistant()
    index = scripted.index = Index()  # type: ignore[attr-defined]
    workers = workers_over(lambda: scripted)
    with serving(create_app(Settings(), workers)) as url:
        assert workers.wait(5) is State.READY
        assert httpx.get(f"{url}/readyz").status_code == 200
        index.gone = "the store can't be reached"
        response = httpx.get(f"{url}/readyz")
        assert (response.status_code, response.json()) == (503, {"status": "failed", "error": "the store can't be reached"})
        assert response.headers["retry-after"]
        index.gone = ""
        assert httpx.get(f"{url}/readyz").status_code == 200


def test_the_first_asker_does_not_pay_for_the_warm_up(client: httpx.Client, scripted: ScriptedAssistant) -> None:
    assert client.get("/readyz").status_code == 200
    assert scripted.asked, "ready must mean that an answer has been made"


def test_an_answer_is_the_object_of_the_contract(client: httpx.Client) -> None:
    answer = ask(client, "How much?", id="7").json()
    assert answer["id"] == "7"
    assert answer["status"] == "answered"
    assert answer["citations"][0]["quote"] in answer["text"].replace("\\<", "<")
    assert set(answer) >= {"question", "read_as", "text", "claims", "withheld", "disagreements", "premise", "reason", "nearest"}


def test_no_id_in_no_id_out(client: httpx.Client) -> None:
    assert "id" not in ask(client, "How much?").json()


def test_history_audience_and_language_reach_the_assistant(client: httpx.Client, scripted: ScriptedAssistant) -> None:
    history = [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]
    ask(client, "and then?", history=history, audience="patient", language="es")
    last = scripted.asked[-1]
    assert [(turn.role, turn.content) for turn in last.history] == [("user", "a"), ("assistant", "b")]
    assert (last.text, last.audience.value, last.language) == ("and then?", "patient", "es")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        pytest.param(b"{}", "question", id="missing"),
        pytest.param(b'{"question": 5}', "question", id="wrong-type"),
        pytest.param(b'{"question": "q", "audience": "nurse"}', "audience", id="unknown-audience"),
        pytest.param(b'{"question": "q", "history": [{"role": "user"}]}', "history.0.content", id="deep-inside"),
        pytest.param(b'{"question": ', "body", id="broken-json"),
        pytest.param(b'{"question": "caf\xe9"}', "body", id="not-utf-8"),
        pytest.param(b"[" * 5000, "body", id="nested-too-deeply"),
        pytest.param(b'{"question": "q", "id": {"a": 1}}', "id", id="id-is-an-object"),
        pytest.param(b'{"question": "q", "id": NaN}', "id", id="id-is-no-number"),
        pytest.param(b"[]", "body", id="no-object"),
        pytest.param(b"", "body", id="empty"),
    ],
)
def test_bad_body_is_422_naming_the_field(client: httpx.Client, body: bytes, field: str) -> None:
    response = client.post("/api/ask", content=body, headers={"content-type": "application/json"})
    assert response.status_code == 422
    assert response.json()["error"]["fields"] == [field]
    assert field in response.json()["error"]["message"]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_that_is_not_sent_as_json_is_told_how_to_be(client: httpx.Client, kind: str) -> None:
    response = client.post("/api/ask", content=b'{"question": "q"}', headers={"content-type": kind})
    assert response.status_code == 422
    assert "content-type: application/json" in response.json()["error"]["message"]


def test_nulls_and_lone_surrogates_break_no_answer(client: httpx.Client) -> None:
    body = b'{"id": "\\ud800", "question": "q", "history": null, "audience": null, "language": null}'
    response = client.post("/api/ask", content=body, headers={"content-type": "application/json"})
    assert (response.status_code, response.json()["id"]) == (200, "?")


@pytest.mark.parametrize("chunked", [False, True], ids=["stated-length", "chunked"])
def test_too_large_a_body_is_413(client: httpx.Client, chunked: bool) -> None:
    body = b'{"question": "' + b"a" * 20_000 + b'"}'
    content = iter([body[:5000], body[5000:]]) if chunked else body
    response = client.post("/api/ask", content=content, headers={"content-type": "application/json"})
    assert response.status_code == 413
    assert "VOUCH_REQUEST_BYTES" in response.json()["error"]["message"]


def test_an_error_of_ours_is_json_with_its_mend(client: httpx.Client) -> None:
    response = ask(client, "stale")
    assert response.status_code == 500
    assert response.json()["error"]["message"] == "the index is stale; run `vouch ingest`"


def test_a_bug_shows_nothing_of_its_insides(client: httpx.Client) -> None:
    response = ask(client, "bug")
    assert response.status_code == 500
    assert "secret" not in response.text
    assert "Traceback" not in response.text
    assert response.json()["error"]["type"] == "internal"


def test_unknown_path_and_method_are_json(client: httpx.Client) -> None:
    assert client.get("/nowhere").json()["error"]["type"] == "http"
    assert client.get("/api/ask").status_code == 405


def test_unknown_path_and_method_are_told_what_would_be_taken(client: httpx.Client) -> None:
    said = client.get("/nowhere").json()["error"]["message"]
    assert said == "there is nothing at /nowhere: docs/contract.md lists what there is"
    refused = client.get("/api/ask")
    assert refused.json()["error"]["message"] == "GET is not taken at /api/ask: use POST"
    assert refused.headers["allow"] == "POST"


@pytest.mark.parametrize("probe", ["/healthz", "/readyz"])
def test_a_probe_may_ask_for_the_head_alone(client: httpx.Client, probe: str) -> None:
    response = client.head(probe)
    assert (response.status_code, response.content) == (200, b"")
    assert "head" not in client.get("/openapi.json").json()["paths"][probe], "one operation, told once"


@pytest.mark.flaky(reruns=2, reruns_delay=5)  # a busy machine may be slow for once
def test_an_answer_that_takes_too_long_is_504_and_the_server_lives_on() -> None:
    scripted = ScriptedAssistant()
    workers = workers_over(lambda: scripted, timeout=0.3, threads=1)
    with serving(create_app(Settings(), workers)) as url:
        workers.wait(5)
        started = time.monotonic()
        response = httpx.post(f"{url}/api/ask", json={"question": "slow"})
        assert response.status_code == 504
        assert time.monotonic() - started < 3
        assert httpx.get(f"{url}/healthz").status_code == 200
        scripted.release.set()
        assert httpx.post(f"{url}/api/ask", json={"question": "How much?"}).status_code == 200


def test_other_requests_are_served_while_an_answer_is_made() -> None:
    scripted = ScriptedAssistant()
    workers = workers_over(lambda: scripted, threads=1)
    with serving(create_app(Settings(), workers)) as url:
        workers.wait(5)
        thread = threading.Thread(target=lambda: httpx.post(f"{url}/api/ask", json={"question": "slow"}))
        thread.start()
        assert httpx.get(f"{url}/healthz", timeout=2).status_code == 200
        scripted.release.set()
        thread.join(5)


def test_a_flood_is_refused_rather_than_kept_waiting_for_ever() -> None:
    scripted = ScriptedAssistant()
    workers = workers_over(lambda: scripted, threads=1)
    workers.start()
    workers.wait(5)

    def flood() -> None:
        for _ in range(200):
            workers.submit(Question(text="slow"))

    with pytest.raises(BusyError, match="too many"):
        flood()
    workers.close()
    scripted.release.set()


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/nowhere", "/metrics"])
def test_every_response_carries_the_security_headers(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "http" not in headers["content-security-policy"], "nothing may be loaded from another host"


def test_meters_count_answers_abstentions_and_withheld_claims(client: httpx.Client) -> None:
    ask(client, "How much?")
    ask(client, "unknown")
    client.get("/made-up-path-of-a-scanner")
    text = client.get("/metrics").text
    assert 'vouch_answers_total{status="answered"}' in text
    assert 'vouch_abstentions_total{reason="NO_EVIDENCE"}' in text
    assert 'vouch_withheld_claims_total{reason="NUMBER"}' in text
    assert 'vouch_step_seconds_bucket{le="0.005",step="retrieve"}' in text
    assert 'vouch_requests_total{path="/api/ask",status="200"}' in text
    assert "made-up-path" not in text


def test_a_client_that_hangs_up_is_no_fault_of_the_server() -> None:
    seen: list[int] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        raise AssertionError

    async def gone() -> Message:
        return {"type": "http.disconnect"}

    async def nowhere(_: Message) -> None:
        raise AssertionError

    guard = Guard(app, max_bytes=10, bounded=("/api/",), watch=lambda _, status, __: seen.append(status))
    asyncio.run(guard({"type": "http", "path": "/api/ask"}, gone, nowhere))
    with pytest.raises(AssertionError):
        asyncio.run(guard({"type": "http", "path": "/elsewhere"}, gone, nowhere))
    assert seen == [499, 500]


def test_no_page_of_the_interface_loads_from_elsewhere(client: httpx.Client) -> None:
    assert client.get("/docs").status_code == 404
    assert client.get("/redoc").status_code == 404


def test_modules_that_serve_do_not_import_the_chat() -> None:
    for path in Path("assistant").rglob("*.py"):
        assert "import chainlit" not in path.read_text(encoding="utf-8"), path
