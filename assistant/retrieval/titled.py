"""Judged statements in, those out that are of what the question is about: in a library of many fields a title says of what.

"A vaccine against bronchiolitis" is not answered from a page titled "Measles exposure", nor the dose for one disease from a
page on another, however near the words come. A library about one subject is left as it is: there titles tell nothing apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import Judged
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems
from ingest.documents import Document, Source
from ingest.topic import phrases_told, telling_words

_ONE_SUBJECT, _MOST_OWNERS = 0.5, 0.5
_LATELY = 4096
_LEAST_DOCUMENTS, _LEAST_SAID = 3, 2
_MOST_ELSEWHERE, _FEW_DOCUMENTS = 0.35, 0.34
_ABOUT = frozenset({"condition", "drug"})
_BEHIND = re.compile(r"\s*(?::|\(|\s[–-]\s)")
_HAVING = re.compile(r"\b(?:with|has|have|having|also|already|history of|and|plus|con|tiene|y)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)

# What somebody had once is not what the question is about.
_ONCE = re.compile(
    r"\b(?:had|history of|previous(?:ly)?|prior|tuv[eo]|antecedentes? de|previ[oa])\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)


class Titles:
    """What the titles of a library name, each word and thing with the documents that it tells apart from the others."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        profiles: Mapping[str, Profile],
        *,
        lexicon: Lexicon,
        is_everyday: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """Reads the titles; the statements are counted when a question first names a word of a title.

        ``is_everyday`` tells words of common English, which name what a title is about only with the words beside them there.
        """
        self._profiles = profiles
        self._sources = {source_id: document.source for source_id, document in documents.items()}
        self._is_everyday = is_everyday
        self._lexicon = lexicon
        self._titled = {
            source_id: frozenset(
                (
                    *content_stems(" ".join(telling_words(document.source.title)), document.source.language),
                    *self._things(lexicon.concepts_in(document.source.title)),
                )
            )
            for source_id, document in documents.items()
        }
        self._is_owned = lru_cache(maxsize=_LATELY)(self._find_owned)
        self._is_rare = lru_cache(maxsize=_LATELY)(self._find_rare)
        counts = Counter(key for named in self._titled.values() for key in named)
        total = len(self._titled)
        self._is_mixed = total >= _LEAST_DOCUMENTS and max(counts.values(), default=0) <= _ONE_SUBJECT * total

    def over(self) -> Mapping[str, Profile]:
        """The profiles, in a library of many fields with what the title names among what each statement stands under."""
        if not self._is_mixed:
            return self._profiles
        shared: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {}

        def joined(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
            return shared.setdefault((one, other), one | other)

        found = {}
        for statement_id, profile in self._profiles.items():
            titled = self._titled.get(profile.source.source_id, frozenset())
            things = frozenset(key for key in titled if key in self._lexicon.concepts)
            found[statement_id] = replace(
                profile,
                concepts_above=joined(profile.concepts_above, things),
                stems_above=joined(profile.stems_above, titled - things),
            )
        return found

    def own(self, asked: Asked, judged: Sequence[Judged]) -> tuple[Judged, ...]:
        """The statements that name one of the diseases and medicines asked about, or stand in a document whose title does."""
        judged = self._of_drugs(asked, judged) if self._is_mixed else judged
        keys = self._keys(asked) if self._is_mixed else frozenset[str]()
        if not keys:
            return tuple(judged)
        closest = self._closest(keys)
        drugs = {c for c in asked.focus if self._lexicon.concepts[c].kind == "drug"} if self._are_had(asked, keys) else set[str]()
        return tuple(entry for entry in judged if self._belongs(entry.profile, keys, closest) or drugs & entry.profile.concepts)

    def _of_drugs(self, asked: Asked, judged: Sequence[Judged]) -> Sequence[Judged]:
        """Without the statements of documents that never name the medicines asked about, nor what they are a kind of."""
        drugs = frozenset(c for c in asked.focus if self._lexicon.concepts[c].kind == "drug")
        if not drugs:
            return judged
        wanted = drugs.union(*(self._lexicon.ancestors(c) for c in drugs))
        owners = {
            entry.profile.source.source_id for entry in judged if wanted & (entry.profile.concepts | entry.profile.concepts_above)
        }
        return [entry for entry in judged if entry.profile.source.source_id in owners] if owners else judged

    def _keys(self, asked: Asked) -> frozenset[str]:
        conditions = {c for c in asked.focus if self._lexicon.concepts[c].kind == "condition" and self._is_rare(c)}
        named = {
            key for key in (*self._phrased(asked.sentence or asked.text, asked.language), *asked.focus) if self._is_owned(key)
        }
        return frozenset(named | conditions)

    def _phrased(self, text: str, language: str) -> frozenset[str]:
        """The words of a text that name what a title is about: "long" of "how long?" is no "long-term treatment".

        Of a phrase of a title a word that only its field uses does by itself, those of common English only all together.
        """
        typed = frozenset(content_stems(text, language))
        named = set[str]()
        for phrase in self._phrases:
            present = {stem for stem in phrase if stem in typed}
            if present and (present.issuperset(phrase) or any(not phrase[stem] for stem in present)):
                named |= present
        return frozenset(named)

    @cached_property
    def _phrases(self) -> tuple[Mapping[str, bool], ...]:
        """What titles are about, phrase by phrase: each word's stem, and whether common English has the word."""
        return tuple(found for source in self._sources.values() for found in self._phrases_of(source))

    def _phrases_of(self, source: Source) -> list[Mapping[str, bool]]:
        """Those of a title's head ("Gout: flares and diet"), if that tells anything, else of the whole title."""
        for title in (_BEHIND.split(source.title, maxsplit=1)[0], source.title):
            found: list[Mapping[str, bool]] = [
                {stem: self._is_everyday(word) for word in phrase for stem in content_stems(word, source.language)}
                for phrase in phrases_told(title)
            ]
            if any(self._is_owned(stem) for phrase in found for stem in phrase):
                return found
        return []

    def _closest(self, keys: frozenset[str]) -> frozenset[str]:
        """The documents whose titles name most of what is asked: of "febrile infant" those on infants, not on neutropenia."""
        shared = {source_id: keys & titled for source_id, titled in self._titled.items()}
        return frozenset(
            source_id for source_id, own in shared.items() if own and not any(own < other for other in shared.values())
        )

    def _belongs(self, profile: Profile, keys: frozenset[str], closest: frozenset[str]) -> bool:
        if profile.source.source_id in closest:
            return True
        said = profile.stems | profile.stems_above | profile.concepts | profile.concepts_above
        return bool((keys - self._titled.get(profile.source.source_id, frozenset())) & said)

    def _are_had(self, asked: Asked, keys: frozenset[str]) -> bool:
        """Whether the question names those diseases only as what its patient has besides."""
        text = asked.sentence or asked.text
        places = [
            match.start() for match in re.finditer(r"[^\W\d_]+", text) if set(content_stems(match.group(), asked.language)) & keys
        ]
        return bool(places) and all(_HAVING.search(text[:place]) for place in places)

    def _find_owned(self, key: str) -> bool:
        """Whether a word of titles is spoken of, and hardly anywhere but in the documents that it titles."""
        owners = {source_id for source_id, titled in self._titled.items() if key in titled}
        is_telling = 0 < len(owners) <= _MOST_OWNERS * len(self._titled)
        return is_telling and self._is_said_there(key, owners)

    def _find_rare(self, concept_id: str) -> bool:
        """Whether few documents speak of a disease: what most do, such as an infection, tells none apart."""
        named = {p.source.source_id for p in self._profiles.values() if concept_id in p.concepts | p.concepts_above}
        return 0 < len(named) <= _FEW_DOCUMENTS * len(self._titled)

    def _is_said_there(self, key: str, owners: set[str]) -> bool:
        said = Counter(
            profile.source.source_id in owners
            for profile in self._profiles.values()
            if key in profile.stems or key in profile.stems_above or key in profile.concepts or key in profile.concepts_above
        )
        return said[True] >= _LEAST_SAID and said[False] <= _MOST_ELSEWHERE * (said[True] + said[False])

    def _things(self, named: frozenset[str]) -> tuple[str, ...]:
        return tuple(c for c in named if self._lexicon.concepts[c].kind in _ABOUT)
