"""What makes a claim firm, wide or ordered needs words of its kind in what is cited ("regardless", "either … or"). Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.answers import Reason, ReasonCode
from assistant.verify.caseless import small
from assistant.verify.folding import fold
from assistant.verify.ground import Ground

_FAMILIES = Path(__file__).parent / "backing.yaml"
_GAP = r"[^.;:!?]{1,70}?"
_ITEM = re.compile(r'\s*(?:"([^"]*)"|([^,]*))\s*(?:,|$)')


@dataclass(frozen=True, slots=True)
class Family:
    """Words of one kind: the claim's, those of which the evidence must have one, and the code of the reason.

    Both patterns are for a text in small letters.
    """

    code: ReasonCode
    says: re.Pattern[str]
    backed: re.Pattern[str]


def unbacked(claim: str, grounds: Sequence[Ground]) -> tuple[Reason, ...]:
    """A reason for each kind of word in the claim of which neither the cited words nor what they stand under have any."""
    text = fold(claim)
    said = [(family, text[slice(*found.span())]) for family in families() if (found := family.says.search(small(text)))]
    if not said:
        return ()
    cited = small(fold(" . ".join(f"{ground.context.text} . {ground.statement.text}" for ground in grounds)))
    return tuple(
        Reason(code=family.code, detail=f"nothing in the cited words is like “{words}”")
        for family, words in said
        if not family.backed.search(cited)
    )


@lru_cache(maxsize=1)
def families() -> tuple[Family, ...]:
    """The families of ``backing.yaml``."""
    loaded: dict[str, dict[str, str]] = yaml.safe_load(_FAMILIES.read_text(encoding="utf-8"))
    return tuple(
        Family(ReasonCode(one["code"]), _any_of(items(one["says"])), _any_of(items(one["backed"]))) for one in loaded.values()
    )


def items(listed: str) -> tuple[str, ...]:
    """The wordings of a list; one in quotes may hold a comma."""
    found = (quoted or plain.strip() for quoted, plain in _ITEM.findall(listed))
    return tuple(one for one in found if one)


def _any_of(wordings: Sequence[str]) -> re.Pattern[str]:
    """One pattern for all, for a text in small letters."""
    return re.compile("|".join(_pattern(one.lower()) for one in wordings))


def _pattern(wording: str) -> str:
    """A wording as whole words, "…" as a few words between, "-" at its end as any ending."""
    ending = r"[\w-]*" if wording.endswith("-") else ""
    body = _GAP.join(re.escape(part) for part in wording.removesuffix("-").split("…"))
    before = r"\b" if wording[:1].isalnum() and wording != "n't" else ""
    after = r"\b" if wording[-1:].isalnum() else ""
    return f"{before}{body}{ending}{after}"
