"""A flowchart that is set as a table: a question over all columns, its answers below it, and under each what is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.parse.pieces import Piece, Role, leave_lead_in

_ANSWER = re.compile(r"\W*(?:yes|no|sí|si|ja|nein|oui|non)\W*", re.IGNORECASE)
_FEWEST = 2


def flow_pieces(rows: Sequence[Sequence[str]], page: int | None) -> list[Piece]:
    """The pieces of such a table, what is to be done behind its question and answer; none for any other table.

    Where a column asks a question of its own, whose answer is whose isn't told: then it is no such table.
    """
    steps = [step for row in rows if (step := _without_arrows(row)) and any(step)]
    asked = [place for place, row in enumerate(steps[:-1]) if _whole(row).endswith("?") and _is_answers(steps[place + 1])]
    loose = [cell for row in steps if not _whole(row) for cell in row if cell.endswith("?")]
    others = [place for place, row in enumerate(steps) if _is_answers(row) and place - 1 not in asked]
    if not asked or loose or others:
        return []
    return list(_steps(steps, page))


def is_answer(words: str) -> bool:
    """Whether words are only the answer to a question that yes or no answers."""
    return _ANSWER.fullmatch(words) is not None


def _steps(steps: Sequence[Sequence[str]], page: int | None) -> Iterator[Piece]:
    question, answers = "", list[str]()
    for row in steps:
        if _is_answers(row):
            answers = [f"{question} {cell.strip(' :.→↓')}" if cell else "" for cell in row]
        elif whole := _whole(row):
            question, answers = (whole, []) if whole.endswith("?") else ("", [])
            if not question:
                yield Piece(role=Role.PARAGRAPH, text=whole, page=page)
        else:
            for number, cell in enumerate(row):
                if cell:
                    yield from _step(cell, answers[number] if number < len(answers) else "", page)


def _step(cell: str, behind: str, page: int | None) -> Iterator[Piece]:
    if not behind:
        yield Piece(role=Role.PARAGRAPH, text=cell, page=page)
        return
    yield Piece(role=Role.CAPTION, text=behind, page=page)
    yield Piece(role=Role.BULLET, text=cell, page=page)
    yield leave_lead_in(page)


def _without_arrows(row: Sequence[str]) -> list[str]:
    return [cell if any(map(str.isalnum, cell)) else "" for cell in row]


def _whole(row: Sequence[str]) -> str:
    """The text that stands over all columns of a row; "" where there are several."""
    texts = {cell for cell in row if cell}
    return next(iter(texts)) if len(texts) == 1 and (all(row) or row[0]) else ""


def _is_answers(row: Sequence[str]) -> bool:
    said = [cell for cell in row if cell]
    return len(set(said)) >= _FEWEST and all(map(is_answer, said))
