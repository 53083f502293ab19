"""Which emergency a message reports, if any: signals × who has it × how acute. The words stand in ``triage_wordings.yaml``.

A message is cut into sentences. A signal found in a sentence counts unless it is negated, past, supposed, or the subject of
a general question; a bare noun ("chest pain") counts only when somebody has it or something makes it acute.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.urgency.asides import asks_of_outlook
from assistant.urgency.triage_words import Wordings, is_general, plain, sentences, wordings

_TURN = re.compile(r"[,()]|\b(?:but|and now|now|and then|pero|y ahora|ahora)\b")
_POSSESSED = re.compile(r"\b(?:my|her|his|our|mi|su|nuestr[oa])(?: [\w-]+){0,2} $")
_PRO_DROP = re.compile(r"\b(?:tengo|tiene|tenemos|estoy|me dio|le dio|presenta|me ha dado)(?: [\w-]+){0,4} $")
# "Having chest pain on the pump": told of the writer, who left "I'm" out.
_OPENS_WITH_HAVING = re.compile(
    r"^[ ,;-]*(?:(?:now|still|just|also|again) )?(?:having|getting|developing|experiencing)(?: [\w-]+){0,4} $"
)
_COMPOUND = re.compile(
    r"^[ -](?:risks?|prophylaxis|prevention|rates?|medications?|management|drugs?|guidelines?|protocols?|kits?)\b"
)
_SPECIFIC = re.compile(r"\b(?:i|im|ive|me|my|shes?|hes?|her|his|we|our|mi|yo|me|le|this patient|the patient|our patient)\b")
# "Should I sponge my feverish child?" asks what to do of a child that is known to be ill. Of a very young one, or one under
# treatment, it can't wait.
_OF_CHILD = re.compile(r"^ (?:child|kid|toddler|son|daughter|boy|girl|baby)(?:ren|s)?\b")
_SMALL = re.compile(
    r"\b(?:newborn|neonate|premature|chemo\w*|neutro\w*|(?:days?|weeks?|wks?|months?) ?-?old|"
    r"(?:on|had|has|having|after|with|during|since|finished|start\w*)(?: \w+){0,2} medicine)\b"
)
# Whoever tells a story seldom tells it of oneself.
_OWN = re.compile(r"\b(?:i|im|ive|my|me|we|our|yo|mi|me|estoy|tengo)\b")
_NOW = re.compile(r"\b(?:now|today|tonight|again|this (?:morning|afternoon|evening)|just|ahora|hoy|otra vez)\b")
_ASSERTED = "suicide"
# What somebody took may harm long after they say that they are well.
_LATE = frozenset({_ASSERTED, "overdose"})
_ANY_DRUG = "medicine"
_BRACKETED_YEAR = re.compile(r"\(\s*((?:19|20)\d\d)\s*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What a message reports: the kind of emergency, and whether it is one however calm the message sounds."""

    kind: str
    certain: bool


def find_emergency(text: str, *, before: str = "", treatments: Sequence[tuple[int, int]] = ()) -> Reported | None:
    """The emergency that ``text`` reports as happening to somebody, or None; of several kinds the first in the file.

    ``before`` is what the user said earlier: it lends setting ("chemo last week"), never the emergency itself.
    ``treatments`` are where ``text`` names a drug, which the wordings file can't know.
    """
    book = wordings()
    for start, end in sorted(treatments, reverse=True):
        text = f"{text[:start]}{_ANY_DRUG}{text[end:]}"
    message = plain(_BRACKETED_YEAR.sub(r"in \1", text), book)
    live = _live_signals(message, book)
    live |= _settings(f"{plain(before, book)} {message}", book)
    if treatments:
        live.add("chemo")
    if book.frame["person"].search(message):
        live.add("personal")
    kinds = [kind.name for kind in book.emergencies if any(group <= live for group in (*kind.groups, *kind.certain))]
    certain = any(group <= live for kind in book.emergencies for group in kind.certain)
    return Reported(kind=kinds[0], certain=certain) if kinds else None


def _settings(message: str, wordings: Wordings) -> set[str]:
    return {signal.name for signal in wordings.signals if any(pattern.search(message) for pattern in signal.contexts)}


def _live_signals(message: str, wordings: Wordings) -> set[str]:
    frame = wordings.frame
    told = sentences(message)
    urgent = bool(frame["help"].search(message))
    figures = {name for sentence in told for name in _figures(sentence, wordings)}
    live = figures | ({"help"} if urgent else set()) | ({"acute"} if urgent or figures else set())
    for sentence in told:
        if asks_of_outlook(sentence):
            continue
        acute = bool(frame["acute"].search(sentence)) and not frame["general"].search(sentence)
        live |= _signals_of(sentence, wordings, pressing=acute or urgent or bool(figures))
        if acute and not is_general(sentence, frame):
            live.add("acute")
    return live


def _signals_of(sentence: str, wordings: Wordings, *, pressing: bool) -> set[str]:
    """The signals that a sentence gives; with "?" behind the name those that it only tells of."""
    live: set[str] = set()
    frame = wordings.frame
    if (frame["story"].search(sentence) or frame["told_by"].match(sentence)) and not _OWN.search(sentence):
        return live
    for signal in wordings.signals:
        topics = [match for pattern in signal.topics for match in pattern.finditer(sentence)]
        findings = (match for pattern in signal.findings for match in pattern.finditer(sentence))
        found = any(_counts(match, sentence, signal.name, frame) for match in findings)
        if found or any(_topic_counts(match, sentence, frame, pressing=pressing) for match in topics):
            live |= {signal.name, f"{signal.name}?"}
        elif any(_is_told(match, sentence, frame) for match in topics):
            live.add(f"{signal.name}?")
    return live


def _figures(sentence: str, wordings: Wordings) -> set[str]:
    found: set[str] = set()
    for figure in wordings.figures:
        for match in figure.pattern.finditer(sentence):
            value = float(match.group(1).replace(",", "."))
            if figure.above < value < figure.below and _counts(match, sentence, figure.signal, wordings.frame):
                found.add(figure.signal)
    return found


def _is_told(match: re.Match[str], sentence: str, frame: dict[str, re.Pattern[str]]) -> bool:
    """Whether a topic is told rather than asked about, denied, past or supposed: enough beside a telling setting."""
    before = sentence[: match.start()]
    aside = _set_aside(before, match, sentence, frame) or frame["general"].search(sentence)
    return not (frame["negated"].search(before) or aside or is_general(sentence, frame))


def _counts(match: re.Match[str], sentence: str, signal: str, frame: dict[str, re.Pattern[str]]) -> bool:
    """Whether a finding is told as happening: not negated, past, supposed or asked about in general."""
    before = sentence[: match.start()]
    if frame["negated"].search(before):
        return False
    if signal == _ASSERTED:
        return not frame["spoken_of"].search(sentence)
    if signal not in _LATE and _is_over(match, sentence, frame):
        return False
    if is_general(sentence, frame) and not _SPECIFIC.search(sentence):
        return False
    return not _set_aside(before, match, sentence, frame)


def _is_over(match: re.Match[str], sentence: str, frame: dict[str, re.Pattern[str]]) -> bool:
    """Whether a sentence tells what was long ago, how it ended well, what an animal has, or what one drowns in so to speak."""
    before, behind = sentence[: match.start()], sentence[match.end() :]
    long_past = frame["long_past"].search(before)
    if long_past and not before[: long_past.start()].strip(" -,") and not _NOW.search(sentence[long_past.end() :]):
        return True
    if frame["animal"].search(before) and not frame["person"].search(before):
        return True
    return bool(frame["ended_well"].search(behind) or frame["drowned_in"].match(behind.lstrip()))


def _set_aside(before: str, match: re.Match[str], sentence: str, frame: dict[str, re.Pattern[str]]) -> bool:
    near = _TURN.split(before)[-1]
    if frame["supposed"].search(near):
        return True
    abouts = list(frame["about"].finditer(near))
    if abouts and not frame["bound"].search(near[abouts[-1].end() :]) and not _POSSESSED.search(near[abouts[-1].end() :]):
        return True
    behind = _TURN.split(sentence[match.end() :])[0]
    if frame["past"].search(near + match.group() + behind) or frame["that_month"].search(behind):
        return True
    return bool(_COMPOUND.search(sentence[match.end() :]))


def _topic_counts(match: re.Match[str], sentence: str, frame: dict[str, re.Pattern[str]], *, pressing: bool) -> bool:
    """Whether somebody has what could as well be asked about, or it is pressing."""
    before = sentence[: match.start()]
    if frame["negated"].search(before) or _set_aside(before, match, sentence, frame) or _is_over(match, sentence, frame):
        return False
    if (
        not pressing
        and _OF_CHILD.search(sentence[match.end() :])
        and sentence.rstrip().endswith("?")
        and not _SMALL.search(sentence)
    ):
        return False
    near = _TURN.split(before)[-1]
    bound = any(p.search(near) for p in (frame["bound"], frame["bound_contracted"], _POSSESSED, _PRO_DROP))
    if bound:
        return True
    if _OPENS_WITH_HAVING.search(before) and not frame["general"].search(sentence):
        return True
    return pressing and not is_general(sentence, frame) and not frame["general"].search(sentence)
