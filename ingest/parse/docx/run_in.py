"""A paragraph that opens with its heading in bold: "**Cerebral oedema.** Headache calls for a scan." → the name and the rest."""

from __future__ import annotations

from ingest.parse.docx.runs import Text
from ingest.parse.run_in import opens_paragraph
from ingest.sentences import opens_with_order

RUN_IN_LEVEL = 9
"""Below every heading on a line of its own."""
_MOST_WORDS = 5


def split_name(text: Text) -> tuple[str, str]:
    """The name that a paragraph opens with, without its stop, and what stands behind; ("", "") for any other paragraph."""
    name = " ".join(text.lead.split())
    bare, behind = name.rstrip("."), text.words[len(name) :].strip()
    if not name.endswith(".") or not text.words.startswith(name) or not 0 < len(bare.split()) <= _MOST_WORDS:
        return "", ""
    return (bare, behind) if opens_paragraph(bare, behind) and not opens_with_order(bare) else ("", "")
