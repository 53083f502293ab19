"""What an answer shows in, statements of other sources that plainly differ from it out, however the question is worded.

Whether two statements differ is mostly theirs to say: one gives this first, the other that; one sets an exception, the other
a wider one. The question only has to be about that point: it names what they speak of, and asks for no figure or reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.answers import Intent
from assistant.differences.choices import alone, first_choices, later_asked
from assistant.differences.compared import Compared, asked_in_english, told_in_english
from assistant.differences.contrasts import EITHER_ASKED, Contrast, Differ, asks_of_two
from assistant.differences.pairs import Pair, Point
from assistant.differences.weighed import best, exceptions, one_of_two, ranking, strength
from assistant.question.asked import Asked
from assistant.retrieval.profile import Profile
from assistant.retrieval.signals import Judged

_LED = 3
_LOOKED_AT = 60
_LEAST_SHARE = 0.12
_ELSEWHERE = frozenset({Intent.DOSE, Intent.INTERVAL, Intent.DURATION, Intent.FIGURE, Intent.WHY, Intent.DEFINITION})
_NEUTRAL = "Which first treatment or test is recommended, preferred and best, alone or combined?"
_CHOICE_ASKED = re.compile(
    r"\b(?:regimens?|combo\w*|combination|cocktail|backbone|open(?:er|ing)|start(?:s|ed|ing)?|begin\w*|first|front-?line|"
    r"up-?front|initial\w*|prefer\w*|favou?r\w*|pick\w*|cho(?:ice|ose\w*)|best|standard|default|enough|"
    r"who(?:'s| is|s| has)\b[^?]*\b(?:right|wrong|standard)|which (?:one|of)|"
    r"(?:said|says?|told|wants?) [^?.]*\b(?:different|other)|ought)\b",
    re.IGNORECASE,
)
_BEST_ASKED = re.compile(
    r"\b(?:best|superior|prefer\w*|favou?r\w*|(?:one|single|any|certain|particular|fixed|set)\s+(?:\w+\s+)?"
    r"(?:regimens?|drugs?|chemo\w*|combinations?|treatments?|types?)|go-to|standard|agree\w*)\b",
    re.IGNORECASE,
)
_WEIGHT_ASKED = re.compile(
    r"\b(?:must|have to|has to|need\w*|necessary|mandatory|obligatory|optional|default|usual\w*|normal\w*|routine\w*|standard|"
    r"enough|should|ought|justif\w*|warrant\w*|worth\w*|advis\w*|now|wait|right away|everyone|everybody|always|only for|"
    r"who(?:'s| is|s)\b[^?]*\bright)\b",
    re.IGNORECASE,
)
_EXCEPTION_ASKED = re.compile(
    r"\b(?:only|unless|except\w*|justif\w*|warrant\w*|tip|threshold|reserved?|when|instead|rather than|rule\w*)\b", re.IGNORECASE
)


def _asks_whether(asked: Asked) -> bool:
    """True for a question how strongly something is advised, and not which one or when."""
    either = bool(EITHER_ASKED.search(asked.text))
    about_other = bool(asked.intents & {Intent.WHEN, Intent.WHICH}) and not asked.yes_no and not either
    return bool(_WEIGHT_ASKED.search(asked.text)) and not about_other


_BY_CONTENT: tuple[tuple[Callable[[Asked], bool], Differ], ...] = (
    (lambda asked: bool(_BEST_ASKED.search(asked.text)), best),
    (lambda asked: bool(_EXCEPTION_ASKED.search(asked.text)), exceptions),
    (asks_of_two, one_of_two),
    (asks_of_two, ranking),
    (_asks_whether, strength),
)


def find_apparent(
    of: Compared, *, shown: Sequence[str], pair: Callable[[Asked, Profile, Profile], Pair | None]
) -> list[Contrast]:
    """The contrasts between a statement that leads the answer and one of another source, the nearest first.

    ``pair`` sets two statements beside each other, None if they are too unlike.
    """
    asked = asked_in_english(of.asked, lexicon=of.lexicon)
    if asked.intents & _ELSEWHERE or not of.judged:
        return []
    neutral = replace(of, asked=replace(asked, text=_NEUTRAL, sentence=_NEUTRAL, intents=frozenset({Intent.WHICH})))
    kinds = [differ for asks, differ in _BY_CONTENT if asks(asked)]
    found = []
    for leading, other in _pairs(of, shown):
        for point in _points(asked, neutral, (leading, other), pair, kinds):
            if of.covered(leading.profile, other.profile, but=frozenset()):
                nearness = min(leading.hit.relevance, other.hit.relevance)
                found.append(Contrast(point, (leading.profile, other.profile), nearness))
    return sorted(found, key=lambda contrast: -contrast.nearness)


def _pairs(of: Compared, shown: Sequence[str]) -> Iterator[tuple[Judged, Judged]]:
    by_id = {entry.profile.statement.statement_id: entry for entry in of.judged}
    leading = [by_id[i] for i in shown if i in by_id][:_LED]
    bar = _LEAST_SHARE * of.judged[0].hit.relevance
    near = [entry for entry in of.judged[:_LOOKED_AT] if entry.hit.relevance >= bar and of.bears(entry.profile)]
    for first in leading:
        if of.bears(first.profile):
            yield from ((first, other) for other in near if other.profile.source.source_id != first.profile.source.source_id)


def _points(
    asked: Asked,
    neutral: Compared,
    entries: tuple[Judged, Judged],
    pair: Callable[[Asked, Profile, Profile], Pair | None],
    kinds: Sequence[Differ],
) -> Iterator[Point]:
    """The points on which two statements differ, of the ``kinds`` that the question asks for."""
    text, (left, right) = asked.text, (entry.profile for entry in entries)
    beside = pair(neutral.asked, left, right)
    if beside is not None and _CHOICE_ASKED.search(text) and not later_asked(asked):
        yield from first_choices(beside)
    if beside is not None:
        yield from alone(replace(beside, asked=asked))
    if kinds and neutral.speaks_of_it(left) and neutral.speaks_of_it(right):
        told = tuple(told_in_english(entry, lexicon=neutral.lexicon).profile for entry in entries)
        found = (differ(neutral, one, two) for differ in kinds for one, two in (told, told[::-1]))
        yield from (point for point in found if point is not None)
