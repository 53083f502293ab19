"""A message in, what is left of it to ask once the clauses about the program's own rules are taken out, out.

People try whether the program leaves its rules, shows them or plays somebody else. It can't, as every claim passes the gate;
but a search for such words brings statements that have nothing to do with them. A question that comes with such a clause is
answered; where nothing else is asked, that is said in a line. The words stand in ``own_rules.yaml``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.words.language import fold

_WORDS = Path(__file__).with_name("own_rules.yaml")
_JOINT = re.compile(
    r"((?<=[.!?;:\n])\s+|[.!?;:\n]+$|\s*,?\s+(?:and(?:\s+then)?|then|but|y(?:\s+luego)?|e|luego|pero)\s+|\s+[-–—]+\s+|,\s+)",
    re.IGNORECASE,
)
_APOSTROPHE = re.compile(r"[’']")
_ASKS = re.compile(
    r"\?\s*$|^\W*(?:what|which|who|whom|when|where|why|how|is|are|can|could|should|does|do|did|will|would|que|cual\w*|quien|cuando|"
    r"donde|por que|como|cuant\w+|es|son|puede\w*|debe\w*|se)\b"
)


@lru_cache(maxsize=1)
def _asked_of_itself() -> re.Pattern[str]:
    raw = yaml.safe_load(_WORDS.read_text(encoding="utf-8"))
    parts = {name: value for name, value in raw.items() if isinstance(value, str)}
    wordings = [wording for kind in ("leave", "show", "be") for wording in raw[kind]]
    for name, value in parts.items():
        wordings = [wording.replace(f"{{{name}}}", value) for wording in wordings]
    return re.compile(rf"\W*{parts['polite']}(?:{'|'.join(wordings)})")


def without_own_rules(text: str) -> str:
    """The text without the clauses that are about the program's own rules; the same text if there are none."""
    pieces = _JOINT.split(text)
    clauses = pieces[::2]
    about = [_is_about_itself(clause) for clause in clauses]
    if not any(about):
        return text
    joints = [*pieces[1::2], ""]
    left = [clause + joint for clause, joint, its_own in zip(clauses, joints, about, strict=True) if not its_own]
    return "".join(left).strip(" ,;:-–—")


def asks_nothing_else(text: str, *, names_a_thing: bool) -> bool:
    """True if a message is about the program's own rules, and what is left of it neither asks nor names anything.

    ``names_a_thing`` tells whether what is left names something of the lexicon.
    """
    left = without_own_rules(text)
    return left != text and not names_a_thing and not _ASKS.search(_flat(left))


def _is_about_itself(clause: str) -> bool:
    return _asked_of_itself().match(_flat(clause)) is not None


def _flat(text: str) -> str:
    return " ".join(_APOSTROPHE.sub("", fold(text)).split())
