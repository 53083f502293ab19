"""``vouch ask`` and ``vouch condense``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.commands.batch import json_only, open_lines, run_batch
from assistant.commands.options import AsJson, BatchFile, ForAudience, IndexFolder, InLanguage

if TYPE_CHECKING:
    from assistant.pipeline import Assistant
    from assistant.serving.lines import AskLine, CondenseLine


def register(app: typer.Typer) -> None:
    """Puts the commands under ``vouch``."""
    app.command()(ask)
    app.command()(condense)


def ask(
    question: Annotated[str | None, typer.Argument(help="The question, in quotation marks.")] = None,
    batch: BatchFile = None,
    audience: ForAudience = None,
    language: InLanguage = None,
    index: IndexFolder = None,
    as_json: AsJson = False,
) -> None:
    """Answer one question, or one a line: every claim cited and verified, or no answer.

    A line of a batch: {"id", "question"}, "audience", "language" and "history" if wanted. The exit status tells whether all went
    well, not whether the documents answer: that stands in "status".
    """
    if (question is None) == (batch is None):
        message = "give either a question or --batch FILE.jsonl"
        raise typer.BadParameter(message)
    from assistant.serving.lines import AskLine, check_line
    from assistant.settings import load_settings

    settings = load_settings(index=index, audience=audience, language=language and language.value)
    with json_only() as write:
        if batch is not None:
            with open_lines(batch) as lines:
                work = answer_line(open_assistant(settings))
                finish(run_batch(lines, model=AskLine, work=work, write=write))
            return
        line = check_line({"question": question}, AskLine)
        answer = answer_line(open_assistant(settings))(line)
        if as_json:
            write(answer)
            return
    from assistant.commands.terminal import print_answer

    print_answer(answer)


def condense(batch: BatchFile = None, index: IndexFolder = None, as_json: AsJson = False) -> None:
    """Turn follow-up questions into ones that can be read alone.

    A line in: {"id", "history", "question"}; the history is a list of {"role", "content"}, role user or assistant.

    A line out: {"id", "standalone_question"}, or {"id", "error"}.
    """
    del as_json  # a batch is answered in JSON in any case
    from assistant.serving.lines import CondenseLine
    from assistant.settings import load_settings

    with json_only() as write, open_lines(required(batch)) as lines:
        assistant = open_assistant(load_settings(index=index))
        finish(run_batch(lines, model=CondenseLine, work=condense_line(assistant), write=write))


def answer_line(assistant: Assistant) -> Callable[[AskLine], dict[str, Any]]:
    """Answers one checked line."""
    from assistant.display.render import answer_object

    def work(line: AskLine) -> dict[str, Any]:
        response, trace = assistant.answer(line.question_for(assistant.settings))
        return answer_object(response, trace)

    return work


def condense_line(assistant: Assistant) -> Callable[[CondenseLine], dict[str, Any]]:
    """Condenses one checked line."""
    from assistant.answers import Question

    def work(line: CondenseLine) -> dict[str, Any]:
        question = Question(text=line.question, history=line.turns)
        return {"standalone_question": assistant.condense(question).text}

    return work


def open_assistant(settings: Any) -> Assistant:
    """The assistant over the index in force, with a sign of life on standard error while it loads."""
    from assistant.commands.terminal import progress_console
    from assistant.pipeline import Assistant

    with progress_console().status("Loading index and model …"):
        return Assistant.open(settings)


def required(batch: str | None) -> str:
    """The batch file's name; without one the command is used wrongly."""
    if batch is None:
        message = "give --batch FILE.jsonl, or --batch - to read standard input"
        raise typer.BadParameter(message)
    return batch


def finish(broken: int) -> None:
    """Leaves with status 1 if lines failed by a fault of the program rather than of their own."""
    if broken:
        from ingest.errors import VouchError

        message = f"{broken} lines failed unexpectedly; their errors stand in their places"
        raise VouchError(message)
