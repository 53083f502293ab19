"""Flowcharts drawn on a page: boxes that ask, answers on the arrows between them, and boxes that say what is to be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product, takewhile

from ingest.parse.flow import is_answer
from ingest.parse.pdf.drawing import Box, Stroke
from ingest.parse.pdf.lines import rows_of
from ingest.parse.pdf.panels import is_within
from ingest.parse.pdf.words import Word

_NEAR, _SAME_HEIGHT = 3.0, 6.0
_ALONE = 1.5
_TOUCHING = 1.5
_LEAST_ANSWERS = 2
_MOST_ASKED = 40
_TIP = 6.0
"""How far the end of an arrow may stand from the box that it leads to."""
_THEN = " → "
_NUMBER = re.compile(r"^\(?\d{1,2}[.)]?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be done: the words of its box, and in order the questions with the answers that lead to it."""

    box: Box
    words: tuple[Word, ...]
    behind: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The steps of a flowchart in the order in which it asks; the words that they and the questions take, and where it begins."""

    steps: tuple[Step, ...]
    taken: frozenset[int]
    top: float


@dataclass(frozen=True, slots=True)
class _Arrow:
    """An answer, the box that asks and the box to which the answer leads."""

    answer: Word
    asks: Box
    leads: Box


def find_chart(words: Sequence[Word], boxes: Sequence[Box], strokes: Sequence[Stroke] = ()) -> Chart | None:
    """The flowchart of a page; None where no box asks, or where it isn't told to which box some answer leads.

    ``strokes`` are the lines of its arrows.
    """
    whole = _whole(boxes)
    leaves = {box: inside for box in whole if (inside := _own_words(box, words, whole))}
    asked = {box: text for box, inside in leaves.items() if (text := _text(inside)).endswith("?")}
    answers = [word for word in words if is_answer(word.text) and _is_alone(word, words, leaves)]
    if len(set(asked.values())) < len(asked):
        # What is asked alike in two places is told apart by what stands above, and not by its words.
        return None
    if not asked or len(answers) < _LEAST_ANSWERS or any(len(text.split()) > _MOST_ASKED for text in asked.values()):
        return None
    arrows = [_arrow(answer, list(asked), list(leaves)) or _elbow(answer, answers, asked, leaves) for answer in answers]
    told = [arrow for arrow in arrows if arrow is not None]
    if len(told) < len(answers) or len({(arrow.asks, _folded(arrow.answer)) for arrow in told}) < len(told):
        return None
    done = [box for box in dict.fromkeys(arrow.leads for arrow in sorted(told, key=_order)) if box not in asked]
    entered = frozenset(box for box in asked if _is_entered(box, told, strokes))
    ways = None if _go_on(done, strokes) else entered
    steps = [Step(box, tuple(leaves[box]), _behind(box, told, asked, ways)) for box in done]
    used = [*(box for box in asked if any(box in {arrow.asks, arrow.leads} for arrow in told)), *(step.box for step in steps)]
    taken = frozenset(id(word) for word in [*answers, *(word for box in used for word in leaves[box])])
    return Chart(tuple(steps), taken, min(box[1] for box in used)) if steps else None


def _whole(boxes: Sequence[Box]) -> list[Box]:
    """The boxes, those as wide as each other that stand on one another as one: a head of another colour and the text below it."""
    found: list[Box] = []
    for box in sorted(dict.fromkeys(boxes), key=lambda box: (box[1], box[0])):
        above = next((one for one in found if _is_as_wide(one, box) and box[1] <= one[3] + _TOUCHING), None)
        if above is None:
            found.append(box)
        else:
            found[found.index(above)] = (above[0], above[1], above[2], max(above[3], box[3]))
    return found


def _is_as_wide(one: Box, other: Box) -> bool:
    return abs(one[0] - other[0]) <= _NEAR and abs(one[2] - other[2]) <= _NEAR


def _own_words(box: Box, words: Sequence[Word], boxes: Sequence[Box]) -> list[Word]:
    """The words of a box that holds no other box with words in it; none for one that does."""
    inside = [word for word in words if is_within(word, box)]
    smaller = [other for other in boxes if other != box and _area(other) < _area(box) and _holds(box, other)]
    is_outer = any(is_within(word, other) for other in smaller for word in inside)
    return [] if is_outer or any(word.table >= 0 for word in inside) else inside


def _is_alone(word: Word, words: Sequence[Word], leaves: Iterable[Box]) -> bool:
    """Whether a word stands outside of the boxes, and no other close beside it in its line."""
    beside = (other for other in words if other is not word and abs(other.middle - word.middle) < word.size / 2)
    is_close = any(max(other.x0 - word.x1, word.x0 - other.x1) < _ALONE * word.size and _says(other) for other in beside)
    return not is_close and not any(is_within(word, box) for box in leaves)


def _arrow(answer: Word, asked: Sequence[Box], leaves: Sequence[Box]) -> _Arrow | None:
    """The arrow on which an answer stands, straight from a question to a box below it or beside it."""
    x, y = (answer.x0 + answer.x1) / 2, answer.middle
    found = [
        (distance, box, to)
        for box, to in product(asked, leaves)
        if box != to and (distance := _between(x, y, box, to)) is not None and not _is_crossed(box, to, x, y, leaves)
    ]
    if not found:
        return None
    _, box, to = min(found)
    return _Arrow(answer, box, to)


def _between(x: float, y: float, box: Box, to: Box) -> float | None:
    """How far two boxes are from each other where a point stands between them, to the right, to the left or downwards."""
    is_level = _reaches(box[1], box[3], y) and _reaches(to[1], to[3], y)
    if is_level and box[2] - _NEAR <= x <= to[0] + _NEAR:
        return to[0] - box[2]
    if is_level and to[2] - _NEAR <= x <= box[0] + _NEAR:
        return box[0] - to[2]
    is_below = _reaches(box[0], box[2], x) and _reaches(to[0], to[2], x)
    return to[1] - box[3] if is_below and box[3] - _NEAR <= y <= to[1] + _NEAR else None


def _is_crossed(box: Box, to: Box, x: float, y: float, leaves: Sequence[Box]) -> bool:
    """Whether a third box stands between two, on the line through a point."""
    others = [other for other in leaves if other not in {box, to}]
    if box[3] <= to[1] + _NEAR and _reaches(box[0], box[2], x):
        return any(_reaches(other[0], other[2], x) and box[3] <= other[1] + _NEAR < other[3] <= to[1] + _NEAR for other in others)
    low, high = sorted(((box[0] + box[2]) / 2, (to[0] + to[2]) / 2))
    return any(_reaches(other[1], other[3], y) and low < (other[0] + other[2]) / 2 < high for other in others)


def _elbow(answer: Word, answers: Sequence[Word], asked: Iterable[Box], leaves: Iterable[Box]) -> _Arrow | None:
    """The arrow that leaves a question to one side and goes down: another answer stands at the other side of it, as high."""
    pair = [other for other in answers if other is not answer and abs(other.middle - answer.middle) <= _SAME_HEIGHT]
    if len(pair) != 1 or _folded(pair[0]) == _folded(answer):
        return None
    left, right = sorted((one.x0 + one.x1) / 2 for one in (answer, pair[0]))
    above = [box for box in asked if box[1] < answer.middle and left < (box[0] + box[2]) / 2 < right]
    below = [box for box in leaves if box[1] >= answer.bottom - _NEAR and _reaches(box[0], box[2], (answer.x0 + answer.x1) / 2)]
    if not above or not below:
        return None
    asks, leads = max(above, key=lambda box: box[3]), min(below, key=lambda box: box[1])
    is_apart = any(asks[3] < box[1] and box[3] <= answer.top and left < (box[0] + box[2]) / 2 < right for box in leaves)
    return None if is_apart else _Arrow(answer, asks, leads)


def _behind(box: Box, arrows: Sequence[_Arrow], asked: dict[Box, str], entered: frozenset[Box] | None) -> str:
    """The questions with their answers that lead to a box, from the first one on; the last ones only where the way isn't told."""
    leading = [arrow for arrow in arrows if arrow.leads == box]
    last = " / ".join(dict.fromkeys(_said(arrow, asked) for arrow in leading))
    ways = [_way(arrow.asks, arrows, asked, entered) for arrow in leading] if entered is not None else []
    return _THEN.join((*_shared(ways), last))


def _way(asks: Box, arrows: Sequence[_Arrow], asked: dict[Box, str], entered: frozenset[Box]) -> tuple[str, ...]:
    """The questions with their answers that are behind whoever comes to a question, whichever way he came.

    Nothing is behind him at a question that may be entered without an answer.
    """
    if asks in entered:
        return ()
    closed = entered | {asks}
    return _shared([(*_way(one.asks, arrows, asked, closed), _said(one, asked)) for one in arrows if one.leads == asks])


def _shared(ways: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """What several ways have in common from their beginning."""
    steps = zip(*ways, strict=False) if ways else ()
    return tuple(one[0] for one in takewhile(lambda step: len(set(step)) == 1, steps))


def _said(arrow: _Arrow, asked: dict[Box, str]) -> str:
    return f"{_NUMBER.sub('', asked[arrow.asks], count=1)} {arrow.answer.text}"


def _is_entered(box: Box, arrows: Sequence[_Arrow], strokes: Sequence[Stroke]) -> bool:
    """Whether a question is where the chart begins, or more lines end at it than answers lead to it and away from it."""
    own = sum(box in {arrow.asks, arrow.leads} for arrow in arrows)
    return all(arrow.leads != box for arrow in arrows) or sum(_touches(box, stroke) for stroke in strokes) > own


def _go_on(steps: Sequence[Box], strokes: Sequence[Stroke]) -> bool:
    """Whether an arrow leaves what is to be done: whoever did it may come to a later question too, whatever is behind him."""
    return any(sum(_touches(box, stroke) for stroke in strokes) > 1 for box in steps)


def _touches(box: Box, stroke: Stroke) -> bool:
    """Whether one end of a stroke stands at the edge of a box, and the other one away from it."""
    ends = [_is_at(box, stroke[0], stroke[1]), _is_at(box, stroke[2], stroke[3])]
    return any(ends) and not all(ends)


def _is_at(box: Box, x: float, y: float) -> bool:
    return box[0] - _TIP <= x <= box[2] + _TIP and box[1] - _TIP <= y <= box[3] + _TIP


def _order(arrow: _Arrow) -> tuple[float, float, float, float]:
    """In which order a chart is read: question by question, and the answers of each from top to bottom."""
    return (round(arrow.asks[1] / _SAME_HEIGHT), arrow.asks[0], arrow.answer.top, arrow.answer.x0)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for row in rows_of(words) for word in row)


def _folded(word: Word) -> str:
    return "".join(filter(str.isalpha, word.text)).casefold()


def _says(word: Word) -> bool:
    return any(map(str.isalnum, word.text))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _holds(box: Box, other: Box) -> bool:
    is_around = box[0] - _NEAR <= other[0] and box[1] - _NEAR <= other[1]
    return is_around and other[2] <= box[2] + _NEAR and other[3] <= box[3] + _NEAR


def _reaches(low: float, high: float, place: float) -> bool:
    return low - _NEAR <= place <= high + _NEAR
