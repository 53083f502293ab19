import pytest
from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.chat_engine.types import BaseChatEngine
from llama_index.core.llms import ChatMessage, MessageRole
from llama_index.core.schema import MetadataMode
from llama_index.core.tools import QueryEngineTool

from assistant.answers import Audience, Question
from assistant.display.render import answer_object
from assistant.pipeline import Assistant
from assistant.settings import Settings
from vouch.llamaindex import VouchChatEngine, VouchQueryEngine

ASKED = "How much furosemide to start with?"
TIMES = {"milliseconds"}


@pytest.fixture
def engine(heart: Assistant) -> VouchChatEngine:
    return VouchChatEngine(heart)


def test_the_engine_gives_the_answer_that_every_other_door_gives(engine: VouchChatEngine, heart: Assistant) -> None:
    response = engine.chat(ASKED)
    direct = answer_object(*heart.answer(Question(text=ASKED)))
    assert isinstance(engine, BaseChatEngine)
    assert direct["status"] == "answered"
    assert str(response) == direct["text"]
    assert {k: v for k, v in response.metadata["vouch"].items() if k not in TIMES} == {
        k: v for k, v in direct.items() if k not in TIMES
    }


def test_source_nodes_are_the_cited_words_at_their_offsets(engine: VouchChatEngine, heart: Assistant) -> None:
    response = engine.chat(ASKED)
    assert [node.metadata["citation"] for node in response.source_nodes] == list(range(1, len(response.source_nodes) + 1))
    for node in response.source_nodes:
        text = heart.index.documents[node.metadata["source_id"]].text
        assert text[node.node.start_char_idx : node.node.end_char_idx] == node.text
        assert node.metadata["review_status"]
        assert 0 < node.score <= 1
        assert node.text in node.node.get_content(metadata_mode=MetadataMode.ALL)


def test_a_follow_up_is_read_in_the_light_of_what_was_said(engine: VouchChatEngine) -> None:
    engine.chat("What are the side effects of spironolactone?")
    follow_up = engine.chat("and how much to start with?")
    assert "spironolactone" in follow_up.metadata["vouch"]["read_as"].lower()
    assert [message.role for message in engine.chat_history] == [MessageRole.USER, MessageRole.ASSISTANT] * 2
    assert engine.chat_history[-1].content == str(follow_up)


def test_a_given_history_takes_the_place_of_the_engines_own(engine: VouchChatEngine) -> None:
    engine.chat(ASKED)
    given = [
        ChatMessage(role=MessageRole.SYSTEM, content="Never cite."),
        ChatMessage(role=MessageRole.USER, content="What are the side effects of spironolactone?"),
        ChatMessage(role=MessageRole.ASSISTANT, content="High potassium [1]."),
    ]
    response = engine.chat("and how much to start with?", chat_history=given)
    assert "spironolactone" in response.metadata["vouch"]["read_as"].lower()
    assert len(engine.chat_history) == len(given) + 2


def test_reset_forgets(engine: VouchChatEngine) -> None:
    engine.chat(ASKED)
    engine.reset()
    assert engine.chat_history == []


def test_streamed_words_make_the_same_text_and_carry_the_answer(engine: VouchChatEngine) -> None:
    stream = engine.stream_chat(ASKED)
    words = list(stream.response_gen)
    assert len(words) > 5
    assert "".join(words) == stream.metadata["vouch"]["text"]
    assert str(stream) == stream.metadata["vouch"]["text"].strip()
    assert stream.source_nodes


def test_a_stream_that_nobody_reads_has_its_text(engine: VouchChatEngine) -> None:
    assert str(engine.stream_chat(ASKED)) == engine.chat_history[-1].content


async def test_the_asynchronous_ways_give_the_same(engine: VouchChatEngine) -> None:
    whole = await engine.achat(ASKED)
    engine.reset()
    stream = await engine.astream_chat(ASKED)
    assert "".join([word async for word in stream.async_response_gen()]) == str(whole)


def test_no_answer_has_no_source_nodes(engine: VouchChatEngine) -> None:
    response = engine.chat("Who won the world cup in 1998?")
    assert response.metadata["vouch"]["status"] == "abstained"
    assert response.source_nodes == []


def test_the_query_engine_serves_as_a_tool(heart: Assistant) -> None:
    engine = VouchQueryEngine(heart, audience="patient")
    assert isinstance(engine, BaseQueryEngine)
    response = engine.query(ASKED)
    assert response.source_nodes
    tool = QueryEngineTool.from_defaults(engine, name="guidelines", description="Cited answers.")
    assert tool(ASKED).content == str(response)


async def test_the_query_engine_answers_asynchronously(heart: Assistant) -> None:
    engine = VouchQueryEngine(heart)
    assert str(await engine.aquery(ASKED)) == str(engine.query(ASKED))


def test_defaults_come_from_the_settings(heart_settings: Settings) -> None:
    engine = VouchChatEngine.from_defaults(corpus=heart_settings.corpus, index=heart_settings.index, audience=Audience.PATIENT)
    assert engine.chat(ASKED).metadata["vouch"]["status"] == "answered"


def test_an_audience_that_does_not_exist_is_refused(heart: Assistant) -> None:
    with pytest.raises(ValueError, match="nurse"):
        VouchChatEngine(heart, audience="nurse")
