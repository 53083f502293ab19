"""Sections of the documents in, questions that the documents can answer out: starters and follow-ups.

A suggestion was written by an editor for a statement, or is made from a heading, a lead-in or a figure of the documents. What is
made is offered only after it was answered from the very statements that it is about; the editors' own are tried by
``vouch doctor`` and in the evals, for trying takes as long as answering.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import islice

from assistant.answers import Audience, Intent, Question, StandaloneQuestion, VerifiedClaim
from assistant.display.phrases import phrases
from assistant.drafting.draft import Drafter
from assistant.drafting.prepared import Prepared, prepared_suggestions
from assistant.drafting.suggestion import Suggestion, asks_the_same
from assistant.reader import Reader
from assistant.retrieval.profile import Profile
from assistant.words.lexicon import Lexicon
from ingest.documents import SourceAudience, Statement
from ingest.embed import Vectors

_MOST = 3
_CHECKED = 12
# Of questions as near as each other, one that a person wrote reads better.
_PREPARED = 1.0
_IN_CHAPTER = 1.0
_LIKENESS = 2.0
_WRITTEN_FOR = 0.5
# A second question of one section is worth less than the first of another.
_SAME_SECTION = 0.75
_LARGE = 20_000
_CHECKED_OF_LARGE = 3
_SHORTEST_HEADING = 2
_LONGEST_HEADING = 8
_LONGEST_LEAD = 4
_GENERAL = tuple(phrases(language).ask_about.split("{")[0] for language in ("en", "es"))
_DOSES = tuple(phrases(language).ask_dose.split("{")[0] for language in ("en", "es"))
# A heading that asks what can't be asked without the page around it: "What is it?", "Who is this leaflet for?".
_LEANS = re.compile(
    r"\b(?:it|its|they|them|this|these|that|those|there|we|us|our|one|est[aeo]s?|eso|ellos|nosotros|nuestr[ao]s?)\b",
    re.IGNORECASE,
)
_LONGEST_QUESTION = 12
_OPTIONS = re.compile(
    r"^\W*(?:(?:[\w-]+\s){0,3}(?:options|regimens|combinations|agents)|(?:opciones|regímenes|combinaciones|agentes)(?:\s[\w-]+){0,3})$",
    re.IGNORECASE,
)
# How much is given, not how much is found in the blood, nor how long "after a dose".
_AMOUNT = re.compile(
    r"\d\s?(?:mg|mcg|µg|micrograms?|g|iu|ui|units?|unidades|ml|puffs?|tablets?|comprimidos?|drops?|gotas?|inhalaciones)\b"
    r"(?!\s?/\s?d?l\b|\s?/\s?ml\b|\s?/\s?min)",
    re.IGNORECASE,
)
# "Before discharge", "Do not use", "When to call us", "What to do": nobody asks what is said about these words.
_LEADS_ON = re.compile(
    r"(?:before|after|during|in|on|at|for|with|without|until|if|do|don['’]t|not|never|always|"
    r"wh(?:en|at|o|om|ose|y|ere|ich)|how|is|are|can|could|should|will|does|did|"
    r"antes|después|durante|en|con|sin|para|hasta|si|no|nunca|siempre|cuándo|qué|quién(?:es)?|cómo|dónde|cuál(?:es)?|por\s+qué)\b",
    re.IGNORECASE,
)
# Headings that name no subject: the plain furniture of a document's outline.
_OUTLINE = frozenset(
    (
        "overview introduction summary background references conclusion general other considerations treatment approach options "
        "key points special critical important notes first second third initial further next final "
        "sobre el la los las de del y en resumen introducción referencias generales general otras consideraciones tratamiento "
        "enfoque opciones puntos clave especiales especial críticos importante advertencias"
        " primer primero primera segundo segunda inicial"
    ).split()
)


def suggestions_from(profiles: Iterable[Profile], *, lexicon: Lexicon) -> tuple[Suggestion, ...]:
    """Every question that the headings, lead-ins and figures of these statements suggest, each wording once."""
    sections: dict[tuple[str, tuple[str, ...]], list[Profile]] = {}
    for profile in profiles:
        sections.setdefault((profile.source.source_id, profile.statement.heading_path), []).append(profile)
    found: dict[str, Suggestion] = {}
    for (_, path), members in sections.items():
        for text, about in (*_of_heading(path, members), *_of_figures(members, lexicon=lexicon)):
            found.setdefault(text, Suggestion.of(text, about))
    return tuple(found.values())


def _of_heading(path: Sequence[str], members: Sequence[Profile]) -> list[tuple[str, Sequence[Profile]]]:
    if not path:
        return []
    heading = path[-1].split("(")[0].strip().rstrip(":")
    words = heading.split()
    if heading.endswith("?"):
        asks = _SHORTEST_HEADING < len(words) <= _LONGEST_QUESTION and not _LEANS.search(heading)
        return [(heading, members)] if asks else []
    telling = [word for word in words if word.lower() not in _OUTLINE]
    if not _SHORTEST_HEADING <= len(words) <= _LONGEST_HEADING or not telling or _LEADS_ON.match(heading):
        return []
    ask = phrases(members[0].source.language)
    subject = _lower_first(heading).removeprefix("about ").removeprefix("sobre ")
    found: list[tuple[str, Sequence[Profile]]] = [(ask.ask_about.format(subject=subject), members)]
    for lead_in in dict.fromkeys(profile.statement.lead_in for profile in members):
        lead = lead_in.split("(")[0].strip().rstrip(":")
        if _OPTIONS.search(lead) and len(lead.split()) <= _LONGEST_LEAD:
            listed = [profile for profile in members if profile.statement.lead_in == lead_in]
            found.append((ask.ask_options.format(options=_lower_first(lead), subject=subject), listed))
    return found


def _of_figures(members: Sequence[Profile], *, lexicon: Lexicon) -> list[tuple[str, Sequence[Profile]]]:
    found: list[tuple[str, Sequence[Profile]]] = []
    for profile in members:
        named = [c for c in profile.concepts if lexicon.concepts[c].kind == "drug"]
        compares = Intent.COMPARISON in profile.kinds and Intent.FIGURE in profile.kinds
        doses = Intent.DOSE in profile.kinds and _AMOUNT.search(profile.statement.text) is not None
        if not named or not (compares or doses):
            continue
        # The text is read again only to tell which of several it names first.
        drugs = named if len(named) == 1 else [c for c in _in_order(profile.statement, lexicon=lexicon) if c in named]
        ask, language = phrases(profile.source.language), profile.source.language
        name = lexicon.concepts[drugs[0]].called(language)
        if doses:
            found.append((ask.ask_dose.format(name=name), [profile]))
        elif len(drugs) > 1 and compares:
            other = lexicon.concepts[drugs[1]].called(language)
            found.append((ask.ask_compare.format(name=name, other=other), [profile]))
    return found


def _in_order(statement: Statement, *, lexicon: Lexicon) -> list[str]:
    return list(dict.fromkeys(mention.concept.concept_id for mention in lexicon.mentions(statement.text)))


def _lower_first(heading: str) -> str:
    """The heading in lower case, but for names: words or parts of them with inner capitals or digits."""
    return re.sub(r"[^\s/,\-–]+", lambda part: part[0] if re.search(r"[A-Z0-9]", part[0][1:]) else part[0].lower(), heading)


def choose_follow_ups(
    pool: Sequence[Suggestion],
    *,
    cited: Sequence[Profile],
    asked_texts: Iterable[str],
    answers: Callable[[Suggestion], bool],
    likeness: Callable[[Suggestion], float] = lambda _: 0.0,
    written_for: Collection[str] = (),
    most: int = _MOST,
    checked: int = _CHECKED,
) -> tuple[str, ...]:
    """Up to ``most`` questions near what was just cited: same things or same chapter, not yet read, and answerable.

    ``likeness`` is how alike (0 to 1) the statements asked after are to the cited ones. ``written_for`` are the ids of the
    sources that were written for the reader: of questions as near, theirs come first.
    Of the nearest questions only ``checked`` are tried: each takes as long as an answer.
    """
    read = {profile.statement.statement_id for profile in cited}
    concepts = frozenset().union(*(profile.concepts | profile.concepts_above for profile in cited)) if cited else frozenset()
    chapters = {(profile.source.source_id, profile.statement.heading_path[:1]) for profile in cited}
    asked_already = tuple(asked_texts)

    def nearness(one: Suggestion) -> float:
        shared = len(one.concepts & concepts) / (len(one.concepts) or 1)
        in_chapter = (one.source_id, one.heading_path[:1]) in chapters
        near = shared + _IN_CHAPTER * in_chapter + _LIKENESS * likeness(one)
        return near + _PREPARED * one.is_prepared + _WRITTEN_FOR * (one.source_id in written_for)

    unread = sorted((one for one in pool if not one.statement_ids <= read), key=lambda one: (-nearness(one), one.text))
    left = list(islice((one for one in unread if not any(asks_the_same(one.text, text) for text in asked_already)), checked))
    chosen: list[Suggestion] = []
    while left and len(chosen) < most:
        sections = Counter((one.source_id, one.heading_path) for one in chosen)
        best = max(left, key=lambda one: nearness(one) - _SAME_SECTION * sections[one.source_id, one.heading_path])
        left.remove(best)
        if not any(asks_the_same(best.text, one.text) for one in chosen) and answers(best):
            chosen.append(best)
    return tuple(one.text for one in chosen)


def choose_starters(
    pool: Sequence[Suggestion],
    *,
    written_for: Collection[str],
    answers: Callable[[Suggestion], bool],
    most: int = 4,
) -> tuple[str, ...]:
    """Up to ``most`` questions to begin with, each from another chapter; those of sources ``written_for`` the reader first.

    Those marked to begin with come first, then other prepared ones, then those made of lists and figures.
    """

    def order(one: Suggestion) -> tuple[bool, bool, bool, bool, int, str]:
        foreign = one.source_id not in written_for
        general = one.text.startswith(_GENERAL)
        return foreign, not one.is_start, not one.is_prepared, general, -len(one.statement_ids), one.text

    chosen: list[str] = []
    chapters: set[str] = set()
    waiting = sorted(pool, key=order)
    for most_doses in (most // 2, most):  # four doses don't show what else can be asked: they stand only where nothing else does
        for suggestion in waiting:
            chapter = suggestion.heading_path[-1].lower() if suggestion.heading_path else ""
            is_dose = suggestion.text.startswith(_DOSES)
            if chapter in chapters or (is_dose and sum(text.startswith(_DOSES) for text in chosen) >= most_doses):
                continue
            if len(chosen) < most and answers(suggestion):
                chapters.add(chapter)
                chosen.append(suggestion.text)
    return tuple(chosen)


class Suggester:
    """Holds the questions that the documents suggest, and which of them were found to be answered."""

    def __init__(
        self,
        *,
        reader: Reader,
        drafter: Drafter,
        allowed: frozenset[str],
        vectors: Vectors | None = None,
        prepared: Mapping[str, Sequence[Prepared]] | None = None,
    ) -> None:
        """``allowed`` are the source ids that may be cited, ``prepared`` the editors' questions by source id.

        ``vectors`` ``(n, d)`` are those of the reader's statements; without them suggestions are ranked by names alone.
        """
        self._reader = reader
        self._drafter = drafter
        self._allowed = allowed
        profiles = [profile for profile in reader.profiles.values() if profile.source.source_id in allowed]
        own = prepared_suggestions(prepared or {}, profiles)
        self._pool = (*own, *suggestions_from(profiles, lexicon=reader.lexicon))
        self._vectors = vectors
        self._texts = frozenset(one.text for one in self._pool)
        self._rows = {statement.statement_id: row for row, statement in enumerate(reader.index.statements)}
        self._answers: dict[str, tuple[frozenset[str], ...]] = {}

    def offers(self, text: str) -> bool:
        """True for the text of a suggestion, which can be read alone whatever was said before."""
        return text.strip() in self._texts

    def starters(self, audience: Audience) -> tuple[str, ...]:
        """Questions to begin with, sources written for the audience first."""
        written_for = self._written_for(audience)
        return choose_starters(
            self._pool, written_for=written_for, answers=lambda one: one.is_prepared or bool(self._answer_of(one))
        )

    def _written_for(self, audience: Audience) -> frozenset[str]:
        wanted = SourceAudience(audience.value)
        documents = self._reader.index.documents
        return frozenset(source_id for source_id, document in documents.items() if document.source.audience == wanted)

    def follow_ups(self, question: Question, standalone: StandaloneQuestion, claims: Sequence[VerifiedClaim]) -> tuple[str, ...]:
        """Questions to go on with after these claims in the reader's language, none asked already or answered by them."""
        # What was cited from documents in another language is none of this reader's.
        named = (c.statement.statement_id for claim in claims for c in claim.citations)
        cited = [self._reader.profiles[one] for one in named if one in self._reader.profiles]
        asked = [question.text, standalone.text, *(turn.content for turn in question.history if turn.role == "user")]
        checked = _CHECKED if len(self._reader.profiles) < _LARGE else _CHECKED_OF_LARGE
        read = {profile.statement.statement_id for profile in cited}
        return choose_follow_ups(
            [one for one in self._pool if self._is_in(standalone.language, one)],
            cited=cited,
            asked_texts=asked,
            answers=lambda one: one.is_prepared or any(evidence.isdisjoint(read) for evidence in self._answer_of(one)),
            likeness=self._likeness(read),
            written_for=self._written_for(question.audience),
            checked=checked,
        )

    def _is_in(self, language: str, one: Suggestion) -> bool:
        """Whether a suggestion is in the reader's language: documents in another may have answered, for want of his own."""
        own = self._reader.index.documents[one.source_id].source.language
        return phrases(own).language == phrases(language).language

    def unanswered(self) -> list[str]:
        """The editors' questions that aren't answered from their statement."""
        return [one.text for one in self._pool if one.is_prepared and not self._answer_of(one)]

    def _likeness(self, cited: Collection[str]) -> Callable[[Suggestion], float]:
        """The cosine of a suggestion's statement to the nearest cited one."""
        rows = [self._rows[one] for one in cited if one in self._rows]
        if self._vectors is None or not rows:
            return lambda _: 0.0
        nearest = (self._vectors @ self._vectors[rows].T).max(axis=1)
        return lambda one: float(max(nearest[self._rows[statement]] for statement in one.statement_ids))

    def _answer_of(self, suggestion: Suggestion) -> tuple[frozenset[str], ...]:
        """The statements of each claim that answers it, if one is of the section it was made from, else none; worked out once."""
        if suggestion.text not in self._answers:
            found = self._reader.find(suggestion.text, audience=Audience.CLINICIAN, allowed=self._allowed)
            drafts = self._drafter.draft(found.asked, found.judged) if found.answerability.answerable else ()
            used = tuple(frozenset(draft.evidence) for draft in drafts)
            at_home = any(evidence & suggestion.statement_ids for evidence in used)
            self._answers[suggestion.text] = used if at_home else ()
        return self._answers[suggestion.text]
