"""What documents of other fields than the lexicon's speak of: the nouns that they use, and the topic of each document. Pure.

A lexicon knows few things of another field, and a turn that names none of them would be lent one from the talk. But the
documents tell their own subjects: the words of headings, what stands behind an article or a preposition, and what a sentence
says something of. A question that names such a noun lacks no subject; it may lack the topic, which is that of the document cited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from assistant.followups.talk import shown_in
from assistant.question.focus import PHRASE, Exchange, Thing, content_words, pattern, tokens, words
from ingest.documents import Source, Statement

_BREAK = re.compile(r"[.;:,!?()]")
_TAIL = re.compile(
    r"\s*(?::|\(|\s[–-]\s|\b(?:in|among) (?:adults?|children|older|people|women|men|young|hospitals?|babies)\b).*$", re.IGNORECASE
)
_HEAD = re.compile(r"^(?:suspected|the|managing|management of|treatment of|guidelines? (?:on|for))\s+", re.IGNORECASE)
_SHORTEST = 3
_ANSWERS = 256
_TOPICS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a talk is about, and the documents on it; both empty where nothing tells."""

    wording: str = ""
    sources: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSubjects:
    """The nouns of such documents, in the singular, and the topics that a talk can be about.

    ``cited_by`` gives the id of the document that an answer cites first; "" if it is none of these. ``words_in`` gives the words
    of documents, by their ids, in the singular.
    """

    nouns: frozenset[str] = frozenset()
    topics: Mapping[str, str] = field(default_factory=dict)
    cited_by: Callable[[str], str] = lambda _: ""
    words_in: Callable[[frozenset[str]], frozenset[str]] = lambda _: frozenset()

    def among(self, things: Iterable[Thing]) -> tuple[Thing, ...]:
        """Those of a turn's things that the documents have a noun for, and that no list calls an attribute."""
        return tuple(thing for thing in things if self._is_own(thing))

    def _is_own(self, thing: Thing) -> bool:
        if thing.kind != PHRASE and thing.kind not in {"care", "other", "endpoint"}:
            return False
        run = [word for word, _, _ in tokens(thing.text)]
        return not _is_asked_of(run[-1]) and any(singular(word) in self.nouns and _is_noun(word) for word in run)

    def talked_of(self, past: Sequence[Exchange]) -> Topic:
        """What the latest answer was about, or the condition that a later question named."""
        later: list[Exchange] = []
        for exchange in reversed(past):
            if exchange.cited:
                wording = self.topics[exchange.cited]
                alike = frozenset(one for one, other in self.topics.items() if other.lower() == wording.lower())
                cited = Topic(wording=wording, sources=alike)
                return cited if _still_on(wording, later) else _named_in(later)
            later.append(exchange)
        return _named_in(later)


def _still_on(wording: str, later: Sequence[Exchange]) -> bool:
    """Whether no later question named another condition, or one that did said the topic as well."""
    naming = [one for one in later if any(thing.kind == "condition" for thing in one.asked)]
    return all(any(word in content_words(one.question) for word in content_words(wording)) for one in naming)


def _named_in(later: Sequence[Exchange]) -> Topic:
    """The condition that the latest of the questions named, the latest first."""
    named = [[thing.text for thing in one.asked if thing.kind == "condition"] for one in later]
    return Topic(wording=next((texts[-1] for texts in named if texts), ""))


def is_noun(thing: Thing) -> bool:
    """Whether a run of words ends in what can be a noun of its own."""
    return _is_noun(tokens(thing.text)[-1][0])


def _is_noun(word: str) -> bool:
    return not _is_asked_of(word) and not pattern("adjectival", r"(?:{})$").fullmatch(word)


def _is_asked_of(word: str) -> bool:
    """Whether a word points to a thing, or is asked of one: "dose"."""
    return word in words()["stopwords"] or word in words()["pointers"] or bool(pattern("attributes").fullmatch(word))


NONE_OWN = OwnSubjects()


def own_subjects(statements: Sequence[Statement], sources: Iterable[Source]) -> OwnSubjects:
    """The nouns and topics of documents."""
    nouns = {singular(noun) for text in _told(statements) for noun in _nouns(text)}
    topics = {source.source_id: topic_named(source.title) for source in sources}

    # Each turn comes with all the answers before it, and looking through a large library takes long.
    @lru_cache(maxsize=_ANSWERS)
    def cited_by(answer: str) -> str:
        return next((one.source_id for one in shown_in(answer, statements)), "")

    @lru_cache(maxsize=_TOPICS)
    def words_in(source_ids: frozenset[str]) -> frozenset[str]:
        told = _told([one for one in statements if one.source_id in source_ids])
        return frozenset(singular(word) for text in told for word in content_words(text))

    return OwnSubjects(nouns=frozenset(nouns), topics=topics, cited_by=cited_by, words_in=words_in)


def topic_named(title: str) -> str:
    """What a title says that a document is about, without for whom and what of it: "Asthma in adults: review" → "asthma"."""
    topic = _HEAD.sub("", _TAIL.sub("", title.strip())).strip()
    return topic[:1].lower() + topic[1:] if topic[1:2].islower() and topic.split(" ")[0][-2:] != "'s" else topic


def singular(word: str) -> str:
    """A noun without the ending of its plural."""
    if len(word) > _SHORTEST and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > _SHORTEST and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _told(statements: Sequence[Statement]) -> Iterator[str]:
    seen = set[str]()
    for statement in statements:
        for heading in statement.heading_path:
            if heading not in seen:
                seen.add(heading)
                yield f"the {heading}".replace(" and ", ", the ")
        yield statement.text


def _nouns(text: str) -> Iterator[str]:
    """Of runs of content words behind an article or preposition, or opening a sentence before a verb, what can be nouns."""
    for run, before, after in _runs(text):
        led = pattern("nominal", r"^(?:{})$").match(before) if before else pattern("verbs", r"^(?:{})$").match(after)
        if led:
            yield from (word for word in run if word == run[-1] or not pattern("adjectival", r"(?:{})$").search(word))


def _runs(text: str) -> Iterator[tuple[list[str], str, str]]:
    """Runs of content words with the word before and the one behind."""
    found = tokens(text)
    run: list[str] = []
    before, end = "", 0
    for word, start, stop in found:
        small = word in words()["stopwords"] or word[0].isdigit()
        broken = bool(_BREAK.search(text[end:start]))
        if run and (broken or small):
            yield run, before, "" if broken else word
            run, before = [], "" if broken else ","
        if small:
            before = word
        elif broken and not run:
            before, run = ",", [word]
        else:
            run.append(word)
        end = stop
    if run:
        yield run, before, ""
