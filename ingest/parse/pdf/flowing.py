"""Answers of a flowchart on a page, each put behind the question that is asked there: what is to be done depends on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.parse.flow import is_answer
from ingest.parse.pdf.paragraphs import Assembly
from ingest.parse.pieces import Piece, Role

_BOTH = 2


def answer_in_turn(state: Assembly) -> None:
    """Put the one question of a page before its two answers, where it heads nothing but them; of several none."""
    heads = [at for at, _ in state.headings]
    for page in sorted({page for at in heads if (page := state.pieces[at].page) is not None}):
        on_page = [at for at in heads if state.pieces[at].page == page]
        asked = [at for at in on_page if state.pieces[at].text.endswith("?") and _heads_nothing(state.pieces, at)]
        answers = [at for at in on_page if is_answer(state.pieces[at].text)]
        said = {state.pieces[at].text.strip(" .:").casefold() for at in answers}
        if len(asked) != 1 or len(answers) != _BOTH or len(said) != _BOTH or min(answers) < asked[0]:
            continue
        question = state.pieces[asked[0]]
        for at in answers:
            state.pieces[at] = replace(state.pieces[at], text=f"{question.text} {state.pieces[at].text}")
        state.pieces[asked[0]] = replace(question, role=Role.FURNITURE)
        state.headings = [(at, kind) for at, kind in state.headings if at != asked[0]]


def _heads_nothing(pieces: Sequence[Piece], at: int) -> bool:
    """Whether an answer follows a heading at once."""
    below = next((piece for piece in pieces[at + 1 :] if piece.role not in {Role.FURNITURE, Role.LEAVE}), None)
    return below is not None and below.role is Role.HEADING and is_answer(below.text)
