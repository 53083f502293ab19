"""A question and the statements nearest to it in, the statement that answers it directly out, with the word that rules find.

``settled.py`` weighs that word before it is said. A wrong "Yes" harms more than none, so the rules find it only if the statement
affirms or denies the very thing asked, is firm (no "may", "sometimes", "unless" …) and none as near says the reverse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.abstention.sought import sought
from assistant.answers import Evidence, Intent
from assistant.citation.gate import Verify
from assistant.premises.readings import Stance
from assistant.premises.stance import stance
from assistant.question.asked import Asked
from assistant.question.propositions import asked_whether
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import NARROWER, SAME, WIDER, Judged, concept_match
from assistant.words.clauses import denials, main_clause
from assistant.words.lexicon import Lexicon
from ingest.documents import Statement

_HEDGED = re.compile(
    r"\b(?:may|might|can|could|sometimes|often|usually|typically|generally|commonly|option\w*|consider\w*|only(?! in)|unknown|"
    r"undefined|unlikely|likely|solely|merely|certain|some|possible|possibly|reasonable|limited|depend\w*|conflicting|although|however|among)\b",
    re.IGNORECASE,
)
_EXCEPTED = re.compile(r"\b(?:unless|except\w*|if|despite|depend\w*)\b", re.IGNORECASE)
_FIRM = re.compile(
    r"\b(?:should|must|is|are|was|were|recommended|indicated|standard|preferred|require\w*|mandatory|do|does|did|continue|avoid|never|"
    r"need\w*|complete|prescribe|perform|obtain|no)\b",
    re.IGNORECASE,
)
# To keep something for a later step is to leave it off now: what is said of giving it settles neither.
_SAVED = re.compile(r"\b(?:keep|kept|saved?|hold|held|reserved?|leave|left)\b[^.?!,;]*\bfor\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:or|best|better(?! than)|still|always|ever|forever|just|right|correct|true|anything|any(?= (?:point|use|chance|hope))|"
    r"both|either|first)\b",
    re.IGNORECASE,
)
# What a question adds with these, a statement that leaves them open does not settle, unless the verifier has weighed them.
_ADDED = re.compile(r"\b(?:better|only|alone|together|longer|enough|more|less|every|all|any)\b", re.IGNORECASE)
_EVEN_WHEN = re.compile(r"\b(?:even\s+(?:when|if|after|in)|regardless\s+of|irrespective\s+of)\b[^.;:]*", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:because(?: of)?|since|due\s+to|owing\s+to|so\s+(?:that|as\s+to)|in\s+order\s+to|to\s+(?:avoid|prevent|lessen)|"
    r"porque|debido\s+a|ya\s+que|para\s+(?:evitar|prevenir))\b",
    re.IGNORECASE,
)
_LOOKED_AT = 6
_BY_WORDS = 2
_NEAR = 0.8
_COMPARED = 2
_COMPARABLE = frozenset({"drug", "drug class", "regimen", "procedure", "test"})
_TREATED = _COMPARABLE - {"test"}
# Letters: "not the cure", "no se curaría".
_JUST_BEFORE = 12


# Kin of a patient, of whom no illness is told: what is said of patients is no Yes or No for them.
_OF_KIN = re.compile(
    r"\b(?:can|could|should|will|would|may|must|do|does|is|are)\s+(?:my|our|her|his|their|the)\s+(?:\w+\s+)?"
    r"(?:sisters?|daughters?|brothers?|sons?|nieces?|nephews?|cousins?|aunts?|child(?:ren)?|kids|grand(?:daughters?|sons?|children))\b|"
    r"\b(?:mis?|sus?|nuestr[ao]s?)\s+(?:herman[ao]s?|hij[ao]s?|sobrin[ao]s?|prim[ao]s?|niet[ao]s?)\s+(?:se\s+)?(?:puede|podr|debe|deber|tiene|tendr)",
    re.IGNORECASE,
)
_IS_ILL = re.compile(
    r"\b(?:sister|daughter|brother|son|niece|nephew|cousin|aunt|child|she|he|herman[ao]|hij[ao]|sobrin[ao]|prim[ao])\b[^.?!]*"
    r"\b(?:has|have|had|with|diagnosed|suffers|tiene|padece|con)\b|['’]s\s+(?:\w+\s+){0,2}(?:cancer|disease|tumou?r)|\b(?:her|his|su)\s+"
    r"(?:\w+\s+){0,2}(?:cancer|disease|tumou?r|c[aá]ncer|enfermedad)\b",
    re.IGNORECASE,
)


def is_of_well_kin(text: str) -> bool:
    """Whether a question is about kin of whom no illness is told: "can my sister be tested?"."""
    return bool(_OF_KIN.search(text)) and not _IS_ILL.search(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Direct:
    """The statement that answers directly, and the word that may open it ("" for none)."""

    statement_id: str
    word: str = ""


def direct_answer(
    asked: Asked,
    judged: Sequence[Judged],
    *,
    evidence: Callable[[Statement], Evidence],
    verify: Verify,
    lexicon: Lexicon,
) -> Direct | None:
    """What settles a yes/no question, compares what a question compares, or gives what it seeks; None for any other."""
    if not judged:
        return None
    bar = _NEAR * judged[0].hit.relevance
    near = [entry for entry in judged[:_LOOKED_AT] if entry.hit.relevance >= bar]
    settled = _settling(asked, near, evidence=evidence, verify=verify, lexicon=lexicon)
    if settled is not None:
        return settled
    for entry in near[:_BY_WORDS]:
        word = yes_or_no(asked, entry.profile, lexicon=lexicon)
        if word:
            return Direct(statement_id=entry.profile.statement.statement_id, word=word)
    warning = _warning(asked, judged[:_LOOKED_AT], lexicon=lexicon) or _denied(asked, judged[:_LOOKED_AT], lexicon=lexicon)
    if warning is not None:
        return warning
    comparing = _comparing(asked, near, lexicon=lexicon)
    if comparing is not None:
        return comparing
    giving = sought(asked, judged, lexicon=lexicon)
    return Direct(statement_id=giving) if giving else None


def _settling(
    asked: Asked,
    near: Sequence[Judged],
    *,
    evidence: Callable[[Statement], Evidence],
    verify: Verify,
    lexicon: Lexicon,
) -> Direct | None:
    """The statement that affirms or denies what is asked; None if none does, or one does and another the reverse."""
    is_open = not asked.yes_no or _OPEN.search(asked.text) or _SAVED.search(asked.text)
    proposition = "" if is_open else asked_whether(asked.text, lexicon=lexicon)
    if not proposition:
        return None
    told: list[tuple[Profile, Stance]] = []
    for entry in near:
        own = evidence(entry.profile.statement)
        said = stance(proposition, entry.profile, own, verify=verify, lexicon=lexicon, lenient=True)
        if said is not Stance.SILENT:
            told.append((entry.profile, said))
    if len({said for _, said in told}) > 1:
        return None
    for profile, said in told:
        if _settles(asked, proposition, profile, affirmed=said is Stance.AFFIRMS, lexicon=lexicon):
            return Direct(statement_id=profile.statement.statement_id, word="Yes" if said is Stance.AFFIRMS else "No")
    return None


def _settles(asked: Asked, proposition: str, profile: Profile, *, affirmed: bool, lexicon: Lexicon) -> bool:
    """True if the statement is firm on it, and speaks of the very things and of no fewer patients than were asked about."""
    text = profile.statement.text
    clause = main_clause(proposition, text, lexicon=lexicon)
    open_left = _HEDGED.search(clause) or _EXCEPTED.search(text) or not _FIRM.search(clause)
    if open_left or _is_only_reason(asked, text, lexicon=lexicon):
        return False
    things = profile.concepts | profile.concepts_above
    if any(concept_match(c, things, lexicon=lexicon) == NARROWER for c in asked.concepts):
        return False
    return not affirmed or not _fewer_patients(asked, profile, lexicon=lexicon)


def _is_only_reason(asked: Asked, text: str, *, lexicon: Lexicon) -> bool:
    """True if something asked about is named only as a statement's reason: "Don't do A, because of B" denies no B."""
    reason = _REASON.search(text)
    if reason is None:
        return False
    main, behind = (lexicon.concepts_in(part) for part in (text[: reason.start()], text[reason.end() :]))
    return any(concept_match(c, behind, lexicon=lexicon) and not concept_match(c, main, lexicon=lexicon) for c in asked.concepts)


def _fewer_patients(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> bool:
    """True if the statement or its heading is about patients that neither the question nor what it names speaks of."""
    everyone = lexicon.population(profile.source.title) | lexicon.implied(asked.population)
    own = lexicon.population(_EVEN_WHEN.sub("", profile.statement.text)) | profile.population_above
    kin = frozenset().union(*(lexicon.ancestors(c) | {c} for c in asked.concepts))
    narrower = {p for p in own - everyone if lexicon.concepts[p].axis is not None}
    return any(not (lexicon.ancestors(p) | set(lexicon.concepts[p].parents)) & kin for p in narrower)


def _warning(asked: Asked, near: Sequence[Judged], *, lexicon: Lexicon) -> Direct | None:
    """The statement that warns of several treatments together, asked whether they may be, if the nearest leaves one out."""
    treatments = [c for c in asked.focus if lexicon.concepts[c].kind in _COMPARABLE]
    if not asked.yes_no or len(treatments) < _COMPARED:
        return None

    def joins(profile: Profile) -> bool:
        return all(concept_match(c, profile.concepts, lexicon=lexicon) for c in treatments)

    if joins(near[0].profile):
        return None
    warning = next((entry.profile for entry in near if joins(entry.profile) and denials(entry.profile.statement.text) % 2), None)
    return Direct(statement_id=warning.statement.statement_id) if warning else None


def _denied(asked: Asked, near: Sequence[Judged], *, lexicon: Lexicon) -> Direct | None:
    """The statement that denies the outcome, asked whether it is reached, if the nearest only names it as an aim.

    "Ask whether the goal is to cure it" in front would be heard as a hope by whoever asks "is there a cure?".
    """
    wanted = [c for c in asked.focus if lexicon.concepts[c].kind == "endpoint"]
    treated = any(lexicon.concepts[c].kind in _TREATED for c in asked.concepts)
    if not asked.yes_no or treated or len(wanted) != 1 or denials(asked.text):
        return None

    def denies(profile: Profile) -> bool:
        text = profile.statement.text
        own = [m for m in lexicon.mentions(text) if m.concept.concept_id == wanted[0]]
        of_none = not any(lexicon.concepts[c].kind in _TREATED for c in profile.concepts)
        return of_none and any(denials(text[max(0, m.start - _JUST_BEFORE) : m.end]) for m in own)

    found = None if denies(near[0].profile) else next((entry.profile for entry in near if denies(entry.profile)), None)
    if found is None or _fewer_patients(asked, found, lexicon=lexicon):
        return None
    return Direct(statement_id=found.statement.statement_id)


def _comparing(asked: Asked, near: Sequence[Judged], *, lexicon: Lexicon) -> Direct | None:
    """The statement that weighs the things compared against each other."""
    compared = [c for c in asked.focus if lexicon.concepts[c].kind in _COMPARABLE]
    if len(compared) < _COMPARED or not (Intent.COMPARISON in asked.intents or re.search(r"\bor\b", asked.text, re.IGNORECASE)):
        return None
    for entry in near:
        profile = entry.profile
        if Intent.COMPARISON in profile.kinds and all(c in profile.concepts for c in compared):
            return Direct(statement_id=profile.statement.statement_id)
    return None


def yes_or_no(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> str:
    """Yes, No, or "" for one statement, by its words alone: how firmly the best statement answers, before any is verified."""
    text = profile.statement.text
    is_open = _OPEN.search(asked.text) or _ADDED.search(asked.text) or _SAVED.search(asked.text)
    if not asked.yes_no or not asked.concepts or is_open:
        return ""
    clause = main_clause(asked.text, text, lexicon=lexicon)
    open_left = _HEDGED.search(clause) or _EXCEPTED.search(text) or not _FIRM.search(clause)
    if open_left or _is_only_reason(asked, text, lexicon=lexicon):
        return ""
    least = WIDER if denials(text) else SAME
    things = profile.concepts | profile.concepts_above
    if any(concept_match(c, things, lexicon=lexicon) < least for c in asked.concepts):
        return ""
    people = profile.population | profile.population_above
    if lexicon.excludes(asked.population, people) or any(not concept_match(p, people, lexicon=lexicon) for p in asked.population):
        return ""
    said = profile.stems | profile.stems_above
    if not all(word in said or denials(word) for word in asked.words):
        return ""
    return "Yes" if denials(clause) % 2 == denials(asked.text) % 2 else "No"
