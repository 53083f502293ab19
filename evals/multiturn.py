"""What reading a follow-up against its conversation gives: ``python -m evals.multiturn``.

For every later turn of the dev dialogues, the share of its facts among the best five statements, found with the turn as typed,
with the turn behind the whole history, and with the standalone question. One run, the same documents, the same ranking.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.answers import Question, Turn
from assistant.pipeline import Assistant
from assistant.settings import load_settings
from evals.answer_cases import answer_case
from evals.case_files import Case, Fact, load_cases
from evals.check_cases import under
from evals.records import states
from evals.run import verifier

BEST = 5
Reading = Callable[[Assistant, Question], str]

READINGS: dict[str, Reading] = {
    "last turn alone": lambda _assistant, question: question.text,
    "last turn and whole history": lambda _assistant, question: " ".join(
        (*(turn.content for turn in question.history), question.text)
    ),
    "standalone question": lambda assistant, question: assistant.condense(question).text,
}


def later_turns(assistant: Assistant, cases: Sequence[Case]) -> list[tuple[Question, tuple[Fact, ...]]]:
    """The later turns that ask for facts, each with what was said before it as the product answered it."""
    found = []
    for case in (case for case in cases if len(case.turns) > 1):
        history: tuple[Turn, ...] = ()
        for turn, record in zip(case.turns, answer_case(assistant, case, verify=verifier(assistant)), strict=True):
            question = Question(text=turn.question, history=history, audience=case.audience, language=case.language)
            if history and turn.facts:
                found.append((question, turn.facts))
            history = (*history, Turn(role="user", content=turn.question), Turn(role="assistant", content=record.text))
    return found


def recall(assistant: Assistant, read: str, question: Question, facts: Sequence[Fact]) -> float:
    """The share of the facts that the best five statements state."""
    shelf = assistant.shelf(assistant.condense(question).language)
    found = shelf.reader.find(read, audience=question.audience, allowed=shelf.citable)
    best = [entry.profile.statement for entry in found.judged[:BEST]]
    return sum(any(states(fact, s.text, heading=under(s)) for s in best) for fact in facts) / len(facts)


def main() -> int:
    """Print the table."""
    assistant = Assistant.open(load_settings())
    turns = later_turns(assistant, load_cases(Path(__file__).parent / "cases", split="dev"))
    for name, reading in READINGS.items():
        shares = [recall(assistant, reading(assistant, question), question, facts) for question, facts in turns]
        sys.stdout.write(f"{name:28s} recall@{BEST} {100 * sum(shares) / len(shares):5.1f} ({len(shares)} turns)\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
