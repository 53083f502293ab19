"""A turn and the sources in, the sources that it calls by what their titles are about out: "the vancomycin guideline". Pure.

In a folder of one's own nobody knows publishers and whole titles by heart. Words that each title has tell none of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.words.language import fold
from ingest.documents import Source

_KINDS = (
    r"guidelines?|guidance|protocols?|polic(?:y|ies)|pathways?|sops?|leaflets?|booklets?|handbooks?|manuals?|factsheets?|pages?|documents?|"
    r"articles?|pdfs?|files?|papers?|summar(?:y|ies)|monographs?|gu[ií]as?|protocolos?|folletos?|p[aá]ginas?|documentos?"
)
_BEFORE = re.compile(rf"\b(?:the|our|your|my)\s+(?P<topic>(?:[a-z0-9][\w/+-]*\s+){{1,4}}?)(?:{_KINDS})\b")
_BEHIND = re.compile(
    rf"\b(?:the|our|your|la|el|nuestr[oa])\s+(?:{_KINDS})\s+(?:on|about|for|sobre|de(?:l)?|para)\s+(?:the\s+|la\s+|el\s+)?"
    r"(?P<topic>[a-z0-9][\w/+-]*(?:\s+(?!(?:last|first|updated|written|published|reviewed|still|is|was|from)\b)[\w/+-]+){0,3}?)"
    r"(?=$|\s+(?:last|first|updated|written|published|reviewed|still|up\s+to\s+date|current|from|outdated|valid|recent)\b)"
)
_WORD = re.compile(r"[\w/+-]+")
# The start of a word that one who names it by heart keeps.
_KEPT = 5
_MOST = 2


def named_by_topic(flat: str, sources: Sequence[Source]) -> list[tuple[int, int, str]]:
    """Where a folded turn calls a source by the topic in its title, and its id; no topic of more than two sources."""
    titles = {source.source_id: [word[:_KEPT] for word in _WORD.findall(fold(source.title))] for source in sources}
    found = []
    for match in (*_BEFORE.finditer(flat), *_BEHIND.finditer(flat)):
        topic = [word[:_KEPT] for word in match["topic"].split()]
        meant = [one for one, words in titles.items() if all(word in words for word in topic)]
        if 0 < len(meant) <= _MOST and len(meant) < len(titles):
            found += [(match.start(), match.end(), one) for one in meant]
    return found
