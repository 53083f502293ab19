"""A paragraph that opens with its heading in bold: "**Cerebral oedema.** Headache calls for a scan." → the name and the rest."""

from __future__ import annotations

from ingest.parse.docx.runs import Text
from ingest.parse.labels import names_box_kind
from ingest.parse.run_in import names_something
from ingest.parse.zones import zone_of
from ingest.sentences import opens_with_order

RUN_IN_LEVEL = 9
"""Below every heading on a line of its own."""
_MOST_WORDS, _LEAST_BEHIND = 5, 3


def split_name(text: Text) -> tuple[str, str]:
    """The name that a paragraph opens with, without its stop, and what stands behind; ("", "") for any other paragraph."""
    name = " ".join(text.lead.split())
    bare, behind = name.rstrip("."), text.words[len(name) :].strip()
    if not name.endswith(".") or not text.words.startswith(name) or not 0 < len(bare.split()) <= _MOST_WORDS:
        return "", ""
    goes_on = len(behind.split()) >= _LEAST_BEHIND and behind[:1].isupper()
    is_other = names_box_kind(bare) or opens_with_order(bare) or zone_of(bare) is not None
    return (bare, behind) if goes_on and bare[:1].isupper() and names_something(bare) and not is_other else ("", "")
