"""Drafts in, framed drafts out: the direct "Yes" or "No", the other side where sources differ, the premise put right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answers import DraftClaim, Premise, VerifiedClaim
from assistant.direct import yes_or_no
from assistant.disagree import Difference, find_differences
from assistant.gate import Verify, evidence_of
from assistant.premise import denies_premise, presupposed
from assistant.reader import Found, Reader
from ingest.documents import Statement
from ingest.embed import Vectors
from ingest.index import OpenIndex


class Framer:
    """Holds the statements and their vectors; what it adds goes through the gate like any draft."""

    def __init__(self, *, index: OpenIndex, reader: Reader, verify: Verify) -> None:
        """Made once per index."""
        self._index = index
        self._reader = reader
        self._verify = verify
        self._rows = {statement.statement_id: row for row, statement in enumerate(index.statements)}

    def frame(self, found: Found, drafts: Sequence[DraftClaim]) -> tuple[tuple[Difference, ...], tuple[DraftClaim, ...]]:
        """On which points the sources differ, and the drafts with every side of these and a direct first line."""
        differences = find_differences(
            found.asked,
            found.judged,
            shown=[draft.evidence[0] for draft in drafts],
            cosine=lambda left, right: float(self._vector(left) @ self._vector(right)),
            lexicon=self._reader.lexicon,
        )
        there = {draft.evidence[0] for draft in drafts}
        missing = dict.fromkeys(i for difference in differences for i in difference.statement_ids if i not in there)
        sides = tuple(DraftClaim(text=self._statement(i).text, evidence=(i,)) for i in missing)
        return differences, self._with_direct_line(found, (*drafts, *sides))

    def _with_direct_line(self, found: Found, drafts: Sequence[DraftClaim]) -> tuple[DraftClaim, ...]:
        """The drafts, the first opened with "Yes" or "No" if the gate lets that stand."""
        if not drafts:
            return ()
        first = drafts[0]
        word = yes_or_no(found.asked, self._reader.profiles[first.evidence[0]], lexicon=self._reader.lexicon)
        if not word:
            return tuple(drafts)
        statement = self._statement(first.evidence[0])
        opened = f"{word}: {first.text}"
        supported = self._verify(opened, (evidence_of(statement, self._index.documents[statement.source_id]),)).supported
        return (replace(first, text=opened) if supported else first, *drafts[1:])

    def premise(self, found: Found, claims: Sequence[VerifiedClaim]) -> Premise | None:
        """What the question takes for granted and the first claim denies; None for any other question."""
        first = claims[0]
        profile = self._reader.profiles[first.citations[0].statement.statement_id]
        if not denies_premise(found.asked, profile, lexicon=self._reader.lexicon):
            return None
        return Premise(claimed=presupposed(found.asked.text), correction=first.text, citations=first.citations)

    def _statement(self, statement_id: str) -> Statement:
        return self._index.statements[self._rows[statement_id]]

    def _vector(self, statement: Statement) -> Vectors:
        row: Vectors = self._index.statement_vectors[self._rows[statement.statement_id]]
        return row
