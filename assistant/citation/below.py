"""A line of a list and the lead-in above it → the sentences that the two may be read as. Pure.

"X may be used in:" runs on into its lines, "X may be used in a few situations, among them:" says of each line that X may be used
in it. Each reading must hold by itself, so that one that joins what doesn't belong together shows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.answers import Evidence
from assistant.citation.headed import announces, held_if, is_sentence, label_of
from assistant.verify.conditional import find_conditions, group_of
from assistant.words.lexicon import Lexicon

# A lead-in that stops in the middle of its sentence.
_RUNS_ON = re.compile(
    r"\b(?:in|for|with|after|before|during|by|to|of|on|at|as|if|when|once|unless|until|among|include|includes|including|is|are|such\s+as)\s*:?\s*$",
    re.IGNORECASE,
)
# It may be used "in a few situations, among them:" or "only in the following patients:".
_IN_CASES = re.compile(
    r"^(?P<said>[^:;]{6,140}?)\s+(?:only\s+)?(?P<opener>in|for|under|with|on)\s+(?:(?:only|just)\s+)?(?:(?:a\s+few|a\s+number\s+of|the\s+following|certain|some|several|particular|these|those"
    r"|selected|special|specific|one\s+of|any\s+of|other|two|three|four|five)\s+)+(?:situations?|cases?|circumstances|settings?|scenarios?|conditions|instances"
    r"|patients|people|women|men|groups?|reasons?)(?:,?\s+(?:among\s+them|including|such\s+as|namely|for\s+(?:example|instance)|e\.g\.,?|like|only))?\s*:?$",
    re.IGNORECASE,
)
# A line that says itself how it hangs on what stands above.
_OPENED = re.compile(
    r"(?:in|for|with|without|after|before|during|if|when|where|once|to|as|on|at|among|unless|until|by|following)\b", re.IGNORECASE
)


def runs_on(lead_in: str) -> bool:
    """True for a lead-in that the lines below it end, or whose cases they are."""
    return _RUNS_ON.search(lead_in) is not None or _IN_CASES.match(lead_in.strip()) is not None


def read_below(lead_in: str, line: str) -> Iterator[str]:
    """The sentences, the one that only sets the lead-in before the line as a label first."""
    text = f"{line[:1].lower()}{line[1:]}" if line[1:2].islower() else line
    what = held_if(lead_in)
    yield f"{what} if {line[:1].lower()}{line[1:]}" if what else f"{label_of(lead_in, line)}: {line}"
    above = lead_in.strip()
    if found := _IN_CASES.match(above):
        joint = "" if _OPENED.match(text) else f"{found['opener']} "
        yield f"{found['said']} {joint}{text}"
        if joint and is_sentence(line):
            yield f"{found['said']} if {text}"
    elif _RUNS_ON.search(above) and not is_sentence(line):
        yield f"{above.rstrip(': ')} {text}"


def says_nothing_new(lead_in: str, evidence: Iterable[Evidence], question: str, lexicon: Lexicon | None) -> bool:
    """True for a lead-in that only announces its lines: it sets no case, and names only what question or cited words name."""
    if lexicon is None or not announces(lead_in) or find_conditions(lead_in) or group_of(lead_in) is not None:
        return False
    around = (question, *(text for piece in evidence for text in (piece.text, piece.lead_in, *piece.heading_path)))
    said = {named.concept.concept_id for text in around for named in lexicon.mentions(text)}
    said |= {wider for concept_id in said for wider in lexicon.ancestors(concept_id)}
    return all(named.concept.concept_id in said or named.concept.kind == "other" for named in lexicon.mentions(lead_in))
