"""A question with what is told before it in, the sentence that asks out, and whether it asks for a yes or no.

Of a long history most is said in passing. What is wanted stands in one sentence, and where that only points ("Is it safe for
her?"), in the one before it as well. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from assistant.words.lexicon import Mention
from assistant.words.question_words import as_listed, content_stems, words_of

# No sentence ends behind a title or an abbreviation.
_SENTENCE = re.compile(r"(?<!\b[DM]r)(?<!\bMrs)(?<!\bMs)(?<!\bDra)(?<!\bSt)(?<!\bvs)(?<!\be\.g)(?<!\bi\.e)[.!?;:\n]\s+")
STORY = 12
_SHORTEST_SENTENCE = 3
_NEXT_TO_NOTHING = 1
_POINTS = {
    "en": re.compile(r"\b(?:it|its|this|that|these|those|them|they|she|he|her|him|here|there|one)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:es[oaes]+|est[oaes]+|l[aoe]s?|ella|ellas|ellos|él|aquí|ahí)\b", re.IGNORECASE),
}
_CLAUSE = re.compile(
    r"[.;:!?\n]+\s+|(?:,\s+|\s+or\s+)(?=(?:(?:is|are|do|does|can|could|should|will|would|may|must)(?:n['’]t)?|what|which|how|why|when|"
    r"who)\b)|\s+[-–—]\s+"
)
# The words that weigh what is asked about; a terse question for a yes or no ends in one ("biopsy needed?").
_WEIGHING = {
    "en": r"\b(?:ok(?:ay)?|safe(?:ly)?|allowed|permitted|needed|necessary|required|indicated|contraindicated|worth\s?while|"
    r"worth\s+it|advisable|recommended|routine|mandatory|reasonable|justified|enough|sufficient|appropriate|a\s+must|acceptable|wise|fine|"
    r"dangerous|harmful|risky|(?:yes\s+)?or\s+no(?:t)?|y\s?/\s?n|or\s+avoid|right|correct|true)\b",
    "es": r"\b(?:segur[oa]s?|permitid[oa]s?|necesari[oa]s?|obligatori[oa]s?|indicad[oa]s?|contraindicad[oa]s?|recomendables?|"
    r"recomendad[oa]s?|vale\s+la\s+pena|razonables?|suficientes?|aconsejables?|peligros[oa]s?|s[ií]\s+o\s+no|cierto|verdad|"
    r"correct[oa])\b",
}
_WEIGHS = {language: re.compile(words, re.IGNORECASE) for language, words in _WEIGHING.items()}
_VERDICT = {language: re.compile(rf"{words}\s*\?+\s*$", re.IGNORECASE) for language, words in _WEIGHING.items()}
_OPENERS = frozenset("so and but then well ok okay hi hello or y entonces pero o".split())


def asking_span(text: str, language: str) -> tuple[int, int]:
    """The sentence that asks: the last with a question mark, else the last that asks for a kind of answer, else the last.

    A sentence of one or two words ("Warranted?") asks about the one before it and is taken with it.
    """
    spans = _sentences(text)
    if len(spans) <= 1:
        return 0, len(text)
    asking = [k for k, (a, b) in enumerate(spans) if "?" in text[a:b]]
    if not asking:
        asking = [k for k, (a, b) in enumerate(spans) if any(p.search(text[a:b]) for _, p in words_of(language).intents)]
    chosen = asking[-1] if asking else len(spans) - 1
    begin, end = spans[chosen]
    if len(text[begin:end].split()) < _SHORTEST_SENTENCE and chosen:
        begin = spans[chosen - 1][0]
    return begin, end


def with_antecedent(
    text: str, span: tuple[int, int], named: Collection[Mention], language: str, *, things: Collection[Mention] = ()
) -> tuple[int, int]:
    """The span, with the sentence before it if it says next to nothing and points; ``named`` are the names in it.

    So, too, with a topic of some words that a thing opens and a colon ends, if the span names none: "X for Y: which one?".
    ``things`` are those of ``named`` that are no words for what is asked, such as "dose".
    """
    begin, end = span
    asks = text[begin:end]
    before = [a for a, b in _sentences(text) if b <= begin]
    topical = before and text[:begin].rstrip().endswith(":") and any(one.start == before[-1] for one in things)
    topical = topical and len(text[before[-1] : begin].split()) >= _SHORTEST_SENTENCE
    if topical and not any(begin <= one.start < end for one in things):
        return before[-1], end
    if not before or any(begin <= one.start < end for one in named) or not _POINTS[language].search(asks):
        return span
    said = [word for word in content_stems(asks, language) if word not in words_of(language).personal]
    return (before[-1], end) if len(said) <= _NEXT_TO_NOTHING else span


def points(text: str, language: str) -> bool:
    """True for a text with a word that points out of it: "is it safe?"."""
    return _POINTS[language].search(text) is not None


def _sentences(text: str) -> list[tuple[int, int]]:
    starts = [0, *(match.end() for match in _SENTENCE.finditer(text))]
    return [(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True) if text[a:b].strip()]


def ends_in_verdict(text: str, language: str) -> bool:
    """True for a question without a verb in front that ends in the word to be confirmed: "biopsy needed?"."""
    return _VERDICT["es" if language == "es" else "en"].search(text) is not None


def asked_from(text: str, sentence: str) -> int:
    """Where the sentence that asks begins; what stands before it is told first."""
    return max(text.find(sentence), 0)


def weighing_stems(text: str, language: str) -> frozenset[str]:
    """The stems of the words that only weigh what is asked about: "safe", "needed", "indicated"."""
    return frozenset(content_stems(" ".join(_WEIGHS["es" if language == "es" else "en"].findall(text)), language))


def is_yes_no(text: str, language: str) -> bool:
    """True if the last clause that ends in a question, or else the first, opens with an auxiliary verb."""
    lists = words_of(language)
    text, auxiliaries = as_listed(text, language), lists.auxiliaries
    if not lists.interrogatives.isdisjoint(re.findall(r"\w+", text.lower().rsplit("¿", 1)[-1])):
        return False
    clauses = [clause for clause in _CLAUSE.split(text.strip()) if clause and clause.strip()]
    for clause in reversed(clauses):
        words = clause.strip().lower().lstrip("¿(\"'").split()
        while words and words[0] in _OPENERS:
            words = words[1:]
        if words and words[0].strip(",") in auxiliaries:
            return True
    return False
