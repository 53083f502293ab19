"""A sentence that weaves together what several cited statements say → sentences of their own. Pure.

"X, which does A, does B" is "X does B" and "X does A". Each must hold by itself, so that a cut at a wrong place shows nothing;
what a relative clause is said of stands in it, so that it holds of nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.verify.folding import fold
from assistant.verify.gathered import VERB
from assistant.verify.resumed import SUBJECT

_MIDDLE = re.compile(
    rf"^(?P<who>[^,;:()]{{2,70}}),\s+(?:which|who|that)\s+(?P<aside>[^;:()]{{3,140}}?),\s+(?P<rest>(?={VERB.pattern}).+)$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"^(?P<left>.{6,}?),\s+(?:which|who)\s+(?P<right>[^;:]{3,})$", re.IGNORECASE)
_OF_WHOM = re.compile(
    r"^(?P<left>.{6,}?),\s+(?:in|of|for|to|from|with|after)\s+(?:which|whom)\s+(?P<right>[^;:]{6,})$", re.IGNORECASE
)
_BRACKET = re.compile(r"^(?P<before>.{6,}?)\s+\((?P<inside>[^()]{8,})\)(?P<behind>.*)$")
# Behind one of these starts the last thing that a clause names.
_LAST = re.compile(
    r"(?:^|.*\s)(?:makes?|in|on|with|of|at|to|for|by|from|is|are|be|give|given|use|used|take|taken|offer|offered|start|started|and|or|the|an?)\s+(?P<named>[\w'/-]+(?:\s+[\w'/-]+){0,3})\s*$",
    re.IGNORECASE,
)
# "Managed with X on top of Y": X stands between.
_BETWEEN = re.compile(
    r"\b(?:with|of|to|for|by|from|give|given|use|used|take|taken|offer|offered|start|started)\s+(?P<named>(?!\d)[\w'/-]+(?:\s+[\w'/-]+){0,2}?)\s+"
    r"(?=(?:in|on|with|of|at|to|for|by|from|as|if|when|after|before|is|are|once|twice|every|\d)\b)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\s+\d.*$")
_CASE = r"(?:in|when|if|for|near|during|with|once|where|at|before|after)\b"
# "A is avoided in X, nor B in Y", "A is taken at X and B at Y": the verb is said once.
_GAP = re.compile(
    rf"^(?P<one>[^,;:()]{{2,50}}?)\s+(?P<verb>(?=(?:is|are|was|were|has|have|should|must|may|might|can|could|will)\b)(?:(?!{_CASE})[^,;:()\s]+\s+){{1,5}}?)"
    rf"(?P<case>{_CASE}[^,;:()]{{2,70}}?),?\s+(?:and|nor|or|but)\s+(?P<other>(?!{_CASE})[^,;:()]{{2,50}}?)\s+(?P<again>{_CASE}[^;:()]{{2,80}})$",
    re.IGNORECASE,
)
# "X is reduced by A and accompanied by B": "is" is said once.
_PARTICIPLE = r"(?:[a-z]+(?:ed|en|wn)|given|taken|kept|put|begun|made|done|held|seen|set|cut|stopped)"
_SHARED = re.compile(
    rf"^(?P<shared>[^;:()]{{2,80}}?\b(?:is|are|was|were|be)\s+(?:then\s+|also\s+|usually\s+)?)(?P<first>{_PARTICIPLE}\b[^;:()]*?)"
    rf",?\s+(?:and|but|or)\s+(?:then\s+|also\s+)?(?P<second>{_PARTICIPLE}\b[^;:()]*)$",
    re.IGNORECASE,
)
# "X can go either to A or to B", "X can be A or it can be B": the choices of several statements.
_EITHER = re.compile(
    r"^(?P<head>[^;:()]{6,}?)\s+(?:either\s+)?(?P<by>to|with|by|on)\s+(?P<one>[^,;:()]{2,60}?),?\s+or\s+(?:else\s+)?(?P=by)\s+(?P<two>[^,;:()]{2,60})$",
    re.IGNORECASE,
)
_OR_IT = re.compile(
    r"^(?P<head>[^,;:()]{2,80}?\s+(?P<can>can|may|might|could)\s+(?P<be>[a-z]+))\s+(?P<one>[^;:()]{2,60}?),?\s+or\s+(?:it|they)\s+(?P=can)\s+(?P=be)\s+(?P<two>[^,;:()]{2,60})$",
    re.IGNORECASE,
)
# "X (true of one in five people)": a share that another statement gives.
_TRUE_OF = re.compile(
    r"^(?P<before>.{6,}?)\s+\((?:(?:which|this)\s+is\s+)?(?:true|the\s+case|seen|found|so)\s+(?:of|for|in|with)\s+(?P<share>[^()]*\d[^()]*|[^()]*\b(?:one|two|half|third|quarter)\b[^()]*)\)(?P<behind>.*)$",
    re.IGNORECASE,
)
# "Although A, B": both are said.
_THOUGH = re.compile(
    r"^(?:even\s+though|although|though|while|whilst|whereas)\s+(?P<one>[^;:]{6,160}?),\s+(?P<two>(?!(?:and|or|but)\b)[^;:]{6,})$",
    re.IGNORECASE,
)
# "X, given as A, does B": X is given as A.
_ASIDE = re.compile(
    rf"^(?P<who>[^,;:()]{{2,60}}),\s+(?P<aside>(?:best\s+|usually\s+|often\s+)?(?!need\b){_PARTICIPLE}\b[^,;:()]{{3,90}}),\s+(?P<rest>(?={VERB.pattern})[^;:]+)$",
    re.IGNORECASE,
)
# "X being A, B", "B, X being A": X is A.
_BEING_FIRST = re.compile(r"^(?P<who>[^,;:()]{3,80}?)\s+being\s+(?P<what>[^,;:()]{3,90}),\s+(?P<rest>[^;:]{6,})$", re.IGNORECASE)
_BEING_LAST = re.compile(r"\s+being\s+(?P<what>[^;:()]{3,90})$", re.IGNORECASE)
_NOBODY = re.compile(r"(?:it|they|there|this|these|that|those|he|she|we|you|i|one|what)\b", re.IGNORECASE)
_MOST_WORDS = 7


def woven(sentence: str) -> Iterator[tuple[str, ...]]:
    """The ways to take a sentence apart at a relative clause, a bracket or a verb that is said once for two."""
    text = fold(sentence).rstrip(" .")
    if found := _MIDDLE.match(text):
        yield f"{found['who']} {found['aside']}", f"{found['who']} {found['rest']}"
    if found := _BEHIND.match(text):
        for named in dict.fromkeys(_antecedents(found["left"])):
            yield f"{named} {found['right']}", found["left"]
    if found := _OF_WHOM.match(text):
        yield found["right"], found["left"]
    if (found := _BRACKET.match(text)) and VERB.search(found["inside"]):
        yield found["inside"], f"{found['before']}{found['behind']}"
    yield from _chosen(text)
    yield from _beside(text)
    if found := _GAP.match(text):
        yield f"{found['other']} {found['verb']}{found['again']}", f"{found['one']} {found['verb']}{found['case']}"
    if found := _SHARED.match(text):
        yield f"{found['shared']}{found['second']}", f"{found['shared']}{found['first']}"


def _beside(text: str) -> Iterator[tuple[str, ...]]:
    """The ways to take apart what a sentence grants, and what it tells beside without a verb of its own."""
    if (found := _THOUGH.match(text)) and VERB.search(found["one"]) and VERB.search(found["two"]):
        yield found["one"], found["two"]
    if found := _ASIDE.match(text):
        yield f"{found['who']} is {found['aside']}", f"{found['who']} {found['rest']}"
    if (found := _BEING_FIRST.match(text)) and not _NOBODY.match(found["who"]):
        yield f"{found['who']} is {found['what']}", found["rest"]
    if (found := _BEING_LAST.search(text)) is not None:
        before = text[: found.start()]
        for comma in re.finditer(r",\s+(?:and\s+|with\s+)?", before):
            who = before[comma.end() :]
            if VERB.search(before[: comma.start()]) and not VERB.search(who) and not _NOBODY.match(who):
                yield before[: comma.start()], f"{who} are {found['what']}"


def _chosen(text: str) -> Iterator[tuple[str, ...]]:
    """The ways to take a sentence apart that names two choices of two statements, or a share beside what is shared."""
    if found := _TRUE_OF.match(text):
        for named in dict.fromkeys(_antecedents(found["before"])):
            yield f"{named} is found in {found['share']}", f"{found['before']}{found['behind']}"
    if found := _EITHER.match(text):
        yield f"{found['head']} {found['by']} {found['one']}", f"{found['head']} {found['by']} {found['two']}"
    if found := _OR_IT.match(text):
        yield f"{found['head']} {found['one']}", f"{found['head']} {found['two']}"


def _antecedents(left: str) -> Iterator[str]:
    """What a relative clause behind a clause may be said of: the thing named last, the subject, or a thing named between."""
    for found, name in ((_LAST.match(left), "named"), (SUBJECT.match(left), "subject")):
        if found is not None and len(found[name].split()) <= _MOST_WORDS and not _NOBODY.match(found[name]):
            yield found[name]
            if (bare := _AMOUNT.sub("", found[name])) and bare != found[name]:
                yield bare
    yield from (found["named"] for found in _BETWEEN.finditer(left) if not _NOBODY.match(found["named"]))
