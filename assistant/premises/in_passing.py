"""What a question takes for granted in passing, by a noun or as a ground, and the foremost statement that denies it. Pure.

"How large is the gain from X?", "how often is the routine Y done?", "she is too old for Z, right?": none of them states a whole
sentence that a verifier could deny, yet a statement says that X gains nothing, that Y is no routine, that Z isn't withheld for
age. Only what is asked flatly counts: whoever asks whether, or denies it himself, takes nothing for granted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.abstention.denied import denies_gain
from assistant.answers import Intent
from assistant.premises.at_odds_said import DONE, named_in, treatments_in
from assistant.premises.at_odds_words import HEDGED, NO_ROUTINE, OFFERED, ROUTINE
from assistant.premises.opposed import LIFTS, lifted_of, stems_of
from assistant.premises.premise import Denial
from assistant.premises.settled import asks_whether
from assistant.question.asked import Asked
from assistant.question.assertions import assertions
from assistant.question.propositions import pieces_of, presupposed
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import SAME, WIDER, Judged, concept_match
from assistant.words.clauses import PLAIN_NOT, denials
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon
from assistant.words.question_words import content_stems

_FOREMOST = 3
_AGE_WORD = {"en": "age", "es": "edad"}
_NEARLY = 0.75
_STANDS_OUT = 0.8
_END = " ¿?.!,;:"
_LIVED = re.compile(
    r"\b(?:(?:liv|surviv)\w+(?:\s+\w+){0,3}?\s+longer|longer\s+(?:do|does|did|will|would|can)\b[^?]*\b(?:live|survive)|"
    r"prolong\w*\s+(?:\w+\s+)?(?:life|survival|lives)|extra\s+(?:weeks|months|years)|"
    r"(?:gains?|benefits?|advantages?|improvements?)\b|"
    r"(?:months|years|weeks|time|life|survival|os)\b[^?,;]*\b(?:do|does|did|will|would|can)\b[^?,;]*\b(?:add|buy|give|bring)|"
    r"(?:adds?|buys?|gives?|brings?)\s+(?:\w+\s+){0,3}?(?:months|years|weeks|time|life|survival)|"
    r"(?:improves?|extends?|lengthens?|increases?)\s+(?:\w+\s+)?(?:life|survival)|"
    r"viv\w+\s+(?:\w+\s+)?más|(?:prolonga|alarga|aumenta|mejora)\w*\s+(?:\w+\s+)?(?:vida|supervivencia)|ganancias?|beneficios?|ventajas?)\b",
    re.IGNORECASE,
)
_GIVEN_AS_SO = re.compile(
    r"\b(?:how\s+(?:much|many|large|big|great|long)|(?:size|extent|magnitude)\s+of|which|given\s+the|since|thanks\s+to|"
    r"cu[aá]nt[oa]s?|qu[eé]|cu[aá]l(?:es)?|dad[oa]\s+(?:el|la)|gracias\s+a)\b",
    re.IGNORECASE,
)
_WITHHELD = re.compile(
    r"\b(?:too\s+(?:old|young|frail|weak|far\s+gone)\s+(?:for|to)|(?:is|are)\s+(?:now\s+)?out(?=\s*$)|off\s+the\s+table|out\s+of\s+the\s+question|(?:left|ruled|kept)\s+out|"
    r"(?:lost|missed|blown|forfeited)\s+(?:\w+\s+)?(?:shot|chance|window|turn|option|opportunity)|(?:locked|shut)\s+out|"
    r"perdido\s+(?:la|su|mi)\s+(?:oportunidad|opci[oó]n|ocasi[oó]n)|"
    r"rules?\s+(?:\w+\s+){0,3}out|no\s+longer\s+(?:allowed|possible|given|offered|an\s+option)|withheld|withhold\w*|denied|spared|"
    r"(?:can(?:no|['’]?)t|won['’]?t|(?:do|does|is|are|was|were|did)(?:n['’]?t|\s+not)|not)\s+(?:\w+\s+){0,2}?"
    r"(?:give|given|get|have|receive|take|offer|offered|qualify|eligible|allowed|meant|treated|for)|"
    r"(?:nobody|no\s+one|nadie)\s+(?:\w+\s+)?(?:gets?|is\s+(?:given|offered)|receives?|recibe\w*|le\s+dan)|"
    r"(?:stops?|stopped)\s+(?:treating|being\s+treated)|no\s+es\s+para\s+(?:m[ií]|ella|[eé]l|nosotr\w+)|(?:ya\s+)?no\s+(?:se\s+)?(?:(?:le|me|les|la)\s+)?(?:debe|puede|da|dan|dar|toca|corresponde|trata)\w*|"
    r"(?:demasiado\s+)?(?:mayor|vieja?|anciana?)\s+para|se\s+deja\s+de\s+trata\w*|descartad\w+)\b",
    re.IGNORECASE,
)
# "That is no reason to withhold it" withholds nothing.
_UNWITHHELD = re.compile(
    r"\b(?:no|not|never|n['’]t|isn['’]t|without|ning[uú]n\w*|sin)\b[^,;:]{0,40}?\b(?:withh\w+|deny|denied|spare\w*|rul\w+\s+\w*\s*out|neg\w+)|"
    r"\bno\s+(?:reason|ground)|\b(?:not|never|n['’]t)\s+too\s+(?:old|young|frail|weak|far)",
    re.IGNORECASE,
)
_NOT_WITHHELD = re.compile(
    r"\b(?:not|no)\s+(?:be\s+)?(?:withh\w+|deny|denied|niegue\w*|negarse|neg\w+)|\bgiven\s+to\s+all\b|\badministrarse\s+a\s+tod\w+",
    re.IGNORECASE,
)
_AGE = frozenset((*content_stems("age aged elderly"), *content_stems("edad", "es")))
_TREATED = re.compile(
    r"\b(?:treat\w*|therap\w+|drugs?|medicines?|medications?|chemo\w*|tablets|pills|trials?|tratamient\w+|tratar\w*|terapias?|medicinas?|"
    r"medicament\w+|f[aá]rmacos?|quimio\w*|ensayos?)\b",
    re.IGNORECASE,
)
_PERSONS = frozenset(content_stems("patient women woman people person")) | frozenset(
    content_stems("paciente mujer persona", "es")
)
_AGED = re.compile(
    r"\b(?:ages?|aged|old(?:er)?|elderly|[6-9]\d\b(?!\s*(?:%|mg|weeks|months|patients))|edad|años|ancian[oa]s?|viej[oa]s?)\b",
    re.IGNORECASE,
)


def find_in_passing(
    asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon, find: Callable[[str], Sequence[Judged]] = lambda _: ()
) -> Denial | None:
    """The first of what an answered question takes for granted in passing that one of the foremost statements denies.

    ``find`` gives the statements nearest to a text.
    """
    if not judged:
        return None
    found = find_withheld(asked, find, lexicon=lexicon) or _by_nearest(asked, judged, lexicon=lexicon)
    return found or _gain_nearby(asked, find, lexicon=lexicon)


def find_gain(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> Denial | None:
    """What a question that nothing answers takes for a gain, and the foremost statement, if that denies it; None if not."""
    if not judged or judged[0].hit.relevance < _STANDS_OUT:
        return None
    claimed = _gain(asked, judged[0].profile, lexicon=lexicon)
    return Denial(claimed=claimed, statement_id=judged[0].profile.statement.statement_id) if claimed else None


def find_withheld(asked: Asked, find: Callable[[str], Sequence[Judged]], *, lexicon: Lexicon) -> Denial | None:
    """That something is withheld, and the statement near to that clause which lifts the ground (age, another); None for none.

    What is asked for in its place ("what do they get instead?") is far from that statement.
    """
    for clause in assertions(asked.text):
        if not _withholds(clause):
            continue
        of_age = [f"{clause}: {_AGE_WORD.get(asked.language, 'age')}"] if _AGED.search(clause) and _TREATED.search(clause) else []
        given = any(lexicon.concepts[c].kind in DONE for c in named_in(clause, lexicon))
        for text in (*of_age, *([clause] if given else [])):
            for entry in find(text)[:_FOREMOST]:
                if _withheld(asked, entry.profile, lexicon=lexicon) == clause:
                    # Whoever tells what others said, and asks whether it is so, doesn't take it for granted himself.
                    sure = not asks_whether(asked) or clause in asked.sentence
                    return Denial(claimed=clause, statement_id=entry.profile.statement.statement_id, sure=sure)
    return None


def _gain_nearby(asked: Asked, find: Callable[[str], Sequence[Judged]], *, lexicon: Lexicon) -> Denial | None:
    """That something makes people live longer, and the statement nearest to that clause, if it denies it; None for none."""
    for clause in assertions(asked.text):
        if not _LIVED.search(clause) or denials(clause) or HEDGED.search(clause):
            continue
        named = named_in(clause, lexicon)
        of_clause = replace(asked, intents=frozenset(), text=clause, concepts=named, focus=named)
        for entry in find(clause)[:_FOREMOST] if named else ():
            if entry.hit.relevance >= _NEARLY and denies_gain(of_clause, entry.profile, lexicon=lexicon):
                return Denial(claimed=clause, statement_id=entry.profile.statement.statement_id)
    return None


def _by_nearest(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> Denial | None:
    least = _NEARLY * judged[0].hit.relevance
    near = [entry.profile for entry in judged[:_FOREMOST] if entry.hit.relevance >= least]
    for profile in near:
        claimed = (
            _gain(asked, profile, lexicon=lexicon)
            or _withheld(asked, profile, lexicon=lexicon)
            or _routine(asked, profile, lexicon=lexicon)
        )
        if claimed:
            return Denial(claimed=claimed, statement_id=profile.statement.statement_id)
    return None


def _gain(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> str:
    """What takes a gain for granted that the statement denies; "" if nothing does."""
    timeless = replace(asked, intents=asked.intents - {Intent.DOSE, Intent.INTERVAL}, focus=asked.concepts)
    if not denies_gain(timeless, profile, lexicon=lexicon):
        return ""
    for clause in _stated(asked, lexicon=lexicon):
        if _LIVED.search(clause) and not denials(clause) and not HEDGED.search(clause):
            return clause
    for piece in pieces_of(asked.text):
        if _LIVED.search(piece) and _GIVEN_AS_SO.search(piece) and not denials(piece) and not HEDGED.search(piece):
            return piece.strip(_END)
    return ""


def _routine(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> str:
    """What takes something for a routine that the statement says is none; "" if nothing does."""
    if asked.yes_no or not NO_ROUTINE.search(profile.statement.text):
        return ""
    for clause in (*_stated(asked, lexicon=lexicon), *pieces_of(asked.text)):
        done = {c for c in lexicon.concepts_in(clause, typed=True) if lexicon.concepts[c].kind in DONE}
        same = any(concept_match(c, profile.concepts, lexicon=lexicon) in {SAME, WIDER} for c in done)
        if same and ROUTINE.search(clause) and not PLAIN_NOT.search(clause):
            return clause.strip(_END)
    return ""


def _withheld(asked: Asked, profile: Profile, *, lexicon: Lexicon) -> str:
    """What takes for granted that something is withheld on a ground that the statement lifts; "" if nothing does."""
    text = profile.statement.text
    lifted = LIFTS.search(text)
    if (
        lifted is None
        or not (OFFERED.search(text) or _NOT_WITHHELD.search(text))
        or not _is_ground(asked, lifted["what"], lexicon=lexicon)
    ):
        return ""
    told = profile.concepts | profile.concepts_above
    for clause in assertions(asked.text):
        given = treatments_in(clause, lexicon)
        others = given - lifted_of(given, lifted["what"], lexicon=lexicon)
        # "Withhold no effective therapy": what is said of all that is given goes for each.
        of_all = bool(_TREATED.search(text)) and not any(lexicon.concepts[c].kind in TREATMENTS for c in told)
        if _withholds(clause) and (of_all or all(concept_match(c, told, lexicon=lexicon) for c in others)):
            return clause
    return ""


def _withholds(clause: str) -> bool:
    return bool(_WITHHELD.search(clause)) and not _UNWITHHELD.search(clause)


def _is_ground(asked: Asked, what: str, *, lexicon: Lexicon) -> bool:
    """True if the question names what the statement says must not weigh, or tells an age where that is age."""
    if lifted_of(lexicon.concepts_in(asked.text, typed=True), what, lexicon=lexicon):
        return True
    stems, said = stems_of(what), stems_of(asked.text)
    return bool(stems & said - _PERSONS) or bool(stems & _AGE and _AGED.search(asked.text))


def _stated(asked: Asked, *, lexicon: Lexicon) -> Iterator[str]:
    """What the question states or builds on, as the asker put it, then as propositions that it states outright."""
    yield from assertions(asked.text)
    yield from (one.text for one in presupposed(asked.text, lexicon=lexicon) if one.outright)
