"""Vouch as a LlamaIndex chat engine and query engine: the same gate, the same answer object, no model needed.

    from vouch.llamaindex import VouchChatEngine

    engine = VouchChatEngine.from_defaults()
    response = engine.chat("Which options are recommended?")
    print(response, response.source_nodes[0].text, response.metadata["vouch"]["citations"])

A source node is a citation: its text is the quote, sliced from the document, and its score the verifier's.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.llms.types import ChatMessage, ChatResponse, MessageRole
from llama_index.core.base.response.schema import Response
from llama_index.core.chat_engine.types import AgentChatResponse, BaseChatEngine, StreamingAgentChatResponse
from llama_index.core.prompts.mixin import PromptMixinType
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from assistant.answers import Audience, Question, Turn
from assistant.display.render import answer_object
from assistant.pipeline import Assistant
from assistant.serving.workers import Answerer
from assistant.settings import load_settings

__all__ = ["VouchChatEngine", "VouchQueryEngine", "VouchStream"]

_ROLES = {MessageRole.USER: "user", MessageRole.ASSISTANT: "assistant", MessageRole.CHATBOT: "assistant"}
_TOLD_OF_A_SOURCE = ("title", "publisher", "kind", "audience", "updated", "review_status", "section", "page", "url", "via")


@dataclass
class VouchStream(StreamingAgentChatResponse):
    """A streamed answer that carries the answer object, as the one that isn't streamed does."""

    metadata: dict[str, Any] = field(default_factory=dict)


class _Answering:
    """An assistant and for whom it answers."""

    def __init__(self, answerer: Answerer, *, audience: Audience | str, language: str) -> None:
        self._answerer = answerer
        self._audience = Audience(audience)
        self._language = language

    def answer(self, message: str, history: Sequence[ChatMessage] = ()) -> dict[str, Any]:
        """The answer object; messages of other roles than user and assistant are read by nobody."""
        turns = tuple(Turn(role=_ROLES[turn.role], content=turn.content or "") for turn in history if turn.role in _ROLES)
        question = Question(text=message, history=turns, audience=self._audience, language=self._language)
        return answer_object(*self._answerer.answer(question))


class VouchChatEngine(BaseChatEngine):
    """A chat engine whose every claim is cited and verified. One conversation; not for several threads at once."""

    def __init__(self, assistant: Answerer, *, audience: Audience | str = Audience.CLINICIAN, language: str = "auto") -> None:
        """``from_defaults`` opens the assistant from settings; one that is open can serve many engines."""
        self._answering = _Answering(assistant, audience=audience, language=language)
        self._history: list[ChatMessage] = []

    @classmethod
    def from_defaults(
        cls, *, audience: Audience | str | None = None, language: str | None = None, **settings: Any
    ) -> VouchChatEngine:
        """An engine over the index and settings in force; ``corpus``, ``index`` and the like go before those.

        Raises:
            VouchError: no index, a stale or damaged one, an unknown setting; the message names the mend.

        """
        chosen = load_settings(**settings)
        return cls(Assistant.open(chosen), audience=audience or chosen.audience, language=language or chosen.language)

    @property
    def chat_history(self) -> list[ChatMessage]:
        """What was said, oldest first: questions, and answers as they were shown."""
        return list(self._history)

    def reset(self) -> None:
        """Forgets the conversation."""
        self._history = []

    def chat(self, message: str, chat_history: list[ChatMessage] | None = None) -> AgentChatResponse:
        """The answer; ``chat_history`` takes the place of what was said so far."""
        answer = self._ask(message, chat_history)
        return AgentChatResponse(response=answer["text"], source_nodes=_source_nodes(answer), metadata={"vouch": answer})

    def stream_chat(self, message: str, chat_history: list[ChatMessage] | None = None) -> VouchStream:
        """The answer word by word; it is verified as a whole before the first word comes."""
        answer = self._ask(message, chat_history)
        return _stream(answer, chat_stream=_responses(answer["text"]))

    async def achat(self, message: str, chat_history: list[ChatMessage] | None = None) -> AgentChatResponse:
        """As ``chat``; the event loop stays free."""
        return await asyncio.to_thread(self.chat, message, chat_history)

    async def astream_chat(self, message: str, chat_history: list[ChatMessage] | None = None) -> VouchStream:
        """As ``stream_chat``; the event loop stays free."""
        answer = await asyncio.to_thread(self._ask, message, chat_history)
        return _stream(answer, achat_stream=_async_responses(answer["text"]))

    def _ask(self, message: str, chat_history: list[ChatMessage] | None) -> dict[str, Any]:
        before = self._history if chat_history is None else list(chat_history)
        answer = self._answering.answer(message, before)
        said = (
            ChatMessage(role=MessageRole.USER, content=message),
            ChatMessage(role=MessageRole.ASSISTANT, content=answer["text"]),
        )
        self._history = [*before, *said]
        return answer


class VouchQueryEngine(BaseQueryEngine):
    """A query engine for single questions: for a ``QueryEngineTool``, say."""

    def __init__(self, assistant: Answerer, *, audience: Audience | str = Audience.CLINICIAN, language: str = "auto") -> None:
        """``from_defaults`` opens the assistant from settings."""
        super().__init__(callback_manager=None)
        self._answering = _Answering(assistant, audience=audience, language=language)

    @classmethod
    def from_defaults(
        cls, *, audience: Audience | str | None = None, language: str | None = None, **settings: Any
    ) -> VouchQueryEngine:
        """An engine over the index and settings in force; raises as ``VouchChatEngine.from_defaults`` does."""
        chosen = load_settings(**settings)
        return cls(Assistant.open(chosen), audience=audience or chosen.audience, language=language or chosen.language)

    def _get_prompt_modules(self) -> PromptMixinType:
        return {}

    def _query(self, query_bundle: QueryBundle) -> Response:
        answer = self._answering.answer(query_bundle.query_str)
        return Response(response=answer["text"], source_nodes=_source_nodes(answer), metadata={"vouch": answer})

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return await asyncio.to_thread(self._query, query_bundle)


def _source_nodes(answer: dict[str, Any]) -> list[NodeWithScore]:
    """The citations by number, each with the best verification score of the claims that cite it."""
    scores: dict[int, float] = {}
    for claim in answer["claims"]:
        for number in claim["citations"]:
            scores[number] = max(scores.get(number, 0.0), claim["score"])
    return [
        NodeWithScore(
            node=TextNode(
                id_=f"{citation['source_id']}:{citation['start']}-{citation['end']}",
                text=citation["quote"],
                start_char_idx=citation["start"],
                end_char_idx=citation["end"],
                metadata={"citation": citation["n"], "source_id": citation["source_id"]}
                | {name: citation[name] for name in _TOLD_OF_A_SOURCE},
            ),
            score=scores.get(citation["n"]),
        )
        for citation in answer["citations"]
    ]


def _stream(answer: dict[str, Any], **stream: Any) -> VouchStream:
    return VouchStream(
        response=answer["text"],
        source_nodes=_source_nodes(answer),
        metadata={"vouch": answer},
        is_writing_to_memory=False,  # the engine has noted both messages
        **stream,
    )


def _responses(text: str) -> Iterator[ChatResponse]:
    message = ChatMessage(role=MessageRole.ASSISTANT, content=text)
    for piece in re.findall(r"\S+\s*|\s+", text):
        yield ChatResponse(message=message, delta=piece)


async def _async_responses(text: str) -> AsyncIterator[ChatResponse]:
    for response in _responses(text):
        yield response
