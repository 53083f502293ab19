"""What a person sees on a terminal: answers with their sources, figures, progress."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text


def print_answer(answer: Mapping[str, Any], console: Console | None = None) -> None:
    """Prints an answer for a person."""
    console = console or Console()
    if answer["read_as"] and answer["read_as"] != answer["question"]:
        console.print(Text(f"Read as: {answer['read_as']}", style="dim"))
    console.print(Markdown(answer["text"]))
    if answer.get("glossary"):
        console.print(Text("Words used (from Vouch's own word list, not from the documents):", style="dim"))
        for entry in answer["glossary"]:
            console.print(Text.assemble("  ", (entry["term"], "bold"), f": {entry['plain']}"))
    if answer["citations"]:
        console.print(sources_table(answer["citations"]))
    for withheld in answer["withheld"]:
        console.print(Text(f"Withheld ({withheld['reason']}): {withheld['text']}", style="dim"))
    if answer["follow_ups"]:
        console.print(Text("You could ask next: " + " · ".join(answer["follow_ups"]), style="dim"))


def sources_table(citations: Sequence[Mapping[str, Any]]) -> Table:
    """One row a citation: who says it, when and how far reviewed, and the cited words under their headings."""
    table = Table(show_lines=True, expand=True)
    table.add_column("")
    table.add_column("Source", ratio=2)
    table.add_column("Cited words", ratio=3)
    for citation in citations:
        standing = f"{citation['updated'] or 'not dated'}, {citation['review_status']}"
        who = f"{citation['publisher'] or 'publisher not stated'}: {citation['title']}"
        under = Text(" › ".join(citation["section"]), style="dim")
        table.add_row(
            Text(f"[{citation['n']}]"),
            Text.assemble(who, "\n", (standing, "dim")),
            Text.assemble(under, "\n" if citation["section"] else "", citation["quote"]),
        )
    return table


def print_figures(figures: Mapping[str, Any], console: Console | None = None) -> None:
    """Prints measured figures, nested ones with their path."""
    table = Table("Figure", "Here", show_edge=False)
    for name, value in _flat(figures):
        table.add_row(name.replace("_", " "), str(value))
    (console or Console()).print(table)


def _flat(figures: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", value


def progress_console() -> Console:
    """Where progress is shown: standard error, and nothing at all when no person is watching it."""
    console = Console(stderr=True)
    console.quiet = not console.is_terminal
    return console
