"""Whether a word ends as the generic names of medicines do, of any field. Pure."""

from __future__ import annotations

import re

_DRUG_ENDING = re.compile(
    r"(?:mab|nib|stim|cillin|mycin|floxacin|azole|vir|olol|pril|tril|sartan|vastatin|dipine|gliptin|flozin|tide|parin|xaban|gatran|"
    r"prazole|triptan|setron|lukast|terol|tropium|asone|solone|sonide|onide|caine|azepam|zolam|azepine|apine|idone|tidine|cept|platin|"
    r"taxel|rubicin|limus|fenac|profen|thiazide|semide|lactone|dronate|dronic|metformin|insulin|trexate|abine|parib|ciclib|lisib|"
    r"cillinam|bactam|cycline|penem|vancin|zolid|oprim|fungin|micin|bradine|arone|renone|entan|grel|kinra|glutide)"
    r"(?: \w+)?$",
    re.IGNORECASE,
)
"""Stems that the generic names of medicines end in, of any field. Source: WHO, The use of stems in the selection of INN."""


def is_drug_like(name: str) -> bool:
    """Whether a word ends as the generic names of medicines do; a plain noun with a name behind it is none ("board (Oxford)")."""
    return _DRUG_ENDING.search(name) is not None or name.lower().startswith("cef")
