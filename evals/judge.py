"""A language model's opinion on whether answers state the expected facts: told apart from the figures, never the gate."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from assistant.errors import MalformedDraftError, ModelUnavailableError
from assistant.model.llm_client import open_llm, write
from assistant.settings import Settings
from evals.diff import key_of
from evals.errors import EvalError

Ask = Callable[[str], str]

_REPLY = re.compile(r"^\W*(\d+)\W+(yes|no)\b", re.IGNORECASE | re.MULTILINE)
_PROMPT = """Below is an answer, then a numbered list of facts. Say of each fact whether the answer states it: the same
figure, unit, drug, patients and "not", in whatever words. Write one line for each, such as "1: yes" or "2: no", and nothing else.

ANSWER
{answer}

FACTS
{facts}"""


def open_judge(settings: Settings) -> Ask:
    """The model in the settings as a judge.

    Raises:
        EvalError: the settings name none.

    """
    if not settings.llm_base_url:
        message = "A judge needs a language model: set VOUCH_LLM_BASE_URL and VOUCH_LLM_MODEL, or leave out --judge."
        raise EvalError(message)
    llm = open_llm(settings)
    return lambda prompt: write(llm, [("user", prompt)], seconds=settings.llm_deadline)


def judge_turns(turns: Sequence[Mapping[str, Any]], ask: Ask, *, model: str) -> dict[str, Any]:
    """How far a model agrees with the wordings of the cases, over the answered turns that expect facts.

    Replies that can't be read or had are counted as unread and left out of the shares.
    """
    opinions: list[tuple[str, str, bool, bool]] = []
    unread = 0
    for turn in turns:
        if not turn["facts"] or turn["status"] != "answered":
            continue
        said = _opinion(turn, ask)
        for number, fact in enumerate(turn["facts"], start=1):
            if number in said:
                opinions.append((key_of(turn), fact["say"], fact["stated"], said[number]))
            else:
                unread += 1
    count = max(1, len(opinions))
    return {
        "model": model,
        "asked": len(opinions) + unread,
        "unread": unread,
        "agreement": sum(ours == theirs for *_, ours, theirs in opinions) / count,
        "recall": sum(theirs for *_, theirs in opinions) / count,
        "by_wordings": sum(ours for *_, ours, _ in opinions) / count,
        "disagreements": [
            {"turn": turn, "fact": fact, "model": theirs} for turn, fact, ours, theirs in opinions if ours != theirs
        ],
    }


def _opinion(turn: Mapping[str, Any], ask: Ask) -> dict[int, bool]:
    listed = "\n".join(f"{number}. {fact['say']}" for number, fact in enumerate(turn["facts"], start=1))
    try:
        reply = ask(_PROMPT.format(answer=turn["text"], facts=listed))
    except (ModelUnavailableError, MalformedDraftError):
        return {}
    return {int(number): verdict.lower() == "yes" for number, verdict in _REPLY.findall(reply)}


def opinion_on(turns: Sequence[Mapping[str, Any]], settings: Settings) -> dict[str, Any]:
    """``judge_turns`` by the model in the settings.

    Raises:
        EvalError: the settings name none.

    """
    return judge_turns(turns, open_judge(settings), model=settings.llm_model or "")
