"""Cuts evidence into the units that a claim must match, and claims into the parts that must each hold. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.verify.folding import fold

_ABBREVIATED = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|e\.g|i\.e|approx|ca|cf|Fig|No|al|etc|incl|excl|esp|resp)\.$", re.IGNORECASE
)
_INITIAL = re.compile(r"(?:^|[\s(])[A-Z]\.$")
_GOES_ON = re.compile(r"\s+[a-z]")
_END = re.compile(r"[.!?][\"')\]]*(?=\s|$)|\n+")
_BULLET = re.compile(r"^\s*(?:[-*•‣◦▪]|\d{1,2}[.)])\s+")
_REFERENCES = re.compile(r"(?:\s*\[\d[\d,\s–-]*\])+\s*$")
# "… every 3 weeks 3", "… in stable disease 2, 4:": reference numbers that lost their brackets; some words take a number, though.
_BARE_REFERENCES = re.compile(r"(?P<word>[\w-]*[a-z)%²]):?\s\d{1,2}(?:\s?[,–-]\s?\d{1,2})*(?=[.:;]?\s*$)")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|should|must|may|might|can|could|cannot|consists?|includes?|means?|gives?|takes?|remains?|becomes?|depends?|continues?|requires?|improves?|prolongs?|reduces?|receives?)\b",
    re.IGNORECASE,
)
# Bullets that run on in one line: "… in this disease 1 Loading dose: …".
_RUN_TOGETHER = re.compile(
    r"(?P<word>[\w-]*[a-z)%²])\s\d{1,2}(?:\s?,\s?\d{1,2})*\s(?=[A-Z][a-z])"
    r"(?!Jan|Feb|Mar[c.]|Apr|May\b|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_NUMBERED = frozenset(
    """
    stage grade phase type cycle level class line day week month year version score number group age factor arm cohort of at
    to than by and or is was were are least most every each in for after before about over under between with from vs versus
    within per below above nearly almost around roughly approximately only days until till
    """.split()
)
_JOINTS = re.compile(
    r";\s+|\s+-\s+|,?\s+but\s+(?:also\s+)?|,\s+(?:and|while|whereas|so)\s+|,\s+which\s+|\.\s+|\s+while\s+|\s+whereas\s+|,?\s+(?:al)?though\s+|\s+and\s+|,\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",\s+(?P<tail>(?:most\s+)?(?:often|usually|commonly|typically|generally|mostly|mainly|frequently|sometimes)\s+[^;:]+)$",
    re.IGNORECASE,
)
# What opens the second of two statements and says only how it hangs on the first.
_LINKING = re.compile(
    r"^(?:(?:and|but)\s+)?(?:instead|rather|in\s+(?:addition|turn|contrast|fact)|also|additionally|moreover|furthermore|however|likewise|similarly"
    r"|accordingly|therefore|thus|hence|then|otherwise|by\s+contrast|on\s+the\s+other\s+hand|for\s+(?:this|that)\s+reason|as\s+a\s+result)\s*,\s+(?=\w)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def sentences(text: str, *, cited: bool = False) -> tuple[str, ...]:
    """The sentences, bullets and lines of ``text``, without bullet marks and trailing reference numbers.

    Of cited words, reference numbers without brackets go as well; a claim's last number is a figure.
    """
    text = _RUN_TOGETHER.sub(_apart, text) if cited else text
    folded = fold(text)
    pieces: list[str] = []
    begin = 0
    for match in _END.finditer(folded):
        before = folded[begin : match.start() + 1]
        if match[0].startswith(".") and (
            _ABBREVIATED.search(before) or (_INITIAL.search(before) and _GOES_ON.match(folded, match.end()))
        ):
            continue
        pieces.append(text[begin : match.end()])
        begin = match.end()
    pieces.append(text[begin:])
    cleaned = (_without_references(_BULLET.sub("", piece), bare=cited) for piece in pieces)
    return tuple(piece for piece in cleaned if any(character.isalnum() for character in piece))


def _apart(found: re.Match[str]) -> str:
    """The reference number behind a bullet as its end, unless the word before it takes a number."""
    return found[0] if found["word"].lower() in _NUMBERED else f"{found['word']}\n"


def _without_references(piece: str, *, bare: bool) -> str:
    piece = _REFERENCES.sub("", piece)
    found = _BARE_REFERENCES.search(piece) if bare else None
    if found and found["word"].lower() not in _NUMBERED:
        piece = piece[: found.end("word")] + piece[found.end() :]
    return piece.strip()


def parts(sentence: str) -> tuple[str, ...]:
    """The halves of a combined claim, cut at its joints; one part if it has none."""
    found: list[str] = []
    begin = 0
    for match in _JOINTS.finditer(fold(sentence)):
        found.append(sentence[begin : match.start()])
        begin = match.end()
    found.append(sentence[begin:])
    return tuple(piece.strip() for piece in found if any(character.isalnum() for character in piece))


def segments(sentence: str) -> tuple[str, ...]:
    """What semicolons part: notes write their sentences so. Words that only link one to the next ("instead,") are left out."""
    pieces = (_LINKING.sub("", piece.strip()) for piece in sentence.split(";"))
    return tuple(piece for piece in pieces if any(character.isalnum() for character in piece))


def halves(sentence: str) -> tuple[tuple[str, str], ...]:
    """The claim cut in two at each joint behind which another statement starts, a verb of its own and all."""
    found = []
    for match in _JOINTS.finditer(fold(sentence)):
        left, right = sentence[: match.start()].strip(), sentence[match.end() :].strip()
        if _FINITE.search(left) and _FINITE.search(right):
            found.append((left, right))
    return tuple(found)


def tails(sentence: str) -> tuple[tuple[str, str], ...]:
    """The claim cut before ", often in X": how often, and no verb behind it."""
    found = _TAIL.search(fold(sentence))
    if not found or _FINITE.search(found["tail"]):
        return ()
    return ((sentence[: found.start()].strip(), sentence[found.start("tail") :].strip()),)


# "…, which is B", "…, a drug used for B": what is said of the thing named right before.
_APPOSED = re.compile(
    r",\s+(?:(?:which|that)\s+(?P<verb>(?:is|are|was|were|has|have|can|may|should|must)\s)|an?\s+[\w-]+\s+(?P<done>(?!and\b|or\b)(?:[a-z]+ed|seen|found|known|made|shown|given)\s))"
    r"(?P<rest>[^;:]+)$",
    re.IGNORECASE,
)
# "After menopause, ", "In adults, ": in whom or when, before the first comma.
OPENED = re.compile(
    r"(?:after|before|in|for|during|with|among)\s+(?:(?!\b(?:is|are|may|should)\b)[^,;:.]){3,60},\s+", re.IGNORECASE
)
_ASIDE = re.compile(r"\s*\([^()]*\)")


def apposed(sentence: str) -> tuple[tuple[str, str, str], ...]:
    """The claim cut before ", which is B", ", a drug used for B": what stands before, the same without brackets, and "is B"."""
    found = _APPOSED.search(fold(sentence))
    if found is None:
        return ()
    told = found["verb"] or f"is {found['done']}"
    left = sentence[: found.start()].strip()
    return ((left, _ASIDE.sub("", left), f"{told}{sentence[found.start('rest') :]}"),)


# "Before X: A, plus B", "for X: A; B": what opens the line holds for each of its parts.
_OPENED = re.compile(
    r"^(?P<lead>(?:before|after|during|for|in|if|when|once|while|with|on|until|throughout)\b[^:;]{2,90}?:\s)(?P<rest>.+)$",
    re.IGNORECASE,
)
_PLUS = re.compile(r",\s+(?:plus|and\s+also|as\s+well\s+as|along\s+with|and)\s+(?:an?\s+|the\s+)?|\s+plus\s+|;\s+", re.IGNORECASE)
# "S when A or B", "S in A, and also in B": S holds in each case.
_CASES = re.compile(
    r"\s(?P<opener>when|if|in|for|where|with|after|among|once)\s(?P<one>[^.;:]{3,90}?),?\s+(?:or|and(?:\s+(?:also|likewise|equally))?)\s+"
    r"(?P<again>when|if|in|for|where|with|after|among|once)?\s?(?P<other>[^.;:,]{3,90}?)(?P<end>\s*[.]?)$",
    re.IGNORECASE,
)


# Behind these stand things; "… in A, B and C are D" has another verb, and is no second case.
_OF_THINGS = frozenset(("in", "for", "with", "among"))
_OPENER = re.compile(r"\s(?:when|if|in|for|where|with|after|among|once)\s", re.IGNORECASE)
_NEXT_CASE = re.compile(
    r",?\s+(?:and|or)\s+(?:also\s+)?(?=(?:when|if|in|for|where|with|after|among|once)\s)|,\s+(?=(?:when|if|in|for|where|with|after|among|once)\s)",
    re.IGNORECASE,
)


def distributed(sentence: str) -> tuple[tuple[str, ...], ...]:
    """The claim as two or more, each with what both share: "before X: A" and "before X: B"; "S when A" and "S when B"."""
    found: list[tuple[str, ...]] = []
    opened = _OPENED.match(sentence)
    if opened:
        for joint in _PLUS.finditer(opened["rest"]):
            left, right = opened["rest"][: joint.start()], opened["rest"][joint.end() :]
            found.append((f"{opened['lead']}{left}", f"{opened['lead']}{right}"))
    if several := _several(sentence):
        found.append(several)
    for cases in _cases(sentence):
        shared = sentence[: cases.start()]
        again = cases["again"] or cases["opener"]
        listed = not cases["again"] and cases["opener"].lower() in _OF_THINGS and _FINITE.search(cases["other"])
        if _FINITE.search(shared) and not listed:
            found.append((f"{shared} {cases['opener']} {cases['one']}.", f"{shared} {again} {cases['other']}."))
    return tuple(found)


def _several(sentence: str) -> tuple[str, ...]:
    """“S in A”, “S in B” and “S after C” for “S in A, in B and after C”: three cases and more, each opened by its own word."""
    opening = _OPENER.search(sentence)
    if opening is None or not _FINITE.search(sentence[: opening.start()]):
        return ()
    shared, rest = sentence[: opening.start()], sentence[opening.start() :].strip(" .")
    cases = [case.strip(" ,") for case in _NEXT_CASE.split(rest)]
    return tuple(f"{shared} {case}." for case in cases) if len(cases) > len(("two", "cases")) and all(cases) else ()


def _cases(sentence: str) -> list[re.Match[str]]:
    """The ways to read the end of a sentence as two cases: from each word that opens one."""
    found: list[re.Match[str]] = []
    position = 0
    while (match := _CASES.search(sentence, position)) is not None:
        found.append(match)
        position = match.start() + 1
    return found
