"""Sections of a text file in, how many tables their rows are of out, for the parsers that read rows and not tables. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.documents import Block, BlockKind, Section

_WORDS = re.compile(r"[^\W_]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


def count_tables(text: str, sections: Sequence[Section]) -> int:
    """The runs of rows with nothing else between them: a blank line and other heads between two rows part two tables."""
    blocks = [(place, block) for place, section in enumerate(sections) for block in section.blocks]
    opened = sum(block.kind is BlockKind.TABLE_ROW for _, block in blocks[:1])
    for (above, one), (place, block) in pairwise(blocks):
        if block.kind is not BlockKind.TABLE_ROW:
            continue
        goes_on = above == place and one.kind is BlockKind.TABLE_ROW and not _parts(text, one, block)
        opened += not goes_on
    return opened


def _parts(text: str, one: Block, other: Block) -> bool:
    """Whether what stands between two rows is a blank line and the heads of another table."""
    between = text[one.span.end : other.span.start]
    return _BLANK_LINE.search(between) is not None and _WORDS.search(between) is not None
