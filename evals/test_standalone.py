"""A complete question stays as typed, whatever was talked about before: those written for readers, after others' turns."""

from __future__ import annotations

import random
from pathlib import Path

import yaml

from assistant.answers import Question, Turn
from assistant.followups.conversation import condense
from assistant.pipeline import Assistant
from evals.case_files import load_cases

ROOT = Path(__file__).parents[1]
SEED = 11
MOST_POLLUTED = 0.03


def test_complete_questions_are_not_read_into_the_conversation(assistant: Assistant) -> None:
    asked: dict[str, list[dict[str, str]]] = yaml.safe_load((ROOT / "corpus" / "questions.yaml").read_text(encoding="utf-8"))
    cases = load_cases(ROOT / "evals" / "cases", split="dev")
    turns = {"es": [], "en": []}  # type: dict[str, list[tuple[str, str]]]
    for case in cases:
        turns["es" if case.language == "es" else "en"] += [(t.question, ". ".join(f.say for f in t.facts)) for t in case.turns]
    drawn = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    texts = [(source, entry["ask"]) for source, entries in asked.items() for entry in entries]
    read = []
    for source, text in texts:
        question, told = drawn.choice(turns["es" if source.endswith("-es") else "en"])
        history = (Turn(role="user", content=question), Turn(role="assistant", content=told))
        read.append(
            condense(
                Question(text=text, history=history),
                lexicon=assistant.lexicon,
                corpus_terms=assistant.shelf("en").reader.background(),
                sources=assistant.sources,
            )
        )
    polluted = [one.text for one in read if one.rewritten]
    assert len(read) > 300
    assert len(polluted) <= MOST_POLLUTED * len(read), polluted
