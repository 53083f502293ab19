"""The things that a turn names: the lexicon's, misspelt ones, capitalised names, and runs of words that carry content. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from assistant.question.focus import NAME, PHRASE, Thing, pattern, tokens, words
from assistant.question.kin import households
from assistant.words.concepts import Concept
from assistant.words.language import fold
from assistant.words.lexicon import Lexicon

_NAME_WORD = r"(?:[A-ZÁÉÍÓÚÑ]\.(?=[ A-Z])|[A-ZÁÉÍÓÚÑ][\w’&-]*(?:'(?!s\b)\w+)*)"
_SMALL = r"(?:(?:of|the|de|la|del|and|for|in|von|van) (?=[A-ZÁÉÍÓÚÑ]))*"
_LOOK_BACK = 80
_ASKER = re.compile(r"I['’](?:m|ve|d|ll)\b")
_CAPITALISED = re.compile(rf"(?:{_NAME_WORD}|\b\d{{4}}\b(?= [A-Z]))(?:[ -]{_SMALL}(?:{_NAME_WORD}|[0-9]+\b))*")


def named_things(
    text: str, lexicon: Lexicon, *, names: Collection[str] = (), phrases: bool = False, typed: bool = True
) -> tuple[Thing, ...]:
    """The things named in a text, in order: the lexicon's, then names, and with ``phrases`` runs of content words.

    ``typed`` reads text as people type it, abbreviations in any case. ``names`` are folded names met earlier, found in
    lower case as well. A misspelt word of the lexicon is found as typed.
    """
    found = [_from_mention(text, mention.concept, mention.start, mention.end) for mention in lexicon.mentions(text, typed=typed)]
    at_home = households(text)
    found = [thing for thing in found if not any(begin <= thing.start and thing.end <= end for begin, end in at_home)]
    found = [thing for thing in found if not _is_accented_otherwise(thing)]
    found = [thing for thing in found if not _is_part(text, thing, found)]
    found += _misspelt(text, lexicon, found)
    found += _names(text, found, names)
    if phrases:
        found += _runs(text, found)
    return tuple(sorted((replace(thing, within=text) for thing in found), key=lambda thing: thing.start))


def with_results(text: str, lexicon: Lexicon) -> tuple[str, list[Thing]]:
    """The text with results of tests told as patients are named: "X is negative" → "X negative", if there are such patients.

    In a condition the words stay ("if X is negative"), and the patients come back as things.
    """
    flat = fold(text) if len(fold(text)) == len(text) else text.lower()
    stays = bool(pattern("condition", r"^[\s¿]*(?:what |y )?(?:{})\b").match(flat))
    things: list[Thing] = []
    for match in reversed(list(pattern("result_linked", r"\b([a-z0-9][\w/-]*)(?:{})\b").finditer(flat))):
        start, end = match.span()
        joined = f"{text[start : match.end(1)]} {match.group(2)}"
        found = lexicon.mentions(joined, typed=True)
        if not any(one.concept.kind == "population" and one.start == 0 for one in found):
            continue
        if stays:
            concept = found[0].concept
            told = Thing(text=text[start:end], key=concept.concept_id, kind=concept.kind, start=start, end=end, concept=concept)
            things.append(replace(told, within=text))
        else:
            text = text[:start] + joined + text[end:]
    return text, things


def _is_accented_otherwise(thing: Thing) -> bool:
    """Whether a wording carries an accent that the lexicon's has not, and so is another word: "papá" is no "papa"."""
    typed = thing.text.lower()
    if thing.concept is None or typed == fold(typed):
        return False
    alike = [wording.lower() for wording in thing.concept.wordings if fold(wording) == fold(typed)]
    return bool(alike) and typed not in alike and all(wording == fold(wording) for wording in alike)


def _is_part(text: str, thing: Thing, found: Sequence[Thing]) -> bool:
    """Whether a plain organ is only the first word of something else: "bone marrow"."""
    follower = re.match(r" ([a-z]{3,})\b", text[thing.end :])
    if not (thing.is_attribute and thing.kind == "site" and follower):
        return False
    start = thing.end + follower.start(1)
    known = follower.group(1) in words()["stopwords"] or pattern("verbs").fullmatch(follower.group(1))
    return not known and all(start < other.start or other.end <= start for other in found)


def _from_mention(text: str, concept: Concept, start: int, end: int) -> Thing:
    return Thing(text=text[start:end], key=concept.concept_id, kind=concept.kind, start=start, end=end, concept=concept)


def _free(found: Iterable[Thing], start: int, end: int) -> bool:
    return all(end <= thing.start or thing.end <= start for thing in found)


def _misspelt(text: str, lexicon: Lexicon, found: Sequence[Thing]) -> list[Thing]:
    mended: list[Thing] = []
    for word, start, end in tokens(text):
        if word in words()["stopwords"] or not _free(found, start, end):
            continue
        right = lexicon.correct(word)
        mentions = lexicon.mentions(right) if right else ()
        if mentions:
            mended.append(_from_mention(text, mentions[0].concept, start, end))
    return mended


def proper_names(text: str) -> list[tuple[str, int, int]]:
    """Capitalised names with their offsets; a single word that only opens a sentence is none."""
    found: list[tuple[str, int, int]] = []
    for match in _CAPITALISED.finditer(text):
        name, start = match.group().rstrip(".'’"), match.start()
        first = fold(name.split()[0])
        if first in words()["stopwords"] and " " in name:
            offset = name.index(" ") + 1
            name, start = name[offset:], start + offset
        # A short look back: over the whole text before each name, a long one would take minutes.
        before = text[max(0, start - _LOOK_BACK) : start]
        opens = not re.search(r"[^\s.!?:\n\"“(]\s*$", before) or bool(re.search(r"[.!?:]\s*$", before))
        lone = " " not in name and not any(character.isupper() or character.isdigit() for character in name[1:])
        if fold(name) in words()["stopwords"] or _ASKER.match(name) or len(name) < 2 or (opens and lone):  # noqa: PLR2004
            continue
        found.append((name, start, start + len(name)))
    return found


def _names(text: str, found: Sequence[Thing], names: Collection[str]) -> list[Thing]:
    spans = [(start, end) for _, start, end in proper_names(text)]
    folded = fold(text)
    for name in sorted((name for name in names if name in folded), key=len, reverse=True):
        spans += [match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", folded)]
    kept: list[Thing] = []
    spans = [_extended(text, start, end) for start, end in spans]
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if _free([*found, *kept], start, end):
            kept.append(Thing(text=text[start:end], key=fold(text[start:end]), kind=NAME, start=start, end=end))
    return kept


def _extended(text: str, start: int, end: int) -> tuple[int, int]:
    """A name of one word with the content word behind it: "American football"."""
    follower = re.match(r" ([a-z]{3,})\b", text[end:]) if " " not in text[start:end] else None
    if follower and follower.group(1) not in words()["stopwords"] and not pattern("verbs").fullmatch(follower.group(1)):
        return start, end + follower.end()
    return start, end


def _runs(text: str, found: Sequence[Thing]) -> list[Thing]:
    runs: list[list[tuple[int, int]]] = []
    previous = -2
    for word, start, end in tokens(text):
        free = word not in words()["stopwords"] and len(word) > 1 and _free(found, start, end) and not _is_verb(text, start, end)
        if free and previous >= 0 and text[previous:start].strip() == "":
            runs[-1].append((start, end))
        elif free:
            runs.append([(start, end)])
        previous = end if free else -2
    return [
        Thing(
            text=text[run[0][0] : run[-1][1]],
            key=fold(text[run[0][0] : run[-1][1]]),
            kind=PHRASE,
            start=run[0][0],
            end=run[-1][1],
        )
        for run in runs
    ]


def _is_verb(text: str, start: int, end: int) -> bool:
    """Whether a word stands where a verb does: behind "will i" or "to", or at the head of an order ("remove the …")."""
    before = tokens(text[:start])
    if before:
        return bool(pattern("agents").fullmatch(before[-1][0]))
    return bool(pattern("articles", r"^ (?:{})\b").match(fold(text[end:])))
