"""``vouch eval``: the guideline-fact evals, retrieval figures on a BEIR-style folder, a check of the cases themselves."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from assistant.commands.options import AsJson
from assistant.errors import AssistantError

CasesFolder = Annotated[
    Path | None, typer.Option("--cases", metavar="DIR", help="Folder of the cases; those of the project if none.")
]


class GateShutError(AssistantError):
    """The evals found something worse than the baseline, or a promise broken."""


def register(app: typer.Typer) -> None:
    """Puts the commands under ``vouch``."""
    group = typer.Typer(no_args_is_help=False)
    group.callback(invoke_without_command=True)(evaluate)
    group.command("retrieval")(retrieval)
    group.command("check")(check)
    group.command("new")(new)
    group.command("from-feedback")(from_feedback)
    app.add_typer(group, name="eval")


def evaluate(
    context: typer.Context,
    cases: CasesFolder = None,
    report: Annotated[Path | None, typer.Option("--report", metavar="DIR", help="Folder for the HTML, JSON, … reports.")] = None,
    split: Annotated[Literal["dev", "holdout"] | None, typer.Option("--split", help="Only the cases of this split.")] = None,
    only: Annotated[
        str | None, typer.Option("--only", metavar="PATTERN", help='Only cases whose id or topic matches, as in "bone-*".')
    ] = None,
    plain: Annotated[bool, typer.Option("--plain/--no-plain", help="Compare with the plain LlamaIndex way.")] = True,
    mutations: Annotated[
        bool, typer.Option("--mutations", help="Hold the gate against claims made wrong, too (about 20 s).")
    ] = False,
    twice: Annotated[bool, typer.Option("--twice", help="Ask every case twice; some are anyway.")] = False,
    judge: Annotated[bool, typer.Option("--judge", help="Ask the language model of the settings, too; told apart.")] = False,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option("--compare", metavar="A B", help="Two report.json, settings files, NAME=value, corpus or index folders."),
    ] = None,
    update_baseline: Annotated[
        bool, typer.Option("--update-baseline", help="Write the figures found as the new baseline.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Ask the cases, score the answers, compare with the baseline; exit 1 if anything is worse."""
    if context.invoked_subcommand is not None:
        return
    from evals.run import CASES, Options, run_evals

    options = Options(
        split=split,
        only=only,
        plain=plain,
        mutations=mutations,
        twice=twice,
        judge=judge,
        update_baseline=update_baseline,
        as_json=as_json,
    )
    if compare:
        from evals.compare import compare_sides

        with redirect_stdout(sys.stderr):
            output = compare_sides(compare, cases or CASES, report, options=options)
        typer.echo(output)
        return
    with redirect_stdout(sys.stderr):
        outcome = run_evals(cases or CASES, report, options=options)
    typer.echo(outcome.output)
    if not outcome.ok:
        raise _shut(outcome.problems)


def _shut(problems: Sequence[str]) -> GateShutError:
    first, *others = problems
    return GateShutError(f"the gate is shut: {first}" + (f" (and {len(others)} more problems, listed above)" if others else ""))


def retrieval(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="corpus.jsonl, queries.jsonl, qrels.tsv or qrels/test.tsv.")],
    as_json: AsJson = False,
) -> None:
    """nDCG@10, recall and MRR of lexical, dense and fused retrieval over other people's documents."""
    from rich.progress import Progress

    from assistant.commands.terminal import progress_console
    from assistant.settings import load_settings
    from evals.retrieval import as_table, run_retrieval
    from ingest.embed import load_embedder

    settings = load_settings()
    with redirect_stdout(sys.stderr), Progress(console=progress_console(), transient=True) as progress:
        task = progress.add_task("Embedding the documents, then asking", total=None)
        found = run_retrieval(
            folder,
            embedder=load_embedder(settings),
            on_query=lambda done, total: progress.update(task, completed=done, total=total),
        )
    typer.echo(json.dumps(found, ensure_ascii=False) if as_json else as_table(found))


def check(cases: CasesFolder = None) -> None:
    """Prove every case against the documents: a case that they don't support is a broken case."""
    from assistant.settings import load_settings
    from evals.check_cases import check_folder
    from evals.run import CASES

    problems = check_folder(cases or CASES, load_settings())
    for problem in problems:
        typer.echo(str(problem))
    if problems:
        message = f"{len(problems)} cases are broken; mend them or the documents"
        raise GateShutError(message)
    typer.echo("Every case is proved by the documents.")


def new(
    words: Annotated[str, typer.Argument(help="A statement's id, or some words of it.")],
    to: Annotated[Path | None, typer.Option("--to", metavar="FILE.yaml", help="Add it to this file, which may be new.")] = None,
) -> None:
    """Write the skeleton of a case on a statement of the documents, to be put into a person's words."""
    from assistant.settings import load_settings
    from evals.check_cases import read_statements
    from evals.new_case import add_case, new_case

    case = new_case(read_statements(load_settings()), words)
    if to:
        add_case(to, case)
        typer.echo(f"Added to {to}; now write the question.", err=True)
    typer.echo(case, nl=False)


def from_feedback(
    since: Annotated[
        datetime | None,
        typer.Option("--since", metavar="DATE", formats=["%Y-%m-%d"], help="Only what was said from this day on (2026-01-31)."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE.yaml", help="Write there instead of printing.")] = None,
) -> None:
    """Write what readers said of answers as cases; those of complaints wait for the facts that the answer must state."""
    import asyncio

    from assistant.settings import load_settings
    from assistant.storage.archive import open_archive
    from assistant.storage.feedback import Opinion
    from evals.from_feedback import feedback_cases

    archive = open_archive(load_settings().database_url)

    async def read() -> tuple[Opinion, ...]:
        opinions = await archive.opinions.all(since=since.date().isoformat() if since else "")
        await archive.close()
        return opinions

    opinions = asyncio.run(read())
    text = feedback_cases(opinions)
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")
    complaints = sum(not opinion.helpful for opinion in opinions)
    told = "1 opinion" if len(opinions) == 1 else f"{len(opinions)} opinions"
    sys.stderr.write(f"{told}, of them complaints: {complaints}\n")
