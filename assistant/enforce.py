"""A draft and the passages it may cite → what may be shown, with its marks, and what is withheld, with the reason. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answers import Evidence, Reason, ReasonCode, Verdict
from assistant.cite import Piece, PieceKind, split_draft
from assistant.instructions import is_plain_title, orders, states_no_fact
from assistant.prompts import NumberedPassage

Verify = Callable[[str, Sequence[Evidence]], Verdict]
_WORD = re.compile(r"\w+(?:\.\d+)?")
_NUMERIC = re.compile(r"\d+(?:\.\d+)?")
_LONGEST = 4000
_OVERLAP = 0.4
_DECISIVE = frozenset(
    (
        ReasonCode.POPULATION,
        ReasonCode.NEGATION,
        ReasonCode.STRENGTH,
        ReasonCode.NAME,
        ReasonCode.NUMBER,
        ReasonCode.UNIT,
        ReasonCode.DIRECTION,
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """A claim that passed. ``moved_from`` are marks of the draft that didn't support it and were replaced."""

    text: str
    citations: tuple[int, ...]
    score: float
    moved_from: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldPiece:
    """A piece of the draft that is not shown, and why."""

    text: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnforcedDraft:
    """What is left of a draft: Markdown in which every sentence that states a fact carries a mark that supports it."""

    text: str
    shown: tuple[ShownClaim, ...]
    withheld: tuple[WithheldPiece, ...]


@dataclass(frozen=True, slots=True)
class _Judged:
    piece: Piece
    claim: ShownClaim | None = None
    reasons: tuple[Reason, ...] = ()
    plain: bool = False


def enforce(question: str, passages: Sequence[NumberedPassage], draft: str, *, verify: Verify) -> EnforcedDraft:
    """Check every piece of ``draft`` against the passages that it cites.

    A sentence without mark takes the marks that follow in its paragraph or list; a claim that its own mark doesn't
    support is re-pointed if another passage says all of it. Repeated sentences are shown once.
    """
    evidence = {passage.number: _evidence_of(passage) for passage in passages}
    pieces = split_draft(draft, evidence.keys())
    marked = _inherit(pieces)
    judge = _Judge(question, evidence, verify)
    judged = [
        judge.piece(piece, inherited, lead) for piece, inherited, lead in zip(pieces, marked, _lead_ins(pieces), strict=True)
    ]
    judged = _drop_repeated(judged)
    shown = tuple(one.claim for one in judged if one.claim)
    withheld = tuple(WithheldPiece(text=one.piece.text, reasons=one.reasons) for one in judged if one.reasons)
    return EnforcedDraft(text=_lay_out(judged), shown=shown, withheld=withheld)


def _evidence_of(passage: NumberedPassage) -> Evidence:
    return Evidence(text=passage.text, heading_path=passage.heading_path, lead_in=passage.lead_in, title=passage.title)


def _inherit(pieces: Sequence[Piece]) -> list[tuple[int, ...]]:
    """For each piece its own marks, or else those that come next in its paragraph or at the end of its list."""
    found: list[tuple[int, ...]] = [()] * len(pieces)
    following: tuple[int, ...] = ()
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if index + 1 < len(pieces):
            after = pieces[index + 1]
            together = after.block == piece.block or (piece.list_number and after.list_number == piece.list_number)
            leads = piece.kind is PieceKind.LEAD_IN and (after.list_number or after.block == piece.block + 1)
            table = piece.kind in {PieceKind.ROW, PieceKind.HEADER} and after.kind is PieceKind.ROW
            if not (together or leads or table):
                following = ()
        found[index] = piece.numbers or following
        following = piece.numbers or following
    return _from_lead_in(pieces, found)


def _from_lead_in(pieces: Sequence[Piece], found: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """A list under a lead-in with a mark takes that mark."""
    lead: tuple[int, ...] = ()
    current = 0
    for index, piece in enumerate(pieces):
        if piece.kind is PieceKind.LEAD_IN and piece.numbers:
            lead, current = piece.numbers, pieces[index + 1].list_number if index + 1 < len(pieces) else 0
        elif current and piece.list_number != current:
            lead, current = (), 0
        if not found[index] and lead and piece.list_number == current:
            found[index] = lead
    return found


def _lead_ins(pieces: Sequence[Piece]) -> list[str]:
    """For each bullet the lead-in that it stands under."""
    found: list[str] = []
    leads: dict[int, str] = {}
    for index, piece in enumerate(pieces):
        if piece.kind in {PieceKind.HEADING, PieceKind.HEADER} or (not piece.list_number and piece.kind is not PieceKind.LEAD_IN):
            leads = {}
        deeper = [depth for depth in leads if depth < piece.depth or (depth == -1 and piece.list_number)]
        found.append(leads[max(deeper)] if deeper and piece.list_number else "")
        if piece.kind is PieceKind.LEAD_IN:
            leads = {depth: lead for depth, lead in leads.items() if piece.list_number and depth < piece.depth}
            leads[piece.depth if piece.list_number else -1] = piece.text
        elif piece.list_number and piece.prefix:
            leads = {depth: lead for depth, lead in leads.items() if depth < piece.depth or depth == -1}
            if index + 1 < len(pieces) and pieces[index + 1].depth > piece.depth and pieces[index + 1].list_number:
                leads[piece.depth] = piece.text
    return found


class _Judge:
    """Judges pieces one by one; the same words with the same marks are verified once."""

    def __init__(self, question: str, evidence: Mapping[int, Evidence], verify: Verify) -> None:
        self.question = question
        self.evidence = evidence
        self.verify = verify
        self.words = {
            number: _words(f"{piece.title} {' '.join(piece.heading_path)} {piece.lead_in} {piece.text}")
            for number, piece in evidence.items()
        }
        self.known: dict[tuple[str, tuple[int, ...], str], _Judged] = {}

    def piece(self, piece: Piece, numbers: tuple[int, ...], lead: str) -> _Judged:
        key = (piece.text, numbers, lead)
        if key not in self.known:
            self.known[key] = self._judge(piece, numbers, lead)
        return replace(self.known[key], piece=piece)

    def _judge(self, piece: Piece, numbers: tuple[int, ...], lead: str) -> _Judged:
        if orders(piece.text):
            return _Judged(
                piece,
                reasons=(
                    Reason(code=ReasonCode.INSTRUCTION, detail="it gives an order instead of stating what the documents say"),
                ),
            )
        if len(piece.text) > _LONGEST:
            return _Judged(piece, reasons=(Reason(code=ReasonCode.MALFORMED, detail="too long for one claim"),))
        titled = piece.kind in {PieceKind.HEADING, PieceKind.HEADER, PieceKind.LEAD_IN} and is_plain_title(piece.text.rstrip(":"))
        if not piece.numbers and (titled or states_no_fact(piece.text, self.question)):
            return _Judged(piece, plain=True)
        if not numbers:
            return _Judged(piece, reasons=(Reason(code=ReasonCode.NO_CITATION, detail="it states a fact and cites no passage"),))
        unknown = tuple(number for number in numbers if number not in self.evidence)
        if len(unknown) == len(numbers):
            return _Judged(
                piece,
                reasons=(Reason(code=ReasonCode.UNKNOWN_CITATION, detail=f"there is no passage {', '.join(map(str, unknown))}"),),
            )
        return self._cited(piece, tuple(number for number in numbers if number in self.evidence), lead)

    def _cited(self, piece: Piece, numbers: tuple[int, ...], lead: str) -> _Judged:
        verdicts = {number: self._one(piece, (number,), lead) for number in numbers}
        supporting = tuple(number for number in numbers if verdicts[number].supported)
        if supporting:
            score = max(verdicts[number].score for number in supporting)
            return _Judged(piece, claim=ShownClaim(text=piece.text, citations=supporting, score=score))
        if len(numbers) > 1:
            together = self._one(piece, numbers, lead)
            if together.supported:
                return _Judged(piece, claim=ShownClaim(text=piece.text, citations=numbers, score=together.score))
        first = verdicts[numbers[0]].reasons
        if not piece.numbers:
            return _Judged(
                piece,
                reasons=(Reason(code=ReasonCode.NO_CITATION, detail="it states a fact and cites no passage of its own"), *first),
            )
        for number in self._candidates(piece, numbers):
            verdict = self._one(piece, (number,), lead)
            if verdict.supported:
                return _Judged(
                    piece, claim=ShownClaim(text=piece.text, citations=(number,), score=verdict.score, moved_from=numbers)
                )
        return _Judged(piece, reasons=first)

    def _one(self, piece: Piece, numbers: tuple[int, ...], lead: str) -> Verdict:
        evidence = tuple(self.evidence[number] for number in numbers)
        verdict = self.verify(piece.text.rstrip(":"), evidence)
        if lead and not verdict.supported:
            joined = self.verify(f"{lead.rstrip(': ')} {piece.text}", evidence)
            return joined if joined.supported else verdict
        if lead and not states_no_fact(lead):
            joined = self.verify(
                f"{lead.rstrip()} {piece.text}" if lead.rstrip().endswith(":") else f"{lead.rstrip('. ')}: {piece.text}", evidence
            )
            if not joined.supported and any(reason.code in _DECISIVE for reason in joined.reasons):
                return joined
        return verdict

    def _candidates(self, piece: Piece, tried: tuple[int, ...]) -> list[int]:
        """Other passages that hold the claim's figures and enough of its words to be worth a look."""
        wanted = _words(piece.text)
        figures = {word for word in wanted if _NUMERIC.fullmatch(word)}
        shares = [
            (len(wanted & words) / len(wanted), number)
            for number, words in self.words.items()
            if number not in tried and wanted and figures <= words
        ]
        return [number for share, number in sorted(shares, reverse=True) if share >= _OVERLAP][:3]


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def _drop_repeated(judged: Sequence[_Judged]) -> list[_Judged]:
    seen: set[str] = set()
    found = []
    for one in judged:
        key = (
            " ".join(sorted(one.piece.text.lower().split()))
            if one.piece.kind is not PieceKind.HEADING
            else f"# {one.piece.text.lower()} {len(found)}"
        )
        if key in seen:
            continue
        seen.add(key)
        found.append(one)
    return found


def _lay_out(judged: Sequence[_Judged]) -> str:
    """Markdown of what is shown: headings and lead-ins only over something, sentences of one block on one line."""
    kept = _with_something_below([one for one in judged if one.claim or one.plain])
    lines: list[str] = []
    block = -1
    table = False
    for one in kept:
        piece = one.piece
        words = _with_marks(one)
        if piece.kind in {PieceKind.ROW, PieceKind.HEADER}:
            lines.extend(_table_lines(piece, words, one, opened=table))
            table = True
        elif piece.block == block and lines and not piece.prefix:
            lines[-1] += f" {words}"
        else:
            spaced = piece.kind is PieceKind.HEADING or not piece.list_number
            lines.extend([""] if spaced and lines else [])
            closing = "**" if piece.prefix == "**" else ""
            lines.append(f"{piece.prefix}{words}{closing}")
        table = piece.kind in {PieceKind.ROW, PieceKind.HEADER}
        block = piece.block
    moved = [
        f"{_bracketed(one.claim.moved_from)} → {_bracketed(one.claim.citations)}"
        for one in kept
        if one.claim and one.claim.moved_from
    ]
    if moved:
        lines.extend(["", f"_Citations corrected: {'; '.join(dict.fromkeys(moved))}_"])
    return "\n".join(lines).strip()


def _with_something_below(kept: list[_Judged]) -> list[_Judged]:
    found: list[_Judged] = []
    below = False
    for one in reversed(kept):
        if one.claim:
            below = True
        elif one.piece.kind in {PieceKind.HEADING, PieceKind.LEAD_IN, PieceKind.HEADER} and not below:
            continue
        if one.piece.kind in {PieceKind.HEADING, PieceKind.HEADER}:
            below = one.piece.kind is PieceKind.HEADER
        found.append(one)
    return found[::-1]


def _with_marks(one: _Judged) -> str:
    return f"{one.piece.text} {_bracketed(one.claim.citations)}" if one.claim else one.piece.text


def _bracketed(numbers: Sequence[int]) -> str:
    return "".join(f"[{number}]" for number in numbers)


def _table_lines(piece: Piece, words: str, one: _Judged, *, opened: bool) -> list[str]:
    del words
    marks = f" {_bracketed(one.claim.citations)}" if one.claim else ""
    row = "| " + " | ".join(piece.cells) + marks + " |"
    if opened:
        return [row]
    return ["", row, "|" + " --- |" * len(piece.cells)] if piece.kind is PieceKind.HEADER else ["", row]
