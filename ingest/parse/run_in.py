"""Labels that open paragraphs of a capture and name what they are about: "Food: …", "Food. …", "Food — …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.parse.labels import names_box_kind
from ingest.parse.lines import Line
from ingest.parse.zones import zone_of
from ingest.sentences import asserts

_RUN_IN = re.compile(
    r"(?P<label>[A-ZÁÉÍÓÚÑ][^.:!?\n—]{2,70}?)(?:(?P<stop>[:.])\s+(?=[A-ZÁÉÍÓÚÑ¿\"“])|\s+(?P<dash>—)\s+(?=[A-ZÁÉÍÓÚÑ¿\"“]))"
)
_SAID = re.compile(
    r"^(?:yes|no|sí)\b|\b(?:an?|your|their|his|its|our|my|them|it|him|you|we|they|this|these|those|su|sus|este|esta)\b",
    re.IGNORECASE,
)
"""Words of a short sentence ("Ring their clinic."), of an answer or of an aside, which name nothing."""
_LABEL_WORDS, _DASHED_WORDS = 4, 9
_LONGEST = 40
_LEAST_LABELS, _LEAST_BEHIND = 3, 3
_PREFIX = 6


@dataclass(frozen=True, slots=True)
class Label:
    """A label, how much of its line it takes, and whether it names all that follows up to the next."""

    words: str
    length: int
    reaches_on: bool


_QUESTION = re.compile(r"(?:Q|Question|Pregunta)\s?\d{0,2}\s?[:.)]\s+(?=\S)", re.IGNORECASE)
_ANSWER = re.compile(r"(?:A|Answer|Respuesta)\s?\d{0,2}\s?[:.)]\s+(?=\S)")


def is_question(text: str) -> bool:
    """Whether a line is a question that is marked as one ("Q: …?")."""
    return _QUESTION.match(text) is not None and text.rstrip().endswith("?")


def bare_question(text: str) -> str:
    """A question without its mark."""
    return _QUESTION.sub("", text, count=1)


def answer_mark(text: str) -> int:
    """How much of a text is the mark of an answer ("A: "); 0 without one."""
    match = _ANSWER.match(text)
    return match.end() if match else 0


def run_in_labels(lines: Sequence[Line], is_heading: Sequence[bool]) -> dict[int, Label]:
    """Labels that open paragraphs, by the offset of the paragraph: "Food: …" on a page without headings, the others on any.

    One or two such openings are no habit: then they are words of their sentence.
    """
    found: dict[str, dict[int, Label]] = {":": {}, ".": {}, "—": {}}
    for line, flag in zip(lines, is_heading, strict=True):
        match = None if flag or line.is_bullet else _RUN_IN.match(line.text)
        if match is None or asserts(match["label"]) or (match["stop"] == "." and not names_something(match["label"])):
            continue
        words, kind = match["label"].strip(), match["stop"] or match["dash"]
        is_short = len(words.split()) <= _LABEL_WORDS and len(words) <= _LONGEST
        if is_short or (kind == "—" and len(words.split()) <= _DASHED_WORDS):
            found[kind][line.start] = Label(words, match.end(), reaches_on=kind == "—")
    if sum(is_heading) >= len(found[":"]):
        found[":"].clear()
    return {start: label for labels in found.values() if len(labels) >= _LEAST_LABELS for start, label in labels.items()}


def names_something(words: str) -> bool:
    """Whether the words before a stop are a name, and no short sentence, answer or aside."""
    return not asserts(words) and _SAID.search(words) is None


def opens_paragraph(name: str, behind: str) -> bool:
    """Whether a name in other letters, without its stop, is the heading of the paragraph that goes on ``behind`` it."""
    goes_on = len(behind.split()) >= _LEAST_BEHIND and behind.strip()[:1].isupper()
    return goes_on and name[:1].isupper() and names_something(name) and not names_box_kind(name) and zone_of(name) is None


def telling(label: str, labels: Iterable[Label]) -> frozenset[str]:
    """The stems of a label that no other label has."""
    counts = Counter(stem for other in labels for stem in stems(other.words))
    return frozenset(stem for stem in stems(label) if counts[stem] == 1)


def stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text."""
    return frozenset(word[:_PREFIX] for word in re.findall(r"[^\W\d_]{4,}", text.lower()))
