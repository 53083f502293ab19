"""How captions of tables and figures begin."""

from __future__ import annotations

import re

CAPTION = re.compile(
    r"^(?:table|tabla|tableau|tabelle)\s+(?:\d{1,3}|[IVX]{1,5})(?:[.:]|\s+[–—-]|\s+(?=(?-i:[A-ZÁÉÍÓÚÑ]))|$)", re.IGNORECASE
)
FIGURE = re.compile(r"^(?:figure|fig\.|figura|abbildung)\s+\d{1,3}(?:[.:]|\s+(?=(?-i:[A-ZÁÉÍÓÚÑ])))", re.IGNORECASE)
