"""What a statement stands under: its lead-in, and whether it may be shown without it. Pure.

"Shock" under "Do it for all unless there is one of:" alone would say the opposite, "10 to 20" under "Doses (mg)" nothing at all.
"""

from __future__ import annotations

import re

from ingest.documents import BlockKind, Statement
from ingest.row_words import joined, row_parts, said_row

_FRAGMENT_WORDS = 14
# What a list stands under that is nothing without it: the exceptions, the conditions, what is to be left.
_TURNS = re.compile(
    r"\b(?:unless|except\w*|exclu\w+|without|not|no|never|nor|neither|avoid\w*|only|if|when|contraindicat\w*|stop\w*|withh\w+|"
    r"refer\w*|defer\w*|n['’]t|salvo|excepto|exclu\w+|sin|nunca|jamás|evit\w+|solo|sólo|si|cuando|contraindicad\w*|suspend\w+|deriv\w+)\b",
    re.IGNORECASE,
)
# The unit of a table's figures, in its caption.
_UNIT = re.compile(
    r"\((?:in |en )?(?:mg|g|mcg|µg|ml|mmol|iu|ui|units?|micrograms?|milligrams?|days?|weeks?|hours?|%)[^()]{0,12}\)$",
    re.IGNORECASE,
)
# "Table 2. " before what a table is about: a sentence to whoever cuts the shown words into sentences, and it states nothing.
_NUMBERED = re.compile(
    r"^(?:Table|Box|Figure|Fig\.|Panel|Chart|Tabla|Cuadro|Recuadro|Figura)\s+(?:\d+(?:\.\d+)?[A-Za-z]?|[IVX]+)\s*[.:–—-]\s+(?=\w)"
)
_BESIDE = re.compile(r"\s*\|\s*|\s*\t\s*")
_HAS_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|may|might|must|should|will|would|need\w*|show\w*|"
    r"prefer\w*|give|given|continue|avoid|prescribe|obtain|perform|complete|start|use|used|offer|treat|include\w*|"
    r"recommend\w*|require\w*|account\w*|delay\w*|help\w*|"
    r"es|son|está|están|fue|fueron|ha|han|hay|tienen?|pued[ae]n?|podrían?|deben?|deberían?|debería|se|siguen?|incluyen?|depende\w*|"
    r"necesitan?|requieren?|representa|complete|prescriba|evite|evalúe|realice|obtenga|continúe|confirme|muestra\w*)\b",
    re.IGNORECASE,
)


def lead_of(statement: Statement) -> str:
    """The nearest line that the statement stands under, without its colon or a table's number; "" if there is none."""
    return _NUMBERED.sub("", statement.lead_in.split(" › ")[-1].strip()).rstrip(":,; ")


def behind(lead: str, statement: Statement) -> str:
    """The statement's words behind a lead-in."""
    return f"{lead}: {statement.text}"


def is_sentence(text: str) -> bool:
    """True for words with a verb among them, or a full stop at their end."""
    return text.endswith(".") or _HAS_VERB.search(text) is not None


def is_fragment(statement: Statement) -> bool:
    """True for a few words without a verb."""
    return len(statement.text.split()) <= _FRAGMENT_WORDS and not _HAS_VERB.search(statement.text)


def standing(statement: Statement) -> str:
    """What can be shown by itself: the words, behind a lead-in that limits a fragment, begins the sentence or gives the unit.

    A row of a table whose heads stand above it has each cell behind its head.
    """
    lead = lead_of(statement)
    if row := _row_behind(lead, statement):
        return row
    if not lead or lead.endswith("."):
        return statement.text
    runs_on = statement.text[:1].islower() and statement.text.split()[0].isalpha()
    needs = runs_on or (is_fragment(statement) and _TURNS.search(lead)) or _UNIT.search(lead)
    return behind(lead, statement) if needs else statement.text


def as_read(statement: Statement) -> tuple[str, str]:
    """A statement's words and what they stand under; the words of a row with its column heads, which then stand above no more."""
    above, _, heads = statement.lead_in.rpartition(" › ")
    row = _bound(heads, statement)
    return (row, above) if row else (statement.text, statement.lead_in)


def _row_behind(heads: str, statement: Statement) -> str:
    """A row that doesn't repeat its column heads with them: "A | 5 mg | 9 mg" alone doesn't tell whose dose 9 mg is.

    Where a cell is missing, and nobody can say which, the row stands as it is behind the line of heads. "" for anything else.
    """
    is_bare = statement.kind is BlockKind.TABLE_ROW and "|" in heads and _BESIDE.search(statement.text) is not None
    return (_bound(heads, statement) or behind(heads, statement)) if is_bare else ""


def _bound(heads: str, statement: Statement) -> str:
    """A row with each cell behind the head that stands above it; "" where the two don't match, and for anything else."""
    if statement.kind is not BlockKind.TABLE_ROW or "|" not in heads:
        return ""
    above, cells = _BESIDE.split(heads), _BESIDE.split(statement.text)
    if len(above) == len(cells) - 1:  # the first column has no head
        above = ["", *above]
    if len(above) != len(cells):
        return ""
    name, parts = row_parts(list(zip(above, cells, strict=True)))
    return said_row(name, joined(parts))
