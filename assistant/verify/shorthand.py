"""Clinicians' shorthand → words, as far as they can be told: "tx", "w/o", "s/p", "↑", "≠", "pembro". Pure.

A form with several meanings takes the one that the cited words say ("PR": a partial response, or a receptor); a word that
is no word, but begins exactly one word of the evidence, is cut short of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from assistant.answers import Evidence
from assistant.question.abbreviated import abbreviations
from assistant.verify.dosing import doses_in_words
from assistant.verify.folding import fold
from assistant.verify.scopes import Scoped, scope
from assistant.verify.wordings import stem, wordings
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_WORD = re.compile(r"[^\W_]+")
_CUT = re.compile(r"(?<![\w-])[A-Za-z]{3,}(?![\w-])")
_CUT_OFF = 2
# Names are cut to three letters and more, other words to four.
_WORD_CUT = 4
_SPLITTING = re.compile(r"\s*,\s+")
_ARROW = re.compile(r"\s*(?:-+>|=+>|→|⇒|➔|➜|⟶)\s*(?=\S)")
_ORDERED = re.compile(r"\b(?:then|after|before|following|followed|once|upon|until|prior|afterwards?|s/p)\b", re.IGNORECASE)
# Between words, ">" says which is better; "?" before a word leaves it open.
_SIGNS = (
    # "Keeps X from growing" is no keeping.
    (
        re.compile(
            r"\bkeep(?P<s>(?:s|ing)?)\s+(?P<whom>(?:[\w-]+\s+){1,4}?)from\s+(?!progress|com|return|worsen|get)(?=\w+ing\b)",
            re.IGNORECASE,
        ),
        r"prevent\g<s> \g<whom>from ",
    ),
    # "6.0 mo. vs 9.4 mo.": a unit's full stop ends no sentence.
    (re.compile(r"(?<=\d)(?P<unit>\s?(?:mo|wk|wks|yr|yrs|hr|hrs|min|mg|ml|mcg|kg))\.(?=\s+[a-z(])", re.IGNORECASE), r"\g<unit>"),
    (re.compile(r"(?<![^\s/(])\?(?=\w)"), "possibly "),
    (re.compile(r"\bsome\s+(?=\d)", re.IGNORECASE), "about "),
    (re.compile(r"(?P<what>[\w-]+)\s*[-:]\s*no(?=\s*(?:[.;,(—]|-\s|$))"), r"no \g<what>"),
    (re.compile(r"[≈≅≃]\s?(?=\d)"), "~"),
    (re.compile(r"(?<=\w)\s+>\s+(?=[^\W\d])"), " better than "),
    (re.compile(r"(?<=\w)\s+<\s+(?=[^\W\d])"), " less than "),
)


def written_out(claim: str, evidence: Sequence[Evidence], lexicon: Lexicon) -> str:
    """The claim with its shorthand in words; unchanged where it holds none."""
    text = doses_in_words(fold(claim))
    # An arrow says what comes next, or what comes of it; where words of the claim tell an order, it does no more than part.
    text = _ARROW.sub(": " if _ORDERED.search(text) else ", then ", text)
    for pattern, words in _SIGNS:
        text = pattern.sub(words, text)
    if _forms().pattern.search(text):
        text = _expanded(text, _Said(evidence, lexicon), lexicon)
    text = _completed(text, evidence, lexicon)
    return claim if text == fold(claim) else text


class _Said:
    """Holds the evidence read, and tells whether it says a meaning."""

    def __init__(self, evidence: Sequence[Evidence], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._text = _told(evidence)
        self._read: Scoped | None = None
        self._words = frozenset(_WORD.findall(self._text))

    def holds(self, form: str) -> bool:
        """True if the evidence writes the form itself."""
        return form in self._words

    def says(self, meaning: str, *, itself: bool = False) -> bool:
        """True if the evidence says every word of the meaning, the very word or its name where ``itself`` is asked."""
        self._read = self._read or scope(self._text, self._lexicon)
        terms = [term for term in scope(meaning, self._lexicon).terms if not term.punctuation]
        return all(
            any(key in self._read.places for key in term.keys if not itself or key.startswith(("w:", "c:"))) for term in terms
        )


def _told(evidence: Sequence[Evidence]) -> str:
    return " \n ".join(
        part for piece in evidence for part in (*piece.heading_path, piece.lead_in, piece.antecedent, piece.text) if part
    )


def _expanded(text: str, said: _Said, lexicon: Lexicon) -> str:
    named = [(one.start, one.end) for one in lexicon.mentions(text)]

    def meant(found: re.Match[str]) -> str:
        form = found[0].rstrip(".")
        inside = [(start, end) for start, end in named if start < found.end() and found.start() < end]
        if said.holds(form) or any(end - start > len(form) for start, end in inside):
            return found[0]
        meanings, always = _meanings_of(form)
        if inside and len(meanings) == 1 and form.isupper() and not said.says(meanings[0], itself=True):
            return found[0]  # "BC" is a name, "bc" means because
        always = always and not inside and not (form.isalnum() and _is_known(form.lower()))
        several = meanings if len(meanings) + (not always) > 1 else ()
        chosen = next((one for itself in (True, False) for one in several if said.says(one, itself=itself)), "")
        chosen = chosen or (meanings[0] if always else "")
        return f" {chosen} " if chosen and not form[-1].isalnum() else chosen or found[0]

    return _forms().pattern.sub(meant, text)


def _meanings_of(form: str) -> tuple[tuple[str, ...], bool]:
    """What a form may mean, and whether it is written out in any case."""
    table = _forms().meanings
    if form in table:
        return table[form]
    return table.get(form.lower(), ((), False)) if len(form) > 1 else ((), False)


def _completed(text: str, evidence: Sequence[Evidence], lexicon: Lexicon) -> str:
    """The text with words written to the end that the evidence, and nothing else that is known, begins with."""
    named = [(one.start, one.end) for one in lexicon.mentions(text)]
    unknown = {
        found[0]
        for found in _CUT.finditer(text)
        if not _is_known(found[0].lower()) and not any(start < found.end() and found.start() < end for start, end in named)
    }
    if not unknown:
        return text
    told = _told(evidence)
    names = {
        word.lower(): mention.concept.name
        for mention in lexicon.mentions(told)
        if mention.concept.kind in TREATMENTS
        for word in _WORD.findall(f"{mention.concept.name} {told[mention.start : mention.end]}")
    }
    words = {word.lower(): word for word in _WORD.findall(told) if word.isalpha()} | names
    for cut in sorted(unknown):
        among = words if len(cut) >= _WORD_CUT else names
        begun = {among[word] for word in among if word.startswith(cut.lower()) and len(word) >= len(cut) + _CUT_OFF}
        if len({stem(word) for word in begun}) == 1 and stem(min(begun)) != stem(cut):
            text = re.sub(rf"(?<![\w-]){cut}(?![\w-])\.?(?=\W|$)", min(begun), text)
    return text


@lru_cache(maxsize=16384)
def _is_known(word: str) -> bool:
    return bool(wordings().longest((stem(word),), (word,))[0])


class _Forms:
    """The short forms of ``shorthand.yaml``: what each may mean, and one pattern for all."""

    def __init__(self, raw: dict[str, dict[str, str]]) -> None:
        found: dict[str, tuple[list[str], bool]] = {}
        for section, table in raw.items():
            for meaning, forms in table.items():
                for form in _SPLITTING.split(fold(forms)):
                    always = section == "words" and form == form.lower()
                    meanings, others = found.get(form, ([], False))
                    found[form] = ([*meanings, meaning], always or others)
        self.meanings = {form: (tuple(meanings), always) for form, (meanings, always) in found.items()}
        longest_first = sorted(found, key=len, reverse=True)
        words = "|".join(_pattern(form) for form in longest_first if form[0].isalnum())
        signs = "|".join(_pattern(form) for form in longest_first if not form[0].isalnum())
        self.pattern = re.compile(rf"(?<![\w'.])(?:{words})" + (f"|{signs}" if signs else ""))


def _pattern(form: str) -> str:
    """The form as a pattern that ends with a word, as it does; in small letters it counts in any case.

    It starts with one character or a class of two, so that ``re`` rules out most forms at a place by their first.
    """
    first, rest = re.escape(form[0]), re.escape(form[1:])
    if form == form.lower() and len(form) > 1:
        first, rest = (f"[{form[0]}{form[0].upper()}]" if form[0].isalpha() else first), f"(?i:{rest})"
    return first + rest + (r"(?![\w'])(?:\.(?=\s+[a-z(]))?" if form[-1].isalnum() else "")


@lru_cache(maxsize=1)
def _forms() -> _Forms:
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "shorthand.yaml").read_text("utf-8"))
    for form, readings in abbreviations().items():
        for meaning in chain.from_iterable(readings):
            written = loaded["ambiguous"].get(meaning)
            loaded["ambiguous"][meaning] = f"{written}, {form}" if written else form
    return _Forms(loaded)
