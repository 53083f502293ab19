"""Letters and memoranda: their heads, greetings and signatures set aside, the marks of what they quote taken away."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.parse.wrapped.rows import MESSAGE

_QUOTED = re.compile(r"^(?:> ?)+")
_LEAST_QUOTED = 5
_FIELD = re.compile(
    r"(?P<name>from|sent|to|cc|bcc|date|subject|importance|attachments?|reply-to|ref(?:erence)?|priority|info|through|via|re|"
    r"de|enviado|para|fecha|asunto|cc?o|adjuntos?)[ ]?:(?:\s|$)",
    re.IGNORECASE,
)
_LEAST_FIELDS, _LEAST_TOLD = 3, 2
_TELLING = frozenset({"from", "to", "de", "para"})
_SUBJECT = re.compile(r"(?:subject|asunto|re)[ ]?:\s*(?P<words>.+)", re.IGNORECASE)
_AGAIN = re.compile(r"^(?:(?:fw|fwd|re|rv|wg|aw)\s?:\s*)+", re.IGNORECASE)
_FORWARDED = re.compile(
    r"-{2,}\s?(?:original message|forwarded message|mensaje (?:original|reenviado)|forwarded by\b.*)\s?-{2,}$", re.IGNORECASE
)
_SIGNED = re.compile(r"signed\b|fdo\b|\(?sgd\b|firmado\b", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|all|team|everyone|colleagues)\b|"
    r"(?:estimad[oa]s?|querid[oa]s?|hola|buen[oa]s)\b",
    re.IGNORECASE,
)
_MAILER = re.compile(r"(?:sent from (?:my|outlook|mail|yahoo)|get outlook for|enviado desde mi)\b.{0,40}$", re.IGNORECASE)
_MOST_GREETING, _MOST_NAME = 8, 3
_SHORT, _AMONG = 0.9, 30
_STOPPED = (".", "!", "?", ":", ";")


def read_messages(lines: Sequence[str]) -> tuple[list[str], list[str], str]:
    """The lines without what belongs to letters, what was set aside, and the subject of the first; as it was if there is none."""
    quoted = sum(line.startswith(">") for line in lines)
    bare = [_QUOTED.sub("", line) for line in lines] if quoted >= _LEAST_QUOTED else list(lines)
    heads = _heads(bare)
    if not heads:
        return list(lines), [], ""
    subject = next((words for begin, end in heads if (words := _subject(bare[begin:end]))), "")
    kept: list[str] = []
    aside: list[str] = []
    first = heads[0][0]
    if first <= _AMONG and not any(line.rstrip().endswith(".") for line in bare[:first]):
        aside += bare[:first]
    else:
        kept += bare[:first]
    for number, (begin, end) in enumerate(heads):
        until = heads[number + 1][0] if number + 1 < len(heads) else len(bare)
        aside += bare[begin:end]
        said, left = _without_ends(bare[end:until])
        kept += [MESSAGE, "", *said]
        aside += left
    return kept, [line.strip() for line in aside if line.strip()], _AGAIN.sub("", subject)


def _heads(lines: Sequence[str]) -> list[tuple[int, int]]:
    """(first, behind the last) line of each letter's head: fields one below the other, at least who writes and to whom."""
    found: list[tuple[int, int]] = []
    number = 0
    while number < len(lines):
        if not _FIELD.match(lines[number]):
            number += 1
            continue
        end = number
        while end < len(lines) and lines[end].strip():
            end += 1
        fields = [match["name"].lower() for line in lines[number:end] if (match := _FIELD.match(line))]
        if len(fields) >= _LEAST_FIELDS and len(_TELLING & set(fields)) >= 1 and len(set(fields)) >= _LEAST_TOLD + 1:
            begin = number - 1 if number and _FORWARDED.match(lines[number - 1].strip()) else number
            found.append((begin, _with_subject(lines, end)))
        number = max(end, number + 1)
    return found


def _with_subject(lines: Sequence[str], end: int) -> int:
    """Behind a subject that stands by itself below the head, single lines before it."""
    at = end
    for _ in range(3):
        while at < len(lines) and not lines[at].strip():
            at += 1
        last = at
        while last < len(lines) and lines[last].strip():
            last += 1
        if at < len(lines) and _SUBJECT.match(lines[at]):
            return last
        if last - at != 1:
            break
        at = last
    return end


def _subject(head: Sequence[str]) -> str:
    for number, line in enumerate(head):
        if match := _SUBJECT.match(line):
            words = match["words"].strip()
            for more in head[number + 1 :]:
                if not more.strip() or _FIELD.match(more):
                    break
                words += f" {more.strip()}"
            return words
    return ""


def _without_ends(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """A letter without greetings and signature, and these."""
    end = next((number for number, line in enumerate(lines) if line.rstrip() in {"--", "-- "}), len(lines))
    end = next((number for number, line in enumerate(lines[:end]) if _SIGNED.match(line.strip())), end)
    said, left = list(lines[:end]), list(lines[end:])
    width = max((len(line) for line in said), default=0)
    while said:
        begin = len(said)
        while begin and not said[begin - 1].strip():
            begin -= 1
        last = begin
        while begin and said[begin - 1].strip():
            begin -= 1
        block = said[begin:last]
        if not block or not all(_is_signature(line, width) for line in block):
            break
        left = [*block, *left]
        said = said[:begin]
    for number, line in enumerate(said):
        if _MAILER.match(line.strip()):
            # A letter may go on below its signature with what it brings.
            begin = number - 1 if number and 0 < len(said[number - 1].split()) <= _MOST_NAME else number
            left += said[begin : number + 1]
            said[begin : number + 1] = [""] * (number + 1 - begin)
    for number, line in enumerate(said):
        alone = (not number or not said[number - 1].strip()) and (number + 1 >= len(said) or not said[number + 1].strip())
        if alone and _is_greeting(line.strip()):
            left.append(line)
            said[number] = ""
    return said, left


def _is_greeting(line: str) -> bool:
    """Whether a line greets, at the beginning of a letter or at its end."""
    words = len(line.split())
    return 0 < words <= _MOST_GREETING and (line.endswith(",") or (_GREETING.match(line) is not None and not line.endswith(".")))


def _is_signature(line: str, width: int) -> bool:
    words = line.strip()
    is_short = (
        len(line) < _SHORT * width
        and not words.endswith(_STOPPED)
        and "   " not in words
        and "|" not in words[:1]
        and not words.startswith(("-", "*", "•"))
    )
    return (is_short and words[:1].isupper()) or set(words) <= set("-=_*")
