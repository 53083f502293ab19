"""An answer object on a terminal: Markdown, then the sources with their standing and the cited words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    if answer["citations"]:
        console.print(sources_table(answer["citations"]))
    for withheld in answer["withheld"]:
        console.print(Text(f"Withheld ({withheld['reason']}): {withheld['text']}", style="dim"))
    if answer["follow_ups"]:
        console.print(Text("You could ask next: " + " · ".join(answer["follow_ups"]), style="dim"))


def sources_table(citations: Sequence[Mapping[str, Any]]) -> Table:
    """One row a citation."""
    table = Table("", "Source", "Date", "Review", "Cited words", show_lines=True, expand=True)
    for citation in citations:
        heading = Text(" › ".join(citation["section"]), style="dim")
        table.add_row(
            Text(f"[{citation['n']}]"),
            Text(f"{citation['publisher'] or 'publisher not stated'}: {citation['title']}"),
            Text(citation["updated"] or "not dated"),
            Text(citation["review_status"]),
            Text.assemble(heading, "\n" if citation["section"] else "", citation["quote"]),
        )
    return table
