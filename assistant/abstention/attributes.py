"""A question and the statements nearest to it in, what it asks *of* a thing that no statement says of that thing out.

A drug that the documents know is no reason to answer what it costs, who makes it or how long it stays in the body. These kinds
of question are few and the same in every field (J. W. Ely et al., A taxonomy of generic clinical questions, BMJ 2000): each
is known by how it is asked, and a statement answers it only if it speaks of that, of the very thing asked about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.question.asked import Asked
from assistant.retrieval.ages import is_row_for
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import NARROWER, WIDER, concept_match, word_match
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import as_listed, content_stems

_FILES = {"en": "attributes.yaml", "es": "attributes_es.yaml"}
_SPOKEN_OF = frozenset({"drug", "drug class", "regimen", "test", "procedure", "site", "gene", "endpoint"})
_TREATMENTS = frozenset({"drug", "drug class", "regimen", "test", "procedure", "gene"})
_PATIENTS = frozenset({"population", "condition", "side effect"})
_OF_NOTHING = "nothing"
# "A woman who isn't pregnant" tells who the patient is not, and asks for nothing.
_WHO_IS_NOT = re.compile(
    r"(?:\b(?:who|that)\s+(?:(?:is|are|was|were)(?:n['’]?t|\s+not)|(?:do|does)(?:n['’]?t|\s+not)\s+\w+)|"
    r"\b(?:wom[ae]n|patients?|people|adults?|lady|ladies|girls?|someone|mujer(?:es)?|pacientes?)\s+(?:not|no)|\bnon|"
    r"\bque\s+no\s+est(?:á|é|án|én))(?:\s+|-)(?:(?:currently|yet|an?)\s+)?$",
    re.IGNORECASE,
)
_TITLE_WORD = re.compile(r"[^\W\d_]{4,}")
"""The words of a title, without the figures and short names in it that mean something else elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """What may be asked of a thing. ``said`` is None if one of the words asked with must stand; the rest as in the file."""

    name: str
    asked: re.Pattern[str]
    said: re.Pattern[str] | None
    of: str
    kinds: frozenset[str]
    anywhere: bool

    def goes_by(self, whom: str) -> bool:
        """Whether ``of`` says so: "class", "patients" or "named"."""
        return whom in self.of.split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """What is asked for and not said; ``personal`` if no document could say it."""

    name: str
    personal: bool = False


@lru_cache(maxsize=2)
def attributes_of(language: str) -> tuple[Attribute, ...]:
    """The attributes that questions of a language ask for, in the order of the file."""
    entries = yaml.safe_load((Path(__file__).parent / _FILES.get(language, _FILES["en"])).read_text(encoding="utf-8"))
    return tuple(
        Attribute(
            name=entry["name"],
            asked=_pattern(entry["asked"]),
            said=_pattern(entry["said"]) if "said" in entry else None,
            of=entry.get("of", ""),
            kinds=frozenset(entry.get("kinds", ())),
            anywhere=entry.get("anywhere", False),
        )
        for entry in entries.values()
    )


def _pattern(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives.strip().replace(' | ', '|')})(?!\w)", re.IGNORECASE)


def _asked_for(attribute: Attribute, sentence: str) -> re.Match[str] | None:
    """Where a sentence asks for an attribute, but for what only tells who the patients are not."""
    found = attribute.asked.finditer(sentence)
    return next((match for match in found if not _WHO_IS_NOT.search(sentence[: match.start()])), None)


def unsaid_attribute(
    asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon, background: Collection[str] = ()
) -> Unsaid | None:
    """The first attribute that the question asks for and no statement gives of what it asks about; None if all are said.

    ``background`` are the concepts that all documents are about: they needn't be named by a statement.
    """
    sentence = as_listed(asked.sentence, asked.language)
    for attribute in attributes_of(asked.language):
        found = _asked_for(attribute, as_listed(asked.text, asked.language) if attribute.anywhere else sentence)
        if found is None:
            continue
        if attribute.of == _OF_NOTHING:
            return Unsaid(name=attribute.name, personal=True)
        things = _things(asked, attribute, sentence, lexicon=lexicon) - set(background)
        if attribute.goes_by("named") and not things - _titled(profiles, lexicon=lexicon):
            continue
        least = WIDER if attribute.goes_by("class") else NARROWER
        if not any(
            (_says(attribute, found[0], profile) and _speaks_of(profile, things, least, lexicon=lexicon))
            or (
                things
                and _is_instance(attribute, profile, lexicon=lexicon)
                and _speaks_of(profile, things, NARROWER, lexicon=lexicon)
            )
            for profile in profiles
        ):
            return Unsaid(name=": ".join(filter(None, (attribute.name, _called(things, asked.language, lexicon=lexicon)))))
    return None


def says_attribute(asked: Asked, profile: Profile) -> bool:
    """Whether a statement speaks of each attribute that the question asks for, of whatever thing."""
    sentence = as_listed(asked.sentence, asked.language)
    found = ((one, _asked_for(one, sentence)) for one in attributes_of(asked.language) if one.of != _OF_NOTHING)
    return all(match is None or _says(attribute, match[0], profile) for attribute, match in found)


def told_of_kin(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> bool:
    """Whether an attribute that holds for a class is asked of a drug, and a statement gives it of another of its kind alone."""
    sentence = as_listed(asked.sentence, asked.language)
    drugs = frozenset(c for c in asked.focus if lexicon.concepts[c].kind == "drug")
    above = frozenset().union(*(lexicon.ancestors(c) for c in drugs))
    for attribute in attributes_of(asked.language):
        found = _asked_for(attribute, sentence) if attribute.goes_by("class") and drugs else None
        for profile in profiles if found else ():
            named = {c for c in profile.concepts | profile.concepts_above if lexicon.concepts[c].kind == "drug"}
            kin = named.isdisjoint(drugs) and any(above & lexicon.ancestors(c) for c in named)
            if kin and found and _says(attribute, found[0], profile):
                return True
    return False


def said_words(asked: Asked, profiles: Sequence[Profile], *, lexicon: Lexicon) -> frozenset[str]:
    """The stems of the words that ask for an attribute which one of the statements gives of the very thing asked about.

    "Mode of action" is answered by "blocks …", though no word of the one stands in the other.
    """
    sentence = as_listed(asked.sentence, asked.language)
    stems: set[str] = set()
    for attribute in attributes_of(asked.language):
        found = _asked_for(attribute, sentence)
        if found is None or attribute.said is None or attribute.of == _OF_NOTHING:
            continue
        things = _things(asked, attribute, sentence, lexicon=lexicon)
        if things and any(_says(attribute, found[0], p) and _speaks_of(p, things, NARROWER, lexicon=lexicon) for p in profiles):
            stems.update(content_stems(found[0], asked.language))
    return frozenset(stems)


def asked_words(asked: Asked) -> str:
    """The words with which the question asks for an attribute; "" if it asks for none."""
    sentence = as_listed(asked.sentence, asked.language)
    return next((found[0] for attribute in attributes_of(asked.language) if (found := attribute.asked.search(sentence))), "")


def _things(asked: Asked, attribute: Attribute, sentence: str, *, lexicon: Lexicon) -> frozenset[str]:
    """What the question asks the attribute of: treatments and tests, and what else it names outside the words that ask."""
    rest = attribute.asked.sub(lambda match: " " * len(match[0]), sentence)
    outside = lexicon.concepts_in(rest, typed=True)
    anywhere = {c for c in lexicon.concepts_in(sentence, typed=True) if lexicon.concepts[c].kind in _TREATMENTS}
    named = (outside | anywhere) & (asked.concepts | asked.population)
    kinds = _SPOKEN_OF | (_PATIENTS if attribute.goes_by("patients") else set())
    return frozenset(c for c in named if lexicon.concepts[c].kind in kinds)


def _titled(profiles: Sequence[Profile], *, lexicon: Lexicon) -> frozenset[str]:
    """What the titles of the statements' sources name: what these documents are about."""
    titles = dict.fromkeys(profile.source.title for profile in profiles)
    return frozenset().union(*(lexicon.concepts_in(title) | lexicon.population(title) for title in titles))


def _is_instance(attribute: Attribute, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the statement names one of what is asked for: a side effect by its own name."""
    return any(lexicon.concepts[c].kind in attribute.kinds for c in profile.concepts)


def _says(attribute: Attribute, words: str, profile: Profile) -> bool:
    statement = profile.statement
    if is_row_for(words, statement):
        return True
    if attribute.said is not None:
        above = (*_TITLE_WORD.findall(profile.source.title), *statement.heading_path, statement.lead_in)
        text = as_listed(" · ".join((*above, statement.text)), profile.source.language)
        return attribute.said.search(text) is not None
    return any(word_match(word, profile) for word in content_stems(words, profile.source.language))


def _speaks_of(profile: Profile, things: Collection[str], least: float, *, lexicon: Lexicon) -> bool:
    """True if the statement names all the things; or, if ``least`` is ``WIDER``, their class and no other member of it."""
    named = profile.concepts | profile.concepts_above | profile.population | profile.population_above
    matches = [concept_match(c, named, lexicon=lexicon) for c in things]
    if any(match < least for match in matches):
        return False
    if all(match >= NARROWER for match in matches):
        return True
    kin = frozenset().union(*(lexicon.ancestors(c) for c in things))
    return not any(lexicon.concepts[c].kind == "drug" and kin & lexicon.ancestors(c) for c in named)


def _called(things: Collection[str], language: str, *, lexicon: Lexicon) -> str:
    return ", ".join(sorted(lexicon.concepts[c].called(language) for c in things))
