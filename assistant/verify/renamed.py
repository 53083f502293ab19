"""What a text describes in words and the lexicon has a name for: "carries X receptors" is "X receptor-positive". Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.words.lexicon import Lexicon

_NAME = r"[\w+/-]+(?:\s(?!and\b|or\b|nor\b|but\b)[\w+/-]+)??"
_HEAD = r"\s(?P<head>[a-z]{5,}?)s?\b"
_LIST = rf"(?P<first>{_NAME})(?:(?:,|\s(?:and|or|nor))\s(?P<second>{_NAME}))?"
_HAVING = r"(?:carr(?:y|ies|ying)|bear(?:s|ing)?|express(?:es|ing)?|ha(?:s|ve|ving)|possess(?:es|ing)?)"
_LACKING = (
    r"(?:lack(?:s|ing)?|without|devoid\s+of|ha(?:s|ve|ving)\s+no|with\s+no|no|carr(?:y|ies|ying)\s+no|bear(?:s|ing)?\s+no"
    r"|do(?:es)?\s+not\s+(?:have|carry|bear|express)|express(?:es|ing)?\s+no)"
)
_NEITHER = re.compile(
    rf"\b(?:{_HAVING}|with|for)\s+neither\s+(?P<first>{_NAME})\s+nor\s+(?P<second>{_NAME}){_HEAD}", re.IGNORECASE
)
_WITHOUT = re.compile(rf"\b{_LACKING}\s+(?:both\s+)?{_LIST}{_HEAD}", re.IGNORECASE)
_BOTH = re.compile(rf"\b(?:(?<=\w\s){_HAVING}|positive\s+for)\s+(?!no\b|neither\b|both\b){_LIST}{_HEAD}", re.IGNORECASE)
# "Bears X and lacks Y", where Y alone is a name: "Y-negative".
_LONE = re.compile(r"\b(?P<how>lack(?:s|ing)?|(?:is|are)\s+negative\s+for|but\s+not)\s+(?P<name>[A-Z][\w/]*\d?)(?=[\s,.;)]|$)")
# "Drugs that inhibit X" are X inhibitors, "agents aimed at X" X-targeted drugs, "drugs of the X class" X.
_DRUGS = r"(?:drugs?|medicines?|medications?|agents?|compounds?|substances?)"
_INHIBITING = re.compile(
    rf"\b(?:{_DRUGS}\s+(?:that|which)\s+(?:inhibit|block)s?|{_DRUGS}\s+(?:inhibiting|blocking)|(?:inhibitor|blocker)(?P<s>s?)\s+of)\s+"
    r"(?:the\s+)?(?P<what>[A-Z0-9][\w/]*)\b"
)
# "PARP inhibition" as a treatment; what a drug's inhibition is of is another thing.
_INHIBITION = re.compile(r"\b(?P<what>[\w/-]{2,}(?<!the))\s+(?:inhibition|blockade)\b(?!\s+of\b)")
_AIMED = re.compile(
    rf"\b{_DRUGS}\s+(?:(?:that|which)\s+(?:target|are\s+(?:aimed|directed)\s+(?:at|against))|targeting|aimed\s+(?:at|against)|directed\s+(?:at|against|to)"
    r"|against)\s+(?:the\s+)?(?P<what>[A-Z0-9][\w/]*)\b(?!-)"
)
_OF_CLASS = re.compile(
    rf"\b{_DRUGS}\s+(?:of|from|in|belonging\s+to)\s+the\s+(?P<what>[\w/-]+(?:\s[\w-]+)?)\s+class\b", re.IGNORECASE
)
_QUITTING = r"(?:work(?:s|ed|ing)?|help(?:s|ed|ing)?|act(?:s|ed|ing)?)"
_NONE_WORKS = re.compile(
    rf"\bno\s+(?P<what>(?:[\w-]+\s+){{1,4}}?){_QUITTING}(?P<where>(?:\s+(?:on|for|in|against)\s+(?:[\w-]+\s+){{0,3}}?[\w-]+)?)"
    r"\s+(?:any\s+(?:longer|more)|anymore)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def renamed(text: str, lexicon: Lexicon) -> str:
    """``text`` with the lexicon's names for what it describes, and "all X no longer work" for "no X works any more"."""
    text = _NONE_WORKS.sub(lambda found: f"all {found['what'].strip()}s no longer work{found['where']}", text)
    text = _OF_CLASS.sub(lambda found: _of_drugs(found, "{}", lexicon), text)
    text = _INHIBITING.sub(lambda found: _of_drugs(found, "{} inhibitors", lexicon), text)
    text = _AIMED.sub(lambda found: _of_drugs(found, "{}-targeted drugs", lexicon), text)
    text = _INHIBITION.sub(lambda found: _of_drugs(found, "{} inhibitors", lexicon), text)
    for lacking in (_NEITHER, _WITHOUT):
        text = lacking.sub(lambda found: _named(found, "negative", " and ", lexicon), text)
    text = _BOTH.sub(lambda found: _named(found, "positive", " or " if " or " in found[0] else " and ", lexicon), text)
    return _LONE.sub(lambda found: _alone(found, lexicon), text)


def _named(found: re.Match[str], status: str, joint: str, lexicon: Lexicon) -> str:
    names = [f"{member} {found['head']}-{status}" for member in (found["first"], found["second"]) if member]
    if not all(is_of_patients(name, lexicon) for name in names):
        return found[0]
    return f"is {joint.join(names)}"


def _of_drugs(found: re.Match[str], form: str, lexicon: Lexicon) -> str:
    """The class by its name, if the lexicon has one for it."""
    name = form.format(found["what"])
    named = (one for one in lexicon.mentions(name) if one.start == 0 and one.end >= len(found["what"]) + 1)
    whole = form == "{}" and any(one.concept.kind == "drug class" for one in lexicon.mentions(name))
    return name if whole or any(one.concept.kind == "drug class" for one in named) else found[0]


def _alone(found: re.Match[str], lexicon: Lexicon) -> str:
    name = f"{found['name']}-negative"
    return f"is {name}" if is_of_patients(name, lexicon) else found[0]


def is_of_patients(name: str, lexicon: Lexicon) -> bool:
    """True if all of ``name`` is the lexicon's name of one of several kinds of patients that exclude each other."""
    return any(
        mention.concept.kind == "population" and mention.concept.axis and (mention.start, mention.end) == (0, len(name))
        for mention in lexicon.mentions(name)
    )
