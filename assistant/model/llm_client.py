"""One request to an OpenAI-compatible endpoint, bounded in time and size: the model's text out, or an error of ours."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any

import httpx
from llama_index.core.llms import ChatMessage
from openai import APIConnectionError, APIStatusError, APITimeoutError

from assistant.errors import MalformedDraftError, ModelUnavailableError
from assistant.settings import Settings

# A token has four letters on average; a model that writes ten times as many as asked isn't keeping to anything.
_LETTERS_PER_TOKEN = 12
_MAX_BYTES = 8_000_000
_RETRY_STATUS = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_LOOP = re.compile(r"(.{12,400}?)\1{3,}\s*\Z", re.DOTALL)
_LOOP_CHECK_EVERY = 400
_END_EVENT, _END_EVENT_LENGTH = re.compile(rb"\ndata: ?\[DONE\]"), 16
# What steers a terminal, or is no text to a database, is no part of a draft.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# The reasons of an end that may lie in the middle of a sentence.
_BROKEN_OFF = frozenset({"length", "content_filter"})
_LAST_SENTENCE = re.compile(r"\A.*[.!?\])](?=\s|\Z)", re.DOTALL)


class RetryableModelError(ModelUnavailableError):
    """A failure that may pass; ``retry_after`` is how many seconds the endpoint asked to wait."""

    def __init__(self, message: str, *, retry_after: float | None = None) -> None:
        """``message`` is one line for a reader."""
        super().__init__(message)
        self.retry_after = retry_after


class _BoundedStream(httpx.SyncByteStream):
    """A response's bytes until the request's time is up: a byte dripped now and then never runs into a read time-out."""

    def __init__(self, stream: httpx.SyncByteStream, *, until: float) -> None:
        self._stream = stream
        self._until = until
        self.ended = False

    def __iter__(self) -> Iterator[bytes]:
        got, last = 0, b"\n"
        for piece in self._stream:
            got += len(piece)
            last = (last + piece)[-len(piece) - _END_EVENT_LENGTH :]
            self.ended = self.ended or _END_EVENT.search(last) is not None
            if time.monotonic() > self._until:
                message = "the whole response took too long"
                raise httpx.ReadTimeout(message)
            if got > _MAX_BYTES:
                message = "the response never ends"
                raise httpx.ReadError(message)
            yield piece

    def close(self) -> None:
        self._stream.close()


class _Open(threading.local):
    """The responses that this thread is reading."""

    def __init__(self) -> None:
        self.responses: list[httpx.Response] = []

    def has_ended(self) -> bool:
        """True if the last response said that it is over: some servers do, and never say why."""
        stream = self.responses[-1].stream if self.responses else None
        return isinstance(stream, _BoundedStream) and stream.ended

    def close(self) -> None:
        """Hangs up now.

        A stream left half-read is part of a cycle. Were the garbage collector to close it, it might do so while this
        thread holds the connection pool's lock, and wait for that lock for ever.
        """
        while self.responses:
            self.responses.pop().close()


_open = _Open()


def open_llm(settings: Settings) -> Any:
    """LlamaIndex's client of the endpoint in the settings; nothing is sent yet."""
    from llama_index.llms.openai_like import OpenAILike

    def bound(response: httpx.Response) -> None:
        seconds = response.request.extensions["timeout"]["read"]
        _open.responses.append(response)
        response.stream = _BoundedStream(response.stream, until=time.monotonic() + seconds)  # type: ignore[arg-type]

    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else "none"
    return OpenAILike(
        model=settings.llm_model,
        api_base=settings.llm_base_url,
        api_key=key,
        is_chat_model=True,
        is_function_calling_model=False,
        context_window=settings.llm_context_window,
        max_tokens=settings.llm_max_tokens,
        temperature=settings.llm_temperature,
        timeout=settings.llm_timeout,
        max_retries=0,  # retries are counted in one place, against the deadline of the whole draft
        http_client=httpx.Client(timeout=settings.llm_timeout, event_hooks={"response": [bound]}),
    )


def write(llm: Any, messages: Sequence[tuple[str, str]], *, seconds: float) -> str:
    """What the model writes to ``messages`` (role, words) within ``seconds``, without its thoughts.

    Raises:
        RetryableModelError: time-out, 5xx, rate limit, broken connection, cut stream.
        ModelUnavailableError: refused (key, model name, request) or not the protocol.
        MalformedDraftError: empty, or the same again and again.

    """
    try:
        text, finish = _read(llm, messages, seconds)
    except MalformedDraftError:
        raise
    except Exception as error:
        raise _translated(error) from error
    finally:
        _open.close()
    if finish is None:
        message = "the language model's answer broke off"
        raise RetryableModelError(message)
    text = _thoughtless(_CONTROL.sub("", text))
    if finish in _BROKEN_OFF:
        text = _up_to_last_sentence(text)
    if not text:
        message = "the language model answered with nothing"
        raise MalformedDraftError(message)
    return text


def _read(llm: Any, messages: Sequence[tuple[str, str]], seconds: float) -> tuple[str, str | None]:
    """The text as far as it comes, and why it ended."""
    most = (llm.max_tokens or 1024) * _LETTERS_PER_TOKEN
    text, finish, checked, answered = "", None, 0, False
    stream = llm.stream_chat([ChatMessage(role=role, content=words) for role, words in messages], timeout=seconds)
    for piece in stream:
        answered = True
        text += piece.delta or ""
        choices = piece.raw.choices
        finish = (choices[0].finish_reason if choices else None) or finish
        if len(text) - checked >= _LOOP_CHECK_EVERY:
            checked = len(text)
            _refuse_loop(text)
        if len(text) > most:
            return text, "length"
    if not answered:
        message = "no event at all: a web page, perhaps"
        raise ValueError(message)
    _refuse_loop(text)
    return text, finish or ("stop" if _open.has_ended() else None)


def _refuse_loop(text: str) -> None:
    if _LOOP.search(text[-4000:]):
        message = "the language model repeats itself"
        raise MalformedDraftError(message)


def _thoughtless(text: str) -> str:
    """Without <think>…</think> and without a fence around the whole.

    One that never ends takes the rest with it, and one that never begins, as where the prompt has opened it, what comes before.
    """
    text = re.sub(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", "", text, flags=re.DOTALL | re.IGNORECASE)
    text = re.split(r"</think(?:ing)?>", text, flags=re.IGNORECASE)[-1].strip()
    fenced = re.fullmatch(r"```\w*\n(.*?)\n?```", text, flags=re.DOTALL)
    return fenced[1].strip() if fenced else text


def _up_to_last_sentence(text: str) -> str:
    """Without the sentence that was cut in the middle: half of it may say the opposite."""
    whole = _LAST_SENTENCE.match(text)
    return whole[0].strip() if whole else ""


def _translated(error: Exception) -> ModelUnavailableError:
    if isinstance(error, APITimeoutError | httpx.TimeoutException):
        return RetryableModelError("the language model took too long (VOUCH_LLM_TIMEOUT)")
    if isinstance(error, APIConnectionError | httpx.TransportError):
        return RetryableModelError("the language model can't be reached or hung up (VOUCH_LLM_BASE_URL)")
    if isinstance(error, APIStatusError):
        return _refusal(error)
    return ModelUnavailableError(
        f"the endpoint's answer is not the OpenAI protocol ({type(error).__name__}); check VOUCH_LLM_BASE_URL"
    )


def _refusal(error: APIStatusError) -> ModelUnavailableError:
    status = error.status_code
    if status in _RETRY_STATUS:
        said = "is over its rate limit" if status == 429 else "has an error of its own"  # noqa: PLR2004
        return RetryableModelError(f"the language model {said} (HTTP {status})", retry_after=_seconds(error.response.headers))
    mends = {401: "VOUCH_LLM_API_KEY", 403: "VOUCH_LLM_API_KEY", 404: "VOUCH_LLM_MODEL and VOUCH_LLM_BASE_URL"}
    return ModelUnavailableError(
        f"the language model refused the request (HTTP {status}); check {mends.get(status, 'VOUCH_LLM_MODEL')}"
    )


def _seconds(headers: httpx.Headers) -> float | None:
    try:
        return max(0.0, float(headers.get("retry-after", "")))
    except ValueError:
        return None
