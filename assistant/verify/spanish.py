"""Spanish text → English words in the same order, so that a claim in one language can be held against the other. Pure.

Names are translated by the lexicon, general words by ``spanish.yaml``, words of Greek and Latin by their endings; what none of
them knows stays as it is, and finds no support.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.answers import Evidence
from assistant.words.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]+")
# "3 a 6", "entre 3 y 6": a range.
_RANGE = re.compile(r"(?:\bentre\s+(?P<low>\d+)\s+y|(?P<from>\d+)\s+al?)\s+(?=\d)", re.IGNORECASE)
_DECIMAL = re.compile(r"(?<=\d),(?=\d{1,2}(?!\d))")
# Words that Spanish has and English hasn't, but for names and abbreviations.
_FUNCTION = frozenset(
    """
    el la los las del al de un una unos unas que con para por se es son no en y como más cada sin sobre entre tras cuando si
    pero su sus debe deben puede pueden está están fue han ha hasta desde también según después antes ser
    """.split()
)
_ENGLISH = frozenset("the of and is are was were with for to in than be been has have should may not or by from on at as".split())
_MARKS = re.compile(r"[áéíóúñ¿¡]", re.IGNORECASE)
# "Sin importar A, B ni C": behind such words "ni" joins, and denies nothing more.
_NOR = re.compile(r"(\b(?:regardless\s+of|irrespective\s+of|without)\b[^.;:]*?)\bnor\b", re.IGNORECASE)
_REGARDLESS = "regardless of"
_LEAST = 2
_LONGEST = 5
_ENDINGS = (
    (re.compile(r"ciones$"), "tions"),
    (re.compile(r"ción$"), "tion"),
    (re.compile(r"siones$"), "sions"),
    (re.compile(r"sión$"), "sion"),
    (re.compile(r"idad$"), "ity"),
    (re.compile(r"idades$"), "ities"),
    (re.compile(r"mente$"), "ly"),
    (re.compile(r"(?<=[a-z]{3})logía$"), "logy"),
    (re.compile(r"patía$"), "pathy"),
    (re.compile(r"(?<=[a-z]{3})emia$"), "emia"),
    (re.compile(r"(?<=[a-z]{4})ic[oa]$"), "ic"),
    (re.compile(r"(?<=[a-z]{4})ic[oa]s$"), "ic"),
    (re.compile(r"(?<=[a-z]{4})in[oa]$"), "in"),
    (re.compile(r"(?<=[a-z]{4})ol$"), "ole"),
)


def is_spanish(text: str) -> bool:
    """True if more of its little words are Spanish than English."""
    words = [word.lower() for word in _WORD.findall(text)]
    spanish = sum(word in _FUNCTION for word in words)
    marked = bool(_MARKS.search(text))
    return spanish + marked >= _LEAST and spanish > 0 and spanish > sum(word in _ENGLISH for word in words)


def evidence_in_english(evidence: Sequence[Evidence], lexicon: Lexicon) -> tuple[Evidence, ...]:
    """The evidence, Spanish pieces of it in English words; headings go with their piece."""
    return tuple(
        replace(
            piece,
            text="\n".join(in_english(line, lexicon) for line in piece.text.split("\n")),
            heading_path=tuple(in_english(heading, lexicon) for heading in piece.heading_path),
            lead_in=in_english(piece.lead_in, lexicon),
            antecedent=in_english(piece.antecedent, lexicon),
            title=in_english(piece.title, lexicon),
        )
        if is_spanish(piece.text)
        else piece
        for piece in evidence
    )


@lru_cache(maxsize=4096)
def in_english(text: str, lexicon: Lexicon) -> str:
    """The text word by word in English; names as the lexicon has them."""
    text = _RANGE.sub(lambda found: f"{found['low'] or found['from']}-", text)
    names = {mention.start: mention for mention in lexicon.mentions(text)}
    tokens = list(_WORD.finditer(text))
    out: list[str] = []
    position, number = 0, 0
    while number < len(tokens):
        token = tokens[number]
        out.append(_DECIMAL.sub(".", text[position : token.start()]))
        mention = names.get(token.start())
        if mention is not None and mention.concept.kind != "care" and not _general(text[mention.start : mention.end]):
            out.append(_whatever(text[mention.start : mention.end]) + mention.concept.name)
            position = mention.end
            number = next((other for other in range(number, len(tokens)) if tokens[other].start() >= position), len(tokens))
            continue
        length, english = _longest(tokens[number : number + _LONGEST], text)
        out.append(english)
        position = tokens[number + length - 1].end()
        number += length
    out.append(_DECIMAL.sub(".", text[position:]))
    english = re.sub(r"[ \t]+", " ", "".join(out)).strip()
    return _NOR.sub(r"\1or", english)


def _whatever(surface: str) -> str:
    """“regardless of ” for a name that holds as much ("sin importar la edad")."""
    words = surface.lower().split()
    return next((f"{known} " for size in (3, 2, 1) if (known := _wordings().get(tuple(words[:size]))) == _REGARDLESS), "")


def _general(surface: str) -> bool:
    """True for words that the lexicon calls a name and the list knows as general words."""
    return _wordings().get(tuple(surface.lower().split())) is not None


def _longest(tokens: Sequence[re.Match[str]], text: str) -> tuple[int, str]:
    words = [token[0].lower() for token in tokens]
    for length in range(len(words), 0, -1):
        if length > 1 and not text[tokens[0].start() : tokens[length - 1].end()].replace(" ", "").isalpha():
            continue
        english = _known(tuple(words[:length]))
        if english is not None:
            return length, english
    return 1, _by_ending(tokens[0][0])


def _known(words: tuple[str, ...]) -> str | None:
    found = _wordings().get(words)
    if found is not None:
        return found
    for size in range(len(words[-1]), 2, -1):
        found = _wordings().get((*words[:-1], words[-1][:size] + "*"))
        if found is not None:
            return found
    return None


def _by_ending(word: str) -> str:
    for pattern, english in _ENDINGS:
        if pattern.search(word):
            return _plain(pattern.sub(english, word))
    return word


def _plain(word: str) -> str:
    return word.translate(str.maketrans("áéíóú", "aeiou"))


@lru_cache(maxsize=1)
def _wordings() -> dict[tuple[str, ...], str]:
    raw: dict[str, str] = yaml.safe_load((Path(__file__).parent / "spanish.yaml").read_text("utf-8"))
    found: dict[tuple[str, ...], str] = {}
    for english, values in raw.items():
        for wording in values.split(","):
            found.setdefault(tuple(wording.lower().split()), english)
    return found
