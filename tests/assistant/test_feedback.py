from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from assistant.answers import Question, Trace, Turn
from assistant.pipeline import Assistant
from assistant.prompts import PROMPT_VERSION
from assistant.storage.accounts import Role
from assistant.storage.archive import Archive, open_archive
from assistant.storage.feedback import trace_object


@pytest.fixture
async def archive(database_url: str) -> AsyncIterator[Archive]:
    opened = await asyncio.to_thread(open_archive, database_url)
    yield opened
    await opened.close()


async def person_with_answer(archive: Archive, name: str = "anna") -> str:
    user_id = (await archive.accounts.sign_in(name, role=Role.READER, provider="password")).user_id
    await archive.history.keep_answer(
        "m1",
        thread_id="t1",
        user_id=user_id,
        answer={"question": "¿Cuánto?", "text": "x"},
        trace={"hits": [1]},
        history=(Turn(role="user", content="before"),),
        audience="patient",
    )
    return user_id


async def test_feedback_is_kept_with_answer_history_and_trace(archive: Archive) -> None:
    anna = await person_with_answer(archive)
    assert await archive.opinions.note("m1", user_id=anna, helpful=False, reason="wrong", comment=" 60 mg! ")
    (opinion,) = await archive.opinions.all()
    assert (opinion.helpful, opinion.reason, opinion.comment, opinion.audience) == (False, "wrong", "60 mg!", "patient")
    assert opinion.answer["question"] == "¿Cuánto?"
    assert opinion.trace == {"hits": [1]}
    assert opinion.history == ({"role": "user", "content": "before"},)


async def test_second_thought_replaces_the_first(archive: Archive) -> None:
    anna = await person_with_answer(archive)
    await archive.opinions.note("m1", user_id=anna, helpful=False, reason="wrong")
    await archive.opinions.note("m1", user_id=anna, helpful=True, reason=None)
    (opinion,) = await archive.opinions.all()
    assert (opinion.helpful, opinion.reason) == (True, None)


async def test_nobody_judges_an_answer_given_to_another(archive: Archive) -> None:
    await person_with_answer(archive)
    ben = (await archive.accounts.sign_in("ben", role=Role.ADMIN, provider="password")).user_id
    assert not await archive.opinions.note("m1", user_id=ben, helpful=True, reason=None)
    assert await archive.opinions.all() == ()


async def test_reason_that_nobody_offers_is_refused(archive: Archive) -> None:
    anna = await person_with_answer(archive)
    with pytest.raises(ValueError, match="one of wrong, missing, unsupported, unclear"):
        await archive.opinions.note("m1", user_id=anna, helpful=False, reason="boring")


def test_trace_is_kept_with_every_hit_and_figure(heart: Assistant) -> None:
    _, trace = heart.answer(Question(text="What dose of carvedilol?"))
    kept = trace_object(trace)
    assert len(kept["hits"]) == len(trace.hits) > 0
    assert kept["hits"][0]["text"] == trace.hits[0].statement.text
    assert kept["drafts"]
    assert set(kept["milliseconds"]) == set(trace.milliseconds)
    assert trace_object(Trace())["hits"] == []


def test_wording_of_the_prompts_is_kept_with_what_a_model_drafted_alone() -> None:
    assert trace_object(Trace(drafter="llama"))["prompts"] == PROMPT_VERSION
    assert trace_object(Trace())["prompts"] is None
