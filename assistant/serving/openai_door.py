"""The OpenAI-compatible door: the same cited answer in that protocol; the answer object rides in ``vouch``."""

from __future__ import annotations

import asyncio
import json
import re
import time
import uuid
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal

from fastapi import APIRouter, FastAPI
from fastapi.responses import JSONResponse, StreamingResponse
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from assistant.answers import Audience, Question, Turn
from assistant.display.render import answer_object
from assistant.serving.guard import failure_of
from assistant.serving.lines import MAX_DRAFT, MAX_QUESTION
from assistant.serving.workers import Workers
from assistant.settings import Settings

MODELS = {"vouch": None, "vouch-clinician": Audience.CLINICIAN, "vouch-patient": Audience.PATIENT}
_SIGN_OF_LIFE_SECONDS = 5.0
_CREATED = 1_767_225_600  # models have a date in that protocol; ours are as old as the project


class TextPart(BaseModel):
    """A piece of a message; only text can be answered."""

    model_config = ConfigDict(extra="ignore")

    type: Literal["text"]
    text: str = Field(max_length=MAX_DRAFT)


class Message(BaseModel):
    """One message; those of role "system" are read by nobody: the gate takes no instructions."""

    model_config = ConfigDict(extra="ignore")

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: Annotated[str, Field(max_length=MAX_DRAFT)] | list[TextPart] | None = None

    @property
    def text(self) -> str:
        """The message's words."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content)
        return self.content or ""


def _spoken(messages: list[Message]) -> list[Message]:
    return [message for message in messages if message.role in {"user", "assistant"}]


def _ends_with_a_question(messages: list[Message]) -> list[Message]:
    spoken = _spoken(messages)
    if not spoken or spoken[-1].role != "user":
        message = "the last one must be the user's question"
        raise ValueError(message)
    if len(spoken[-1].text) > MAX_QUESTION:
        message = f"the question has more than {MAX_QUESTION:,} characters"
        raise ValueError(message)
    return messages


def _without_nulls(fields: object) -> object:
    """The fields without those of ``null``: many clients of that protocol write out every option that they leave open."""
    return {name: value for name, value in fields.items() if value is not None} if isinstance(fields, dict) else fields


class StreamOptions(BaseModel):
    """What a streaming client wants beside the text."""

    include_usage: bool | None = None


class ChatRequest(BaseModel):
    """The request as that protocol has it; sampling options are accepted and mean nothing here."""

    model_config = ConfigDict(extra="ignore")

    model: str = "vouch"
    messages: Annotated[list[Message], Field(min_length=1), AfterValidator(_ends_with_a_question)]
    stream: bool = False
    stream_options: StreamOptions | None = None
    audience: Audience | None = None
    language: Literal["auto", "en", "es"] | None = None

    @model_validator(mode="before")
    @classmethod
    def _leave_out_nulls(cls, fields: object) -> object:
        return _without_nulls(fields)

    @property
    def spoken(self) -> list[Message]:
        """What user and assistant said."""
        return _spoken(self.messages)

    def question_for(self, settings: Settings) -> Question:
        """The last message as question, those before it as history."""
        *before, last = self.spoken
        return Question(
            text=last.text,
            history=tuple(Turn(role=message.role, content=message.text) for message in before),
            audience=self.audience or MODELS.get(self.model) or settings.audience,
            language=self.language or settings.language,
        )


def add_openai_routes(app: FastAPI, workers: Workers, settings: Settings, *, sign_of_life: float = _SIGN_OF_LIFE_SECONDS) -> None:
    """Puts ``/v1/models`` and ``/v1/chat/completions`` on the application.

    A streamed answer shows a comment every ``sign_of_life`` seconds while it is made, so that no proxy hangs up.
    """
    router = APIRouter(prefix="/v1")

    @router.get("/models")
    async def models() -> dict[str, Any]:
        return {"object": "list", "data": [_model(name) for name in MODELS]}

    @router.post("/chat/completions", response_model=None)
    async def chat_completions(request: ChatRequest) -> JSONResponse | StreamingResponse:
        question = request.question_for(settings)
        workers.require_ready()
        if request.stream:
            # nginx would hold the events back otherwise
            headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
            return StreamingResponse(
                _events(request, question, workers, sign_of_life), media_type="text/event-stream", headers=headers
            )
        answer = answer_object(*await workers.answer(question))
        choice = {
            "index": 0,
            "message": {"role": "assistant", "content": answer["text"]},
            "finish_reason": "stop",
            "logprobs": None,
        }
        return JSONResponse(
            _envelope(request, "chat.completion") | {"choices": [choice], "usage": _usage(question, answer), "vouch": answer}
        )

    app.include_router(router)


async def _events(request: ChatRequest, question: Question, workers: Workers, sign_of_life: float) -> AsyncIterator[str]:
    """Server-sent events: comments while the answer is made and verified, then its text, then the answer object."""
    envelope = _envelope(request, "chat.completion.chunk")
    task = asyncio.ensure_future(workers.answer(question))
    try:
        while not task.done():
            await asyncio.wait([task], timeout=sign_of_life)
            if not task.done():
                yield ": verifying\n\n"
        answer = answer_object(*task.result())
    except Exception as error:  # noqa: BLE001  the status is sent; what is left is an error event, which clients of this protocol raise
        yield f"data: {bytes(failure_of(error).body).decode()}\n\ndata: [DONE]\n\n"
        return
    finally:
        task.cancel()  # the client has gone
    yield _event(envelope | {"choices": [_delta({"role": "assistant", "content": ""})]})
    for piece in re.findall(r"\S+\s*|\s+", answer["text"]):
        yield _event(envelope | {"choices": [_delta({"content": piece})]})
    yield _event(envelope | {"choices": [_delta({}, "stop")], "vouch": answer})
    if request.stream_options and request.stream_options.include_usage:
        yield _event(envelope | {"choices": [], "usage": _usage(question, answer)})
    yield "data: [DONE]\n\n"


def _envelope(request: ChatRequest, kind: str) -> dict[str, Any]:
    return {"id": f"chatcmpl-{uuid.uuid4().hex}", "object": kind, "created": int(time.time()), "model": request.model}


def _delta(delta: dict[str, str], finish_reason: str | None = None) -> dict[str, Any]:
    return {"index": 0, "delta": delta, "finish_reason": finish_reason, "logprobs": None}


def _event(chunk: dict[str, Any]) -> str:
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n"


def _usage(question: Question, answer: dict[str, Any]) -> dict[str, int]:
    """Counted in words: no tokenizer runs, and clients only want to see numbers there."""
    asked, told = len(question.text.split()), len(answer["text"].split())
    return {"prompt_tokens": asked, "completion_tokens": told, "total_tokens": asked + told}


def _model(name: str) -> dict[str, Any]:
    return {"id": name, "object": "model", "created": _CREATED, "owned_by": "vouch"}
