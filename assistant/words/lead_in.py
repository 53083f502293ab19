"""What a statement stands under: its lead-in, and whether it may be shown without it. Pure.

"Shock" under "Do it for all unless there is one of:" alone would say the opposite, "10 to 20" under "Doses (mg)" nothing at all.
"""

from __future__ import annotations

import re

from ingest.documents import Statement

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
    """What can be shown by itself: the words, behind a lead-in that limits a fragment, begins the sentence or gives the unit."""
    lead = lead_of(statement)
    if not lead or lead.endswith("."):
        return statement.text
    runs_on = statement.text[:1].islower() and statement.text.split()[0].isalpha()
    needs = runs_on or (is_fragment(statement) and _TURNS.search(lead)) or _UNIT.search(lead)
    return behind(lead, statement) if needs else statement.text
