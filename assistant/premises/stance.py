"""A proposition and a statement in, whether the statement affirms it, denies it or leaves it open, out.

The verifier judges: what it supports is affirmed; what it refuses only because a denial or a comparison is turned round is
denied. Anything else (other patients, other figures, words that nothing says) settles nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.answers import BESIDE_TURNED, TURNED, Evidence, Reason, ReasonCode, Verdict
from assistant.citation.gate import Verify
from assistant.premises.readings import Stance, readings
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import NARROWER, concept_match
from assistant.words.clauses import PLAIN_NOT, clauses_of, denials, main_clause, without_patients
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems
from ingest.documents import Statement

_FIRM = re.compile(
    r"\b(?:should|must|not|never|recommended|required?|requires|mandatory|standard|continue|avoid|offered|essential|needed|"
    r"debe|deben|debería|deberían|no|nunca|recomiendan?|obligatori[oa]s?|estándar|continúe|evite|indispensables?|necesari[oa]s?)\b",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"\b(?:better|worse|superior\w*|inferior\w*|prefer\w*|improv\w*|advantage\w*|benefit\w*|outperform\w*|favou?r\w*|"
    r"(?:more|less|as|equally|no)\s+(?:\w+ly\s+)?(?:effective|useful|active|toxic|safe|good)|longer|shorter|beats?|"
    r"mejor\w*|peor\w*|prefier\w*|ventajas?|beneficios?|(?:más|menos|tan)\s+(?:eficac\w+|eficaz|útil\w*|activ[oa]s?|tóxic[oa]s?|segur[oa]s?)|"
    r"supera\w*)\b",
    re.IGNORECASE,
)
_DENIAL_SAID = re.compile(r"the cited words say “([^”]+)”")
_QUOTED = re.compile(r"“([^”]+)”")
_OCCASION = r"\b(?:before|after|during|when|once|until|upon|while|prior\s+to)"
_SWAPPED = re.compile(r"\bsides of the comparison\b")
_NEITHER = re.compile(r"\bneither above\b")
_IN_TIME = re.compile(r"“(?:before|after|during|when|once|until|prior to|following|upon|while)[^”]*”", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|as\s+long\s+as|hasta\s+que|mientras)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\b(?:continu\w*|goes\s+on|go\s+on|prosig\w+|contin[uú]\w*)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\s*(?:when|if|once|unless|until|where)\b", re.IGNORECASE)
_CONDITION_STEMS = frozenset(content_stems("when if once unless until where"))
_LISTS_CONDITIONS = re.compile(
    r"\b(?:if|when|unless|where|(?:any|one|some|all) of(?: (?:these|the following))?)"
    r"(?: (?:\w+ )?(?:appl(?:y|ies)|holds?|met|true|present))?(?: you have| your child has)?\W*$",
    re.IGNORECASE,
)
"""What announces conditions: the items below state nothing."""
_LIMITED = re.compile(r"\b(?:routine\w*|always)\b", re.IGNORECASE)
_OF_ALL = re.compile(r"\b(?:every(?:one|body)?|all|always|standard|mandatory|obligatory)\b", re.IGNORECASE)
_BEFORE_COMMA = re.compile(r"^(?P<condition>[^,]+),")
_EXCEPTION = re.compile(r"\b(?:unless|except\w*)\b", re.IGNORECASE)
_HEDGED = re.compile(r"\b(?:may|might|could|sometimes|conflict\w*)\b", re.IGNORECASE)
_WEIGHING_WORD = re.compile(r"\b(?:should|must|recommended|indicated|required|needed|safe|allowed|used|given)\b", re.IGNORECASE)
_REASON = re.compile(r"\W*(?:because|since|as|whereas|porque|ya\s+que)\b", re.IGNORECASE)
_SAME_WORD = 6
MayOppose = Callable[..., bool]
_LEAST = 2
_MOST_UNSAID = 1
_LONGEST_NAME = 4


def stance(
    proposition: str, profile: Profile, evidence: Evidence, *, verify: Verify, lexicon: Lexicon, lenient: bool = False
) -> Stance:
    """Whether the statement affirms or denies the proposition, or neither; ``lenient`` if one word may go unsaid by it."""
    if not _says_enough(proposition, lexicon=lexicon):
        return Stance.SILENT
    for reading in readings(proposition, profile, lexicon=lexicon):
        verdict = verify(reading.text, (evidence,))
        found = _against(reading.text, profile, verdict, lexicon=lexicon, lenient=lenient)
        if found in reading.tells:
            return reading.tells[found]
    return Stance.SILENT


def may_deny(
    proposition: str, profile: Profile, evidence: Evidence, *, opposed: MayOppose, lexicon: Lexicon, lenient: bool = False
) -> bool:
    """False if the stance surely isn't that the statement denies the proposition; far less work than the stance itself.

    ``opposed`` tells as much of a claim's verdict (``assistant.verify.may_be_opposed``).
    """
    if not _says_enough(proposition, lexicon=lexicon):
        return False
    for reading in readings(proposition, profile, lexicon=lexicon):
        if reading.tells.get(Stance.AFFIRMS) is Stance.DENIES:
            return True
        asked = reading.tells.get(Stance.DENIES) is Stance.DENIES and not PLAIN_NOT.search(reading.text)
        if asked and opposed(reading.text, (evidence,), unsaid=_MOST_UNSAID if lenient else 0):
            return True
    return False


def _against(proposition: str, profile: Profile, verdict: Verdict, *, lexicon: Lexicon, lenient: bool) -> Stance:
    text = profile.statement.text
    clause = _denying_clause(verdict, text) or main_clause(proposition, text, lexicon=lexicon)
    denied = _denied(proposition, lexicon=lexicon)
    turned = denied % 2 != _denied(clause, lexicon=lexicon) % 2
    if verdict.supported:
        return Stance.SILENT if turned else Stance.AFFIRMS
    codes = [reason.code for reason in verdict.reasons]
    refused_for_this = TURNED.intersection(codes) and BESIDE_TURNED.issuperset(codes)
    if not refused_for_this or PLAIN_NOT.search(proposition) or _leaves_open(proposition, profile, clause, lexicon=lexicon):
        return Stance.SILENT
    if _reverses(proposition, profile, verdict, outright=lenient):
        return Stance.DENIES
    if ReasonCode.NEGATION not in codes:
        return Stance.SILENT
    unsaid = codes.count(ReasonCode.NOT_STATED)
    if denied and (unsaid or not _FIRM.search(text)):
        return Stance.SILENT
    enough = lenient and unsaid <= _MOST_UNSAID and len(_content(proposition, lexicon=lexicon)) - unsaid > _LEAST
    return Stance.DENIES if turned and (not unsaid or enough) else Stance.SILENT


def _is_of_another(proposition: str, clause: str, *, lexicon: Lexicon) -> bool:
    """True for a reason told of no treatment of the proposition: "because Y doesn't help" denies nothing of X."""
    if _REASON.match(clause) is None:
        return False
    given = {c for c in lexicon.concepts_in(proposition, typed=True) if lexicon.concepts[c].kind in TREATMENTS}
    told = lexicon.concepts_in(clause)
    return bool(given) and not any(concept_match(c, told, lexicon=lexicon) for c in given)


def _leaves_open(proposition: str, profile: Profile, clause: str, *, lexicon: Lexicon) -> bool:
    """True for a clause that denies on a condition, with a hedge or an exception, as a routine, of some only or of another.

    Not if the proposition meets the condition itself, nor if it says of all what is denied as a routine.
    """
    if _CONDITION.match(clause) and not _meets(proposition, clause, lexicon=lexicon):
        return True
    if (
        _is_of_another(proposition, clause, lexicon=lexicon)
        or _HEDGED.search(clause)
        or _only_occasion(proposition, profile.statement.text, lexicon=lexicon)
    ):
        return True
    routine = None if _OF_ALL.search(proposition) else _LIMITED.search(clause)
    limited = routine or _EXCEPTION.search(profile.statement.text)
    if limited and not re.search(rf"\b{limited[0][:_SAME_WORD]}", proposition, re.IGNORECASE):
        return True
    told = profile.concepts | profile.concepts_above
    things = {c for c in lexicon.concepts_in(proposition, typed=True) if lexicon.concepts[c].kind != "population"}
    return any(concept_match(c, told, lexicon=lexicon) == NARROWER and things.isdisjoint(lexicon.descendants(c)) for c in things)


def _meets(proposition: str, clause: str, *, lexicon: Lexicon) -> bool:
    """True if the proposition says all of the condition that a clause begins with, or of a kind of the things in it."""
    opening = _BEFORE_COMMA.match(clause)
    if opening is None:
        return False
    condition = opening["condition"]
    named = lexicon.concepts_in(proposition, typed=True)
    wider = named.union(*(lexicon.ancestors(c) for c in named))
    left = list(condition)
    for mention in lexicon.mentions(condition):
        if mention.concept.concept_id in wider:
            left[mention.start : mention.end] = " " * (mention.end - mention.start)
    stems = set(content_stems(proposition))
    return stems.issuperset(one for one in content_stems("".join(left)) if one not in _CONDITION_STEMS)


def _only_occasion(proposition: str, text: str, *, lexicon: Lexicon) -> bool:
    """True if all that the two have in common is when something else is done ("monitoring is mandatory before starting an X")."""
    things = {m.concept.concept_id for m in lexicon.mentions(proposition, typed=True) if m.concept.kind != "population"}
    shared = [m for m in lexicon.mentions(text) if m.concept.concept_id in things]
    return bool(shared) and all(re.search(rf"{_OCCASION}\s+(?:\w+\s+){{0,2}}$", text[: m.start], re.IGNORECASE) for m in shared)


def is_condition(statement: Statement, *, lexicon: Lexicon) -> bool:
    """Whether a statement is an item of a list of conditions ("Call if:"), which states nothing by itself."""
    above = statement.lead_in or " ".join(statement.heading_path[-1:])
    return _LISTS_CONDITIONS.search(above) is not None and not _denied(above, lexicon=lexicon)


def _denied(text: str, *, lexicon: Lexicon) -> int:
    """How often the text denies, outside of what names patients ("without symptoms")."""
    return denials(without_patients(text, lexicon=lexicon))


def _reverses(proposition: str, profile: Profile, verdict: Verdict, *, outright: bool) -> bool:
    """True for a comparison or an effect turned round where all else is said; the word turned round is said in a way."""
    reversals = [reason for reason in verdict.reasons if _is_reversal(reason, proposition, profile, outright=outright)]
    words = {word for reason in reversals for word in _QUOTED.findall(reason.detail)}
    unsaid = (reason for reason in verdict.reasons if reason.code is ReasonCode.NOT_STATED)
    return bool(reversals) and all(words.intersection(_QUOTED.findall(reason.detail)) for reason in unsaid)


def _denying_clause(verdict: Verdict, text: str) -> str:
    """The clause whose denial the verifier missed in the proposition; "" if it missed none."""
    for reason in verdict.reasons:
        denial = _DENIAL_SAID.search(reason.detail) if reason.code is ReasonCode.NEGATION else None
        if denial:
            words = set(denial[1].lower().split())
            return max(clauses_of(text), key=lambda clause: len(words & set(re.findall(r"[\w'-]+", clause.lower()))), default="")
    return ""


def _is_reversal(reason: Reason, proposition: str, profile: Profile, *, outright: bool) -> bool:
    """True for a comparison or an effect turned round; not for another time, occasion ("before starting") or weighing.

    Nor for two that are named side by side, neither of them above the other: that one is preferred stays open.
    """
    if reason.code is not ReasonCode.DIRECTION or _IN_TIME.search(reason.detail) or _NEITHER.search(reason.detail):
        return False
    said = _QUOTED.findall(reason.detail)[-1:]
    if said and _GOES_ON.search(said[0]) and _UNTIL.search(profile.statement.text):
        return False  # what goes on until something happens is stopped then
    label, colon, _ = profile.statement.text.partition(":")
    if (
        not outright
        and said
        and colon
        and len(label.split()) <= _LONGEST_NAME
        and re.search(rf"\b{re.escape(said[0])}\b", label, re.IGNORECASE)
    ):
        return False  # what stands in the name of a list is told of that list, and of no other
    if said and re.search(rf"{_OCCASION}\s+{re.escape(said[0])}\b", profile.statement.text, re.IGNORECASE):
        return False
    weighed = _WEIGHED.search(proposition) and _WEIGHED.search(profile.statement.text)
    return bool(weighed) if _SWAPPED.search(reason.detail) else True


def _says_enough(proposition: str, *, lexicon: Lexicon) -> bool:
    """True if the proposition names a thing and says something of it."""
    named = any(mention.concept.kind != "population" for mention in lexicon.mentions(proposition, typed=True))
    return named and len(_content(proposition, lexicon=lexicon)) + bool(_WEIGHING_WORD.search(proposition)) >= _LEAST


def _content(proposition: str, *, lexicon: Lexicon) -> list[str]:
    """What a proposition says something with: its named things and the stems of its other words, patients left out."""
    mentions = lexicon.mentions(proposition, typed=True)
    rest = list(proposition)
    for mention in mentions:
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    return [*(m.concept.concept_id for m in mentions if m.concept.kind != "population"), *content_stems("".join(rest))]
