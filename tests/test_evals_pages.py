"""The evals' pages say what is so: figures are those of the baseline, and the tables of what was tried can be read."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
EVALS, TRIED = ROOT / "evals" / "README.md", ROOT / "evals" / "tried.md"


def test_figures_on_the_evals_page_are_those_of_the_baseline() -> None:
    stored = json.loads((ROOT / "evals" / "baseline.json").read_text(encoding="utf-8"))
    _, _, section = EVALS.read_text(encoding="utf-8").partition("## Where it stands")
    rows = re.findall(r"^\| `(\w+)` \|.*\| ([\d.]+) \| ([\d.]+) \|$", section.partition("\n## ")[0], re.MULTILINE)
    assert len(rows) >= 10
    due = [(name, *(f"{100 * stored['metrics'][split][name]:.1f}" for split in ("dev", "holdout"))) for name, _, _ in rows]
    assert rows == due
    assert f"the {len(stored['cases']):,} cases" in section


def test_every_row_of_what_was_tried_fills_its_table() -> None:
    """A row with a bar too many, or behind a blank line, is shown cut off or as a line of bars."""
    tables = re.findall(r"(?:^\|.*\n)+", TRIED.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(tables) > 10
    wrong = []
    for table in tables:
        head, rule, *rows = (re.sub(r"`[^`]*`", "", line).count("|") for line in table.splitlines())
        assert head == rule
        wrong += [line[:60] for line, bars in zip(table.splitlines()[2:], rows, strict=True) if bars != head]
    assert wrong == []
