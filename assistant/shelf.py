"""The documents of one language with what reads, frames and suggests from them: answers never mix languages unasked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from types import MappingProxyType

from assistant.answers import AbstentionReason, Audience, Question, StandaloneQuestion
from assistant.citation.gate import Verify
from assistant.differences.noted import Noted
from assistant.display.phrases import phrases
from assistant.drafting.for_patients import fit_for_patients
from assistant.drafting.frame import Framer
from assistant.drafting.parts import answered_in_part, with_lacking_parts
from assistant.drafting.suggest import Suggester
from assistant.followups.conversation import condense
from assistant.followups.own_subjects import NONE_OWN
from assistant.followups.told_of_drug import told_of_drug
from assistant.premises.stance import MayOppose
from assistant.question.aged import age_asked, speaks_of_age
from assistant.question.asked_apart import parts_of
from assistant.question.further import further_asked
from assistant.reader import Found, Reader
from assistant.retrieval.read_off import Kept
from assistant.words.language import LANGUAGES
from assistant.words.lexicon import Lexicon
from ingest.documents import Source
from ingest.index import OpenIndex

_VERSION = "-es"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One language's documents. ``citable`` are the ids of the sources that may be cited."""

    language: str
    index: OpenIndex
    reader: Reader
    framer: Framer
    suggester: Suggester
    sources: tuple[Source, ...]
    citable: frozenset[str]


def shelve(
    index: OpenIndex,
    *,
    lexicon: Lexicon,
    verify: Verify,
    suggest: Callable[..., Suggester],
    citable: frozenset[str],
    kept: Kept | None = None,
    opposed: MayOppose | None = None,
    registers: Mapping[str, Noted] = MappingProxyType({}),
) -> Mapping[str, Shelf]:
    """The shelves by language, those without documents left out; documents in a language not spoken here stand with the English.

    Each is read by itself, so that how telling a word is, and what is found, don't depend on the other's documents.
    """
    sources: dict[str, list[Source]] = {}
    for document in index.documents.values():
        sources.setdefault(spoken(document.source.language), []).append(document.source)
    shelves = {}
    for language, listed in sources.items() or {"en": list[Source]()}.items():
        ids = frozenset(source.source_id for source in listed)
        own = index if len(sources) < len(LANGUAGES) and language == "en" else index.only(ids, language=language)
        reader = Reader(
            index=own,
            lexicon=lexicon,
            is_everyday=index.embedder.is_everyday,
            language=language,
            superseded=index.superseded,
            kept=kept,
        )
        shelves[language] = Shelf(
            language=language,
            index=own,
            reader=reader,
            framer=Framer(index=own, reader=reader, verify=verify, opposed=opposed, noted=registers.get(language)),
            suggester=suggest(reader=reader, allowed=citable & ids, vectors=own.statement_vectors),
            sources=tuple(listed),
            citable=citable & ids,
        )
    return shelves


@dataclass(frozen=True, slots=True, kw_only=True)
class OnShelf:
    """What was found and where; ``notice`` tells the reader if that is in another language than the question."""

    shelf: Shelf
    found: Found
    notice: str = ""


def find_on(
    shelves: Mapping[str, Shelf], standalone: StandaloneQuestion, *, audience: Audience, allowed: frozenset[str]
) -> OnShelf:
    """What the documents in the question's language say; failing that, what those say that have no version in it."""
    language = spoken(standalone.language)
    own = shelves.get(language)
    at_home = None
    if own:
        at_home = _fitted(own, _found_at_home(own, standalone, audience, allowed), audience, language)
    if at_home and (at_home.found.answerability.answerable or at_home.found.answerability.elsewhere):
        return at_home
    for other in shelves.values():
        abroad = allowed & (untranslated(other, own) if own else other.citable)
        if other is own or (own and not abroad):
            continue
        found = other.reader.find(standalone.text, audience=audience, allowed=abroad, language=language)
        if at_home is None or found.answerability.answerable:
            place = _fitted(other, found, audience, language)
            is_told = place.found.answerability.answerable
            return replace(place, notice=f"{place.notice} {phrases(language).in_other_language}".strip()) if is_told else place
    assert at_home is not None  # noqa: S101 - there is always a shelf
    return at_home


def shelf_of(shelves: Mapping[str, Shelf], language: str) -> Shelf:
    """The documents in a language; those there are, if there are none in it."""
    return shelves.get(spoken(language)) or next(iter(shelves.values()))


def has_words_for(shelves: Mapping[str, Shelf], stem: str, language: str) -> bool:
    """Whether the documents of a language have a stem or a word of like meaning."""
    return shelf_of(shelves, language).reader.has_words_for(stem)


def condenser(
    shelves: Mapping[str, Shelf], *, lexicon: Lexicon, sources: Sequence[Source]
) -> Callable[[Question], StandaloneQuestion]:
    """Reads follow-ups by what the documents are about and speak of."""
    reader = shelf_of(shelves, "en").reader
    background = reader.background()

    def read(question: Question) -> StandaloneQuestion:
        # Their own subjects take seconds to find in a large library, and only a follow-up needs them.
        own = reader.own if question.history else NONE_OWN
        known = partial(has_words_for, shelves)
        return condense(question, lexicon=lexicon, corpus_terms=background, sources=sources, spoken_of=known, own=own)

    return read


def _found_at_home(shelf: Shelf, standalone: StandaloneQuestion, audience: Audience, allowed: frozenset[str]) -> Found:
    """What is found for the whole question, or for a part of it if the whole is neither answered nor put right."""
    # The ways to read a question as several come to the same text now and then.
    find = cache(partial(shelf.reader.find, audience=audience, allowed=allowed))
    whole = shelf.reader.find_follow_up(standalone, audience=audience, allowed=allowed)
    if whole.answerability.answerable:
        # A register of differences asks for the parts; what they lack is told along.
        texts = parts_of(standalone.text, lexicon=shelf.reader.lexicon) if shelf.framer.noted is not None else ()
        further = further_asked(standalone.text, lexicon=shelf.reader.lexicon, language=shelf.language)
        told = _of_told(standalone, find, shelf.reader.lexicon)
        further_found = (*told, *_of_age(standalone.text, find, shelf), *map(find, further))
        parts = tuple(map(find, texts))
        return replace(with_lacking_parts(whole, parts), parts=parts, further=further_found)
    if whole.answerability.elsewhere:
        return whole
    before = standalone.before if standalone.rewritten else ""
    part = answered_in_part(whole, find, lexicon=shelf.reader.lexicon, before=before)
    # Looking for a denial is the dearest step of finding, and the pipeline looks for it in whatever is returned here.
    denial = None if part is None else shelf.framer.denial(whole)
    return whole if part is None or (denial is not None and denial.sure) else part


def _of_told(standalone: StandaloneQuestion, find: Callable[[str], Found], lexicon: Lexicon) -> tuple[Found, ...]:
    """What is found on the medicine talked about for the patient whom the turn tells of: only what names it and what was told."""
    told = told_of_drug(standalone, lexicon=lexicon)
    found = find(told[0]) if told else None
    if told is None or found is None or not found.judged:
        return ()
    profile = found.judged[0].profile
    named = told[1] <= profile.concepts and not told[2].isdisjoint(profile.stems)
    return (replace(found, judged=found.judged[:1]),) if named else ()


def _of_age(text: str, find: Callable[[str], Found], shelf: Shelf) -> tuple[Found, ...]:
    """What is found on the age where it is asked whether somebody old is treated: only what speaks of age."""
    asked = age_asked(text, lexicon=shelf.reader.lexicon, language=shelf.language)
    found = find(asked) if asked else None
    if found is None:
        return ()
    told = tuple(one for one in found.judged if speaks_of_age(one.profile.stems))
    return (replace(found, judged=told),) if told[:1] == found.judged[:1] else ()


def _fitted(shelf: Shelf, found: Found, audience: Audience, language: str) -> OnShelf:
    """What was found, for a patient without survival figures that nobody asked for; with a line that they are there."""
    if audience is not Audience.PATIENT or not found.answerability.answerable:
        return OnShelf(shelf=shelf, found=found)
    fitted = fit_for_patients(found.asked, found.judged, lexicon=shelf.reader.lexicon)
    notice = phrases(language).figures_kept_back if fitted.kept_back else ""
    if not fitted.judged:
        none = replace(found.answerability, answerable=False, reason=AbstentionReason.NO_EVIDENCE)
        return OnShelf(shelf=shelf, found=replace(found, answerability=none), notice=notice)
    further = tuple(
        replace(one, judged=fit_for_patients(one.asked, one.judged, lexicon=shelf.reader.lexicon).judged) for one in found.further
    )
    return OnShelf(shelf=shelf, found=replace(found, judged=fitted.judged, further=further), notice=notice)


def spoken(language: str) -> str:
    """The language of a shelf for any language tag: "es" for every Spanish, else "en"."""
    return "es" if language.lower().startswith("es") else "en"


def untranslated(shelf: Shelf, beside: Shelf) -> frozenset[str]:
    """The ids of the sources of ``shelf`` that ``beside`` holds no version of: only these may answer in its stead."""
    have = {source_id.removesuffix(_VERSION) for source_id in beside.citable}
    return frozenset(source_id for source_id in shelf.citable if source_id.removesuffix(_VERSION) not in have)
