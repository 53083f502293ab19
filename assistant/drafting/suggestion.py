"""A question to click on, with the statements that it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from assistant.retrieval.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A question, and the statements of which at least one must be in its answer.

    ``is_prepared`` for one that an editor wrote, ``is_start`` for one of these to begin a conversation with.
    """

    text: str
    source_id: str
    heading_path: tuple[str, ...]
    statement_ids: frozenset[str]
    concepts: frozenset[str]
    is_prepared: bool = False
    is_start: bool = False

    @classmethod
    def of(cls, text: str, about: Sequence[Profile], *, is_prepared: bool = False, is_start: bool = False) -> Self:
        """The question about these statements of one section, at least one."""
        return cls(
            text=text,
            source_id=about[0].source.source_id,
            heading_path=about[0].statement.heading_path,
            statement_ids=frozenset(profile.statement.statement_id for profile in about),
            concepts=frozenset().union(*(profile.concepts | profile.concepts_above for profile in about)),
            is_prepared=is_prepared,
            is_start=is_start,
        )
