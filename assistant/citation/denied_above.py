"""Items under a title that denies ("When not to use it") say what isn't done: how they are read, and what they need. Pure.

"During X" below it says that it is not used during X. Where the cited words deny nothing, such an item is not said by them,
though they name its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answers import Evidence, Reason, ReasonCode, Verdict
from assistant.citation.gate import Verify
from assistant.citation.headed import is_sentence

_TITLE = re.compile(
    r"\W*(?:(?:when|where|whom|in\s+whom|for\s+whom|how|what)\s+(?:not|never)\s+to\s+(?P<do>[a-z]+)\b"
    r"|(?:do\s+not|don['’]ts?|never)(?:\s+(?P<order>[a-z]+)\b)?|(?:things|what|foods?|drugs|medicines)\s+(?:you\s+should\s+)?(?:not\s+to\s+[a-z]+|to\s+avoid)\b|(?P<avoid>avoid(?:\s+(?:it|them))?|not\s+(?:to\s+be\s+)?(?:used|given|recommended|indicated|suitable|advised))(?:\s+(?:in|for|if|when|with|during))?"
    r"|(?:when|where|who)\s+(?:it|they|this)?\s*(?:should|must)\s+(?:not|never)\s+(?:be\s+)?(?P<done>[a-z]+)"
    r"|contra-?indicat(?:ions?|ed)(?:\s+(?:in|for|if|when|with|during|include|are))?)(?:[\w\s'-]{0,40})\s*:?\W*",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:no|not|never|none|nor|neither|without|avoid\w*|contra-?indicat\w*|withh\w+|forbid\w*|prohibit\w*|unsuitable|inadvisable|stop\w*|discontinu\w*|against"
    r"|exclud\w*|except\w*|unless|only|delay\w*|unsafe|harm\w*|danger\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"(?:in|for|with|without|after|before|during|if|when|where|once|to|as|on|at|among|until|by|within|alongside|together)\b",
    re.IGNORECASE,
)
_DONE = {"use": "used", "give": "given", "take": "taken", "do": "done", "start": "started", "prescribe": "prescribed"}
_MISSING = Reason(code=ReasonCode.NEGATION, detail="it stands under a title that denies it, the cited words deny nothing")
_REFUSED = Verdict(supported=False, score=0.0, reasons=(_MISSING,))


def denied_below(title: str, line: str, evidence: Sequence[Evidence], verify: Verify) -> Verdict | None:
    """The verdict on a line without a verb below such a title; None for others, and where it must be judged as it stands.

    It holds as what isn't done, and not where the cited words deny nothing at all, whatever they name.
    """
    found = _TITLE.fullmatch(title.strip())
    if found is None or _tells(line):
        return None
    if not any(_DENIES.search(f"{' '.join(piece.heading_path)} {piece.lead_in} {piece.text}") for piece in evidence):
        return _REFUSED
    verdicts = (verify(said, evidence) for said in _readings(found, line))
    return next((verdict for verdict in verdicts if verdict.supported), None)


def _readings(title: re.Match[str], line: str) -> Iterator[str]:
    do = (title["do"] or title["order"] or title["done"] or "use").lower()
    done = _DONE.get(do, do if title["done"] else "used")
    text = f"{line[:1].lower()}{line[1:]}" if line[1:2].islower() else line
    case = text if _OPENED.match(text) else f"in {text}"
    yield from (f"It {must} not be {done} {case}" for must in ("must", "should"))
    if not _OPENED.match(text):
        yield from (f"{order} {text}" for order in ("Do not", "Avoid"))


def _tells(line: str) -> bool:
    """True for a line that is a sentence: neither an order ("Give X") nor one whose reason alone has a verb."""
    return is_sentence(_without_grounds(line).partition(" ")[2])


def _without_grounds(line: str) -> str:
    """The line without the reason that it gives: "during X, because Y is higher" has no verb of its own."""
    return re.split(r",?\s+(?:because|since|as\s+(?=\w+\s+(?:is|was|are|were|may|can)\b)|due\s+to)\b", line, maxsplit=1)[0]
