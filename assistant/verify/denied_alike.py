"""Turns that deny or except by another build than the cited words do, whatever is denied → those words' own build. Pure.

"Unless they are on X" beside "who are not on X", "reserved for X" beside "not used except in X", "can't be ruled out" beside
"can't be excluded", "no X is needed" beside "do not need X": each says the same of the same, and changes only beside such words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.answers import Evidence


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_DENIES = _words(r"\b(?:not|no|never|nor|none|avoid\w*|without|only|contraindicat\w*|withh\w+)\b|n['’]t\b")
_THEY = r"(?:they|he|she|you|(?:the\s+)?(?:patients?|person|people|child|children|woman|women|infant|baby|adults?))"
# "Unless they are on X", "provided they are not on X", "except those on X" → "who are not on X"
_WHO_NOT = _words(r"\bwho\s+(?:are|is)\s+not\b")
_UNLESS_THEY = _words(rf",?\s*\bunless\s+{_THEY}\s+(?:are|is)\s+(?P<what>(?!not\b)\w)")
_IF_THEY_NOT = _words(
    rf",?\s*\b(?:provided(?:\s+that)?|as\s+long\s+as|so\s+long\s+as|if)\s+{_THEY}\s+(?:are\s+not|is\s+not|aren['’]t|isn['’]t)\s+(?P<what>\w)"
)
_EXCEPT_THOSE = _words(
    rf",?\s*\b(?:except|apart\s+from|other\s+than|excluding)\s+(?:for\s+|in\s+)?(?:those|{_THEY})\s+(?:who\s+(?:are|is)\s+|(?=(?:on|in|at|under|over)\b))(?P<what>\w)"
)
# "Unless they have X" → "who have no X", "without X"
_HAVE_NO = _words(r"\bwho\s+(?:have|has)\s+no\b|\bwithout\b|\bwith\s+no\b")
_UNLESS_HAVE = _words(rf",?\s*\bunless\s+(?:{_THEY}\s+(?:have|has)|there\s+(?:are|is))\s+(?:an?\s+|any\s+)?(?P<what>\w)")
# "Those not receiving X" → "those who receive no X"
_RECEIVE_NO = _words(r"\bwho\s+(?P<get>receive|get|have|take)\s+no\b")
_NOT_RECEIVING = _words(
    r"\b(?P<who>those|patients|people|women|men|adults|children|infants)\s+(?:who\s+(?:are|do)\s+)?not\s+(?:receiv(?:e|ing)|getting|get|having|taking|take)\s+(?:any\s+)?"
)
# "As long as X is not Y" → "unless X is Y"
_UNLESS = _words(r"\bunless\b")
_WHILE_NOT = _words(
    r"\b(?:provided(?:\s+that)?|as\s+long\s+as|so\s+long\s+as|if)\s+(?P<who>(?:(?!\b(?:is|are|has|have)\b)[\w'-]+\s+){1,5}?)(?P<is>is|are)(?:\s+not|n['’]t)\s+(?P<what>\w)"
)
# "Ruled out" and "excluded" of what was looked for
_RULED_OUT = _words(r"\b(?:ruled|ruling|rules?)\s+out\b")
_EXCLUDED = _words(r"\bexclud(?:e|es|ed|ing)\b")
_FOUND = (
    r"(?P<be>\b(?:be|been|is|are|was|were|has|have|had|can|cannot|not|to|could)\s+(?:(?:not|yet|definitely|safely|reliably)\s+)?)"
)
_RULE = {"rule": "exclude", "rules": "excludes", "ruled": "excluded", "ruling": "excluding"}
_EXCLUDE = {"exclude": "rule out", "excludes": "rules out", "excluded": "ruled out", "excluding": "ruling out"}
# "Not used except in X", "not given unless X", "not used outside X"
_BUT = _words(
    r"\b(?:not|never)\b[^.;]*?\b(?P<but>except\s+(?:in|for|if|when|with|on|as|under|during)|except|unless|outside(?:\s+of)?|other\s+than\s+(?:in|for))\s"
)
_KEPT_FOR = _words(
    r"\b(?P<be>is|are|should\s+be|must\s+be|may\s+be|can\s+be)\s+(?:only\s+)?(?:reserved|restricted|limited|kept|confined)\s+(?:for|to)\s+(?:use\s+in\s+)?"
)
_ONLY_DONE = _words(
    r"\b(?P<be>is|are|should\s+be|must\s+be|may\s+be|can\s+be)\s+(?:(?P<first>only)\s+)?(?P<done>used|given|offered|taken|needed|done|started|performed|recommended|considered)\s+"
    r"(?:only\s+)?(?P<prep>in|if|when|with|for|on|as|under|during)\s+"
)
_ONLY_DO = _words(
    r"^(?P<do>use|give|offer|take|start|do|perform|order|repeat)\s+(?P<what>[^,;:.]{2,60}?)\s+only\s+(?P<prep>in|if|when|with|for|on|as|under|during)\s+"
)
# "No X is needed", "X is not needed in Y", "Y do not need X"
_NOT_NEED = _words(r"\b(?:do|does)\s*(?:not|n['’]t)\s+(?P<need>need|require)\b")
_IS_UNNEEDED = _words(r"\b(?:is|are)\s*(?:not|n['’]t)\s+(?:\w+ly\s+)?(?P<need>needed|required|necessary)\b")
_NO_NEEDED = _words(
    r"^(?P<open>(?:[^,;:.]{3,60},\s+)?)no\s+(?P<what>[^,;:.]{3,60}?)\s+(?P<be>is|are)\s+(?:\w+ly\s+)?(?:needed|required|necessary)\b"
)
_UNNEEDED = _words(
    r"^(?P<what>(?:(?!\b(?:and|but|is|are)\b)[^,;:.]){3,60}?)\s+(?:is|are)\s*(?:not|n['’]t)\s+(?:needed|required|necessary)\s+(?:for|in|by)\s+(?P<whom>[^;:.]{3,160}?)(?=\s*[.;]?$)"
)
_NEEDS_NOT = _words(
    r"^(?P<open>(?:(?:in|for|with)\s+[^,;:.]{3,60},\s+)?)(?P<whom>(?:(?!\b(?:do|does|is|are)\b)[^,;:.]){3,90}?)\s+(?:do|does)\s*(?:not|n['’]t)\s+(?:need|require)\s+(?:an?\s+|any\s+)?(?P<what>(?!to\b)[^,;:.]{3,60}?)(?=\s*[.;]?$)"
)
_NONE = _words(r"(?:^|[.;:\n])\s*(?P<what>[A-Z][\w\s/-]{2,40}):\s*none\b")
# "Is not a reason to stop": "does not mean that it must be stopped", "need not be stopped"
_NO_REASON = _words(r"\b(?:not\s+an?|no)\s+(?:reason|grounds?)\s+(?P<to>to|for)\s+(?P<do>[a-z]+)")
_MEANS_NOT = _words(
    r"\b(?P<be>do|does)\s*(?:not|n['’]t)\s+(?:mean\s+(?:that\s+)?(?:[\w'-]+\s+){1,5}?(?:must|should|has\s+to|have\s+to|needs?\s+to)\s+(?:be\s+)?"
    r"|(?:require|justify|warrant|call\s+for|necessitate)\s+)(?P<do>[a-z]+)"
)
_NON = _words(r"\bnon-?(?=(?P<what>[a-z]{4,})\b)")
# "Never both together": "but never both", "the two are never combined"
_NEVER_BOTH = _words(r"\b(?P<both>never\s+both(?:\s+together)?|not\s+both)\b")
_BOTH_NOT = _words(
    r",?\s*\b(?:but\s+)?(?:(?:never|not)\s+both(?:\s+(?:together|at\s+once))?\b|(?:the|these)\s+(?:two|both)\s+(?:are|should|must)\s+(?:never|not)\s+(?:be\s+)?(?:combined|given\s+together|used\s+together))(?:,)?"
)
# "With no gain in X shown": "but it hasn't been shown to improve X"
_NO_GAIN = _words(
    r"\b(?P<told>(?:with\s+no|without(?:\s+any)?)\s+(?:advantage|benefit|gain|improvement)\s+in\s+(?:the\s+)?(?P<what>[a-z]+)(?:\s+(?:demonstrated|shown|proven|seen|observed))?)"
)
_NOT_SHOWN = _words(
    r",?\s+(?:but|though|although|yet|while)\s+(?:it|they|this)\s+(?:has|have)(?:\s+not|n['’]t)\s+been\s+(?:shown|proven|found|seen)\s+to\s+(?:extend|prolong|improve|lengthen|increase|raise|better)\s+(?:the\s+)?(?P<what>[a-z]+)"
)
# "Of limited value": "may not achieve much", "may do little"
_LIMITED_VALUE = _words(r"\bof\s+(?P<value>(?:limited|little)\s+(?:value|benefit|use|effect|help))\b")
_LITTLE = _words(
    r"\b(?P<may>may|might|can|could|will)\s+(?:not\s+(?:achieve|do|bring|help|accomplish|offer)\s+(?:very\s+)?much|(?:achieve|do|bring|accomplish|offer)\s+(?:only\s+)?(?:a\s+|very\s+)?little)\b(?!\s+(?:more|to)\b)"
)
# "B should not delay A": "A should not be held up by B"
_HELD_UP = _words(
    r"\b(?P<late>(?:(?!\b(?:and|but|so|that)\b)[\w/-]+\s+){1,6}?)(?P<must>should|must|may|can)\s+not\s+(?:be\s+(?:held\s+up|delayed|postponed|put\s+off)\s+by|have\s+to\s+wait\s+for)\s+(?P<what>[\w/-]+(?:\s+[\w/-]+){0,3})"
)
_TAKEN_UP = frozenset("it they this that these those".split())
_NOT_DELAY = _words(r"\bnot\s+delay\b")
# "Is ineffective": "doesn't work"
_INEFFECTIVE = _words(r"\bineffective\b")
_NOT_WORK = _words(
    r"\b(?P<verb>do|does|will|may|might|can)(?:\s+not|n['’]t)\s+work\b(?!\s+(?:as|so|better|well|faster|quite|equally|for\s+long))"
)
_INSTEAD = _words(r"(?P<denied>\b(?:not|never|no|avoid\w*)\b[^;:.]*[;:,.]\s+[^;.]*?),?\s+instead(?=\s*(?:[.;,]|$))")
_STEM = 4
_BE = {"do": "are", "does": "is"}

Turn = Callable[[str, str], str]


def denied_alike(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such turns in the cited words' build."""
    said = " \n ".join(f"{piece.lead_in} {piece.text}" for piece in evidence)
    for turn, needed in _TURNS:
        low = claim.lower()
        if any(word in low for word in needed):
            claim = turn(claim, said)
    return claim


def _for_whom(text: str, said: str) -> str:
    """“Who are not on X” for "unless they are on X", where nothing else is denied."""
    if (found := _UNLESS_THEY.search(text)) and not _DENIES.search(text, 0, found.start()):
        kind = re.match(r"[a-z]+", text[found.start("what") :], re.IGNORECASE)
        if kind and re.search(rf"\bnon-?{kind[0]}\b", said, re.IGNORECASE):
            text = f"{text[: found.start()]} who are not {text[found.start('what') :]}"
    if told := _RECEIVE_NO.search(said):
        text = _NOT_RECEIVING.sub(rf"\g<who> who {told['get'].lower()} no ", text)
    for stated, plain, turns in (
        (_WHO_NOT, "who are not ", (_UNLESS_THEY, _IF_THEY_NOT, _EXCEPT_THOSE)),
        (_HAVE_NO, "", (_UNLESS_HAVE,)),
    ):
        told = stated.search(said)
        for turn in turns if told and not _UNLESS.search(said) else ():
            found = turn.search(text)
            if found and not _DENIES.search(text, 0, found.start()):
                put = plain or f"{told[0].lower()} " if told else ""
                text = f"{text[: found.start()]} {put}{text[found.start('what') :]}"
    return text


def _unless(text: str, said: str) -> str:
    """“Unless X is Y” for "as long as X is not Y", where nothing else is denied."""
    found = _WHILE_NOT.search(text) if _UNLESS.search(said) and not _UNLESS.search(text) else None
    if found is None or _DENIES.search(text, 0, found.start()):
        return text
    return f"{text[: found.start()]}unless {found['who']}{found['is']} {text[found.start('what') :]}"


def _excluded(text: str, said: str) -> str:
    """“Cannot be excluded” for "cannot be ruled out", or the reverse, as the cited words have it."""
    if _EXCLUDED.search(said) and not _RULED_OUT.search(said):
        return re.sub(
            rf"{_FOUND}(?P<rule>rule|rules|ruled|ruling)\s+out\b",
            lambda found: f"{found['be']}{_RULE[found['rule'].lower()]}",
            text,
            flags=re.IGNORECASE,
        )
    if _RULED_OUT.search(said) and not _EXCLUDED.search(said):
        return re.sub(
            rf"{_FOUND}(?P<word>exclude[sd]?|excluding)\b",
            lambda found: f"{found['be']}{_EXCLUDE[found['word'].lower()]}",
            text,
            flags=re.IGNORECASE,
        )
    return text


def _only(text: str, said: str) -> str:
    """“Not used except in X” for "reserved for X" and "used only in X"."""
    told = _BUT.search(said)
    if told is None or _DENIES.search(re.sub(r"\bonly\b", "", text)):
        return text
    but = re.sub(r"\s+", " ", told["but"].lower())
    if found := _KEPT_FOR.search(text):
        there = f"{but} there is" if but == "unless" else but
        return f"{text[: found.start()]}{found['be']} not used {there} {text[found.end() :]}"
    if "only" not in text.lower():
        return text
    if found := _ONLY_DONE.search(text):
        return f"{text[: found.start()]}{found['be']} not {found['done']} {_case(but, found['prep'])} {text[found.end() :]}"
    if found := _ONLY_DO.search(text):
        return f"Do not {found['do'].lower()} {found['what']} {_case(but, found['prep'])} {text[found.end() :]}"
    return text


def _case(but: str, opener: str) -> str:
    """How the cited words would open the case that "only if" opens."""
    supposes = opener.lower() in {"if", "when"}
    if but == "unless":
        return "unless" if supposes else f"unless {opener}"
    if but.startswith("outside"):
        return but
    return f"except {opener}" if supposes else but


def _needed(text: str, said: str) -> str:
    """Who needs no X as the cited words put it: they "do not need X", or X "is not needed"."""
    if (found := _NO_NEEDED.match(text)) and f"no {found['what'].lower()}" not in said.lower():
        text = f"{found['open']}{found['what']} {found['be']} not needed{text[found.end() :]}"
    for none in _NONE.finditer(said):
        what = re.escape(none["what"].strip())
        text = re.sub(
            rf"\b(?:no\s+)?{what}\s+(?:is|are)\s+(?P<not>not\s+)?(?:needed|required|necessary)\b",
            lambda found, what=none["what"]: f"{what}: none" if found["not"] or found[0].lower().startswith("no ") else found[0],  # type: ignore[misc]
            text,
            flags=re.IGNORECASE,
        )
    if (need := _NOT_NEED.search(said)) and (found := _UNNEEDED.match(text)):
        return f"{found['whom']} do not {need['need'].lower()} {found['what'][:1].lower()}{found['what'][1:]}"
    if (need := _IS_UNNEEDED.search(said)) and (found := _NEEDS_NOT.match(text)):
        return f"{found['open']}{found['what']} is not {need['need'].lower()} in {found['whom'][:1].lower()}{found['whom'][1:]}"
    return text


def _no_reason(text: str, said: str) -> str:
    """“Is not a reason to stop” for "does not mean that it must be stopped"."""
    told, found = _NO_REASON.search(said), _MEANS_NOT.search(text)
    if not told or not found or told["do"][:_STEM].lower() != found["do"][:_STEM].lower():
        return text
    be = "are" if found["be"].lower() == "do" else "is"
    return f"{text[: found.start()]}{be} not a reason {told['to']} {told['do']}{text[found.end() :]}"


def _kinds(text: str, said: str) -> str:
    """“Not severe” for "non-severe", where the cited words say that."""
    return _NON.sub(
        lambda found: "not " if re.search(rf"\bnot\s+{found['what']}\b", said, re.IGNORECASE) else found[0],
        text,
    )


def _instead(text: str, said: str) -> str:
    """The claim without the "instead" that only takes up what it has denied before."""
    return text if "instead" in said.lower() else _INSTEAD.sub(r"\g<denied>", text)


def _both(text: str, said: str) -> str:
    """“Never both together” for "but the two are never combined"."""
    told = _NEVER_BOTH.search(said)
    return _BOTH_NOT.sub(f", {told['both'].lower()},", text, count=1).replace(",.", ".") if told else text


def _little(text: str, said: str) -> str:
    """“With no gain in X shown” for "but hasn't been shown to improve X", "of limited value" for "do little", as cited."""
    told, found = _NO_GAIN.search(said), _NOT_SHOWN.search(text)
    if told and found and told["what"].lower() == found["what"].lower():
        text = f"{text[: found.start()]}, {told['told'].lower()}{text[found.end() :]}"
    if told := _LIMITED_VALUE.search(said):
        text = _LITTLE.sub(rf"\g<may> be of {told['value'].lower()}", text)
    if _INEFFECTIVE.search(said):
        text = _NOT_WORK.sub(lambda found: f"{_BE.get(found['verb'].lower(), found['verb'] + ' be')} ineffective", text)
    return text


def _delayed(text: str, said: str) -> str:
    """“B should not delay A” for "A should not be held up by B", where the cited words name A behind the delay alone."""
    told, found = _NOT_DELAY.search(said), _HELD_UP.search(text)
    if not told or not found:
        return text
    ahead = said[max(said.rfind(end, 0, told.start()) for end in ".;\n") + 1 : told.start()].lower()
    late, what = (found[name].lower().split() for name in ("late", "what"))
    if any(word in _TAKEN_UP or word in ahead for word in late) or not (what[0] in _TAKEN_UP or what[-1] in ahead):
        return text
    return f"{text[: found.start()]}{found['what']} {found['must']} not delay {found['late'].strip()}{text[found.end() :]}"


# Each turn, and what the claim must hold in small letters for it.
_TURNS: tuple[tuple[Turn, tuple[str, ...]], ...] = (
    (_for_whom, ("unless", "except", "apart from", "other than", "excluding", "provided", "long as", "if ", "not ")),
    (_unless, ("provided", "long as", "if ")),
    (_excluded, ("out", "exclud")),
    (_only, ("only", "reserved", "restricted", "limited", "kept", "confined")),
    (_needed, ("need", "requir", "necessary")),
    (_no_reason, ("mean", "requir", "justif", "warrant", "call for", "necessitat")),
    (_kinds, ("non",)),
    (_both, ("both", "the two", "these two")),
    (_little, ("much", "little", "been ", " work")),
    (_delayed, ("by ", "wait")),
    (_instead, ("instead",)),
)
