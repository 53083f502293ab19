"""A question and the statements near to it in, what different sources advise otherwise on the asked point out.

Spanish is read word by word in English.

What a question asks of a thing is read off its wording: whether, how strongly, which of two, for whom, when, how long.
Each source speaks with the statements that are nearest to the question, wherever they rank among all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from assistant.answers import Intent
from assistant.differences.compared import WEIGHING, Compared, asked_in_english, told_in_english
from assistant.differences.pairs import MEASURES, Point
from assistant.differences.particulars import aim, for_whom, how_long, members, next_or_late, order, others, outcome
from assistant.differences.weighed import INSTEAD_ASKED, best, exceptions, one_of_two, only_if, ranking, strength
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import Judged
from assistant.words.lexicon import Lexicon

Differ = Callable[[Compared, Profile, Profile], Point | None]

_A_SOURCE = 10
_MOST_POSITIONS = 3
_PEOPLE = r"(?:patients?|wom[ae]n|people|persons?|cases?|tumou?rs?|cancers?)"
_WEIGHT_ASKED = re.compile(
    rf"(?<!-)\b(?:{'|'.join(WEIGHING.split())}|every(?:one|body)|(?:all|every)\s+(?:\w+\s+)?{_PEOPLE})\b", re.IGNORECASE
)
EITHER_ASKED = re.compile(r"\b(?:or|versus|vs)\b", re.IGNORECASE)
_RANK_ASKED = re.compile(r"\b(?:or|vs|versus|best|better|first|pick\w*|prefer\w*|which|instead|rather)\b", re.IGNORECASE)
_WHO_ASKED = re.compile(
    rf"\b(?:who\s+(?:is|are|can|gets?|should|qualif\w*|benefits?|needs?)|whom|which {_PEOPLE}|eligib\w*|indicat\w*|candidates?|"
    r"qualif\w*|only|regardless|(?:any|have a|a) (?:place|role|part)|can i (?:be|get|have)|still (?:have|get|be|take)|"
    r"(?:need|require)\w*\b[^?]*\b(?:result|test\w*|status|positive|mutation)|"
    r"(?:have|has|must|ought)\b[^?]*\b(?:positive|negative|mutated|express\w*)\b[^?]*\b(?:before|first|for|to (?:get|have))|"
    r"(?:all|only|just) (?:of them |those )?(?:or|vs|versus) (?:only |just |all )?(?:some|a few|certain|those|everyone|all)|"
    r"(?:meant|intended|licen[sc]ed|approved|suitable|drugs?|treatments?) for (?:which|whom|who|what))\b",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(rf"\W*(?:who|whom|which {_PEOPLE})\b", re.IGNORECASE)
_ORDER_ASKED = re.compile(
    r"\b(?:up-?front|straight away|reserved?|front-?line|first ever|(?:as|be|come|comes) (?:my |a |the |her |his )?first)\b",
    re.IGNORECASE,
)
_PLACE_ASKED = re.compile(
    r"\b(?:last resort|(?:second|last|next) choice|sequence|reserved?|soon\w*|earl\w+|late\w*|last|"
    r"where\b[^?]*\b(?:sit|fit|belong|come|stand|slot)s?)\b",
    re.IGNORECASE,
)
_AIM_ASKED = re.compile(r"\b(?:aim\w*|goal\w*|intent\w*|purpose|cur(?:e|es|ed|ing|ative)|palliat\w*)\b", re.IGNORECASE)
_BEST_ASKED = re.compile(r"\b(?:best|superior|must|proven|favou?r\w*)\b", re.IGNORECASE)
_OTHERS_ASKED = re.compile(r"(?<!-)\b(?:only|alternatives?|(?:or|any) others?|anything else)\b", re.IGNORECASE)
_END_ASKED = re.compile(
    r"\b(?:stop\w*|end|ends|ending|rest of|forever|life-?long|carry on|continue\w*|keep (?:on|going)|indefinitely|"
    r"for good|until)\b",
    re.IGNORECASE,
)
_LIFE_ASKED = re.compile(
    r"\bsurviv\w*|\bliv\w*\s+(?:any\s+)?longer\b|\b(?:prolong|extend|lengthen|longer)\w*\b[^?]*\blife\b", re.IGNORECASE
)
_CASE_ASKED = re.compile(r"\b(?:when|who|whom|only|which|worth|still|beyond|point|sense|should)\b", re.IGNORECASE)
_EXCEPTION_ASKED = re.compile(
    r"\b(?:unless|except\w*|not\b[^?]*\b(?:first|opener|start)|instead|rule\w* out|when|who)\b", re.IGNORECASE
)
_SPECIFIC = frozenset({Intent.DOSE, Intent.INTERVAL, Intent.DURATION, Intent.FIGURE, Intent.WHY, Intent.DEFINITION})
# How long something goes on is told by its end: what is measured need not be named.
_SAYS_IT_ALL = {"duration": frozenset({"endpoint"}), "outcome": frozenset({"endpoint"})}


@dataclass(frozen=True, slots=True)
class Contrast:
    """Statements, one of each source, that differ about a point: the two nearest, and another that differs from one of them.

    ``nearness`` is the lesser relevance of the two, more than 1 if both name the very thing that is asked about.
    """

    point: Point
    sides: tuple[Profile, ...]
    nearness: float

    def of(self, own: Mapping[str, Profile]) -> Contrast:
        """The same of the statements as they stand in the documents, by id."""
        return replace(self, sides=tuple(own[side.statement.statement_id] for side in self.sides))


def find_contrasts(asked: Asked, judged: Sequence[Judged], *, lexicon: Lexicon) -> list[Contrast]:
    """The contrasts on what the question asks about, the nearest first, one of a kind."""
    if not judged:
        return []
    compared = Compared(asked_in_english(asked, lexicon=lexicon), lexicon, judged)
    best_of: dict[str, Contrast] = {}
    for contrast in sorted(_all(compared), key=lambda contrast: -contrast.nearness):
        known = best_of.setdefault(contrast.point.kind, contrast)
        third = [side for side in contrast.sides if side.source not in {one.source for one in known.sides}]
        is_one_more = len(third) == 1 and len(known.sides) < _MOST_POSITIONS and compared.names_it(third[0])
        if contrast.point.kind == "patients" and known.point == contrast.point and is_one_more:
            best_of[contrast.point.kind] = replace(known, sides=(*known.sides, *third))
    own = {entry.profile.statement.statement_id: entry.profile for entry in judged}
    return [contrast.of(own) for contrast in sorted(best_of.values(), key=lambda contrast: -contrast.nearness)]


def _all(of: Compared) -> Iterator[Contrast]:
    """Every contrast of two statements that speak of the thing asked about."""
    kinds = list(_kinds_asked(of))
    told = (told_in_english(entry, lexicon=of.lexicon) for entry in _nearest_of_each(of.judged)) if kinds else ()
    near = [entry for entry in told if of.speaks_of_it(entry.profile)]
    for left, right in permutations(near, 2):
        if left.profile.source.source_id == right.profile.source.source_id:
            continue
        for differ in kinds:
            point = differ(of, left.profile, right.profile)
            if point is not None and of.covered(left.profile, right.profile, but=_SAYS_IT_ALL.get(point.kind, frozenset())):
                exact = all(of.names_it(entry.profile) for entry in (left, right))
                yield Contrast(point, (left.profile, right.profile), exact + min(left.hit.relevance, right.hit.relevance))


def _of_two_kinds(of: Compared) -> bool:
    """True for a question that names patients who can't be the same: of whom of them a thing is told is what it asks."""
    asked = sorted(of.asked.population)
    return any(of.lexicon.excludes({one}, {other}) for place, one in enumerate(asked) for other in asked[place + 1 :])


def asks_of_two(asked: Asked) -> bool:
    """True for "this or that", "in place of that", and for whether one of them has to be."""
    return bool(EITHER_ASKED.search(asked.text)) or (bool(INSTEAD_ASKED.search(asked.text)) and asked.yes_no)


def _kinds_asked(of: Compared) -> Iterator[Differ]:
    """The ways to differ that the question asks about."""
    text, intents = of.asked.text, of.asked.intents
    if Intent.DURATION in intents or _END_ASKED.search(text):
        yield how_long
    if _LIFE_ASKED.search(text):
        yield outcome
    if intents & _SPECIFIC:
        return
    measured = any(of.lexicon.concepts[c].kind in MEASURES for c in of.asked.concepts)
    compares = of.asked.yes_no and Intent.COMPARISON in intents
    about_other = bool(intents & {Intent.WHEN, Intent.WHICH}) and not of.asked.yes_no and not EITHER_ASKED.search(text)
    asked: list[tuple[bool, Differ]] = [
        (bool(_WEIGHT_ASKED.search(text)) and not about_other and not _FOR_WHOM.match(text), strength),
        (asks_of_two(of.asked), one_of_two),
        (len(of.things) > 1 and bool(_RANK_ASKED.search(text)) and not (measured or compares), ranking),
        (bool(_WHO_ASKED.search(text)) or _of_two_kinds(of), for_whom),
        (bool(_ORDER_ASKED.search(text)), order),
        (bool(_PLACE_ASKED.search(text)), next_or_late),
        (bool(_AIM_ASKED.search(text)), aim),
        (bool(_BEST_ASKED.search(text)), best),
        (bool(_OTHERS_ASKED.search(of.asked.sentence)), others),
        (Intent.WHICH in intents and bool(of.class_of_things), members),
        (bool(_CASE_ASKED.search(text)), only_if),
        (bool(_EXCEPTION_ASKED.search(text)), exceptions),
    ]
    yield from (differ for is_asked, differ in asked if is_asked)


def _nearest_of_each(judged: Sequence[Judged]) -> Iterator[Judged]:
    """The statements nearest to the question of each source, in the order of relevance."""
    count: dict[str, int] = {}
    for entry in judged:
        source = entry.profile.source.source_id
        count[source] = count.get(source, 0) + 1
        if count[source] <= _A_SOURCE:
            yield entry
