"""What was read off the statements of an index before, kept beside it, so that opening it and asking it start at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assistant.retrieval.late import Rows
from assistant.retrieval.late_store import said_in
from assistant.retrieval.profile import Profile
from assistant.retrieval.profile_store import profiles_of
from assistant.words.lexicon import Lexicon
from assistant.words.lexicon_files import is_shipped
from ingest.index import OpenIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """By statement id: its profile, and in ``said`` its mapped word pieces (``late.py``).

    ``own_words``: whether what they were read with is a lexicon that was written for these very documents.
    """

    profiles: Mapping[str, Profile] = field(default_factory=dict)
    said: Mapping[str, Rows] = field(default_factory=dict)
    own_words: bool = False


def kept_beside(index: OpenIndex, folder: Path, *, lexicon: Lexicon, words: Path) -> Kept:
    """What is kept in the index folder, or made anew and kept; ``words`` is the folder of the lexicon.

    Raises:
        IndexDamagedError: a file is cut short or changed.
        ModelNotFoundError: the weights of late interaction are missing or damaged.

    """
    return Kept(
        profiles=profiles_of(index, folder, lexicon=lexicon, words=words),
        said=said_in(index, folder, lexicon=lexicon),
        own_words=not is_shipped(words),
    )
