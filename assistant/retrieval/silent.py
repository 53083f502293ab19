"""Which statements tell nothing of their subject: keys of abbreviations, captions, what a page says of itself. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

_ITSELF = re.compile(
    r"\b(?:is|are) (?:discussed|described|reviewed|covered|presented|summari[sz]ed|provided) "
    r"(?:here|below|above|in detail|separately|elsewhere)\b|"
    r"\b[Tt]his (?:topic|article|chapter|page|section|review|document|leaflet) "
    r"(?:review|discuss|describe|cover|present|summari[sz]e|explain|will|is about)\w*|"
    r"^(?:Approved|Endorsed|Prepared|Written|Reviewed) by\b[^.]*\d{4}\W*$|"
    r"\bse (?:describe|trata|discute|revisa|resume)n? (?:aquí|más adelante|por separado|en otro)|"
    r"\b[Ee]st[ea] (?:capítulo|artículo|página|sección|documento) (?:revisa|describe|trata|resume)\b"
)
_KEY = re.compile(r"(?:[a-z]?[A-Z][\w/+-]{0,7}\s?(?:[:=]|, )\s?[a-záéíóúñ][^;:=.\d]{2,60}(?:[;.,]\s*|$)){2,}")
_CAPTION = re.compile(r"(?:Table|Figure|Box|Tabla|Figura|Cuadro) \d+[a-z]?\b[.:]?\s+[^.!?]{3,120}")


@lru_cache(maxsize=8192)
def is_silent(text: str) -> bool:
    """True for "IM: intramuscular; SC: subcutaneous.", "Table 1 Rescue agents" and "… is discussed here."."""
    return bool(_ITSELF.search(text) or _KEY.fullmatch(text.strip()) or _CAPTION.fullmatch(text.strip()))
