"""What a patient reads: pages for patients first, no survival figures unasked, hard words explained, a question for the team.

It chooses among statements and puts Vouch's own word list beside them; it never rewrites a claim, so that figures, "not" and
strength stay the sources'. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.answers import CitedAnswer, DraftClaim, Explained, Intent, Turn, VerifiedClaim
from assistant.display.phrases import phrases
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import NUMERIC, Judged
from assistant.words.lead_in import standing
from assistant.words.lexicon import GlossaryEntry, Lexicon
from assistant.words.question_words import as_listed, words_of
from ingest.documents import SourceAudience

# Ids of the lexicon: measures of survival, and what foretells the end of an illness even without a figure.
_SURVIVAL = "survival-and-prognosis"
_MOST_WORDS = 95
_OUTLOOK = "outlook"
# … and whose treatment has failed: what has just failed is no option to ask for.
_FAILED = "progressed"
_AS_NEAR = 0.8
_WORTH_SHOWING = 0.4
_MOST_WORDS_EXPLAINED = 6
_TREATMENTS = ("drug", "drug class", "regimen")
_EXAMINED = ("test", "procedure")
_FIGURE = re.compile(r"\d(?:[.,]\d+)?\s?(?:%|percent\b|por ciento\b|months?\b|years?\b|meses\b|años?\b)")
_CLOSING = re.compile(r"[,;] (?=with\b|and\b|which\b|reaching\b|con\b|y\b|lo que\b)")
# "How long does she have to take it?" asks for no time that is left.
_OBLIGED = re.compile(r"\b(?:do|does|did|will|would|must)\s+(?:\w+\s+){1,2}(?:have|need)\s+to\b(?!\s+live\b)", re.IGNORECASE)
_NOT_FATAL = re.compile(r"\b(?:near|nearly|almost|non|not)[- ](?:fatal|deadly|lethal)\b", re.IGNORECASE)
# A clause with one of these bounds what was said before it, so it can't be dropped.
_LIMITS = re.compile(
    r"\b(?:not?|unless|except|only|if|but|although|without|a menos|salvo|excepto|solo|si|pero|aunque|sin)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """The statements that a patient may be shown, best first. ``kept_back``: survival figures that nobody asked for."""

    judged: tuple[Judged, ...]
    kept_back: bool = False


def fit_for_patients(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> Fitted:
    """The judged statements without unasked survival figures, those of patients' pages first where they say it as well."""
    if not judged:
        return Fitted(judged=())
    best = judged[0].hit.relevance
    kept_back = False
    if not asks_for_outlook(asked, lexicon=lexicon):
        left_out = [entry for entry in judged if foretells(entry.profile.statement.text, lexicon=lexicon)]
        kept_back = bool(left_out) and left_out[0].hit.relevance >= _WORTH_SHOWING * best
        kept = tuple(entry for entry in judged if entry not in left_out or _spared(entry.profile.statement.text, lexicon=lexicon))
        judged = kept if kept and kept[0].hit.relevance >= _WORTH_SHOWING * best else ()
    return Fitted(judged=_patients_pages_first(asked, judged), kept_back=kept_back)


def asks_for_outlook(asked: Asked, *, lexicon: Lexicon) -> bool:
    """True if a question asks how long people live, how the illness goes, or for a figure of it."""
    left = _OBLIGED.sub(" ", asked.text)
    named = asked.concepts if left == asked.text else asked.concepts & lexicon.concepts_in(left, typed=True)
    if any(_SURVIVAL in {c, *lexicon.ancestors(c)} for c in named):
        return True
    return Intent.FIGURE in asked.intents or bool(words_of(asked.language).outlook.search(as_listed(left, asked.language)))


def foretells(text: str, *, lexicon: Lexicon) -> bool:
    """True for words that give a figure of survival, or tell how the illness ends; nothing ended that was "near-fatal"."""
    text = _NOT_FATAL.sub(" ", text)
    families = [{c, *lexicon.ancestors(c)} for c in lexicon.concepts_in(text)]
    if any(_OUTLOOK in family for family in families):
        return True
    return bool(_FIGURE.search(text)) and any(_SURVIVAL in family for family in families)


def shortened(drafts: Sequence[DraftClaim]) -> tuple[DraftClaim, ...]:
    """The drafts that fit into the words of an answer for patients, the first one always.

    The lines around them (words explained, a question for the care team) are as much to read as two claims.
    """
    kept: list[DraftClaim] = []
    words = 0
    for draft in drafts:
        length = len(draft.text.split())
        if not kept or words + length <= _MOST_WORDS:
            kept.append(draft)
            words += length
    return tuple(kept)


def spare(drafts: Sequence[DraftClaim], asked: Asked, *, lexicon: Lexicon) -> tuple[DraftClaim, ...]:
    """The drafts without the closing clauses that give survival figures nobody asked for; what can't be parted is left out."""
    if asks_for_outlook(asked, lexicon=lexicon):
        return tuple(drafts)
    texts = [_spared(draft.text, lexicon=lexicon) for draft in drafts]
    return tuple(replace(draft, text=text) for draft, text in zip(drafts, texts, strict=True) if text)


def _spared(text: str, *, lexicon: Lexicon) -> str:
    """The text up to the comma before its survival figures; "" if these can't be parted from the rest without changing it."""
    if not foretells(text, lexicon=lexicon):
        return text
    for cut in reversed([match.start() for match in _CLOSING.finditer(text)]):
        head, tail = text[:cut], text[cut:]
        if not foretells(head, lexicon=lexicon) and _survival_free(head, lexicon=lexicon) and not _LIMITS.search(tail):
            return f"{head}." if text.endswith(".") else head
    return ""


def _survival_free(text: str, *, lexicon: Lexicon) -> bool:
    return not any(_SURVIVAL in lexicon.ancestors(c) for c in lexicon.concepts_in(text))


def _patients_pages_first(asked: Asked, judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """Stable, but that a patients' page nearly as near, and as able to give what is asked, comes before the rest."""
    if not judged:
        return ()
    best = judged[0]
    wanted = asked.intents & NUMERIC

    def leads(entry: Judged) -> bool:
        is_near = entry.hit.relevance >= _AS_NEAR * best.hit.relevance
        says_as_much = entry.signals["concepts"] >= best.signals["concepts"] and entry.signals["words"] >= best.signals["words"]
        gives = not wanted or bool(wanted & entry.profile.kinds)
        return entry.profile.source.audience is SourceAudience.PATIENT and is_near and says_as_much and gives

    return tuple(sorted(judged, key=lambda entry: not leads(entry)))


def rest_doses_on_clinical(drafts: Sequence[DraftClaim], judged: Sequence[Judged], *, lexicon: Lexicon) -> tuple[DraftClaim, ...]:
    """The drafts, each dose from patients' pages alone led by the clinical statement of that drug's dose, if there is one."""
    by_id = {entry.profile.statement.statement_id: entry.profile for entry in judged}
    shown = {statement_id for draft in drafts for statement_id in draft.evidence}
    result: list[DraftClaim] = []
    for draft in drafts:
        profiles = [by_id[i] for i in draft.evidence if i in by_id]
        if profiles and all(_is_patients_dose(profile) for profile in profiles):
            clinical = _clinical_dose(profiles[0], judged, lexicon=lexicon)
            if clinical and clinical.statement.statement_id not in shown:
                shown.add(clinical.statement.statement_id)
                text = standing(clinical.statement)
                result.append(DraftClaim(text=text, evidence=(clinical.statement.statement_id,), heading=draft.heading))
        result.append(draft)
    return tuple(result)


def _is_patients_dose(profile: Profile) -> bool:
    return profile.source.audience is SourceAudience.PATIENT and Intent.DOSE in profile.kinds


def _clinical_dose(patients: Profile, judged: Sequence[Judged], *, lexicon: Lexicon) -> Profile | None:
    drugs = {c for c in patients.concepts if lexicon.concepts[c].kind == "drug"}
    for entry in judged:
        profile = entry.profile
        is_clinical = profile.source.audience is SourceAudience.CLINICIAN and Intent.DOSE in profile.kinds
        if is_clinical and drugs & profile.concepts:
            return profile
    return None


def with_plain_words(answer: CitedAnswer, asked: Asked, *, lexicon: Lexicon) -> CitedAnswer:
    """The answer with the terms explained that it is the first to use, and a question to take to the care team."""
    language = answer.read_as.language
    return replace(
        answer,
        glossary=words_used(answer.claims, answer.question.history, lexicon=lexicon, language=language),
        ask_team=question_for_team(asked, answer.claims, lexicon=lexicon),
    )


# -- the word list ------------------------------------------------------------------------------------------------------


def words_used(
    claims: Iterable[VerifiedClaim], history: Sequence[Turn], *, lexicon: Lexicon, language: str
) -> tuple[Explained, ...]:
    """The terms of the claims that the word list explains, in the order of their first use, at most six.

    Those that an earlier answer already used were explained there.
    """
    text = "\n".join(claim.text for claim in claims)
    told = "\n".join(turn.content for turn in history if turn.role == "assistant")
    places: list[tuple[int, int, GlossaryEntry]] = []
    for entry in lexicon.glossary:
        match = _pattern(entry, language).search(text)
        if match and not entry.common and not _pattern(entry, language).search(told):
            places.append((match.start(), match.end(), entry))
    found: list[Explained] = []
    reached = 0
    for start, end, entry in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= reached:
            found.append(_explained(entry, language))
            reached = end
    return tuple(found[:_MOST_WORDS_EXPLAINED])


def _explained(entry: GlossaryEntry, language: str) -> Explained:
    if language == "es" and entry.spanish_term and entry.spanish_plain:
        return Explained(term=entry.spanish_term, plain=entry.spanish_plain)
    return Explained(term=entry.term, plain=entry.plain)


@lru_cache(maxsize=1024)
def _pattern(entry: GlossaryEntry, language: str) -> re.Pattern[str]:
    """Any wording of the term, in singular and plural, with blanks and hyphens alike."""
    if language == "es":
        wordings = ["[ -]?".join(_inflected(word) for word in (entry.spanish_term or entry.term).split())]
    else:
        wordings = ["[ -]?".join(map(re.escape, re.split(r"[ -]", w))) + "(?:s|es)?" for w in (entry.term, *entry.wordings)]
    is_name = all(wording.isupper() for wording in (entry.term, *entry.wordings))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(wordings)})(?![\w²/])", 0 if is_name else re.IGNORECASE)


def _inflected(word: str) -> str:
    """A Spanish word in both genders and numbers."""
    if word[-1:] in {"o", "a"} and word.islower():
        return re.escape(word[:-1]) + "[oa]s?"
    return re.escape(word) + "(?:es|s)?"


# -- the question for the care team ---------------------------------------------------------------------------------------


def question_for_team(asked: Asked, claims: Sequence[VerifiedClaim], *, lexicon: Lexicon) -> str:
    """One question that a patient can take to the care team, about what was asked; it states nothing."""
    words = phrases(asked.language).for_team
    if _FAILED in asked.population:
        return words["failed"]
    name = _named(asked, claims, _TREATMENTS, lexicon=lexicon)
    if asks_for_outlook(asked, lexicon=lexicon) and Intent.FIGURE not in asked.intents:
        return words["outlook"]
    if asked.intents & {Intent.DOSE, Intent.INTERVAL, Intent.DURATION} and name:
        return words["schedule"].format(name=name)
    examined = _named(asked, (), _EXAMINED, lexicon=lexicon)
    if examined:
        return words["examined"].format(name=examined)
    if _named(asked, (), ("side effect",), lexicon=lexicon):
        return words["side effect"]
    return words["treatment"].format(name=name) if name else words["any"]


def _named(asked: Asked, claims: Sequence[VerifiedClaim], kinds: Sequence[str], *, lexicon: Lexicon) -> str:
    """The first thing of these kinds as it is written in the question, or else in the first claim."""
    for text in (asked.text, *(claim.text for claim in claims[:1])):
        for mention in lexicon.mentions(text, typed=text is asked.text):
            if mention.concept.kind in kinds:
                return _in_running_text(text[mention.start : mention.end])
    return ""


def _in_running_text(surface: str) -> str:
    return surface if any(c.isupper() or c.isdigit() for c in surface[1:]) else surface[:1].lower() + surface[1:]
