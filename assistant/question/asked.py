"""A standalone question in, what it asks for out: intents, named things, populations, and the words that need evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase

from rapidfuzz.distance import DamerauLevenshtein

from assistant.answers import Intent
from assistant.question.abbreviated import spelled
from assistant.question.asking import STORY, asking_span, ends_in_verdict, is_yes_no, with_antecedent
from assistant.question.dictated import asking_part
from assistant.question.dose_times import told_by_a_dose
from assistant.question.focus import words
from assistant.question.kin import households
from assistant.question.shortened import in_full
from assistant.words.families import relatives
from assistant.words.lexicon import Lexicon, Mention
from assistant.words.question_words import WORD, as_listed, content_stems, stem, surface_of, words_of
from assistant.words.stems import is_technical

_SAVED_FOR = re.compile(
    r"\b(?:sav(?:e|ed|ing)|keep(?:ing)?|kept|reserv\w+|hold(?:ing)?|held|leav(?:e|ing)|left|wait\w*|delay\w*|postpon\w+|defer\w*|"
    r"guardar\w*|reserv\w+|dejar\w*|esper\w+|retras\w+|pospon\w+)\b[^.?!;,]*\b(?:for|until|till|to|para|hasta)\b\s*(?:the|a|la|el)?\s*$",
    re.IGNORECASE,
)
# "not the PFS" says which of two figures isn't meant.
_LEFT_ASIDE = re.compile(
    r"\b(?:not|(?:rather|other)\s+than|instead\s+of|no|en\s+(?:vez|lugar)\s+de)\s+(?:(?:for|in|the|its|their|on|la|el)\s+)?$",
    re.IGNORECASE,
)
_ENDPOINT = "endpoint"
_MENDABLE = 5
_LONG_WORD = 8
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", "e"),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
    ("s", ""),
    ("ly", ""),
    ("en", ""),
    ("ens", ""),
    ("ened", ""),
    ("ening", ""),
)
# Their names hold words that ask for something elsewhere: "high-dose …", "… rescue schedule".
_MAY_BE_INTENT = frozenset({"other", "care"})
_NAMED_WITH_INTENT_WORDS = frozenset({"drug", "drug class", "regimen", "procedure"})

# A question for one of these asks for it, and for no yes or no, if it ends in "needed" or the like.
_NOT_CONFIRMED = frozenset({Intent.DOSE, Intent.INTERVAL, Intent.DURATION, Intent.FIGURE, Intent.WHICH, Intent.WHY})

_CONTRACTED = re.compile(
    r"(?:are|is|was|were|do|does|did|have|has|had|would|could|should|must|need)nt|(?:you|they|we)(?:re|ve|ll)|(?:what|that|there|here|where)s",
    re.IGNORECASE,
)
_ASKED_WITH = frozenset("what which who whom whose how why when where".split())
_ASIDE = re.compile(r"\([^()]{3,}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a question asks.

    ``words`` are stems of the content words of the sentence that asks, outside named things, in order, each once.

    ``sentence`` is the one that asks; ``has_story`` if much is told before it.

    ``strange`` are those of the words that neither the documents nor everyday English know, as typed.

    ``focus`` are those of the ``concepts`` that the question itself names, not the history told before it ("62, diabetic.
    Which …?"). Words such as "dose", which say what kind of answer is wanted, count as intents and not as things.
    """

    text: str
    intents: frozenset[Intent]
    concepts: frozenset[str]
    focus: frozenset[str]
    population: frozenset[str]
    words: tuple[str, ...]
    yes_no: bool
    strange: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    language: str = "en"
    sentence: str = ""
    has_story: bool = False


def read_question(
    text: str,
    *,
    lexicon: Lexicon,
    vocabulary: frozenset[str] = frozenset(),
    is_everyday: Callable[[str], bool] = lambda _: True,
    language: str = "en",
) -> Asked:
    """What ``text`` asks for.

    ``vocabulary`` are stems that the documents use: such words are never "corrected". ``is_everyday`` tells words of
    common English: any other word that the documents don't use counts as a slip for one that they do, or as strange.
    Of Spanish no such list is at hand: there only slips in the names of treatments are mended.
    """
    known = _Known(vocabulary=vocabulary, is_everyday=is_everyday, language=language)
    corrected_text, corrections = _correct(text, lexicon=lexicon, known=known)
    timed = [*told_by_a_dose(corrected_text), *households(corrected_text)]
    mentions = _outside(timed, lexicon.mentions(corrected_text, typed=True))
    people = {m.concept.concept_id for m in mentions if m.concept.kind == "population" and not _kept_for(m, corrected_text)}
    named = [m for m in mentions if m.concept.kind != "population" and not _only_intent(m, corrected_text, language)]
    things = _meant(named, corrected_text)
    asking = asking_part(corrected_text, asking_span(corrected_text, language), things, language)
    begin, end = with_antecedent(corrected_text, asking, mentions, language, things=things)
    rest = _blank(corrected_text, [*((m.start, m.end) for m in mentions), *timed])
    words = _content(_ASIDE.sub(" ", rest[begin:end]), language)
    if not words and not any(begin <= m.start < end for m in mentions):
        words = _content(rest, language)
    names = [(m.start, m.end) for m in mentions if m.concept.kind in _NAMED_WITH_INTENT_WORDS]
    without_names = _blank(corrected_text, [*names, *timed])
    has_story = len(corrected_text[: asking[0]].split()) >= STORY
    wording = without_names[slice(*asking)] if has_story else without_names
    intents = frozenset(intent for intent, pattern in words_of(language).intents if pattern.search(as_listed(wording, language)))
    yes_no = _asks_yes_or_no(corrected_text, corrected_text[slice(*asking)], intents, language)
    intents |= {Intent.YES_NO} if yes_no else set()
    return Asked(
        text=corrected_text,
        intents=intents or frozenset({Intent.OVERVIEW}),
        concepts=frozenset(m.concept.concept_id for m in things),
        focus=frozenset(m.concept.concept_id for m in things if begin <= m.start < end),
        population=lexicon.implied(people),
        words=words,
        yes_no=yes_no,
        strange=tuple(surface_of(word, corrected_text) for word in words if _is_strange(word, corrected_text, known)),
        corrected=corrections,
        language=language,
        sentence=corrected_text[slice(*asking)],
        has_story=has_story,
    )


def _asks_yes_or_no(text: str, sentence: str, intents: frozenset[Intent], language: str) -> bool:
    """True for a question that opens with an auxiliary, and for a terse one that ends in what is to be confirmed."""
    if is_yes_no(sentence if "?" in sentence else text, language):
        return True
    if not ends_in_verdict(sentence, language) or not intents.isdisjoint(_NOT_CONFIRMED):
        return False
    return (words_of(language).interrogatives | _ASKED_WITH).isdisjoint(re.findall(r"\w+", sentence.lower()))


def _content(text: str, language: str) -> tuple[str, ...]:
    """The stems of a text that may need evidence, each once."""
    personal = words_of(language).personal
    return tuple(dict.fromkeys(word for word in content_stems(text, language) if word not in personal))


def _outside(spans: Sequence[tuple[int, int]], mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if not any(begin <= m.start and m.end <= end for begin, end in spans)]


def _meant(things: Sequence[Mention], text: str) -> list[Mention]:
    """Without the endpoints that aren't meant, where another one is ("survival, not the time to progression")."""
    endpoints = [m for m in things if m.concept.kind == _ENDPOINT]
    aside = [m for m in endpoints if _LEFT_ASIDE.search(text[: m.start])]
    gone = {m.concept.concept_id for m in aside} - {m.concept.concept_id for m in endpoints if m not in aside}
    return [m for m in things if m.concept.concept_id not in gone] if len(aside) < len(endpoints) else list(things)


def _kept_for(mention: Mention, text: str) -> bool:
    """True for a step of the treatment that something is saved for ("why not keep it for later?"): the patient isn't there."""
    return mention.concept.axis in words()["step_axes"] and _SAVED_FOR.search(text[: mention.start]) is not None


def _is_strange(word: str, text: str, known: _Known) -> bool:
    """True for a word that neither the documents nor everyday English know, nor a slip of the pen for one; never in Spanish.

    Of short words only abbreviations count: anything is a slip away from a short word.
    """
    if known.language != "en" or word in known.vocabulary:
        return False
    typed = surface_of(word, text)
    if _has_relative(typed.lower(), known.vocabulary):
        return False
    if is_technical(typed) and not _is_spelled_there(typed, known.vocabulary):
        return True
    if known.is_everyday(word) or any(map(known.is_everyday, _forms(typed.lower()))):
        return False
    return typed.isupper() if len(typed) < _MENDABLE else not any(known.is_everyday(slip) for slip in _slips(typed.lower()))


def _has_relative(word: str, vocabulary: frozenset[str]) -> bool:
    """Whether the documents have a word of its family: who asks of septic shock asks of what they call sepsis."""
    return any(stem(one) in vocabulary for one in relatives(word))


def _is_spelled_there(word: str, vocabulary: frozenset[str]) -> bool:
    """Whether the documents have a word in the other spelling of English ("anaemia", "anemia") or with another ending."""
    wanted = _plainly(stem(word.lower()))
    return any(_plainly(one) == wanted for one in vocabulary if one[:1] in {wanted[:1], "a", "o"})


def _plainly(word: str) -> str:
    return re.sub(r"ae|oe", "e", word)


def _forms(word: str) -> Iterator[str]:
    """The word, its stem, and what it may be a form of: "qualifies" of "qualify"."""
    yield from (word, stem(word))
    yield from (f"{word.removesuffix(ending)}{base}" for ending, base in _ENDINGS if word.endswith(ending))


def _slips(word: str) -> Iterator[str]:
    """The words that are one letter away, or have two neighbours swapped."""
    for k in range(len(word)):
        left, right = word[:k], word[k:]
        yield left + right[1:]
        yield left + right[1:2] + right[:1] + right[2:]
        for letter in ascii_lowercase:
            yield left + letter + right[1:]
            yield left + letter + right


def _only_intent(mention: Mention, text: str, language: str) -> bool:
    if mention.concept.kind not in _MAY_BE_INTENT:
        return False
    surface = as_listed(text[mention.start : mention.end], language)
    return any(pattern.fullmatch(surface) for _, pattern in words_of(language).intents)


@dataclass(frozen=True, slots=True)
class _Known:
    vocabulary: frozenset[str]
    is_everyday: Callable[[str], bool]
    language: str


def _correct(text: str, *, lexicon: Lexicon, known: _Known) -> tuple[str, tuple[tuple[str, str], ...]]:
    corrections: list[tuple[str, str]] = []

    def mend(match: re.Match[str]) -> str:
        word = match.group(0)
        if known.language == "en" and _CONTRACTED.fullmatch(word):  # no slip for a word of the documents
            return word
        if stem(word.lower(), known.language) in known.vocabulary or lexicon.mentions(word, typed=True):
            return word
        everyday = known.is_everyday(word.lower())
        in_english = known.language == "en"
        if in_english and (long := spelled(word, vocabulary=known.vocabulary, everyday=everyday)):
            return _noted(word, long, corrections)
        whole = in_full(word, lexicon) if in_english and not everyday else None
        # What the documents don't name is no better understood in full: it would count as asked about, and unknown.
        meant = whole if whole and known.vocabulary.issuperset(content_stems(whole)) else lexicon.correct(word)
        if everyday and in_english and meant and stem(meant) != stem(word.lower()):
            meant = None
        if not in_english:
            meant = meant if meant and lexicon.mentions(meant)[0].concept.kind in _NAMED_WITH_INTENT_WORDS else None
            return _noted(word, meant, corrections)
        if meant is None and _may_be_a_slip(word, known):
            meant = _nearest(stem(word), known.vocabulary)
        return _noted(word, meant, corrections)

    return WORD.sub(mend, text), tuple(corrections)


def _may_be_a_slip(word: str, known: _Known) -> bool:
    strange = word.islower() and len(word) >= _MENDABLE and not any(map(known.is_everyday, _forms(word)))
    return strange and not _has_relative(word, known.vocabulary)


def _noted(word: str, meant: str | None, corrections: list[tuple[str, str]]) -> str:
    if meant is None:
        return word
    corrections.append((word, meant))
    return meant


@lru_cache(maxsize=4096)
def _nearest(word: str, vocabulary: frozenset[str]) -> str | None:
    """The one stem of the documents that is a slip of the pen away: one edit, two in long words, same first letter."""
    allowed = 2 if len(word) >= _LONG_WORD else 1
    near = sorted(
        (DamerauLevenshtein.distance(word, candidate, score_cutoff=allowed), candidate)
        for candidate in vocabulary
        if candidate[:1] == word[:1] and abs(len(candidate) - len(word)) <= allowed
    )
    near = [entry for entry in near if entry[0] <= allowed]
    best = [candidate for distance, candidate in near if distance == near[0][0]]
    return best[0] if len(best) == 1 else None


def _blank(text: str, ranges: list[tuple[int, int]]) -> str:
    characters = list(text)
    for start, end in ranges:
        characters[start:end] = " " * (end - start)
    return "".join(characters)
