"""A question to click on, with the statements that it was made from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from assistant.retrieval.profile import Profile
from assistant.words.question_words import words_of

_WORD = re.compile(r"[\w/.-]*\w")
_DENIES = frozenset(("no", "not", "without", "never", "sin", "nunca"))
# Of two long questions a single word more asks for nothing else: "which drug …?", "which endocrine drug …?".
_LONG = 4


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


def asks_the_same(one: str, other: str) -> bool:
    """True for questions of the same words, in any order, and for a long one beside the same with one word more."""
    fewer, more = sorted((_telling(one), _telling(other)), key=len)
    return fewer == more or (len(fewer) >= _LONG and fewer < more and len(more) == len(fewer) + 1)


@lru_cache(maxsize=4096)
def _telling(text: str) -> frozenset[str]:
    """The words of a question that ask of something, with its figures and denials."""
    empty = (words_of("en").stopwords | words_of("es").stopwords) - _DENIES
    words = _WORD.findall(text.lower())
    return frozenset(word for word in words if word not in empty) or frozenset(words)
