"""Two statements of different sources in, whether they choose otherwise out: first choice, partners of a drug, tests."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from assistant.answers import Intent
from assistant.differences.pairs import LINE, MEASURES, NOT_PEOPLE, VERB, Pair, Point, patients, people, told
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.words.clauses import denials
from assistant.words.concepts import TREATMENTS
from assistant.words.lexicon import Lexicon

_FIRST_CHOICE = re.compile(
    r"\b(?:prefer\w*|standard|first[- ]line|first choice|initial\w*|start\w*|drug of choice|main treatment|first therapy|"
    r"require\w*|recommended|"
    r"preferid\w*|estándar|primera línea|primera elección|inicial\w*|empie\w*|principal|primera terapia|recomendad\w*|"
    r"requier\w*)\b",
    re.IGNORECASE,
)
_WEIGHS = re.compile(
    r"\b(?:over|than|rather|versus|vs|alternative|delay|alternativa|frente|prefieren? a|retras\w*)\b", re.IGNORECASE
)
_JOINED = re.compile(
    r"\b(?:plus|combin\w*|added?|adding|together|más|junto|añadi\w*)\b|(?<!compared )(?<!comparación )\b(?:with|con)\b|/|\+",
    re.IGNORECASE,
)
_PARTNER = re.compile(r"\b(?:partner\w*|combin\w*|pair\w*|backbone)\b", re.IGNORECASE)
_PARTNER_ASKED = re.compile(
    r"\b(?:partner\w*|combin\w*|pair\w*|backbone|goes?\s+(?:\w+\s+)?with|(?:with|plus|to)\s+(?:what|which)|"
    r"(?:which|what)\b[^?]*\b(?:with|plus|alongside|added\s+to|together)|acompañ\w*|(?:con|junto\s+a)\s+(?:qué|cuál\w*)|"
    r"(?:qué|cuál\w*)\b[^?]*\bcon)\b",
    re.IGNORECASE,
)
_ONLY_ASKED = re.compile(r"\b(?:only|just|always|agree|other|others|solo|siempre|otros)\b", re.IGNORECASE)
_EITHER = re.compile(r"\b(?:or|versus|vs|o)\b", re.IGNORECASE)
_OR = re.compile(r"\s*(?:,\s*)?(?:and/)?(?:or|o)\s*", re.IGNORECASE)
_START_ASKED = re.compile(
    r"\b(?:what|which)\b[^?]*\b(?:start|begin|first|upfront|initially)\b|"
    r"\b(?:qué|cuál\w*|que|cual\w*)\b[^?]*\b(?:primero|empez\w+|empieza\w*|de entrada|inicialmente)\b",
    re.IGNORECASE,
)
_ALONE_ASKED = re.compile(
    r"\b(?:alone|solo|mono|combos?|doublet|add-?on|by\s+(?:itself|themselves)|on\s+(?:its|their)\s+own|monotherapy|single|or\s+(?:always\s+)?with|combined|"
    r"combination|partner\w*|sol[oa]s?|en\s+monoterapia|o\s+con|combinad\w*)\b",
    re.IGNORECASE,
)
_CHOICE_ASKED = re.compile(
    r"\b(?:(?:which|what|qué|cuál\w*)\s+(?:\S+\s+){0,3}(?:drugs?|medicines?|agents?|fármacos?|medicamentos?)|regimens?|treat\w*|therap\w*|first|start\w*|prefer\w*|best|standard|choice|options?|partner\w*|agree|recommend\w*|"
    r"régimen|esquema|tratamiento|trat\w*|terapia|primer\w*|empez\w*|empieza\w*|mejor|estándar|elección|opci\w*|recomend\w*)\b",
    re.IGNORECASE,
)
_CHOOSING = frozenset({Intent.WHICH, Intent.OVERVIEW, Intent.COMPARISON, Intent.HOW})
_SPECIFIC = frozenset({Intent.FIGURE, Intent.DOSE, Intent.INTERVAL, Intent.DURATION, Intent.WHY, Intent.DEFINITION})
_OPTIONAL = re.compile(
    r"\b(?:alone or|with or without|may be|might be|can be|sol[oa]s? o|con o sin|puede\w* (?:ser|combin\w*))\b", re.IGNORECASE
)
_SOME = re.compile(r"\W*(?:some|certain|a few|parte|algun\w*|ciert\w*)\b", re.IGNORECASE)
_NO_LONGER = re.compile(
    r"\b(?:no longer (?:works?|responds?|helps?)|stops? working|ya no (?:funciona|responde|sirve))\b", re.IGNORECASE
)
_LATER_ASKED = re.compile(
    r"\b(?:progress\w*|fail\w*|(?:second|third|next)[- ]line|[23]L|next|no longer|resist\w*|relaps\w*|stopped working|"
    r"after\s+(?!(?:the\s+|her\s+|my\s+)?(?:menopause|change))\w+|"
    r"progres\w*|segunda línea|siguiente|ya no)\b",
    re.IGNORECASE,
)
_FIRST_ASKED = re.compile(r"\b(?:first|1L|initial\w*|start\w*|open\w*|upfront|primer\w*|inicial\w*|empez\w*)\b", re.IGNORECASE)
_NEXT_TOLD = re.compile(
    r"\b(?:followed by|switch\w*|after (?:progress\w*|failure)|seguid[oa]s? de|cambio a|tras (?:progres\w*|fracas\w*))\b",
    re.IGNORECASE,
)
_FIRST_LINE = "first-line"
_FIRST = re.compile(r"\b(?:first|primer[oa]?)\b", re.IGNORECASE)
_SHOULD = re.compile(r"\b(?:should|deber?[ií]a\w*|debe\w*)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:it|this|that|este|esta|esto|eso)\b", re.IGNORECASE)
_OR_ONE = re.compile(r"\s*(?:,\s*)?(?:and/)?(?:or|o)\s*(?:an?|un[oa]?|con un)?\s*", re.IGNORECASE)
_TWO = 2
_FEW = 10


# "An improvement over X alone" tells what is gained by something, and weighs no ways of giving it.
_GAINED = re.compile(
    r",?\s*(?:\w+\s+){0,2}(?:improv\w*|advantage|benefit|mejor\w*|ventaja|beneficio)\b[^,;:.]*\b(?:over|than|frente|alone|solo)\b[^,;:.]*",
    re.IGNORECASE,
)


def later_asked(asked: Asked) -> bool:
    """True for a question what comes when something before has failed."""
    return bool(_LATER_ASKED.search(asked.text)) and not _FIRST_ASKED.search(asked.text)


def first_choices(pair: Pair) -> Iterator[Point]:
    """Another first choice for the same patients: each names something that the other's source does not name for them."""
    if not _asks_to_choose(pair) or _names_later_line(pair.asked.population, lexicon=pair.lexicon) or later_asked(pair.asked):
        return
    if not all(_is_first_choice(profile, pair.lexicon) for profile in pair.both):
        return
    ours, theirs = (pair.of_kinds(profile.concepts, TREATMENTS) for profile in pair.both)
    if not (ours and theirs and pair.like_people()):
        return
    new = (_new(pair, ours, theirs, pair.right), _new(pair, theirs, ours, pair.left))
    wanted = [_of_class_asked(pair, one) for one in new]
    enough = any if pair.asked.yes_no else all  # "is this the standard?" is told by another standard too
    if (all(new) and enough(wanted)) or (any(wanted) and _one_adds_a_partner(pair, ours, theirs)):
        yield Point("first choice", people(pair.left, lexicon=pair.lexicon) or pair.topic())


def _one_adds_a_partner(pair: Pair, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """True if one source starts with a treatment by itself and the other joins a partner to it that the first never names."""
    if not all(_FIRST_CHOICE.search(told(profile)) for profile in pair.both):
        return False  # a label with patients tells what there is for them, not what comes first
    sides = ((pair.left, ours, theirs, pair.right), (pair.right, theirs, ours, pair.left))
    return any(
        _new(pair, mine, other, their_side) and not pair.beyond(other, mine) and _joins(my_side.statement.text)
        for my_side, mine, other, their_side in sides
    )


def alone(pair: Pair) -> Iterator[Point]:
    """A treatment asked about by itself or with a partner: the first choice by itself here, with a partner there."""
    if not _ALONE_ASKED.search(pair.asked.text) or pair.asked.intents & _SPECIFIC or not pair.nested_people():
        return
    if not all(_is_first_choice(profile, pair.lexicon) for profile in pair.both):
        return
    for one in sorted(pair.of_kinds(pair.asked.concepts, TREATMENTS)):
        classes = {c for c in pair.lexicon.ancestors(one) if _is_narrow(pair, c)}
        siblings = (pair.lexicon.descendants(c) for c in classes if pair.lexicon.concepts[one].kind == "drug")
        # "An X (this, that or the other)" names no partners.
        family = pair.lexicon.descendants(one).union({one}, classes, *siblings)
        given = [pair.of_kinds(profile.concepts, TREATMENTS) for profile in pair.both]
        beside = [treatments - family for treatments in given]
        if not all(treatments & family for treatments in given) or bool(beside[0]) == bool(beside[1]):
            continue
        by_itself, partner = (pair.right, beside[0]) if beside[0] else (pair.left, beside[1])
        if _OPTIONAL.search((pair.left if beside[0] else pair.right).statement.text):
            continue
        kin = partner.union(*(pair.lexicon.descendants(c) | pair.lexicon.ancestors(c) for c in partner)) - family
        if not any(named & family and named & kin for named in pair.elsewhere(by_itself)):
            yield Point("partners", frozenset({one}))


def _is_narrow(pair: Pair, drug_class: str) -> bool:
    """True for a class of few: what is said of a wide one by itself says nothing of one drug by itself."""
    return len(pair.lexicon.descendants(drug_class)) <= _FEW


def ranked_or_equal(pair: Pair) -> Iterator[Point]:
    """Of two treatments asked about, one source puts one first, another names both alike: "A over B", "A or B"."""
    asked = pair.of_kinds(pair.asked.focus, TREATMENTS)
    if len(asked) != _TWO or not _EITHER.search(pair.asked.text) or pair.asked.intents & _SPECIFIC:
        return
    if not all(_names_each(pair, profile, asked) and _advises(profile) for profile in pair.both):
        return
    weighs = [bool(_WEIGHS.search(profile.statement.text)) for profile in pair.both]
    alike = [_sets_side_by_side(pair, profile, asked) for profile in pair.both]
    if (weighs[0] and alike[1] and not weighs[1]) or (weighs[1] and alike[0] and not weighs[0]):
        yield Point("first choice", asked)


def _joins(text: str) -> bool:
    return bool(_JOINED.search(text)) and not _OPTIONAL.search(text)


def _advises(profile: Profile) -> bool:
    text = profile.statement.text
    return any(pattern.search(text) for pattern in (_FIRST_CHOICE, _FIRST, _SHOULD))


def _names_each(pair: Pair, profile: Profile, asked: frozenset[str]) -> bool:
    """True if the statement names each of them, or one of its kind."""
    return all(not profile.concepts.isdisjoint({c} | pair.lexicon.descendants(c)) for c in asked)


def _sets_side_by_side(pair: Pair, profile: Profile, asked: frozenset[str]) -> bool:
    """True where the text joins the two by "or"."""
    text = profile.statement.text
    return any(
        _OR_ONE.fullmatch(text[left.end : right.start]) and {left.concept.concept_id, right.concept.concept_id} == asked
        for left, right in pairwise(pair.lexicon.mentions(text))
    )


def partners(pair: Pair) -> Iterator[Point]:
    """Other partners of a drug asked about, or of a procedure."""
    if not _asks_for_partners(pair) or not pair.same_people():
        return
    if not all(_JOINED.search(one.statement.text) and not denials(one.statement.text) for one in pair.both):
        return
    for drug in sorted(pair.of_kinds(_spoken_of(pair), {"drug", "procedure"}) & pair.left.concepts & pair.right.concepts):
        ours, theirs = (_of_class_asked(pair, _given_with(pair, one, drug), beside=drug) for one in pair.both)
        if ours and theirs and (_new(pair, ours, theirs, pair.right) or _new(pair, theirs, ours, pair.left)):
            yield Point("partners", frozenset({drug}))


def _spoken_of(pair: Pair) -> frozenset[str]:
    """What the sentence that asks names; all that was named before it too if it only says "it"."""
    return pair.asked.concepts if _PRONOUN.search(pair.asked.sentence) else pair.asked.focus


def tests(pair: Pair) -> Iterator[Point]:
    """Other tests of the class asked about, or of the class of those asked about ("A or B?"), for the same purpose."""
    named = pair.of_kinds(pair.asked.concepts, {"test"})
    if len(named) >= _TWO and _EITHER.search(pair.asked.text):
        named |= pair.of_kinds(frozenset().union(*(pair.lexicon.ancestors(c) for c in named)), {"test"})
    for test in sorted(named):
        kinds = pair.lexicon.descendants(test)
        ours, theirs = pair.left.concepts & kinds, pair.right.concepts & kinds
        purpose = (pair.shared() & pair.asked.concepts) - {test}
        if pair.asked.concepts == {test} and Intent.WHICH in pair.asked.intents:  # "which scans?": for a purpose that both name
            purpose = pair.of_kinds(pair.shared(), {"test"}) - kinds - {test}
        if ours and theirs and purpose and pair.beyond(ours, theirs) and pair.beyond(theirs, ours):
            yield Point("tests", frozenset({test}))


def _asks_to_choose(pair: Pair) -> bool:
    asked = pair.asked
    chosen = Intent.WHICH in asked.intents or bool(_START_ASKED.search(asked.text))
    if asked.intents & (_SPECIFIC - {Intent.DEFINITION} if chosen else _SPECIFIC):
        return False
    if _START_ASKED.search(asked.text):
        return True
    either = len(pair.of_kinds(asked.focus, TREATMENTS)) > 1 and bool(_EITHER.search(asked.text))
    return either or (bool(asked.intents & _CHOOSING) and bool(_CHOICE_ASKED.search(asked.text)))


def _asks_for_partners(pair: Pair) -> bool:
    asked = pair.asked
    if asked.intents & _SPECIFIC or not _PARTNER_ASKED.search(asked.text) or denials(asked.text):
        return False
    if pair.of_kinds(asked.focus, MEASURES) or (Intent.WHEN in asked.intents and not _PARTNER.search(asked.text)):
        return False
    return not asked.yes_no or bool(_ONLY_ASKED.search(asked.text))


@lru_cache(maxsize=4096)
def _is_first_choice(profile: Profile, lexicon: Lexicon) -> bool:
    """True for a plain first choice; "A is preferred over B" weighs ways of giving and names no regimen."""
    text, behind = profile.statement.text, told(profile)
    if _WEIGHS.search(_GAINED.sub("", text)) or _NO_LONGER.search(text):
        return False
    if _names_later_line(patients(profile, lexicon=lexicon), lexicon=lexicon):
        return False
    if _FIRST_CHOICE.search(behind):
        return True
    said = text if VERB.search(text) else behind  # a fragment's label may be its lead-in
    label = lexicon.population(said.split(":", maxsplit=1)[0]) if ":" in said else frozenset()
    return any(lexicon.concepts[p].axis not in NOT_PEOPLE for p in label) and not _SOME.match(text)


def comes_later(profile: Profile, *, lexicon: Lexicon) -> bool:
    """True for a statement on what comes once the first treatment has failed."""
    named = patients(profile, lexicon=lexicon)
    return bool(_NEXT_TOLD.search(profile.statement.text)) or _names_later_line(named, lexicon=lexicon)


def _names_later_line(named: Collection[str], *, lexicon: Lexicon) -> bool:
    """True if some of the patients named have had their first treatment already."""
    return any(lexicon.concepts[p].axis == LINE and lexicon.concepts[p].name != _FIRST_LINE for p in named)


def _of_class_asked(pair: Pair, things: frozenset[str], *, beside: str = "") -> frozenset[str]:
    """Those of a class that the question names, or of a class with a drug that it names; all if it names none."""
    named = pair.of_kinds(pair.asked.focus, TREATMENTS) - {beside}
    if not named or _ONLY_ASKED.search(pair.asked.text):
        return things
    classes = named.union(*(pair.lexicon.concepts[c].parents for c in pair.of_kinds(named, {"drug"})))
    return things & named.union(*(pair.lexicon.descendants(c) | {c} for c in classes))


def _new(pair: Pair, ours: frozenset[str], theirs: frozenset[str], other: Profile) -> frozenset[str]:
    """What ours has beyond theirs, unless the other's source names it for the same patients elsewhere."""
    beyond = pair.beyond(ours, theirs)
    return frozenset() if any(beyond <= named for named in pair.elsewhere(other)) else beyond


def _given_with(pair: Pair, profile: Profile, drug: str) -> frozenset[str]:
    """What a drug is given with: not what stands beside it as an alternative."""
    text = profile.statement.text
    beside = {
        one.concept.concept_id
        for left, right in pairwise(pair.lexicon.mentions(text))
        if _OR.fullmatch(text[left.end : right.start]) and drug in {left.concept.concept_id, right.concept.concept_id}
        for one in (left, right)
    }
    return (
        pair.of_kinds(profile.concepts, TREATMENTS)
        - {drug}
        - pair.lexicon.ancestors(drug)
        - pair.lexicon.descendants(drug)
        - beside
    )
