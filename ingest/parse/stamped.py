"""What is printed across the pages of a document ("DRAFT", "SUPERSEDED"): pieces aside, and what a reader must be told of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.parse.pieces import Piece, Role

WATERMARK = "Watermark:"
"""Stands before what was printed across the pages, among the furniture."""
_NUMBER = r"(?:[\s:–-]+(?:v(?:ersion)?\.?\s?)?\d+(?:\.\d+)*[a-z]?)?"
_DRAFT = (
    rf"(?:(?:final|working|consultation|first|second|initial|revised)\s)?draft{_NUMBER}"
    r"(?:\s(?:copy|only|document|version|guideline|policy|for\s(?:consultation|comments?|discussion|review|approval)))?"
    rf"|borrador{_NUMBER}|not\s(?:yet\s)?(?:approved|ratified)|not\sfor\s(?:clinical\s)?(?:use|distribution|release)"
    r"|(?:for|under|awaiting|pending)\s(?:consultation|comments?|review|approval|ratification)"
)
_OVER = (
    r"superseded|obsolete|archived?|withdrawn|expired|void|rescinded|cancelled|out\sof\sdate|do\snot\suse|no\slonger\s(?:valid|in\suse)"
    r"|obsoleto|derogado|caducado"
)
_STAMP = re.compile(rf"\W*(?:{_DRAFT}|{_OVER})\W*", re.IGNORECASE)
_ENDED = re.compile(rf"\W*(?:{_OVER})\W*", re.IGNORECASE)


def is_stamp(text: str) -> bool:
    """Whether words say nothing but how far the document they stand on holds."""
    return _STAMP.fullmatch(" ".join(text.split())) is not None


def stamp_pieces(stamps: Iterable[str]) -> list[Piece]:
    """Each stamp once, among what is no text of the document; the review status is told from it."""
    return [Piece(role=Role.FURNITURE, text=f"{WATERMARK} {text}") for text in dict.fromkeys(stamps)]


def stamp_warnings(stamps: Iterable[str]) -> list[str]:
    """What a stamp says of a document that may hold no more."""
    return [f"it is stamped “{text}”: check whether it still holds" for text in dict.fromkeys(stamps) if _ENDED.fullmatch(text)]
