"""Whether a word ends as the generic names of medicines do, of any field. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

_LEAST_TECHNICAL = 8
_DRUG_ENDING = re.compile(
    r"(?:mab|nib|stim|cillin|mycin|floxacin|azole|vir|olol|pril|tril|sartan|vastatin|dipine|gliptin|flozin|tide|parin|xaban|gatran|"
    r"prazole|triptan|setron|lukast|terol|tropium|asone|solone|sonide|onide|caine|azepam|zolam|azepine|apine|idone|tidine|cept|platin|"
    r"taxel|rubicin|limus|fenac|profen|thiazide|semide|lactone|dronate|dronic|metformin|insulin|trexate|abine|parib|ciclib|lisib|"
    r"farin|butamol|fosfamide|phamide|teplase|oxetine|racetam|triptyline|pramine|phylline|vudine|eonam|quine|glitazone|"
    r"cillinam|bactam|cycline|penem|vancin|zolid|oprim|fungin|micin|bradine|arone|renone|entan|grel|kinra|glutide|gepant|orexant|"
    r"vaptan|dustat|begron|grelor|repitant|golix|relix|ciguat|caftor|benazine|melteon|milast|ditan)"
    r"(?: \w+)?$",
    re.IGNORECASE,
)
"""Stems that the generic names of medicines end in, of any field. Source: WHO, The use of stems in the selection of INN."""


def is_drug_like(name: str) -> bool:
    """Whether a word ends as the generic names of medicines do; a plain noun with a name behind it is none ("board (Oxford)")."""
    return _DRUG_ENDING.search(name) is not None or name.lower().startswith("cef")


_TECHNICAL_ENDING = re.compile(
    r"^[a-záéíóú]{2,}(?:oscop(?:y|ies)|ectom(?:y|ies)|ostom(?:y|ies)|otom(?:y|ies)|plast(?:y|ies)|centesis|itis|a?emia|[^a]uria|penia|pathy|"
    r"algia|rrh(?:o?ea|age|agia)|plegia|oma|oscopia|ectomía|otomía|ostomía|plastia|opatía)$",
    re.IGNORECASE,
)
"""What the names of procedures and diseases are made of in any field."""


def names_medicine(word: str) -> bool:
    """Whether a word is a medicine's name by its ending or by the list of those in wide use."""
    return is_drug_like(word) or word.lower() in _listed()


def is_technical(word: str) -> bool:
    """Whether a word is built as the names of procedures and diseases are ("gastroscopy", "hypernatraemia")."""
    return len(word) >= _LEAST_TECHNICAL and _TECHNICAL_ENDING.match(word) is not None


def is_medicine(word: str, *, is_everyday: Callable[[str], bool]) -> bool:
    """Whether a word in small letters names a medicine: one listed, or one ending so that is no everyday word ("except")."""
    return word in _listed() or (is_drug_like(word) and not is_everyday(word) and not is_everyday(word.removesuffix("s")))


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    lines = Path(__file__).with_name("medicines.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
