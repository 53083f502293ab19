"""Statements copied but for one everyday word, which says another thing: each copy is one that the gate must refuse. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Said → put in its place. Wherever the first stands, the second makes it another statement.
PAIRS = tuple(
    tuple(pair.split("/"))
    for pair in (
        "if/unless when/unless before/after before/when after/before during/before until/after until/if because/although "
        "only/also first/last second/first early/late most/few all/some both/either neither/either within/after more/less "
        "less/more longer/shorter higher/lower increase/reduce reduced/increased improve/worsen start/stop stopped/continued "
        "continued/stopped daily/weekly weeks/months months/weeks hours/days once/twice twice/once women/men men/women "
        "children/adults mother/baby nurse/doctor orally/intravenously normal/abnormal positive/negative mild/severe "
        "severe/mild acute/chronic single/combined alone/together previous/next previously/currently metastatic/primary "
        "local/systemic prevent/cause rapid/slow partial/complete and/or"
    ).split()
)
# A place where another word is no other statement: "if any", "first-line", "and/or".
_NO_PLACE = re.compile(r"\bif (?:any|possible|needed)\b|-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Copy:
    """A statement's text with ``said`` once exchanged for ``instead``."""

    statement: str
    said: str
    instead: str
    text: str


def copies(statements: Iterable[str]) -> Iterator[Copy]:
    """Every copy of the statements, one exchange each, at the first place of the word."""
    for statement in statements:
        for said, instead in PAIRS:
            found = re.search(rf"(?<![\w/-]){said}(?![\w/-])", statement, re.IGNORECASE)
            if found is None or _NO_PLACE.search(statement[found.start() : found.end() + 9]):
                continue
            word = instead.capitalize() if found[0][0].isupper() else instead
            yield Copy(statement, said, instead, f"{statement[: found.start()]}{word}{statement[found.end() :]}")
