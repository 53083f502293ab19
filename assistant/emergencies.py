"""Which emergency a message reports, if any: signals × who has it × how acute. The words stand in ``triage_wordings.yaml``.

A message is cut into sentences. A signal found in a sentence counts unless it is negated, past, supposed, or the subject of
a general question; a bare noun ("chest pain") counts only when somebody has it or something makes it acute.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz.distance import DamerauLevenshtein

from assistant.language import fold

_WORDINGS = Path(__file__).with_name("triage_wordings.yaml")
_LIST = re.compile(r"\{([a-z_]+)\}")
_SENTENCE = re.compile(r"(?<=[.!?;:\n])\s+|\n+")
_TURN = re.compile(r"[,()]|\b(?:but|and now|now|and then|pero|y ahora|ahora)\b")
_OPENING = r"^\W*(?:(?:and|so|but|ok|okay|hi|hello|please|also|then|well|y|pero|entonces|hola|oye)\W+)*"
_POSSESSED = re.compile(r"\b(?:my|her|his|our|mi|su|nuestr[oa])(?: [\w-]+){0,2} $")
_PRO_DROP = re.compile(r"\b(?:tengo|tiene|tenemos|estoy|me dio|le dio|presenta|me ha dado)(?: [\w-]+){0,4} $")
_COMPOUND = re.compile(
    r"^ (?:risks?|prophylaxis|prevention|rates?|medications?|management|drugs?|guidelines?|protocols?|kits?)\b"
)
_SPECIFIC = re.compile(r"\b(?:i|im|ive|me|my|shes?|hes?|her|his|we|our|mi|yo|me|le|this patient|the patient|our patient)\b")
_BRIEF = 2
_CORRECTABLE = 5
_ASSERTED = "suicide"
_ANY_DRUG = "medicine"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signal:
    """One signal's patterns: what reports by itself, what can be asked about, what is only a setting."""

    name: str
    findings: tuple[re.Pattern[str], ...]
    topics: tuple[re.Pattern[str], ...]
    contexts: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Figure:
    """A figure that counts as a signal when it lies strictly between ``above`` and ``below``."""

    signal: str
    pattern: re.Pattern[str]
    above: float
    below: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wordings:
    """The wordings file, compiled."""

    signals: tuple[_Signal, ...]
    figures: tuple[_Figure, ...]
    emergencies: tuple[tuple[str, tuple[frozenset[str], ...]], ...]
    frame: dict[str, re.Pattern[str]]
    aliases: dict[str, str]
    spelling: tuple[str, ...]
    real_words: frozenset[str]


@lru_cache(maxsize=1)
def _wordings() -> _Wordings:
    raw: dict[str, Any] = yaml.safe_load(_WORDINGS.read_text(encoding="utf-8"))
    lists: dict[str, str] = {}
    for name, words in raw["lists"].items():
        lists[name] = _filled(words, lists)
    return _Wordings(
        signals=tuple(_signal(name, entry, lists) for name, entry in raw["signals"].items()),
        figures=tuple(_Figure(**{**entry, "pattern": re.compile(entry["pattern"])}) for entry in raw["figures"]),
        emergencies=tuple((entry["kind"], tuple(frozenset(group) for group in entry["any"])) for entry in raw["emergencies"]),
        frame=_frame(raw["frame"], lists),
        aliases=dict(raw["aliases"]),
        spelling=tuple(raw["spelling"]),
        real_words=frozenset(raw["real_words"]),
    )


def _filled(pattern: str, lists: dict[str, str]) -> str:
    return _LIST.sub(lambda match: lists[match.group(1)], pattern)


def _signal(name: str, entry: dict[str, list[str]], lists: dict[str, str]) -> _Signal:
    def compiled(key: str) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(_filled(pattern, lists)) for pattern in entry.get(key, ()))

    return _Signal(name=name, findings=compiled("finding"), topics=compiled("topic"), contexts=compiled("context"))


def _frame(raw: dict[str, str], lists: dict[str, str]) -> dict[str, re.Pattern[str]]:
    words = {name: re.compile(rf"\b(?:{_filled(pattern, lists)})\b") for name, pattern in raw.items() if name != "have"}
    words["person"] = re.compile(rf"\b(?:{lists['person']})\b")
    words["bound"] = re.compile(rf"\b(?:{lists['person']})\b(?: [\w-]+){{0,4}}? (?:{raw['have']})(?: [\w-]+){{0,4}} $")
    words["bound_contracted"] = re.compile(r"\b(?:im|ive|shes|hes|were|weve|theyre)(?: [\w-]+){0,4} $")
    words["negated"] = re.compile(rf"\b(?:{raw['negation']})(?: [\w-]+){{0,2}} $")
    words["question"] = re.compile(rf"{_OPENING}(?:{raw['question']})\b")
    words["help_first"] = re.compile(rf"{_OPENING}(?:{raw['help']})\b")
    return words


def find_emergency(text: str, *, before: str = "", treatments: Sequence[tuple[int, int]] = ()) -> str | None:
    """The kind of emergency that ``text`` reports as happening to somebody, or None.

    ``before`` is what the user said earlier: it lends setting ("chemo last week"), never the emergency itself.
    ``treatments`` are where ``text`` names a drug, which the wordings file can't know.
    """
    wordings = _wordings()
    for start, end in sorted(treatments, reverse=True):
        text = f"{text[:start]}{_ANY_DRUG}{text[end:]}"
    message = _plain(text, wordings)
    live = _live_signals(message, wordings)
    live |= _settings(f"{_plain(before, wordings)} {message}", wordings)
    if treatments:
        live.add("chemo")
    if wordings.frame["person"].search(message):
        live.add("personal")
    return next((kind for kind, groups in wordings.emergencies if any(group <= live for group in groups)), None)


def _plain(text: str, wordings: _Wordings) -> str:
    """Folded, apostrophes dropped, misspellings of the words that matter mended."""
    folded = re.sub(r"\b(?:oh|ay) no\b", "oh", fold(text).replace("'", ""))
    return re.sub(r"[a-z]+", lambda match: _mended(match.group(), wordings), re.sub(r"[ \t]+", " ", folded))


def _mended(word: str, wordings: _Wordings) -> str:
    if word in wordings.aliases:
        return wordings.aliases[word]
    if len(word) < _CORRECTABLE or word in wordings.real_words or word in wordings.spelling:
        return word
    allowed = 2 if len(word) > _CORRECTABLE else 1
    near = [
        (distance, known)
        for known in wordings.spelling
        if known[:2] == word[:2] and (distance := DamerauLevenshtein.distance(word, known, score_cutoff=allowed)) <= allowed
    ]
    return min(near)[1] if near else word


def _settings(message: str, wordings: _Wordings) -> set[str]:
    return {signal.name for signal in wordings.signals if any(pattern.search(message) for pattern in signal.contexts)}


def _live_signals(message: str, wordings: _Wordings) -> set[str]:
    live: set[str] = set()
    frame = wordings.frame
    urgent = bool(frame["help"].search(message))
    sentences = [sentence for sentence in _SENTENCE.split(message) if sentence.strip()]
    figures = {name for sentence in sentences for name in _figures(sentence, wordings)}
    for sentence in sentences:
        acute = bool(frame["acute"].search(sentence)) and not frame["general"].search(sentence)
        for signal in wordings.signals:
            found = any(_counts(match, sentence, signal.name, frame) for p in signal.findings for match in p.finditer(sentence))
            pressing = acute or urgent or bool(figures)
            found = found or any(
                _topic_counts(match, sentence, frame, pressing=pressing) for p in signal.topics for match in p.finditer(sentence)
            )
            if found:
                live.add(signal.name)
            if found or any(_is_told(match, sentence, frame) for p in signal.topics for match in p.finditer(sentence)):
                live.add(f"{signal.name}?")
        if acute and not _is_general(sentence, frame):
            live.add("acute")
    if urgent:
        live |= {"help", "acute"}
    return live | figures | ({"acute"} if figures else set())


def _figures(sentence: str, wordings: _Wordings) -> set[str]:
    found: set[str] = set()
    for figure in wordings.figures:
        for match in figure.pattern.finditer(sentence):
            value = float(match.group(1).replace(",", "."))
            if figure.above < value < figure.below and _counts(match, sentence, figure.signal, wordings.frame):
                found.add(figure.signal)
    return found


def _is_general(sentence: str, frame: dict[str, re.Pattern[str]]) -> bool:
    """True for a question that asks about a thing, as against a call for help."""
    return bool(frame["question"].search(sentence)) and not frame["help_first"].search(sentence)


def _is_told(match: re.Match[str], sentence: str, frame: dict[str, re.Pattern[str]]) -> bool:
    """Whether a topic is told rather than asked about, denied, past or supposed: enough beside a telling setting."""
    before = sentence[: match.start()]
    aside = _set_aside(before, match, sentence, frame) or frame["general"].search(sentence)
    return not (frame["negated"].search(before) or aside or _is_general(sentence, frame))


def _counts(match: re.Match[str], sentence: str, signal: str, frame: dict[str, re.Pattern[str]]) -> bool:
    """Whether a finding is told as happening: not negated, past, supposed or asked about in general."""
    before = sentence[: match.start()]
    if frame["negated"].search(before):
        return False
    if signal == _ASSERTED:
        return not frame["spoken_of"].search(sentence)
    if _is_general(sentence, frame) and not _SPECIFIC.search(sentence):
        return False
    return not _set_aside(before, match, sentence, frame)


def _set_aside(before: str, match: re.Match[str], sentence: str, frame: dict[str, re.Pattern[str]]) -> bool:
    near = _TURN.split(before)[-1]
    if frame["supposed"].search(near):
        return True
    abouts = list(frame["about"].finditer(near))
    if abouts and not frame["bound"].search(near[abouts[-1].end() :]) and not _POSSESSED.search(near[abouts[-1].end() :]):
        return True
    stretch = near + match.group() + _TURN.split(sentence[match.end() :])[0]
    return bool(frame["past"].search(stretch)) or bool(_COMPOUND.search(sentence[match.end() :]))


def _topic_counts(match: re.Match[str], sentence: str, frame: dict[str, re.Pattern[str]], *, pressing: bool) -> bool:
    """Whether somebody has what could as well be asked about, or it is pressing."""
    before = sentence[: match.start()]
    if frame["negated"].search(before) or _set_aside(before, match, sentence, frame):
        return False
    near = _TURN.split(before)[-1]
    bound = any(p.search(near) for p in (frame["bound"], frame["bound_contracted"], _POSSESSED, _PRO_DROP))
    if bound:
        return True
    return pressing and not _is_general(sentence, frame) and not frame["general"].search(sentence)
