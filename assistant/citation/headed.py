"""What a heading or a lead-in says of the lines below it: topics, what kind of list follows, or only that it follows. Pure."""

from __future__ import annotations

import re

# "Response and later lines": each line below is about one of them.
_AND = re.compile(r"\s+(?:and|&|y|e)\s+|\s*/\s+|\s+/\s*", re.IGNORECASE)
_MOST_TOPICS = 3
# "X, systemic options:" names a list of what there is; how strongly each is advised, its own line says.
_OFFERS = re.compile(
    r"[,\s]*\b(?:(?:your|the|other|further|main|possible|available)\s+)*(?:options?|choices?|alternatives?|possibilit(?:y|ies)|opci(?:ón|ones)|alternativas?)"
    r"(?:\s+(?:are|include|here))?\s*$",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|should|must|may|might|can|could|cannot|will|(?:do|does|did)\s+not|doesn't|don't|didn't|es|son|debe|deben|puede|pueden|est[aá]n?)\b",
    re.IGNORECASE,
)

# "Here is what I found about X:", "The tests for X are as follows:", "Who should get X:": it announces what follows, and names
# what was asked about.
_ANNOUNCES = re.compile(
    r"^(?:(?:below|here|the\s+following|this)(?:'s|\s+(?:is|are))\b"
    r"|what\s+(?:i|we|the|your)\b[^:]*\b(?:found|find|says?|tells?|know|knows)\b"
    r"|(?:who|whom|whose|what|which|when|where|why|how)\b(?![^:]*,)"
    r"|(?:some|a\s+few|a\s+couple\s+of|several|other|more|further|additional)\s+(?:(?:more|other|further|key|useful|important|practical)\s+)*"
    r"(?:details?|points?|facts?|notes?|things?|remarks?|pieces\s+of\s+information)\b"
    r"|(?:(?:some|a\s+few|several|other|more|further|common|possible|main|here\s+are)\s+)*(?:of\s+)?(?:the\s+|your\s+)?(?:[\w-]+\s+){1,3}?(?:that\s+|which\s+)?"
    r"(?:you|we|one|people|patients)\s+(?:may|might|can|could|will|would|should|often|also)?\s*(?:hear|read|learn|ask|know|want\s+to\s+know|come\s+across)\s*(?:of|about)?\s*:?$"
    r"|[^:]*\b(?:here\s+(?:is|are)|these\s+are)\s+(?:the\s+|some\s+|an?\s+)?(?:(?:main|key|important|short|brief|further)\s+)*(?:points?|steps?|summary|overview)\b"
    r"|(?:the\s+)?(?:(?:key|main|short|brief)\s+)*(?:points?|summary|overview)\s+(?:on|for|about|of)\b"
    r"|[^:]*\b(?:passages?|sources?|documents?|summar(?:y|ies)|excerpts?|guidance)\s+(?:support|suggest|describe|set\s+out|give|list|lay\s+out|offer)s?"
    r"\s+(?:this|these|the\s+following)\b"
    r"|[^:]*\bsummari[sz]ed\s+(?:as\s+follows|like\s+this|in\s+this\s+way)\b"
    r"|[^:]*\b(?:is|are)\s+(?:as\s+follows|the\s+following|listed\s+(?:below|here)|these)\s*:?$)",
    re.IGNORECASE,
)
# Further verbs that make a line a sentence.
_ACTS = re.compile(
    r"\b(?:needs?|requires?|includes?|works?|prevents?|reduces?|improves?|prolongs?|causes?|gives?|gave|showed|shows?|receives?|remains?"
    r"|lowers?|raises?|slows?|blocks?|acts?|kills?|relieves?|eases?|protects?|keeps?|makes?|lasts?|occurs?|happens?|depends?|affects?|helps?|goes|comes"
    r"|begins?|belongs?|differs?|consists?)\s+(?=\w)",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"\b(?:is|are|includes?)\s*:?\s*$", re.IGNORECASE)
_OPENING = r"(?:for|in|at|on|after|before|during|if|when|once|while|among|with|without|because|since|although|unless|until|as)\b"
_SUBJECT = re.compile(
    rf"^(?:{_OPENING}[^;:()]*?,\s+)?(?!{_OPENING})(?P<subject>[^;:]{{3,80}}?)\s+"
    r"(?:is|are|was|were|has|have|can|may|might|must|should|will|(?:do|does|did)\s+not|doesn't|don't|didn't|works?|prevents?|reduces?)\b",
    re.IGNORECASE,
)


# "Before X, you can expect the following": of what is below it says no more than "before X".
_EXPECTED = re.compile(
    r",\s+(?:you|she|he|they|patients|people|(?:your|the|a)\s+\w+)\s+(?:can|may|might|will|should)\s+expect(?:\s+(?:the\s+following|these|this)(?:\s+(?:tests?|steps?|checks?|things?|visits?))?)?$",
    re.IGNORECASE,
)
_CASES = re.compile(
    r"^(?:(?:the|some|only\s+in|only\s+these|these|in\s+these)\s+)?(?:situations?|cases?|circumstances|times)\s+(?:in\s+which|when|where)\s+(?P<what>[^:]{6,120}?)\s*:?$",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^(?P<label>[^:.;!?]{2,60}):\s+(?P<rest>\S+(?:\s+\S+){2,})$", re.DOTALL)
_WITH = re.compile(r"^(?:with|for|on|under|during|in)\s+(?P<what>[^,;:.()]{3,60}),\s+\w", re.IGNORECASE)


def announces(lead_in: str) -> bool:
    """True for a lead-in that says what follows and states nothing of it."""
    return _ANNOUNCES.match(lead_in.strip()) is not None


def leads_to_list(lead_in: str) -> bool:
    """True for "When X is found, the tests needed are:": what it begins the lines below are to end."""
    return _UNFINISHED.search(lead_in) is not None


def is_sentence(line: str) -> bool:
    """True for a line with a verb of its own, which need not end what stands above it."""
    return _FINITE.search(line) is not None or _ACTS.search(line) is not None


def subject_of(line: str) -> str:
    """What a line that is a sentence speaks of: the words before its verb; "" where it has none."""
    found = _SUBJECT.match(line.strip())
    return found["subject"] if found else ""


def opening_of(line: str) -> str:
    """The phrase that opens a line and says with what: "With X, the response is evaluated …"; "" without one."""
    found = _WITH.match(line.strip())
    return found["what"] if found else ""


def topics_of(heading: str) -> tuple[str, ...]:
    """The topics that a heading names together ("Response and later lines"): the whole, then each by itself."""
    whole = heading.rstrip(":. ")
    topics = [topic.strip() for topic in _AND.split(whole)]
    several = 1 < len(topics) <= _MOST_TOPICS and all(topics)
    return (whole, *topics) if several else (whole,)


def held_if(lead_in: str) -> str:
    """What holds in each of the cases listed below: "X may be given" of "Situations in which X may be given"; else ""."""
    found = _CASES.match(lead_in.strip())
    return found["what"] if found and is_sentence(found["what"]) else ""


def label_of_item(lead_in: str) -> str:
    """The label of an item that says something itself ("Mestor: 4 mg every day."), for the lines below it; else the whole."""
    found = _ITEM.match(lead_in.strip())
    return found["label"] if found and not found["rest"].endswith(":") else lead_in


def label_of(lead_in: str, line: str) -> str:
    """A lead-in as a label; "options" goes where the line is a sentence of its own, as it says itself how strongly."""
    label = _EXPECTED.sub("", lead_in.rstrip(": "))
    if not _FINITE.search(line) or _FINITE.search(_OFFERS.sub("", label)):
        return label
    return _OFFERS.sub("", label) or label
