"""A proposition and a statement in, the ways to hold the one against the other out.

A statement seldom repeats the asker's words: it speaks of the class, of treatment in general, or lifts a limit that the
asker sets. Each way to put the proposition says which stances it can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.retrieval.profile import Profile
from assistant.words.clauses import PLAIN_NOT, clauses_of, main_clause, without_patients
from assistant.words.lexicon import Lexicon, Mention
from assistant.words.question_words import content_stems

_REGARDLESS = re.compile(
    r"\b(?:regardless\s+of|irrespective\s+of|independent(?:ly)?\s+of|no\s+matter|whatever|without\s+regard\s+to)\s+(?P<what>[^.;:]+)",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:only|solely|exclusively|just|merely|(?:reserved|kept|saved|meant|spared|held\s+back|set\s+aside)(?=\s+for)|"
    r"(?:limited|restricted|confined)(?=\s+to))\b",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:(?:aged?\s+)?(?:under|over|below|above|younger\s+than|older\s+than|beyond)\s+)?\d+(?:\s*-?\s*years?(?:\s*-?\s*olds?)?)?\b",
    re.IGNORECASE,
)
_DOSED = re.compile(
    r"(?<![\w.,])(?:(?:of|at)\s+)?\d+(?:[.,]\d+)?(?:\s*[-–]\s*\d+(?:[.,]\d+)?)?[\s-]*(?:mg|mcg|µg|μg|g|ml|iu|units?)"
    r"(?:\s*/\s*(?:m²|m2|kg|day|d|dose))?(?![\w²])",
    re.IGNORECASE,
)
_WITH_WORD = re.compile(r"(?:\b(?:with|without|having|of|in|for)\s+)?\b(?P<word>[^\W\d_]+)\b")
_OCCASION = re.compile(
    r"\b(?:before|during|after|while|on|when|until|starting|taking|receiving)\s+(?:an?\s+|the\s+)?$", re.IGNORECASE
)
_LINE = re.compile(
    r"\s*\b(?:(?:in|as|until|till|before|for|to|after|of)\s+)?(?:the\s+)?(?:first|second|third|later|1st|2nd|3rd)[-\s]line\b"
    r"(?:\s+(?:therapy|treatment|setting|option))?",
    re.IGNORECASE,
)
_FORBIDS = re.compile(r"\b(?:not|never|avoid\w*|no evidence|no advantage|no benefit|contraindicated)\b", re.IGNORECASE)
_LINK = re.compile(r"(?:\s*\b(?:in|for|with|of|to|among|at|on|who|whose|are|is|have|has))*\s*$", re.IGNORECASE)
_RATHER = re.compile(r"\b(?:rather\s+than|instead\s+of)\b", re.IGNORECASE)
# Words of general English and what says the opposite.
_OPPOSITES = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), opposites)
    for words, opposites in (
        (r"optional|voluntary", ("required",)),
        (r"unnecessary|needless|superfluous|not\s+(?:needed|necessary|required)", ("needed", "recommended")),
        (
            r"(?:do|does|did)\s+not\s+(?:need|require)|(?:do|does)n['’]t\s+(?:need|require)|needs?\s+no|requires?\s+no",
            ("require",),
        ),
        (
            r"ineffective|useless|pointless|worthless|unhelpful|futile|(?:of\s+)?no\s+(?:use|good|help)(?:\s+any\s*more)?",
            ("effective", "beneficial", "continued"),
        ),
        (r"shortens?|worsens?|cuts?|reduces?|decreases?|lowers?|harms?|impairs?", ("improve", "increase")),
        (r"without", ("with", "requires")),
        (r"(should|must|can|could|is|are|was|were|do|does|did|will|would|may|has|have)(?:\s+not|n['’]t)", (r"\1",)),
        (r"(?:is|are|be)\s+(?:withheld\s+from|denied\s+to|refused\s+to)", ("should be offered to",)),
    )
)
_CHOSEN = frozenset({"drug", "drug class", "regimen", "procedure", "test", "care"})
_EFFECTS = frozenset({"endpoint", "side effect"})
_LIFTABLE = frozenset({"population", "side effect"})
_TREATMENTS = frozenset({"drug", "drug class", "regimen", "procedure"})
_WHAT_TREATMENT = re.compile(r"\b(?P<kind>[^\W\d_]+)\s+(?:treatments?|therap(?:y|ies))\b", re.IGNORECASE)


class Stance(StrEnum):
    """What a statement says to a proposition."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to put the proposition, and what the statement's stance to that tells of the proposition itself."""

    text: str
    tells: Mapping[Stance, Stance]


_PLAINLY = {Stance.AFFIRMS: Stance.AFFIRMS, Stance.DENIES: Stance.DENIES}
_DENIAL_ONLY = {Stance.DENIES: Stance.DENIES}


def readings(proposition: str, profile: Profile, *, lexicon: Lexicon) -> Iterator[Reading]:
    """The proposition as it stands, then as the statement may speak of it; each once."""
    seen: set[str] = set()
    turned = ((text, {Stance.AFFIRMS: Stance.DENIES}) for text in _reversed(proposition, lexicon=lexicon))
    for text, sense in ((proposition, _PLAINLY), *turned):
        for reading in _ways(text, profile, lexicon=lexicon):
            tells = {heard: sense[told] for heard, told in reading.tells.items() if told in sense}
            if tells and reading.text not in seen:
                seen.add(reading.text)
                yield Reading(reading.text, tells)


def _ways(proposition: str, profile: Profile, *, lexicon: Lexicon) -> Iterator[Reading]:
    lifted = _lifted(proposition, profile, lexicon=lexicon)
    if lifted and _ONLY.search(lifted):  # before the plain reading: that some get it bears out nothing of "kept for"
        yield Reading(_ONLY.sub(" ", lifted), {Stance.AFFIRMS: Stance.DENIES})
    yield Reading(proposition, _PLAINLY)
    if lifted and not _ONLY.search(lifted):
        yield Reading(lifted, {Stance.AFFIRMS: Stance.AFFIRMS})
    wider = _of_more_patients(proposition, profile, lexicon=lexicon)
    if wider:
        yield Reading(wider, _DENIAL_ONLY)
    at_any_dose = _of_any_dose(wider or proposition, profile)
    if at_any_dose:
        yield Reading(at_any_dose, _PLAINLY)
    yield from _of_class(at_any_dose or wider or proposition, profile, lexicon=lexicon)
    general = _of_treatment(proposition, profile, lexicon=lexicon)
    if general:
        yield Reading(general, _DENIAL_ONLY)


def _reversed(proposition: str, *, lexicon: Lexicon) -> Iterator[str]:
    """The proposition with its verb or adjective turned into the opposite: where that holds, the proposition does not."""
    people = [m for m in lexicon.mentions(proposition, typed=True) if m.concept.kind == "population"]
    for pattern, opposites in _OPPOSITES:
        found = pattern.search(proposition)
        if found and not any(m.start <= found.start() < m.end for m in people):
            for opposite in opposites:
                yield f"{proposition[: found.start()]}{found.expand(opposite)}{proposition[found.end() :]}"
    for joint in _RATHER.finditer(proposition):
        mentions = [m for m in lexicon.mentions(proposition, typed=True) if m.concept.kind in _CHOSEN]
        left = next((m for m in reversed(mentions) if m.end <= joint.start()), None)
        right = next((m for m in mentions if m.start >= joint.end()), None)
        if left and right:
            ours, theirs = proposition[left.start : left.end], proposition[right.start : right.end]
            middle = proposition[left.end : right.start]
            yield f"{proposition[: left.start]}{theirs}{middle}{ours}{proposition[right.end :]}"


def _of_more_patients(proposition: str, profile: Profile, *, lexicon: Lexicon) -> str:
    """The proposition without patients and lines of treatment that the statement does not speak of; "" if it names none.

    What is ruled out for all is ruled out for these too, unless the statement is about others on the same axis.
    """
    if not _FORBIDS.search(without_patients(profile.statement.text, lexicon=lexicon)):
        return ""
    told = profile.population | profile.population_above
    axes = {lexicon.concepts[c].axis for c in told}
    text = proposition
    for mention in reversed(lexicon.mentions(proposition, typed=True)):
        concept = mention.concept
        if concept.kind == "population" and concept.axis not in axes - {None} and concept.concept_id not in told:
            before = _LINK.sub("", text[: mention.start])
            text = f"{before} {text[mention.end :]}"
    if not _LINE.search(main_clause(proposition, profile.statement.text, lexicon=lexicon)):
        text = " ".join(_LINE.sub(" ", text).split())
    return text if text != proposition and len(text.split()) > 1 else ""


def _of_any_dose(proposition: str, profile: Profile) -> str:
    """The proposition without the dose that it names, where the statement names none: what holds of a drug holds at each dose."""
    if _DOSED.search(profile.statement.text):
        return ""
    text = " ".join(_DOSED.sub(" ", proposition).split())
    return text if text != proposition and len(text.split()) > 1 else ""


def _lifted(proposition: str, profile: Profile, *, lexicon: Lexicon) -> str:
    """The proposition without the limit that the statement lifts ("regardless of symptoms"); "" if it lifts none."""
    phrase = _REGARDLESS.search(profile.statement.text)
    if not phrase:
        return ""
    free = set(content_stems(phrase["what"]))
    text = proposition
    for mention in reversed(lexicon.mentions(proposition, typed=True)):
        kinds = (mention.concept, *(lexicon.concepts[c] for c in lexicon.ancestors(mention.concept.concept_id)))
        wordings = " ".join(wording for kind in kinds for wording in kind.wordings)
        if mention.concept.kind in _LIFTABLE and free & set(content_stems(wordings)):
            text = f"{text[: mention.start]} {text[mention.end :]}"
    if free & set(content_stems("age")):
        text = _AGED.sub(" ", text)
    text = _WITH_WORD.sub(lambda match: " " if free & set(content_stems(match["word"])) else match[0], text)
    return " ".join(text.split()) if text != proposition else ""


def _of_class(proposition: str, profile: Profile, *, lexicon: Lexicon) -> Iterator[Reading]:
    """The proposition with each thing replaced by the class that the statement names.

    What is said against a class is said against each of its members, and so is what is required before or during any of
    them; that the class is recommended says nothing of this one.
    """
    told = profile.concepts | profile.concepts_above
    mentions = [m for m in lexicon.mentions(proposition, typed=True) if m.concept.kind != "population"]
    replaced = [(mention, wider) for mention in mentions if (wider := _class_told(mention, told, lexicon=lexicon))]
    if not replaced or PLAIN_NOT.search(proposition):
        return
    text, occasion = proposition, True
    for mention, wider in reversed(replaced):
        occasion &= bool(_OCCASION.search(proposition[: mention.start]))
        text = f"{text[: mention.start]}{lexicon.concepts[wider].name}{text[mention.end :]}"
    yield Reading(text, _PLAINLY if occasion else _DENIAL_ONLY)


def _class_told(mention: Mention, told: frozenset[str], *, lexicon: Lexicon) -> str:
    if mention.concept.concept_id in told:
        return ""
    return min(lexicon.ancestors(mention.concept.concept_id) & told, default="")


def _of_treatment(proposition: str, profile: Profile, *, lexicon: Lexicon) -> str:
    """The proposition with "treatment" for the one that it names first, where a clause speaks of its effect and names none.

    Not where the statement speaks of one kind of treatment only ("prolonged treatment").
    """
    first = next((m for m in lexicon.mentions(proposition, typed=True) if m.concept.kind in _TREATMENTS), None)
    if first is None or _kinds_of_treatment(profile.statement.text) - set(content_stems(proposition)):
        return ""
    general = f"{proposition[: first.start]}treatment{proposition[first.end :]}"
    effects = {c for c in lexicon.concepts_in(general, typed=True) if lexicon.concepts[c].kind in _EFFECTS}
    for clause in clauses_of(profile.statement.text):
        told = lexicon.concepts_in(clause)
        if effects & told and not any(lexicon.concepts[c].kind in _TREATMENTS for c in told):
            return general
    return ""


def _kinds_of_treatment(text: str) -> set[str]:
    """The stems of what a text calls a treatment ("prolonged treatment"); no article, no preposition."""
    return {stem for match in _WHAT_TREATMENT.finditer(text) for stem in content_stems(match["kind"])}
