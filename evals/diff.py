"""Two answers to the same turn in, what differs out: step by step, so that the first step that differs is seen. Pure.

Turns are the mappings of ``report.json``; those that stand beside a baseline hold the same fields, fewer of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from typing import Any

Seen = Mapping[str, Any]

_HITS = 10
_SHORT = 110
_CLAIM = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """``step`` is the first one whose outcome differs ("" if none does); ``lines`` say what differs, for people."""

    step: str = ""
    lines: tuple[str, ...] = ()


def key_of(turn: Seen) -> str:
    """A turn's name in the reports and in the baseline: the case's id, and the turn's number in a dialogue."""
    return str(turn["case"]) if turn["of"] == 1 else f"{turn['case']} turn {turn['position'] + 1}"


def keep_for_diff(turn: Seen) -> dict[str, Any]:
    """What a baseline has to hold of a turn, so that a later answer can be set against it."""
    return {
        "status": turn["status"],
        "why": turn["why"],
        "read_as": turn["read_as"],
        "text": turn["text"],
        "hits": [{"text": hit["text"], "under": hit["under"]} for hit in turn["hits"][:_HITS]],
        "drafts": [{"text": draft["text"]} for draft in turn["drafts"]],
        "withheld": [list(entry) for entry in turn["withheld"]],
        "shown": [
            {"text": claim["text"], "supported": claim["supported"], "cited": [{"quote": one["quote"]} for one in claim["cited"]]}
            for claim in turn["shown"]
        ],
    }


def difference(before: Seen, after: Seen) -> Difference:
    """What differs between two answers, in the order of the steps."""
    by_step = {
        "condense": _one_line("read as", before["read_as"], after["read_as"]),
        "retrieve": _hits(before, after),
        "draft": _listed("draft", _texts(before["drafts"]), _texts(after["drafts"])),
        "cite": _listed("citation", _citations(before, after), _citations(after, before)),
        "verify": [
            *_listed("withheld", _withheld(before), _withheld(after)),
            *_listed("unsupported", _unsupported(before), _unsupported(after)),
        ],
        "decide": _one_line("status", before["status"], after["status"]),
        "render": _answer(before["text"], after["text"]),
    }
    first = next((step for step, lines in by_step.items() if lines), "")
    why = _one_line("judged", before["why"], after["why"])
    return Difference(step=first, lines=(*why, *(line for lines in by_step.values() for line in lines)))


def _one_line(name: str, before: str, after: str) -> list[str]:
    return [] if before == after else [f"{name}: {before} → {after}"]


def _texts(entries: Sequence[Mapping[str, Any]]) -> list[str]:
    return [str(entry["text"]) for entry in entries]


def _withheld(turn: Seen) -> list[str]:
    return [f"{reason}: {text}" for text, reason in turn["withheld"]]


def _citations(turn: Seen, other: Seen) -> list[str]:
    """The citations of claims that both answers show: a claim gone or new is no change of its citations."""
    shared = {claim["text"] for claim in other["shown"]}
    return [
        f"{claim['text'][:_CLAIM]}… cites: {one['quote']}"
        for claim in turn["shown"]
        if claim["text"] in shared
        for one in claim["cited"]
    ]


def _unsupported(turn: Seen) -> list[str]:
    return [claim["text"] for claim in turn["shown"] if not claim["supported"]]


def _hits(before: Seen, after: Seen) -> list[str]:
    """Hits gone and new among the best ten, and what they stand under; a mere change of places in one line."""
    old, new = _texts(before["hits"])[:_HITS], _texts(after["hits"])[:_HITS]
    gone = [f"hit {old.index(text) + 1} gone: {_short(text)}" for text in old if text not in new]
    come = [f"hit {new.index(text) + 1} new: {_short(text)}" for text in new if text not in old]
    moves = [(old.index(text) + 1, place) for place, text in enumerate(new, start=1) if text in old]
    moved = [f"{was}→{place}" for was, place in moves if was != place]
    stood = {hit["text"]: hit["under"] for hit in before["hits"]}
    headed = [
        f"hit {place} stood under: {stood[hit['text']]} → {hit['under']}"
        for place, hit in enumerate(after["hits"][:_HITS], start=1)
        if stood.get(hit["text"], hit["under"]) != hit["under"]
    ]
    return [*gone, *come, *headed, *([f"hits moved: {', '.join(moved)}"] if moved else [])]


def _listed(name: str, before: Sequence[str], after: Sequence[str]) -> list[str]:
    gone = [f"{name} gone: {_short(text)}" for text in before if text not in after]
    come = [f"{name} new: {_short(text)}" for text in after if text not in before]
    return [*gone, *come]


def _answer(before: str, after: str) -> list[str]:
    if before == after:
        return []
    lines = unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return ["answer:", *(f"  {line}" for line in lines if not line.startswith(("---", "+++", "@@")) and line.strip("+- "))]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}…"
