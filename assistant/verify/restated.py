"""Further turns of phrase of a claim → plain words: what is too much to bear, what nothing shows, "should X happen". Pure.

As in ``plainly``, each says in another build what a plain sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answers import Evidence
from assistant.verify.turning import turning

_SHOWN = r"(?:demonstrated|proven|shown|established|documented|known)"
_TURNS: tuple[tuple[re.Pattern[str], str], ...] = (
    # "too much to accept" → "unacceptable"
    (
        re.compile(
            r"\btoo\s+(?:much|severe|bad|great|hard|harsh|strong|heavy)\s+(?:for\s+(?:you|her|him|them|anyone|the\s+patient)\s+)?to\s+"
            r"(?:accept|tolerate|bear|endure|take|put\s+up\s+with|live\s+with)\b",
            re.IGNORECASE,
        ),
        "unacceptable",
    ),
    # "without a demonstrated benefit" → "but no benefit has been demonstrated"
    (
        re.compile(
            rf",?\s+(?:but\s+|albeit\s+|though\s+)?without\s+(?:an?|any)\s+({_SHOWN})\s+((?:(?!(?:and|or|but|with)\b)[\w'-]+\s+){{0,4}}?[\w'-]+)"
            r"(?=\s*(?:[.;:,)]|$))",
            re.IGNORECASE,
        ),
        r", but no \2 has been \1",
    ),
    # "…, those with X excepted" → "…, except for X"
    (
        re.compile(
            r",\s+(?:(?:those|patients|people|women|men|anyone|children)\s+(?:with|who\s+have)\s+)?((?:(?!,)[^.;:])+?)\s+(?:excepted|aside|apart)"
            r"(?=\s*(?:[.;:,)]|$))",
            re.IGNORECASE,
        ),
        r", except for \1",
    ),
    # "X (Y excepted)" → "X, except for Y"
    (re.compile(r"\s*\((?P<what>[^()]{2,60}?)\s+(?:excepted|excluded)\)", re.IGNORECASE), r", except for \g<what>"),
    # "20 Gy × 5" → "5 fractions of 20 Gy"
    (re.compile(r"\b(\d+(?:\.\d+)?)\s?Gy\s?[×x]\s?1\b(?![.\d])", re.IGNORECASE), r"a single \1 Gy fraction"),
    (re.compile(r"\b1\s?[×x]\s?(\d+(?:\.\d+)?)\s?Gy\b", re.IGNORECASE), r"a single \1 Gy fraction"),
    (re.compile(r"\b(\d+(?:\.\d+)?)\s?Gy\s?[×x]\s?(\d+)\b(?![.\d])", re.IGNORECASE), r"\2 fractions of \1 Gy"),
    (re.compile(r"\b(\d+)\s?[×x]\s?(\d+(?:\.\d+)?)\s?Gy\b", re.IGNORECASE), r"\1 fractions of \2 Gy"),
    # "tests positive for X", "is negative for X" → "is X-positive"
    (
        re.compile(
            r"\b(?:tests?|tested|testing|came\s+back|comes\s+back)\s+(?=(?:positive|negative)\s+(?:for|on|by)\b)",
            re.IGNORECASE,
        ),
        "is ",
    ),
    (
        re.compile(
            r"\b(positive|negative)\s+(?:for|on|by)\s+(?:the\s+)?((?:[\w/-]+\s+){0,2}?(?!(?:and|or|but)\b)[\w/-]*[\w])(?<!s)s?"
            r"(?=\s*(?:[.;:,)]|$)|\s+(?:when|if|where|with|in|should|must|may|might|can|could|is|are|has|have)\b"
            r"|,?\s+(?:and|or|but|nor)\s+(?:positive|negative|should|must|may|might|can|could|is|are|has|have|needs?|the|it|they|then)\b)",
            re.IGNORECASE,
        ),
        r"\2-\1",
    ),
    # "Often, X can Y" → "X can often Y"
    (
        re.compile(
            r"^(often|sometimes|usually|generally|typically|frequently|commonly),?\s+([^,;:.]{3,60}?)\s+(can|may|might|is\s+able\s+to|are\s+able\s+to)\s+",
            re.IGNORECASE,
        ),
        r"\2 \3 \1 ",
    ),
    # a table's "…, Exception: X" → "…, unless X"
    (re.compile(r"[,;|]\s+exceptions?\s*:\s*[–—-]?\s*$", re.IGNORECASE), ""),
    (re.compile(r"[,;|]\s+(?:exceptions?|unless|except)\s*:\s+(?=\w)", re.IGNORECASE), ", unless "),
    # "Corvalin: do not use it" → "Do not use corvalin"
    (
        re.compile(
            r"^(?P<what>[^:.;,]{3,60}):\s+(?P<act>(?:do\s+not|don't|never|avoid)\s+(?:\w+\s+){0,2}?\w+)\s+(?:it|them)(?=\s*(?:[.;,]|$))",
            re.IGNORECASE,
        ),
        r"\g<act> \g<what>",
    ),
    # "all on its own" → "on its own"
    (re.compile(r"\ball\s+(?=(?:on\s+(?:its|their|his|her)\s+own|by\s+(?:itself|themselves)|alone)\b)", re.IGNORECASE), ""),
    # "nobody has pinned down X" → "X is undefined"
    (
        re.compile(
            r"\b(?:nobody|no\s+one)\s+(?:has\s+|have\s+)?(?:yet\s+|really\s+)?(?:pinned\s+down|worked\s+out|established|settled|defined|determined|knows?)"
            r"\s+(?=(?:how\s+long|the\s+(?:best|optimal|ideal|right))\b)(?P<what>[^,;:.]{3,90}?)(?=\s*(?:[,;:.]|$))",
            re.IGNORECASE,
        ),
        r"\g<what> is undefined",
    ),
    # "the figure reported for X was 5" → "X was 5"
    (
        re.compile(
            r"\bthe\s+(?:figure|number|value)\s+(?:reported|given|quoted|stated|found|seen)"
            r"\s+for\s+(?:the\s+)?(?P<what>[\w -]{3,60}?)\s+(?=(?:is|was|were)\b)",
            re.IGNORECASE,
        ),
        r"\g<what> ",
    ),
    # "is also listed for X" → "is for X"
    (
        re.compile(
            r"\b(is|are)\s+(?:also\s+|further\s+)?(?:listed|named|mentioned|set\s+out|noted)\s+(?=(?:for|as|among)\b)",
            re.IGNORECASE,
        ),
        r"\1 ",
    ),
    # "so that X stays as low as possible" → "to minimize X"
    (
        re.compile(
            r"\bso\s+(?:that\s+)?(?P<what>(?:[\w'-]+\s+){1,3}?)(?:stays?|remains?|is|are|be|may\s+be|can\s+be)(?:\s+kept)?\s+as\s+(?:low|small|mild|few)\s+as\s+possible\b",
            re.IGNORECASE,
        ),
        r"to minimize \g<what>",
    ),
    (
        re.compile(r"\bkeep(s|ing)?\s+(?P<what>(?:[\w'-]+\s+){1,3}?)as\s+(?:low|small|mild)\s+as\s+possible\b", re.IGNORECASE),
        r"minimize \g<what>",
    ),
    # "no X has any further effect" → "no X works any longer"
    (
        re.compile(r"\b(no\s+[\w' -]{3,40}?)\s+(?:has|have)\s+any\s+(?:further|more)\s+effect\b", re.IGNORECASE),
        r"\1 works any longer",
    ),
    # "is often able to" → "can often"
    (
        re.compile(r"\b(?:is|are)\s+((?:often|sometimes|usually|generally|typically|also|still)\s+)?able\s+to\s+", re.IGNORECASE),
        r"can \1",
    ),
    # "Label: should it grow, X" → "Label: if it grow, X"
    (
        re.compile(
            r"(?<=[:;]\s)should\s+(?=(?:you|your|he|his|she|her|it|its|they|their|there|the|an?|any|this|these)\b[^.;:?]*,)",
            re.IGNORECASE,
        ),
        "if ",
    ),
    # "Avoid: X is not to be given" → "X is not to be given": the label says once more what the line forbids outright. "Never"
    # and "contraindicated" say more than "don't", and a line that hedges says less than the label.
    (
        re.compile(
            r"^(?:avoid|do\s+not|don'?ts?)\s*:\s+"
            r"(?=[^.;:]*\b(?:(?:(?:do|should|must|shall)\s+not|never)\b|not\s+(?:to\s+)?(?:be\s+)?(?:given|used|combined|offered|taken|recommended)\b))"
            r"(?![^.;:]*\b(?:may|might|can|could|need|routine(?:ly)?|usual(?:ly)?|general(?:ly)?|normal(?:ly)?|always|often)\b)",
            re.IGNORECASE,
        ),
        "",
    ),
    # "the tumour itself" → "the tumour"; "by itself" and "in itself" say more
    (re.compile(r"(?<!\bby)(?<!\bin)(?<!\bof)(?<!\bon)(?<=\w)\s+(?:itself|themselves)\b", re.IGNORECASE), ""),
    # "A, B, C: all options for X" → "A, B, C are options for X"
    (
        re.compile(
            r"^(?P<what>[^:;.]{3,120},[^:;.]{2,80}):\s+(?:all|each\s+of\s+them|both)\s+(?=(?:[\w-]+\s+){0,2}(?:options?|choices?|alternatives?|possible)\b)",
            re.IGNORECASE,
        ),
        r"\g<what> are ",
    ),
    # "X that is not Y-based" → "non-Y X"
    (
        re.compile(r"\b([\w-]+)\s+(?:that|which)\s+(?:is|are)\s+not\s+([\w/]+)[-\s](?:based|containing)\b", re.IGNORECASE),
        r"non-\2 \1",
    ),
    # "X rather than Y is the choice", "X, in preference to Y" → "X, preferred over Y"
    (re.compile(r"\bin\s+preference\s+to\b", re.IGNORECASE), "preferred over"),
)
_turned = turning(_TURNS)
_NO_LONGER = re.compile(r"\bno\s+longer\b", re.IGNORECASE)
_STOPS = re.compile(r"\bstop(?:s|ped|ping)?\b", re.IGNORECASE)


# "help the weeds grow" → "promote weeds growth", where the cited words speak of growth.
_HELPS_GROW = re.compile(
    r"\b(?:help|let|mak|allow|enabl)(?:e?s|ing|e|)\s+(?:the\s+|an?\s+)?(?P<what>(?!not\b)[\w-]+)\s+(?:to\s+)?grow\b",
    re.IGNORECASE,
)
# "Several drugs at once" → "a combination", where the cited words speak of one.
_AT_ONCE = re.compile(
    r"\b(?:several|two\s+or\s+more|more\s+than\s+one|multiple|many)\s+(?:drugs?|medicines?|agents?|treatments?)\s+"
    r"(?:at\s+once|at\s+a\s+time|at\s+the\s+same\s+time|together)\b",
    re.IGNORECASE,
)
_COMBINATION = re.compile(r"\bcombination\b", re.IGNORECASE)
_GROWTH = re.compile(r"\bgrowth\b", re.IGNORECASE)
_GROWS = re.compile(r"\bgrow(?:s|ing)?\b", re.IGNORECASE)


# "While on X", "while still taking X" → "during X", unless the cited words say "on" themselves.
_WHILE_ON = re.compile(
    r"\bwhile\s+(?:still\s+)?(?:on|taking|receiving|having)\s+(?=(?!(?:the|a)\s+(?:way|wait)\b)[a-z])", re.IGNORECASE
)
_ON = re.compile(r"\bon\s+[a-z]", re.IGNORECASE)
# "After drug failure" → "after failure of drug", where the cited words say that something fails.
_FAILS = re.compile(r"\b(?:fail(?:s|ed|ing)?|failure\s+of)\b", re.IGNORECASE)
_AFTER_FAILURE = re.compile(
    r"\b(after|following|upon|on)\s+((?:(?!(?:of|the|a|an|and|or)\b)[\w-]+\s+){1,3}?)failure\b(?!\s+(?:of|to)\b)", re.IGNORECASE
)
# "None of the regimens is" → "no single regimen is", where the cited words say so.
_NO_SINGLE = re.compile(r"\bno\s+single\b", re.IGNORECASE)
_NONE_OF = re.compile(
    r"\bnone\s+of\s+(?:the|these|those)\s+((?:[\w-]+\s+){0,3}?[\w-]+?)s\s+(?:has|have)\s+(?:ever\s+|yet\s+)?", re.IGNORECASE
)
_NO_PROVEN = re.compile(
    r"\bno\s+(?!single\b)(?=(?:[\w-]+\s+){1,4}?(?:has|have|is|was)\s+(?:ever\s+|yet\s+)?(?:been\s+)?(?:shown|proven|demonstrated|found|known)\b)",
    re.IGNORECASE,
)
# "Continued beyond X" → "not discontinued at X", where the cited words forbid to stop there.
_NOT_STOPPED = re.compile(
    r"\b(?:not|never)\s+(?:be\s+)?(?:stop|discontinue|interrupt|abandon)(?:ped|d|ed)?\b[^.;:,]*?\b(?:at|on|upon|after)\b",
    re.IGNORECASE,
)
_GOES_PAST = re.compile(
    r"\b(?:be\s+)?(?:continued?|carried\s+on|kept\s+(?:up|going)|go(?:es)?\s+on|maintained)\s+(?:past|beyond)\s+(?=(?:the\s+)?(?:first|initial|second)\b)",
    re.IGNORECASE,
)
# "Continued until X" → "discontinued at X", where the cited words forbid just that.
_GOES_UNTIL = re.compile(
    r"\b(?:continued?|carried\s+on|kept\s+(?:up|going)|given|maintained)\s+(?:until|till|up\s+to)\s+", re.IGNORECASE
)


def restated(claim: str, evidence: Sequence[Evidence]) -> str:
    """The claim with such turns in plain words; "no longer do" is "stop" where the cited words speak of stopping."""
    text = _turned(claim)
    said = [piece.text for piece in evidence]
    if _NO_LONGER.search(text) and any(map(_STOPS.search, said)) and not any(map(_NO_LONGER.search, said)):
        text = _NO_LONGER.sub("stop", text)
    if _WHILE_ON.search(text) and not any(map(_ON.search, said)):
        text = _WHILE_ON.sub("during ", text)
    if _AFTER_FAILURE.search(text) and any(map(_FAILS.search, said)):
        text = _AFTER_FAILURE.sub(r"\1 failure of \2", text)
    if _NONE_OF.search(text) and any(map(_NO_SINGLE.search, said)):
        text = _NONE_OF.sub(r"no single \1 has ", text)
    if _NO_PROVEN.search(text) and any(map(_NO_SINGLE.search, said)):
        text = _NO_PROVEN.sub("no single ", text)
    if _GOES_PAST.search(text) and any(map(_NOT_STOPPED.search, said)):
        text = _GOES_PAST.sub("not be discontinued at ", text)
    if _GOES_UNTIL.search(text) and any(map(_NOT_STOPPED.search, said)):
        text = _GOES_UNTIL.sub("discontinued at ", text)
    if _AT_ONCE.search(text) and any(map(_COMBINATION.search, said)):
        text = _AT_ONCE.sub("combination", text)
    if _HELPS_GROW.search(text) and any(map(_GROWTH.search, said)) and not any(map(_GROWS.search, said)):
        text = _HELPS_GROW.sub(r"promote \g<what> growth", text)
    return text
