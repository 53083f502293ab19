"""Whether a word ends as the generic names of medicines do, of any field. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

_DRUG_ENDING = re.compile(
    r"(?:mab|nib|stim|cillin|mycin|floxacin|azole|vir|olol|pril|tril|sartan|vastatin|dipine|gliptin|flozin|tide|parin|xaban|gatran|"
    r"prazole|triptan|setron|lukast|terol|tropium|asone|solone|sonide|onide|caine|azepam|zolam|azepine|apine|idone|tidine|cept|platin|"
    r"taxel|rubicin|limus|fenac|profen|thiazide|semide|lactone|dronate|dronic|metformin|insulin|trexate|abine|parib|ciclib|lisib|"
    r"farin|butamol|fosfamide|phamide|teplase|oxetine|racetam|triptyline|pramine|phylline|vudine|eonam|quine|glitazone|"
    r"cillinam|bactam|cycline|penem|vancin|zolid|oprim|fungin|micin|bradine|arone|renone|entan|grel|kinra|glutide)"
    r"(?: \w+)?$",
    re.IGNORECASE,
)
"""Stems that the generic names of medicines end in, of any field. Source: WHO, The use of stems in the selection of INN."""


def is_drug_like(name: str) -> bool:
    """Whether a word ends as the generic names of medicines do; a plain noun with a name behind it is none ("board (Oxford)")."""
    return _DRUG_ENDING.search(name) is not None or name.lower().startswith("cef")


def is_medicine(word: str, *, is_everyday: Callable[[str], bool]) -> bool:
    """Whether a word in small letters names a medicine: one listed, or one ending so that is no everyday word ("except")."""
    return word in _listed() or (is_drug_like(word) and not is_everyday(word) and not is_everyday(word.removesuffix("s")))


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    lines = Path(__file__).with_name("medicines.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
