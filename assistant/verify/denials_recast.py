"""Turns of phrase that deny by another build than the cited words do → those words' own build. Pure.

"Not seen as something that can be mended" is "unmendable", "neither A nor B should decide" is "regardless of A and B". Each
changes only beside cited words of that build, so that a claim about other words stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence
from assistant.verify.free_of import freed
from assistant.verify.turning import turning

_DECIDES = (
    r"(?:should|must|may|can|does|do|will|is\s+to|are\s+to|needs?\s+to)\s+(?:decide|matter|count|determine|limit|restrict|influence|affect|change|play\s+a\s+(?:role|part)"
    r"|stand\s+in\s+the\s+way|make\s+a\s+difference|rule\s+(?:it|this|that)\s+out)"
)
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # "more than you can accept" → "unacceptable"
    (
        re.compile(
            r"\bmore\s+than\s+(?:you|she|he|they|one|the\s+patient|anyone|a\s+patient|patients)\s+(?:can|could|is\s+able\s+to|are\s+able\s+to|is\s+willing\s+to|are\s+willing\s+to)\s+"
            r"(?:accept|bear|tolerate|take|stand|endure|put\s+up\s+with|live\s+with)\b",
            re.IGNORECASE,
        ),
        "unacceptable",
    ),
    # "whichever scans were abnormal" → "the scans that were abnormal"
    (
        re.compile(r"\bwhichever\s+(?P<what>[\w-]+)\s+(?=(?:was|were|is|are|has|had|have)\b)", re.IGNORECASE),
        r"the \g<what> that ",
    ),
    # "A should be done first, and B is offered only afterwards" → "A should be done before B is offered"
    (
        re.compile(
            r"\b(?P<done>(?:should|must|has\s+to|have\s+to|needs?\s+to|is\s+to)\s+be\s+[a-z]+)\s+first(?:,|;)?\s+(?:and|then|and\s+then|with)?\s*"
            r"(?P<what>(?:an?\s+|the\s+)?(?:(?!(?:is|are|can|may|should|must)\b)[\w/-]+\s+){1,5}?)(?P<is>(?:is|are|can\s+be|may\s+be|should\s+be)\s+[a-z]+)\s+(?:only\s+)?"
            r"(?:afterwards?|after\s+that|then|later|thereafter)\b",
            re.IGNORECASE,
        ),
        r"\g<done> before \g<what>\g<is>",
    ),
)
_turned = turning(_TURNS)
_REGARDLESS = re.compile(r"\b(?:regardless|irrespective)\s+of\b", re.IGNORECASE)
_NEITHER = re.compile(
    rf"[,;]?\s*(?:and\s+)?\bneither\s+(?P<what>(?:[^;:.()]{{2,40}}?,?\s+nor\s+){{1,4}}[^;:.(),]{{2,40}}?)\s+{_DECIDES}\b[^;:.,]*",
    re.IGNORECASE,
)
_NOR = re.compile(r",?\s+nor\s+", re.IGNORECASE)
# "Incurable": a word that denies what can be done.
_UNABLE = re.compile(r"\b(?P<word>(?:in|un|im|ir)(?P<stem>[a-z]{3,}?)(?:able|ible))\b", re.IGNORECASE)
_NOT_ABLE = re.compile(
    r"\b(?P<who>(?:[\w-]+\s+){1,3}?)(?:do\s+not|does\s+not|don't|doesn't|never|cannot|can't)\s+(?P<verb>regard|consider|see|view|think\s+of|look\s+(?:up)?on|class|describe)\s+"
    r"(?P<what>[^,;:.()]{3,60}?)\s+as\s+(?:something|a\s+(?:disease|thing|condition|case)|one|an\s+(?:illness|injury)|being)?\s*(?:that|which)?\s*"
    r"(?:can\s+(?:ever\s+)?be\s+(?P<done>[a-z]{4,})|(?P<able>[a-z]{3,}(?:able|ible)))",
    re.IGNORECASE,
)
_NOT_THOUGHT = re.compile(
    r"\b(?P<is>is|are)\s+not\s+(?:thought\s+of|regarded|seen|viewed|considered|looked\s+(?:up)?on|classed|described)\s+(?:as|to\s+be)\s+"
    r"(?:something|an?\s+(?:\w+\s+)?(?:disease|illness|condition|thing|case|injury|cancer)|one)\s+(?:that|which)\s+can\s+(?:ever\s+)?be\s+(?P<done>[a-z]{4,})\b",
    re.IGNORECASE,
)
# "Keep A apart from B", where the cited words say not to combine them.
_NOT_COMBINED = re.compile(
    r"\b(?:not|never|avoid)\s+(?:be\s+)?(?:combin|giv(?:e|en|ing)\b[^.;]{2,60}\btogether|us(?:e|ed|ing)\b[^.;]{2,60}\btogether)",
    re.IGNORECASE,
)
_KEPT_APART = re.compile(
    r"\bkept\s+(?:apart|away|separate)\s+from\s"
    r"|(?P<denied>\b(?:do\s+not|don't|never|no\s+need\s+to|need\s+not)\s+)?\bkeep\s+(?P<one>(?:(?!(?:the\s+two|both|them|to)\b)[\w/-]+\s+){1,4}?)"
    r"(?:apart|away|separate)\s+from\s",
    re.IGNORECASE,
)
# "So that they can't make X", where the cited words say "to stop them from making X".
_STOPS_FROM = re.compile(r"\b(?P<stop>stop|keep|prevent)\s+[^,;:.]{2,60}?\s+(?:from\s+)?(?P<ing>[a-z]{3,}ing)\b", re.IGNORECASE)
_SO_CANNOT = re.compile(
    r",?\s+so\s+(?:that\s+)?(?P<who>they|it|these|those|(?:the\s+)?[\w-]+)\s+(?:can(?:not|'t|\s+not)|will\s+no\s+longer|can\s+no\s+longer|don't|do\s+not|won't|will\s+not)\s+(?:keep\s+on\s+)?(?P<do>[a-z]{3,})\b",
    re.IGNORECASE,
)
# "X is no reason to stop Y", where the cited words say not to.
_ORDERED_NOT = re.compile(r"\b(?:do|should|must)\s+not\s+(?:be\s+)?(?:stop|discontinu|withdraw|interrupt|end)", re.IGNORECASE)
_NO_REASON = re.compile(
    r"^(?P<what>(?:(?!\b(?:is|are)\b)[^,;:.]){3,60}?)\s+(?:is|are)\s+(?:no|not\s+a)\s+(?:good\s+)?(?:reason|ground|grounds|cause)\s+(?:to|for)\s+"
    r"(?P<do>stop(?:ping)?|discontinu(?:e|ing)|end(?:ing)?|interrupt(?:ing)?|withdraw(?:ing)?)\s+(?P<thing>[^,;:.]{2,60})",
    re.IGNORECASE,
)
_NON = re.compile(r"\bnon-?(?P<kind>[a-z]{4,})\s+[a-z]{4,}\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:another|alternative|different)\b", re.IGNORECASE)
_UNUSED = re.compile(
    r"\b(?:an?|the)\s+(?P<what>[\w/-]+(?:\s+[\w/-]+)?)\s+(?:(?:that\s+(?:was|has\s+been|is)\s+)?not\s+(?:yet|previously|so\s+far)\s+(?:used|tried|given|taken)"
    r"|(?:not\s+(?:used|tried|given|taken)\s+(?:yet|before|so\s+far)))\b",
    re.IGNORECASE,
)
# "With no bulky disease" tells of an illness; "no hormonal treatment" tells of no treatment at all, not of a non-hormonal one.
_NO = re.compile(r"(?:,|\b(?:and|or|with))\s+no\s+(?P<what>[a-z]{4,})\s+(?P<ill>disease|illness|infection)\b", re.IGNORECASE)
_ABSENT = re.compile(
    r"\bsymptom\w*\b[^.;]{0,40}\babsent\b|\b(?:absence\s+of|without)\s+(?:\w+\s+){0,2}symptoms?\b", re.IGNORECASE
)
_UNLESS_SYMPTOMS = re.compile(
    r"(?P<before>\b(?:not|no|never)\b[^.;:,]{3,80}?)\s+unless\s+(?:the\s+|your\s+|it\s+|there\s+)?(?:[\w-]+\s+){0,2}?(?:causes?|gives?|has|have|are|is|makes?)\s+(?:\w+\s+)?symptoms?(?:\s+there)?\b",
    re.IGNORECASE,
)
# "Not until E should X be done", "X is not done before E" → "X should not be done until E", where the cited words deny nothing.
_NOT_UNTIL = re.compile(
    r"^not\s+until\s+(?P<event>[^,;:]{3,90}?),?\s+(?P<modal>should|must|may|can)\s+(?P<what>(?:(?!be\b)[\w/-]+\s+){1,6}?)(?P<done>be\s+[a-z]+)\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    r"\b(?P<denied>not|never)\s+(?P<done>(?:to\s+be\s+|be\s+)?[a-z]+(?:ed|en|un|wn))\s+before\s+", re.IGNORECASE
)
_DENIES = re.compile(r"\b(?:not|never|no)\b", re.IGNORECASE)


def denials_recast(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such turns in the cited words' build."""
    text = _turned(claim)
    said = " ".join(f"{piece.lead_in} {piece.text}" for piece in evidence)
    if "neither" in text.lower() and _REGARDLESS.search(said):
        text = _NEITHER.sub(lambda found: f", regardless of {_NOR.sub(' or ', found['what'])}", text).lstrip(", ")
    if not _DENIES.search(said):
        text = _NOT_UNTIL.sub(r"\g<what>\g<modal> not \g<done> until \g<event>", text)
        text = _NOT_BEFORE.sub(r"\g<denied> \g<done> until ", text)
    text = _unable(text, said)
    if _NOT_COMBINED.search(said):
        text = _KEPT_APART.sub(_not_combined, text, count=1)
    text = _stopped(text, said)
    if "reason" in text or "ground" in text or "cause" in text:
        text = _no_reason(text, said)
    for found in _NON.finditer(said):
        text = _kind_left_out(text, found["kind"])
    if _ANOTHER.search(said):
        text = _UNUSED.sub(r"another \g<what>", text)
    text = freed(text, evidence)
    for found in _NO.finditer(said):
        text = re.sub(rf"\bnon-{found['what']}(?=\s+{found['ill']}\b)", f"no {found['what']}", text, flags=re.IGNORECASE)
    if "unless" in text and _ABSENT.search(said):
        text = _UNLESS_SYMPTOMS.sub(r"\g<before> in the absence of symptoms", text)
    return text


def _unable(text: str, said: str) -> str:
    """“Doctors consider X incurable” for "doctors do not see X as something that can be cured"."""
    if thought := _NOT_THOUGHT.search(text):
        word = _word_for(thought["done"], said)
        return f"{text[: thought.start()]}{thought['is']} considered {word}{text[thought.end() :]}" if word else text
    found = _NOT_ABLE.search(text)
    if found is None:
        return text
    word = _word_for(found["done"] or found["able"], said)
    return f"{text[: found.start()]}{found['who']}consider {found['what']} {word}{text[found.end() :]}" if word else text


def _word_for(done: str, said: str) -> str:
    """The cited word that denies that this can be done, "incurable" for "cured"; "" without one."""
    done = done.lower()
    words = (one["word"] for one in _UNABLE.finditer(said) if done[:4] == one["stem"][:4] or done.startswith(one["stem"]))
    return next(words, "")


def _not_combined(found: re.Match[str]) -> str:
    """“Do not combine A with” for "keep A apart from", which "do not" turns round; "not combined with" for "kept apart from"."""
    if not found["one"]:
        return "not combined with "
    return f"{'combine' if found['denied'] else 'do not combine'} {found['one'].strip()} with "


def _stopped(text: str, said: str) -> str:
    """“To stop them from making X” for "so that they can't make X"."""
    found = _SO_CANNOT.search(text)
    if found is None:
        return text
    for told in _STOPS_FROM.finditer(said):
        if told["ing"].lower().startswith(found["do"].lower().rstrip("e")):
            who = {"they": "them", "these": "these", "those": "those"}.get(found["who"].lower(), found["who"])
            return f"{text[: found.start()]}, to {told['stop']} {who} from {told['ing']}{text[found.end() :]}"
    return text


def _no_reason(text: str, said: str) -> str:
    """“Do not stop Y at X” for "X is no reason to stop Y"."""
    found = _NO_REASON.match(text) if _ORDERED_NOT.search(said) else None
    if found is None:
        return text
    verb = re.sub(r"(?:p?ping|ing)$", "", found["do"].lower())
    verb = {"discontinu": "discontinue"}.get(verb, verb)
    return f"Do not {verb} {found['thing']} at {found['what'][:1].lower()}{found['what'][1:]}{text[found.end() :]}"


def _kind_left_out(text: str, kind: str) -> str:
    """“Non-A X” for "an X that is not an A" and "X that has no A in it"."""
    denied = r"(?:(?:is|are)\s+not\s+(?:an?\s+)?|has\s+no\s+|contains?\s+no\s+)"
    pattern = rf"\b(?P<what>[a-z]{{4,}})\s+(?:that|which)\s+{denied}{kind}s?(?:\s+in\s+it)?\b"
    return re.sub(pattern, lambda found: f"non-{kind} {found['what']}", text, flags=re.IGNORECASE)
