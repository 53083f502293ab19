"""What readers say of answers: kept in the database beside the answer and its whole trace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from assistant.answers import Trace
from assistant.prompts import PROMPT_VERSION
from assistant.storage.database import moment
from assistant.storage.tables import answers, feedback

REASONS = ("wrong", "missing", "unsupported", "unclear")
LONGEST_COMMENT = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one reader said of one answer; ``history`` is what had been said before."""

    message_id: str
    created_at: str
    helpful: bool
    reason: str | None
    comment: str | None
    audience: str
    answer: Mapping[str, Any]
    history: tuple[Mapping[str, str], ...]
    trace: Mapping[str, Any]


class Opinions:
    """Holds the engine of the conversations' database."""

    def __init__(self, engine: AsyncEngine) -> None:
        """``engine`` is open, its schema up to date."""
        self._engine = engine

    async def note(self, message_id: str, *, user_id: str, helpful: bool, reason: str | None, comment: str | None = None) -> bool:
        """Keeps what a reader says of an answer, in place of what was said before; False for another's answer.

        Raises:
            ValueError: for a reason that isn't one of ``REASONS``.

        """
        if reason is not None and reason not in REASONS:
            message = f"a feedback's reason is one of {', '.join(REASONS)}, got {reason!r}"
            raise ValueError(message)
        row = {"message_id": message_id, "user_id": user_id, "created_at": moment(), "helpful": helpful, "reason": reason}
        async with self._engine.begin() as connection:
            own = select(answers.c.message_id).where(answers.c.message_id == message_id, answers.c.user_id == user_id)
            if (await connection.execute(own)).first() is None:
                return False
            await connection.execute(delete(feedback).where(feedback.c.message_id == message_id, feedback.c.user_id == user_id))
            await connection.execute(
                insert(feedback).values(row | {"comment": (comment or "").strip()[:LONGEST_COMMENT] or None})
            )
        return True

    async def all(self, *, since: str = "") -> tuple[Opinion, ...]:
        """Every opinion from a moment on, oldest first."""
        wanted = select(feedback, answers.c.answer, answers.c.history, answers.c.trace, answers.c.audience)
        joined = wanted.join(answers, feedback.c.message_id == answers.c.message_id).order_by(feedback.c.created_at)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(joined.where(feedback.c.created_at >= since))).mappings().all()
        return tuple(
            Opinion(
                message_id=row["message_id"],
                created_at=row["created_at"],
                helpful=row["helpful"],
                reason=row["reason"],
                comment=row["comment"],
                audience=row["audience"],
                answer=row["answer"],
                history=tuple(row["history"]),
                trace=row["trace"],
            )
            for row in rows
        )


def trace_object(trace: Trace) -> dict[str, Any]:
    """The whole trace as JSON-ready values: what was found with every figure, what was drafted, and how long it took."""
    return {
        "read_as": trace.read_as,
        "drafter": trace.drafter,
        "prompts": None if trace.drafter == Trace().drafter else PROMPT_VERSION,
        "notes": list(trace.notes),
        "milliseconds": {step: round(spent, 2) for step, spent in trace.milliseconds.items()},
        "hits": [
            {
                "statement_id": hit.statement.statement_id,
                "source_id": hit.source.source_id,
                "heading_path": list(hit.statement.heading_path),
                "text": hit.statement.text,
                "rank": hit.rank,
                "dense": round(hit.dense, 4),
                "lexical": round(hit.lexical, 4),
                "fused": round(hit.fused, 4),
                "relevance": round(hit.relevance, 4),
            }
            for hit in trace.hits
        ],
        "drafts": [{"text": draft.text, "evidence": [str(one) for one in draft.evidence]} for draft in trace.drafts],
    }
